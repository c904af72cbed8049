"""What "the country" and "the border" could point back to: names before them, and the part each plays in its sentence.

Read off the parse for the few phrases that point back; geo/resolve weighs what it gives, once the names are placed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from geo.model import Span
from geo.phrases.masking import NamedSpan

Part = Literal["subject", "owner", "place", "object", "other"]
"""What a name is in its sentence: subject, owner of it ("Mali's army"), where it happens, object, or none of these."""

FARTHEST = 6
"""Sentences back beyond which nothing is pointed to."""

_INSIDE_NOUN = frozenset({"compound", "nmod", "amod", "flat", "nummod", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_LOCATIVE = frozenset(
    {"in", "into", "inside", "across", "throughout", "within", "over", "through", "to", "from", "on", "at"}
)


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A name that a phrase could point back to: how many sentences and paragraphs back, and what it is there."""

    name: Span
    sentences: int
    paragraphs: int
    part: Part


def find_antecedents(
    doc: Doc, names: Sequence[NamedSpan], phrases: Sequence[Span]
) -> Mapping[Span, tuple[Antecedent, ...]]:
    """For each of `phrases` the names before it, at most `FARTHEST` sentences back, the nearest last."""
    ordered = sorted((name.span for name in names), key=lambda span: span.start)
    starts = [span.start for span in ordered]
    sentences = [sentence.start_char for sentence in doc.sents]
    breaks = _paragraph_breaks(doc.text)
    parts: dict[Span, Part] = {}
    tokens = [token.idx for token in doc]
    found: dict[Span, tuple[Antecedent, ...]] = {}
    for phrase in phrases:
        at = bisect_right(sentences, phrase.start)
        first = sentences[max(0, at - 1 - FARTHEST)] if sentences else 0
        heard = []
        for span in ordered[bisect_left(starts, first) : bisect_left(starts, phrase.start)]:
            if span not in parts:
                parts[span] = _find_part(doc[min(len(doc) - 1, max(0, bisect_left(tokens, span.end) - 1))])
            paragraphs = bisect_right(breaks, phrase.start) - bisect_right(breaks, span.start)
            heard.append(Antecedent(span, at - bisect_right(sentences, span.start), paragraphs, parts[span]))
        found[phrase] = tuple(heard)
    return found


def _paragraph_breaks(text: str) -> list[int]:
    breaks, at = [], text.find("\n\n")
    while at >= 0:
        breaks.append(at)
        at = text.find("\n\n", at + 2)
    return breaks


def _find_part(token: Token) -> Part:
    owner = False
    for _ in range(6):
        if token.dep_ in _INSIDE_NOUN or (token.dep_ == "conj" and token.head.pos_ in ("PROPN", "NOUN")):
            token = token.head
        elif token.dep_ == "poss":
            owner, token = True, token.head
        else:
            break
    if token.dep_ in _SUBJECTS:
        return "owner" if owner else "subject"
    if token.dep_ == "pobj":
        return "place" if token.head.lower_ in _LOCATIVE else "other"
    return "object" if token.dep_ in ("dobj", "obj", "attr") else "other"
