"""Lines that only tell when a text came out: "Published 6 July 2021", a byline with a day, the head of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geo.model import Span
from geo.reading.days import EARLIEST_DAY, find_days, find_unsure_days

_FIRST = r"(?:first|originally)\s+(?:published|posted|issued)|published first|original publication date"
_PUBLISHED = (
    r"published(?: time| date)?|posted|issued|released|filed|created|uploaded|publish(?:ed|ing)? (?:date|time)|"
    r"(?:publication|release|issue) date|date (?:of )?(?:publication|published|posted|issue)|date|sent|"
    r"publié[es]*|paru|publicado|publicada|veröffentlicht|erschienen|pubblicato|pubblicata|yayınlanma(?: tarihi)?|"
    r"опубликовано|опубліковано"
)
_UPDATED = (
    r"(?:last |page |story )?(?:updated|modified|edited|revised)|update|mise? à jour|modifié|actualizado|actualizada|"
    r"aktualisiert|aggiornato|atualizado|atualizada|güncelleme(?: tarihi)?|обновлено|оновлено"
)
_LABEL = rf"(?P<label>(?P<first>{_FIRST})|(?P<updated>{_UPDATED})|(?:{_PUBLISHED}))"
_LABELLED_LINE = re.compile(
    rf"[\s>*_#|·•(\[-]*(?:by [^|·•\n]{{3,60}}[|·•,–—-]\s*)?{_LABEL}(?!\w)\s*(?:on|at|le|el|am|il|em|:|-|–|—)?\s*", re.I
)
_LABEL_INSIDE = re.compile(rf"(?<!\w){_LABEL}(?!\w)", re.I)
_LABEL_BEHIND = re.compile(rf"[\s|·•,–—(-]*{_LABEL}(?!\w)", re.I)
_LABEL_ALONE = re.compile(rf"\W*{_LABEL}\W*", re.I)
_CLOCK = re.compile(
    r"\bT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?|"
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|"
    r"\b(?:at|on|of|à|às|a las|um|alle|uhr)\b|"
    r"\b(?:gmt|utc|bst|cet|cest|eet|eest|est|edt|et|pst|pdt|msk|ist|pkt|sast|eat|wat|cat|z)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"[+-]\d{2}:?\d{2}\b|\b(?:local time|hours|hrs)\b|\b\d+ min(?:ute)?s? read\b",
    re.I,
)
_BYLINE = re.compile(
    r"\W*(?:[Bb][Yy]|Par|Por|Von|Di)\s+[^\W\d_a-z][\w'’.-]*"
    r"(?:,?[ ](?:[^\W\d_a-z][\w'’.-]*|and|in|for|of|de|et|y|und|e|the|al-[A-Z]\w+)){0,14}\s*[,|·•–—:-]?\s*"
)
_REPORT = re.compile(
    r"\bupdate(?=,|:| \()|"
    r"\b(?:situation (?:report|update|overview)|sitrep|"
    r"(?:flash|operational|humanitarian|security|emergency|response|weekly|monthly|daily) (?:\w{3,15} ){0,2}"
    r"(?:update|report|bulletin|brief(?:ing)?|digest|summary|review)|bulletin|"
    r"press (?:release|statement|briefing(?: notes?)?|note)|news release|media (?:release|statement)|statement|"
    r"communiqu[eé]|fact ?sheet|reporting period|period covered|briefing notes?|newsletter|noon briefing|"
    r"assessment|dashboard|"
    r"(?:report|issue|update|alert) (?:no\.?|#|n°)\s?\d+)",
    re.I,
)
_AFTER_REPORT = re.compile(r"[\s).\]*_#|]*(?:\[[A-Z]{2}(?:/[A-Z]{2}){0,5}\]\s*)?")
_AS_OF = re.compile(r"\b(?:as (?:of|at)|status|situation on|data (?:until|as of))\s*:?\s*$", re.I)
_BEFORE_LAST_DAY = re.compile(r"(?:^|[,(:|#·•–—/-]|\bto|\d)\s*$")
_OTHER_DAY = re.compile(
    r"\b(?:accessed|retrieved|downloaded|printed|visited|viewed|event|incident|deadline|valid|until|expire[sd]?|due|born|"
    r"died|founded|since|next|starts?|ends?|closing)\b",
    re.I,
)
"""Words before a day that make it another than that of publication."""
_OTHER_DAY_ALONE = re.compile(rf"\W*{_OTHER_DAY.pattern}(?: (?:date|on|by))?\W*", re.I)
_CREDIT = re.compile(r"\s*[–—-]\s*[A-Z][\w.&'’]*(?: [A-Z][\w.&'’]*){0,3}\s*")
"""What may stand behind a day below a title: "Jul 6, 2021 - Example Press"."""
_HEAD_LINES = 15
_TAIL_LINES = 12
_MAX_LINE = 180
_MAX_REPORT = 140
_LABEL_REACH = 30


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that only tells a day of publication; `line` covers it whole, `day_span` the day in it."""

    line: Span
    day_span: Span
    day: date
    kind: str
    """"first" or "published", "updated", or "bare" for a day that stands alone."""
    other: date | None = None
    """The day with the month first, where figures can be read in both orders."""


