"""Drafts of single mentions gathered into events: which sentences tell of one and the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from geo.events.actors import is_from_abroad, names_of
from geo.events.happenings import Happening
from geo.events.locate import Tie
from geo.events.phrases import lemma
from geo.events.status import StatusReading
from geo.events.type_rules import Typing
from geo.events.words import word_set
from geo.model import Actor, Attribution, Interval, Place, Resolution, Span, Toll


class EventTime(Protocol):
    """What the dating of one trigger gives back (geo/dates)."""

    @property
    def index(self) -> int | None:
        """Index of the time expression that the day rests on, None where none was told."""

    @property
    def interval(self) -> Interval:
        """The days within which it happened."""

    @property
    def phrase(self) -> str | None:
        """The words that tell the time."""

    @property
    def part_of_day(self) -> str | None:
        """ "early morning", "night" and the like."""

    @property
    def reason(self) -> str:
        """Why, in words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention of an event with all that its sentence says about it."""

    happening: Happening
    span: Span
    sentence: Span
    typing: Typing
    status: StatusReading
    time: EventTime
    ties: tuple[Tie, ...]
    actors: tuple[Actor, ...]
    tolls: tuple[Toll, ...]
    said_by: Attribution | None
    clarity: int
    definite: bool
    fresh: bool
    """Whether words such as "another" say that this is not the one told before."""
    weak: bool
    """Whether it says so little that it can only be one more mention of an event told elsewhere."""
    headline: bool
    order: int
    """The number of its sentence."""
    own_day: bool = False
    """Whether its own sentence tells its time."""

    @property
    def told(self) -> bool:
        """Whether it is told as having happened once."""
        return self.status.status in ("reported", "claimed")


# Kinds of the violent family that say how, and so exclude each other.
_SPECIFIC = word_set("air drone shelling bomb suicide grenade chemical sexual mob destruction")
_CLOSE = (
    frozenset({"bomb", "suicide"}),
    frozenset({"air", "drone"}),
    frozenset({"air", "shelling"}),
    frozenset({"bomb", "grenade"}),
    frozenset({"mob", "destruction"}),
)


def kinds_agree(a: str, b: str, family_a: str, family_b: str) -> bool:
    """Whether two kinds can be told of one happening."""
    if a == b:
        return True
    if family_a != family_b:
        return False
    if family_a == "violence":
        if "clash" in (a, b) and {a, b} & {"air", "drone", "shelling", "chemical"}:
            return False
        if a in _SPECIFIC and b in _SPECIFIC:
            return any({a, b} <= close for close in _CLOSE)
        return not ({a, b} & {"sexual", "destruction"})
    if family_a == "protest":
        return True
    if family_a == "movement":
        return {a, b} <= {"withdrawal", "flight_forces", "surrender"}
    if family_a == "talks":
        return True
    if family_a == "politics":
        return {a, b} <= {"ceasefire", "agreement"}
    return {a, b} <= {"flight", "displacement"} or {a, b} <= {"regained", "handover"}


def days_agree(a: Draft, b: Draft) -> bool | None:
    """Whether the told days can be the same; None where one of the two tells none."""
    if a.time.index is None or b.time.index is None:
        return None
    if a.time.index == b.time.index:
        return True
    one, two = a.time.interval, b.time.interval
    if not (one.earliest or one.latest) or not (two.earliest or two.latest):
        return None
    if one.earliest and two.latest and one.earliest > two.latest:
        return False
    return not (two.earliest and one.latest and two.earliest > one.latest)


def places_agree(a: Draft, b: Draft, places: Sequence[Resolution]) -> bool | None:
    """Whether the tied places can be the same; None where one of the two has none."""
    # A town that changes hands is that which is named first; what it lies near is no sign of sameness.
    count = 1 if "territory" in (a.typing.kind.family, b.typing.kind.family) else 2
    ones, twos = _drawn(a, places, count), _drawn(b, places, count)
    if not ones or not twos:
        return None
    if any(_same(one, two) for one in ones for two in twos):
        return True
    return any(_within(one, two) or _within(two, one) for one in ones for two in twos)


def _drawn(draft: Draft, places: Sequence[Resolution], count: int) -> list[Place]:
    best = [places[t.index].place for t in draft.ties[:count] if t.strength > 9.0 and t.role in ("at", "near")]
    return [p for p in best if p is not None]


def _same(one: Place, two: Place) -> bool:
    return one.id == two.id


def _within(small: Place, large: Place) -> bool:
    """Whether `large` is a country or province that `small` lies in."""
    if large.precision == "country":
        return large.country is not None and large.country in (small.country, *small.countries)
    if large.precision == "province":
        return bool(large.admin1) and large.admin1 == small.admin1 and large.country == small.country
    return False


def actors_agree(a: Draft, b: Draft) -> bool | None:
    """Whether the parties can be the same; None where too little is said."""
    ones, twos = [x for x in a.actors if x.side == "actor1"], [x for x in b.actors if x.side == "actor1"]
    if not ones or not twos:
        return None
    if {x.id for x in a.actors if x.id} & {x.id for x in b.actors if x.id}:
        return True
    lands_one, lands_two = {x.country for x in ones if x.country}, {x.country for x in twos if x.country}
    if lands_one and lands_two and not lands_one & lands_two:
        return False
    if any(is_from_abroad(x) for x in ones) != any(is_from_abroad(x) for x in twos) and lands_one | lands_two:
        return False
    if names_of(a.actors) & names_of(b.actors):
        return True
    sectors = {x.sector for x in ones} & {x.sector for x in twos}
    if not sectors and all(x.sector for x in (*ones, *twos)):
        return False
    return None


def tolls_agree(a: Draft, b: Draft) -> bool | None:
    """Whether the counts of the same effect can be of one happening; None where they cannot be compared."""
    agree: bool | None = None
    for one in a.tolls:
        for two in b.tolls:
            if one.effect != two.effect or one.subset_of is not None or two.subset_of is not None:
                continue
            low, high = max(one.low or 0, two.low or 0), min(one.high or 10**9, two.high or 10**9)
            if low <= high:
                return True
            agree = False
    return agree


# Words for forces that give way, of flight and withdrawal alike; other words for withdrawal tell of an orderly one.
_GIVING_WAY = word_set("retreat abandon desert pullback")


def ways_agree(a: Draft, b: Draft) -> bool:
    """Whether two movements can be one: troops that vacate a base or go home are not those that flee or cross over."""
    fleeing, leaving = (a, b) if a.typing.kind.key == "flight_forces" else (b, a)
    if (fleeing.typing.kind.key, leaving.typing.kind.key) != ("flight_forces", "withdrawal"):
        return True
    return any(lemma(t.token) in _GIVING_WAY for t in leaving.happening.triggers)


def _came_in(draft: Draft, other: Draft, places: Sequence[Resolution]) -> bool:
    """Whether those who are told of as coming in can be those who fled: into the same country, by those told so far."""
    if other.typing.kind.key != "flight_forces" or actors_agree(draft, other) is False:
        return False
    ones, twos = _lands(draft, places), _lands(other, places)
    return bool(ones & twos) and tolls_agree(draft, other) is not False


def _lands(draft: Draft, places: Sequence[Resolution]) -> set[str]:
    found = [places[t.index].place for t in draft.ties]
    return {p.country for p in found if p is not None and p.country} | {
        c for p in found if p is not None and p.precision == "line" for c in p.countries
    }


def is_bare_effect(draft: Draft) -> bool:
    """Whether a sentence tells only of people hurt, as in "two officers were wounded", and of nothing else."""
    return (
        draft.happening.frames <= {"kill", "wound"}
        and not (draft.own_day or draft.fresh or draft.headline)
        and not any(t.strength > 9.0 for t in draft.ties)
        and not any(a.side == "actor1" for a in draft.actors)
        and bool(draft.tolls)
    )


def _is_aside(draft: Draft, other: Draft) -> bool:
    """Whether a clause tells the sentence's own happening again: "left the town, looting it as they withdrew"."""
    token = draft.happening.main.token
    return (
        draft.order == other.order
        and draft.typing.kind == other.typing.kind
        and token.dep_ == "advcl"
        and any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in token.children)
        and actors_agree(draft, other) is True
        and days_agree(draft, other) is not False
    )


