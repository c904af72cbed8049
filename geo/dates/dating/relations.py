"""Times told by another event, "a day after a strike killed 12", or by how long something lasted, "for three months".

Both come before what merely stands near: they belong to the event's own word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Token

from geo.dates.dating.attachment import verb_above
from geo.dates.tense import Clauses
from geo.dates.values import add_days, add_months
from geo.model import Interval, TimeExpression, TimePrecision

_COUNTED = re.compile(r"P(\d+(?:\.\d+)?)(D|W|M|Y|DE|CE)$")
_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}
_PRECISIONS: dict[str, TimePrecision] = {
    "D": "days",
    "W": "week",
    "M": "month",
    "Y": "year",
    "DE": "year",
    "CE": "year",
}
_SHORTLY = {"hours": 1, "hour": 1, "minutes": 0, "moments": 0, "shortly": 1, "soon": 1, "immediately": 0, "just": 1}


@dataclass(frozen=True, slots=True)
class Relation:
    """Two events of a sentence, `later` so many days behind `earlier`: from `least` to `most` days."""

    earlier: Token
    later: Token
    least: int
    most: int
    words: str


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long an event went on: up to the publication ("has bombed it for three months") or at some time."""

    length: str
    till_now: bool


def shift_back(day: date, length: str) -> date | None:
    """The day that lies a duration before another, None where the duration is no count or leaves the calendar.

    >>> shift_back(date(2015, 9, 30), "P3M"), shift_back(date(2024, 3, 30), "P1M"), shift_back(date(2024, 3, 30), "PXM")
    (datetime.date(2015, 6, 30), datetime.date(2024, 2, 29), None)
    """
    found = _COUNTED.match(length)
    if found is None or (number := float(found[1])) > 9999:
        return None
    if found[2] not in _MONTHS:
        return add_days(day, -round(number * (7 if found[2] == "W" else 1)))
    back = add_months(day.year, day.month, -round(number * _MONTHS[found[2]]))
    if back is None:
        return None
    for last in range(day.day, 27, -1):
        try:
            return date(*back, last)
        except ValueError:
            continue
    return date(*back, min(day.day, 28))


def precision_of(length: str) -> TimePrecision:
    """How finely a duration tells the day that it began.

    >>> precision_of("P3M")
    'month'
    """
    found = _COUNTED.match(length)
    return _PRECISIONS[found[2]] if found else "unknown"


def find_relations(clauses: Clauses, times: Sequence[TimeExpression]) -> dict[int, Relation]:
    """The relations of a text by the token of either event: "two days after the army left, a blast ..."."""
    found: dict[int, Relation] = {}
    if not clauses.parsed:
        return found
    for time in times:
        word = clauses.token_at(time.span.end - 1)
        counted = _COUNTED.match(time.value)
        if word is not None and counted is not None and counted[2] in "DW" and time.type == "DURATION":
            behind = word if word.lower_ in ("after", "before") else _next(word)
            if behind is not None and behind.lower_ in ("after", "before"):
                days = round(float(counted[1]) * (7 if counted[2] == "W" else 1))
                _add(found, behind, days, days, f"{time.text} {behind.lower_}".removesuffix(f" {behind.lower_}"))
    for word in clauses.doc:
        if word.lower_ in ("after", "before") and word.i > 0:
            before = word.nbor(-1).lower_
            if before in _SHORTLY:
                _add(found, word, 0, _SHORTLY[before], before)
            elif (
                word.lower_ == "after"
                and (pcomp := next((c for c in word.children if c.dep_ == "pcomp"), None)) is not None
            ):
                lasted = _duration_below(clauses, times, pcomp)
                if lasted:
                    _add(found, word, 0, lasted, "after")
    return found


def _next(token: Token) -> Token | None:
    return token.nbor(1) if token.i + 1 < len(token.doc) else None


def _duration_below(clauses: Clauses, times: Sequence[TimeExpression], verb: Token) -> int:
    """The days of a "for three days" that a verb has, 0 for none."""
    for preposition in verb.children:
        if preposition.lower_ != "for":
            continue
        for unit in preposition.children:
            at = next((c for c in unit.children if c.dep_ == "nummod"), unit)
            days = _whole_days(clauses, times, at)
            if days:
                return days
    return 0


def _whole_days(clauses: Clauses, times: Sequence[TimeExpression], token: Token) -> int:
    time = _time_at(times, token.idx)
    counted = _COUNTED.match(time.value) if time is not None else None
    return round(float(counted[1]) * (7 if counted[2] == "W" else 1)) if counted and counted[2] in "DW" else 0


def _time_at(times: Sequence[TimeExpression], at: int) -> TimeExpression | None:
    """The expression that covers an offset."""
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle].span.end <= at:
            low = middle + 1
        else:
            high = middle
    return times[low] if low < len(times) and times[low].span.start <= at else None


def _add(found: dict[int, Relation], word: Token, least: int, most: int, words: str) -> None:
    """Puts a relation down at both its events, given the word "after" or "before" between them."""
    if word.dep_ == "mark":
        below, above = word.head, word.head.head
    else:
        inside = next((c for c in word.children if c.dep_ in ("pcomp", "pobj")), None)
        if inside is None or word.head.i == word.i:
            return
        below, above = inside, verb_above(word.head)
    if below.i == above.i:
        return
    earlier, later = (below, above) if word.lower_ == "after" else (above, below)
    relation = Relation(earlier, later, least, most, words)
    found.setdefault(below.i, relation)
    found.setdefault(above.i, relation)


def shift(interval: Interval, relation: Relation, to_later: bool) -> Interval | None:
    """The days of one event of a relation from those of the other."""
    if interval.earliest is None or interval.latest is None:
        return None
    if to_later:
        first, last = add_days(interval.earliest, relation.least), add_days(interval.latest, relation.most)
    else:
        first, last = add_days(interval.earliest, -relation.most), add_days(interval.latest, -relation.least)
    if first is None or last is None:
        return None
    return Interval(first, last, "day" if first == last else "days")


def find_lasting(trigger: Token, durations: dict[int, list[TimeExpression]]) -> Lasting | None:
    """How long an event lasted, where its own words tell: "has bombed it for three months", "20 years of war"."""
    for time in durations.get(trigger.i, ()):
        if trigger.pos_ in ("NOUN", "PROPN"):
            return Lasting(time.value, False)
        helpers = {c.lower_ for c in trigger.children if c.dep_ in ("aux", "auxpass")}
        if helpers & {"has", "have", "'ve"} and _COUNTED.match(time.value):
            return Lasting(time.value, True)
    return None
