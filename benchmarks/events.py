"""Measures the coding of events on the corpora of a folder outside the repository, and keeps the figures.

    python benchmarks/events.py [--eval FOLDER] [--only acled,located,muc4,plover] [--limit N] [--losses N] [--keep]

acled_subtypes, event_location and muc4 are scored by the folder's own score.py; plover_roots by the macro F1 of
the root of the event told nearest to the gold source. Peers' figures stand beside. `--keep` freezes figures and, by
document
id, what was lost, in results/events.json; no text of a corpus is kept.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpora import ROOT, Document, eval_folder, load_corpus

from geo.dates import date_event, find_times
from geo.events import find_events, locate_trigger
from geo.gazetteer import open_gazetteer
from geo.mentions import find_mentions
from geo.model import Analysis, Event, Resolution, Span, Versions
from geo.record import build_record
from geo.resolve import resolve_mentions

RESULTS = ROOT / "benchmarks" / "results" / "events.json"
PEERS: dict[str, dict[str, Any]] = {
    "acled_subtypes": {"CASE-2021 best, weighted_F1": 83.9},
    "plover_roots": {"zero-shot, macro_F1": 82.1},
    "muc4": {"best site, recall of type / date / place": [78, 61, 63], "best site, precision": 72},
    "event_location": {},
}
# The older list of roots has YIELD where PLOVER now has two.
ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


class Coder:
    """The real stages on parsed documents, the gazetteer opened once."""

    def __init__(self) -> None:
        self.gazetteer = open_gazetteer()

    def places(self, document: Document) -> tuple[Resolution, ...]:
        """The document's place mentions, resolved."""
        mentions = find_mentions(document.article, document.doc, self.gazetteer)
        return resolve_mentions(document.article, document.doc, mentions, self.gazetteer)

    def record(self, document: Document, statements: bool = False) -> tuple[dict[str, Any], tuple[Event, ...]]:
        """The analysis record of a document and its events."""
        article, doc = document.article, document.doc
        places, times = self.places(document), find_times(article, doc)
        events = find_events(article, doc, places, times, lambda s: date_event(article, doc, times, s), statements)
        codes = {c for each in places if each.place for c in (each.place.country, *each.place.countries) if c}
        countries = {code: found.name for code in codes if (found := self.gazetteer.country(code))}
        analysis = Analysis(article, places, times, events, Versions("", "", "", ""), country_names=countries)
        return build_record(analysis, document.id), events

    def located(self, document: Document) -> dict[str, Any]:
        """The answers for the triggers that a document asks about."""
        places = self.places(document)
        answers = []
        for event in document.gold["events"]:
            index = locate_trigger(document.doc, places, Span(event["start"], event["end"]))
            span = places[index].mention.span if index is not None else None
            place = {"start": span.start, "end": span.end} if span else None
            answers.append({"start": event["start"], "end": event["end"], "place": place})
        return {"doc_id": document.id, "located": answers}


def score(
    folder: Path, what: str, corpus: Sequence[Document], records: Sequence[dict[str, Any]], losses: int
) -> dict[str, Any]:
    """What the folder's score.py says of the records; its examples of losses are printed."""
    with tempfile.TemporaryDirectory() as name:
        gold, pred = Path(name) / "gold.jsonl", Path(name) / "pred.jsonl"
        gold.write_text("".join(json.dumps(d.gold) + "\n" for d in corpus), encoding="utf-8")
        pred.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        command = [
            sys.executable,
            str(folder / "score.py"),
            what,
            str(gold),
            str(pred),
            "--json",
            "--errors",
            str(losses),
        ]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    for line in lines[1:]:
        print("   ", line[:260])
    figures: dict[str, Any] = json.loads(lines[0])
    return figures


def measure_acled(folder: Path, coder: Coder, limit: int | None, losses: int) -> dict[str, Any]:
    """acled_subtypes: weighted F1, with the commonest confusions."""
    corpus = load_corpus(folder, "acled_subtypes", limit)
    records = [coder.record(document)[0] for document in corpus]
    figures = score(folder, "subtypes", corpus, records, losses)
    told = Counter(
        f"{document.gold['label']} -> {_first(record)}" for document, record in zip(corpus, records, strict=True)
    )
    return {**figures, "answers": dict(told.most_common(60))}


