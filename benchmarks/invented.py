"""Sentences made up for training: names drawn from the gazetteer by lot, in the plain phrasing of conflict news.

The corpora are mostly local news of rich countries, in which an unknown one-word name after "at" is seldom a place.
These sentences, of which none is in any corpus, balance that; persons and units with the same names stand against.
"""

from __future__ import annotations

import math
import random
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from geo.gazetteer import Gazetteer, columns
from geo.gazetteer.tables import load_rows
from geo.mentions.words import FIRST_NAMES
from geo.model import Place

AT_TOWNS = """
Fighting erupted in {} overnight.
Rebels seized {} on Tuesday, residents said.
An air strike hit {} early in the morning, killing six people.
{} fell to the militants after weeks of siege.
{} has been under curfew since Friday.
Residents of {} fled their homes.
Troops withdrew from {} towards {}.
The shelling of {} continued for a third day.
Government forces recaptured {} from the insurgents.
A car bomb exploded near {}, police said.
Soldiers were deployed to {} and {}.
Clashes were reported around {}, {} and {}.
The army said it had entered {}.
Two people were killed in {}.
Aid workers could not reach {} for days.
The convoy left {} for {}.
At least nine civilians died at {} when shells struck a market.
Gunmen attacked a patrol outside {}.
The front line runs through {}.
{} was hit by drones last night.
Thousands were displaced from {} in June.
Drones were shot down over {}.
The road to {} is mined.
An official in {} confirmed the attack.
The militia controls {} and the villages around it.
Hundreds marched through {} to demand peace.
"Nobody sleeps in {} any more," a teacher said.
The governor visited {} and promised help.
{}: a car bomb killed three people.
The rebels advanced on {} from the east.
They were buried in {} yesterday.
Peace talks in {} broke down.
The bombardment reached {}, officials said.
Reinforcements arrived at {} from {}.
Heavy gunfire was heard at {}.
A ceasefire took hold at {} at midnight.
The {}-{} highway was cut.
The army shelled {}, between {} and {}.
Families fled west towards {} and on to {}.
The town of {} was taken by the rebels, as was {}.
Rockets were fired at {}.
Troops raided {} and the outskirts of {}.
Fighters took {} township on Thursday.
The junta lost {} after a month of fighting.
People in {}, {} and {} were told to leave.
Militants attacked an army post in {} district.
A bus was shot at on the {}-{} road.
""".strip().splitlines()

AT_SITES = """
Rockets struck {} on Sunday.
The soldiers left {} last week.
Gunmen stormed {} and freed prisoners.
Flights from {} were halted.
Thousands of people wait at {}.
Shells fell close to {}, the agency said.
The army regained control of {}.
{} was closed after the attack.
Doctors at {} said they had run out of fuel.
Aid trucks queued at {} for a second week.
The United Nations warned of famine in {}.
Engineers inspected {} after the explosion.
""".strip().splitlines()

AT_VILLAGES = """
Gunmen burned {} village on Sunday.
Gunmen attacked the village of {} at dawn.
Six people were killed in {}, a village in the north.
The bodies were found outside {}.
Troops retook {} after a day of fighting.
Shells fell on {}, {} and {}.
Residents of {} fled to {}.
Villagers in {} and {} said their houses had been burned.
The rebels crossed the river near {}.
A drone struck a car at {}, killing its driver.
Herders raided {}, {} and nearby settlements.
Soldiers from the {} base shelled {} village.
The settlement of {} changed hands twice.
An attack on {} town left twelve dead.
Families left {} for {} on foot.
Clashes went on near {} and in {} district.
""".strip().splitlines()
"""Villages that no gazetteer knows: their names are made up from syllables."""

SYLLABLES = {
    "a": ["kha", "bar", "zan", "dek", "mi", "sur", "qa", "lam", "tal", "ger", "nah", "ru", "shin", "awa"],
    "b": ["novo", "pet", "riv", "ka", "vel", "mykh", "ost", "ra", "yiv", "ka", "dub", "lyn", "hrad", "ske"],
    "c": ["gwa", "da", "ban", "bu", "ni", "ta", "ru", "mo", "ko", "si", "lu", "nga", "mba", "li", "wa", "ke"],
    "d": ["umm", "tel", "deir", "ja", "kaf", "ra", "sha", "hin", "man", "bi", "zu", "nay", "dar", "ha"],
    "e": ["thaung", "kyaw", "la", "shwe", "hpa", "kan", "min", "daw", "myo", "win", "la", "ye"],
}
"""Syllables by the sort of tongue, never mixed in one name."""

