"""Rules for named stretches of the calendar: seasons of a year, quarters, halves, decades, centuries, weekends, feasts, clock times, and the vague words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.calendars import (
    EASTER_DAYS,
    FIXED_DAYS,
    ISLAMIC_DAYS,
    ISLAMIC_MONTHS,
    NTH_DAYS,
    easter,
    from_islamic,
    islamic_year,
    nth_weekday,
)
from geo.dates.context import Context
from geo.dates.explicit import pick_year
from geo.dates.rule import Meaning, Rule
from geo.dates.values import Reading, build_week
from geo.dates.words import (
    FUTURE_WORDS,
    ONES,
    PARTS_OF_DAY,
    PAST_WORDS,
    PRESENT_WORDS,
    SEASONS,
    TENS,
    alternatives,
    parse_count,
    parse_ordinal,
)
from geo.model import Interval

_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def season_of_year(m: re.Match[str], context: Context) -> Meaning:
    """The spring of 1916, summer 2007, 1982 summer, the winter of 1941-42."""
    context.used = "none"
    return Reading(f"{int(m['year']):04}-{SEASONS[m['season'].lower()]}")


def quarter(m: re.Match[str], context: Context) -> Meaning:
    """The third quarter, third-quarter, Q3: of the year named, else the one that has begun last."""
    number = int(m["q"]) if m["q"] else _QUARTERS[m["nth"].lower()]
    year = m["year"] or m["year2"]
    if year:
        context.used = "none"
        return Reading(f"{int(year):04}-Q{number}")
    which = (m["which"] or "").lower()
    anchor = context.now()
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
    return Reading(f"{chosen:04}-Q{number}")


def the_quarter(m: re.Match[str], context: Context) -> Meaning:
    """The quarter, the latest quarter, the year-ago quarter: from the quarter told last, else the last one that is over."""
    words = m[0].lower()
    base = context.quarter
    if base is None:
        anchor = context.now()
        if anchor.year is None or anchor.month is None:
            return Reading("XXXX-QX", told=False)
        number = (anchor.month - 1) // 3
        base = (anchor.year, number) if number else (anchor.year - 1, 4)
    if re.search(r"year-|a year|last year", words):
        return Reading(f"{base[0] - 1:04}-Q{base[1]}", told=False)
    return Reading(f"{base[0]:04}-Q{base[1]}", told=False)


def year_quarter(m: re.Match[str], context: Context) -> Meaning:
    """The 1988 quarter, the 1988 period."""
    year = int(m["year"])
    context.used = "none"
    return Reading(f"{year:04}-Q{context.quarter[1]}" if context.quarter else f"{year:04}", told=False)


def half(m: re.Match[str], context: Context) -> Meaning:
    """The first half of 2008, the second half of last year."""
    number = 1 if m["which"].lower() in ("first",) else 2
    year = int(m["year"]) if m["year"] else context.now().year
    return Reading(f"{year:04}-H{number}" if year else f"XXXX-H{number}", told=False)


def decade(m: re.Match[str], context: Context) -> Meaning:
    """The 1980s, the '80s, the nineties, the early 1960s."""
    context.used = "none"
    if m["full"]:
        return Reading(m["full"][:3])
    if m["short"]:
        return Reading(f"19{m['short'][0]}" if m["short"][0] != "0" else "200")
    return Reading(f"19{TENS[re.sub('ies$', 'y', m['word'].lower())] // 10}")


def century(m: re.Match[str], context: Context) -> Meaning:
    """The 20th century."""
    context.used = "none"
    number = parse_ordinal(m["ordinal"].replace("twenty-first", "21st"))
    return Reading(f"{number - 1:02}") if number else None


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


def the_weekend(m: re.Match[str], context: Context) -> Meaning:
    """The weekend: the last one in news, or the next where the clause looks ahead."""
    anchor = context.now()
    if anchor.day is None:
        return Reading("XXXX-WXX-WE", told=False)
    day = anchor.day
    ahead = context.future(m.start(), m.end()) or day.isoweekday() >= 6
    return Reading(build_week(day if ahead else day - timedelta(days=7)) + "-WE")


