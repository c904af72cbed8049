"""Drafts of one happening -> Event: what each mention adds, the place to draw, the reasons in words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from geo.events.actors import is_same_party
from geo.events.coreference import Draft, EventTime, is_bare_effect
from geo.events.drafting import PLACED, richness
from geo.events.locate import Tie
from geo.events.phrases import lemma
from geo.events.status import StatusReading
from geo.events.taxonomy import BATTLES, CIVILIANS, REMOTE, Kind
from geo.model import (
    Actor,
    Article,
    Event,
    EventMention,
    EventPlace,
    EventStatus,
    Interval,
    Place,
    Resolution,
    Toll,
)

# How many of day, place, count and parties an act of violence needs below the lead to be news rather than background.
CHECKABLE = 2
# The number of the last sentence of the lead.
LEAD = 1


def build_event(article: Article, group: Sequence[Draft], places: Sequence[Resolution]) -> Event:
    """The event that the drafts of `group` tell of; `places` are the article's, to which their ties point."""
    typing = max(group, key=lambda d: (d.typing.kind.rank, richness(d))).typing
    ordered = sorted(
        group,
        key=lambda d: (richness(d)[0] + (d.typing.kind == typing.kind) - 2 * is_bare_effect(d), -d.order),
        reverse=True,
    )
    best = ordered[0]
    status = min((d.status for d in group), key=lambda s: 0 if s.status == "reported" else 1)
    if _in_passing(group, typing.kind):
        status = StatusReading(
            "historical",
            "it is told in passing: hardly a day, place, count or party that could be checked",
            status.source,
        )
    dated = [d for d in ordered if d.time.index is not None]
    timed = min(dated, key=_width) if dated else best
    event_places, drawn, place_reason = _choose_place(ordered, places)
    tolls = _union_tolls(ordered)
    actors = _union_actors(ordered)
    kind = typing.kind
    said_by = None if status.status == "reported" else next((d.said_by for d in ordered if d.said_by), None)
    clarity: Literal[1, 2] = 2 if any(d.clarity == 2 for d in group) else 1
    reasons = {
        "type": f"{kind.category}: {typing.rule}; told by {_quoted(group, article)}",
        "status": f"{status.status}: {status.reason}",
        "place": place_reason,
        "time": timed.time.reason,
        "actors": _actors_in_words(actors),
    }
    drawn_resolution = places[drawn] if drawn is not None else None
    return Event(
        id=_identify(group, kind.key),
        mentions=tuple(EventMention(d.span, d.sentence) for d in ordered),
        category=kind.category,
        status=status.status,
        interval=_honest(timed.time, status.status, article),
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        plover=kind.plover,
        mode=kind.mode,
        clarity=clarity,
        time_index=timed.time.index,
        time_phrase=timed.time.phrase,
        part_of_day=timed.time.part_of_day,
        places=event_places,
        place_index=drawn,
        place_text=drawn_resolution.mention.text if drawn_resolution else None,
        actors=actors,
        toll=tolls,
        said_by=said_by,
        score=_score(group, status, drawn is not None),
        reasons=reasons,
    )


def _honest(time: EventTime, status: EventStatus, article: Article) -> Interval:
    """The days of an event; where none is told, no more than its status says instead of the day of publication."""
    if time.index is not None or status in ("reported", "claimed"):
        return time.interval
    if status in ("historical", "ongoing", "denied"):
        return Interval(None, article.published, "unknown")
    if status == "planned":
        return Interval(article.published, None, "unknown")
    return Interval(None, None, "unknown")


def _in_passing(group: Sequence[Draft], kind: Kind) -> bool:
    """Whether violence is mentioned with nothing that could be checked: background, not news."""
    if kind.event_type not in (BATTLES, REMOTE, CIVILIANS) or any(d.headline or d.order <= LEAD for d in group):
        return False
    if not any(d.told for d in group):
        return False
    dated = any(d.time.index is not None for d in group)
    placed = any(t.strength >= PLACED for d in group for t in d.ties)
    counted = any(t.low or t.best or t.high for d in group for t in d.tolls)
    known = any(a.side == "actor1" for d in group for a in d.actors) and any(
        a.side != "actor1" for d in group for a in d.actors
    )
    claimed = any(d.status.status == "claimed" for d in group)
    return dated + placed + counted + known + claimed < CHECKABLE


def _identify(group: Sequence[Draft], kind: str) -> str:
    first = min(group, key=lambda d: d.span.start)
    return hashlib.sha256(f"{first.span.start}-{first.span.end}-{kind}".encode()).hexdigest()[:12]


def _width(draft: Draft) -> tuple[int, float, int]:
    interval = draft.time.interval
    if interval.earliest is None or interval.latest is None:
        return (10**6, 0.0, draft.order)
    return ((interval.latest - interval.earliest).days, -richness(draft)[0], draft.order)


def _choose_place(
    ordered: Sequence[Draft], places: Sequence[Resolution]
) -> tuple[tuple[EventPlace, ...], int | None, str]:
    """All places of an event with their roles, the one to draw, and why."""
    best: dict[int, Tie] = {}
    for draft in ordered:
        least = PLACED if draft.typing.kind.family not in _INDOORS else PLACED_INDOORS
        kept = [t for t in draft.ties if t.strength >= max(least, draft.ties[0].strength - 3.0)]
        for tie in kept[:3]:
            if tie.apart and tie is not kept[0]:
                continue
            if tie.index not in best or best[tie.index].strength < tie.strength:
                best[tie.index] = tie
    if not best:
        return (), None, "the sentences that tell of it name no place where it happened"
    crossing = any(d.typing.kind.key == "flight_forces" for d in ordered)
    ties = sorted(best.values(), key=lambda t: (-_drawing(t, places, crossing), t.index))
    drawn = ties[0]
    ties = [t for t in ties if t is drawn or not _only_named(places[t.index].place, t, places[drawn.index].place)]
    return (
        tuple(EventPlace(t.index, t.role) for t in ties),
        drawn.index,
        f"{places[drawn.index].mention.text}: {drawn.reason}",
    )


