"""Scores the date layer on a hand-coded set of benchmarks/dated: time expressions, modes, and the days of events.

Both sets were coded before any program had read them; figures of their first runs are kept in the README.md of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from types import ModuleType
from typing import Any

from dated_set import CodedArticle, GoldEvent
from dates_losses import Loss, find_losses, show
from spacy.tokens import Doc

from geo.dates import EventDater, find_modes, find_times
from geo.model import Article, Interval, ModeStretch, Span, TimeExpression

OUTCOMES = {
    "exact": "gold is a day and the interval is that day",
    "inside": "the interval holds all of gold's days and more",
    "too fine": "a day, or days, within gold's wider span: more than the text says, but not against it",
    "overlapping": "the interval shares days with gold's, neither holds the other",
    "open": "the interval has no ends on one side and gold lies on its open side",
    "precise but wrong": "one day, or one night, that is none of gold's: the worst of all",
    "wide and wrong": "an interval of more days, none of them gold's",
    "stand-in, wrong": "the day of publication, said to be a stand-in and no time that is told, and wrong",
    "invented": "days, though no calendar day can be told from the text",
    "unknown": "no days were given where gold has some",
    "rightly unknown": "no days were given where none can be told",
}
STAND_INS = {"published", "report", "ahead", "background"}
"""Kinds of an event's time that are said to be no time told for it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One event of the set and what became of it."""

    document: int
    gold: GoldEvent
    outcome: str
    kind: str
    answer: Interval


@dataclass(frozen=True, slots=True)
class BlindResult:
    """All that was measured: the scorer's figures, lost expressions, modes right by characters, and every event."""

    figures: dict[str, Any]
    lost: tuple[Loss, ...]
    characters: int
    right_mode: int
    wrong_modes: tuple[tuple[str, str, str], ...]
    """Article, gold mode and the words at the head of every stretch whose mode is wrong for more than half of it."""
    events: tuple[Dated, ...]


def judge_event(gold: GoldEvent, answer: Interval, kind: str) -> str:
    """Which of OUTCOMES holds for an event's interval.

    >>> day = date(2021, 7, 5)
    >>> judge_event(GoldEvent(0, 1, "", day, day), Interval(date(2021, 7, 1), date(2021, 7, 31), "month"), "told")
    'inside'
    """
    first, last = answer.earliest, answer.latest
    if gold.earliest is None and gold.latest is None:
        return "rightly unknown" if first is None and last is None else "invented"
    if first is None and last is None:
        return "unknown"
    low, high = gold.earliest or date.min, gold.latest or date.max
    start, end = first or date.min, last or date.max
    if end < low or high < start:
        if kind in STAND_INS:
            return "stand-in, wrong"
        return "precise but wrong" if (end - start).days <= 1 else "wide and wrong"
    if start <= low and high <= end:
        if first is None or last is None:
            return "open"
        return "exact" if low == high and (start == end or (answer.precision == "time")) else "inside"
    return "too fine" if low <= start and end <= high else "overlapping"


def right_characters(gold: Sequence[tuple[int, int, str]], found: Sequence[ModeStretch]) -> int:
    """How many characters stand in a stretch of the right mode."""
    return sum(
        max(0, min(end, each.span.end) - max(start, each.span.start))
        for start, end, mode in gold
        for each in found
        if each.mode == mode
    )


def build_gold(coded: CodedArticle) -> dict[str, Any]:
    """A coded article as the scorer takes gold: an expression without a value counts for its span alone."""
    times = [{**asdict(time), "value": None if time.value == "?" else time.value} for time in coded.times]
    return {"doc_id": coded.name, "dct": coded.published, "text": coded.text, "timexes": times}


def measure_blind(
    scorer: ModuleType,
    articles: Sequence[CodedArticle],
    docs: Sequence[Doc],
    build_time: Callable[[TimeExpression], dict[str, Any]],
) -> BlindResult:
    """All figures of the set; `docs` are the parses, `build_time` makes the scorer's record of an expression."""
    gold, records, events, wrong, right = [], [], [], [], 0
    for number, (coded, doc) in enumerate(zip(articles, docs, strict=True)):
        article = Article(text=coded.text, published=coded.published)
        times = find_times(article, doc)
        gold.append(build_gold(coded))
        records.append({"doc_id": coded.name, "times": [build_time(time) for time in times]})
        modes = find_modes(article, doc)
        right += right_characters(coded.modes, modes)
        for stretch in coded.modes:
            if 2 * right_characters([stretch], modes) < stretch[1] - stretch[0]:
                wrong.append((coded.name, stretch[2], coded.text[stretch[0] : stretch[0] + 60].replace("\n", " ")))
        dater = EventDater(article, doc, times)
        for event in coded.events:
            answer = dater.date(Span(event.start, event.end))
            kind = answer.kind
            outcome = judge_event(event, answer.interval, kind)
            events.append(Dated(number, event, outcome, kind, answer.interval))
    figures, _ = scorer.dates(list(zip(gold, records, strict=True)), 0)
    published = [coded.published for coded in articles]
    lost = [loss for loss, _ in find_losses(scorer, gold, records, published, [coded.name for coded in articles])]
    return BlindResult(
        figures, tuple(lost), sum(len(coded.text) for coded in articles), right, tuple(wrong), tuple(events)
    )


def print_blind(result: BlindResult, articles: Sequence[CodedArticle], title: str, wanted: str | None) -> None:
    """The figures as a table under a title; losses and events of the wanted class, rule or outcome in their words."""
    figures = result.figures
    print(f"\n{title}: {len(articles)} articles, {figures['gold']} expressions, {len(result.events)} events")
    print("  F1 " + ", ".join(f"{name} {figures[name]['F1']}" for name in ("relaxed", "strict", "value", "day")))
    print(f"  value P {figures['value']['P']} R {figures['value']['R']}")
    classes = Counter(loss.kind for loss in result.lost)
    print("  lost by class: " + ", ".join(f"{kind} {number}" for kind, number in classes.most_common()))
    print(
        f"  modes right for {100 * result.right_mode / result.characters:.1f}% of characters, {len(result.wrong_modes)}"
        " stretches wrong"
    )
    for name, mode, head in result.wrong_modes if wanted == "mode" else ():
        print(f"    {name}: is {mode}: {head}")
    total = len(result.events)
    for outcome, number in Counter(event.outcome for event in result.events).most_common():
        print(f"  {number:4d} {100 * number / total:5.1f}% {outcome}: {OUTCOMES[outcome]}")
    kinds = Counter((event.kind, event.outcome == "precise but wrong") for event in result.events)
    print(
        "  precise but wrong by kind of time: "
        + ", ".join(f"{kind} {number} of {number + kinds[kind, False]}" for (kind, bad), number in kinds.items() if bad)
    )
    for loss in result.lost:
        if wanted in (loss.kind, loss.rule):
            coded = articles[loss.document]
            print(show(loss, coded.text, coded.published, coded.name))
    for event in result.events:
        if wanted == event.outcome:
            coded, gold = articles[event.document], event.gold
            context = coded.text[max(0, gold.start - 110) : gold.start].replace("\n", " ")
            behind = coded.text[gold.end : gold.end + 90].replace("\n", " ")
            print(
                f"{event.outcome} [{event.kind}] gold {gold.earliest}..{gold.latest},"
                f" answer {event.answer.earliest}..{event.answer.latest}; published {coded.published}; {coded.name}"
                f"\n    {context}[[{gold.text}]]{behind}"
            )
