"""Where a verb happened: the place mention that the syntax ties to a trigger, by learnt weights of the parse's signs.

The signs are read by geo/events/locate_signs.py, their weights learnt by benchmarks/train_locations.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Doc, Token

from geo.events.locate_signs import Rival, find_path, read_signs
from geo.events.locate_words import classify_verb
from geo.events.phrases import lemma
from geo.events.words import word_set
from geo.model import EventPlaceRole, Resolution, Span

_TO = word_set("to into onto towards toward for")
_FROM = frozenset({"from", "off"})
_NEAR = word_set("near around outside towards toward by beside")

# Verbs whose "to X" tells where they ended rather than where they happened.
_MOTION = word_set(
    "flee move travel go return withdraw retreat march send deploy deport fly drive escape head advance cross arrive "
    "come spread take transfer bring evacuate rush"
)

# Strength is the log odds of a tie put on the scale on which 9 is where a place counts as told (geo/events/drafting).
_LEVEL, _SCALE = 7.2, 1.9

# "Fled over the border after a night of fighting": the fighting was before, and elsewhere. Set by hand, since the
# corpus asks of verbs alone.
_ASIDE = word_set("after before following since despite")
_ELSEWHERE = 3.0


@dataclass(frozen=True, slots=True)
class Tie:
    """A place mention tied to a trigger: its index, how strongly (the more the better), as what, and why."""

    index: int
    strength: float
    role: EventPlaceRole
    reason: str
    apart: bool = False
    """Whether another verb stands between the two: the place is that of another happening, unless none is nearer."""


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """What each sign adds to the log odds of a tie (data/location.tsv: sign, weight)."""
    text = resources.files("geo.events").joinpath("data/location.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight in rows}


def find_token(doc: Doc, span: Span) -> Token | None:
    """The syntactic head of the words that `span` covers; None where it covers none."""
    covered = doc.char_span(span.start, span.end, alignment_mode="expand")
    if covered is None or len(covered) == 0:
        return None
    return covered.root


def locate_trigger(doc: Doc, places: Sequence[Resolution], trigger: Span) -> int | None:
    """The index of the place mention at which the verb at `trigger` happened; None where the text ties none to it.

    `trigger` and the mentions' spans are offsets into the article's text.
    """
    token = find_token(doc, trigger)
    if token is None:
        return None
    ties = find_ties(doc, places, token)
    return ties[0].index if ties else None


def find_ties(doc: Doc, places: Sequence[Resolution], token: Token) -> list[Tie]:
    """The place mentions of the trigger's sentence that can be where it happened, best first."""
    weights = load_weights()
    rivals = find_rivals(doc, places, token)
    ties = []
    for rival, signs in zip(rivals, read_signs(token, rivals, places), strict=True):
        odds = weights["always"] + sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
        role, reason = describe_tie(token, rival.head)
        up, down = find_path(token, rival.head)
        apart = any(t.pos_ == "VERB" and t.i != token.i for t in down)
        aside = any(t.dep_ == "prep" and t.lower_ in _ASIDE for t in up[:-1])
        strength = _LEVEL + _SCALE * odds - (_ELSEWHERE if aside else 0.0)
        ties.append(Tie(rival.index, strength, role, reason, apart))
    return sorted(ties, key=lambda t: -t.strength)


def find_rivals(doc: Doc, places: Sequence[Resolution], token: Token) -> list[Rival]:
    """The place mentions in the sentence of `token` at which something can have happened, in their order.

    Where something was said is left out, unless the saying itself is asked for.
    """
    sentence = token.sent
    speaks = classify_verb(token) == "say"
    out = []
    for index, resolution in enumerate(places):
        mention = resolution.mention
        if not sentence.start_char <= mention.span.start < sentence.end_char:
            continue
        if mention.kind == "demonym" or (mention.role == "dateline" and not speaks):
            continue
        covered = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if covered is not None and len(covered):
            out.append(Rival(index, covered.root, covered))
    return out


def describe_tie(token: Token, place: Token) -> tuple[EventPlaceRole, str]:
    """The part that a place plays in what `token` tells (at, from, to, near), and what ties it to it, in words."""
    up, down = find_path(token, place)
    first = down[-1] if down else place
    top = up[-1]
    preposition = next((t for t in reversed(down) if t.dep_ in ("prep", "agent") or t.pos_ == "ADP"), None)
    word = preposition.lower_ if preposition is not None else ""
    if preposition is not None and (first.i == preposition.i or first.dep_ in ("prep", "agent")):
        if word in _TO and lemma(top) in _MOTION:
            return "to", f'"{word}" says where to'
        if word in _FROM:
            return "from", f'"{word}" says where from'
        return ("near" if word in _NEAR else "at"), f'"{word}" ties it to the verb'
    if first.dep_ == "dobj" and first.i == place.i and top.i == token.i and lemma(token) in ("flee", "escape"):
        return "from", "it is what they fled from"
    role: EventPlaceRole = "near" if word in _NEAR else "at"
    if first.dep_ in ("dobj", "nsubjpass"):
        return role, "it is what the verb acts on"
    return role, "it stands in the same sentence"