def feast(m: re.Match[str], context: Context) -> Meaning:
    """Christmas, Good Friday, Thanksgiving, Nowruz, Eid: the day in the year named, else in the one that the anchor gives."""
    name = re.sub(r"\s+", " ", m["feast"].lower())
    eve = (m["eve"] or "").strip().lower()
    year = int(m["year"]) if m["year"] else None
    anchor = context.now()
    if year is None and anchor.year is None:
        return Reading("XXXX-XX-XX", told=False)
    if year is None:
        probe = _feast_day(name, anchor.year or 2000)
        year = pick_year(probe.month, probe.day, context, m.start(), m.end())
        past = context.published and context.mode == "news" and year and _feast_day(name, year) > context.published
        if (
            past
            and year
            and not context.future(m.start(), m.end())
            and (_feast_day(name, year) - (context.published or date.min)).days > 60
        ):
            year -= 1
    if year is None:
        return Reading("XXXX-XX-XX", told=False)
    day = _feast_day(name, year) - timedelta(days=1 if eve == "eve" else 0)
    if eve == "week":
        return Reading(build_week(day))
    if name in ISLAMIC_DAYS:
        length = ISLAMIC_DAYS[name][2]
        return Reading(
            day.isoformat(), interval=Interval(day - timedelta(days=1), day + timedelta(days=length), "days")
        )
    return Reading(day.isoformat())


def _feast_day(name: str, year: int) -> date:
    """The feast's (first) day in a year."""
    if name in FIXED_DAYS:
        return date(year, *FIXED_DAYS[name])
    if name in EASTER_DAYS:
        return easter(year) + timedelta(days=EASTER_DAYS[name])
    if name in NTH_DAYS:
        return nth_weekday(year, *NTH_DAYS[name])
    month, day, _ = ISLAMIC_DAYS[name]
    start = islamic_year(date(year, 1, 1))
    return next(
        d for y in (start, start + 1, start + 2) if (d := from_islamic(y, month, day)).year == year or y == start + 2
    )


def islamic_month(m: re.Match[str], context: Context) -> Meaning:
    """Ramadan, 12 Ramadan 1442: the month or the day, a day either way left open."""
    month = ISLAMIC_MONTHS[re.sub(r"\s+", " ", m["moon"].lower())]
    day = int(re.sub(r"\D", "", m["d"])) if m["d"] else None
    said = int(m["y"]) if m["y"] else None
    anchor = context.now()
    if said and said > 1900:
        year = islamic_year(date(said, 7, 1))
        year = min((year - 1, year, year + 1), key=lambda y: (from_islamic(y, month, 15).year != said, abs(y - year)))
    elif said:
        year = said
    elif anchor.day or anchor.year:
        here = anchor.day or date(anchor.year or 2000, anchor.month or 6, 15)
        year = islamic_year(here)
        years = (year - 1, year, year + 1)
        future = context.future(m.start(), m.end())
        fit = [
            y
            for y in years
            if (from_islamic(y, month, 1) >= here) == future or abs((from_islamic(y, month, 15) - here).days) < 45
        ]
        year = min(fit or years, key=lambda y: abs((from_islamic(y, month, 15) - here).days))
    else:
        return Reading("XXXX-XX", told=False)
    first = from_islamic(year, month, 1)
    if day is None:
        last = first + timedelta(days=29)
        middle = first + timedelta(days=15)
        return Reading(
            f"{middle.year:04}-{middle.month:02}",
            "DATE",
            None,
            Interval(first - timedelta(days=1), last + timedelta(days=1), "month"),
            told=False,
        )
    if not 1 <= day <= 30:
        return Reading("XXXX-XX-XX", told=False)
    at = first + timedelta(days=day - 1)
    return Reading(at.isoformat(), interval=Interval(at - timedelta(days=1), at + timedelta(days=1), "days"))


