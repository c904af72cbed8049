"""Scores the date layer on TimeBank, AQUAINT, WikiWars and the event dates, beside the figures of its peers.

    python benchmarks/dates.py [--eval FOLDER] [--freeze] [--losses N] [--show CLASS|RULE] [--perturb] [--second]

The corpora are not part of the project: FOLDER (or DATELINE_EVAL, default ../shared/eval) holds them and `score.py`.
Texts are parsed once; the parses stay in the user's cache folder. `--freeze` keeps the figures and the ids of what was
lost, each with its class, in benchmarks/results/dates.json, so that the next run shows what a change has flipped.
`--show` prints the losses of one class or rule in their words; `--perturb` measures how well values stand when texts
are written otherwise (dates_perturbed.py). The rules were written by hand with the three corpora in sight, so this is
no blind test of them; the hand-coded set of benchmarks/dated, which is scored along, was coded before any run, but its
losses have been read since. `--second` scores the set that is held out, benchmarks/dated/second, as well: by counts
alone, for whoever reads its losses and mends them has no blind set any more.

What is learnt from a corpus by machine is scored out of fold: `build_dater` gives each document the dater that never
saw the document's fold.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from platformdirs import user_cache_dir
from spacy.tokens import Doc, DocBin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from dated_set import FOLDER, SECOND, GoldEvent, load_coded  # noqa: E402
from dates_blind import OUTCOMES, judge_event, measure_blind, print_blind, right_characters  # noqa: E402
from dates_losses import CLASSES, find_losses, measure_ceiling, show  # noqa: E402
from dates_perturbed import print_perturbed  # noqa: E402

from geo.dates import EventDater, find_modes, find_times  # noqa: E402
from geo.language import describe_language, load_language, parse_article  # noqa: E402
from geo.model import Article, Span, TimeExpression  # noqa: E402

RESULTS = Path(__file__).parent / "results" / "dates.json"
CORPORA = ("dates_timebank", "dates_aquaint", "dates_wikiwars")
# What the dates of each corpus hang on, by its kind: an upper bound of what is right, for texts mix both.
MODES = {"dates_timebank": "news", "dates_aquaint": "news", "dates_wikiwars": "narrative"}
SETS = {
    "dated": (FOLDER, "hand-coded set, its losses read since"),
    "dated_second": (SECOND, "second hand-coded set, coded at commit 2522d5d, never tuned on"),
}
# Relaxed, value and whole-day F1 as published or measured by others; None where no figure is known.
PEERS: dict[str, dict[str, tuple[float | None, float | None, float | None]]] = {
    "dates_aquaint": {
        "HeidelTime": (92.5, 72.9, 86.0),
        "recognizers-text": (87.1, 59.8, 69.0),
        "chrono-node": (82.8, 60.6, 85.7),
        "dateparser": (77.8, 42.4, 62.3),
        "parsedatetime": (82.6, 18.5, 19.8),
    },
    "dates_wikiwars": {
        "HeidelTime, told the mode": (91.9, 82.9, 87.4),
        "HeidelTime, news mode": (91.9, 60.5, 44.6),
        "recognizers-text": (87.8, 63.8, 68.4),
        "chrono-node": (69.0, 26.5, 38.6),
        "dateparser": (77.7, 36.2, 36.9),
        "parsedatetime": (80.2, 21.6, 32.6),
    },
    "dates_timebank": {
        "HeidelTime (on TempEval-3's test set)": (90.7, 78.1, None),
        "UWTime (same)": (None, 82.4, None),
    },
}
EVENT_PEERS = {
    "always the publication day": 60.0,
    "nearest date in the sentence, HeidelTime's": 76.9,
    "the same, gold dates": 82.3,
}


def load_corpus(path: Path) -> list[dict[str, Any]]:
    """The documents of a gzipped corpus."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def load_scorer(folder: Path) -> ModuleType:
    """The corpora's own score.py, for its alignment of spans."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder / 'score.py'} cannot be loaded.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build_article(document: dict[str, Any]) -> Article:
    """A document as an article published on its document creation time."""
    day = document.get("dct")
    return Article(text=document["text"], published=date.fromisoformat(day[:10]) if day else None)


def parse_corpus(name: str, articles: list[Article]) -> list[Doc]:
    """The parses of a corpus, from the cache where the same model has parsed the same texts."""
    nlp = load_language()
    key = hashlib.sha256("".join([describe_language(nlp), *(a.sha256 for a in articles)]).encode()).hexdigest()[:16]
    kept = Path(user_cache_dir("dateline")) / "benchmarks" / f"{name}-{key}.spacy"
    if kept.exists():
        return list(DocBin().from_disk(kept).get_docs(nlp.vocab))
    docs = [parse_article(article, nlp) for article in articles]
    kept.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(kept)
    return docs


def score(folder: Path, what: str, corpus: str, records: list[dict[str, Any]]) -> dict[str, Any]:
    """What score.py says of the records."""
    with tempfile.TemporaryDirectory() as scratch:
        answers = Path(scratch) / "answers.jsonl"
        answers.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        command = [
            sys.executable,
            str(folder / "score.py"),
            what,
            str(folder / f"{corpus}.jsonl.gz"),
            str(answers),
            "--json",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def key_of(document: dict[str, Any]) -> str:
    """The document's name in its corpus."""
    return str(document.get("doc_id") or document.get("id"))


