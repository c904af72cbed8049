"""The day of publication: which evidence decides, which is kept beside it, and what the reader is told."""

# ruff: noqa: E501  (tables: one case a line)

from __future__ import annotations

import time
from datetime import date

import pytest
from reading_sample import check_offsets

from geo.model import Article
from geo.reading import read_record, with_published
from geo.reading.addresses import find_url_day
from geo.reading.draft import Draft, build_article
from geo.reading.html import draft_html
from geo.reading.mail import read_mail
from tests.published_cases import (
    ADDRESSES,
    DATELINES,
    FILE_NAMES,
    HEADS,
    LINES,
    MAILS,
    RECEIVED,
    STILL_WRONG,
    STORY,
    Case,
)

TODAY = date(2024, 3, 1)


def read(text: str, name: str = "Pasted text", url: str | None = None) -> Article:
    return build_article(Draft(text=text, name=name, url=url), today=TODAY)


def told(article: Article) -> tuple[str | None, str, tuple[str, ...]]:
    check_offsets(article)
    day = article.published.isoformat() if article.published else None
    return day, article.published_from, tuple(rival.day.isoformat() for rival in article.published_rivals)


@pytest.mark.parametrize("case", LINES, ids=[case[0] for case in LINES])
def test_heads(case: Case) -> None:
    assert told(read(f"Bridge retaken\n\n{case[1]}\n\n{STORY}")) == case[2:]


@pytest.mark.parametrize("case", DATELINES, ids=[case[0] for case in DATELINES])
def test_datelines(case: Case) -> None:
    assert told(read(f"Bridge retaken\n\n{case[1]}{STORY}")) == case[2:]


@pytest.mark.xfail(reason="not read yet", strict=True)
@pytest.mark.parametrize("case", STILL_WRONG, ids=[case[0] for case in STILL_WRONG])
def test_what_is_not_read_yet(case: Case) -> None:
    assert told(read(f"Bridge retaken\n\n{case[1]}{STORY}")) == case[2:]


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_addresses(url: str, day: str | None) -> None:
    found = find_url_day(url)
    assert (found.day.isoformat() if found else None) == day
    assert told(read(STORY, url=url)) == (day, "url" if day else "none", ())


@pytest.mark.parametrize(("what", "head", "day", "rivals"), HEADS, ids=[case[0] for case in HEADS])
def test_pages(what: str, head: str, day: str | None, rivals: tuple[str, ...]) -> None:
    page = f"<html><head>{head}</head><body><h1>Bridge retaken</h1><p>{STORY}</p></body></html>"
    if head.startswith(("<time", "<span", "<abbr", "<div")):
        page = f"<html><body><article><h1>Bridge retaken</h1>{head}<p>{STORY}</p></article></body></html>"
    *origin, day = (day or "").split() or [None]
    expected = (day, origin[0] if origin else "metadata" if day else "none", rivals)
    assert told(build_article(draft_html(page, "page.html"), today=TODAY)) == expected


@pytest.mark.parametrize(("what", "header", "day", "rivals"), MAILS, ids=[case[0] for case in MAILS])
def test_mails(what: str, header: str, day: str | None, rivals: tuple[str, ...]) -> None:
    mail = f"From: Desk <desk@news.example>\nSubject: Bridge retaken\nDate: {header}\n\n{STORY}\n"
    article = build_article(read_mail(mail.encode(), "report.eml"), today=TODAY)
    assert told(article) == (day, "mail" if day else "none", rivals)


@pytest.mark.parametrize(("what", "headers", "day"), RECEIVED, ids=[case[0] for case in RECEIVED])
def test_mails_without_a_date(what: str, headers: str, day: str | None) -> None:
    mail = f"{headers}From: Desk <desk@news.example>\nSubject: Bridge retaken\n\n{STORY}\n"
    article = build_article(read_mail(mail.encode(), "report.eml"), today=TODAY)
    assert told(article) == (day, "mail" if day else "none", ())


@pytest.mark.parametrize(("name", "day"), FILE_NAMES)
def test_file_names(name: str, day: str | None) -> None:
    assert told(read(STORY, name=name)) == (day, "metadata" if day else "none", ())


# What speaks against the day that was chosen

