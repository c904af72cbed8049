"""Sentence -> drafts: each happening with its kind, status, time, ties to places, parties and tolls."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from geo.events import syntax
from geo.events.actors import find_actors, phrase_span
from geo.events.coreference import Draft, EventTime
from geo.events.happenings import EFFECTS, VIOLENT, Happening, find_triggers, gather
from geo.events.locate import Tie, find_ties
from geo.events.phrases import MODIFIERS
from geo.events.status import StatusReading, decide_status
from geo.events.tolls import TollMention, find_tolls
from geo.events.type_rules import decide_kind, find_facts
from geo.events.words import word_set
from geo.model import (
    Actor,
    Article,
    Attribution,
    Interval,
    Resolution,
    Span,
    TimeExpression,
    Toll,
)

DateEvent = Callable[[Span], EventTime]


# The least strength of a tie that puts an event on the map.
PLACED = 9.0


_SUMMARY = re.compile(
    r"\b(?:in total|since then|(?:vast |great |large )majority of|most of the remaining|a total of .* since|altogether|"
    r"so far this (?:year|month|week)|"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) "
    r"(?:time|case|such|attack|incident)"
    r" .*\b(?:in|over|within|this|since)\b|"
    r"(?:death )?toll (?:has |had )?(?:now )?(?:risen|rose|climbed|stands|reached)|"
    r"(?:over|in|during) the (?:past|last) (?:\w+ )?(?:weeks|months|years|decade|decades|fortnight)|"
    r"in recent (?:weeks|months|years))\b",
    re.I,
)
_FRESH = word_set("another separate separately elsewhere second earlier previous similar third also meanwhile")
_OCCURRING = word_set(
    "occur happen take erupt break hit strike kill leave rock claim wound injure target begin start come follow "
    "cause damage destroy shake rip continue rage last involve report ensue resume follow kick go spread deny"
)


def draft_sentence(
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
    """The drafts of one sentence, the number of which in the article is `order`, in the order of their triggers."""
    happenings = gather(find_triggers(sentence), sentence)
    typed = [(h, decide_kind(find_facts(h))) for h in happenings]
    typed = [
        (h, t)
        for h, t in typed
        if t is not None
        and (statements or t.kind.family != "statement" or t.kind.key == "threat")
        and not _is_date(h.main.token, article, times)
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
        time = _time(happening, date_event, times, article)
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
        ties = _ties(doc, places, happening)
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
                time.index is not None and bool(times) and sentence.start_char <= times[time.index].span.start,
            )
        )
    return drafts


def _is_date(token: Token, article: Article, times: Sequence[TimeExpression]) -> bool:
    """Whether a word stands in the dateline or names a month: "GOMA, Congo, March 5 (Reuters)"."""
    span = Span(token.idx, token.idx + len(token))
    if article.dateline is not None and article.dateline.overlaps(span):
        return True
    return token.pos_ == "PROPN" and any(time.span.overlaps(span) for time in times)


@dataclass(frozen=True, slots=True)
class PhraseTime:
    """A time told by the words before a noun: "a September deadline"."""

    index: int
    interval: Interval
    phrase: str
    part_of_day: str | None
    reason: str


def _time(happening: Happening, date_event: DateEvent, times: Sequence[TimeExpression], article: Article) -> EventTime:
    """The time of the trigger that tells most; that of the others where none is told for it in the sentence."""
    tokens = [trigger.token for trigger in happening.triggers]
    read = [_told_in_phrase(t, date_event(Span(t.idx, t.idx + len(t))), times) for t in tokens]
    sentence = Span(happening.sentence.start_char, happening.sentence.end_char)
    here = (t for t in read if t.index is not None and times and sentence.contains(times[t.index].span))
    told = next(here, None) or (_told_below(tokens[0], times, article) if read[0].index is not None else None)
    return told or next((t for t in read if t.index is not None), read[0])


def _told_below(token: Token, times: Sequence[TimeExpression], article: Article) -> EventTime | None:
    """The one past time that hangs on an infinitive below the trigger: "ordered them to be called up on Monday"."""
    found = []
    for index, told in enumerate(times):
        if told.type not in ("DATE", "TIME") or told.span.start < token.idx:
            continue
        inside = next((t for t in token.subtree if told.span.start <= t.idx < told.span.end), None)
        if inside is None:
            continue
        chain = list(syntax.ancestors(inside))
        below = chain[: chain.index(token)] if token in chain else chain
        ahead = article.published and told.interval.earliest and told.interval.earliest > article.published
        if not ahead and not any(t.dep_ in ("ccomp", "relcl", "conj", "pcomp") for t in below):
            found.append(
                PhraseTime(index, told.interval, told.text, None, f'"{told.text}" stands below "{token.text}"')
            )
    return found[0] if len(found) == 1 else None


def _ties(doc: Doc, places: Sequence[Resolution], happening: Happening) -> tuple[Tie, ...]:
    """The ties of the trigger that tells most; those of the others where it has no strong one."""
    ties = [find_ties(doc, places, trigger.token) for trigger in happening.triggers]
    strong = (found for found in ties if found and found[0].strength >= PLACED)
    return tuple(next(strong, ties[0]))


def _telling(happening: Happening) -> Token:
    """The word whose tense, mood and negation are the happening's: a verb that governs the noun which tells most."""
    main = happening.main.token
    if main.pos_ == "VERB":
        return main
    above = list(syntax.ancestors(main))
    for trigger in happening.triggers[1:]:
        if trigger.token.pos_ == "VERB" and trigger.token in above:
            return trigger.token
    return main


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
    token = _telling(happening)
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
    """Whether the trigger is a bare plural noun, without count or article: "attacks" as a state of affairs."""
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
    if happening.frames == {"entry"}:
        return True
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
        if direct is None and happenings and mention.at.lemma_ not in ("enter", "arrive"):
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
    "fled": word_set("flee_forces flee_civilians withdraw displaced entry"),
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


def richness(draft: Draft) -> tuple[float, int]:
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
