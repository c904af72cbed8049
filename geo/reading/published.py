"""When an article was published: the evidence in metadata, mail headers, the text, its dateline and its address.

The rules stand in order of trust; the first that finds a plausible day decides, and every other day that evidence
names is kept as a rival. Nothing is guessed: without evidence the day stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from geo.model import DateEvidence, PublishedFrom, Span
from geo.reading.dateline import Dateline
from geo.reading.days import EARLIEST_DAY, MONTHS, build_day, find_days, is_plausible

FILE_PROPERTY = "the file's properties: "
"""How the quote of weak evidence begins: the day a PDF or Word file was made need not be the article's."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rules may look at. `metadata` and `mail` are from the format's reader; `hints` never decide."""

    text: str
    url: str | None = None
    dateline: Dateline | None = None
    mail: tuple[DateEvidence, ...] = ()
    metadata: tuple[DateEvidence, ...] = ()
    properties: tuple[DateEvidence, ...] = ()
    hints: tuple[DateEvidence, ...] = ()


class Published(NamedTuple):
    """The day of publication, where it is from, and the days that other evidence names."""

    day: date | None
    origin: PublishedFrom
    rivals: tuple[DateEvidence, ...]
    rule: str


_LABEL = (
    r"(?P<label>(?:first |originally )?(?:published|posted|issued|released|filed|created)|"
    r"publication date|"
    r"date published|date posted|release date|date|sent|"
    r"(?P<updated>(?:last |page |story )?(?:updated|modified|edited|revised)|update))"
)
_LABELLED_LINE = re.compile(
    rf"[\s>*_#|·•(\[-]*(?:by [^|·•\n]{{3,60}}[|·•,–—-]\s*)?{_LABEL}\b\s*(?:on|at|:|-|–|—)?\s*", re.I
)
_LABEL_INSIDE = re.compile(rf"\b{_LABEL}\b", re.I)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b(?:at|on|of)\b|"
    r"\b(?:gmt|utc|bst|cet|cest|eet|eest|est|edt|et|pst|pdt|msk|ist|pkt|sast|eat|wat|cat|z)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    r"[+-]\d{2}:?\d{2}\b|\b(?:local time|hours|hrs)\b|\b\d+ min(?:ute)?s? read\b",
    re.I,
)
_MONTH_WORD = "|".join(MONTHS)
_URL_DAYS: tuple[re.Pattern[str], ...] = (
    re.compile(r"[/_-](?P<y>(?:19|20)\d\d)[/_-](?P<m>\d{1,2})[/_-](?P<d>\d{1,2})(?=\D|$)"),
    re.compile(rf"[/_-](?P<y>(?:19|20)\d\d)[/_-](?P<n>{_MONTH_WORD})[/_-](?P<d>\d{{1,2}})(?=\D|$)", re.I),
    re.compile(r"[/_-](?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=\D|$)"),
)
_HEAD_LINES = 15
_TAIL_LINES = 12
_MAX_LINE = 180


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that only tells a day of publication; `line` covers it whole, `day_span` the day in it."""

    line: Span
    day_span: Span
    day: date
    kind: str
    """"published", "updated", or "bare" for a day that stands alone."""


def find_day_lines(text: str) -> Iterator[DayLine]:
    """The lines near the top and the end of `text` that tell when it was published or updated, in order.

    >>> text = "Title\\n\\nPublished 6 July 2021, updated 7 July 2021\\n"
    >>> [(line.kind, line.day.isoformat()) for line in find_day_lines(text)]
    [('published', '2021-07-06'), ('updated', '2021-07-07')]
    >>> list(find_day_lines("Posted on 6 July 2021, the video shows soldiers who cross a river."))
    []
    """
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    head = lines[:_HEAD_LINES]
    tail = lines[max(len(head), len(lines) - _TAIL_LINES) :]
    for place, group in (("head", head), ("tail", tail)):
        for match in group:
            if len(match.group()) <= _MAX_LINE:
                yield from _read_day_line(match, bare_allowed=place == "head")


