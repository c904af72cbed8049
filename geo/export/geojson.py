"""Analysis -> GeoJSON (RFC 7946), for GIS programs: the one place where positions turn from lat, lon to lon, lat."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from geo.export.rows import build_rows, replace_surrogates
from geo.model import Analysis, Event, Geometry, Place

DRAWN_AS_POINT = frozenset({"point", "near", "district"})
"""Precisions at which a point says no more than the text does; what is wider has a shape or no geometry at all."""

Outline = Callable[[str], Geometry | None]


def build_geojson(analysis: Analysis, outline: Outline | None = None) -> str:
    """The events as the text of a FeatureCollection, one feature for each event; `id` is the event's.

    A line or area keeps its own geometry. `outline` gives the outline of a place by its id, for provinces and countries
    that come without one (`Gazetteer.outline` fits); a place that is wider than a point and has no shape, and an event
    without a place, are features with a null geometry, so that nothing is lost and nothing shown too precisely.
    `attribution` at the top names the data sets that the positions come from.
    """
    rows = build_rows(analysis)
    features = [
        {"type": "Feature", "id": event.id, "geometry": _geometry(event, analysis, outline), "properties": row}
        for event, row in zip(analysis.events, rows, strict=True)
    ]
    collection = {
        "type": "FeatureCollection",
        "attribution": sorted({str(row["attribution"]) for row in rows if row["attribution"]}),
        "features": features,
    }
    return json.dumps(_plain(collection), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _geometry(event: Event, analysis: Analysis, outline: Outline | None) -> Geometry | None:
    place = analysis.place_of(event)
    if place is None:
        return None
    if place.geometry is not None:
        return place.geometry
    if place.precision in DRAWN_AS_POINT:
        return _point(place)
    return outline(place.id) if outline else None


def _point(place: Place) -> Geometry:
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _plain(value: Any) -> Any:
    """`value` in JSON's own types, its texts such as can be encoded."""
    if isinstance(value, str):
        return replace_surrogates(value)
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, Sequence):
        return [_plain(part) for part in value]
    return value
