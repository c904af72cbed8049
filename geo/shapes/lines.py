"""Lines: the border between two countries or provinces, the stretch between two places."""

from __future__ import annotations

from geopy.distance import distance
from shapely.geometry import LineString, MultiLineString, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from geo.gazetteer import Gazetteer
from geo.model import Place

LONGEST_STRETCH_KM = 1500.0
"""Between places further apart than this no line is drawn: it would say nothing about where."""

_TOUCHING_DEGREES = 0.03


def build_border(gazetteer: Gazetteer, a: Place, b: Place) -> Place | None:
    """The border between two countries, or between two provinces, as a line; None where they do not touch.

    Country borders come ready from the gazetteer; province borders are where the one outline runs along the other.
    """
    if a.precision == b.precision == "country" and a.country and b.country:
        return gazetteer.border(a.country, b.country)
    first, second = gazetteer.outline(a.id), gazetteer.outline(b.id)
    if first is None or second is None:
        return None
    line = shape(dict(first)).boundary.intersection(shape(dict(second)).buffer(_TOUCHING_DEGREES))
    parts = [part for part in getattr(line, "geoms", [line]) if part.geom_type == "LineString" and part.length > 0]
    if not parts:
        return None
    merged: BaseGeometry = linemerge(MultiLineString(parts)) if len(parts) > 1 else parts[0]
    middle = _middle(merged)
    codes = tuple(sorted({code for code in (a.country, b.country) if code}))
    return Place(
        id=f"border:{a.id}:{b.id}",
        name=f"{a.name}–{b.name} border",
        lat=round(middle[1], 5),
        lon=round(middle[0], 5),
        feature="BORDER",
        country=codes[0] if len(codes) == 1 else None,
        countries=codes,
        precision="line",
        precision_km=0.0,
        geometry=mapping(merged),
        source="text",
        attribution=a.attribution,
    )


def build_between(a: Place, b: Place) -> Place | None:
    """The straight stretch between two points, with a fifth of its length as uncertainty: roads bend.

    None when either has no point of its own, or when they lie further apart than `LONGEST_STRETCH_KM`.
    """
    if "country" in (a.precision, b.precision) or a.id == b.id:
        return None
    length = distance((a.lat, a.lon), (b.lat, b.lon)).km
    if length > LONGEST_STRETCH_KM:
        return None
    codes = tuple(sorted({code for code in (a.country, b.country) if code}))
    return Place(
        id=f"between:{a.id}:{b.id}",
        name=f"between {a.name} and {b.name}",
        lat=round((a.lat + b.lat) / 2, 5),
        lon=round((a.lon + b.lon) / 2, 5),
        feature="BETWEEN",
        country=codes[0] if len(codes) == 1 else None,
        countries=codes,
        admin1=a.admin1 if a.admin1 == b.admin1 else None,
        precision="line",
        precision_km=round(max(1.0, length / 5), 1),
        geometry=mapping(LineString([(a.lon, a.lat), (b.lon, b.lat)])),
        source="text",
        attribution=a.attribution,
    )


def _middle(line: BaseGeometry) -> tuple[float, float]:
    longest = max(getattr(line, "geoms", [line]), key=lambda part: float(part.length))
    point = longest.interpolate(0.5, normalized=True)
    return float(point.x), float(point.y)
