"""The weights learnt without each fold, from where the training scripts keep them: what corpora that were learnt from
are scored with.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
import train_locations
from corpora import ROOT, load_corpus
from placing import Tables
from train_mentions import fold_table
from train_places import ranker_table

from geo.events import locate
from geo.gazetteer import open_gazetteer
from geo.mentions import find_mentions
from geo.model import Resolution

VENDORED = (ROOT / "geo" / "mentions" / "weights.json", ROOT / "geo" / "resolve" / "weights.json")


def load_tables(folder: Path) -> tuple[Tables, ...]:
    """The tables for each of the five folds.

    Leaves the program with a sentence where gate or ranker were never learnt by fold, and warns where that was done
    before the vendored weights were last learnt; the ties of verbs to places, quickly learnt, are learnt now.
    """
    tables = []
    ties = _load_ties(folder)
    for fold in range(5):
        gate, ranker = fold_table(fold), ranker_table(fold)
        for path, vendored in zip((gate, ranker), VENDORED, strict=True):
            if not path.is_file():
                script = "train_mentions.py" if path is gate else "train_places.py"
                sys.exit(f"{path.name} is missing: run benchmarks/{script} --folds first, or score with --vendored.")
            if path.stat().st_mtime < vendored.stat().st_mtime - 60:
                print(f"warning: {path.name} is older than {vendored.relative_to(ROOT)}: learn it anew with --folds")
        tables.append(Tables(_load(gate), _load(ranker), ties[fold]))
    return tuple(tables)


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _load_ties(folder: Path) -> list[dict[str, float] | None]:
    """What a verb's ties to places weigh, learnt from event_location without each fold."""
    if not (folder / "event_location.jsonl.gz").is_file():
        return [None] * 5
    depends = (train_locations.TABLE, Path(locate.__file__), Path(train_locations.__file__), VENDORED[0])
    key = hashlib.sha256(b"".join(path.read_bytes() for path in depends)).hexdigest()[:12]
    kept = Path(platformdirs.user_cache_dir("dateline")) / "benchmarks" / f"ties-{key}.json"
    if kept.is_file():
        found: list[dict[str, float] | None] = _load(kept)
        return found
    tables = _learn_ties(folder)
    for older in kept.parent.glob("ties-*.json"):
        older.unlink(missing_ok=True)
    kept.write_text(json.dumps(tables), encoding="utf-8")
    return list(tables)


def _learn_ties(folder: Path) -> list[dict[str, float]]:
    gazetteer = open_gazetteer()
    questions = []
    for document in load_corpus(folder, "event_location"):
        mentions = find_mentions(document.article, document.doc, gazetteer)
        questions += train_locations.ask(document, [Resolution(mention, None, 0.0, "") for mention in mentions])
    lines = train_locations.TABLE.read_text(encoding="utf-8").splitlines()
    by_hand = {sign: float(value) for sign, _, value in (line.split("\t") for line in lines if line[:1] != "#")}
    names = sorted({sign for q in questions for signs in q.signs for sign in signs} | set(by_hand))
    begin = np.array([by_hand.get(name, 0.0) for name in names])
    asked = [
        (q.fold, np.array([[s.get(n, 0.0) for n in names] for s in q.signs]), np.array(q.right, dtype=float))
        for q in questions
        if q.signs
    ]
    tables = []
    for fold in range(5):
        weights = train_locations.learn([(x, right) for f, x, right in asked if f != fold], begin)
        tables.append({name: float(weight) for name, weight in zip(names, weights, strict=True)})
    return tables
