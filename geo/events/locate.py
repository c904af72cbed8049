"""Where a verb happened: the place mention that the syntax ties to a trigger, by weighted signs of the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from spacy.tokens import Doc, Token

from geo.events import syntax
from geo.events.phrases import lemma
from geo.events.words import word_set
from geo.model import EventPlaceRole, Resolution, Span

_LOCATIVE = word_set("in at on near inside outside around across along within throughout off over")
_TO = word_set("to into onto towards toward for")
_FROM = frozenset({"from", "off"})
_NEAR = word_set("near around outside towards toward by beside")
_PREPOSITIONS = word_set(
    "in at on near inside outside around across along within throughout off over to into from by of between under "
    "toward towards through against with for after since before"
)

# Verbs whose "to X" tells where they ended rather than where they happened.
_MOTION = word_set(
    "flee move travel go return withdraw retreat march send deploy deport fly drive escape head advance cross arrive "
    "come spread take transfer bring evacuate rush"
)

_PLACE_WORDS = word_set(
    "town city village suburb district province region area state county neighbourhood neighborhood quarter port "
    "governorate capital settlement island valley camp outskirts countryside"
)

_UP = {"ccomp": "clause", "relcl": "clause", "parataxis": "clause", "advcl": "advcl", "conj": "conj"}
_DOWN = {"relcl": "clause", "ccomp": "clause", "parataxis": "clause", "advcl": "advcl", "acl": "acl", "appos": "appos"}


# "Shot down a plane and retook Axum": the place of the verb that is joined on is not where the first happened.
_OF_ANOTHER = 6.0


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
    """What each sign adds to the strength of a tie (data/location.tsv: sign, weight, weight before learning)."""
    text = resources.files("geo.events").joinpath("data/location.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {sign: float(weight) for sign, weight, _ in rows}


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
    ties = []
    for index, place in find_heads(doc, places, token):
        signs, role, reason = read_signs(
            token, place, places[index], [h for i, h in find_heads(doc, places, token) if i != index]
        )
        strength = sum(weights.get(sign, 0.0) * value for sign, value in signs.items())
        down = _path(token, place)[1]
        apart = any(t.pos_ == "VERB" and t.i != token.i for t in down)
        if any(t.dep_ == "conj" and t.pos_ == "VERB" and t.i > token.i for t in down) and place.i > token.i:
            strength -= _OF_ANOTHER
        ties.append(Tie(index, strength, role, reason, apart))
    return sorted(ties, key=lambda t: -t.strength)


def find_heads(doc: Doc, places: Sequence[Resolution], token: Token) -> list[tuple[int, Token]]:
    """Index and syntactic head of each place mention in the sentence of `token` where something can have happened."""
    sentence = token.sent
    out = []
    for index, resolution in enumerate(places):
        mention = resolution.mention
        if not sentence.start_char <= mention.span.start < sentence.end_char:
            continue
        if mention.role == "dateline" or mention.kind == "demonym":
            continue
        head = find_token(doc, mention.span)
        if head is not None:
            out.append((index, head))
    return out


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


def read_signs(
    token: Token, place: Token, resolution: Resolution, others: Sequence[Token]
) -> tuple[dict[str, float], EventPlaceRole, str]:
    """The signs for and against a place as where it happened, the part it plays, and the chief sign in words."""
    up, down = _path(token, place)
    mention = resolution.mention
    signs: dict[str, float] = {"any": 1.0}
    role: EventPlaceRole = "at"
    reason = "it stands in the same sentence"

    def add(sign: str, value: float = 1.0) -> None:
        signs[sign] = signs.get(sign, 0.0) + value

    for lower in up[:-1]:
        add("up:" + _UP.get(lower.dep_, "other"))
    for step in down:
        verbal = step.dep_ == "conj" and step.pos_ in ("VERB", "AUX")
        add("down:" + ("verb-conj" if verbal else _DOWN.get(step.dep_, "other")))
    first = down[-1] if down else place
    top = up[-1]
    prep = next((t for t in reversed(down) if t.dep_ in ("prep", "agent") or t.pos_ == "ADP"), None)
    word = prep.lower_ if prep is not None else ""
    if prep is not None and (first.i == prep.i or first.dep_ in ("prep", "agent")):
        own = "own" if top.i == token.i else "shared"
        if word in _TO and lemma(top) in _MOTION:
            role = "to"
            add(f"{own}:to-motion")
            reason = f'"{word}" says where to'
        else:
            add(f"{own}:{word if word in _PREPOSITIONS else 'preposition'}")
            if word in _LOCATIVE:
                add(f"{own}:locative")
            reason = f'"{word}" ties it to the verb'
        if word in _FROM:
            role = "from"
            reason = f'"{word}" says where from'
    elif first.dep_ in ("dobj", "nsubjpass", "nsubj"):
        inner = "head" if first.i == place.i else word if word in _LOCATIVE | {"of"} else "inside"
        add(f"{first.dep_}:{inner}" if top.i == token.i else f"shared {first.dep_}:{inner}")
        if first.dep_ in ("dobj", "nsubjpass"):
            reason = "it is what the verb acts on"
        if first.dep_ == "dobj" and first.i == place.i and top.i == token.i and lemma(token) in ("flee", "escape"):
            role, reason = "from", "it is what they fled from"
    else:
        add(
            "first:"
            + (first.dep_ if first.dep_ in ("poss", "compound", "npadvmod", "advmod", "amod", "advcl") else "other")
        )
    if any(t.dep_ in ("amod", "compound", "nmod", "poss") for t in down):
        add("modifies:" + ("town" if mention.kind in ("city", "facility", "district") else "area"))
    # "The West Bank town of Ramallah": the name behind the common noun is the finer one.
    if place.dep_ in ("compound", "poss", "nmod", "amod") and lemma(place.head) in _PLACE_WORDS:
        add("before a place word")
    if place.dep_ == "pobj" and place.head.lower_ == "of" and lemma(place.head.head) in _PLACE_WORDS:
        add("of a place word")
    add(f"kind:{mention.kind}")
    if mention.role == "actor":
        add("actor")
    if mention.inside is not None:
        add("inside")
    # A town "in" or "of" a province stands above it: the upper is the finer one.
    if any(o.i in {t.i for t in down} for o in others if o.i != place.i):
        add("under another place")
    if any(place in list(syntax.ancestors(o)) for o in others):
        add("above another place")
    add("after" if place.i > token.i else "before")
    add("distance", min(abs(place.i - token.i), 40) / 10)
    nearer = [o for o in others if abs(o.i - token.i) < abs(place.i - token.i)]
    if not nearer:
        add("nearest")
    if word in _NEAR and role == "at":
        role = "near"
    return signs, role, reason
