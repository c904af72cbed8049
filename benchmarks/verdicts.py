"""What became of each question of the corpora that are no annotated texts: bare names, peers' test sentences, verbs.

Whether an answer is right is the scorer's word, asked for one question at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

from corpora import Document
from losses import SAME_KM, Item, as_mention, offer_places
from rapidfuzz import fuzz

from geo.gazetteer import Gazetteer, fold_name
from geo.model import Place


def judge_question(
    document: Document, row: Mapping[str, Any], gazetteer: Gazetteer, scorer: ModuleType
) -> tuple[Item, ...]:
    """One item for the bare name or the sentence of `document`, one for each verb that it asks about."""
    if "expected_cc" in document.gold:
        return (_judge_bare_name(document, row, gazetteer, scorer),)
    if "expect" in document.gold:
        return (_judge_case(document, row, scorer),)
    return tuple(_judge_verbs(document, row, scorer))


def _judge_bare_name(document: Document, row: Mapping[str, Any], gazetteer: Gazetteer, scorer: ModuleType) -> Item:
    gold, name = document.gold, str(document.gold["toponym"])
    start = max(0, document.article.text.find(name))
    end = start + len(name)
    over = [p for p in row["places"] if min(p["end"], end) > max(p["start"], start)]
    exact = next((p for p in over if (p["start"], p["end"]) == (start, end)), None)
    options = offer_places(as_mention(start, end, name), name, gazetteer)
    offered = any(_is_right(gold, place, scorer) for place in options)
    pinned = next((p["resolved"] for p in row["places"] if p["resolved"]), None)
    right = bool(scorer.toponyms([(gold, row)], 0)[0]["right"])
    held = offered or _is_held(gold, name, gazetteer)
    if right:
        cause = "right"
    elif not over:
        cause = "span missed"
    elif exact is None:
        cause = "span wrong"
    elif not offered:
        cause = "in the gazetteer, not offered" if held else "not in the gazetteer"
    elif pinned is None:
        cause = "left unplaced"
    else:
        right_country = not gold["expected_cc"] or (pinned["country"] or "-") in gold["expected_cc"]
        cause = "right country, wrong place" if right_country else "ranked below another"
    told = f"{pinned['name']} ({pinned['country']}, {pinned['feature']})" if pinned else "-"
    score = pinned["score"] if pinned else None
    return Item(start, end, name, cause, right, held, offered, offered, score, told)


def _is_right(gold: Mapping[str, Any], place: Place, scorer: ModuleType) -> bool:
    row = {"places": [{"resolved": {"lat": place.lat, "lon": place.lon, "country": place.country}}]}
    return bool(scorer.toponyms([(gold, row)], 0)[0]["right"])


def _is_held(gold: Mapping[str, Any], name: str, gazetteer: Gazetteer) -> bool:
    if not gold["lat"]:
        return False
    around = gazetteer.nearest(float(gold["lat"]), float(gold["lon"]), 60, SAME_KM)
    return any(fuzz.ratio(fold_name(place.name), fold_name(name)) >= 75 for place, _ in around)


def _judge_case(document: Document, row: Mapping[str, Any], scorer: ModuleType) -> Item:
    """The first thing that the scorer finds wrong with a peer's sentence."""
    figures, wrong = scorer.cases([(document.gold, row)], 1)
    name, cause, told = document.article.text, "right", ""
    if not figures["passed"]:
        fault, found = wrong[0][2]
        told = str(found)
        if isinstance(fault, str):
            cause = "a pin where none belongs"
        else:
            name = fault["name"]
            hits = [p for p in row["places"] if _alike(p["text"], name)]
            placed = any(p["resolved"] for p in hits)
            cause = "wrong place" if placed else "left unplaced" if hits else "span missed"
    start = max(0, document.article.text.find(name))
    return Item(start, start + len(name), name, cause, cause == "right", True, True, True, None, told)


def _alike(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _judge_verbs(document: Document, row: Mapping[str, Any], scorer: ModuleType) -> Iterator[Item]:
    text = document.article.text
    for event in document.gold["events"]:
        at = {"start": event["start"], "end": event["end"]}
        figures, _ = scorer.located([({**document.gold, "events": [event]}, row)], 0)
        given = next((a["place"] for a in row["located"] if a["start"] == at["start"] and a["end"] == at["end"]), None)
        found = _overlap(event["places"], row["places"])
        if figures["accuracy"]:
            cause = "right"
        elif not found:
            cause = "span missed"
        else:
            cause = "another place taken" if given else "no place taken"
        told = text[given["start"] : given["end"]] if given else "-"
        right = cause == "right"
        yield Item(at["start"], at["end"], text[at["start"] : at["end"]], cause, right, found, found, found, None, told)


def _overlap(golds: Sequence[Mapping[str, Any]], places: Sequence[Mapping[str, Any]]) -> bool:
    return any(min(g["end"], p["end"]) > max(g["start"], p["start"]) for g in golds for p in places)
