"""OpenStreetMap's words for what a thing is, in this project's terms: the table behind geo/geocoders/unplaced.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.model import PlaceKind, PlacePrecision

KINDS: tuple[tuple[frozenset[str], str, PlacePrecision], ...] = (
    (frozenset({"country"}), "PCLI", "country"),
    (frozenset({"state", "province", "region"}), "ADM1", "province"),
    (frozenset({"county", "district", "state_district", "municipality"}), "ADM2", "district"),
    (frozenset({"city", "town", "village", "hamlet", "suburb", "quarter", "neighbourhood"}), "PPL", "point"),
    (frozenset({"river", "stream", "lake", "water", "waterway", "sea", "bay", "strait"}), "H", "water"),
    (frozenset({"aerodrome", "aeroway", "airport"}), "AIRP", "point"),
    (frozenset({"military", "barracks", "base"}), "INSM", "point"),
    (frozenset({"peak", "mountain", "hill"}), "MT", "point"),
)
"""Words -> GeoNames feature code and how precisely such a thing places an event; the first that fits."""

UNKNOWN_KIND: tuple[str, PlacePrecision] = ("LCTY", "near")

_PREMISES = frozenset({"shop", "office", "craft", "club", "advertising"})
_BUILT = frozenset({"amenity", "building", "highway", "tourism", "leisure", "healthcare", "emergency", "man_made"})
NOT_MEANT: Mapping[PlaceKind, frozenset[str]] = {
    **dict.fromkeys(("province", "district", "city", "region", "water"), _PREMISES | _BUILT),
    **dict.fromkeys(("facility", "other"), _PREMISES),
}
"""Classes of OpenStreetMap that a mention of a kind does not mean: shops and streets bear the names of villages."""

POINT_KM, NEAR_KM = 10.0, 50.0
"""Up to how many kilometres round it a thing is a point, or still near one; a larger one is an area."""


def settle_kind(raw: Mapping[str, Any], radius_km: float) -> tuple[str, PlacePrecision]:
    """Feature code and precision of one of Nominatim's answers that reaches `radius_km` round its position.

    >>> settle_kind({"addresstype": "village"}, 1.5), settle_kind({"type": "city"}, 400)
    (('PPL', 'point'), ('PPL', 'area'))
    """
    words = {str(raw.get(key)) for key in ("addresstype", "type", "class", "category")}
    feature, precision = next(((f, p) for kinds, f, p in KINDS if kinds & words), UNKNOWN_KIND)
    if precision == "point" and radius_km > POINT_KM:
        precision = "near"
    if precision == "near" and radius_km > NEAR_KM:
        precision = "area"
    return feature, precision


def is_meant(kind: PlaceKind, raw: Mapping[str, Any], feature: str) -> bool:
    """Whether a mention of `kind` can mean such a thing: never a country, of which the gazetteer knows every one."""
    of = {str(raw.get(key)) for key in ("class", "category")}
    return feature != "PCLI" and not of & NOT_MEANT.get(kind, frozenset())
