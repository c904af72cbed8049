"""Days known without their year: "9/11", "the July 15 coup", "the October 7 attacks" (`data/famous_days.tsv`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from geo.dates.context import Context
from geo.dates.rule import Meaning
from geo.dates.values import Reading

_TABLE = Path(__file__).parent / "data" / "famous_days.tsv"
# Between the date and what happened on it stand adjectives and names, none of the words that begin something new.
_BETWEEN = (
    r"(?:(?!(?:the|a|an|of|on|in|at|by|to|for|and|or|as|with|from|after|before|when|that|which|who|is|was|were|had|has"
    r"|said|since|until|over|against)\b)[A-Za-z][\w'-]* ){0,3}"
)


_SINCE = re.compile(r"\b(?:since|before|after|pre-|post-)\s?(?:the )?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FamousDay:
    """A day of history, what it is called, and the countries it belongs to; `anywhere`: known without them."""

    day: date
    behind: re.Pattern[str]
    before: re.Pattern[str]
    anywhere: bool
    epoch: bool
    """Whether its own countries count from it: "since October 7" is that day, years later too."""
    countries: frozenset[str]


@lru_cache(maxsize=1)
def _famous_days() -> dict[tuple[int, int], tuple[FamousDay, ...]]:
    found: dict[tuple[int, int], tuple[FamousDay, ...]] = {}
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        told, year, called, countries, _ = line.split("\t")
        day = date.fromisoformat(f"{year}-{told}")
        epoch = "(since)" in called
        nouns = "|".join(sorted(called.replace("(since)", "").split(), key=len, reverse=True))
        famous = FamousDay(
            day,
            re.compile(rf"[\s-]{_BETWEEN}(?:{nouns})\b", re.IGNORECASE),
            re.compile(rf"\b(?:{nouns}) (?:of|on) (?:the )?\Z", re.IGNORECASE),
            "*" in countries,
            epoch,
            frozenset(countries.split()) - {"*"},
        )
        found[day.month, day.day] = (*found.get((day.month, day.day), ()), famous)
    return found


def find_famous_day(month: int, day: int, start: int, end: int, context: Context) -> date | None:
    """The day of history that a month and day at text[start:end] stands for, None where it is a day like any other.

    What happened on it stands behind ("the July 15 coup attempt") or before it ("the attacks of September 11"), the
    article is about a country that it belongs to, and is younger; on the day itself and in the week after it the date
    may be of the year's own.
    """
    for famous in _famous_days().get((month, day), ()):
        behind = famous.behind.match(context.text, end, min(len(context.text), end + 60))
        before = famous.before.search(context.text, max(0, start - 40), start)
        at_home = not famous.countries or bool(famous.countries.intersection(context.countries))
        if not behind and not before:
            since = famous.epoch and at_home and famous.countries.intersection(context.countries[:2])
            if not (since and _SINCE.search(context.text, max(0, start - 12), start)):
                continue
        if not at_home and (context.countries or not famous.anywhere or not behind):
            continue
        if context.published is None or context.published >= famous.day:
            return famous.day
    return None


_FIGURES = {
    "9/11": (date(2001, 9, 11), re.compile("")),
    "7/7": (date(2005, 7, 7), re.compile(r" (?:attacks?|attackers|bomb\w+|terror\w*)\b", re.I)),
    "26/11": (date(2008, 11, 26), re.compile(r" (?:attack|terror|case|trial|plot)", re.I)),
    "10/7": (date(2023, 10, 7), re.compile(r" (?:attacks?|massacres?|assault)\b", re.I)),
    "11-m": (date(2004, 3, 11), re.compile(r" (?:attacks?|bomb\w+)\b", re.I)),
    "15-m": (date(2011, 5, 15), re.compile(r" (?:movement|protests?|camps?|activists?)\b", re.I)),
}  # fmt: skip
FIGURES = r"9/11(?!/)|7/7(?!/)|26/11(?!/)|10/7(?!/)|11-M|15-M"


def named_figure(m: re.Match[str], context: Context) -> Meaning:
    """9/11, the 7/7 bombings, the 26/11 attacks: that day, once it has been."""
    day, behind = _FIGURES[m[0].lower()]
    context.used = "none"
    if context.published is not None and context.published < day:
        return None
    if not behind.match(m.string, m.end()):
        return None
    return Reading(day.isoformat(), told=False)
