"""Scores finding and placing of names on the place corpora: the real stages from raw text, the scorer's own figures
beside what is asked for and what peers reach, the gazetteer's ceiling, what was lost and why, and what changed.

usage: python benchmarks/places.py [CORPUS ...] [--corpus FILE] [--eval FOLDER] [--naive] [--vendored] [--freeze] ...

Corpora that the weights were learnt from are scored out of fold, for which train_mentions.py, train_places.py and
train_locations.py are run with --folds first, in this order. --vendored scores them with the vendored weights, which
have seen them. --naive answers with the most populous entry of what the language model takes for a place. --freeze
keeps what came out, without a word of the corpora, so that the next run shows what a change has flipped.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import PLACE_CORPORA, ROOT, Document, eval_folder, load_corpus, load_file, load_scorer
from fold_tables import load_tables
from losses import CAUSES, Item, WrongPin, show_losses
from peers import MEASURES, NOTE, POOLED, Measure, find_measures
from placing import Answer, Method, ScoredBy, Tables, answer_corpus, tell_measure

FROZEN = ROOT / "benchmarks" / "results" / "places.json"
LEARNT_FROM = ("places_lgl", "places_geowebnews", "places_conflict", "event_location")
"""Corpora made of documents that the weights have seen."""
IN_POOL = ("places_lgl", "places_geowebnews")
_LETTERS = {"right": "r", **{cause: chr(ord("a") + number) for number, cause in enumerate(CAUSES)}}
_WORDS = {letter: cause for cause, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Run:
    """What came out for one corpus, or for several together."""

    name: str
    documents: Sequence[Document]
    answers: Sequence[Answer]
    scored_by: ScoredBy

    @property
    def items(self) -> list[Item]:
        """What became of every gold name or question."""
        return [item for answer in self.answers for item in answer.items]

    @property
    def wrong(self) -> list[WrongPin]:
        """The pins that are not where the gold says."""
        return [pin for answer in self.answers for pin in answer.wrong]

    def score(self, scorer: ModuleType, fold: int | None = None) -> dict[str, Any]:
        """What the scorer says of all documents, or of one fold of them."""
        kept = [i for i, document in enumerate(self.documents) if fold is None or document.fold == fold]
        pairs = scorer.join([self.documents[i].gold for i in kept], [self.answers[i].row for i in kept])
        figures: dict[str, Any] = getattr(scorer, self.scored_by)(pairs, 0)[0]
        return figures

    def outcome(self) -> dict[str, str]:
        """A letter for what became of each item, under a name that tells nothing of the text."""
        return {
            _freeze(document, item): _LETTERS[item.cause]
            for document, answer in zip(self.documents, self.answers, strict=True)
            for item in answer.items
        }


def _freeze(document: Document, item: Item) -> str:
    return hashlib.sha256(f"{document.id}:{item.start}-{item.end}".encode()).hexdigest()[:10]


def run_corpus(name: str, documents: Sequence[Document], method: Method, scorer: ModuleType, jobs: int) -> Run:
    """Every document of a corpus answered."""
    return Run(name, documents, answer_corpus(documents, method, scorer, jobs), tell_measure(documents[0].gold))


def pool_runs(runs: Sequence[Run]) -> Run:
    """LGL and GeoWebNews as one."""
    documents = [document for run in runs for document in run.documents]
    return Run(POOLED, documents, [answer for run in runs for answer in run.answers], "places")


def show_run(run: Run, figures: Mapping[str, Any], scorer: ModuleType) -> None:
    """Print a corpus's figures, how far its folds differ, and what lies behind."""
    print("  " + ", ".join(f"{key} {value}" for key, value in figures.items() if not isinstance(value, Mapping)))
    for key, value in figures.items():
        if isinstance(value, Mapping):
            print(f"  {key}: " + ", ".join(f"{k} {v}" for k, v in value.items()))
    if run.name == POOLED:
        folds = [run.score(scorer, fold) for fold in range(5)]
        for measure in find_measures(POOLED, "places"):
            values = [value for each in folds if (value := measure.read(each)) is not None]
            spread = f"standard deviation {statistics.stdev(values):.1f}" if len(values) > 1 else ""
            print(f"  {measure.name} by fold: {' '.join(f'{value:.1f}' for value in values)}  {spread}")
    show_losses(run.items, run.wrong, named=run.scored_by in ("places", "toponyms"))


def show_flips(run: Run, before: Mapping[str, str], shown: int) -> None:
    """Print how many items are now right or lost that were not, by cause, and `shown` of them with their sentences."""
    now = run.outcome()
    ways = Counter((before[key], now[key]) for key in now if key in before and before[key] != now[key])
    better, worse = (sum(n for way, n in ways.items() if way[side] == "r") for side in (1, 0))
    print(f"  against the frozen results: {better} now right, {worse} now lost, {len(now.keys() - before.keys())} new")
    for (old, new), count in ways.most_common(8):
        print(f"    {count:4d}  {_WORDS.get(old, old)} -> {_WORDS.get(new, new)}")
    for document, answer in zip(run.documents, run.answers, strict=True):
        for item in answer.items:
            was, now_is = before.get(_freeze(document, item), ""), _LETTERS[item.cause]
            if shown and was and was != now_is and "r" in (was, now_is):
                shown -= 1
                text = document.article.text
                around = text[max(0, item.start - 60) : item.start], text[item.end : item.end + 60]
                quoted = f"{around[0]}[{item.name}]{around[1]}".replace("\n", " ")
                print(f"      {_WORDS.get(was, was)} -> {item.cause}: {quoted!r} -> {item.answer}")


