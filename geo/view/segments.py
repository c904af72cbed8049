"""Article text and its annotations -> paragraphs of flat segments, each knowing all that covers it.

The browser builds one element a segment and never counts characters, which it would count in UTF-16.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    text: str, highlights: Iterable[Highlight], sections: Iterable[Section] = ()
) -> list[dict[str, Any]]:
    """Paragraphs of the text, one a line that is not blank, as plain values for the reader.

    Each paragraph is `{"section": name or None, "parts": [{"t": words, "k": {kind: [keys]}, "h": hint}]}`; joined, the
    parts are the line. Highlights may overlap and nest in any way.
    """
    ordered = sorted(highlights, key=lambda item: (item.span.start, -item.span.end))
    named = sorted(sections, key=lambda section: section.span.start)
    paragraphs: list[dict[str, Any]] = []
    seen: str | None = None
    for line in _lines(text):
        section = next((part.name for part in named if part.span.start <= line.start < part.span.end), None)
        inside = [item for item in ordered if item.span.overlaps(line)]
        paragraphs.append(
            {
                "section": show_text(section) if section and section != seen else None,
                "parts": list(_parts(text, line, inside)),
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


def _parts(text: str, line: Span, inside: list[Highlight]) -> Iterator[dict[str, Any]]:
    cuts = {line.start, line.end}
    for item in inside:
        cuts.update({max(item.span.start, line.start), min(item.span.end, line.end)})
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        kinds: dict[str, list[str]] = {}
        hints: list[str] = []
        for item in inside:
            if item.span.start <= start and end <= item.span.end:
                keys = kinds.setdefault(item.kind, [])
                if item.key not in keys:
                    keys.append(item.key)
                if item.hint and item.hint not in hints:
                    hints.append(item.hint)
        part: dict[str, Any] = {"t": show_text(text[start:end])}
        if kinds:
            part["k"] = kinds
        if hints:
            part["h"] = " · ".join(hints)
        yield part