def same_event(draft: Draft, other: Draft, places: Sequence[Resolution]) -> bool:
    """Whether two mentions tell of one happening: nothing speaks against it and something for it."""
    one, two = draft.typing.kind, other.typing.kind
    if is_bare_effect(draft) and draft.order - other.order == 1 and draft.clarity == other.clarity:
        return other.told and draft.told and two.family == "violence" and tolls_agree(draft, other) is not False
    if _is_aside(draft, other):
        return True
    if not kinds_agree(one.key, two.key, one.family, two.family) or draft.fresh:
        return False
    if draft.told != other.told or (not draft.told and draft.status.status != other.status.status):
        return False
    if draft.clarity != other.clarity or not ways_agree(draft, other):
        return False
    if draft.happening.frames == {"entry"} and not _came_in(draft, other, places):
        return False
    days, where = days_agree(draft, other), places_agree(draft, other, places)
    who, counts = actors_agree(draft, other), tolls_agree(draft, other)
    if draft.order == other.order:
        return False
    if days is False or where is False or who is False:
        return False
    if one.key == two.key == "destruction" and not (where or who or draft.headline or other.headline):
        return False
    if counts is False and not (draft.definite and where) and not (days and where):
        return False
    # What speaks for it: each sign counts one, a definite phrase or a headline two.
    signs = sum(x is True for x in (days, where, who, counts))
    signs += 2 * draft.definite + 2 * draft.weak + 2 * (draft.headline or other.headline)
    signs += 1 if one.key == two.key and one.key != "attack" else 0
    dated_anew = draft.own_day and not other.own_day and not draft.definite
    signs += 1 if draft.order - other.order == 1 and not dated_anew and (where is not None or not draft.ties) else 0
    return signs >= 2


def gather_drafts(drafts: Sequence[Draft], places: Sequence[Resolution]) -> list[list[Draft]]:
    """The drafts of each event, in the order of first mentions; weak drafts that found no event are gone."""
    events: list[list[Draft]] = []
    for draft in drafts:
        home = None
        for event in reversed(events):
            if any(same_event(draft, other, places) for other in event) and not any(
                _excludes(draft, other, places) for other in event
            ):
                home = event
                break
        if home is not None:
            home.append(draft)
        elif not draft.weak:
            events.append([draft])
    return events


def _excludes(draft: Draft, other: Draft, places: Sequence[Resolution]) -> bool:
    """Whether one mention of an event forbids another: told days, places or parties that cannot be the same."""
    if _is_aside(draft, other):
        return False
    if draft.order == other.order and draft.typing.kind.key == other.typing.kind.key:
        return True
    return (
        days_agree(draft, other) is False
        or places_agree(draft, other, places) is False
        or (actors_agree(draft, other) is False)
        or not ways_agree(draft, other)
    )
