"""Builds the PDF and the Word file among the example articles from their sources.

Run it with `python static/examples/build_examples.py`. The files
are the same to the byte on every run; a test holds the committed files to that.
"""

from __future__ import annotations

import textwrap
from pathlib import Path

from writers import PdfLine, write_docx, write_pdf

FOLDER = Path(__file__).parent
_TOP, _FOOT = 770, 170
_COLUMNS = 80  # characters of 12-point Helvetica on a line
_WIRE = "Dateline Examples"


def read_source(path: Path) -> tuple[str, list[str]]:
    """The title and the paragraphs of a source file."""
    title, *paragraphs = path.read_text(encoding="utf-8").strip().split("\n\n")
    return title.removeprefix("# "), paragraphs


def build_goma() -> bytes:
    """The PDF: two pages with running heads and page numbers, lines set and hyphenated as a printer would."""
    title, paragraphs = read_source(FOLDER / "congo_goma.source.txt")
    pages: list[list[PdfLine]] = [[]]
    height = float(_TOP)
    for line in textwrap.wrap(title, 48):
        pages[-1].append(PdfLine(line, height, 18, bold=True))
        height -= 22
    for paragraph in paragraphs:
        height -= 12
        for line in wrap_hyphenated(paragraph):
            if height < _FOOT:
                pages.append([])
                height = _TOP
            pages[-1].append(PdfLine(line, height, 12))
            height -= 16
    for number, page in enumerate(pages, start=1):
        page.insert(0, PdfLine(_WIRE, 815, 8))
        page.append(PdfLine(f"Page {number} of {len(pages)}", 40, 8))
    return write_pdf(pages, [("Title", title), ("Producer", _WIRE), ("CreationDate", "D:20250129060000Z")])


def wrap_hyphenated(paragraph: str) -> list[str]:
    """The paragraph's lines; where a long word would leave a wide gap it is broken with a hyphen."""
    lines: list[str] = []
    for word in paragraph.split(" "):
        last = lines[-1] if lines else ""
        room = _COLUMNS - len(last) - 2
        if lines and len(last) + 1 + len(word) <= _COLUMNS:
            lines[-1] = f"{last} {word}"
        elif lines and room >= 6 and len(word) >= 10 and word.isalpha() and word.islower():
            lines[-1] = f"{last} {word[: min(room, len(word) - 4)]}-"
            lines.append(word[min(room, len(word) - 4) :])
        else:
            lines.append(word)
    return lines


def build_mekelle() -> bytes:
    """The Word file: a title, paragraphs, and no day anywhere, in the properties neither."""
    title, paragraphs = read_source(FOLDER / "ethiopia_mekelle.source.txt")
    return write_docx([("Title", title), *(("Normal", text) for text in paragraphs)], title=title, author=_WIRE)


BUILT = {"congo_goma.pdf": build_goma, "ethiopia_mekelle.docx": build_mekelle}
"""File name -> what builds it."""

if __name__ == "__main__":
    for name, build in BUILT.items():
        (FOLDER / name).write_bytes(build())
