"""One event's own time: which of the article's time expressions its trigger word hangs on, and what is said where none does.

Syntax first (an expression governed by the trigger), then the clause, the sentence, the paragraph's running time, at last
the publication day, which is never passed off as told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from spacy.tokens import Doc, Token

from geo.dates.tense import Clauses, Tense, tense_of
from geo.dates.values import interval_of
from geo.model import Article, Interval, Span, TimeExpression

_PARTS = {
    "MO": "morning",
    "DA": "dawn",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
    "MI": "midday",
}
_SAY = {
    "say",
    "tell",
    "report",
    "announce",
    "state",
    "add",
    "claim",
    "confirm",
    "acknowledge",
    "write",
    "predict",
    "note",
    "declare",
}
_OPEN_START = {"since"}
_OPEN_END = {"until", "till", "by", "before"}


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event took place, as finely as the text says, and why that is believed.

    `index` is the expression's place in the list of times, None where the day rests on publication or nothing. `value` is a
    whole day (YYYY-MM-DD), the best guess where `interval` is wider, None where no day can be named.
    """

    index: int | None
    interval: Interval
    value: str | None
    phrase: str | None
    part_of_day: str | None
    reason: str
    score: float


def _whole_day(value: str) -> str | None:
    found = re.match(r"\d{4}-\d\d-\d\d", value)
    return found[0] if found else None


def _part_of_day(time: TimeExpression) -> str | None:
    """The part of day in words: "early morning", "night", "17:00"."""
    if "T" not in time.value or time.value.startswith("P"):
        return None
    part = time.value.split("T", 1)[1]
    if part == "XX":
        return None
    word = _PARTS.get(part, part)
    return {"START": "early ", "END": "late "}.get(time.mod or "", "") + word


class _Sentence:
    """The trigger's sentence: its tokens, and the times that stand in it with the token that heads each."""

    def __init__(self, doc: Doc, times: Sequence[TimeExpression], trigger: Span) -> None:
        self.clauses = Clauses(doc)
        self.trigger = self.clauses.token_at(trigger.start)
        sentence = self.trigger.sent if self.trigger is not None else doc[:0]
        self.start, self.end = sentence.start_char, sentence.end_char
        self.times: list[tuple[int, TimeExpression, Token]] = []
        for index, time in enumerate(times):
            if time.span.start >= self.start and time.span.end <= self.end and _dates(time):
                head = self._head(time)
                if head is not None:
                    self.times.append((index, time, head))

    def _head(self, time: TimeExpression) -> Token | None:
        first, last = self.clauses.token_at(time.span.start), self.clauses.token_at(time.span.end - 1)
        if first is None or last is None:
            return None
        doc = first.doc
        return next(
            (t for t in doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i or t.head.i == t.i), last
        )


def _dates(time: TimeExpression) -> bool:
    """Whether an expression can date an event: a point, or a stretch that has ends; not "now", not a repetition."""
    if time.type == "SET" or time.value.endswith("_REF"):
        return False
    return time.type != "DURATION" or time.interval.earliest is not None


def _governors(token: Token) -> list[Token]:
    """The verbs and nouns above a token, nearest first."""
    chain = []
    for _ in range(25):
        if token.head.i == token.i:
            break
        token = token.head
        chain.append(token)
    return chain


def date_event(article: Article, doc: Doc, times: Sequence[TimeExpression], trigger: Span) -> EventTime:
    """The time of the event whose trigger word stands at `trigger` (offsets into `article.text`).

    `times` is what `find_times` gave for the same article. The reason says in words where the time comes from; a
    publication day that stands in for a missing time has an interval that is open towards the past.
    """
    sentence = _Sentence(doc, times, trigger)
    if sentence.trigger is None:
        return EventTime(None, interval_of("X"), None, None, None, "the trigger lies outside the text", 0.0)
    tense = tense_of(_verb(sentence.trigger))
    chosen = _by_syntax(sentence) or _by_clause(sentence) or _by_sentence(sentence)
    if chosen is None:
        chosen = _by_paragraph(article, times, trigger, sentence)
    if chosen is not None:
        index, reason, score = chosen
        return _told(times[index], index, reason, score, sentence)
    return _by_publication(article, tense)


def _verb(token: Token) -> Token:
    """The verb whose tense is that of the trigger."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


_Choice = tuple[int, str, float]


def _by_syntax(sentence: _Sentence) -> _Choice | None:
    """An expression whose nearest governing verb, or noun, is the trigger."""
    trigger = sentence.trigger
    best: tuple[int, int, int] | None = None
    for index, _, head in sentence.times:
        chain = _governors(head)
        for step, governor in enumerate(chain):
            if governor.i == trigger.i:
                if best is None or (step, abs(head.i - trigger.i)) < best[:2]:
                    best = (step, abs(head.i - trigger.i), index)
                break
            if governor.pos_ in ("VERB", "AUX") and governor.dep_ not in ("aux", "auxpass"):
                break
    return (best[2], "the expression belongs to the event's own word", 0.95) if best else None


def _by_clause(sentence: _Sentence) -> _Choice | None:
    """An expression that shares the trigger's governing verb, which does not merely report it."""
    trigger = sentence.trigger
    above = [t for t in _governors(trigger) if t.pos_ in ("VERB", "AUX")]
    for depth, verb in enumerate(above[:3]):
        if verb.lemma_.lower() in _SAY and trigger.pos_ in ("VERB", "AUX"):
            break
        near = [
            (abs(head.i - trigger.i), index)
            for index, _, head in sentence.times
            if next((g.i for g in _governors(head) if g.pos_ in ("VERB", "AUX")), None) == verb.i
        ]
        if near:
            return min(near)[1], "the expression belongs to the same clause", 0.85 - 0.1 * depth
    return None


def _by_sentence(sentence: _Sentence) -> _Choice | None:
    """The nearest expression in the sentence."""
    near = [(abs(head.i - sentence.trigger.i), index) for index, _, head in sentence.times]
    return (min(near)[1], "the nearest expression in the sentence", 0.6) if near else None


def _by_paragraph(
    article: Article, times: Sequence[TimeExpression], trigger: Span, sentence: _Sentence
) -> _Choice | None:
    """The last expression told before in the paragraph."""
    return None


def _told(time: TimeExpression, index: int, reason: str, score: float, sentence: _Sentence) -> EventTime:
    """An event time from an expression, opened where "since", "until" or "by" stand before it."""
    interval, value = time.interval, _whole_day(time.value)
    first = sentence.clauses.token_at(time.span.start)
    before = first.nbor(-1).lower_ if first is not None and first.i > 0 else ""
    if before in _OPEN_START:
        interval, reason = replace(interval, latest=None), f"{reason}; it began then"
    elif before in _OPEN_END:
        interval, reason = replace(interval, earliest=None), f"{reason}; it is told as {before} then"
    return EventTime(index, interval, value, time.text, _part_of_day(time), reason, score)


def _by_publication(article: Article, tense: Tense | None) -> EventTime:
    """What remains: a stand-in, said to be one."""
    day = article.published
    if day is None:
        return EventTime(
            None, interval_of("X"), None, None, None, "no time is told and the day of publication is not known", 0.0
        )
    if tense == "future":
        return EventTime(
            None,
            Interval(day, None, "unknown"),
            day.isoformat(),
            None,
            None,
            "no time is told; it lies ahead of publication",
            0.2,
        )
    reason = "no time is told; the day of publication stands in for it"
    return EventTime(None, Interval(day - timedelta(days=1), day, "days"), day.isoformat(), None, None, reason, 0.4)
