"""What named stretches of the calendar mean: seasons, quarters, halves, decades, centuries."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.context import Context
from geo.dates.families.relative import stretch_days
from geo.dates.families.years import full_year, pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_duration, build_year, interval_of, month_end
from geo.dates.words import (
    SEASONS,
    TITLES,
    parse_count,
    parse_month,
    parse_ordinal,
    parse_unit,
)
from geo.model import Interval
from geo.numerals import ONES, TENS


def season_of_year(m: re.Match[str], context: Context) -> Meaning:
    """The spring of 1916, summer 2007, 1982 summer, the winter of 1941-42."""
    context.used = "none"
    return Reading(f"{int(m['year']):04}-{SEASONS[m['season'].lower()]}")


_SEASON_CUE = re.compile(
    r"\b(?:in|by|since|until|during|of|early|late|over|throughout|through|for|spent|mid|each|every|and|or)[ -]"
    r"(?:the )?\Z",
    re.IGNORECASE,
)


_NO_SEASON = re.compile(r"\s(?:of (?!\d{4}|that|the same|this|next|last)|in|to|from|apart|back|water)|-", re.IGNORECASE)


def _is_season(m: re.Match[str], context: Context) -> bool:
    """Whether "fall" and "spring" are the season: not the fall of a city, nor a spring of water."""
    if m["season"].lower() not in ("fall", "spring"):
        return True
    if _NO_SEASON.match(context.text, m.end()):
        return False
    which = m["which"].strip().lower()
    if which not in ("", "the"):
        return True
    cue = _SEASON_CUE.search(context.text, max(0, m.start() - 16), m.start()) is not None
    return (
        cue
        or (m["season"] == "Spring" and context.text[m.end() : m.end() + 10].lower() == " offensive"[:10])
        or (
            m["season"].lower() == "spring"
            and re.match(r"\s(?:offensive|campaign|fighting)", context.text[m.end() : m.end() + 11].lower()) is not None
        )
    )


def season_near(m: re.Match[str], context: Context) -> Meaning:
    """This summer, last winter, the previous spring, the spring: the one nearest to the anchor that fits."""
    which = re.sub(r"\s+", " ", (m["which"] or "").lower().strip())
    anchor = context.then(m.start()) if which.startswith(("the", "that")) else context.now()
    letters = SEASONS[m["season"].lower()]
    token = context.clauses.token_at(m.start("season"))
    if token is None or token.pos_ not in ("NOUN", "PROPN") or not _is_season(m, context):
        return None
    if token.ent_type_ == "PERSON" or (token.i and token.nbor(-1).text in TITLES):
        return None
    if anchor.year is None:
        return Reading(f"XXXX-{letters}", told=False)
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[letters]
    here = anchor.month
    year = anchor.year
    if here is not None:
        if re.search("last|previous|past", which):
            year -= month >= here - (letters != "WI")
        elif re.search("next|coming|following", which):
            year += month <= here
        elif letters == "WI" and here >= 8 and (context.mode == "narrative" or context.future(m.start(), m.end())):
            pass
        elif context.mode == "news" and not which and month > here + 2 and context.past(m.start(), m.end()):
            year -= 1
    return Reading(f"{build_year(year)}-{letters}")


_QUARTERS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": 4,
    "final": 4,
}


def quarter(m: re.Match[str], context: Context) -> Meaning:
    """The third quarter, third-quarter, Q3: of the year named, else the one that has begun last."""
    number = int(m["q"]) if m["q"] else _QUARTERS[m["nth"].lower()]
    year = m["year"] or m["year2"]
    anchor = context.now()
    if year:
        context.used = "none"
        older = anchor.year is not None and context.quarter is not None and int(year) < anchor.year
        return Reading(f"{int(year):04}-Q{number}", told=not older)
    which = (m["which"] or "").lower()
    if anchor.year is None or anchor.month is None:
        return Reading(f"XXXX-Q{number}", told=False)
    here = (anchor.month + 2) // 3
    chosen = anchor.year
    if "last year" in which or "earlier" in which or "ago" in which:
        chosen -= 1
    elif "next year" in which:
        chosen += 1
    elif "this year" not in which and number > here and not context.future(m.start(), m.end()):
        chosen -= 1
    # Last year's quarter, or one to come, is what the quarter reported on is held against.
    return Reading(f"{chosen:04}-Q{number}", told=(anchor.year - 1, here) <= (chosen, number) <= (anchor.year, here))


def _of_months(at: int, context: Context) -> bool:
    """Whether figures told at the offset are those of the half year or nine months named since the last quarter."""
    before = context.text[max(0, at - 600) : at].lower()
    return before.rfind(" months") > before.rfind("quarter")


def the_quarter(m: re.Match[str], context: Context) -> Meaning:
    """The quarter, the latest quarter, the year-ago quarter: from the one told last, else the last that is over."""
    words = m[0].lower()
    base = context.quarter
    if base is None:
        anchor = context.now()
        if anchor.year is None or anchor.month is None:
            return Reading("XXXX-QX", told=False)
        number = (anchor.month - 1) // 3
        base = (anchor.year, number) if number else (anchor.year - 1, 4)
    if re.search(r"year-|a year|last year", words):
        if "quarter" not in words and context.quarter and _of_months(m.start(), context):
            return Reading(f"{base[0] - 1:04}", told=False)
        return Reading(f"{base[0] - 1:04}-Q{base[1]}", told=False)
    return Reading(f"{base[0]:04}-Q{base[1]}", told=False)


def year_quarter(m: re.Match[str], context: Context) -> Meaning:
    """The 1988 quarter, the 1988 period."""
    year = int(m["year"])
    context.used = "none"
    return Reading(f"{year:04}-Q{context.quarter[1]}" if context.quarter else f"{year:04}", told=False)


def fiscal_year(m: re.Match[str], context: Context) -> Meaning:
    """Fiscal 2021, FY21, FY2021/22, the 2020-21 financial year: by the year that gives it its name, the last one."""
    anchor = context.now()
    context.used = "none"
    digits = m["year"] or m["short"] or m["first"]
    if digits is None:
        return None
    year = full_year(digits, anchor.year)
    second = m["second"] or m["until"]
    if second:
        last = full_year(second, year)
        if last != year + 1:
            return None
        days = Interval(date(year, 1, 1), date(last, 12, 31), "year")
        return Reading(f"{last:04}", interval=days, told=False)
    return Reading(f"{year:04}", told=False)


def half(m: re.Match[str], context: Context) -> Meaning:
    """The first half of 2008, the second half of last year."""
    number = int(m["h"]) if m["h"] else 1 if m["which"].lower() == "first" else 2
    near = (m["near"] or "").lower()
    anchor = context.then(m.start(), "Y") if near.startswith(("the", "that")) else context.now()
    year = full_year(m["year"], anchor.year) if m["year"] else anchor.year
    if year is not None and not m["year"]:
        year += 1 if near.startswith("next") else -1 if near.startswith("last") else 0
    return Reading(f"{build_year(year)}-H{number}" if year else f"XXXX-H{number}", told=False)


def decade(m: re.Match[str], context: Context) -> Meaning:
    """The 1980s, the '80s, the nineties, the early 1960s."""
    context.used = "none"
    mod = {"e": "START", "m": "MID", "l": "END"}[m["how"][0].lower()] if m["how"] else None
    if m["full"]:
        return Reading(m["full"][:3], mod=mod)
    if m["short"]:
        return Reading(f"19{m['short'][0]}" if m["short"][0] != "0" else "200", mod=mod)
    return Reading(f"19{TENS[re.sub('ies$', 'y', m['word'].lower())] // 10}", mod=mod)