def clock(m: re.Match[str], context: Context) -> Meaning:
    """5 p.m., 19:00, midnight: on the day told last, or the day of publication."""
    hhmm = parse_clock(m["clock"])
    if hhmm is None or (
        re.fullmatch(r"noon|midnight|midday", m["clock"].lower())
        and re.match(r"-", context.text[m.end() : m.end() + 1])
    ):
        return None
    anchor = context.then(m.start())
    day = (
        anchor.day.isoformat()
        if anchor.day and (context.mode == "narrative" or m.start() - anchor.at < 600 or anchor is not context.told)
        else "XXXX-XX-XX"
    )
    return Reading(f"{day}T{hhmm}", "TIME", told=False)


def parse_clock(words: str) -> str | None:
    """A time of day as HH:MM.

    >>> parse_clock("5:30pm"), parse_clock("9 a.m."), parse_clock("0530 hrs"), parse_clock("noon"), parse_clock("12 a.m.")
    ('17:30', '09:00', '05:30', '12:00', '00:00')
    """
    words = words.lower().strip()
    if words in ("noon", "midday", "midnight"):
        return "24:00" if words == "midnight" else "12:00"
    digits = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?", words)
    if digits is None:
        return None
    hour, minute = int(digits[1]), int(digits[2] or 0)
    if re.search(r"p\.?m", words) and hour < 12:
        hour += 12
    if re.search(r"a\.?m", words) and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def bare_part(m: re.Match[str], context: Context) -> Meaning:
    """During the night, overnight, in the morning, at dawn: of the day told last. A night after a morning is the one before it."""
    word = m["pod"].lower()
    anchor = context.then(m.start())
    part = PARTS_OF_DAY[word]
    day = anchor.day
    if day is None:
        return Reading(f"XXXX-XX-XXT{part}", "TIME", told=False)
    if part == "NI" and (
        (context.told.part in ("MO", "DA") and m.start() - context.told.at < 250)
        or (word == "overnight" and context.mode == "news")
    ):
        day -= timedelta(days=1)
    return Reading(f"{day.isoformat()}T{part}", "TIME", told=False)


def present(m: re.Match[str], context: Context) -> Meaning:
    """Now, currently, these days."""
    word = m[0].lower()
    if word == "now" and re.match(r"[- ](?:that|defunct|famous)\b", context.text[m.end() : m.end() + 9].lower()):
        return None
    here = context.published if context.mode == "news" else None
    context.used = "published" if here else "none"
    return Reading("PRESENT_REF", interval=Interval(here, here, "days") if here else None, told=False)


def past_vague(m: re.Match[str], context: Context) -> Meaning:
    """Recently, in the past."""
    here = context.published if context.mode == "news" else None
    context.used = "published" if here else "none"
    return Reading("PAST_REF", interval=Interval(None, here, "unknown"), told=False)


def future_vague(m: re.Match[str], context: Context) -> Meaning:
    """The future, soon."""
    word = m[0].lower()
    if word in ("soon", "shortly", "future") and (
        (context.mode == "narrative" and word != "future")
        or re.match(
            r" (?:after|before|as|thereafter|afterwards?|followed|became)\b", context.text[m.end() : m.end() + 12]
        )
    ):
        return None
    if word in ("soon", "shortly") and not context.future(m.start(), m.end()):
        return None
    here = context.published if context.mode == "news" else None
    context.used = "published" if here else "none"
    return Reading("FUTURE_REF", interval=Interval(here, None, "unknown"), told=False)


_FEASTS = alternatives([*FIXED_DAYS, *EASTER_DAYS, *NTH_DAYS, *ISLAMIC_DAYS])
_WHICH = r"(?P<which>(?:of )?(?:this|last|next) year|a year (?:earlier|ago))"

