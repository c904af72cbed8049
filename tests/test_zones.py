"""Time zones: tables that cover every country, places hard to reckon, and events that say whose hours they tell."""

from __future__ import annotations

import hashlib
import json
import zoneinfo
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from geopy.location import Location

from geo.gazetteer import fold_name, open_gazetteer
from geo.geocoders import ask_unplaced
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
    TimeExpression,
    Versions,
)
from geo.pipeline import Tools, analyse
from geo.reading import read_record
from geo.zones import OTHER_HOURS, WITHOUT_ZONE, describe_zone, mark_time_zones, read_zone, zone_of
from geo.zones.columns import ZONE_TABLES
from geo.zones.named import find_named_zone
from geo.zones.tables import load_country_zones, load_province_zones, load_towns

DATA = Path(__file__).resolve().parents[1] / "geo" / "zones" / "data"
DAY = date(2021, 7, 6)


def place_called(name: str, country: str) -> Place:
    found = [match.place for match in open_gazetteer().lookup(name) if country in match.place.countries]
    return found[0]


# The tables


def test_every_country_of_the_gazetteer_has_a_zone_or_a_reason_why_not() -> None:
    without = {place.country for place in open_gazetteer().countries() if place.country not in load_country_zones()}
    assert without <= set(WITHOUT_ZONE)
    assert all(read_zone(place, DAY).reason for place in open_gazetteer().countries())


def test_every_zone_is_known() -> None:
    named = {zone for zones in load_country_zones().values() for zone in zones}
    named |= {zone for zones in load_province_zones().values() for zone in zones.common + zones.rare}
    named |= {zone for towns in load_towns().values() for zone in towns.zones}
    named |= {one.zone for one in OTHER_HOURS}
    assert named - zoneinfo.available_timezones() == set()


def test_every_province_of_a_country_of_several_zones_is_known_or_has_no_towns() -> None:
    several = [code for code, zones in load_country_zones().items() if len(zones) > 1]
    provinces = [(code, each) for code in several for each in open_gazetteer().provinces(code)]
    lost = [(code, each.name) for code, each in provinces if (code, fold_name(each.name)) not in load_province_zones()]
    assert len(provinces) > 500 and lost == []


def test_the_other_hours_name_provinces_of_the_gazetteer() -> None:
    for one in OTHER_HOURS:
        known = {fold_name(each.name) for each in open_gazetteer().provinces(one.country)}
        assert known & {fold_name(name) for name in one.provinces}, one


def test_the_tables_are_those_of_the_manifest() -> None:
    manifest = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["tables"] == {name: hashlib.sha256((DATA / name).read_bytes()).hexdigest() for name in ZONE_TABLES}


def test_the_licences_tell_of_the_packages() -> None:
    manifest = json.loads((DATA / "manifest.json").read_text(encoding="utf-8"))
    text = (DATA.parents[2] / "LICENCES-DATA.md").read_text(encoding="utf-8")
    assert [name for name, one in manifest["packages"].items() if f"{name} {one['version']}" not in text] == []


def test_towns_of_the_gazetteer_keep_the_hours_that_their_own_list_gives() -> None:
    """The largest towns of countries of several zones, by name and zone as any atlas has them."""
    for name, country, zone in (
        ("Chicago", "US", "America/Chicago"),
        ("Denver", "US", "America/Denver"),
        ("Los Angeles", "US", "America/Los_Angeles"),
        ("Honolulu", "US", "Pacific/Honolulu"),
        ("Pensacola", "US", "America/Chicago"),
        ("Miami", "US", "America/New_York"),
        ("Nashville", "US", "America/Chicago"),
        ("Knoxville", "US", "America/New_York"),
        ("Phoenix", "US", "America/Phoenix"),
        ("Vancouver", "CA", "America/Vancouver"),
        ("Winnipeg", "CA", "America/Winnipeg"),
        ("Perth", "AU", "Australia/Perth"),
        ("Broken Hill", "AU", "Australia/Broken_Hill"),
        ("Cuiabá", "BR", "America/Cuiaba"),
        ("Recife", "BR", "America/Recife"),
        ("Cancún", "MX", "America/Cancun"),
        ("Tijuana", "MX", "America/Tijuana"),
        ("Novosibirsk", "RU", "Asia/Novosibirsk"),
        ("Samara", "RU", "Europe/Samara"),
        ("Magadan", "RU", "Asia/Magadan"),
        ("Banjarmasin", "ID", "Asia/Makassar"),
        ("Pontianak", "ID", "Asia/Pontianak"),
        ("Ponta Delgada", "PT", "Atlantic/Azores"),
        ("Waitangi", "NZ", "Pacific/Chatham"),
    ):
        places = [m.place for m in open_gazetteer().lookup(name) if m.place.country == country]
        assert zone in {zone_of(place, DAY) for place in places[:3]}, name


