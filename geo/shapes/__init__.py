"""Geometry of language: borders, parts, coasts, distances and stretches drawn from places already resolved.

Takes places (never text), gives places with a geometry or a radius; called by geo/resolve.
"""

from geo.shapes.areas import build_adjacent, build_coast, build_part
from geo.shapes.lines import build_between, build_border
from geo.shapes.points import BEARINGS, COMPASS, build_distance, build_near, build_point, town_radius

__all__ = [
    "BEARINGS",
    "COMPASS",
    "build_adjacent",
    "build_between",
    "build_border",
    "build_coast",
    "build_distance",
    "build_near",
    "build_part",
    "build_point",
    "town_radius",
]
