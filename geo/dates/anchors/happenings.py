"""Phrases that hang on another happening ("two days after the attack", "the eve of the vote"), where the text dates it.

Runs over the expressions that the rules have found: one that belongs to a verb or noun dates that happening, and a
phrase that counts from the same happening becomes a date. Two happenings of different days leave it as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Token

from geo.dates.anchors.happening_words import BEGINNING, COMING_ABOUT, ENDING, FAMILIES, LASTING, NO_HAPPENINGS
from geo.dates.context import Told, shift
from geo.dates.families.relative import stretch_days
from geo.dates.governing import find_governing
from geo.dates.rule import build_pattern
from geo.dates.tense import Clauses
from geo.dates.values import Reading, build_duration, interval_of
from geo.dates.words import COUNT_MODS, PARTS_OF_DAY, parse_count, parse_unit
from geo.model import Span, TimeExpression

RULE = "counted from a happening"

_COUNTED = build_pattern(
    r"(?:(?P<approx><approx:>) )?(?P<n><n:>) (?:full |whole |more )?(?P<unit><unit:>)"
    r" (?P<side>before|after|following|prior to)"
)
_NAMED = build_pattern(
    r"the (?:very )?(?:(?P<unit>day|week|month|year)|(?P<pod>night|evening|morning|afternoon))"
    r" (?P<side>before|after|following|prior to)|(?:the )?(?P<eve>eve) (?P<of>of)"
)
_OPEN = build_pattern(r"(?:the )?(?P<unit><units:>) (?P<side>before|after|following|prior to|of)")
_SIDE = re.compile(r"\b(?:before|after|following|prior to|eve of|(?:hours|days|weeks) of)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin (?:the )?\Z", re.IGNORECASE)
_PHRASE = 48
"""Characters of the longest phrase before that word."""
_LASTING = re.compile(
    r"\b(?:for|lasted|within|in|took|over|during|every|each|once|than|spent)\s(?:the |about )?\Z", re.IGNORECASE
)
_NEAR_BEHIND = 48
"""Within how many characters the word for the happening is taken into the expression."""
_GUESSED = {"day around event"}
"""Rules that take the day told last for that of the happening: a day told of the happening itself is better."""
_TOO_COMMON = 24
"""How many different days a happening may have before only its own paragraph is asked."""


@dataclass(slots=True)
class _Dated:
    """Where one kind of happening is dated: the tokens in text order, with the dates told of them."""

    tokens: list[Token] = field(default_factory=list)
    dates: list[Told] = field(default_factory=list)


def count_from_happenings(
    text: str,
    plain: str,
    times: Sequence[TimeExpression],
    clauses: Clauses,
    paragraphs: Sequence[int],
    published: date | None,
) -> list[TimeExpression]:
    """The expressions of `times`, and those that count from a happening which `times` date, in text order.

    `plain` is `text` as the rules see it, `paragraphs` the first offsets of its paragraphs. A phrase whose
    happening has no date, or several, stays as it was; what is no expression yet stays out.
    """
    matches = list(_find_phrases(plain))
    if not matches or not clauses.parsed:
        return list(times)
    dated = _dated_happenings(times, clauses, {m.start() for m in matches})
    found, added = list(times), []
    starts = [time.span.start for time in times]
    for match in matches:
        if match.re is not _OPEN and _explains(found, starts, match, plain):
            continue
        behind = _happening_behind(clauses, match)
        if behind is None or (
            match.re is _COUNTED and _LASTING.search(plain, max(0, match.start() - 16), match.start())
        ):
            continue
        happening, key = behind
        told = _date_of(happening, dated.get(key), paragraphs)
        if match.re is _OPEN:
            if told is not None and told.day is not None:
                added += _bound_open(found, starts, match, told.day, text)
            continue
        value = None if told is None else _counted_value(match, told)
        if value is None or (published and _lies_ahead(value, published) and not _planned(clauses, match)):
            continue
        end = happening.idx + len(happening)
        if not match.end() < end < match.end() + _NEAR_BEHIND:
            end = match.end()
        index = bisect_right(starts, match.end()) - 1
        own = index if index >= 0 and times[index].span.end > match.start() else None
        if index + 1 < len(starts) and starts[index + 1] < end:
            end = match.end()
        if own is None:
            added.append(_expression(text, match, end, value))
        elif times[own].span.start >= match.start() - 1 and (
            times[own].type == "DURATION" or times[own].rule in _GUESSED
        ):
            found[own] = _expression(text, match, end, value)
    return sorted([*found, *added], key=lambda time: time.span.start) if added else found


def _explains(found: list[TimeExpression], starts: Sequence[int], match: re.Match[str], plain: str) -> bool:
    """Give "two days after the landing" in "On 6 May, two days after the landing" the day that stands before it."""
    index = bisect_right(starts, match.start()) - 1
    if index < 1 or found[index].span.start < match.start() or found[index].span.end < match.end("side"):
        return False
    date, own = found[index - 1], found[index]
    if plain[date.span.end : match.start()] != ", " or not re.fullmatch(r"\d{4}-\d\d-\d\d", date.value):
        return False
    found[index] = replace(
        own,
        type="DATE",
        value=date.value,
        mod=None,
        interval=date.interval,
        anchor=date.anchor,
        rule=RULE,
        alternatives=(),
    )
    return True


def _bound_open(
    found: list[TimeExpression], starts: Sequence[int], match: re.Match[str], day: date, text: str
) -> list[TimeExpression]:
    """Give "in the days before the attack" and "within hours of the blast" the days that they can mean.

    Changes the expression in `found` that covers the words; gives back a new one where there is none.
    """
    index = bisect_right(starts, match.start()) - 1
    side, letter = match["side"].lower(), parse_unit(match["unit"])
    days = stretch_days(None, letter, day, back=side in ("before", "prior to"))
    own = index >= 0 and found[index].span.end > match.start()
    if side == "of" and not _WITHIN.search(match.string, max(0, match.start() - 12), match.start()):
        return []  # "days of fighting"
    if own and found[index].type == "DURATION" and found[index].span.end >= match.end("unit"):
        found[index] = replace(found[index], interval=days, anchor="told", rule=RULE)
    if own or side == "of" or letter not in "DWMY":
        return []
    span = Span(match.start(), match.end("unit"))
    return [TimeExpression(span, span.quote(text), "DURATION", build_duration(None, letter), None, days, "told", RULE)]


def _find_phrases(plain: str) -> Iterator[re.Match[str]]:
    """The phrases that may hang on a happening, in text order: found by the word at their end."""
    for side in _SIDE.finditer(plain):
        start, end = max(0, side.start() - _PHRASE), side.end()
        found = next(
            (m for pattern in (_NAMED, _COUNTED, _OPEN) for m in pattern.finditer(plain, start, end) if m.end() == end),
            None,
        )
        if found is not None:
            yield found


def _lies_ahead(value: str, published: date) -> bool:
    begun = interval_of(value).earliest
    return begun is not None and begun > published


def _planned(clauses: Clauses, match: re.Match[str]) -> bool:
    return clauses.tense(match.start(), match.end()) in ("future", "present")


def _expression(text: str, match: re.Match[str], end: int, value: str) -> TimeExpression:
    groups = match.groupdict()
    mod = COUNT_MODS.get(re.sub(r"\s+", " ", (groups.get("approx") or "").lower()))
    reading = Reading(value, "TIME" if "T" in value else "DATE", mod)
    return TimeExpression(
        Span(match.start(), end),
        text[match.start() : end],
        reading.type,
        value,
        mod,
        interval_of(value, mod),
        "told",
        RULE,
    )


def _counted_value(match: re.Match[str], told: Told) -> str | None:
    """The value so many units before or after what was told; None where that is not told finely enough."""
    groups = match.groupdict()
    back = groups.get("eve") is not None or groups["side"].lower().startswith(("before", "prior"))
    sign = -1 if back else 1
    if groups.get("eve"):
        letter, count = "D", 1.0
    elif groups.get("pod"):
        letter, count = "D", 0.0 if groups["pod"].lower() == "night" and not back else 1.0
    else:
        letter = parse_unit(groups["unit"])
        said = parse_count(groups["n"]) if groups.get("n") else 1.0
        if said is None:
            return None
        count = said
    if (
        letter in ("H", "m", "S", "L")
        or (letter in "DNWF" and told.day is None)
        or (letter in "MQ" and told.month is None)
    ):
        return None
    value = shift(told, sign * count, letter)
    if groups.get("pod"):
        value += "T" + PARTS_OF_DAY[groups["pod"].lower()]
    return None if "X" in value else value


def _key(token: Token) -> str:
    """What the words for one happening have in common: "killing", "killed", "death" all tell of a killing."""
    lemma = token.lemma_.lower()
    if lemma in FAMILIES:
        return FAMILIES[lemma]
    for ending in ("ings", "ing", "ation", "ment", "ions", "ion", "al", "s"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 3:
            return lemma[: -len(ending)]
    return lemma.removesuffix("e")


def _dated_happenings(times: Sequence[TimeExpression], clauses: Clauses, hanging: set[int]) -> dict[str, _Dated]:
    """The happenings that the text dates, by what their words have in common."""
    dated: dict[str, _Dated] = {}
    for time in times:
        told = _told(time)
        above = None if told is None else find_governing(clauses, time.span.start, time.span.end)
        if told is None or above is None or time.span.start in hanging:
            continue
        for word, key in _happenings_of(above.word, above.verb):
            entry = dated.setdefault(key, _Dated())
            entry.tokens.append(word)
            entry.dates.append(told)
    return dated


def _told(time: TimeExpression) -> Told | None:
    """A date as a point to count from, None for what is none."""
    if time.type not in ("DATE", "TIME") or time.mod in ("START", "MID", "END", "ON_OR_AFTER"):
        return None
    found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T|$)", time.value)
    if found is None:
        return None
    day = interval_of(time.value[:10]).earliest if found[3] else None
    return Told(int(found[1]), int(found[2]) if found[2] else None, day)


def _happenings_of(word: Token | None, verb: Token | None) -> list[tuple[Token, str]]:
    """The words whose happening a date tells of, with their keys: what it modifies, the verb, or the verb's subject."""
    found: list[tuple[Token, str]] = []
    for token in (word, verb):
        if token is None or any(token.i == other.i for other, _ in found):
            continue
        lemma = token.lemma_.lower()
        phase = _phase(lemma)
        if token.pos_ in ("VERB", "AUX"):
            found += [
                (subject, _phased(subject, phase))
                for subject in _subjects(token)
                if phase or lemma in COMING_ABOUT or subject.lemma_.lower() in FAMILIES
            ]
        if token.pos_ in ("NOUN", "PROPN", "VERB") and lemma not in NO_HAPPENINGS:
            found.append((token, _key(token)))
    return found