# Places that are hard to reckon

HARD: tuple[tuple[str, str, str | None, str | None], ...] = (
    # name, country, the zone, what else is kept there on 6 July 2023
    ("Donetsk", "UA", "Europe/Kyiv", "Europe/Moscow"),
    ("Luhansk", "UA", "Europe/Kyiv", "Europe/Moscow"),
    ("Kherson", "UA", "Europe/Kyiv", "Europe/Moscow"),
    ("Simferopol", "UA", "Europe/Kyiv", "Europe/Simferopol"),
    ("Sevastopol", "UA", "Europe/Kyiv", "Europe/Simferopol"),
    ("Crimea", "UA", "Europe/Kyiv", "Europe/Simferopol"),
    ("Donbas", "UA", "Europe/Kyiv", "Europe/Moscow"),
    ("South Ossetia", "GE", "Asia/Tbilisi", "Europe/Moscow"),
    ("Nagorno-Karabakh", "AZ", "Asia/Baku", "Asia/Yerevan"),
    ("Kharkiv", "UA", "Europe/Kyiv", None),
    ("Uzhhorod", "UA", "Europe/Kyiv", None),
    ("Gaza", "PS", "Asia/Gaza", None),
    ("Khan Yunis", "PS", "Asia/Gaza", None),
    ("Hebron", "PS", "Asia/Hebron", "Asia/Jerusalem"),
    ("Jenin", "PS", "Asia/Hebron", "Asia/Jerusalem"),
    ("West Bank", "PS", "Asia/Hebron", "Asia/Jerusalem"),
    ("East Jerusalem", "PS", "Asia/Hebron", "Asia/Jerusalem"),
    ("Haifa", "IL", "Asia/Jerusalem", None),
    ("Majdal Shams", "SY", "Asia/Damascus", "Asia/Jerusalem"),
    ("Deir ez-Zor", "SY", "Asia/Damascus", None),
    ("Pristina", "XK", "Europe/Belgrade", None),
    ("Laayoune", "EH", "Africa/El_Aaiun", None),
    ("Hargeisa", "SO", "Africa/Mogadishu", None),
    ("Kinshasa", "CD", "Africa/Kinshasa", None),
    ("Mbandaka", "CD", "Africa/Kinshasa", None),
    ("Goma", "CD", "Africa/Lubumbashi", None),
    ("Bunia", "CD", "Africa/Lubumbashi", None),
    ("Lubumbashi", "CD", "Africa/Lubumbashi", None),
    ("Ituri", "CD", "Africa/Lubumbashi", None),
    ("Sukhumi", "GE", "Asia/Tbilisi", "Europe/Moscow"),
    ("Khankendi", "AZ", "Asia/Baku", "Asia/Yerevan"),
    ("Urumqi", "CN", "Asia/Shanghai", "Asia/Urumqi"),
    ("Kashgar", "CN", "Asia/Shanghai", "Asia/Urumqi"),
    ("Lhasa", "CN", "Asia/Shanghai", None),
    ("China", "CN", "Asia/Shanghai", None),
    ("Khovd", "MN", "Asia/Hovd", None),
    ("Ulaanbaatar", "MN", "Asia/Ulaanbaatar", None),
    ("Almaty", "KZ", "Asia/Almaty", None),
    ("Aktau", "KZ", "Asia/Aqtau", None),
    ("Kazakhstan", "KZ", None, None),  # one time since March 2024, two before
    ("Jayapura", "ID", "Asia/Jayapura", None),
    ("Palu", "ID", "Asia/Makassar", None),
    ("Banda Aceh", "ID", "Asia/Jakarta", None),
    ("Indonesia", "ID", None, None),
    ("Culiacán", "MX", "America/Mazatlan", None),
    ("Ciudad Juárez", "MX", "America/Ciudad_Juarez", None),
    ("Reynosa", "MX", "America/Matamoros", None),
    ("Sonora", "MX", "America/Hermosillo", None),
    ("Mexico", "MX", None, None),
    ("Manaus", "BR", "America/Manaus", None),
    ("Rio Branco", "BR", "America/Rio_Branco", None),
    ("Brazil", "BR", None, None),
    ("Argentina", "AR", "America/Argentina/Buenos_Aires", None),  # twelve names, one time
    ("Belgorod", "RU", "Europe/Moscow", None),
    ("Kaliningrad", "RU", "Europe/Kaliningrad", None),
    ("Vladivostok", "RU", "Asia/Vladivostok", None),
    ("Sakha", "RU", None, None),
    ("Russia", "RU", None, None),
    ("El Paso", "US", "America/Denver", None),
    ("Houston", "US", "America/Chicago", None),
    ("Texas", "US", None, None),
    ("Ohio", "US", "America/New_York", None),
    ("Chatham Islands", "NZ", "Pacific/Chatham", None),
    ("Hanoi", "VN", "Asia/Ho_Chi_Minh", None),
    ("Kathmandu", "NP", "Asia/Kathmandu", None),
    ("Las Palmas", "ES", "Atlantic/Canary", None),
    ("Kabul", "AF", "Asia/Kabul", None),
    ("Nicosia", "CY", "Asia/Nicosia", None),
)


