"""Phrases that describe a place, from different conflicts: what is drawn, in which countries, how precisely."""

from __future__ import annotations

from functools import lru_cache

import pytest
from geopy.distance import distance
from shape_phrases import BORDERS, PARTS, SPOTS, Border, Part, Spot
from shape_phrases_areas import BORDER_GROUND, PARTS_OF
from shape_phrases_backward import BACKWARD, POINTS_TO_THE_WRONG_ONE, Backward
from shape_phrases_coordinates import IN_SENTENCES, NOT_WRITTEN, WRITTEN
from shape_phrases_lines import BORDER_LINES, WAYS, At, Drawn
from shape_phrases_none import NOTHING_DRAWN
from shape_phrases_points import DISTANCES, NEARNESS
from shape_phrases_waters import COASTS, RIVERS
from shapely.geometry import Point, shape
from shapely.ops import nearest_points

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


@pytest.mark.parametrize("case", BORDERS, ids=lambda case: case.text[:48])
def test_borders(case: Border) -> None:
    found = described(case.text, case.phrase)
    assert found.mention.kind == "border"
    assert found.place is not None, found.reason
    assert " ".join(sorted(found.place.countries)) == case.sides
    assert found.place.precision == "line"
    assert found.place.geometry is not None


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


@pytest.mark.parametrize("case", SPOTS, ids=lambda case: case.phrase)
def test_spots_and_stretches(case: Spot) -> None:
    found = described(case.text, case.phrase)
    assert found.place is not None, found.reason
    assert found.place.precision == case.precision
    assert distance((found.place.lat, found.place.lon), (case.lat, case.lon)).km <= case.within_km


TABLES = [*BORDER_LINES, *WAYS, *RIVERS, *COASTS, *BORDER_GROUND, *PARTS_OF, *NEARNESS, *DISTANCES]
LINE_KM = 15.0


def holds(place: Place, at: At) -> bool:
    """Whether what is drawn reaches a point: within its area, its radius, or `LINE_KM` of its line."""
    if place.geometry is None:
        return bool(distance((place.lat, place.lon), at).km <= place.precision_km)
    drawn, point = shape(dict(place.geometry)), Point(at[1], at[0])
    if place.precision == "area":
        return bool(drawn.contains(point))
    near = nearest_points(drawn, point)[0]
    return bool(distance((near.y, near.x), at).km <= max(LINE_KM, place.precision_km))


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.phrase)
def test_drawn(case: Drawn) -> None:
    found = described(case.text, case.phrase)
    place = found.place
    assert place is not None, found.reason
    assert place.precision == case.precision
    assert not case.countries or " ".join(sorted(place.countries)) == case.countries
    assert [at for at in case.holds if not holds(place, at)] == []
    assert [at for at in case.leaves if holds(place, at)] == []
    assert place.precision_km <= case.largest_km
    assert found.score >= 0.3


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


@pytest.mark.parametrize("text", NO_PHRASES + NOTHING_DRAWN)
def test_no_phrase_is_found(text: str) -> None:
    assert [r.mention.text for r in resolve(text) if r.mention.kind in ("border", "relative", "coordinates")] == []


def test_the_names_in_a_phrase_are_inside_it() -> None:
    found = resolve("Hundreds gathered at the Afghan-Tajik border.")
    whole = next(i for i, r in enumerate(found) if r.mention.kind == "border")
    assert [r.mention.text for r in found if r.mention.inside == whole] == ["Afghan", "Tajik"]


@pytest.mark.parametrize(("text", "lat", "lon"), WRITTEN)
def test_coordinates(text: str, lat: float, lon: float) -> None:
    found = parse_coordinates(text)
    assert found is not None
    assert distance(found[:2], (lat, lon)).km < 0.15


@pytest.mark.parametrize(("text", "written"), IN_SENTENCES)
def test_coordinates_in_sentences(text: str, written: str) -> None:
    assert [span.quote(text) for span, _ in find_coordinates(text)] == [written]


@pytest.mark.parametrize("text", NOT_WRITTEN)
def test_what_looks_like_coordinates_and_is_none(text: str) -> None:
    assert find_coordinates(text) == ()


EXACTNESS = [
    ("34°N 69°E", 111.2),
    ("34°31'N 69°11'E", 1.9),
    ("34.5°N 69.2°E", 11.1),
    ("34.52 N, 69.18 E", 1.1),
    ("34.528, 69.178", 0.1),
    ("34.52813, 69.17822", 0.01),
    ("37U DQ 12 67", 1.0),
]


@pytest.mark.parametrize(("text", "km"), EXACTNESS)
def test_coordinates_are_as_exact_as_their_digits(text: str, km: float) -> None:
    found = parse_coordinates(text)
    assert found is not None
    assert found[2] == pytest.approx(km, abs=0.06)


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


@pytest.mark.parametrize(
    "case",
    [*BACKWARD, *(pytest.param(case, marks=pytest.mark.xfail(strict=True)) for case in POINTS_TO_THE_WRONG_ONE)],
    ids=lambda case: case.text[:48],
)
def test_what_phrases_point_back_to(case: Backward) -> None:
    found = described(case.text, case.phrase)
    assert found.place is not None, found.reason
    assert " ".join(sorted(found.place.countries)) == case.countries, found.reason
    if case.near is not None:
        lat, lon, km = case.near
        assert distance((found.place.lat, found.place.lon), (lat, lon)).km <= km


@pytest.mark.parametrize("code", ["FJ", "RU", "KI", "US", "NZ", "EC", "CL", "NO", "ID", "UA", "ML", "RW"])
@pytest.mark.parametrize("direction", ["N", "E", "SW", "C"])
def test_parts_are_valid_within_the_map_and_hold_their_point(code: str, direction: str) -> None:
    country = gazetteer().country(code)
    assert country is not None
    part = shapes.build_part(gazetteer(), country, direction)
    assert part is not None
    drawn = shape(dict(part.geometry or {}))
    west, south, east, north = drawn.bounds
    assert drawn.is_valid and -180 <= west <= east <= 180 and -90 <= south <= north <= 90
    assert drawn.distance(Point(part.lon, part.lat)) < 0.001


@pytest.mark.parametrize("km", [5.0, 30.0, 120.0])
def test_a_bearing_is_no_more_exact_than_its_words(km: float) -> None:
    place = shapes.build_distance(TOWN, km, "NE", gazetteer())
    assert place is not None
    assert place.precision_km >= shapes.town_radius(TOWN) + 0.2 * km - 0.05
