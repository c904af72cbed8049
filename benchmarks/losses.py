"""Why a name of a corpus was lost, what the gazetteer could have given at best, which pins are wrong, and how true the
scores are: the part of benchmarks/places.py that looks behind the scorer's figures.

Spans are aligned, and distances measured, by the scorer's own functions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from corpora import Document
from rapidfuzz import fuzz

from geo.gazetteer import Gazetteer, fold_name
from geo.model import Mention, Place, Resolution, Span
from geo.resolve.candidates import find_options

CAUSES = (
    "span missed",
    "span wrong",
    "not in the gazetteer",
    "in the gazetteer, not offered",
    "left unplaced",
    "right country, wrong place",
    "ranked below another",
    "wrong place",
    "a pin where none belongs",
    "no place taken",
    "another place taken",
)
"""Every way to lose a name, in the order in which they are looked for; the last four are of questions, not of names."""

NEAR_KM, SAME_KM = 161.0, 25.0
NOT_PINS = ("border", "relative", "region", "demonym")
"""Kinds that the corpora do not annotate: the scorer counts none of them as astray."""

_TRIMMED = re.compile(r"^(?:the)\s+|['’]s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One gold name that has a position, and what became of it."""

    start: int
    end: int
    name: str
    cause: str
    """ "right", or one of CAUSES: by the GeoNames id where the gold has one, else by lying within 161 km."""
    near: bool
    """Whether the answer lies within 161 km, or is the gold's own entry."""
    held: bool
    """Whether the gazetteer has a right entry at all, under whatever name."""
    offered: bool
    """Whether a right entry is offered for the gold span: the most that any ranker could reach."""
    offered_near: bool
    """The same, where an entry within 161 km is right enough."""
    score: float | None
    """What the answer says of itself, None where none was given."""
    answer: str


@dataclass(frozen=True, slots=True)
class WrongPin:
    """A resolved place that is not where the gold says: none there at all, or one elsewhere."""

    start: int
    end: int
    astray: bool
    """Whether no gold name is there at all."""
    kind: str
    feature: str
    score: float


def judge_names(
    document: Document, resolutions: Sequence[Resolution], gazetteer: Gazetteer, scorer: ModuleType
) -> tuple[Item, ...]:
    """Every gold name of `document` that has an id or a position, with its cause of loss."""
    golds = document.gold["toponyms"]
    spans = [{"start": r.mention.span.start, "end": r.mention.span.end} for r in resolutions]
    paired = scorer.pair(golds, spans)
    items = []
    for index, gold in enumerate(golds):
        if gold.get("lat") is None and not gold.get("geonameid"):
            continue
        answer = resolutions[paired[index]] if index in paired else None
        touched = any(min(gold["end"], s["end"]) > max(gold["start"], s["start"]) for s in spans)
        items.append(_judge(document, gold, answer, touched, gazetteer, scorer))
    return tuple(items)


def _judge(
    document: Document,
    gold: Mapping[str, Any],
    answer: Resolution | None,
    touched: bool,
    gazetteer: Gazetteer,
    scorer: ModuleType,
) -> Item:
    text = document.article.text[gold["start"] : gold["end"]]
    exact = answer is not None and (answer.mention.span.start, answer.mention.span.end) == (gold["start"], gold["end"])
    asked = answer.mention if exact and answer is not None else as_mention(gold["start"], gold["end"], text)
    options = offer_places(asked, text, gazetteer)
    place = answer.place if answer else None
    near = place is not None and (_has_id(place, gold) or _within(place, gold, NEAR_KM, scorer))
    by_id = bool(gold.get("geonameid"))
    right = place is not None and (_has_id(place, gold) if by_id else near)
    offered_near = any(_has_id(o, gold) or _within(o, gold, NEAR_KM, scorer) for o in options)
    offered = any(_has_id(o, gold) for o in options) if by_id else offered_near
    held = offered or _is_held(gold, text, gazetteer)
    if right:
        cause = "right"
    elif answer is None:
        cause = "span wrong" if touched else "span missed"
    elif not exact:
        cause = "span wrong"
    elif not held:
        cause = "not in the gazetteer"
    elif not offered:
        cause = "in the gazetteer, not offered"
    elif place is None:
        cause = "left unplaced"
    else:
        meant = {o.country for o in options if (_has_id(o, gold) if by_id else _within(o, gold, NEAR_KM, scorer))}
        cause = "right country, wrong place" if place.country in meant else "ranked below another"
    told = f"{place.name} ({place.country}, {place.feature})" if place else "-"
    score = answer.score if answer is not None and place is not None else None
    return Item(gold["start"], gold["end"], text, cause, near, held, offered, offered_near, score, told)


def as_mention(start: int, end: int, text: str) -> Mention:
    """A gold name as the mention that finding it would have given: without "the" and possessive."""
    return Mention(Span(start, end), text, "city", name=_TRIMMED.sub("", text))


