"""Rules for dates that name themselves: "5 July 2021", "July 5", "05/07/2021", "1939-45", "12 Ramadan", "the 13th"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from geo.dates.calendars import SOLAR_MONTHS, from_solar
from geo.dates.context import Context
from geo.dates.rule import Meaning, Rule
from geo.dates.values import Reading, build_day, interval_of
from geo.dates.words import alternatives, parse_month, parse_ordinal, parse_weekday
from geo.model import TimeReading

FAR = 9999


def _day_number(word: str) -> int:
    return parse_ordinal(word) or 0


def full_year(digits: str, near: int | None) -> int:
    """The year that two digits mean: the one nearest to `near`, twenty years ahead at most.

    >>> full_year("89", 1989), full_year("'21", 2021), full_year("02", 1998)
    (1989, 2021, 2002)
    """
    number = int(digits.strip("'"))
    if len(digits.strip("'")) == 4:
        return number
    near = near or date.today().year
    year = near - near % 100 + number
    return year - 100 if year > near + 20 else year + 100 if year < near - 79 else year


_BY = re.compile(r"\b(?:by|until|through|till|before|ahead of) (?:the |early |late |mid-?)*\Z", re.IGNORECASE)


def pick_year(month: int, day: int, context: Context, at: int, end: int) -> int | None:
    """The year of a day or month (day 0) that is named without one.

    News: the publication year; the year before where the month lies ahead and the clause is past, the year after where
    it is over and the clause looks ahead. Narratives: the last year told; the next one when the tale has moved past New Year.
    """
    anchor = context.now()
    if anchor.year is None:
        return None
    if context.mode == "news" and context.published is not None:
        today = context.published
        gap = (
            (month - today.month)
            if day == 0 or month != today.month
            else (1 if day > today.day else -1 if day < today.day else 0)
        )
        far = month - today.month
        future = context.future(at, end)
        if gap < 0 and future and far < 0:
            return today.year + 1
        if gap > 0 and not future and ((far > 3 and context.past(at, end)) or far >= 6):
            return today.year - 1
        if far <= -6 and _BY.search(context.text, max(0, at - 24), at):
            return today.year + 1
        return today.year
    if year := _tale_year(month, context, at):
        return year
    if anchor.month is None:
        return anchor.year
    moved = month - anchor.month
    return anchor.year + 1 if moved <= -8 else anchor.year - 1 if moved >= 11 else anchor.year


def _tale_year(month: int, context: Context, at: int) -> int | None:
    """A narrative's year for a month: a year told in passing does not break the run of months."""
    told, full = context.told, context.full
    if context.aside.year is not None and context.clauses.sentence_start(at) <= context.aside.at:
        return context.aside.year
    if told.year is None or told.month is not None or full.month is None or full.year is None:
        return None
    if context.clauses.sentence_start(at) <= told.at or context.opens_sentence(told.at):
        return None
    return full.year if 0 <= month - full.month <= 6 else None


def _build(year: int | None, month: int, day: int) -> Reading | None:
    """A day's reading: XXXX without a year, a marked unknown where the month has no such day."""
    if year is None:
        known = 1 <= day <= monthrange(2000, month)[1]
        return Reading(f"XXXX-{month:02}-{day:02}" if known else f"XXXX-{month:02}-XX", told=False)
    value = build_day(year, month, day)
    if value is None:
        return Reading(f"{year:04}-{month:02}-XX", interval=interval_of("XXXX"), told=False)
    return Reading(value)


def full_date(m: re.Match[str], context: Context) -> Meaning:
    """Day, month and year. A weekday that does not fit the date is kept as told, the date rules."""
    context.used = "none"
    month = parse_month(m["month"])
    if month is None:
        return None
    return _build(full_year(m["year"], context.now().year), month, _day_number(m["day"]))


def day_of_month(m: re.Match[str], context: Context) -> Meaning:
    """Day and month, the year from the anchor, or from the weekday that stands with it."""
    month, day = parse_month(m["month"]), _day_number(m["day"])
    if month is None:
        return None
    year = pick_year(month, day, context, m.start("month"), m.end("month"))
    weekday = parse_weekday(m["weekday"]) if "weekday" in m.groupdict() and m["weekday"] else None
    if weekday and year:
        years = [
            y
            for y in (year, year - 1, year + 1)
            if (v := build_day(y, month, day)) and date.fromisoformat(v).isoweekday() == weekday
        ]
        year = years[0] if years else year
    return _build(year, month, day)


