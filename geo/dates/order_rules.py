"""The rules for dates in rarer orders and spellings, a part of the list in `rules`."""

# ruff: noqa: E501  A rule is one line of a table, however long its pattern.

from __future__ import annotations

import re

from geo.dates.calendars.naming import build_names
from geo.dates.families.explicit import iso_date, numeric_date
from geo.dates.families.orders import (
    FOREIGN_MONTHS,
    ROMAN,
    foreign_date,
    roman_date,
    this_month_day,
    week_of_year,
    weekday_and_day,
    written_date,
)
from geo.dates.rule import Rule

_SHORT = r"(?P<month>(?-i:(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)))"
_ROMAN = "|".join(sorted(ROMAN, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

# What the rules for rare figures look for, together: a text has little of it.
_FIGURES = re.compile(
    r"\d(?:\d{5}[A-Z]? ?[A-Z][A-Za-z]|[A-Z][A-Za-z]{2}\d\d|[./ -] ?[XVI]{1,4}[./ -]|\d{3}[/.-]\d\d?[/.-]\d| ?[/.] \d"
    r"|(?:st|nd|rd|th) (?:of )?(?:inst|ult|prox))"
)
_FOREIGN = re.compile(rf"\d(?:er|º|°|\.)? (?:de |di )?(?:d')?{build_names(FOREIGN_MONTHS.values())}", re.IGNORECASE)
_WEEKS = re.compile(r"(?:[Ww]eek|WEEK) (?:no\.? ?|number )?\d|W\d\d")

ORDERS = (
    Rule("day month year run together", rf"(?P<day>\d{{1,2}}){_SHORT}(?P<year>[12]\d{{3}}|\d\d)(?!\d)", written_date, key=_FIGURES),
    Rule("day month year with slashes", rf"(?P<day>\d{{1,2}})(?P<sep>[/.]){_SHORT}(?P=sep)(?P<year>[12]\d{{3}}|\d\d)(?!\d)", written_date, key="month"),
    Rule("month day year with dashes", r"<month>(?P<sep>[-/])(?P<day>\d{1,2})(?P=sep)(?P<year>[12]\d{3}|\d\d)(?!\d)", written_date, key="month"),
    Rule("year month day", rf"{_YEAR}(?:,? |-)<month>[ -](?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d|:\d|,\d{{3}}|-\d|\.\d| ?(?:%|percent|million))", written_date, key="month"),
    Rule("day with a point", r"(?P<day>\d{1,2})\. <month>,? (?P<year>[12]\d{3})(?!\d)", written_date, key="month"),
    Rule("roman month", rf"(?P<day>\d{{1,2}})(?:[./-] ?(?P<roman>(?-i:{_ROMAN}))[./-] ?| (?P<roman2>(?-i:VIII|VII|XII|III|IV|IX|XI|VI|II)) ){_YEAR}", roman_date, key=_FIGURES),
    Rule("year first in figures", r"(?P<year>(?:19|20)\d\d)(?P<sep>[/.-])(?P<mm>\d{1,2})(?P=sep)(?P<dd>\d{1,2})(?P<hh>)(?P<mi>)(?![\d/.-]\d)", iso_date, key=_FIGURES),
    Rule("numeric date with spaces", r"(?P<a>\d{1,2})(?P<sep> ?[/.] )(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3})(?!\d)", numeric_date, key=_FIGURES),
    Rule("foreign month", rf"(?P<day>\d{{1,2}})(?:er|º|°|\.)?(?: de| di)? (?:d')?(?P<foreign>{build_names(FOREIGN_MONTHS.values())})(?:,?(?: de| del)? (?P<year>(?:19|20)\d\d)(?!\d))?", foreign_date, key=_FOREIGN),
    Rule("week of year", rf"(?:(?:the )?(?:calendar |epidemiological |epi |iso )?week (?:no\.? ?|number )?(?P<week>\d{{1,2}}),? (?:of |in )?(?:the year )?{_YEAR})", week_of_year, key=_WEEKS),
    Rule("week of this year", r"(?:calendar|epidemiological|epi|iso) week (?:no\.? ?|number )?(?P<week>\d{1,2})(?! of| in|-)", week_of_year, key=_WEEKS),
    Rule("week figure", r"(?P<year>(?:19|20)\d\d)[- ]?(?-i:W)(?P<week>\d\d)(?!\d)", week_of_year, key=_WEEKS),
    Rule("week figure", r"(?-i:W)(?P<week>\d\d)[ /-](?P<year>(?:19|20)\d\d)(?!\d)", week_of_year, key=_WEEKS),
    Rule("day of this month", r"(?:the )?(?P<day>\d{1,2}(?:st|nd|rd|th)) (?:of )?(?P<which>instant|inst\.|inst|ultimo|ult\.|ult|proximo|prox\.|prox)", this_month_day, key=_FIGURES),
    Rule("weekday and day", r"<fullweekday>,? the <ordday>(?! of|,? (?:century|day))", weekday_and_day, key=re.compile(r"day,? the \d")),
)  # fmt: skip
