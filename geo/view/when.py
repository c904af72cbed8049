"""When something was, in words for the reader: days, spans, parts of the day, and whether a day is told at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from geo.model import Event, Interval, TimeExpression
from geo.view.wording import show_text

UNTOLD = "Date not told"
LONGEST_STAND_IN = 7
"""Days that those standing in for an untold one span at most; what spans more is told by how long it has gone on."""
NIGHT = "night"


@dataclass(frozen=True, slots=True)
class When:
    """When an event was, in words; `heading` leaves out the part of the day, under which the timeline gathers events.

    `kind` is "told" where the text dates the event, "stand-in" where another day (that of publication, or of a
    statement) stands in for one that is not told, "none" where nothing is known.
    """

    words: str
    heading: str
    kind: Literal["told", "stand-in", "none"]


def describe_day(day: date, weekday: bool = False, year: bool = True) -> str:
    """A day in words.

    >>> describe_day(date(2021, 7, 5), weekday=True)
    'Monday 5 July 2021'
    """
    words = f"{day:%A} " if weekday else ""
    words += f"{day.day} {day:%B}"
    return f"{words} {day.year}" if year else words


def describe_span(first: date, last: date) -> str:
    """Two days and what lies between them, without telling twice what both share.

    >>> describe_span(date(2021, 6, 28), date(2021, 7, 4)), describe_span(date(2021, 7, 4), date(2021, 7, 5))
    ('28 June – 4 July 2021', '4–5 July 2021')
    """
    if first.year != last.year:
        return f"{describe_day(first)} – {describe_day(last)}"
    if first.month != last.month:
        return f"{describe_day(first, year=False)} – {describe_day(last)}"
    return f"{first.day}–{describe_day(last)}"


def describe_between(first: date, last: date) -> str:
    """Somewhere between two days.

    >>> describe_between(date(2021, 6, 29), date(2021, 7, 6)), describe_between(date(2021, 7, 4), date(2021, 7, 5))
    ('between 29 June and 6 July 2021', 'between 4 and 5 July 2021')
    """
    if (first.year, first.month) == (last.year, last.month):
        return f"between {first.day} and {describe_day(last)}"
    return f"between {describe_day(first, year=first.year != last.year)} and {describe_day(last)}"


def describe_period(interval: Interval) -> str | None:
    """The name of a period that both ends of an interval make: a week, month, year or run of years; None for others.

    >>> describe_period(Interval(date(2021, 6, 28), date(2021, 7, 4), "week"))
    'the week of 28 June – 4 July 2021'
    >>> describe_period(Interval(date(2021, 9, 1), date(2021, 9, 30), "month"))
    'September 2021'
    >>> describe_period(Interval(date(1990, 1, 1), date(1999, 12, 31), "year"))
    '1990–1999'
    """
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return None
    if interval.precision == "week" and (last - first).days == 6:
        return f"the week of {describe_span(first, last)}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and _ends_month(last):
        return f"{first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return None


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1


def describe_interval(interval: Interval) -> str | None:
    """Within which days something lies, no more precisely than is known; None where nothing is.

    >>> describe_interval(Interval(date(2021, 9, 1), date(2021, 9, 30), "month"))
    'Some time in September 2021'
    >>> describe_interval(Interval(date(2021, 6, 29), date(2021, 7, 6), "days"))
    'Some time between 29 June and 6 July 2021'
    >>> describe_interval(Interval(None, date(2021, 7, 5), "unknown"))
    'By 5 July 2021'
    """
    first, last = interval.earliest, interval.latest
    if first is not None and first == last:
        return describe_day(first, weekday=True)
    if first is not None and last is not None:
        period = describe_period(interval)
        return f"Some time in {period}" if period else f"Some time {describe_between(first, last)}"
    if last is not None:
        return f"By {describe_day(last)}"
    return None if first is None else f"Since {describe_day(first)}"


def describe_when(event: Event, times: Sequence[TimeExpression] = ()) -> When:
    """When an event was: its days, else the words of the text, else that the text does not tell.

    `times` are those of the event's analysis; they tell a day that an event began on from the days it lies within.
    """
    first, last = event.interval.earliest, event.interval.latest
    if first is None and last is None:
        words = f"“{show_text(event.time_phrase)}”" if event.time_phrase else UNTOLD
        return When(words, UNTOLD, "none")
    if event.time_index is None and not event.time_phrase:
        if first is not None and last is not None and (last - first).days > LONGEST_STAND_IN:
            words = f"Since about {_describe_begin(first, event.interval)}"
            return When(words, words, "told")
        words = _describe_stand_in(first, last)
        return When(words, words, "stand-in")
    words = _describe_told(event, times)
    if not event.part_of_day or words.startswith("The night"):
        return When(words, words, "told")
    return When(f"{words}, {show_text(event.part_of_day)}", words, "told")


def _describe_begin(first: date, interval: Interval) -> str:
    """A begin that is reckoned from a length, no finer than the length was told."""
    if interval.precision in ("year", "season"):
        return str(first.year)
    return f"{first:%B} {first.year}" if interval.precision == "month" else describe_day(first)


def _describe_stand_in(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        known = first or last
        assert known is not None
        return f"Not told; {'after' if first else 'by'} {describe_day(known)}"
    return f"Not told; about {describe_day(first) if first == last else describe_span(first, last)}"


def _describe_told(event: Event, times: Sequence[TimeExpression]) -> str:
    first, last = event.interval.earliest, event.interval.latest
    told = times[event.time_index].interval if event.time_index is not None and event.time_index < len(times) else None
    if first is not None and last is not None and first != last:
        if NIGHT in (event.part_of_day or "") and (last - first).days == 1:
            return f"The {event.part_of_day} of {describe_span(first, last)}"
        if told is not None and told.earliest == first and told.latest is not None and told.latest < last:
            begun = describe_period(told)
            return f"Since {begun or describe_day(first)}"
        if event.status == "ongoing":
            return describe_period(event.interval) or describe_span(first, last)
    if first is not None and last is None and event.status in ("planned", "hypothetical"):
        return f"From {describe_day(first)} on"
    return describe_interval(event.interval) or UNTOLD