def find_published(clues: Clues, today: date | None = None) -> Published:
    """The day of publication that the clues support best, and the rivals; the day is None when nothing tells it.

    Days before 1900 and after the day after `today` (the computer's own day unless given) are no evidence.
    """
    limit = today or date.today()
    found = [(name, evidence) for name, rule in _RULES for evidence in rule(clues) if is_plausible(evidence.day, limit)]
    hints = [("hint", hint) for hint in clues.hints if is_plausible(hint.day, limit)]
    if not found:
        return Published(None, "none", tuple(hint for _, hint in hints), "none")
    name, best = found[0]
    rivals = {(one.day, one.origin): one for _, one in reversed(found + hints) if one.day != best.day}
    return Published(best.day, best.origin, tuple(reversed(rivals.values())), name)


def find_url_day(url: str) -> DateEvidence | None:
    """The day in an address such as .../2021/07/06/..., or None.

    >>> find_url_day("https://news.example/world/2021/jul/06/a-title").day.isoformat()
    '2021-07-06'
    """
    for pattern in _URL_DAYS:
        match = pattern.search(url)
        if match:
            parts = match.groupdict()
            month = MONTHS[parts["n"].lower()] if parts.get("n") else int(parts["m"])
            day = build_day(int(parts["y"]), month, int(parts["d"]))
            if day is not None:
                return DateEvidence(day, "url", match.group().strip("/_-"))
    return None


def _read_day_line(line: re.Match[str], bare_allowed: bool) -> Iterator[DayLine]:
    text = line.group()
    days = [(span, day) for span, day in find_days(text) if day >= EARLIEST_DAY]
    if not days:
        return
    whole = Span(line.start(), line.end())
    labelled = _LABELLED_LINE.match(text)
    if labelled and days[0][0].start - labelled.end() <= 30 and _is_remainder(text[days[-1][0].end :]):
        previous = 0
        for span, day in days:
            labels = list(_LABEL_INSIDE.finditer(text, previous, span.start))
            kind = "updated" if labels and labels[-1].group("updated") else "published"
            yield DayLine(whole, Span(line.start() + span.start, line.start() + span.end), day, kind)
            previous = span.end
        return
    span, day = days[0]
    rest = text[: span.start] + " " + text[span.end :]
    separated = re.search(r"[|·•]", rest) is not None and not re.search(r"[.!?][\"”’']?\s*$", rest)
    if bare_allowed and len(days) == 1 and (separated or not re.search(r"\w", _CLOCK.sub(" ", rest))):
        yield DayLine(whole, Span(line.start() + span.start, line.start() + span.end), day, "bare")


def _is_remainder(rest: str) -> bool:
    """Whether what follows the day is a time or a place and no sentence."""
    rest = _CLOCK.sub(" ", rest).strip(" ,.;:|·•()-–—")
    return len(rest) <= 45 and len(re.findall(r"\b[a-z]+\b", rest)) <= 3


def _by_day_line(*kinds: str) -> Callable[[Clues], list[DateEvidence]]:
    def rule(clues: Clues) -> list[DateEvidence]:
        return [
            DateEvidence(line.day, "text", line.line.quote(clues.text).strip(), line.day_span)
            for line in find_day_lines(clues.text)
            if line.kind in kinds
        ]

    return rule


def _by_dateline(clues: Clues) -> list[DateEvidence]:
    day = clues.dateline.day.to_date() if clues.dateline and clues.dateline.day else None
    if clues.dateline is None or day is None:
        return []
    return [DateEvidence(day, "dateline", clues.dateline.span.quote(clues.text), clues.dateline.span)]


def _by_url(clues: Clues) -> list[DateEvidence]:
    found = find_url_day(clues.url) if clues.url else None
    return [] if found is None else [found]


_RULES: tuple[tuple[str, Callable[[Clues], list[DateEvidence]]], ...] = (
    ("mail header", lambda clues: list(clues.mail)),
    ("metadata", lambda clues: list(clues.metadata)),
    ("a line that says so", _by_day_line("published")),
    ("dateline", _by_dateline),
    ("a day on a line of its own", _by_day_line("bare")),
    ("address", _by_url),
    ("a line that tells of an update", _by_day_line("updated")),
    ("file properties", lambda clues: list(clues.properties)),
)
