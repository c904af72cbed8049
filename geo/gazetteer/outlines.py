"""Outlines in memory: which country or province holds a point."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from shapely import STRtree
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry


class Outlines:
    """The outlines of countries and provinces, searchable by point."""

    def __init__(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """`rows` are (place id, kind, country code, GeoJSON geometry as text)."""
        kept: dict[str, list[tuple[str, str]]] = defaultdict(list)
        shapes: dict[str, list[BaseGeometry]] = defaultdict(list)
        for place_id, kind, country, geometry in rows:
            kept[kind].append((place_id, country))
            shapes[kind].append(shape(json.loads(geometry)))
        self._kept = dict(kept)
        self._trees = {kind: STRtree(geometries) for kind, geometries in shapes.items()}

    def find(self, kind: str, lat: float, lon: float) -> tuple[str, str] | None:
        """Place id and country code of the outline of that kind that holds the point, None when none does."""
        tree = self._trees.get(kind)
        if tree is None:
            return None
        hits = sorted(int(hit) for hit in tree.query(Point(lon, lat), predicate="intersects"))
        return self._kept[kind][hits[0]] if hits else None
