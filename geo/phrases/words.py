"""Tables of the words with which text describes geometry: directions, distances, borders, parts.

Read by geo/phrases alone. Everything is lower case.
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
}
"""Words of direction to compass points; C is the middle."""

UNITS_KM: dict[str, float] = {
    "km": 1.0,
    "kms": 1.0,
    "kilometre": 1.0,
    "kilometres": 1.0,
    "kilometer": 1.0,
    "kilometers": 1.0,
    "mile": 1.609344,
    "miles": 1.609344,
    "mi": 1.609344,
    "metre": 0.001,
    "metres": 0.001,
    "meter": 0.001,
    "meters": 0.001,
    "yards": 0.0009144,
    "nautical miles": 1.852,
}
"""Units of distance in kilometres."""

NUMBERS: dict[str, float] = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "a hundred": 100,
    "one hundred": 100,
    "two hundred": 200,
    "a few": 4,
    "several": 5,
    "a couple of": 2,
    "dozens of": 40,
}
"""Numbers in words as they stand before a unit of distance."""

PARTS = _set(
    """
    area areas part parts region regions province provinces district districts half edge edges fringe fringes flank
    side outskirts suburb suburbs section sections zone zones sector sectors countryside territory territories
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

NEAR_WORDS: dict[str, float] = {
    "near": 15.0,
    "close to": 12.0,
    "not far from": 20.0,
    "just outside": 8.0,
    "outside": 15.0,
    "on the outskirts of": 8.0,
    "in the outskirts of": 8.0,
    "the outskirts of": 8.0,
    "outskirts of": 8.0,
    "on the edge of": 6.0,
    "the suburbs of": 15.0,
    "suburbs of": 15.0,
    "in the vicinity of": 15.0,
    "the vicinity of": 15.0,
    "in the countryside of": 25.0,
    "the countryside around": 25.0,
    "areas around": 20.0,
    "the area around": 20.0,
    "villages around": 20.0,
    "adjacent to": 8.0,
    "just north of": 0.0,
    "just south of": 0.0,
}
"""Words of nearness, and how far from the edge of a town they reach, in kilometres."""

WAYS = _set(
    """
    road roads highway highways motorway route railway rail track corridor pipeline path stretch line bridge ferry
    supply
    """
)
"""Things that run from one place to another."""

BETWEEN_CUES = WAYS | _set(
    """
    area areas village villages town checkpoint checkpoints position positions midway halfway somewhere located lies
    frontline front zone territory land district plain forest border crossing hill hills valley traffic travelling
    traveling driving convoy fighting clashes battles battle fought
    """
)
"""What must stand before "between A and B" for a stretch of ground, and no talks or match, to be meant."""

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
