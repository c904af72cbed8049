"""Learns the weights of the gate in geo/mentions from the place corpora; writes geo/mentions/weights.json.

usage: python benchmarks/train_mentions.py [--eval FOLDER] [--folds]   (--folds: also one table a fold, in the cache)

A logistic regression with L2 over the named features, by Newton steps with conjugate gradients; numpy alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import platformdirs
from corpora import ROOT, Document, eval_folder, load_corpus
from invented import invent_sentences

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.language import load_language, parse_article
from geo.mentions.evidence import gather_evidence, gather_surroundings
from geo.mentions.scan import find_stretches, scan_words
from geo.model import Article

TRAINED_ON = ("places_lgl", "places_geowebnews")
LEAST_SEEN = 4
PENALTY = 1.0


def gather_examples(documents: Sequence[Document], gazetteer: Gazetteer) -> list[tuple[int, list[str], int]]:
    """(fold, features, is a name) for every stretch of every document.

    A stretch is a name when it is a gold span; where no stretch is, the one that overlaps the gold span most.
    """
    examples = []
    for document in documents:
        scan = scan_words(document.article, document.doc, gazetteer)
        stretches = find_stretches(scan)
        around = gather_surroundings(scan, stretches)
        right = set()
        spans = {(s.span.start, s.span.end): i for i, s in enumerate(stretches)}
        for gold in document.gold["toponyms"]:
            exact = spans.get((gold["start"], gold["end"]))
            if exact is not None:
                right.add(exact)
                continue
            overlaps = [
                (min(gold["end"], s.span.end) - max(gold["start"], s.span.start), -abs(s.span.end - s.span.start), i)
                for i, s in enumerate(stretches)
            ]
            best = max(overlaps, default=(0, 0, 0))
            if best[0] > 0:
                right.add(best[2])
        for index, stretch in enumerate(stretches):
            examples.append((document.fold, gather_evidence(scan, around, stretch), int(index in right)))
    return examples


def invent_documents(gazetteer: Gazetteer) -> list[Document]:
    """Made-up sentences as documents, each name with the place that it was drawn with."""
    nlp = load_language()
    documents = []
    for number, made in enumerate(invent_sentences(gazetteer)):
        article = Article(made.text)
        toponyms = [
            {"start": start, "end": end}
            | ({"geonameid": place.geonameid, "lat": place.lat, "lon": place.lon} if place else {})
            for start, end, place in made.places
        ]
        documents.append(Document(f"invented {number}", {"toponyms": toponyms}, article, parse_article(article, nlp)))
    return documents


def learn_weights(examples: Sequence[tuple[int, list[str], int]]) -> dict[str, float]:
    """Feature -> weight, features seen fewer than LEAST_SEEN times left out."""
    seen = Counter(f for _, features, _ in examples for f in set(features))
    names = sorted(f for f, n in seen.items() if n >= LEAST_SEEN)
    index = {name: i for i, name in enumerate(names)}
    width = max(len(features) for _, features, _ in examples)
    columns = np.full((len(examples), width), len(names), dtype=np.int64)
    for row, (_, features, _) in enumerate(examples):
        known = sorted({index[f] for f in features if f in index})
        columns[row, : len(known)] = known
    wanted = np.array([label for _, _, label in examples], dtype=float)
    weights = np.zeros(len(names) + 1)
    penalty = np.full(len(names) + 1, PENALTY)
    penalty[index["always"]] = 0.001

    def forward(vector: np.ndarray) -> np.ndarray:
        vector = vector.copy()
        vector[-1] = 0
        return vector[columns].sum(axis=1)

    def backward(values: np.ndarray) -> np.ndarray:
        total = np.bincount(columns.ravel(), weights=np.repeat(values, width), minlength=len(names) + 1)
        total[-1] = 0
        return total

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
    return {name: round(float(weights[i]), 3) for name, i in index.items() if abs(weights[i]) >= 0.01}


def fold_table(fold: int) -> Path:
    """Where the weights learnt without a fold are kept."""
    return Path(platformdirs.user_cache_dir("dateline")) / "benchmarks" / f"mentions-fold{fold}.json"


def main() -> None:
    """Learn from all, and on request once without each fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval")
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    folder = eval_folder(options.eval)
    gazetteer = open_gazetteer()
    examples = [e for name in TRAINED_ON for e in gather_examples(load_corpus(folder, name), gazetteer)]
    examples.extend((-1, *rest) for _, *rest in gather_examples(invent_documents(gazetteer), gazetteer))
    print(f"{len(examples):,} stretches, {sum(label for _, _, label in examples):,} of them names")
    if options.folds:
        for fold in range(5):
            weights = learn_weights([e for e in examples if e[0] != fold])
            fold_table(fold).write_text(json.dumps(weights), encoding="utf-8")
            held = [e for e in examples if e[0] == fold]
            hits = [(sum(weights.get(f, 0.0) for f in features) > 0) == bool(label) for _, features, label in held]
            print(f"fold {fold}: {100 * sum(hits) / len(hits):.1f}% of {len(hits):,} stretches judged right")
    weights = learn_weights(examples)
    table = ROOT / "geo" / "mentions" / "weights.json"
    table.write_text(json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights written to {table.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
