"""What ranges mean: "5-7 July", "26 June - 4 August 1952", "1939-45"; each end is an expression of its own."""

from __future__ import annotations

import re

from geo.dates.context import Context
from geo.dates.families.beside import find_year_behind
from geo.dates.families.explicit import build_reading, day_number
from geo.dates.families.years import pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_year
from geo.dates.words import (
    parse_month,
)


def year_range(m: re.Match[str], context: Context) -> Meaning:
    """1939-45, 1939-1945, 1939/40: both years."""
    first, second = int(m["first"]), m["second"]
    last = int(m["first"][: 4 - len(second)] + second)
    if not (1000 <= first < last < 2200 and last - first < 120):
        return None
    context.used = "none"
    return ("first", Reading(f"{first:04}")), ("second", Reading(f"{last:04}"))


def day_range(m: re.Match[str], context: Context) -> Meaning:
    """5-7 July, July 5-7, May 4 and 5: both days."""
    month = parse_month(m["month"])
    if month is None:
        return None
    first, last = day_number(m["first"]), day_number(m["second"])
    if m["year"]:
        year: int | None = int(m["year"])
        context.used = "none"
    else:
        year = find_year_behind(context, m.start(), m.end()) or pick_year(
            month, last, context, m.start("month"), m.end("month")
        )
    one, two = build_reading(year, month, first), build_reading(year, month, last)
    if one is None or two is None:
        return None
    return ("one", one), ("two", two)


def cross_range(m: re.Match[str], context: Context) -> Meaning:
    """26 June - 4 August 1952, March to May 2019, March 19-April 30: the first date shares the year of the second."""
    months = parse_month(m["month"]), parse_month(m["m2"])
    if None in months:
        return None
    first, last = _range_days(m)
    if m["year"]:
        year: int | None = int(m["year"])
        context.used = "none"
    else:
        year = find_year_behind(context, m.start(), m.end()) or pick_year(
            months[1] or 1, last, context, m.start("m2"), m.end("m2")
        )
    found = []
    for group, month, day in (("one", months[0] or 1, first), ("two", months[1] or 1, last)):
        at = None if year is None else year - (group == "one" and (months[0] or 0) > (months[1] or 0))
        if day:
            reading = build_reading(at, month, day)
            if reading is None:
                return None
        else:
            reading = Reading(f"{build_year(at)}-{month:02}" if at else f"XXXX-{month:02}", told=at is not None)
        found.append((group, reading))
    return tuple(found)


def _range_days(m: re.Match[str]) -> tuple[int, int]:
    """The days of a range from month to month, 0 where only months are told."""
    first, last = (m["d1"] or m["d1b"], m["d2"] or m["d2b"])
    return (day_number(first) if first else 0, day_number(last) if last else 0)
