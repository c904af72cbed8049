"""Outlines and borders: read from the tables into GeoJSON, and, in memory, which country or province holds a point."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import MultiLineString, MultiPolygon, STRtree
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.tables import broken_table, load_records

_PER_DEGREE = 10_000
_ENOUGH_POINTS = 4000
"""An outline of more points than this is simplified for the screen; the largest countries alone have them."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline as the table has it: `code` is a country's or province's ("AF", "AF.13").

    `drawn` where it follows no survey but was drawn round the towns that bear the code.
    """

    code: str
    kind: str
    drawn: bool
    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Border:
    """A land border between the countries `a` and `b`; `lat`, `lon` is a point on it."""

    a: str
    b: str
    lat: float
    lon: float
    line: BaseGeometry


def decode_ring(numbers: Sequence[int]) -> NDArray[np.float64]:
    """Points (longitude, latitude) from ten-thousandths of degrees, each told from the last.

    >>> decode_ring([100000, 200000, 5000, -1]).tolist()
    [[10.0, 20.0], [10.5, 19.9999]]
    """
    return np.cumsum(np.array(numbers, dtype=np.int64).reshape(-1, 2), axis=0) / _PER_DEGREE


def load_outlines() -> Iterator[Outline]:
    """The outlines of countries and provinces; raises GazetteerMissing or GazetteerBroken."""
    table = "outlines.jsonl.xz"
    for record in load_records(table):
        try:
            parts = [
                Polygon(decode_ring(rings[0]), [decode_ring(hole) for hole in rings[1:]]) for rings in record["parts"]
            ]
            yield Outline(record["code"], record["kind"], record["drawn"], MultiPolygon(parts))
        except (KeyError, TypeError, ValueError) as error:
            raise broken_table(table, f"{type(error).__name__}: {error}") from error


def load_borders() -> Iterator[Border]:
    """The land borders between countries; raises GazetteerMissing or GazetteerBroken."""
    table = "borders.jsonl.xz"
    for record in load_records(table):
        try:
            lines = [decode_ring(ring) for part in record["parts"] for ring in part]
            line = LineString(lines[0]) if len(lines) == 1 else MultiLineString(lines)
            yield Border(record["a"], record["b"], record["lat"], record["lon"], line)
        except (KeyError, TypeError, ValueError) as error:
            raise broken_table(table, f"{type(error).__name__}: {error}") from error


def simplify_for_screen(geometry: BaseGeometry) -> BaseGeometry:
    """The same outline with no more points than a map can show, small islands of large countries left out."""
    tolerance = 0.01
    found = geometry
    while shapely.get_num_coordinates(found) > _ENOUGH_POINTS:
        tolerance *= 2
        large = [part for part in shapely.get_parts(geometry) if part.area > 4 * tolerance**2]
        simpler = [shapely.simplify(part, tolerance, preserve_topology=False) for part in large]
        found = MultiPolygon([inner for part in simpler for inner in list_polygons(part)])
    return found


def list_polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry, one level deep, empty ones left out."""
    return [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and not part.is_empty]


def write_geojson(geometry: BaseGeometry) -> str:
    """Polygons or lines as the text of a GeoJSON geometry, coordinates rounded to some ten metres."""
    lines = [
        shapely.get_coordinates(part).round(4).tolist()
        for part in shapely.get_parts(geometry)
        if isinstance(part, LineString)
    ]
    if lines:
        coordinates, kind = (lines, "MultiLineString") if len(lines) > 1 else (lines[0], "LineString")
        return json.dumps({"type": kind, "coordinates": coordinates}, separators=(",", ":"))
    parts = [
        [shapely.get_coordinates(ring).round(4).tolist() for ring in (part.exterior, *part.interiors)]
        for part in list_polygons(geometry)
    ]
    return json.dumps({"type": "MultiPolygon", "coordinates": parts}, separators=(",", ":"))


def unite_members(members: str, outlines: Mapping[str, BaseGeometry]) -> BaseGeometry:
    """The outline of a region from the codes of its countries and provinces, or from a border, box, ring or course.

    `members` is "SD.47 SD.49", "border: AF-PK IL-LB", "box: SOUTH WEST NORTH EAST", "shape: LAT LON LAT LON ..."
    or "line: LAT LON LAT LON ...".
    Raises KeyError for a code that has no outline, ValueError for numbers that are none.
    """
    how, _, rest = members.partition(":")
    if how == "border":
        return MultiLineString(
            [line for part in rest.split() for line in shapely.get_parts(outlines["border:" + part])]
        )
    if how == "box":
        south, west, north, east = (float(number) for number in rest.split())
        return box(west, south, east, north)
    if how in ("shape", "line"):
        numbers = [float(number) for number in rest.split()]
        points = list(zip(numbers[1::2], numbers[::2], strict=True))
        return Polygon(points) if how == "shape" else LineString(points)
    parts = [outlines[code] for code in members.split()]
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)


class Outlines:
    """The outlines of countries and provinces, searchable by point."""

    def __init__(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """`rows` are (place id, kind, country code, GeoJSON geometry as text)."""
        kept: dict[str, list[tuple[str, str]]] = defaultdict(list)
        shapes: dict[str, list[BaseGeometry]] = defaultdict(list)
        for place_id, kind, country, geometry in rows:
            kept[kind].append((place_id, country))
            shapes[kind].append(shapely.from_geojson(geometry))
        self._kept = dict(kept)
        self._trees = {kind: STRtree(geometries) for kind, geometries in shapes.items()}

    def find(self, kind: str, lat: float, lon: float) -> tuple[str, str] | None:
        """Place id and country code of the outline of that kind that holds the point, None when none does."""
        tree = self._trees.get(kind)
        if tree is None:
            return None
        hits = sorted(int(hit) for hit in tree.query(Point(lon, lat), predicate="intersects"))
        return self._kept[kind][hits[0]] if hits else None
