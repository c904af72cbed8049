"""Placing names: which place is meant, how sure that is and why, and when none is better than a wrong one."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer
from geo.language import parse_article
from geo.mentions import find_mentions
from geo.model import Article, Mention, Resolution, Span
from geo.pipeline import Tools
from geo.resolve import resolve_mentions


def resolve(tools: Tools, text: str) -> tuple[Resolution, ...]:
    article = Article(text)
    doc = parse_article(article, tools.nlp)
    return resolve_mentions(article, doc, find_mentions(article, doc, tools.gazetteer), tools.gazetteer)


def place_of(found: tuple[Resolution, ...], name: str) -> Resolution:
    return next(r for r in found if r.mention.text == name)


MEANT = [
    # a parent named in the text
    ("He moved to Paris, Texas, in May.", "Paris", "US", "Texas"),
    ("I visited Paris, France.", "Paris", "FR", None),
    ("There was fighting in Norman, Oklahoma.", "Norman", "US", "Oklahoma"),
    ("She is from Arlington, VA.", "Arlington", "US", "Virginia"),
    ("A bomb exploded in Tripoli, Lebanon, on Friday.", "Tripoli", "LB", None),
    # the best known without any context
    ("I visited family in Prague.", "Prague", "CZ", None),
    ("Thousands marched in Tripoli.", "Tripoli", "LY", None),
    ("Shots were fired in Odesa.", "Odesa", "UA", None),
    # the company of other names
    ("Libya's rivals fought in Tripoli, Benghazi and Misrata.", "Tripoli", "LY", None),
    ("Lebanese soldiers patrolled Beirut, Sidon and Tripoli in Lebanon.", "Tripoli", "LB", None),
    ("Protests were held in Moscow and Saint Petersburg.", "Moscow", "RU", None),
    # a country stays one, a state where the text speaks of states
    ("Russian tanks entered Georgia from South Ossetia.", "Georgia", "GE", None),
    ("Atlanta and Savannah are in Georgia, south of Tennessee.", "Georgia", "US", "Georgia"),
    ("Jordan and Syria closed the crossing.", "Jordan", "JO", None),
]


@pytest.mark.parametrize(("text", "name", "country", "province"), MEANT, ids=[f"{n}: {t[:32]}" for t, n, _, _ in MEANT])
def test_which_is_meant(tools: Tools, text: str, name: str, country: str, province: str | None) -> None:
    found = place_of(resolve(tools, text), name)
    assert found.place is not None, found.reason
    assert found.place.country == country
    if province is not None:
        assert found.place.admin1 == province


COUNTRIES = ["Afghanistan", "Tajikistan", "Chad", "Mali", "Niger", "Oman", "Togo", "Cuba", "Jordan", "Lebanon", "Syria"]


@pytest.mark.parametrize("name", COUNTRIES)
def test_a_country_is_placed_as_a_country(tools: Tools, name: str) -> None:
    found = place_of(resolve(tools, f"Soldiers were sent to {name} last week."), name)
    assert found.place is not None
    assert found.place.feature.startswith("PCL")
    assert found.mention.kind == "country"


def test_a_demonym_stands_for_its_country(tools: Tools) -> None:
    found = place_of(resolve(tools, "Afghan soldiers fled."), "Afghan")
    assert found.place is not None
    assert (found.place.country, found.mention.kind) == ("AF", "demonym")


def test_one_name_is_one_place_within_an_article(tools: Tools) -> None:
    text = "Police in Paris, Texas, made arrests. The mayor of Paris said little. Paris is calm."
    places = {r.place.id for r in resolve(tools, text) if r.mention.text == "Paris" and r.place}
    assert len(places) == 1


def test_two_parents_make_two_places(tools: Tools) -> None:
    text = "She flew from Paris, France, to Paris, Texas."
    countries = [r.place.country for r in resolve(tools, text) if r.mention.text == "Paris" and r.place]
    assert countries == ["FR", "US"]


def test_bagram_is_an_airfield(tools: Tools) -> None:
    found = place_of(
        resolve(tools, "Last week, the United States vacated Bagram Airbase in Afghanistan."), "Bagram Airbase"
    )
    assert found.place is not None
    assert (found.place.feature, found.place.country) == ("AIRB", "AF")
    assert abs(found.place.lat - 34.95) < 0.05


def test_what_no_gazetteer_has_stays_unplaced_with_a_reason(tools: Tools) -> None:
    mention = Mention(Span(12, 22), "Qwxzaville", "city", name="Qwxzaville")
    article = Article("Shells hit  Qwxzaville today.")
    [found] = resolve_mentions(article, parse_article(article, tools.nlp), [mention], tools.gazetteer)
    assert found.place is None
    assert "Qwxzaville" in found.reason


def test_a_site_that_no_gazetteer_has_lies_in_the_town_that_is_named_with_it(tools: Tools) -> None:
    mentions = [
        Mention(Span(8, 25), "Qwxza Grand Hotel", "facility", name="Qwxza Grand Hotel"),
        Mention(Span(29, 34), "Kabul", "city", name="Kabul"),
        Mention(Span(36, 47), "Afghanistan", "country", name="Afghanistan"),
    ]
    article = Article("At the  Qwxza Grand Hotel in Kabul, Afghanistan, guests hid.")
    found = resolve_mentions(article, parse_article(article, tools.nlp), mentions, tools.gazetteer)
    assert found[0].place is not None
    assert (found[0].place.precision, found[0].place.country) == ("near", "AF")
    assert found[0].place.geonameid is None
    assert found[0].score < found[1].score


def test_same_order_and_length_scores_and_runners_up(tools: Tools) -> None:
    article = Article("Near Springfield, Illinois, and over the Afghan-Tajik border, 30 km south of Kharkiv, in Paris.")
    doc = parse_article(article, tools.nlp)
    mentions = find_mentions(article, doc, tools.gazetteer)
    found = resolve_mentions(article, doc, mentions, tools.gazetteer)
    assert [r.mention.span for r in found] == [m.span for m in mentions]
    for each in found:
        assert 0 <= each.score <= 1
        assert each.reason
        assert len(each.alternatives) <= 5
        assert all(0 <= a.score <= 1 and a.reason for a in each.alternatives)
    springfield = place_of(found, "Springfield")
    assert any(a.place.admin1 != "Illinois" for a in springfield.alternatives)
    assert "Illinois" in springfield.reason


def test_nothing_to_resolve(gazetteer: Gazetteer, tools: Tools) -> None:
    article = Article("Nothing.")
    assert resolve_mentions(article, parse_article(article, tools.nlp), [], gazetteer) == ()


@pytest.fixture
def gazetteer(tools: Tools) -> Gazetteer:
    return tools.gazetteer
