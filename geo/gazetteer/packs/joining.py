"""Joining what a pack has under a name with what the vendored tables have, each place once.

Data sets tell of one place under several ids: a base that is in the list of airfields and in GeoNames, a village that
was entered twice from two maps. Two answers that are one place would share its probability and both lose.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from geopy.distance import great_circle

from geo.gazetteer.matching import NameMatch
from geo.model import Place


class Found(NamedTuple):
    """A match with its place in the order: the less the earlier, ties by number."""

    order: float
    number: int
    match: NameMatch


_SORTS = (
    ("AIR", "airfield"),
    ("PPL", "town"),
    ("STLMT", "town"),
    ("ADM", "division"),
    ("PCL", "division"),
)
"""Beginnings of feature codes and what sort of thing they are; anything else is a sort of its own code."""

_APART_KM = {"airfield": 8.0, "town": 3.0, "division": 60.0}
_ECLIPSED = 5.0
"""What a pack's place must not be less prominent by than the tables' first of that name: a hamlet beside a city of some
100,000, a village beside a country. So a pack never changes what the well-known names mean."""
_USUAL_APART_KM = 3.0
"""Two things of one name and sort that lie nearer to one another than this are one: namesakes are further apart."""


def drop_doubles(added: Mapping[str, Found], kept: Mapping[str, Found]) -> dict[str, Found]:
    """Those of `added`, by id, that are no second entry of a place in `kept`, or of a more prominent one in `added`.

    Nor those that a far more prominent place in `kept` outshines.
    """
    bar = min((each.order for each in kept.values()), default=math.inf) + _ECLIPSED
    there: dict[str, list[Place]] = {}
    for each in kept.values():
        there.setdefault(_sort(each.match.place), []).append(each.match.place)
    new: dict[str, Found] = {}
    for place_id, each in sorted(added.items(), key=lambda item: item[1][:2]):
        place = each.match.place
        sort = _sort(place)
        if place.source == "pack" and each.order > bar:
            continue
        if place.source != "pack" or not any(_is_same(place, other, sort) for other in there.get(sort, ())):
            new[place_id] = each
            there.setdefault(sort, []).append(place)
    return new


def _sort(place: Place) -> str:
    return next((sort for start, sort in _SORTS if place.feature.startswith(start)), place.feature)


def _is_same(place: Place, other: Place, sort: str) -> bool:
    if sort == "division" and place.feature != other.feature:
        return False
    return _distance_km(place, other) <= _APART_KM.get(sort, _USUAL_APART_KM)


def _distance_km(place: Place, other: Place) -> float:
    if abs(place.lat - other.lat) > 1:  # more than 110 km; the usual case among namesakes
        return 111.0
    return float(great_circle((place.lat, place.lon), (other.lat, other.lon)).km)
