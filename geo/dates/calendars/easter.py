"""Easter of either church, and days that count the weekdays of a month.

Algorithms: the anonymous Gregorian computus for the western Easter, Meeus' Julian one for the eastern.
"""

from __future__ import annotations

from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    >>> easter(2000)
    datetime.date(2000, 4, 23)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian day.

    >>> orthodox_easter(2022), orthodox_easter(2025)
    (datetime.date(2022, 4, 24), datetime.date(2025, 4, 20))
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The nth such weekday of a month, -1 the last; 0 is the day after the first Monday (American polling day)."""
    if which == -1:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    if which == 0:
        return nth_weekday(year, month, 1, 1) + timedelta(days=1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
