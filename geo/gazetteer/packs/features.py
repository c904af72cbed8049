"""What of a GeoNames dump goes into a pack, and how exactly each kind of feature is known: tables and their rules.

Classes and codes are those of https://www.geonames.org/export/codes.html.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from geo.gazetteer.entries import SEAT_BONUS, town_radius_km

CLASSES = {
    "A": "countries, provinces, districts",
    "P": "towns and villages",
    "S": "sites and buildings",
    "T": "mountains, passes, islands",
    "H": "waters",
    "L": "regions, parks, areas",
    "V": "forests and the like",
    "R": "roads and railways",
    "U": "features of the sea bed",
}
KEPT_CLASSES = "APSTHLV"
"""What a pack keeps unless told otherwise: news names a road by its towns, and nobody fights on the sea bed."""

_LEFT_OUT = tuple(
    (re.compile(pattern), why)
    for pattern, why in (
        (r"PCL\w*|CONT", "countries and continents, which the gazetteer has already"),
        (r"FRM\w*|RNCH\w*|EST[A-Z]*|AGR[A-Z]*|HSE\w*|HUTS?|SHSE|SHPF|CRRL", "farms, estates and single houses"),
        (r"PO|PSTP|TRIG|STNM|METR|TOLL|RECG|RECR|ATHF|STDM|ZOO|GDN", "post offices, survey points, sports grounds"),
    )
)
"""Codes of kept classes that are left out all the same: many, hardly ever told of, and often of people's names."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How a kind of feature lies round its point, and how much less prominent than a town it is."""

    precision: str
    km: float
    prominence: float


_EXTENTS = tuple(
    (re.compile(pattern), Extent(precision, km, prominence))
    for pattern, precision, km, prominence in (
        (r"A\.ADM1", "province", 80.0, -1.0),
        (r"A\.ADM1H", "province", 80.0, -2.5),
        (r"A\.ADM2", "district", 25.0, -2.5),
        (r"A\.ADM3", "district", 12.0, -3.0),
        (r"A\.ADM[45D]", "district", 8.0, -3.0),
        (r"A\.ADM\w*H", "district", 15.0, -4.0),
        (r"A\.\w+", "area", 20.0, -2.0),
        (r"S\.AIR\w+", "point", 2.0, 1.0),
        (r"S\.\w+", "point", 1.0, -0.75),
        (r"T\.(?:PASS?|PK|HLL|MT|CAPE|PT|RK|DUNE|GAP|SPUR|HDLD|ISLT|CLF)", "point", 2.0, -0.75),
        (r"T\.(?:ISLS?|PEN|VAL\w?|MTS|HLLS|PLAT|RDGE)", "area", 15.0, -0.75),
        (r"T\.(?:DSRT|PLN|ERG|UPLD)", "area", 50.0, -0.75),
        (r"T\.\w+", "area", 5.0, -0.75),
        (r"H\.(?:WLL\w*|SPN\w*|FLL\w*|PND\w*|DCK\w*|LDNG|WTRH|PNDS?|RSVT)", "point", 1.5, -0.75),
        (r"H\.(?:SEA|OCN|GULF)", "water", 150.0, -0.75),
        (r"H\.(?:STM\w*|WAD\w*|CNL\w*|STRT|CHN\w*)", "water", 20.0, -0.75),
        (r"H\.\w+", "water", 6.0, -0.75),
        (r"L\.(?:RGN\w*)", "area", 40.0, -0.75),
        (r"L\.\w+", "area", 10.0, -0.75),
        (r"\w?\.?\w*", "area", 10.0, -0.75),
    )
)
"""Class and code to extent, the first that fits. The radii are the usual size of such a thing; no dump tells it."""


@lru_cache(maxsize=4096)  # some hundreds of codes for millions of rows
def why_left_out(feature_class: str, feature: str, classes: str = KEPT_CLASSES) -> str | None:
    """What a feature is, in words, when a pack of these `classes` does without it, None when it is kept.

    >>> why_left_out("S", "FRM"), why_left_out("R", "RD"), why_left_out("P", "PPL")
    ('farms, estates and single houses', 'roads and railways', None)
    """
    if feature_class not in classes:
        return CLASSES.get(feature_class, "features of no class")
    return next((why for pattern, why in _LEFT_OUT if pattern.fullmatch(feature)), None)


def find_extent(feature_class: str, feature: str, population: int) -> tuple[str, float]:
    """How exactly a feature is known: a precision of the model, and the kilometres within which it lies.

    >>> find_extent("P", "PPL", 0), find_extent("A", "ADM3", 0), find_extent("H", "STM", 0)
    (('point', 1.5), ('district', 12.0), ('water', 20.0))
    """
    if feature_class == "P":
        return "point", town_radius_km(population)
    extent = _extent(feature_class, feature)
    return extent.precision, extent.km


def find_prominence(feature_class: str, feature: str, population: int, alternates: int) -> float:
    """How likely the name alone means this place: on the scale of the vendored entries, a bare hamlet at 1.

    >>> find_prominence("P", "PPL", 0, 0), find_prominence("S", "HSP", 0, 0), find_prominence("S", "AIRB", 0, 0)
    (1.0, 0.25, 2.0)
    """
    size = math.log10(population + 10) + 0.25 * math.log2(1 + alternates)
    if feature_class == "P":
        return size + SEAT_BONUS.get(feature, 0.0)
    return size + _extent(feature_class, feature).prominence


def is_stood_in(feature_class: str, feature: str) -> bool:
    """Whether one can be near it as near a town: towns and airfields that there still are."""
    if feature_class == "P":
        return feature not in ("PPLH", "PPLQ", "PPLW", "PPLCH")
    return feature.startswith("AIR")


@lru_cache(maxsize=4096)
def _extent(feature_class: str, feature: str) -> Extent:
    code = f"{feature_class}.{feature}"
    return next(extent for pattern, extent in _EXTENTS if pattern.fullmatch(code))
