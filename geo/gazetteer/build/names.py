"""Which of a place's many names are kept: those that an English text may use, each spelling once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from geo.gazetteer.folding import fold_name

_ROMANIZATION_MARKS = frozenset("\u0304\u0323\u0331\u032e")
"""Macron, dot and macron and breve below: marks of romanization tables that English papers leave off."""


def shown_name(name: str) -> str:
    """`name` as English papers would print it: without the marks that only romanization tables use.

    >>> shown_name("Bāmyān"), shown_name("Ḩamāh"), shown_name("Córdoba")
    ('Bamyan', 'Hamah', 'Córdoba')
    """
    decomposed = unicodedata.normalize("NFD", " ".join(name.replace("|", " ").split()))
    kept = "".join(letter for letter in decomposed if letter not in _ROMANIZATION_MARKS)
    return unicodedata.normalize("NFC", re.sub("([HhDdZz])\u0327", r"\1", kept))


def select_names(name: str, alternates: Iterable[str]) -> list[str]:
    """The alternate names worth keeping beside `name`, in order.

    Left out: names in other scripts, machine transliterations (all small letters, such as "ka bu er"), airport and
    port codes (capitals), and spellings that fold to one already kept.

    >>> select_names("Kabul", ["Cabool", "KBL", "Kābul", "ka bu er", "Кабул", "Caboul"])
    ['Cabool', 'Caboul']
    """
    kept: list[str] = []
    seen = {fold_name(name)}
    for alternate in alternates:
        alternate = " ".join(alternate.replace("|", " ").split())
        if not alternate or alternate == alternate.lower() or (alternate.isupper() and len(alternate) < 6):
            continue
        folded = fold_name(alternate)
        if len(folded) < 2 or not folded.isascii() or folded in seen:
            continue
        seen.add(folded)
        kept.append(alternate)
    return kept
