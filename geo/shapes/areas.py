"""Areas of ground: a part in a compass direction, ground along a neighbour or a border, a triangle of three places."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from shapely import affinity
from shapely.geometry import MultiPoint, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geo.gazetteer import Gazetteer
from geo.model import Place
from geo.shapes.ground import DEGREE_KM, build_drawn, circle, keep_near, load_ground, only_areas, widen
from geo.shapes.points import BEARINGS, COMPASS, town_radius

SHARE = 0.4
"""What share of a whole's ground counts as its "northern" part: more than a third, less than half."""

CORNER_SHARE = 0.3
"""The same for "north-eastern"."""

ADJACENT_KM = 60.0
"""How deep ground "adjacent to" a neighbour reaches at most; never more than a third of the whole's own width."""

STRIP_KM = 10.0
"""How deep a strip along a border reaches that the text gives no depth."""


@lru_cache(maxsize=128)
def build_part(
    gazetteer: Gazetteer, whole: Place, direction: str, also: str | None = None, rim_km: float = 0.0
) -> Place | None:
    """The part of `whole` in a compass direction ("N", "SW", C for the middle) as an area, with `also` that one too.

    From the outline where there is one (the outermost `SHARE` of its ground in that direction), else from a circle as
    large as the town and `rim_km` more. None for lines, points at sea and places without extent.
    """
    ground = load_ground(gazetteer, whole)
    if ground is None and whole.geometry is None and whole.precision in ("point", "near", "district"):
        ground = circle(whole.lat, whole.lon, max(town_radius(whole), whole.precision_km) + rim_km)
    if ground is None:
        return None
    ground = keep_near(ground)
    parts = [cut_side(ground, each) for each in (direction, also) if each]
    area = only_areas(unary_union(parts)) if len(parts) > 1 else parts[0]
    if area.is_empty:
        return None
    words = " and ".join({"C": "central"}.get(each, COMPASS[each] + "ern") for each in (direction, also) if each)
    key = f"part:{whole.id}:{direction}{also or ''}"
    return _part_of(whole, area, f"{words} {whole.name}", key)


def build_adjacent(gazetteer: Gazetteer, whole: Place, neighbour: Place, direction: str | None = None) -> Place | None:
    """The part of the country `whole` along its border with the country `neighbour`, as an area.

    With a direction, only what also lies in that part, unless they do not meet. None where they share no border.
    """
    if not (whole.country and neighbour.country):
        return None
    border = gazetteer.border(whole.country, neighbour.country)
    ground = load_ground(gazetteer, whole)
    if border is None or border.geometry is None or ground is None:
        return None
    west, south, east, north = ground.bounds
    across = min((north - south), (east - west) * math.cos(math.radians(border.lat))) * DEGREE_KM
    area = ground.intersection(widen(shape(dict(border.geometry)), min(ADJACENT_KM, across / 3)))
    if direction:
        narrower = area.intersection(cut_side(ground, direction))
        area = narrower if not narrower.is_empty else area
    area = only_areas(area)
    if area.is_empty:
        return None
    word = f"{COMPASS[direction]}ern areas" if direction and direction != "C" else "areas"
    name = f"{word} of {whole.name} along the border with {neighbour.name}"
    return _part_of(whole, area, name, f"adjacent:{whole.id}:{neighbour.id}:{direction or ''}")


def build_strip(gazetteer: Gazetteer, border: Place, km: float, sides: Sequence[Place]) -> Place | None:
    """Ground within `km` of a border, a tenth more at its rim, on the side of each country of `sides`.

    None where the border has no line, or a country no outline.
    """
    if border.geometry is None or border.precision != "line":
        return None
    grounds = [load_ground(gazetteer, side) for side in sides]
    if not grounds or any(ground is None for ground in grounds):
        return None
    band = widen(shape(dict(border.geometry)), 1.1 * km + border.precision_km)
    area = only_areas(unary_union([band.intersection(ground) for ground in grounds if ground is not None]))
    if area.is_empty:
        return None
    codes = [side.country for side in sides]
    name = f"within {km:.3g} km of the {border.name}"
    if len(sides) == 1:
        name += f", in {sides[0].name}"
    return build_drawn(
        f"strip:{border.id}:{km:.3g}:{'-'.join(sorted(c for c in codes if c))}",
        name,
        area.simplify(0.005),
        "STRIP",
        codes,
        border.attribution,
    )


def build_triangle(places: Sequence[Place]) -> Place | None:
    """The ground between three or more points, and a twentieth of its width round it; None for countries and lines."""
    if len({place.id for place in places}) < 3 or any(p.precision in ("country", "line", "water") for p in places):
        return None
    hull = MultiPoint([(place.lon, place.lat) for place in places]).convex_hull
    west, south, east, north = hull.bounds
    wide = max(east - west, north - south)
    if wide > 15 or hull.geom_type != "Polygon":
        return None
    names = [place.name for place in places]
    return build_drawn(
        "triangle:" + ":".join(sorted(place.id for place in places)),
        f"between {', '.join(names[:-1])} and {names[-1]}",
        only_areas(widen(hull, wide / 20 * DEGREE_KM)),
        "TRIANGLE",
        [place.country for place in places],
        places[0].attribution,
    )


def cut_side(ground: BaseGeometry, direction: str) -> BaseGeometry:
    """The outermost share of `ground` in a direction: a straight line is moved across until the share fits."""
    centre = ground.centroid
    if direction == "C":
        return only_areas(ground.intersection(affinity.scale(ground.envelope, 0.5, 0.5, origin=centre)))
    # Corners are corners on the ground: degrees of longitude count as long as they are there.
    narrow = max(0.1, math.cos(math.radians(centre.y)))
    flat = affinity.scale(ground, narrow, 1.0, origin=centre)
    share = SHARE if len(direction) == 1 else CORNER_SHARE
    west, south, east, north = flat.bounds
    reach = 2 * max(east - west, north - south) + 1
    turn = -BEARINGS[direction]
    wanted = share * flat.area
    near, far = -reach, reach
    for _ in range(18):
        at = (near + far) / 2
        if _beyond(flat, centre.x, centre.y, at, reach, turn).area > wanted:
            near = at
        else:
            far = at
    kept = only_areas(_beyond(flat, centre.x, centre.y, far, reach, turn))
    return only_areas(affinity.scale(kept, 1 / narrow, 1.0, origin=centre))


def _beyond(ground: BaseGeometry, x: float, y: float, at: float, reach: float, turn: float) -> BaseGeometry:
    half = box(x - 2 * reach, y + at, x + 2 * reach, y + 4 * reach)
    return ground.intersection(affinity.rotate(half, turn, origin=(x, y)))


def _part_of(whole: Place, area: BaseGeometry, name: str, key: str) -> Place:
    codes = whole.countries or (whole.country,)
    west, _, east, _ = area.bounds
    simple = area.simplify(min(0.005, (east - west) / 50))
    drawn = only_areas(simple if simple.is_valid and not simple.is_empty else area.buffer(0))
    return build_drawn(key, name, drawn, "PART", codes, whole.attribution, whole.admin1)
