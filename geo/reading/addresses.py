"""Days of publication in what an article is filed under: its address, and the name of its file."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

from geo.model import DateEvidence
from geo.reading.days import build_day, find_days
from geo.reading.months import ALL_MONTHS

FILE_NAME = "the file’s name: "
"""How the quote of such evidence begins: the day in a name may be that of the copy."""

_ARCHIVE = re.compile(r"https?://(?:web\.archive\.org/web/[^/]{1,20}/|archive\.\w{2,5}/[\d.-]{8,20}/)(?=https?:)", re.I)
_NAME = "(?P<n>" + "|".join(sorted(ALL_MONTHS, key=len, reverse=True)) + ")"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_OPEN = r"[/_=-]"
# Tried in this order; the first that gives a day of the calendar decides.
_ADDRESS_DAYS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"{_OPEN}{_YEAR}[/_-](?P<m>\d{{1,2}})[/_-](?P<d>\d{{1,2}})(?=\D|$)",
        rf"{_OPEN}{_YEAR}[/_-]{_NAME}[/_-](?P<d>\d{{1,2}})(?=\D|$)",
        rf"/{_YEAR}/(?P<m>\d\d)(?P<d>\d\d)(?=/|$)",
        rf"/{_YEAR}(?P<m>\d\d)/(?P<d>\d\d)(?=/|$)",
        rf"{_OPEN}{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?=\D|$)",
        rf"{_OPEN}(?P<d>\d{{1,2}})[/_-]{_NAME}[/_-]{_YEAR}(?=\D|$)",
        rf"{_OPEN}(?P<a>\d\d)[/_-](?P<b>\d\d)[/_-]{_YEAR}(?=\D|$)",
    )
)
_ADDRESS_LINE = re.compile(
    r"^[ \t>*(<\[]{0,8}"
    r"(?:(?:source|url|link|via|from|original(?: article)?|read (?:more|online)(?: at)?)[ \t]*:?[ \t]*)?[<(\[]?"
    r"(?P<url>https?://[^\s<>()\[\]]{5,500})[)>\].]*[ \t]*$",
    re.I | re.M,
)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,5}$")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")


def find_url_day(url: str) -> DateEvidence | None:
    """The day in an address such as .../2021/07/06/..., or None; the day on which an archive took a copy is none.

    >>> find_url_day("https://news.example/world/2021/jul/06/a-title").day.isoformat()
    '2021-07-06'
    """
    address = _ARCHIVE.sub("", url, count=1)
    for pattern in _ADDRESS_DAYS:
        for match in pattern.finditer(address):
            day = _matched_day(match.groupdict())
            if day is not None:
                return DateEvidence(day, "url", match.group().strip("/_-="))
    return None


def find_line_address(text: str) -> re.Match[str] | None:
    """The one line of a text that is an address with a day in it and nothing else; None without one or with several.

    >>> find_line_address("Bridge retaken\\nSource: https://news.example/2021/07/06/bridge\\n")["url"]
    'https://news.example/2021/07/06/bridge'
    """
    found = list(islice((line for line in _ADDRESS_LINE.finditer(text) if find_url_day(line["url"])), 2))
    return found[0] if len(found) == 1 else None


def find_name_day(name: str) -> DateEvidence | None:
    """The day in the name of a file, or None; what has no suffix is no file's name.

    >>> find_name_day("sitrep_20210706.pdf").day.isoformat(), find_name_day("sitrep-6-jul-2021.pdf").day.isoformat()
    ('2021-07-06', '2021-07-06')
    """
    suffix = _SUFFIX.search(name)
    if suffix is None:
        return None
    stem = name[: suffix.start()]
    days = [build_day(*map(int, match.groups())) for match in _COMPACT.finditer(stem)]
    days += [day for _, day in find_days(re.sub(r"[_-](?=\D)|(?<=[^\W\d])[_-]|_", " ", stem))]
    found = next((day for day in days if day is not None), None)
    return None if found is None else DateEvidence(found, "metadata", f"{FILE_NAME}{name}")


def _matched_day(parts: dict[str, str | None]) -> date | None:
    year = int(parts["y"] or 0)
    if parts.get("a"):
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None  # the order is not known
        return build_day(year, second, first) if second <= 12 else build_day(year, first, second)
    name = parts.get("n")
    month = ALL_MONTHS[name.lower()] if name else int(parts["m"] or 0)
    return build_day(year, month, int(parts["d"] or 0))