def relative_year(m: re.Match[str], context: Context) -> Meaning:
    """A day or month with "this year", "last year", "of that year", "of the same year"."""
    words = m["which"].lower()
    deictic = words.split()[0] in ("this", "last", "next")
    anchor = context.now() if deictic else context.then(m.start())
    month = parse_month(m["month"])
    if month is None:
        return None
    day = _day_number(m["day"]) if m["day"] else 0
    if anchor.year is None:
        return Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), told=False)
    step = (
        -1
        if re.match("last|the previous|the preceding", words)
        else 1
        if re.match("next|the (following|next)", words)
        else 0
    )
    year = anchor.year + step
    return _build(year, month, day) if day else Reading(f"{year:04}-{month:02}")


def month_and_year(m: re.Match[str], context: Context) -> Meaning:
    """Month and year."""
    month = parse_month(m["month"])
    context.used = "none"
    if month is None or int(m["year"]) < 1:
        return None
    return Reading(f"{int(m['year']):04}-{month:02}")


def iso_date(m: re.Match[str], context: Context) -> Meaning:
    """2021-07-05, with or without a time."""
    context.used = "none"
    reading = (
        _build(int(m["year"]), int(m["mm"]), int(m["dd"]))
        if 1 <= int(m["mm"]) <= 12
        else Reading(f"{m['year']}-XX-XX", interval=interval_of("X"), told=False)
    )
    if reading and m["hh"] and int(m["hh"]) < 25 and "X" not in reading.value:
        return Reading(f"{reading.value}T{m['hh']}:{m['mi']}", "TIME")
    return reading


def numeric_date(m: re.Match[str], context: Context) -> Meaning:
    """5/7/2021: by the article's other dates, or by what alone can be, else day first and marked as open."""
    a, b, year = int(m["a"]), int(m["b"]), full_year(m["y"], context.now().year)
    context.used = "none"
    day_first = _build(year, b, a) if 1 <= b <= 12 and build_day(year, b, a) else None
    month_first = _build(year, a, b) if 1 <= a <= 12 and build_day(year, a, b) else None
    if day_first is None and month_first is None:
        if not (0 < a < 60 and 0 < b < 60):
            return None
        return Reading(f"{year:04}-XX-XX", interval=interval_of("X"), told=False) if len(m["y"]) == 4 else None
    if day_first is None or month_first is None or day_first.value == month_first.value:
        return day_first or month_first
    first, second = (month_first, day_first) if context.day_first is False else (day_first, month_first)
    if context.day_first is not None:
        return first
    if context.published and abs((date.fromisoformat(second.value) - context.published).days) < 8 < abs(
        (date.fromisoformat(first.value) - context.published).days
    ):
        first, second = second, first
    other = "month first" if second is month_first else "day first"
    return Reading(
        first.value, alternatives=(TimeReading(second.value, interval_of(second.value), f"written {other}"),)
    )


def bare_year(m: re.Match[str], context: Context) -> Meaning:
    """Four digits that are a year, not a count of people or things."""
    year = int(m["year"])
    if not 1000 <= year < 2200:
        return None
    before = context.text[max(0, m.start() - 14) : m.start()].lower()
    after = context.text[m.end() : m.end() + 24]
    if re.match(
        r"[,.]\d{3}|%|[ -]?(?:percent|per cent|km|kg|mm|hp|m\b|metres|meters|miles|feet|troops|people|soldiers|dollars|tons|tonnes|points|men\b|GMT|hours|hrs|UTC)",
        after,
    ):
        return None
    if re.search(
        r"(?:[$£€#№]|no\.?|resolution|flight|page|boeing|orion|room|unit|brigade|battalion|division|regiment|version|order|chapter|apartment|square|number|channel|gate|highway|route|section|article|than|nearly|almost|least|of around|of about|about|over|some|approximately|to around|total of|rs\.?|usd?)[ ]?$",
        before,
    ) and not re.search(r"(?:around|in|about)[ ]$", before):
        return None
    if re.match(r" [A-Z]\w+ (?:Street|Road|Avenue|Lane|Drive|Boulevard)\b", context.text[m.end() : m.end() + 40]):
        return None
    first = context.clauses.token_at(m.start())
    if first is not None and _counts(first, before):
        return None
    context.used = "none"
    return Reading(f"{year:04}")