def _subjects(verb: Token) -> list[Token]:
    return [
        child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN")
    ]


def _phase(verb: str) -> str:
    return "begin" if verb in BEGINNING else "end" if verb in ENDING else ""


def _phased(noun: Token, phase: str) -> str:
    """The key of a noun, with its beginning and its end apart where it lasts."""
    return f"{_key(noun)} {phase}" if noun.lemma_.lower() in LASTING else _key(noun)


def _happening_behind(clauses: Clauses, match: re.Match[str]) -> tuple[Token, str] | None:
    """The noun or verb of the happening that stands behind "after" or "of", and its key."""
    last = clauses.token_at(match.end() - 1)
    if last is None:
        return None
    if last.dep_ == "mark" and last.head.i > last.i and last.head.pos_ in ("VERB", "AUX"):
        verb = last.head
        phase, subjects = _phase(verb.lemma_.lower()), _subjects(verb)
        if phase and subjects:
            return subjects[0], _phased(subjects[0], phase)
        return verb, _key(verb)
    side = "end" if match["side"] and match["side"].lower() in ("after", "following") else "begin"
    for child in last.children:
        if child.i > last.i and child.dep_ in ("pobj", "pcomp", "dobj") and child.pos_ in ("NOUN", "PROPN", "VERB"):
            return (child, _phased(child, side)) if _definite(child) else None
    return None


