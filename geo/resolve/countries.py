"""Which countries the text is speaking of at a given point: what "the country" and "the border" point back to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.gazetteer import Gazetteer
from geo.model import Mention, Place


@dataclass(frozen=True, slots=True)
class Named:
    """A country named, or a place in it: where in the text, in which sentence, and how plainly."""

    code: str
    start: int
    sentence: int
    weight: float


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
        noted.append(Named(place.country, mention.span.start, sentence, weight))
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


def country_before(noted: Sequence[Named], start: int, sentence: int) -> tuple[str, float] | None:
    """The country that "the country" at character `start` points back to, and how sure that is; None without evidence.

    The one most strongly in mind among those named before it in the same or the five preceding sentences.
    """
    before = [n for n in noted if n.start < start and 0 <= sentence - n.sentence <= 5]
    weights = weigh_countries(before, start, sentence)
    if not weights:
        return None
    ordered = sorted(weights.items(), key=lambda item: -item[1])
    # A tie within a sentence goes to the one named by its own name, then to the article's main country.
    total = sum(weight for _, weight in ordered)
    return ordered[0][0], max(0.3, min(0.95, ordered[0][1] / total))
