"""Rivers: their course as a line, the ground on one bank, all the ground on one side of them within a country.

Courses are coarse (courses.py) and say how coarse; a river without a course is drawn as the gazetteer has it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from shapely import affinity
from shapely.geometry import LineString, MultiLineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring, unary_union

from geo.gazetteer import Gazetteer
from geo.model import Place
from geo.shapes.courses import COURSES, Course
from geo.shapes.ground import DEGREE_KM, build_drawn, load_ground, only_areas, only_lines
from geo.shapes.points import BEARINGS, COMPASS

BANK_KM = 12.0
"""How far from a river its bank reaches."""

REACH = {"upper": (0.0, 0.4), "lower": (0.6, 1.0)}
"""Which share of a course its upper and its lower reaches are."""


def has_course(place: Place) -> bool:
    """Whether the course of this river is known."""
    return place.id in COURSES


def list_lands(gazetteer: Gazetteer, river: Place) -> tuple[str, ...]:
    """ISO codes of the countries on a river: as the gazetteer has them, else those under the points of its course."""
    course = COURSES.get(river.id)
    if river.countries or course is None:
        return river.countries or ((river.country,) if river.country else ())
    codes = {gazetteer.country_at(lat, lon) for lat, lon in course.points}
    return tuple(sorted(code for code in codes if code))


def build_course(
    gazetteer: Gazetteer, river: Place, countries: Sequence[Place] = (), reach: str | None = None
) -> Place | None:
    """The course of a river as a line, within `countries` if any are given, its upper or lower reaches alone if asked.

    None for a river whose course is not known, or that does not touch the countries.
    """
    course = COURSES.get(river.id)
    if course is None:
        return None
    whole = _line(course)
    line: BaseGeometry = whole if reach is None else substring(whole, *REACH[reach], normalized=True)
    ground = _ground(gazetteer, countries)
    if ground is not None:
        # Border rivers run beside the coarse outline as often as within it.
        line = line.intersection(ground.buffer(course.km / DEGREE_KM * 2))
    parts = only_lines(line)
    if not parts:
        return None
    word = f"{reach} " if reach else ""
    codes = [country.country for country in countries] or list_lands(gazetteer, river)
    key = f"course:{river.id}:{reach or ''}:{'-'.join(sorted(c for c in codes if c))}"
    drawn = parts[0] if len(parts) == 1 else MultiLineString(parts)
    return build_drawn(key, f"{word}{river.name}", drawn, "STM", codes, river.attribution, precision_km=course.km)


def build_bank(gazetteer: Gazetteer, river: Place, bank: str, countries: Sequence[Place]) -> Place | None:
    """The ground within `BANK_KM` on one bank ("left", "right" looking downstream, or a compass point) in `countries`.

    None where the course is not known or runs in that very direction, so that it has no such bank.
    """
    course = COURSES.get(river.id)
    ground = _ground(gazetteer, countries)
    if course is None or ground is None:
        return None
    line = _line(course).intersection(ground.buffer(course.km / DEGREE_KM * 2))
    strips = []
    for part in only_lines(line):
        side = bank if bank in ("left", "right") else _side_towards(part, bank)
        if side is None:
            continue
        strips.append(_strip(part, side))
    area = only_areas(unary_union(strips).intersection(ground)) if strips else Polygon()
    if area.is_empty:
        return None
    word = bank if bank in ("left", "right") else COMPASS[bank]
    codes = [country.country for country in countries]
    key = f"bank:{river.id}:{bank}:{'-'.join(sorted(c for c in codes if c))}"
    return build_drawn(key, f"{word} bank of the {river.name}", area, "BANK", codes, river.attribution)


def build_beyond(gazetteer: Gazetteer, river: Place, direction: str, countries: Sequence[Place]) -> Place | None:
    """All ground of `countries` that lies in a direction from a river, as an area; None where the course is not known.

    That is what the course sweeps over when it is moved that way.
    """
    course = COURSES.get(river.id)
    ground = _ground(gazetteer, countries)
    if course is None or ground is None or direction not in BEARINGS:
        return None
    turn = math.radians(BEARINGS[direction])
    east, north = 30 * math.sin(turn), 30 * math.cos(turn)
    points = list(_line(course).simplify(0.02).coords)
    swept = [
        Polygon([first, second, (second[0] + east, second[1] + north), (first[0] + east, first[1] + north)])
        for first, second in pairwise(points)
    ]
    area = unary_union([each if each.is_valid else each.buffer(0) for each in swept]).intersection(ground)
    area = only_areas(area)
    if area.is_empty:
        return None
    codes = [country.country for country in countries]
    key = f"beyond:{river.id}:{direction}:{'-'.join(sorted(c for c in codes if c))}"
    name = f"{COMPASS[direction]} of the {river.name}"
    return build_drawn(key, name, only_areas(area.simplify(0.005)), "BEYOND", codes, river.attribution)


def _line(course: Course) -> LineString:
    return LineString([(lon, lat) for lat, lon in course.points])


def _ground(gazetteer: Gazetteer, countries: Sequence[Place]) -> BaseGeometry | None:
    grounds = [ground for country in countries if (ground := load_ground(gazetteer, country)) is not None]
    return unary_union(grounds) if grounds else None


def _side_towards(line: BaseGeometry, direction: str) -> str | None:
    """Which hand of the flow lies in a direction; None where the river flows along it."""
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    narrow = math.cos(math.radians((y0 + y1) / 2))
    east, north = (x1 - x0) * narrow, y1 - y0
    turn = math.radians(BEARINGS.get(direction, 0))
    # The left hand of a flow (east, north) points to (-north, east).
    towards = -north * math.sin(turn) + east * math.cos(turn)
    if direction not in BEARINGS or abs(towards) < 0.15 * math.hypot(east, north):
        return None
    return "left" if towards > 0 else "right"


def _strip(line: BaseGeometry, side: str) -> BaseGeometry:
    """The ground within `BANK_KM` of one hand of a line."""
    lat = (line.bounds[1] + line.bounds[3]) / 2
    narrow = max(0.1, math.cos(math.radians(lat)))
    flat = affinity.scale(line, narrow, 1.0, origin=(0, 0))
    wide = BANK_KM / DEGREE_KM
    strip = flat.buffer(wide if side == "left" else -wide, single_sided=True)
    return affinity.scale(strip if strip.is_valid else strip.buffer(0), 1 / narrow, 1.0, origin=(0, 0))
