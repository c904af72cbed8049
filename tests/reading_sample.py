"""What the tests of the reading stage share: small documents, and checks that hold for every article."""

from __future__ import annotations

import datetime
import importlib.util
import io
import sys
import zipfile
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import docx

from geo.model import Article

DATA = Path(__file__).parent / "data" / "reading"
WRITERS = Path(__file__).parents[1] / "static" / "examples" / "writers.py"
DAY = datetime.date(2021, 7, 6)
BODY = "KABUL, Afghanistan: The army said on Monday that it had retaken the bridge after two days of fighting."


def load_writers() -> ModuleType:
    """The writers of PDF and Word files that the examples are built with."""
    spec = importlib.util.spec_from_file_location("example_writers", WRITERS)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


writers = load_writers()


def marked(article: Article) -> list[str]:
    """The words that are passed over."""
    return [span.quote(article.text) for span in article.boilerplate]


def check_offsets(article: Article) -> None:
    """Every span lies in the text, and boilerplate is in order without overlap."""
    end = len(article.text)
    spans = [*article.boilerplate, *(section.span for section in article.sections)]
    spans += [span for span in (article.dateline, article.title_span) if span is not None]
    spans += [rival.span for rival in article.published_rivals if rival.span is not None]
    assert all(span.end <= end for span in spans)
    for before, after in pairwise(article.boilerplate):
        assert before.end < after.start
    if article.title_span is not None:
        assert " ".join(article.title_span.quote(article.text).split()) == article.title
        assert not article.is_boilerplate(article.title_span)


def build_pages() -> list[list[object]]:
    """Two pages: a headline, a paragraph over hard-wrapped lines and over the page's end, heads and feet."""
    first = [
        "The army said on Monday that its sol-",
        "diers had left the town, and that a self-",
        "defence group of men from",
    ]
    second = ["the village had stayed behind.", "The rebels denied it."]
    return [
        [
            writers.PdfLine("Example Wire", 820, 8),
            writers.PdfLine("Army leaves the town", 780, 18),
            *(writers.PdfLine(text, 740 - 14 * number) for number, text in enumerate(first)),
            writers.PdfLine("Page 1 of 2", 30, 8),
        ],
        [
            writers.PdfLine("Example Wire", 820, 8),
            writers.PdfLine(second[0], 780),
            writers.PdfLine(second[1], 740),
            writers.PdfLine("Page 2 of 2", 30, 8),
        ],
    ]


def build_word() -> bytes:
    """A file as Word and python-docx write them, with a table."""
    document = docx.Document()
    document.add_paragraph("Army leaves the town", style="Title")
    document.add_paragraph(BODY)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Killed", "12"
    document.add_paragraph("He left.")
    document.core_properties.created = datetime.datetime(2021, 7, 6)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def replace_part(data: bytes, old: bytes, new: bytes) -> bytes:
    """The same Word file with other bytes in its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    return out.getvalue()
