"""The example articles that open with one click; they are read like any upload."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geo.model import Article
from geo.reading.documents import read_path

FOLDER = Path(__file__).resolve().parents[2] / "static" / "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """An article written for this project. `key` names it in addresses; `dated` tells whether it names its day."""

    key: str
    title: str
    conflict: str
    path: Path
    description: str
    dated: bool = True


_EXAMPLES: tuple[Example, ...] = (
    Example(
        "sudan",
        "Army and paramilitaries fight for Sudan's capital",
        "Sudan, April 2023",
        FOLDER / "sudan_khartoum.txt",
        "A text file: the first two days of fighting between army and RSF, from Khartoum to Merowe and Darfur.",
    ),
    Example(
        "ukraine",
        "Thousands flee floods after Kakhovka dam is destroyed",
        "Ukraine, June 2023",
        FOLDER / "ukraine_kakhovka.html",
        "A web page with menu, credits and metadata: the flood along the Dnipro and what each side says of it.",
    ),
    Example(
        "congo",
        "M23 rebels push into Goma",
        "DR Congo, January 2025",
        FOLDER / "congo_goma.pdf",
        "A PDF of two pages: the battle for Goma, the road to it, and shells across a border.",
    ),
    Example(
        "ethiopia",
        "Ethiopia says its troops control Mekelle",
        "Ethiopia, the war in Tigray",
        FOLDER / "ethiopia_mekelle.docx",
        'A Word file without a date: weekdays and "last week" stay open until you say when it was published.',
        dated=False,
    ),
)


def list_examples() -> tuple[Example, ...]:
    """The examples in the order in which they are offered."""
    return _EXAMPLES


def load_example(key: str) -> Article:
    """The example's article. Raises KeyError for an unknown key, a ReadingError when its file is gone.

    >>> load_example("sudan").published.isoformat()
    '2023-04-16'
    """
    return read_path({example.key: example for example in _EXAMPLES}[key].path)
