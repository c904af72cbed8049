"""Names of airfields: the many ways to say that a place is one, brought under a single key.

"Bagram Airbase", "Bagram Air Base" and "Bagram Airfield" are one airfield, and none of them is the town of Bagram.
The index keeps airfields under these keys, and a look-up asks for them.
"""

from __future__ import annotations

import re

from geo.gazetteer.folding import fold_name

_AIR_WORDS = (
    "international airport",
    "regional airport",
    "military airport",
    "military airbase",
    "military air base",
    "domestic airport",
    "municipal airport",
    "army airfield",
    "air force base",
    "air force station",
    "airforce base",
    "naval air station",
    "air station",
    "air base",
    "airbase",
    "airfield",
    "airport",
    "aerodrome",
    "airstrip",
    "landing strip",
    "afb",
    "aaf",
)
_ENDING = re.compile(r" (?:" + "|".join(_AIR_WORDS) + r")$")
_OPENING = re.compile(r"^(?:base aerienne|naval air station|raf|joint base|nas) ")

_MARK = " (airfield)"
"""No folded name has brackets, so that a key is never the name of anything else."""


def air_key(folded: str) -> str | None:
    """The key for a folded name that ends in a word for airfield, None when it does not.

    >>> air_key("bagram air base"), air_key("bagram airfield"), air_key("bagram")
    ('bagram (airfield)', 'bagram (airfield)', None)
    >>> air_key("hamid karzai international airport")
    'hamid karzai (airfield)'
    """
    stem = _ENDING.sub("", folded)
    return stem + _MARK if stem != folded else None


def air_names(name: str, city: str) -> tuple[set[str], set[str]]:
    """The keys for an airfield: those from its own name, and those from its city's ("Kabul airport").

    >>> own, city = air_names("Hamid Karzai International Airport", "Kabul")
    >>> sorted(own), sorted(city)
    (['hamid karzai (airfield)'], ['kabul (airfield)'])
    """
    own: set[str] = set()
    parts = [name, *re.split(r"[/(),]| - ", name)]
    for part in parts:
        folded = fold_name(part)
        stem = _OPENING.sub("", _ENDING.sub("", folded))
        if len(stem) > 2:
            own.add(stem + _MARK)
    stem = fold_name(city)
    return own, {stem + _MARK} - own if len(stem) > 2 else set()