@pytest.mark.parametrize(("name", "country", "zone", "other"), HARD, ids=[f"{row[0]}, {row[1]}" for row in HARD])
def test_zone_follows_the_country_and_what_is_kept_there_is_told(
    name: str, country: str, zone: str | None, other: str | None
) -> None:
    reading = read_zone(place_called(name, country), date(2023, 7, 6))
    assert reading.zone == zone
    assert (reading.other.zone if reading.other else None) == other


def test_zones_of_one_time_count_as_one_from_the_day_on() -> None:
    whole = place_called("Kazakhstan", "KZ")
    assert (zone_of(whole, date(2023, 7, 6)), zone_of(whole, date(2024, 7, 6))) == (None, "Asia/Almaty")
    assert zone_of(whole) is None


def test_other_hours_have_their_time() -> None:
    donetsk, khankendi = place_called("Donetsk", "UA"), place_called("Khankendi", "AZ")
    assert read_zone(donetsk, date(2013, 7, 6)).other is None
    assert read_zone(khankendi, date(2024, 7, 6)).other is None


@pytest.mark.parametrize("name", ["Black Sea", "Golan Heights", "Lake Chad", "Sahel", "Dnieper"])
def test_seas_and_what_lies_in_several_countries_have_no_one_zone(name: str) -> None:
    reading = read_zone(open_gazetteer().lookup(name)[0].place, DAY)
    assert reading.zone is None and reading.reason


@pytest.mark.parametrize(
    ("name", "zone"),
    [("Fotokol", "Africa/Douala"), ("Banki", "Africa/Lagos"), ("Torkham", None), ("Bunagana", None), ("Wagah", None)],
)
def test_a_town_on_a_border_has_one_where_both_sides_keep_the_same_hours(name: str, zone: str | None) -> None:
    places = [match.place for match in open_gazetteer().lookup(name) if len(match.place.countries) == 2]
    assert zone_of(places[0], DAY) == zone


def test_a_border_between_zones_has_none() -> None:
    border = open_gazetteer().border("AF", "TJ")
    assert border is not None and zone_of(border, DAY) is None


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        # Provinces spelt as no table has them: the nearest towns tell.
        (Place("1", "a village", 31.7, -106.4, "PPL", "US", ("US",), "Tejas", precision_km=2.0), "America/Denver"),
        (Place("2", "a village", -1.6, 29.2, "PPL", "CD", ("CD",), None, precision_km=2.0), "Africa/Lubumbashi"),
        (Place("3", "a village", -4.4, 15.3, "PPL", "CD", ("CD",), None, precision_km=2.0), "Africa/Kinshasa"),
        # A stretch that reaches over the line between two zones.
        (Place("4", "a stretch", -4.0, 21.5, "PART", "CD", ("CD",), None, precision="area", precision_km=400.0), None),
        # Far out: no town, no hours.
        (Place("5", "a spot in the ocean", -60.0, -130.0, "PPL", "CL", ("CL",), None), None),
        (Place("6", "nowhere", 0.0, 0.0, "PPL"), None),
        (Place("7", "nowhere", 0.0, 0.0, "PPL", "ZZ", ("ZZ",)), None),
        (Place("8", "a station", -70.0, 2.0, "PPL", "AQ", ("AQ",)), None),
    ],
)
def test_zone_of_places_that_no_table_names(place: Place, zone: str | None) -> None:
    assert zone_of(place, DAY) == zone


# What a zone's clocks show

