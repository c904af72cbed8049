"""The gate: a logistic sum over the evidence, and the choice of stretches that do not overlap.

The weights are a table learnt by benchmarks/train_mentions.py; which features there are is geo/mentions/evidence.py.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from geo.mentions import words
from geo.mentions.scan import Found, Scan

_TABLE = Path(__file__).with_name("weights.json")
THRESHOLD = 0.5
"""The least probability with which a stretch is taken for a place name."""

GRANTED = 0.95

_SIGNS_OF_PLACE = (
    *(f"left {word}" for word in (*sorted(words.PLACE_PREPOSITIONS), "name,")),
    "right , parent",
    "in the dateline",
    "opens the report",
    "elsewhere GPE",
)
"""Evidence of which an everyday word alone needs at least one piece to be taken for a place name."""


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """Feature -> weight, as vendored."""
    table: Mapping[str, float] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table


def weigh_evidence(features: Sequence[str], weights: Mapping[str, float]) -> float:
    """The probability, 0 to 1, that a stretch with these features is a place name."""
    if "everyday word" in features and not any(sign in features for sign in _SIGNS_OF_PLACE):
        return 0.0
    total = sum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def grant_stretch(scan: Scan, found: Found, probability: float) -> float:
    """At least GRANTED for a name of several words that the gazetteer has whole for a site, a water or a region, and
    for a demonym of several words ("Sri Lankan").

    The corpora have next to none of the crossings, camps and plants that conflict news names, so the weights cannot
    know what the gazetteer's own list does.
    """
    if "demonym" in found.sources and found.first < found.last:
        return max(probability, GRANTED)
    knows = {"gazetteer", "extended", "cue", "leading cue"} & found.sources
    if knows and found.first < found.last and scan.knowledge(found.name).standing in ("site", "region"):
        return max(probability, GRANTED)
    return probability


def choose_stretches(
    stretches: Sequence[Found], probabilities: Sequence[float], threshold: float = THRESHOLD
) -> list[tuple[Found, float]]:
    """The stretches that together are most probable with no two overlapping, in text order, each with its probability.

    Weighted interval scheduling over the log odds against `threshold`; each further word counts a little, so that
    "Zaporizhzhia nuclear power plant" stands against "Zaporizhzhia".
    """
    bar = math.log(threshold / (1 - threshold))
    items = []
    for found, probability in zip(stretches, probabilities, strict=True):
        if probability > threshold:
            bounded = min(max(probability, 1e-6), 1 - 1e-6)
            items.append((found, probability, math.log(bounded / (1 - bounded)) - bar + (found.last - found.first)))
    items.sort(key=lambda item: (item[0].last, item[0].first))
    ends = [item[0].last for item in items]
    best, came_from, taken = [0.0], [0], [False]
    for index, (found, _, gain) in enumerate(items):
        before = bisect_left(ends, found.first, 0, index)
        better = best[before] + gain > best[index]
        best.append(best[before] + gain if better else best[index])
        came_from.append(before if better else index)
        taken.append(better)
    chosen, at = [], len(items)
    while at > 0:
        if taken[at]:
            chosen.append((items[at - 1][0], items[at - 1][1]))
        at = came_from[at]
    return chosen[::-1]
