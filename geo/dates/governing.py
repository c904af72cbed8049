"""The words above a stretch of text in the parse: what a date belongs to, and what "the attack" belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from geo.dates.tense import Clauses

_BETWEEN = ("ADP", "SCONJ", "PART", "DET", "ADV", "NUM", "PUNCT")


@dataclass(frozen=True, slots=True)
class Governed:
    """The head of a stretch of text, the word that it modifies and the verb above that."""

    head: Token
    word: Token | None
    verb: Token | None


def find_governing(clauses: Clauses, start: int, end: int) -> Governed | None:
    """What text[start:end] hangs on; None outside the parsed text."""
    first, last = clauses.token_at(start), clauses.token_at(max(start, end - 1))
    if first is None or last is None or not clauses.parsed:
        return None
    head = next(
        (t for t in clauses.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i or t.head.i == t.i), last
    )
    word = verb = None
    token = head
    for _ in range(30):
        if token.head.i == token.i:
            break
        token = token.head
        if word is None and token.pos_ not in _BETWEEN:
            word = token
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass"):
            verb = token
            break
    return Governed(head, word, verb)
