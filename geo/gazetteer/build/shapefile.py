"""Reads the two files of a shapefile that matter here: outlines (.shp, polygons only) and their attributes (.dbf).

Layout after the ESRI Shapefile Technical Description (1998) and the dBASE III table format.
"""

from __future__ import annotations

import itertools
import struct
import zipfile
from pathlib import Path

from shapely.geometry import LinearRing, MultiPolygon, Polygon

from geo.errors import GazetteerBroken

_POLYGON = 5
_HEADER = 100
_FIELDS_END = 0x0D

Ring = list[tuple[float, float]]


def load_shapes(archive: Path, stem: str) -> list[tuple[dict[str, str], MultiPolygon]]:
    """Attributes and outline of every feature of the shapefile `stem` in a zip; raises GazetteerBroken."""
    with zipfile.ZipFile(archive) as packed:
        attributes = parse_dbf(packed.read(stem + ".dbf"))
        outlines = parse_shp(packed.read(stem + ".shp"))
    if len(attributes) != len(outlines):
        raise GazetteerBroken(f"{archive.name} is damaged: {len(attributes)} rows for {len(outlines)} outlines.")
    return list(zip(attributes, outlines, strict=True))


def parse_dbf(table: bytes) -> list[dict[str, str]]:
    """The rows of a dBASE table in UTF-8, every value as text without padding."""
    count, header, width = struct.unpack("<xxxxIHH", table[:12])
    fields = []
    at = 32
    while table[at] != _FIELDS_END:
        fields.append((table[at : at + 11].split(b"\0")[0].decode("ascii"), table[at + 16]))
        at += 32
    rows = []
    for number in range(count):
        at = header + number * width + 1
        row = {}
        for name, length in fields:
            row[name] = table[at : at + length].decode("utf-8", "replace").strip(" \0")
            at += length
        rows.append(row)
    return rows


def parse_shp(content: bytes) -> list[MultiPolygon]:
    """The polygons of a shapefile, one a record; raises GazetteerBroken when a record is of another kind."""
    found = []
    at = _HEADER
    while at < len(content):
        (words,) = struct.unpack(">xxxxI", content[at : at + 8])
        record = content[at + 8 : at + 8 + 2 * words]
        (kind,) = struct.unpack("<I", record[:4])
        if kind != _POLYGON:
            raise GazetteerBroken(f"The shapefile holds a shape of kind {kind}, where only polygons are known.")
        parts, points = struct.unpack("<II", record[36:44])
        starts = [*struct.unpack(f"<{parts}I", record[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        pairs = list(zip(flat[::2], flat[1::2], strict=True))
        found.append(_assemble([pairs[start:end] for start, end in itertools.pairwise(starts)]))
        at += 8 + 2 * words
    return found


def _assemble(rings: list[Ring]) -> MultiPolygon:
    """Polygons from rings: clockwise ones are outer, the others holes of the outer ring that they lie in."""
    shells = [ring for ring in rings if not LinearRing(ring).is_ccw]
    holes: list[list[Ring]] = [[] for _ in shells]
    outer = [Polygon(shell) for shell in shells]
    for ring in rings:
        if LinearRing(ring).is_ccw:
            inside = Polygon(ring).representative_point()
            hosts = [index for index, polygon in enumerate(outer) if polygon.contains(inside)]
            if hosts:
                holes[min(hosts, key=lambda index: outer[index].area)].append(ring)
    return MultiPolygon([Polygon(shell, inner) for shell, inner in zip(shells, holes, strict=True)])