OFFSETS = (
    ("Asia/Kabul", date(2021, 7, 6), "Asia/Kabul, UTC+4:30"),
    ("Asia/Kathmandu", date(2021, 7, 6), "Asia/Kathmandu, UTC+5:45"),
    ("Europe/Kyiv", date(2022, 2, 24), "Europe/Kyiv, UTC+2"),
    ("Europe/Kyiv", date(2022, 6, 1), "Europe/Kyiv, UTC+3"),
    ("Europe/London", date(2021, 1, 6), "Europe/London, UTC"),
    ("America/Caracas", date(2016, 4, 30), "America/Caracas, UTC-4:30"),
    ("America/Caracas", date(2016, 5, 2), "America/Caracas, UTC-4"),
    ("Asia/Damascus", date(2023, 1, 6), "Asia/Damascus, UTC+3"),
    ("Asia/Damascus", date(2022, 1, 6), "Asia/Damascus, UTC+2"),
    ("Africa/Juba", date(2021, 1, 31), "Africa/Juba, UTC+3"),
    ("Africa/Juba", date(2021, 2, 2), "Africa/Juba, UTC+2"),
    ("Asia/Pyongyang", date(2016, 1, 6), "Asia/Pyongyang, UTC+8:30"),
    ("Pacific/Chatham", date(2021, 7, 6), "Pacific/Chatham, UTC+12:45"),
    ("Europe/Moscow", date(1850, 7, 6), "Europe/Moscow"),
    ("Europe/Moscow", date(1, 1, 1), "Europe/Moscow"),
    ("Europe/Moscow", date(9999, 12, 31), "Europe/Moscow, UTC+3"),
    ("Europe/Moscow", None, "Europe/Moscow"),
)


@pytest.mark.parametrize(("zone", "day", "words"), OFFSETS)
def test_a_zone_in_words(zone: str, day: date | None, words: str) -> None:
    assert describe_zone(zone, day) == words


NAMED = (
    ("14:30 GMT", "", "GMT"),
    ("14:30 GMT on Monday", " when", "GMT"),
    ("1430", " GMT, the ministry said", "GMT"),
    ("5 pm", " EST", "EST"),
    ("5 p.m.", " (ET)", "ET"),
    ("5 p.m.", " Eastern Time on Friday", "Eastern Time"),
    ("at 9 a.m.", " Moscow time", "Moscow time"),
    ("9 a.m.", " Kyiv time (0600 GMT)", "Kyiv time"),
    ("2 p.m.", " (0930 GMT)", None),
    ("2 p.m.", " local time (0930 GMT)", None),
    ("5 a.m. local time", "", None),
    ("9 p.m.", " Etched in memory", None),
    ("dawn", " in Kabul", None),
    ("noon", " Time magazine said", None),
    ("Monday", " at the time of the raid", None),
    ("06:00", " UTC+3", "UTC+3"),
    ("0600", " hrs IST", "IST"),
)


@pytest.mark.parametrize(("phrase", "rest", "zone"), NAMED)
def test_zones_that_a_text_names(phrase: str, rest: str, zone: str | None) -> None:
    assert find_named_zone(phrase, rest) == zone


# Events


def event_at(place_index: int | None, part: str | None = None, phrase: str | None = None, day: date = DAY) -> Event:
    return Event(
        "e",
        (EventMention(Span(0, 4), Span(0, 4)),),
        "Shelling",
        "reported",
        Interval(day, day, "day"),
        part_of_day=part,
        time_phrase=phrase,
        places=() if place_index is None else (EventPlace(place_index, "at"),),
        place_index=place_index,
        reasons={"time": "told beside it"},
    )


def resolution(place: Place | None) -> Resolution:
    return Resolution(Mention(Span(0, 4), "here", "city"), place, 0.9, "as told")


KABUL = Place("1", "Kabul", 34.5, 69.2, "PPLC", "AF", ("AF",), "Kabul")
DONETSK = Place("2", "Donetsk", 48.0, 37.8, "PPLA", "UA", ("UA",), "Donetsk Oblast")