PERIODS = (
    Rule("season of year", r"(?:the )?(?P<season><season:>)(?: of|,)? <year>(?:[-/](?:\d{4}|\d\d)(?!\d))?", season_of_year, key="season"),
    Rule("season of year", r"<year> <season>", season_of_year, key="season"),
    Rule("quarter", rf"(?:the |its |a )?(?:(?P<year>[12]\d{{3}}) |fiscal[- ])?(?:(?P<nth>first|second|third|fourth)(?: fiscal)?[- ]quarter|(?P<q>)(?!))(?:(?: of|,)? (?P<year2>[12]\d{{3}}(?!\d))|(?: of)? {_WHICH})?", quarter, bends=False, key="unit"),
    Rule("quarter figure", r"(?P<which>)(?P<nth>)(?-i:Q)(?P<q>[1-4])(?: (?:of )?(?P<year>[12]\d{3})|(?P<year2>))?", quarter, bends=False, key="figure"),
    Rule("possessive quarter", r"(?P<which>(?:this|last|next) year)'s (?P<nth>first|second|third|fourth)(?: fiscal)? quarter(?P<q>)(?P<year>)(?P<year2>)", quarter, bends=False, key="unit"),
    Rule("the quarter", r"(?:the )?(?:comparable |corresponding )?(?:year-(?:ago|earlier)|latest|most recent)(?: (?:quarter|period|third quarter))|the (?:same )?quarter(?: a year (?:ago|earlier))?|the (?:corresponding|same) (?:quarter|period)(?: a year (?:ago|earlier)| last year| of last year)|year-(?:ago|earlier)", the_quarter, bends=False),
    Rule("year quarter", r"the (?P<year>[12]\d{3}) (?:quarter|period)", year_quarter, bends=False, key="figure"),
    Rule("half", r"(?:the )?(?P<which>first|second|last|latter) half of (?:(?P<year>[12]\d{3})|this year)", half, bends=False, key="figure"),
    Rule("decade", r"(?:the )?(?:(?P<full>1[0-9]\d0|20\d0)'?s|'(?P<short>\d0)s|(?<=the )(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))", decade),
    Rule("century", r"(?:the )?(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|(?:twenty-first|<ordinal:>))[- ]century", century, key="unit"),
    Rule("spelt year", r"(?:the year )?(?P<spelt>(?:nineteen|eighteen|seventeen|twenty)[ -](?:hundred|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)|two thousand(?:(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)(?! (?:years|people|troops|soldiers|men|dollars|percent|of))", spelt_year),
    Rule("weekend", r"(?:the|this) weekend", the_weekend, key="unit"),
    Rule("islamic month", rf"(?:the (?:muslim )?(?:holy |fasting )*month of )?(?:(?P<d>\d{{1,2}}(?:st|nd|rd|th)?)(?: of)? )?(?P<moon>{alternatives(ISLAMIC_MONTHS)})(?:,? (?P<y>[12]\d{{3}}))?", islamic_month),
    Rule("feast", rf"(?P<feast>{_FEASTS})(?P<eve> eve| week)?(?:,? (?:of |in )?<year>)?", feast),
    Rule("clock", r"(?:at )?<clock>(?: \(?<zone:>\)?)?", clock),
    Rule("part of day", r"(?:(?<=during the )|(?<=in the )|(?<=through the )|(?<=throughout the )|(?<=at )|(?<=by )|(?<=before )|(?<=until )|(?<=after )|(?=overnight))<pod>(?!-)", bare_part, key="part of day"),
    Rule("present", alternatives(PRESENT_WORDS), present, bends=False),
    Rule("past", alternatives(PAST_WORDS), past_vague, bends=False),
    Rule("past", r"the past(?=[.,;:!?)\"']| (?:and|but|that|which|has|have|is|was|when|as|for)\b|$)", past_vague, bends=False),
    Rule("future", alternatives(FUTURE_WORDS), future_vague, bends=False),
)  # fmt: skip