def _counts(token, before: str) -> bool:  # type: ignore[no-untyped-def]
    """Whether the parse takes the number for a count of the plural noun behind it ("1600 soldiers")."""
    head = token.head
    if re.search(
        r"\b(?:in|since|by|until|till|during|from|of|the|early|late|mid-?|and|to|year|spring|summer|autumn|fall|winter)[ -]$",
        before,
    ):
        return re.search(r"\b(?:from|of|by|to|and)[ ]$", before) is not None and _plural_next(token)
    return (
        token.dep_ == "nummod" and head.i > token.i and head.tag_ == "NNS" and head.i - token.i <= 2
    ) or _plural_next(token)


def _plural_next(token) -> bool:  # type: ignore[no-untyped-def]
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ == "NNS"


def bare_month(m: re.Match[str], context: Context) -> Meaning:
    """A month alone; "May" and "March" only where a preposition or the model takes them for a month."""
    month = parse_month(m["month"])
    word = m["month"]
    if month is None or (len(word) <= 4 and not word.endswith(".") and word.lower() not in ("may", "june", "july")):
        return None
    before = context.text[max(0, m.start() - 16) : m.start()].lower()
    cue = re.search(
        r"(?:^|\b)(?:in|by|since|until|till|of|last|this|next|early|late|mid|through|from|to|before|after|during|between|until|each|every|and|late in|early in)[ -]+$",
        before,
    )
    cue = cue or ("which" in m.groupdict() and m["which"])  # type: ignore[assignment]
    token = context.clauses.token_at(m.start("month"))
    if token is not None and (word.rstrip(".").lower() in ("may", "march", "mar") or word.isupper() or len(word) < 5):
        if not cue or token.pos_ in ("AUX", "VERB"):
            return None
        if word.rstrip(".").lower() == "march" and re.search(r"(?:the|a) $", before):
            return None
    elif token is not None and not cue and token.ent_type_ in ("PERSON", "GPE", "ORG", "FAC"):
        return None
    year = pick_year(month, 0, context, m.start("month"), m.end("month"))
    if "which" in m.groupdict() and m["which"] and year is not None:
        year = _nearest_month(m["which"].lower(), month, context) or year
    if year is None:
        return Reading(f"XXXX-{month:02}", told=False)
    return Reading(f"{year:04}-{month:02}")


def _nearest_month(which: str, month: int, context: Context) -> int | None:
    """The year of "last April", "next April", "this April"."""
    anchor = context.now()
    if anchor.year is None:
        return None
    here = anchor.month or (12 if which.startswith("next") else 1)
    if re.match("this|the same", which):
        return anchor.year
    if re.match("next|the (following|next)|the coming|this coming", which):
        return anchor.year + (month <= here)
    return anchor.year - (month >= here)


def year_range(m: re.Match[str], context: Context) -> Meaning:
    """1939-45, 1939-1945, 1939/40: both years."""
    first, second = int(m["first"]), m["second"]
    last = int(m["first"][: 4 - len(second)] + second)
    if not (1000 <= first < last < 2200 and last - first < 120):
        return None
    context.used = "none"
    return ("first", Reading(f"{first:04}")), ("second", Reading(f"{last:04}"))


def day_range(m: re.Match[str], context: Context) -> Meaning:
    """5-7 July, July 5-7, May 4 and 5: both days."""
    month = parse_month(m["month"])
    if month is None:
        return None
    first, last = _day_number(m["first"]), _day_number(m["second"])
    if m["year"]:
        year: int | None = int(m["year"])
        context.used = "none"
    else:
        year = pick_year(month, last, context, m.start("month"), m.end("month"))
    one, two = _build(year, month, first), _build(year, month, last)
    if one is None or two is None:
        return None
    return ("one", one), ("two", two)