def _only_named(place: Place | None, tie: Tie, drawn: Place | None) -> bool:
    """Whether a country in which the drawn place does not lie is only named: "the embassies of France and Belgium"."""
    if place is None or drawn is None or place.precision != "country" or tie.role not in ("at", "near"):
        return False
    return bool(drawn.country) and place.country not in (drawn.country, *drawn.countries)


# Talks and agreements are told with countries as their parties: only a plain "in Geneva" is where they happened.
_INDOORS = frozenset({"politics", "talks", "statement"})
PLACED_INDOORS = 12.0

_FINENESS = {
    "facility": 1.5,
    "city": 1.5,
    "border": 1.5,
    "relative": 1.4,
    "district": 1.2,
    "coordinates": 2.0,
    "province": 0.7,
    "country": -1.5,
}


# Forces that fled over a border did so there, wherever they came in afterwards.
_CROSSED = 6.0


def _drawing(tie: Tie, places: Sequence[Resolution], crossing: bool) -> float:
    """How well a tied place serves as the event's mark: the tie, the fineness of the place, whether it was found."""
    resolution = places[tie.index]
    fineness = _FINENESS.get(resolution.mention.kind, 0.0)
    if resolution.place is not None and resolution.place.precision == "area":
        fineness = min(fineness, 0.3)  # a part of a country: "the east of Congo"
    return (
        tie.strength
        + fineness
        - (2.0 if resolution.place is None else 0.0)
        - (1.0 if tie.role in ("to", "from") else 0.0)
        + (_CROSSED if crossing and resolution.mention.kind == "border" else 0.0)
    )


def _union_tolls(ordered: Sequence[Draft]) -> tuple[Toll, ...]:
    """The tolls of all mentions, the same figure once, conflicting figures all kept; subsets point to their whole."""
    out: list[Toll] = []
    for draft in ordered:
        places: dict[int, int] = {}
        for number, toll in enumerate(draft.tolls):
            same = next(
                (
                    i
                    for i, t in enumerate(out)
                    if (t.effect, t.low, t.best, t.high, t.cumulative)
                    == (toll.effect, toll.low, toll.best, toll.high, toll.cumulative)
                    and (t.subset_of is None) == (toll.subset_of is None)
                    and draft is not ordered[0]
                ),
                None,
            )
            if same is not None:
                places[number] = same
                continue
            places[number] = len(out)
            part = toll.subset_of
            said = toll.said_by or draft.said_by
            out.append(replace(toll, subset_of=places.get(part) if part is not None else None, said_by=said))
    return _without_vague(out)


def _without_vague(tolls: Sequence[Toll]) -> tuple[Toll, ...]:
    """The tolls without the words for a crowd ("hundreds") of which another sentence gives the figure."""

    def is_told_better(toll: Toll) -> bool:
        if toll.best is not None or toll.high is not None or any(c.isdigit() for c in toll.text):
            return False
        return any(
            t.effect == toll.effect and t.best is not None and t.best >= (toll.low or 0) and t.subset_of is None
            for t in tolls
            if t is not toll and t.cumulative == toll.cumulative
        )

    if any(t.subset_of is not None for t in tolls):
        return tuple(tolls)
    return tuple(t for t in tolls if not is_told_better(t))


def _union_actors(ordered: Sequence[Draft]) -> tuple[Actor, ...]:
    """The parties of all mentions, each once, under the name that tells most; those of one sentence are all kept."""
    out: list[Actor] = []
    for draft in ordered:
        before = len(out)
        for actor in draft.actors:
            same = next((i for i, a in enumerate(out[:before]) if is_same_party(a, actor)), None)
            if same is None:
                if not any(a.name == actor.name for a in out):
                    out.append(actor)
            elif (actor.id is not None, actor.country is not None) > (
                out[same].id is not None,
                out[same].country is not None,
            ):
                out[same] = replace(actor, side=out[same].side)
    return tuple(out)


def _quoted(group: Sequence[Draft], article: Article) -> str:
    words = list(dict.fromkeys(d.span.quote(article.text) for d in group))
    return ", ".join(f'"{w}"' for w in words[:4])


def _actors_in_words(actors: Sequence[Actor]) -> str:
    if not actors:
        return "the sentences name no party"
    told = {"actor1": "acts", "actor2": "is acted on", "civilians": "suffers"}
    return "; ".join(f"{a.text} {told[a.side]}" for a in actors)


def _score(group: Sequence[Draft], status: StatusReading, placed: bool) -> float:
    best = max(group, key=richness)
    value = 0.45 + 0.1 * min(len(group) - 1, 2) + 0.1 * placed + 0.1 * (best.time.index is not None)
    value += 0.1 * bool(best.actors) + 0.1 * bool(best.tolls)
    if best.happening.main.token.pos_ in ("NOUN", "PROPN"):
        value -= 0.1
    if lemma(best.happening.main.token) in ("attack", "strike", "hit", "fight", "push"):
        value -= 0.05
    return round(max(0.05, min(value, 0.95)), 3)
