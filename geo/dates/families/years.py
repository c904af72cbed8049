"""The year of a date that is named without one, and four digits that may be a year."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Token

from geo.dates.context import Context
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_day, build_year
from geo.dates.words import (
    COUNTED_BEHIND,
    DATED_PLURALS,
    MONTH_CUES,
    NUMBERED_BEFORE,
    YEAR_CUES,
    alternatives,
    parse_month,
)

_ON = re.compile(r"\b(?:on|in|since|after|during) (?:the |early |late |mid-?)*\Z", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|until|through|till|before|ahead of) (?:the |early |late |mid-?)*\Z", re.IGNORECASE)


# "Between March and May last year": the year stands behind the second month alone.
_TO_MONTH_OF = re.compile(
    r"(?: ?- ?| to | and | or | until | through )(?:\d{1,2} )?[A-Z][a-z]{2,8}(?: \d{1,2})?,?(?: of)?"
    r" (?P<which>last|this|next) year\b"
)


def full_year(digits: str, near: int | None) -> int:
    """The year that two digits mean: the one nearest to `near`, twenty years ahead at most.

    >>> full_year("89", 1989), full_year("'21", 2021), full_year("02", 1998)
    (1989, 2021, 2002)
    """
    number = int(digits.strip("'"))
    if len(digits.strip("'")) == 4:
        return number
    near = near or 2020
    year = near - near % 100 + number
    return year - 100 if year > near + 20 else year + 100 if year < near - 79 else year


def pick_year(month: int, day: int, context: Context, at: int, end: int) -> int | None:
    """The year of a day or month (day 0) that is named without one.

    News: the publication year; the year before where the month lies ahead and the clause is past, the year after where
    it is over and the clause looks ahead. Narratives: the last year told, the next when the tale has passed New Year.
    """
    anchor = context.year()
    if anchor.year is None:
        return None
    if anchor.year > 0 and (closing := _TO_MONTH_OF.match(context.text, end)):
        return anchor.year + {"last": -1, "this": 0, "next": 1}[closing["which"]]
    if context.mode == "news" and context.published is not None:
        today = context.published
        gap = (
            (month - today.month)
            if day == 0 or month != today.month
            else (1 if day > today.day else -1 if day < today.day else 0)
        )
        far = month - today.month
        future = context.future(at, end)
        if gap < 0 and far < 0 and (future or context.comes_next(at, end)):
            return today.year + 1
        if (background := _background_year(month, day, context, at, end)) is not None:
            context.used = "told"
            return background
        if gap > 0 and not future and (far >= 6 or (context.past(at, end) and (far > 3 or _over(context, far, at)))):
            return today.year - 1
        if far <= -6 and _BY.search(context.text, max(0, at - 24), at):
            return today.year + 1
        return today.year
    if year := _tale_year(month, context, at):
        return year
    if anchor.month is None:
        return anchor.year
    moved = month - anchor.month
    return anchor.year + 1 if moved <= -8 else anchor.year - 1 if moved >= 11 else anchor.year


_CLOSE = 60
"""Days before publication within which a date without its year is the report's own, whatever was told before it."""
_GOES_ON = 9
"""Months within which the next date of what lies far back is looked for."""


def _background_year(month: int, day: int, context: Context, at: int, end: int) -> int | None:
    """The year of a date in a report that goes on telling what happened in a year told right before it, far back."""
    told, today = context.told, context.published
    if today is None or told.year is None or told.month is None or told.year >= today.year:
        return None
    if at - told.at > 300 or context.text.find("\n", told.at, at) >= 0 or not context.past(at, end):
        return None
    moved = (month - told.month) % 12
    year = told.year + (month < told.month)
    if moved > _GOES_ON or (year, month) >= (today.year, today.month) or context.present_sentence(at, end):
        return None
    nearest = build_day(today.year, month, day or 1) or ""
    if nearest > today.isoformat():
        nearest = build_day(today.year - 1, month, day or 1) or ""
    close = nearest != "" and (today - date.fromisoformat(nearest)).days <= _CLOSE
    return None if close and context.run < 2 else year


def _over(context: Context, far: int, at: int) -> bool:
    """Whether a month soon to come stands as the time of what is over: "responded on May 14", told in March."""
    return far >= 1 and _ON.search(context.text, max(0, at - 24), at) is not None and context.clauses.of_past_verb(at)


def _tale_year(month: int, context: Context, at: int) -> int | None:
    """A narrative's year for a month: a year told in passing does not break the run of months."""
    told, full = context.told, context.full
    if context.aside.year is not None and context.clauses.sentence_start(at) <= context.aside.at:
        return context.aside.year
    if told.year is None or told.month is not None or full.month is None or full.year is None:
        return None
    if context.clauses.sentence_start(at) <= told.at or context.opens_sentence(told.at):
        return None
    return full.year if 0 <= month - full.month <= 6 else None


