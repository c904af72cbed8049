"""Analysis -> analysis record: the plain values that `python -m geo analyse` writes and other programs read.

The keys are those of the record's description in README.md; offsets are Python string offsets into `text`, and
`text[start:end]` equals what is quoted, always.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from geo.model import (
    Actor,
    Analysis,
    Attribution,
    Candidate,
    DateEvidence,
    Event,
    EventMention,
    EventPlace,
    Interval,
    Place,
    Resolution,
    Span,
    TimeExpression,
    Toll,
)

RECORD_VERSION = "1"

Row = dict[str, Any]


def build_record(analysis: Analysis, doc_id: str | None = None) -> Row:
    """The analysis as a dictionary of plain values, in the order of the record's keys.

    `doc_id` is the caller's name for the document; without one it is the article's own name, else its digest.
    """
    article = analysis.article
    return {
        "doc_id": doc_id or article.name or article.sha256,
        "sha256": article.sha256,
        "text": article.text,
        "language": article.language,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": _day(article.published),
        "published_from": article.published_from,
        "published_rivals": [_rival(rival) for rival in article.published_rivals],
        "boilerplate": [_span(part) for part in article.boilerplate],
        "versions": {
            "record": analysis.versions.record,
            "program": analysis.versions.program,
            "model": analysis.versions.model,
            "gazetteer": analysis.versions.gazetteer,
        },
        "places": [_resolution(resolution) for resolution in analysis.places],
        "times": [_time(time) for time in analysis.times],
        "events": [_event(event, analysis) for event in analysis.events],
        "modes": [{**_span(each.span), "mode": each.mode, "reason": each.reason} for each in analysis.modes],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _rival(rival: DateEvidence) -> Row:
    return {
        "published": rival.day.isoformat(),
        "published_from": rival.origin,
        "quote": rival.quote,
        **(_span(rival.span) if rival.span else {"start": None, "end": None}),
    }


def _place(place: Place) -> Row:
    return {
        "id": place.id,
        "geonameid": place.geonameid,
        "name": place.name,
        "country": place.country,
        "countries": list(place.countries),
        "admin1": place.admin1,
        "admin2": place.admin2,
        "feature": place.feature,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "precision_km": place.precision_km,
        "geometry": place.geometry,
        "from": place.source,
    }


def _candidate(candidate: Candidate) -> Row:
    return {**_place(candidate.place), "score": round(candidate.score, 4), "reason": candidate.reason}


def _resolution(resolution: Resolution) -> Row:
    mention = resolution.mention
    return {
        **_span(mention.span),
        "text": mention.text,
        "inside": mention.inside,
        "kind": mention.kind,
        "role": mention.role,
        "resolved": _place(resolution.place) if resolution.place else None,
        "score": round(resolution.score, 4),
        "reason": resolution.reason,
        "alternatives": [_candidate(candidate) for candidate in resolution.alternatives],
    }


def _days(interval: Interval) -> Row:
    return {"earliest": _day(interval.earliest), "latest": _day(interval.latest)}


def _time(time: TimeExpression) -> Row:
    return {
        **_span(time.span),
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        **_days(time.interval),
        "precision": time.interval.precision,
        "anchor": time.anchor,
        "rule": time.rule,
        "alternatives": [
            {"value": other.value, **_days(other.interval), "reason": other.reason} for other in time.alternatives
        ],
    }


def _mention(mention: EventMention) -> Row:
    return {**_span(mention.span), "sentence_start": mention.sentence.start, "sentence_end": mention.sentence.end}


def _event_place(place: EventPlace) -> Row:
    return {"index": place.index, "role": place.role}


def _attribution(said_by: Attribution | None) -> Row | None:
    return {**_span(said_by.span), "text": said_by.text} if said_by else None


def _actor(actor: Actor) -> Row:
    return {
        **_span(actor.span),
        "text": actor.text,
        "name": actor.name,
        "id": actor.id,
        "side": actor.side,
        "sector": actor.sector,
        "country": actor.country,
    }


def _toll(toll: Toll) -> Row:
    return {
        "effect": toll.effect,
        "who": toll.who,
        "side": toll.side,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        **_span(toll.span),
        "text": toll.text,
        "cumulative": toll.cumulative,
        "subset_of": toll.subset_of,
        "said_by": _attribution(toll.said_by),
    }


def _event(event: Event, analysis: Analysis) -> Row:
    place = analysis.place_of(event)
    return {
        "id": event.id,
        "mentions": [_mention(mention) for mention in event.mentions],
        **_mention(event.mentions[0]),
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "category": event.category,
        "plover": event.plover,
        "mode": event.mode,
        "status": event.status,
        "clarity": event.clarity,
        "date_earliest": _day(event.interval.earliest),
        "date_latest": _day(event.interval.latest),
        "date_precision": event.interval.precision,
        "time_index": event.time_index,
        "time_phrase": event.time_phrase,
        "part_of_day": event.part_of_day,
        "time_zone": event.time_zone,
        "places": [_event_place(each) for each in event.places],
        "place_index": event.place_index,
        "place_name": place.name if place else None,
        "place_text": event.place_text,
        "country_name": analysis.country_names.get(place.country or "") if place else None,
        "admin1_name": place.admin1 if place else None,
        "actors": [_actor(actor) for actor in event.actors],
        "toll": [_toll(toll) for toll in event.toll],
        "said_by": _attribution(event.said_by),
        "score": round(event.score, 4),
        "reasons": dict(event.reasons),
    }
