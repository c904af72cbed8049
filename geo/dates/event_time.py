"""One event's own time: which of the article's time expressions its trigger word hangs on, or what stands in for one.

Syntax first (an expression governed by the trigger, a relation to another event), then the clause, the sentence, the
paragraph's running time, the day that the report is about, at last the publication day, which is never passed off as
told.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from geo.dates.attachment import (
    Choice,
    Fits,
    Hangings,
    Held,
    by_clause,
    by_sentence,
    by_syntax,
    find_held,
    governors,
    is_verb,
    verb_above,
)
from geo.dates.event_answer import (
    EventTime,
    answer_ahead,
    answer_background,
    answer_published,
    answer_said,
    answer_told,
    part_of_day,
    whole_day,
)
from geo.dates.event_words import AHEAD
from geo.dates.find import find_modes
from geo.dates.mode import mode_at
from geo.dates.ranges_of_days import find_stretches_of_days
from geo.dates.relations import find_lasting, find_relations, precision_of, shift, shift_back
from geo.dates.same_event import Mentions
from geo.dates.sayings import is_saying
from geo.dates.tense import Clauses, Tense, tense_of
from geo.dates.values import interval_of
from geo.language import find_paragraphs
from geo.model import Article, Interval, Span, TimeExpression

_MAIN_DAY = "no time is told; the report is about this day, and names no later one"
_PLACE = re.compile(r"\s*[A-Z][A-Za-z .'()-]*(?:, [A-Za-z .()]+)?[,:]?\s*")
_AGENCY = re.compile(r"\s*(?:\([A-Z]|[-_\u2013\u2014])")
# Stretches that hang on the anchor even where no publication day gives them days: "over the past three days".
_ANCHORED = {"past units", "recent units", "near unit", "units ahead"}
_LASTING_BEHIND = {"for", "over", "during", "throughout"}
_RUNNING = "the time that the paragraph has told last"
_RUNNING_IN_TALE = "the time that the narrative has told last"


def _dates(time: TimeExpression) -> bool:
    """Whether an expression can date an event: a point, or a stretch that has ends; not "now", not a repetition."""
    if time.type == "SET" or time.value.endswith("_REF"):
        return False
    return time.type != "DURATION" or time.interval.earliest is not None or time.rule in _ANCHORED


class EventDater:
    """Dates the events of one article; what all events share (which word each expression hangs on) is found once."""

    def __init__(self, article: Article, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.article, self.times = article, times
        self.modes = find_modes(article, doc)
        self.paragraphs = [paragraph.span.start for paragraph in find_paragraphs(article)]
        self.main_day = self._main_day()
        self.clauses = Clauses(doc)
        self.sentences = [0] * len(doc)
        """Of every token the first token of its sentence."""
        for token in doc:
            first = token.i == 0 or token.is_sent_start
            self.sentences[token.i] = token.i if first else self.sentences[token.i - 1]
        self.stretches = find_stretches_of_days(article.text, times)
        self.relations = find_relations(self.clauses, times)
        self.hangings, self.mentions = Hangings(), Mentions()
        self.durations: dict[int, list[TimeExpression]] = {}
        points: list[Held] = []
        for index, time in enumerate(times):
            held = None if self._in_dateline(time) else find_held(self.clauses, article.text, index, time)
            if held is None:
                continue
            if _dates(time):
                self.hangings.add(held, self.sentences[held.head.i])
                if held.saying is None and whole_day(time.value):
                    self.mentions.add(held)
                if time.type in ("DATE", "TIME"):
                    points.append(held)
            elif time.type == "DURATION":
                self._take_in_duration(held)
        self.points, self.point_starts = points, [held.time.span.start for held in points]

    def _take_in_duration(self, held: Held) -> None:
        """Notes how long the event lasted that a duration modifies: "for three months", "a two-week siege"."""
        words = [c for of in held.head.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
        if held.head.head.lower_ in ("within", "in"):
            return
        verbal = held.word is not None and is_verb(held.word)
        if held.word is not None and (not verbal or held.head.head.lower_ in _LASTING_BEHIND):
            words.append(held.word)
        for word in words:
            self.durations.setdefault(word.i, []).append(held.time)

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
            return EventTime(None, interval_of("X"), None, None, None, "the trigger lies outside the text", 0.0, "none")
        verb = verb_above(token)
        tense = tense_of(verb)

        def fits(held: Held) -> bool:
            return not self._too_late(held.time, tense)

        own = by_syntax(token, self.hangings, fits)
        if own is not None and own.held.bare and token.pos_ == "NOUN" and own.held.head.i < token.i:
            own = self._with_day(token, own, fits)
        if own is not None:
            return self._told(own, tense)
        told = self._by_relation(token) or self._by_length(token)
        if told is not None:
            return told
        sentence = self.sentences[token.i]
        choice = by_clause(token, self.hangings, fits)
        planned = self._planned(token, tense, choice)
        if planned is not None:
            return planned
        before = self._earlier(token, choice)
        if before is not None:
            return before
        choice = choice or by_sentence(token, sentence, self.hangings, fits)
        if choice is not None:
            return self._told(choice, tense)
        return self._stand_in(token, verb, tense, sentence, fits)

    def _with_day(self, token: Token, own: Choice, fits: Fits) -> Choice:
        """The day that a time of day belongs to, where the clause tells it beside: "a dawn raid on 22 April"."""
        day = by_clause(token, self.hangings, lambda held: fits(held) and not held.bare)
        return replace(day, hour=own.held) if day is not None else own

    def _stand_in(self, token: Token, verb: Token, tense: Tense | None, sentence: int, fits: Fits) -> EventTime:
        """What dates an event for which its sentence tells no time."""
        same = self.mentions.find(token)
        if same is not None:
            reason = "the same event is dated elsewhere in the text"
            return self._told(Choice(same, reason, 0.6), tense, "same")
        news = self._is_news(token)
        said = self.hangings.said_in(sentence)
        if news and said is not None and not is_saying(token) and tense != "future":
            return answer_said(said.time, said.index)
        running = self._by_paragraph(token, verb, tense, news)
        if running is not None:
            return running
        perfect = any(c.lower_ in ("has", "have", "'ve") for c in verb.children)
        leading = bisect_right(self.paragraphs, token.idx) <= 1 or self._is_headline(token)
        if self.main_day is not None and (leading or not perfect) and (tense == "past" or self._is_headline(token)):
            interval = Interval(self.main_day, self.article.published, "days")
            return EventTime(None, interval, self.main_day.isoformat(), None, None, _MAIN_DAY, 0.45, "report")
        if tense == "future" and self.article.published is not None:
            return answer_ahead(self.article.published, None)
        return answer_published(self.article.published)

    def _told(self, choice: Choice, tense: Tense | None, kind: str = "told") -> EventTime:
        """The event time that a chosen expression gives."""
        held = choice.held
        time, published = held.time, self.article.published
        first = self.clauses.token_at(time.span.start)
        before = first.nbor(-1).lower_ if first is not None and first.i > 0 else ""
        answer = answer_told(
            time,
            held.index,
            choice.reason,
            choice.score,
            before,
            tense,
            published,
            "same" if kind == "same" else "told",
        )
        hour = choice.hour or self._hour_beside(held)
        if answer.part_of_day is None and hour is not None and time.interval.precision == "day":
            answer = replace(answer, part_of_day=part_of_day(hour.time))
        stretch = self.stretches.get(held.index)
        if stretch is not None:
            reason = f"{choice.reason}; it is told as going from “{stretch.first}” to “{stretch.last}”"
            return EventTime(held.index, stretch.interval, None, time.text, None, reason, choice.score, answer.kind)
        if choice.after and answer.interval.earliest is not None:
            begun = published is not None and answer.interval.earliest <= published
            latest = published if begun and self._is_news(held.head) else None
            interval = Interval(answer.interval.earliest, latest, "days" if latest else "unknown")
            return EventTime(
                held.index, interval, answer.value, time.text, None, choice.reason, choice.score, answer.kind
            )
        return answer

    def _hour_beside(self, held: Held) -> Held | None:
        """A time of day that hangs on the same word as a day: "at dawn, on Friday"."""
        beside = self.hangings.on_word.get(held.word.i, ()) if held.word is not None else ()
        hours = [h for h in beside[:6] if h.bare]
        return hours[0] if len(hours) == 1 else None

    def _by_relation(self, token: Token) -> EventTime | None:
        """The time of an event told by another: "a day after an air strike killed 12"."""
        relation = self.relations.get(token.i)
        if relation is None:
            return None
        to_later = relation.later.i == token.i
        other = relation.earlier if to_later else relation.later
        found = by_syntax(other, self.hangings, lambda held: True)
        interval = shift(found.held.time.interval, relation, to_later) if found else None
        if found is None or interval is None or found.held.saying is not None:
            return None
        day = interval.earliest if interval.earliest == interval.latest else None
        if relation.words != "after" and day is None:
            day = interval.latest if not to_later else interval.earliest
        side = "later than" if to_later else "before"
        reason = (
            f"told by another event: {relation.words} {side} “{other.text}”, which is dated “{found.held.time.text}”"
        )
        value = day.isoformat() if day else None
        return EventTime(found.held.index, interval, value, found.held.time.text, None, reason, 0.8)

    def _by_length(self, token: Token) -> EventTime | None:
        """What is told only by how long it lasted."""
        lasting = find_lasting(token, self.durations)
        published = self.article.published
        if lasting is None or published is None:
            return None
        if not lasting.till_now:
            return answer_background(published, "only how long it lasted is told, not when")
        began = shift_back(published, lasting.length)
        reason = "how long it had gone on at publication is told"
        return EventTime(
            None, Interval(began, published, precision_of(lasting.length)), None, None, None, reason, 0.6, "since"
        )

    def _planned(self, token: Token, tense: Tense | None, choice: Choice | None) -> EventTime | None:
        """What lies ahead of a plan, where the clause tells no time at or behind the plan's."""
        published = self.article.published
        governor = token.head if token.dep_ in ("xcomp", "ccomp", "acl", "conj") else None
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
        ahead = governor is not None and to and token.tag_ == "VB" and governor.lemma_.lower() in AHEAD
        if published is None or not (ahead or (tense == "future" and choice is not None)):
            return None
        if choice is None:
            return None if tense == "future" else answer_ahead(published, None)
        on_plan = governor is not None and choice.held.word is not None and choice.held.word.i == governor.i
        end = choice.held.time.interval.latest
        if end is None or end >= published:
            return None
        return answer_ahead(published, choice.held.time.interval.earliest if on_plan else None)

    def _earlier(self, token: Token, choice: Choice | None) -> EventTime | None:
        """What the text tells as over before ("had fled"), unless that is somebody's report of it."""
        if token.tag_ not in ("VBN", "VBD") or not any(c.dep_ == "aux" and c.lower_ == "had" for c in token.children):
            return None
        below = token
        for above in governors(token):
            if below.dep_ in ("ccomp", "parataxis") and (is_saying(above) or above.tag_ == "VBD"):
                return None
            if any(c.dep_ in ("ccomp", "parataxis") and is_saying(c) for c in above.children):
                return None
            below = above
        if self.hangings.said_in(self.sentences[token.i]) is not None:
            return None
        until = self.article.published
        if choice is not None and choice.held.time.interval.latest is not None:
            until = choice.held.time.interval.latest
        else:
            last = bisect_left(self.point_starts, token.idx) - 1
            if last >= 0 and self._same_paragraph(self.points[last], token):
                until = self.points[last].time.interval.latest or until
        return answer_background(until, "no time is told; it was over before what is told beside it")

    def _is_news(self, token: Token) -> bool:
        return mode_at(self.modes, token.idx) == "news" and self.article.published is not None

    def _is_headline(self, token: Token) -> bool:
        """Whether the trigger stands in the title, or in a first line that ends without a full stop."""
        title = self.article.title_span
        if title is not None:
            return title.start <= token.idx < title.end
        line = self.article.text.lstrip()[:160].split("\n", 1)
        opening = len(self.article.text) - len(self.article.text.lstrip()) + len(line[0])
        return len(line) == 2 and token.idx < opening and bool(line[0].strip()) and line[0].strip()[-1].isalnum()

    def _main_day(self) -> datetime.date | None:
        """The day that a report is about, where it never names its publication's: "on Monday", printed on Tuesday.

        It is the first whole day told of the four before publication, if none of them is told clearly more often.
        """
        published = self.article.published
        if published is None or mode_at(self.modes, 0) != "news":
            return None
        days = [whole_day(time.value) for time in self.times if time.type in ("DATE", "TIME")]
        near = [day for day in days if day and 0 <= (published - datetime.date.fromisoformat(day)).days <= 4]
        if not near or published.isoformat() in near or near.count(near[0]) + 1 < max(map(near.count, near)):
            return None
        return datetime.date.fromisoformat(near[0])

    def _too_late(self, time: TimeExpression, tense: Tense | None) -> bool:
        """Whether a time lies after publication but the event is past ("left ahead of a September deadline")."""
        published, begun = self.article.published, time.interval.earliest
        return tense == "past" and published is not None and begun is not None and begun > published

    def _same_paragraph(self, held: Held, token: Token) -> bool:
        return bisect_right(self.paragraphs, held.time.span.start) == bisect_right(self.paragraphs, token.idx)

    def _by_paragraph(self, trigger: Token, verb: Token, tense: Tense | None, news: bool) -> EventTime | None:
        """The time that the paragraph told last: for what is told as past in news, for everything in a narrative."""
        if tense != "past" or (news and is_saying(verb)):
            return None
        last = bisect_left(self.point_starts, trigger.idx) - 1
        if last < 0:
            return None
        held = self.points[last]
        if self._too_late(held.time, tense) or (news and not whole_day(held.time.value)):
            return None
        here = self._same_paragraph(held, trigger)
        if not here and news:
            return None
        if held.saying is not None and news:
            return answer_said(held.time, held.index)
        choice = Choice(held, _RUNNING, 0.5) if here else Choice(held, _RUNNING_IN_TALE, 0.35)
        found = self._told(choice, tense)
        return EventTime(
            found.index,
            found.interval,
            found.value,
            found.phrase,
            found.part_of_day,
            found.reason,
            found.score,
            "running",
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


__all__ = ["EventDater", "EventTime", "date_event", "part_of_day"]