def offer_places(mention: Mention, text: str, gazetteer: Gazetteer) -> list[Place]:
    """The places that resolution chooses from when the span is given."""
    options = [option.place for option in find_options(mention, gazetteer)]
    countries = (gazetteer.country(code) for code in gazetteer.demonym(text))
    return [*options, *(country for country in countries if country)]


def _has_id(place: Place, gold: Mapping[str, Any]) -> bool:
    return bool(gold.get("geonameid")) and str(place.geonameid or "") == str(gold["geonameid"])


def _within(place: Place, gold: Mapping[str, Any], reach: float, scorer: ModuleType) -> bool:
    return gold.get("lat") is not None and scorer.km(gold["lat"], gold["lon"], place.lat, place.lon) <= reach


def _is_held(gold: Mapping[str, Any], text: str, gazetteer: Gazetteer) -> bool:
    """Whether the gold's entry is there: by its id, or without one as something near that is called alike."""
    if gold.get("geonameid"):
        return gazetteer.get(f"geonames:{gold['geonameid']}") is not None
    around = gazetteer.nearest(gold["lat"], gold["lon"], 60, SAME_KM)
    return any(fuzz.ratio(fold_name(place.name), fold_name(text)) >= 75 for place, _ in around)


def find_wrong_pins(document: Document, resolutions: Sequence[Resolution], scorer: ModuleType) -> tuple[WrongPin, ...]:
    """The pins that the scorer counts against `pin_precision`."""
    golds = document.gold["toponyms"]
    spans = [{"start": r.mention.span.start, "end": r.mention.span.end} for r in resolutions]
    gold_of = {at: index for index, at in scorer.pair(golds, spans).items()}
    wrong = []
    for at, resolution in enumerate(resolutions):
        place, span = resolution.place, resolution.mention.span
        if place is None:
            continue
        if at in gold_of:
            gold = golds[gold_of[at]]
            placed = gold.get("lat") is not None or gold.get("geonameid")
            if not placed or _has_id(place, gold) or _within(place, gold, NEAR_KM, scorer):
                continue
        elif resolution.mention.kind in NOT_PINS or any(
            min(g["end"], span.end) > max(g["start"], span.start) for g in golds
        ):
            continue
        wrong.append(
            WrongPin(span.start, span.end, at not in gold_of, resolution.mention.kind, place.feature, resolution.score)
        )
    return tuple(wrong)


def measure_calibration(pairs: Sequence[tuple[float, bool]]) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error over ten bins of equal width, and the reliability curve.

    `pairs` are scores from 0 to 1 with whether the answer was right; the curve's rows are the mean score of a bin, the
    share that was right, and how many answers it is of.
    """
    error, curve = 0.0, []
    for low in range(10):
        inside = [(s, ok) for s, ok in pairs if low / 10 <= s < (low + 1) / 10 + (low == 9)]
        if inside:
            said = sum(s for s, _ in inside) / len(inside)
            true = sum(ok for _, ok in inside) / len(inside)
            error += abs(said - true) * len(inside) / len(pairs)
            curve.append((said, true, len(inside)))
    return error, curve


def show_losses(items: Sequence[Item], wrong: Sequence[WrongPin], named: bool) -> None:
    """Print the ceiling, the split of losses, the wrong pins by class and the reliability curve of one corpus.

    `named` says whether its items are names, of which the gazetteer sets the ceiling, and no questions.
    """
    if not items:
        return
    share = 100 / len(items)
    scored = [(item.score, item.near) for item in items if item.score is not None]
    held, offered = share * sum(i.held for i in items), share * sum(i.offered for i in items)
    near = share * sum(i.offered_near for i in items)
    if named:
        print(
            f"  ceiling: a right entry is in the gazetteer {held:.1f}, offered when the span is given {offered:.1f}"
            f" (or an entry within 161 km {near:.1f})"
        )
    causes = Counter(item.cause for item in items)
    close = Counter(item.cause for item in items if item.near)
    what = "names" if named else "questions"
    print(f"  {len(items)} {what}: right {causes['right']} ({share * causes['right']:.1f}), lost:")
    for cause in CAUSES:
        if causes[cause]:
            also = f", of these {close[cause]} within 161 km" if close[cause] else ""
            print(f"    {cause:30s} {causes[cause]:5d} {share * causes[cause]:5.1f}%{also}")
    for words, astray in (("no gold name there", True), ("the gold name lies elsewhere", False)):
        kinds = Counter(pin.kind for pin in wrong if pin.astray == astray)
        if not wrong:
            continue
        print(f"  wrong pins, {words}: {kinds.total()}  " + ", ".join(f"{k} {n}" for k, n in kinds.most_common()))
    error, curve = measure_calibration(scored)
    if scored:
        print(f"  expected calibration error {error:.3f} of {len(scored)} answers; said, right, of so many:")
        print("    " + "  ".join(f"{said:.2f} {true:.2f} {count}" for said, true, count in curve))
