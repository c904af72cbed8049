"""Events as CSV and GeoJSON, times as CSV: columns, offsets, formulas, shapes, and texts that mean harm."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geo.export import build_csv, build_geojson, build_times_csv
from geo.export.csv import guard_cell
from geo.export.rows import COLUMNS, add_tolls, build_rows
from geo.export.times import TIME_COLUMNS
from geo.model import (
    Actor,
    Analysis,
    Article,
    Attribution,
    Event,
    EventMention,
    EventPlace,
    Interval,
    Mention,
    ModeStretch,
    Place,
    Resolution,
    Span,
    TimeExpression,
    TimeReading,
    Toll,
    Versions,
)

TEXT = (
    "KABUL - Gunmen attacked Baghlan on Monday, killing 12 soldiers, officials said. Talks will be held. Rivers rose."
)
SENTENCES = [Span(8, 79), Span(80, 99), Span(100, 112)]
BAGHLAN = Place("geonames:1148205", "Baghlan", 36.13, 68.7, "PPL", "AF", ("AF",), "Baghlan", geonameid=1148205)
PROVINCE = replace(BAGHLAN, id="adm1:AF.01", feature="ADM1", precision="province", precision_km=80.0)
BORDER: dict[str, Any] = {"type": "LineString", "coordinates": [[67.8, 37.2], [71.5, 37.9]]}
SQUARE: dict[str, Any] = {"type": "Polygon", "coordinates": [[[68, 36], [69, 36], [69, 37], [68, 36]]]}


def toll(effect: str, low: int | None, best: int | None, high: int | None, **more: Any) -> Toll:
    return Toll(effect, Span(43, 63), "killing 12 soldiers", low, best, high, **more)  # type: ignore[arg-type]


def make_analysis(place: Place | None = BAGHLAN, text: str = TEXT, title: str = "Attack in Baghlan") -> Analysis:
    attack = Event(
        id="e1",
        mentions=(EventMention(Span(15, 23), SENTENCES[0]),),
        category="Armed clash",
        status="claimed",
        interval=Interval(date(2021, 7, 5), date(2021, 7, 5), "day"),
        event_type="Battles",
        sub_event_type="Armed clash",
        time_phrase="on Monday",
        part_of_day="morning",
        time_zone="Asia/Kabul",
        reasons={"time": "the phrase hangs on the verb"},
        places=(EventPlace(0, "at"),),
        place_index=0,
        place_text="Baghlan",
        actors=(Actor(Span(8, 14), "Gunmen", "Gunmen", "actor1"),),
        toll=(toll("killed", 12, 12, 12),),
        said_by=Attribution(Span(64, 78), "officials said"),
        plover="ASSAULT",
    )
    talks = Event(
        "e2", (EventMention(Span(80, 85), SENTENCES[1]),), "Diplomacy", "planned", Interval(None, None, "unknown")
    )
    mention = Mention(Span(24, 31), "Baghlan", "city")
    return Analysis(
        Article(text, title=title, source="Example Post", url="https://example.org/a", published=date(2021, 7, 6)),
        (Resolution(mention, place, 0.9, "the only one"),),
        (),
        (attack, talks),
        Versions("1", "0", "m", "g"),
        country_names={"AF": "Afghanistan"},
    )


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_row_has_every_column_and_nothing_else() -> None:
    for row in build_rows(make_analysis()):
        assert tuple(row) == COLUMNS


def test_row_of_an_event() -> None:
    row = read_csv(build_csv(make_analysis()))[0]
    assert {key: value for key, value in row.items() if value} == {
        "id": "e1",
        "date_earliest": "2021-07-05",
        "date_latest": "2021-07-05",
        "date_precision": "day",
        "time_phrase": "on Monday",
        "part_of_day": "morning",
        "time_zone": "Asia/Kabul",
        "time_reason": "the phrase hangs on the verb",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "category": "Armed clash",
        "plover": "ASSAULT",
        "status": "claimed",
        "clarity": "1",
        "actor1": "Gunmen",
        "killed_low": "12",
        "killed_best": "12",
        "killed_high": "12",
        "toll_text": "killing 12 soldiers",
        "place_name": "Baghlan",
        "place_text": "Baghlan",
        "lat": "36.13",
        "lon": "68.7",
        "place_precision": "point",
        "precision_km": "1.0",
        "country": "AF",
        "country_name": "Afghanistan",
        "admin1": "Baghlan",
        "geonameid": "1148205",
        "said_by": "officials said",
        "source_sentence": "Gunmen attacked Baghlan on Monday, killing 12 soldiers, officials said.",
        "sentence_start": "8",
        "sentence_end": "79",
        "title": "Attack in Baghlan",
        "source": "Example Post",
        "url": "https://example.org/a",
        "published": "2021-07-06",
        "attribution": "GeoNames",
    }


def test_event_without_place_and_date_is_a_row() -> None:
    row = read_csv(build_csv(make_analysis()))[1]
    assert row["status"] == "planned"
    assert [row[key] for key in ("date_earliest", "date_latest", "place_name", "lat", "lon")] == [""] * 5
    assert row["source_sentence"] == "Talks will be held."


def test_sentence_is_quoted_by_its_offsets() -> None:
    for row in build_rows(make_analysis()):
        start, end = row["sentence_start"], row["sentence_end"]
        assert isinstance(start, int) and isinstance(end, int)
        assert TEXT[start:end] == row["source_sentence"]


def test_no_event_at_all_is_a_header_alone() -> None:
    analysis = replace(make_analysis(), events=())
    assert build_csv(analysis).splitlines() == ["\ufeff" + ",".join(COLUMNS)]
    assert json.loads(build_geojson(analysis))["features"] == []


# From OWASP's page on CSV injection, and from what spreadsheets were seen to do
FORMULAS = [
    ("=1+1", "'=1+1"),
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    ("+1", "'+1"),
    ("-1+1", "'-1+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r\n=1", "'\r\n=1"),
    ("  =1", "'  =1"),
    ("＝1", "'＝1"),
    ("Baghlan", "Baghlan"),
    ("a = b", "a = b"),
    ("10-12", "10-12"),
    (-33.9, -33.9),
    (0, 0),
    (None, ""),
]


@pytest.mark.parametrize(("value", "cell"), FORMULAS, ids=repr)
def test_formula_is_guarded(value: str | float | None, cell: str | float) -> None:
    assert guard_cell(value) == cell


# Article text that means harm, or that no encoding can write
NASTY = [
    "<img src=x onerror=alert(1)>",
    "${1+1}",
    'He said "no, never", and left;\nthen "=1+1"',
    "a\u202eb\u2066c",
    "half \ud83d a pair",
    "nul \0 byte",
    "**bold** [link](javascript:x)",
]


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_untrusted_text_stays_text(text: str) -> None:
    analysis = make_analysis(title=text)
    expected = text.replace("\ud83d", "\ufffd")
    as_csv = build_csv(analysis).encode("utf-8").decode("utf-8")
    assert read_csv(as_csv)[0]["title"] == expected.replace("\0", "\ufffd")
    as_json = build_geojson(analysis).encode("utf-8")
    assert json.loads(as_json)["features"][0]["properties"]["title"] == expected


def test_spreadsheets_are_told_the_encoding() -> None:
    assert build_csv(make_analysis()).encode("utf-8").startswith(b"\xef\xbb\xbf")


def test_position_is_turned_once() -> None:
    feature = json.loads(build_geojson(make_analysis()))["features"][0]
    assert feature["geometry"] == {"type": "Point", "coordinates": [68.7, 36.13]}
    assert (feature["properties"]["lat"], feature["properties"]["lon"]) == (36.13, 68.7)
    assert feature["id"] == "e1"


def test_attribution_stands_at_the_top() -> None:
    assert json.loads(build_geojson(make_analysis()))["attribution"] == ["GeoNames"]


GEOMETRIES = [
    ("a border is its line", replace(BAGHLAN, precision="line", geometry=BORDER), None, BORDER),
    ("a province with its outline", replace(PROVINCE, geometry=SQUARE), None, SQUARE),
    ("a province whose outline is looked up", PROVINCE, SQUARE, SQUARE),
    ("a province without outline is no pin", PROVINCE, None, None),
    ("a country is no pin", replace(PROVINCE, precision="country", feature="PCLI"), None, None),
    ("near a town is a point with a radius", replace(BAGHLAN, precision="near"), None, "point"),
    ("no place", None, None, None),
]


@pytest.mark.parametrize(
    ("place", "found", "geometry"), [case[1:] for case in GEOMETRIES], ids=[c[0] for c in GEOMETRIES]
)
def test_geometry_says_no_more_than_the_text(place: Place | None, found: Any, geometry: Any) -> None:
    feature = json.loads(build_geojson(make_analysis(place), outline=lambda place_id: found))["features"][0]
    assert feature["geometry"] == ({"type": "Point", "coordinates": [68.7, 36.13]} if geometry == "point" else geometry)


GOVERNOR, TALIBAN = Attribution(Span(0, 1), "the governor"), Attribution(Span(1, 2), "the Taliban")
TOLLS = [
    ("nothing is said", [], (None, None, None)),
    ("another effect", [toll("wounded", 3, 3, 3)], (None, None, None)),
    ("soldiers and civilians", [toll("killed", 3, 3, 3), toll("killed", 2, 2, 2)], (5, 5, 5)),
    ("12, among them 4 children", [toll("killed", 12, 12, 12), toll("killed", 4, 4, 4, subset_of=0)], (12, 12, 12)),
    ("more than 1,000", [toll("killed", 1001, None, None)], (1001, None, None)),
    ("more than 10 and 3 more", [toll("killed", 11, None, None), toll("killed", 3, 3, 3)], (14, None, None)),
    ("a total since May is not this event's", [toll("killed", 900, 900, 900, cumulative=True)], (None, None, None)),
    (
        "two speakers who differ",
        [toll("killed", 10, 10, 10, said_by=GOVERNOR), toll("killed", 20, 20, 20, said_by=TALIBAN)],
        (10, None, 20),
    ),
    (
        "two speakers who agree",
        [toll("killed", 10, 10, 10, said_by=GOVERNOR), toll("killed", 10, 10, 10, said_by=TALIBAN)],
        (10, 10, 10),
    ),
]


@pytest.mark.parametrize(("tolls", "counts"), [case[1:] for case in TOLLS], ids=[case[0] for case in TOLLS])
def test_counts_are_added_only_where_they_may_be(tolls: list[Toll], counts: tuple[int | None, ...]) -> None:
    assert add_tolls(tolls, "killed") == counts


def make_times(text: str = "Monday") -> Analysis:
    span = Span(TEXT.index("Monday"), TEXT.index("Monday") + 6)
    monday = Interval(date(2021, 7, 5), date(2021, 7, 5), "day")
    later = TimeReading("2021-07-12", Interval(date(2021, 7, 12), date(2021, 7, 12), "day"), "if it is to come")
    time = TimeExpression(span, text, "DATE", "2021-07-05", None, monday, "published", "weekday", (later,))
    length = TimeExpression(
        Span(100, 106), "years", "DURATION", "PXY", None, Interval(None, None, "unknown"), "none", "x"
    )
    modes = (ModeStretch(Span(0, 79), "news", "weekdays"), ModeStretch(Span(79, 112), "narrative", "years"))
    return replace(make_analysis(), times=(time, length), modes=modes)


def test_row_of_a_time() -> None:
    rows = read_csv(build_times_csv(make_times()))
    assert list(rows[0]) == list(TIME_COLUMNS)
    assert TEXT[int(rows[0]["start"]) : int(rows[0]["end"])] == "Monday"
    assert {key: value for key, value in rows[0].items() if value and key not in ("start", "end")} == {
        "text": "Monday",
        "type": "DATE",
        "value": "2021-07-05",
        "date_earliest": "2021-07-05",
        "date_latest": "2021-07-05",
        "date_precision": "day",
        "anchor": "published",
        "rule": "weekday",
        "mode": "news",
        "other_values": "2021-07-12",
        "other_reasons": "if it is to come",
        "title": "Attack in Baghlan",
        "source": "Example Post",
        "url": "https://example.org/a",
        "published": "2021-07-06",
        "published_from": "none",
    }
    assert (rows[1]["mode"], rows[1]["date_earliest"], rows[1]["date_precision"]) == ("narrative", "", "unknown")


def test_times_of_a_text_without_any_are_a_header_alone() -> None:
    assert build_times_csv(make_analysis()).splitlines() == ["\ufeff" + ",".join(TIME_COLUMNS)]


@pytest.mark.parametrize(("value", "cell"), [case for case in FORMULAS if isinstance(case[0], str)], ids=repr)
def test_formula_is_guarded_among_times(value: str, cell: str) -> None:
    assert read_csv(build_times_csv(make_times(value)).replace("\r\n", "\n"))[0]["text"] == cell.replace("\r\n", "\n")
