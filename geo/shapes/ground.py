"""Outlines as flat ground to cut and widen, over the antimeridian as well, and areas written back as GeoJSON places.

Ground that lies on both sides of the 180th meridian (Fiji, Chukotka, Kiribati) is laid out in one piece with longitudes
beyond 180; what is written is split there again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from geopy.distance import distance
from shapely import affinity
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.gazetteer import Gazetteer
from geo.model import Geometry, Place

DEGREE_KM = 111.2
MOST_PARTS = 60
"""Islands beyond the largest so many are left out."""

FAR_DEGREES = 3.0
"""Islands further off than this do not count for where the parts of a country are, unless they are large."""

_GLOBE = 360.0


@lru_cache(maxsize=128)
def load_ground(gazetteer: Gazetteer, place: Place) -> BaseGeometry | None:
    """The polygons of a place's outline, laid out in one piece; None where it has no outline with ground in it."""
    outline = gazetteer.outline(place.id) or place.geometry
    if outline is None or outline["type"] not in ("Polygon", "MultiPolygon"):
        return None
    return lay_out(shape(dict(outline)))


def lay_out(ground: BaseGeometry) -> BaseGeometry:
    """Valid polygons, simplified; those west of the antimeridian moved east where others lie there."""
    parts = list(getattr(ground, "geoms", (ground,)))
    if len(parts) > MOST_PARTS:
        parts = sorted(parts, key=lambda part: float(-part.area))[:MOST_PARTS]
    west, _, east, _ = MultiPolygon(parts).bounds
    if east - west > 300:
        # Land reaching both -180 and 180 is one stretch of ground cut by the edge of the map, unless it is the whole
        # globe: Antarctica alone has ground in every quarter.
        quarters = {math.floor((part.centroid.x + 180) / 90) for part in parts}
        if len(quarters) < 4 or any(part.bounds[0] > -179.9 and part.bounds[2] < 179.9 for part in parts):
            parts = [affinity.translate(part, _GLOBE) if part.bounds[2] < -30 else part for part in parts]
    laid = unary_union(parts) if east - west > 300 else MultiPolygon(parts)
    laid = laid.simplify(0.01)
    return only_areas(laid if laid.is_valid else laid.buffer(0))


def keep_near(ground: BaseGeometry) -> BaseGeometry:
    """`ground` without small islands far from the mainland: the west of Ecuador is not Galápagos alone."""
    parts = list(getattr(ground, "geoms", [ground]))
    main = max(parts, key=lambda part: float(part.area))
    whole = sum(part.area for part in parts)
    kept = [part for part in parts if part.area > 0.05 * whole or part.distance(main) < FAR_DEGREES]
    # An archipelago has no mainland to be far from.
    return only_areas(MultiPolygon(kept)) if main.area > 0.6 * whole else ground


def only_areas(area: BaseGeometry) -> BaseGeometry:
    """The polygons among the parts of a geometry."""
    polygons = [p for p in getattr(area, "geoms", [area]) if p.geom_type == "Polygon" and not p.is_empty]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def only_lines(line: BaseGeometry) -> list[LineString]:
    """The lines among the parts of a geometry."""
    return [part for part in getattr(line, "geoms", [line]) if isinstance(part, LineString) and part.length > 0]


def circle(lat: float, lon: float, km: float) -> BaseGeometry:
    """A circle of `km` round a point; its longitudes run on over the antimeridian, poles are cut off."""
    points = [distance(kilometers=km).destination((lat, lon), bearing=b) for b in range(0, 360, 15)]
    near = [(lon + (p.longitude - lon + 180) % _GLOBE - 180, p.latitude) for p in points]
    ring = Polygon(near)
    return ring if ring.is_valid else ring.buffer(0)


def widen(geometry: BaseGeometry, km: float) -> BaseGeometry:
    """`geometry` with `km` of ground round it; degrees of longitude are narrower away from the equator."""
    lat = (geometry.bounds[1] + geometry.bounds[3]) / 2
    narrow = max(0.1, math.cos(math.radians(lat)))
    flat = affinity.scale(geometry.simplify(0.02), narrow, 1.0, origin=(0, 0))
    return affinity.scale(flat.buffer(km / DEGREE_KM), 1 / narrow, 1.0, origin=(0, 0))


def write_geometry(geometry: BaseGeometry) -> Geometry:
    """GeoJSON with every longitude within -180 and 180: what lies beyond is cut off and moved round the globe."""
    west, _, east, _ = geometry.bounds
    if west < -180 or east > 180:
        pieces = [
            affinity.translate(geometry.intersection(box(-180 + turn, -90, 180 + turn, 90)), -turn)
            for turn in (-_GLOBE, 0.0, _GLOBE)
        ]
        flat = [part for piece in pieces for part in getattr(piece, "geoms", [piece]) if not part.is_empty]
        polygons = [part for part in flat if part.geom_type == "Polygon"]
        geometry = (
            MultiPolygon(polygons)
            if polygons
            else MultiLineString([part for part in flat if isinstance(part, LineString)])
        )
    return mapping(geometry)


def point_within(geometry: BaseGeometry) -> tuple[float, float]:
    """Latitude and longitude of a point well inside the largest polygon, or halfway along the longest line."""
    parts = list(getattr(geometry, "geoms", [geometry]))
    if parts[0].geom_type == "Polygon":
        inside: Point = max(parts, key=lambda part: float(part.area)).representative_point()
    else:
        inside = max(parts, key=lambda part: float(part.length)).interpolate(0.5, normalized=True)
    return round(float(inside.y), 5), round((float(inside.x) + 180) % _GLOBE - 180, 5)


def name_all(codes: Iterable[str | None]) -> tuple[str, ...]:
    """Country codes in alphabetical order, once each."""
    return tuple(sorted({code for code in codes if code}))


def build_drawn(
    key: str,
    name: str,
    geometry: BaseGeometry,
    feature: str,
    countries: Iterable[str | None],
    attribution: str,
    admin1: str | None = None,
    precision_km: float = 0.0,
) -> Place:
    """A place with an area or a line of its own, its point within the largest part of it."""
    line = geometry.geom_type in ("LineString", "MultiLineString")
    lat, lon = point_within(geometry)
    codes = name_all(countries)
    return Place(
        id=key,
        name=name,
        lat=lat,
        lon=lon,
        feature=feature,
        country=codes[0] if len(codes) == 1 else None,
        countries=codes,
        admin1=admin1,
        precision="line" if line else "area",
        precision_km=precision_km,
        geometry=write_geometry(geometry),
        source="text",
        attribution=attribution,
    )
