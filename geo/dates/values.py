"""TIMEX3 values: how they are spelt, and which days they cover.

Values follow TIMEX3 (ISO-TimeML): "2021-07-05", "2021-W27", "2021-07", "2021-SU", "2021-07-05TMO", "P3D", "PXW",
"PRESENT_REF". Unknown digits are X. Weeks are ISO weeks, Monday to Sunday.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from geo.model import Interval, TimePrecision, TimeReading, TimeType

UNKNOWN = Interval(None, None, "unknown")
NIGHT = "NI"

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?$")
_PART = re.compile(r"(\d{4})-(Q|H)(\d)$")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its words: value, type, and the days covered where the value alone does not say."""

    value: str
    type: TimeType = "DATE"
    mod: str | None = None
    interval: Interval | None = None
    alternatives: tuple[TimeReading, ...] = ()
    told: bool = True
    """Whether later words ("two days later") may count from here."""


def build_day(year: int, month: int, day: int) -> str | None:
    """The value of a day, None when there is no such day.

    >>> build_day(2020, 2, 29), build_day(2021, 2, 30)
    ('2020-02-29', None)
    """
    if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04}-{month:02}-{day:02}"


def build_year(year: int) -> str:
    """The value of a year; years before Christ are negative here, and beyond the calendar's ends a year is unknown.

    >>> build_year(2021), build_year(-490), build_year(10000)
    ('2021', 'BC0490', 'XXXX')
    """
    if year == 0 or abs(year) > MAXYEAR:
        return "XXXX"
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def build_week(day: date) -> str:
    """The ISO week that a day lies in.

    >>> build_week(date(2021, 7, 4))
    '2021-W26'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def add_days(day: date, days: int) -> date | None:
    """`days` later, None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> tuple[int, int] | None:
    """Year and month so many months on, None beyond the calendar's ends.

    >>> add_months(2021, 1, -2)
    (2020, 11)
    """
    index = year * 12 + month - 1 + months
    return (index // 12, index % 12 + 1) if 12 <= index < (MAXYEAR + 1) * 12 else None


def month_end(year: int, month: int) -> date:
    """The month's last day."""
    return date(year, month, monthrange(year, month)[1])


def build_duration(count: float | None, letter: str) -> str:
    """The value of a stretch of time; no count is an X.

    >>> build_duration(3, "D"), build_duration(None, "W"), build_duration(2, "F"), build_duration(90, "m")
    ('P3D', 'PXW', 'P4W', 'PT90M')
    """
    if letter == "F" and count is not None:
        count, letter = count * 2, "W"
    said = "X" if count is None else f"{count:g}" if count < 1e6 else f"{int(count)}"
    if letter in ("S", "m", "H"):
        return f"PT{said}{letter.upper()}"
    if letter == "N":
        return f"P{said}D"
    return f"P{said}{'W' if letter == 'F' else letter}"


def build_told(words: str, count: float | None, letter: str) -> str:
    """The value of a stretch whose count stands in the text as `words`: a half told in words is no decimal.

    >>> build_told("two and a half", 2.5, "Y"), build_told("2.5", 2.5, "Y"), build_told("several", None, "D")
    ('P2Y6M', 'P2.5Y', 'PXD')
    """
    if count is not None and count % 1 == 0.5 and "." not in words:
        return build_half(count, letter)
    return build_duration(count, letter)


def build_half(count: float, letter: str) -> str:
    """The value of a stretch whose half is told in words: years with months, hours with minutes, decades as years.

    >>> build_half(2.5, "Y"), build_half(1.5, "H"), build_half(0.5, "H"), build_half(0.5, "CE"), build_half(1.5, "M")
    ('P2Y6M', 'PT1H30M', 'PT30M', 'P50Y', 'P1.5M')
    """
    whole = int(count)
    if letter in ("DE", "CE"):
        return f"P{count * (10 if letter == 'DE' else 100):g}Y"
    if letter == "Y":
        return f"P{whole}Y6M" if whole else "P6M"
    if letter in ("H", "m"):
        unit, part = ("H", "30M") if letter == "H" else ("M", "30S")
        return f"PT{whole}{unit}{part}" if whole else f"PT{part}"
    return "PT12H" if (count, letter) == (0.5, "D") else build_duration(count, letter)


def _span(first: date, last: date, precision: TimePrecision, mod: str | None) -> Interval:
    """Those days, or the part of them that early, mid and late mean: about a third each, a little generous."""
    length = (last - first).days
    if length >= 6 and mod in ("START", "MID", "END"):
        step = timedelta(days=max(1, round(length * 0.4)))
        if mod == "START":
            last = first + step
        elif mod == "END":
            first = last - step
        else:
            first, last = first + step * 0.75, last - step * 0.75
    return Interval(first, last, precision if not mod or length < 6 else "days" if length < 32 else precision)


def interval_of(value: str, mod: str | None = None) -> Interval:
    """The days that a TIMEX3 value covers, first and last included; unknown for values without a full year.

    A night runs over into the next day. Winter runs from December of its year to February of the next.

    >>> interval_of("2021-W26")
    Interval(earliest=datetime.date(2021, 6, 28), latest=datetime.date(2021, 7, 4), precision='week')
    >>> interval_of("XXXX-07-05")
    Interval(earliest=None, latest=None, precision='unknown')
    """
    try:
        return _interval_of(value, mod)
    except (ValueError, OverflowError):
        return UNKNOWN


def _interval_of(value: str, mod: str | None) -> Interval:
    if found := _DAY.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        part = found[4]
        last = day + timedelta(days=1) if part == NIGHT or (part or "").startswith("24") else day
        return Interval(day, last, "time" if part else "day")
    if found := _MONTH.match(value):
        year, month = int(found[1]), int(found[2])
        return _span(date(year, month, 1), month_end(year, month), "month", mod)
    if found := _WEEK.match(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found[3] == "WE":
            return Interval(monday + timedelta(days=5), monday + timedelta(days=6), "days")
        if found[3]:
            day = monday + timedelta(days=int(found[3]) - 1)
            return Interval(day, day, "day")
        return _span(monday, monday + timedelta(days=6), "week", mod)
    if found := _SEASON.match(value):
        year, month = int(found[1]), _SEASON_MONTHS[found[2]]
        ends = add_months(year, month, 2) or (year, 12)
        return _span(date(year, month, 1), month_end(*ends), "season", mod)
    if found := _PART.match(value):
        year, months, number = int(found[1]), 3 if found[2] == "Q" else 6, int(found[3])
        return _span(date(year, (number - 1) * months + 1, 1), month_end(year, number * months), "season", mod)
    if re.fullmatch(r"\d{2,4}", value):
        scale = 10 ** (4 - len(value))
        first = max(1, int(value) * scale)
        return _span(date(first, 1, 1), date(int(value) * scale + scale - 1, 12, 31), "year", mod)
    if found := re.match(r"(\d{4})-(\d\d)-XX", value):
        return _interval_of(f"{found[1]}-{found[2]}", None)
    if found := re.match(r"(\d{4})-(XX|WXX|QX)", value):
        return _interval_of(found[1], None)
    return UNKNOWN
