"""The weights learnt without each fold, from where the training scripts keep them: what corpora that were learnt from
are scored with.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import platformdirs
from corpora import ROOT
from placing import Tables
from train_mentions import fold_table
from train_places import ranker_table

from geo.resolve.company import FEATURES
from geo.resolve.features import NONE, PRIOR

GATE, RANKER = ROOT / "geo" / "mentions" / "weights.json", ROOT / "geo" / "resolve" / "weights.json"
TIES = ROOT / "geo" / "events" / "data" / "location.tsv"


def ties_table(fold: int) -> Path:
    """Where the ties of verbs to places learnt without a fold are kept: a JSON object, sign -> weight."""
    return Path(platformdirs.user_cache_dir("dateline")) / "benchmarks" / f"ties-fold{fold}.json"


def load_tables() -> tuple[Tables, ...]:
    """The tables for each of the five folds.

    Leaves the program with a sentence where gate or ranker were never learnt by fold or know other features than the
    code; warns where that was done before the vendored weights were last learnt, and where the ties never were.
    """
    tables = []
    doubts: dict[str, None] = {}  # said once, in order
    for fold in range(5):
        gate, ranker, ties = fold_table(fold), ranker_table(fold), ties_table(fold)
        _require(gate, GATE, "train_mentions.py", doubts)
        _require(ranker, RANKER, "train_places.py", doubts)
        learnt = _load(ranker)
        if set(learnt["settled"]["linear"]) != {*FEATURES, *NONE} or set(learnt["prior"]["linear"]) != {*PRIOR, *NONE}:
            sys.exit(f"{ranker.name} was learnt for other features: run benchmarks/train_places.py --folds again.")
        if not ties.is_file():
            doubts[
                "ties of verbs to places learnt by fold are missing: event_location has been seen by its weights"
            ] = None
        tables.append(Tables(_load(gate), learnt, _load(ties) if ties.is_file() else None))
    for doubt in doubts:
        print(f"warning: {doubt}")
    return tuple(tables)


def _require(path: Path, vendored: Path, script: str, doubts: dict[str, None]) -> None:
    if not path.is_file():
        sys.exit(f"{path.name} is missing: run benchmarks/{script} --folds first, or score with --vendored.")
    if path.stat().st_mtime < vendored.stat().st_mtime - 120:
        doubts[f"tables by fold are older than {vendored.relative_to(ROOT)}: run benchmarks/{script} --folds"] = None


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
