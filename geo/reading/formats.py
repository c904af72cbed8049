"""Which format a document is in, by its bytes first and its name's suffix second: `read_document` turns on it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from geo.errors import UnsupportedFormat
from geo.reading.decoding import BYTE_ORDER_MARKS

Format = Literal["text", "markdown", "html", "pdf", "docx", "mail"]

READABLE: tuple[str, ...] = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml")
"""The suffixes of the files that are read, for upload widgets and help texts."""

_BY_SUFFIX: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
}

_SAVE_AS_DOCX = "open it in a word processor and save it as .docx or .pdf"
_SAVE_AS_PDF = "export it as .pdf or .docx, or paste its text"
_NO_TEXT = "it holds no text that could be read"

# First bytes -> what the file is, and what to do.
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "run text recognition (OCR) on it first, or paste its text"),
    (b"\xff\xd8\xff", "a JPEG image", "run text recognition (OCR) on it first, or paste its text"),
    (b"GIF8", "a GIF image", "run text recognition (OCR) on it first, or paste its text"),
    (b"II*\x00", "a TIFF image", "run text recognition (OCR) on it first, or paste its text"),
    (b"MM\x00*", "a TIFF image", "run text recognition (OCR) on it first, or paste its text"),
    (b"RIFF", "an image, sound or video file", _NO_TEXT),
    (b"OggS", "a sound file", _NO_TEXT),
    (b"ID3", "a sound file", _NO_TEXT),
    (b"\x1aE\xdf\xa3", "a video file", _NO_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file (.doc, .xls, .msg)", _SAVE_AS_DOCX),
    (b"{\\rtf", "an RTF file", _SAVE_AS_DOCX),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x7fELF", "a program", _NO_TEXT),
    (b"MZ\x90", "a program", _NO_TEXT),
    (b"SQLite format 3", "a database", _NO_TEXT),
    (b"%!PS", "a PostScript file", "convert it to .pdf first"),
)

# A part of a zip archive -> what the archive is, and what to do.
_ZIPPED: tuple[tuple[str, str, str], ...] = (
    ("xl/workbook.xml", "an Excel workbook", _SAVE_AS_PDF),
    ("ppt/presentation.xml", "a PowerPoint file", _SAVE_AS_PDF),
    ("META-INF/container.xml", "an e-book", _SAVE_AS_PDF),
    ("content.xml", "an OpenDocument file", _SAVE_AS_DOCX),
    ("EncryptedPackage", "a file with a password", "save it again without the password"),
)

_HTML_START = re.compile(
    rb"(?:\s|<!--(?:(?!-->).)*-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_INSIDE = re.compile(rb"<(?:p|div|h1|h2|span|article|body|br|li)\b[^>]*>", re.I)
_MAIL_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):[ \t]?\S", re.M)
_MAIL_SURE = frozenset({b"mime-version", b"message-id", b"received", b"return-path", b"content-type", b"delivered-to"})
_MAIL_LIKELY = frozenset({b"from", b"to", b"date", b"subject", b"sent", b"cc"})
_BINARY_SHARE = 0.02  # more control bytes than this and the file is no text
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x0b\x1b\x08\x1a")


def find_format(data: bytes, name: str) -> Format:
    """The format of `data`: by its content, and by the suffix of `name` between the kinds of plain text.

    Raises UnsupportedFormat, with what the file is and what to do, for anything else.

    >>> find_format(b"%PDF-1.7 ...", "report.txt")
    'pdf'
    >>> find_format(b"KABUL: The army ...", "report.md")
    'markdown'
    """
    head = data[:1024].lstrip()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _find_zipped_format(data, name)
    for magic, what, advice in _FOREIGN:
        if head.startswith(magic):
            raise UnsupportedFormat(name, f"{name} is {what}, which is not read here: {advice}.")
    if data[4:8] == b"ftyp":
        raise UnsupportedFormat(name, f"{name} is a video or image file, which is not read here: {_NO_TEXT}.")
    if _is_binary(data):
        raise UnsupportedFormat(
            name, f"{name} is not a text document; the formats read here are {', '.join(READABLE)}."
        )
    by_suffix = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if _HTML_START.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    if _is_mail(data[:4096], by_suffix == "mail"):
        return "mail"
    if by_suffix == "html" and not _HTML_INSIDE.search(data[:100_000]):
        return "text"
    return "text" if by_suffix in (None, "mail") else by_suffix


def _find_zipped_format(data: bytes, name: str) -> Format:
    try:
        parts = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError):
        # Damaged: its name decides whether to say "broken .docx" (the Word reader does) or "an archive".
        parts = {"word/document.xml"} if PurePath(name).suffix.lower() == ".docx" else set()
    if "word/document.xml" in parts or (
        PurePath(name).suffix.lower() == ".docx" and not any(part in parts for part, _, _ in _ZIPPED)
    ):
        return "docx"
    for part, what, advice in _ZIPPED:
        if part in parts:
            raise UnsupportedFormat(name, f"{name} is {what}, which is not read here: {advice}.")
    raise UnsupportedFormat(name, f"{name} is a zip archive, which is not read here: unpack it first.")


def _is_binary(data: bytes) -> bool:
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return False
    sample = data[:20_000] + data[-2_000:] if len(data) > 22_000 else data
    zeros = sample.count(0)
    if zeros:
        # UTF-16 without a mark has its zeros all on one side of the pairs.
        even, odd = data[:20_000:2].count(0), data[1:20_000:2].count(0)
        half = min(len(data), 20_000) / 2
        if max(even, odd) > 0.4 * half and min(even, odd) == 0:
            return False
        if zeros > 3:
            return True
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    return controls > max(3, _BINARY_SHARE * len(sample))


def _is_mail(head: bytes, named_so: bool) -> bool:
    block = re.split(rb"\r?\n\r?\n", head.removeprefix(b"\xef\xbb\xbf").lstrip(), maxsplit=1)[0]
    lines = block.splitlines()
    if not lines or not (_MAIL_HEADER.match(lines[0]) or lines[0].startswith(b"From ")):
        return False
    names = {match.group(1).lower() for match in _MAIL_HEADER.finditer(block)}
    sure, likely = len(names & _MAIL_SURE), len(names & _MAIL_LIKELY)
    return (sure >= 1 and sure + likely >= 2) or (named_so and sure + likely >= 1)
