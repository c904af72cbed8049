"""Nominatim against a small server that is started for the purpose: its refusals, delays and nonsense."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from geopy.location import Location
from nominatim_server import VILLAGE, Server, run_server

from geo.errors import GeocoderUnavailable
from geo.geocoders import build_nominatim

pytestmark = pytest.mark.filterwarnings("ignore:Latitude normalization")  # geopy's, before it refuses


@pytest.fixture
def server() -> Iterator[Server]:
    with run_server() as state:
        yield state


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
    assert server.sent[0]["User-Agent"].startswith("dateline/")


# Kept answers


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


def change(tmp_path: Path, statement: str) -> None:
    with sqlite3.connect(tmp_path / "geocoder-answers.sqlite") as base:
        base.execute(statement)
    base.close()


def test_old_answer_is_asked_for_again_and_dropped(server: Server, tmp_path: Path) -> None:
    ask(server, tmp_path)
    ask(server, tmp_path, "another")
    change(tmp_path, "UPDATE answers SET asked = '2001-01-01'")
    ask(server, tmp_path)
    assert len(server.asked) == 3
    with sqlite3.connect(tmp_path / "geocoder-answers.sqlite") as base:
        assert base.execute("SELECT count(*) FROM answers").fetchone() == (1,)
    base.close()


@pytest.mark.parametrize(
    "kept",
    ["no JSON", "7", "[7]", "[{}]", '[{"lat": "1"}]', '[{"lat": "95", "lon": "2", "display_name": "X"}]', "NULL"],
)
def test_spoilt_answer_is_asked_for_again(server: Server, tmp_path: Path, kept: str) -> None:
    server.answer([VILLAGE])
    ask(server, tmp_path)
    change(tmp_path, "UPDATE answers SET answer = " + (kept if kept == "NULL" else f"'{kept}'"))
    assert ask(server, tmp_path)[0].raw == VILLAGE
    assert len(server.asked) == 2


def spoil_all(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwrite_the_end(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))


def put_another_table_in_its_place(path: Path) -> None:
    path.unlink()
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE answers (something TEXT)")
    base.commit()
    base.close()


@pytest.mark.parametrize("spoil", [spoil_all, cut_off, overwrite_the_end, put_another_table_in_its_place])
def test_damaged_cache_is_begun_anew(server: Server, tmp_path: Path, spoil: Any) -> None:
    server.answer([VILLAGE] * 5)
    for number in range(9):
        ask(server, tmp_path, f"name {number}")
    spoil(tmp_path / "geocoder-answers.sqlite")
    assert len(ask(server, tmp_path, "another")) == 5
    assert len(ask(server, tmp_path, "another")) == 5
    assert len(server.asked) == 10


def test_cache_that_cannot_be_written_stops_the_asking(server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GeocoderUnavailable, match="cannot be kept"):
        ask(server, tmp_path / "file")
    assert server.asked == []


# How often


def test_one_request_at_a_time_with_the_delay_between(server: Server, tmp_path: Path) -> None:
    for name in ("one", "two", "three"):  # built anew each time: the delay holds for the server, not the object
        ask(server, tmp_path, name, min_delay=0.2)
    gaps = [later - earlier for earlier, later in zip(server.times, server.times[1:], strict=False)]
    assert len(gaps) == 2 and min(gaps) > 0.15


def test_threads_and_settings_share_the_one_pace(server: Server, tmp_path: Path) -> None:
    server.delay = 0.1

    def work(number: int) -> None:
        ask(server, tmp_path, f"name {number}", min_delay=0.05, timeout=5.0 + number, user_agent=f"dateline/{number}")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.asked) == 6
    assert server.most_at_once == 1
    gaps = [later - earlier for earlier, later in zip(server.times, server.times[1:], strict=False)]
    assert min(gaps) > 0.04


def test_the_public_server_is_never_asked_more_than_once_a_second(tmp_path: Path) -> None:
    geocoder = build_nominatim("https://Nominatim.OpenStreetMap.org/", cache=tmp_path, min_delay=0.0)
    assert geocoder._min_delay == 1.0


@pytest.mark.parametrize("status", [403, 429, 503])
def test_who_refuses_is_left_alone_for_a_while(server: Server, tmp_path: Path, status: int) -> None:
    server.status = status
    with pytest.raises(GeocoderUnavailable):
        ask(server, tmp_path)
    server.status = 200
    for name in ("Khost", "Gardez"):
        with pytest.raises(GeocoderUnavailable, match=r"left alone; it can be asked again in (59|60) seconds\.$"):
            ask(server, tmp_path, name)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("retry_after", "words"),
    [
        ("7", "[67] seconds"),
        ("3600", "60 minutes"),
        ("999999999999", "1440 minutes"),
        ("soon", "(59|60) seconds"),
        ("-5", "1 seconds"),
        ("Wed, 01 Jan 2020 00:00:00 GMT", "1 seconds"),
    ],
)
def test_retry_after_is_heeded(server: Server, tmp_path: Path, retry_after: str, words: str) -> None:
    server.status, server.headers = 429, {"Retry-After": retry_after}
    for _ in range(2):
        with pytest.raises(GeocoderUnavailable) as raised:
            ask(server, tmp_path)
    raised.match(words)
    assert len(server.asked) == 1


def test_after_the_pause_it_is_asked_again(server: Server, tmp_path: Path) -> None:
    server.status, server.headers = 429, {"Retry-After": "1"}
    with pytest.raises(GeocoderUnavailable):
        ask(server, tmp_path)
    server.status = 200
    server.answer([VILLAGE])
    time.sleep(1.05)
    assert len(ask(server, tmp_path)) == 1


def test_kept_answers_are_given_while_the_server_is_left_alone(server: Server, tmp_path: Path) -> None:
    server.answer([VILLAGE])
    ask(server, tmp_path)
    server.status = 429
    with pytest.raises(GeocoderUnavailable):
        ask(server, tmp_path, "Khost")
    assert len(ask(server, tmp_path)) == 1


# Nonsense

NONSENSE = [
    ("no JSON", b"<html>busy</html>"),
    ("nothing at all", b""),
    ("half of it", b'[{"lat": "36.5"'),
    ("a number", b"7"),
    ("a list of numbers", b"[1, 2]"),
    ("a location without a name", b'[{"lat": "1", "lon": "2"}]'),
    ("a name that is a list", b'[{"lat": "1", "lon": "2", "display_name": ["X"]}]'),
    ("a name of blanks", b'[{"lat": "1", "lon": "2", "display_name": "  "}]'),
    ("a location nowhere", b'[{"display_name": "X"}]'),
    ("a latitude in words", b'[{"lat": "north", "lon": "2", "display_name": "X"}]'),
    ("a latitude beyond the pole", b'[{"lat": "95", "lon": "2", "display_name": "X"}]'),
    ("a longitude round the Earth", b'[{"lat": "5", "lon": "362", "display_name": "X"}]'),
    ("a latitude that is no number", b'[{"lat": "nan", "lon": "2", "display_name": "X"}]'),
    ("a latitude that is NaN", b'[{"lat": NaN, "lon": 2, "display_name": "X"}]'),
    ("an endless longitude", b'[{"lat": 1, "lon": 1e999, "display_name": "X"}]'),
    ("a longitude of a thousand digits", b'[{"lat": 1, "lon": ' + b"9" * 1000 + b', "display_name": "X"}]'),
    ("a latitude that is true", b'[{"lat": true, "lon": 2, "display_name": "X"}]'),
    ("an address that is a text", b'[{"lat": "1", "lon": "2", "display_name": "X", "address": "Y"}]'),
    ("a box of words", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": ["a", "b", "c", "d"]}]'),
    ("a box of nowhere", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": ["nan", "1", "1", "1"]}]'),
    ("a box beyond the pole", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": [0, 99, 1, 3]}]'),
    ("a box upside down", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": [2, 0, 1, 3]}]'),
    ("a box of three", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": ["0", "1", "2"]}]'),
    ("a box that is a text", b'[{"lat": "1", "lon": "2", "display_name": "X", "boundingbox": "0123"}]'),
    ("no encoding", b"\xff\xfe\x00["),
    ("an error", b'{"error": "bandwidth"}'),
    ("a pit of brackets", b"[" * 200_000),
    ("two megabytes", b"[" + b" " * 2_000_000 + b"]"),
    ("one good, one bad", json.dumps([VILLAGE, {**VILLAGE, "lat": "north"}]).encode()),
]


@pytest.mark.parametrize("body", [case[1] for case in NONSENSE], ids=[case[0] for case in NONSENSE])
def test_nonsense_is_one_error(server: Server, tmp_path: Path, body: bytes) -> None:
    server.body = body
    with pytest.raises(GeocoderUnavailable, match=r"^The geocoder at \S+ .+\.$") as raised:
        ask(server, tmp_path)
    assert raised.value.__cause__ is not None
    assert len(str(raised.value)) < 200


def test_nonsense_is_not_kept(server: Server, tmp_path: Path) -> None:
    server.body = b"nonsense"
    with pytest.raises(GeocoderUnavailable):
        ask(server, tmp_path)
    server.answer([VILLAGE])
    assert len(ask(server, tmp_path)) == 1


def test_packed_answer_is_not_unpacked(server: Server, tmp_path: Path) -> None:
    server.answer([VILLAGE])
    server.headers = {"Content-Encoding": "gzip"}
    server.body = b"\x1f\x8b\x08" + b"\0" * 50
    with pytest.raises(GeocoderUnavailable, match="not JSON"):
        ask(server, tmp_path)
    assert server.sent[0]["Accept-Encoding"] == "identity"


def test_more_than_was_asked_for_is_left_out(server: Server, tmp_path: Path) -> None:
    server.answer([{**VILLAGE, "osm_id": number} for number in range(500)])
    assert len(ask(server, tmp_path)) == 5


def test_answer_that_is_cut_off(server: Server, tmp_path: Path) -> None:
    server.answer([VILLAGE])
    server.promised = len(server.body) + 1000
    with pytest.raises(GeocoderUnavailable, match=r"not JSON|in time"):
        ask(server, tmp_path, timeout=1.0)


# Refusals and delays


@pytest.mark.parametrize(
    ("status", "words"),
    [(403, "refused"), (429, "too often"), (500, "failure of its own"), (503, "in time"), (400, "not accept")],
)
def test_refusals_are_told_apart(server: Server, tmp_path: Path, status: int, words: str) -> None:
    server.status = status
    with pytest.raises(GeocoderUnavailable, match=words):
        ask(server, tmp_path)
    assert len(server.asked) == 1, "a server that refuses is not asked again at once"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_not_followed(server: Server, tmp_path: Path, status: int) -> None:
    with run_server() as other:
        other.answer([VILLAGE])
        server.status, server.headers = status, {"Location": other.address}
        with pytest.raises(GeocoderUnavailable, match="another address, which is not followed"):
            ask(server, tmp_path)
        assert other.asked == []


def test_cookies_are_not_kept(server: Server, tmp_path: Path) -> None:
    server.headers = {"Set-Cookie": "who=you; Path=/"}
    geocoder = build_nominatim(server.address, cache=tmp_path, min_delay=0.0)
    geocoder.geocode("one")
    geocoder.geocode("two")
    assert len(server.sent) == 2 and "Cookie" not in server.sent[1]


def test_slow_server(server: Server, tmp_path: Path) -> None:
    server.delay = 1.0
    with pytest.raises(GeocoderUnavailable, match="did not answer in time"):
        ask(server, tmp_path, timeout=0.2)
    assert len(server.asked) == 1, "a server that is late is not asked again at once"


def test_server_that_answers_a_letter_at_a_time(server: Server, tmp_path: Path) -> None:
    server.answer([VILLAGE])
    server.drip = 0.05  # each letter in time, the whole of them not
    begun = time.monotonic()
    with pytest.raises(GeocoderUnavailable, match="did not answer in time"):
        ask(server, tmp_path, timeout=0.5)
    assert time.monotonic() - begun < 3


def test_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GeocoderUnavailable, match="cannot be reached"):
        build_nominatim("http://127.0.0.1:9", cache=tmp_path).geocode("Paris")


@pytest.mark.parametrize(
    "address",
    ["", "nominatim", "ftp://x", "http://", "javascript:alert(1)", "http://x/?q=1", "http://x:y/", "http://[x"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(GeocoderUnavailable, match="is not the address of a geocoder"):
        build_nominatim(address, cache=tmp_path)


def test_a_login_in_the_address_is_refused_and_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(GeocoderUnavailable) as raised:
        build_nominatim("https://me:secret@example.org/", cache=tmp_path)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("query", ["", " \n ", "x" * 101, "word " * 50])
def test_what_is_no_name_is_not_asked_for(server: Server, tmp_path: Path, query: str) -> None:
    with pytest.raises(GeocoderUnavailable, match="no name of a place"):
        ask(server, tmp_path, query)
    assert server.asked == []