def century(m: re.Match[str], context: Context) -> Meaning:
    """The 20th century."""
    context.used = "none"
    number = parse_ordinal(m["ordinal"].replace("twenty-first", "21st"))
    return Reading(f"{number - 1:02}") if number else None


def part_of_period(m: re.Match[str], context: Context) -> Meaning:
    """The first ten months of 1915, the last week of August, the first day of July: a stretch with its days."""
    month = parse_month(m["month"]) if m["month"] else None
    if m["year"] or m["alone"]:
        year: int | None = int(m["year"] or m["alone"])
        context.used = "none"
    else:
        year = pick_year(month or 1, 0, context, m.start("month"), m.end("month"))
    count, letter = parse_count(m["n"]) if m["n"] else 1.0, parse_unit(m["unit"])
    value = build_duration(None if m["n"] is None and m["unit"].lower().endswith("s") else count, letter)
    if year is None:
        return Reading(value, "DURATION", told=False)
    named = f"{build_year(year)}-{month:02}" if month else build_year(year)
    context.tell(Reading(named), m.start())
    whole = interval_of(named)
    if whole.earliest is None or whole.latest is None:
        return Reading(value, "DURATION", told=False)
    late = m["edge"].lower() in ("last", "final", "closing")
    if letter == "D" and count == 1 and not m["unit"].lower().endswith("s"):
        return Reading((whole.latest if late else whole.earliest).isoformat())
    part = stretch_days(count, letter, whole.latest if late else whole.earliest, back=late)
    first, last = max(whole.earliest, part.earliest or whole.earliest), min(whole.latest, part.latest or whole.latest)
    if count is not None and letter in ("D", "W", "F") and (last - first).days:
        first, last = (first + timedelta(days=1), last) if late else (first, last - timedelta(days=1))
    elif count is not None and letter == "M" and month is None and 1 <= count <= 12:
        first = date(year, 13 - round(count), 1) if late else first
        last = last if late else month_end(year, round(count))
    return Reading(value, "DURATION", None, Interval(first, last, part.precision), told=False)


def month_of_spelt_year(m: re.Match[str], context: Context) -> Meaning:
    """January nineteen ninety-seven, the winter of nineteen ninety-four."""
    year = spelt_year(m, context)
    if not isinstance(year, Reading):
        return None
    month = parse_month(m["month"]) if m["month"] else None
    return Reading(f"{year.value}-{month:02}" if month else f"{year.value}-{SEASONS[m['season'].lower()]}")


def spelt_year(m: re.Match[str], context: Context) -> Meaning:
    """Nineteen ninety-four, two thousand and eight, as broadcasts are written down."""
    context.used = "none"
    words = re.sub(r"[\s-]+", " ", m["spelt"].lower())
    if words.startswith("two thousand"):
        rest = parse_count(words.removeprefix("two thousand").removeprefix(" and").strip() or "zero") or 0
        return Reading(f"{2000 + int(rest):04}")
    first, rest_words = words.split(" ", 1)
    rest = parse_count(rest_words) or 0
    return Reading(f"{(ONES.index(first) if first in ONES else 20) * 100 + int(rest):04}")
