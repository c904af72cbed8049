"""Where a verb happened: the place mention that the syntax ties to a trigger, by an ordered list of ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from geo.events import syntax
from geo.events.phrases import lemma
from geo.events.words import word_set
from geo.model import EventPlaceRole, Resolution, Span

_AT = word_set(
    "in at on near inside outside around along across throughout within over off under behind by between beside "
    "above towards toward through among of into"
)
_TO = word_set("to into onto towards toward for")
_FROM = frozenset({"from", "off"})
_NEAR = word_set("near around outside towards toward by beside")

# Verbs whose "to X" tells where they ended rather than where they happened.
_MOTION = word_set(
    "flee move travel go return withdraw retreat march send deploy deport fly drive escape head advance cross "
    "arrive come spread take transfer bring evacuate rush"
)


@dataclass(frozen=True, slots=True)
class Tie:
    """A place mention tied to a trigger: its index, how strongly (the more the better), as what, and why."""

    index: int
    strength: float
    role: EventPlaceRole
    reason: str


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
    sentence = token.sent
    ties = []
    for index, resolution in enumerate(places):
        span = resolution.mention.span
        if not sentence.start_char <= span.start < sentence.end_char:
            continue
        if resolution.mention.role == "dateline":
            continue
        head = find_token(doc, span)
        if head is None:
            continue
        tie = _tie(token, head, index, resolution)
        if tie is not None:
            ties.append(tie)
    return sorted(ties, key=lambda t: -t.strength)


def _path(token: Token, place: Token) -> tuple[list[Token], list[Token]]:
    """The tokens from the trigger up to the common head, and from the place up to it (that head in the first)."""
    up = [token, *syntax.ancestors(token)]
    down: list[Token] = []
    walk = place
    while walk not in up:
        down.append(walk)
        if walk.head.i == walk.i:
            return up, down
        walk = walk.head
    return up[: up.index(walk) + 1], down


def _tie(token: Token, place: Token, index: int, resolution: Resolution) -> Tie | None:
    up, down = _path(token, place)
    mention = resolution.mention
    strength = 10.0
    role: EventPlaceRole = "at"
    reasons: list[str] = []
    # Way up from the trigger: leaving its own clause costs.
    for lower in up[:-1]:
        if lower.dep_ in ("ccomp", "relcl", "parataxis"):
            strength -= 3.0
        elif lower.dep_ == "advcl":
            strength -= 1.2
        elif lower.dep_ == "conj":
            strength -= 1.0
        else:
            strength -= 0.5
    first = down[-1] if down else place
    top = up[-1]
    prep = next((t for t in reversed(down) if t.dep_ in ("prep", "agent") or t.pos_ == "ADP"), None)
    # Way down to the place.
    for step in down:
        if step.dep_ in ("relcl", "ccomp", "parataxis"):
            strength -= 3.0
        elif step.dep_ in ("advcl", "acl"):
            strength -= 2.0
        elif step.dep_ == "conj" and step.pos_ in ("VERB", "AUX"):
            strength -= 2.5
        elif step.dep_ in ("appos",):
            strength -= 0.3
        else:
            strength -= 0.35
    word = prep.lower_ if prep is not None else ""
    if first is prep or (first.dep_ in ("prep", "agent")):
        if word in (
            "in",
            "at",
            "on",
            "near",
            "inside",
            "outside",
            "around",
            "across",
            "along",
            "within",
            "throughout",
            "off",
        ):
            strength += 3.0
            reasons.append(f'"{word}" ties it to the verb')
        elif word in _TO and lemma(top) in _MOTION:
            role = "to"
            strength += 1.0 if top.i == token.i else -4.0
            reasons.append(f'"{word}" says where to')
        elif word in _FROM:
            role = "from"
            strength -= 1.0 if top.i == token.i else 3.0
            reasons.append(f'"{word}" says where from')
        elif word == "by":
            strength -= 4.0
        elif word in _AT or word in _TO:
            strength += 1.0
            reasons.append(f'"{word}" ties it to the verb')
        elif word in ("against", "after", "since", "before", "with", "like", "despite"):
            strength -= 2.0
    elif first.dep_ in ("dobj", "nsubjpass"):
        strength += 2.2
        reasons.append("it is what the verb acts on")
    elif first.dep_ in ("nsubj", "poss", "compound") and not any(t.dep_ == "prep" for t in down):
        strength -= 4.0
    if any(t.dep_ in ("amod", "compound", "nmod", "poss") for t in down) and mention.kind not in (
        "city",
        "facility",
        "district",
    ):
        strength -= 1.2
    if place.dep_ == "poss":
        strength -= 0.4
    if mention.kind == "demonym":
        strength -= 6.0
    if mention.role == "actor":
        strength -= 4.0
    if mention.inside is not None:
        strength -= 0.6
    # The finer place, all else equal: a town says more than its country.
    strength += {
        "city": 0.8,
        "facility": 0.8,
        "district": 0.6,
        "border": 0.8,
        "relative": 0.8,
        "province": 0.3,
        "country": -0.6,
    }.get(mention.kind, 0.2)
    if place.i > token.i:
        strength += 0.5
    strength -= 0.02 * abs(place.i - token.i)
    if word in _NEAR and role == "at" and first is prep:
        role = "near"
    return Tie(index, strength, role, "; ".join(reasons) or "it stands in the same sentence")