_COUNTED = re.compile(rf"[,.]\d{{3}}|%|[ -]?(?:{alternatives(COUNTED_BEHIND)})(?![a-z])")
_NUMBERED = re.compile(rf"(?:[$£€#№]|(?<![a-z])(?:{alternatives(NUMBERED_BEFORE)}))[ ]?\Z")
_IN = re.compile(r"(?:around|in|about) \Z")
_YEAR_CUE = re.compile(rf"\b(?:{alternatives(YEAR_CUES)})[ -]\Z")
_MONTH_CUE = re.compile(rf"(?:^|\b)(?:{alternatives(MONTH_CUES)})[ -]+\Z")


def bare_year(m: re.Match[str], context: Context) -> Meaning:
    """Four digits that are a year, not a count of people or things."""
    year = int(m["year"])
    if not 1000 <= year < 2200:
        return None
    before = context.text[max(0, m.start() - 14) : m.start()].lower()
    after = context.text[m.end() : m.end() + 24]
    if _COUNTED.match(after) or (_NUMBERED.search(before) and not _IN.search(before)):
        return None
    first = context.clauses.token_at(m.start())
    if first is not None and _counts(first, before):
        return None
    context.used = "none"
    return Reading(f"{year:04}")


def _counts(token: Token, before: str) -> bool:
    """Whether the parse takes the number for a count of the plural noun behind it ("1600 soldiers")."""
    head = token.head
    if re.fullmatch(r"(?:19|20)\d\d", token.text) and head.i > token.i and head.lemma_.lower() in DATED_PLURALS:
        return False  # "the party's 2019 elections"
    if _YEAR_CUE.search(before):
        return re.search(r"\b(?:from|of|by|to|and)[ ]$", before) is not None and _plural_next(token)
    return (
        token.dep_ == "nummod" and head.i > token.i and head.tag_ == "NNS" and head.i - token.i <= 2
    ) or _plural_next(token)


def _plural_next(token: Token) -> bool:
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ == "NNS"


_THE = re.compile(r"\bthe \Z", re.IGNORECASE)
_NAMED = re.compile(r" [A-Z][a-z]")


def bare_month(m: re.Match[str], context: Context) -> Meaning:
    """A month alone; "May" and "March" only where a preposition or the model takes them for a month."""
    month = parse_month(m["month"])
    word = m["month"]
    if _NAMED.match(context.text, m.end()) and _THE.search(context.text, max(0, m.start() - 4), m.start()):
        return None  # "the October Revolution"
    if month is None or (len(word) <= 4 and not word.endswith(".") and word.lower() not in ("may", "june", "july")):
        return None
    before = context.text[max(0, m.start() - 16) : m.start()].lower()
    cue = _MONTH_CUE.search(before)
    cue = cue or ("which" in m.groupdict() and m["which"])  # type: ignore[assignment]
    token = context.clauses.token_at(m.start("month"))
    if token is not None and (word.rstrip(".").lower() in ("may", "march", "mar") or word.isupper() or len(word) < 5):
        named = _qualifies(token) and _BEFORE_NOUN.search(before) is not None
        if not named and (not cue or token.pos_ in ("AUX", "VERB")):
            return None
        if not named and word.rstrip(".").lower() == "march" and re.search(r"(?:the|a) $", before):
            return None
    elif token is not None and not cue and token.i and token.nbor(-1).tag_ == "NNP" and not word.isupper():
        return None  # "Black September"
    elif token is not None and not cue and token.ent_type_ in ("PERSON", "GPE", "ORG", "FAC"):
        return None
    year = pick_year(month, 0, context, m.start("month"), m.end("month"))
    if "which" in m.groupdict() and m["which"] and year is not None:
        year = _nearest_month(m["which"].lower(), month, context) or year
    if year is None:
        return Reading(f"XXXX-{month:02}", told=False)
    return Reading(f"{build_year(year)}-{month:02}")


_BEFORE_NOUN = re.compile(r"(?:\b(?:the|a|an|this|that|his|her|its|their|our)|'s?) \Z", re.IGNORECASE)


def _qualifies(token: Token) -> bool:
    """Whether a month stands before the noun that it belongs to: "the March agreement", "a May deal"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        following is not None and following.tag_ in ("NN", "NNS", "JJ") and following.is_lower and token.text.istitle()
    )


def _nearest_month(which: str, month: int, context: Context) -> int | None:
    """The year of "last April", "next April", "this April"."""
    anchor = context.now()
    if anchor.year is None:
        return None
    here = anchor.month or (12 if which.startswith("next") else 1)
    if re.match("this|the same", which):
        return anchor.year
    if re.match("next|the (following|next)|the coming|this coming", which):
        return anchor.year + (month <= here)
    return anchor.year - (month >= here)
