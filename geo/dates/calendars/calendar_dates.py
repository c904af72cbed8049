"""What dates of other calendars mean: Ramadan, 12 Ramadan 1442 AH, 14 Saratan 1400, Tikimt 24, 2013, BE 2564."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.calendars import ethiopian, islamic, jewish, solar
from geo.dates.calendars.feast_days import FeastDays
from geo.dates.calendars.feasts import build_days, choose_days, told_year
from geo.dates.calendars.naming import fold_name
from geo.dates.context import Context
from geo.dates.rule import Meaning, build_pattern
from geo.dates.values import Reading, build_day, interval_of
from geo.dates.words import parse_month, parse_ordinal
from geo.model import Interval, TimeReading

_UNKNOWN_DAY = Reading("XXXX-XX-XX", told=False)
_UNKNOWN_MONTH = Reading("XXXX-XX", told=False)
# Months that stand alone in news; the others are given names too ("Rajab", "Safar") and need a day or a year.
_ALONE = {"ramadan": 9, "muharram": 1}
_THING_BEHIND = re.compile(r" (?:War|City|Brigades?|Mosque|Street|Bridge|Square|Movement)\b")
_NAME_BEHIND = re.compile(r" (?!Mubarak|Kareem|Eid)[A-Z][a-z]+")
_NAME_BEFORE = re.compile(
    r"(?<![.!?:] )(?<!\n)\b(?!(?:During|In|On|Before|After|The|Since|By|This|Last|Until|Of|As|For|When|Throughout|Next)"
    r"\b)[A-Z][a-z]+ \Z"
)


def islamic_date(m: re.Match[str], context: Context) -> Meaning:
    """Ramadan, Ramadan 2021, 12 Ramadan 1442 AH, the last ten days of Ramadan: by the moon of the article's country."""
    month = islamic.MONTHS[fold_name(m["moon"])]
    said = m["d"] or m["d2"]
    day = parse_ordinal(said) if said else None
    year = told_year(m, context, m["y"])
    if year is None and _THING_BEHIND.match(m.string, m.end()):
        return None  # "the 10th of Ramadan City"
    edge = (m["edge"] or "").lower()
    counted = re.search(r"\b(first|last|final) (?:day|night) of", edge)
    if day is None and year is None and (month not in _ALONE.values() or not _stands_alone(m)):
        return None
    if day is not None and year is None and month != islamic.RAMADAN and not m["era"] and not _is_numbered(m):
        return None
    country = context.countries[0] if context.countries else None
    if year is not None and year < 1700:
        context.used = "none"
        moon = islamic.find_moon(year, month, country)
        months = _month_days(moon)
    else:
        chosen = choose_days(lambda one: _months_of(one, month, country), year, m, context)
        if chosen is None:
            return _UNKNOWN_MONTH if day is None and not counted else _UNKNOWN_DAY
        months = chosen
    if counted and day is None:
        day = 1 if counted[1] == "first" else (months.last - months.first).days + 1
    if day is None:
        return _part_of_month(months, edge, m["count"])
    if not 1 <= day <= 30:
        return _UNKNOWN_DAY
    moved = timedelta(days=day - 1)
    reading = build_days(
        FeastDays(months.first + moved, months.first + moved, tuple((d + moved, why) for d, why in months.others))
    )
    return _agreed(reading, m, slack=2)


def _stands_alone(m: re.Match[str]) -> bool:
    """Whether the month's name is no part of a person's ("Tariq Ramadan") or of a thing's ("Ramadan City")."""
    at, end = m.span("moon")
    lead = at > m.start()  # "the holy month of Ramadan", "the end of Ramadan"
    return m["moon"][0].isupper() and (
        lead or not (_NAME_BEHIND.match(m.string, end) or _NAME_BEFORE.search(m.string, max(0, at - 24), at))
    )


def _is_numbered(m: re.Match[str]) -> bool:
    """Whether a day without its year is written as one: "the 10th of Muharram"."""
    return re.match(r"\d{1,2}(?:st|nd|rd|th)", m["d"] or m["d2"] or "") is not None


def _month_days(moon: islamic.Moon) -> FeastDays:
    others = ((moon.other, moon.reason),) if moon.other else ()
    return FeastDays(moon.first, moon.first + timedelta(days=moon.length - 1), others)


def _months_of(year: int, month: int, country: str | None) -> list[FeastDays]:
    """The Islamic months of that number most of which lies in a Gregorian year."""
    start = islamic.islamic_year(date(year, 1, 1))
    months = [_month_days(islamic.find_moon(one, month, country)) for one in range(max(1, start - 1), start + 3)]
    return [days for days in months if (days.first + timedelta(days=15)).year == year]


