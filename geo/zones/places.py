"""A place to the zone whose hours are kept there, or the reason why there is no one zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from geo.gazetteer import fold_name
from geo.model import Place
from geo.zones.held import OtherHours, find_other_hours
from geo.zones.offsets import keep_same_time
from geo.zones.tables import load_country_zones, load_province_zones, load_towns

WITHOUT_ZONE = {
    "AQ": "the stations of Antarctica keep the hours of whoever supplies them",
    "HM": "nobody lives there",
    "BV": "nobody lives there",
}
"""Why a country of the gazetteer has no zone."""

_AREAS = frozenset({"district", "province", "country", "line", "area", "water"})
_MOST_NAMED = 4
_FARTHEST_KM = 500.0
"""Farther from all towns of its country the zone of a place is not known: the seas, the poles."""


@dataclass(frozen=True, slots=True)
class ZoneReading:
    """The IANA name of a place's zone or None, why, and what else is kept there."""

    zone: str | None
    reason: str
    other: OtherHours | None = None


def zone_of(place: Place, day: date | None = None) -> str | None:
    """The IANA name of the zone that is kept at `place`; None for places over several zones, and for seas.

    Zones whose clocks show the same on `day` count as one, that of most people; without a day they do not. Of a town
    or crossing on a border the same holds for both sides.

    >>> zone_of(Place("1", "Goma", -1.67, 29.23, "PPLA", "CD", ("CD",), "North Kivu"))
    'Africa/Lubumbashi'
    >>> zone_of(Place("2", "Democratic Republic of the Congo", -2.9, 23.7, "PCLI", "CD", ("CD",), precision="country"))
    """
    return read_zone(place, day).zone


def read_zone(place: Place, day: date | None = None) -> ZoneReading:
    """What `zone_of` gives, with the reason in words, and other hours that are kept there on that day."""
    countries = tuple(dict.fromkeys((*filter(None, [place.country]), *place.countries)))
    if not countries:
        return ZoneReading(None, "the place lies in no country whose hours could be meant")
    if len(countries) > 1:
        return _read_both_sides(place, countries, day)
    country = countries[0]
    if country in WITHOUT_ZONE or country not in load_country_zones():
        return ZoneReading(None, WITHOUT_ZONE.get(country, f"no zone is known for the country code {country}"))
    zones = load_country_zones()[country]
    if len(zones) > 1:
        zones = _zones_within(place, country, zones)
    if not zones:
        return ZoneReading(None, "the place lies far from all towns whose hours are known")
    if not keep_same_time(zones, day):
        more = f" and {len(zones) - _MOST_NAMED} more" if len(zones) > _MOST_NAMED else ""
        return ZoneReading(None, f"several zones meet there ({', '.join(zones[:_MOST_NAMED])}{more})")
    return ZoneReading(zones[0], "the hours of the place", find_other_hours(place, day))


def _read_both_sides(place: Place, countries: tuple[str, ...], day: date | None) -> ZoneReading:
    """The zone of a town or crossing on a border, where both sides keep the same hours; of wider places none."""
    reason = f"the place lies in several countries ({', '.join(countries)})"
    if place.precision in _AREAS:
        return ZoneReading(None, reason)
    sides = [read_zone(replace(place, country=code, countries=(code,)), day) for code in countries]
    zones = [side.zone for side in sides if side.zone is not None]
    if len(zones) < len(sides) or not keep_same_time(zones, day):
        return ZoneReading(None, f"{reason} that keep different hours")
    return ZoneReading(zones[0], "the hours of both sides of the border", sides[0].other)


def _zones_within(place: Place, country: str, all_zones: Sequence[str]) -> tuple[str, ...]:
    """The zones kept at or within a place of a country that has several, the likeliest first."""
    if place.precision == "country" or place.feature.startswith("PCL"):
        return tuple(all_zones)
    provinces = load_province_zones()
    if place.precision == "province" or place.feature == "ADM1":
        own = provinces.get((country, fold_name(place.name)))
        own = own or provinces.get((country, fold_name(place.admin1 or "")))
        if own and own.common:
            return own.common
    elif place.admin1:
        own = provinces.get((country, fold_name(place.admin1)))
        if own and len(own.common) == 1 and not own.rare:
            return own.common
    return _zones_near(place, country)


def _zones_near(place: Place, country: str) -> tuple[str, ...]:
    """The zone of the nearest town, and those of towns within the place's reach or that are as near as can be told."""
    towns = load_towns().get(country)
    if towns is None:
        return ()
    km = towns.measure(place.lat, place.lon)
    nearest = float(km.min())
    if nearest > _FARTHEST_KM + place.precision_km:
        return ()
    reach = max(place.precision_km, nearest) if place.precision in _AREAS else nearest + place.precision_km
    order = np.argsort(km, kind="stable")
    return tuple(
        dict.fromkeys(towns.zones[index] for index in order[: int(np.searchsorted(km[order], reach, "right"))])
    )
