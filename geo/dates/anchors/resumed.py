"""Whether a sentence of a tale speaks of the present, so that its dates count from publication as those of news do."""

from __future__ import annotations

import re

from geo.dates.governing import find_governing
from geo.dates.tense import Clauses

_ANY = re.compile(
    r"\b(?:has|have|'ve|will|won't|ago|latest|current|present|next|upcoming|scheduled|expected|so far"
    r"|this (?:week|month|year))\b",
    re.IGNORECASE,
)
"""What a sentence must have at all before its verbs are looked at."""
_PRESENT_MATTER = re.compile(
    r"\b(?:[Tt]he|[Aa]) (?:very )?(?:latest|current|present|most recent) (?:\w+ )?(?:crisis|war|clashes|fighting"
    r"|violence|conflict|exodus|offensive|standoff|stand-off|escalation|unrest|uprising|insurgency|truce|ceasefire"
    r"|round|wave|siege|protests|emergency|outbreak|dispute|tensions|drought|famine|talks|government|campaign"
    r"|blockade)\b"
)
_AGO = re.compile(r"\b(?:days?|weeks?|fortnight|months?|hours?) ago\b")
_THIS = re.compile(r"\b(?:this (?:week|month|year)|so far)\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|upcoming|scheduled|expected)\b", re.IGNORECASE)
_NOT_PAST = ("VBZ", "VBP")
_LONGEST = 600
"""Characters of a sentence that are looked at."""


def find_cue(text: str, start: int, end: int) -> str:
    """What a sentence, text[start:end], has of the present: "matter" tells by itself, "verb" by its verbs, "" nothing.

    >>> find_cue("The latest clashes began in June.", 0, 33), find_cue("It has held since June.", 0, 23)
    ('matter', 'verb')
    """
    end = min(end, start + _LONGEST)
    if _ANY.search(text, start, end) is None:
        return ""
    if _PRESENT_MATTER.search(text, start, end) or _AGO.search(text, start, end):
        return "matter"
    return "verb"


def speaks_of_present(text: str, start: int, stop: int, at: int, end: int, clauses: Clauses) -> bool:
    """Whether the verb above the words text[at:end] is a perfect or a future, in the sentence text[start:stop]."""
    above = find_governing(clauses, at, end)
    if above is None or above.verb is None:
        return False
    verb = above.verb
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "had" in helpers or "would" in helpers:
        return False
    if verb.tag_ == "VBN" and helpers & {"has", "have", "'ve"}:
        return True
    if helpers & {"will", "'ll"}:
        return True
    now = verb.tag_ in _NOT_PAST or bool(helpers & {"is", "are"})
    stop = min(stop, start + _LONGEST)
    return now and (_NEXT.search(text, start, stop) is not None or _THIS.search(text, start, stop) is not None)