def cross_range(m: re.Match[str], context: Context) -> Meaning:
    """26 June - 4 August 1952, March to May 2019, March 19-April 30: the first date shares the year of the second."""
    months = parse_month(m["month"]), parse_month(m["m2"])
    if None in months:
        return None
    first, last = _range_days(m)
    if m["year"]:
        year: int | None = int(m["year"])
        context.used = "none"
    else:
        year = pick_year(months[1] or 1, last, context, m.start("m2"), m.end("m2"))
    found = []
    for group, month, day in (("one", months[0] or 1, first), ("two", months[1] or 1, last)):
        at = None if year is None else year - (group == "one" and (months[0] or 0) > (months[1] or 0))
        if day:
            reading = _build(at, month, day)
            if reading is None:
                return None
        else:
            reading = Reading(f"{at:04}-{month:02}" if at else f"XXXX-{month:02}", told=at is not None)
        found.append((group, reading))
    return tuple(found)


def _range_days(m: re.Match[str]) -> tuple[int, int]:
    """The days of a range from month to month, 0 where only months are told."""
    first, last = (m["d1"] or m["d1b"], m["d2"] or m["d2b"])
    return (_day_number(first) if first else 0, _day_number(last) if last else 0)


def day_alone(m: re.Match[str], context: Context) -> Meaning:
    """ "the 13th", where a month was told not long before."""
    anchor = context.told
    if anchor.year is None or anchor.month is None or m.start() - anchor.at > 1500:
        return None
    token = context.clauses.token_at(m.end() - 1)
    following = context.text[m.end() : m.end() + 1]
    if token is None or (token.dep_ in ("amod", "nummod", "compound") and token.head.i > token.i) or following == "-":
        return None
    if not re.search(
        r"\b(?:on|by|until|from|of|since|to|before|after|and) $",
        context.text[max(0, m.start() - 8) : m.start()].lower(),
    ):
        return None
    context.used = "told"
    return _build(anchor.year, anchor.month, _day_number(m["ordday"]))


def before_christ(m: re.Match[str], context: Context) -> Meaning:
    """480 BC, August 480 BC, the 470s BC, the 5th century BC."""
    context.used = "none"
    number = int(re.sub(r"\D", "", m["num"]))
    month = parse_month(m["month"]) if m["month"] else None
    if m["century"]:
        return Reading(f"BC{number - 1:02}")
    if m["num"].lower().endswith("s"):
        return Reading(f"BC{number // 10:03}")
    season = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}.get(
        (m["season"] or "").lower()
    )
    return Reading(f"BC{number:04}" + (f"-{season}" if season else f"-{month:02}" if month else ""))


def solar_date(m: re.Match[str], context: Context) -> Meaning:
    """A Solar Hijri date as Afghan and Iranian news write it: "14 Saratan 1400"."""
    day = from_solar(int(m["y"]), SOLAR_MONTHS[m["solar"].lower()], int(m["d"]))
    context.used = "none"
    return Reading(day.isoformat()) if day else Reading("XXXX-XX-XX", told=False)


_WEEKDAY = r"(?:(?:on )?<weekday>,? (?:the )?)?"
_OF = r",?(?: of|,)? ?"
_JOIN = r"(?: ?- ?| to | and | or | & | through | until )(?:the )?"
_WHICH = r"(?P<which>this year|last year|next year|(?:that|the same|the following|the next|the previous|the preceding|the current) year)"

