"""Scores finding and placing of names on the place corpora: the real stages from raw text, the scorer's own figures,
what was lost and why, and what changed since the frozen results.

usage: python benchmarks/places.py [CORPUS ...] [--eval FOLDER] [--limit N] [--freeze] [--errors N] [--vendored]

Corpora that the weights were learnt from are scored out of fold (train_mentions.py --folds and train_places.py --folds
first); --vendored scores them with the vendored weights instead, which have seen them.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora import PLACE_CORPORA, ROOT, Document, eval_folder, load_corpus
from train_mentions import TRAINED_ON, fold_table
from train_places import ranker_table

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.mentions import find_mentions
from geo.model import Resolution
from geo.resolve import resolve_mentions
from geo.resolve.candidates import find_options

FROZEN = ROOT / "benchmarks" / "results" / "places.json"
LEARNT_FROM = (*TRAINED_ON, "places_conflict")
"""Corpora made of documents that the weights have seen."""
SCORED_BY = {"toponyms_conflict": "toponyms", "places_peer_cases": "cases"}
PEERS = """Peers, from raw text: Mordecai 3.5 by default, exact id: TR-News 61.3, LGL 57.2, GeoWebNews 60.0;
spans F1 75.0, 69.3, 74.8;
its best staged stack, pooled: 79.8. Best older tool, recall within 161 km: LGL .486, GeoWebNews .499.
Floors set for this project: LGL + GeoWebNews id 63, spans F1 84, pins 78; conflict within 161 km 80 / 92 / 86;
toponyms right 88, wrong under 4; peers' cases 84."""


def predict(document: Document, gazetteer: Gazetteer, weights: tuple[Any, Any]) -> tuple[Resolution, ...]:
    """The resolutions of one document, with the given gate and ranker (None: the vendored ones)."""
    mentions = find_mentions(document.article, document.doc, gazetteer, weights[0])
    return resolve_mentions(document.article, document.doc, mentions, gazetteer, weights[1])


def to_row(document: Document, resolutions: Sequence[Resolution]) -> dict[str, Any]:
    """The part of the analysis record that the scorer reads."""
    places = []
    for r in resolutions:
        place = r.place
        resolved = place and {
            k: getattr(place, k) for k in ("id", "geonameid", "name", "country", "lat", "lon", "feature")
        }
        span = r.mention.span
        places.append(
            {
                "start": span.start,
                "end": span.end,
                "text": r.mention.text,
                "kind": r.mention.kind,
                "role": r.mention.role,
                "resolved": resolved,
                "score": r.score,
                "reason": r.reason,
            }
        )
    return {"doc_id": document.id, "text": document.article.text, "places": places}


def score(
    what: str, gold: Sequence[dict[str, Any]], rows: Sequence[dict[str, Any]], folder: Path, errors: int
) -> dict[str, Any]:
    """What the scorer says."""
    with tempfile.TemporaryDirectory() as temporary:
        paths = [Path(temporary) / "gold.jsonl.gz", Path(temporary) / "pred.jsonl.gz"]
        for path, each in zip(paths, (gold, rows), strict=True):
            with gzip.open(path, "wt", encoding="utf-8") as out:
                out.writelines(json.dumps(row) + "\n" for row in each)
        command = [sys.executable, str(folder / "score.py"), what, *map(str, paths), "--json", "--errors", str(errors)]
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    for line in lines[1:]:
        print("   ", line[:300])
    result: dict[str, Any] = json.loads(lines[0])
    return result


def split_losses(document: Document, resolutions: Sequence[Resolution], gazetteer: Gazetteer) -> Iterator[str]:
    """For each gold name that has a position, "right" or the cause of its loss."""
    for gold in document.gold.get("toponyms", []):
        wanted = str(gold.get("geonameid") or "")
        if gold.get("lat") is None and not wanted:
            continue
        over = [
            r for r in resolutions if min(gold["end"], r.mention.span.end) > max(gold["start"], r.mention.span.start)
        ]
        if not over:
            yield "span missed"
            continue
        best = min(
            over, key=lambda r: abs(r.mention.span.start - gold["start"]) + abs(r.mention.span.end - gold["end"])
        )
        if best.place and (str(best.place.geonameid or "") == wanted or _near(best.place, gold, 161)):
            yield "right"
        elif (best.mention.span.start, best.mention.span.end) != (gold["start"], gold["end"]):
            yield "span wrong"
        else:
            options = [o.place for o in find_options(best.mention, gazetteer)]
            offered = any(str(o.geonameid or "") == wanted or _near(o, gold, 25) for o in options)
            if offered and best.place is None:
                yield "left unplaced"
            elif offered:
                same = best.place is not None and any(
                    str(o.geonameid or "") == wanted and o.country == best.place.country for o in options
                )
                yield "right country, wrong place" if same else "ranked below another"
            elif wanted and gazetteer.get(f"geonames:{wanted}"):
                yield "in the gazetteer, not offered"
            else:
                yield "not in the gazetteer"


