"""Learns the weights of the ranker in geo/resolve from the place corpora; writes geo/resolve/weights.json.

usage: python benchmarks/train_places.py [--eval FOLDER] [--folds]

A conditional logit over each name's options and "none of these", in the passes of geo/resolve/ranker.py, the last with
a small layer; a name is one example for each gold mention of it. Run benchmarks/train_mentions.py --folds first. numpy
alone. Some five minutes for all folds.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
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
from geo.resolve.company import FEATURES, describe_context, lay_field
from geo.resolve.features import NONE, PRIOR, Name, describe_options
from geo.resolve.names import gather_names
from geo.resolve.ranker import PASSES, Pass, describe_none

PENALTY, LAYER_PENALTY = 2.0, 15.0
UNITS = {"prior": (0, 1), "company": (0, 1), "settled": (12, 3)}
"""For each pass the units of its layer, and from how many random beginnings it is learnt; their mean is kept."""
NEAR_KM = 25.0
INVENTED_SHARE, WAR_SHARE = 0.5, 2.0
"""How much a made-up sentence counts against one of the corpora, and how much more one from an article of war."""
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


@dataclass(frozen=True)
class Stack:
    """Examples as one matrix: a row an option, with one more for "none" behind those of each example."""

    rows: np.ndarray
    example: np.ndarray
    """Of each row the number of its example; `begins` is the first row of each."""
    begins: np.ndarray
    right: np.ndarray
    share: np.ndarray
    """How much each row's example counts."""


def stack_examples(examples: Sequence[Example]) -> Stack:
    """The matrix of all the examples."""
    blocks, example, right, shares = [], [], [], []
    for at, (rows, none, answer, share) in enumerate(examples):
        block = np.zeros((len(rows) + 1, rows.shape[1] + len(NONE)))
        block[:-1, : rows.shape[1]] = rows
        block[-1, rows.shape[1] :] = none
        blocks.append(block)
        example.extend([at] * (len(rows) + 1))
        shares.extend([share] * (len(rows) + 1))
        right.extend([float(i in answer) for i in range(len(rows))] + [float(not answer)])
    numbers = np.array(example)
    begins = np.flatnonzero(np.r_[True, np.diff(numbers) > 0])
    return Stack(np.vstack(blocks), numbers, begins, np.array(right), np.array(shares))


def learn_mean(stack: Stack, units: int, beginnings: int) -> Pass:
    """The mean of what is learnt from several random beginnings: one layer with the units of all."""
    learnt = [learn(stack, units, number) for number in range(beginnings)]
    return Pass(
        np.mean([each.linear for each in learnt], axis=0),
        np.hstack([each.into for each in learnt]),
        np.concatenate([each.bias for each in learnt]),
        np.concatenate([each.out for each in learnt]) / beginnings,
    )


def learn(stack: Stack, units: int, beginning: int, steps: int = 300) -> Pass:
    """Weights that make the right options (or none) most probable: a linear sum and a layer of `units`.

    Adam on the whole matrix; the layer begins at random, the same for the same number.
    """
    width, count = stack.rows.shape[1], len(stack.begins)
    lot = np.random.default_rng(beginning)
    weights = [np.zeros(width), lot.normal(0, 0.9 / math.sqrt(width), (width, units)), np.zeros(units)]
    weights.append(lot.normal(0, 0.1, units))
    first, second = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    for step in range(1, steps + 1):
        linear, into, bias, out = weights
        active = np.tanh(stack.rows @ into + bias)
        scores = stack.rows @ linear + active @ out
        powers = np.exp(scores - np.maximum.reduceat(scores, stack.begins)[stack.example])
        share = powers / np.add.reduceat(powers, stack.begins)[stack.example]
        wanted = stack.right * share
        wanted /= np.maximum(1e-12, np.add.reduceat(wanted, stack.begins))[stack.example]
        off = (share - wanted) * stack.share
        inner = np.outer(off, out) * (1 - active**2)
        gradients = [
            stack.rows.T @ off + PENALTY * linear,
            stack.rows.T @ inner + LAYER_PENALTY * into,
            inner.sum(axis=0),
            active.T @ off + LAYER_PENALTY * out,
        ]
        rate = 0.1 if step < 0.66 * steps else 0.02
        for at, gradient in enumerate(gradients):
            first[at] = 0.9 * first[at] + 0.1 * gradient / count
            second[at] = 0.99 * second[at] + 0.01 * (gradient / count) ** 2
            pace = (first[at] / (1 - 0.9**step)) / (np.sqrt(second[at] / (1 - 0.99**step)) + 1e-8)
            weights[at] -= (rate if at == 0 else 0.3 * rate) * pace
    return Pass(*weights)


def write_pass(learnt: Pass, features: Sequence[str]) -> dict:
    """A pass as the table has it."""
    names = (*features, *NONE)
    layer = [
        {
            "in": {name: round(float(w), 3) for name, w in zip(names, column, strict=True)},
            "bias": round(float(bias), 3),
            "out": round(float(out), 3),
        }
        for column, bias, out in zip(learnt.into.T, learnt.bias, learnt.out, strict=True)
    ]
    linear = {name: round(float(w), 3) for name, w in zip(names, learnt.linear, strict=True)}
    return {"linear": linear, "layer": layer}


def learn_table(articles: Sequence[Article]) -> dict[str, dict]:
    """The passes one after the other, each with what the one before makes of the other names."""
    table: dict[str, dict] = {}
    seen = [list(zip(a.own, a.none, strict=True)) for a in articles]
    for name in PASSES:
        features = PRIOR if name == "prior" else FEATURES
        if table:
            seen = [_describe(article) for article in articles]
        examples = [
            (*seen[at][i], set(answer), n * _share(article, article.names[i]))
            for at, article in enumerate(articles)
            for i, answers in enumerate(article.answers)
            for answer, n in Counter(map(frozenset, answers)).items()
        ]
        learnt = learn_mean(stack_examples(examples), *UNITS[name])
        table[name] = write_pass(learnt, features)
        for article, described in zip(articles, seen, strict=True):
            for one, (rows, none) in zip(article.names, described, strict=True):
                one.prior = learnt.choose(rows, none)[:-1]
    return table


def _share(article: Article, name: Name) -> float:
    """How much an example counts: those from articles of war more, for it is them that Dateline reads."""
    return INVENTED_SHARE if article.fold < 0 else 1.0 + WAR_SHARE * name.war


def _describe(article: Article) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each name the features of its options, context and all, and of none."""
    field = lay_field(article.names)
    described = []
    for index, (name, rows) in enumerate(zip(article.names, article.own, strict=True)):
        context = describe_context(index, article.names, field, article.countries)
        described.append((np.hstack([rows, context]), describe_none(name, article.countries, context)))
    return described


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
    path.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"weights written to {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
