"""What all events of an article share, found once: where each time hangs, what runs on, the day that it is about."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from geo.dates.anchors.mode import mode_at
from geo.dates.dating.attachment import Hangings, Held, find_held, is_verb, verb_above
from geo.dates.dating.event_answer import whole_day
from geo.dates.dating.event_words import AHEAD
from geo.dates.dating.ranges_of_days import find_stretches_of_days
from geo.dates.dating.relations import find_relations
from geo.dates.dating.same_event import Mentions
from geo.dates.find import find_modes
from geo.dates.tense import Clauses, Tense, tense_of
from geo.language import find_paragraphs
from geo.model import Article, TimeExpression

_PLACE = re.compile(r"\s*[A-Z][A-Za-z .'()-]*(?:, [A-Za-z .()]+)?[,:]?\s*")
_AGENCY = re.compile(r"\s*(?:\([A-Z]|[-_\u2013\u2014])")
# Stretches that hang on the anchor even where no publication day gives them days: "over the past three days".
_COLON = re.compile(r" ?(?::|[-\u2013\u2014] )")
_ANCHORED = {"past units", "recent units", "near unit", "units ahead"}
_LASTING_BEHIND = {"for", "over", "during", "throughout"}
_SHORT = 800
"""Characters up to which a report comes to nothing late."""
_MODALS = {"could", "may", "might", "can", "should", "must"}
_NEAR_DAYS = 4
"""How many days before publication the day that a report is about can lie."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A trigger word with what its sentence says of its tense."""

    token: Token
    verb: Token
    tense: Tense | None
    sentence: int
    """The first token of its sentence."""
    perfect: bool
    """Whether "has" or "have" stands before its verb."""
    planned: bool
    """Whether it is an infinitive that lies ahead of the word above it: "vowed to retake"."""


def _dates(time: TimeExpression) -> bool:
    """Whether an expression can date an event: a point, or a stretch that has ends; not "now", not a repetition."""
    if time.type == "SET" or time.value.endswith("_REF"):
        return False
    return time.type != "DURATION" or time.interval.earliest is not None or time.rule in _ANCHORED


def _is_main(held: Held) -> bool:
    """Whether a time is that of something the report tells, not of what it brings in: "a rebel who fled on Sunday"."""
    if held.word is not None and held.word.i > held.head.i and held.word.dep_ == "dobj":
        return False  # "condemned Sunday's raid"
    return held.verb is None or held.verb.dep_ not in ("relcl", "acl")


