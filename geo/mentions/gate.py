"""The gate: a logistic sum over the evidence, and the choice of stretches that do not overlap.

The weights are a table learnt by benchmarks/train_mentions.py; which features there are is geo/mentions/evidence.py,
what word vectors add is geo/mentions/layer.py.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.mentions import words
from geo.mentions.layer import Layer, read_layer
from geo.mentions.scan import Found, Scan
from geo.mentions.stretches import SHARED

_TABLE = Path(__file__).with_name("weights.json")
THRESHOLD = 0.42
"""The least probability with which a stretch is taken for a place name: where F1 is highest out of fold."""

GRANTED = 0.95
LIKELY = 0.7
LARGE_TOWN = 50_000

_SIGNS_OF_PLACE = (
    *(f"left {word}" for word in (*sorted(words.PLACE_PREPOSITIONS), "name,")),
    "right , parent",
    "in the dateline",
    "opens the report",
    "elsewhere GPE",
)
"""Evidence of which an everyday word alone needs at least one piece to be taken for a place name."""


_SIGNS_OF_OTHERS = frozenset(
    {
        "left title",
        "left first name",
        "left capital",
        "left hyphen",
        "right capital",
        "right organisation",
        "right hyphen",
        "everyday word",
        "a first name",
        "surname elsewhere",
        "given name elsewhere",
        "lower case elsewhere",
        "inside a known name",
        "case short upper",
    }
)
"""Evidence that tells of a person, an organisation or a common word."""

_LABELS_OF_OTHERS = frozenset(
    {"label =PERSON", "label =NORP", "label =WORK_OF_ART", "label =LAW", "label =LANGUAGE"}
) | {
    f"label <{label} {where}"
    for label in ("PERSON", "ORG", "NORP", "WORK_OF_ART", "EVENT")
    for where in ("first", "mid", "last")
}


LAYER = "hidden layer"
"""Key of a table's hidden layer, if it has one; geo/mentions/layer.py reads it."""
WITHOUT = "without vectors"
"""Key of the weights for a language model that the hidden layer was not learnt for."""


_INNER_OTHERS = frozenset({"inner first name", "inner title", "inner organisation"})
_LABELS_OF_LONG_NAMES = frozenset({"label =GPE", "label =PERSON", "label =LOC", "label =FAC"})


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Any]:
    """Feature -> weight, as vendored, and under the keys LAYER and WITHOUT what a sum over the evidence lacks."""
    table: Mapping[str, Any] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def _vendored_layer() -> Layer:
    return _read_layer(load_weights())


def _read_layer(table: Mapping[str, Any]) -> Layer:
    """The hidden layer of a table, whose rows are the weights' own features."""
    return read_layer(table[LAYER], (name for name in table if name not in (LAYER, WITHOUT)))


def judge_stretches(
    scan: Scan, stretches: Sequence[Found], evidence: Sequence[Sequence[str]], weights: Mapping[str, Any] | None = None
) -> list[float]:
    """The probability, 0 to 1, of each stretch being a place name, from its features and the words round it.

    `weights` are as `load_weights` gives them, those by default.
    """
    table = weights or load_weights()
    extra = [0.0] * len(stretches)
    if LAYER in table:
        layer = _vendored_layer() if weights is None else _read_layer(table)
        if layer.fits(scan.doc):
            tokens = [(scan.words[f.first].token, scan.words[f.last].token) for f in stretches]
            extra = layer.judge(scan.doc, tokens, evidence)
        else:
            table = table[WITHOUT]
    return [weigh_evidence(each, table, more) for each, more in zip(evidence, extra, strict=True)]


def weigh_evidence(features: Sequence[str], weights: Mapping[str, Any], more: float = 0.0) -> float:
    """The probability, 0 to 1, that a stretch with these features is a place name; `more` adds to its log odds."""
    if "everyday word" in features and not any(sign in features for sign in _SIGNS_OF_PLACE):
        return 0.0
    total = more + sum(weights.get(feature, 0.0) for feature in features)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def grant_stretch(scan: Scan, found: Found, features: Sequence[str], probability: float) -> float:
    """The probability, raised for what the weights cannot know: the corpora have few of the names of conflict news.

    GRANTED for a name of several words that the gazetteer has whole for a site, a water or a region, for a demonym of
    several words ("Sri Lankan") and for a part that shares its head ("North and South Kivu"); LIKELY for a large
    town's name of several words, and in news of a conflict of one, unless something beside it tells of a person or an
    organisation.
    """
    if SHARED in found.sources or ("demonym" in found.sources and found.first < found.last):
        return max(probability, GRANTED)
    knowledge = scan.knowledge(found.name)
    knows = {"gazetteer", "extended", "cue", "leading cue"} & found.sources
    if knows and found.first < found.last and knowledge.standing in ("site", "region"):
        return max(probability, GRANTED)
    held = set(features)
    large = knowledge.population >= LARGE_TOWN and not held & _SIGNS_OF_OTHERS
    # The language model takes many a town of two words, of a language that it knows little of, for a person.
    whole = knows and found.first < found.last and held & _LABELS_OF_LONG_NAMES and not held & _INNER_OTHERS
    town = knowledge.standing in ("capital", "province", "city", "town")
    if large and (whole or (town and "war text" in held and not held & _LABELS_OF_OTHERS)):
        return max(probability, LIKELY)
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
