"""Points with an honest radius: near a place, at a distance from it, at coordinates that the text gives."""

from __future__ import annotations

import math

from geopy.distance import distance
from geopy.point import Point

from geo.gazetteer import Gazetteer
from geo.model import Place

BEARINGS = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
"""Compass points in degrees clockwise from north."""

COMPASS = {
    "N": "north",
    "NE": "north-east",
    "E": "east",
    "SE": "south-east",
    "S": "south",
    "SW": "south-west",
    "W": "west",
    "NW": "north-west",
    "C": "centre",
}

_PEOPLE_PER_KM2 = 4000.0


def town_radius(place: Place) -> float:
    """How far a town reaches from its middle, in kilometres, guessed from its population (4,000 people a km²).

    >>> round(town_radius(Place("1", "Kunduz", 36.7, 68.9, "PPLA", population=200_000)), 1)
    4.0
    """
    return max(1.0, math.sqrt(place.population / _PEOPLE_PER_KM2 / math.pi))


def build_near(place: Place, km: float, gazetteer: Gazetteer) -> Place | None:
    """Somewhere within `km` of the edge of `place`: its point with a radius; None for a country or large region.

    The GeoNames id stays out: the place meant is not the town itself.
    """
    if not _is_spot(place):
        return None
    radius = km + _extent(place)
    return _derived(
        place, place.lat, place.lon, "NEAR", f"near {place.name}", f"near:{place.id}:{km:g}", radius, gazetteer
    )


def build_distance(
    place: Place, km: float, direction: str | None, gazetteer: Gazetteer, spread: tuple[float, float] | None = None
) -> Place | None:
    """`km` from `place`, in a compass direction if one is given; None when the place has no point to measure from.

    `spread` are the least and the most kilometres that the words allow. With a direction it is that point, and its
    radius holds all that the words leave open: along the way the town's own extent and a fifth of the distance, or the
    spread where that is wider; across it half an eighth of the compass rose. Without one it is the place's own point
    with a radius that holds the whole ring.
    """
    if not _is_spot(place):
        return None
    least, most = spread or (km, km)
    bearing = BEARINGS.get(direction or "")
    if bearing is None:
        name = f"{km:.3g} km from {place.name}"
        key = f"from:{place.id}:{km:.3g}"
        return _derived(place, place.lat, place.lon, "NEAR", name, key, most * 1.1 + _extent(place), gazetteer)
    end = distance(kilometers=km).destination(Point(place.lat, place.lon), bearing=bearing)
    name = f"{km:.3g} km {COMPASS[str(direction)]} of {place.name}"
    along = _extent(place) + max(0.2 * km, (most - least) / 2)
    across = km * math.sin(math.radians(22.5))
    key = f"from:{place.id}:{km:.3g}:{direction}"
    radius = max(1.0, math.hypot(along, across))
    return _derived(place, float(end.latitude), float(end.longitude), "NEAR", name, key, radius, gazetteer)


def build_side(place: Place, direction: str, km: float, gazetteer: Gazetteer) -> Place | None:
    """Ground outside a town on one side of it, `km` deep: a point beyond its edge with a radius that reaches the edge.

    None when the place has no point of its own.
    """
    bearing = BEARINGS.get(direction)
    if not _is_spot(place) or bearing is None:
        return None
    away = _extent(place) + km / 2
    end = distance(kilometers=away).destination(Point(place.lat, place.lon), bearing=bearing)
    name = f"{COMPASS[direction]} of {place.name}"
    key = f"side:{place.id}:{direction}:{km:g}"
    radius = _extent(place) + km / 2
    return _derived(place, float(end.latitude), float(end.longitude), "NEAR", name, key, radius, gazetteer)


LARGEST_SPOT_KM = 30.0
"""A region or district of a larger radius than this is no spot that anything is near to."""


def _is_spot(place: Place) -> bool:
    if place.precision in ("country", "province", "line"):
        return False
    return (
        place.precision in ("point", "near") or place.precision_km <= LARGEST_SPOT_KM or place.precision == "district"
    )


def _extent(place: Place) -> float:
    """How far a place itself reaches from its point."""
    if place.precision == "point":
        return town_radius(place)
    return max(town_radius(place), place.precision_km)


def build_point(lat: float, lon: float, km: float, gazetteer: Gazetteer) -> Place:
    """The place at coordinates that the text gives, `km` being what their digits leave open."""
    country = gazetteer.country_at(lat, lon)
    province = gazetteer.province_at(lat, lon) if country else None
    return Place(
        id=f"at:{lat:.5f},{lon:.5f}",
        name=f"{lat:.5f}, {lon:.5f}",
        lat=lat,
        lon=lon,
        feature="POINT",
        country=country,
        countries=(country,) if country else (),
        admin1=province.admin1 or province.name if province else None,
        precision="point",
        precision_km=km,
        source="text",
        attribution="the article",
    )


def _derived(
    place: Place, lat: float, lon: float, feature: str, name: str, key: str, radius: float, gazetteer: Gazetteer
) -> Place:
    here = (lat, lon) == (place.lat, place.lon)
    # Outlines are drawn coarsely: a town's own country is surer than whose outline its point falls into.
    country = place.country if here else gazetteer.country_at(lat, lon) or place.country
    return Place(
        id=key,
        name=name,
        lat=round(lat, 5),
        lon=round(lon, 5),
        feature=feature,
        country=country,
        countries=tuple(sorted({code for code in (country, place.country) if code})),
        admin1=place.admin1 if here else None,
        precision="near",
        precision_km=round(radius, 1),
        source="text",
        attribution=place.attribution,
    )
