"""The gazetteer as one of geopy's geocoders."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.errors import GazetteerBroken
from geo.gazetteer import NameMatch
from geo.geocoders import GazetteerGeocoder
from geo.model import Place

pytestmark = pytest.mark.filterwarnings("ignore:Latitude normalization")  # geopy's, before it refuses

AFGHANISTAN = Place("c:AF", "Afghanistan", 33.9, 67.7, "PCLI", "AF", ("AF",), precision="country")
PARIS = Place("g:1", "Paris", 48.85, 2.35, "PPLC", "FR", ("FR",), "Île-de-France", population=2_000_000)
PARIS_TEXAS = Place("g:2", "Paris", 33.66, -95.56, "PPL", "US", ("US",), "Texas", population=25_000)


class StandInGazetteer:
    """Two towns of one name."""

    def lookup(self, name: str, limit: int = 50) -> tuple[NameMatch, ...]:
        known = [NameMatch(place, place.name, "name", 1) for place in (PARIS, PARIS_TEXAS) if place.name == name]
        return tuple(known[:limit])

    def nearest(self, lat: float, lon: float, limit: int = 1, max_km: float = 100) -> tuple[tuple[Place, float], ...]:
        return ((PARIS, 1.5),)[:limit] if abs(lat - PARIS.lat) < 1 else ()

    def country(self, code: str) -> Place | None:
        return replace(AFGHANISTAN, name="France") if code == "FR" else None


class BrokenGazetteer(StandInGazetteer):
    def lookup(self, name: str, limit: int = 50) -> tuple[NameMatch, ...]:
        raise GazetteerBroken("The index is damaged.")


@pytest.fixture
def geocoder() -> GazetteerGeocoder:
    return GazetteerGeocoder(StandInGazetteer())  # type: ignore[arg-type]


def test_it_is_a_geocoder_of_geopy(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_geocode_gives_the_most_prominent(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode(" Paris ")
    assert isinstance(location, Location)
    assert (location.latitude, location.longitude) == (48.85, 2.35)
    assert location.address == "Paris, Île-de-France, France"
    assert location.raw["id"] == "g:1"
    assert json.loads(json.dumps(location.raw)) == location.raw


def test_geocode_gives_several(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.geocode("Paris", exactly_one=False)
    assert isinstance(locations, list)
    assert [location.raw["country"] for location in locations] == ["FR", "US"]
    assert len(geocoder.geocode("Paris", exactly_one=False, limit=1) or []) == 1


@pytest.mark.parametrize("codes", ["US", "us", ["us"], ("DE", "US"), "de,us"], ids=str)
def test_geocode_stays_within_countries(geocoder: GazetteerGeocoder, codes: Any) -> None:
    location = geocoder.geocode("Paris", country_codes=codes)
    assert isinstance(location, Location) and location.raw["admin1"] == "Texas"


@pytest.mark.parametrize("exactly_one", [True, False])
def test_unknown_is_none(geocoder: GazetteerGeocoder, exactly_one: bool) -> None:
    assert geocoder.geocode("Nowhere", exactly_one=exactly_one) is None
    assert geocoder.reverse((0, 0), exactly_one=exactly_one) is None


@pytest.mark.parametrize("query", ["", "  ", None, 7, ["Paris"]], ids=repr)
def test_geocode_refuses_what_is_no_name(geocoder: GazetteerGeocoder, query: Any) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(query)


def test_limit_cannot_be_less_than_one(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode("Paris", exactly_one=False, limit=0)


@pytest.mark.parametrize("point", [(48.9, 2.3), "48.9, 2.3", Point(48.9, 2.3), [48.9, 2.3]], ids=repr)
def test_reverse_takes_what_geopy_takes(geocoder: GazetteerGeocoder, point: Any) -> None:
    location = geocoder.reverse(point)
    assert isinstance(location, Location) and location.raw["name"] == "Paris"


@pytest.mark.parametrize("point", ["somewhere", (95, 0), (float("nan"), 0), None, {}], ids=repr)
def test_reverse_refuses_what_is_no_position(geocoder: GazetteerGeocoder, point: Any) -> None:
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse(point)


def test_damaged_gazetteer_is_an_error_of_geopy() -> None:
    with pytest.raises(GeocoderServiceError, match="damaged") as raised:
        GazetteerGeocoder(BrokenGazetteer()).geocode("Paris")  # type: ignore[arg-type]
    assert isinstance(raised.value.__cause__, GazetteerBroken)
