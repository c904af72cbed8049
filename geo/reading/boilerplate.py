"""Navigation, buttons, credits and notices in an article's text: marked, so that stages pass over them, never removed.

Rules look at one line at a time and stand in an ordered list; the first that fits names itself. A line with a real
sentence is never marked: where only its end is a credit, only the credit is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from geo.model import Span
from geo.reading.boilerplate_words import BEGINNINGS, CREDIT_AT_END, INLINE, LINK_LIST_STARTS, MENU_ITEMS, WHOLE_LINES
from geo.reading.dateline import Dateline
from geo.reading.day_lines import find_day_lines
from geo.reading.prose import ends_like_sentence, is_sentence


class Furniture(NamedTuple):
    """A stretch of text that is no part of the report, and the rule that says so."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: `part` tells whether it stands above, among or below the sentences."""

    span: Span
    text: str
    part: Literal["head", "body", "tail"]


_MENU_MINIMUM = 3
_MENU_SHARE = 0.7
_MENU_SHARE_SEPARATED = 0.5
_SEPARATORS = re.compile(r"\s*[|>»›•·/\t]\s*|\s{3,}")
_BYLINE = re.compile(
    r"by\s+(?:[A-ZÀ-Þ][\w.'’-]+(?:\s+|$)){1,4}(?:(?:,|and|&)\s*(?:[A-ZÀ-Þ][\w.'’-]+(?:\s+|$)){1,4}){0,4}"
    r"(?:[,|–—-]\s*[\w .,'’]{2,50})?$",
    re.I,
)
_UPPER_NAME = re.compile(r"[Bb][Yy]\s+[A-ZÀ-Þ]")
_CREDIT_REACH = 200  # how far before its end a line's last credit may begin
_LINKS_IN_A_ROW = 12
_LINK_LENGTH = 130
_MAX_FURNITURE = 400  # no rule marks a longer line as a whole


def find_boilerplate(text: str, dateline: Dateline | None = None) -> tuple[Furniture, ...]:
    """The stretches of `text` that are furniture of the page, in order and without overlap.

    >>> text = (
    ...     "Home World Latest Africa Video\\n\\nKHARTOUM: The army said on Monday that it held the bridge.\\n\\n"
    ...     "Share on Facebook"
    ... )
    >>> [(part.span.quote(text), part.rule) for part in find_boilerplate(text)]
    [('Home World Latest Africa Video', 'menu'), ('Share on Facebook', 'share button')]
    """
    lines = _read_lines(text, dateline)
    day_lines = {day.line for day in find_day_lines(text)}
    found: list[Furniture] = []
    links_left = 0
    for line in lines:
        if dateline is not None and line.span.overlaps(dateline.span):
            links_left = 0
            continue
        name = "day of publication" if line.span in day_lines else _name_rule(line)
        if name is None and links_left and _is_link(line):
            name, links_left = "link list", links_left - 1
        elif name is None:
            links_left = 0
        if _bare(line.text) in LINK_LIST_STARTS and line.part != "head":
            links_left = _LINKS_IN_A_ROW
        if name is not None:
            found.append(Furniture(line.span, name))
        else:
            found.extend(_find_inline(line))
    return tuple(found)


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches in order, those that overlap or touch made one, empty ones left out.

    >>> merge_spans([Span(5, 9), Span(0, 6), Span(12, 12)])
    (Span(start=0, end=9),)
    """
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _read_lines(text: str, dateline: Dateline | None) -> list[Line]:
    matches = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    told = [
        match.start()
        for match in matches
        if is_sentence(match.group()) or (dateline is not None and match.end() > dateline.span.start >= match.start())
    ]
    first, last = (told[0], told[-1]) if told else (0, len(text))
    lines = []
    for match in matches:
        stripped = match.group().strip()
        start = match.start() + match.group().index(stripped[0])
        part: Literal["head", "body", "tail"] = (
            "head" if match.start() < first else "tail" if match.start() > last else "body"
        )
        lines.append(Line(Span(start, start + len(stripped)), stripped, part))
    return lines


def _bare(text: str) -> str:
    return " ".join(re.sub(r"^[\W_]+|[\W_]+$", "", text.replace("’", "'")).lower().split())


def _name_rule(line: Line) -> str | None:
    if len(line.text) > _MAX_FURNITURE:
        return None
    return next((name for rule in _RULES if (name := rule(line)) is not None), None)


def _whole_line(line: Line) -> str | None:
    return "button" if _bare(line.text) in WHOLE_LINES else None


def _beginning(line: Line) -> str | None:
    for name, pattern in BEGINNINGS:
        if pattern.match(line.text):
            return name
    return None


def _menu(line: Line) -> str | None:
    """A row of section names above the headline or below the text: no sentence, nearly all of it known from menus."""
    if line.part == "body" or re.search(r"[.!?;:]$", line.text):
        return None
    if _bare(line.text) in MENU_ITEMS:
        return "menu"
    items = [item for item in _SEPARATORS.split(line.text) if item]
    if len(items) >= _MENU_MINIMUM:
        known = sum(_bare(item) in MENU_ITEMS for item in items)
        if known >= _MENU_SHARE_SEPARATED * len(items) and max(len(item.split()) for item in items) <= 5:
            return "menu"
    words = [word for word in line.text.replace("’", "'").split() if re.search(r"\w", word)]
    if any(word[0].islower() for word in words):
        return None
    covered, names = _cover_words(words)
    if names >= _MENU_MINIMUM and len(words) > _MENU_MINIMUM and covered >= _MENU_SHARE * len(words):
        return "menu"
    return None


def _cover_words(words: list[str]) -> tuple[int, int]:
    """How many of the words belong to menu items, longest items first, and how many items they make."""
    position = covered = names = 0
    while position < len(words):
        for length in (4, 3, 2, 1):
            if _bare(" ".join(words[position : position + length])) in MENU_ITEMS and position + length <= len(words):
                covered, names = covered + length, names + 1
                position += length
                break
        else:
            position += 1
    return covered, names


def _byline(line: Line) -> str | None:
    if line.part == "body" or not _UPPER_NAME.match(line.text) or len(line.text) > 150:
        return None
    return "byline" if _BYLINE.match(line.text) else None


def _is_link(line: Line) -> bool:
    return len(line.text) <= _LINK_LENGTH and not ends_like_sentence(line.text)


def _find_inline(line: Line) -> list[Furniture]:
    tail = max(0, len(line.text) - _CREDIT_REACH)
    spans = [
        Furniture(Span(line.span.start + match.start(), line.span.start + match.end()), name)
        for name, pattern in INLINE
        for match in pattern.finditer(line.text, tail if name == CREDIT_AT_END else 0)
        if match.start() < match.end()
    ]
    kept: list[Furniture] = []
    for one in sorted(spans, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


_RULES: tuple[Callable[[Line], str | None], ...] = (_whole_line, _beginning, _menu, _byline)
