"""What the dating of an event gives back, and what each kind of evidence says of the days that it happened on.

A time that is told, one of a statement, one that only stands in: each has its own interval and its own words.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from typing import Literal

from geo.dates.tense import Tense
from geo.dates.values import add_days
from geo.model import Interval, TimeExpression

TimeKind = Literal["told", "since", "same", "running", "report", "said", "published", "ahead", "background", "none"]
"""What the day rests on: a time told for the event itself, an open stretch, another mention of the same event, the time
that the text told last, the day that the report is about, that of a statement, that of publication as a stand-in,
something that lies ahead, something that was over before, nothing."""

_PARTS = {
    "MO": "morning",
    "DA": "dawn",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "MI": "midday",
}
_OPEN_START = {"since"}
_OPEN_END = {"until", "till", "by", "before"}


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event took place, as finely as the text says, and why that is believed.

    `index` is the expression's place in the list of times, None where the day rests on none of them. `value` is a whole
    day (YYYY-MM-DD), the best guess where `interval` is wider, None where no day can be named.
    """

    index: int | None
    interval: Interval
    value: str | None
    phrase: str | None
    part_of_day: str | None
    reason: str
    score: float
    kind: TimeKind = "told"


def whole_day(value: str) -> str | None:
    """The day of a value that has one, without its part of day.

    >>> whole_day("2021-07-05TMO"), whole_day("2021-07")
    ('2021-07-05', None)
    """
    found = re.match(r"\d{4}-\d\d-\d\d", value)
    return found[0] if found else None


def part_of_day(time: TimeExpression) -> str | None:
    """The part of day in words: "early morning", "night", "17:00"."""
    if "T" not in time.value or time.value.startswith("P"):
        return None
    part = time.value.split("T", 1)[1]
    if part == "XX":
        return None
    word = _PARTS.get(part, part)
    return {"START": "early ", "END": "late "}.get(time.mod or "", "") + word


def covers(interval: Interval, day: datetime.date) -> bool:
    """Whether a day lies within an interval that has both ends."""
    return interval.earliest is not None and interval.latest is not None and interval.earliest <= day <= interval.latest


def answer_told(
    time: TimeExpression,
    index: int,
    reason: str,
    score: float,
    before: str,
    tense: Tense | None,
    published: datetime.date | None,
    kind: TimeKind = "told",
) -> EventTime:
    """An event time from an expression, opened where "since", "until" or "by" stand `before` it."""
    interval, value = time.interval, whole_day(time.value)
    if before in _OPEN_START:
        begun = interval.earliest is None or published is None or interval.earliest <= published
        interval = replace(interval, latest=published if begun else None)
        reason, kind = f"{reason}; it began then", "since"
    elif before in _OPEN_END:
        ahead = (
            published if tense == "future" and interval.latest and published and interval.latest >= published else None
        )
        interval, reason = replace(interval, earliest=ahead), f"{reason}; it is told as {before} then"
    elif value is None and tense == "present" and published and covers(interval, published):
        value, reason = published.isoformat(), f"{reason}; it was going on at publication"
    if tense == "past" and published and covers(interval, published) and interval.precision not in ("day", "time"):
        interval = replace(interval, latest=published)  # what is over lies before the day on which it is told
    return EventTime(index, interval, value, time.text, part_of_day(time), reason, score, kind)


def answer_said(time: TimeExpression, index: int) -> EventTime:
    """What was said on a day happened by then: on that day or the one before, as news goes, and not surely so."""
    day = whole_day(time.value)
    latest = time.interval.latest
    if day is None or latest is None:
        reason = "when it was said is told, not when it was"
        return EventTime(index, time.interval, day, time.text, None, reason, 0.4, "said")
    said = datetime.date.fromisoformat(day)
    reason = f"not told; it was said “{time.text}”, so it happened by then"
    return EventTime(None, Interval(add_days(said, -1), said, "days"), day, None, None, reason, 0.45, "said")


def answer_about(day: datetime.date, published: datetime.date | None) -> EventTime:
    """The day that a report is about."""
    reason = "no time is told; the report is about this day, and names no later one"
    return EventTime(None, Interval(day, published, "days"), day.isoformat(), None, None, reason, 0.45, "report")


def answer_published(day: datetime.date | None, filed: datetime.date | None = None) -> EventTime:
    """The day of publication as a stand-in, said to be one; the dateline's, where the report was `filed` before."""
    if day is None:
        reason = "no time is told and the day of publication is not known"
        return EventTime(None, Interval(None, None, "unknown"), None, None, None, reason, 0.0, "none")
    reason = "no time is told; the day of publication stands in for it"
    if filed is not None and filed != day:
        day, reason = filed, "no time is told; the day of the dateline stands in for it"
    interval = Interval(add_days(day, -1), day, "days")
    return EventTime(None, interval, day.isoformat(), None, None, reason, 0.4, "published")


def answer_ahead(published: datetime.date, agreed: datetime.date | None) -> EventTime:
    """Something planned without a day: it lies ahead of publication, or of the day on which it was agreed."""
    if agreed is not None and agreed < published:
        reason = f"no time is told; it was planned on {agreed.isoformat()} and lies ahead of that"
        return EventTime(None, Interval(agreed, None, "unknown"), None, None, None, reason, 0.2, "ahead")
    reason = "no time is told; it lies ahead of publication"
    interval = Interval(published, None, "unknown")
    return EventTime(None, interval, published.isoformat(), None, None, reason, 0.2, "ahead")


def answer_background(until: datetime.date | None, why: str) -> EventTime:
    """Something that was over, or under way, before what the text tells next to it."""
    return EventTime(None, Interval(None, until, "unknown"), None, None, None, why, 0.3, "background")
