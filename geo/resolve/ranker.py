"""The ranker: a conditional logit over a name's options with "none of these" as one more, from a table of weights.

Two passes: the first weighs each option by itself (PRIOR), the second with what the first makes of the other names.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from geo.model import Mention
from geo.resolve.features import (
    CONTEXT,
    FEATURES,
    NONE,
    PRIOR,
    Name,
    Vector,
    describe_context,
    describe_options,
    lay_field,
)

_TABLE = Path(__file__).with_name("weights.json")
Weights = Mapping[str, Mapping[str, float]]


_LARGE = 300_000
_NO_NEIGHBOUR = CONTEXT.index("neighbours, none in the country")
_IN_COUNTRY = CONTEXT.index("others in the country")


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The table: for each pass ("prior", "context") feature -> weight, as vendored."""
    table: Weights = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table


def rank_names(names: Sequence[Name], countries: Mapping[str, float], weights: Weights | None = None) -> list[Vector]:
    """For each name the probabilities of its options, in their order, the last being that of none of them.

    `countries` is the share of each country among those that the article names. Changes `Name.prior`.
    """
    weights = weights or load_weights()
    own = [describe_options(name) for name in names]
    for name, rows in zip(names, own, strict=True):
        name.prior = softmax(rows, describe_none(name, countries), weights["prior"], PRIOR)[:-1]
    field = lay_field(names)
    ranked = []
    for index, (name, rows) in enumerate(zip(names, own, strict=True)):
        context = describe_context(index, names, field, countries)
        none = describe_none(name, countries, context)
        ranked.append(softmax(np.hstack([rows, context]), none, weights["context"], FEATURES))
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
        ]
    )


def softmax(rows: Vector, none: Vector, weights: Mapping[str, float], features: Sequence[str]) -> Vector:
    """The probabilities of the options, and last that of none of them."""
    scores = rows @ np.array([weights.get(f, 0.0) for f in features]) if len(rows) else np.zeros(0)
    nothing = float(none @ np.array([weights.get(f, 0.0) for f in NONE]))
    all_ = np.append(scores, nothing)
    powers = np.exp(all_ - all_.max())
    return np.asarray(powers / powers.sum())


__all__ = ["CONTEXT", "FEATURES", "NONE", "PRIOR", "Weights", "describe_none", "load_weights", "rank_names", "softmax"]
