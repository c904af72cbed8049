"""Areas: a part of a country, province or town in a compass direction, the part along a neighbour, a coast."""

from __future__ import annotations

import math

from geopy.distance import distance
from shapely import affinity
from shapely.geometry import MultiLineString, MultiPolygon, Polygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.gazetteer import Gazetteer
from geo.model import Geometry, Place
from geo.shapes.points import BEARINGS, COMPASS, town_radius

SHARE = 0.4
"""What share of a whole's ground counts as its "northern" part: more than a third, less than half."""

CORNER_SHARE = 0.3
"""The same for "north-eastern"."""

ADJACENT_KM = 60.0
"""How deep ground "adjacent to" a neighbour reaches at most; never more than a third of the whole's own width."""

_DEGREE_KM = 111.2


def build_part(gazetteer: Gazetteer, whole: Place, direction: str) -> Place | None:
    """The part of `whole` in a compass direction ("N", "SW", C for the middle) as an area.

    From the outline where there is one (the outermost `SHARE` of its ground in that direction), else from a circle as
    large as the town. None for lines, points at sea and places without extent.
    """
    outline = gazetteer.outline(whole.id) or whole.geometry
    if outline is not None and outline["type"] in ("Polygon", "MultiPolygon"):
        area = _cut(_shapely(outline), direction)
    elif whole.precision in ("point", "near", "district"):
        area = _cut(_circle(whole, max(town_radius(whole), whole.precision_km)), direction)
    else:
        return None
    if area.is_empty:
        return None
    word = {"C": "central"}.get(direction, COMPASS[direction] + "ern")
    return _area_place(whole, area, "PART", f"{word} {whole.name}", f"part:{whole.id}:{direction}")


def build_adjacent(gazetteer: Gazetteer, whole: Place, neighbour: Place, direction: str | None = None) -> Place | None:
    """The part of the country `whole` along its border with the country `neighbour`, as an area.

    With a direction, only what also lies in that part, unless they do not meet. None where they share no border.
    """
    if not (whole.country and neighbour.country):
        return None
    border = gazetteer.border(whole.country, neighbour.country)
    outline = gazetteer.outline(whole.id)
    if border is None or border.geometry is None or outline is None:
        return None
    ground = _shapely(outline)
    west, south, east, north = ground.bounds
    across = min((north - south), (east - west) * math.cos(math.radians(border.lat))) * _DEGREE_KM
    area = ground.intersection(_widened(shape(dict(border.geometry)), min(ADJACENT_KM, across / 3), border.lat))
    if direction:
        narrower = area.intersection(_cut(ground, direction))
        area = narrower if not narrower.is_empty else area
    area = _only_areas(area)
    if area.is_empty:
        return None
    word = f"{COMPASS[direction]}ern areas" if direction and direction != "C" else "areas"
    name = f"{word} of {whole.name} along the border with {neighbour.name}"
    key = f"adjacent:{whole.id}:{neighbour.id}:{direction or ''}"
    return _area_place(whole, area, "PART", name, key)


def build_coast(gazetteer: Gazetteer, whole: Place, direction: str | None = None) -> Place | None:
    """The coast of a country or province as a line: its outline where no neighbour begins. None where it has none."""
    outline = gazetteer.outline(whole.id)
    if outline is None:
        return None
    ground = _shapely(outline)
    line = ground.boundary
    codes = gazetteer.neighbours(whole.country or "")
    inland = [b for code in codes if (b := gazetteer.border(whole.country or "", code)) and b.geometry]
    if whole.precision != "country":
        country = gazetteer.country(whole.country or "")
        around = gazetteer.outline(country.id) if country else None
        if around is None:
            return None
        line = line.intersection(_shapely(around).boundary.buffer(0.05))
    if inland:
        line = line.difference(unary_union([shape(dict(b.geometry or {})).buffer(0.05) for b in inland]))
    if direction and direction != "C":
        line = line.intersection(_cut(ground, direction).buffer(0.02))
    parts = [p for p in getattr(line, "geoms", [line]) if p.geom_type == "LineString" and p.length > 0.05]
    if not parts:
        return None
    longest = max(parts, key=lambda p: float(p.length))
    middle = longest.interpolate(0.5, normalized=True)
    word = f"{COMPASS[direction]} " if direction and direction != "C" else ""
    return Place(
        id=f"coast:{whole.id}:{direction or ''}",
        name=f"{word}coast of {whole.name}",
        lat=round(float(middle.y), 5),
        lon=round(float(middle.x), 5),
        feature="COAST",
        country=whole.country,
        countries=whole.countries,
        admin1=whole.admin1,
        precision="line",
        precision_km=0.0,
        geometry=mapping(MultiLineString(parts)),
        source="text",
        attribution=whole.attribution,
    )