KEPT = (
    # What it is, the head, the sentence, what the note says, the rival that the sentence gives.
    ("a day told as past", "Published 6 July 2021", "Nine men were killed on Friday, July 9, in the market.", "3 days after 6 July 2021", "2021-07-09"),
    ("the same, the day first", "Published 6 July 2021", "On July 9, gunmen attacked a convoy near the border.", "3 days after 6 July 2021", "2021-07-09"),
    ("the same, British", "Published 6 July 2021", "Two soldiers died on 8 July when a mine exploded.", "2 days after 6 July 2021", "2021-07-08"),
    ("the next day", "Published 6 July 2021", "Rebels seized the post on Wednesday, July 7.", "1 day after 6 July 2021", "2021-07-07"),
    ("a year told", "Published 6 July 2021", "The mine was stormed on 3 March 2022.", "240 days after 6 July 2021", "2022-03-03"),
    ("over the turn of the year", "Published 30 December 2021", "Fifteen people were abducted on January 3.", "4 days after 30 December 2021", "2022-01-03"),
    ("a deadline still to come", "Published 6 July 2021", "The troops have until July 2 to leave the base.", "tells as still to come what lies before 6 July 2021", None),
    ("a vote still to come", "Published 6 July 2021", "The council will meet in Geneva on 28 June.", "tells as still to come what lies before 6 July 2021", None),
    ("talks due", "Published 6 July 2021", "A second round is due to open in Doha on July 1.", "tells as still to come what lies before 6 July 2021", None),
    ("a weekday of another year", "Published 6 July 2021", "The town was calm on Saturday, July 3, and again on Tuesday, July 9.", "“Tuesday, July 9” in the text was no Tuesday in 2021", None),
    ("a weekday that does not fit the line", "Published Monday, 6 July 2021", "The town was calm.", "names a Monday, but 6 July 2021 was a Tuesday", None),
    ("a dateline far off", "Published 2 August 2021", "KABUL, July 6, 2021 (Reuters) - The town was calm.", "lies 27 days before 2 August 2021", "2021-07-06"),
    ("the future", "Published 6 July 2921", "The town was calm.", "“Published 6 July 2921”, which lies in the future", None),
    ("two readings", "Published 06/07/2021", "The town was calm.", "it may be 6 July 2021 or 7 June 2021; please choose", None),
    ("no year", "KABUL, July 6 (Reuters) - The town was calm.", "", "names no year; please enter it", None),
    ("a year by the weekday", "KABUL, Tuesday, July 6 (Reuters) - The town was calm.", "", "in 2021 6 July was a Tuesday", None),
)  # fmt: skip

NO_DOUBT = (
    ("days before", "Published 10 July 2021", "Nine men were killed on Friday, July 9, in the market."),
    ("the day itself", "Published 9 July 2021", "Nine men were killed on Friday, July 9, in the market."),
    ("still ahead", "Published 6 July 2021", "The council will meet on July 9."),
    ("planned", "Published 6 July 2021", "The army said the border would be crossed on July 9."),
    ("scheduled", "Published 6 July 2021", "Talks scheduled for July 9 were cancelled."),
    ("a deadline", "Published 6 July 2021", "Troops were ordered to leave by July 9."),
    ("called for a day", "Published 6 July 2021", "The unions announced a strike on July 9."),
    ("last year's", "Published 6 July 2021", "Nine men were killed on 9 September 2020."),
    ("last autumn, no year", "Published 6 July 2021", "Nine men were killed on December 9."),
    ("a past deadline told as past", "Published 6 July 2021", "The troops had until July 2 to leave the base."),
    ("an old promise", "Published 6 July 2021", "The pact was due to end on July 1."),
    ("a quotation", "Published 6 July 2021", "“We will hold the vote on June 30,” he said last month."),
    ("an anniversary", "Published 6 July 2021", "They marked the anniversary of the raid on July 4."),
    ("a fitting weekday of last year", "Published 6 July 2021", "The town fell on Thursday, July 9."),
    ("a street", "Published 6 July 2021", "Shells fell on the 9 July bridge."),
    ("a version", "Published 6 July 2021", "The March 23 Movement attacked the town on Monday."),
    ("nothing", "Published 6 July 2021", "The town was calm."),
)


@pytest.mark.parametrize(("what", "head", "sentence", "words", "rival"), KEPT, ids=[case[0] for case in KEPT])
def test_the_reader_is_told_what_speaks_against_the_day(
    what: str, head: str, sentence: str, words: str, rival: str | None
) -> None:
    article = read(f"Bridge retaken\n\n{head}\n\n{sentence} {STORY}")
    notes = [note for note in article.notes if note.startswith("The day of publication") and words in note]
    assert len(notes) == 1, article.notes
    assert notes[0].endswith(".")
    if rival is not None:
        found = [one for one in article.published_rivals if one.day.isoformat() == rival]
        assert found and found[0].span is not None and found[0].quote
    check_offsets(article)


@pytest.mark.parametrize(("what", "head", "sentence"), NO_DOUBT, ids=[case[0] for case in NO_DOUBT])
def test_what_agrees_with_the_day_raises_no_doubt(what: str, head: str, sentence: str) -> None:
    assert read(f"Bridge retaken\n\n{head}\n\n{sentence} {STORY}").notes == ()


