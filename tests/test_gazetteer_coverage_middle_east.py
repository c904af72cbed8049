"""What news of the wars of the Middle East names, held against positions of other origin than the rows' own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from geopy.distance import geodesic
from shapely.geometry import Point, shape

from geo.gazetteer import Gazetteer, columns, open_gazetteer, tables

TABLES = ("conflict_levant.tsv", "conflict_gulf.tsv")


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


# Israel's statistical office, as an open map of the villages along the Blue Line repeats it.
BORDER_VILLAGES = [
    ("Misgav Am", "IL", 33.2478, 35.5483, 1),
    ("Kibbutz Manara", "IL", 33.1958, 35.5444, 1),
    ("Margaliot", "IL", 33.2144, 35.5447, 1),
    ("Malkiya", "IL", 33.0983, 35.5111, 1),
    ("Avivim", "IL", 33.0892, 35.4719, 1),
    ("Zarit", "IL", 33.1000, 35.2886, 1),
    ("Shtula", "IL", 33.0856, 35.3131, 1),
    ("Dovev", "IL", 33.0522, 35.4075, 1),
    ("Adamit", "IL", 33.0783, 35.2111, 1),
    ("Sasa", "IL", 33.0269, 35.3944, 1),
]

# An open list of the places struck in the wars with Iran, checked by its makers against OpenStreetMap.
STRUCK_PLACES = [
    ("Khojir missile complex", "IR", 35.655, 51.715, 6),
    ("Evin Prison", "IR", 35.7963, 51.387, 1),
    ("Shahid Rajaei port", "IR", 27.111, 56.064, 3),
    ("Bandar Imam Khomeini", "IR", 30.426, 49.078, 3),
    ("Larak Island", "IR", 26.85, 56.36, 6),
    ("Lavan Island", "IR", 26.81, 53.36, 10),
    ("Sirri", "IR", 25.91, 54.54, 4),
    ("Hormuz Island", "IR", 27.064, 56.461, 4),
    ("Ras Laffan Industrial City", "QA", 25.914, 51.538, 6),
    ("Muwaffaq Salti Air Base", "JO", 31.83, 36.78, 3),
    ("Jebel Ali port", "AE", 25.011, 55.061, 3),
    ("Tel Nof airbase", "IL", 31.839, 34.822, 2),
    ("Camp Buehring", "KW", 29.67, 47.41, 4),
]

# An open table of Iraq's subdistricts, whose positions are rounded to minutes of arc (1.5 km and more).
SUBDISTRICTS = [
    ("Hammam al-Alil", "IQ", 36.1667, 43.2500, 3),
    ("Hamam al-Alil", "IQ", 36.1667, 43.2500, 3),
    ("Deralok", "IQ", 37.0667, 43.6500, 4),
    ("Shiladze", "IQ", 37.0500, 43.7833, 4),
    ("Sarsang", "IQ", 37.0500, 43.3333, 3),
    ("Altun Kupri", "IQ", 35.7500, 44.1500, 3),
    ("Salman Pak", "IQ", 33.1000, 44.5833, 3),
    ("al-Ayadiyah", "IQ", 36.5167, 42.4167, 5),
    ("Kadhimiya", "IQ", 33.3833, 44.3333, 3),
    ("Zafaraniyah", "IQ", 33.2500, 44.4833, 3),
    ("Sinuni", "IQ", 36.5000, 41.7500, 8),
]


# Communities of the West Bank, read off maps by a count of houses pulled down there.
COMMUNITIES = [
    ("Ras Ein al-Auja", "PS", 31.9453, 35.3898, 4),
    ("Jubbet adh-Dhib", "PS", 31.6629, 35.2473, 2),
    ("al-Fawwar refugee camp", "PS", 31.4791, 35.0454, 2),
    ("Aqabat Jabr camp", "PS", 31.8420, 35.4353, 1.5),
    ("Masafer Yatta", "PS", 31.3911, 35.1619, 9),
]


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon", "km"), BORDER_VILLAGES + STRUCK_PLACES + SUBDISTRICTS + COMMUNITIES
)
def test_a_place_is_where_others_have_it(
    gazetteer: Gazetteer, name: str, country: str, lat: float, lon: float, km: float
) -> None:
    places = [match.place for match in gazetteer.lookup(name) if country in match.place.countries]
    assert places, name
    assert geodesic((lat, lon), (places[0].lat, places[0].lon)).km <= km


# "Some N km south-west of T", as agencies tell where a place lies: name, town, km, direction in degrees.
TOLD_FROM_TOWNS = [
    ("Khan Tuman", "Aleppo", 12, 225),
    ("Khan al-Assal", "Aleppo", 13, 255),
    ("Qamhana", "Hama", 8, 345),
    ("al-Lataminah", "Hama", 25, 330),
    ("Beit Jinn", "Damascus", 45, 240),
    ("Jobar", "Damascus", 4, 75),
    ("Dammaj", "Saada", 7, 140),
    ("al-Anad air base", "Aden", 55, 325),
    ("Kilo 16", "Hodeidah", 16, 95),
    ("Gogjali", "Mosul", 11, 80),
    ("Nimrud", "Mosul", 32, 150),
    ("Badush prison", "Mosul", 18, 300),
    ("Debaga camp", "Erbil", 40, 210),
    ("Makhmour camp", "Erbil", 62, 215),
    ("Baba Gurgur", "Kirkuk", 10, 325),
    ("Khalde", "Beirut", 12, 190),
    ("Homesh", "Nablus", 13, 320),
    ("Jalazone refugee camp", "Ramallah", 6, 10),
    ("al-Arroub refugee camp", "Hebron", 11, 25),
    ("Nabi Chit", "Baalbek", 18, 210),
]


@pytest.mark.parametrize(("name", "town", "km", "degrees"), TOLD_FROM_TOWNS)
def test_a_place_is_as_far_from_its_town_as_news_tells(
    gazetteer: Gazetteer, name: str, town: str, km: float, degrees: float
) -> None:
    middle, place = gazetteer.lookup(town)[0].place, gazetteer.lookup(name)[0].place
    assert place.id.startswith("dateline:")
    told = geodesic(kilometers=km).destination((middle.lat, middle.lon), degrees)
    assert geodesic((told.latitude, told.longitude), (place.lat, place.lon)).km <= max(3.0, 0.4 * km)


# Regions and lines: name, what lies in or by it, what does not (towns of the open gazetteers), and how near is by.
DRAWN = [
    ("Golan Heights", "Katzrin", "Kiryat Shmona", 0.02),
    ("Galilee", "Safed", "Haifa", 0.02),
    ("Western Galilee", "Nahariya", "Tiberias", 0.02),
    ("Gaza envelope", "Sderot", "Ashkelon", 0.02),
    ("East Jerusalem", "Sheikh Jarrah", "Ramallah", 0.01),
    ("Negev", "Beersheba", "Ashdod", 0.02),
    ("Jordan Valley", "Jericho", "Nablus", 0.02),
    ("Eastern Ghouta", "Douma", "Darayya", 0.02),
    ("UNDOF zone", "Khan Arnabah", "Katzrin", 0.05),
    ("Nineveh Plains", "Qaraqosh", "Tal Afar", 0.03),
    ("Hamrin Mountains", "Jalawla", "Kirkuk", 0.3),
    ("Syrian coast", "Latakia", "Homs", 0.02),
    ("M5 highway", "Maarat al-Numan", "Latakia", 0.05),
    ("M4 highway", "Saraqib", "Hama", 0.05),
    ("Litani River", "Qaraoun Dam", "Sidon", 0.05),
    ("Orontes River", "Jisr al-Shughur", "Aleppo", 0.05),
    ("Shatt al-Arab", "Basra", "Nasiriyah", 0.06),
    ("Gaza Yellow Line", "Jabalia", "Ashkelon", 0.05),
    ("Bosphorus", "Bosphorus Bridge", "Ankara", 0.01),
    ("Socotra Island", "Hadibu", "Aden", 0.02),
    ("Iranian Kurdistan", "Sanandaj", "Tehran", 0.02),
    ("Hejaz", "Jeddah", "Riyadh", 0.02),
]


@pytest.mark.parametrize(("name", "inside", "outside", "near"), DRAWN)
def test_a_region_holds_its_towns_and_not_others(
    gazetteer: Gazetteer, name: str, inside: str, outside: str, near: float
) -> None:
    outline = gazetteer.outline(gazetteer.lookup(name)[0].place.id)
    assert outline is not None
    drawn = shape(dict(outline))
    within, beyond = gazetteer.lookup(inside)[0].place, gazetteer.lookup(outside)[0].place
    assert drawn.distance(Point(within.lon, within.lat)) <= near
    assert drawn.distance(Point(beyond.lon, beyond.lat)) > near


# Quarters, towns and camps of one name keep each their place, and famous places keep their names.
STILL_FIRST = [
    ("Jerusalem", "IL"),
    ("Beirut", "LB"),
    ("Brazil", "BR"),
    ("Tripoli", "LY"),
    ("Rafah", "PS"),
    ("Aqaba", "JO"),
    ("Kurdistan", "IQ"),
    ("Latakia", "SY"),
    ("Mansoura", "EG"),
    ("Hama", "SY"),
]


@pytest.mark.parametrize(("name", "country"), STILL_FIRST)
def test_famous_places_keep_their_names(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert gazetteer.lookup(name)[0].place.country == country


def test_crossings_lie_at_the_border_of_their_two_countries(gazetteer: Gazetteer) -> None:
    rows = [row for name in TABLES for row in tables.load_rows(name, columns.CONFLICT_PLACES)]
    checked = 0
    for row in rows:
        codes = row[4].split()
        border = gazetteer.border(*codes) if row[3] == "CSTP" and len(codes) == 2 else None
        if border is None or border.geometry is None or row[0] == "quneitra-crossing":  # it lies at the cease-fire line
            continue
        line = shape(dict(border.geometry))
        checked += 1
        off = line.distance(Point(float(row[6]), float(row[5]))) * 111
        assert off <= float(row[8]) + 3, (row[0], off)
    assert checked > 45


def test_points_from_general_knowledge_say_how_sure_they_are() -> None:
    rows = [row for name in TABLES for row in tables.load_rows(name, columns.CONFLICT_PLACES)]
    assert len(rows) > 1000
    for row in rows:
        assert row[12] == "general knowledge" or row[12].startswith(("page: ", "package: ")), row
        if row[7] in ("point", "near") and row[12] == "general knowledge":
            assert float(row[8]) >= 0.5, row
