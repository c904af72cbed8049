"""The formats of files: web pages, Markdown, PDF, Word and mail."""

# ruff: noqa: E501  (tables: one case a line)

from __future__ import annotations

import datetime

import pytest
from reading_sample import BODY, DATA, DAY, build_pages, build_word, check_offsets, marked, replace_part, writers

from geo.errors import ReadingError
from geo.reading import read_document, read_path


def test_a_web_page_keeps_headings_paragraphs_and_character_set() -> None:
    article = read_path(DATA / "page.html")
    assert article.text.split("\n\n") == [
        "Rebels seize border town",
        "By Jane Roe",
        "KIGALI (Example) - Rebels said on Tuesday that they had taken the border town of Bunagana after two days of "
        "fighting.",
        "“We fled at night,” a farmer said. “There was no time.”",
        "Border closed",
        "Officials closed the crossing into Uganda, where more than 2,000 people arrived during the day, aid workers "
        "said.",
        "Two hospitals asked for blood.",
        "Schools stayed shut.",
        "The army denied it.",
    ]
    assert article.title == "Rebels seize border town" and article.source == "Example Wire"
    assert article.url == "https://wire.example/2012/11/20/rebels-seize-border-town"
    assert (article.published, article.published_from) == (datetime.date(2012, 11, 20), "metadata")
    check_offsets(article)


def test_short_paragraphs_of_a_blog_survive_between_its_widgets() -> None:
    article = read_path(DATA / "blog.html")
    assert [words for words in article.text.split("\n\n") if words not in marked(article)] == [
        "Rebels shell market in Sana’a, 20 dead",
        "SANA'A — At least 20 people were killed on Saturday when shells hit a market in Yemen's capital, medics said.",
        "The attack came two days after a ceasefire was announced in the port of Hodeidah.",
        '"We ran", said one man.',
        "He had lost two sons.",
        "Saudi Arabia denied it had bombed the market.",
    ]
    assert "READ MORE: Who are the Houthis?" in marked(article) and "Twitter" in marked(article)
    assert article.title == "Rebels shell market in Sana’a, 20 dead"
    assert article.published == datetime.date(2018, 3, 3)
    assert "terrible" not in article.text and "Germany" not in article.text


PAGES = [
    ("no article element", f"<html><body><div>{BODY}</div><div>{BODY} Again.</div></body></html>", [BODY, f"{BODY} Again."]),
    ("text without paragraphs", f"<html><body>{BODY}<br><br>He left.</body></html>", [BODY, "He left."]),
    ("one line break", f"<html><body><p>{BODY}<br>He left.</p></body></html>", [f"{BODY}\nHe left."]),
    ("elements that meet", f"<html><body><p><span>K</span>abul</p><p><a>Oneroad</a><a>Tworoad</a> <b>N</b>ATO</p><p>{BODY}</p></body></html>", ["Kabul", "Oneroad Tworoad NATO", BODY]),
    ("very short", "<html><body><p>Kabul fell.</p></body></html>", ["Kabul fell."]),
    ("title only in head", f"<html><head><title>Kabul falls</title></head><body><p>{BODY}</p></body></html>", ["Kabul falls", BODY]),
    ("entities and spaces", "<html><body><p>Fighting&nbsp;in  \n Goma &amp; Sake &lt;b&gt; goes on, he said.</p></body></html>", ["Fighting in Goma & Sake <b> goes on, he said."]),
    ("unclosed tags", f"<html><body><p>{BODY}<p>He left.<div>She stayed on.", [BODY, "He left.", "She stayed on."]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "page", "paragraphs"), PAGES, ids=[case[0] for case in PAGES])
def test_the_body_of_odd_pages_is_never_lost(what: str, page: str, paragraphs: list[str]) -> None:
    assert read_document(page.encode(), "page.html").text.split("\n\n") == paragraphs


def test_a_deeply_nested_page_is_read_or_refused() -> None:
    page = "<html><body>" + "<div>" * 30_000 + f"<p>{BODY}</p>"
    try:
        assert BODY in read_document(page.encode(), "deep.html").text
    except ReadingError as error:
        assert str(error).startswith("deep.html")


def test_markdown_stays_as_it_is_and_its_front_matter_is_read() -> None:
    text = (
        f'---\ntitle: "Soldiers flee"\ndate: 2021-07-06\nsource: Example News\n---\n\n# Soldiers flee\n\n**{BODY}**\n'
    )
    article = read_document(text.encode(), "note.md")
    assert article.text == text
    assert (article.title, article.source) == ("Soldiers flee", "Example News")
    assert (article.published, article.published_from) == (DAY, "metadata")
    assert marked(article) == [text[: text.index("\n# ")]]
    assert article.title_span is not None and article.title_span.start == text.index("Soldiers flee", 40)
    check_offsets(article)


