"""Word files (.docx): paragraphs and table cells in order, title and dates from the file's properties."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from geo.errors import BrokenDocument, DocumentTooLarge, EmptyDocument, ProtectedDocument
from geo.model import DateEvidence
from geo.reading.decoding import clean_text
from geo.reading.draft import Draft
from geo.reading.limits import MAX_UNPACKED, MAX_ZIP_PARTS
from geo.reading.published import FILE_PROPERTY

_PARAGRAPH, _TEXT, _TAB = qn("w:p"), qn("w:t"), qn("w:tab")
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_HYPHENS = {qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
# Text that was struck out by tracked changes, and the second copy that Word keeps of text boxes.
_PASSED_OVER = frozenset(
    {qn("w:del"), qn("w:moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_TITLE_STYLES = ("Title", "Heading 1", "Heading1")
_JUNK_TITLE = re.compile(r"(?:untitled|word document|document\d*|.*\.docx?$|\W*$)", re.I)


def read_word(data: bytes, name: str) -> Draft:
    """The draft of a .docx file.

    Raises DocumentTooLarge when it would unpack to more than the limit, BrokenDocument when it is damaged,
    ProtectedDocument when it is encrypted, EmptyDocument without text.
    """
    _check_archive(data, name)
    try:
        document = Document(io.BytesIO(data))
        paragraphs = list(_read_paragraphs(document))
    except Exception as error:  # python-docx lets the errors of zip, XML and missing parts through
        raise BrokenDocument(
            name, f"{name} is damaged: it could not be opened as a Word file, so please save it again."
        ) from error
    text = "\n\n".join(text for _, text in paragraphs)
    if not any(char.isalnum() for char in text):
        raise EmptyDocument(name, f"{name} holds no text; if it shows a picture of text, run text recognition first.")
    properties = document.core_properties
    named = " ".join(clean_text(properties.title or "").split())
    named = "" if _JUNK_TITLE.match(named) else named
    styled = next((text for style, text in paragraphs[:6] if style in _TITLE_STYLES), None)
    made = properties.created
    return Draft(
        text=text,
        name=name,
        title=" ".join(styled.split()) if styled else None,
        title_hint=named or None,
        property_days=()
        if made is None
        else (DateEvidence(made.date(), "metadata", f"{FILE_PROPERTY}made {made:%Y-%m-%d}"),),
    )


def _check_archive(data: bytes, name: str) -> None:
    """Refuses archives that unpack to too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError) as error:
        raise BrokenDocument(
            name, f"{name} is damaged: it could not be opened as a Word file, so please save it again."
        ) from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED or len(parts) > MAX_ZIP_PARTS:
        raise DocumentTooLarge(
            name, f"{name} unpacks to {unpacked / 2**20:,.0f} MB; at most {MAX_UNPACKED // 2**20} MB are read."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ProtectedDocument(name, f"{name} is protected by a password: save a copy without it and load that.")


def _read_paragraphs(document: WordDocument) -> Iterator[tuple[str, str]]:
    """Style and text of every paragraph that has text, those in tables and text boxes in their place."""
    styles = {style.style_id: style.name or "" for style in document.styles}
    for paragraph in document.element.body.iter(_PARAGRAPH):
        if any(ancestor.tag in _PASSED_OVER for ancestor in paragraph.iterancestors()):
            continue
        text = _read_text(paragraph)
        if text:
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            yield styles.get(style.get(qn("w:val")), "") if style is not None else "", text


def _read_text(paragraph: etree._Element) -> str:
    pieces: list[str] = []
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        if element.tag in _PASSED_OVER or (element.tag == _PARAGRAPH and element is not paragraph):
            walker.skip_subtree()
        elif element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append("\n")
        elif element.tag == _TAB and element.getparent().tag == qn("w:r"):
            pieces.append("\t")
        elif element.tag in _HYPHENS:
            pieces.append(_HYPHENS[element.tag])
    lines = (line.strip() for line in clean_text("".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)
