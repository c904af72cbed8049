"""When an article was published: the evidence in metadata, mail headers, the text, its dateline and its address.

The rules stand in order of trust; the first that finds a plausible day decides, and every other day that evidence
names is kept as a rival. Nothing is guessed in silence: without evidence the day stays unknown, and where a year or the
order of figures had to be inferred a note says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from geo.model import DateEvidence, PublishedFrom, Span
from geo.reading.addresses import FILE_NAME, find_line_address, find_name_day, find_url_day
from geo.reading.dateline import Dateline
from geo.reading.day_lines import DayLine, find_day_lines, find_report_days
from geo.reading.days import is_plausible
from geo.reading.doubts import Doubt, doubt_dateline, doubt_hour, doubt_weekday, find_doubts
from geo.reading.inferring import find_month_notes, infer_order, infer_year, nearest_year
from geo.reading.quoting import DAY_NOTE, describe_day, shorten

FILE_PROPERTY = "the file's properties: "
"""How the quote of weak evidence begins: the day a PDF or Word file was made need not be the article's."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rules may look at: the text, and what the format's reader found around it; `hints` never decide."""

    text: str
    url: str | None = None
    dateline: Dateline | None = None
    mail: tuple[DateEvidence, ...] = ()
    metadata: tuple[DateEvidence, ...] = ()
    properties: tuple[DateEvidence, ...] = ()
    hints: tuple[DateEvidence, ...] = ()
    updated: tuple[DateEvidence, ...] = ()
    guessed: tuple[DateEvidence, ...] = ()
    name: str = ""
    given: date | None = None
    """The day that somebody gave: it decides elsewhere, and tells the year here that a dateline leaves out."""


class Published(NamedTuple):
    """The day of publication, where it is from, the days that other evidence names, and what the reader should know."""

    day: date | None
    origin: PublishedFrom
    rivals: tuple[DateEvidence, ...]
    rule: str
    notes: tuple[str, ...] = ()
    best: DateEvidence | None = None


class _Found(NamedTuple):
    """What a rule found: `other` is the second reading of figures, `yearless` says that the year is not told."""

    rank: int
    rule: str
    evidence: DateEvidence
    other: date | None = None
    yearless: bool = False


def find_published(clues: Clues, today: date | None = None) -> Published:
    """The day of publication that the clues support best, and the rivals; the day is None when nothing tells it.

    Days before 1900 and after the day after `today` (the computer's own day unless given) are no evidence.
    """
    limit = today or date.today()
    everything = [_Found(rank, name, *each) for rank, (name, rule) in enumerate(_RULES) for each in rule(clues)]
    ahead = [one for one in everything if not one.yearless and not _plausible(one, limit) and _is_ahead(one, limit)]
    notes = [
        f"{DAY_NOTE} was not taken from “{shorten(one.evidence.quote)}”, which lies in the future; please check it."
        for one in ahead[:1]
    ]
    found = [one for one in everything if one.yearless or _plausible(one, limit)]
    found, told, open_rivals = _settle(found, clues, limit)
    notes += told
    hints = [hint for hint in clues.hints if is_plausible(hint.day, limit)]
    if not found:
        notes += find_month_notes(clues.text, clues.url) if not notes else []
        return Published(None, "none", (*open_rivals, *hints), "none", tuple(notes))
    first = found[0]
    best = first.evidence
    others = [*(one.evidence for one in found), *open_rivals, *hints]
    doubts = list(_doubt(best, others, clues))
    notes += [doubt.note for doubt in doubts]
    if first.rule in _WEAK:
        notes.append(_WEAK[first.rule])
    others += [doubt.rival for doubt in doubts if doubt.rival is not None]
    rivals = {(one.day, one.origin): one for one in reversed(others) if one.day != best.day}
    return Published(best.day, best.origin, tuple(reversed(rivals.values())), first.rule, tuple(notes), best)


def _doubt(best: DateEvidence, others: Iterable[DateEvidence], clues: Clues) -> Iterable[Doubt]:
    """What speaks against the best evidence: its own weekday, its hour, a dateline far off, the text."""
    rest = tuple(one for one in others if one is not best)
    filed = next((one for one in rest if one.origin == "dateline"), None)
    found = (
        doubt_weekday(best.quote, best.day),
        doubt_hour(best, rest, clues.text),
        doubt_dateline(filed.quote, filed.day, best.day) if filed is not None else None,
        *find_doubts(clues.text, best.day),
    )
    return (doubt for doubt in found if doubt is not None)


def _plausible(one: _Found, limit: date) -> bool:
    return is_plausible(one.evidence.day, limit) or (one.other is not None and is_plausible(one.other, limit))


def _is_ahead(one: _Found, limit: date) -> bool:
    return one.evidence.day > limit


def _settle(found: list[_Found], clues: Clues, limit: date) -> tuple[list[_Found], list[str], list[DateEvidence]]:
    """The evidence with its orders and years inferred, notes on what was inferred, and readings that stay open."""
    settled = [one for one in found if one.other is None and not one.yearless]
    notes: list[str] = []
    rivals: list[DateEvidence] = []
    for one in found:
        if one.other is None:
            continue
        known = settled[0].evidence.day if settled else _told_beside(one.evidence.day, clues.dateline)
        inferred = infer_order(one.evidence.quote, (one.evidence.day, one.other), known, limit, clues)
        quote = shorten(one.evidence.quote)
        if inferred is None:
            rivals += [one.evidence, replace(one.evidence, day=one.other)]
            notes.append(
                f"{DAY_NOTE} cannot be told from “{quote}”: it may be {describe_day(one.evidence.day)} or "
                f"{describe_day(one.other)}; please choose."
            )
            continue
        settled.append(one._replace(evidence=replace(one.evidence, day=inferred.day), other=None))
        if not inferred.sure:
            second = one.other if inferred.day == one.evidence.day else one.evidence.day
            rivals.append(replace(one.evidence, day=second))
            notes.append(
                f"{DAY_NOTE} in “{quote}” is read as {describe_day(inferred.day)}, {inferred.reason}; please check it."
            )
    settled.sort(key=lambda one: one.rank)
    for one in found:
        if not one.yearless or clues.dateline is None or clues.dateline.day is None:
            continue
        day = clues.dateline.day
        near = clues.given or (settled[0].evidence.day if settled else None)
        if near is not None:
            year = nearest_year(day.month, day.day, near)
            if year is not None and is_plausible(year, limit):
                settled.append(one._replace(evidence=replace(one.evidence, day=year), yearless=False))
            continue
        guess = infer_year(day.month, day.day, one.evidence.quote, clues, limit)
        if guess.day is not None:
            settled.append(one._replace(evidence=replace(one.evidence, day=guess.day), yearless=False))
        notes.append(f"{DAY_NOTE} {guess.reason}")
    settled.sort(key=lambda one: one.rank)
    if any(one.rule in _DECIDING for one in settled):
        # An open reading is no news where a sure one decides: it stays among the rivals alone.
        notes = [note for note in notes if "cannot be told" not in note]
    return settled, notes, rivals


def _told_beside(day: date, dateline: Dateline | None) -> date | None:
    """The day of a dateline without a year, in the year of `day`."""
    told = dateline.day if dateline is not None else None
    return nearest_year(told.month, told.day, day) if told is not None and told.year is None else None


_Rule = Callable[[Clues], Iterable[tuple[DateEvidence, date | None, bool]]]


def _by_lines(finder: Callable[[str], Iterable[DayLine]], kind: str) -> _Rule:
    def rule(clues: Clues) -> list[tuple[DateEvidence, date | None, bool]]:
        return [
            (DateEvidence(line.day, "text", line.line.quote(clues.text).strip(), line.day_span), line.other, False)
            for line in finder(clues.text)
            if line.kind == kind
        ]

    return rule


def _by_dateline(clues: Clues) -> list[tuple[DateEvidence, date | None, bool]]:
    if clues.dateline is None or clues.dateline.day is None:
        return []
    told = clues.dateline.day
    quote, span = clues.dateline.span.quote(clues.text), clues.dateline.span
    if told.year is None:
        return [(DateEvidence(date.min, "dateline", quote, span), None, True)]
    day = told.to_date()
    other = replace(told, month=told.day, day=told.month).to_date() if told.unsure else None
    return [] if day is None else [(DateEvidence(day, "dateline", quote, span), other, False)]


def _by_url(clues: Clues) -> list[tuple[DateEvidence, date | None, bool]]:
    line = find_line_address(clues.text) if not clues.url else None
    found = find_url_day(line["url"] if line is not None else clues.url or "")
    if found is not None and line is not None:
        found = replace(found, span=Span(line.start("url"), line.end("url")))
    return [] if found is None else [(found, None, False)]


def _by_name(clues: Clues) -> list[tuple[DateEvidence, date | None, bool]]:
    found = find_name_day(clues.name)
    return [] if found is None else [(found, None, False)]


def _given(which: Callable[[Clues], tuple[DateEvidence, ...]]) -> _Rule:
    return lambda clues: [(one, None, False) for one in which(clues)]


_RULES: tuple[tuple[str, _Rule], ...] = (
    ("mail header", _given(lambda clues: clues.mail)),
    ("metadata", _given(lambda clues: clues.metadata)),
    ("a line that tells of the first publication", _by_lines(find_day_lines, "first")),
    ("a line that says so", _by_lines(find_day_lines, "published")),
    ("dateline", _by_dateline),
    ("a day on a line of its own", _by_lines(find_day_lines, "bare")),
    ("a report's head", _by_lines(find_report_days, "report")),
    ("address", _by_url),
    ("the page's markup", _given(lambda clues: clues.guessed)),
    ("metadata of an update", _given(lambda clues: clues.updated)),
    ("a line that tells of an update", _by_lines(find_day_lines, "updated")),
    ("file name", _by_name),
    ("file properties", _given(lambda clues: clues.properties)),
)
"""What is believed, the most trusted first."""

_WEAK = {
    "file name": f"{DAY_NOTE} is the day in the file’s name, which may be that of the copy; please check it.",
    "file properties": (
        f"{DAY_NOTE} is the day on which the file was made, which may be later than the article's own; please check it."
    ),
}
_DECIDING = frozenset({name for name, _ in _RULES} - set(_WEAK))

__all__ = ["FILE_NAME", "FILE_PROPERTY", "Clues", "Published", "find_published", "find_url_day"]
