"""The rules for feasts, days of history and the dates of other calendars, a part of the list in `rules`."""

# ruff: noqa: E501  A rule is one line of a table, however long its pattern.

from __future__ import annotations

import re

from geo.dates.calendars import ethiopian, islamic, jewish, solar
from geo.dates.calendars.calendar_dates import (
    era_year,
    ethiopian_date,
    islamic_date,
    jewish_date,
    solar_date,
    year_with_its_other,
)
from geo.dates.calendars.famous import FIGURES, named_figure
from geo.dates.calendars.feast_names import FEAST_NAMES
from geo.dates.calendars.feasts import feast, sabbath
from geo.dates.calendars.naming import build_key, build_names
from geo.dates.rule import Rule

_D = r"(?P<d>\d{1,2}(?:st|nd|rd|th)?)"
_D2 = r"(?: (?P<d2>\d{1,2}(?:st|nd|rd|th)?)(?=,? [12]\d{3}|[.,;:)]| \(|$))?"
_OF = r"(?: (?:day |night )?of|-)?(?: the month of)? "
_WHICH = r"(?:(?P<which>last|next|this|this past|this coming|the previous|the coming) )?"
_REL = r"(?P<rel>this year|last year|next year)"
_PART = r"(?P<edge>(?:the )?(?:very )?(?:start|beginning|end|middle|first|last|final|closing|opening)(?: (?P<count>\d{1,2}|three|ten|week)(?: days| nights)?| days?| nights?)? of (?:the )?|early (?:in )?|late (?:in )?|mid-)?(?:the (?:(?:muslim|islamic|holy|fasting|lunar) ){0,3}month of )?"
_NTH = r"(?:(?:the )?(?P<nth>eve|first day|second day|third day|fourth day|last day|final day|opening day) of (?:the )?(?:(?:muslim|jewish|christian|islamic|holy|religious|hindu|buddhist) ){0,2}(?:(?:holiday|feast|festival)(?: of)? )?)?"


def _islamic(part: str, names: str) -> str:
    """The pattern of a day or month of the Islamic calendar, with or without what stands before it ("the end of")."""
    return (
        rf"{part}(?:{_D}{_OF}|{_WHICH})(?P<moon>{names})(?: (?P<d2>\d{{1,2}}(?:st|nd|rd|th)?)(?=,? 1[2-5]\d\d))?"
        r"(?:,? (?:of |in )?(?P<y>1[2-5]\d\d|(?:19|20)\d\d|\d{1,4}(?= (?-i:A\.H\.|AH)))(?!\d))?(?: ?(?P<era>(?-i:A\.H\.|AH|H)))?"
        rf"(?: {_REL})?"
    )


_MONTHS = build_key(*(calendar.MONTH_NAMES.values() for calendar in (islamic, solar, ethiopian, jewish)))
_FEASTS = build_key(
    FEAST_NAMES.values(),
    small=r"(?-i:eid|new year|christmas|easter|thanksgiving|election day|independence day|national day|republic day|victory day"
    r"|nowruz|fourth of july|ramadan|lunar new year|martyrs|hajj)",
)
_FIGURES = re.compile(
    r"\d ?(?:AH|A\.H|H\b|SH|AP|HS|BE|B\.E|EC\b|E\.C|\((?:18|19|20))|(?:BE|B\.E\.|Minguo|Juche) (?:year )?\d"
    r"|\b(?:9/11|\d\d?/7|26/11|1[15]-M)\b"
)

CALENDARS = (
    Rule("islamic month", _islamic(_PART, build_names(islamic.MONTH_NAMES[month] for month in ("1", "9"))), islamic_date, key="ramadan"),
    Rule("islamic date", _islamic(r"(?P<edge>)(?P<count>)", build_names(islamic.MONTH_NAMES.values())), islamic_date, key=_MONTHS),
    Rule("solar hijri date", rf"(?:{_D}{_OF})?(?P<solar>{build_names(solar.MONTH_NAMES.values())}){_D2}(?:,? (?P<y>1[2-5]\d\d)(?!\d))?(?: ?(?P<era>(?-i:SH|AP|HS|AHS)))?", solar_date, key=_MONTHS),
    Rule("solar hijri month", rf"(?P<d>)the month of (?P<solar>{build_names(solar.MONTH_NAMES.values())})(?P<d2>)(?:,? (?P<y>1[2-5]\d\d)(?!\d))?", solar_date, key=re.compile("[Tt]he month of ")),
    Rule("ethiopian date", rf"(?:{_D}{_OF})?(?P<eth>{build_names(ethiopian.MONTH_NAMES.values())}){_D2}(?:,? (?P<y>(?:19|20)\d\d)(?!\d))?(?: ?(?P<era>(?-i:E\.C\.|EC|E\.C)))?", ethiopian_date, key=_MONTHS),
    Rule("jewish date", rf"(?:{_D}{_OF})?(?P<jew>{build_names(jewish.MONTH_NAMES.values())}){_D2},? (?P<y>5[67]\d\d)", jewish_date, key=_MONTHS),
    Rule("year of another era", r"(?:(?P<era2>(?-i:BE|B\.E\.|Minguo|Juche))(?: year)? (?P<y2>\d{2,4})|(?:the year )?(?P<y>1[0-5]\d\d|2[45]\d\d|(?:19|20)\d\d|\d{1,3}(?= (?-i:AH|A\.H\.))) ?(?P<era>(?-i:A\.H\.|AHS|AH|H|SH|AP|HS|B\.E\.|BE|E\.C\.|EC)))", era_year, bends=False, key=_FIGURES),
    Rule("year with its other", r"(?P<one>(?P<y>1[34]\d\d)) ?\((?P<two>(?P<y2>(?:18|19|20)\d\d))(?=[)/-])", year_with_its_other, bends=False, key=_FIGURES),
    Rule("day of history", FIGURES, named_figure, bends=False, key=_FIGURES),
    Rule("feast", rf"{_WHICH}{_NTH}(?P<feast>{build_names(FEAST_NAMES.values())})(?P<eve>(?: |-)(?:eve|weekend|week))?(?:,? (?:of |in )?<year>| {_REL})?", feast, key=_FEASTS),
    Rule("sabbath", r"(?-i:Shabbat|Shabbos|the Jewish Sabbath)(?P<eve> eve)?", sabbath, key=re.compile("Shabb|Sabbath")),
)  # fmt: skip
