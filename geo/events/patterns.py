"""The small language in which the tables of patterns are written, and the matching of its rows against a parsed word.

A row is `(frame, "v" or "n", lemmas, conditions)`. Conditions are parted by spaces and must all hold; `!` turns one
round. Each is `relation:alternatives`, alternatives parted by commas: a lemma, `@class` (geo/events/words.py) or
`+` for "there is one". Relations: subj, obj, any (either), prt (particle or adverb), mod (words before a noun), verb
(what governs a noun), clause, sent (any word of it), aux (its auxiliaries), name (its own lower-case form), and any
preposition ("on:@state").
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from geo.events import syntax
from geo.events.phrases import MODIFIERS, describe, lemma, word_classes

Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """One demand on a word's surroundings."""

    relation: str
    words: frozenset[str]
    classes: frozenset[str]
    anything: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the tables: the frame that a word opens when all conditions hold."""

    frame: str
    verbal: bool
    lemmas: tuple[str, ...]
    conditions: tuple[Condition, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of something happening, and the pattern that says so."""

    token: Token
    pattern: Pattern

    @property
    def frame(self) -> str:
        """The frame of its pattern."""
        return self.pattern.frame


def parse_condition(text: str) -> Condition:
    """A condition from its written form.

    >>> parse_condition("!on:@state,convoy").relation
    'on'
    """
    negated = text.startswith("!")
    relation, _, values = text.lstrip("!").partition(":")
    parts = values.split(",")
    return Condition(
        relation,
        frozenset(p for p in parts if p != "+" and not p.startswith("@")),
        frozenset(p[1:] for p in parts if p.startswith("@")),
        "+" in parts,
        negated,
    )


def build_patterns(rows: tuple[Row, ...]) -> dict[tuple[str, bool], list[Pattern]]:
    """The rows under each (lemma, whether a verb) that can open them, in the order in which they are tried."""
    table: dict[tuple[str, bool], list[Pattern]] = {}
    for frame, part, lemmas, conditions in rows:
        pattern = Pattern(
            frame,
            part == "v",
            tuple(lemmas.split()),
            tuple(parse_condition(c) for c in conditions.split()),
            f"{frame}: {lemmas.split()[0]} {conditions}".strip(),
        )
        for word in pattern.lemmas:
            table.setdefault((word, pattern.verbal), []).append(pattern)
    return table


def _phrases(token: Token, relation: str) -> list[Token]:
    if relation == "subj":
        return syntax.subjects(token)
    if relation == "obj":
        return syntax.objects(token)
    if relation == "any":
        return [*syntax.subjects(token), *syntax.objects(token)]
    found = syntax.prepositional_objects(token, relation)
    if not found and token.pos_ in ("NOUN", "PROPN"):
        verb = syntax.governor(token)
        if verb is not None and token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in syntax.LIGHT_VERBS:
            found = syntax.prepositional_objects(verb, relation)
    return found


def _words(token: Token, relation: str) -> list[str] | None:
    """The bare words that a relation speaks of; None where it speaks of phrases."""
    if relation == "prt":
        return syntax.particles(token)
    if relation == "mod":
        return [lemma(c) for c in token.children if c.dep_ in MODIFIERS and c.i < token.i] + [
            lemma(g) for c in token.children if c.dep_ in MODIFIERS for g in c.children if g.dep_ in MODIFIERS
        ]
    if relation == "verb":
        verb = syntax.governor(token)
        return [verb.lemma_.lower()] if verb is not None else []
    if relation == "clause":
        return [lemma(t) for t in syntax.clause(token)]
    if relation == "sent":
        return [lemma(t) for t in token.sent]
    if relation == "aux":
        return [c.lemma_.lower() for c in token.children if c.dep_ in ("aux", "auxpass")]
    if relation == "name":
        return [token.lower_]
    return None


def holds(condition: Condition, token: Token) -> bool:
    """Whether the surroundings of `token` meet the condition."""
    words = _words(token, condition.relation)
    if words is not None:
        met = (
            bool(words)
            if condition.anything
            else any(w in condition.words or word_classes(w) & condition.classes for w in words)
        )
    else:
        phrases = _phrases(token, condition.relation)
        met = (
            bool(phrases)
            if condition.anything
            else any(
                lemma(p) in condition.words or (bool(condition.classes) and bool(describe(p) & condition.classes))
                for p in phrases
            )
        )
    return met != condition.negated


def match(token: Token, table: dict[tuple[str, bool], list[Pattern]]) -> Trigger | None:
    """The first pattern that `token` opens, None where it opens none."""
    if token.pos_ in ("VERB", "AUX"):
        verbal = True
    elif token.pos_ in ("NOUN", "PROPN"):
        verbal = False
    else:
        return None
    for pattern in table.get((lemma(token), verbal), ()):
        if all(holds(condition, token) for condition in pattern.conditions):
            return Trigger(token, pattern)
    return None
