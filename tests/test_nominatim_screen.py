"""Nominatim through the screen: off until switched on; whatever the server does, one sentence and the map stay."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from nominatim_server import VILLAGE, Server, run_server
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
NAME = "Zarbovash"
ARTICLE = f"""Fighting near a village in Afghanistan

KABUL, Afghanistan - Fighters attacked the village of {NAME} on Monday, killing 12 civilians, the army said.
"""
KNOWN = {**VILLAGE, "name": NAME, "display_name": f"{NAME}, Baghlan, Afghanistan"}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr("geo.geocoders.answers.cache_folder", lambda: tmp_path)
    with run_server() as state:
        yield state


@pytest.fixture
def app() -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.file_uploader[0].upload("village.txt", ARTICLE.encode())
    return app.run()


def switch_on(app: AppTest, server: Server) -> AppTest:
    app.session_state["nominatim_on"] = True
    app.session_state["nominatim_server"] = server.address
    return app.run()


def complaints(app: AppTest) -> list[str]:
    """What the screen says about the geocoder, and anything that went wrong."""
    assert not app.exception
    warnings = [str(part.value).replace("\\", "") for part in [*app.error, *app.warning]]
    return [words for words in warnings if "publication date" not in words]


def test_off_it_opens_no_socket(app: AppTest, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **settings: Any) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    app.session_state["nominatim_server"] = server.address
    app.run()
    assert complaints(app) == []
    assert server.asked == []


def test_on_it_asks_once_for_the_name_and_marks_the_answer(app: AppTest, server: Server) -> None:
    server.answer([KNOWN])
    switch_on(app, server).run()
    assert [(asked["q"], asked["countrycodes"]) for asked in server.asked] == [([NAME], ["af"])]
    (located,) = app.session_state["desk"].located.values()
    found = next(each for each in located.analysis.places if each.mention.text == NAME)
    assert found.place is not None
    assert found.place.source == "nominatim" and "OpenStreetMap" in found.place.attribution
    assert any(located.analysis.place_of(event) == found.place for event in located.analysis.events)
    assert complaints(app) == []


def refuse(server: Server) -> None:
    server.status, server.headers = 429, {"Retry-After": "30"}


def forbid(server: Server) -> None:
    server.status = 403


def break_down(server: Server) -> None:
    server.status = 500


def answer_a_page(server: Server) -> None:
    server.body = b"<html><h1>**Busy** <script>alert(1)</script></h1></html>"


def break_off(server: Server) -> None:
    server.body = b'[{"lat": "36.5", "lo'


def answer_nowhere(server: Server) -> None:
    server.answer([{**KNOWN, "lat": "95", "lon": "nan"}])


def answer_too_much(server: Server) -> None:
    server.body = b"[" + b" " * 1_500_000 + b"]"


def send_elsewhere(server: Server) -> None:
    server.status, server.headers = 302, {"Location": "http://127.0.0.1:9/"}


@pytest.mark.parametrize(
    "fail",
    [refuse, forbid, break_down, answer_a_page, break_off, answer_nowhere, answer_too_much, send_elsewhere],
    ids=lambda fail: fail.__name__,
)
def test_a_failure_is_one_sentence_beside_the_map(app: AppTest, server: Server, fail: Callable[[Server], None]) -> None:
    fail(server)
    switch_on(app, server)
    app.run()
    assert len(server.asked) == 1, "asked again by a page that is drawn anew"
    (warning,) = complaints(app)
    assert warning.startswith("The geocoder at ") and warning.endswith(".") and "script" not in warning
    (analysis,) = app.session_state["desk"].analyses.values()
    assert any(each.place is not None for each in analysis.places), "what the gazetteer placed is still there"
    assert [button for button in app.button if button.label == "Ask again"]


def test_an_answer_from_elsewhere_leaves_the_name_unplaced(app: AppTest, server: Server) -> None:
    server.answer([{**KNOWN, "address": {"country_code": "fr", "country": "France"}}])
    switch_on(app, server)
    (located,) = app.session_state["desk"].located.values()
    assert all(each.place is None for each in located.analysis.places if each.mention.text == NAME)
    assert complaints(app) == []


@pytest.mark.parametrize("address", ["nominatim", "file:///etc/passwd", "https://me:secret@example.org"])
def test_an_address_that_is_none_is_one_sentence(app: AppTest, address: str) -> None:
    app.session_state["nominatim_on"] = True
    app.session_state["nominatim_server"] = address
    app.run()
    (warning,) = complaints(app)
    assert "is not the address of a geocoder" in warning and "secret" not in warning
