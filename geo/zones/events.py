"""Events and places in, events out that know the zone their hours are meant in: that of the place they are drawn at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.model import Event, Resolution, TimeExpression
from geo.zones.named import find_named_zone
from geo.zones.offsets import describe_offset, offset_on
from geo.zones.places import ZoneReading, read_zone

_WORDS = "; hours are "
"""What every word about the zone begins with, so that it can be said anew where a place has changed."""


def mark_time_zones(
    events: Sequence[Event], places: Sequence[Resolution], times: Sequence[TimeExpression] = (), text: str = ""
) -> tuple[Event, ...]:
    """The events with the zone of the place that each is drawn at, None where there is no one zone.

    Where an hour or a part of a day is told, reasons["time"] says in which zone it is meant. An hour whose zone the
    text names itself ("14:30 GMT"; `times` and `text` show what stands behind it) keeps that name in part_of_day and
    is not converted. Marking events again, after places have changed, says it anew.
    """
    return tuple(_mark(event, places, times, text) for event in events)


def _mark(event: Event, places: Sequence[Resolution], times: Sequence[TimeExpression], text: str) -> Event:
    place = None if event.place_index is None else places[event.place_index].place
    day = _one_day(event)
    unplaced = ZoneReading(None, "it is not known where it happened")
    reading = unplaced if place is None else read_zone(place, day)
    reason, _, _ = event.reasons.get("time", "").partition(_WORDS)
    part = event.part_of_day
    time = times[event.time_index] if event.time_index is not None and event.time_index < len(times) else None
    if part or _tells_part(time):
        named = _named_zone(event, time, times, text) if part else None
        if part and named and not part.endswith(f" {named}"):
            part = f"{part} {named}"
        reason += _WORDS + _describe(reading, named, day)
    reasons = {**event.reasons, "time": reason} if reason else event.reasons
    return replace(event, time_zone=reading.zone, part_of_day=part, reasons=reasons)


def _one_day(event: Event) -> date | None:
    """A day by which to reckon offsets: the first that the event may have been on, else the last."""
    return event.interval.earliest or event.interval.latest


def _named_zone(event: Event, time: TimeExpression | None, times: Sequence[TimeExpression], text: str) -> str | None:
    """The zone that the text names for the event's hour, which may stand apart from its day."""
    clock = (event.part_of_day or "")[:5]
    hours = [
        other
        for other in times
        if f"T{clock}" in other.value and any(each.sentence.contains(other.span) for each in event.mentions)
    ]
    told = [find_named_zone(one.text, text[one.span.end :][:80]) for one in (*([time] if time else []), *hours)]
    return next((zone for zone in told if zone), find_named_zone(event.time_phrase or ""))


def _tells_part(time: TimeExpression | None) -> bool:
    """Whether a whole day is told with the part of it: "early on Monday", "late Thursday"."""
    return time is not None and time.mod in ("START", "END") and time.interval.precision in ("day", "time")


def _describe(reading: ZoneReading, named: str | None, day: date | None) -> str:
    if reading.zone is None:
        return f"told in {named}" if named else f"of no known zone, as {reading.reason}"
    zone = _in_brackets(reading.zone, day)
    if named:
        return f"told in {named} and not converted; the place keeps {zone}"
    other = reading.other
    if other is None or (day is not None and offset_on(other.zone, day) == offset_on(reading.zone, day)):
        return f"those of {zone}"
    return f"those of {zone}; {other.where} keep {_in_brackets(other.zone, day)}"


def _in_brackets(zone: str, day: date | None) -> str:
    offset = offset_on(zone, day) if day else None
    return zone if offset is None else f"{zone} ({describe_offset(offset)})"
