"""Names hidden behind one letter for their sort, so that rules are plain expressions over the words between names.

Works character for character: every offset of the masked text is an offset into the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import PlaceKind, Span
from geo.phrases.words import ONLY_RIVERS, RIVERS, WATER_WORDS

COUNTRY, DEMONYM, PLACE, WATER, BORDER, COAST = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005", "\ue006"
"""The letters; the last two stand for whole phrases in the second round of rules."""

NAMES = frozenset({COUNTRY, DEMONYM, PLACE, WATER})

_WORD = re.compile(r"[^\W\d_]+")
_RIVER_BESIDE = re.compile(r"\s+(?:river|estuary|delta|valley|basin|canal)\b")
_BEFORE_RIVER = re.compile(
    r"\b(?:river|banks?\s+of|bank\s+of|banks?\s+of\s+the|(?:north|south|east|west)\s+of\s+the|along\s+the)\s+$"
)
_TAIL = re.compile(r"(?:sea|ean|gulf|tic)(?P<tail>\s+(?:coast|coastline|shores?))$")
"""Words after a sea's name with which a name found as a whole still leaves a phrase to be read."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name in the text and what sort of place it names, as far as known before it is placed."""

    span: Span
    kind: PlaceKind


def mask_names(text: str, names: Sequence[NamedSpan]) -> str:
    """`text` in lower case with each name replaced by as many letters of its sort; a name within a name is left out.

    Quotation marks of every sort become plain ones.

    >>> mask_names("Fighting near Kunduz", [NamedSpan(Span(14, 20), "city")]).replace(PLACE, "P")
    'fighting near PPPPPP'
    >>> mask_names("East of the Euphrates", [NamedSpan(Span(12, 21), "region")]).replace(WATER, "W")
    'east of the WWWWWWWWW'
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    plain = lower.replace("’", "'").replace("‘", "'")
    parts: list[str] = []
    end = 0
    for name in sorted(names, key=lambda n: (n.span.start, -n.span.end)):
        if name.span.start < end:
            continue
        parts.append(plain[end : name.span.start])
        end = name.span.end
        if tail := _TAIL.search(plain, name.span.start, end):
            # "Mediterranean coast" names the sea; the name within it is a mention of its own.
            end = tail.start("tail")
        parts.append(_letter(plain, name) * (end - name.span.start))
    parts.append(plain[end:])
    return "".join(parts)


def _letter(plain: str, name: NamedSpan) -> str:
    if name.kind == "demonym":
        return DEMONYM
    words = _WORD.findall(plain[name.span.start : name.span.end])
    if words and (words[0] in WATER_WORDS or words[-1] in WATER_WORDS):
        return WATER
    if any(word in RIVERS for word in words[-1:]):
        alone = words[-1] in ONLY_RIVERS
        beside = _RIVER_BESIDE.match(plain, name.span.end)
        before = _BEFORE_RIVER.search(plain, max(0, name.span.start - 24), name.span.start)
        if alone or beside or before:
            return WATER
    return COUNTRY if name.kind == "country" else PLACE


def mask_spans(masked: str, spans: Sequence[tuple[Span, str]]) -> str:
    """`masked` with each span, a phrase already found, replaced by its letter."""
    for span, letter in spans:
        masked = masked[: span.start] + letter * (span.end - span.start) + masked[span.end :]
    return masked
