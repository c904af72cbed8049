"""Where land meets water: the coast of a country or province, the sea before it, the shores of a lake."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from shapely.geometry import LineString, MultiLineString, shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import unary_union

from geo.gazetteer import Gazetteer
from geo.model import Place
from geo.shapes.areas import cut_side
from geo.shapes.courses import LAKES
from geo.shapes.ground import build_drawn, circle, load_ground, only_areas, only_lines, widen
from geo.shapes.points import BEARINGS, COMPASS

OFFSHORE_KM = 100.0
"""How far out the sea "off the coast" of a country reaches."""

OFF_TOWN_KM = 40.0
"""How far out the sea "off" a town reaches."""

SHORE_KM = 10.0
"""How far from the water's outline a shore reaches."""

SEA_SHORE_KM = 50.0
"""The same for seas and gulfs, whose outlines are coarser still."""

_COARSE = 0.25
"""Degrees: bays smaller than this do not turn a coast."""

SEA_REACH_KM = 60.0
"""How far from a sea's coarse outline its coast is still looked for."""


@lru_cache(maxsize=128)
def build_coast(
    gazetteer: Gazetteer, whole: Place, direction: str | None = None, sea: Place | None = None
) -> Place | None:
    """The coast of a country or province as a line: its outline where no neighbour begins. None where it has none.

    With a direction or a sea, only that side, or what lies along that sea.
    """
    ground = load_ground(gazetteer, whole)
    if ground is None:
        return None
    line = ground.boundary
    codes = gazetteer.neighbours(whole.country or "")
    inland = [b for code in codes if (b := gazetteer.border(whole.country or "", code)) and b.geometry]
    if whole.precision != "country":
        country = gazetteer.country(whole.country or "")
        around = load_ground(gazetteer, country) if country else None
        if around is None:
            return None
        line = line.intersection(around.boundary.buffer(0.05))
    if inland:
        line = line.difference(unary_union([shape(dict(b.geometry or {})).buffer(0.05) for b in inland]))
    if direction and direction != "C":
        facing = line.intersection(_facing(ground.simplify(_COARSE), direction).buffer(1.5 * _COARSE))
        line = facing if not facing.is_empty else line.intersection(cut_side(ground, direction).buffer(0.02))
    if sea is not None:
        water = LAKES.get(sea.id) or load_ground(gazetteer, sea)
        if water is None:
            return None
        line = line.intersection(widen(water, SEA_REACH_KM))
    parts = [part for part in only_lines(line) if part.length > 0.05]
    if not parts:
        return None
    word = f"{COMPASS[direction]} " if direction and direction != "C" else ""
    name = f"{sea.name + ' ' if sea else ''}{word}coast of {whole.name}"
    key = f"coast:{whole.id}:{direction or ''}{':' + sea.id if sea else ''}"
    codes = whole.countries or ((whole.country,) if whole.country else ())
    return build_drawn(key, name, MultiLineString(parts), "COAST", codes, whole.attribution, whole.admin1)


@lru_cache(maxsize=128)
def build_off(gazetteer: Gazetteer, place: Place, km: tuple[float, float] | None = None) -> Place | None:
    """The sea before a coast, a country, a province or a town, as an area; None where there is none.

    `km` are the least and the most that the text gives, each a fifth further off than told; else the sea within
    `OFFSHORE_KM`, or `OFF_TOWN_KM` of a town.
    """
    least, most = (0.8 * km[0], 1.2 * km[1]) if km else (0.0, 0.0)
    if place.feature == "COAST" and place.geometry is not None:
        shore: BaseGeometry = shape(dict(place.geometry))
        area = widen(shore, most or OFFSHORE_KM)
        inner = widen(shore, least) if least > 1 else None
    elif place.precision in ("country", "province", "area") and load_ground(gazetteer, place) is not None:
        coast = build_coast(gazetteer, place)
        return build_off(gazetteer, coast, km) if coast else None
    elif place.precision in ("point", "near", "district"):
        area = circle(place.lat, place.lon, (most or OFF_TOWN_KM) + place.precision_km)
        inner = circle(place.lat, place.lon, least) if least > 1 else None
    else:
        return None
    whole = area.area
    for code in _lands_near(gazetteer, area, place):
        country = gazetteer.country(code)
        ground = load_ground(gazetteer, country) if country else None
        if ground is not None:
            area = area.difference(ground)
    sea = area
    if inner is not None:
        area = area.difference(inner)
    area = only_areas(area if not area.is_empty else sea)
    # A lake or a river's mouth inland is no sea to be off of.
    if area.is_empty or area.area < 0.08 * whole:
        return None
    name = f"off {place.name}" if place.feature != "COAST" else f"off the {place.name}"
    if km:
        name = f"{(km[0] + km[1]) / 2:.3g} km " + name
    key = f"off:{place.id}:{most:.3g}"
    codes = place.countries or (place.country,)
    return build_drawn(key, name, only_areas(area.simplify(0.01)), "OFF", codes, place.attribution)


def build_shore(gazetteer: Gazetteer, water: Place, direction: str | None = None) -> Place | None:
    """The shores of a lake or sea, or the shore on one side of it, as the ground within `SHORE_KM` of its outline.

    Outlines of waters are coarse: the strip reaches as far inwards. None for a water without outline.
    """
    ground = LAKES.get(water.id) or load_ground(gazetteer, water)
    if ground is None:
        return None
    rim = ground.boundary if direction in (None, "C") else _facing(ground, str(direction))
    band = widen(rim, SEA_SHORE_KM if water.feature in ("SEA", "GULF", "BAY") else SHORE_KM)
    area = only_areas(band)
    if area.is_empty:
        return None
    word = f"{COMPASS[direction]} " if direction and direction != "C" else ""
    key = f"shore:{water.id}:{direction or ''}"
    return build_drawn(key, f"{word}shore of {water.name}", area, "SHORE", water.countries, water.attribution)


def _facing(ground: BaseGeometry, direction: str) -> BaseGeometry:
    """The stretches of an outline that look in a direction, within some 60 degrees of it."""
    turn = math.radians(BEARINGS[direction])
    towards = (math.sin(turn), math.cos(turn))
    lines = []
    for part in getattr(ground, "geoms", [ground]):
        # Anticlockwise rings have their ground to the left, so that the outside is to the right of every step.
        points = list(orient(part, 1.0).exterior.coords)
        for (x0, y0), (x1, y1) in pairwise(points):
            east, north = (x1 - x0) * math.cos(math.radians(y0)), y1 - y0
            length = math.hypot(east, north)
            if length > 0 and (north * towards[0] - east * towards[1]) / length > 0.5:
                lines.append(LineString([(x0, y0), (x1, y1)]))
    return MultiLineString(lines)


def _lands_near(gazetteer: Gazetteer, area: BaseGeometry, place: Place) -> list[str]:
    """Codes of the countries whose ground may lie in `area`: the place's own, its neighbours, those under its rim."""
    codes = set(place.countries or ((place.country,) if place.country else ()))
    for code in list(codes):
        codes.update(gazetteer.neighbours(code))
    for part in getattr(area, "geoms", [area]):
        ring = part.exterior
        steps = max(12, math.ceil(ring.length / 0.5))
        for step in range(min(steps, 200)):
            point = ring.interpolate(step / min(steps, 200), normalized=True)
            codes.update(filter(None, [gazetteer.country_at(point.y, (point.x + 180) % 360 - 180)]))
    return sorted(codes)
