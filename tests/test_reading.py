"""Reading text and records, refusing what cannot be read with one clear sentence, and bearing any bytes at all."""

# ruff: noqa: E501  (tables: one case a line)

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from reading_sample import BODY, build_pages, build_word, check_offsets, replace_part, writers

from geo.errors import (
    BrokenDocument,
    DocumentTooLarge,
    EmptyDocument,
    ProtectedDocument,
    ReadingError,
    RecordError,
    UnsupportedFormat,
)
from geo.reading import MAX_BYTES, MAX_CHARS, READABLE, read_document, read_pasted, read_path, read_record

ENCODED = [
    ("UTF-8", "“Goma” – café".encode()),
    ("UTF-8 with a mark", "\ufeff“Goma” – café".encode()),
    ("UTF-16 with a mark", "“Goma” – café".encode("utf-16")),
    ("UTF-16 without a mark", "“Goma” – café".encode("utf-16-le")),
    ("UTF-32 with a mark", "“Goma” – café".encode("utf-32")),
    ("windows-1252", ("“Goma” – café" + ", said an officer who did not give his name" * 3).encode("cp1252")),
]


@pytest.mark.parametrize(("what", "data"), ENCODED, ids=[what for what, _ in ENCODED])
def test_character_sets(what: str, data: bytes) -> None:
    assert read_document(data, "note.txt").text.startswith("“Goma” – café")


def test_cyrillic_code_pages_are_told() -> None:
    russian = "Армия сообщила, что взяла город после двух дней боёв. Жители покинули свои дома и ушли за реку. " * 4
    article = read_document(russian.encode("cp1251"), "note.txt")
    assert article.text == russian
    assert article.language == "ru" and "Russian" in article.notes[0]


def test_text_is_what_the_file_says_but_for_newlines_and_controls() -> None:
    article = read_document("One\r\ntwo\rthree\x00four\x0bfive \u202eabc\u202c “q” \u00a0end\n".encode(), "note.txt")
    assert article.text == "One\ntwo\nthree four\nfive \u202eabc\u202c “q” \u00a0end\n"


def test_markup_in_a_text_file_stays_text() -> None:
    text = "<img src=x onerror=alert(1)> ${1+1} **bold** and [a](javascript:b) in Kabul, an officer said.\n"
    assert read_document(text.encode(), "note.txt").text == text
    assert read_pasted(text).text == text


CONTENT_FIRST = [
    ("a page named .txt", b"<!doctype html><html><body><p>Kabul is quiet, he said.</p></body></html>", "a.txt", "Kabul is quiet, he said."),
    ("plain text named .html", b"Kabul is quiet, he said.", "a.html", "Kabul is quiet, he said."),
    ("a mail named .txt", b"Message-ID: <1@a>\nFrom: a@b.c\nSubject: Quiet\n\nKabul is quiet, he said.", "a.txt", "Quiet\n\nKabul is quiet, he said."),
    ("text named .eml", b"Kabul is quiet, he said.", "a.eml", "Kabul is quiet, he said."),
    ("no suffix", b"Kabul is quiet, he said.", "note", "Kabul is quiet, he said."),
    ("text that looks like headers", b"From: Kabul\nTo: Herat\n\nThe road is open.", "a.txt", "From: Kabul\nTo: Herat\n\nThe road is open."),
]  # fmt: skip


@pytest.mark.parametrize(("what", "data", "name", "text"), CONTENT_FIRST, ids=[case[0] for case in CONTENT_FIRST])
def test_the_format_is_found_by_content_first(what: str, data: bytes, name: str, text: str) -> None:
    assert read_document(data, name).text == text


def test_a_record_is_left_whole_to_the_character() -> None:
    text = "\r\nHome | World | Africa\n\nKABUL, Afghanistan: The army\x00 left.\u2028 Share on Facebook\n\n"
    article = read_record({"doc_id": "a-1", "text": text, "date": "2009-03-20 12:24:52.002364-05"})
    assert article.text == text and article.boilerplate == () and article.name == "a-1"
    assert article.dateline is not None and article.dateline.quote(text) == "KABUL, Afghanistan:"
    assert (article.published, article.published_from) == (datetime.date(2009, 3, 20), "given")
    assert read_record({"toponym": "Kabul", "text": "Kabul."}).published is None
    assert read_record({"id": 1, "text": "Kabul.", "url": "https://a.example/x"}).url == "https://a.example/x"
    assert read_record({"id": 1, "text": "Kabul.", "url": "javascript:alert(1)"}).url is None
    assert read_record({"id": 3, "text": "Kabul.", "dct": "XXXX-02-07"}).published is None


