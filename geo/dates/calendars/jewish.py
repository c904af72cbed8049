"""Days of the Jewish calendar, reckoned by its fixed rules (Reingold and Dershowitz, Calendrical Calculations).

A Jewish day begins on the evening before the day given here.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from geo.dates.calendars.naming import build_lookup

# Month, counted from Nisan as the calendar does -> its spellings; Adar I and II by name.
MONTH_NAMES = {
    "1": "nis{s|}an",
    "2": "iyar, iyyar",
    "3": "sivan, siwan",
    "4": "tam{m|}uz",
    "5": "av, menachem av",
    "6": "elul",
    "7": "tishr{e|}i, tishrey",
    "8": "{c|}heshvan, marcheshvan, marheshvan",
    "9": "kislev",
    "10": "tevet, tebeth, teveth",
    "11": "sh{e|}vat, shebat",
    "12": "adar, adar i, adar aleph",
    "13": "adar ii, adar sheni, adar bet",
}
MONTHS = {spelling: int(month) for spelling, month in build_lookup(MONTH_NAMES).items()}
_EPOCH = -1373427


def is_leap(year: int) -> bool:
    """Whether a Jewish year has thirteen months.

    >>> is_leap(5782), is_leap(5783)
    (True, False)
    """
    return (7 * year + 1) % 19 < 7


@lru_cache(maxsize=64)
def _new_year(year: int) -> int:
    """The ordinal of 1 Tishrei."""
    return _EPOCH + _elapsed(year) + _delay(year)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + (3 * (day + 1) % 7 < 3)


def _delay(year: int) -> int:
    before, here, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    return 2 if after - here == 356 else 1 if here - before == 382 else 0


def _month_length(year: int, month: int) -> int:
    days = _new_year(year + 1) - _new_year(year)
    if month in (2, 4, 6, 10, 13) or (month == 12 and not is_leap(year)):
        return 29
    if (month == 8 and days not in (355, 385)) or (month == 9 and days in (353, 383)):
        return 29
    return 30


def from_jewish(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Jewish date, months counted from Nisan, None when there is no such day.

    >>> from_jewish(5734, 7, 10), from_jewish(5784, 1, 15)
    (datetime.date(1973, 10, 6), datetime.date(2024, 4, 23))
    """
    last = 13 if is_leap(year) else 12
    if not (3762 <= year <= 9999 and 1 <= month <= last and 1 <= day <= _month_length(year, month)):
        return None
    order = [*range(7, last + 1), *range(1, 7)]
    passed = sum(_month_length(year, m) for m in order[: order.index(month)])
    return date.fromordinal(_new_year(year) + passed + day - 1)


def purim_month(year: int) -> int:
    """The month in which Purim falls: the second Adar of a leap year."""
    return 13 if is_leap(year) else 12


def independence_day(year: int) -> date | None:
    """The day on which Israel keeps its independence: 5 Iyar, moved so that neither it nor its eve touches the Sabbath.

    >>> independence_day(5783), independence_day(5784), independence_day(5781)
    (datetime.date(2023, 4, 26), datetime.date(2024, 5, 14), datetime.date(2021, 4, 15))
    """
    day = from_jewish(year, 2, 5)
    if day is None:
        return None
    # The move from Monday to Tuesday came with the year 5764 (2004).
    moved = {5: -1, 6: -2, 1: 1 if year >= 5764 else 0}.get(day.isoweekday(), 0)
    return date.fromordinal(day.toordinal() + moved)
