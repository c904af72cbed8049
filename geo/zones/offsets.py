"""What a zone's clocks show on a day: offsets from UTC as values and in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

_NOON = time(12)
_STANDARD_TIME = date(1930, 1, 1)
"""Before it many places kept the sun's own time, and the tables know little of them."""


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def offset_on(zone: str, day: date) -> timedelta | None:
    """How far a zone's clocks are ahead of UTC at noon of `day`; None for days of which no standard time is known."""
    if day < _STANDARD_TIME:
        return None
    return datetime.combine(day, _NOON, _zone(zone)).utcoffset()


def describe_offset(offset: timedelta) -> str:
    """The offset as it is written.

    >>> describe_offset(timedelta(hours=4, minutes=30)), describe_offset(-timedelta(hours=5))
    ('UTC+4:30', 'UTC-5')
    """
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "-"
    return "UTC" if not minutes else f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def describe_zone(zone: str, day: date | None) -> str:
    """A zone by its IANA name, with its offset from UTC on that day where it is known.

    >>> describe_zone("Asia/Kabul", date(2021, 7, 6)), describe_zone("Europe/Kyiv", None)
    ('Asia/Kabul, UTC+4:30', 'Europe/Kyiv')
    >>> describe_zone("Europe/Kyiv", date(2022, 3, 26)), describe_zone("Europe/Kyiv", date(2022, 3, 27))
    ('Europe/Kyiv, UTC+2', 'Europe/Kyiv, UTC+3')
    """
    offset = offset_on(zone, day) if day else None
    return zone if offset is None else f"{zone}, {describe_offset(offset)}"


def keep_same_time(zones: Sequence[str], day: date | None) -> bool:
    """Whether the clocks of all these zones show the same on `day`; of an unknown day nothing can be said.

    >>> both = ("Asia/Gaza", "Asia/Hebron")
    >>> keep_same_time(both, date(2021, 5, 12)), keep_same_time(both, None)
    (True, False)
    """
    if day is None:
        return len(set(zones)) == 1
    offsets = {offset_on(zone, day) for zone in zones}
    return len(offsets) == 1 and None not in offsets