def _near(place: Any, gold: Mapping[str, Any], km: float) -> bool:
    if gold.get("lat") is None:
        return False
    a, b = math.radians(place.lat), math.radians(gold["lat"])
    h = (
        math.sin((b - a) / 2) ** 2
        + math.cos(a) * math.cos(b) * math.sin(math.radians(gold["lon"] - place.lon) / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(min(1, h))) <= km


def calibration(pairs: Sequence[tuple[float, bool]]) -> tuple[float, list[str]]:
    """Expected calibration error over ten bins, and the reliability curve as lines of text."""
    error, lines = 0.0, []
    for low in range(10):
        inside = [(s, ok) for s, ok in pairs if low / 10 <= s < (low + 1) / 10 + (low == 9)]
        if inside:
            said = sum(s for s, _ in inside) / len(inside)
            true = sum(ok for _, ok in inside) / len(inside)
            error += abs(said - true) * len(inside) / len(pairs)
            lines.append(f"    said {said:.2f}  right {true:.2f}  of {len(inside)}")
    return error, lines


def freeze_key(document: Document, start: int, end: int) -> str:
    """A name's place in a corpus without a word of its text."""
    return hashlib.sha256(f"{document.id}:{start}-{end}".encode()).hexdigest()[:12]


@dataclass
class Run:
    """What came out for one corpus."""

    gold: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    causes: Counter[str] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Score and whether right, of every placed name whose span is a gold span."""
    right: dict[str, bool] = field(default_factory=dict)


def run_corpus(documents: Sequence[Document], gazetteer: Gazetteer, tables: Sequence[tuple[Any, Any]]) -> Run:
    """Every document through the stages, with the tables of its fold."""
    run = Run()
    for document in documents:
        resolutions = predict(document, gazetteer, tables[document.fold])
        run.gold.append(document.gold)
        run.rows.append(to_row(document, resolutions))
        if "toponyms" not in document.gold:
            continue
        run.causes.update(split_losses(document, resolutions, gazetteer))
        at = {(r.mention.span.start, r.mention.span.end): r for r in resolutions}
        for gold in document.gold["toponyms"]:
            found = at.get((gold["start"], gold["end"]))
            if gold.get("lat") is None or found is None or found.place is None:
                continue
            ok = str(found.place.geonameid or "") == str(gold.get("geonameid")) or _near(found.place, gold, 161)
            run.sure.append((found.score, ok))
            run.right[freeze_key(document, gold["start"], gold["end"])] = ok
    return run


def report(run: Run, figures: dict[str, Any], before: Mapping[str, bool]) -> dict[str, Any]:
    """Print one corpus's figures and give back what is frozen of them."""
    for key, value in figures.items():
        print(f"  {key:18s} {value}")
    if run.causes:
        total = run.causes.total()
        print("  " + ", ".join(f"{cause} {n} ({100 * n / total:.1f}%)" for cause, n in run.causes.most_common()))
        error, lines = calibration(run.sure)
        print(f"  expected calibration error {error:.3f}", *lines, sep="\n")
        figures = {**figures, "calibration_error": round(error, 3), "losses": dict(run.causes)}
    flipped = [key for key, ok in run.right.items() if key in before and before[key] != ok]
    if before:
        better = sum(run.right[key] for key in flipped)
        print(f"  against the frozen results: {better} names now right, {len(flipped) - better} now wrong")
    return {"figures": figures, "right": run.right}


def main() -> None:
    """Score the named corpora, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--eval")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--freeze", action="store_true")
    parser.add_argument("--vendored", action="store_true")
    options = parser.parse_args()
    folder = eval_folder(options.eval)
    gazetteer = open_gazetteer()
    frozen = json.loads(FROZEN.read_text(encoding="utf-8")) if FROZEN.is_file() else {}
    tables = [(_load(fold_table(fold)), _load(ranker_table(fold))) for fold in range(5)]
    print(PEERS)
    results: dict[str, Any] = {}
    pooled: list[tuple[dict[str, Any], dict[str, Any]]] = []
    for name in options.corpora or PLACE_CORPORA:
        documents = load_corpus(folder, name, options.limit)
        if not documents:
            continue
        held_out = name in LEARNT_FROM and not options.vendored
        begun = time.perf_counter()
        run = run_corpus(documents, gazetteer, tables if held_out else [(None, None)] * 5)
        weights = "out of fold" if held_out else "vendored weights"
        print(f"\n{name} ({weights}, {time.perf_counter() - begun:.0f} s)")
        figures = score(SCORED_BY.get(name, "places"), run.gold, run.rows, folder, options.errors)
        results[name] = report(run, figures, frozen.get(name, {}).get("right", {}))
        if name in TRAINED_ON:
            pooled.extend(zip(run.gold, run.rows, strict=True))
    if len({*TRAINED_ON} & {*results}) == 2:
        print("\nplaces_lgl + places_geowebnews, pooled")
        figures = score("places", [g for g, _ in pooled], [r for _, r in pooled], folder, 0)
        print("  " + ", ".join(f"{k} {v}" for k, v in figures.items()))
        results["pooled"] = {"figures": figures}
    if options.freeze and not options.limit:
        FROZEN.parent.mkdir(exist_ok=True)
        FROZEN.write_text(json.dumps({**frozen, **results}, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


if __name__ == "__main__":
    main()
