"""The day on which a quotation was said, where the text tells it: "tomorrow" in a quotation is the day after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from geo.dates.governing import find_governing
from geo.dates.tense import Clauses
from geo.dates.values import interval_of
from geo.model import TimeExpression

_SAYING = {
    "say", "tell", "report", "announce", "state", "add", "claim", "confirm", "write", "declare", "warn",
    "insist", "argue", "reply", "answer", "ask", "explain", "note", "vow", "recall", "shout", "call", "cry",
    "comment", "remark", "concede", "admit", "acknowledge", "continue", "predict", "promise",
}  # fmt: skip
_STATEMENTS = {
    "statement", "interview", "speech", "letter", "message", "broadcast", "address", "video", "tweet", "post",
    "telegram", "briefing", "conference", "recording", "order", "report", "article", "email", "diary",
    "sermon", "communique",
}  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?][\u201d\"')]*(?=\s|$)|\n")
_SAID = re.compile(r"\b(?:said|says|told|wrote|added|asked|warned|claimed|insisted|replied)\b")
_SAME_SPEAKER = re.compile(
    r"\W{0,4}(?:(?:he|she|they|it) )?(?:said|says|told|wrote|added|asked|warned|continued)\b(?! [A-Z])"
)
_GAP = 140
"""Characters between two quotations of one speaker."""
_REACH = 220
"""Characters around a quotation within which its attribution stands."""


def find_said_days(
    text: str, quotes: Sequence[tuple[int, int]], times: Sequence[TimeExpression], clauses: Clauses
) -> dict[int, date]:
    """The day on which each quotation was said, by its index in `quotes`; those of unknown day are left out.

    `times` are the expressions found so far, in text order: one that says when something was said ("he said on
    Friday", "in a statement on 5 May") tells the day of the quotation that its sentence introduces or closes, and of
    those of the same speaker that follow in the paragraph.
    """
    told = _saying_days(times, clauses)
    if not told:
        return {}
    said: dict[int, date] = {}
    first = 0
    for index, (start, end) in enumerate(quotes):
        before_from = max(quotes[index - 1][1] + 1 if index else 0, start - _REACH)
        after_to = min(quotes[index + 1][0] if index + 1 < len(quotes) else len(text), end + _REACH)
        # The sentence goes on behind the mark unless it has ended within the quotation.
        closed = text[max(start, end - 1) : end] in (".", "!", "?")
        stop = _SENTENCE_END.search(text, end + 1, after_to)
        after_to = end if closed and text[end - 1] != "?" else stop.start() if stop else after_to
        breaks = list(_SENTENCE_END.finditer(text, before_from, start))
        before_from = breaks[-1].end() if breaks else before_from
        while first < len(told) and told[first][0] < start - 2 * _REACH:
            first += 1
        near = [(at, day) for at, day in told[first : first + 12] if at < after_to]
        day = next((day for at, day in near if end <= at < after_to), None) or next(
            (day for at, day in near if before_from <= at < start), None
        )
        if day is None and index - 1 in said and _goes_on(text, quotes[index - 1][1], start, end, after_to):
            day = said[index - 1]
        if day is not None:
            said[index] = day
    return said


def _goes_on(text: str, before: int, start: int, end: int, after_to: int) -> bool:
    """Whether a quotation, text[start:end], goes on with the words of the one that ended at `before`."""
    behind = text[end + 1 : after_to]
    return (
        start - before < _GAP
        and "\n" not in text[before:start]
        and (_SAID.search(behind) is None or _SAME_SPEAKER.match(behind) is not None)
    )


def is_saying(clauses: Clauses, start: int, end: int) -> bool:
    """Whether the day at text[start:end] is the one on which something was said, reported or written."""
    above = find_governing(clauses, start, end)
    return above is not None and (
        (above.verb is not None and above.verb.lemma_.lower() in _SAYING)
        or (above.word is not None and above.word.lemma_.lower() in _STATEMENTS)
    )


def _saying_days(times: Sequence[TimeExpression], clauses: Clauses) -> list[tuple[int, date]]:
    """Offset and day of the expressions that tell when something was said."""
    found = []
    for time in times:
        if time.type not in ("DATE", "TIME") or not re.match(r"\d{4}-\d\d-\d\d", time.value):
            continue
        day = interval_of(time.value[:10]).earliest
        if day is not None and is_saying(clauses, time.span.start, time.span.end):
            found.append((time.span.start, day))
    return found
