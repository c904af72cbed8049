"""Article text and its annotations -> paragraphs of flat segments, each knowing all that covers it.

The browser builds one element a segment and never counts characters, which it would count in UTF-16.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from geo.model import Section, Span
from geo.view.wording import show_text


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of the text to be shown as something: `kind` names what, `key` what it belongs to."""

    span: Span
    kind: str
    key: str
    hint: str = ""


def build_segments(
    text: str,
    highlights: Iterable[Highlight],
    sections: Iterable[Section] = (),
    heads: Iterable[tuple[int, dict[str, Any]]] = (),
) -> list[dict[str, Any]]:
    """Paragraphs of the text, one a line that is not blank, as plain values for the reader.

    Each paragraph is `{"section": name or None, "heads": [...], "parts": [{"t": words, "k": {kind: [keys]}, "h":
    hint}]}`; joined, the parts are the line. Highlights may overlap and nest in any way. `heads` are values that stand
    above the line in which their offset lies, or above the next. Linear in text and highlights, but for how deep they
    nest.
    """
    lines = list(_lines(text))
    inside = _by_line(lines, sorted(highlights, key=lambda item: (item.span.start, -item.span.end)))
    named = sorted(sections, key=lambda section: section.span.start)
    waiting = sorted(heads, key=lambda head: head[0])[::-1]
    paragraphs: list[dict[str, Any]] = []
    seen: str | None = None
    for line, items in zip(lines, inside, strict=True):
        section = next((part.name for part in named if part.span.start <= line.start < part.span.end), None)
        above = []
        while waiting and waiting[-1][0] < line.end:
            above.append(waiting.pop()[1])
        paragraphs.append(
            {
                "section": show_text(section) if section and section != seen else None,
                "heads": above,
                "parts": list(_parts(text, line, items)),
            }
        )
        seen = section
    return paragraphs


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _by_line(lines: Sequence[Span], ordered: Sequence[Highlight]) -> list[list[Highlight]]:
    """The highlights that touch each line, the earliest and then the longest first."""
    found: list[list[Highlight]] = []
    running: list[Highlight] = []
    at = 0
    for line in lines:
        while at < len(ordered) and ordered[at].span.start < line.end:
            running.append(ordered[at])
            at += 1
        running = [item for item in running if item.span.end > line.start]
        found.append([item for item in running if item.span.overlaps(line)])
    return found


def _parts(text: str, line: Span, inside: Sequence[Highlight]) -> Iterator[dict[str, Any]]:
    edges = {line.start, line.end}
    for item in inside:
        edges.update({max(item.span.start, line.start), min(item.span.end, line.end)})
    cuts = sorted(edges)
    running: list[Highlight] = []
    at = 0
    for start, end in pairwise(cuts):
        while at < len(inside) and inside[at].span.start <= start:
            running.append(inside[at])
            at += 1
        running = [item for item in running if item.span.end >= end]
        yield _part(show_text(text[start:end]), running)


def _part(words: str, over: Sequence[Highlight]) -> dict[str, Any]:
    kinds: dict[str, list[str]] = {}
    hints: list[str] = []
    for item in over:
        keys = kinds.setdefault(item.kind, [])
        if item.key not in keys:
            keys.append(item.key)
        if item.hint and item.hint not in hints:
            hints.append(item.hint)
    part: dict[str, Any] = {"t": words}
    if kinds:
        part["k"] = kinds
    if hints:
        part["h"] = " · ".join(hints)
    return part
