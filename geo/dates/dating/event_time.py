"""One event's own time: which of the article's time expressions its trigger word hangs on, or what stands in for one.

Syntax first (an expression governed by the trigger, a relation to another event), then the clause, the sentence, the
paragraph's running time, the day that the report is about, at last the publication day, which is never passed off as
told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from geo.dates.dating.attachment import Choice, Fits, Held, by_clause, by_open_clause, by_sentence, by_syntax, governors
from geo.dates.dating.event_answer import (
    EventTime,
    answer_about,
    answer_ahead,
    answer_background,
    answer_published,
    answer_said,
    answer_told,
    part_of_day,
    whole_day,
)
from geo.dates.dating.event_words import AHEAD
from geo.dates.dating.gathered import Asked, Gathered
from geo.dates.dating.relations import find_lasting, precision_of, shift, shift_back
from geo.dates.dating.sayings import is_saying
from geo.dates.values import interval_of
from geo.model import Article, Interval, Span, TimeExpression

_RUNNING = "the time that the paragraph has told last"
_RUNNING_IN_TALE = "the time that the narrative has told last"
_DEICTIC = re.compile(r"\bthis\b|\bovernight\b", re.IGNORECASE)
_LASTING = "only how long it lasted is told, not when"
_EARLIER = "no time is told; it was over before what is told beside it"


class EventDater:
    """Dates the events of one article; what all events share (which word each expression hangs on) is found once."""

    def __init__(self, article: Article, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.article = article
        self.found = Gathered(article, doc, times)

    def date(self, trigger: Span) -> EventTime:
        """The time of the event whose trigger word stands at `trigger`; see `date_event`."""
        token = self.found.clauses.token_at(trigger.start)
        if token is None:
            reason = "the trigger lies outside the text"
            return EventTime(None, interval_of("X"), None, None, None, reason, 0.0, "none")
        asked = self.found.ask(token)

        def fits(held: Held) -> bool:
            return not self.found.too_late(held.time, asked)

        own = self._by_own_word(asked, fits)
        if own is not None:
            return self._at_hour(own, asked) or self._told(own, asked)
        told = self._by_relation(token) or self._by_length(token)
        if told is not None:
            return told
        choice = by_clause(token, self.found.hangings, lambda held: fits(held) and not self._long_past(held, asked))
        told = self._planned(asked, choice) or self._earlier(token, choice)
        if told is not None:
            return told
        choice = (
            choice
            or by_open_clause(token, self.found.hangings, fits, lambda held: self._reaches_up(held, asked))
            or by_sentence(token, asked.sentence, self.found.hangings, fits)
        )
        if choice is None:
            return self._stand_in(asked)
        return self._at_hour(choice, asked) or self._told(choice, asked)

    def _by_own_word(self, asked: Asked, fits: Fits) -> Choice | None:
        """An expression that belongs to the trigger itself."""
        token, hangings = asked.token, self.found.hangings
        own = by_syntax(token, hangings, fits)
        if own is None:
            # "said in an editorial on Saturday, April 25", printed the day before: the text names the day in full
            own = by_syntax(token, hangings, lambda held: token.tag_ == "VBD" and self._is_dated_ahead(held.time))
        if own is None or (token.lemma_.lower() == "expect" and self._lies_ahead(own.held.time)):
            return None
        if own.held.bare and token.pos_ == "NOUN" and own.held.head.i < token.i:
            # the day that a time of day belongs to stands beside: "a dawn raid on 22 April"
            day = by_clause(token, hangings, lambda held: fits(held) and not held.bare)
            return replace(day, hour=own.held) if day is not None else own
        return own

    def _lies_ahead(self, time: TimeExpression) -> bool:
        published, begun = self.article.published, time.interval.earliest
        return published is not None and begun is not None and begun > published

    def _is_dated_ahead(self, time: TimeExpression) -> bool:
        """Whether a time is a day with its month, at most three days after publication."""
        published, day = self.article.published, time.interval.earliest
        near = published is not None and day is not None and 0 < (day - published).days <= 3
        return near and "month" in time.rule and "day" in time.rule

    def _long_past(self, held: Held, asked: Asked) -> bool:
        """Whether a time of the clause is over, but the event goes on: "independent since 1962, it still has ..."."""
        published, last = self.article.published, held.time.interval.latest
        if asked.tense != "present" or published is None or last is None or not self.found.is_news(asked.token):
            return False
        present = asked.token.tag_ in ("VBZ", "VBP")
        return present and last < published and not self.found.is_headline(asked.token)

    def _reaches_up(self, held: Held, asked: Asked) -> bool:
        """Whether a time below an infinitive can be its governor's: a plan is not dated by what it is for."""
        if whole_day(held.time.value) is None:
            return False
        return not self._lies_ahead(held.time) or (asked.tense == "future" and asked.token.lemma_.lower() not in AHEAD)

    def _stand_in(self, asked: Asked) -> EventTime:
        """What dates an event for which its sentence tells no time."""
        token, tense, found = asked.token, asked.tense, self.found
        entry = found.entry_of(token) if tense != "future" else None
        if entry is not None:
            return self._told(Choice(entry, "it is told under this day", 0.7), asked)
        same = found.mentions.find(token)
        if same is not None:
            reason = "the same event is dated elsewhere in the text"
            return replace(self._told(Choice(same, reason, 0.6), asked), kind="same")
        said = found.hangings.said_in(asked.sentence)
        if said is not None and found.is_news(token) and not is_saying(token) and tense != "future":
            answer = answer_said(said.time, said.index)
            if token.i in found.durations and answer.interval.latest is not None:
                return replace(answer, interval=Interval(None, answer.interval.latest, "unknown"))
            return answer
        running = self._by_paragraph(asked)
        if running is not None:
            return running
        about = found.main_day if token.lemma_.lower() != "accord" else None
        headline = found.is_headline(token)
        if about is not None and (headline or (tense == "past" and (found.is_leading(token) or not asked.perfect))):
            return answer_about(about, self.article.published)
        if tense == "future" and self.article.published is not None:
            return answer_ahead(self.article.published, said.time.interval.earliest if said is not None else None)
        return answer_published(self.article.published, found.filed)

    def _told(self, choice: Choice, asked: Asked) -> EventTime:
        """The event time that a chosen expression gives."""
        held, found, published = choice.held, self.found, self.article.published
        first = found.clauses.token_at(held.time.span.start)
        before = first.nbor(-1).lower_ if first is not None and first.i > 0 and not choice.exact else ""
        answer = answer_told(held.time, held.index, choice.reason, choice.score, before, asked.tense, published)
        hour = choice.hour or self._hour_beside(held)
        if answer.part_of_day is None and hour is not None and held.time.interval.precision == "day":
            answer = replace(answer, part_of_day=part_of_day(hour.time))
        stretch = found.stretches.get(held.index)
        if stretch is not None:
            reason = f"{choice.reason}; it is told as going from “{stretch.first}” to “{stretch.last}”"
            return replace(answer, interval=stretch.interval, value=None, part_of_day=None, reason=reason)
        begun = answer.interval.earliest
        if choice.after and begun is not None:
            latest = published if published and begun <= published and found.is_news(held.head) else None
            interval = Interval(begun, latest, "days" if latest else "unknown")
            return replace(answer, interval=interval, part_of_day=None)
        return answer

    def _at_hour(self, choice: Choice, asked: Asked) -> EventTime | None:
        """The time of an event whose hour is told beside it, but its day before: "They reached the camp at 9 p.m."."""
        hour = choice.held
        if not hour.bare or choice.hour is not None or _DEICTIC.search(hour.time.text):
            return None
        told = self.found.day_of_hour(hour)
        if told is None or self.found.too_late(told.time, asked):
            return None
        reason = f"its hour is told, “{hour.time.text}”; the day is the one told last before it"
        answer = self._told(Choice(told, reason, 0.55), asked)
        part = part_of_day(hour.time)
        night = part_of_day(told.time) == "night" and part in ("dawn", "morning")
        if night and answer.interval.latest is not None:
            answer = replace(answer, value=answer.interval.latest.isoformat())
        elif answer.value is not None:
            answer = replace(answer, interval=interval_of(answer.value))
        return replace(answer, part_of_day=part, kind="running")

    def _hour_beside(self, held: Held) -> Held | None:
        """A time of day that hangs on the same word as a day: "at dawn, on Friday"."""
        beside = self.found.hangings.on_word.get(held.word.i, ()) if held.word is not None else ()
        hours = [h for h in beside[:6] if h.bare]
        return hours[0] if len(hours) == 1 else None

    def _by_relation(self, token: Token) -> EventTime | None:
        """The time of an event told by another: "a day after an air strike killed 12"."""
        relation = self.found.relations.get(token.i)
        if relation is None and token.dep_ == "relcl":
            token = token.head  # "a week after an attack that killed 30"
            relation = self.found.relations.get(token.i)
        if relation is None:
            return None
        to_later = relation.later.i == token.i
        other = relation.earlier if to_later else relation.later
        hangings = self.found.hangings
        told = by_syntax(other, hangings, lambda held: True) or by_clause(other, hangings, lambda held: True)
        interval = shift(told.held.time.interval, relation, to_later) if told else None
        if told is None or interval is None or told.held.saying is not None:
            return None
        day = interval.earliest if interval.earliest == interval.latest else None
        if relation.words != "after" and day is None:
            day = interval.earliest if to_later else interval.latest
        side, phrase = "later than" if to_later else "before", told.held.time.text
        reason = f"told by another event: {relation.words} {side} “{other.text}”, which is dated “{phrase}”"
        value = day.isoformat() if day else None
        return EventTime(told.held.index, interval, value, phrase, None, reason, 0.8)

    def _by_length(self, token: Token) -> EventTime | None:
        """What is told only by how long it lasted."""
        lasting = find_lasting(token, self.found.durations)
        published = self.article.published
        if lasting is None or published is None:
            return None
        if not lasting.till_now:
            ends = by_clause(token, self.found.hangings, lambda held: whole_day(held.time.value) is not None)
            end = ends.held.time.interval.earliest if ends is not None else None
            began = shift_back(end, lasting.length) if end is not None and end <= published else None
            if ends is None or began is None:
                return answer_background(published, _LASTING)
            held = ends.held
            interval = Interval(began, held.time.interval.latest, "days")
            reason = "how long it lasted is told, and a day of its clause by which it had"
            return EventTime(held.index, interval, None, held.time.text, None, reason, 0.6)
        interval = Interval(shift_back(published, lasting.length), published, precision_of(lasting.length))
        reason = "how long it had gone on at publication is told"
        return EventTime(None, interval, None, None, None, reason, 0.6, "since")

    def _planned(self, asked: Asked, choice: Choice | None) -> EventTime | None:
        """What lies ahead of a plan, where the clause tells no time at or behind the plan's."""
        published = self.article.published
        if published is None or not (asked.planned or asked.tense == "future"):
            return None
        if choice is None:
            return None if asked.tense == "future" or not asked.planned else answer_ahead(published, None)
        end = choice.held.time.interval.latest
        if end is None or end >= published:
            return None
        on_plan = asked.planned and choice.held.word is not None and choice.held.word.i == asked.token.head.i
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
        if self.found.hangings.said_in(self.found.sentences[token.i]) is not None:
            return None
        until = self.article.published
        before = self.found.told_before(token)
        if choice is not None and choice.held.time.interval.latest is not None:
            until = choice.held.time.interval.latest
        elif before is not None and before[1]:
            until = before[0].time.interval.latest or until
        return answer_background(until, _EARLIER)

    def _by_paragraph(self, asked: Asked) -> EventTime | None:
        """The time that the paragraph told last: for what is told as past in news, for everything in a narrative."""
        news = self.found.is_news(asked.token)
        before = self.found.told_before(asked.token)
        if asked.tense != "past" or before is None or asked.perfect or (news and is_saying(asked.verb)):
            return None
        held, here = before
        if self.found.too_late(held.time, asked) or (news and not (here and whole_day(held.time.value))):
            return None
        if news and (held.saying is not None or self._is_of_frame(held, asked.token)):
            return answer_said(held.time, held.index)
        choice = Choice(held, _RUNNING, 0.5) if here else Choice(held, _RUNNING_IN_TALE, 0.35)
        answer = replace(self._told(choice, asked), kind="running")
        soon = self.found.soon.get(asked.token.i)
        if soon is not None and answer.interval.earliest is not None:
            reason = f"it came within “{soon.text}” of the time that the text told last"
            interval = Interval(answer.interval.earliest, self.article.published if news else None, "unknown")
            return replace(answer, interval=interval, value=None, part_of_day=None, reason=reason)
        return answer

    def _is_of_frame(self, held: Held, token: Token) -> bool:
        """Whether a time stands in the words around a statement that tells of the event: "contacted on Sunday, he"."""
        if self.found.sentences[held.head.i] != self.found.sentences[token.i]:
            return False
        below = token
        for above in governors(token):
            if below.dep_ == "ccomp" and is_saying(above):
                return not below.left_edge.i <= held.head.i <= below.right_edge.i
            below = above
        return False


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


__all__ = ["EventDater", "EventTime", "date_event"]
