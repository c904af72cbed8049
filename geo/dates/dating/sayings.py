"""Whether a time tells when something was said: by the parse and, where that goes wrong, by the words beside it.

"officials said on Sunday", "Sunday's statement", "a video released on Friday": what was said happened by then.
"""

from __future__ import annotations

import re

from spacy.tokens import Token

from geo.dates.dating.event_words import EVENT_NOUNS, ISSUING, SAYING, SAYING_FORMS, SPEAKING, STATEMENTS
from geo.dates.tense import Clauses
from geo.model import TimeExpression

# The words that may stand between a verb of saying and its time: "told reporters in Kyiv late on Sunday".
_HEARER = r"(?: (?:reporters|journalists|lawmakers|parliament|[A-Z][\w.]+|the [\w.]+))?"
_WHERE = r"(?: in [A-Z]\w+| by (?:tele)?phone| (?:on|in|via) an? (?:[\w-]+ ){0,2}[a-z]+| on [A-Z]\w*)?"
_SAID_BEFORE = re.compile(
    rf"\b(?P<verb>{SAYING_FORMS}){_HEARER}{_WHERE},?(?: late| early| earlier| on| in| at){{0,3}} ?\Z"
)
_SAID_BEHIND = re.compile(rf" (?P<verb>{SAYING_FORMS})\b")
_FACE_OF_THE_WEB = frozenset(["facebook", "telegram", "media", "x", "twitter", "instagram", "blog", "website"])
_PLACED_IN = frozenset(["in", "at", "during", "by", "from", "on"])


def find_saying(
    clauses: Clauses, text: str, time: TimeExpression, word: Token | None, verb: Token | None
) -> Token | None:
    """The verb or noun of saying whose time an expression is, None where it tells the time of something else.

    `word` is what the expression modifies, `verb` the verb above it.
    """
    found = _by_parse(word, verb)
    if found is not None:
        return found
    start, end = time.span.start, time.span.end
    if text.startswith(("'s", "\u2019s"), end):
        return None
    before = _SAID_BEFORE.search(text[max(0, start - 70) : start])
    if before:
        return clauses.token_at(max(0, start - 70) + before.start("verb"))
    if word is not None and verb is not None and word.i == verb.i and 0 < _first(clauses, time).i - word.i <= 2:
        return None  # "witnesses who fled on Tuesday said": the verb just before has the time
    behind = _SAID_BEHIND.match(text, end, end + 24)
    return clauses.token_at(behind.start("verb")) if behind else None


def is_saying(token: Token) -> bool:
    """Whether a word is itself one of saying: its time is that of the statement."""
    lemma = token.lemma_.lower()
    return lemma in SAYING or lemma in SPEAKING or (token.pos_ == "NOUN" and is_statement(token)) or _is_issuing(token)


def _first(clauses: Clauses, time: TimeExpression) -> Token:
    token = clauses.token_at(time.span.start)
    return clauses.doc[0] if token is None else token


def _by_parse(word: Token | None, verb: Token | None) -> Token | None:
    if word is None:
        return None
    lemma = word.lemma_.lower()
    if lemma in SAYING or lemma in SPEAKING:
        return word
    if is_statement(word):
        return _verb_of(word)
    if _is_issuing(word):
        return _verb_of(word.head) if word.dep_ == "acl" else word
    if verb is not None and verb.i != word.i and verb.lemma_.lower() in SAYING and lemma not in EVENT_NOUNS:
        return verb
    return None


def _is_issuing(token: Token) -> bool:
    """Whether a verb tells of a statement being made: "a statement issued Sunday", "the statement was issued"."""
    if token.lemma_.lower() not in ISSUING:
        return False
    if token.dep_ == "acl":
        return token.head.lemma_.lower() in STATEMENTS
    return any(c.dep_ == "nsubjpass" and c.lemma_.lower() in STATEMENTS for c in token.children)


def is_statement(noun: Token) -> bool:
    """Whether a noun is a statement here: "a post on Telegram" is one, an army post is none."""
    lemma = noun.lemma_.lower()
    if lemma not in STATEMENTS or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if lemma in ("post", "release", "address", "update", "broadcast"):
        beside = {c.lower_ for c in noun.children} | {g.lower_ for c in noun.children for g in c.children}
        return bool(beside & _FACE_OF_THE_WEB) or "press" in beside or "news" in beside
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return noun.head.lemma_.lower() in SAYING
    above = noun.head
    return noun.dep_ == "pobj" and (above.lower_ in _PLACED_IN or above.head.lower_ == "according")


def _verb_of(noun: Token) -> Token:
    """The verb of saying that a statement stands below, else the statement."""
    token = noun
    for _ in range(6):
        if token.head.i == token.i:
            break
        token = token.head
        if token.lemma_.lower() in SAYING:
            return token
    return noun
