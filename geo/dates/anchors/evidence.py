"""What each paragraph tells of how its dates hang: words that count from publication, and dates told in a tale's way.

The weights are set by hand; a paragraph's score is above zero where it reads as a tale, below where it reads as news.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from geo.dates.rule import build_pattern
from geo.dates.words import parse_month

# Kind of evidence -> (weight of each, how many count at most, how a reader is told of it).
WEIGHTS: dict[str, tuple[float, float, str]] = {
    "far year": (0.5, 4, "{} named away from publication"),
    "old year": (1.0, 3, "{} named long before publication"),
    "year in passing": (0.2, 4, "{} named in passing"),
    "far date": (0.2, 4, "{} written with a year away from publication"),
    "near day": (0.5, 3, "{} written with the year"),
    "loose date": (0.8, 5, "{} told without a year behind one that has it"),
    "then": (0.5, 3, "{} such as “the following year”"),
    "entry": (1.2, 2, "a list of dates"),
    "tale head": (1.5, 1, "a heading such as “Background”"),
    "day word": (-1.5, 4, "{} such as weekdays or “yesterday”"),
    "quoted day word": (-0.4, 2, "{} such as “tomorrow” in quotations"),
    "near word": (-0.9, 3, "{} such as “last week”"),
    "close date": (-0.6, 3, "{} without a year close to publication"),
    "present": (-0.15, 4, "{} such as “has” or “will”"),
    "speech": (-0.3, 4, "{} such as “said”"),
    "dateline": (-2.0, 1, "a dateline"),
    "news head": (-1.5, 1, "a heading such as “Latest”"),
}
_COUNTED = {
    "far year": ("year", "years"),
    "old year": ("year", "years"),
    "year in passing": ("year", "years"),
    "far date": ("date", "dates"),
    "near day": ("day", "days"),
    "loose date": ("date", "dates"),
    "close date": ("date", "dates"),
}
_YEAR = re.compile(
    r"(?<![\d$£€.,/-])(?:1[0-9]\d\d|20\d\d)(?![\d/]|,\d|\.\d|[- ]?(?:people|troops|soldiers|men|km|m)\b)"
)
_BEFORE_CHRIST = re.compile(r"\b\d{1,4} ?(?:B\.C\b|BCE?\b)")
_MONTH = build_pattern("<month>")
_DAY_LEFT = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of|-)?\s\Z")
_DAY_RIGHT = re.compile(r"\s(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:])")
_YEAR_RIGHT = re.compile(
    r",?\s?(?:of )?\(?(?P<year>[12]\d{3})(?!\d)|,?(?: of)? (?:this|last|next|that|the same|the following) year"
)
_MONTH_CUE = re.compile(
    r"\b(?:in|by|since|until|till|during|early|late|mid|throughout|from|to|of|between|and)[ -]\Z", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\b(?:will|would|due|plan(?:s|ned)?|scheduled|expected|deadline|ahead of|set for|slated|upcoming|effective"
    r"|matur\w+)\b",
    re.IGNORECASE,
)
_PASSING = re.compile(r"\b(?:since|until|till|to|before|and|between|dating|age|from|back to|than)\s\Z", re.IGNORECASE)
_WEEKDAY = build_pattern("<fullweekday>")
_WITH_DAY = build_pattern(
    r",? (?:the )?(?:<day:>(?: of)? <month:>|<month:> <day:>|\d{1,2}(?:st|nd|rd|th)\b)|,? \d{1,2}/\d|,? prayers",
    open_start=True,
)
_NAMED_DAY = re.compile(
    r"(?:bloody|black|good|easter|palm|holy|red|\d,|[a-z]{3} \d{1,2},?|\d \w{3,9},?)\s\(?\Z", re.IGNORECASE
)
_DAY_WORD = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
_NEAR_WORD = re.compile(
    r"\b(?:(?<!the )(?:last|next) (?:week|month|year)|this (?:week|month|year)"
    r"|(?:days?|weeks?|months?|years?|hours?) ago)\b",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"\b(?:said|says|told reporters|according to)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:has|have|will|is|are)\b", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:(?:the (?:following|next|same|previous)|that(?: same)?) "
    r"(?:day|night|morning|week|month|year|spring|summer|autumn|fall|winter)|(?:days?|weeks?|months?|years?) later)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][\w.]+(?: \d{1,2})?)? ?(?:\([A-Z][\w .-]+\) ?[-_\u2013\u2014]|_ )"
)
_TALE_HEAD = re.compile(
    r"\s*(?:#+ ?)?(?:the |a )?(?:brief |short )?(?:background|timeline|time line|chronology|key (?:dates|events)"
    r"|history|origins?|how (?:the|it) .{0,30}(?:began|started|unfolded)|roots of|what led|early (?:life|years|history)"
    r"|prelude|aftermath|course of|(?:1[0-9]|20)\d\d(?:\s?[-\u2013]\s?(?:\d\d){1,2})?\W*$)",
    re.IGNORECASE,
)
_NEWS_HEAD = re.compile(
    r"\s*(?:the )?(?:latest|breaking|live|what(?:'s| is) (?:new|happening)|today|developments)\b", re.IGNORECASE
)
_HEADING = 90
"""Characters of the longest heading."""


@dataclass(slots=True)
class Evidence:
    """The counts of one paragraph, by kind of evidence."""

    counts: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, count: int = 1) -> None:
        """Count `count` more of a kind, one of WEIGHTS."""
        self.counts[kind] = self.counts.get(kind, 0) + count

    @property
    def score(self) -> float:
        """Above zero for a tale, below for news."""
        return sum(WEIGHTS[kind][0] * min(count, WEIGHTS[kind][1]) for kind, count in self.counts.items())


def tell_evidence(counts: dict[str, int], narrative: bool) -> str:
    """The two strongest kinds of evidence for a mode, in words; empty where nothing speaks for it."""
    told = [
        (abs(WEIGHTS[kind][0]) * min(count, WEIGHTS[kind][1]), WEIGHTS[kind][2].format(_count(kind, count)))
        for kind, count in counts.items()
        if (WEIGHTS[kind][0] > 0) == narrative
    ]
    return ", ".join(words for _, words in sorted(told, reverse=True)[:2])


def _count(kind: str, count: int) -> str:
    one, many = _COUNTED.get(kind, ("word", "words"))
    return f"{count} {one if count == 1 else many}"


@dataclass(frozen=True, slots=True)
class _Date:
    """A day or month that the text names, with its year where that stands behind it."""

    at: int
    month: int
    day: int | None
    year: int | None


def weigh_paragraphs(
    text: str, starts: Sequence[int], quotes: Sequence[tuple[int, int]], published: date | None
) -> list[Evidence]:
    """The evidence of each paragraph of `text`; `starts` are the paragraphs' first offsets, the first one 0.

    `quotes` are the stretches between quotation marks in text order, as offsets.
    """
    found = [Evidence() for _ in starts]
    opened = [start for start, _ in quotes]

    def at(offset: int) -> Evidence:
        return found[bisect_right(starts, offset) - 1]

    def quoted(offset: int) -> bool:
        index = bisect_right(opened, offset) - 1
        return index >= 0 and offset < quotes[index][1]

    for match in _DAY_WORD.finditer(text):
        at(match.start()).add("quoted day word" if quoted(match.start()) else "day word")
    for match in _WEEKDAY.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        if not _WITH_DAY.match(text, match.end()) and not _NAMED_DAY.search(before):
            at(match.start()).add("quoted day word" if quoted(match.start()) else "day word")
    for pattern, kind in (
        (_NEAR_WORD, "near word"),
        (_SPEECH, "speech"),
        (_THEN, "then"),
        (_BEFORE_CHRIST, "old year"),
        (_PRESENT, "present"),
    ):
        for match in pattern.finditer(text):
            if kind not in ("near word", "present") or not quoted(match.start()):
                at(match.start()).add(kind)
    _weigh_dates(text, starts, found, published)
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        _weigh_opening(text, start, end, found[index])
    return found


def _weigh_opening(text: str, start: int, end: int, evidence: Evidence) -> None:
    """What a heading or a dateline tells."""
    if end - start < _HEADING:
        line = text[start:end].strip()
        if line and line[-1] not in '.!?\u201d"':
            if _TALE_HEAD.match(line):
                evidence.add("tale head")
            elif _NEWS_HEAD.match(line):
                evidence.add("news head")
    elif _DATELINE.match(text, start, min(end, start + 90)):
        evidence.add("dateline")


_LONG = 60
"""Years before publication from which hardly any report names one."""
_RUN = 3
"""Over how many paragraphs a year holds for the dates behind it."""


def _weigh_dates(text: str, starts: Sequence[int], found: list[Evidence], published: date | None) -> None:
    """Counts years, and days and months with and without theirs."""
    marks: list[tuple[int, int | _Date]] = [(m.start(), int(m[0])) for m in _YEAR.finditer(text)]
    marks += [(one.at, one) for one in _dates(text)]
    marks.sort(key=lambda mark: mark[0])
    told_at = far_at = -10
    for offset, mark in marks:
        index = bisect_right(starts, offset) - 1
        if isinstance(mark, int):
            passing = _PASSING.search(text, max(0, offset - 9), offset) is not None
            if published is None or mark < published.year - 1:
                old = published is not None and mark < published.year - _LONG
                found[index].add("year in passing" if passing else "old year" if old else "far year")
                far_at = index
            if not passing and (published is None or mark <= published.year):
                told_at = index
        elif mark.year is not None:
            if published is None or mark.year < published.year - 1:
                found[index].add("far date")
            elif mark.day is not None and mark.year <= published.year:
                found[index].add("near day")
        elif published is not None and _close(mark, published):
            # Beside years long past it may be one of the tale's.
            if far_at != index:
                found[index].add("close date")
        elif index - told_at <= _RUN:
            found[index].add("loose date")


def _dates(text: str) -> list[_Date]:
    """The days and months of a text, those that are to come left out."""
    found = []
    for match in _MONTH.finditer(text):
        month = parse_month(match["month"])
        if month is None:
            continue
        left = _DAY_LEFT.search(text, max(0, match.start() - 9), match.start())
        right = None if left else _DAY_RIGHT.match(text, match.end())
        day = int((left or right)[1]) if left or right else None  # type: ignore[index]
        if day is None and not _MONTH_CUE.search(text, max(0, match.start() - 12), match.start()):
            continue
        end = right.end() if right else match.end()
        year = _YEAR_RIGHT.match(text, end)
        if year and not year["year"]:
            continue  # "in May this year"
        if not year and _TO_COME.search(text, max(0, match.start() - 60), match.start()):
            continue
        found.append(_Date(match.start(), month, day, int(year["year"]) if year else None))
    return found


def _close(told: _Date, published: date) -> bool:
    """Whether a day or month without its year lies close to publication, as news tells them."""
    gap = (published.month * 30.4 + published.day) - (told.month * 30.4 + (told.day or min(published.day, 28)))
    gap %= 365
    return gap <= 40 or gap >= 365 - 25


TELLING = ("near day", "loose date", "then", "entry", "far date")
"""What makes a mode matter at all: years alone count from nothing."""
DATED = ("far year", "old year", "year in passing", "far date", "near day", "entry")
"""What gives a tale a year to count from."""
