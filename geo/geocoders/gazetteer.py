"""The gazetteer as a geopy `Geocoder`: names to locations and back, in geopy's types and errors, without a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.model import Place

SEVERAL = 10
"""How many locations are given back at most when several are asked for without a limit."""

SEARCHED = 200
"""How many places of one name are looked through for those in the countries asked for."""


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Geocodes and reverse-geocodes from the embedded gazetteer; nothing leaves the machine."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Uses `gazetteer`, or opens the embedded one. Raises GazetteerError when that cannot be opened."""
        super().__init__(user_agent="dateline")
        self.gazetteer = gazetteer or open_gazetteer()

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """The most prominent place called `query`, or several, the most prominent first; None when there is none.

        `country_codes` are ISO 3166 alpha-2. `Location.raw` is the `Place` as a plain dict, without its geometry;
        `timeout` is taken as every geocoder of geopy takes it, and has no meaning here. Raises GeocoderQueryError for a
        query that is no name, GeocoderServiceError when the gazetteer is damaged.
        """
        if not isinstance(query, str) or not query.strip():
            raise GeocoderQueryError(f"A place's name is needed, not {query!r}.")
        count = _count(exactly_one, limit)
        codes = _codes(country_codes)
        try:
            matches = self.gazetteer.lookup(query.strip(), SEARCHED if codes else count)
            places = [
                match.place for match in matches if not codes or codes & {match.place.country, *match.place.countries}
            ]
            return self._answer(places[:count], exactly_one)
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error

    def reverse(
        self,
        query: Point | str | Sequence[float],
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        max_km: float = 100.0,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """The place nearest to a position (anything that geopy's Point takes: latitude first), or several; else None.

        Looks no further than `max_km`. Raises GeocoderQueryError for what is no position, GeocoderServiceError when the
        gazetteer is damaged.
        """
        try:
            if not isinstance(query, Point) and not query:
                raise ValueError("nothing at all")  # of which geopy would make latitude 0, longitude 0
            point = Point(query)
        except (ValueError, TypeError) as error:
            raise GeocoderQueryError(f"A latitude and a longitude are needed, not {query!r}.") from error
        count = _count(exactly_one, limit)
        try:
            near = self.gazetteer.nearest(point.latitude, point.longitude, count, max_km)
            return self._answer([place for place, _ in near], exactly_one)
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error

    def _answer(self, places: Sequence[Place], exactly_one: bool) -> Location | list[Location] | None:
        if not places:
            return None
        if exactly_one:
            return self._location(places[0])
        return [self._location(place) for place in places]

    def _location(self, place: Place) -> Location:
        return Location(self._address(place), (place.lat, place.lon), build_raw(place))

    def _address(self, place: Place) -> str:
        country = self.gazetteer.country(place.country) if place.country else None
        parts = [place.name, place.admin1, country.name if country else place.country]
        return ", ".join(dict.fromkeys(part for part in parts if part))


def build_raw(place: Place) -> dict[str, Any]:
    """`place` in plain values, ready for JSON; the geometry, which may be large, is left out.

    >>> raw = build_raw(Place("x", "Baghlan", 36.1, 68.7, "PPL", countries=("AF",)))
    >>> raw["name"], raw["countries"], "geometry" in raw
    ('Baghlan', ['AF'], False)
    """
    raw = asdict(place)
    del raw["geometry"]
    return {key: list(value) if isinstance(value, tuple) else value for key, value in raw.items()}


def _count(exactly_one: bool, limit: int | None) -> int:
    if limit is not None and limit < 1:
        raise GeocoderQueryError("The limit cannot be less than 1.")
    return 1 if exactly_one else limit or SEVERAL


def _codes(country_codes: str | Sequence[str] | None) -> set[str | None]:
    if country_codes is None:
        return set()
    listed = [country_codes] if isinstance(country_codes, str) else country_codes
    return {code.strip().upper() for entry in listed for code in entry.split(",") if code.strip()}