def build_time(found: TimeExpression) -> dict[str, Any]:
    """A time expression as the analysis record has it, as far as the scorer looks."""
    return {
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "type": found.type,
        "value": found.value,
        "rule": found.rule,
    }


def item_id(corpus: str, item: str) -> str:
    """A name for one gold item ("document offset") that tells nothing of its text."""
    return hashlib.sha256(f"{corpus} {item}".encode()).hexdigest()[:10]


def build_dater(document: dict[str, Any], article: Article, doc: Doc, times: Sequence[TimeExpression]) -> EventDater:
    """The dater of a document's events: where weights are learnt from events, those learnt without its fold.

    The product's dater works by rules alone, so every fold has the same one.
    """
    return EventDater(article, doc, times)


def count(table: Counter[Any], shown: int) -> str:
    """The commonest entries of a table with their counts, in one line."""
    return ", ".join(
        f"{' / '.join(name) if isinstance(name, tuple) else name} {number}" for name, number in table.most_common(shown)
    )


def run_dates(folder: Path, corpus: str, shown: int, wanted: str | None) -> dict[str, Any]:
    """One corpus of time expressions: figures, a table, and the ids of what was lost."""
    documents = load_corpus(folder / f"{corpus}.jsonl.gz")
    articles = [build_article(document) for document in documents]
    docs = parse_corpus(corpus, articles)
    stretches = [find_modes(article, doc) for article, doc in zip(articles, docs, strict=True)]
    right = sum(
        right_characters([(0, len(article.text), MODES[corpus])], modes)
        for article, modes in zip(articles, stretches, strict=True)
    )
    characters = sum(len(article.text) for article in articles)
    began = time.process_time()
    found = [find_times(article, doc) for article, doc in zip(articles, docs, strict=True)]
    taken = time.process_time() - began
    words = sum(len(article.text.split()) for article in articles)
    records = [
        {"doc_id": key_of(document), "times": [build_time(one) for one in times]}
        for document, times in zip(documents, found, strict=True)
    ]
    figures = score(folder, "dates", corpus, records)
    print(f"\n{corpus}: {len(documents)} documents, {words} words, {words / taken:,.0f} words/s")
    print(
        f"  modes: {100 * right / characters:.1f}% of characters are {MODES[corpus]}, as the corpus is;"
        f" {sum(map(len, stretches))} stretches"
    )
    print(f"  {'':38s} relaxed  value  whole days")
    ours = tuple(figures[name]["F1"] for name in ("relaxed", "value", "day"))
    for name, row in {"Dateline": ours, **PEERS.get(corpus, {})}.items():
        print(f"  {name:38s} " + "".join(f"{'-' if cell is None else cell:>7} " for cell in row))
    print(f"  strict F1 {figures['strict']['F1']}, value P {figures['value']['P']} R {figures['value']['R']}")
    names = [key_of(document) for document in documents]
    lost = list(
        find_losses(load_scorer(folder), documents, records, [article.published for article in articles], names)
    )
    print("  lost by class: " + count(Counter(loss.kind for loss, _ in lost), len(CLASSES)))
    print("  by class and rule: " + count(Counter((loss.kind, loss.rule) for loss, _ in lost), shown))
    print("  by class and gold type: " + count(Counter((loss.kind, kind) for loss, kind in lost), shown))
    total, unlike, worst = measure_ceiling(documents)
    print(
        f"  gold itself: of {total} expressions whose phrase occurs again, {unlike} ({100 * unlike / total:.1f}%)"
        " are not annotated as most of their kin are"
    )
    print("    " + "; ".join(f"{kin}: {', '.join(f'{w} {n}' for w, n in ways.items())}" for kin, ways in worst[:5]))
    for loss, _ in lost:
        if wanted in (loss.kind, loss.rule):
            print(show(loss, articles[loss.document].text, articles[loss.document].published, names[loss.document]))
    return {"figures": figures, "lost": {item_id(corpus, loss.id): loss.kind for loss, _ in lost}}


