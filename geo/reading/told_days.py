"""Days as a text tells them, with their sentences: the day of publication is checked against them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geo.model import Span
from geo.reading.days import build_day
from geo.reading.months import ALL_MONTHS, ANY_MONTH, MONTH, OF, ORDINAL, WEEKDAYS

_WEEKDAY = r"(?:(?P<w{0}>" + "|".join(WEEKDAYS) + r"),?\s+(?:the\s+)?)?"
DAY = re.compile(
    r"(?<![\w/.-])(?:"
    + _WEEKDAY.format("a")
    + r"(?P<da>\d{1,2})"
    + ORDINAL
    + OF
    + r"[ \u00a0]+"
    + ANY_MONTH.format("ma")
    + r"(?:,?[ \u00a0]+(?P<ya>(?:1\d|20)\d\d))?|"
    + _WEEKDAY.format("b")
    + MONTH.format("mb")
    + r"[ \u00a0]+(?P<db>\d{1,2})(?:st|nd|rd|th)?(?:,?[ \u00a0]+(?P<yb>(?:1\d|20)\d\d))?"
    r")(?![\w-]|[.,]\d|:\d)",
    re.I,
)
"""A day of a month with or without its weekday and year, in groups that end in the pattern's letter."""
_MOST_DAYS = 400
"""Days of a text that are looked at: a chronicle of thousands has said what it has to say by then."""
_SENTENCE_REACH = 260
_YEAR = re.compile(r"(?<![\w.,/-])(?:1\d|20)\d\d(?![\w/]|[.,-]\d)")


@dataclass(frozen=True, slots=True)
class ToldDay:
    """A day as the text tells it, with the sentence around it: `before` and `after` it."""

    span: Span
    words: str
    month: int
    day: int
    year: int | None
    weekday: int | None
    before: str
    after: str
    era: int | None
    """The last year that the text has named before: what follows it without a year may be of that year."""

    def in_year(self, year: int) -> date | None:
        """That day of that year, None where the year has none."""
        return build_day(year, self.month, self.day)

    def sentence(self) -> str:
        """The words of its sentence, as far as they were read."""
        return f"{self.before}{self.words}{self.after}"


def month_of(match: re.Match[str]) -> int:
    """The number of the month that a match of DAY names."""
    return ALL_MONTHS[(match["ma"] or match["mb"]).lower()]


def find_told_days(text: str) -> Iterator[ToldDay]:
    """The days that `text` tells, in order, the first few hundred of them.

    >>> [(told.words, told.weekday, told.after) for told in find_told_days("They left on Friday, July 9. It rained.")]
    [('Friday, July 9', 4, '.')]
    """
    years = [(match.start(), int(match[0])) for match in _YEAR.finditer(text)]
    starts = [start for start, _ in years]
    for number, match in enumerate(DAY.finditer(text)):
        if number >= _MOST_DAYS:
            return
        weekday, year = match["wa"] or match["wb"], match["ya"] or match["yb"]
        words = match.group().rstrip(".")  # "on 28 June." ends its sentence
        end = match.start() + len(words)
        before = re.split(r"[.!?](?=\s)|\n", text[max(match.start() - _SENTENCE_REACH, 0) : match.start()])[-1]
        after = re.split(r"(?<=[.!?])(?=\s)|\n", text[end : end + _SENTENCE_REACH])[0]
        yield ToldDay(
            Span(match.start(), end),
            words,
            month_of(match),
            int(match["da"] or match["db"]),
            int(year) if year else None,
            WEEKDAYS.index(weekday.lower()) if weekday else None,
            before,
            after,
            _last_year(years, starts, match.start()),
        )


def _last_year(years: list[tuple[int, int]], starts: list[int], offset: int) -> int | None:
    before = bisect_left(starts, offset)
    return years[before - 1][1] if before else None
