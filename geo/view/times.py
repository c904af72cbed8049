"""Time expressions and modes -> what the reader is told about them: meaning, value, rule, anchor, other readings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from geo.model import Analysis, Interval, ModeStretch, TextMode, TimeExpression, TimeReading
from geo.view.time_rules import describe_rule
from geo.view.when import describe_between, describe_day, describe_period, describe_span
from geo.view.wording import show_text

Row = dict[str, Any]

CONTEXT = 60
"""Characters of the text that are quoted on either side of a time expression."""
OPENING = 48
"""Characters at most by which a stretch of the text is named: its first words."""
MODE_WORDS: Mapping[TextMode, str] = {
    "news": "Dates count from publication",
    "narrative": "Dates count from the last date told",
}
_DAY_PARTS = {
    "MO": "morning",
    "DA": "dawn",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century", "Q": "quarter"}
_HOURS = {"H": "hour", "M": "minute", "S": "second"}
_EDGES = {"START": "early", "MID": "in the middle", "END": "late"}
_MODS = {
    "APPROX": "about",
    "BEFORE": "before",
    "AFTER": "after",
    "ON_OR_BEFORE": "on or before",
    "ON_OR_AFTER": "on or after",
    "LESS_THAN": "less than",
    "MORE_THAN": "more than",
    "EQUAL_OR_LESS": "at most",
    "EQUAL_OR_MORE": "at least",
}
_VAGUE = {
    "PRESENT_REF": "now, at the time of writing",
    "PAST_REF": "some time in the past",
    "FUTURE_REF": "some time to come",
}
_PERIOD = re.compile(r"(\d+(?:\.\d+)?|X+)(DE|CE|[A-Z])")
_OPEN_WEEKDAY = re.compile(r"XXXX-WXX-(\d|WE)")
_OPEN_DAY = re.compile(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?$")
_NO_SUCH_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-XX$")
_MONDAY = date(2024, 1, 1)


def build_times(analysis: Analysis) -> list[Row]:
    """What is told of each time expression, in text order: plain values, texts with invisible controls made visible.

    Keys: `text`, `means`, `value` (TIMEX3 with its mod), `type`, `rule` (in words), `anchor` (in words), `others`
    (other readings in words), `earliest`, `latest` (ISO days or None), `known` (whether days are known), `missing`
    (whether a day is meant and not known), `quote` (some text before, the words, some after), `events` (ids of those it
    dates).
    """
    text = analysis.article.text
    published = analysis.article.published
    dated: dict[int, list[str]] = {}
    for event in analysis.events:
        if event.time_index is not None:
            dated.setdefault(event.time_index, []).append(event.id)
    return [
        {
            "text": show_text(time.text),
            "means": describe_time(time, published),
            "value": f"{time.value} ({time.mod})" if time.mod else time.value,
            "type": time.type,
            "rule": describe_rule(time.rule),
            "anchor": describe_anchor(time, published),
            "others": [describe_reading(other) for other in time.alternatives],
            "earliest": time.interval.earliest.isoformat() if time.interval.earliest else None,
            "latest": time.interval.latest.isoformat() if time.interval.latest else None,
            "known": has_days(time.interval),
            "missing": is_missing(time),
            "quote": _quote_around(text, time.span.start, time.span.end),
            "events": dated.get(index, []),
        }
        for index, time in enumerate(analysis.times)
    ]


def has_days(interval: Interval) -> bool:
    """Whether an interval has an end that is known."""
    return interval.earliest is not None or interval.latest is not None


def is_missing(time: TimeExpression) -> bool:
    """Whether a time means a day, month or year and it is not known which: not so of "three days" or "every Friday"."""
    vague = time.value in _VAGUE or time.value.startswith("BC")
    return time.type in ("DATE", "TIME") and not vague and not has_days(time.interval)


def _quote_around(text: str, start: int, end: int) -> list[str]:
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    return [show_text(part) for part in (before, text[start:end].replace("\n", " "), after)]


def describe_time(time: TimeExpression, published: date | None) -> str:
    """What a time expression means, in words and no more precisely than it is known.

    >>> from geo.model import Span
    >>> day = Interval(date(2021, 7, 5), date(2021, 7, 5), "time")
    >>> said = TimeExpression(Span(0, 6), "Monday", "TIME", "2021-07-05TMO", None, day, "published", "weekday")
    >>> describe_time(said, date(2021, 7, 6))
    'Monday 5 July 2021, morning'
    """
    words = _describe_value(time.type, time.value, time.mod, time.interval, published)
    return words[:1].upper() + words[1:]


def describe_reading(reading: TimeReading) -> str:
    """Another way to read a time expression, and what would make it so.

    >>> day = date(2021, 5, 7)
    >>> describe_reading(TimeReading("2021-05-07", Interval(day, day, "day"), "written month first"))
    'Friday 7 May 2021, written month first'
    """
    words = _describe_days(reading.value, None, reading.interval) or show_text(reading.value)
    return f"{words}, {show_text(reading.reason)}"


def describe_anchor(time: TimeExpression, published: date | None) -> str:
    """What a time expression counts from, in words."""
    if time.anchor == "published":
        return f"Publication, {describe_day(published)}" if published else "Publication"
    if time.anchor == "quote":
        return "When it was said, in a quotation"
    if time.anchor == "told":
        return "The date told before it"
    if time.type == "SET":
        return "Nothing: it tells how often, not when"
    if has_days(time.interval) or time.value.startswith("BC"):
        return "Nothing: it is complete in itself"
    if time.type == "DURATION":
        return "Nothing: it tells how long, not when"
    if published is None:
        return "Unknown: no publication date"
    return "Nothing that is known"


def build_modes(modes: Sequence[ModeStretch], text: str, published: date | None) -> list[Row]:
    """What dates count from, stretch by stretch in text order; neighbours that count alike are told once.

    Keys: `mode`, `words`, `reason`, `start` (offset into the text), `opening` (the first words of the stretch).
    """
    rows: list[Row] = []
    for stretch in modes:
        if rows and rows[-1]["mode"] == stretch.mode:
            continue
        words = MODE_WORDS[stretch.mode]
        if stretch.mode == "news":
            words += f", {describe_day(published)}" if published else ", which is not known"
        opening = text[stretch.span.start : stretch.span.end].lstrip()[:OPENING].partition("\n")[0]
        if len(opening) == OPENING:
            opening = opening.rpartition(" ")[0] or opening
        rows.append(
            {
                "mode": stretch.mode,
                "words": words,
                "reason": show_text(stretch.reason),
                "start": stretch.span.start,
                "opening": show_text(opening),
            }
        )
    return rows


def _describe_value(kind: str, value: str, mod: str | None, interval: Interval, published: date | None) -> str:
    days = _describe_days(value, mod, interval)
    if kind == "SET":
        return _describe_repetition(value)
    if value in _VAGUE:
        return _VAGUE[value] + (f": {days}" if days else "")
    if kind == "DURATION":
        return _describe_length(value, mod) + (f": {days}" if days else ", untold when")
    return days or _describe_unknown(value, published)


def _describe_days(value: str, mod: str | None, interval: Interval) -> str | None:
    """The days of a value in words, None where they are unknown."""
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        known = first or last
        return None if known is None else f"{'from' if first else 'by'} {describe_day(known)}{' on' if first else ''}"
    part = value.split("T", 1)[1] if "T" in value and not value.startswith("P") else ""
    about = f"{_MODS[mod]} " if mod in _MODS and not value.startswith("P") else ""
    if part == "NI" and (last - first).days == 1:
        return f"{about}the {_edge_word(mod)}night of {describe_span(first, last)}"
    if first == last:
        return about + describe_day(first, weekday=True) + _describe_part(part, mod)
    period = describe_period(interval)
    if period:
        return about + period
    # A season, quarter or weekend is meant whole; what early and late cut out of a period is a guess at its ends.
    whole = re.fullmatch(r"\d{4}-(?:[QH]\d|SP|SU|FA|WI|W\d\d-WE)|\d{2,4}", value) and mod not in _EDGES
    return about + (describe_span(first, last) if whole else f"some time {describe_between(first, last)}")


def _edge_word(mod: str | None) -> str:
    return {"START": "early ", "END": "late "}.get(mod or "", "")


def _describe_part(part: str, mod: str | None) -> str:
    """The part of a day, with a comma before it; nothing where none is told."""
    if part in _DAY_PARTS:
        return f", {_edge_word(mod)}{_DAY_PARTS[part]}"
    if part and "X" not in part:
        return f", {part}"
    return f", {_EDGES[mod]} in the day".replace("in the middle in", "in the middle of") if mod in _EDGES else ""


def _describe_length(value: str, mod: str | None) -> str:
    """How long a duration is: "3 years", "about 2 weeks", "some weeks"."""
    date_part, _, time_part = value.removeprefix("P").partition("T")
    words = [_counted(count, _UNITS.get(unit)) for count, unit in _PERIOD.findall(date_part)]
    words += [_counted(count, _HOURS.get(unit)) for count, unit in _PERIOD.findall(time_part)]
    known = [word for word in words if word]
    if not known:
        return "some time"
    return (f"{_MODS[mod]} " if mod in _MODS else "") + " and ".join(known)


def _counted(count: str, unit: str | None) -> str:
    if unit is None:
        return ""
    several = "centuries" if unit == "century" else f"{unit}s"
    if "X" in count:
        return f"some {several}"
    return f"{count} {unit if count == '1' else several}"


def _describe_repetition(value: str) -> str:
    if found := _OPEN_WEEKDAY.match(value):
        return f"every {_weekday(found[1])}{_describe_part(value.partition('T')[2], None).replace(',', '')}"
    if found := _OPEN_DAY.match(value):
        return f"every {date(2024, int(found[1]), 1):%B}"
    if re.fullmatch(r"P(?:T?\d+[A-Z]+)", value):
        length = _describe_length(value, None)
        return f"every {length.removeprefix('1 ')}"
    return "again and again"


def _weekday(figure: str) -> str:
    return "weekend" if figure == "WE" else f"{_MONDAY + timedelta(days=int(figure) - 1):%A}"


def _describe_unknown(value: str, published: date | None) -> str:
    """Why no day is known, with what of the day is."""
    why = "" if published else ": no publication date"
    if found := re.match(r"BC(\d{4})", value):
        return f"{int(found[1])} before Christ"
    if _NO_SUCH_DAY.match(value):
        return "unknown: the calendar has no such day"
    if found := _OPEN_WEEKDAY.match(value):
        return f"a {_weekday(found[1])}, unknown of which week{why}"
    if found := _OPEN_DAY.match(value):
        month = f"{date(2024, int(found[1]), 1):%B}"
        words = f"{int(found[2])} {month}" if found[2] else month
        return f"{words}, unknown of which year{why}"
    return "unknown: no publication date" if published is None else "unknown: the text does not tell enough"