class Gathered:
    """The times of one article as events can claim them."""

    def __init__(self, article: Article, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.article, self.times = article, times
        self.modes = find_modes(article, doc)
        self.paragraphs = [paragraph.span.start for paragraph in find_paragraphs(article)]
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
        self.soon: dict[int, TimeExpression] = {}
        """How long after what is told before something happened, by its word: "within days they executed the mayor"."""
        self.entries: list[Held] = []
        """The days at the head of a line or sentence, with a colon behind: "12 July 2016: A tribunal rules"."""
        self.filed: datetime.date | None = None
        """The day of the dateline."""
        points: list[Held] = []
        for index, time in enumerate(times):
            if self._in_dateline(time):
                self._take_in_dateline(time)
                continue
            held = find_held(self.clauses, article.text, index, time)
            if held is None:
                continue
            if self._is_entry(time):
                self.entries.append(held)
            if _dates(time):
                self.hangings.add(held, self.sentences[held.head.i])
                if held.saying is None and whole_day(time.value):
                    self.mentions.add(held)
                if time.type in ("DATE", "TIME"):
                    points.append(held)
            elif time.type == "DURATION":
                self._take_in_duration(held)
        self.points, self.point_starts = points, [held.time.span.start for held in points]
        self.main_day = self._main_day()

    def ask(self, token: Token) -> Asked:
        """What the sentence of a trigger word says of its tense."""
        verb = verb_above(token)
        tense = tense_of(verb)
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if tense is None and token.tag_ == "VB" and helpers & _MODALS and "have" not in helpers:
            tense = "future"
        if tense == "future" and token.pos_ == "NOUN" and (token.dep_ == "pobj" or token.head.i != verb.i):
            tense = None  # "would not comment on the killing": the verb lies ahead, the killing does not
        above = token.head if token.dep_ in ("xcomp", "ccomp", "acl", "conj", "advcl") else None
        planned = above is not None and token.tag_ == "VB" and "to" in helpers and above.lemma_.lower() in AHEAD
        return Asked(
            token, verb, tense, self.sentences[token.i], bool(helpers & {"has", "have", "'ve", "\u2019ve"}), planned
        )

    def is_news(self, token: Token) -> bool:
        """Whether the stretch of text around a word counts from a publication day that is known."""
        return mode_at(self.modes, token.idx) == "news" and self.article.published is not None

    def is_headline(self, token: Token) -> bool:
        """Whether a word stands in the title, or in a first line that ends without a full stop."""
        title, text = self.article.title_span, self.article.text
        if title is not None:
            return title.start <= token.idx < title.end
        if token.idx > 400:
            return False
        opening = len(text) - len(text.lstrip())
        line = text[opening : opening + 200].split("\n", 1)
        return len(line) == 2 and token.idx < opening + len(line[0]) and line[0].rstrip()[-1:].isalnum()

    def is_leading(self, token: Token) -> bool:
        """Whether a word stands in the article's first paragraph."""
        return bisect_right(self.paragraphs, token.idx) <= 1

    def entry_of(self, token: Token) -> Held | None:
        """The day under which a word stands in a log or a chronicle, where no other time is told between the two."""
        last = bisect_right(self.entries, token.idx, key=lambda held: held.time.span.start) - 1
        if last < 0:
            return None
        entry, before = self.entries[last], self.told_before(token)
        if before is None or not before[1]:
            return None
        here = self.sentences[before[0].head.i] == self.sentences[token.i]
        return entry if here or before[0].index == entry.index else None

    def told_before(self, token: Token) -> tuple[Held, bool] | None:
        """The last point in time told before a word, and whether that was in the same paragraph."""
        last = bisect_left(self.point_starts, token.idx) - 1
        if last < 0:
            return None
        held = self.points[last]
        return held, bisect_right(self.paragraphs, held.time.span.start) == bisect_right(self.paragraphs, token.idx)

    def day_of_hour(self, hour: Held) -> Held | None:
        """The expression that tells the day of a time of day which stands alone, where it counts from a statement's.

        That is the last day told before it that is no statement's; None where the hour has its day from an event's.
        """
        last = bisect_left(self.point_starts, hour.time.span.start) - 1
        before = [h for h in self.points[max(0, last - 5) : last + 1][::-1] if not h.bare and whole_day(h.time.value)]
        counts_from_event = hour.time.anchor == "told" and bool(before) and before[0].saying is None
        return None if counts_from_event else next((h for h in before if h.saying is None), None)

    def too_late(self, time: TimeExpression, asked: Asked) -> bool:
        """Whether a time lies after publication but the event is past ("left ahead of a September deadline")."""
        published, begun = self.article.published, time.interval.earliest
        past = asked.tense == "past" and not asked.planned
        return past and published is not None and begun is not None and begun > published

    def _take_in_duration(self, held: Held) -> None:
        """Notes how long the event lasted that a duration modifies: "for three months", "a two-week siege"."""
        preposition = held.head.head.lower_
        if preposition in ("within", "in"):
            if preposition == "within" and held.word is not None:
                self.soon[held.word.i] = held.time
            return
        verbal = held.word is not None and is_verb(held.word)
        words = [c for of in held.head.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
        first = held.time.text.split(" ", 1)[0].lower()
        before = self.clauses.token_at(max(0, held.time.span.start - 2))
        led = {preposition, first, before.lower_ if before is not None else ""} & _LASTING_BEHIND
        if held.word is not None and (not verbal or led):
            words.append(held.word)
        for word in words:
            self.durations.setdefault(word.i, []).append(held.time)

    def _is_entry(self, time: TimeExpression) -> bool:
        """Whether a day stands at the head of a line, or of a sentence, with a colon or a dash behind it."""
        text = self.article.text
        before = text[max(0, time.span.start - 4) : time.span.start].rstrip(" -*\u2022\u2013")
        ahead = not before or before[-1] in "\n.;"
        return ahead and whole_day(time.value) is not None and _COLON.match(text, time.span.end) is not None

    def _in_dateline(self, time: TimeExpression) -> bool:
        """Whether the expression stands in the dateline: "BRUSSELS, February 10 (Reuters) -"."""
        dateline, text = self.article.dateline, self.article.text
        if dateline is not None and dateline.contains(time.span):
            return True
        line = text[max(text.rfind("\n", 0, time.span.start) + 1, time.span.start - 60) : time.span.start]
        return _PLACE.fullmatch(line) is not None and _AGENCY.match(text, time.span.end) is not None

    def _take_in_dateline(self, time: TimeExpression) -> None:
        """Keeps the day on which the report was filed, where it lies shortly before publication."""
        day, published = time.interval.earliest, self.article.published
        if self.filed is None and day is not None and published is not None and time.interval.precision == "day":
            self.filed = day if 0 <= (published - day).days <= _NEAR_DAYS else None

    def _main_day(self) -> datetime.date | None:
        """The day that a report is about, where it never names its publication's: "on Monday", printed on Tuesday.

        It is the first whole day told of the four before publication, if none of them is told clearly more often and
        the report does not come to it late and once.
        """
        published = self.article.published
        if published is None or mode_at(self.modes, 0) != "news":
            return None
        days = [whole_day(held.time.value) for held in self.points if _is_main(held)]
        near = [day for day in days if day and 0 <= (published - datetime.date.fromisoformat(day)).days <= _NEAR_DAYS]
        if not near or near.count(near[0]) + 1 < max(map(near.count, set(near))):
            return None
        if any(held.time.interval.earliest == published for held in self.points):
            return None
        first = next(held for held in self.points if whole_day(held.time.value) == near[0])
        late = 2 * first.time.span.start > len(self.article.text) > _SHORT
        if near.count(near[0]) == 1 and late:
            return None  # told once, in passing: no report opens with what it tells last
        return datetime.date.fromisoformat(near[0])