EXPLICIT = (
    Rule("iso date", r"(?P<year>[12]\d{3})-(?P<mm>\d\d)-(?P<dd>\d\d)(?:[T ](?P<hh>\d\d):(?P<mi>\d\d)(?::\d\d)?)?", iso_date, key="figure"),
    Rule("iso date with slashes", r"(?P<year>[12]\d{3})(?P<sep>[/.])(?P<mm>\d\d)(?P=sep)(?P<dd>\d\d)(?P<hh>)(?P<mi>)", iso_date, key="figure"),
    Rule("day range before month", rf"(?:between |from )?(?P<one>(?:the )?(?P<first>\d{{1,2}}(?:st|nd|rd|th)?)){_JOIN}(?P<two>(?P<second>\d{{1,2}}(?:st|nd|rd|th)?) (?:of )?<month>(?:,? <year>)?)", day_range, bends=False, key="month"),
    Rule("day range behind month", rf"(?P<one><month> (?P<first>\d{{1,2}}(?:st|nd|rd|th)?)){_JOIN}(?P<two>(?P<second>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d|:| ?[ap]\.?m| (?:<month:>|people|soldiers|civilians|police|others|rebels|militants|were|was|have|of))(?:, ?<year>)?)", day_range, bends=False, key="month"),
    Rule("range from month to month", rf"(?P<one>(?:(?P<d1>\d{{1,2}}(?:st|nd|rd|th)?) (?:of )?)?<month>(?: (?P<d1b>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d))?)(?: ?- ?| to | through | until | and )(?P<two>(?:(?P<d2>\d{{1,2}}(?:st|nd|rd|th)?) (?:of )?)?<month:m2>(?: (?P<d2b>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d))?(?:,? <year>)?)", cross_range, bends=False, key="month"),
    Rule("month day year", rf"{_WEEKDAY}<month> (?:the )?<day>(?:,? | ?, ?|,? of )<year>", full_date, key="month"),
    Rule("day month year", rf"{_WEEKDAY}(?:the )?<day>(?: of | |-)<month>(?:,? | ?, ?|-|,? of |/)(?P<year>[12]\d{{3}}|'\d\d(?!\d))", full_date, key="month"),
    Rule("day month short year", r"(?P<day>\d{1,2})[ -](?P<month>(?-i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[ -](?P<year>\d\d)(?![\d:])", full_date, key="month"),
    Rule("day and relative year", rf"(?:(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?: of | )<month>|<month:m2> (?P<day2>\d{{1,2}}(?:st|nd|rd|th)?)),?(?: of)? {_WHICH}", lambda m, c: relative_year(_Both(m), c)),  # type: ignore[arg-type]
    Rule("month day", rf"{_WEEKDAY}<month> (?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d|:\d|,\d{{3}}|-\d|\.\d| ?(?:%|percent|million))", day_of_month, key="month"),
    Rule("day month", rf"{_WEEKDAY}(?:the )?<day>(?: of | |-)<month>", day_of_month, key="month"),
    Rule("month spelt day", rf"{_WEEKDAY}<fullmonth:month> (?:the )?(?P<day><ordinal:>)", day_of_month, key="month"),
    Rule("spelt day of month", r"(?:the )(?P<weekday>)(?P<day><ordinal:>) (?:day )?of <fullmonth:month>", day_of_month, key="month"),
    Rule("month and relative year", rf"(?P<day>)<month>,?(?: of)? {_WHICH}", relative_year, key="month"),
    Rule("month year", rf"(?:the month of )?<month>{_OF}(?P<year>[12]\d{{3}}(?!\d))", month_and_year, key="month"),
    Rule("numeric date", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3}|\d\d)(?![\d/.-]\d)(?!\d)", numeric_date, key="figure"),
    Rule("solar hijri date", rf"(?P<d>\d{{1,2}})(?: of)? (?P<solar>{alternatives(SOLAR_MONTHS)}),? (?P<y>1[2-5]\d\d)", solar_date, key="figure"),
    Rule("before christ", r"(?:the )?(?:(?:<month>|<season>)(?: of)? )?(?P<num>\d{1,4}(?:s|st|nd|rd|th)?)(?P<century> century)? (?-i:B\.C\.E\.|B\.C\.|B\.C\b|BCE|BC)", before_christ, key="figure"),
    Rule("year range", r"(?P<first>[12]\d{3})(?: ?- ?|/)(?P<second>[12]\d{3}|\d\d)(?![\d-])", year_range, bends=False, key="figure"),
    Rule("relative month", r"(?:in )?(?P<which>last|next|this|this past|this coming|the coming|the previous|the preceding|the following|the next|this last) <month>(?! \d)", lambda m, c: bare_month(m, c), key="month"),
    Rule("day alone", r"the <ordday>", day_alone, key="figure"),
    Rule("year", r"(?:the (?:calendar )?year )?(?P<year>[12]\d{3})(?![\d.,/-]\d)", bare_year, key="figure"),
    Rule("month", r"(?:the month of )?<month>(?! \d)", bare_month, key="month"),
)  # fmt: skip


class _Both:
    """A match in which month and day stand under either of two names."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def __getitem__(self, name: str) -> str | None:
        return self.match[name] or (
            self.match[{"month": "m2", "day": "day2"}[name]] if name in ("month", "day") else None
        )

    def start(self) -> int:
        """Where the match starts."""
        return self.match.start()
