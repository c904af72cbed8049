"""The gate's second opinion: a small hidden layer over the evidence and the language model's word vectors.

A stretch's words and the two before and after it speak through their vectors, so that "at the Eastgate" and "of the
Eastgate" need not have been seen to be told apart. geo/mentions/gate.py adds what the layer says to its own sum. The
table is learnt by benchmarks/train_mentions.py for one set of vectors; with another the gate does without.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Floats = NDArray[np.float32]
AROUND = 2
"""Tokens before and after a stretch whose vectors are looked at, besides its first and its last."""
PLACES = 2 * AROUND + 2


@dataclass(frozen=True, slots=True)
class Layer:
    """A hidden layer; each unit counts the positive part of its sum."""

    vectors: str
    """Name of the vectors that it was learnt for."""
    project: Floats
    """Vector width x reduced width."""
    weigh: Floats
    """PLACES * reduced width x units."""
    bias: Floats
    rows: Mapping[str, int]
    """Feature -> row of `evidence`."""
    evidence: Floats
    """Features x units."""
    output: Floats

    def judge(self, doc: Doc, tokens: Sequence[tuple[int, int]], features: Sequence[Sequence[str]]) -> list[float]:
        """What to add to each stretch's log odds; `tokens` are its first and last token, `features` its evidence."""
        if not tokens:
            return []
        hidden = gather_vectors(doc, tokens, self.project) @ self.weigh + self.bias
        for row, held in enumerate(features):
            hidden[row] += self.evidence[[self.rows[f] for f in dict.fromkeys(held) if f in self.rows]].sum(axis=0)
        said: list[float] = (np.maximum(hidden, 0) @ self.output).tolist()
        return said

    def fits(self, doc: Doc) -> bool:
        """Whether `doc` comes from a pipeline with the vectors that the layer was learnt for."""
        return (vectors_of(doc), doc.vocab.vectors_length) == (self.vectors, len(self.project))


def vectors_of(doc: Doc) -> str:
    """The name of the vectors that `doc`'s pipeline carries; "" where it has none."""
    return str(doc.vocab.vectors.name or "") if doc.vocab.vectors_length else ""


def gather_vectors(doc: Doc, tokens: Sequence[tuple[int, int]], project: Floats) -> Floats:
    """One row a stretch: the reduced vectors of its neighbours, first and last token side by side, zero beyond the
    text and for words without a vector."""
    table = doc.vocab.vectors
    found = np.asarray(table.find(keys=[token.orth for token in doc]))
    own, places = np.unique(found, return_inverse=True)
    reduced = np.where(own[:, None] >= 0, table.data[own] @ project, 0)[places]
    edge = np.zeros((AROUND, project.shape[1]), dtype=np.float32)
    padded = np.concatenate((edge, reduced, edge)).astype(np.float32)
    first, last = np.asarray(tokens).T + AROUND
    at = [*(first - step for step in range(AROUND, -1, -1)), *(last + step for step in range(AROUND + 1))]
    return np.concatenate([padded[index] for index in at], axis=1)


def to_table(layer: Layer) -> dict[str, Any]:
    """The layer as plain values for JSON; `read_layer` gives it back, to half precision."""
    arrays = {name: getattr(layer, name) for name in ("project", "weigh", "bias", "evidence", "output")}
    return {"vectors": layer.vectors} | {
        name: {"shape": list(array.shape), "float16": base64.b64encode(array.astype("<f2").tobytes()).decode("ascii")}
        for name, array in arrays.items()
    }


def read_layer(table: Mapping[str, Any], features: Iterable[str]) -> Layer:
    """The layer that a table of `to_table` holds; `features` are those of its rows, in their order."""

    def read(name: str) -> Floats:
        raw = np.frombuffer(base64.b64decode(table[name]["float16"]), dtype="<f2")
        return raw.astype(np.float32).reshape(table[name]["shape"])

    rows = {feature: row for row, feature in enumerate(features)}
    return Layer(table["vectors"], read("project"), read("weigh"), read("bias"), rows, read("evidence"), read("output"))
