"""Mentions of events that have a time, by their words: "the killing" is dated where "killed on Friday" stands."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Token

from geo.dates.dating.attachment import Held
from geo.dates.dating.event_words import FAMILIES

_POINTING = {"the", "this", "that", "these", "those"}


def stem(token: Token) -> str:
    """What a verb and its noun have in common: "killing", "killed" -> "kill"."""
    lemma = token.lemma_.lower()
    for ending in ("ings", "ing", "ation", "ment", "ions", "ion", "s"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            return lemma[: -len(ending)]
    return lemma


@dataclass(slots=True)
class Mentions:
    """The dated mentions of one text in order, by stem and by family of words."""

    by_stem: dict[str, list[tuple[int, Held]]] = field(default_factory=dict)
    by_family: dict[int, list[tuple[int, Held]]] = field(default_factory=dict)

    def add(self, held: Held) -> None:
        """Takes in the words that an expression of a whole day hangs on; expressions come in text order."""
        for word in dict.fromkeys((held.word, held.verb)):
            if word is not None:
                self.by_stem.setdefault(stem(word), []).append((word.i, held))
                for family in FAMILIES.get(word.lemma_.lower(), ()):
                    self.by_family.setdefault(family, []).append((word.i, held))

    def find(self, trigger: Token) -> Held | None:
        """The dated mention of the event that a noun points back to, the nearest one before it first."""
        if trigger.pos_ != "NOUN":
            return None
        found = _nearest(self.by_stem.get(stem(trigger)), trigger.i)
        if found is not None or not _points_back(trigger):
            return found
        for family in FAMILIES.get(trigger.lemma_.lower(), ()):
            found = _nearest(self.by_family.get(family), trigger.i)
            if found is not None:
                return found
        return None


def _points_back(noun: Token) -> bool:
    """Whether a noun tells of something known: "the blast", "his murder", "Kidal's seizure"."""
    return any(c.lower_ in _POINTING or c.dep_ == "poss" for c in noun.children)


def _nearest(found: list[tuple[int, Held]] | None, at: int) -> Held | None:
    """The nearest of the mentions, the word itself left out."""
    if not found:
        return None
    here = bisect_left(found, at, key=lambda each: each[0])
    near = [each for each in found[max(0, here - 3) : here + 3] if each[0] != at]
    return min(near, key=lambda each: (abs(each[0] - at), each[0]))[1] if near else None