@pytest.mark.parametrize(
    ("event", "zone", "part", "reason"),
    [
        (event_at(0), "Asia/Kabul", None, "told beside it"),
        (
            event_at(0, "dawn", "at dawn"),
            "Asia/Kabul",
            "dawn",
            "told beside it; hours are those of Asia/Kabul (UTC+4:30)",
        ),
        (
            event_at(0, "14:30", "14:30 GMT"),
            "Asia/Kabul",
            "14:30 GMT",
            "told beside it; hours are told in GMT and not converted; the place keeps Asia/Kabul (UTC+4:30)",
        ),
        (
            event_at(1, "dawn", "at dawn", date(2023, 1, 6)),
            "Europe/Kyiv",
            "dawn",
            "told beside it; hours are those of Europe/Kyiv (UTC+2); the parts under Russian control keep "
            "Europe/Moscow (UTC+3)",
        ),
        # In summer both clocks show the same.
        (
            event_at(1, "dawn", "at dawn", date(2023, 7, 6)),
            "Europe/Kyiv",
            "dawn",
            "told beside it; hours are those of Europe/Kyiv (UTC+3)",
        ),
        (event_at(2), None, None, "told beside it"),
        (event_at(None), None, None, "told beside it"),
        (
            event_at(2, "dawn", "at dawn"),
            None,
            "dawn",
            "told beside it; hours are of no known zone, as it is not known where it happened",
        ),
    ],
)
def test_events_are_marked_with_the_zone_of_their_place(
    event: Event, zone: str | None, part: str | None, reason: str
) -> None:
    places = (resolution(KABUL), resolution(DONETSK), resolution(None))
    (marked,) = mark_time_zones((event,), places)
    assert (marked.time_zone, marked.part_of_day, marked.reasons["time"]) == (zone, part, reason)
    assert mark_time_zones((marked,), places) == (marked,)
    assert mark_time_zones((marked,), places)[0].reasons == marked.reasons


def test_a_place_that_is_found_later_changes_the_words() -> None:
    (before,) = mark_time_zones((event_at(0, "dawn", "at dawn"),), (resolution(None),))
    (after,) = mark_time_zones((before,), (resolution(KABUL),))
    assert (before.time_zone, after.time_zone) == (None, "Asia/Kabul")
    assert after.reasons["time"] == "told beside it; hours are those of Asia/Kabul (UTC+4:30)"


class OneVillage:
    """A geocoder that knows one village of Afghanistan."""

    def geocode(self, query: str, *, country_codes: Sequence[str] = ()) -> list[Location]:
        address = {"country_code": "af", "country": "Afghanistan", "state": "Baghlan"}
        raw = {"osm_type": "node", "osm_id": 42, "name": query, "class": "place", "type": "village", "address": address}
        return [Location(query, (36.5, 68.9), {**raw, "category": "place", "addresstype": "village"})]


def test_a_place_that_is_asked_for_gives_its_event_a_zone() -> None:
    country = Place("c:AF", "Afghanistan", 33.9, 67.7, "PCLI", "AF", ("AF",), precision="country")
    unknown = Resolution(Mention(Span(5, 15), "Dand-e Ghori", "city", name="Dand-e Ghori"), None, 0.0, "in no table")
    event = replace(event_at(None, "dawn", "at dawn"), places=(EventPlace(1, "at"),))
    before = Analysis(Article("x" * 99), (resolution(country), unknown), (), (event,), Versions("1", "0", "m", "g"))
    (after,) = ask_unplaced(before, OneVillage()).analysis.events
    assert (after.place_index, after.time_zone) == (1, "Asia/Kabul")
    assert after.reasons["time"] == "told beside it; hours are those of Asia/Kabul (UTC+4:30)"


def test_early_on_a_day_is_a_part_of_it() -> None:
    time = TimeExpression(
        Span(0, 15), "early on Monday", "DATE", "2021-07-05", "START", Interval(DAY, DAY, "day"), "published", "weekday"
    )
    event = event_at(0, None, "early on Monday")
    event = replace(event, time_index=0)
    (marked,) = mark_time_zones((event,), (resolution(KABUL),), (time,), "early on Monday")
    assert marked.reasons["time"] == "told beside it; hours are those of Asia/Kabul (UTC+4:30)"


@pytest.mark.parametrize(
    ("text", "zone", "words"),
    [
        ("A car bomb exploded in Goma on Monday evening.", "Africa/Lubumbashi", "those of Africa/Lubumbashi (UTC+2)"),
        ("Rockets hit the airport in Kabul at 14:30 GMT on Monday.", "Asia/Kabul", "told in GMT and not converted"),
        ("A drone hit a depot in Kharkiv at 5 p.m. Moscow time on Monday.", "Europe/Kyiv", "told in Moscow time"),
        ("Gunmen attacked a convoy near Bamako on Monday.", "Africa/Bamako", None),
    ],
)
def test_analyses_say_in_which_zone_hours_are_meant(text: str, zone: str, words: str | None, tools: Tools) -> None:
    events = analyse(read_record({"id": "x", "text": text, "date": "2021-07-06"}), tools).events
    assert events and {event.time_zone for event in events} == {zone}
    reasons = " ".join(event.reasons["time"] for event in events)
    assert (words in reasons) if words else ("; hours are" not in reasons)
