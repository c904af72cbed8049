"""Text as the rules are written with it: one character for one, so that every offset holds."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.dates.calendars import islamic
from geo.dates.calendars.feast_names import FEAST_NAMES
from geo.dates.calendars.naming import build_names
from geo.dates.words import MONTHS, WEEKDAYS

_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
    }
)
# Without a small letter for so long, or for a whole line: capitals tell nothing there of names.
_SHOUTED = re.compile(r"[^a-z]{48,}|^[^a-z\n]{16,47}$", re.MULTILINE)
_WORDS = re.compile(r"(?<![\w.])[A-Z]+(?!\w|\.[A-Z])")
_ABBREVIATED = (
    "JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE TUES WED WEDS THU THUR THURS FRI SAT SUN GMT UTC EST EDT"
    " CET CEST EET MSK BST IST PKT EAT CAT WAT SAST AEST FY BC BCE AD AH US UN NATO II III IV VI VII VIII IX XI XII"
)
_KEPT = {word.upper(): word.capitalize() for word in (*MONTHS, *WEEKDAYS)} | {
    word: word for word in (*_ABBREVIATED.split(), *"BCDEFGHIJKLMNOPQRSTUVWXYZ")
}


def to_plain(text: str) -> str:
    """The text with plain quotes, hyphens and blanks in place of what typesetters write, as long as before.

    What is set in capitals throughout is made small, but for months, days, feasts, zones and single letters.

    >>> to_plain("5\u00a0July\u20137\u00a0July")
    '5 July-7 July'
    >>> to_plain("THE 16-HOUR TRUCE OF NOVEMBER 17 FAILED, ARMY RADIO SAID")
    'the 16-hour truce of November 17 failed, army radio said'
    """
    plain = text.translate(_PLAIN)
    return _SHOUTED.sub(_softened, plain)


def _softened(stretch: re.Match[str]) -> str:
    """A stretch in capitals as other text writes it, where it has words enough to be one."""
    words = _WORDS.findall(stretch[0])
    if sum(len(word) > 1 and word not in _KEPT for word in words) < 3:
        return stretch[0]
    small = _WORDS.sub(lambda word: _KEPT.get(word[0], word[0].lower()), stretch[0])
    return _find_feasts().sub(lambda name: name[0].title(), small)


@lru_cache(maxsize=1)
def _find_feasts() -> re.Pattern[str]:
    """The names of feasts and of the months that they stand in; built for the first text in capitals."""
    names = build_names((*FEAST_NAMES.values(), *islamic.MONTH_NAMES.values()))
    return re.compile(rf"(?<![\w-])(?:{names})(?!\w)", re.IGNORECASE)
