"""Each event's own time: sentences and short reports of many wars, and what must hold for all of them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from event_time_sentences import TABLES, Row

from geo.dates import EventDater, EventTime, find_times
from geo.language import load_language, parse_article
from geo.model import Article, Span

_MARK = re.compile(r"\[([^\]]+)\]")


def date_marked(published: str, marked: str) -> list[EventTime]:
    """The times of the bracketed words, in order."""
    text = _MARK.sub(r"\1", marked)
    article = Article(text=text, published=date.fromisoformat(published) if published else None)
    doc = parse_article(article, load_language())
    dater = EventDater(article, doc, find_times(article, doc))
    starts = [(mark.start() - 2 * number, mark[1]) for number, mark in enumerate(_MARK.finditer(marked))]
    return [dater.date(Span(start, start + len(word))) for start, word in starts]


def describe(time: EventTime) -> str:
    """A time as the tables write it."""
    ends = [day.isoformat() if day else ".." for day in (time.interval.earliest, time.interval.latest)]
    days = ends[0] if ends[0] == ends[1] != ".." else "/".join(ends)
    best = f" ={time.value}" if time.value and time.value != days else ""
    return f"{time.kind} {days}{best}" + (f" @{time.part_of_day}" if time.part_of_day else "")


KNOWN_FAILURES: set[str] = {
    "The rebels threatened to [march] on Bukavu after Monday's vi",
    "A ceasefire that was to [begin] on Thursday was [broken] wit",
    "0630, 30 April: Heavy shelling [hit] Omdurman.",
    "On the day that the army [shelled] Terter, 3 October, reside",
    "Troops [took] the ridge in a pre-dawn assault on 25 January.",
}


def rows() -> list[object]:
    found = []
    for name, table in TABLES.items():
        for row in table:
            marks = [pytest.mark.xfail(strict=True)] if row[1][:60] in KNOWN_FAILURES else []
            found.append(pytest.param(row, marks=marks, id=f"{name}: {row[1][:60]}"))
    return found


@pytest.mark.parametrize("row", rows())
def test_events_have_the_time_that_their_text_tells(row: Row) -> None:
    published, marked, answers = row
    assert tuple(describe(time) for time in date_marked(published, marked)) == answers


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert sum(len(answers) for table in TABLES.values() for _, _, answers in table) >= 120
    assert all(len(_MARK.findall(text)) == len(answers) for table in TABLES.values() for _, text, answers in table)