def _part_of_month(days: FeastDays, edge: str, count: str | None) -> Reading:
    """The reading of a month or of its beginning, middle, end or first or last so many days; the value is a month."""
    first, last = days.ends
    precision = "month"
    if edge:
        word = "last" if re.search("end|last|final|late|clos", edge) else "mid" if "mid" in edge else "first"
        length = 7 if count == "week" else int(count) if count and count.isdigit() else 3 if count == "three" else 10
        if not count and re.search("start|beginning|end ", edge):
            length = 5
        span = timedelta(days=length - 1)
        if word == "last":
            first = days.last - span
        elif word == "mid":
            first, last = first + timedelta(days=10), last - timedelta(days=10)
        else:
            last = first + span
        precision = "days"
    middle = first + (last - first) / 2
    interval = Interval(first, last, "days" if precision == "days" else "month")
    others = tuple(
        TimeReading(f"{day.year:04}-{day.month:02}", Interval(day, day + (days.last - days.first), "month"), why)
        for day, why in ([] if edge else days.others)
    )
    return Reading(f"{middle.year:04}-{middle.month:02}", "DATE", None, interval, others, told=False)


def solar_date(m: re.Match[str], context: Context) -> Meaning:
    """A Solar Hijri date as Afghan and Iranian news write it: "14 Saratan 1400", "Saratan 14", "the month of Hut"."""
    month = solar.MONTHS[fold_name(m["solar"])]
    said = m["d"] or m["d2"]
    day = parse_ordinal(said) if said else None
    if m["y"]:
        year = int(m["y"])
        context.used = "none"
        if day is None:
            return _solar_month(year, month)
        found = solar.from_solar(year, month, day)
        return _agreed(Reading(found.isoformat()), m, slack=0) if found else _UNKNOWN_DAY
    month_of = m.string[m.start() : m.start("solar")].lower().startswith("the month of")
    if day and not month_of and not _FREE_BEHIND.match(m.string, m.end()):
        return None  # "5 Asad brothers"
    if not (day or month_of) or not {"AF", "IR"} & {*context.countries} or not m["solar"][0].isupper():
        return None

    def falls(in_year: int) -> list[FeastDays]:
        days = (solar.from_solar(one, month, day or 1) for one in (in_year - 622, in_year - 621))
        length = timedelta(days=0 if day else 28)
        return [FeastDays(one, one + length) for one in days if one is not None and one.year == in_year]

    chosen = choose_days(falls, None, m, context)
    if chosen is None:
        return _UNKNOWN_DAY if day else _UNKNOWN_MONTH
    if day is None:
        return _solar_month(solar.solar_year(chosen.first) or 0, month)
    return _agreed(build_days(chosen), m, slack=0)


