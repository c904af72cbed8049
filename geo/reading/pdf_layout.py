"""Lines of type on pages to paragraphs of text: hard wraps and hyphens mended, running heads told from the report."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from geo.model import Section, Span


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of type: where it begins in points from the page's left and foot, and the size of its type."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the built text and the size of its type."""

    span: Span
    size: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a PDF. All spans count in `text`."""

    text: str
    sections: tuple[Section, ...]
    furniture: tuple[Span, ...]
    paragraphs: tuple[Paragraph, ...]


_PAGE_NUMBER = re.compile(r"(?:page|p\.|seite)?\s*[-–—|]?\s*\d{1,4}\s*(?:(?:of|/|von)\s*\d{1,4})?\s*[-–—|]?", re.I)
_PRINT_ADDRESS = re.compile(r"(?:https?://|www\.|file:/)\S+(?:\s+(?:page\s+)?\d{1,4}\s*(?:/|of)\s*\d{1,4})?", re.I)
_EDGE_LINES = 2
_FULL_STOP = re.compile(r"[.!?…:][\"”’')\]]*$")
_LIST_ITEM = re.compile(r"[•‣▪◦·*]\s|[-–—]\s+\S|\(?\d{1,2}[.)]\s")
_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+)[-‐]$")
_WIDE_GAP = 1.3  # of the usual distance between lines
_OTHER_SIZE = 0.1
_LARGE, _WIDE_HEADLINE = 1.15, 1.6  # headlines are set in larger type, in lines of any length
_SHORT_WITH_GAPS, _SHORT_WITHOUT_GAPS, _STUB = 0.6, 0.85, 0.5  # of a full line's length
_LEAST_FULL = 30

# Halves that keep their hyphen at a line's end: "self-", "pro-", "al-".
_KEEP_HYPHEN_LISTED = """
    self non anti pro ex co counter post pre inter multi semi vice cross long short high low mid well ill half
    north south east west al el ad an as ash ar at then so war peace cease home hard all two three four five six
    seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety one under over door house state
    government military army air ground surface rocket drone sea land hand man woman year month week day
