"""Coverage of Europe, Asia and the waters of the world: places as news names them, positions told independently.

Positions and distances here are from other origins than the rows: the distance and bearing from a town of the GeoNames
table that reports and maps of the time state, or an airfield of the airportsdata table.
"""

from __future__ import annotations

import pytest
from geopy.distance import geodesic
from shapely.geometry import Point, shape

from geo.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


# Name, country, a town or airfield of the other tables, at least and at most so many kilometres from it.
NEAR_TOWNS = [
    ("Klishchiivka", "UA", "Bakhmut", 5, 12),
    ("Berkhivka", "UA", "Bakhmut", 2, 10),
    ("Lastochkyne", "UA", "Avdiivka", 3, 11),
    ("Novoprokopivka", "UA", "Orikhiv", 14, 24),
    ("Synkivka", "UA", "Kupiansk", 4, 13),
    ("Malaya Loknya", "RU", "Sudzha", 10, 19),
    ("Vuhlehirska power plant", "UA", "Svitlodarsk", 1, 9),
    ("Olenivka prison", "UA", "Dokuchaievsk", 5, 16),
    ("Cobasna", "MD", "Rîbnița", 10, 30),
    ("Jaghori", "AF", "Ghazni", 70, 140),
    ("Keating outpost", "AF", "Barg-e Matal", 15, 40),
    ("Damadola", "PK", "Khar", 5, 18),
    ("Mir Ali", "PK", "Miran Shah", 15, 30),
    ("Razmak", "PK", "Miran Shah", 30, 55),
    ("Daulat Beg Oldi", "IN", "Leh", 120, 190),
    ("Galwan Valley", "IN", "Leh", 70, 150),
    ("KK Park", "MM", "Myawaddy", 2, 10),
    ("Thantlang", "MM", "Hakha", 12, 28),
    ("Inn Din", "MM", "Buthidaung", 30, 55),
    ("Kutupalong", "BD", "Cox's Bazar", 25, 42),
    ("Tombru", "BD", "Cox's Bazar", 18, 42),
    ("Umpiem Mai", "TH", "Mae Sot", 10, 60),
    ("Poipet crossing", "KH", "Aranyaprathet", 3, 11),
    ("Chong Chom", "KH", "Samraong", 20, 45),
    ("Mamasapano", "PH", "Maganoy", 4, 15),
    ("Punggye-ri", "KP", "Kilju", 30, 60),
    ("Sohae", "KP", "Sinuiju", 50, 90),
    ("Golovnoi", "KG", "Batken", 10, 35),
    ("Camp Bondsteel", "XK", "Ferizaj", 4, 12),
    ("Roki Tunnel", "GE", "Tskhinvali", 35, 55),
    ("Kirants", "AM", "Ijevan", 10, 30),
    ("Belbek air base", "UA", "Sevastopol", 5, 20),
]


@pytest.mark.parametrize(("name", "country", "town", "least", "most"), NEAR_TOWNS)
def test_places_lie_where_reports_say(
    gazetteer: Gazetteer, name: str, country: str, town: str, least: float, most: float
) -> None:
    found = gazetteer.lookup(name)[0].place
    assert country in found.countries
    towns = [
        match.place
        for match in gazetteer.lookup(town)
        if match.place.feature.startswith("PPL") and match.place.id.startswith("geonames:")
    ]
    away = min(geodesic((found.lat, found.lon), (place.lat, place.lon)).km for place in towns)
    assert least <= away + found.precision_km and away - found.precision_km <= most, away


# Regions and waters: a town or a known point of the sea that lies inside, and one that lies outside.
EXTENTS = [
    ("Waziristan", (33.00, 70.07), (33.90, 70.10)),
    ("Bajaur", (34.73, 71.52), (34.15, 71.74)),
    ("Kurram", (33.90, 70.10), (33.00, 70.07)),
    ("Kokang", (23.69, 98.76), (22.93, 97.75)),
    ("Wa State", (22.17, 99.18), (21.29, 99.60)),
    ("South Ossetia", (42.22, 43.97), (41.98, 44.11)),
    ("Nagorno-Karabakh", (39.82, 46.75), (39.95, 48.92)),
    ("Fergana Valley", (40.78, 72.34), (41.31, 69.28)),
    ("Hazarajat", (34.82, 67.83), (34.53, 69.17)),
    ("Siberia", (55.03, 82.92), (55.75, 37.62)),
    ("Adriatic Sea", (43.0, 15.0), (40.0, 12.0)),
    ("Bay of Bengal", (15.0, 87.0), (12.0, 97.0)),
    ("Baltic Sea", (57.5, 19.8), (56.5, 11.5)),
    ("Himalayas", (27.99, 86.93), (28.61, 77.21)),
    ("Alps", (46.55, 8.56), (48.86, 2.35)),
    ("Java", (-7.80, 110.36), (-5.14, 119.42)),
]


@pytest.mark.parametrize(("name", "inside", "outside"), EXTENTS)
def test_outlines_hold_what_lies_in_them(
    gazetteer: Gazetteer, name: str, inside: tuple[float, float], outside: tuple[float, float]
) -> None:
    outline = gazetteer.outline(gazetteer.lookup(name)[0].place.id)
    assert outline is not None
    area = shape(dict(outline))
    assert area.contains(Point(inside[1], inside[0]))
    assert not area.contains(Point(outside[1], outside[0]))


# Rivers and lines: towns of the GeoNames table on their banks, and how far off the course may be drawn.
COURSES = [
    ("Dnipro River", ("Kyiv", "UA"), 15),
    ("Dnipro River", ("Nova Kakhovka", "UA"), 15),
    ("Siverskyi Donets", ("Izium", "UA"), 12),
    ("Oskil River", ("Kupiansk", "UA"), 10),
    ("Euphrates", ("Deir ez-Zor", "SY"), 15),
    ("Tigris", ("Mosul", "IQ"), 12),
    ("Danube", ("Ruse", "BG"), 20),
    ("Salween", ("Hpa-an", "MM"), 20),
    ("Irrawaddy River", ("Myitkyina", "MM"), 20),
    ("Panj River", ("Khorugh", "TJ"), 15),
    ("Yalu River", ("Sinuiju", "KP"), 12),
    ("Line of Control", ("Uri", "IN"), 25),
]


@pytest.mark.parametrize(("name", "town", "km"), COURSES)
def test_courses_pass_the_towns_on_their_banks(
    gazetteer: Gazetteer, name: str, town: tuple[str, str], km: float
) -> None:
    outline = gazetteer.outline(gazetteer.lookup(name)[0].place.id)
    assert outline is not None and "LineString" in outline["type"]
    place = next(
        match.place
        for match in gazetteer.lookup(town[0])
        if match.place.country == town[1] and match.place.feature.startswith("PPL")
    )
    course = shape(dict(outline))
    near = course.interpolate(course.project(Point(place.lon, place.lat)))
    assert geodesic((near.y, near.x), (place.lat, place.lon)).km <= km
