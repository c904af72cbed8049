"""Which countries the text is speaking of at a given point: what "the country" and "the border" point back to."""

from __future__ import annotations

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


def weigh_countries(noted: Sequence[Named], start: int, sentence: int) -> Mapping[str, float]:
    """How strongly each country is in the reader's mind at character `start`: the nearer and the oftener, the stronger.

    What stands in the same sentence counts fully, what stood before fades by half a sentence, what comes later counts
    little; each country also counts once for being named at all.
    """
    weights: dict[str, float] = defaultdict(float)
    nearest: dict[str, float] = {}
    for each in noted:
        distance = sentence - each.sentence
        if distance == 0:
            fade = 1.0
        elif distance > 0:
            fade = 0.6 ** min(distance, 8)
        else:
            fade = 0.25 * 0.6 ** min(-distance, 8)
        nearest[each.code] = max(nearest.get(each.code, 0.0), fade * each.weight)
        weights[each.code] += 0.02 * each.weight
    return {code: nearest[code] + min(0.3, weights[code]) for code in nearest}


PART_WEIGHTS = {"place": 1.4, "object": 1.15, "subject": 1.1, "owner": 0.95, "other": 0.9}
"""How a name's part in its sentence counts: first where it happens, then whom it befalls, then who acts."""

FADE, PARAGRAPH_FADE = 0.72, 0.85
"""How much of a name is left in mind a sentence, or a paragraph, later."""

OFTEN = 0.8
"""What being the article's only country adds."""


def country_before(
    noted: Sequence[Named], start: int, sentence: int, antecedents: Sequence[Antecedent] = ()
) -> tuple[str, float] | None:
    """The country that "the country" at character `start` points back to, and how sure that is; None without evidence.

    Of those named before it in the same or the six preceding sentences the one most strongly in mind: named near by,
    where something happens rather than who acts, and often in the article as a whole.
    """
    heard = {each.name.start: each for each in antecedents}
    weights: dict[str, float] = {}
    for each in noted:
        distance = sentence - each.sentence
        if each.start >= start or not 0 <= distance <= 6:
            continue
        antecedent = heard.get(each.start)
        weight = each.weight * FADE**distance * PART_WEIGHTS["other" if antecedent is None else antecedent.part]
        if antecedent is not None:
            weight *= PARAGRAPH_FADE**antecedent.paragraphs
        # A second mention adds a little; a crowd of towns is no more than their country's name.
        best = weights.get(each.code, 0.0)
        weights[each.code] = max(best, weight) + 0.1 * min(best, weight)
    if not weights:
        return None
    shares = share_countries(noted)
    weights = {code: weight + OFTEN * shares.get(code, 0.0) for code, weight in weights.items()}
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    total = sum(weight for _, weight in ordered)
    return ordered[0][0], max(0.3, min(0.95, ordered[0][1] / total))


def share_countries(noted: Sequence[Named]) -> Mapping[str, float]:
    """The share of each country in the article as its ground: who merely acts, by a demonym or a say, counts less."""
    counts: dict[str, float] = defaultdict(float)
    for each in noted:
        counts[each.code] += each.weight * (0.5 if each.acts else 1.0)
    total = sum(counts.values())
    return {code: count / total for code, count in counts.items()} if total else {}
