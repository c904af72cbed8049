"""What in a text speaks against the day that was taken for its publication: notes for the reader, and further rivals.

Days told as past that lie after it, deadlines told as still to come that lie before it, weekdays that do not fit, a
dateline that is far off, and hours in UTC that are another day where the paper is.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from geo.model import DateEvidence
from geo.reading.inferring import nearest_year
from geo.reading.months import MONTHS, WEEKDAYS
from geo.reading.quoting import DAY_NOTE, describe_day, shorten
from geo.reading.told_days import DAY, ToldDay, find_told_days, month_of

_HAPPENED = re.compile(
    r"\b(?:was|were|been|being|got)\s+(?:\w+ly\s+)?(?:\w{3,}ed|hit|shot|struck|held|taken|seized|found|lost|won|begun|driven|cut|"
    r"torn|blown|overrun|beaten|hanged|slain)\b|"
    r"\b(?:killed|wounded|injured|died|attacked|struck|shelled|bombed|bombarded|captured|seized|arrested|kidnapped|"
    r"abducted|exploded|detonated|fled|crossed|clashed|stormed|raided|ambushed|opened fire|shot|fell|overran|retreated|"
    r"withdrew|surrendered|landed|crashed|collapsed|protested|marched|left|burned|looted|massacred|executed|beheaded)\b",
    re.I,
)
_NOT_SO = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|can|if|unless|due|plans?|planned|planning|expect(?:s|ed)?|scheduled?|set|"
    r"deadline|upcoming|ahead|until|before|by|next|vow(?:s|ed)?|promis\w+|propos\w+|postponed?|election|vote|summit|talks|"
    r"anniversary|calendar|ends?|expires?|starting|beginning|effective|to\s+be)\b",
    re.I,
)
_LED_BY_ON = re.compile(r"\b(?:on|since|(?:night|morning|evening) of)\s+(?P<the>the\s+)?$", re.I)
_AHEAD = re.compile(
    r"\b(?:will\b[^.!?\n]{0,80}\b(?:on|by|before|until)|(?:is|are)\s+(?:due|set|scheduled|expected|planned|to\s+\w+)\b"
    r"[^.!?\n]{0,60}\b(?:on|by|before|for|until)|has\s+until|have\s+until|deadline\s+(?:is|of|falls\s+on|expires\s+on))\s+"
    r"(?:the\s+)?$",
    re.I,
)
_LOOKED_BACK = re.compile(
    r"[“”\"]|\b(?:had|said in|would|was (?:due|set|expected|scheduled)|at the time|back then)\b", re.I
)
_SOON, _LATE, _SLACK = 31, 60, 1
"""How many days after publication a day without a year is still taken for one of the same year, how many before it a
deadline is, and how many days off are no contradiction there (night desks, time zones)."""

_DATELINE_OFF = 7
_YEARS_AROUND = 12


class Doubt(NamedTuple):
    """A whole sentence for the reader, and the day that the text names instead, if it names one."""

    note: str
    rival: DateEvidence | None = None


def find_doubts(text: str, published: date) -> tuple[Doubt, ...]:
    """What the text says against having come out on `published`, one doubt a kind, the strongest first.

    >>> told = "KABUL - Nine men were killed on Friday, July 9, when shells hit the market. Rain fell."
    >>> [doubt.rival.day.isoformat() for doubt in find_doubts(told, date(2021, 7, 6))]
    ['2021-07-09']
    >>> find_doubts(told, date(2021, 7, 10))
    ()
    """
    days = list(find_told_days(text))
    kinds = (_find_past_ahead(days, published), _find_weekday(days, published), _find_deadline(days, published))
    return tuple(doubt for doubt in kinds if doubt is not None)


def doubt_dateline(quote: str, day: date, published: date) -> Doubt | None:
    """The doubt that a dateline raises that lies more than a week from the day of publication."""
    off = abs((day - published).days)
    if off <= _DATELINE_OFF:
        return None
    return Doubt(
        f"{DAY_NOTE} may not be that of the report: its dateline, “{shorten(quote)}”, lies {off:,} days "
        f"{'before' if day < published else 'after'} {describe_day(published)}; please check it."
    )


def doubt_weekday(quote: str, day: date) -> Doubt | None:
    """The doubt that evidence raises which names another weekday than its day had.

    >>> doubt_weekday("KABUL, Monday, July 6, 2021 (Reuters) -", date(2021, 7, 6)).note[:69]
    'The day of publication is in doubt: “KABUL, Monday, July 6, 2021 (Reu'
    """
    for match in DAY.finditer(quote):
        weekday = match["wa"] or match["wb"]
        if weekday is None or (int(match["da"] or match["db"]), month_of(match)) != (day.day, day.month):
            continue
        if WEEKDAYS.index(weekday.lower()) != day.weekday():
            return Doubt(
                f"{DAY_NOTE} is in doubt: “{shorten(quote)}” names a {weekday.capitalize()}, but {describe_day(day)} "
                f"was a {day:%A}; please check it."
            )
    return None


_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(Z\b|[+-]00:?00|UTC|GMT)")
_MAIL_STAMP = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::\d\d)? (?:[+-]0000|GMT|UTC)\b")


def doubt_hour(best: DateEvidence, others: tuple[DateEvidence, ...], text: str) -> Doubt | None:
    """The doubt about a day written in UTC where other evidence, or the weekday the text tells, is the day beside it.

    The day stays as it is written: "2021-07-06T23:30:00Z" is 7 July for a paper in Kabul, and 6 July for one in Lima.
    """
    moment = _read_stamp(best.quote)
    if moment is None or moment.date() != best.day:
        return None
    beside = best.day + timedelta(days=1 if moment.hour >= 12 else -1)
    where = "east" if moment.hour >= 12 else "west"
    said = next((one.quote for one in others if one.day == beside), None)
    if said is None and moment.hour >= 12:
        here, there = (f"{day:%A}" for day in (best.day, beside))
        found = re.search(rf"\bon {there}\b(?! next)", text)
        said = found[0] if found and here not in text and not re.search(rf"\bnext {there}\b", text) else None
    if said is None:
        return None
    return Doubt(
        f"{DAY_NOTE} is kept as it is written, in UTC: at {moment:%H:%M} it was {describe_day(beside)} in places "
        f"farther {where}, as “{shorten(said)}” suggests; please check it."
    )


def _read_stamp(quote: str) -> datetime | None:
    found = _STAMP.search(quote)
    mailed = None if found else _MAIL_STAMP.search(quote)
    try:
        if found:
            return datetime.fromisoformat(f"{found[1]}T{found[2]}:{found[3]}").replace(tzinfo=UTC)
        if mailed and mailed[2].lower() in MONTHS:
            return datetime(
                int(mailed[3]), MONTHS[mailed[2].lower()], int(mailed[1]), int(mailed[4]), int(mailed[5]), tzinfo=UTC
            )
    except ValueError:
        return None  # a stamp with an hour 25 tells no hour
    return None


def _find_past_ahead(days: list[ToldDay], published: date) -> Doubt | None:
    """The latest day after publication on which something is told to have happened."""
    latest: tuple[date, ToldDay] | None = None
    for told in days:
        day = _meant(told, published)
        if day is None or day <= published or (told.year is None and (day - published).days > _SOON):
            continue
        led = _LED_BY_ON.search(told.before)
        if led is None or (led["the"] and re.match(r"\s\w", told.after)):
            continue  # "on the 9 July bridge"
        if _NOT_SO.search(told.before + told.after):
            continue
        opens = not re.search(r"\w", told.before[: led.start()])
        happened = _HAPPENED.search(told.after if opens else told.before)
        if happened and (latest is None or day > latest[0]):
            latest = day, told
    if latest is None:
        return None
    day, told = latest
    quote = shorten(told.sentence().strip())
    off = (day - published).days
    return Doubt(
        f"{DAY_NOTE} is in doubt: “{quote}” tells as past what lies {off:,} {'day' if off == 1 else 'days'} after "
        f"{describe_day(published)}; please check it.",
        DateEvidence(day, "text", quote, told.span),
    )


def _meant(told: ToldDay, published: date) -> date | None:
    """The day in the year told, else in that of publication or the next one, if its weekday fits."""
    if told.year is not None:
        return told.in_year(told.year)
    if told.era is not None and told.era not in (published.year, published.year + 1):
        return None
    day = nearest_year(told.month, told.day, published)
    return None if day is None or (told.weekday is not None and day.weekday() != told.weekday) else day


def _find_weekday(days: list[ToldDay], published: date) -> Doubt | None:
    """The first "Friday, July 9" without a year that fits neither this year nor those beside it."""
    for told in days:
        if told.weekday is None or told.year is not None or told.era not in (None, published.year, published.year + 1):
            continue
        near = [told.in_year(published.year + step) for step in (-1, 0, 1)]
        if any(day is not None and day.weekday() == told.weekday for day in near):
            continue
        around = range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND)
        fits = [year for year in around if (day := told.in_year(year)) and day.weekday() == told.weekday]
        years = " and ".join(map(str, sorted(fits, key=lambda year: abs(year - published.year))[:2]))
        also = f"; it was so in {years}" if years else ""
        return Doubt(
            f"{DAY_NOTE} is in doubt: “{told.words}” in the text was no {WEEKDAYS[told.weekday].capitalize()} in "
            f"{published.year} or the years beside it{also}; please check it."
        )
    return None


def _find_deadline(days: list[ToldDay], published: date) -> Doubt | None:
    """The first day before publication that is told as still to come."""
    for told in days:
        day = _meant(told, published)
        if day is None or not _SLACK < (published - day).days <= _LATE:
            continue
        if _HAPPENED.search(told.before) or not _AHEAD.search(told.before):
            continue
        if not _LOOKED_BACK.search(told.before + told.after):
            return Doubt(
                f"{DAY_NOTE} is in doubt: “{shorten(told.sentence().strip())}” tells as still to come what lies before "
                f"{describe_day(published)}; please check it."
            )
    return None
