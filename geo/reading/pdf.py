"""PDF files: one section a page, paragraphs mended from lines; scans and locked files get a clear word."""

from __future__ import annotations

import io
import logging
import re
from datetime import date
from statistics import median

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from geo.errors import BrokenDocument, DocumentTooLarge, EmptyDocument, ProtectedDocument
from geo.model import DateEvidence
from geo.reading.decoding import clean_text
from geo.reading.draft import Draft
from geo.reading.headline import find_title_span
from geo.reading.limits import MAX_CHARS, MAX_PAGES
from geo.reading.pdf_layout import Layout, PageLine, build_layout
from geo.reading.published import FILE_PROPERTY

# What pypdf mends or cannot mend is told to the user in notes and errors; its own log would only fill the terminal.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_JUNK_TITLE = re.compile(
    r"(?:untitled|microsoft word|document\d*|.*\.(?:docx?|pdf|indd|qxd|pages|rtf|txt)$|\W*$|about:blank)", re.I
)
_TITLE_TAIL = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
# Programs that print a page somebody looks at: the day of printing says nothing about the day of publication.
_PRINTERS = re.compile(r"mozilla|chrome|chromium|skia|safari|firefox|quartz|wkhtml|webkit|edge|print to pdf", re.I)
_LARGE_TYPE = 1.2


def read_pdf(data: bytes, name: str) -> Draft:
    """The draft of a PDF file.

    Raises ProtectedDocument when it needs a password, EmptyDocument when no page has text (a scan), DocumentTooLarge
    over the limit of pages or characters, BrokenDocument when it is damaged.
    """
    reader = _open(data, name)
    pages: list[list[PageLine]] = []
    broken: list[int] = []
    length = 0
    for number, page in enumerate(reader.pages, start=1):
        try:
            pages.append(_read_lines(page))
        except Exception:  # whatever pypdf makes of damaged bytes; the page is named to the user below
            pages.append([])
            broken.append(number)
        length += sum(len(line.text) for line in pages[-1])
        if length > MAX_CHARS:
            raise DocumentTooLarge(name, f"{name} holds more than {MAX_CHARS:,} characters; please split it.")
    blank = [number for number, lines in enumerate(pages, start=1) if not lines and number not in broken]
    if broken and len(broken) == len(pages):
        raise BrokenDocument(name, f"{name} is damaged: none of its {len(pages)} pages could be read.")
    layout = build_layout(pages)
    if not any(char.isalnum() for char in layout.text):
        raise EmptyDocument(
            name,
            f"{name} has no text on its {_count(len(pages), 'page')}: it looks like a scan, so run text recognition "
            "(OCR) on it first and load the result.",
        )
    notes = []
    if blank:
        notes.append(f"{_list_pages(blank)} without text; if that is a scan, run text recognition (OCR) on it first.")
    if broken:
        notes.append(f"{_list_pages(broken)} damaged and could not be read.")
    return _describe(reader, layout, name, tuple(notes))


def _open(data: bytes, name: str) -> PdfReader:
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise _locked(name)
        count = len(reader.pages)
    except (FileNotDecryptedError, DependencyError) as error:
        raise _locked(name) from error
    except ProtectedDocument:
        raise
    except Exception as error:  # pypdf raises far more than its own errors on damaged files
        raise BrokenDocument(
            name, f"{name} is damaged: its pages could not be found, so please save or download it again."
        ) from error
    if count == 0:
        raise EmptyDocument(name, f"{name} has no pages.")
    if count > MAX_PAGES:
        raise DocumentTooLarge(name, f"{name} has {count:,} pages; up to {MAX_PAGES:,} are read, so please split it.")
    return reader


def _locked(name: str) -> ProtectedDocument:
    return ProtectedDocument(name, f"{name} is protected by a password: save a copy without it and load that.")


def _read_lines(page: PageObject) -> list[PageLine]:
    """The page's lines in the order in which the file draws them."""
    lines: list[PageLine] = []
    pieces: list[str] = []
    place: list[tuple[float, float, float]] = []

    def end_line() -> None:
        text = " ".join(clean_text("".join(pieces)).translate(_LIGATURES).split())
        if text:
            x, y, size = place[0] if place else (0.0, 0.0, 1.0)
            lines.append(PageLine(text, x, y, size))
        pieces.clear()
        place.clear()

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        for index, part in enumerate(text.split("\n")):
            if index:
                end_line()
            if part.strip() and not place:
                x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
                y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
                place.append((x, y, max(0.1, abs(float(size)) * scale)))
            pieces.append(part)

    page.extract_text(visitor_text=visit)
    end_line()
    return lines


def _describe(reader: PdfReader, layout: Layout, name: str, notes: tuple[str, ...]) -> Draft:
    info = _read_info(reader)
    made = info.get("made")
    quote = f"{FILE_PROPERTY}made {made:%Y-%m-%d}" if isinstance(made, date) else ""
    evidence = (DateEvidence(made, "metadata", quote),) if isinstance(made, date) else ()
    printed = _PRINTERS.search(f"{info.get('creator')} {info.get('producer')}") is not None
    named = str(info.get("title") or "").strip()
    named = "" if _JUNK_TITLE.match(named) else " ".join(clean_text(named).split())
    in_text = next(
        (title for title in (named, _TITLE_TAIL.sub("", named)) if title and find_title_span(layout.text, title)), None
    )
    addresses = (_ADDRESS.search(span.quote(layout.text)) for span in layout.furniture)
    return Draft(
        text=layout.text,
        name=name,
        title=in_text or _largest_type(layout),
        title_hint=named or None,
        url=next((found.group() for found in addresses if found), None),
        property_days=() if printed else evidence,
        hint_days=evidence if printed else (),
        boilerplate=layout.furniture,
        sections=layout.sections,
        notes=notes,
    )


def _read_info(reader: PdfReader) -> dict[str, object]:
    """Title, programs and day from the file's properties, as far as they can be read."""
    found: dict[str, object] = {}
    try:
        info = reader.metadata
        if info is not None:
            found.update(title=info.title, creator=info.creator, producer=info.producer)
            made = info.creation_date
            found["made"] = made.date() if made is not None else None
    except Exception:  # properties are written by every program in its own way; damaged ones tell nothing
        return found
    return found


def _largest_type(layout: Layout) -> str | None:
    """The first page's paragraph in the largest type, when it is clearly larger than the rest."""
    first = [one for one in layout.paragraphs[:12] if one.span.end - one.span.start <= 220]
    if not first or len(layout.paragraphs) < 2:
        return None
    usual = median(one.size for one in layout.paragraphs)
    best = max(first, key=lambda one: one.size)
    title = best.span.quote(layout.text)
    return title if best.size >= _LARGE_TYPE * usual and len(title.split()) >= 2 else None


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _list_pages(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:10]) + (" and more" if len(numbers) > 10 else "")
    return f"Page {shown} is" if len(numbers) == 1 else f"Pages {shown} are"
