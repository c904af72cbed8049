"""Days of the Solar Hijri calendar of Iran and Afghanistan, and Nowruz, its first."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from geo.dates.calendars.naming import build_lookup

# Month -> its Persian names, then the Dari and the Pashto ones.
MONTH_NAMES = {
    "1": "farvardin, farwardin, hamal, wray",
    "2": "ordibehesht, ordibihisht, {s|th}awr, saur, {gh|g}wayay",
    "3": "khordad, khurdad, {j|d}{a|o}w{z|}za, jauza, ghbargolay",
    "4": "tir, {s|}saratan, chungash",
    "5": "mordad, amordad, asad, zmaray",
    "6": "shahrivar, shahriwar, sunb{u|o}l{a|ah|e}, sonb{u|o}l{a|ah|e}, sonbul{a|ah}, wagay",
    "7": "mehr, mi{z|}zan, tala",
    "8": "aban, aqrab, laram",
    "9": "azar, {qa|qo|ka}ws, qaus, lindai",
    "10": "dey, dei, jad{i|di|y}, marghumay",
    "11": "bahman, dal{w|v|wa}, salwagha",
    "12": "esfand, isfand, h{oo|u}t, kab",
}
MONTHS = {spelling: int(month) for spelling, month in build_lookup(MONTH_NAMES).items()}
FIRST_YEAR, LAST_YEAR = 1244, 1503
# Which years of the cycle of 33 have a leap day, by their remainder.
_LEAPS = (1, 5, 9, 13, 17, 22, 26, 30)


def is_leap(year: int) -> bool:
    """Whether Esfand (Hut) of a year has thirty days.

    >>> is_leap(1399), is_leap(1400)
    (True, False)
    """
    return year % 33 in _LEAPS


@lru_cache(maxsize=1)
def _new_years() -> dict[int, date]:
    """The first day of every year known, counted from 1 Farvardin 1400, 21 March 2021."""
    days, day = {}, date(2021, 3, 21)
    for year in range(1400, LAST_YEAR + 2):
        days[year] = day
        day += timedelta(days=366 if is_leap(year) else 365)
    day = days[1400]
    for year in range(1399, FIRST_YEAR - 1, -1):
        day -= timedelta(days=366 if is_leap(year) else 365)
        days[year] = day
    return days


def from_solar(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri date, None when there is no such day.

    Good from 1244 to 1503 (1865 to 2124), by the 33-year cycle of leap years, which agrees with the equinox there.

    >>> from_solar(1400, 4, 14), from_solar(1400, 12, 30)
    (datetime.date(2021, 7, 5), None)
    """
    longest = 31 if month <= 6 else 30 if month < 12 or is_leap(year) else 29
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    before = (month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30
    return _new_years()[year] + timedelta(days=before + day - 1)


def solar_year(day: date) -> int | None:
    """The Solar Hijri year in which a day lies, None outside the years known.

    >>> solar_year(date(2021, 3, 20)), solar_year(date(2021, 3, 21))
    (1399, 1400)
    """
    year = day.year - 621
    starts = _new_years()
    if year not in starts or year - 1 not in starts:
        return None
    return year if starts[year] <= day else year - 1


def nowruz(year: int) -> date:
    """The day on which Iran and Afghanistan keep the new year in a Gregorian year; 21 March outside the years known.

    >>> nowruz(2020), nowruz(2021)
    (datetime.date(2020, 3, 20), datetime.date(2021, 3, 21))
    """
    return _new_years().get(year - 621, date(year, 3, 21))
