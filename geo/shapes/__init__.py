"""Geometry of language: borders, parts, coasts, rivers, distances and stretches drawn from places already resolved.

Takes places (never text), gives places with a geometry or a radius; called by geo/resolve.
"""

from geo.shapes.areas import STRIP_KM, build_adjacent, build_part, build_strip, build_triangle
from geo.shapes.coasts import build_coast, build_off, build_shore
from geo.shapes.lines import build_between, build_border, build_halfway, build_meeting
from geo.shapes.points import (
    BEARINGS,
    COMPASS,
    build_distance,
    build_near,
    build_point,
    build_side,
    town_radius,
)
from geo.shapes.rivers import build_bank, build_beyond, build_course, has_course, list_lands

__all__ = [
    "BEARINGS",
    "COMPASS",
    "STRIP_KM",
    "build_adjacent",
    "build_bank",
    "build_between",
    "build_beyond",
    "build_border",
    "build_coast",
    "build_course",
    "build_distance",
    "build_halfway",
    "build_meeting",
    "build_near",
    "build_off",
    "build_part",
    "build_point",
    "build_shore",
    "build_side",
    "build_strip",
    "build_triangle",
    "has_course",
    "list_lands",
    "town_radius",
]
