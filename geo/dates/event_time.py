"""One event's own time: which of the article's time expressions its trigger word hangs on, or what stands in for one.

Syntax first (an expression governed by the trigger), then the clause, the sentence, the paragraph's running time, the
day that the report is about, at last the publication day, which is never passed off as told.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from geo.dates.attachment import SAYING, Choice, Held, by_clause, by_sentence, by_syntax, find_held, stem, verb_above
from geo.dates.find import find_modes
from geo.dates.tense import Clauses, Tense, tense_of
from geo.dates.values import add_days, interval_of
from geo.language import find_paragraphs
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
_MAIN_DAY = "no time is told; the report is about this day, and names no later one"
_PLACE = re.compile(r"\s*[A-Z][A-Za-z .'()-]*(?:, [A-Za-z .()]+)?[,:]?\s*")
_AGENCY = re.compile(r"\s*(?:\([A-Z]|[-_\u2013\u2014])")
# Stretches that hang on the anchor even where no publication day gives them days: "over the past three days".
_ANCHORED = {"past units", "recent units", "near unit", "units ahead"}
_OPEN_START = {"since"}
_OPEN_END = {"until", "till", "by", "before"}


@dataclass(frozen=True, slots=True)
class EventTime:
    """When an event took place, as finely as the text says, and why that is believed.

    `index` is the expression's place in the list of times, None where the day rests on none of them. `value` is a whole
    day (YYYY-MM-DD), the best guess where `interval` is wider, None where no day can be named.
    """

    index: int | None
    interval: Interval
    value: str | None
    phrase: str | None
    part_of_day: str | None
    reason: str
    score: float

    @property
    def kind(self) -> str:
        """What the day rests on, in a word."""
        for words, kind in _KINDS:
            if words in self.reason:
                return kind
        return "told"


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


def _dates(time: TimeExpression) -> bool:
    """Whether an expression can date an event: a point, or a stretch that has ends; not "now", not a repetition."""
    if time.type == "SET" or time.value.endswith("_REF"):
        return False
    return time.type != "DURATION" or time.interval.earliest is not None or time.rule in _ANCHORED


_KINDS = (
    ("it began then", "since"),
    ("same event", "same"),
    ("has told last", "running"),
    ("report is about", "report"),
    ("was said", "said"),
    ("lies ahead", "ahead"),
    ("not known", "none"),
    ("day of publication", "published"),
)
_RUNNING = 0.5
"""The score of a time that is only the last one told before."""


class EventDater:
    """Dates the events of one article; what all events share (which word each expression hangs on) is found once."""

    def __init__(self, article: Article, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.article, self.times = article, times
        self.modes = find_modes(article, doc)
        self.mode = self.modes[0].mode if self.modes else "news"
        self.paragraphs = [paragraph.span.start for paragraph in find_paragraphs(article)]
        self.main_day = self._main_day()
        points = [
            (t.span.start, i)
            for i, t in enumerate(times)
            if t.type in ("DATE", "TIME") and not t.value.endswith("_REF")
        ]
        self.points, self.point_index = [p[0] for p in points], [p[1] for p in points]
        self.clauses = Clauses(doc)
        self.held: dict[int, list[Held]] = {}
        self.sayings: set[int] = set()
        """Indices of the expressions that tell when something was said ("officials said on Sunday")."""
        self.by_stem: dict[str, list[tuple[Token, Held]]] = {}
        for index, time in enumerate(times):
            if _dates(time) and not self._in_dateline(time):
                held = find_held(self.clauses, index, time)
                if held is not None:
                    self.held.setdefault(held.head.sent.start, []).append(held)
                    if held.verb is not None and held.verb.lemma_.lower() in SAYING:
                        self.sayings.add(index)
                    for word in (held.word, held.verb):
                        if word is not None and _whole_day(time.value):
                            self.by_stem.setdefault(stem(word), []).append((word, held))

    def _in_dateline(self, time: TimeExpression) -> bool:
        """Whether the expression stands in the dateline: "BRUSSELS, February 10 (Reuters) -"."""
        dateline, text = self.article.dateline, self.article.text
        if dateline is not None and dateline.contains(time.span):
            return True
        line = text[max(text.rfind("\n", 0, time.span.start) + 1, time.span.start - 60) : time.span.start]
        return _PLACE.fullmatch(line) is not None and _AGENCY.match(text, time.span.end) is not None

    def date(self, trigger: Span) -> EventTime:
        """The time of the event whose trigger word stands at `trigger`; see `date_event`."""
        token = self.clauses.token_at(trigger.start)
        if token is None:
            return EventTime(None, interval_of("X"), None, None, None, "the trigger lies outside the text", 0.0)
        tense = tense_of(verb_above(token))
        held = [h for h in self.held.get(token.sent.start, []) if not self._too_late(h.time, tense)]
        chosen = (
            by_syntax(token, held)
            or by_clause(token, held)
            or by_sentence(token, held)
            or self._by_same_word(token)
            or self._by_paragraph(token, tense)
        )
        if chosen is not None:
            index, reason, score = chosen
            if index in self.sayings and score <= _RUNNING:
                return _by_statement(self.times[index], index)
            return _told(self.times[index], index, reason, score, self.clauses, tense, self.article.published)
        if tense == "past" and self.main_day is not None:
            interval = Interval(self.main_day, self.article.published, "days")
            return EventTime(None, interval, self.main_day.isoformat(), None, None, _MAIN_DAY, 0.45)
        return _by_publication(self.article, tense)

    def _main_day(self) -> datetime.date | None:
        """The day that a report is about, where it never names its publication's: "on Monday", printed on Tuesday.

        It is the first whole day told of the four before publication, if none of them is told clearly more often.
        """
        published = self.article.published
        if published is None or self.mode != "news":
            return None
        days = [_whole_day(time.value) for time in self.times if time.type in ("DATE", "TIME")]
        near = [day for day in days if day and 0 <= (published - datetime.date.fromisoformat(day)).days <= 4]
        if not near or published.isoformat() in near or near.count(near[0]) + 1 < max(map(near.count, near)):
            return None
        return datetime.date.fromisoformat(near[0])

    def _too_late(self, time: TimeExpression, tense: Tense | None) -> bool:
        """Whether a time lies after publication but the event is past ("left ahead of a September deadline")."""
        published, begun = self.article.published, time.interval.earliest
        return tense == "past" and published is not None and begun is not None and begun > published

    def _by_paragraph(self, trigger: Token, tense: Tense | None) -> Choice | None:
        """The time that the paragraph told last: for what is told as past in news, for everything in a narrative."""
        verb = verb_above(trigger)
        news = self.mode == "news" and self.article.published is not None
        if tense != "past" or (news and verb.lemma_.lower() in SAYING):
            return None
        last = bisect_left(self.points, trigger.idx) - 1
        if last < 0:
            return None
        index = self.point_index[last]
        time = self.times[index]
        if self._too_late(time, tense) or (news and not _whole_day(time.value)):
            return None
        here = bisect_right(self.paragraphs, trigger.idx)
        if bisect_right(self.paragraphs, time.span.start) == here:
            return index, "the time that the paragraph has told last", _RUNNING
        return (index, "the time that the narrative has told last", 0.35) if self.mode == "narrative" else None

    def _by_same_word(self, trigger: Token) -> Choice | None:
        """A noun such as "the killing" whose event is dated where the text tells it with a verb or the same noun."""
        if trigger.pos_ != "NOUN":
            return None
        near = [
            (abs(word.i - trigger.i), held.index)
            for word, held in self.by_stem.get(stem(trigger), [])
            if word.i != trigger.i
        ]
        return (min(near)[1], "the same event is dated elsewhere in the text", 0.6) if near else None


def _by_statement(time: TimeExpression, index: int) -> EventTime:
    """What was said on a day happened by then: on that day or the one before, as news goes, and not surely so."""
    day = _whole_day(time.value)
    latest = time.interval.latest
    if day is None or latest is None:
        return EventTime(index, time.interval, day, time.text, None, "when it was said is told, not when it was", 0.4)
    interval = Interval(add_days(datetime.date.fromisoformat(day), -1), latest, "days")
    return EventTime(
        None, interval, day, None, None, f"not told; it was said “{time.text}”, so it happened by then", 0.45
    )


def date_event(article: Article, doc: Doc, times: Sequence[TimeExpression], trigger: Span) -> EventTime:
    """The time of the event whose trigger word stands at `trigger` (offsets into `article.text`).

    `times` is what `find_times` gave for the same article. The reason says in words where the time comes from. A
    day that only stands in for a time that is not told (that of publication, or of the statement) has no index, and an
    interval from the day before it, or one that is open where the event lies ahead.
    """
    return _dater(article, doc, tuple(times)).date(trigger)


@lru_cache(maxsize=2)
def _dater(article: Article, doc: Doc, times: tuple[TimeExpression, ...]) -> EventDater:
    """The dater of an article, kept for its next events."""
    return EventDater(article, doc, times)


def _covers(interval: Interval, day: datetime.date) -> bool:
    return interval.earliest is not None and interval.latest is not None and interval.earliest <= day <= interval.latest


def _told(
    time: TimeExpression,
    index: int,
    reason: str,
    score: float,
    clauses: Clauses,
    tense: Tense | None,
    published: datetime.date | None,
) -> EventTime:
    """An event time from an expression, opened where "since", "until" or "by" stand before it."""
    interval, value = time.interval, _whole_day(time.value)
    first = clauses.token_at(time.span.start)
    before = first.nbor(-1).lower_ if first is not None and first.i > 0 else ""
    if before in _OPEN_START:
        interval, reason = replace(interval, latest=published), f"{reason}; it began then"
    elif before in _OPEN_END:
        interval, reason = replace(interval, earliest=None), f"{reason}; it is told as {before} then"
    elif value is None and tense == "present" and published and _covers(interval, published):
        value, reason = published.isoformat(), f"{reason}; it was going on at publication"
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
    return EventTime(None, Interval(add_days(day, -1), day, "days"), day.isoformat(), None, None, reason, 0.4)
