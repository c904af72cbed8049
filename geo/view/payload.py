"""Analysis -> the plain values that map, timeline and reader draw from; no screen is needed to make them.

Texts are shown as text by all three; what is here is quoted from the article with invisible controls made visible.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from geo.model import Analysis, Event, EventStatus, Geometry, Place, Resolution, Span
from geo.view.segments import Highlight, build_segments
from geo.view.times import build_modes, build_times
from geo.view.tokens import build_tokens, family_of
from geo.view.when import describe_when
from geo.view.wording import (
    OWN_LIST,
    STATUS_HINTS,
    STATUS_LABELS,
    describe_place,
    describe_precision,
    describe_toll,
    find_sentence,
    show_text,
)

Row = dict[str, Any]
Outline = Callable[[str], Geometry | None]
ZoneWords = Callable[[str, date | None], str]
"""A time zone by its IANA name, with what its clocks show on a day (`geo.zones.describe_zone` fits)."""

TIMELINE_STATUSES: tuple[EventStatus, ...] = ("reported", "claimed")
"""What the timeline shows without being asked: what the article tells as having happened in its story."""
OUTLINED = frozenset({"province", "district", "area", "water", "line"})
"""Precisions of places that are drawn as their own outline where one is known."""
NAMED_KINDS = frozenset({"city", "facility", "province", "district", "water", "region"})
"""Kinds of mention whose words are a name; borders and descriptions are named by what they were resolved to."""
FINEST_DEGREES = 0.002
"""Outlines from the text are drawn to about 200 m; finer corners cannot be seen at the closest zoom that fits them."""
_OWN_ZONE = re.compile(r"\b[A-Z]{2,5}$")
"""How a part of the day ends that names its zone itself: "14:30 GMT"."""
_SIDES = {"actor1": "By", "actor2": "Against", "civilians": "Civilians:"}


@dataclass(slots=True)
class _Mark:
    """One place on the map while it is gathered."""

    key: str
    place: Place
    resolutions: list[int] = field(default_factory=list)
    events: list[str] = field(default_factory=list)


def build_payload(
    analysis: Analysis,
    outline: Outline | None = None,
    evidence: Sequence[Span] = (),
    zone_words: ZoneWords = lambda zone, day: zone,
) -> Row:
    """All that the screens draw for one analysis: events, marks, times, paragraphs, what was not placed, tokens.

    `outline` gives the outline of a place by its id, for provinces that come without one (`Gazetteer.outline` fits).
    `evidence` is where the text tells its day of publication, which the reader can be led to. `zone_words` puts a time
    zone into words.

    Keys: `digest` (changes with anything shown), `events`, `marks`, `times`, `modes`, `unplaced`, `paragraphs`, `dated`
    (whether a publication date is known), `tokens`. Marks carry lat, lon in degrees and GeoJSON geometries (lon, lat).
    """
    marks = _gather_marks(analysis)
    keys = {index: mark.key for mark in marks.values() for index in mark.resolutions}
    events = [_event(analysis, event, number, keys, zone_words) for number, event in enumerate(analysis.events)]
    article = analysis.article
    modes = build_modes(analysis.modes, article.text, article.published)
    # A text whose dates all hang alike says so among its details; where they change, the reader sees it in place.
    heads = [(mode["start"], mode) for mode in modes] if len(modes) > 1 else []
    payload: Row = {
        "article": article.sha256,
        "title": show_text(article.title or article.name or "Untitled article"),
        "dated": article.published is not None,
        "events": sort_events(events),
        "marks": [_mark(analysis, mark, _outline_of(mark.place, outline)) for mark in marks.values()],
        "unplaced": list(_unplaced(analysis)),
        "times": build_times(analysis),
        "modes": modes,
        "paragraphs": build_segments(article.text, _highlights(analysis, keys, evidence), article.sections, heads),
        "statuses": [{"key": key, "label": label, "hint": STATUS_HINTS[key]} for key, label in STATUS_LABELS.items()],
        "shown": _shown_statuses(analysis),
        "tokens": build_tokens(),
    }
    payload["digest"] = hashlib.sha256(repr(payload).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return payload


def sort_events(events: list[Row]) -> list[Row]:
    """The events in the order they happened, oldest first; undated ones last, in the order of the text.

    Of two that begin on the same day the shorter comes first, and what is told before what a day only stands in for.
    Open starts are sorted by their end.
    """

    def key(row: Row) -> tuple[bool, str, str, bool, str, int]:
        first, last = row["earliest"], row["latest"]
        known = first is not None or last is not None
        heading = row["day"] if known else ""
        return (not known, first or last or "", last or "9999", row["whenKind"] == "stand-in", heading, row["told"])

    return sorted(events, key=key)


def _shown_statuses(analysis: Analysis) -> list[str]:
    """What the timeline shows at first: what happened in the story; all that there is where none of it is that."""
    found = {event.status for event in analysis.events}
    return list(TIMELINE_STATUSES if found & set(TIMELINE_STATUSES) or not found else sorted(found))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _gather_marks(analysis: Analysis) -> dict[str, _Mark]:
    """One mark a place, however often the text names it."""
    marks: dict[str, _Mark] = {}
    for index, resolution in enumerate(analysis.places):
        if resolution.place is None:
            continue
        place = resolution.place
        # A country is one mark, whether it is named itself, by a demonym or by an abbreviation.
        key = f"country-{place.country}" if place.precision == "country" and place.country else place.id
        marks.setdefault(key, _Mark(key, place)).resolutions.append(index)
    at = {index: mark for mark in marks.values() for index in mark.resolutions}
    for event in analysis.events:
        if event.place_index in at:
            at[event.place_index].events.append(event.id)
    return marks


def _outline_of(place: Place, outline: Outline | None) -> Row | None:
    """The line or area to draw for a place, simplified to what can be seen; None for points and countries."""
    if place.precision == "country":
        return None
    geometry = place.geometry
    if geometry is None and outline is not None and place.precision in OUTLINED:
        geometry = outline(place.id)
    if geometry is None or geometry["type"] == "Point":
        return None
    drawn = shape(dict(geometry))
    span = max(drawn.bounds[2] - drawn.bounds[0], drawn.bounds[3] - drawn.bounds[1])
    simple = drawn.simplify(max(FINEST_DEGREES, span / 2000))
    made: Row = mapping(shapely.set_precision(simple, 1e-4, mode="pointwise"))
    return made


def _mark(analysis: Analysis, mark: _Mark, geometry: Row | None) -> Row:
    place = mark.place
    said = [_said(analysis, analysis.places[index]) for index in mark.resolutions]
    dateline = all(analysis.places[index].mention.role == "dateline" for index in mark.resolutions)
    # A dateline in capitals is a way of printing, not a name.
    words = list(dict.fromkeys(row["text"] for row in said if not row["text"].isupper() or len(row["text"]) < 4))
    return {
        "key": mark.key,
        "kind": "dateline" if dateline and not mark.events else "place",
        "lat": place.lat,
        "lon": place.lon,
        "form": _form(place, geometry),
        "km": _radius(place),
        "geometry": geometry,
        "iso": place.country if place.precision == "country" else None,
        "name": show_text(place.name),
        "label": _label(analysis, mark, words),
        "where": describe_place(place, analysis.country_names),
        "precision": describe_precision(place),
        "words": words,
        "attribution": place.attribution,
        "said": said,
        "events": mark.events,
    }


def _radius(place: Place) -> float:
    """The radius in km to draw round a place, 0 for none: known roughly only, or from general knowledge alone."""
    rough = place.precision == "near" or place.precision_km >= 2 or place.attribution == OWN_LIST
    return place.precision_km if rough else 0


def _label(analysis: Analysis, mark: _Mark, words: list[str]) -> str:
    """The name to write on the map: as the article has it, where it is a name at all."""
    named = all(analysis.places[index].mention.kind in NAMED_KINDS for index in mark.resolutions)
    return words[0] if words and named else show_text(mark.place.name)


def _form(place: Place, geometry: Row | None) -> str:
    """How a place is drawn: country, line, area (its own outline), round (an area of unknown outline) or point."""
    if place.precision == "country" and place.country:
        return "country"
    if geometry is not None:
        return "line" if "LineString" in geometry["type"] else "area"
    return "round" if place.precision in OUTLINED else "point"


def _said(analysis: Analysis, resolution: Resolution) -> Row:
    text = analysis.article.text
    sentence = _sentence_of(analysis, resolution.mention.span)
    others = [
        {"where": describe_place(other.place, analysis.country_names), "reason": show_text(other.reason)}
        for other in resolution.alternatives[:3]
    ]
    return {
        "text": show_text(resolution.mention.text),
        "role": resolution.mention.role,
        "kind": resolution.mention.kind,
        "quote": _quote(text, sentence, resolution.mention.span),
        "reason": show_text(resolution.reason),
        "score": round(resolution.score, 2),
        "others": others,
        "at": resolution.mention.span.start,
    }


def _sentence_of(analysis: Analysis, span: Span) -> Span:
    for event in analysis.events:
        for mention in event.mentions:
            if mention.sentence.contains(span):
                return mention.sentence
    return find_sentence(analysis.article.text, span)


def _quote(text: str, sentence: Span, word: Span) -> list[str]:
    """A sentence in three parts: what comes before the word that matters, the word, what follows it."""
    inner = Span(max(sentence.start, min(word.start, sentence.end)), min(sentence.end, max(word.end, sentence.start)))
    parts = (text[sentence.start : inner.start], text[inner.start : inner.end], text[inner.end : sentence.end])
    return [show_text(part.replace("\n", " ")) for part in parts]


def _event(analysis: Analysis, event: Event, number: int, keys: dict[int, str], zone_words: ZoneWords) -> Row:
    text = analysis.article.text
    place = analysis.place_of(event)
    told = event.mentions[0]
    family = family_of(event.event_type)
    when = describe_when(event, analysis.times)
    return {
        "id": event.id,
        "told": told.span.start,
        "number": number,
        "family": family.key,
        "type": event.event_type,
        "subtype": event.sub_event_type,
        "category": show_text(event.category),
        "status": event.status,
        "statusText": STATUS_LABELS[event.status],
        "summary": event.clarity == 2,
        "when": when.words,
        "day": when.heading,
        "whenKind": when.kind,
        "zone": _zone(event, zone_words),
        "time": None if event.time_index is None else str(event.time_index),
        "phrase": show_text(event.time_phrase) if event.time_phrase else None,
        "earliest": _iso(event.interval.earliest),
        "latest": _iso(event.interval.latest),
        "precision": event.interval.precision,
        "mark": keys.get(event.place_index) if event.place_index is not None else None,
        "where": describe_place(place, analysis.country_names) if place else None,
        "wherePrecision": describe_precision(place) if place else None,
        "placeText": show_text(event.place_text) if event.place_text else None,
        "unplaced": None if place else show_text(_why_unplaced(analysis, event)),
        "toll": [describe_toll(toll) for toll in event.toll],
        "actors": [
            {
                "name": show_text(actor.text or actor.name),
                "side": _SIDES[actor.side],
                "sector": actor.sector,
            }
            for actor in event.actors
        ],
        "saidBy": show_text(event.said_by.text) if event.said_by else None,
        "quotes": [_quote(text, mention.sentence, mention.span) for mention in event.mentions],
        "reasons": {key: show_text(reason) for key, reason in event.reasons.items()},
    }


def _zone(event: Event, zone_words: ZoneWords) -> str | None:
    """Whose clocks a part of the day is told by; None where none is known, no part is told, or it names its own."""
    if not event.part_of_day or not event.time_zone or _OWN_ZONE.search(event.part_of_day):
        return None
    return f"local time ({zone_words(event.time_zone, event.interval.earliest or event.interval.latest)})"


def _why_unplaced(analysis: Analysis, event: Event) -> str:
    if event.place_index is not None:
        return analysis.places[event.place_index].reason
    return event.reasons.get("place") or "The article does not tell where."


def _unplaced(analysis: Analysis) -> Iterator[Row]:
    for resolution in analysis.places:
        if resolution.place is None:
            yield _said(analysis, resolution)


def _highlights(analysis: Analysis, keys: dict[int, str], evidence: Iterable[Span]) -> Iterator[Highlight]:
    article = analysis.article
    for event in analysis.events:
        for mention in event.mentions:
            yield Highlight(mention.sentence, "event", event.id)
            yield Highlight(mention.span, "trigger", event.id)
        for actor in event.actors:
            yield Highlight(actor.span, "actor", event.id, f"Actor: {show_text(actor.name)}")
        for toll in event.toll:
            yield Highlight(toll.span, "toll", event.id, describe_toll(toll))
    for index, resolution in enumerate(analysis.places):
        hint = "Not placed: " + show_text(resolution.reason)
        if resolution.place is not None:
            hint = describe_place(resolution.place, analysis.country_names)
        kind = "place" if resolution.place is not None else "unplaced"
        yield Highlight(resolution.mention.span, kind, keys.get(index, ""), hint)
    for number, time in enumerate(analysis.times):
        yield Highlight(time.span, "time", str(number))
    for number, span in enumerate(evidence):
        yield Highlight(span, "evidence", str(number))
    if article.title_span:
        yield Highlight(article.title_span, "title", "")
    for part in article.boilerplate:
        yield Highlight(part, "passed-over", "", "Passed over: not part of the story")