def test_a_heading_is_the_title_of_markdown() -> None:
    assert read_document(f"Soldiers flee\n=============\n\n{BODY}".encode(), "note.md").title == "Soldiers flee"


def test_pdf_lines_become_paragraphs_and_pages_sections() -> None:
    article = read_document(writers.write_pdf(build_pages(), [("CreationDate", "D:20210706080000Z")]), "report.pdf")
    joined = (
        "The army said on Monday that its soldiers had left the town, and that a self-defence group of men from "
        "the village had stayed behind."
    )
    assert joined in article.text.split("\n\n") and "The rebels denied it." in article.text.split("\n\n")
    assert article.title == "Army leaves the town"
    assert marked(article) == ["Example Wire", "Page 1 of 2", "Example Wire", "Page 2 of 2"]
    assert [section.name for section in article.sections] == ["Page 1", "Page 2"]
    assert article.sections[1].span.quote(article.text).startswith("the village had stayed")
    assert (article.published, article.published_from) == (DAY, "metadata")
    assert "the day on which the file was made" in article.notes[0]
    check_offsets(article)


def test_a_pdf_printed_from_a_browser_is_not_dated_by_the_printing() -> None:
    info = [("CreationDate", "D:20210706080000Z"), ("Producer", "Skia/PDF m120")]
    article = read_document(writers.write_pdf(build_pages(), info), "report.pdf")
    assert article.published is None
    assert [rival.day for rival in article.published_rivals] == [DAY]


def test_pages_without_text_are_named() -> None:
    article = read_document(writers.write_pdf([*build_pages(), []]), "report.pdf")
    assert article.notes == ("Page 3 is without text; if that is a scan, run text recognition (OCR) on it first.",)


def test_word_paragraphs_cells_and_properties() -> None:
    article = read_document(build_word(), "report.docx")
    assert article.text.split("\n\n") == ["Army leaves the town", BODY, "Killed", "12", "He left."]
    assert article.title == "Army leaves the town"
    assert (article.published, article.published_from) == (DAY, "metadata")
    check_offsets(article)


def test_struck_out_words_of_a_word_file_are_not_read() -> None:
    data = writers.write_docx([("Normal", "The army left.")])
    old = b'<w:r><w:t xml:space="preserve">The army left.</w:t></w:r>'
    new = b"<w:r><w:t>The army </w:t></w:r><w:del><w:r><w:t>never </w:t></w:r></w:del><w:ins><w:r><w:t>left.</w:t></w:r></w:ins>"
    assert read_document(replace_part(data, old, new), "report.docx").text == "The army left."


def test_a_forwarded_mail() -> None:
    article = read_path(DATA / "forwarded.eml")
    assert article.title == "Soldiers flee over the border – report"
    assert article.source == "Renée Desk"
    assert (article.published, article.published_from) == (DAY, "mail")
    assert [(rival.day, rival.origin) for rival in article.published_rivals] == [(datetime.date(2021, 7, 5), "text")]
    assert [section.name for section in article.sections] == ["Part 1 (plain text)"]
    assert article.dateline is not None and article.dateline.quote(article.text) == "KABUL, Afghanistan:"
    assert [words.split("\n")[0] for words in marked(article)] == [
        "---------- Forwarded message ---------",
        "From: Wire Service <wire@agency.example>",
        "-- ",
    ]
    assert article.notes == ("Attached files were not read: map.pdf; load each on its own.",)
    check_offsets(article)


MAILS = [
    ("an answer above a quotation", f"{BODY}\n{BODY}\n{BODY}\n{BODY}\n\nOn Mon, Jane Roe wrote:\n> The old text of Jane.\n", ["On Mon, Jane Roe wrote:", "> The old text of Jane."]),
    ("a quotation sent on to be read", "> The army left the town.\n> The rebels came.\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("what", "body", "furniture"), MAILS, ids=[case[0] for case in MAILS])
def test_quotations_in_mail(what: str, body: str, furniture: list[str]) -> None:
    mail = f"From: a@b.example\nSubject: Town\nDate: Tue, 6 Jul 2021 10:00:00 +0000\n\n{body}"
    assert marked(read_document(mail.encode(), "m.eml")) == furniture


def test_a_mail_of_html_alone() -> None:
    mail = f"From: a@b.example\nSubject: Town\nContent-Type: text/html\n\n<p>{BODY}</p><p>He left.</p>"
    article = read_document(mail.encode(), "m.eml")
    assert article.text.split("\n\n") == ["Town", BODY, "He left."]
    assert [section.name for section in article.sections] == ["Part 1 (HTML)"]
