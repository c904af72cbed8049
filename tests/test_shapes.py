"""Phrases that describe a place, from different conflicts: what is drawn, in which countries, how precisely."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pytest
from geopy.distance import distance
from shapely.geometry import Point, shape

from geo import shapes
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.language import load_language, parse_article
from geo.mentions import find_mentions
from geo.model import Article, Place, Resolution
from geo.phrases import find_coordinates, parse_coordinates
from geo.resolve import resolve_mentions


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@lru_cache(maxsize=64)
def resolve(text: str) -> tuple[Resolution, ...]:
    article = Article(text)
    doc = parse_article(article, load_language())
    mentions = find_mentions(article, doc, gazetteer())
    return resolve_mentions(article, doc, mentions, gazetteer())


def described(text: str, phrase: str) -> Resolution:
    found = [r for r in resolve(text) if r.mention.text == phrase]
    assert found, f"{phrase!r} is not among {[r.mention.text for r in resolve(text)]}"
    return found[0]


@dataclass(frozen=True)
class Border:
    text: str
    phrase: str
    sides: str
    """The two ISO codes, in alphabetical order."""


BORDERS = [
    # Afghanistan 2021
    Border("Afghan soldiers fled to Tajikistan. They retreated over the border.", "the border", "AF TJ"),
    Border("Afghan troops crossed the Tajik border at night.", "the Tajik border", "AF TJ"),
    Border("Hundreds gathered at the Afghan-Tajik border.", "the Afghan-Tajik border", "AF TJ"),
    Border("The Taliban took posts along Afghanistan's border with Iran.", "Afghanistan's border with Iran", "AF IR"),
    Border("The Afghan army lost a post on the border with Turkmenistan.", "the border with Turkmenistan", "AF TM"),
    Border("Afghanistan closed the frontier with Pakistan.", "the frontier with Pakistan", "AF PK"),
    Border("Fighting spread along the Afghanistan–Pakistan border.", "the Afghanistan–Pakistan border", "AF PK"),
    # Sudan and Chad
    Border("Refugees from Sudan crossed into Chad on foot.", "into Chad", "SD TD"),
    Border(
        "Families fleeing Darfur in Sudan reached the border between Sudan and Chad.",
        "the border between Sudan and Chad",
        "SD TD",
    ),
    Border("Sudanese families wait at the Chadian border.", "the Chadian border", "SD TD"),
    Border("South Sudan sent soldiers to its border with Ethiopia.", "its border with Ethiopia", "ET SS"),
    # Ukraine
    Border("Drones flew over the Ukrainian-Russian border.", "the Ukrainian-Russian border", "RU UA"),
    Border("Ukraine said missiles fell near its border with Poland.", "its border with Poland", "PL UA"),
    Border("Millions of people have left Ukraine over the Polish border.", "the Polish border", "PL UA"),
    Border("Ukraine mined its northern border, as Belarus held drills.", "its northern border", "BY UA"),
    # Syria, Turkey, Iraq, Lebanon, Israel
    Border("Turkish shells fell on towns along the Syrian-Turkish border.", "the Syrian-Turkish border", "SY TR"),
    Border("The Syrian army pushed north towards the Turkish border.", "the Turkish border", "SY TR"),
    Border("Fighters from Iraq slipped across the border into Syria.", "the border into Syria", "IQ SY"),
    Border("Israel struck targets in Lebanon. Rockets had been fired over the border.", "the border", "IL LB"),
    Border("Lebanon's army watches the border with Israel.", "the border with Israel", "IL LB"),
    Border("Trucks queued in Egypt on the border with Gaza.", "the border with Gaza", "EG PS"),
    # Elsewhere
    Border("Rebels in Congo seized land near the Rwandan border.", "the Rwandan border", "CD RW"),
    Border("Colombian guerrillas hide near the border with Venezuela.", "the border with Venezuela", "CO VE"),
    Border("Armenia reported shelling along the border with Azerbaijan.", "the border with Azerbaijan", "AM AZ"),
    Border("Myanmar's junta lost a base on the Thai border.", "the Thai border", "MM TH"),
    Border("Rohingya fled Myanmar and crossed into Bangladesh.", "into Bangladesh", "BD MM"),
    Border("Thai and Cambodian soldiers exchanged fire along the border.", "the border", "KH TH"),
    Border("Mali's army patrols the border with Niger.", "the border with Niger", "ML NE"),
    Border("Indian and Pakistani troops traded fire across the border.", "the border", "IN PK"),
    Border(
        "South Korea fired warning shots at the border after soldiers from North Korea strayed over it.",
        "the border",
        "KP KR",
    ),
    Border("Venezuela massed soldiers on the Guyanese frontier.", "the Guyanese frontier", "GY VE"),
    Border("Portugal sent police to the Portuguese border.", "the Portuguese border", "ES PT"),
]


@pytest.mark.parametrize("case", BORDERS, ids=lambda case: case.text[:48])
def test_borders(case: Border) -> None:
    found = described(case.text, case.phrase)
    assert found.mention.kind == "border"
    assert found.place is not None, found.reason
    assert " ".join(sorted(found.place.countries)) == case.sides
    assert found.place.precision == "line"
    assert found.place.geometry is not None


@dataclass(frozen=True)
class Part:
    text: str
    phrase: str
    country: str
    inside: tuple[float, float]
    outside: tuple[float, float]


PARTS = [
    Part(
        "The Taliban gained ground in Afghanistan, above all in the north of the country.",
        "the north of the country",
        "AF",
        (36.7, 67.1),
        (31.6, 65.7),
    ),
    Part(
        "It spoke of Afghanistan's northern areas adjacent to Tajikistan.",
        "northern areas adjacent to Tajikistan",
        "AF",
        (37.1, 70.5),
        (34.5, 69.2),
    ),
    Part("Clashes went on in northern Afghanistan.", "northern Afghanistan", "AF", (36.7, 67.1), (31.6, 65.7)),
    Part("Bombs fell on eastern Ukraine.", "eastern Ukraine", "UA", (48.0, 38.0), (49.8, 24.0)),
    Part("Villages in western Ukraine took them in.", "western Ukraine", "UA", (49.8, 24.0), (48.0, 38.0)),
    Part("Turkey bombed northern Syria.", "northern Syria", "SY", (36.6, 38.0), (32.7, 36.1)),
    Part("The convoy reached the south-east of Turkey.", "the south-east of Turkey", "TR", (37.9, 40.2), (41.0, 29.0)),
    Part("Bandits roam north-west Nigeria.", "north-west Nigeria", "NG", (12.9, 5.3), (4.8, 7.0)),
    Part("Attacks in north-eastern Nigeria killed dozens.", "north-eastern Nigeria", "NG", (11.8, 13.1), (6.5, 3.4)),
    Part("Mali's army withdrew from the north of Mali.", "the north of Mali", "ML", (20.2, 0.9), (12.6, -8.0)),
    Part("Houthi drones were built in northern Yemen.", "northern Yemen", "YE", (16.9, 43.7), (12.8, 45.0)),
    Part("Fighting raged in southern Lebanon.", "southern Lebanon", "LB", (33.15, 35.3), (34.4, 35.9)),
    Part("Rebels hold much of eastern Congo.", "eastern Congo", "CD", (-1.6, 29.0), (-4.3, 15.3)),
    Part("Jihadists took villages in eastern Burkina Faso.", "eastern Burkina Faso", "BF", (12.0, 0.8), (11.2, -4.3)),
    Part("Ethiopia's army moved into the country's north.", "the country's north", "ET", (13.5, 39.5), (5.0, 38.0)),
    Part("Militants struck in central Somalia.", "central Somalia", "SO", (4.7, 45.2), (11.3, 49.2)),
    Part("A raid in southern Israel killed two.", "southern Israel", "IL", (30.6, 34.8), (32.9, 35.4)),
    Part("Protests spread to the south of Iraq.", "the south of Iraq", "IQ", (30.5, 47.8), (36.3, 43.1)),
]


@pytest.mark.parametrize("case", PARTS, ids=lambda case: case.phrase)
def test_parts_of_countries(case: Part) -> None:
    found = described(case.text, case.phrase)
    assert found.place is not None, found.reason
    assert found.place.precision == "area"
    assert found.place.country == case.country
    area = shape(dict(found.place.geometry or {}))
    assert area.contains(Point(case.inside[1], case.inside[0]))
    assert not area.contains(Point(case.outside[1], case.outside[0]))
    assert area.contains(Point(found.place.lon, found.place.lat))


@dataclass(frozen=True)
class Spot:
    text: str
    phrase: str
    lat: float
    lon: float
    within_km: float
    precision: str = "near"


SPOTS = [
    Spot("A shell hit a farm 30 km south of Kharkiv, Ukraine.", "30 km south of Kharkiv", 49.72, 36.25, 8),
    Spot(
        "The base lies 50 kilometers (31 miles) north of Kabul, Afghanistan.",
        "50 kilometers (31 miles) north of Kabul",
        34.98,
        69.17,
        12,
    ),
    Spot("Rebels stopped ten miles west of Goma in Congo.", "ten miles west of Goma", -1.67, 29.08, 6),
    Spot("Soldiers camped just outside Goma in Congo.", "just outside Goma", -1.67, 29.22, 12),
    Spot("They were ambushed near Manbij in Syria.", "near Manbij", 36.53, 37.95, 6),
    Spot("Jets bombed a depot on the outskirts of Idlib in Syria.", "on the outskirts of Idlib", 35.93, 36.63, 6),
    Spot("A mine exploded 12km from Maiduguri in Nigeria.", "12km from Maiduguri", 11.85, 13.16, 6),
    Spot(
        "A drone fell 20 kilometres north-east of the Ukrainian city of Sumy.",
        "20 kilometres north-east of the Ukrainian city of Sumy",
        51.03,
        35.0,
        10,
    ),
    Spot("Six were killed 5 km outside Mogadishu, Somalia.", "5 km outside Mogadishu", 2.04, 45.34, 6),
    Spot(
        "Guards at Juba in South Sudan said the attack was 75 km east of Juba.", "75 km east of Juba", 4.85, 32.26, 15
    ),
    Spot(
        "Ukrainian troops hold the road from Kramatorsk to Bakhmut.",
        "the road from Kramatorsk to Bakhmut",
        48.66,
        37.8,
        12,
        "line",
    ),
    Spot(
        "The Taliban attacked the Kunduz-Taloqan highway in Afghanistan.",
        "the Kunduz-Taloqan highway",
        36.73,
        69.2,
        12,
        "line",
    ),
    Spot(
        "A convoy was hit on a road between Aleppo and Idlib in Syria.",
        "road between Aleppo and Idlib",
        36.07,
        36.9,
        12,
        "line",
    ),
    Spot("The wreck was found at 34.528, 69.178 by searchers.", "34.528, 69.178", 34.528, 69.178, 0.1, "point"),
    Spot("The ship sank at 12°47'N 44°59'E after the strike.", "12°47'N 44°59'E", 12.783, 44.983, 0.5, "point"),
    Spot("A position at 37U DQ 12345 67890 was shelled.", "37U DQ 12345 67890", 49.357, 37.793, 0.1, "point"),
]


@pytest.mark.parametrize("case", SPOTS, ids=lambda case: case.phrase)
def test_spots_and_stretches(case: Spot) -> None:
    found = described(case.text, case.phrase)
    assert found.place is not None, found.reason
    assert found.place.precision == case.precision
    assert distance((found.place.lat, found.place.lon), (case.lat, case.lon)).km <= case.within_km


NOT_GUESSED = [
    ("They fled over the border before dawn.", "the border"),
    ("Germany tightened checks at the border.", "the border"),
    ("Gains were made in the north of the country.", "the north of the country"),
]


@pytest.mark.parametrize(("text", "phrase"), NOT_GUESSED)
def test_without_evidence_nothing_is_drawn_and_the_reason_is_told(text: str, phrase: str) -> None:
    found = described(text, phrase)
    assert found.place is None
    assert found.reason


NO_PHRASES = [
    "Tajikistan's border guard said so.",
    "Border police in Hungary arrested ten men.",
    "Talks between Moscow and Kyiv broke down.",
    "The cross-border raid failed.",
    "The West must act, he said.",
    "Scores were 34.5, 69.1 and 12.2 percent.",
]


@pytest.mark.parametrize("text", NO_PHRASES)
def test_no_phrase_is_found(text: str) -> None:
    assert [r.mention.text for r in resolve(text) if r.mention.kind in ("border", "relative", "coordinates")] == []


def test_the_names_in_a_phrase_are_inside_it() -> None:
    found = resolve("Hundreds gathered at the Afghan-Tajik border.")
    whole = next(i for i, r in enumerate(found) if r.mention.kind == "border")
    assert [r.mention.text for r in found if r.mention.inside == whole] == ["Afghan", "Tajik"]


COORDINATES = [
    ("48.0159, 37.8028", 48.0159, 37.8028),
    ("-1.6585, 29.2205", -1.6585, 29.2205),
    ("34.52°N 69.18°E", 34.52, 69.18),
    ("N34.52 E69.18", 34.52, 69.18),
    ("34°31'12\"N 69°11'00\"E", 34.52, 69.1833),
    ("15.5° S, 34.1° E", -15.5, 34.1),
    ("18S UJ 23480 06470", 38.8895, -77.0352),
    ("31N AA 66021 00000", 0.0, 0.0),
]


@pytest.mark.parametrize(("text", "lat", "lon"), COORDINATES)
def test_coordinates(text: str, lat: float, lon: float) -> None:
    found = parse_coordinates(text)
    assert found is not None
    assert distance(found[:2], (lat, lon)).km < 0.1


@pytest.mark.parametrize("text", ["91.0000, 10.0000", "7.5, 8.5", "3.14159", "$12.345, 13.456", "12S AA 123 45"])
def test_what_looks_like_coordinates_and_is_none(text: str) -> None:
    assert find_coordinates(text) == ()


TOWN = Place("t", "Somewhere", 34.0, 69.0, "PPL", country="AF", population=100_000)


def test_a_distance_without_bearing_keeps_the_whole_ring_within_its_radius() -> None:
    place = shapes.build_distance(TOWN, 40, None, gazetteer())
    assert place is not None
    assert (place.lat, place.lon) == (34.0, 69.0)
    assert place.precision_km >= 40


def test_a_country_is_too_large_to_be_near_to() -> None:
    country = gazetteer().country("AF")
    assert country is not None
    assert shapes.build_near(country, 10, gazetteer()) is None
    assert shapes.build_distance(country, 10, "N", gazetteer()) is None


def test_no_stretch_between_places_a_continent_apart() -> None:
    far = Place("u", "Elsewhere", -34.0, -58.0, "PPL", country="AR")
    assert shapes.build_between(TOWN, far) is None
    assert shapes.build_between(TOWN, TOWN) is None


def test_countries_that_do_not_touch_have_no_border() -> None:
    a, b = gazetteer().country("AF"), gazetteer().country("FR")
    assert a is not None and b is not None
    assert shapes.build_border(gazetteer(), a, b) is None