def _cut(ground: BaseGeometry, direction: str) -> BaseGeometry:
    """The outermost share of `ground` in a direction: a straight line is moved across until the share fits."""
    if direction == "C":
        centre = ground.centroid
        return _only_areas(ground.intersection(affinity.scale(ground.envelope, 0.5, 0.5, origin=centre)))
    share = SHARE if len(direction) == 1 else CORNER_SHARE
    west, south, east, north = ground.bounds
    middle = ground.centroid
    reach = 2 * max(east - west, north - south) + 1
    turn = -BEARINGS[direction]
    wanted = share * ground.area
    near, far = -reach, reach
    for _ in range(18):
        at = (near + far) / 2
        if _beyond(ground, middle.x, middle.y, at, reach, turn).area > wanted:
            near = at
        else:
            far = at
    return _only_areas(_beyond(ground, middle.x, middle.y, far, reach, turn))


def _beyond(ground: BaseGeometry, x: float, y: float, at: float, reach: float, turn: float) -> BaseGeometry:
    half = box(x - 2 * reach, y + at, x + 2 * reach, y + 4 * reach)
    return ground.intersection(affinity.rotate(half, turn, origin=(x, y)))


def _circle(place: Place, km: float) -> BaseGeometry:
    points = [distance(kilometers=km).destination((place.lat, place.lon), bearing=b) for b in range(0, 360, 15)]
    return Polygon([(p.longitude, p.latitude) for p in points])


def _widened(line: BaseGeometry, km: float, lat: float) -> BaseGeometry:
    """`line` with `km` of ground on both sides; degrees of longitude are narrower away from the equator."""
    narrow = max(0.2, math.cos(math.radians(lat)))
    flat = affinity.scale(line.simplify(0.02), narrow, 1.0, origin=(0, 0))
    return affinity.scale(flat.buffer(km / _DEGREE_KM), 1 / narrow, 1.0, origin=(0, 0))


def _only_areas(area: BaseGeometry) -> BaseGeometry:
    polygons = [p for p in getattr(area, "geoms", [area]) if p.geom_type == "Polygon" and not p.is_empty]
    return polygons[0] if len(polygons) == 1 else MultiPolygon(polygons)


def _shapely(outline: Geometry) -> BaseGeometry:
    ground: BaseGeometry = shape(dict(outline))
    parts = list(getattr(ground, "geoms", (ground,)))
    if len(parts) > 40:
        ground = MultiPolygon(sorted(parts, key=lambda part: float(-part.area))[:40])
    ground = ground.simplify(0.01)
    return ground if ground.is_valid else ground.buffer(0)


def _area_place(whole: Place, area: BaseGeometry, feature: str, name: str, key: str) -> Place:
    inside = area.representative_point()
    return Place(
        id=key,
        name=name,
        lat=round(float(inside.y), 5),
        lon=round(float(inside.x), 5),
        feature=feature,
        country=whole.country,
        countries=whole.countries or ((whole.country,) if whole.country else ()),
        admin1=whole.admin1,
        precision="area",
        precision_km=0.0,
        geometry=mapping(area.simplify(0.005)),
        source="text",
        attribution=whole.attribution,
    )
