"""What the project promises, on one article from file to analysis: soldiers cross into Tajikistan, July 2021.

The article was written for this test; what each row expects was written down before the code ran on it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from geo.model import Analysis, Event, Resolution
from geo.pipeline import Tools, analyse
from geo.reading import read_path, with_published

ARTICLE = Path(__file__).parent / "data" / "badakhshan.txt"


@pytest.fixture(scope="module")
def dated(tools: Tools) -> Analysis:
    return analyse(with_published(read_path(ARTICLE), date(2021, 7, 6)), tools)


@pytest.fixture(scope="module")
def undated(tools: Tools) -> Analysis:
    return analyse(read_path(ARTICLE), tools)


def _named(analysis: Analysis, text: str) -> list[Resolution]:
    return [each for each in analysis.places if each.mention.text == text]


def test_what_the_reader_is_told_of_the_file(dated: Analysis) -> None:
    article = dated.article
    assert article.title == "Hundreds of Afghan troops cross into Tajikistan as Taliban seize districts"
    assert [part.quote(article.text).strip() for part in article.boilerplate] == [
        "World Asia Europe Africa Opinion Sport Newsletters"
    ]
    assert article.dateline is not None
    assert article.dateline.quote(article.text) == "KABUL, Afghanistan:"


PLACES = {
    "the dateline is a mark of its own": ("KABUL", "dateline", "geonames:1138958", "AF", "point"),
    "an airbase is its airfield": ("Bagram Airbase", None, "icao:OAIX", "AF", "point"),
    "a country without its possessive": ("Tajikistan", None, "geonames:1220409", "TJ", "country"),
    "a demonym points to its country": ("Tajik", "actor", "geonames:1220409", "TJ", "country"),
    "a province is its outline": ("Badakhshan province", None, "geonames:1147745", "AF", "province"),
    "the namesake across the border": (
        "Gorno-Badakhshan region", None, "geonames:1221692", "TJ", "province"
    ),
    "a town of many namesakes, in the province just named": ("Faizabad", None, "geonames:1142170", "AF", "point"),
    "where the accord was signed": ("Doha", "event", "geonames:290030", "QA", "point"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_places(name: str, dated: Analysis) -> None:
    text, role, placed, country, precision = PLACES[name]
    found = _named(dated, text) or _named(dated, text.rsplit(" ", 1)[0])
    assert found, f"{text} is found"
    for each in found:
        assert each.place is not None, each.reason
        assert each.place.country == country
        assert each.place.precision == precision
        assert each.place.id == placed
    if role:
        assert role in {each.mention.role for each in found}


def test_the_north_of_the_country_is_that_of_the_country_told_of(dated: Analysis) -> None:
    (north,) = _named(dated, "the north of the country")
    assert north.place is not None and (north.place.country, north.place.precision) == ("AF", "area")


def test_the_airfield_itself_not_the_town(dated: Analysis) -> None:
    (bagram,) = _named(dated, "Bagram Airbase")
    assert bagram.place is not None
    assert (round(bagram.place.lat, 2), round(bagram.place.lon, 2)) == (34.95, 69.27)


@pytest.mark.parametrize("words", ["the border into Tajikistan", "the Afghan-Tajik frontier", "the border"])
def test_the_border_is_a_line_between_the_right_two(words: str, dated: Analysis) -> None:
    found = [each for each in dated.places if each.mention.kind == "border" and words in each.mention.text]
    assert found
    for each in found:
        assert each.place is not None, each.reason
        assert each.place.countries == ("AF", "TJ")
        assert each.place.precision == "line"
        assert each.place.geometry is not None


@pytest.mark.parametrize(
    "name", ["Taliban", "Rahmon", "Ghani", "Mujahid", "Western", "State Committee", "National Security", "Opinion"]
)
def test_no_places(name: str, dated: Analysis) -> None:
    assert not [each.mention.text for each in dated.places if name in each.mention.text]


def test_no_country_is_a_pin(dated: Analysis) -> None:
    countries = [each.place for each in dated.places if each.place and each.place.feature == "PCLI"]
    assert countries
    assert {place.precision for place in countries} == {"country"}


def _one(analysis: Analysis, test: Callable[[Event], bool]) -> Event:
    found = [event for event in analysis.events if test(event)]
    assert len(found) == 1, [(event.category, event.status, event.mentions) for event in found]
    return found[0]


def _words(analysis: Analysis, event: Event) -> list[str]:
    return [mention.sentence.quote(analysis.article.text) for mention in event.mentions]


def _days(event: Event) -> tuple[date | None, date | None]:
    return event.interval.earliest, event.interval.latest


def _crossing(event: Event) -> bool:
    return event.plover == "RETREAT" and event.clarity == 1 and any(toll.effect == "fled" for toll in event.toll)


def test_the_crossing_is_one_event_in_several_sentences(dated: Analysis) -> None:
    event = _one(dated, _crossing)
    place = dated.place_of(event)
    assert event.sub_event_type == "Change to group/activity"
    assert _days(event) == (date(2021, 7, 5), date(2021, 7, 5))
    assert event.status in ("reported", "claimed")
    assert len(event.mentions) >= 2
    assert place is not None
    assert place.precision == "line"
    assert 1037 in {toll.best for toll in event.toll if toll.effect == "fled"}


def test_the_fighting_before_it_has_a_night_and_no_place(dated: Analysis) -> None:
    event = _one(dated, lambda e: e.sub_event_type == "Armed clash")
    assert _days(event) == (date(2021, 7, 4), date(2021, 7, 5))
    assert event.place_index is None
    assert event.reasons["place"]


def test_the_call_is_outside_acled(dated: Analysis) -> None:
    event = _one(dated, lambda e: e.plover == "CONSULT")
    assert (event.event_type, event.mode) == (None, "phone")
    assert _days(event) == (date(2021, 7, 4), date(2021, 7, 4))


def test_the_base_was_left_last_week(dated: Analysis) -> None:
    event = _one(dated, lambda e: any("vacated" in sentence for sentence in _words(dated, e)))
    place = dated.place_of(event)
    assert (event.plover, event.mode, event.status) == ("RETREAT", "withdraw", "reported")
    assert _days(event) == (date(2021, 6, 28), date(2021, 7, 4))
    assert place is not None
    assert place.name == "Bagram Air Base"


STATUSES = {
    "a total is a summary": ("1,600", {"reported", "ongoing"}, 2),
    "gains of recent weeks": ("overrun dozens", {"ongoing"}, None),
    "an accord of last year": ("signed in Doha", {"historical"}, None),
    "a feared collapse": ("could collapse", {"hypothetical"}, None),
    "a deadline ahead": ("September deadline", {"planned"}, None),
    "a denial": ("denied that", {"denied"}, None),
    "what an officer says": ("blocked every road", {"claimed"}, None),
}


@pytest.mark.parametrize("name", STATUSES)
def test_statuses(name: str, dated: Analysis) -> None:
    words, statuses, clarity = STATUSES[name]
    found = [event for event in dated.events if any(words in sentence for sentence in _words(dated, event))]
    assert found
    assert {event.status for event in found} <= statuses
    if clarity:
        assert {event.clarity for event in found} == {clarity}


def test_without_a_date_phrases_stand_in_for_days(undated: Analysis, dated: Analysis) -> None:
    assert undated.article.published is None
    assert [e.mentions[0] for e in undated.events] == [e.mentions[0] for e in dated.events]
    crossing = _one(undated, _crossing)
    assert _days(crossing) == (None, None)
    assert crossing.time_phrase == "early on Monday morning"
