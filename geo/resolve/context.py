"""What the drawing of described places knows of the article: names placed, countries in mind, and how to say no."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from geo.gazetteer import Gazetteer
from geo.model import Candidate, Mention, Place, Resolution, Span
from geo.phrases import Phrase
from geo.resolve.countries import Memory, Named, country_before, find_country, remember_countries, weigh_countries
from geo.resolve.reasons import name_country

ALSO_IN_MIND = 0.75
"""A country that is spoken of so much less than another is not meant beside it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known once every name is placed."""

    gazetteer: Gazetteer
    placed: Mapping[Span, Resolution]
    noted: Sequence[Named]
    order: Sequence[Resolution]
    sentence_of: Callable[[int], int]
    memory: Memory = field(init=False)
    _starts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "memory", remember_countries(self.noted))
        object.__setattr__(self, "_starts", [r.mention.span.start for r in self.order])

    def before_it(self, start: int, sentences: int) -> list[Resolution]:
        """What stands before a character, at most so many sentences back, the nearest first."""
        found, at = [], bisect_left(self._starts, start)
        while at > 0 and self.sentence_of(start) - self.sentence_of(self._starts[at - 1]) <= sentences:
            at -= 1
            found.append(self.order[at])
        return found

    def around_it(self, start: int, sentences: int) -> list[Resolution]:
        """What stands before a character and after it, at most so many sentences away."""
        found, at = self.before_it(start, sentences), bisect_left(self._starts, start)
        while at < len(self.order) and self.sentence_of(self._starts[at]) - self.sentence_of(start) <= sentences:
            found.append(self.order[at])
            at += 1
        return found

    def anchor(self, phrase: Phrase, at: int = 0) -> Resolution | None:
        """How the name that a phrase leans on was placed; None where it has no such name."""
        return self.placed.get(phrase.anchors[at]) if at < len(phrase.anchors) else None

    def weights(self, start: int) -> Mapping[str, float]:
        """How strongly each country is in the reader's mind at a character."""
        return weigh_countries(self.memory, self.sentence_of(start))

    def before(self, phrase: Phrase) -> tuple[str, float] | None:
        """The country that a phrase points back to, and how sure that is."""
        start = phrase.span.start
        return country_before(self.memory, start, self.sentence_of(start), phrase.antecedents)

    def country_name(self, code: str) -> str:
        """The English short name of a country."""
        return name_country(self.gazetteer, code)

    def countries_in_mind(self, codes: Sequence[str], start: int) -> list[Place]:
        """Of several countries those that the text speaks of near `start`, the strongest first; all where of none."""
        # Who acts is less likely to be where: "Turkey attacked fighters west of the Euphrates in Syria".
        weights = weigh_countries(self.memory, self.sentence_of(start), actor=0.6)
        least = ALSO_IN_MIND * max((weights.get(code, 0.0) for code in codes), default=0.0)
        named = sorted((c for c in codes if weights.get(c, 0.0) > 0 and weights[c] >= least), key=lambda c: -weights[c])
        return [place for code in named or codes if (place := find_country(self.gazetteer, code))]


def unplaced(mention: Mention, reason: str, alternatives: Sequence[Candidate] = ()) -> Resolution:
    """No place, and why."""
    return Resolution(mention, None, 0.0, reason, tuple(alternatives))


def anchor_missing(mention: Mention, found: Resolution | None) -> Resolution:
    """No place, because the name that the phrase leans on has none."""
    name = found.mention.text if found else mention.text
    return unplaced(mention, f"described from {name}, which itself could not be placed")
