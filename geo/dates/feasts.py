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
from geo.dates.values import UNKNOWN, Reading, build_week
from geo.dates.years import pick_year
from geo.model import Interval, TimeReading

# The years in which every calendar here has a feast that can be written as a date.
_CALENDAR = (700, 9000)


def feast(m: re.Match[str], context: Context) -> Meaning:
    """Christmas, Good Friday, Nowruz, Eid: the day in the year named, else in the one that the anchor gives."""
    name = re.sub(r"\s+", " ", m["feast"].lower())
    eve = (m["eve"] or "").strip().lower()
    year = int(m["year"]) if m["year"] else None
    anchor = context.now()
    if not _CALENDAR[0] <= (year or anchor.year or 0) <= _CALENDAR[1]:
        return Reading("XXXX-XX-XX", told=False)
    if name == "eid":
        return _eid(m, context, year)
    if year is None:
        year = _feast_year(name, m, context)
    if year is None:
        return Reading("XXXX-XX-XX", told=False)
    day = _feast_day(name, year) - timedelta(days=1 if eve == "eve" else 0)
    if eve == "week":
        return Reading(build_week(day))
    return Reading(day.isoformat(), interval=_feast_days(name, day))


def _feast_year(name: str, m: re.Match[str], context: Context) -> int | None:
    """The year of a feast named without one; in news one far ahead is last year's, unless the clause looks ahead."""
    probe = _feast_day(name, context.now().year or 2000)
    year = pick_year(probe.month, probe.day, context, m.start(), m.end())
    if year is None or context.published is None or context.mode != "news" or context.future(m.start(), m.end()):
        return year
    return year - ((_feast_day(name, year) - context.published).days > 60)


def _feast_days(name: str, day: date) -> Interval | None:
    """The days of a feast of the moon, a day either way left open; None for others, which have one day."""
    if name not in ISLAMIC_DAYS:
        return None
    return Interval(day - timedelta(days=1), day + timedelta(days=ISLAMIC_DAYS[name][2]), "days")


def _eid(m: re.Match[str], context: Context, year: int | None) -> Meaning:
    """Eid alone: the feast, of fast-breaking or of sacrifice, that lies nearest, the other named as another reading."""
    anchor = context.now()
    here = anchor.day or date(year or anchor.year or 2000, anchor.month or 6, 15)
    ahead = context.future(m.start(), m.end())
    years = (year,) if year else (here.year - 1, here.year, here.year + 1)
    found = [(_feast_day(name, y), name) for y in years for name in ("eid al-fitr", "eid al-adha")]
    fit = [one for one in found if (one[0] > here) == ahead] or found
    fit.sort(key=lambda one: abs((one[0] - here).days))
    (day, name), others = fit[0], fit[1:2]
    rivals = tuple(
        TimeReading(other.isoformat(), _feast_days(called, other) or UNKNOWN, f"if {called.title()} is meant")
        for other, called in others
    )
    return Reading(day.isoformat(), "DATE", None, _feast_days(name, day), rivals)


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
    if not said and not _CALENDAR[0] <= (anchor.year or 0) <= _CALENDAR[1]:
        return Reading("XXXX-XX", told=False)
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
