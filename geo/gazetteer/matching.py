"""How a written name matches a kept one: by itself, by another name, by a short form written as short forms are.

Rules of the look-up that need no index.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from geo.gazetteer.entries import ABBREVIATION, NAME
from geo.model import Place

How = Literal["name", "alternate", "abbreviation", "folded", "fuzzy"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A place that bears a name: `name` is the gazetteer's own spelling, `alternates` how many names the place has."""

    place: Place
    name: str
    how: How
    alternates: int


_DIVISION_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    *(
        (word, frozenset({"ADM1", "ADM2"}))
        for word in ("province", "governorate", "department", "prefecture", "county", "division", "municipality")
    ),
    *((word, frozenset({"ADM1", "RGN"})) for word in ("state", "region", "oblast", "republic", "krai", "territory")),
    *((word, frozenset({"ADM2"})) for word in ("district", "raion", "rayon", "woreda", "subdistrict", "commune")),
    *((word, frozenset({"PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLC", "PPLX"})) for word in ("city", "town")),
)
"""Words after a name that say what kind of division it is, with the feature codes that they fit."""


def match_kind(written: str, kind: int, own: str, other: str | None) -> tuple[How, str] | None:
    """How `written` matches a row of the index, and the spelling that it matches.

    `own` is the place's name, `other` what the row keeps if it is another: a spelling, or short forms parted by bars.
    None when the row holds short forms and `written` is not one of them.

    >>> match_kind("US", ABBREVIATION, "United States", "US|USA"), match_kind("us", ABBREVIATION, "United States", "US")
    (('abbreviation', 'US'), None)
    >>> match_kind("U.S.", ABBREVIATION, "United States", "US"), match_kind("Ky", ABBREVIATION, "Kentucky", "KY|Ky.")
    (('abbreviation', 'US'), None)
    >>> match_kind("Al-Bab", NAME, "Al Bab", None), match_kind("Bab", NAME, "Al Bab", None)
    (('name', 'Al Bab'), ('folded', 'Al Bab'))
    """
    if kind == ABBREVIATION:
        return next(
            (("abbreviation", form) for form in (other or own).split("|") if _is_short_form(written, form)), None
        )
    spelling = other or own
    if _plain(written) != _plain(spelling):
        return "folded", spelling
    return ("name" if kind == NAME else "alternate"), spelling


def strip_division(folded: str) -> tuple[str, frozenset[str]]:
    """A folded name without its word for a kind of division, and the feature codes that fit that word.

    >>> strip_division("kunduz province")[0], strip_division("province of kunduz")[0], strip_division("kunduz")
    ('kunduz', 'kunduz', ('kunduz', frozenset()))
    """
    for word, features in _DIVISION_WORDS:
        if folded.endswith(" " + word):
            return folded[: -len(word) - 1], features
        if folded.startswith(word + " of "):
            return folded[len(word) + 4 :], features
    return folded, frozenset()


def _is_short_form(written: str, form: str) -> bool:
    """Capitals match with stops or without; "Ky." and the like only with theirs."""
    if written == form:
        return True
    letters = form.replace(".", "").replace(" ", "")
    return letters.isupper() and written.isupper() and written.replace(".", "").replace(" ", "") == letters


def _plain(name: str) -> str:
    if name.isascii() and name.isalpha():
        return name.lower()
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    letters = (letter for letter in decomposed if letter.isalnum() or letter.isspace() or letter == "-")
    return " ".join("".join(letters).replace("-", " ").split())