def _first(record: dict[str, Any]) -> str:
    coded = [e for e in record["events"] if e["sub_event_type"]]
    coded = [e for e in coded if e["status"] in ("reported", "claimed", "ongoing")] or coded
    return coded[0]["sub_event_type"] if coded else "-"


def measure_located(folder: Path, coder: Coder, limit: int | None, losses: int) -> dict[str, Any]:
    """event_location: the share of verbs put at the right place."""
    corpus = load_corpus(folder, "event_location", limit)
    return score(folder, "located", corpus, [coder.located(document) for document in corpus], losses)


def measure_muc4(folder: Path, coder: Coder, limit: int | None, losses: int) -> dict[str, Any]:
    """muc4: DEV, from which may be learnt, and the two test sets apart."""
    corpus = load_corpus(folder, "muc4", None)
    out: dict[str, Any] = {}
    for part in ("DEV", "TST1", "TST2"):
        documents = [d for d in corpus if d.id.startswith(part)]
        if limit is not None:
            documents = documents[:: max(1, len(documents) // limit)]
        records = [coder.record(document)[0] for document in documents]
        out[part] = score(folder, "muc4", documents, records, losses)
    return out


def measure_plover(folder: Path, coder: Coder, limit: int | None, losses: int) -> dict[str, Any]:
    """plover_roots: macro F1 of the root of the event whose trigger stands nearest behind the gold source."""
    corpus = load_corpus(folder, "plover_roots", limit)
    pairs = []
    for document in corpus:
        _, events = coder.record(document, statements=True)
        start = max(document.gold["text"].find(document.gold["source"]), 0)
        end = start + len(document.gold["source"])
        coded = [e for e in events if e.plover]
        coded.sort(key=lambda e: min(abs(m.span.start - end) + 40 * (m.span.start < end) for m in e.mentions))
        root = coded[0].plover or "-" if coded else "-"
        pairs.append((document.gold["gold_root"], ROOTS.get(root, root)))
    labels = sorted({gold for gold, _ in pairs})
    scores = {}
    for label in labels:
        hit = sum(g == p == label for g, p in pairs)
        gold, told = sum(g == label for g, _ in pairs), sum(p == label for _, p in pairs)
        scores[label] = round(200 * hit / max(gold + told, 1), 1)
    macro = round(sum(scores.values()) / max(len(scores), 1), 1)
    accuracy = round(100 * sum(g == p for g, p in pairs) / max(len(pairs), 1), 1)
    unanswered = round(100 * sum(p == "-" for _, p in pairs) / max(len(pairs), 1), 1)
    return {"macro_F1": macro, "accuracy": accuracy, "unanswered": unanswered, "F1": scores}


MEASURES: dict[str, tuple[str, Callable[[Path, Coder, int | None, int], dict[str, Any]]]] = {
    "acled": ("acled_subtypes", measure_acled),
    "located": ("event_location", measure_located),
    "plover": ("plover_roots", measure_plover),
    "muc4": ("muc4", measure_muc4),
}


def main() -> None:
    """Measures what was asked for and prints it; keeps it with --keep."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--eval", help="folder of the corpora (else DATELINE_EVAL, else ../shared/eval)")
    options.add_argument("--only", default=",".join(MEASURES), help="some of: " + ", ".join(MEASURES))
    options.add_argument("--limit", type=int, help="so many documents of each corpus (muc4: of each part)")
    options.add_argument("--losses", type=int, default=0, help="print so many examples of what was lost")
    options.add_argument("--keep", action="store_true", help="freeze the figures in results/events.json")
    given = options.parse_args()
    folder = eval_folder(given.eval)
    coder = Coder()
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    for key in given.only.split(","):
        name, measure = MEASURES[key]
        begun = time.perf_counter()
        figures = measure(folder, coder, given.limit, given.losses)
        print(f"{name} ({time.perf_counter() - begun:.0f} s)")
        for figure, value in figures.items():
            before = kept.get(name, {}).get(figure)
            print(f"  {figure:14s} {value}" + (f"   (kept: {before})" if before not in (None, value) else ""))
        for peer, value in PEERS[name].items():
            print(f"  peer: {peer} {value}")
        kept[name] = figures
    if given.keep and given.limit is None:
        RESULTS.parent.mkdir(parents=True, exist_ok=True)
        RESULTS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
