"""Learns what each sign of the parse adds to the tie between a verb and a place (geo/events/data/location.tsv).

    python benchmarks/train_locations.py [--eval FOLDER] [--write]

A log-linear choice among the place mentions of a sentence, with a share of plain logistic loss that gives the weights
their level: a verb none of whose places is likely stays without one. Learnt from a wider gate than the product's, so
that the choice also holds among the names that better recognition finds; the figures that count are those on the
product's own mentions, each of five folds by weights which have not seen it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from corpora import ROOT, Document, eval_folder, load_corpus
from fold_tables import ties_table
from numpy.typing import NDArray
from spacy.tokens import Token

from geo.events.locate import find_rivals, find_token
from geo.events.locate_signs import read_signs
from geo.events.locate_words import classify_holder
from geo.gazetteer import open_gazetteer
from geo.mentions import find_mentions
from geo.mentions.gate import load_weights as load_gate
from geo.model import Mention, Resolution, Span

TABLE = ROOT / "geo" / "events" / "data" / "location.tsv"
HEAD = (
    "# sign\tweight: what a sign of the parse adds to the log odds that a place is where a trigger happened\n"
    "# learnt by benchmarks/train_locations.py\n"
)
WIDER = 1.5
"""By how much more than in the product the gate of the mentions is opened for the sentences learnt from."""
LEAST = 6
"""A sign seen more rarely is not learnt."""
SHARING = frozenset({"in", "by", "during", "with", "at"})
"""Prepositions behind which the happening is part of what the verb tells; one "after" another lies elsewhere."""
PENALTY, LEVEL, STEPS, RATE = 5.0, 0.3, 250, 0.05
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Question:
    """One trigger: the signs of each place mention of its sentence, and which of them are where it happened."""

    fold: int
    signs: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Questions as numbers: a row a place, the question that each row belongs to, and which rows are right."""

    rows: Numbers
    question: NDArray[np.intp]
    starts: NDArray[np.intp]
    right: Numbers


def ask(document: Document, mentions: Sequence[Mention], nouns: bool) -> list[Question]:
    """The questions that a document asks: its verbs, and with `nouns` the happenings that hang on them as well."""
    out = []
    places = [Resolution(mention, None, 0.0, "") for mention in mentions]
    for event in document.gold["events"]:
        token = find_token(document.doc, Span(event["start"], event["end"]))
        if token is None:
            continue
        gold = [Span(p["start"], p["end"]) for p in event["places"]]
        for trigger in [token, *(find_happenings(token) if nouns else [])]:
            rivals = find_rivals(document.doc, places, trigger)
            right = (any(places[r.index].mention.span.overlaps(g) for g in gold) for r in rivals)
            out.append(Question(document.fold, tuple(read_signs(trigger, rivals, places)), tuple(right)))
    return out


def find_happenings(verb: Token) -> list[Token]:
    """The nouns for what happened that hang on a verb and share its place: "launched an attack", "killed in a raid"."""
    near = [*verb.children, *(g for c in verb.children if c.lower_ in SHARING for g in c.children)]
    return [
        noun
        for noun in near
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj") and classify_holder(noun) == "happening"
    ]


def tabulate(questions: Sequence[Question], names: Sequence[str]) -> Table:
    """The questions that have a right and a wrong answer, or any, as rows of numbers."""
    column = {name: i for i, name in enumerate(names)}
    asked = [q for q in questions if q.signs]
    rows = np.zeros((sum(len(q.signs) for q in asked), len(names)))
    at = 0
    starts = []
    for question in asked:
        starts.append(at)
        for signs in question.signs:
            for sign, value in signs.items():
                if sign in column:
                    rows[at, column[sign]] = value
            rows[at, column["always"]] = 1.0
            at += 1
    sizes = [len(q.signs) for q in asked]
    right = np.array([r for q in asked for r in q.right], dtype=float)
    return Table(rows, np.repeat(np.arange(len(asked)), sizes), np.array(starts, dtype=np.intp), right)


def learn(questions: Sequence[Question], names: Sequence[str]) -> Numbers:
    """The weights that make the right places likeliest, by Adam over all questions that have a right one."""
    data = tabulate([q for q in questions if any(q.right)], names)
    weights = np.zeros(len(names))
    mean, square = np.zeros(len(names)), np.zeros(len(names))
    bound = np.full(len(names), PENALTY)
    bound[list(names).index("always")] = 0.0
    for step in range(1, STEPS + 1):
        score = data.rows @ weights
        told = _share(np.exp(score - np.maximum.reduceat(score, data.starts)[data.question]), data)
        wanted = _share(told * data.right, data)
        alone = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
        miss = (1 - LEVEL) * (told - wanted) + LEVEL * (alone - data.right)
        slope = data.rows.T @ miss + bound * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE * min(1.0, 2 * (1 - step / (STEPS + 1)))
        weights = weights - rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def _share(values: Numbers, data: Table) -> Numbers:
    """Each row's part of its question's sum."""
    shares: Numbers = values / np.maximum(np.add.reduceat(values, data.starts), 1e-12)[data.question]
    return shares


def count_right(questions: Sequence[Question], names: Sequence[str], weights: Numbers) -> int:
    """For how many questions the strongest place is a right one."""
    data = tabulate(questions, names)
    score = data.rows @ weights
    ends = [*data.starts[1:], len(score)]
    return sum(bool(data.right[a + int(np.argmax(score[a:b]))]) for a, b in zip(data.starts, ends, strict=True))


def main() -> None:
    """Prints the share of verbs put right, out of fold and in sample; keeps tables by fold."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--eval", help="folder of the corpora (else DATELINE_EVAL, else ../shared/eval)")
    options.add_argument("--write", action="store_true", help="write the weights learnt from all folds")
    given = options.parse_args()
    gazetteer = open_gazetteer()
    gate = load_gate()
    wider = {**gate, "always": gate["always"] + WIDER}
    asked: list[Question] = []
    learnt_from: list[Question] = []
    for document in load_corpus(eval_folder(given.eval), "event_location"):
        asked += ask(document, find_mentions(document.article, document.doc, gazetteer), nouns=False)
        learnt_from += ask(document, find_mentions(document.article, document.doc, gazetteer, wider), nouns=True)
    seen = Counter(sign for q in learnt_from for signs in q.signs for sign in signs)
    names = ["always", *sorted(sign for sign, count in seen.items() if count >= LEAST)]
    hits = within = 0
    for fold in range(5):
        weights = learn([q for q in learnt_from if q.fold != fold], names)
        table = dict(zip(names, map(float, weights), strict=True))
        ties_table(fold).write_text(json.dumps(table), encoding="utf-8")
        hits += count_right([q for q in asked if q.fold == fold], names, weights)
        within += count_right([q for q in asked if q.fold != fold], names, weights)
    found = sum(any(q.right) for q in asked)
    print(f"verbs {len(asked)}, signs {len(names)}; right out of fold {100 * hits / len(asked):.1f}")
    print(f"a right place is among the mentions for {100 * found / len(asked):.1f}")
    print(f"right of these out of fold {100 * hits / found:.1f}, in sample {25 * within / found:.1f}")
    if given.write:
        weights = learn(learnt_from, names)
        rows = "".join(f"{n}\t{w:.3f}\n" for n, w in zip(names, weights, strict=True))
        TABLE.write_text(HEAD + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
