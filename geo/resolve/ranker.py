"""The ranker: a choice among a name's options, "none of these" being one more, from a table of weights.

A conditional logit in three passes. The first looks at each option by itself, the second also at what the first makes
of the article's other names, the third at what the second makes of them; to the third's sum of weighted features a
small layer of learnt combinations is added ("few names in the text, and none of them near").
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from geo.model import Mention
from geo.resolve.company import CONTEXT, FEATURES, describe_context, lay_field
from geo.resolve.features import NONE, PRIOR, Name, Vector, describe_options, is_full_site, stands_whole

_TABLE = Path(__file__).with_name("weights.json")
Weights = Mapping[str, Any]
PASSES = ("prior", "company", "settled")
"""The passes in their order, as the table of weights has them."""

_LARGE = 300_000
_NO_NEIGHBOUR = CONTEXT.index("neighbours, none in the country")
_IN_COUNTRY = CONTEXT.index("others in the country")


@dataclass(frozen=True, slots=True)
class Pass:
    """The weights of one pass as arrays: of the features, then of NONE; the layer's inputs a column a unit."""

    linear: Vector
    into: Vector
    bias: Vector
    out: Vector

    def choose(self, rows: Vector, none: Vector) -> Vector:
        """The probabilities of the options, a row of features each, and last that of none of them."""
        whole = np.zeros((len(rows) + 1, len(self.linear)))
        whole[:-1, : len(self.linear) - len(NONE)] = rows
        whole[-1, len(self.linear) - len(NONE) :] = none
        scores = whole @ self.linear + np.tanh(whole @ self.into + self.bias) @ self.out
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum())


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The table as vendored: for each of PASSES "linear" (feature -> weight) and "layer".

    The layer is a list of units: "in" (feature -> weight), "bias" and "out".
    """
    table: Weights = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def _load_passes() -> tuple[Pass, ...]:
    return read_passes(load_weights())


def read_passes(table: Weights) -> tuple[Pass, ...]:
    """The passes of a table of weights; a feature that the table lacks weighs nothing."""
    passes = []
    for name in PASSES:
        features = (*(PRIOR if name == "prior" else FEATURES), *NONE)
        layer = table[name]["layer"]
        passes.append(
            Pass(
                np.array([table[name]["linear"].get(feature, 0.0) for feature in features]),
                np.array([[unit["in"].get(feature, 0.0) for unit in layer] for feature in features]),
                np.array([unit["bias"] for unit in layer]),
                np.array([unit["out"] for unit in layer]),
            )
        )
    return tuple(passes)


def rank_names(names: Sequence[Name], countries: Mapping[str, float], weights: Weights | None = None) -> list[Vector]:
    """For each name the probabilities of its options, in their order, the last being that of none of them.

    `countries` is the share of each country among those that the article names. Changes `Name.prior`, which in the end
    holds what the last pass made of the name.
    """
    first, *others = read_passes(weights) if weights else _load_passes()
    own = [describe_options(name) for name in names]
    ranked = [first.choose(rows, describe_none(name, countries)) for name, rows in zip(names, own, strict=True)]
    for each in others:
        for name, probabilities in zip(names, ranked, strict=True):
            name.prior = probabilities[:-1]
        field = lay_field(names)
        ranked = []
        for index, (name, rows) in enumerate(zip(names, own, strict=True)):
            context = describe_context(index, names, field, countries)
            ranked.append(each.choose(np.hstack([rows, context]), describe_none(name, countries, context)))
    for name, probabilities in zip(names, ranked, strict=True):
        name.prior = probabilities[:-1]
    return ranked


def describe_none(name: Name, countries: Mapping[str, float], context: Vector | None = None) -> Vector:
    """The features of NONE: what speaks for a name's meaning none of its options.

    `context` are the options' own features of CONTEXT, None in the first pass.
    """
    lead: Mention = name.lead
    exact = [o for o in name.options if o.how != "fuzzy"]
    fame = max((o.alternates for o in name.options), default=0)
    return np.array(
        [
            1.0,
            lead.kind == "facility",
            lead.kind in ("other", "region", "water"),
            len(name.options) <= 1,
            bool(name.options) and not exact,
            min(1.0, math.log1p(fame) / 5),
            min(1.0, len(name.options) / 20),
            any(o.place.feature == "PPLC" for o in name.options),
            any(o.place.population >= _LARGE for o in name.options),
            bool(countries) and not any((o.place.country or "") in countries for o in name.options),
            context is not None and len(context) > 0 and float(context[:, _IN_COUNTRY].max()) < 0.02,
            context is not None and len(context) > 0 and bool(context[:, _NO_NEIGHBOUR].all()),
            # Readers know the world's capitals: their names stand without anything that leads to them.
            any(o.place.feature == "PPLC" for o in exact),
            any(is_full_site(name, o) for o in exact),
            any(stands_whole(name, o) for o in exact),
        ]
    )


__all__ = [
    "CONTEXT",
    "FEATURES",
    "NONE",
    "PASSES",
    "PRIOR",
    "Pass",
    "Weights",
    "describe_none",
    "load_weights",
    "rank_names",
    "read_passes",
]
