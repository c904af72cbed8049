"""How the gate's weights are learnt from examples: by Newton steps, and with a hidden layer by stochastic descent.

Used by benchmarks/train_mentions.py; numpy alone, and the same answer for the same examples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geo.mentions.gate import LAYER, WITHOUT
from geo.mentions.layer import PLACES, Layer, to_table

Array = NDArray[np.float32]
LEAST_SEEN = 4
PENALTY = 1.0
REDUCED = 64
"""Numbers that are kept of each word vector."""
UNITS, NETS, ROUNDS, BATCH, PACE, DROPPED, DECAY = 32, 2, 8, 256, 2e-3, 0.3, 1e-4
"""Of the hidden layer: units and repetitions (whose sums are averaged), and how it is learnt."""


@dataclass(frozen=True, slots=True)
class Example:
    """A stretch: its document's fold, its evidence, its words' vectors and whether it is a name."""

    fold: int
    features: tuple[str, ...]
    context: Array
    wanted: int


def principal_axes(table: NDArray[Any]) -> Array:
    """Vector width x REDUCED: the directions in which the word vectors differ most."""
    sample = np.asarray(table, dtype=np.float64)
    _, axes = np.linalg.eigh(np.cov(sample, rowvar=False))
    return np.asarray(axes[:, : -REDUCED - 1 : -1], dtype=np.float32)


def learn_table(examples: Sequence[Example], vectors: str, project: Array, alone: bool = True) -> dict[str, Any]:
    """The table that geo/mentions/gate.py reads: weights, hidden layer and, if `alone`, the weights without one."""
    names = _frequent(examples)
    weights, layer = learn_layer(examples, names, vectors, project)
    return {**weights, LAYER: to_table(layer)} | ({WITHOUT: learn_weights(examples, names)} if alone else {})


def _frequent(examples: Sequence[Example]) -> list[str]:
    seen = Counter(f for example in examples for f in set(example.features))
    return sorted(f for f, count in seen.items() if count >= LEAST_SEEN)


def _columns(examples: Sequence[Example], names: Sequence[str]) -> NDArray[np.int64]:
    """For each example the indices of its features; len(names) fills the rows up."""
    index = {name: i for i, name in enumerate(names)}
    known = [sorted({index[f] for f in example.features if f in index}) for example in examples]
    columns = np.full((len(examples), max(map(len, known))), len(names), dtype=np.int64)
    for row, held in enumerate(known):
        columns[row, : len(held)] = held
    return columns


def learn_weights(examples: Sequence[Example], names: Sequence[str]) -> dict[str, float]:
    """Feature -> weight of a logistic regression with L2, by Newton steps with conjugate gradients."""
    columns = _columns(examples, names)
    width = columns.shape[1]
    wanted = np.array([example.wanted for example in examples], dtype=float)
    weights = np.zeros(len(names) + 1)
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[names.index("always")] = 0.001

    def forward(vector: NDArray[np.float64]) -> NDArray[np.float64]:
        vector = vector.copy()
        vector[-1] = 0
        return np.asarray(vector[columns].sum(axis=1))

    def backward(values: NDArray[np.float64]) -> NDArray[np.float64]:
        total = np.bincount(columns.ravel(), weights=np.repeat(values, width), minlength=len(names) + 1)
        total[-1] = 0
        return np.asarray(total)

    for _ in range(12):
        p = 1 / (1 + np.exp(-forward(weights)))
        gradient = backward(p - wanted) + penalty * weights
        curvature = p * (1 - p)
        step, rest = np.zeros_like(weights), -gradient
        direction = rest.copy()
        for _ in range(40):
            bent = backward(curvature * forward(direction)) + penalty * direction
            pace = float(rest @ rest) / max(1e-12, float(direction @ bent))
            step += pace * direction
            after = rest - pace * bent
            if float(after @ after) < 1e-6 * float(gradient @ gradient):
                break
            direction = after + float(after @ after) / float(rest @ rest) * direction
            rest = after
        weights += step
        if float(np.abs(step).max()) < 1e-3:
            break
    return {name: round(float(weights[i]), 3) for i, name in enumerate(names) if abs(weights[i]) >= 0.01}


def learn_layer(
    examples: Sequence[Example], names: Sequence[str], vectors: str, project: Array
) -> tuple[dict[str, float], Layer]:
    """Weights by feature and the hidden layer beside them, learnt together; NETS of them, put side by side."""
    columns = _columns(examples, names)
    wanted = np.array([example.wanted for example in examples], dtype=np.float32)
    context = np.array([example.context for example in examples], dtype=np.float32)
    mean, spread = context.mean(axis=0), context.std(axis=0) + 1e-3
    context = (context - mean) / spread
    nets = [_descend(columns, context, wanted, len(names), seed) for seed in range(NETS)]
    linear = sum((net["linear"] for net in nets), np.zeros(len(names) + 1, dtype=np.float32)) / NETS
    linear[names.index("always")] += sum(float(net["always"][0]) for net in nets) / NETS
    weigh = np.concatenate([net["weigh"] for net in nets], axis=1) / spread[:, None]
    layer = Layer(
        vectors,
        project,
        weigh,
        np.concatenate([net["bias"] for net in nets]) - mean @ weigh,
        {name: row for row, name in enumerate(names)},
        np.concatenate([net["evidence"][:-1] for net in nets], axis=1),
        np.asarray(np.concatenate([net["output"] for net in nets]) / NETS, dtype=np.float32),
    )
    return {name: round(float(linear[i]), 3) for i, name in enumerate(names)}, layer


def _descend(columns: NDArray[np.int64], context: Array, wanted: Array, count: int, seed: int) -> dict[str, Array]:
    """One net's parameters, by Adam with inputs and units dropped out at random; the last row of what goes by feature
    stands for none and stays zero."""
    draw = np.random.default_rng(seed)

    def start(*shape: int, scale: float) -> Array:
        return (draw.standard_normal(shape) * scale).astype(np.float32)

    wide = context.shape[1]
    if wide % PLACES:
        raise ValueError(f"{wide} numbers do not divide into {PLACES} words")
    net: dict[str, Array] = {
        "always": np.zeros(1, dtype=np.float32),
        "linear": np.zeros(count + 1, dtype=np.float32),
        "weigh": start(wide, UNITS, scale=wide**-0.5),
        "bias": np.zeros(UNITS, dtype=np.float32),
        "evidence": start(count + 1, UNITS, scale=0.05),
        "output": start(UNITS, scale=0.1 * UNITS**-0.5),
    }
    net["evidence"][-1] = 0
    decay = {"linear": 1.0 / len(wanted), "weigh": DECAY, "evidence": DECAY, "output": DECAY}
    first = {key: np.zeros_like(value) for key, value in net.items()}
    second = {key: np.zeros_like(value) for key, value in net.items()}
    steps = 0
    for turn in range(ROUNDS):
        order = draw.permutation(len(wanted))
        for begin in range(0, len(order), BATCH):
            batch = order[begin : begin + BATCH]
            held = columns[batch]
            kept = (draw.random((len(batch), wide)) > DROPPED) / np.float32(1 - DROPPED)
            inputs = (context[batch] * kept).astype(np.float32)
            hidden = inputs @ net["weigh"] + net["evidence"][held].sum(axis=1) + net["bias"]
            open_ = ((draw.random(hidden.shape) > DROPPED) / np.float32(1 - DROPPED)).astype(np.float32)
            units = np.maximum(hidden, 0) * open_
            total = net["linear"][held].sum(axis=1) + units @ net["output"] + net["always"]
            error = (1 / (1 + np.exp(-np.clip(total, -30, 30))) - wanted[batch]) / len(batch)
            back = np.outer(error, net["output"]) * open_ * (hidden > 0)
            slopes = {
                "always": error.sum(keepdims=True),
                "linear": _spread(held, error[:, None], count)[:, 0],
                "weigh": inputs.T @ back,
                "bias": back.sum(axis=0),
                "evidence": _spread(held, back, count),
                "output": units.T @ error,
            }
            steps += 1
            pace = PACE * (1 - turn / ROUNDS)
            for key, slope in slopes.items():
                slope = slope + decay.get(key, 0.0) * net[key]
                first[key] = 0.9 * first[key] + 0.1 * slope
                second[key] = 0.999 * second[key] + 0.001 * slope * slope
                unbiased = first[key] / (1 - 0.9**steps)
                size = np.sqrt(second[key] / (1 - 0.999**steps)) + 1e-8
                net[key] = (net[key] - pace * unbiased / size).astype(np.float32)
    return net


def _spread(held: NDArray[np.int64], values: Array, count: int) -> Array:
    """For each feature the sum of the rows of `values` that hold it; nothing for the last, which stands for none."""
    sums = np.zeros((count + 1, values.shape[1]), dtype=np.float32)
    order = np.argsort(held, axis=None, kind="stable")
    features = held.ravel()[order]
    starts = np.flatnonzero(np.r_[True, features[1:] != features[:-1]])
    sums[features[starts]] = np.add.reduceat(values[order // held.shape[1]], starts, axis=0)
    sums[-1] = 0
    return sums
