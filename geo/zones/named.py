"""Zones that a text names behind an hour: "14:30 GMT", "5 p.m. EST", "9 a.m. Moscow time"."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "GMT UTC Z BST WET WEST CET CEST EET EEST MSK MSD IRST IST PKT AFT SAST EAT WAT CAT "
    "EST EDT ET CST CDT CT MST MDT MT PST PDT PT AKST HST BRT ART "
    "AEST AEDT ACST AWST JST KST HKT WIB WITA WIT NZST NZDT"
)
_NAMED = re.compile(
    r"[ \u00a0]?(?:hours |hrs |h )?\(?"
    r"(?:(?P<short>(?:" + "|".join(_ABBREVIATIONS.split()) + r")(?:[+-]\d{1,2}(?::?\d\d)?)?)(?![\w/-])"
    r"|(?P<long>(?:[A-Z][\w'’-]{1,20} ){1,3}(?:(?:[Ss]tandard|[Dd]aylight|[Ss]aving|[Ss]ummer) ){0,2}[Tt]ime)\b"
    r"|(?P<local>(?i:local time)))"
)


def find_named_zone(phrase: str, rest: str = "") -> str | None:
    """The zone that stands in a phrase of time or right behind it, as written; "local time" names none.

    >>> find_named_zone("14:30 GMT"), find_named_zone("5 p.m.", " Moscow time on Monday"), find_named_zone("at dawn")
    ('GMT', 'Moscow time', None)
    >>> find_named_zone("2 p.m.", " (0930 GMT)"), find_named_zone("5 p.m.", " local time")
    (None, None)
    """
    behind = _NAMED.match(rest[:80])
    inside = next((found for found in _NAMED.finditer(phrase[:200]) if found["long"] or found["short"]), None)
    found = inside or behind
    return None if found is None else found["short"] or found["long"]
