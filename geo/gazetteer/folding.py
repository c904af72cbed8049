"""Folding: the spelling-free form of a place name under which the gazetteer keeps it and looks it up.

Used alike when the index is built and when a name is looked up, so that the two always agree.
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ŋ": "ng",
    }
)
"""Letters that decomposition leaves whole and that English papers write with plain ones."""

_DROPPED = re.compile("['’‘ʻʼʽʿʾ`´′ˈˊ.]")
"""Apostrophes of every make (ayn and hamza, soft signs) and the stops of abbreviations."""

_APART = re.compile(r"[\W_]+")
"""Hyphens, dashes, commas, brackets and blanks: all one space."""

_ARTICLE = re.compile(r"^(?:the|al|el|ad|ar|as|ash|at|az|an|ed|er|es|ez|esh) (?=\S{3})")
"""A leading article: English, or the Arabic one in any of its assimilated spellings."""

_INNER_ARTICLE = re.compile(r"(?<= )(?:al|el|ul|ad|ar|as|ash|at|az|an|ed|er|es|ez|esh|ud|us) (?=\S{2})")
"""The Arabic article between two words: "Deir ez-Zor", "Dayr az Zawr", "Khan al-Assal"."""

_GLUED_ARTICLE = re.compile(r"(?<= )[ae]([dnrstz])(?=\1)\1(?=[a-z]{2})")
"""The same written in one with its word, and so with the consonant doubled: "Deir Ezzor"."""

_EZAFE = re.compile(r" (?:e|i|ye|yi) (?=\S{2})")
"""The Persian link between two words: "Mazar-e Sharif", "Mazar-i-Sharif", "Qal'eh-ye Naw"."""

_SILENT_H = re.compile(r"(?<=[a-z]{3})ah\b")
"""The ending that some write with and some without: "Raqqah", "Raqqa"."""


def fold_name(name: str) -> str:
    """The form of `name` that is the same for every way to write case, marks, hyphens, apostrophes and articles.

    >>> fold_name("Qal‘ah-ye Naw"), fold_name("U.S."), fold_name("Sant Julià de Lòria")
    ('qala naw', 'us', 'sant julia de loria')
    >>> fold_name("Mazar-i-Sharif"), fold_name("Ar-Raqqah"), fold_name("Raqqa")
    ('mazar sharif', 'raqqa', 'raqqa')
    >>> fold_name("Deir ez-Zor"), fold_name("Deir Ezzor"), fold_name("Al-Bab"), fold_name("the Gaza Strip")
    ('deir zor', 'deir zor', 'bab', 'gaza strip')
    """
    if name.isascii():
        folded = name.lower()
        if folded.isalpha():  # by far the most names: nothing but the ending can be left to do
            return folded[:-1] if folded.endswith("ah") and len(folded) > 4 else folded
    else:
        folded = unicodedata.normalize("NFKD", name).casefold().translate(_SINGLE_LETTERS)
        folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    folded = _APART.sub(" ", _DROPPED.sub("", folded)).strip()
    folded = _ARTICLE.sub("", folded)
    folded = _GLUED_ARTICLE.sub(r"\1", _INNER_ARTICLE.sub("", folded))
    return _SILENT_H.sub("a", _EZAFE.sub(" ", folded))
