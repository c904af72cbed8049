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

Part = Literal["subject", "owner", "told", "agent", "place", "way", "refuge", "harmed", "other"]
"""What a name is in its sentence: its subject, who owns that ("Mali's army"), the subject of what somebody
says, who does harm, where it happens, where to or from, where somebody flees to, who is harmed, or none of these."""

FARTHEST = 6
"""Sentences back beyond which nothing is pointed to."""

_INSIDE_NOUN = frozenset({"compound", "nmod", "amod", "flat", "nummod", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_LOCATIVE = frozenset({"in", "into", "inside", "across", "throughout", "within", "over", "through", "on"})
_DIRECTIVE = frozenset({"to", "from", "at", "towards", "toward"})
_STRETCHES = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "centre",
        "center",
        "part",
        "area",
        "region",
        "capital",
        "city",
        "town",
        "province",
        "outskirts",
        "swathe",
        "much",
        "most",
        "rest",
        "half",
        "coast",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
    ]
)
"""Words for a stretch of what follows "of": the north of Kosovo is where Kosovo is."""

_ENTERING = frozenset(
    ["enter", "reach", "leave", "flee", "visit", "cross", "quit", "exit", "storm", "seize", "capture", "hold", "rule"]
)
"""Verbs whose object is where somebody comes or goes."""

_FLEEING = frozenset({"flee", "escape", "cross", "crossing", "border", "frontier", "retreat", "spill", "return"})
"""Words that lead away from what a text is about."""

_SAYING = frozenset({"say", "tell", "report", "announce", "confirm", "add"})

HARMING = frozenset(
    [
        "strike",
        "hit",
        "attack",
        "bomb",
        "shell",
        "invade",
        "pound",
        "raid",
        "batter",
        "target",
        "ravage",
        "devastate",
        "occupy",
        "annex",
        "blockade",
        "bombard",
        "assault",
        "besiege",
        "overrun",
        "rock",
        "shake",
        "destroy",
    ]
)
"""Verbs whose subject acts on ground that is not its own."""


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
    owner, name = False, token
    for _ in range(6):
        head = token.head
        if token.dep_ in _INSIDE_NOUN or (token.dep_ == "conj" and head.pos_ in ("PROPN", "NOUN")):
            token = head
        elif token.dep_ == "poss":
            owner, token = True, head
        elif token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in _STRETCHES:
            token = head.head
        else:
            break
    head = token.head
    if token.dep_ in _SUBJECTS:
        if token.dep_ == "nsubj" and head.lemma_.lower() in HARMING:
            return "agent"
        # "Tajik guards said": who is asked is not what is spoken of.
        if head.dep_ == "ccomp" or (token.i != name.i and head.lemma_.lower() in _SAYING):
            return "told"
        return "owner" if owner else "subject"
    if token.dep_ == "pobj":
        if head.lower_ in ("to", "into") and head.head.lemma_.lower() in _FLEEING:
            return "refuge"
        if head.lower_ in _LOCATIVE or (head.lower_ == "of" and head.head.lower_ in ("out", "inside", "outside")):
            return "place"
        return "way" if head.lower_ in _DIRECTIVE and head.head.pos_ == "VERB" else "other"
    if token.dep_ in ("dobj", "obj"):
        verb = head.lemma_.lower()
        return "harmed" if verb in HARMING else "place" if verb in _ENTERING else "other"
    return "other"
