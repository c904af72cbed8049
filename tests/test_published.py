"""The day of publication: which evidence decides, which is kept beside it, and what the reader is told."""

from __future__ import annotations

from datetime import date

import pytest
from published_cases import ADDRESSES, DATELINES, FILE_NAMES, HEADS, LINES, MAILS, STORY, Case
from reading_sample import check_offsets

from geo.model import Article
from geo.reading.addresses import find_url_day
from geo.reading.draft import Draft, build_article
from geo.reading.html import draft_html
from geo.reading.mail import read_mail

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


@pytest.mark.parametrize(("url", "day"), ADDRESSES)
def test_addresses(url: str, day: str | None) -> None:
    found = find_url_day(url)
    assert (found.day.isoformat() if found else None) == day
    assert told(read(STORY, url=url)) == (day, "url" if day else "none", ())


@pytest.mark.parametrize(("what", "head", "day", "rivals"), HEADS, ids=[case[0] for case in HEADS])
def test_pages(what: str, head: str, day: str | None, rivals: tuple[str, ...]) -> None:
    page = f"<html><head>{head}</head><body><h1>Bridge retaken</h1><p>{STORY}</p></body></html>"
    if head.startswith("<time"):
        page = f"<html><body><article><h1>Bridge retaken</h1>{head}<p>{STORY}</p></article></body></html>"
    assert told(build_article(draft_html(page, "page.html"), today=TODAY)) == (
        day,
        "metadata" if day else "none",
        rivals,
    )


@pytest.mark.parametrize(("what", "header", "day", "rivals"), MAILS, ids=[case[0] for case in MAILS])
def test_mails(what: str, header: str, day: str | None, rivals: tuple[str, ...]) -> None:
    mail = f"From: Desk <desk@news.example>\nSubject: Bridge retaken\nDate: {header}\n\n{STORY}\n"
    article = build_article(read_mail(mail.encode(), "report.eml"), today=TODAY)
    assert told(article) == (day, "mail" if day else "none", rivals)


@pytest.mark.parametrize(("name", "day"), FILE_NAMES)
def test_file_names(name: str, day: str | None) -> None:
    assert told(read(STORY, name=name)) == (day, "metadata" if day else "none", ())
