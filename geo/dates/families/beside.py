"""What stands right beside a date and settles it: the weekday that it was, the year that "that year" means."""

from __future__ import annotations

import re
from datetime import date

from geo.dates.context import Context, Told
from geo.dates.values import Reading, add_days, add_months, build_day, interval_of
from geo.dates.words import parse_weekday
from geo.model import TimeReading

_DAYS = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
_LINK = (
    r"(?:,? (?:which (?:was|is|fell on) )?an? |, (?:it|that) was an? | ?\((?:an? )?"
    r"|[.;] (?:It|That|This|it|that) was an? )"
)
_BEHIND = re.compile(rf"{_LINK}{_DAYS}")
_BEFORE = re.compile(rf"[\w)]{_LINK}\Z")
_THEN_YEAR = re.compile(r",?(?: of)? (?:that|the same|that same|the very same) year\b")


def find_weekday_behind(text: str, end: int) -> int | None:
    """The weekday told behind a date that ends at the offset: "16 May, a Saturday", "16 May. It was a Saturday".

    >>> find_weekday_behind("On 16 May, a Saturday, they crossed.", 9)
    6
    """
    found = _BEHIND.match(text, end)
    return parse_weekday(found["weekday"]) if found else None


def is_same_day(context: Context, at: int) -> bool:
    """Whether a weekday at the offset tells more of the day told right before it: "27 September 2020, a Sunday"."""
    told = context.told
    return (
        told.day is not None and 0 < at - told.at < 64 and _BEFORE.search(context.text, max(0, at - 20), at) is not None
    )


def fit_weekday(year: int, month: int, day: int, weekday: int, forward: bool, near: int | None = None) -> int | None:
    """The year near `year` in which the day is that weekday: back first in news, `forward` first in a tale.

    A year told close by, `near`, comes right after `year` itself.

    >>> fit_weekday(2010, 5, 16, 6, forward=False), fit_weekday(2021, 3, 3, 6, forward=False)
    (2009, None)
    """
    steps = (1, -1, 2) if forward else (-1, 1, -2)
    for one in (year, near or year, *(year + step for step in steps)):
        value = build_day(one, month, day)
        if value and date.fromisoformat(value).isoweekday() == weekday:
            return one
    return None


def name_contradiction(value: str, weekday: int) -> tuple[TimeReading, ...]:
    """For a day told with a weekday that it was not: the day of that weekday next to it, and why it may be meant.

    >>> [each.value for each in name_contradiction("2021-03-03", 6)]
    ['2021-03-06']
    """
    here = interval_of(value).earliest
    if here is None or here.isoweekday() == weekday:
        return ()
    away = (weekday - here.isoweekday() + 3) % 7 - 3
    other = add_days(here, away)
    if other is None:
        return ()
    reason = f"if the weekday told is right and the date is not: {here.isoformat()} is a {here.strftime('%A')}"
    return (TimeReading(other.isoformat(), interval_of(other.isoformat()), reason),)


def find_year_behind(context: Context, at: int, end: int) -> int | None:
    """The year of dates with "of that year", "of the same year" behind them: the one told last before the offset."""
    return context.then(at, "Y").year if _THEN_YEAR.match(context.text, end) else None


_BACK = re.compile(r"\b(?:since|after|from|of|earlier)(?: on)? \Z")
_TURN = 14
"""How many days a day's number must lie below the one told before for the next month to be meant."""


def carry_month(number: int, at: int, end: int, told: Told, context: Context) -> tuple[int, int] | None:
    """Year and month of "the 3rd" behind a day told: the same month, or the next where the tale has passed its end."""
    if told.year is None or told.month is None:
        return None
    same = told.year, told.month
    if told.day is None or told.day.day - number < _TURN or _BACK.search(context.text, max(0, at - 12), at):
        return same
    if context.pluperfect(at, end):
        return same
    moved = add_months(*same, 1)
    if moved is None:
        return same
    value = build_day(*moved, number)
    here = context.published
    ahead = here is not None and value is not None and date.fromisoformat(value) > here
    return same if ahead and not context.future(at, end) else moved


def fit_number(number: int, weekday: int, anchor: date, ahead: bool) -> date | None:
    """The day of that number and weekday nearest to `anchor` on one side of it, the anchor itself included."""
    for off in range(201):
        day = add_days(anchor, off if ahead else -off)
        if day is not None and day.day == number and day.isoweekday() == weekday:
            return day
    return None


def weekday_reading(context: Context) -> Reading | None:
    """The day told last, for a weekday that only tells more of it."""
    told = context.told
    if told.day is None:
        return None
    context.used = "told"
    return Reading(told.day.isoformat())
