"""What a time expression hangs on in its sentence, and which one a trigger word can claim: syntax, clause, sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.dates.tense import Clauses
from geo.model import TimeExpression

SAYING = {
    "say",
    "tell",
    "report",
    "announce",
    "state",
    "add",
    "claim",
    "confirm",
    "acknowledge",
    "write",
    "predict",
    "note",
    "declare",
    "accord",
}


Choice = tuple[int, str, float]
"""Index of a time expression, why it was chosen, and how far that is to be believed."""


@dataclass(frozen=True, slots=True)
class Held:
    """A time expression with what it hangs on: the word that it modifies, and the verb above that."""

    index: int
    time: TimeExpression
    head: Token
    word: Token | None
    verb: Token | None


def governors(token: Token) -> list[Token]:
    """The tokens above a token, nearest first."""
    chain = []
    for _ in range(30):
        if token.head.i == token.i:
            break
        token = token.head
        chain.append(token)
    return chain


def is_verb(token: Token) -> bool:
    """Whether a token is a verb of its own, no auxiliary."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")


def verb_above(token: Token) -> Token:
    """The verb whose tense is that of the trigger."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def find_held(clauses: Clauses, index: int, time: TimeExpression) -> Held | None:
    """What an expression, given with its index in the list of times, hangs on; None outside the parsed text."""
    first, last = clauses.token_at(time.span.start), clauses.token_at(time.span.end - 1)
    if first is None or last is None:
        return None
    head = next(
        (t for t in clauses.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i or t.head.i == t.i), last
    )
    above = governors(head)
    word = next((t for t in above if t.pos_ not in ("ADP", "SCONJ", "PART", "DET", "ADV", "NUM", "PUNCT")), None)
    verb = next((t for t in above if is_verb(t)), None)
    return Held(index, time, head, word, verb)


def stem(token: Token) -> str:
    """What a verb and its noun have in common: "killing", "killed" -> "kill"."""
    lemma = token.lemma_.lower()
    for ending in ("ings", "ing", "ation", "ment", "ions", "ion", "s"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            return lemma[: -len(ending)]
    return lemma


def by_syntax(trigger: Token, held: Sequence[Held]) -> Choice | None:
    """An expression that modifies the trigger itself."""
    own = [(abs(h.head.i - trigger.i), h.index) for h in held if h.word is not None and h.word.i == trigger.i]
    return (min(own)[1], "the expression belongs to the event's own word", 0.95) if own else None


def by_clause(trigger: Token, held: Sequence[Held]) -> Choice | None:
    """An expression that modifies a word of the trigger's clause, or the verb that the trigger depends on."""
    if is_verb(trigger):
        inner = [
            (abs(h.head.i - trigger.i), h.index)
            for h in held
            if h.verb is not None and h.verb.i == trigger.i and trigger.lemma_.lower() not in SAYING
        ]
        if inner:
            return min(inner)[1], "the expression belongs to a word of the event's clause", 0.8
    below = trigger
    for depth, above in enumerate(governors(trigger)):
        if below.dep_ == "ccomp" and above.lemma_.lower() in SAYING:
            break  # what was said is not dated by the day on which it was said
        near = [(abs(h.head.i - trigger.i), h.index) for h in held if h.word is not None and h.word.i == above.i]
        if near:
            return (
                min(near)[1],
                "the expression belongs to the clause that the event is part of",
                max(0.5, 0.85 - 0.1 * depth),
            )
        below = above
    return None


def by_sentence(trigger: Token, held: Sequence[Held]) -> Choice | None:
    """The nearest expression of the sentence that belongs to no other event: one in a verb joined to the trigger."""
    near = [
        (abs(h.head.i - trigger.i), h.index)
        for h in held
        if h.verb is None or (h.verb.dep_ == "conj" and h.verb.head.i == trigger.i)
    ]
    return (min(near)[1], "the nearest expression in the sentence", 0.6) if near else None
