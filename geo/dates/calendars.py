"""Days that move or belong to other calendars: Easter, the Islamic and the Solar Hijri calendar, and fixed days of note.

Islamic dates follow the civil tabular calendar (epoch 16 July 622 Julian), which may lie a day from what a country's
moon sighting declared; the days of Eid that news speaks of are widened by that day. Algorithms: E. M. Reingold and
N. Dershowitz, Calendrical Calculations (tabular Islamic calendar); the anonymous Gregorian computus for Easter.
"""

# ruff: noqa: E501  Tables of words keep to one line a family.

from __future__ import annotations

from datetime import date, timedelta

ISLAMIC_MONTHS = {
    "muharram": 1, "safar": 2, "rabi al-awwal": 3, "rabi al-thani": 4, "jumada al-awwal": 5, "jumada al-thani": 6, "rajab": 7,
    "shaban": 8, "sha'ban": 8, "ramadan": 9, "ramadhan": 9, "ramzan": 9, "shawwal": 10, "dhu al-qadah": 11, "dhu al-qi'dah": 11, "dhu al-hijjah": 12,
    "dhul hijja": 12, "zul hijja": 12, "zilhajj": 12,
}  # fmt: skip
SOLAR_MONTHS = {
    "farvardin": 1, "hamal": 1, "ordibehesht": 2, "sawr": 2, "khordad": 3, "jawza": 3, "tir": 4, "saratan": 4, "mordad": 5, "asad": 5,
    "shahrivar": 6, "sunbula": 6, "sonbola": 6, "mehr": 7, "mizan": 7, "aban": 8, "aqrab": 8, "azar": 9, "qaws": 9, "dey": 10, "jadi": 10,
    "bahman": 11, "dalw": 11, "esfand": 12, "hoot": 12, "hut": 12,
}  # fmt: skip

# Name -> (month, day) of days that stand still.
FIXED_DAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26), "new year's day": (1, 1),
    "new year's eve": (12, 31), "new year": (1, 1), "new years day": (1, 1), "valentine's day": (2, 14), "st. patrick's day": (3, 17), "st patrick's day": (3, 17),
    "april fools' day": (4, 1), "may day": (5, 1), "international workers' day": (5, 1), "victory day": (5, 9), "halloween": (10, 31),
    "armistice day": (11, 11), "remembrance day": (11, 11), "veterans day": (11, 11), "bastille day": (7, 14), "guy fawkes night": (11, 5),
    "all saints' day": (11, 1), "all saints day": (11, 1), "orthodox christmas": (1, 7), "international women's day": (3, 8), "epiphany": (1, 6),
    "nowruz": (3, 21), "nawroz": (3, 21), "newroz": (3, 21), "nowrooz": (3, 21), "norooz": (3, 21), "anzac day": (4, 25),
    "earth day": (4, 22), "human rights day": (12, 10), "nakba day": (5, 15), "land day": (3, 30), "april fool's day": (4, 1),
    "independence day": (7, 4), "the fourth of july": (7, 4), "fourth of july": (7, 4), "australia day": (1, 26), "canada day": (7, 1),
}  # fmt: skip

# Name -> days from (western) Easter Sunday.
EASTER_DAYS = {
    "easter": 0, "easter sunday": 0, "good friday": -2, "easter monday": 1, "palm sunday": -7, "ash wednesday": -46, "maundy thursday": -3,
    "holy thursday": -3, "ascension day": 39, "pentecost": 49, "whit sunday": 49, "whit monday": 50, "mardi gras": -47, "holy saturday": -1,
}  # fmt: skip

# Name -> (month, ISO weekday, which one; -1 the last).
NTH_DAYS = {
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "labor day": (9, 1, 1), "memorial day": (5, 1, -1), "mother's day": (5, 7, 2),
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "presidents day": (2, 1, 3), "columbus day": (10, 1, 2),
    "father's day": (6, 7, 3), "black friday": (11, 5, 4), "super tuesday": (3, 2, 1), "election day": (11, 2, 0),
}  # fmt: skip

# Name -> (Islamic month, day, how many days the feast lasts).
ISLAMIC_DAYS = {
    "eid al-fitr": (10, 1, 3), "eid ul-fitr": (10, 1, 3), "eid-ul-fitr": (10, 1, 3), "eid-al-fitr": (10, 1, 3), "eid el-fitr": (10, 1, 3),
    "eid al-adha": (12, 10, 4), "eid ul-adha": (12, 10, 4), "eid-al-adha": (12, 10, 4), "eid-ul-adha": (12, 10, 4), "eid el-adha": (12, 10, 4),
    "feast of the sacrifice": (12, 10, 4), "ashura": (1, 10, 1), "ashoura": (1, 10, 1), "mawlid": (3, 12, 1), "laylat al-qadr": (9, 27, 1),
    "islamic new year": (1, 1, 1), "arbaeen": (2, 20, 1),
}  # fmt: skip


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


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The nth such weekday of a month, -1 the last; 0 is the one after the month's first Monday (the American polling day)."""
    if which == -1:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    if which == 0:
        return nth_weekday(year, month, 1, 1) + timedelta(days=1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def from_islamic(year: int, month: int, day: int) -> date:
    """The Gregorian day of a date in the tabular Islamic calendar.

    >>> from_islamic(1442, 10, 1)
    datetime.date(2021, 5, 13)
    """
    ordinal = day + 29 * (month - 1) + month // 2 + 354 * (year - 1) + (3 + 11 * year) // 30 + 227014
    return date.fromordinal(ordinal)


def islamic_year(day: date) -> int:
    """The Islamic year that a day lies in."""
    year = int((day.toordinal() - 227015) / 354.36667) + 1
    return year if from_islamic(year, 1, 1) <= day else year - 1


def from_solar(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri date (Iran, Afghanistan), None when there is no such day.

    Good from 1244 to 1503 (1865 to 2124), by the 33-year cycle of leap years.

    >>> from_solar(1400, 4, 14)
    datetime.date(2021, 7, 5)
    """
    if not (1244 <= year <= 1503 and 1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    # Days from 1 Farvardin 1400 (21 March 2021), a leap year being one whose remainder by 33 is in the set.
    leaps = (1, 5, 9, 13, 17, 22, 26, 30)
    low, high = sorted((1400, year))
    passed = sum(366 if y % 33 in leaps else 365 for y in range(low, high))
    start = date(2021, 3, 21) + timedelta(days=passed if year >= 1400 else -passed)
    return start + timedelta(days=(month - 1) * 31 if month <= 7 else 186 + (month - 7) * 30) + timedelta(days=day - 1)
