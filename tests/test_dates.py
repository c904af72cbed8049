"""The date layer: phrases to values and days, false friends, the mode, and the time of an event."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from date_phrases import FALSE_FRIENDS, NEWS, UNDATED
from spacy.tokens import Doc

from geo.dates import date_event, find_modes, find_times
from geo.language import load_language, parse_article
from geo.model import Article, Interval, Span, TimeExpression

PUBLISHED = date(2021, 7, 6)

KNOWN_FAILURES = {
    "The peace of [October] broke down in March.": "a month that hangs on a noun is taken for the coming one",
    "Friday Osanebi won the seat.": "the parser takes the first name for the day",
}


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
        pytest.param(*row, id=f"{family}: {row[0]}", marks=known(row[0]))
        for family, table in NEWS.items()
        for row in table
    ]


def known(text: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=KNOWN_FAILURES[text])] if text in KNOWN_FAILURES else []


@pytest.mark.parametrize(("marked", "value", "mod", "span"), rows())
def test_phrases_that_carry_a_time(marked: str, value: str, mod: str | None, span: str) -> None:
    text, where = unmark(marked)
    times = [one for one in read(text)[2] if one.span.overlaps(where)]
    assert [(one.text, one.value, one.mod, days(one.interval)) for one in times] == [
        (where.quote(text), value, mod, span)
    ]


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


def test_a_figure_date_that_can_be_read_two_ways_says_so() -> None:
    (only,) = read("The note is dated 5/3/2021.")[2]
    assert (only.value, [(other.value, other.reason) for other in only.alternatives]) == (
        "2021-03-05",
        [("2021-03-05", "written day first"), ("2021-05-03", "written month first")],
    )


def test_eid_alone_names_the_other_feast_too() -> None:
    (only,) = read("Shops were full before Eid.")[2]
    assert (only.value, [other.value for other in only.alternatives]) == (
        "2021-05-13",
        ["2021-05-14", "2020-07-31"],
    )
    (only,) = read("The truce will begin at Eid.")[2]
    assert only.value == "2021-07-20"


def test_the_articles_other_dates_tell_how_it_writes_figures() -> None:
    times = read("The notes are dated 5/3/2021 and 5/25/2021.")[2]
    assert [(one.value, one.alternatives) for one in times] == [("2021-05-03", ()), ("2021-05-25", ())]


def test_what_is_told_in_quotes_is_anchored_as_said() -> None:
    times = read('He left on Monday. "We came on Sunday," she said.')[2]
    assert [(one.text, one.anchor) for one in times] == [("Monday", "published"), ("Sunday", "quote")]


def test_boilerplate_is_passed_over() -> None:
    text = "Updated Monday 5 July 2021\n\nTroops left on Sunday."
    article = Article(text=text, published=PUBLISHED, boilerplate=(Span(0, 26),))
    assert [one.text for one in find_times(article, parse_article(article, load_language()))] == ["Sunday"]


REPORT = (
    "KABUL: More than 1,000 soldiers have fled over the border, officials said.\n\n"
    "The group sought refuge early on Monday morning after fighting with militants during the night. "
    "On Sunday the president spoke to his counterpart. Last week the allies vacated the airbase. "
    "The government has controlled a third of the country in recent weeks. "
    "Most of the troops have left ahead of a September deadline. They agreed to withdraw by September. "
    "The war began in 2001 and soldiers were killed in 2009. The offensive will start on Friday.\n"
)

EVENTS = [
    ("sought", "2021-07-05", "early morning", "2021-07-05/2021-07-05", "early on Monday morning"),
    ("fighting", "2021-07-04", "night", "2021-07-04/2021-07-05", "night"),
    ("spoke", "2021-07-04", None, "2021-07-04/2021-07-04", "Sunday"),
    ("vacated", None, None, "2021-06-28/2021-07-04", "Last week"),
    ("fled", "2021-07-05", None, "2021-07-05/2021-07-06", None),
    ("left", None, None, None, None),
    ("began", None, None, "2001-01-01/2001-12-31", "2001"),
    ("killed", None, None, "2009-01-01/2009-12-31", "2009"),
    ("start", "2021-07-09", None, "2021-07-09/2021-07-09", "Friday"),
]


@pytest.mark.parametrize(("word", "value", "part", "span", "phrase"), EVENTS, ids=[row[0] for row in EVENTS])
def test_each_event_has_its_own_time(
    word: str, value: str | None, part: str | None, span: str | None, phrase: str | None
) -> None:
    article, doc, times = read(REPORT)
    start = REPORT.index(word)
    told = date_event(article, doc, times, Span(start, start + len(word)))
    if span is None:
        assert told.phrase != "September"  # what is over is not dated by a deadline ahead
        return
    assert (told.value, told.part_of_day, days(told.interval), told.phrase) == (value, part, span, phrase)
    assert told.reason and 0 < told.score <= 1
    assert (told.index is None) == (phrase is None)


def test_without_a_publication_day_events_keep_their_phrases() -> None:
    article, doc, times = read(REPORT, None)
    phrases = {}
    for word in ("sought", "fighting", "spoke", "vacated", "fled"):
        told = date_event(article, doc, times, Span(REPORT.index(word), REPORT.index(word) + len(word)))
        phrases[word] = (told.phrase, told.value, told.interval.earliest)
    assert phrases == {
        "sought": ("early on Monday morning", None, None),
        "fighting": ("night", None, None),
        "spoke": ("Sunday", None, None),
        "vacated": ("Last week", None, None),
        "fled": (None, None, None),
    }


def test_the_publication_day_is_never_passed_off_as_told() -> None:
    text = "Rebels took the town."
    article, doc, times = read(text)
    told = date_event(article, doc, times, Span(7, 11))
    assert (told.index, told.phrase, told.interval.precision) == (None, None, "days")
    assert "publication" in told.reason and told.interval.earliest != told.interval.latest


TALE = (
    "The siege\n\nOn 3 March 1862 the army crossed the river. Two days later it reached the fort, and by 20 April the "
    "town was lost. In May the general was replaced; the following year he returned. A memorial was opened in 1921. "
    "In September 1863 a second battle was fought. It lasted until 4 October.\n"
)


def test_a_narrative_counts_from_the_dates_it_tells() -> None:
    article, doc, times = read(TALE)
    assert find_modes(article, doc)[0].mode == "narrative"
    assert [one.value for one in times] == [
        "1862-03-03", "1862-03-05", "1862-04-20", "1862-05", "1863", "1921", "1863-09", "1863-10-04",
    ]  # fmt: skip


def test_a_report_counts_from_its_publication() -> None:
    article, doc, _ = read(REPORT)
    (found,) = find_modes(article, doc)
    assert found.mode == "news" and found.reason


BAD_INPUT = [
    "", " ", "\n\n\n", "0000", "year 0", "February 30", "the 45th of July", "99/99/9999", "9999-12-31 and a day later",
    "1 January 0001", "Monday " * 500, "5 July 2021, " * 500, "a" * 5000, "the the the of of of " * 200,
    "in 10000 years", "Eid, Ramadan, Easter, Christmas, Nowruz, Thanksgiving, Eid 0001, Ramadan 9999",
    "\u202e5 July\u202c", "9999999999999 days ago", "last last last week", "1.1.1.1.1.1.1", "--- 2021 --- 2021 ---",
]  # fmt: skip


@pytest.mark.parametrize("text", BAD_INPUT, ids=range(len(BAD_INPUT)))
@pytest.mark.parametrize(
    "published", [PUBLISHED, None, date.min, date.max], ids=["dated", "undated", "year 1", "year 9999"]
)
def test_no_input_breaks_it(text: str, published: date | None) -> None:
    times = read(text, published)[2]
    assert all(one.text == one.span.quote(text) for one in times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    for one in times:
        if one.interval.earliest and one.interval.latest:
            assert one.interval.earliest <= one.interval.latest


@pytest.mark.parametrize(
    ("text", "word", "earliest", "latest"),
    [
        ("A union said on Sunday that 56 people had been killed.", "killed", date(2021, 7, 3), date(2021, 7, 4)),
        ("The army said on Monday it had retaken Sake.", "retaken", date(2021, 7, 4), date(2021, 7, 5)),
        ("Police said late on Friday that rebels shelled Goma.", "shelled", date(2021, 7, 1), date(2021, 7, 2)),
        ("Police said on Friday that rebels shelled Goma on Thursday.", "shelled", date(2021, 7, 1), date(2021, 7, 1)),
    ],
)
def test_the_day_of_a_statement_is_not_the_day_of_the_event(text: str, word: str, earliest: date, latest: date) -> None:
    article, doc, times = read(text)
    at = text.index(word)
    found = date_event(article, doc, times, Span(at, at + len(word)))
    assert (found.interval.earliest, found.interval.latest) == (earliest, latest)
    assert (found.interval.precision == "day") == (earliest == latest)


@pytest.mark.parametrize("published", [date.min, date.max], ids=["year 1", "year 9999"])
def test_an_event_at_the_calendars_end_has_a_time(published: date) -> None:
    text = "Rebels shelled the town. They fled in the morning, and again during the night."
    article, doc, times = read(text, published)
    for word in ("shelled", "fled"):
        at = text.index(word)
        found = date_event(article, doc, times, Span(at, at + len(word)))
        assert found.reason


@pytest.mark.parametrize("text", ["the 45th of July", "February 30", "June 31", "30 February 2021"])
def test_no_day_is_shifted_to_one_that_exists(text: str) -> None:
    assert all(
        one.interval.earliest is None or one.interval.precision != "day" for one in read(f"It fell on {text}.")[2]
    )
