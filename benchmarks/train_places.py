"""Learns the weights of the ranker in geo/resolve from the place corpora; writes geo/resolve/weights.json.

usage: python benchmarks/train_places.py [--eval FOLDER] [--folds]

A conditional logit over each name's options and "none of these", in the two passes of geo/resolve/ranker.py; a name is
one example for each gold mention of it. Run benchmarks/train_mentions.py --folds first. numpy alone.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import platformdirs
from corpora import ROOT, Document, eval_folder, load_corpus
from train_mentions import TRAINED_ON, fold_table, invent_documents

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.mentions import find_mentions
from geo.resolve import count_countries
from geo.resolve.features import FEATURES, NONE, PRIOR, Name, describe_context, describe_options, lay_field
from geo.resolve.names import gather_names
from geo.resolve.ranker import describe_none, softmax

PENALTY = 2.0
NEAR_KM = 25.0
INVENTED_SHARE = 0.3
"""How much a made-up sentence counts against one of the corpora."""
Example = tuple[np.ndarray, np.ndarray, set[int], float]


@dataclass
class Article:
    """The names of one document with their features, and for each gold mention of a name which options are right."""

    fold: int
    names: list[Name]
    countries: dict[str, float]
    own: list[np.ndarray]
    none: list[np.ndarray]
    answers: list[list[set[int]]]


def gather_articles(documents: Sequence[Document], gazetteer: Gazetteer) -> list[Article]:
    """Each document's names and right answers, mentions found with the gate that did not see the document's fold."""
    gates = [json.loads(fold_table(fold).read_text(encoding="utf-8")) for fold in range(5)]
    articles = []
    for document in documents:
        mentions = find_mentions(document.article, document.doc, gazetteer, gates[document.fold])
        names = gather_names(document.article, document.doc, mentions, gazetteer)
        answers: list[list[set[int]]] = [[] for _ in names]
        golds = [g for g in document.gold["toponyms"] if g.get("geonameid") or g.get("lat") is not None]
        for index, name in enumerate(names):
            for at in name.mentions:
                span = mentions[at].span
                over = [g for g in golds if min(g["end"], span.end) - max(g["start"], span.start) > 0]
                if over:
                    gold = max(over, key=lambda g: min(g["end"], span.end) - max(g["start"], span.start))
                    answers[index].append(right_options(name, gold))
        countries = dict(count_countries(mentions, names, gazetteer))
        own = [describe_options(name) for name in names]
        articles.append(
            Article(document.fold, names, countries, own, [describe_none(n, countries) for n in names], answers)
        )
    return articles


def right_options(name: Name, gold: dict) -> set[int]:
    """Which options of `name` are the gold place: by id, else by lying within NEAR_KM of it."""
    wanted = str(gold.get("geonameid") or "")
    by_id = {i for i, o in enumerate(name.options) if wanted and str(o.place.geonameid or "") == wanted}
    if by_id or gold.get("lat") is None:
        return by_id
    # A region's or a sea's point is anybody's choice within it.
    reach = [o.place.precision_km if o.place.precision in ("area", "water") else NEAR_KM for o in name.options]
    return {
        i for i, o in enumerate(name.options) if kilometres(o.place.lat, o.place.lon, gold) < max(NEAR_KM, reach[i])
    }


def kilometres(lat: float, lon: float, gold: dict) -> float:
    """Great-circle distance to a gold place."""
    a, b = math.radians(lat), math.radians(gold["lat"])
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(gold["lon"] - lon) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def learn(examples: Sequence[Example], features: Sequence[str]) -> dict[str, float]:
    """Weights that make the right options (or none) most probable; each is (options, none, right ones, share)."""
    width = len(features) + len(NONE)
    blocks, groups, right = [], [], []
    for at, (rows, none, answer, _) in enumerate(examples):
        block = np.zeros((len(rows) + 1, width))
        block[:-1, : len(features)] = rows
        block[-1, len(features) :] = none
        blocks.append(block)
        groups.extend([at] * (len(rows) + 1))
        right.extend([i in answer for i in range(len(rows))] + [not answer])
    shares = np.array([share for _, _, _, share in examples])
    matrix, group, good = np.vstack(blocks), np.array(groups), np.array(right, dtype=float)
    weights, first, second = np.zeros(width), np.zeros(width), np.zeros(width)
    for step in range(1, 301):
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, np.flatnonzero(np.r_[True, np.diff(group) > 0]))[group]
        powers = np.exp(scores)
        share = powers / np.bincount(group, weights=powers)[group]
        wanted = good * share
        wanted /= np.maximum(1e-12, np.bincount(group, weights=wanted))[group]
        gradient = (matrix.T @ ((share - wanted) * shares[group]) + PENALTY * weights) / len(examples)
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        rate = 0.1 if step < 200 else 0.02
        weights -= rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(w), 3) for name, w in zip((*features, *NONE), weights, strict=True)}


def _share(article: Article) -> float:
    return INVENTED_SHARE if article.fold < 0 else 1.0


def learn_table(articles: Sequence[Article]) -> dict[str, dict[str, float]]:
    """Both passes: the options by themselves, then with what the first pass makes of the other names."""
    prior = learn(
        [
            (a.own[i], a.none[i], right, _share(a))
            for a in articles
            for i, rights in enumerate(a.answers)
            for right in rights
        ],
        PRIOR,
    )
    examples = []
    for article in articles:
        for name, rows, none in zip(article.names, article.own, article.none, strict=True):
            name.prior = softmax(rows, none, prior, PRIOR)[:-1]
        field = lay_field(article.names)
        for i, rights in enumerate(article.answers):
            if rights:
                context = describe_context(i, article.names, field, article.countries)
                rows = np.hstack([article.own[i], context])
                none = describe_none(article.names[i], article.countries, context)
                examples.extend((rows, none, right, _share(article)) for right in rights)
    return {"prior": prior, "context": learn(examples, FEATURES)}


def ranker_table(fold: int) -> Path:
    """Where the weights learnt without a fold are kept."""
    return Path(platformdirs.user_cache_dir("dateline")) / "benchmarks" / f"ranker-fold{fold}.json"


def main() -> None:
    """Learn from all, and on request once without each fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--eval")
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    folder = eval_folder(options.eval)
    gazetteer = open_gazetteer()
    articles = [a for name in TRAINED_ON for a in gather_articles(load_corpus(folder, name), gazetteer)]
    articles.extend(replace(a, fold=-1) for a in gather_articles(invent_documents(gazetteer), gazetteer))
    print(f"{sum(len(r) for a in articles for r in a.answers):,} gold mentions found in {len(articles)} documents")
    if options.folds:
        for fold in range(5):
            table = learn_table([a for a in articles if a.fold != fold])
            ranker_table(fold).write_text(json.dumps(table), encoding="utf-8")
    table = learn_table(articles)
    path = ROOT / "geo" / "resolve" / "weights.json"
    path.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"weights written to {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
