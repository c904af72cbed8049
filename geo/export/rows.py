"""Analysis -> one flat row of plain values for each event: what every export format is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from geo.model import Actor, Analysis, Event, Toll, TollEffect

Value = str | int | float | None
Row = dict[str, Value]

EFFECTS: tuple[TollEffect, ...] = ("killed", "wounded", "captured", "missing", "displaced", "fled")
"""The effects that have columns of their own; what else befell people is in `toll_text`."""

COLUMNS: tuple[str, ...] = (
    "id",
    "date_earliest",
    "date_latest",
    "date_precision",
    "time_phrase",
    "part_of_day",
    "time_zone",
    "time_reason",
    "event_type",
    "sub_event_type",
    "category",
    "plover",
    "status",
    "clarity",
    "actor1",
    "actor2",
    "civilians",
    *(f"{effect}_{end}" for effect in EFFECTS for end in ("low", "best", "high")),
    "toll_text",
    "place_name",
    "place_text",
    "lat",
    "lon",
    "place_precision",
    "precision_km",
    "country",
    "country_name",
    "admin1",
    "geonameid",
    "said_by",
    "source_sentence",
    "sentence_start",
    "sentence_end",
    "title",
    "source",
    "url",
    "published",
    "attribution",
)
"""The columns, in order. `lat`, `lon` in degrees, `precision_km` in kilometres, offsets into the article's text.

`time_zone` is the IANA name of the zone that days and hours are meant in; `time_reason` tells in words why the event
has these days, and so whether another day only stands in for one that is not told.
"""


def build_rows(analysis: Analysis) -> list[Row]:
    """One row for each event in the order of the analysis, with exactly the keys of `COLUMNS`; None where unknown.

    Events without a place or a date are rows like all others. The sentence is quoted from the article's text by its
    offsets, so that `text[sentence_start:sentence_end] == source_sentence`.
    """
    return [_row(event, analysis) for event in analysis.events]


def _row(event: Event, analysis: Analysis) -> Row:
    article = analysis.article
    place = analysis.place_of(event)
    sentence = event.mentions[0].sentence if event.mentions else None
    row: Row = {
        "id": event.id,
        "date_earliest": _day(event.interval.earliest),
        "date_latest": _day(event.interval.latest),
        "date_precision": event.interval.precision,
        "time_phrase": event.time_phrase,
        "part_of_day": event.part_of_day,
        "time_zone": event.time_zone,
        "time_reason": event.reasons.get("time"),
        "event_type": event.event_type,
        "sub_event_type": event.sub_event_type,
        "category": event.category,
        "plover": event.plover,
        "status": event.status,
        "clarity": event.clarity,
        "actor1": _names(event.actors, "actor1"),
        "actor2": _names(event.actors, "actor2"),
        "civilians": _names(event.actors, "civilians"),
        "toll_text": _joined(toll.text for toll in event.toll),
        "place_name": place.name if place else None,
        "place_text": event.place_text,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
        "precision_km": place.precision_km if place else None,
        "country": place.country if place else None,
        "country_name": analysis.country_names.get(place.country) if place and place.country else None,
        "admin1": place.admin1 if place else None,
        "geonameid": place.geonameid if place else None,
        "said_by": event.said_by.text if event.said_by else None,
        "source_sentence": sentence.quote(article.text) if sentence else None,
        "sentence_start": sentence.start if sentence else None,
        "sentence_end": sentence.end if sentence else None,
        "title": article.title or article.name or None,
        "source": article.source,
        "url": article.url,
        "published": _day(article.published),
        "attribution": place.attribution if place else None,
    }
    for effect in EFFECTS:
        low, best, high = add_tolls(event.toll, effect)
        row |= {f"{effect}_low": low, f"{effect}_best": best, f"{effect}_high": high}
    return {column: row[column] for column in COLUMNS}


def add_tolls(tolls: Iterable[Toll], effect: TollEffect) -> tuple[int | None, int | None, int | None]:
    """The low, best and high count of people whom `effect` befell; None where nothing is said or an end is open.

    Counts of the same speaker are added up, less those that are part of another count and running totals over several
    events. Where speakers differ, low is the least and high the most that any says, and best stays open.

    >>> from geo.model import Span
    >>> def killed(low, best, high, **more): return Toll("killed", Span(0, 1), "", low, best, high, **more)
    >>> add_tolls([killed(3, 3, 3), killed(2, 2, 2), killed(1, 1, 1, subset_of=0)], "killed")
    (5, 5, 5)
    >>> add_tolls([killed(11, None, None)], "killed")
    (11, None, None)
    """
    by_speaker: dict[str | None, list[Toll]] = {}
    for toll in tolls:
        if toll.effect == effect and toll.subset_of is None and not toll.cumulative:
            by_speaker.setdefault(toll.said_by.text if toll.said_by else None, []).append(toll)
    sums = [_sum(group) for group in by_speaker.values()]
    if not sums:
        return None, None, None
    lows = [low for low, _, _ in sums if low is not None]
    highs = [high for _, _, high in sums]
    bests = {best for _, best, _ in sums}
    return (
        min(lows) if lows else None,
        bests.pop() if len(bests) == 1 else None,
        None if None in highs else max(high for high in highs if high is not None),
    )


def _sum(tolls: list[Toll]) -> tuple[int | None, int | None, int | None]:
    lows = [toll.low for toll in tolls if toll.low is not None]
    return sum(lows) if lows else None, _sum_of_all(t.best for t in tolls), _sum_of_all(t.high for t in tolls)


def _sum_of_all(counts: Iterable[int | None]) -> int | None:
    """The sum, None when any part is unknown: a sum with a gap would be too small."""
    total = 0
    for count in counts:
        if count is None:
            return None
        total += count
    return total


def _names(actors: Iterable[Actor], side: str) -> str | None:
    return _joined(actor.name or actor.text for actor in actors if actor.side == side)


def _joined(texts: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(text for text in texts if text)) or None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def replace_surrogates(text: str) -> str:
    """`text` with half characters, which no encoding can write, replaced one for one by the replacement character.

    >>> replace_surrogates("a\\ud800b") == "a\\ufffdb"
    True
    """
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
