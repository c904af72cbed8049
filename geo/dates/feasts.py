"""What feasts and the months of other calendars mean: Christmas, Good Friday, Nowruz, Eid, Ramadan, "14 Saratan"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.calendars import (
    EASTER_DAYS,
    FIXED_DAYS,
    ISLAMIC_DAYS,
    ISLAMIC_MONTHS,
    NTH_DAYS,
    SOLAR_MONTHS,
    easter,
    from_islamic,
    from_solar,
    islamic_year,
    nth_weekday,
)
from geo.dates.context import Context
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_week
from geo.dates.years import pick_year
from geo.model import Interval


def feast(m: re.Match[str], context: Context) -> Meaning:
    """Christmas, Good Friday, Nowruz, Eid: the day in the year named, else in the one that the anchor gives."""
    name = re.sub(r"\s+", " ", m["feast"].lower())
    eve = (m["eve"] or "").strip().lower()
    year = int(m["year"]) if m["year"] else None
    anchor = context.now()
    if year is None and anchor.year is None:
        return Reading("XXXX-XX-XX", told=False)
    if year is None:
        probe = _feast_day(name, anchor.year or 2000)
        year = pick_year(probe.month, probe.day, context, m.start(), m.end())
        past = context.published and context.mode == "news" and year and _feast_day(name, year) > context.published
        if (
            past
            and year
            and not context.future(m.start(), m.end())
            and (_feast_day(name, year) - (context.published or date.min)).days > 60
        ):
            year -= 1
    if year is None:
        return Reading("XXXX-XX-XX", told=False)
    day = _feast_day(name, year) - timedelta(days=1 if eve == "eve" else 0)
    if eve == "week":
        return Reading(build_week(day))
    if name in ISLAMIC_DAYS:
        length = ISLAMIC_DAYS[name][2]
        return Reading(
            day.isoformat(), interval=Interval(day - timedelta(days=1), day + timedelta(days=length), "days")
        )
    return Reading(day.isoformat())


def _feast_day(name: str, year: int) -> date:
    """The feast's (first) day in a year."""
    if name in FIXED_DAYS:
        return date(year, *FIXED_DAYS[name])
    if name in EASTER_DAYS:
        return easter(year) + timedelta(days=EASTER_DAYS[name])
    if name in NTH_DAYS:
        return nth_weekday(year, *NTH_DAYS[name])
    month, day, _ = ISLAMIC_DAYS[name]
    start = islamic_year(date(year, 1, 1))
    return next(
        d for y in (start, start + 1, start + 2) if (d := from_islamic(y, month, day)).year == year or y == start + 2
    )


def islamic_month(m: re.Match[str], context: Context) -> Meaning:
    """Ramadan, 12 Ramadan 1442: the month or the day, a day either way left open."""
    month = ISLAMIC_MONTHS[re.sub(r"\s+", " ", m["moon"].lower())]
    day = int(re.sub(r"\D", "", m["d"])) if m["d"] else None
    said = int(m["y"]) if m["y"] else None
    anchor = context.now()
    if said and said > 1900:
        year = islamic_year(date(said, 7, 1))
        year = min((year - 1, year, year + 1), key=lambda y: (from_islamic(y, month, 15).year != said, abs(y - year)))
    elif said:
        year = said
    elif anchor.day or anchor.year:
        here = anchor.day or date(anchor.year or 2000, anchor.month or 6, 15)
        year = islamic_year(here)
        years = (year - 1, year, year + 1)
        future = context.future(m.start(), m.end())
        fit = [
            y
            for y in years
            if (from_islamic(y, month, 1) >= here) == future or abs((from_islamic(y, month, 15) - here).days) < 45
        ]
        year = min(fit or years, key=lambda y: abs((from_islamic(y, month, 15) - here).days))
    else:
        return Reading("XXXX-XX", told=False)
    first = from_islamic(year, month, 1)
    if day is None:
        last = first + timedelta(days=29)
        middle = first + timedelta(days=15)
        return Reading(
            f"{middle.year:04}-{middle.month:02}",
            "DATE",
            None,
            Interval(first - timedelta(days=1), last + timedelta(days=1), "month"),
            told=False,
        )
    if not 1 <= day <= 30:
        return Reading("XXXX-XX-XX", told=False)
    at = first + timedelta(days=day - 1)
    return Reading(at.isoformat(), interval=Interval(at - timedelta(days=1), at + timedelta(days=1), "days"))


def solar_date(m: re.Match[str], context: Context) -> Meaning:
    """A Solar Hijri date as Afghan and Iranian news write it: "14 Saratan 1400"."""
    day = from_solar(int(m["y"]), SOLAR_MONTHS[m["solar"].lower()], int(m["d"]))
    context.used = "none"
    return Reading(day.isoformat()) if day else Reading("XXXX-XX-XX", told=False)
