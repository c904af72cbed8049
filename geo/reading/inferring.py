"""Days that evidence tells in part: the year that a dateline leaves out, the order of figures in 06/07/2021."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from geo.reading.agencies import AGENCIES, MONTH_FIRST
from geo.reading.dateline import Dateline
from geo.reading.days import build_day, find_days, is_plausible
from geo.reading.months import MONTHS, WEEKDAYS
from geo.reading.quoting import DAY_NOTE, describe_day, shorten
from geo.reading.told_days import ToldDay, find_told_days

_CLOSE_DAYS, _WEEK, _SHORTLY = 3, 7, 14
_SEARCHED = 20_000
_MONTH_FIRST_SITES = frozenset({"us", "ph"})
_ANYBODYS_SITES = frozenset({"ai", "cc", "co", "fm", "io", "ly", "me", "to", "tv", "ws"})
_WEEKDAY = re.compile(
    r"\b(" + "|".join(name[:3] for name in WEEKDAYS) + r")(?:day|s|sday|nesday|urs|rsday|ur|urday)?\b", re.I
)
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/]|[.,-]\d)")
_MONTH_OF_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?=/)")
_MONTH_HEAD = re.compile(r"(?:[^.!?]{0,80}[\s,(|:–—-])?(?:" + "|".join(MONTHS) + r")\.?,? (?:19|20)\d\d\)?", re.I)
_HEAD, _HEAD_LINES, _LONGEST_HEAD = 2_000, 8, 100
_YEARS_BACK = 40
_MOST_YEARS = 3


class Sources(Protocol):
    """What is looked at for what a day leaves out: the text, its dateline and the address."""

    @property
    def text(self) -> str: ...  # noqa: D102

    @property
    def url(self) -> str | None: ...  # noqa: D102

    @property
    def dateline(self) -> Dateline | None: ...  # noqa: D102


class Order(NamedTuple):
    """The reading that was chosen for figures, why, and whether that leaves no doubt."""

    day: date
    reason: str
    sure: bool


class Year(NamedTuple):
    """The day with the year inferred, or None; the reason ends a sentence on the day of publication."""

    day: date | None
    reason: str


def infer_order(
    quote: str, readings: tuple[date, date], known: date | None, limit: date, sources: Sources
) -> Order | None:
    """Which of two `readings` of figures is meant, the day first or the month first; None where nothing tells.

    The only plausible one, that of the weekday in the `quote`, that close to a `known` day, that of the days that the
    text tells, that of the outlet.
    """
    day_first, month_first = readings
    likely = [day for day in (day_first, month_first) if is_plausible(day, limit)]
    if len(likely) == 1:
        return Order(likely[0], "the only reading that does not lie in the future", True)
    if known is not None:
        close = [day for day in likely if abs((day - known).days) <= _CLOSE_DAYS]
        if len(close) == 1:
            return Order(close[0], f"close to {describe_day(known)}", True)
    weekday = _find_weekday(quote)
    if (
        weekday is not None
        and day_first.weekday() != month_first.weekday()
        and weekday in (d.weekday() for d in likely)
    ):
        return Order(
            next(day for day in likely if day.weekday() == weekday),
            f"which was a {WEEKDAYS[weekday].capitalize()}",
            True,
        )
    told = [day for _, day in find_days(sources.text[:_SEARCHED])]
    close = [day for day in likely if any(0 <= (day - one).days <= _WEEK for one in told)]
    if len(close) == 1:
        return Order(close[0], "close to the days that the text tells", False)
    agency = sources.dateline.agency if sources.dateline is not None else None
    if agency in AGENCIES.values():
        return Order(month_first if agency in MONTH_FIRST else day_first, f"as {agency} writes days", False)
    country = _find_country(sources.url or "")
    if len(country) == 2 and country.isalpha() and country not in _ANYBODYS_SITES:
        chosen = month_first if country in _MONTH_FIRST_SITES else day_first
        return Order(chosen, f"as sites that end in .{country} write days", False)
    return None


def nearest_year(month: int, day: int, known: date) -> date | None:
    """The day of that month and day of the month that lies nearest to a known day, over the turn of a year too.

    >>> nearest_year(12, 31, date(2022, 1, 2)).isoformat()
    '2021-12-31'
    """
    near = [build_day(year, month, day) for year in (known.year - 1, known.year, known.year + 1)]
    return min((one for one in near if one is not None), key=lambda one: abs((one - known).days), default=None)


def infer_year(month: int, day: int, quote: str, sources: Sources, limit: date) -> Year:
    """The day of a dateline without a year and without other evidence.

    Its year is that of the address's month, else of a whole day that the text tells a few days before, else one that
    the text names and in which its weekdays fit, else the last in which the dateline's own weekday does; without any of
    them it stays unknown.
    """
    told = f"“{shorten(quote)}” names no year"
    found = _MONTH_OF_ADDRESS.search(sources.url or "")
    if found and (near := nearest_year(month, day, date(int(found[1]), int(found[2]), 15))) is not None:
        return Year(near, f"takes its year from the address, as {told}; please check it.")
    back = list(_back(month, day, limit))
    days = list(find_told_days(sources.text))
    for each in days:
        whole = each.in_year(each.year) if each.year is not None else None
        fits = [one for one in back if whole is not None and 0 <= (one - whole).days <= _SHORTLY]
        if fits:
            return Year(fits[0], f"takes its year from “{each.words}” in the text, as {told}; please check it.")
    number = _find_weekday(quote)
    pairs = [each for each in days if each.weekday is not None and each.year is None]
    fits = [one for one in back if number in (None, one.weekday()) and _fit(one, pairs, number is None)]
    if not fits:
        return Year(None, f"is not known, as {told}; please enter it.")
    named = {int(year) for year in _YEAR.findall(sources.text)}
    chosen = next((one for one in fits if one.year in named), fits[0])
    if number is None and chosen.year not in named:
        # The weekdays of a story are no proof of one year of several: which they could be is told.
        several = ", ".join(str(one.year) for one in fits[:_MOST_YEARS])
        return Year(None, f"is not known, as {told}; the weekdays of the text would fit {several}; please enter it.")
    years = " and ".join(str(one.year) for one in fits if one != chosen and one.year > chosen.year - 12)
    words = f"{chosen.day} {chosen:%B} was a {chosen:%A}" if number is not None else "the weekdays of the text fit"
    also = f" (so it was in {years})" if years else ""
    return Year(chosen, f"takes its year from the weekday: in {chosen.year} {words}{also}; please check it.")


def _fit(day: date, pairs: list[ToldDay], needed: bool) -> bool:
    """Whether the weekdays that the text names beside days shortly before `day` are those of its year."""
    near = [(each, nearest_year(each.month, each.day, day)) for each in pairs]
    close = [(each, one) for each, one in near if one is not None and 0 <= (day - one).days <= _SHORTLY]
    return (bool(close) or not needed) and all(one.weekday() == each.weekday for each, one in close)


def _find_country(url: str) -> str:
    """The last part of an address's host: "ke" of https://news.example.ke/a; empty for what is no address."""
    try:
        return (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:
        return ""  # "http://[not-an-address/" names no country


def _find_weekday(quote: str) -> int | None:
    """The weekday that a quotation names, 0 for Monday; None without one."""
    found = _WEEKDAY.search(quote)
    return None if found is None else next(i for i, name in enumerate(WEEKDAYS) if name.startswith(found[1].lower()))


def find_month_notes(text: str, url: str | None) -> list[str]:
    """The note on a head or an address that names the month of publication alone; empty without one.

    >>> find_month_notes("Situation report – July 2021\\n\\nThe town was calm.", None)
    ['The day of publication is not known, as “Situation report – July 2021” names the month alone; please enter it.']
    """
    lines = [line.strip() for line in text[:_HEAD].split("\n") if line.strip()][:_HEAD_LINES]
    told = [line for line in lines if len(line) <= _LONGEST_HEAD and _MONTH_HEAD.fullmatch(line)]
    told += [match[0].strip("/") for match in [_MONTH_OF_ADDRESS.search(url or "")] if match]
    return [f"{DAY_NOTE} is not known, as “{line}” names the month alone; please enter it." for line in told[:1]]


def _back(month: int, day: int, limit: date) -> Iterator[date]:
    """That day of the month in each year up to `limit`, the last one first."""
    for year in range(limit.year, limit.year - _YEARS_BACK, -1):
        one = build_day(year, month, day)
        if one is not None and is_plausible(one, limit):
            yield one
