"""What words mean that point to present, past or future at large: "now", "recently", "soon"."""

from __future__ import annotations

import re

from geo.dates.context import Context
from geo.dates.rule import Meaning
from geo.dates.values import Reading
from geo.model import Interval


def present(m: re.Match[str], context: Context) -> Meaning:
    """Now, currently, these days."""
    word = m[0].lower()
    if word == "now" and re.match(r"[- ](?:that|defunct|famous)\b", context.text[m.end() : m.end() + 9].lower()):
        return None
    if word.endswith(("time", "stage", "moment")) and re.match(r" of\b", context.text[m.end() : m.end() + 4]):
        return None  # "at this time of the year"
    if m[0] == "Now" and re.match(r",| for\b", context.text[m.end() : m.end() + 5]):
        return None  # "Now, he says, ...": no more than a pause
    here = context.published if context.mode == "news" else None
    context.used = "published" if here else "none"
    return Reading("PRESENT_REF", interval=Interval(here, here, "days") if here else None, told=False)


def past_vague(m: re.Match[str], context: Context) -> Meaning:
    """Recently, in the past."""
    here = context.published if context.mode == "news" else None
    context.used = "published" if here else "none"
    return Reading("PAST_REF", interval=Interval(None, here, "unknown"), told=False)


def future_vague(m: re.Match[str], context: Context) -> Meaning:
    """The future, soon."""
    word = m[0].lower()
    *_, last = m[0].split()
    name = last[0].isupper() and (last != m[0] or context.clauses.sentence_start(m.start()) < m.start())
    if name and not m[0].isupper():
        return None  # "the Future Technology Week"
    if word in ("soon", "shortly", "future") and (
        (context.mode == "narrative" and word != "future")
        or re.match(
            r" (?:after|before|as|thereafter|afterwards?|followed|became)\b", context.text[m.end() : m.end() + 12]
        )
    ):
        return None
    if word in ("soon", "shortly") and not context.future(m.start(), m.end()):
        return None
    here = context.published if context.mode == "news" else None
    context.used = "published" if here else "none"
    return Reading("FUTURE_REF", interval=Interval(here, None, "unknown"), told=False)
