"""Lines: the border between two countries or provinces, where three borders meet, the stretch between two places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from geopy.distance import distance
from geopy.point import Point as GeoPoint
from shapely.geometry import LineString, MultiLineString, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge, nearest_points

from geo.gazetteer import Gazetteer
from geo.model import Place
from geo.shapes.ground import build_drawn, load_ground, name_all, only_lines

LONGEST_STRETCH_KM = 1500.0
"""Between places further apart than this no line is drawn: it would say nothing about where."""

MEETING_KM = 50.0
"""How far the ground "where three borders meet" reaches."""

_TOUCHING_DEGREES = (0.03, 0.1)
"""How near two outlines run where they are one line; the second for outlines drawn round towns."""

_SURVEYED_KM, _DRAWN_KM = 3.0, 20.0


@lru_cache(maxsize=128)
def build_border(gazetteer: Gazetteer, a: Place, b: Place) -> Place | None:
    """The border between two countries, provinces or regions, as a line; None where they do not touch.

    Country borders come ready from the gazetteer; of a province with another country, what of the countries' border
    runs along the province; of two provinces of one country, where the one outline runs along the other.
    """
    if a.precision == b.precision == "country" and a.country and b.country:
        return gazetteer.border(a.country, b.country)
    line = _between_countries(gazetteer, a, b) if a.country != b.country else _between_outlines(gazetteer, a, b)
    if line is None:
        return None
    parts = only_lines(line)
    if not parts:
        return None
    merged: BaseGeometry = linemerge(MultiLineString(parts)) if len(parts) > 1 else parts[0]
    drawn = any(gazetteer.is_drawn(place.id) for place in (a, b) if place.precision != "country")
    return build_drawn(
        f"border:{a.id}:{b.id}",
        f"{a.name}–{b.name} border",
        merged if merged.geom_type == "MultiLineString" else LineString(merged.coords),
        "BORDER",
        (a.country, b.country),
        a.attribution,
        precision_km=_DRAWN_KM if drawn else _SURVEYED_KM,
    )


def _between_countries(gazetteer: Gazetteer, a: Place, b: Place) -> BaseGeometry | None:
    border = gazetteer.border(a.country or "", b.country or "")
    if border is None or border.geometry is None:
        return None
    line: BaseGeometry = shape(dict(border.geometry))
    for place in (a, b):
        if place.precision == "country":
            continue
        ground = load_ground(gazetteer, place)
        if ground is None:
            return None
        line = line.intersection(ground.buffer(_TOUCHING_DEGREES[1]))
    return line


def _between_outlines(gazetteer: Gazetteer, a: Place, b: Place) -> BaseGeometry | None:
    first, second = load_ground(gazetteer, a), load_ground(gazetteer, b)
    if first is None or second is None or "country" in (a.precision, b.precision) or a.id == b.id:
        return None
    for tolerance in _TOUCHING_DEGREES:
        line: BaseGeometry = first.boundary.intersection(second.buffer(tolerance))
        if sum(part.length for part in only_lines(line)) > 3 * tolerance:
            return line
    return None


def build_meeting(gazetteer: Gazetteer, countries: Sequence[Place]) -> Place | None:
    """The point where the borders of three countries meet, with `MEETING_KM` round it; None where they do not."""
    if len(countries) != 3 or any(not place.country for place in countries):
        return None
    codes = [place.country or "" for place in countries]
    pairs = [(codes[0], codes[1]), (codes[1], codes[2]), (codes[0], codes[2])]
    lines = [shape(dict(border.geometry)) for pair in pairs if (border := gazetteer.border(*pair)) and border.geometry]
    if len(lines) < 2:
        return None
    first, second = min(
        (nearest_points(a, b) for i, a in enumerate(lines) for b in lines[i + 1 :]),
        key=lambda points: float(points[0].distance(points[1])),
    )
    if first.distance(second) > 0.5:
        return None
    lat, lon = (first.y + second.y) / 2, (first.x + second.x) / 2
    names = [place.name for place in countries]
    return Place(
        id=f"meeting:{'-'.join(sorted(codes))}",
        name=f"where {names[0]}, {names[1]} and {names[2]} meet",
        lat=round(float(lat), 5),
        lon=round(float(lon), 5),
        feature="MEETING",
        countries=name_all(codes),
        precision="near",
        precision_km=MEETING_KM,
        source="text",
        attribution="Natural Earth",
    )


def build_between(a: Place, b: Place) -> Place | None:
    """The straight stretch between two points, with a fifth of its length as uncertainty: roads bend.

    None when either has no point of its own, or when they lie further apart than `LONGEST_STRETCH_KM`.
    """
    length = _measure(a, b)
    if length is None:
        return None
    over = b.lon + (360 if b.lon - a.lon < -180 else -360 if b.lon - a.lon > 180 else 0)
    return build_drawn(
        f"between:{a.id}:{b.id}",
        f"between {a.name} and {b.name}",
        LineString([(a.lon, a.lat), (over, b.lat)]),
        "BETWEEN",
        (a.country, b.country),
        a.attribution,
        a.admin1 if a.admin1 == b.admin1 else None,
        round(max(1.0, length / 5), 1),
    )


def build_halfway(a: Place, b: Place) -> Place | None:
    """The point halfway between two others, with a sixth of the way as its radius: roads bend, and halfway is roughly.

    None under the same conditions as for the stretch.
    """
    length = _measure(a, b)
    if length is None:
        return None
    east = (b.lon - a.lon + 180) % 360 - 180
    middle = GeoPoint((a.lat + b.lat) / 2, (a.lon + east / 2 + 180) % 360 - 180)
    codes = name_all((a.country, b.country))
    return Place(
        id=f"halfway:{a.id}:{b.id}",
        name=f"halfway between {a.name} and {b.name}",
        lat=round(float(middle.latitude), 5),
        lon=round(float(middle.longitude), 5),
        feature="NEAR",
        country=codes[0] if len(codes) == 1 else None,
        countries=codes,
        admin1=a.admin1 if a.admin1 == b.admin1 else None,
        precision="near",
        precision_km=round(max(2.0, length / 6), 1),
        source="text",
        attribution=a.attribution,
    )


def _measure(a: Place, b: Place) -> float | None:
    """Kilometres between two places, None where no stretch between them would say where."""
    if {"country", "line", "water"} & {a.precision, b.precision} or a.id == b.id:
        return None
    length = float(distance((a.lat, a.lon), (b.lat, b.lon)).km)
    return length if length <= LONGEST_STRETCH_KM else None
