"""Which countries the text is speaking of at a given point: what "the country" and "the border" point back to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.gazetteer import Gazetteer
from geo.model import Mention, Place
from geo.phrases import Antecedent


@dataclass(frozen=True, slots=True)
class Named:
    """A country named, or a place in it: where in the text, in which sentence, and how plainly."""

    code: str
    start: int
    sentence: int
    weight: float
    acts: bool = False
    """Whether it is named as who acts, not as where."""


PLAIN = 1.0
BY_DEMONYM = 0.8
BY_TOWN = 0.5


def find_country(gazetteer: Gazetteer, code: str | None) -> Place | None:
    """The country with that ISO code; asked so often in one article that all are kept."""
    return _by_code(gazetteer).get(code or "")


@lru_cache(maxsize=4)
def _by_code(gazetteer: Gazetteer) -> Mapping[str, Place]:
    return {place.country: place for place in gazetteer.countries() if place.country}


@lru_cache(maxsize=512)
def find_border(gazetteer: Gazetteer, a: str, b: str) -> Place | None:
    """The land border between two countries, None where they share none."""
    return gazetteer.border(a, b)


def note_countries(
    mentions: Sequence[Mention], places: Sequence[Place | None], sentences: Sequence[int]
) -> tuple[Named, ...]:
    """Every mention that speaks of a country, by its name, its demonym or a place in it, in text order."""
    noted = []
    for mention, place, sentence in zip(mentions, places, sentences, strict=True):
        if place is None or not place.country or mention.kind in ("border", "relative"):
            continue
        weight = BY_DEMONYM if mention.kind == "demonym" else PLAIN if place.precision == "country" else BY_TOWN
        if mention.role == "dateline" and weight == BY_TOWN:
            weight = BY_TOWN / 2
        acts = mention.role == "actor" or mention.kind == "demonym"
        noted.append(Named(place.country, mention.span.start, sentence, weight, acts))
    return tuple(noted)


FARTHEST = 8
"""Sentences away beyond which a name fades no more."""


@dataclass(frozen=True, slots=True)
class Memory:
    """All that an article names of countries, laid out so that one place in it is asked about in little time.

    `shares` is what `share_countries` gives, `first` the first country named, by its name or its people, and where.
    """

    noted: Sequence[Named]
    sentences: Sequence[int]
    often: Mapping[str, float]
    strongest: Mapping[str, float]
    shares: Mapping[str, float]
    first: tuple[str, int] | None

    def within(self, sentence: int, back: int, ahead: int) -> Sequence[Named]:
        """What is named at most so many sentences before and after one."""
        low, high = bisect_left(self.sentences, sentence - back), bisect_right(self.sentences, sentence + ahead)
        return self.noted[low:high]


def remember_countries(noted: Sequence[Named]) -> Memory:
    """The memory of an article from what `note_countries` gives."""
    often: dict[str, float] = defaultdict(float)
    strongest: dict[str, float] = defaultdict(float)
    for each in noted:
        often[each.code] += 0.02 * each.weight
        strongest[each.code] = max(strongest[each.code], each.weight)
    first = next(((each.code, each.start) for each in noted if each.weight >= BY_DEMONYM), None)
    return Memory(noted, [each.sentence for each in noted], often, strongest, share_countries(noted), first)


def weigh_countries(memory: Memory, sentence: int, actor: float = 1.0) -> Mapping[str, float]:
    """How strongly each country is in the reader's mind at a sentence: the nearer and the oftener, the stronger.

    What stands in the same sentence counts fully, what stood before fades by half a sentence, what comes later counts
    little; each country also counts once for being named at all. Who merely acts counts `actor` of that.
    """
    nearest = {code: weight * 0.6**FARTHEST for code, weight in memory.strongest.items()}
    for each in memory.within(sentence, FARTHEST, FARTHEST):
        distance = sentence - each.sentence
        if distance == 0:
            fade = 1.0
        elif distance > 0:
            fade = 0.6**distance
        else:
            fade = 0.25 * 0.6**-distance
        weight = fade * each.weight * (actor if each.acts else 1.0)
        nearest[each.code] = max(nearest[each.code], weight)
    return {code: weight + min(0.3, memory.often[code]) for code, weight in nearest.items()}


PART_WEIGHTS = {
    "place": 1.6,
    "harmed": 1.6,
    "way": 1.4,
    "refuge": 0.7,
    "subject": 1.1,
    "owner": 0.95,
    "other": 0.85,
    "told": 0.75,
    "agent": 0.7,
}
"""How a name's part in its sentence counts: first where it happens, then whom it befalls, then who acts."""

FADE, PARAGRAPH_FADE = 0.72, 0.85
"""How much of a name is left in mind a sentence, or a paragraph, later."""

SAME_SENTENCE = 0.8
"""Who acts in the very sentence would say "its north": "the north of the country" is rather another's."""

FIRST = 0.25
"""What being the first country that the article names by its name adds: it is often what the article is about."""

REACH = 6
"""Sentences back beyond which "the country" points to nothing."""

AHEAD = 0.8
"""What a place named right after it adds: "most of them in the north of the country. In Badakhshan province ..."."""

OFTEN = 0.8
"""What being the article's only country adds."""


def country_before(
    memory: Memory, start: int, sentence: int, antecedents: Sequence[Antecedent] = ()
) -> tuple[str, float] | None:
    """The country that "the country" at character `start` points back to, and how sure that is; None without evidence.

    Of those named before it in the same or the six preceding sentences the one most strongly in mind: named near by,
    where something happens rather than who acts, and often in the article as a whole.
    """
    heard = {each.name.start: each for each in antecedents}
    weights: dict[str, float] = {}
    for each in memory.within(sentence, REACH, 0):
        distance = sentence - each.sentence
        if each.start >= start:
            continue
        antecedent = heard.get(each.start)
        weight = each.weight * FADE**distance * PART_WEIGHTS["other" if antecedent is None else antecedent.part]
        if antecedent is not None:
            weight *= PARAGRAPH_FADE**antecedent.paragraphs
            if distance == 0 and antecedent.part == "subject":
                weight *= SAME_SENTENCE
        # A second mention adds a little; a crowd of towns is no more than their country's name.
        best = weights.get(each.code, 0.0)
        weights[each.code] = max(best, weight) + 0.1 * min(best, weight)
    if not weights:
        return None
    for each in memory.within(sentence, 0, 1):
        if each.start > start and not each.acts and each.code in weights:
            weights[each.code] += AHEAD * each.weight * FADE ** (each.sentence - sentence)
    if memory.first is not None and memory.first[0] in weights and memory.first[1] < start:
        weights[memory.first[0]] += FIRST
    weights = {code: weight + OFTEN * memory.shares.get(code, 0.0) for code, weight in weights.items()}
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    total = sum(weight for _, weight in ordered)
    return ordered[0][0], max(0.3, min(0.95, ordered[0][1] / total))


def share_countries(noted: Sequence[Named]) -> Mapping[str, float]:
    """The share of each country in the article as its ground: who merely acts, by a demonym or a say, counts less."""
    counts: dict[str, float] = defaultdict(float)
    for each in noted:
        counts[each.code] += each.weight * (0.8 if each.acts else 1.0)
    total = sum(counts.values())
    return {code: count / total for code, count in counts.items()} if total else {}
