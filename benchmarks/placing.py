"""Corpora through the real stages, on several cores: what benchmarks/places.py scores.

`Method` says whose answers they are: the project's, with the weights that have not seen a document's fold where the
corpus was learnt from, or the naive baseline's.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Literal

from corpora import Document
from losses import Item, WrongPin, find_wrong_pins, judge_names
from verdicts import judge_question

from geo.events import locate, locate_trigger
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.mentions import find_mentions
from geo.model import Mention, PlaceKind, Resolution, Span
from geo.resolve import resolve_mentions
from geo.resolve.candidates import kind_of

ScoredBy = Literal["places", "toponyms", "cases", "located"]
_LABELS: Mapping[str, PlaceKind] = {"GPE": "city", "LOC": "region", "FAC": "facility", "NORP": "demonym"}


@dataclass(frozen=True, slots=True)
class Tables:
    """The learnt weights for documents of one fold, None for the vendored ones."""

    gate: Mapping[str, float] | None = None
    ranker: Mapping[str, Mapping[str, float]] | None = None
    ties: dict[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """How documents are answered."""

    naive: bool
    tables: tuple[Tables, ...]
    """One for each of the five folds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One document's part of the analysis record that the scorer reads, and what lies behind it."""

    row: dict[str, Any]
    items: tuple[Item, ...] = ()
    wrong: tuple[WrongPin, ...] = ()


def tell_measure(gold: Mapping[str, Any]) -> ScoredBy:
    """By which of the scorer's measures a corpus with such a row is scored."""
    if "toponyms" in gold:
        return "places"
    if "expected_cc" in gold:
        return "toponyms"
    return "cases" if "expect" in gold else "located"


def place_names(document: Document, gazetteer: Gazetteer, method: Method) -> tuple[Resolution, ...]:
    """The place mentions of one document, resolved."""
    if method.naive:
        return place_naively(document, gazetteer)
    tables = method.tables[document.fold]
    mentions = find_mentions(document.article, document.doc, gazetteer, tables.gate)
    return resolve_mentions(document.article, document.doc, mentions, gazetteer, tables.ranker)


def place_naively(document: Document, gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """What a day's work gives: the places of the language model, each at the most populous entry of its name."""
    out = []
    for entity in document.doc.ents:
        if entity.label_ not in _LABELS:
            continue
        start, end = entity.start_char, entity.end_char
        text = document.article.text[start:end]
        name = text.removesuffix("'s").removesuffix("’s")
        name = name[4:] if name.lower().startswith("the ") else name
        start, end = start + text.find(name), start + text.find(name) + len(name)
        places = [match.place for match in gazetteer.lookup(name)]
        if entity.label_ == "NORP":
            places = [place for code in gazetteer.demonym(name) if (place := gazetteer.country(code))]
            if not places:
                continue
        best = max(places, key=lambda place: place.population, default=None)
        kind = _LABELS[entity.label_] if best is None or entity.label_ == "NORP" else kind_of(best)
        mention = Mention(Span(start, end), name, kind, name=name)
        out.append(Resolution(mention, best, 0.5 if best else 0.0, "the most populous of the name"))
    return tuple(out)


def build_row(document: Document, resolutions: Sequence[Resolution]) -> dict[str, Any]:
    """The part of the analysis record that the scorer reads."""
    keys = ("id", "geonameid", "name", "country", "lat", "lon", "feature")
    places = [
        {
            "start": r.mention.span.start,
            "end": r.mention.span.end,
            "text": r.mention.text,
            "kind": r.mention.kind,
            "resolved": r.place and {**{key: getattr(r.place, key) for key in keys}, "score": r.score},
        }
        for r in resolutions
    ]
    return {"doc_id": document.id, "places": places}


def locate_verbs(document: Document, resolutions: Sequence[Resolution], method: Method) -> list[dict[str, Any]]:
    """For each verb that a document asks about, the place at which it happened; naively the one nearest to it."""
    answers = []
    ties = method.tables[document.fold].ties
    for event in document.gold["events"]:
        if method.naive:
            index = min(
                range(len(resolutions)),
                key=lambda i: abs(resolutions[i].mention.span.start - event["start"]),
                default=None,
            )
        else:
            with _Ties(ties):
                index = locate_trigger(document.doc, resolutions, Span(event["start"], event["end"]))
        span = resolutions[index].mention.span if index is not None else None
        place = {"start": span.start, "end": span.end} if span else None
        answers.append({"start": event["start"], "end": event["end"], "place": place})
    return answers


class _Ties:
    """The ties between verbs and places weighed by a fold's own table while this is open."""

    def __init__(self, table: dict[str, float] | None) -> None:
        self.table = table
        self.vendored: Callable[[], dict[str, float]] = locate.load_weights

    def __enter__(self) -> None:
        if self.table is not None:
            table = self.table
            setattr(locate, "load_weights", lambda: table)  # noqa: B010  # mypy: a function is put in its place

    def __exit__(self, *failure: object) -> None:
        setattr(locate, "load_weights", self.vendored)  # noqa: B010


@dataclass(slots=True)
class _Bench:
    documents: Sequence[Document]
    method: Method
    scorer: ModuleType
    gazetteer: Gazetteer | None = None


_bench: _Bench | None = None
"""What a worker answers from; workers are forked, so that parsed docs need not be sent to them."""


def answer_corpus(documents: Sequence[Document], method: Method, scorer: ModuleType, jobs: int) -> list[Answer]:
    """Every document answered, in their order, by `jobs` processes."""
    global _bench
    _bench = _Bench(documents, method, scorer)
    if jobs < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [_answer(index) for index in range(len(documents))]
    size = max(1, min(16, len(documents) // (4 * jobs)))
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("fork")) as pool:
        return list(pool.map(_answer, range(len(documents)), chunksize=size))


def _answer(index: int) -> Answer:
    assert _bench is not None
    if _bench.gazetteer is None:
        _bench.gazetteer = open_gazetteer()  # each process its own: connections do not survive a fork
    document, gazetteer = _bench.documents[index], _bench.gazetteer
    resolutions = place_names(document, gazetteer, _bench.method)
    row = build_row(document, resolutions)
    measure = tell_measure(document.gold)
    if measure == "located":
        row["located"] = locate_verbs(document, resolutions, _bench.method)
    if measure != "places":
        return Answer(row, judge_question(document, row, gazetteer, _bench.scorer))
    items = judge_names(document, resolutions, gazetteer, _bench.scorer)
    return Answer(row, items, find_wrong_pins(document, resolutions, _bench.scorer))
