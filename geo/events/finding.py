"""From the parsed article, its places and times to its events: each mention drafted, the drafts gathered, events built."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from geo.events import syntax
from geo.events.actors import find_actors, phrase_span
from geo.events.coreference import Draft, EventTime, gather_drafts
from geo.events.happenings import EFFECTS, VIOLENT, Happening, find_triggers, gather
from geo.events.locate import Tie, find_ties
from geo.events.phrases import MODIFIERS, lemma
from geo.events.status import StatusReading, decide_status
from geo.events.tolls import TollMention, find_tolls
from geo.events.taxonomy import BATTLES, CIVILIANS, REMOTE, Kind
from geo.events.type_rules import decide_kind, find_facts
from geo.events.words import word_set
from geo.model import (
    Actor,
    Article,
    Attribution,
    Event,
    EventMention,
    EventPlace,
    Interval,
    Resolution,
    Span,
    TimeExpression,
    Toll,
)

DateEvent = Callable[[Span], EventTime]

# How many of day, place, count and parties an act of violence needs below the lead to be news rather than background.
CHECKABLE = 2
# The number of the last sentence of the lead.
LEAD = 1

# The least strength of a tie that puts an event on the map.
PLACED = 9.0

_SUMMARY = re.compile(
    r"\b(?:in total|(?:vast |great |large )majority of|most of the remaining|a total of .* since|altogether|so far this (?:year|month|week)|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:time|case|such|attack|incident|day)"
    r" .*\b(?:in|over|within|this|since)\b|"
    r"(?:death )?toll (?:has |had )?(?:now )?(?:risen|rose|climbed|stands|reached)|"
    r"(?:over|in|during) the (?:past|last) (?:\w+ )?(?:weeks|months|years|decade|decades|fortnight)|in recent (?:weeks|months|years))\b",
    re.I,
)
_FRESH = word_set("another separate separately elsewhere second earlier previous similar third also meanwhile")
_OCCURRING = word_set(
    "occur happen take erupt break hit strike kill leave rock claim wound injure target begin start come follow "
    "cause damage destroy shake rip continue rage last involve report ensue resume follow kick go"
)


def find_events(
    article: Article,
    doc: Doc,
    places: Sequence[Resolution],
    times: Sequence[TimeExpression],
    date_event: DateEvent,
    statements: bool = False,
) -> tuple[Event, ...]:
    """The events that the article tells of, in the text order of the mention that tells most.

    `doc` is the parsed article, its offsets those of `article.text`; `date_event` dates one trigger, given as offsets
    into the text. What happened once is reported or claimed; what is ongoing, historical, planned, hypothetical or
    denied is an event of that status; summaries of several happenings have clarity 2 and are told as ongoing.
    Accusations, demands, refusals and words of support are left out unless `statements`.
    """
    demonyms = _demonyms(places)
    drafts: list[Draft] = []
    for order, sentence in enumerate(doc.sents):
        sentence = _without_boilerplate(article, sentence)
        if not sentence.text.strip():
            continue
        drafts.extend(_draft_sentence(article, doc, sentence, order, places, date_event, times, demonyms, statements))
    events = [_build_event(article, group, places) for group in gather_drafts(drafts, places)]
    return tuple(sorted(events, key=lambda e: e.mentions[0].span.start))


def _without_boilerplate(article: Article, sentence: DocSpan) -> DocSpan:
    """The sentence up to where a stretch begins that stages pass over."""
    for token in sentence:
        if article.is_boilerplate(Span(token.idx, token.idx + len(token))):
            return sentence.doc[sentence.start : token.i]
    return sentence


def _demonyms(places: Sequence[Resolution]) -> dict[str, str]:
    found: dict[str, str] = {}
    for resolution in places:
        if (
            resolution.place is not None
            and resolution.place.country
            and resolution.mention.kind in ("demonym", "country")
        ):
            name = (resolution.mention.name or resolution.mention.text).lower()
            for word in {name, resolution.mention.text.lower()}:
                found.setdefault(word, resolution.place.country)
    return found


def _draft_sentence(
    article: Article,
    doc: Doc,
    sentence: DocSpan,
    order: int,
    places: Sequence[Resolution],
    date_event: DateEvent,
    times: Sequence[TimeExpression],
    demonyms: dict[str, str],
    statements: bool,
) -> list[Draft]:
    happenings = gather(find_triggers(sentence), sentence)
    typed = [(h, decide_kind(find_facts(h))) for h in happenings]
    typed = [
        (h, t)
        for h, t in typed
        if t is not None and (statements or t.kind.family != "statement" or t.kind.key == "threat")
    ]
    if not typed:
        return []
    headline = _is_headline(article, sentence, order)
    tolls = find_tolls(sentence, article, None)
    owners = _owners([h for h, _ in typed], tolls)
    drafts = []
    for position, (happening, typing) in enumerate(typed):
        if typing is None:
            continue
        token = happening.main.token
        span = Span(token.idx, token.idx + len(token))
        time = _told_in_phrase(token, date_event(span), times)
        status = _status(happening, time.interval, article, headline)
        clarity = 1
        if _SUMMARY.search(sentence.text) or _plural_in_general(happening):
            clarity = 2
            if status.status in ("reported", "claimed"):
                status = StatusReading("ongoing", "the sentence sums up several happenings", status.source)
        source = status.source
        said_by = None
        if source is not None:
            where = phrase_span(source)
            said_by = Attribution(where, where.quote(article.text))
        ties = tuple(find_ties(doc, places, token))
        own = tuple(m.toll for m, owner in zip(tolls, owners, strict=True) if owner == position)
        actors = find_actors(happening, article, demonyms)
        definite = _is_definite(happening)
        drafts.append(
            Draft(
                happening,
                span,
                Span(sentence.start_char, _end(sentence)),
                typing,
                status,
                time,
                ties,
                actors,
                _reindexed(own, tolls, owners, position),
                said_by,
                clarity,
                definite,
                _is_fresh(happening),
                _is_weak(happening, ties, time, actors, own),
                headline,
                order,
            )
        )
    return drafts


@dataclass(frozen=True, slots=True)
class PhraseTime:
    """A time told by the words before a noun: "a September deadline"."""

    index: int
    interval: Interval
    phrase: str
    part_of_day: str | None
    reason: str


def _told_in_phrase(token: Token, time: EventTime, times: Sequence[TimeExpression]) -> EventTime:
    """The time that stands before a noun as part of its phrase, else `time`."""
    if time.index is not None or token.pos_ != "NOUN":
        return time
    start = min([c.left_edge.idx for c in token.children if c.dep_ in MODIFIERS] + [token.idx])
    for index, told in enumerate(times):
        if start <= told.span.start and told.span.end <= token.idx and told.type in ("DATE", "TIME"):
            reason = f'"{told.text}" stands before "{token.text}"'
            return PhraseTime(index, told.interval, told.text, None, reason)
    return time


def _end(sentence: DocSpan) -> int:
    return sentence.start_char + len(sentence.text.rstrip())


def _is_headline(article: Article, sentence: DocSpan, order: int) -> bool:
    if article.title_span is not None:
        return article.title_span.contains(Span(sentence.start_char, _end(sentence)))
    text = sentence.text.strip()
    return order <= 2 and bool(text) and text[-1].isalnum() and len(text) < 160 and sentence.start < 60


def _status(happening: Happening, interval: Interval, article: Article, headline: bool) -> StatusReading:
    token = happening.main.token
    status = decide_status(token, interval, article.published)
    if status.status in ("reported", "claimed") and not headline and token.tag_ in ("VBZ", "VBP"):
        # Outside headlines the bare present tells of what goes on.
        own = {c.dep_ for c in token.children}
        if "aux" not in own and "auxpass" not in own:
            return StatusReading("ongoing", "the verb stands in the present", status.source)
    if (
        status.status in ("reported", "claimed")
        and happening.main.frame == "agreement"
        and any(c.lower_ == "under" for c in token.children)
    ):
        return StatusReading("historical", 'an agreement told of by "under" is background')
    return status


def _plural_in_general(happening: Happening) -> bool:
    """Whether the trigger is a bare plural noun, without count or article: "attacks", "clashes" as a state of affairs."""
    token = happening.main.token
    if len(happening.triggers) > 1 or token.pos_ != "NOUN" or token.tag_ != "NNS":
        return False
    verb = syntax.governor(token)
    if any(c.dep_ in ("det", "nummod", "poss") for c in token.children):
        return False
    return verb is None or verb.lemma_ in (
        "continue",
        "increase",
        "rise",
        "intensify",
        "cease",
        "stop",
        "condemn",
        "grow",
    )


def _is_definite(happening: Happening) -> bool:
    for trigger in happening.triggers:
        token = trigger.token
        if token.pos_ in ("NOUN", "PROPN") and any(
            c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those") for c in token.children
        ):
            return not any(p.lower_ == "of" for p in token.children)
    for head in [s for t in happening.triggers for s in syntax.subjects(t.token)]:
        if head.pos_ == "PRON" and head.lower_ in ("it", "they", "he", "she", "this"):
            return True
        if any(c.dep_ == "det" and c.lower_ in ("the", "this", "these") for c in head.children) and head.pos_ == "NOUN":
            return True
    return False


def _is_fresh(happening: Happening) -> bool:
    token = happening.main.token
    near = [token, *token.children, *(c for s in syntax.subjects(token) for c in s.children)]
    near += [c for o in syntax.objects(token) for c in o.children if o.i != token.i]
    return any(t.lower_ in _FRESH for t in near) or happening.sentence.text.lower().lstrip().startswith(
        ("elsewhere", "separately", "in a separate", "in another", "meanwhile", "earlier", "also ")
    )


def _is_weak(
    happening: Happening, ties: Sequence[Tie], time: EventTime, actors: Sequence[Actor], tolls: Sequence[Toll]
) -> bool:
    token = happening.main.token
    if token.pos_ not in ("NOUN", "PROPN") or len(happening.triggers) > 1:
        return happening.frames == {"wound"} and not tolls
    if not happening.frames & VIOLENT or happening.frames & {"suicide", "grenade", "chemical", "air"}:
        return False
    verb = syntax.governor(token)
    occurring = verb is not None and verb.lemma_ in _OCCURRING | syntax.LIGHT_VERBS
    tied = any(t.strength >= PLACED for t in ties)
    return not (
        occurring or tolls or (tied and (actors or time.index is not None)) or (actors and time.index is not None)
    )


def _owners(happenings: Sequence[Happening], tolls: Sequence[TollMention]) -> list[int | None]:
    """To which happening each toll belongs: that whose trigger tells it, else the nearest."""
    owners: list[int | None] = []
    for mention in tolls:
        direct = next((i for i, h in enumerate(happenings) if any(t.token == mention.at for t in h.triggers)), None)
        if direct is None and happenings:
            direct = min(range(len(happenings)), key=lambda i: _steps(happenings[i], mention.at))
            if not _fits(happenings[direct], mention.toll):
                direct = next((i for i, h in enumerate(happenings) if _fits(h, mention.toll)), None)
        elif direct is not None and not _fits(happenings[direct], mention.toll):
            direct = None
        owners.append(direct)
    return owners


def _steps(happening: Happening, token: Token) -> int:
    return min(abs(t.token.i - token.i) for t in happening.triggers)


_TOLL_FRAMES = {
    "killed": VIOLENT | EFFECTS | {"abduct", "disperse", "protest", "riot", "rape", "take", "take_back", "clear"},
    "wounded": VIOLENT | EFFECTS | {"abduct", "disperse", "protest", "riot", "rape", "take", "take_back", "clear"},
    "captured": word_set("arrest abduct surrender clash attack take take_back protest disperse weapons"),
    "displaced": word_set("displaced flee_civilians attack clash shelling air"),
    "fled": word_set("flee_forces flee_civilians withdraw displaced"),
    "missing": VIOLENT | {"abduct"},
    "other": frozenset(),
}


def _fits(happening: Happening, toll: Toll) -> bool:
    return bool(happening.frames & _TOLL_FRAMES[toll.effect])


def _reindexed(
    own: Sequence[Toll], all_tolls: Sequence[TollMention], owners: Sequence[int | None], position: int
) -> tuple[Toll, ...]:
    """The tolls of one happening with the indices of subsets counted within them."""
    kept = [i for i, owner in enumerate(owners) if owner == position]
    out = []
    for toll in own:
        part = toll.subset_of
        out.append(replace(toll, subset_of=kept.index(part) if part in kept and part is not None else None))
    return tuple(out)


def _richness(draft: Draft) -> tuple[float, int]:
    """How much a mention tells: told time, place, tolls, parties, a verb; a headline less than a sentence."""
    ties = [t for t in draft.ties if t.strength >= PLACED]
    value = (
        2.0 * (draft.time.index is not None)
        + 1.5 * bool(ties)
        + min(len(draft.tolls), 2)
        + 0.5 * min(len(draft.actors), 2)
    )
    value += 0.5 * (draft.status.status == "reported") - 2.0 * draft.headline - 3.0 * draft.weak
    return (value, -draft.order)


def _build_event(article: Article, group: Sequence[Draft], places: Sequence[Resolution]) -> Event:
    ordered = sorted(group, key=_richness, reverse=True)
    best = ordered[0]
    typing = max(group, key=lambda d: (d.typing.kind.rank, _richness(d))).typing
    status = min((d.status for d in group), key=lambda s: 0 if s.status == "reported" else 1)
    if _in_passing(group, typing.kind):
        status = StatusReading("historical", "it is told in passing, without day, place, count or party", status.source)
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
        interval=timed.time.interval,
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


def _in_passing(group: Sequence[Draft], kind: Kind) -> bool:
    """Whether violence is mentioned with nothing that could be checked: background, not news."""
    if kind.event_type not in (BATTLES, REMOTE, CIVILIANS) or any(d.headline or d.order <= LEAD for d in group):
        return False
    if not any(d.told for d in group):
        return False
    dated = any(d.time.index is not None for d in group)
    placed = any(t.strength >= PLACED for d in group for t in d.ties)
    counted = any(t.low or t.best or t.high for d in group for t in d.tolls)
    known = any(a.side == "actor1" for d in group for a in d.actors) and any(a.side != "actor1" for d in group for a in d.actors)
    return dated + placed + counted + known < CHECKABLE


def _identify(group: Sequence[Draft], kind: str) -> str:
    first = min(group, key=lambda d: d.span.start)
    return hashlib.sha256(f"{first.span.start}-{first.span.end}-{kind}".encode()).hexdigest()[:12]


def _width(draft: Draft) -> tuple[int, float, int]:
    interval = draft.time.interval
    if interval.earliest is None or interval.latest is None:
        return (10**6, 0.0, draft.order)
    return ((interval.latest - interval.earliest).days, -_richness(draft)[0], draft.order)


def _choose_place(
    ordered: Sequence[Draft], places: Sequence[Resolution]
) -> tuple[tuple[EventPlace, ...], int | None, str]:
    """All places of an event with their roles, the one to draw, and why."""
    best: dict[int, Tie] = {}
    for draft in ordered:
        kept = [t for t in draft.ties if t.strength >= PLACED]
        for tie in kept[:3]:
            if tie.index not in best or best[tie.index].strength < tie.strength:
                best[tie.index] = tie
    if not best:
        return (), None, "the sentences that tell of it name no place where it happened"
    ties = sorted(best.values(), key=lambda t: (-_drawing(t, places), t.index))
    drawn = ties[0]
    return (
        tuple(EventPlace(t.index, t.role) for t in ties),
        drawn.index,
        f"{places[drawn.index].mention.text}: {drawn.reason}",
    )


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


def _drawing(tie: Tie, places: Sequence[Resolution]) -> float:
    """How well a tied place serves as the event's mark: the tie, the fineness of the place, whether it was found."""
    resolution = places[tie.index]
    return (
        tie.strength
        + _FINENESS.get(resolution.mention.kind, 0.0)
        - (2.0 if resolution.place is None else 0.0)
        - (1.0 if tie.role in ("to", "from") else 0.0)
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
    return tuple(out)


def _union_actors(ordered: Sequence[Draft]) -> tuple[Actor, ...]:
    out: list[Actor] = []
    for draft in ordered:
        for actor in draft.actors:
            key = actor.id or actor.name.lower().split()[-1]
            if not any((a.id or a.name.lower().split()[-1]) == key for a in out):
                out.append(actor)
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
    best = max(group, key=_richness)
    value = 0.45 + 0.1 * min(len(group) - 1, 2) + 0.1 * placed + 0.1 * (best.time.index is not None)
    value += 0.1 * bool(best.actors) + 0.1 * bool(best.tolls)
    if best.happening.main.token.pos_ in ("NOUN", "PROPN"):
        value -= 0.1
    if lemma(best.happening.main.token) in ("attack", "strike", "hit", "fight", "push"):
        value -= 0.05
    return round(max(0.05, min(value, 0.95)), 3)