"""
_KEEP_HYPHEN = frozenset(_KEEP_HYPHEN_LISTED.split())


def build_layout(pages: Sequence[Sequence[PageLine]]) -> Layout:
    """The text of the pages: paragraphs apart by a blank line, one section a page that has text.

    A paragraph that runs on over a page's end stays whole: heads and feet of both pages follow it.
    """
    furniture = [_find_furniture(page, pages) for page in pages]
    body = [[line for i, line in enumerate(page) if i not in out] for page, out in zip(pages, furniture, strict=True)]
    measure = _Measure.of(body)
    builder = _Builder()
    for number, (page, lines, out) in enumerate(zip(pages, body, furniture, strict=True), start=1):
        if not page:
            continue
        heads, feet = _split_furniture([page[i] for i in sorted(out)], lines)
        continues = bool(lines) and builder.last is not None and not measure.breaks_at_page(builder.last, lines[0])
        if not continues:
            builder.end_paragraph()
        builder.begin_page(number)
        builder.waiting.extend(heads)
        if not continues:
            builder.end_paragraph()
        previous: PageLine | None = None
        for line in lines:
            if previous is not None and measure.breaks(previous, line):
                builder.end_paragraph()
            builder.add(line)
            previous = line
        builder.waiting.extend(feet)
    builder.end_paragraph()
    return builder.finish()


def join_lines(first: str, second: str) -> str:
    """Two lines of one paragraph as running text, a hyphen at the first one's end mended.

    >>> join_lines("government sol-", "diers fled"), join_lines("a self-", "defence group"), join_lines("Al-", "Shabab")
    ('government soldiers fled', 'a self-defence group', 'Al-Shabab')
    """
    if first.endswith("\u00ad"):
        return first[:-1] + second
    match = _HYPHEN.search(first)
    if match is None:
        return f"{first} {second}"
    if second[:1].islower() and match.group("head").lower() not in _KEEP_HYPHEN:
        return first[:-1] + second
    return first + second


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in this document: distance between lines in units of type size, full line, type size."""

    gap: float
    gaps_tell: bool
    full: int
    size: float

    @classmethod
    def of(cls, pages: Sequence[Sequence[PageLine]]) -> _Measure:
        ratios = [
            (above.y - below.y) / above.size
            for page in pages
            for above, below in pairwise(page)
            if 0 < above.y - below.y < 4 * above.size and abs(above.size - below.size) < _OTHER_SIZE * above.size
        ]
        usual = median(ratios) if ratios else 1.2
        lengths = sorted(len(line.text) for page in pages for line in page)
        full = lengths[int(0.9 * (len(lengths) - 1))] if lengths else _LEAST_FULL
        wide = sum(ratio > _WIDE_GAP * usual for ratio in ratios)
        # Where half of all gaps are paragraphs' ends the median is one of them: the smallest common gap counts.
        if ratios and full > 2 * _LEAST_FULL:
            usual = min(usual, sorted(ratios)[len(ratios) // 4])
            wide = sum(ratio > _WIDE_GAP * usual for ratio in ratios)
        sizes = [line.size for page in pages for line in page]
        return cls(usual, wide > 0, max(full, _LEAST_FULL), median(sizes) if sizes else 1.0)

    def breaks(self, above: PageLine, below: PageLine) -> bool:
        """Whether a paragraph ends between two lines of a page."""
        if abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size):
            return True
        distance = above.y - below.y
        if distance < 0:
            return self.breaks_at_page(above, below)
        if above.size > _LARGE * self.size:
            return distance > _WIDE_HEADLINE * self.gap * above.size
        if distance > _WIDE_GAP * self.gap * above.size or _LIST_ITEM.match(below.text):
            return True
        begins = not below.text[:1].islower()
        short = _SHORT_WITH_GAPS if self.gaps_tell else _SHORT_WITHOUT_GAPS
        ended = _FULL_STOP.search(above.text) is not None
        if begins and ended and (len(above.text) < short * self.full or below.x > above.x + above.size):
            return True
        return begins and len(above.text) < _STUB * self.full

    def breaks_at_page(self, above: PageLine, below: PageLine) -> bool:
        """Whether a paragraph ends with a page's or a column's last line."""
        if abs(above.size - below.size) > _OTHER_SIZE * max(above.size, below.size):
            return True
        if _FULL_STOP.search(above.text):
            return not below.text[:1].islower()
        return len(above.text) < _STUB * self.full and not below.text[:1].islower()


class _Builder:
    """Collects paragraphs, page starts and furniture while the text grows."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.open = ""
        self.size = 0.0
        self.last: PageLine | None = None
        self.waiting: list[PageLine] = []
        self.pages: list[tuple[int, int]] = []
        self.page_pending: list[int] = []
        self.furniture: list[Span] = []
        self.paragraphs: list[Paragraph] = []

    def begin_page(self, number: int) -> None:
        self.page_pending.append(number)

    def add(self, line: PageLine) -> None:
        before = self.length + (2 if self.length else 0)
        if self.open:
            self.open = join_lines(self.open, line.text)
            start = before + len(self.open) - len(line.text)
        else:
            self.open, self.size, start = line.text, line.size, before
        self.pages.extend((number, start) for number in self.page_pending)
        self.page_pending.clear()
        self.last = line

    def end_paragraph(self) -> None:
        if self.open:
            self.paragraphs.append(Paragraph(self._append(self.open), self.size))
            self.open = ""
        for line in self.waiting:
            span = self._append(line.text)
            self.furniture.append(span)
            self.pages.extend((number, span.start) for number in self.page_pending)
            self.page_pending.clear()
        self.waiting.clear()

    def finish(self) -> Layout:
        text = "".join(self.pieces)
        ends = [*(start for _, start in self.pages[1:]), len(text)][: len(self.pages)]
        sections = tuple(
            Section(Span(start, max(start, end)), f"Page {number}")
            for (number, start), end in zip(self.pages, ends, strict=True)
        )
        return Layout(text, sections, tuple(self.furniture), tuple(self.paragraphs))

    def _append(self, text: str) -> Span:
        if self.length:
            self.pieces.append("\n\n")
            self.length += 2
        span = Span(self.length, self.length + len(text))
        self.pieces.append(text)
        self.length += len(text)
        return span


def _split_furniture(furniture: Sequence[PageLine], body: Sequence[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """Heads, which stand above the page's first line, and feet."""
    top = body[0].y if body else 0.0
    return [line for line in furniture if line.y > top], [line for line in furniture if line.y <= top]


def _find_furniture(page: Sequence[PageLine], pages: Sequence[Sequence[PageLine]]) -> set[int]:
    """The indexes of a page's running heads, feet and page numbers."""
    wanted = max(2, math.ceil(len([one for one in pages if one]) / 2))
    repeated = _count_edges(pages)
    return {
        index
        for index in _edges(page)
        if _PAGE_NUMBER.fullmatch(page[index].text)
        or _PRINT_ADDRESS.fullmatch(page[index].text)
        or repeated[_edge_key(page[index])] >= wanted
    }


def _count_edges(pages: Sequence[Sequence[PageLine]]) -> Counter[str]:
    return Counter(key for page in pages for key in {_edge_key(page[index]) for index in _edges(page)})


def _edges(page: Sequence[PageLine]) -> set[int]:
    by_height = sorted(range(len(page)), key=lambda index: page[index].y)
    order = list(range(len(page)))
    return {*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:], *order[:_EDGE_LINES], *order[-_EDGE_LINES:]}


def _edge_key(line: PageLine) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.lower().split()))