BAD_RECORDS: list[tuple[str, object, str]] = [
    ("no name", {"text": "Kabul."}, "needs a name"),
    ("no text", {"id": "a"}, "has no text"),
    ("text is a number", {"id": "a", "text": 3}, "has no text"),
    ("empty text", {"id": "a", "text": " \n"}, "empty text"),
    ("a day that is none", {"id": "a", "text": "Kabul.", "date": "soon"}, "no day"),
    ("a number for a day", {"id": "a", "text": "Kabul.", "dct": 20210706}, "no day"),
    ("a list", ["a"], "must be an object"),
]


@pytest.mark.parametrize(("what", "row", "words"), BAD_RECORDS, ids=[case[0] for case in BAD_RECORDS])
def test_malformed_records(what: str, row: object, words: str) -> None:
    with pytest.raises(RecordError, match=words):
        read_record(row)  # type: ignore[arg-type]


def build_locked_pdf(password: str = "secret", algorithm: str = "RC4-128") -> bytes:
    """A PDF that asks for a password; with an empty one it opens for everybody, as many publishers' files do."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(writers.write_pdf(build_pages()))))
    writer.encrypt(password, owner_password="owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_an_encrypted_pdf_that_asks_for_no_password_is_read(algorithm: str) -> None:
    article = read_document(build_locked_pdf("", algorithm), "publisher.pdf")
    assert "The rebels denied it." in article.text


def build_bomb() -> bytes:
    """A Word file of a few kilobytes that unpacks to more than 100 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (101 * 2**20))
    return out.getvalue()


