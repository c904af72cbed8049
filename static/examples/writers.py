"""Writes the Word and PDF files among the example articles, the same bytes for the same text on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from docx import Document

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PAGE_WIDTH, _PAGE_HEIGHT = 595, 842
_LEFT = 72


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of type: its text, the height of its baseline above the page's foot in points, its size."""

    text: str
    y: float
    size: float = 11
    x: float = _LEFT
    bold: bool = False


def write_pdf(pages: Sequence[Sequence[PdfLine]], info: Iterable[tuple[str, str]] = ()) -> bytes:
    """A PDF 1.4 file with one content stream a page, in Helvetica; `info` holds pairs such as ("Title", "...")."""
    first_page = 6
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (first_page + 2 * index) for index in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % b" ".join(b"/%s %s" % (key.encode(), _pdf_string(value)) for key, value in info),
    ]
    for index, lines in enumerate(pages):
        content = b"\n".join(
            b"BT /F%d %s Tf 1 0 0 1 %s %s Tm %s Tj ET"
            % (2 if line.bold else 1, b"%g" % line.size, b"%g" % line.x, b"%g" % line.y, _pdf_string(line.text))
            for line in lines
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>"
            % (_PAGE_WIDTH, _PAGE_HEIGHT, first_page + 2 * index + 1)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % table)
    return out.getvalue()


def write_docx(
    paragraphs: Sequence[tuple[str, str]],
    title: str = "",
    author: str = "",
    made: datetime | None = None,
    table: Sequence[Sequence[str]] = (),
) -> bytes:
    """A Word file of (style, text) pairs, `table` after them; the dates in its properties are `made` or left out."""
    document = Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, author, ""
    if made is None:
        for name in ("created", "modified"):
            for element in properties._element.findall(f"{{http://purl.org/dc/terms/}}{name}"):
                properties._element.remove(element)
    else:
        properties.created = properties.modified = made
    packed = io.BytesIO()
    document.save(packed)
    return _settle_zip(packed.getvalue())


def _settle_zip(data: bytes) -> bytes:
    """The same archive with its parts in the order of their names, one time for all, and no compression to differ."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        names = sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            if not name.startswith("docProps/thumbnail"):
                entry = zipfile.ZipInfo(name, _ZIP_TIME)
                entry.create_system = 0
                new.writestr(entry, old.read(name))
    return out.getvalue()


def _pdf_string(text: str) -> bytes:
    raw = text.encode("cp1252")
    for char in (b"\\", b"(", b")"):
        raw = raw.replace(char, b"\\" + char)
    return b"(" + raw + b")"
