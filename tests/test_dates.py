"""The date layer: phrases to values and days, false friends, the mode, and the time of an event."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from spacy.tokens import Doc

from geo.dates import date_event, find_mode, find_times
from geo.language import load_language, parse_article
from geo.model import Article, Interval, Span, TimeExpression
from date_phrases import FALSE_FRIENDS, NEWS, UNDATED

PUBLISHED = date(2021, 7, 6)

KNOWN_FAILURES = {"Friday Osanebi won the seat.": "the parser takes the first name for the day"}


def read(text: str, published: date | None = PUBLISHED) -> tuple[Article, Doc, tuple[TimeExpression, ...]]:
    article = Article(text=text, published=published)
    doc = parse_article(article, load_language())
    return article, doc, find_times(article, doc)


def unmark(marked: str) -> tuple[str, Span]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), Span(start, end)


def days(interval: Interval) -> str:
    return "/".join(day.isoformat() if day else "" for day in (interval.earliest, interval.latest))


def rows() -> list[object]:
    return [
        pytest.param(*row, id=f"{family}: {row[0]}", marks=known(row[0])) for family, table in NEWS.items() for row in table
    ]


def known(text: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=KNOWN_FAILURES[text])] if text in KNOWN_FAILURES else []


@pytest.mark.parametrize(("marked", "value", "mod", "span"), rows())
def test_phrases_that_carry_a_time(marked: str, value: str, mod: str | None, span: str) -> None:
    text, where = unmark(marked)
    times = [one for one in read(text)[2] if one.span.overlaps(where)]
    assert [(one.text, one.value, one.mod, days(one.interval)) for one in times] == [(where.quote(text), value, mod, span)]


@pytest.mark.parametrize(("marked", "value", "span"), UNDATED)
def test_without_a_publication_day_the_phrases_stay(marked: str, value: str, span: str) -> None:
    text, where = unmark(marked)
    times = [one for one in read(text, None)[2] if one.span.overlaps(where)]
    assert [(one.text, one.value, days(one.interval)) for one in times] == [(where.quote(text), value, span)]


@pytest.mark.parametrize(
    "text", [pytest.param(text, marks=known(text)) for table in FALSE_FRIENDS.values() for text in table]
)
def test_phrases_that_carry_no_time(text: str) -> None:
    assert [(one.text, one.value, one.rule) for one in read(text)[2]] == []
