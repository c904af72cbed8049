"""The gazetteer as a geopy geocoder, and Nominatim against a small server that is started for the purpose."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from geo.errors import GazetteerBroken, GeocoderUnavailable
from geo.gazetteer import NameMatch
from geo.geocoders import GazetteerGeocoder, build_nominatim, locate_unplaced
from geo.model import (
    Analysis,
    Article,
    Event,
    EventMention,
    EventPlace,
    Interval,
    Mention,
    Place,
    Resolution,
    Span,
    Versions,
)

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


# The gazetteer, as geopy's documentation describes every geocoder


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
    assert len(geocoder.geocode("Paris", exactly_one=False, limit=1) or []) == 1  # type: ignore[arg-type]


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


# Nominatim. The server below answers what a test tells it to and remembers what it was asked.

VILLAGE = {
    "osm_type": "node",
    "osm_id": 42,
    "lat": "36.50",
    "lon": "68.90",
    "name": "Dand-e Ghori",
    "display_name": "Dand-e Ghori, Baghlan, Afghanistan",
    "addresstype": "village",
    "boundingbox": ["36.49", "36.51", "68.89", "68.91"],
    "address": {"state": "Baghlan", "country": "Afghanistan", "country_code": "af"},
}


@dataclass
class Server:
    address: str = ""
    status: int = 200
    body: bytes = b"[]"
    delay: float = 0.0
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    agents: list[str | None] = field(default_factory=list)

    def answer(self, value: Any) -> None:
        self.body = json.dumps(value).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.times.append(time.monotonic())
            state.asked.append(parse_qs(urlsplit(self.path).query))
            state.agents.append(self.headers["User-Agent"])
            time.sleep(state.delay)
            self.send_response(state.status)
            self.send_header("Content-Length", str(len(state.body)))
            self.end_headers()
            with contextlib.suppress(BrokenPipeError):  # who asked did not wait
                self.wfile.write(state.body)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing: the test looks at what was asked."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{listener.server_port}/nominatim"
    yield state
    listener.shutdown()
    listener.server_close()
    thread.join()


def ask(server: Server, cache: Path, name: str = "Dand-e Ghori", **settings: Any) -> list[Location]:
    return build_nominatim(server.address, cache=cache, **{"min_delay": 0.0, **settings}).geocode(
        name, country_codes=["AF"]
    )


def test_good_answer(server: Server, tmp_path: Path) -> None:
    server.answer([VILLAGE])
    location = ask(server, tmp_path)[0]
    assert (location.latitude, location.longitude) == (36.5, 68.9)
    assert location.raw == VILLAGE
    assert server.asked[0]["q"] == ["Dand-e Ghori"] and server.asked[0]["countrycodes"] == ["af"]
    assert str(server.agents[0]).startswith("dateline/")


@pytest.mark.parametrize("answer", [[VILLAGE], []], ids=["one location", "nothing found"])
def test_question_is_asked_once(server: Server, tmp_path: Path, answer: list[Any]) -> None:
    server.answer(answer)
    first = ask(server, tmp_path)
    again = ask(server, tmp_path)
    assert [location.raw for location in again] == [location.raw for location in first]
    assert [(l.address, l.latitude) for l in again] == [(l.address, l.latitude) for l in first]  # noqa: E741
    assert len(server.asked) == 1


def test_another_question_is_asked(server: Server, tmp_path: Path) -> None:
    ask(server, tmp_path, "Dand-e Ghori")
    ask(server, tmp_path, "Dahana-i-Ghuri")
    assert len(server.asked) == 2


def test_old_answer_is_asked_for_again(server: Server, tmp_path: Path) -> None:
    ask(server, tmp_path)
    with sqlite3.connect(tmp_path / "geocoder-answers.sqlite") as base:
        base.execute("UPDATE answers SET asked = '2001-01-01'")
    ask(server, tmp_path)
    assert len(server.asked) == 2


def test_damaged_cache_is_begun_anew(server: Server, tmp_path: Path) -> None:
    (tmp_path / "geocoder-answers.sqlite").write_bytes(b"this is no database" * 100)
    server.answer([VILLAGE])
    assert len(ask(server, tmp_path)) == 1


def test_cache_that_cannot_be_written_stops_the_asking(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GeocoderUnavailable, match="cannot be kept"):
        ask(server, tmp_path / "file")
    assert server.asked == []


def test_one_request_at_a_time_with_the_delay_between(server: Server, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        ask(
            server, tmp_path, name, min_delay=0.2
        )  # built anew each time: the delay holds for the server, not the object
    gaps = [later - earlier for earlier, later in zip(server.times, server.times[1:], strict=False)]
    assert len(gaps) == 2 and min(gaps) > 0.15


NONSENSE = [
    ("no JSON", b"<html>busy</html>"),
    ("half of it", b'[{"lat": "36.5"'),
    ("a number", b"7"),
    ("a list of numbers", b"[1, 2]"),
    ("a location without a name", b'[{"lat": "1", "lon": "2"}]'),
    ("a location nowhere", b'[{"display_name": "X"}]'),
    ("a latitude in words", b'[{"lat": "north", "lon": "2", "display_name": "X"}]'),
    ("a latitude beyond the pole", b'[{"lat": "95", "lon": "2", "display_name": "X"}]'),
    ("a latitude that is no number", b'[{"lat": "nan", "lon": "2", "display_name": "X"}]'),
    ("an address that is a text", b'[{"lat": "1", "lon": "2", "display_name": "X", "address": "Y"}]'),
    ("a box of words", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": ["a", "b", "c", "d"]}]'),
    ("no encoding", b"\xff\xfe\x00["),
    ("an error", b'{"error": "bandwidth"}'),
]


@pytest.mark.parametrize("body", [case[1] for case in NONSENSE], ids=[case[0] for case in NONSENSE])
def test_nonsense_is_one_error(server: Server, tmp_path: Path, body: bytes) -> None:
    server.body = body
    with pytest.raises(GeocoderUnavailable, match=r"^The geocoder at \S+ .+\.$") as raised:
        ask(server, tmp_path)
    assert raised.value.__cause__ is not None


def test_nonsense_is_not_kept(server: Server, tmp_path: Path) -> None:
    server.body = b"nonsense"
    with pytest.raises(GeocoderUnavailable):
        ask(server, tmp_path)
    server.answer([VILLAGE])
    assert len(ask(server, tmp_path)) == 1


@pytest.mark.parametrize(
    ("status", "words"),
    [(403, "refused"), (429, "too often"), (500, "failure of its own"), (503, "in time"), (400, "not accept")],
)
def test_refusals_are_told_apart(server: Server, tmp_path: Path, status: int, words: str) -> None:
    server.status = status
    with pytest.raises(GeocoderUnavailable, match=words):
        ask(server, tmp_path)
    assert len(server.asked) == 1, "a server that refuses is not asked again at once"


def test_slow_server(server: Server, tmp_path: Path) -> None:
    server.delay = 1.0
    with pytest.raises(GeocoderUnavailable, match="did not answer in time"):
        ask(server, tmp_path, timeout=0.2)
    assert len(server.asked) == 1, "a server that is late is not asked again at once"


def test_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GeocoderUnavailable, match="cannot be reached"):
        build_nominatim("http://127.0.0.1:9", cache=tmp_path).geocode("Paris")


@pytest.mark.parametrize("address", ["", "nominatim", "ftp://x", "http://", "javascript:alert(1)", "http://x/?q=1"])
def test_what_is_no_address_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(GeocoderUnavailable, match="is not the address of a geocoder"):
        build_nominatim(address, cache=tmp_path)


# Asking for what the gazetteer could not place


def make_analysis(*mentions: Mention, placed: Place | None = AFGHANISTAN) -> Analysis:
    known = (Resolution(Mention(Span(0, 1), "A", "country"), placed, 0.9, "a country"),) if placed else ()
    unknown = tuple(Resolution(mention, None, 0.0, "in no table") for mention in mentions)
    event = Event(
        "e1",
        (EventMention(Span(0, 1), Span(0, 9)),),
        "Armed clash",
        "reported",
        Interval(None, None, "unknown"),
        places=(EventPlace(len(known), "at"),),
    )
    return Analysis(Article("x" * 99), known + unknown, (), (event,), Versions("1", "0", "m", "g"))


GHORI = Mention(Span(2, 14), "Dand-e Ghori's", "city", name="Dand-e Ghori")


def test_unplaced_is_placed_and_marked(server: Server, tmp_path: Path) -> None:
    server.answer([VILLAGE, {**VILLAGE, "osm_id": 43}])
    before = make_analysis(GHORI)
    after = locate_unplaced(before, build_nominatim(server.address, cache=tmp_path, min_delay=0))
    resolution = after.places[1]
    assert resolution.place == Place(
        id="osm:node/42",
        name="Dand-e Ghori",
        lat=36.5,
        lon=68.9,
        feature="PPL",
        country="AF",
        countries=("AF",),
        admin1="Baghlan",
        precision="point",
        precision_km=1.4,
        source="nominatim",
        attribution="OpenStreetMap contributors (ODbL) via Nominatim",
    )
    assert [other.place.id for other in resolution.alternatives] == ["osm:node/43"]
    assert "OpenStreetMap" in resolution.reason and 0 < resolution.score < 1
    assert after.events[0].place_index == 1
    assert after.country_names == {"AF": "Afghanistan"}
    assert before.places[1].place is None, "the analysis as it was made is not changed"


def test_only_the_name_and_the_countries_leave_the_machine(server: Server, tmp_path: Path) -> None:
    locate_unplaced(make_analysis(GHORI, GHORI), build_nominatim(server.address, cache=tmp_path, min_delay=0))
    assert len(server.asked) == 1
    sent = server.asked[0]
    assert (sent.pop("q"), sent.pop("countrycodes")) == (["Dand-e Ghori"], ["af"])
    assert set(sent) <= {"format", "limit", "addressdetails", "accept-language"}


@pytest.mark.parametrize("kind", ["demonym", "relative", "border", "coordinates", "country"])
def test_what_is_no_name_of_a_place_is_not_asked_for(server: Server, tmp_path: Path, kind: Any) -> None:
    analysis = make_analysis(replace(GHORI, kind=kind))
    assert locate_unplaced(analysis, build_nominatim(server.address, cache=tmp_path, min_delay=0)) == analysis
    assert server.asked == []


def test_answer_from_another_country_is_not_believed(server: Server, tmp_path: Path) -> None:
    server.answer([{**VILLAGE, "address": {"country_code": "ir"}}])
    analysis = make_analysis(GHORI)
    assert locate_unplaced(analysis, build_nominatim(server.address, cache=tmp_path, min_delay=0)) == analysis


def test_failure_ends_the_asking(server: Server, tmp_path: Path) -> None:
    server.status = 429
    with pytest.raises(GeocoderUnavailable):
        locate_unplaced(
            make_analysis(GHORI, replace(GHORI, name="Khost")),
            build_nominatim(server.address, cache=tmp_path, min_delay=0),
        )
    assert len(server.asked) == 1
