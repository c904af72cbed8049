"""Whether a text hangs on its publication day (news) or on the dates that it tells (a narrative), by its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geo.dates.rule import build_pattern
from geo.model import ModeStretch, TextMode

_YEARS = re.compile(r"(?<![\d$£€.,])(1[5-9]\d\d|20\d\d)(?!\d|,\d|\.\d)")
_BEFORE_CHRIST = re.compile(r"\b\d{2,4} ?B\.?C\b")
_DEICTIC = build_pattern(
    r"today|yesterday|tomorrow|tonight|last night|this (?:morning|week|month|year|afternoon|evening)"
    r"|(?:last|next) (?:week|month|year)|<fullweekday:>|ago"
)
_SPEECH = re.compile(r"\b(?:said|says|told (?:reporters|the)|according to)\b", re.IGNORECASE)
_MONTH_DAY = build_pattern(r"(?:<fullmonth:> <day:>|<day:>(?: of)? <fullmonth:>)")


@dataclass(frozen=True, slots=True)
class ModeFound:
    """The mode and why, in words."""

    mode: TextMode
    reason: str


def find_mode_of(text: str, published: date | None) -> ModeFound:
    """News or narrative, by what its words for time count from.

    A narrative names years other than the publication's again and again and hardly says "Monday" or "yesterday".

    >>> find_mode_of("On Monday troops left. They returned yesterday, an official said.", date(2021, 7, 6)).mode
    'news'
    """
    years = [int(y) for y in _YEARS.findall(text)]
    far = [y for y in years if published is None or abs(y - published.year) > 1] + [0] * len(
        _BEFORE_CHRIST.findall(text)
    )
    deictic = len(_DEICTIC.findall(text))
    speech = len(_SPEECH.findall(text))
    days = len(_MONTH_DAY.findall(text))
    told = len(far) + (days if far or published is None else 0)
    if len(far) >= 3 and told >= 6 and told > 3 * deictic + speech:
        return ModeFound(
            "narrative",
            f"{len(far)} years away from publication and {days} days are named, but only {deictic} words such "
            'as weekdays or "yesterday" count from publication',
        )
    return ModeFound(
        "news",
        f'{deictic} words such as weekdays or "yesterday" count from publication; {len(far)} other years are named',
    )


def mode_at(modes: Sequence[ModeStretch], offset: int) -> TextMode:
    """The mode of the stretch in which an offset stands; `modes` are in text order, as `find_modes` gives them.

    Before the first stretch its mode holds, behind the last one that one's; a text without stretches is news.

    >>> from geo.model import Span
    >>> mode_at((ModeStretch(Span(0, 9), "news", ""), ModeStretch(Span(9, 20), "narrative", "")), 9)
    'narrative'
    """
    if not modes:
        return "news"
    return modes[max(0, bisect_right(modes, offset, key=lambda each: each.span.start) - 1)].mode