def find_day_lines(text: str) -> Iterator[DayLine]:
    """The lines near the top and the end of `text` that tell when it was published or updated, in order.

    >>> text = "Title\\n\\nPublished 6 July 2021, updated 7 July 2021\\n"
    >>> [(line.kind, line.day.isoformat()) for line in find_day_lines(text)]
    [('published', '2021-07-06'), ('updated', '2021-07-07')]
    >>> list(find_day_lines("Posted on 6 July 2021, the video shows soldiers who cross a river."))
    []
    """
    head, tail = _ends(text)
    for place, group in (("head", head), ("tail", tail)):
        above = ""
        for match in group:
            if len(match.group()) <= _MAX_LINE:
                yield from _read_day_line(match, above, bare_allowed=place == "head")
            above = match.group()


def find_report_days(text: str) -> Iterator[DayLine]:
    """The days in the heads of reports at the top of `text`: of the report, or the last of what it covers.

    >>> [line.day.isoformat() for line in find_report_days("Flash Update #3 (as of 6 July 2021)\\n\\nRain fell.")]
    ['2021-07-06']
    >>> list(find_report_days("Statement on the massacre of 6 July 2011\\n\\nRain fell."))
    []
    """
    for match in _ends(text)[0]:
        line = match.group()
        if len(line) > _MAX_REPORT:
            continue
        days = _days_in(line)
        if not days or not _AFTER_REPORT.fullmatch(line, days[-1][0].end):
            continue
        span, day, other = days[-1]
        before = line[: span.start]
        as_of = _AS_OF.search(before) is not None
        if as_of or (_REPORT.search(before) and _BEFORE_LAST_DAY.search(before) and not line.rstrip().endswith(".")):
            inside = Span(match.start() + span.start, match.start() + span.end)
            yield DayLine(Span(match.start(), match.end()), inside, day, "report", other)


def _ends(text: str) -> tuple[list[re.Match[str]], list[re.Match[str]]]:
    """The first and the last lines that hold anything, each line once."""
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    head = lines[:_HEAD_LINES]
    return head, lines[max(len(head), len(lines) - _TAIL_LINES) :]


def _days_in(line: str) -> list[tuple[Span, date, date | None]]:
    days: list[tuple[Span, date, date | None]] = [(span, day, None) for span, day in find_days(line)]
    days += [(one.span, one.day_first, one.month_first) for one in find_unsure_days(line)]
    return sorted((each for each in days if each[1] >= EARLIEST_DAY), key=lambda each: each[0])


def _read_day_line(line: re.Match[str], above: str, bare_allowed: bool) -> Iterator[DayLine]:
    """The days of a line; a label may stand on the line `above` it, and a day below one may stand at the text's end."""
    text = line.group()
    label_above = _LABEL_ALONE.fullmatch(above)
    days = _days_in(text)
    if not days:
        return
    whole = Span(line.start(), line.end())
    labelled = _LABELLED_LINE.match(text)
    between = _CLOCK.sub("", text[labelled.end() : days[0][0].start]) if labelled else ""
    if labelled and len(between) <= _LABEL_REACH and _is_remainder(text[days[-1][0].end :]):
        previous = 0
        for span, day, other in days:
            labels = list(_LABEL_INSIDE.finditer(text, previous, span.start))
            yield DayLine(whole, _shift(span, line), day, _kind(labels[-1] if labels else labelled), other)
            previous = span.end
        return
    if not bare_allowed and not label_above:
        return
    if len(days) == 2 and not re.search(r"\w", text[: days[0][0].start]) and _is_remainder(text[days[1][0].end :]):
        between = text[days[0][0].end : days[1][0].start]
        behind = _LABEL_BEHIND.match(between)
        if behind and not re.search(r"\w", _CLOCK.sub(" ", between[behind.end() :])):
            yield DayLine(whole, _shift(days[0][0], line), days[0][1], "bare", days[0][2])
            yield DayLine(whole, _shift(days[1][0], line), days[1][1], _kind(behind), days[1][2])
            return
    if len(days) != 1:
        return
    span, day, other = days[0]
    before, after = text[: span.start], text[span.end :]
    behind = _LABEL_BEHIND.match(after)
    if behind and not re.search(r"\w", before) and not re.search(r"\w", _CLOCK.sub(" ", after[behind.end() :])):
        yield DayLine(whole, _shift(span, line), day, _kind(behind), other)
        return
    if _OTHER_DAY.search(before) or _OTHER_DAY_ALONE.fullmatch(above):
        return
    if _BYLINE.fullmatch(before):
        before = ""
    if _CREDIT.fullmatch(after) and not before.strip() and line.string[: line.start()].strip():
        after = ""
    rest = before + " " + after
    separated = re.search(r"[|·•]| / ", rest) is not None and not re.search(r"[.!?][\"”’']?\s*$", rest)
    if separated or not re.search(r"\w", _CLOCK.sub(" ", rest)):
        labels = [label for label in _LABEL_INSIDE.finditer(before) if span.start - label.end() <= _LABEL_REACH]
        label = labels[-1] if labels else label_above
        yield DayLine(whole, _shift(span, line), day, _kind(label) if label else "bare", other)


def _shift(span: Span, line: re.Match[str]) -> Span:
    return Span(line.start() + span.start, line.start() + span.end)


def _kind(label: re.Match[str]) -> str:
    return "first" if label["first"] else "updated" if label["updated"] else "published"


def _is_remainder(rest: str) -> bool:
    """Whether what follows the day is a time or a place and no sentence."""
    rest = _CLOCK.sub(" ", rest).strip(" ,.;:|·•()-–—")
    return len(rest) <= 45 and len(re.findall(r"\b[a-z]+\b", rest)) <= 3