SITES = (
    """
{} Airbase|{} Air Base|{} airbase|{} Airport|{} airport|{} International Airport|{} Airfield|{} camp|{} refugee camp
{} Camp|{} dam|{} Dam|{} bridge|{} Bridge|{} crossing|{} border crossing|{} Crossing|{} hospital|{} Hospital|{} prison
{} nuclear plant|{} power plant|{} port|{} corridor|{} Corridor|{} Valley|{} valley|{} Mountains|{} Island
{} Strait|{} River|{} Peninsula|{} barracks|{} refinery|{} checkpoint|{} base|{} Gap|{} Desert
Lake {}|Mount {}|Camp {}|Fort {}
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

IN_PROVINCES = """
Fighting erupted in {} province overnight.
The governor of {} province was killed.
Rebels hold most of {} Province.
Thousands fled from {} region.
Shells hit villages in the {} region.
The army sent troops to {} Governorate and {} Governorate.
Floods and fighting displaced families in {} state.
Drones attacked a depot in {} oblast.
""".strip().splitlines()

IN_PARENTS = """
A bomb exploded in {}, {}, on Friday.
Gunmen killed four people in {}, {}.
Protesters marched in {} in {} yesterday.
He was born in {}, {}, and joined the army at 18.
Two soldiers from {}, {}, were wounded.
{}, {}: Shells hit a school.
Clashes were reported in {} ({}).
""".strip().splitlines()

IN_COUNTRIES = """
In {}, fighting spread from {} to {} and {}.
{}'s army lost {}, {} and {} within a week.
Aid reached {} only in {}, {} and {}.
""".strip().splitlines()

AGAINST = """
{first} {name} told reporters that the war must end.
Mr {name} said the talks had failed.
General {name} ordered the advance.
President {first} {name} condemned the attack.
The {name} Brigade claimed responsibility.
According to {first} {name}, the army has left.
{first} {name}, 34, was killed on Monday.
{name}, a spokesman for the rebels, denied it.
People still had {name}, she said.
{name} and {name2} were promoted to captain.
Colonel {name} and General {name2} met on Friday.
Colonel {first} {name} commands the unit.
The {name} Battalion joined the fighting.
A lawyer for {first} {name} asked for time.
Dr {name} treated the wounded.
The {name} family fled last year.
Commander {name} was arrested by police.
{first} {name} and {first2} {name2} were released.
Analysts at the {name} Institute warned of famine.
Captain {name} survived the attack, {first} {name} said.
""".strip().splitlines()


@dataclass(frozen=True, slots=True)
class Invented:
    """A made-up sentence and the spans in it that name places."""

    text: str
    places: tuple[tuple[int, int, Place | None], ...]
    """Start, end and, where the name was drawn with its place, the place."""


def invent_sentences(gazetteer: Gazetteer, count: int = 3600, seed: int = 7) -> Iterator[Invented]:
    """`count` sentences, the same for the same seed and gazetteer: seven in nine with places, two against."""
    draw = random.Random(seed)
    towns = list(gazetteer.towns(3000))
    # Not by size alone, or half the names would be the world's largest towns; not evenly, or most would be villages.
    sizes = [math.sqrt(town.population) for town in towns]
    others = load_other_names()
    provinces = [p for c in gazetteer.countries() for p in gazetteer.provinces(c.country or "")]
    by_country: dict[str, list[Place]] = {}
    for town in towns:
        by_country.setdefault(town.country or "", []).append(town)
    airfields = _draw_airfields(gazetteer, draw.sample(towns, 4000))
    first = sorted(name.capitalize() for name in FIRST_NAMES)
    for number in range(count):

        def name() -> tuple[str, Place | None]:
            place = meant(draw.choices(towns, sizes)[0]) if draw.random() < 0.8 else bare(draw.choice(provinces))
            return printed(other_name(place) if draw.random() < 0.2 else place.name), place

        def other_name(place: Place) -> str:
            """Another of its names: mostly another spelling, at times quite another (Palmyra for Tadmur)."""
            drawn = draw.choices(others.get(place.geonameid or 0) or [place.name], k=3)
            return max(drawn, key=lambda other: Indel.normalized_similarity(other, place.name))

        def meant(town: Place) -> Place:
            """The town or one of its namesakes: which of them news means goes by size."""
            options = [m.place for m in gazetteer.lookup(town.name) if m.place.feature[:3] == "PPL" and m.how == "name"]
            weights = [option.population for option in options]
            return draw.choices(options, weights)[0] if any(weights) else town

        def bare(province: Place) -> Place:
            """What a province's name means without a word for province: its chief town, if that is called the same."""
            options = (match.place for match in gazetteer.lookup(province.name))
            towns = (p for p in options if p.feature[:3] == "PPL" and p.country == province.country and p.population)
            return max(towns, key=lambda town: town.population, default=province)

        def village() -> tuple[str, Place | None]:
            parts = SYLLABLES[draw.choice(sorted(SYLLABLES))]
            made = "".join(draw.sample(parts, draw.choice((2, 3, 3)))).capitalize()
            return made + (f" {''.join(draw.sample(parts, 2)).capitalize()}" if draw.random() < 0.2 else ""), None

        def province() -> tuple[str, Place | None]:
            place = draw.choice(provinces)
            return printed(place.name), place

        def printed(name: str) -> str:
            # Papers print names without marks more often than with them.
            plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
            return plain if draw.random() < 0.7 else name

        def site() -> tuple[str, Place | None]:
            if draw.random() < 0.4:
                return draw.choice(airfields)
            return draw.choice(SITES).format(name()[0]), None

        def namesake() -> list[tuple[str, Place | None]]:
            """A town, not always the best known of its name, and the country or province that the text gives it."""
            name = draw.choices(towns, sizes)[0].name
            options = [m.place for m in gazetteer.lookup(name) if m.place.feature[:3] == "PPL" and m.how == "name"]
            town = draw.choice([p for p in options if p.population] or options)
            above = draw.choice([p for p in (gazetteer.country(town.country or ""), gazetteer.province_of(town)) if p])
            return [(printed(town.name), town), (above.name, above)]

        def company() -> list[tuple[str, Place | None]]:
            """A country and towns in it."""
            country = draw.choice(towns).country or ""
            inside = by_country[country]
            land = gazetteer.country(country)
            drawn = [draw.choice(inside) for _ in range(3)]
            return [(land.name if land else country, land), *((printed(town.name), town) for town in drawn)]

        def stranger() -> str:
            return (village if draw.random() < 0.3 else name)()[0]

        kind = number % 9
        if kind < 3 and number % 2:
            yield _fill(draw.choice(AT_VILLAGES), lambda: village() if draw.random() < 0.8 else name())
        elif kind < 3:
            yield _fill(draw.choice(AT_TOWNS), name)
        elif kind == 3:
            yield _fill(draw.choice(AT_SITES), site)
        elif kind == 4:
            yield _fill(draw.choice(IN_PROVINCES), province)
        elif kind == 5:
            yield _fill(draw.choice(IN_PARENTS), iter(namesake()).__next__)
        elif kind == 6:
            yield _fill(draw.choice(IN_COUNTRIES), iter(company()).__next__)
        else:
            words = {"first": draw.choice(first), "first2": draw.choice(first), "name": stranger(), "name2": stranger()}
            yield Invented(draw.choice(AGAINST).format(**words), ())


def load_other_names() -> dict[int, list[str]]:
    """GeoNames id of each town -> its other names of plain letters, capitalised as names are."""
    rows = load_rows("towns.tsv.xz", columns.TOWNS)
    names = ((int(row[0]), row[-1].split("|")) for row in rows)
    return {number: plain for number, all_ in names if (plain := [n for n in all_ if n.isascii() and n.istitle()])}


def _draw_airfields(gazetteer: Gazetteer, towns: Sequence[Place]) -> list[tuple[str, Place | None]]:
    """Airfields named after the towns, in the spellings that news uses."""
    spelt = [f"{town.name} {word}" for town in towns for word in ("Airport", "Air Base", "airbase", "Airfield")]
    found = ((name, gazetteer.lookup(name, 1)) for name in spelt)
    return [(name, matches[0].place) for name, matches in found if matches and matches[0].place.feature[:3] == "AIR"]


def _fill(template: str, name: Callable[[], tuple[str, Place | None]]) -> Invented:
    text = ""
    spans: list[tuple[int, int, Place | None]] = []
    for index, part in enumerate(template.split("{}")):
        if index:
            word, place = name()
            spans.append((len(text), len(text) + len(word), place))
            text += word
        text += part
    return Invented(text, tuple(spans))
