"""Asking for what the gazetteer could not place: what is sent, what is believed, and how it is marked."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from nominatim_server import VILLAGE, Server, run_server

from geo.errors import GeocoderUnavailable
from geo.geocoders import CachedNominatim, ask_unplaced, build_nominatim, locate_unplaced
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

AFGHANISTAN = Place("c:AF", "Afghanistan", 33.9, 67.7, "PCLI", "AF", ("AF",), precision="country")
GHORI = Mention(Span(2, 14), "Dand-e Ghori's", "city", name="Dand-e Ghori")


@pytest.fixture
def server() -> Iterator[Server]:
    with run_server() as state:
        yield state


@pytest.fixture
def geocoder(server: Server, tmp_path: Path) -> CachedNominatim:
    return build_nominatim(server.address, cache=tmp_path, min_delay=0)


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


def test_unplaced_is_placed_and_marked(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([VILLAGE, {**VILLAGE, "osm_id": 43}])
    before = make_analysis(GHORI)
    after = locate_unplaced(before, geocoder)
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
    (rival,) = resolution.alternatives
    assert (rival.place.id, rival.place.source, rival.place.attribution) == (
        "osm:node/43",
        "nominatim",
        "OpenStreetMap contributors (ODbL) via Nominatim",
    )
    assert "OpenStreetMap" in resolution.reason and "OpenStreetMap" in rival.reason
    assert "answer 1 of 2 within Afghanistan" in resolution.reason
    assert 0 < rival.score < resolution.score <= 0.5
    assert after.events[0].place_index == 1
    assert after.country_names == {"AF": "Afghanistan"}
    assert before.places[1].place is None, "the analysis as it was made is not changed"


def test_the_record_says_where_it_comes_from(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([VILLAGE])
    record = locate_unplaced(make_analysis(GHORI), geocoder).to_dict()["places"][1]
    assert record["resolved"]["from"] == "nominatim"
    assert record["score"] == 0.5


# What leaves the machine


def test_only_the_name_and_the_countries_leave_the_machine(server: Server, geocoder: CachedNominatim) -> None:
    locate_unplaced(make_analysis(GHORI, GHORI), geocoder)
    assert len(server.asked) == 1
    sent = server.asked[0]
    assert (sent.pop("q"), sent.pop("countrycodes")) == (["Dand-e Ghori"], ["af"])
    assert set(sent) <= {"format", "limit", "addressdetails", "accept-language"}
    assert set(server.sent[0]) <= {"Host", "User-Agent", "Accept-Encoding", "Accept", "Connection"}


@pytest.mark.parametrize("kind", ["demonym", "relative", "border", "coordinates", "country"])
def test_what_is_no_name_of_a_place_is_not_asked_for(server: Server, geocoder: CachedNominatim, kind: Any) -> None:
    analysis = make_analysis(replace(GHORI, kind=kind))
    assert locate_unplaced(analysis, geocoder) == analysis
    assert server.asked == []


@pytest.mark.parametrize(
    "name",
    ["<b>Ghori</b>", "a@example.org", "C:\\Ghori", "a/b", '{"name": 1}', "x" * 81, "12", "Gh\x00ori", "Gh\u202eori"],
)  # fmt: skip
def test_markup_addresses_and_long_stretches_stay_here(server: Server, geocoder: CachedNominatim, name: str) -> None:
    analysis = make_analysis(replace(GHORI, name=name))
    assert locate_unplaced(analysis, geocoder) == analysis
    assert server.asked == []


def test_without_a_country_nothing_is_asked(server: Server, geocoder: CachedNominatim) -> None:
    analysis = make_analysis(GHORI, placed=None)
    assert locate_unplaced(analysis, geocoder) == analysis
    assert server.asked == []


def test_forty_names_at_most_those_repeated_first(server: Server, geocoder: CachedNominatim) -> None:
    many = [replace(GHORI, name=f"Ghori {'abcdefghijklmnopqrstuvwxyz'[n % 26]}{n}") for n in range(60)]
    told: list[tuple[int, int, str]] = []
    locate_unplaced(make_analysis(*many, many[55]), geocoder, lambda *each: told.append(each))
    assert len(server.asked) == 40
    assert server.asked[0]["q"] == [many[55].name]
    assert told[0] == (0, 40, many[55].name) and told[-1][0] == 39


def test_who_is_told_can_call_it_off(server: Server, geocoder: CachedNominatim) -> None:
    class Off(Exception):
        """The visitor went elsewhere."""

    def tell(done: int, of: int, name: str) -> None:
        if done == 1:
            raise Off

    with pytest.raises(Off):
        locate_unplaced(make_analysis(GHORI, replace(GHORI, name="Khost")), geocoder, tell)
    assert len(server.asked) == 1


# What is believed


@pytest.mark.parametrize("code", ["ir", "", None, "afg", ["af"], 7, "a1"], ids=str)
def test_answer_from_another_country_is_not_believed(server: Server, geocoder: CachedNominatim, code: Any) -> None:
    server.answer([{**VILLAGE, "address": {"country_code": code}}])
    after = locate_unplaced(make_analysis(GHORI), geocoder)
    assert after.places[1].place is None
    assert "OpenStreetMap, asked for it, has none that fits" in after.places[1].reason
    assert after.events[0].place_index is None


@pytest.mark.parametrize("thing", ["shop", "amenity", "highway", "building", "office", "tourism"])
def test_a_shop_or_street_of_the_name_is_no_town(server: Server, geocoder: CachedNominatim, thing: str) -> None:
    server.answer([{**VILLAGE, "class": thing, "type": "x", "addresstype": thing}])
    assert locate_unplaced(make_analysis(GHORI), geocoder).places[1].place is None


def test_a_hospital_may_be_a_facility(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([{**VILLAGE, "class": "amenity", "type": "hospital", "addresstype": "amenity"}])
    assert locate_unplaced(make_analysis(replace(GHORI, kind="facility")), geocoder).places[1].place is not None


def test_a_country_is_no_answer_to_a_towns_name(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([{**VILLAGE, "addresstype": "country", "boundingbox": ["29", "39", "60", "75"]}])
    assert locate_unplaced(make_analysis(GHORI), geocoder).places[1].place is None


@pytest.mark.parametrize(
    ("box", "precision", "least_km", "most_km"),
    [
        (["36.49", "36.51", "68.89", "68.91"], "point", 1, 2),
        (["36.3", "36.7", "68.7", "69.1"], "near", 25, 35),
        (["32", "41", "64", "74"], "area", 500, 800),
        (["36.5", "36.5", "68.9", "68.9"], "point", 1, 1),
        (["36.5", "36.5", "-180", "180"], "area", 5000, 20040),
        (None, "point", 1, 1),
    ],
    ids=["village", "large city", "as large as a country", "a point", "round the Earth", "no box"],
)
def test_precision_is_as_far_as_the_box_reaches(
    server: Server, geocoder: CachedNominatim, box: Any, precision: str, least_km: float, most_km: float
) -> None:
    server.answer([{**VILLAGE, "boundingbox": box}])
    place = locate_unplaced(make_analysis(GHORI), geocoder).places[1].place
    assert place is not None
    assert place.precision == precision
    assert least_km <= place.precision_km <= most_km


def test_an_answer_called_otherwise_counts_less_and_says_so(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([{**VILLAGE, "name": "Shahr-e Naw"}, {**VILLAGE, "osm_id": 43}])
    resolution = locate_unplaced(make_analysis(GHORI), geocoder).places[1]
    assert resolution.place is not None and resolution.place.id == "osm:node/43", "the one so called comes first"
    assert "which it knows as Dand-e Ghori too" in resolution.alternatives[0].reason


def test_odd_words_of_an_answer_stay_plain_words(server: Server, geocoder: CachedNominatim) -> None:
    odd = {
        **VILLAGE,
        "osm_id": {"x": 1},
        "name": ["Ghori"],
        "display_name": "Dand-e\u202e Ghori\n\x00<script>, " + "x" * 5000,
        "address": {"state": {"a": 1}, "county": 7, "country": ["x"], "country_code": "AF"},
    }
    server.answer([odd])
    resolution = locate_unplaced(make_analysis(GHORI), geocoder).places[1]
    place = resolution.place
    assert place is not None
    assert place.id == "osm:36.50000,68.90000"
    assert (place.name, place.admin1, place.admin2) == ("Dand-e Ghori <script>", None, None)
    assert len(resolution.reason) < 500 and resolution.reason.isprintable()


def test_the_same_answer_twice_is_one(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([VILLAGE, VILLAGE])
    assert locate_unplaced(make_analysis(GHORI), geocoder).places[1].alternatives == ()


# When it fails


def test_failure_ends_the_asking_and_keeps_what_was_answered(server: Server, geocoder: CachedNominatim) -> None:
    server.answer([VILLAGE])
    names = [replace(GHORI, name=name) for name in ("Dand-e Ghori", "Khost Bala", "Gardez Bala")]

    def tell(done: int, of: int, name: str) -> None:
        server.status = 200 if done == 0 else 500

    asked = ask_unplaced(make_analysis(*names), geocoder, tell)
    assert asked.failure is not None and asked.failure.endswith("failure of its own.")
    assert [each.place is not None for each in asked.analysis.places] == [True, True, False, False]
    assert len(server.asked) == 2
    with pytest.raises(GeocoderUnavailable):
        locate_unplaced(make_analysis(*names), geocoder)


def test_no_socket_is_opened_until_it_is_asked(
    server: Server, geocoder: CachedNominatim, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **settings: Any) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    build_nominatim(server.address)
    locate_unplaced(make_analysis(replace(GHORI, kind="country")), geocoder)
    assert server.asked == []
