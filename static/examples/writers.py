"""Writes the Word and PDF files among the example articles, the same bytes for the same text on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PAGE_WIDTH, _PAGE_HEIGHT = 595, 842
_LEFT = 72
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_WORD_NAME = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE_NAMES = (
    f'xmlns:cp="{_PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_RELATION_TYPES = {
    "officeDocument": _OFFICE + "officeDocument",
    "styles": _OFFICE + "styles",
    "core-properties": _PACKAGE + "relationships/metadata/core-properties",
}
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CONTENT_TYPES = (
    f'<Types xmlns="{_PACKAGE}content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN_TYPE}styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)


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
    made: str = "",
    table: Sequence[Sequence[str]] = (),
) -> bytes:
    """A Word file of (style, text) pairs with `table` after them; `made` (2021-07-06T08:00:00Z) may be left out.

    Nothing is compressed, for compression differs between machines.
    """
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{_word_paragraph('Normal', cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in table
    )
    body = "".join(_word_paragraph(style, text) for style, text in paragraphs) + (
        f"<w:tbl>{rows}</w:tbl>" if rows else ""
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("Normal", "Title")
    )
    created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>' if made else ""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(("officeDocument", "word/document.xml"), ("core-properties", "docProps/core.xml")),
        "docProps/core.xml": f"<cp:coreProperties {_CORE_NAMES}><dc:title>{escape(title)}</dc:title>"
        f"<dc:creator>{escape(author)}</dc:creator>{created}</cp:coreProperties>",
        "word/document.xml": f"<w:document {_WORD_NAME}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml")),
        "word/styles.xml": f"<w:styles {_WORD_NAME}>{styles}</w:styles>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 0
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
    return out.getvalue()


def _word_paragraph(style: str, text: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATION_TYPES[kind]}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def _pdf_string(text: str) -> bytes:
    raw = text.encode("cp1252")
    for char in (b"\\", b"(", b")"):
        raw = raw.replace(char, b"\\" + char)
    return b"(" + raw + b")"
