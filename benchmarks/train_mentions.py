"""Learns the weights of the gate in geo/mentions from the place corpora; writes geo/mentions/weights.json.

usage: python benchmarks/train_mentions.py [--eval FOLDER] [--folds] [--tables FOLDER]
(--folds: also one table a fold, in the cache)

The figures of merit are those of benchmarks/places.py; how the weights are learnt is benchmarks/gate_learning.py.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import platformdirs
from corpora import ROOT, Document, eval_folder, load_corpus
from gate_learning import Array, Example, learn_table, principal_axes
from invented import invent_sentences

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.language import load_language, parse_article
from geo.mentions.evidence import gather_evidence, gather_surroundings
from geo.mentions.layer import gather_vectors
from geo.mentions.scan import scan_words
from geo.mentions.stretches import find_stretches
from geo.model import Article

TRAINED_ON = ("places_lgl", "places_geowebnews")


def gather_examples(documents: Sequence[Document], gazetteer: Gazetteer, project: Array) -> list[Example]:
    """Every stretch of every document.

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
        tokens = [(scan.words[s.first].token, scan.words[s.last].token) for s in stretches]
        contexts = gather_vectors(document.doc, tokens, project) if tokens else ()
        for index, (stretch, context) in enumerate(zip(stretches, contexts, strict=True)):
            features = tuple(gather_evidence(scan, around, stretch))
            examples.append(Example(document.fold, features, context, int(index in right)))
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


def fold_table(fold: int) -> Path:
    """Where the weights learnt without a fold are kept."""
    return Path(platformdirs.user_cache_dir("dateline")) / "benchmarks" / f"mentions-fold{fold}.json"


def main() -> None:
    """Learn from all, and on request once without each fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval")
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--tables", type=Path, help="write all tables to this folder instead, to try something")
    options = parser.parse_args()
    folder = eval_folder(options.eval)
    gazetteer = open_gazetteer()
    vectors = load_language().vocab.vectors
    project = principal_axes(vectors.data)
    examples = [e for name in TRAINED_ON for e in gather_examples(load_corpus(folder, name), gazetteer, project)]
    invented = gather_examples(invent_documents(gazetteer), gazetteer, project)
    examples.extend(replace(example, fold=-1) for example in invented)
    print(f"{len(examples):,} stretches, {sum(e.wanted for e in examples):,} of them names")
    if options.folds:
        for fold in range(5):
            weights = learn_table([e for e in examples if e.fold != fold], vectors.name, project, alone=False)
            path = options.tables / fold_table(fold).name if options.tables else fold_table(fold)
            path.write_text(json.dumps(weights), encoding="utf-8")
            print(f"fold {fold}: learnt")
    weights = learn_table(examples, vectors.name, project)
    table = (options.tables or ROOT / "geo" / "mentions") / "weights.json"
    table.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights written to {table}")


if __name__ == "__main__":
    main()
