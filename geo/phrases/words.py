"""Tables of the words with which text describes geometry: directions, borders, parts, nearness, ways, waters.

Read by geo/phrases alone. Everything is lower case. Distances have a table of their own (quantities.py).
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """The words of a table, blanks between them."""
    return frozenset(words.split())


DIRECTIONS: dict[str, str] = {
    "north": "N",
    "northern": "N",
    "northwards": "N",
    "south": "S",
    "southern": "S",
    "east": "E",
    "eastern": "E",
    "west": "W",
    "western": "W",
    "northeast": "NE",
    "northeastern": "NE",
    "north-east": "NE",
    "north-eastern": "NE",
    "north east": "NE",
    "north eastern": "NE",
    "northwest": "NW",
    "northwestern": "NW",
    "north-west": "NW",
    "north-western": "NW",
    "north west": "NW",
    "north western": "NW",
    "southeast": "SE",
    "southeastern": "SE",
    "south-east": "SE",
    "south-eastern": "SE",
    "south east": "SE",
    "south eastern": "SE",
    "southwest": "SW",
    "southwestern": "SW",
    "south-west": "SW",
    "south-western": "SW",
    "south west": "SW",
    "south western": "SW",
    "central": "C",
    "centre": "C",
    "center": "C",
    "northernmost": "N",
    "southernmost": "S",
    "easternmost": "E",
    "westernmost": "W",
    "northward": "N",
    "southward": "S",
    "eastward": "E",
    "westward": "W",
    "southwards": "S",
    "eastwards": "E",
    "westwards": "W",
    "north-central": "N",
    "south-central": "S",
    "middle": "C",
}
"""Words of direction to compass points; C is the middle."""

PARTS = _set(
    """
    area areas part parts region regions province provinces district districts half edge edges fringe fringes flank
    side outskirts suburb suburbs section sections zone zones sector sectors countryside territory territories
    neighbourhood neighbourhoods neighborhood neighborhoods villages towns cities corner tip stretches reaches third
    state states counties county townships plains highlands steppe desert
    """
)
"""What follows a direction where a part of somewhere is meant: "northern areas", "eastern outskirts"."""

COUNTRY_WORDS = ("country", "nation", "republic", "kingdom")
PROVINCE_WORDS = ("province", "region", "governorate", "oblast", "state", "district", "county")
CITY_WORDS = ("city", "town", "capital", "village", "enclave", "island", "peninsula", "strip", "territory")

BORDER_USES = _set(
    """
    guard guards police force forces troops patrol patrols agent agents official officials officer officers agency
    security control controls town towns city village villages post posts crossing crossings checkpoint checkpoints
    province provinces state states district districts wall fence dispute disputes clash clashes service authorities
    closure closures closing tensions war conflict policy guardsmen commander deal
    """
)
"""Words after "border" with which it tells of people, posts or politics and is no line by itself."""

NAMING_PARTS = _set("province district region state territory zone county governorate area")
"""Words of which one alone, before "of" and a province, names that province: "the north-eastern state of Borno"."""

NEAR_WORDS: dict[str, float] = {
    "near": 15.0,
    "close to": 12.0,
    "not far from": 20.0,
    "just outside": 8.0,
    "right outside": 6.0,
    "outside": 15.0,
    "at the gates of": 6.0,
    "on the outskirts of": 8.0,
    "in the outskirts of": 8.0,
    "the outskirts of": 8.0,
    "outskirts of": 8.0,
    "on the edge of": 6.0,
    "on the fringes of": 8.0,
    "the edge of": 6.0,
    "the edges of": 6.0,
    "the fringes of": 8.0,
    "the periphery of": 8.0,
    "the suburbs of": 15.0,
    "suburbs of": 15.0,
    "in the vicinity of": 15.0,
    "the vicinity of": 15.0,
    "the environs of": 15.0,
    "in the countryside of": 25.0,
    "the countryside around": 25.0,
    "the countryside of": 25.0,
    "the hinterland of": 40.0,
    "areas around": 20.0,
    "the area around": 20.0,
    "the areas around": 20.0,
    "villages around": 20.0,
    "the villages around": 20.0,
    "villages near": 20.0,
    "in and around": 15.0,
    "around": 15.0,
    "adjacent to": 8.0,
    "next to": 8.0,
    "on the approaches to": 20.0,
    "the approaches to": 20.0,
    "approaches to": 20.0,
    "the hills overlooking": 8.0,
    "hills overlooking": 8.0,
    "the heights overlooking": 8.0,
    "heights overlooking": 8.0,
    "the mountains overlooking": 12.0,
    "mountains overlooking": 12.0,
    "overlooking": 8.0,
    "the hills around": 15.0,
    "the hills above": 8.0,
    "the mountains around": 25.0,
    "greater": 20.0,
}
"""Words of nearness, and how far from the edge of a town they reach, in kilometres."""

WAYS = (
    *("road", "roads", "highway", "highways", "motorway", "route", "railway", "rail line", "rail", "track", "corridor"),
    *("pipeline", "path", "stretch", "stretch of road", "stretch of coast", "stretch of coastline", "line", "bridge"),
    *("ferry", "supply line", "supply route", "supply road", "front line", "frontline", "front-line", "front"),
    *("line of contact", "contact line", "land bridge", "no man's land", "no-man's land", "no-man's-land"),
    *("dirt road", "desert road", "railway line", "train line", "section"),
)
"""What runs from one place to another."""

BETWEEN_CUES = _set(
    """
    area areas village villages town checkpoint checkpoints position positions somewhere located lies territory land
    district plain forest border crossing hill hills valley traffic travelling traveling driving convoy convoys
    fighting clashes battles battle fought zone ambush ambushed road roads highway route bridge desert settlements
    """
) | frozenset(WAYS)
"""What must stand before "between A and B" for a stretch of ground, and no talks or match, to be meant."""

RIVERS = _set(
    """
    dnipro dnieper dnepr euphrates tigris nile evros maritsa meric litani orontes donets don volga danube dniester prut
    indus kabul helmand panj pyanj jhelum chenab ganges brahmaputra mekong salween irrawaddy chindwin naf naff moei
    niger benue senegal gambia volta congo ubangi oubangui kasai ruzizi rusizi semliki juba jubba shabelle tekeze atbara
    sobat limpopo zambezi ruvuma rovuma aras araks araz kura ibar drina sava drin oskil oskol inhulets irpin desna
    psel seim seym amudarya yalu tumen galwan sutlej jordan yarmouk khabur khabour balikh rhine oder vistula
    orinoco amazon arauca tachira putumayo bravo catatumbo terek sunzha enguri inguri hari logone chari
    """
)
"""Names that a river bears; several are also a town's or a country's: see `ONLY_RIVERS`."""

_ALSO_TOWNS_OR_LANDS = _set(
    """
    dnipro niger congo senegal gambia jordan kabul juba jubba volta don irpin benue evros panj helmand shabelle amazon
    danube jhelum desna oskil sobat putumayo arauca tachira catatumbo logone chari hari seim bravo naf kasai terek oskol
    """
)
ONLY_RIVERS = RIVERS - _ALSO_TOWNS_OR_LANDS
"""Names that are a river's whenever they stand alone."""

WATER_WORDS = _set(
    """
    river rivers lake sea ocean gulf strait straits canal reservoir bay lagoon channel darya mediterranean baltic aegean
    adriatic caspian atlantic
    """
)
"""Words that make the name beside or round them a water's."""

SEA_CUES = (
    *(
        "ship",
        "vessel",
        "tanker",
        "boat",
        "navy",
        "naval",
        "waters",
        " sea",
        "sank",
        "sunk",
        "sail",
        "coast",
        "migrant",
    ),
    *("pirate", "frigate", "destroyer", "warship", "maritime", "fishermen", "trawler", "dhow", "drown", "dinghy"),
    *("submarine", "carrier", "freighter", "marine", "island", "offshore", "shipping", "ferry", "anchor"),
)
"""What a sentence must speak of for "off Hodeidah" to mean the sea before it."""

ADJACENT = (
    "adjacent to",
    "bordering",
    "bordering on",
    "that border",
    "which border",
    "next to",
    "neighbouring",
    "neighboring",
    "adjoining",
    "near the border with",
    "along the border with",
    "near the frontier with",
    "on the border with",
    "close to the border with",
)
"""How text says that a part touches a neighbour."""
