"""What dates mean that name themselves: "5 July 2021", "July 5", "05/07/2021", "the 13th", "480 BC"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import MAXYEAR, date

from geo.dates.calendars.famous import find_famous_day
from geo.dates.context import Context
from geo.dates.families.beside import carry_month, find_weekday_behind, fit_weekday, name_contradiction
from geo.dates.families.years import full_year, pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_day, build_year, interval_of
from geo.dates.words import (
    parse_month,
    parse_ordinal,
    parse_weekday,
)
from geo.model import Interval, TimeReading

_SINCE = re.compile(r"\bsince (?:the )?\Z", re.IGNORECASE)


def build_reading(year: int | None, month: int, day: int) -> Reading | None:
    """A day's reading: XXXX without a year, a marked unknown where the month has no such day."""
    if year is not None and year < 0:
        return Reading(f"{build_year(year)}-{month:02}-{day:02}")
    if year is None:
        known = 1 <= day <= monthrange(2000, month)[1]
        return Reading(f"XXXX-{month:02}-{day:02}" if known else f"XXXX-{month:02}-XX", told=False)
    value = build_day(year, month, day)
    if value is None:
        return Reading(f"{year:04}-{month:02}-XX", interval=interval_of("XXXX"), told=False)
    return Reading(value)


def day_number(word: str) -> int:
    """The number of a day word such as "5", "5th" or "second", 0 where it has none."""
    return parse_ordinal(word) or 0


def full_date(m: re.Match[str], context: Context) -> Meaning:
    """Day, month and year. A weekday that does not fit the date is kept as told, the date rules."""
    month = parse_month(m["month"])
    if month is None:
        return None
    reading = build_reading(full_year(m["year"], context.now().year), month, day_number(m["day"]))
    weekday = _weekday_told(m, context)
    context.used = "none"  # the anchor tells at most the century of a year in two figures
    return _with_weekday(reading, weekday)


def day_of_month(m: re.Match[str], context: Context) -> Meaning:
    """Day and month, the year from the anchor, or from the weekday that stands with it."""
    month, day = parse_month(m["month"]), day_number(m["day"])
    if month is None:
        return None
    famous = find_famous_day(month, day, m.start(), m.end(), context)
    if famous is not None:
        context.used = "none"
        return Reading(famous.isoformat())
    year = pick_year(month, day, context, m.start("month"), m.end("month"))
    if (month, day) == (2, 29) and year is not None:
        year = _leap_year(year, context.future(m.start(), m.end()))
    if (
        year is not None
        and context.published is not None
        and _SINCE.search(m.string, max(0, m.start() - 12), m.start())
    ):
        year -= (year, month, day) > (context.published.year, context.published.month, context.published.day)
    weekday = _weekday_told(m, context)
    if weekday and year:
        near = context.told.year if m.start() - context.told.at < 300 else None
        year = fit_weekday(year, month, day, weekday, context.mode == "narrative", near) or year
    return _with_weekday(build_reading(year, month, day), weekday)


def _weekday_told(m: re.Match[str], context: Context) -> int | None:
    """The weekday that stands before a date or behind it."""
    before = m.groupdict().get("weekday")
    return parse_weekday(before) if before else find_weekday_behind(context.text, m.end())


def _with_weekday(reading: Reading | None, weekday: int | None) -> Reading | None:
    """The reading, marked where the weekday told with it is another one: the date rules."""
    if reading is None or weekday is None:
        return reading
    return replace(reading, alternatives=name_contradiction(reading.value, weekday))


def _leap_year(year: int, ahead: bool) -> int:
    """The year itself if it has a 29 February, else the last that had one, or the next that will."""
    near = range(year, year + 9) if ahead else range(year, max(0, year - 9), -1)
    return next((one for one in near if 0 < one <= MAXYEAR and monthrange(one, 2)[1] == 29), year)


def relative_year(m: re.Match[str], context: Context) -> Meaning:
    """A day or month with "this year", "last year", "of that year", "of the same year"."""
    words = m["which"].lower()
    deictic = words.split()[0] in ("this", "last", "next")
    anchor = context.now() if deictic else context.then(m.start())
    named = m.groupdict()
    month = parse_month(m["month"] or named.get("m2") or "")
    if month is None:
        return None
    said = m["day"] or named.get("day2")
    day = day_number(said) if said else 0
    if anchor.year is None:
        return Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), told=False)
    step = (
        -1
        if re.match("last|the previous|the preceding", words)
        else 1
        if re.match("next|the (following|next)", words)
        else 0
    )
    year = anchor.year + step
    return build_reading(year, month, day) if day else Reading(f"{build_year(year)}-{month:02}")


def month_and_year(m: re.Match[str], context: Context) -> Meaning:
    """Month and year."""
    month = parse_month(m["month"])
    context.used = "none"
    if month is None or int(m["year"]) < 1:
        return None
    return Reading(f"{int(m['year']):04}-{month:02}")