def build_zip(part: str) -> bytes:
    """A zip archive with one part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(part, "x")
    return out.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 4
REFUSED: list[tuple[str, bytes, str, type[ReadingError], str]] = [
    ("an empty file", b"", "a.txt", EmptyDocument, "is empty"),
    ("nothing but blanks", b" \r\n\t\n", "a.txt", EmptyDocument, "is empty"),
    ("nothing but signs", b"--- *** ---", "a.txt", EmptyDocument, "no text"),
    ("an image named .txt", PNG, "a.txt", UnsupportedFormat, "PNG image"),
    ("unknown bytes named .txt", bytes(range(256)) * 20, "a.txt", UnsupportedFormat, "not a text document"),
    ("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", UnsupportedFormat, "save it as .docx"),
    ("an RTF file", b"{\\rtf1 Kabul}", "a.rtf", UnsupportedFormat, "RTF"),
    ("a zip archive", build_zip("a.txt"), "a.zip", UnsupportedFormat, "unpack it"),
    ("a workbook named .docx", build_zip("xl/workbook.xml"), "a.docx", UnsupportedFormat, "Excel"),
    ("20 MB of text", b"Kabul. " * (20 * 2**20 // 7), "a.txt", DocumentTooLarge, "files up to 10 MB"),
    ("too many characters", b"Kabul. " * (MAX_CHARS // 7 + 1), "a.txt", DocumentTooLarge, "2,000,000"),
    ("a broken .docx", build_word()[:2000], "a.docx", BrokenDocument, "damaged"),
    ("a .docx without its parts", build_zip("word/document.xml"), "a.docx", BrokenDocument, "damaged"),
    ("a .docx without text", writers.write_docx([("Normal", " ")]), "a.docx", EmptyDocument, "no text"),
    ("a .docx that unpacks to too much", build_bomb(), "a.docx", DocumentTooLarge, "unpacks to"),
    ("a scan", writers.write_pdf([[], []]), "a.pdf", EmptyDocument, "looks like a scan"),
    ("a PDF with a password", build_locked_pdf(), "a.pdf", ProtectedDocument, "password"),
    ("a PDF cut short", b"%PDF-1.7\n" + bytes(100), "a.pdf", BrokenDocument, "damaged"),
    ("a page that shows nothing", b"<html><body><script>x()</script></body></html>", "a.html", EmptyDocument, "shows no text"),
    ("a mail of attachments", b"From: a@b.c\nSubject: Hi\nContent-Type: application/pdf; name=x.pdf\n\nJVBERi0=", "a.eml", EmptyDocument, "x.pdf"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "data", "name", "error", "words"), REFUSED, ids=[case[0] for case in REFUSED])
def test_each_document_that_cannot_be_read_gets_one_sentence(
    what: str, data: bytes, name: str, error: type[ReadingError], words: str
) -> None:
    with pytest.raises(error, match=words) as raised:
        read_document(data, name)
    sentence = str(raised.value)
    assert sentence.startswith(name) and sentence.endswith(".") and "\n" not in sentence
    assert raised.value.name == name


def test_size_is_checked_before_a_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(DocumentTooLarge):
        read_path(path)
    with pytest.raises(BrokenDocument, match="could not be opened"):
        read_path(tmp_path / "missing.txt")


def test_a_file_name_is_only_a_name() -> None:
    assert read_document(b"Kabul fell.", "../../etc/<b>x</b>.txt").name == "b>.txt"
    assert READABLE == (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml")


def test_entities_from_outside_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    entity = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    word = replace_part(writers.write_docx([("Normal", "The army left.")]), b"<w:document", entity + b"<w:document")
    word = replace_part(word, b"The army left.", b"The army left. &x;")
    for data, name in ((word, "a.docx"), (entity + b"<html><body><p>The army left. &x;</p></body></html>", "a.html")):
        try:
            assert "secret words" not in read_document(data, name).text
        except ReadingError as error:
            assert "secret words" not in str(error)


LANGUAGES = [
    ("en", BODY),
    (
        "en",
        "SAN SALVADOR, 3 JAN 90 -- [REPORT] THE ARMY SAID THAT IT HAD RETAKEN THE BRIDGE IN THE EAST OF THE COUNTRY.",
    ),
    ("en", "Kabul falls"),
    (
        "fr",
        "L'armée a annoncé lundi que la ville est tombée aux mains des rebelles après deux jours de combats dans le nord.",
    ),
    (
        "es",
        "El ejército dijo el lunes que los rebeldes tomaron la ciudad tras dos días de combates en el norte del país.",
    ),
    (
        "de",
        "Die Armee teilte am Montag mit, dass sie die Stadt nach zwei Tagen wieder eingenommen hat und nicht aufgibt.",
    ),
    ("uk", "Українські війська звільнили місто після двох днів боїв, повідомив їхній речник у понеділок."),
    ("ar", "قال الجيش يوم الاثنين إنه استعاد المدينة بعد يومين من القتال في شمال البلاد"),
    ("zh", "军队周一表示，经过两天的战斗，已经夺回了北部的城市。"),
]


@pytest.mark.parametrize(("code", "text"), LANGUAGES)
def test_languages(code: str, text: str) -> None:
    article = read_pasted(text)
    assert article.language == code
    assert (article.notes == ()) == (code == "en")
    assert all("Dateline reads English" in note for note in article.notes)


SOUP = st.lists(
    st.sampled_from(
        ["Home | World | Asia\n", "KABUL, July 6 (Reuters) - ", "Published 6 July 2021\n", "The army left Kabul. ", "\n\n",
         "\r\n", "\x00", "(Photo: X/AFP)", "Share on Facebook\n", "<p>", "</p>", "<html>", "&#0;", "> quoted\n", "-- \n",
         "Subject: a\n", "---\n", "title: x\n", "By Jane Roe in Kyiv\n", "“", "\u202e", "2021-02-31 ", "[TEXT] ", "/", "—"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
BEGINNINGS = [
    b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><body>", b"From: a@b.c\nMessage-ID: <a>\n", b"\xff\xfe", b"\xef\xbb\xbf",
    b"Content-Type: multipart/mixed; boundary=a\nFrom: x\n\n--a\n",
]  # fmt: skip
QUIET = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@QUIET
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=400) | SOUP.map(str.encode), st.sampled_from(READABLE))
def test_any_bytes_become_an_article_or_a_reading_error(beginning: bytes, data: bytes, suffix: str) -> None:
    try:
        article = read_document(beginning + data, "any" + suffix)
    except ReadingError as error:
        assert str(error).endswith(".")
    else:
        check_offsets(article)


@QUIET
@given(SOUP | st.text(max_size=200))
def test_any_pasted_text_becomes_an_article_or_a_reading_error(text: str) -> None:
    try:
        article = read_pasted(text)
    except ReadingError:
        assert not any(char.isalnum() for char in text)
    else:
        check_offsets(article)
        assert read_record({"id": "x", "text": text}).text == text


@QUIET
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.sampled_from(["pdf", "docx"]))
def test_damage_anywhere_in_a_file_is_borne(place: int, damage: bytes, kind: str) -> None:
    whole = WHOLE[kind]
    place %= len(whole)
    try:
        check_offsets(read_document(whole[:place] + damage + whole[place + len(damage) :], f"a.{kind}"))
    except ReadingError as error:
        assert str(error).startswith(f"a.{kind}")


WHOLE = {
    "pdf": writers.write_pdf(build_pages()),
    "docx": writers.write_docx([("Title", "Army leaves"), ("Normal", BODY)]),
}
