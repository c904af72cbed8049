"""Analysis -> analysis in which places that the gazetteer did not know were asked for elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from geopy.distance import geodesic
from geopy.location import Location

from geo.model import Analysis, Candidate, Event, Mention, Place, PlaceKind, PlacePrecision, Resolution

ATTRIBUTION = "OpenStreetMap contributors (ODbL) via Nominatim"

ASKED_KINDS: frozenset[PlaceKind] = frozenset({"province", "district", "city", "facility", "water", "region", "other"})
"""Kinds of mention that are a name somebody else may know; what the text describes, and countries, are not."""

SCORE = 0.5
"""No more can be said of an answer than that the name fits: the article's other places were not weighed."""

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
"""OpenStreetMap's words for what a thing is -> GeoNames feature code and how precisely it places an event."""

UNKNOWN_KIND: tuple[str, PlacePrecision] = ("LCTY", "near")


class OutsideGeocoder(Protocol):
    """What is asked: `CachedNominatim`, or anything that answers alike."""

    def geocode(self, query: str, *, country_codes: Sequence[str] = ()) -> list[Location]:
        """Locations for a name within countries, the best first."""


def locate_unplaced(analysis: Analysis, geocoder: OutsideGeocoder) -> Analysis:
    """`analysis` with its unresolved mentions placed as `geocoder` answers, within the countries of the article.

    Only the names of mentions that the gazetteer could not place are asked for, each name once. Such places carry the
    source "nominatim" and OpenStreetMap's attribution. An event without a place takes the first of its own that is now
    known. Raises GeocoderUnavailable at the first failure, so that a server in trouble is left in peace.
    """
    countries = find_countries(analysis)
    answers: dict[str, list[Location]] = {}
    places = list(analysis.places)
    names = dict(analysis.country_names)
    for index, resolution in enumerate(places):
        mention = resolution.mention
        if resolution.place is not None or mention.kind not in ASKED_KINDS:
            continue
        name = mention.name or mention.text
        if name not in answers:
            answers[name] = geocoder.geocode(name, country_codes=countries)
        places[index] = _resolve(mention, resolution, answers[name], countries, names)
    located = tuple(places)
    events = tuple(_with_place(event, located) for event in analysis.events)
    return replace(analysis, places=located, events=events, country_names=names)


def find_countries(analysis: Analysis) -> tuple[str, ...]:
    """The ISO codes of all countries that the article's placed mentions lie in, sorted."""
    found: set[str] = set()
    for resolution in analysis.places:
        if resolution.place is not None:
            found.update(resolution.place.countries or ())
            found.update([resolution.place.country] if resolution.place.country else ())
    return tuple(sorted(found))


def _resolve(
    mention: Mention,
    before: Resolution,
    locations: Sequence[Location],
    countries: Sequence[str],
    names: dict[str, str],
) -> Resolution:
    candidates = []
    for location in locations:
        place = build_place(location)
        if countries and place.country not in countries:
            continue  # the server was asked to stay within them, and did not
        within = f" within {', '.join(countries)}" if countries else ""
        candidates.append(Candidate(place, SCORE, f"OpenStreetMap knows “{location.address}”{within}"))
        _name_country(place, location.raw, names)
    if not candidates:
        return before
    first, *others = candidates
    return Resolution(mention, first.place, SCORE, first.reason, (*others, *before.alternatives))


def build_place(location: Location) -> Place:
    """The place that one of Nominatim's answers tells of; half the diagonal of its bounding box is its precision."""
    raw: Mapping[str, Any] = location.raw
    address: Mapping[str, Any] = raw.get("address") or {}
    country = str(address["country_code"]).upper() if address.get("country_code") else None
    words = {str(raw.get(key)) for key in ("addresstype", "type", "class")}
    feature, precision = next(((f, p) for kinds, f, p in KINDS if kinds & words), UNKNOWN_KIND)
    return Place(
        id=f"osm:{raw.get('osm_type', 'place')}/{raw.get('osm_id', raw.get('place_id', ''))}",
        name=str(raw.get("name") or location.address.split(",")[0]),
        lat=location.latitude,
        lon=location.longitude,
        feature=feature,
        country=country,
        countries=(country,) if country else (),
        admin1=address.get("state") or address.get("province") or address.get("region"),
        admin2=address.get("county") or address.get("district"),
        precision=precision,
        precision_km=_radius_km(raw.get("boundingbox")),
        source="nominatim",
        attribution=ATTRIBUTION,
    )


def _radius_km(box: Any) -> float:
    """Half the diagonal of Nominatim's `[south, north, west, east]` in kilometres, 1 where there is none."""
    if not isinstance(box, Sequence) or len(box) != 4:
        return 1.0
    south, north, west, east = (float(side) for side in box)
    return max(1.0, round(float(geodesic((south, west), (north, east)).km) / 2, 1))


def _name_country(place: Place, raw: Mapping[str, Any], names: dict[str, str]) -> None:
    country = (raw.get("address") or {}).get("country")
    if place.country and country:
        names.setdefault(place.country, str(country))


def _with_place(event: Event, places: Sequence[Resolution]) -> Event:
    if event.place_index is not None:
        return event
    for role in ("at", "near", "to", "from"):
        for each in event.places:
            if each.role == role and places[each.index].place is not None:
                return replace(event, place_index=each.index)
    return event
