"""Finding names: what is a place in a sentence, what is none, with which kind and role."""

from __future__ import annotations

import pytest

from geo.language import parse_article
from geo.mentions import find_mentions
from geo.model import Article, Mention, Span
from geo.pipeline import Tools


def find(tools: Tools, text: str, article: Article | None = None) -> tuple[Mention, ...]:
    article = article or Article(text)
    return find_mentions(article, parse_article(article, tools.nlp), tools.gazetteer)


FOUND = [
    # possessives and articles are no part of the name
    ("A statement by Tajikistan's border guard said so.", ["Tajikistan"]),
    ("Tajikistan’s National Security Committee said soldiers sought refuge.", ["Tajikistan"]),
    ("Last week, the United States vacated Bagram Airbase.", ["United States", "Bagram Airbase"]),
    ("The trial opened in The Hague in the Netherlands.", ["The Hague", "Netherlands"]),
    # abbreviations
    ("The U.S. and the UK withdrew.", ["U.S.", "UK"]),
    ("The US, UK and allies withdraw.", ["US", "UK"]),
    ("He was born in Lexington, Ky., in 1950.", ["Lexington", "Ky."]),
    ("I am from Arlington, VA.", ["Arlington", "VA"]),
    ("U.S.-backed fighters entered Raqqa.", ["U.S.", "Raqqa"]),
    # demonyms
    ("Afghan soldiers fled from Kunduz.", ["Afghan", "Kunduz"]),
    ("The Sri Lankan navy left Colombo.", ["Sri Lankan", "Colombo"]),
    # spelling
    ("Shells hit Deir ez-Zor on Monday.", ["Deir ez-Zor"]),
    ("Shells hit Mazar-i-Sharif on Monday.", ["Mazar-i-Sharif"]),
    ("Militants attacked São Paulo.", ["São Paulo"]),
    # lists
    ("Fighting was heard in Homs, Hama and Aleppo.", ["Homs", "Hama", "Aleppo"]),
    ("Clashes in Homs and Aleppo governorates killed ten.", ["Homs", "Aleppo"]),
    # names inside organisations that are no places themselves
    ("Alexandria Police arrested two men in Alexandria.", ["Alexandria", "Alexandria"]),
]


@pytest.mark.parametrize(("text", "names"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_names_found(tools: Tools, text: str, names: list[str]) -> None:
    assert [m.text for m in find(tools, text) if m.kind not in ("border", "relative")] == names


NO_PLACES = [
    "President Emomali Rakhmon spoke to Ashraf Ghani.",
    "The Taliban and their NATO allies agreed in March.",
    "He had Hope, and General Khan had none.",
    "In May the march began; June was quiet.",
    "Mr Jordan said he would appeal.",
    "The National Security Committee met on Friday.",
    "The Taliban has ceased attacks on Western forces.",
    "The dog ran through the park.",
    "This is about Reddit the website.",
    "They are a ga machine",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place_is_found(tools: Tools, text: str) -> None:
    assert [m.text for m in find(tools, text)] == []


KINDS = [
    ("Troops left Tajikistan.", "Tajikistan", "country"),
    ("Afghan soldiers left.", "Afghan", "demonym"),
    ("Last week they vacated Bagram Airbase.", "Bagram Airbase", "facility"),
    ("Fighting went on in Kherson oblast.", "Kherson", "province"),
    ("They crossed the border into Chad from Sudan.", "the border into Chad", "border"),
    ("Rebels from northern Syria came.", "northern Syria", "relative"),
    ("The wreck lies at 34.528, 69.178 now.", "34.528, 69.178", "coordinates"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS, ids=[name for _, name, _ in KINDS])
def test_kinds(tools: Tools, text: str, name: str, kind: str) -> None:
    assert [m.kind for m in find(tools, text) if m.text == name] == [kind]


ROLES = [
    ("Last week, the United States vacated Bagram Airbase.", "United States", "actor"),
    ("Kabul said the talks had failed.", "Kabul", "actor"),
    ("As the US, UK and allies withdraw, fighting spreads.", "UK", "actor"),
    ("Tajikistan's border guard said so.", "Tajikistan", "actor"),
    ("A bomb went off in Kabul.", "Kabul", "mention"),
    ("Afghan soldiers fled.", "Afghan", "actor"),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES, ids=[f"{name}: {text[:30]}" for text, name, _ in ROLES])
def test_roles(tools: Tools, text: str, name: str, role: str) -> None:
    assert [m.role for m in find(tools, text) if m.text == name] == [role]


def test_the_dateline_is_a_role_of_its_own(tools: Tools) -> None:
    text = "KABUL, Afghanistan: Soldiers fled from Afghanistan on Monday."
    found = find(tools, text, Article(text, dateline=Span(0, 19)))
    assert [(m.text, m.role) for m in found] == [
        ("KABUL", "dateline"),
        ("Afghanistan", "dateline"),
        ("Afghanistan", "mention"),
    ]


def test_spans_quote_the_text_and_nested_ones_follow(tools: Tools) -> None:
    text = "“Shelling hit Khan Younis,” she said.\n\nThe Afghan–Tajik border is quiet; Aleppo University is not."
    found = find(tools, text)
    assert [text[m.span.start : m.span.end] for m in found] == [m.text for m in found]
    assert [m.span.start for m in found] == sorted(m.span.start for m in found)
    for index, mention in enumerate(found):
        if mention.inside is not None:
            assert mention.inside < index
            assert found[mention.inside].span.contains(mention.span)


def test_boilerplate_is_passed_over(tools: Tools) -> None:
    text = "Kabul Herat Kandahar\n\nFighting erupted in Kunduz on Monday."
    article = Article(text, boilerplate=(Span(0, 20),))
    assert [m.text for m in find(tools, text, article)] == ["Kunduz"]


ODD = [
    "",
    "   \n\n ",
    "Kabul " * 400,
    "<img src=x onerror=alert(1)> ${1+1} {{7*7}} '; DROP TABLE places; --",
    "قُتل ثلاثة في كابول \u202eabuK\u202c Kabul",
    "İstanbul Zürich K\u0301a\u0301bul \ufffd \x00",
    "A.B.C.D.E.F. U.S.U.K. -- '' ’s ’s ’s",
]


@pytest.mark.parametrize("text", ODD, ids=["empty", "blank", "names only", "markup", "right to left", "marks", "stops"])
def test_odd_text_breaks_nothing(tools: Tools, text: str) -> None:
    for mention in find(tools, text):
        assert text[mention.span.start : mention.span.end] == mention.text