def show_table(rows: Sequence[tuple[Measure, float | None, float | None]]) -> None:
    """Print every measure: the baseline as given and as measured here, ours, what is asked for, and peers."""
    print(f"\n{'corpus':20s} {'measure':18s} {'naive':>6s} {'here':>6s} {'OURS':>6s} {'floor':>6s} {'aim':>6s}  peers")
    for measure, naive, ours in rows:
        mark = ""
        if ours is not None and measure.floor is not None:
            mark = "" if measure.reached(ours, measure.floor) else "BELOW"
            mark = "aim" if measure.reached(ours, measure.aim) else mark
        cells = (measure.naive, naive, ours, measure.floor, measure.aim)
        line = " ".join(f"{'-' if cell is None else cell:>6}" for cell in cells)
        print(f"{measure.corpus:20s} {measure.name:18s} {line}  {mark:5s} {measure.peers}")
    print(NOTE)


def main() -> None:
    """Score the named corpora, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help="some of: " + ", ".join(PLACE_CORPORA))
    parser.add_argument("--corpus", action="append", default=[], type=Path, help="any file of the corpora's format")
    parser.add_argument("--eval", help="folder of the corpora (else DATELINE_EVAL, else ../shared/eval)")
    parser.add_argument("--limit", type=int, help="so many documents of each")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--flips", type=int, default=0, help="print so many of those that changed")
    parser.add_argument("--losses", type=int, default=0, help="print so many losses of each cause")
    parser.add_argument("--freeze", action="store_true", help="keep the results to compare with")
    parser.add_argument("--naive", action="store_true", help="the most populous entry, through the same code")
    parser.add_argument("--vendored", action="store_true", help="the vendored weights for all corpora")
    options = parser.parse_args()
    folder = eval_folder(options.eval)
    scorer = load_scorer(folder)
    kept = json.loads(FROZEN.read_text(encoding="utf-8")) if FROZEN.is_file() else {}
    own, foreign = Method(options.naive, (Tables(),) * 5), {path.name.split(".")[0]: path for path in options.corpus}
    unseen = own if options.vendored or options.naive else Method(False, load_tables())
    runs: list[Run] = []
    results: dict[str, Any] = {}
    rows: list[tuple[Measure, float | None, float | None]] = []
    for name in [*foreign, *(options.corpora or (() if foreign else PLACE_CORPORA))]:
        documents = (
            load_file(foreign[name], options.limit) if name in foreign else load_corpus(folder, name, options.limit)
        )
        if not documents:
            continue
        held_out = name in LEARNT_FROM and unseen is not own
        if name == "event_location" and unseen.tables[0].ties is None:
            held_out = False
        begun = time.perf_counter()
        runs.append(run_corpus(name, documents, unseen if held_out else own, scorer, options.jobs))
        seen = " that have seen it" if name in LEARNT_FROM else ""
        weights = "naive" if options.naive else "out of fold" if held_out else f"vendored weights{seen}"
        print(f"\n{name}: {len(documents)} documents, {weights}, {time.perf_counter() - begun:.0f} s")
        show(runs[-1], scorer, kept, options, results, rows)
    pool = [run for run in runs if run.name in IN_POOL]
    if len(pool) == len(IN_POOL):
        print(f"\n{POOLED}, pooled")
        show(pool_runs(pool), scorer, kept, options, results, rows)
    order = {measure: number for number, measure in enumerate(MEASURES)}
    show_table(sorted(rows, key=lambda row: order.get(row[0], len(order))))
    if options.freeze and not options.limit:
        FROZEN.parent.mkdir(exist_ok=True)
        FROZEN.write_text(json.dumps({**kept, **results}, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def show(
    run: Run,
    scorer: ModuleType,
    kept: Mapping[str, Any],
    options: argparse.Namespace,
    results: dict[str, Any],
    rows: list[tuple[Measure, float | None, float | None]],
) -> None:
    """Print one run whole; add what is frozen of it to `results` and its lines of the table to `rows`."""
    figures = run.score(scorer)
    show_run(run, figures, scorer)
    before = kept.get(run.name, {})
    if not options.naive and run.name != POOLED and before.get("outcome"):
        show_flips(run, before["outcome"], options.flips)
    show_examples(run, options.losses)
    naive = figures if options.naive else before.get("naive", {})
    for measure in find_measures(run.name, run.scored_by):
        rows.append((measure, measure.read(naive), None if options.naive else measure.read(figures)))
    if options.naive:
        results[run.name] = {**before, "naive": figures}
    else:
        outcome = {} if run.name == POOLED else {"outcome": run.outcome()}
        causes = dict(Counter(item.cause for item in run.items))
        results[run.name] = {**before, **outcome, "figures": figures, "losses": causes}


def show_examples(run: Run, shown: int) -> None:
    """Print `shown` losses of each cause, spread over the corpus."""
    if not shown or run.name == POOLED:
        return
    lost: dict[str, list[str]] = {}
    for document, answer in zip(run.documents, run.answers, strict=True):
        text = document.article.text
        for item in answer.items:
            if item.cause != "right":
                quoted = text[max(0, item.start - 50) : item.start], text[item.end : item.end + 50]
                line = f"{quoted[0]}[{item.name}]{quoted[1]}".replace("\n", " ")
                lost.setdefault(item.cause, []).append(f"{line!r} -> {item.answer}")
    for cause, lines in lost.items():
        print(f"  {cause}:", *(f"    {line}" for line in lines[:: max(1, len(lines) // shown)][:shown]), sep="\n")


if __name__ == "__main__":
    main()
