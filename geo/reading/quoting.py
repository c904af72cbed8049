"""Words of the notes on the day of publication: how they begin, how a day and a quotation are written in them."""

from __future__ import annotations

from datetime import date

DAY_NOTE = "The day of publication"
"""How every note on it begins: those notes go when the reader enters the day."""

_LONGEST = 90


def describe_day(day: date, weekday: bool = False) -> str:
    """A day as notes write it.

    >>> describe_day(date(2021, 7, 6)), describe_day(date(2021, 7, 6), weekday=True)
    ('6 July 2021', 'Tuesday, 6 July 2021')
    """
    words = f"{day.day} {day:%B} {day.year}"
    return f"{day:%A}, {words}" if weekday else words


def shorten(quote: str, longest: int = _LONGEST) -> str:
    """A quotation in one line, cut at a word where it is long.

    >>> shorten("KABUL, July 6\\n(Reuters) -"), shorten("a long line of words", 12)
    ('KABUL, July 6 (Reuters) -', 'a long line …')
    """
    words = " ".join(quote.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"
