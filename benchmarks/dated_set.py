"""Reads the hand-coded sets of benchmarks/dated: marked text -> text, time expressions, events and modes.

The marks are described in benchmarks/dated/README.md. What is coded is held against itself on reading: a mark on
"Monday" must have a Monday for its value, one on "5 July" a fifth of July.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parent / "dated"
SECOND = FOLDER / "second"
"""The set that is held out: no rule is made from it, so its losses are counted and never read."""
TYPES = ("DATE", "TIME", "DURATION", "SET")
MODES = ("news", "narrative")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MARK = re.compile(
    r"\[([^\]|]+)\|([A-Z]+)\|([^\]|]+)(?:\|([A-Z_]+))?\]|\{([^}|]+)\|([^}|]+)\}|^@(news|narrative)\n", re.M
)
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.I)
_MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")[a-z]*\b", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """One coded time expression: offsets into the unmarked text, TIMEX3 type, value and mod."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One coded trigger word and the first and last day on which it happened; None where no day can be told."""

    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """One article of the set. `modes` are (start, end, mode) and together cover the text."""

    name: str
    register: str
    published: date | None
    text: str
    times: tuple[GoldTime, ...]
    events: tuple[GoldEvent, ...]
    modes: tuple[tuple[int, int, str], ...]


def parse_days(coded: str) -> tuple[date | None, date | None]:
    """First and last day of an event's code: a day, month, year, week or quarter, or two of them with ".." between.

    >>> parse_days("2021-02")[1], parse_days("2021-W01..2021-W02")[0]
    (datetime.date(2021, 2, 28), datetime.date(2021, 1, 4))
    >>> parse_days("XXXX-WXX-2")
    (None, None)
    """
    first, _, last = coded.partition("..")
    return _edge(first, False), _edge(last or first, True)


def _edge(part: str, end: bool) -> date | None:
    """The first or last day of what a code without ".." names."""
    if "X" in part or part == "?":
        return None
    if len(part) == 10:
        return date.fromisoformat(part)
    year = int(part[:4])
    if part[5:6] == "W":
        return date.fromisocalendar(year, int(part[6:]), 7 if end else 1)
    if part[5:6] == "Q":
        month = int(part[6:]) * 3 - (0 if end else 2)
    elif len(part) == 7:
        month = int(part[5:])
    elif len(part) == 4:
        month = 12 if end else 1
    else:
        raise ValueError(f"no such day or stretch of days: {part}")
    return date(year, month, monthrange(year, month)[1] if end else 1)


def parse_marked(name: str, marked: str) -> CodedArticle:
    """The article that a file holds: head of `key: value` lines, an empty line, marked text.

    Raises ValueError where a mark is none of those of the README or contradicts its own words.
    """
    head, _, body = marked.partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    mode = fields.get("mode", "news")
    text, times, events, turns = "", [], [], [(0, mode)]
    at = 0
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        at = mark.end()
        start = len(text)
        if mark[7]:
            turns.append((start, mark[7]))
        elif mark[5]:
            text += mark[5]
            events.append(GoldEvent(start, len(text), mark[5], *parse_days(mark[6])))
        else:
            text += mark[1]
            times.append(GoldTime(start, len(text), mark[1], mark[2], mark[3], mark[4]))
    text = (text + body[at:]).rstrip("\n")
    if stray := re.search(r"[\[\]{}|]|^@", text, re.M):
        raise ValueError(f"{name}: a mark that is none, at {text[max(0, stray.start() - 30) : stray.end() + 20]!r}")
    ends = [start for start, _ in turns[1:]] + [len(text)]
    modes = tuple((start, end, each) for (start, each), end in zip(turns, ends, strict=True) if end > start)
    if any(each not in MODES for *_, each in modes):
        raise ValueError(f"{name}: a mode that is none of {MODES}")
    day = fields.get("published")
    published = date.fromisoformat(day) if day else None
    for time in times:
        if contradiction := _contradiction(time):
            raise ValueError(f"{name}: {contradiction}")
    return CodedArticle(name, fields["register"], published, text, tuple(times), tuple(events), modes)


def _contradiction(time: GoldTime) -> str | None:
    """How a mark contradicts its own words, None where it does not."""
    said = f"{time.text!r} is marked {time.type} {time.value}"
    if time.type not in TYPES:
        return f"{said}: no such type"
    if time.type not in ("DATE", "TIME") or not _DAY.match(time.value):
        return None
    day = date.fromisoformat(time.value[:10])
    named = _WEEKDAY.search(time.text)
    if named and WEEKDAYS.index(named[1].lower()) != day.weekday():
        return f"{said}, which is a {WEEKDAYS[day.weekday()].title()}"
    month = _MONTH.search(time.text)
    if month and month[1].lower()[:3] in MONTHS and MONTHS.index(month[1].lower()[:3]) + 1 != day.month:
        return f"{said}: another month"
    figures = re.findall(r"(?<![\d:])(\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d)", time.text)
    if month and "T" not in time.value and figures and str(day.day) not in [f.lstrip("0") for f in figures]:
        return f"{said}: another day of the month"
    return None


def load_coded(folder: Path = FOLDER) -> list[CodedArticle]:
    """All articles of the set in a folder, in the order of their names; folders within it are sets of their own."""
    return [parse_marked(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
