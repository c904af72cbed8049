"""Trigger and place mentions -> signs: what the parse, the words between and the rival places say of each tie.

A sign is a name with a value, mostly 1; what each is worth is learnt (data/location.tsv). Signs name classes of words
and relations of the parse, never a place or a person, so that they hold for news of any conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from geo.events import syntax
from geo.events.locate_words import (
    GROUND,
    PREPOSITIONS,
    SOURCES,
    SUBORDINATORS,
    classify_holder,
    classify_verb,
    name_preposition,
)
from geo.model import Resolution

_MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nummod", "appos"})
_CLIMBS = frozenset({"ground", "site"})
_INITIAL = 3


@dataclass(frozen=True, slots=True)
class Rival:
    """A place mention of the trigger's sentence: its index among the article's, the head and all of its tokens."""

    index: int
    head: Token
    tokens: Span


@dataclass(frozen=True, slots=True)
class Stand:
    """How a place stands in its sentence."""

    phrase: Token
    """The head of the phrase that the place locates: "outskirts" of "the eastern outskirts of Sake"."""
    inner: tuple[tuple[str, str], ...]
    """From the name up to that head and one beyond: the relation and the class of the word above."""
    holder: Token
    """What the phrase hangs on, past its preposition."""
    preposition: str
    """The preposition between the two, "-" where there is none."""
    up: tuple[Token, ...]
    """From the trigger up to the common head, that head included."""
    down: tuple[Token, ...]
    """From the phrase up to that head, the head left out."""


def find_path(token: Token, place: Token) -> tuple[list[Token], list[Token]]:
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


def read_stand(token: Token, place: Token) -> Stand:
    """How the name with the head `place` stands towards the trigger `token`."""
    phrase, inner = _climb(place)
    preposition = phrase.head if phrase.dep_ == "pobj" else None
    up, down = find_path(token, phrase)
    return Stand(
        phrase,
        tuple(inner),
        preposition.head if preposition is not None else phrase.head,
        name_preposition(preposition) if preposition is not None else "-",
        tuple(up),
        tuple(down),
    )


def _climb(place: Token) -> tuple[Token, list[tuple[str, str]]]:
    """From a name to the ground or site that it names: "the Sake area", "positions in the town of Sake"."""
    inner: list[tuple[str, str]] = []
    at = place
    for _ in range(6):
        above = at.head
        if above.i == at.i:
            break
        if at.dep_ in _MODIFIES and above.pos_ in ("NOUN", "PROPN", "ADJ"):
            held, relation, upper = classify_holder(above), at.dep_, above
        elif at.dep_ == "pobj" and above.lower_ == "of" and above.head.i != above.i:
            held, relation, upper = classify_holder(above.head), "of", above.head
        elif at.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
            inner.append(("conj", classify_holder(above)))
            at = above
            continue
        else:
            break
        inner.append((relation, held))
        if held not in _CLIMBS:
            break
        at = upper
    return at, inner


class Signs(dict[str, float]):
    """Sign -> value; a sign seen twice counts twice."""

    def add(self, sign: str, value: float = 1.0) -> None:
        """Counts `sign` by `value`."""
        self[sign] = self.get(sign, 0.0) + value


def read_signs(token: Token, rivals: Sequence[Rival], places: Sequence[Resolution]) -> list[Signs]:
    """The signs of each of `rivals`, in their order, as the place where the verb or noun `token` happened."""
    stands = [read_stand(token, rival.head) for rival in rivals]
    lengths = [len(stand.up) - 1 + len(stand.down) for stand in stands]
    out = []
    for rival, stand, length in zip(rivals, stands, lengths, strict=True):
        signs = Signs()
        _of_phrase(signs, token, rival, stand, places[rival.index])
        _of_path(signs, token, stand)
        _of_governor(signs, token, stand)
        _of_words_between(signs, token, rival, stand)
        _of_name(signs, rival, rivals, places)
        _of_rivals(signs, token, rival, rivals, places)
        signs.add("shorter paths", sum(other < length for other in lengths))
        if length == min(lengths):
            signs.add("shortest path")
        elif length == max(lengths):
            signs.add("longest path")
        out.append(signs)
    return out


def _of_phrase(signs: Signs, token: Token, rival: Rival, stand: Stand, place: Resolution) -> None:
    """How the place is built into its phrase, what the phrase hangs on, and by which preposition."""
    verb, kind = classify_verb(token), place.mention.kind
    preposition, holder, phrase = stand.preposition, stand.holder, stand.phrase
    held = "trigger" if holder.i == token.i else classify_holder(holder)
    for step, (relation, above) in enumerate(stand.inner[:2]):
        signs.add(f"inner {step}: {relation} {above}")
    signs.add(f"phrase: {phrase.dep_}")
    signs.add(f"by: {preposition}")
    signs.add(f"by: {preposition} on {held}")
    signs.add(f"by: {preposition} on a {holder.dep_}")
    signs.add(f"by: {preposition}, kind {kind}")
    signs.add(f"by: {preposition}, trigger {verb}")
    if holder.pos_ in ("VERB", "AUX"):
        signs.add(f"on the verb: {classify_verb(holder)}{', the trigger' if holder.i == token.i else ''}")
    if phrase.dep_ != "pobj":
        signs.add(f"phrase: {phrase.dep_}, trigger {verb}")
    if holder.i != token.i and holder.pos_ in ("NOUN", "PROPN"):
        if holder.head.i == token.i:
            signs.add(f"by: {preposition} on the trigger's {holder.dep_}, a {held}")
        elif holder.dep_ == "pobj" and holder.head.head.i == token.i:
            signs.add(f"by: {preposition} on a {held} {name_preposition(holder.head)} the trigger")
    if phrase.head.i == token.i:
        signs.add(f"argument: {phrase.dep_}, trigger {verb}, kind {kind}")
        signs.add(f"argument: {phrase.dep_}, trigger {verb}, entity {rival.head.ent_type_ or 'none'}")
    elif holder.i == token.i:
        signs.add(f"argument: {preposition}, trigger {verb}, kind {kind}")


def _of_path(signs: Signs, token: Token, stand: Stand) -> None:
    """The relations on the way from the trigger up to the common head and down to the phrase."""
    climbed = stand.up[:-1]
    top = stand.up[-1]
    first = stand.down[-1] if stand.down else stand.phrase
    first_step = name_preposition(first) if first.dep_ == "prep" else first.dep_
    signs.add(f"first: {first_step} of {'the trigger' if top.i == token.i else 'a ' + top.dep_}")
    signs.add("up: " + " ".join(t.dep_ for t in climbed[:3]))
    for step in climbed:
        signs.add(f"up step: {step.dep_}")
    for step in stand.down:
        signs.add(f"down step: {step.dep_}")
    signs.add("steps up", min(len(climbed), 6))
    signs.add("steps down", min(len(stand.down), 8))
    signs.add("steps", min(len(climbed) + len(stand.down), 12))
    signs.add("verbs down", sum(t.pos_ in ("VERB", "AUX") for t in stand.down))
    signs.add("verbs up", sum(t.pos_ in ("VERB", "AUX") for t in stand.up[1:]))


def _of_governor(signs: Signs, token: Token, stand: Stand) -> None:
    """The verb that the phrase belongs to, and where it stands towards the trigger."""
    verb = next((t for t in syntax.ancestors(stand.phrase) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        signs.add("governed by no verb")
        return
    if verb.i == token.i:
        signs.add("governed by the trigger")
        return
    if verb in syntax.ancestors(token):
        where, relation = "above", "above"
    elif token in syntax.ancestors(verb):
        where, relation = "below", f"below as {verb.dep_}"
    else:
        where, relation = "beside", f"beside as {verb.dep_}"
    signs.add(f"governed from {relation}")
    signs.add(f"governed from {where} by {classify_verb(verb)}")
    if verb.dep_ == "conj" and where == "below":
        same = classify_verb(verb) == classify_verb(token)
        signs.add(f"joined verb of {'the same' if same else 'another'} class")


def _of_words_between(signs: Signs, token: Token, rival: Rival, stand: Stand) -> None:
    """Order and distance, and what stands between the trigger and the name or right beside the name."""
    place, doc, sentence = rival.head, token.doc, token.sent
    low, high = sorted((token.i, place.i))
    between = doc[low + 1 : high]
    order = "after" if place.i > token.i else "before"
    signs.add(order)
    signs.add("distance", min(high - low, 40) / 10)
    signs.add("verbs between", min(5, sum(t.pos_ == "VERB" for t in between)))
    signs.add("commas between", min(4, sum(t.text in (",", ";") for t in between)))
    openers = {t.lower_ for t in between} & SUBORDINATORS
    if openers - {"that", "and", "but"}:
        signs.add("a clause opens between")
    for word in sorted(openers):
        signs.add(f"between: {word}, place {order}")
    start = rival.tokens.start - sentence.start
    signs.add("position", min(max(start, 0), 40) / 10)
    if start <= _INITIAL:
        signs.add(f"opens the sentence: {stand.preposition}")
    if start > 0:
        previous = doc[rival.tokens.start - 1]
        plain = previous.pos_ == "ADP" or previous.is_punct or previous.tag_ in ("DT", "PRP$")
        signs.add(f"word before: {previous.lower_ if plain else previous.pos_}")
    if rival.tokens.end < sentence.end:
        following = doc[rival.tokens.end]
        plain = following.pos_ == "ADP" or following.is_punct or following.tag_ == "POS"
        signs.add(f"word after: {following.lower_ if plain else classify_holder(following)}")


def _of_name(signs: Signs, rival: Rival, rivals: Sequence[Rival], places: Sequence[Resolution]) -> None:
    """What is known of the name itself."""
    mention = places[rival.index].mention
    signs.add(f"kind: {mention.kind}")
    signs.add(f"role: {mention.role if mention.role in ('actor', 'dateline') else 'mention'}")
    signs.add(f"entity: {rival.head.ent_type_ or 'none'}")
    if any(t.ent_type_ == "PERSON" for t in rival.tokens):
        signs.add("a person's name")
    if not _is_named(rival) and any(_is_named(other) for other in rivals):
        signs.add("unnamed beside names")
    if len(rival.tokens) > 1:
        signs.add("several words")
    if mention.cue:
        signs.add(f"cue: {mention.cue if mention.cue in GROUND else 'other'}")
    if mention.inside is not None:
        signs.add("inside another")
    if any(places[other.index].mention.inside == rival.index for other in rivals):
        signs.add("holds another")
    if any(t.lower_ in SOURCES for t in syntax.ancestors(rival.head)):
        signs.add("under one who speaks")


def _is_named(rival: Rival) -> bool:
    return any(t.pos_ == "PROPN" for t in rival.tokens)


def _of_rivals(signs: Signs, token: Token, rival: Rival, rivals: Sequence[Rival], places: Sequence[Resolution]) -> None:
    """How the name stands to the other places of the sentence: nested, in a chain, nearer or farther."""
    mention = places[rival.index].mention
    others = [other for other in rivals if other.index != rival.index]
    for other in others:
        beside = places[other.index].mention
        if beside.text == mention.text:
            signs.add("named twice")
        if 0 <= other.tokens.start - rival.tokens.end <= 4:
            link = _link(token.doc, rival.tokens.end, other.tokens.start)
            signs.add(f"then: {link}")
            signs.add(f"then: {beside.kind} after {mention.kind}")
        elif 0 <= rival.tokens.start - other.tokens.end <= 4:
            link = _link(token.doc, other.tokens.end, rival.tokens.start)
            signs.add(f"behind: {link}")
            signs.add(f"behind: {mention.kind} after {beside.kind}")
    above = {t.i for t in syntax.ancestors(rival.head)}
    if any(other.head.i in above for other in others):
        signs.add("under another place")
    if any(rival.head in syntax.ancestors(other.head) for other in others):
        signs.add("above another place")
    distance = abs(rival.head.i - token.i)
    signs.add("nearer places", sum(abs(other.head.i - token.i) < distance for other in others))


def _link(doc: Doc, start: int, end: int) -> str:
    """The few words between two places: prepositions, marks and words for ground are told, others left out."""
    words = [t.lower_ for t in doc[start:end]]
    kept = [
        w if w not in GROUND else "GROUND" for w in words if w in PREPOSITIONS | GROUND or w in (",", "'s", "and", "(")
    ]
    return " ".join(kept) or ("nothing" if not words else "other")
