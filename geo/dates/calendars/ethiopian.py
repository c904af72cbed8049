"""Days of the Ethiopian calendar (Ethiopia, Eritrea), seven to eight years behind the Gregorian."""

from __future__ import annotations

from datetime import date

from geo.dates.calendars.naming import build_lookup

# Month -> its spellings; twelve of thirty days, then Pagume of five or six.
MONTH_NAMES = {
    "1": "mesk{e|a}rem, maskaram",
    "2": "t{e|i}q{e|i}mt, t{e|i}k{e|i}mt, tikimt, tekemt, teqemt",
    "3": "hidar, h{e|i}dar",
    "4": "tahsas, tahisas, tahesas, tahsass",
    "5": "tir, ter, terr, tirr",
    "6": "yekatit, yakatit, lekatit",
    "7": "megabit, maggabit, meggabit",
    "8": "mi{az|yaz|azi}ya, miyazia, miazia, mi{y|}azya",
    "9": "ginbot, genbot, guenbot",
    "10": "sene, sane, senie",
    "11": "hamle, hamlie, hamlay",
    "12": "nehas{e|a|ie|sie}, nahase, nehasse",
    "13": "pag{u|we|o}m{e|en|ay|i}, paguemain",
}
MONTHS = {spelling: int(month) for spelling, month in build_lookup(MONTH_NAMES).items()}
LANDS = frozenset({"ET", "ER"})


def from_ethiopian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Ethiopian date, None when there is no such day.

    >>> from_ethiopian(2013, 2, 24), from_ethiopian(2013, 1, 1), from_ethiopian(2013, 13, 6)
    (datetime.date(2020, 11, 3), datetime.date(2020, 9, 11), None)
    """
    longest = 30 if month <= 12 else 6 if year % 4 == 3 else 5
    if not (1 <= year <= 9000 and 1 <= month <= 13 and 1 <= day <= longest):
        return None
    return date.fromordinal(2796 + 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1)


def ethiopian_year(day: date) -> int:
    """The Ethiopian year in which a day lies.

    >>> ethiopian_year(date(2020, 11, 3)), ethiopian_year(date(2020, 9, 10))
    (2013, 2012)
    """
    year = day.year - 7
    start = from_ethiopian(year, 1, 1) if year >= 1 else None
    return year if start is not None and start <= day else year - 1
