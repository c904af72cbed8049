"""Full calendar days written out in a line or a header ("6 July 2021"): evidence of publication.

This is not the stage that reads the times of an article: only whole days count here, and a day that could be read in
two ways ("5/7/2021") is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from geo.model import Span
from geo.reading.months import ALL_MONTHS, ANY_MONTH, MONTH, OF, ORDINAL, WEEKDAY

EARLIEST_DAY = date(1900, 1, 1)

# Tried at every position in this order; the named groups end in the rule's number.
_DAY_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y0>\d{4})[-/.](?P<m0>\d{1,2})[-/.](?P<d0>\d{1,2})"),
    (
        "day month year",
        WEEKDAY
        + r"(?P<d1>\d{1,2})"
        + ORDINAL
        + OF
        + r"[\s-]+"
        + ANY_MONTH.format("n1")
        + ",?"
        + OF
        + r"[\s-]+(?P<y1>\d{4})",
    ),
    ("month day year", WEEKDAY + MONTH.format("n2") + r"\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4})"),
    ("dotted", r"(?P<d3>\d{1,2})\.\s?(?P<m3>\d{1,2})\.\s?(?P<y3>\d{4})"),
    ("slashed", r"(?P<a4>\d{1,2})[/-](?P<b4>\d{1,2})[/-](?P<y4>\d{4})"),
)
_ANY_DAY = re.compile(r"(?<![\w/.-])(?:" + "|".join(rule for _, rule in _DAY_RULES) + r")(?!\d|/\d)", re.I)
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?\s*")


def find_days(text: str) -> Iterator[tuple[Span, date]]:
    """The whole days written in `text`, in order, with where they stand in it.

    >>> [day.isoformat() for _, day in find_days("Published Tue, 6 July 2021 10:00, updated 2021-07-07T08:00:00Z")]
    ['2021-07-06', '2021-07-07']
    >>> list(find_days("5/7/2021 could be May or July"))
    []
    """
    for match in _ANY_DAY.finditer(text):
        day = _matched_day(match)
        if day is not None:
            yield Span(match.start(), match.end()), day


@dataclass(frozen=True, slots=True)
class UnsureDay:
    """A day in figures that can be read in two ways: with the day first, and with the month first."""

    span: Span
    day_first: date
    month_first: date


def find_unsure_days(text: str) -> Iterator[UnsureDay]:
    """The days in `text` that can be read in two ways, in order.

    >>> [(one.day_first.isoformat(), one.month_first.isoformat()) for one in find_unsure_days("Published 5/7/2021")]
    [('2021-07-05', '2021-05-07')]
    >>> list(find_unsure_days("Published 25/7/2021, again 7/7/2021"))
    []
    """
    for match in _ANY_DAY.finditer(text):
        if match["a4"] and match["a4"] != match["b4"] and _matched_day(match) is None:
            first, second, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
            one, other = build_day(year, second, first), build_day(year, first, second)
            if one is not None and other is not None:
                yield UnsureDay(Span(match.start(), match.end()), one, other)


def parse_day(text: str) -> date | None:
    """The first whole day in `text`, or None; eight digits in one count as well (20210706).

    >>> parse_day("2021-07-06T23:30:00-04:00").isoformat(), parse_day("20210706").isoformat(), parse_day("July 6")
    ('2021-07-06', '2021-07-06', None)
    """
    compact = _COMPACT.fullmatch(text)
    if compact:
        return build_day(*(int(part) for part in compact.groups()))
    return next((day for _, day in find_days(text)), None)


def build_day(year: int, month: int, day: int) -> date | None:
    """That day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def is_plausible(day: date, today: date) -> bool:
    """Whether an article could have come out on `day`: not before 1900, not after tomorrow (time zones)."""
    return EARLIEST_DAY <= day <= today + timedelta(days=1)


def _matched_day(match: re.Match[str]) -> date | None:
    found = {key: value for key, value in match.groupdict().items() if value is not None}
    rule = next(iter(found))[1:]
    if rule == "4":
        first, second, year = int(found["a4"]), int(found["b4"]), int(found["y4"])
        if first > 12 >= second or first == second:
            return build_day(year, second, first)
        if second > 12 >= first:
            return build_day(year, first, second)
        return None
    month = ALL_MONTHS[found["n" + rule].lower()] if "n" + rule in found else int(found["m" + rule])
    return build_day(int(found["y" + rule]), month, int(found["d" + rule]))
