"""Paragraphs, sentences and offsets: what the parser is handed and what it gives back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import LanguageError
from geo.language import find_paragraphs, load_language, parse_article
from geo.model import Article, Section, Span

WRAPPED = (
    "The ministry said that its forces had taken back the town after two days\n"
    "of fighting, and that the road to the south was open again to relief\n"
    "convoys.\n"
    "Residents disputed this. They said that shells were still falling on the\n"
    "market, and that nobody had seen a convoy.\n"
)

PARAGRAPHS = {
    "a blank line ends one": ("One.\n\nTwo.", ["One.\n\n", "Two."]),
    "so does a line of spaces": ("One.\n  \nTwo.", ["One.\n  \n", "Two."]),
    "lines of free length are paragraphs": (
        "Short headline\nBy a reporter\nThe army said on Monday that it had taken the town, and more.",
        ["Short headline\n", "By a reporter\n", "The army said on Monday that it had taken the town, and more."],
    ),
    "wrapped lines are not, but a short line that ends a sentence is": (
        WRAPPED,
        [WRAPPED[: WRAPPED.index("Residents")], WRAPPED[WRAPPED.index("Residents") :]],
    ),
    "nothing at all": ("", []),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs(name: str) -> None:
    text, pieces = PARAGRAPHS[name]
    assert [p.span.quote(text) for p in find_paragraphs(Article(text))] == pieces


def test_boilerplate_title_and_pages_stand_alone() -> None:
    text = "Home World Share Army takes town Fighting went on. Page two."
    article = Article(
        text,
        title_span=Span(17, 32),
        boilerplate=(Span(0, 17),),
        sections=(Section(Span(0, 51), "page 1"), Section(Span(51, 60), "page 2")),
    )
    found = [(p.span.quote(text), p.plain) for p in find_paragraphs(article)]
    assert found == [
        ("Home World Share ", False),
        ("Army takes town", True),
        (" Fighting went on. ", True),
        ("Page two.", True),
    ]


def test_a_paragraphs_end_ends_a_sentence() -> None:
    text = "Army takes Goma\n\nThe army took the town on Monday"
    doc = parse_article(Article(text), load_language())
    assert [text[s.start_char : s.end_char].strip() for s in doc.sents] == text.split("\n\n")


def test_boilerplate_bears_no_annotation() -> None:
    text = "Kabul Kandahar Herat\n\nThe army left Kabul on Monday."
    doc = parse_article(Article(text, boilerplate=(Span(0, 22),)), load_language())
    assert {ent.text for ent in doc.ents if ent.start_char < 22} == set()
    assert [sent.start_char for sent in doc.sents] == [0, 22]
    assert any(ent.text == "Kabul" for ent in doc.ents)


def test_boilerplate_in_the_middle_is_a_sentence_of_its_own() -> None:
    text = "The army left Goma.\n\nShare on Facebook\n\nThe rebels came on Monday."
    doc = parse_article(Article(text, boilerplate=(Span(21, 40),)), load_language())
    assert [sent.start_char for sent in doc.sents] == [0, 21, 40]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB. \n\t’“”—é\u202eاب😀0-"), max_size=120))
def test_offsets_hold_whatever_the_text(text: str) -> None:
    doc = parse_article(Article(text), load_language())
    assert len(doc.text) == len(text)
    assert all(len(token.text) == len(text[token.idx : token.idx + len(token)]) for token in doc)


def test_a_very_long_paragraph_is_parsed_in_pieces() -> None:
    text = "word " * 9_000
    spans = [p.span for p in find_paragraphs(Article(text))]
    assert len(spans) > 1
    assert "".join(span.quote(text) for span in spans) == text


def test_a_missing_model_is_named() -> None:
    with pytest.raises(LanguageError, match="no_such_model"):
        load_language("no_such_model")