def _definite(token: Token) -> bool:
    """Whether a noun speaks of a happening that is known; "an attack" is a new one, unless a date hangs on itself."""
    return token.pos_ == "VERB" or not any(
        child.dep_ == "det" and child.lower_ in ("a", "an", "any", "another", "each", "every")
        for child in token.children
    )


def _names(token: Token) -> set[str]:
    """The proper names that tell which happening it is: "the Goma attack", "the fall of Aleppo"."""
    return {word.lower_ for word in _below(token) if word.pos_ == "PROPN" and word.i != token.i}


def _below(token: Token) -> list[Token]:
    near = list(token.children)
    return [*near, *(below for child in near for below in child.children)]


def _date_of(happening: Token, entry: _Dated | None, paragraphs: Sequence[int]) -> Told | None:
    """The one date that the text tells of a happening; None where it tells none, or several of equal standing."""
    if entry is None:
        return None
    names = _names(happening)
    if len(entry.tokens) <= _TOO_COMMON:
        pairs = [(token, told) for token, told in zip(entry.tokens, entry.dates, strict=True) if _agree(names, token)]
        own = [told for token, told in pairs if token.i == happening.i]
        only = _only(own) or _only([told for _, told in pairs])
        if only is not None:
            return only
    # Of several days the one told before in the same paragraph has the better standing.
    last = bisect_right(entry.tokens, happening.i, key=lambda token: token.i)
    opening = paragraphs[bisect_right(paragraphs, happening.idx) - 1] if paragraphs else 0
    near = [
        told
        for token, told in zip(
            entry.tokens[max(0, last - _TOO_COMMON) : last], entry.dates[max(0, last - _TOO_COMMON) : last], strict=True
        )
        if token.idx >= opening and _agree(names, token)
    ]
    return _only(near)


def _agree(names: set[str], dated: Token) -> bool:
    """Whether two happenings may be the same by the names beside them."""
    others = _names(dated)
    return not names or not others or bool(names & others)


def _only(dates: Sequence[Told]) -> Told | None:
    """The date that all of these come down to; a month that holds the day agrees with it."""
    days = {(told.year, told.month, told.day) for told in dates}
    finest = {
        one
        for one in days
        if not any(
            other != one and other[0] == one[0] and one[2] is None and (one[1] is None or one[1] == other[1])
            for other in days
        )
    }
    return Told(*finest.pop()) if len(finest) == 1 else None