def run_events(folder: Path, shown: int) -> dict[str, Any]:
    """The days of single events, dated with the times that this layer finds."""
    corpus = "event_dates"
    documents = load_corpus(folder / f"{corpus}.jsonl.gz")
    articles = [build_article(document) for document in documents]
    records, by_reason = [], Counter[tuple[str, bool]]()
    lost: dict[str, str] = {}
    outcomes: Counter[str] = Counter()
    for document, article, doc in zip(documents, articles, parse_corpus(corpus, articles), strict=True):
        dater = build_dater(document, article, doc, find_times(article, doc))
        dated = []
        for event in document["events"]:
            answer = dater.date(Span(event["start"], event["end"]))
            dated.append({"start": event["start"], "end": event["end"], "value": answer.value})
            gold = event["gold_date"] or ""
            if len(gold) == 10 and gold.replace("-", "").isdigit():
                by_reason[answer.reason, answer.value == gold] += 1
                day = date.fromisoformat(gold)
                coded = GoldEvent(event["start"], event["end"], event["event"], day, day)
                outcomes[judge_event(coded, answer.interval, answer.kind)] += 1
                if answer.value != gold:
                    lost[item_id(corpus, f"{key_of(document)} {event['start']}")] = answer.kind
        records.append({"doc_id": key_of(document), "dated": dated})
    figures = score(folder, "events", corpus, records)
    print(f"\n{corpus}: {figures['events']} events")
    print(
        f"  Dateline {figures['accuracy']} (answered {figures['answered']},"
        f" right when answered {figures['right_when_answered']})"
    )
    for name, figure in EVENT_PEERS.items():
        print(f"  {name} {figure}")
    print("  intervals, where gold is a day: " + count(outcomes, len(OUTCOMES)))
    for reason in dict.fromkeys(reason for (reason, _), _ in by_reason.most_common(2 * shown)):
        print(f"    {by_reason[reason, True]:4d} right {by_reason[reason, False]:4d} wrong: {reason}")
    return {"figures": figures, "lost": lost}


def run_blind(folder: Path, name: str, wanted: str | None) -> dict[str, Any]:
    """One of the hand-coded sets: expressions, modes and events."""
    where, title = SETS[name]
    coded = load_coded(where)
    docs = parse_corpus(name, [Article(text=each.text, published=each.published) for each in coded])
    result = measure_blind(load_scorer(folder), coded, docs, build_time)
    print_blind(result, coded, title, wanted)
    outcomes = dict(Counter(event.outcome for event in result.events))
    lost = {item_id(name, loss.id): loss.kind for loss in result.lost}
    return {"figures": {**result.figures, "events": outcomes}, "lost": lost}


def show_flips(before: dict[str, Any], now: dict[str, Any]) -> None:
    """What was lost then and is right now, and the other way round, by class."""
    for corpus, result in now.items():
        kept = before.get(corpus, {}).get("lost", {})
        old: dict[str, str] = kept if isinstance(kept, dict) else dict.fromkeys(kept, "class not kept")
        new: dict[str, str] = result["lost"]
        if old:
            gained = Counter(kind for item, kind in old.items() if item not in new)
            fallen = Counter(kind for item, kind in new.items() if item not in old)
            print(
                f"{corpus}: {gained.total()} lost items gained, {fallen.total()} newly lost, against the frozen results"
            )
            for title, table in (("gained", gained), ("newly lost", fallen)):
                if table:
                    print(f"  {title}: {count(table, len(CLASSES))}")


def main() -> int:
    """Runs the four corpora; gives back a process's exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", default=os.environ.get("DATELINE_EVAL", str(ROOT.parent / "shared" / "eval")))
    parser.add_argument("--freeze", action="store_true", help="keep the results as the ones to compare with")
    parser.add_argument("--show", metavar="CLASS|RULE", help=f"print these losses; classes: {', '.join(CLASSES)}")
    parser.add_argument("--perturb", action="store_true", help="measure texts written otherwise, nothing else")
    parser.add_argument("--second", action="store_true", help="score the held-out set as well, by counts alone")
    parser.add_argument("--losses", type=int, default=12, help="how many classes of losses to show")
    options = parser.parse_args()
    folder = Path(options.eval)
    if not (folder / "score.py").exists():
        print(f"The corpora are not at {folder}: give their folder with --eval or DATELINE_EVAL. Nothing was measured.")
        return 2
    if options.perturb:
        for corpus in CORPORA:
            articles = [build_article(document) for document in load_corpus(folder / f"{corpus}.jsonl.gz")]
            print_perturbed(corpus, articles, parse_corpus)
        return 0
    results = {corpus: run_dates(folder, corpus, options.losses, options.show) for corpus in CORPORA}
    results["event_dates"] = run_events(folder, options.losses)
    results["dated"] = run_blind(folder, "dated", options.show)
    if options.second:
        results["dated_second"] = run_blind(folder, "dated_second", None)
    print()
    frozen = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    show_flips(frozen, results)
    if options.freeze:
        RESULTS.parent.mkdir(parents=True, exist_ok=True)
        RESULTS.write_text(json.dumps({**frozen, **results}, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"kept in {RESULTS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
