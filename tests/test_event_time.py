"""Each event's own time: sentences and short reports of many wars, and what must hold for all of them."""

from __future__ import annotations

import re
import time
from datetime import date

import pytest
from event_time_frames import EVENTS, SAID_ON_SUNDAY, TOLD_FOR_SATURDAY
from event_time_reports import Row
from event_time_sentences import TABLES
from spacy.tokens import Doc

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


REPORT = (
    "Rebels attacked the base near Sake on Monday and killed nine soldiers, officials said on Tuesday. "
    "The army retook it a day later after shelling the hills for three days. Two villagers were wounded when a "
    "shell hit a school at 6 a.m. on Wednesday. The town, which was captured in May, had been looted. "
    "Troops will withdraw by September, the minister vowed in a statement on Thursday.\n\n"
)
TRIGGERS = ("attacked", "killed", "retook", "shelling", "wounded", "hit", "captured", "looted", "withdraw")


def test_the_time_taken_is_linear_in_events_and_text() -> None:
    nlp = load_language()
    one = parse_article(Article(text=REPORT), nlp)
    taken = []
    for copies in (140, 560):  # the longer one: 5,040 events in some 45,000 words
        doc = Doc.from_docs([one] * copies, ensure_whitespace=False)
        article = Article(text=REPORT * copies, published=date(2025, 1, 31))
        times = find_times(article, doc)
        began = time.process_time()
        dater = EventDater(article, doc, times)
        for copy in range(copies):
            for word in TRIGGERS:
                start = copy * len(REPORT) + REPORT.index(word)
                assert dater.date(Span(start, start + len(word))).reason
        taken.append(time.process_time() - began)
    assert taken[1] < 8 * taken[0] + 0.5
    assert taken[1] < 10


AWKWARD = [
    "", "Monday", "Monday Monday Monday killed", "killed " * 300, "On Monday, when, on Tuesday, when, killed.",
    "a day after a day after a day after killed", "for 99999999999 years killed", "killed for 9999 centuries.",
    "12 July 2016: 13 July 2016: 14 July 2016: killed", "until until until Monday killed", "had had had killed",
    "said said said Sunday said said killed", "“killed” 's Monday's 's killed", "between Monday and between Monday and",
    "\u202eMonday\u202c killed", "killed\n\n\n: Monday :\n\n: killed",
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
@pytest.mark.parametrize(
    "published", [date(2021, 7, 6), None, date.min, date.max], ids=["dated", "undated", "first", "last"]
)
def test_no_text_breaks_it_or_gives_days_the_wrong_way_round(text: str, published: date | None) -> None:
    article = Article(text=text, published=published)
    doc = parse_article(article, load_language())
    dater = EventDater(article, doc, find_times(article, doc))
    for token in doc:
        found = dater.date(Span(token.idx, token.idx + len(token)))
        first, last = found.interval.earliest, found.interval.latest
        assert first is None or last is None or first <= last, (token.text, found)
        assert found.reason
        assert (found.kind in ("told", "running", "same")) <= (found.index is not None)


def test_what_no_text_tells_is_not_passed_off_as_told() -> None:
    for published, marked, _ in (row for table in TABLES.values() for row in table):
        for found in date_marked(published, marked):
            if found.kind in ("said", "published", "report", "ahead", "background", "none"):
                assert found.interval.earliest != found.interval.latest or found.interval.earliest is None
                assert found.interval.precision != "day"


@pytest.mark.parametrize("frame", SAID_ON_SUNDAY)
def test_the_day_of_a_statement_is_no_more_than_that(frame: str) -> None:
    for event in EVENTS:
        told = date_marked("2025-01-29", frame.format(event=event, Event=event[0].upper() + event[1:]))
        assert [describe(time) for time in told] == ["said 2025-01-25/2025-01-26 =2025-01-26"], event


@pytest.mark.parametrize("text", TOLD_FOR_SATURDAY)
def test_a_day_told_for_the_event_stands_beside_a_statement(text: str) -> None:
    (told,) = date_marked("2025-01-29", text)
    assert (told.kind, told.value, told.interval.precision in ("day", "time")) == ("told", "2025-01-25", True)
