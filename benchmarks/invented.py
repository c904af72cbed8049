"""Sentences made up for training the gate: names drawn from the gazetteer by lot, in the plain phrasing of conflict news.

The corpora are mostly local news of rich countries, in which an unknown one-word name after "at" is seldom a place. These
sentences, of which none is in any corpus, balance that; persons, units and occasions with the same names stand against.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from geo.gazetteer import Gazetteer
from geo.mentions.words import FIRST_NAMES

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

SITES = """
{} Airbase|{} Air Base|{} airbase|{} Airport|{} airport|{} International Airport|{} Airfield|{} camp|{} refugee camp
{} Camp|{} dam|{} Dam|{} bridge|{} Bridge|{} crossing|{} border crossing|{} Crossing|{} hospital|{} Hospital|{} prison
{} nuclear plant|{} power plant|{} port|{} corridor|{} Corridor|{} Valley|{} valley|{} oblast|{} province|{} Province
{} region|{} Governorate|{} District|{} district|{} Mountains|{} Island|{} Strait|{} River|{} Peninsula|{} barracks
{} refinery|{} checkpoint|{} base|{} Gap|{} Desert|Lake {}|Mount {}|Camp {}|Fort {}
""".replace("\n", "|").strip("|").split("|")

AGAINST = """
{first} {name} told reporters that the war must end.
Mr {name} said the talks had failed.
General {name} ordered the advance.
President {first} {name} condemned the attack.
The {name} Brigade claimed responsibility.
According to {first} {name}, the army has left.
{first} {name}, 34, was killed on Monday.
{name}, a spokesman for the rebels, denied it.
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
    places: tuple[tuple[int, int], ...]


def invent_sentences(gazetteer: Gazetteer, count: int = 2000, seed: int = 7) -> Iterator[Invented]:
    """`count` sentences, the same for the same seed and gazetteer: two thirds with places, a third against."""
    draw = random.Random(seed)
    towns = [p.name for p in gazetteer.towns(3000)]
    # Not by size alone, or half the names would be the world's largest towns; not evenly, or most would be villages.
    large, small = towns[: len(towns) // 5], towns[len(towns) // 5 :]
    provinces = [p.name for c in gazetteer.countries() for p in gazetteer.provinces(c.country or "")]
    first = sorted(name.capitalize() for name in FIRST_NAMES)
    for number in range(count):

        def name() -> str:
            pool = draw.choices((large, small, provinces), (5, 4, 2))[0]
            return draw.choice(pool)

        kind = number % 6
        if kind < 3:
            yield _fill(draw.choice(AT_TOWNS), name)
        elif kind == 3:
            yield _fill(draw.choice(AT_SITES), lambda: draw.choice(SITES).format(name()))
        else:
            words = {"first": draw.choice(first), "first2": draw.choice(first), "name": name(), "name2": name()}
            yield Invented(draw.choice(AGAINST).format(**words), ())


def _fill(template: str, name: object) -> Invented:
    text, spans = "", []
    for index, part in enumerate(template.split("{}")):
        if index:
            word = name()  # type: ignore[operator]
            spans.append((len(text), len(text) + len(word)))
            text += word
        text += part
    return Invented(text, tuple(spans))