def iso_date(m: re.Match[str], context: Context) -> Meaning:
    """2021-07-05, with or without a time."""
    context.used = "none"
    reading = (
        build_reading(int(m["year"]), int(m["mm"]), int(m["dd"]))
        if 1 <= int(m["mm"]) <= 12
        else Reading(f"{m['year']}-XX-XX", interval=interval_of("X"), told=False)
    )
    if reading and m["hh"] and int(m["hh"]) < 25 and "X" not in reading.value:
        return Reading(f"{reading.value}T{m['hh']}:{m['mi']}", "TIME")
    return reading


# Whose habit in figures is the month first, and where both are written (Unicode CLDR's short dates for the English of
# each country; the Philippines write either). All others put the day first, or the year.
MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "GU", "AS", "MP", "PR", "VI"})
EITHER_FIRST = frozenset({"CA", "KE", "GH", "BZ", "PA", "TW", "HK"})


def numeric_date(m: re.Match[str], context: Context) -> Meaning:
    """5/7/2021: by what alone can be, the article's other dates or its country's habit, else open and marked so."""
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["y"], context.now().year)
    context.used = "none"
    day_first = build_reading(year, b, a) if 1 <= b <= 12 and build_day(year, b, a) else None
    month_first = build_reading(year, a, b) if 1 <= a <= 12 and build_day(year, a, b) else None
    if day_first is None and month_first is None:
        if len(m["y"]) != 4 or not ("/" in m["sep"] or (0 < a < 60 and 0 < b < 60)):
            return None
        return Reading(f"{year:04}-XX-XX", interval=interval_of("X"), told=False)
    if day_first is None or month_first is None or day_first.value == month_first.value:
        return day_first or month_first
    if context.day_first is not None:
        return day_first if context.day_first else month_first
    readings = (
        TimeReading(day_first.value, interval_of(day_first.value), "written day first"),
        TimeReading(month_first.value, interval_of(month_first.value), "written month first"),
    )
    return _settled(readings, m, context)


def _settled(readings: tuple[TimeReading, TimeReading], m: re.Match[str], context: Context) -> Reading:
    """The day-first or the month-first reading, by what cannot be ahead or by the country's habit; else both."""
    days = [date.fromisoformat(one.value) for one in readings]
    published, home = context.published, next(iter(context.countries), None)
    likely = 0
    if published is not None:
        ahead = [day > published for day in days]
        off = [abs((day - published).days) for day in days]
        if ahead[0] != ahead[1] and not context.future(m.start(), m.end()):
            other = readings[not ahead.index(False)]
            reason = f"{other.reason}, though that day lies ahead of publication"
            return Reading(readings[ahead.index(False)].value, alternatives=(replace(other, reason=reason),))
        likely = int(off[1] < 8 < off[0])
    points = m["sep"].strip() == "." and home not in MONTH_FIRST
    if points or (home is not None and home not in EITHER_FIRST):
        kept = int(home in MONTH_FIRST)
        other = readings[not kept]
        reason = f"{other.reason}, against the habit " + ("with points" if points else f"in {home}")
        return Reading(readings[kept].value, alternatives=(replace(other, reason=reason),))
    both = Interval(min(days), max(days), "days")
    return Reading(readings[likely].value, interval=both, alternatives=readings)


def day_alone(m: re.Match[str], context: Context) -> Meaning:
    """ "the 13th", where a month was told not long before."""
    anchor = context.told
    if anchor.year is None or anchor.month is None or m.start() - anchor.at > 1500:
        return None
    token = context.clauses.token_at(m.end() - 1)
    following = context.text[m.end() : m.end() + 1]
    after = token.nbor() if token is not None and token.i + 1 < len(token.doc) else None
    if after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ"):
        return None
    # "On the 15th two stations burned": a number or article opens another phrase, whatever the parse makes of it.
    apart = after is not None and after.tag_ in ("CD", "DT", "PRP", "PRP$")
    bound = token is not None and token.dep_ in ("amod", "nummod", "compound") and token.head.i > token.i
    if token is None or (bound and not apart) or following == "-":
        return None
    if not re.search(
        r"\b(?:on|by|until|from|of|since|to|before|after|and) $",
        context.text[max(0, m.start() - 8) : m.start()].lower(),
    ):
        return None
    context.used = "told"
    number = day_number(m["ordday"])
    month = carry_month(number, m.start(), m.end(), anchor, context)
    return build_reading(*month, number) if month else None


def before_christ_range(m: re.Match[str], context: Context) -> Meaning:
    """492-490 BC, 264 to 241 BC: both years."""
    context.used = "none"
    return ("one", Reading(f"BC{int(m['first']):04}")), ("two", Reading(f"BC{int(m['second']):04}"))


def before_christ(m: re.Match[str], context: Context) -> Meaning:
    """480 BC, August 480 BC, the 470s BC, the 5th century BC."""
    context.used = "none"
    number = int(re.sub(r"\D", "", m["num"]))
    month = parse_month(m["month"]) if m["month"] else None
    if m["century"]:
        return Reading(f"BC{number - 1:02}")
    if m["num"].lower().endswith("s"):
        return Reading(f"BC{number // 10:03}")
    season = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}.get(
        (m["season"] or "").lower()
    )
    return Reading(f"BC{number:04}" + (f"-{season}" if season else f"-{month:02}" if month else ""))