HOURS = (
    # The stamp of the page, its address or a sentence, what the note says of the hour.
    (
        "2021-07-06T23:30:00Z",
        "https://news.example/2021/07/07/a",
        "",
        "at 23:30 it was 7 July 2021 in places farther east",
    ),
    (
        "2021-07-06T20:00:00+00:00",
        None,
        "Shells fell on Wednesday.",
        "at 20:00 it was 7 July 2021 in places farther east",
    ),
    (
        "2021-07-06T02:30:00Z",
        "https://news.example/2021/07/05/a",
        "",
        "at 02:30 it was 5 July 2021 in places farther west",
    ),
    ("2021-07-06T23:30:00Z", "https://news.example/2021/07/06/a", "", None),
    ("2021-07-06T23:30:00Z", None, "Shells fell on Tuesday.", None),
    ("2021-07-06T23:30:00+04:30", "https://news.example/2021/07/07/a", "", None),
    ("2021-07-06", "https://news.example/2021/07/07/a", "", None),
)


@pytest.mark.parametrize(("stamp", "url", "sentence", "words"), HOURS)
def test_the_day_stays_as_written_and_hours_in_utc_are_told(
    stamp: str, url: str | None, sentence: str, words: str | None
) -> None:
    head = f'<meta property="article:published_time" content="{stamp}">'
    head += f'<meta property="og:url" content="{url}">' if url else ""
    page = f"<html><head>{head}</head><body><h1>Bridge retaken</h1><p>{sentence} {STORY}</p></body></html>"
    article = build_article(draft_html(page, "page.html"), today=TODAY)
    assert article.published == date(2021, 7, 6)
    assert [note for note in article.notes if "UTC" in note and (words or "") in note] == list(article.notes)
    assert len(article.notes) == (1 if words else 0)


MONTHS_ALONE = (
    ("Situation report – July 2021", None, "“Situation report – July 2021” names the month alone"),
    ("Humanitarian Bulletin (July 2021)", None, "“Humanitarian Bulletin (July 2021)” names the month alone"),
    ("July 2021", None, "“July 2021” names the month alone"),
    ("Bridge retaken", "https://news.example/2021/07/bridge", "“2021/07” names the month alone"),
    ("What was lost in July 2021 will not come back, says its mayor.", None, None),
    ("Bridge retaken", None, None),
)


@pytest.mark.parametrize(("head", "url", "words"), MONTHS_ALONE)
def test_a_month_alone_is_told_and_no_day_made_of_it(head: str, url: str | None, words: str | None) -> None:
    article = read(f"{head}\n\n{STORY}", url=url)
    assert article.published is None
    assert [words in note for note in article.notes if words] == ([True] if words else [])
    assert len(article.notes) == (1 if words else 0)


def test_a_day_that_is_given_tells_the_year_of_a_dateline_which_stays_its_rival() -> None:
    row = {"id": "a", "text": f"KABUL, June 6 (Reuters) - {STORY}", "date": "2021-07-06"}
    article = read_record(row)
    (rival,) = article.published_rivals
    assert (article.published, article.published_from) == (date(2021, 7, 6), "given")
    assert (rival.day, rival.origin, rival.quote) == (date(2021, 6, 6), "dateline", "KABUL, June 6 (Reuters) -")
    assert rival.span is not None
    assert [note for note in article.notes if "lies 30 days before 6 July 2021" in note] == list(article.notes)
    assert len(article.notes) == 1


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("Published 06/07/2021", "http://[no-address/2021/07/06"),
        ("Published ٠٦/٠٧/٢٠٢١", "https://news.example/٢٠٢١/٠٧/٠٦/"),
        ("Published ²/①/2021", "https://news.example/2021/²/①"),
        ("KABUL, Feb 29, 2021 (Reuters) - ", "https://news.example/2021/02/29/"),
        ("Published 9999-12-31", "https://news.example/9999/12/31"),
        ("Published 2021-07-06T25:61:61Z", ""),
    ],
)
def test_odd_days_are_read_or_left_and_never_shifted(text: str, url: str) -> None:
    article = read(f"Bridge retaken\n\n{text}\n\n{STORY}", url=url)
    assert article.published in (None, date(2021, 7, 6))
    check_offsets(article)


def test_notes_on_the_day_go_when_the_reader_enters_it() -> None:
    unsure = read(f"Bridge retaken\n\nPublished 06/07/2021\n\nNine men were killed on Friday, July 9. {STORY}")
    assert len(unsure.notes) == 1
    assert with_published(unsure, date(2021, 7, 9)).notes == ()
    (doubt,) = with_published(unsure, date(2021, 7, 6)).notes
    assert "3 days after 6 July 2021" in doubt
    assert with_published(with_published(unsure, date(2021, 7, 6)), None).notes == ()


def test_ten_thousand_days_in_a_row_are_read_in_time() -> None:
    started = time.perf_counter()
    read("Published 6 July 2021\n\n" + "Nine men were killed on Friday, July 9. " * 10_000)
    read("Friday, July 9 on " * 20_000)
    read("by Jane Roe, " * 20_000)
    assert time.perf_counter() - started < 10
