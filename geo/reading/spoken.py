"""Which language a text is in, told cheaply by script and small words: only English articles are read well."""

from __future__ import annotations

import re
from collections import Counter

from geo.reading.stopwords import LANGUAGE_NAMES, SCRIPT_HINTS, SCRIPTS, STOP_WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CHARS_READ = 20_000
_FOREIGN_SCRIPT_SHARE = 0.3
_SHARE_OF_A_LANGUAGE = 0.12
_FEW_WORDS = 30  # a headline or a caption may well have no small word at all


def find_language(text: str) -> str:
    """The ISO 639-1 code of the text's language; "und" where it cannot be told.

    >>> find_language("The army said that it had taken the town."), find_language("Армия взяла город.")
    ('en', 'ru')
    """
    sample = text[:_CHARS_READ]
    by_script = _language_of_script(sample)
    if by_script is not None:
        return by_script
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return "und"
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in small) / len(words) for code, small in STOP_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    if shares["en"] >= _SHARE_OF_A_LANGUAGE and shares["en"] >= 0.8 * shares[best]:
        return "en"
    if shares[best] >= _SHARE_OF_A_LANGUAGE and shares[best] >= 1.5 * shares["en"]:
        return best
    return "en" if len(words) < _FEW_WORDS else "und"


def describe_language(code: str) -> str | None:
    """The whole-sentence note about a language that is not read well, None for English."""
    if code == "en":
        return None
    if code in LANGUAGE_NAMES:
        return (
            f"This text seems to be in {LANGUAGE_NAMES[code]}; Dateline reads English, so little will be found in it."
        )
    return "This text does not seem to be English prose; Dateline reads English, so little will be found in it."


def _language_of_script(sample: str) -> str | None:
    letters = sum(char.isalpha() for char in sample)
    counts: Counter[str] = Counter()
    for first, last, code in SCRIPTS:
        counts[code] += len(re.findall(f"[{first}-{last}]", sample))
    if not counts or not letters:
        return None
    code, number = counts.most_common(1)[0]
    if number < _FOREIGN_SCRIPT_SHARE * letters:
        return None
    for script, signs, language in SCRIPT_HINTS:
        if script == code and sum(sample.count(sign) for sign in signs) >= max(2, number / 200):
            return language
    return code
