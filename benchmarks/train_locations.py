"""Learns what each sign of the parse adds to the tie between a verb and a place (geo/events/data/location.tsv).

    python benchmarks/train_locations.py [--eval FOLDER] [--write]

A softmax over the place mentions of a sentence, held by its penalty near the weights that were set by hand (the table's
last column); the figure that counts is that of five folds, each scored by weights which have not seen it.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
from corpora import ROOT, Document, eval_folder, load_corpus
from numpy.typing import NDArray

from geo.events.locate import find_heads, find_token, read_signs
from geo.gazetteer import open_gazetteer
from geo.mentions import find_mentions
from geo.model import Resolution, Span

TABLE = ROOT / "geo" / "events" / "data" / "location.tsv"
HEAD = (
    "# sign\tweight: what a sign of the parse adds to the strength of a tie between a trigger and a place"
    "\tset by hand before learning\n"
)
PENALTY, STEPS, RATE = 0.02, 400, 1.2
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Question:
    """One verb: the signs of each place mention of its sentence, and which of them are where it happened."""

    fold: int
    signs: tuple[dict[str, float], ...]
    right: tuple[bool, ...]


def ask(document: Document, places: list[Resolution]) -> list[Question]:
    """The questions that a document of event_location asks."""
    out = []
    for event in document.gold["events"]:
        token = find_token(document.doc, Span(event["start"], event["end"]))
        heads = find_heads(document.doc, places, token) if token is not None else []
        signs, right = [], []
        for index, head in heads:
            others = [other for i, other in heads if i != index]
            assert token is not None
            signs.append(read_signs(token, head, places[index], others)[0])
            span = places[index].mention.span
            right.append(any(span.overlaps(Span(p["start"], p["end"])) for p in event["places"]))
        out.append(Question(document.fold, tuple(signs), tuple(right)))
    return out


def learn(asked: list[tuple[Numbers, Numbers]], begin: Numbers) -> Numbers:
    """The weights that make the right places likeliest, held near those of the beginning."""
    useful = [(x, right) for x, right in asked if right.any() and not right.all()]
    weights = begin.copy()
    for _ in range(STEPS):
        slope = PENALTY * (weights - begin)
        for x, right in useful:
            told = np.exp(x @ weights - (x @ weights).max())
            told /= told.sum()
            wanted = told * right / max(float((told * right).sum()), 1e-12)
            slope -= x.T @ (wanted - told) / len(useful)
        weights = weights - RATE * slope
    return weights


def main() -> None:
    """Prints the share of verbs put right, out of fold; writes the table with --write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--eval", help="folder of the corpora (else DATELINE_EVAL, else ../shared/eval)")
    options.add_argument("--write", action="store_true", help="write the weights learnt from all folds")
    given = options.parse_args()
    gazetteer = open_gazetteer()
    questions: list[Question] = []
    for document in load_corpus(eval_folder(given.eval), "event_location"):
        mentions = find_mentions(document.article, document.doc, gazetteer)
        questions += ask(document, [Resolution(mention, None, 0.0, "") for mention in mentions])
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    by_hand = {sign: float(value) for sign, _, value in rows}
    names = sorted({sign for q in questions for signs in q.signs for sign in signs} | set(by_hand))
    begin = np.array([by_hand.get(name, 0.0) for name in names])
    tables = [np.array([[s.get(n, 0.0) for n in names] for s in q.signs]).reshape(-1, len(names)) for q in questions]
    asked = [(q.fold, x, np.array(q.right, dtype=float)) for q, x in zip(questions, tables, strict=True) if q.signs]
    hits = 0.0
    for fold in range(5):
        found = learn([(x, right) for f, x, right in asked if f != fold], begin)
        hits += sum(right[int(np.argmax(x @ found))] for f, x, right in asked if f == fold)
    print(f"verbs {len(questions)}, right out of fold {100 * hits / len(questions):.1f}")
    print(f"a right place is among the mentions for {100 * sum(any(q.right) for q in questions) / len(questions):.1f}")
    if given.write:
        learnt = learn([(x, right) for _, x, right in asked], begin)
        both = zip(names, learnt, begin, strict=True)
        TABLE.write_text(HEAD + "".join(f"{n}\t{w:.3f}\t{b:.3f}\n" for n, w, b in both), encoding="utf-8")


if __name__ == "__main__":
    main()
