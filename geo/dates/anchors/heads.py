"""The day that the date at the head of a diary's or a day log's entry means, by the entry before it."""

from __future__ import annotations

import re
from datetime import date

from geo.dates.values import add_days, interval_of
from geo.dates.words import parse_weekday


def resolve_head(words: str, value: str, before: date | None, published: date | None) -> date | None:
    """The day at the head of an entry, given its words and the value read from them; None where it stays unknown.

    A head without its year is the day nearest to the entry `before`; a bare weekday is the next one behind that, or,
    in a log that runs backwards from its publication, the last one.

    >>> resolve_head("Thursday", "XXXX-WXX-4", date(1863, 6, 30), None)
    datetime.date(1863, 7, 2)
    """
    read = interval_of(value[:10]).earliest if re.match(r"\d{4}-\d\d-\d\d", value) else None
    if before is None or re.search(r"\d{4}", words):
        return read
    if not re.search(r"\d", words):
        weekday = parse_weekday(words.split()[0])
        if weekday is None:
            return read
        ahead = (weekday - before.isoweekday() - 1) % 7 + 1
        following = add_days(before, ahead)
        return add_days(before, ahead - 7) if published and following and following > published else following
    month_day = re.search(r"-(\d\d)-(\d\d)", value)
    if month_day is None:
        return read
    near = [
        interval_of(f"{year:04}-{month_day[1]}-{month_day[2]}").earliest
        for year in (before.year - 1, before.year, before.year + 1)
    ]
    return min((day for day in near if day), key=lambda day: abs(day - before), default=read)
