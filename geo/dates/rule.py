"""A rule: a name, a pattern written with the fragments of `geo.dates.words`, and what its match means.

In a pattern a space stands for white space (one line end at most), <month> for a named group with that fragment,
<month:m2> for one under another name, and <month:> for one without a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from geo.dates.context import Context
from geo.dates.values import Reading
from geo.dates.words import FRAGMENTS

Parts = tuple[tuple[str, Reading], ...]
"""Several expressions in one match: the group that each covers, and its reading."""
Meaning = Reading | Parts | None
"""None: these words are no time after all."""
Resolve = Callable[[re.Match[str], Context], Meaning]

WHITE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"
# What the rules look for first: a text is searched for these once, and most rules then run around the hits alone.
KEYS = {
    "unit": re.compile(
        r"(?<![a-z])(?:second|minute|min|hour|hr|day|dai|night|week|biweek|fortnight|month|quarter|period|year|yr|annual"
        r"|decade|centur|millenn)",
        re.I,
    ),
    "month": re.compile(
        r"(?<![A-Za-z])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"
        r"|january|february|april|june|july|september|october|november|december)"
    ),
    "weekday": re.compile(
        r"[nsir]day|[NSIR]DAY|(?<![A-Za-z])(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUES?|WEDS?|THU(?:RS?)?|FRI|SAT|SUN)(?![A-Za-z])"
    ),
    "season": re.compile(r"(?<![a-z])(?:spring|summer|autumn|fall|winter)", re.I),
    "part of day": re.compile(
        r"[Mm]orning|[Dd]a(?:wn|ybreak|ytime)|[Ss]un(?:rise|set|down|up)|[Nn](?:oon|ight)|[Ff]orenoon|[Mm]id(?:day|night)"
        r"|[Ee]vening|[Dd]usk|[Ll](?:unch|ight)|MORNING|DAWN|NOON|EVENING|NIGHT|MIDDAY"
    ),
    "ramadan": re.compile(r"[Rr]ama[dz]|[Rr]amz|RAMA|[Mm][uo]harr"),
    "hour": re.compile(
        r"\d[:.]\d\d|\d ?[apAP]\.?[mM]|\d{4} ?[hHzZGUl]|[Nn]oon|[Mm]id(?:day|night)|NOON|MID(?:DAY|NIGHT)|o'clock"
        r"|in the (?:morning|afternoon|evening)"
        r"|(?i:\b(?:at|about|around|approximately|between|from|and|to) )\d{4}\b|\d{4} \("
        r"|\d{4} ?(?:[A-IK-Y] |[A-Z]{2,4}T\b)"
    ),
    "vague": re.compile(
        r"\b(?:[Nn]ow|[Cc]urrent|[Pp]resent|[Mm]oment|[Tt]hese days|[Tt]his (?:time|stage)|[Ff]or the time|[Tt]o date"
        r"|[Aa]s we speak|[Rr]ecent|[Ll]ate(?:ly)?\b|[Pp]ast\b|[Ll]ong ago|[Tt]ime ago|[Ww]hile (?:ago|back)"
        r"|[Oo]ther day|former times|[Ff]uture|[Ss]oon|[Ss]hort|[Nn]ear term|[Ll]ong term|[Ss]omeday|[Bb]efore long"
        r"|NOW|RECENT|CURRENT|SOON|FUTURE|PAST)"
    ),
    "spelt": re.compile(
        r"[Nn]ine(?:teen|ties)|[Ee]igh(?:teen|ties)|[Ss](?:even|ix)(?:teen|ties)|[Tt]wen(?:ty|ties)|[Tt]wo thousand"
        r"|[Tt]hirties|[Ff](?:or|if)ties"
    ),
    "turn": re.compile(
        r"\b(?:ago|AGO|back|consecutive|straight|successive|running|row|succession|[Oo]nce|[Tt]wice|[Tt]hrice|times)\b"
    ),
    "joined": re.compile(
        r"-(?:[Ss]ec|[Mm]in|[Hh]our|[Dd]ay|[Nn]ight|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade|[Qq]uarter|[Ll]ong|[Oo]ld)|[sy]long\b|old\b"
    ),
    "figure": re.compile(r"\d[\d:.,/-]*\d|\d"),
}
_REACH = 48


Windows = dict[str | re.Pattern[str], list[tuple[int, int]]]
"""Where a text has what rules look for, by key; keys of single rules are looked up as they are asked for."""


def find_windows(text: str) -> Windows:
    """For each key the stretches of `text` that lie near its words, in order, none overlapping."""
    return {name: find_near(key, text) for name, key in KEYS.items()}


def find_near(key: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """The stretches of `text` that lie near the hits of one pattern, in order, none overlapping."""
    merged: list[tuple[int, int]] = []
    for hit in key.finditer(text):
        start, end = max(0, hit.start() - _REACH), min(len(text), hit.end() + _REACH)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


_MACRO = re.compile(r"(?<!\?P)<(\w+)(?::(\w*))?>")
_SPACE = re.compile(r"(\[[^\]]*\]|\(\?<[=!][^)]*\))|( )")


def build_pattern(template: str, open_start: bool = False) -> re.Pattern[str]:
    """The compiled pattern of a rule's template; `open_start` lets it begin within a word.

    >>> build_pattern("<day> <month>").search("on 5\\nJuly").group("day", "month")
    ('5', 'July')
    """

    def fragment(found: re.Match[str]) -> str:
        name, group = found[1], found[2]
        body = FRAGMENTS[name]
        return f"(?:{body})" if group == "" else f"(?P<{group or name}>{body})"

    def white(found: re.Match[str]) -> str:
        return WHITE if found[2] else found[1].replace(" ", r"\s")

    template = _SPACE.sub(white, _MACRO.sub(fragment, template))
    start = "" if open_start else r"(?<![\w$£€#@])(?<!\d[.,:/-])"
    return re.compile(start + "(?:" + template + r")(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which text tells a time. `bends` lets words around it ("early", "morning") change the value."""

    name: str
    template: str
    resolve: Resolve
    bends: bool = True
    key: str | re.Pattern[str] | None = None
    """What a match cannot do without, one of KEYS or a pattern of the rule's own: it is tried around that alone."""
    pattern: re.Pattern[str] = field(init=False, repr=False)

    def find(self, text: str, windows: Windows) -> Iterator[re.Match[str]]:
        """The rule's matches in `text`; `windows` is what `find_windows` gave for it."""
        if self.key is None:
            yield from self.pattern.finditer(text)
            return
        if isinstance(self.key, re.Pattern) and self.key not in windows:
            windows[self.key] = find_near(self.key, text)
        for start, end in windows[self.key]:
            for match in self.pattern.finditer(text, start, end):
                if match.end() < end or end == len(text):  # else it may be cut off in the midst of a word
                    yield match

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", build_pattern(self.template))
