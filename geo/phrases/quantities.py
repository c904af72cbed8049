"""Distances told in words and figures, as kilometres with what they leave open; tables and reader for the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    "nautical mile": 1.852,
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
    "twenty-five": 25,
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
    "three hundred": 300,
    "half a": 0.5,
}
"""Numbers in words as they stand before a unit of distance."""

VAGUE_NUMBERS: dict[str, tuple[float, float]] = {
    "a few": (2, 8),
    "a couple of": (1.5, 3),
    "several": (3, 10),
    "some": (2, 20),
    "a few dozen": (20, 60),
    "a few hundred": (150, 700),
    "several hundred": (200, 900),
    "dozens of": (20, 90),
    "tens of": (20, 90),
    "scores of": (40, 100),
    "hundreds of": (200, 900),
}
"""Vague numbers as the least and the most that they are taken for."""

TRAVEL_KM_PER_HOUR: dict[str, tuple[float, float]] = {
    "drive": (25, 80),
    "car ride": (25, 80),
    "journey": (20, 80),
    "trip": (20, 80),
    "ride": (20, 60),
    "walk": (2.5, 4.5),
    "trek": (2.5, 5),
    "hike": (2.5, 5),
    "march": (2.5, 5),
    "boat ride": (10, 30),
    "flight": (300, 800),
}
"""How far one gets in an hour, as the crow flies, at the least and the most: roads bend and are bad."""

HOURS: dict[str, float] = {
    "minute": 1 / 60,
    "minutes": 1 / 60,
    "minutes'": 1 / 60,
    "minute's": 1 / 60,
    "hour": 1.0,
    "hours": 1.0,
    "hours'": 1.0,
    "hour's": 1.0,
    "day": 8.0,
    "days": 8.0,
    "days'": 8.0,
    "day's": 8.0,
}
"""Units of travelling time in hours; a day on the way is eight of them."""

ATMOST = ("less than", "under", "within", "no more than", "up to", "not more than", "fewer than")
"""Hedges that make a figure the most that it can be."""


@dataclass(frozen=True, slots=True)
class Distance:
    """Kilometres as a text tells them: the middle, and the least and the most that the words allow."""

    km: float
    least: float
    most: float


def either(names: object) -> str:
    """A regular expression for any of `names`, the longest first; blanks match any white space.

    >>> either(["rail", "rail line"])
    '(?:rail\\\\s+line|rail)'
    """
    listed = sorted(names, key=lambda name: (-len(name), name))  # type: ignore[call-overload]
    return "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in listed) + ")"


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + either(NUMBERS) + ")"
_VAGUE = either(VAGUE_NUMBERS)
_RANGE = rf"(?:(?:between\s+)?(?P<low>{_NUMBER})\s?(?:-|–|to|or|and)\s?)?(?P<number>{_NUMBER}|{_VAGUE})"
_IN_OTHER_UNITS = r"(?:\s*[(\[][^)\]]{1,25}[)\]])?"
_DISTANCE = rf"{_RANGE}[\s-]?(?P<unit>{either(UNITS_KM)})\b{_IN_OTHER_UNITS}"
_JOURNEY = (
    rf"(?:an?\s+)?(?:(?P<low2>{_NUMBER})\s?(?:-|–|to|or)\s?)?(?P<number2>{_NUMBER}|an|half\s+an|{_VAGUE})[\s-]"
    rf"(?P<time>{either(HOURS)})[\s-]\s?(?:\w+\s+)?(?P<travel>{either(TRAVEL_KM_PER_HOUR)})\b"
)
LENGTH = rf"(?<![\w.,$€£])(?:{_DISTANCE}|{_JOURNEY})"
"""A regular expression for a distance or a journey; its groups are read by `read_distance`."""

LENGTH_CUES = ("km", "kilomet", "mile", "metre", "meter", "yards", " mi ", "drive", "walk", "ride", "trek", "hike",
               "march", "journey", "trip", "flight")  # fmt: skip
"""One of these stands in every sentence that tells a distance."""


def read_distance(groups: dict[str, str | None], before: str = "") -> Distance | None:
    """The distance in the groups of a match of `LENGTH`; `before` are the words before it, for their hedges.

    >>> match = re.match(LENGTH, "10 to 15 km")
    >>> read_distance(match.groupdict())
    Distance(km=12.5, least=10.0, most=15.0)
    >>> read_distance(re.match(LENGTH, "two hours' drive").groupdict())
    Distance(km=105.0, least=50.0, most=160.0)
    """
    if (unit := groups.get("unit")) and groups.get("number"):
        factor: tuple[float, float] = (UNITS_KM[_plain(unit)],) * 2
        low, number = groups.get("low"), groups["number"]
    elif (time := groups.get("time")) and groups.get("number2"):
        slow, fast = TRAVEL_KM_PER_HOUR[_plain(groups["travel"] or "")]
        factor = (slow * HOURS[_plain(time)], fast * HOURS[_plain(time)])
        low, number = groups.get("low2"), groups["number2"]
    else:
        return None
    least, most = _count(number or "")
    if low:
        least = _count(low)[0]
    least, most = min(least, most) * factor[0], max(least, most) * factor[1]
    if re.search(either(ATMOST) + r"\s+(?:about\s+)?$", before):
        return Distance(most, 0.0, most)
    return Distance((least + most) / 2, least, most)


def _count(words: str) -> tuple[float, float]:
    plain = _plain(words)
    if plain in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[plain]
    value = {"an": 1.0, "half an": 0.5}.get(plain) or NUMBERS.get(plain) or float(plain.replace(",", ""))
    return value, value


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)