def _solar_month(year: int, month: int) -> Reading:
    first = solar.from_solar(year, month, 1)
    after = solar.from_solar(year + month // 12, month % 12 + 1, 1)
    if first is None or after is None:
        return _UNKNOWN_MONTH
    middle = first + timedelta(days=15)
    last = after - timedelta(days=1)
    return Reading(f"{middle.year:04}-{middle.month:02}", interval=Interval(first, last, "month"), told=False)


def ethiopian_date(m: re.Match[str], context: Context) -> Meaning:
    """An Ethiopian date: "Tikimt 24, 2013"; a year that has not come there yet is a Gregorian one."""
    month, day = ethiopian.MONTHS[fold_name(m["eth"])], parse_ordinal(m["d"] or m["d2"] or "") or 0
    told = int(m["y"]) if m["y"] else None
    anchor = context.now()
    at_home = bool(ethiopian.LANDS & {*context.countries})
    if not (day or told) or not (m["era"] or at_home) or not m["eth"][0].isupper():
        return None
    if told is None and not _FREE_BEHIND.match(m.string, m.end()):
        return None
    if not day:
        context.used = "none"
        return _ethiopian_month(told or 0, month)
    if told is not None:
        context.used = "none"
        here = context.published or date(told + 8 if told < 9000 else told, 1, 1)
        if not m["era"] and told > ethiopian.ethiopian_year(here) and told <= here.year + 1:
            fits = (ethiopian.from_ethiopian(told - back, month, day) for back in (8, 7))
            found = next((one for one in fits if one is not None and one.year == told), None)
        else:
            found = ethiopian.from_ethiopian(told, month, day)
        return _agreed(Reading(found.isoformat()), m, slack=0) if found else _UNKNOWN_DAY
    if anchor.year is None:
        return _UNKNOWN_DAY

    def falls(in_year: int) -> list[FeastDays]:
        days = (ethiopian.from_ethiopian(in_year - back, month, day) for back in (8, 7))
        return [FeastDays(one, one) for one in days if one is not None and one.year == in_year]

    chosen = choose_days(falls, None, m, context)
    return _agreed(build_days(chosen), m, slack=0) if chosen else _UNKNOWN_DAY


def _ethiopian_month(year: int, month: int) -> Reading:
    first = ethiopian.from_ethiopian(year, month, 1)
    after = ethiopian.from_ethiopian(year + month // 13, month % 13 + 1, 1)
    if first is None or after is None:
        return _UNKNOWN_MONTH
    middle, last = first + (after - first) / 2, after - timedelta(days=1)
    return Reading(f"{middle.year:04}-{middle.month:02}", interval=Interval(first, last, "month"), told=False)


def jewish_date(m: re.Match[str], context: Context) -> Meaning:
    """A Jewish date with its year: "22 Tishrei 5784"."""
    context.used = "none"
    found = jewish.from_jewish(
        int(m["y"]), jewish.MONTHS[fold_name(m["jew"])], parse_ordinal(m["d"] or m["d2"] or "") or 0
    )
    return _agreed(Reading(found.isoformat()), m, slack=0) if found else _UNKNOWN_DAY


# What may stand behind a date without its year; before any other word its figure is a count.
_FREE_BEHIND = re.compile(
    r"\s*(?:[^\w\s]|\Z)|\n|\s(?:and|or|in|at|when|was|were|the|a|to|on|after|by|for|as|with|that|had|has|but|from|until|near"
    r"|while|where|which|he|she|they|it|[a-z]+ed)\b"
)
_HOUR_BEFORE = re.compile(r"\b(?:at|by|around|until|till|from|about|between|and|to) \Z", re.IGNORECASE)


def era_year(m: re.Match[str], context: Context) -> Meaning:
    """A year counted from elsewhere, with its mark: 1442 AH, 1400 SH, BE 2564, Minguo 110, Juche 110, 2013 E.C."""
    year = int(m["y"] or m["y2"])
    era = re.sub(r"[\s.]", "", m["era"] or m["era2"]).lower()
    context.used = "none"
    if era == "h" and _HOUR_BEFORE.search(m.string, max(0, m.start() - 10), m.start()):
        return None  # "at 1430H"
    if era in ("be", "minguo", "juche"):
        common = year - 543 if era == "be" else year + 1911
        return Reading(f"{common:04}") if 1750 <= common <= 2200 else None
    if era in ("sh", "ap", "hs", "ahs", "shamsi", "solar"):
        ends = solar.from_solar(year, 1, 1), solar.from_solar(year + 1, 1, 1)
    elif era == "ec":
        ends = ethiopian.from_ethiopian(year, 1, 1), ethiopian.from_ethiopian(year + 1, 1, 1)
    elif 1 <= year <= 1700:
        ends = islamic.find_moon(year, 1, "SA").first, islamic.find_moon(year + 1, 1, "SA").first
    else:
        return None
    reading = _year_between(*ends)
    begun = reading.interval.earliest if reading and reading.interval else None
    if begun and context.published and begun.year > context.published.year + 2:
        return None  # no year that far ahead is dated so: a number, and letters that mean something else
    return reading


def year_with_its_other(m: re.Match[str], context: Context) -> Meaning:
    """1400 (2021), 1442 (2020-21): the same year in two calendars; None where the two do not fit."""
    year, other = int(m["y"]), int(m["y2"])
    context.used = "none"
    first = solar.from_solar(year, 1, 1)
    after = solar.from_solar(year + 1, 1, 1)
    if first is None or after is None or other not in (first.year, after.year):
        first, after = islamic.find_moon(year, 1, "SA").first, islamic.find_moon(year + 1, 1, "SA").first
    if other not in (first.year, (after - timedelta(days=1)).year):
        return None
    reading = _year_between(first, after)
    return (("one", reading), ("two", Reading(f"{other:04}"))) if reading else None


def _year_between(first: date | None, after: date | None) -> Reading | None:
    """A year that runs from one day to the day before another; its value is the year that most of it lies in."""
    if first is None or after is None:
        return None
    middle, last = first + (after - first) / 2, after - timedelta(days=1)
    return Reading(f"{middle.year:04}", interval=Interval(first, last, "year"), told=False)


_GREGORIAN = (
    r"(?:(?P<day><ordinal:>|\d{1,2}) (?:of )?<month>,? <year>|<month:m2> (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? <year:y2>"
    r"|(?P<iy>[12]\d{3})-(?P<im>\d\d)-(?P<id>\d\d))"
)
_BEHIND = build_pattern(
    r"(?:,? ?[/(=]|,) ?(?:which is |that is,? |i\.e\.,? |or |corresponding to |equivalent to )?(?:the )?" + _GREGORIAN,
    True,
)
_BEFORE = re.compile(build_pattern(_GREGORIAN).pattern.removesuffix(r"(?!\w)") + r"\s?[/(=]\s?\Z", re.IGNORECASE)


def _agreed(reading: Reading, m: re.Match[str], slack: int) -> Reading:
    """The reading, settled by the Gregorian date that stands beside it, or marked where the two do not agree."""
    found = _BEHIND.match(m.string, m.end(), m.end() + 60) or _BEFORE.search(
        m.string, max(0, m.start() - 40), m.start()
    )
    if found is None:
        return reading
    month = parse_month(found["month"] or found["m2"] or "") or int(found["im"] or 0)
    told = build_day(
        int(found["year"] or found["y2"] or found["iy"]),
        month,
        parse_ordinal(found["day"] or found["day2"] or found["id"]) or 0,
    )
    if told is None:
        return reading
    day = date.fromisoformat(told)
    own = date.fromisoformat(reading.value)
    if abs((day - own).days) <= slack:
        return Reading(told)
    both = Interval(min(day, own), max(day, own), "days")
    rival = TimeReading(told, interval_of(told), "the date beside it in the other calendar, which is another day")
    return Reading(reading.value, interval=both, alternatives=(rival,), told=False)
