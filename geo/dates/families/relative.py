"""What dates mean that count from an anchor: "yesterday", "last week", "three days ago", "that month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.context import Context, Told, shift
from geo.dates.families.week import weekend_near
from geo.dates.rule import Meaning
from geo.dates.values import (
    Reading,
    add_days,
    add_months,
    build_day,
    build_duration,
    build_told,
    build_week,
    build_year,
    interval_of,
)
from geo.dates.words import (
    COUNT_MODS,
    parse_count,
    parse_unit,
    parse_weekday,
)
from geo.model import Interval, TimePrecision

_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
    "tonight": 0, "last night": -1, "last evening": -1, "yesterday evening": -1,
}  # fmt: skip


# "Today's youth", "tomorrow's wars": the present and the future at large, and no day.
_AT_LARGE = re.compile(
    r"'s\s(?:\w+\s)?(?:world|youth|young|society|societies|generations?|standards?|leaders|economy|technology|computers|terms|"
    r"children|soldiers|politics|wars?|warfare|armies|conflicts|generals|elites?|climate|reality|realities|context|age)\b"
)


_PEOPLE_OF = re.compile(
    r"\b(?:people|leaders|children|soldiers|armies|wars?|world|battlefields?|citizens|fighters|weapons|youth) of \Z"
)


def near_day(m: re.Match[str], context: Context) -> Meaning:
    """Today, yesterday, tonight: in a narrative without a publication day "today" is the present."""
    word = re.sub(r"\s+", " ", m["word"].lower()).removeprefix("the ")
    anchor = context.now(m.start())
    if (
        m[0][0].isupper()
        and context.clauses.sentence_start(m.start()) < m.start() - 2
        and not m[0].isupper()
        and context.text[m.start() - 1 : m.start()] not in ('"', "`", "\u201c")
    ):
        return None  # "USA Today", "VOA Today"
    of_them = _PEOPLE_OF.search(context.text, max(0, m.start() - 24), m.start())
    if general := of_them or _AT_LARGE.match(context.text, m.end()):
        ref = "PRESENT_REF" if word == "today" else "FUTURE_REF" if word == "tomorrow" else "PAST_REF"
        return Reading(ref, told=False) if word in ("today", "tomorrow", "yesterday") and general else None
    part = "TNI" if word in ("tonight", "last night") else "TEV" if word.endswith("evening") else ""
    if context.mode == "narrative" and word == "today" and context.text[m.end() : m.end() + 2] != "'s":
        return Reading("PRESENT_REF", told=False)
    day = add_days(anchor.day, _DAYS[word]) if anchor.day else None
    if day is None:
        return Reading("XXXX-XX-XX" + part, "TIME" if part else "DATE", told=False)
    return Reading(day.isoformat() + part, "TIME" if part else "DATE")


def near_unit(m: re.Match[str], context: Context) -> Meaning:
    """This, last or next week, month, year, decade, century, weekend."""
    which = re.sub(r"\s+", " ", m["which"].lower())
    letter = parse_unit(m["near"])
    anchor = context.now()
    step = (
        -1
        if which in ("last", "this last", "the previous", "the last", "the preceding")
        else 1
        if which in ("next", "the coming", "the next", "this coming")
        else 0
    )
    if m["near"][0].isupper() and not m[0].isupper():
        return None  # "This Week", the programme
    if which in ("the last", "the past") and re.match(r"\s(?:before|after|of)\b", context.text[m.end() : m.end() + 8]):
        return None  # "the last week before the vote"
    if letter == "WE":
        return weekend_near(anchor, step, m, context)
    if which in ("the last", "the past", "past", "this past") and letter in ("D", "W", "M", "Y", "DE", "CE"):
        return _stretch(1, letter, anchor, back=True)
    if which == "the next" and context.mode == "news":
        return _stretch(1, letter, anchor, back=False)
    if letter == "F":
        return _stretch(2, "W", anchor, back=step < 0)
    if letter == "Q":
        return Reading(shift(anchor, step, "Q"))
    value = shift(anchor, step, letter)
    if letter == "D":
        return Reading(value)
    return Reading(value)


def _stretch(count: float | None, letter: str, anchor: Told, back: bool, mod: str | None = None) -> Reading:
    """So many units up to the anchor, or from it on, as a duration with its days."""
    return Reading(
        build_duration(count, letter), "DURATION", mod, stretch_days(count, letter, anchor.day, back), told=False
    )


def stretch_days(count: float | None, letter: str, here: date | None, back: bool) -> Interval:
    """The days that `count` units before (or after) a day cover; open: 14 days, 8 weeks or months, 10 years."""
    if here is None:
        return interval_of("X")
    open_days = {"D": 14, "N": 14, "W": 56, "M": 245, "Y": 3653, "H": 2, "m": 0, "S": 0}
    unit_days = {
        "D": 1,
        "N": 1,
        "W": 7,
        "F": 14,
        "M": 30.44,
        "Q": 91.3,
        "Y": 365.25,
        "DE": 3652.5,
        "CE": 36525,
        "H": 1 / 24,
        "m": 0,
        "S": 0,
    }
    days = open_days.get(letter, 7305) if count is None else round(count * unit_days.get(letter, 0))
    other = add_days(here, -days if back else days)
    precision: TimePrecision = "days" if days < 100 else "month" if days < 800 else "year"
    first, last = (other, here) if back else (here, other)
    return Interval(first, last, precision)


def ago(m: re.Match[str], context: Context) -> Meaning:
    """N units ago, from publication: as coarse as the unit, since "two weeks ago" is no day."""
    return _away(m, context, context.now(), -1)


def ago_to_the_day(m: re.Match[str], context: Context) -> Meaning:
    """Three weeks ago today, a week ago Monday, a year ago today: that very day."""
    count, letter = parse_count(m["n"]), parse_unit(m["unit"])
    here = context.now().day
    if here is None or count is None or count % 1:
        return Reading("XXXX-XX-XX", told=False)
    if m["fullweekday"]:
        here = add_days(here, -((here.isoweekday() - (parse_weekday(m["fullweekday"]) or 7)) % 7)) or here
    if letter in ("M", "Y"):
        month = add_months(here.year, here.month, -round(count * (12 if letter == "Y" else 1)))
        value = build_day(*month, here.day) if month else None
        return Reading(value) if value else None
    day = add_days(here, -round(count * {"W": 7, "F": 14}.get(letter, 1)))
    return Reading(day.isoformat()) if day else None


def _away(m: re.Match[str], context: Context, anchor: Told, sign: int) -> Meaning:
    count, letter = parse_count(m["n"]), parse_unit(m["unit"])
    mod = COUNT_MODS.get(re.sub(r"\s+", " ", (m["approx"] or "").lower()))
    if context.text[m.end("unit") : m.end("unit") + 6].lower().strip().startswith("or so"):
        mod = "APPROX"
    if letter in ("Y", "Q") and count == 1 and context.quarter and m.start() - context.quarter_at < 1000:
        return Reading(f"{context.quarter[0] + sign:04}-Q{context.quarter[1]}", told=False)
    if letter in ("H", "m", "S") and anchor.day:
        return Reading(
            anchor.day.isoformat() + "TXX", "TIME", mod, Interval(anchor.day, anchor.day, "time"), told=False
        )
    value = shift(anchor, sign * count if count is not None else None, letter)
    days = stretch_days(None, letter, anchor.day, back=sign < 0) if count is None else None
    if count is None and sign < 0 and "where" not in m.groupdict() and letter in "DWMY" and anchor.day:
        return Reading("PAST_REF", mod=mod, interval=days, told=False)
    if count is None and sign > 0:
        return Reading("FUTURE_REF" if anchor.year is None else value, mod=mod, interval=days, told=False)
    return Reading(value, mod=mod, interval=days)


_ALONE = re.compile(r"[.,;:!?)\"']|\s(?:and|in|at|on|when|had|was|were|to|for|by|but|from)\b|\Z")


def later(m: re.Match[str], context: Context) -> Meaning:
    """N units later or earlier than the date told last."""
    words = m["where"].lower()
    sign = 1 if re.match(r"later|after|on\b|hence|from|into|following", words) else -1
    anchor = context.now() if re.match(r"hence|from", words) else context.then(m.start(), parse_unit(m["unit"]))
    if words in ("before", "after") and not _ALONE.match(context.text, m.end()):
        # "Two days before the vote" counts from what may be no date at all; a tale has mostly told it just before.
        near = context.mode == "narrative" and anchor.day and m.start() - anchor.at < 250
        if not near:
            count, letter = parse_count(m["n"]), parse_unit(m["unit"])
            mod = COUNT_MODS.get((m["approx"] or "").lower())
            return (("amount", Reading(build_told(m["n"], count, letter), "DURATION", mod, told=False)),)
    if sign > 0 and context.mode == "news" and anchor.day == context.published and not re.match(r"hence|from", words):
        # Nothing was told that it could count from; it cannot be the future.
        value = build_told(m["n"], parse_count(m["n"]), parse_unit(m["unit"]))
        amount = Reading(value, "DURATION", told=False)
        return (("amount", amount),)
    return _away(m, context, anchor, sign)


def in_time(m: re.Match[str], context: Context) -> Meaning:
    """In two weeks' time, three days from now."""
    return _away(m, context, context.now(), 1)


def after_date(m: re.Match[str], context: Context) -> Meaning:
    """The next day, the following month, the previous year, that day, the same week: from the date told last."""
    which = re.sub(r"\s+", " ", m["which"].lower())
    letter = parse_unit(m["near"])
    anchor = context.then(m.start(), letter)
    if re.search(r"next|following|subsequent|later", which):
        step = 1
    elif re.search(r"previous|preceding|before|prior|last", which):
        step = -1
    else:
        step = 0
    if letter == "WE":
        if anchor.day is None:
            return Reading("XXXX-WXX-WE", told=False)
        return Reading(build_week(anchor.day + timedelta(days=7 * step)) + "-WE")
    if letter == "D" and step == 0 and anchor.day is None and anchor.year is not None:
        return Reading(
            f"{build_year(anchor.year)}-" + (f"{anchor.month:02}-XX" if anchor.month else "XX-XX"), told=False
        )
    if letter == "Y" and step == -1 and context.quarter and m.start() - context.quarter_at < 500:
        return Reading(f"{context.quarter[0] - 1:04}-Q{context.quarter[1]}", told=False)
    return Reading(shift(anchor, step, letter))


def the_day_before(m: re.Match[str], context: Context) -> Meaning:
    """The day before, the day after, the night before, a day earlier."""
    anchor = context.then(m.start(), parse_unit(m["near"]))
    step = -1 if m["side"].lower() in ("before", "earlier", "previously") else 1
    letter = parse_unit(m["near"])
    if letter == "N":
        day = add_days(anchor.day, step) if anchor.day else None
        return Reading(f"{day.isoformat()}TNI" if day else "XXXX-XX-XXTNI", "TIME", told=False)
    return Reading(shift(anchor, step, letter))


def day_around_event(m: re.Match[str], context: Context) -> Meaning:
    """The day after the attack, where the day of the attack was told shortly before; elsewhere no day is known."""
    told = context.told
    if told.day is None or m.start() - told.at > 400:
        return None
    if m.start() - told.at < 24 and re.search(r"\d, \Z", context.text[max(0, m.start() - 3) : m.start()]):
        return None  # "3 November, the day before the attack" is told already
    context.used = "told"
    day = add_days(told.day, -1 if m["side"].lower() == "before" else 1)
    return Reading(day.isoformat()) if day else None


def nth_day(m: re.Match[str], context: Context) -> Meaning:
    """The fifth day of the siege: a day told in the same sentence, else the day that the report or tale has come to."""
    start = context.clauses.sentence_start(m.start())
    told = context.told.day is not None and context.told.at >= start
    if not told and not re.search(r"\b(?:is|was|'s|entered|now) \Z", context.text[max(0, m.start() - 9) : m.start()]):
        return None
    anchor = context.told if told else context.now()
    context.used = "told" if told else context.used
    return Reading(anchor.day.isoformat(), told=False) if anchor.day else None


def within_unit(m: re.Match[str], context: Context) -> Meaning:
    """Earlier this year, later that month, early this week, late last week: part of a unit near the anchor."""
    which = m["which"].lower()
    anchor = (
        context.then(m.start(), parse_unit(m["near"]))
        if re.match(r"that|in the|the same|the", which)
        else context.now()
    )
    letter = parse_unit(m["near"])
    word = m["edge"].lower()
    step = -1 if which == "last" else 1 if which == "next" else 0
    mod = "START" if word.startswith("ear") else "END" if word.startswith("lat") else "MID"
    value = shift(anchor, step, letter)
    days = interval_of(value, mod)
    if step == 0 and anchor.day and days.earliest and days.latest and word in ("earlier", "later"):
        # "Earlier this year" ends, and "later this year" begins, at the anchor itself.
        here = anchor.day
        days = (
            Interval(interval_of(value).earliest, here, days.precision)
            if word == "earlier"
            else Interval(here, interval_of(value).latest, days.precision)
        )
    return Reading(value, mod=mod, interval=days)


_RECURRING = re.compile(
    r"\b(?:times?|days?|man|men|woman|person|part|season|month|word|team|player) of \Z", re.IGNORECASE
)


def the_unit(m: re.Match[str], context: Context) -> Meaning:
    """For the year, so far in the week: the one that the anchor lies in; not "the time of the year"."""
    letter = parse_unit(m["near"])
    if m["near"][0].isupper() or _RECURRING.search(context.text, max(0, m.start() - 12), m.start()):
        return None
    anchor = context.then(m.start(), letter) if context.mode == "narrative" else context.now()
    return Reading(shift(anchor, 0, letter), told=False)


def last_fiscal_year(m: re.Match[str], context: Context) -> Meaning:
    """The latest fiscal year: the one before that of publication."""
    return Reading(shift(context.now(), -1, "Y"), told=False)


def the_edge(m: re.Match[str], context: Context) -> Meaning:
    """The end of the month, the start of the year, year-end: of the unit that the anchor lies in."""
    letter = parse_unit(m["near"])
    word = (m["edge"] or "end").lower()
    which = (m["which"] or "").lower()
    back = which in ("that", "the same") or (which == "the" and context.told_before(m.start(), m.end(), letter))
    anchor = context.then(m.start(), letter) if context.mode == "narrative" or back else context.now()
    step = -1 if which == "last" else 1 if which == "next" else 0
    if word.endswith("half") and letter == "Y" and anchor.year is not None:
        return Reading(f"{build_year(anchor.year + step)}-H{1 if 'first' in word else 2}")
    mod = "START" if re.search("start|beginning|opening|early|turn|first", word) else "MID" if "mid" in word else "END"
    value = shift(anchor, step, letter)
    if "turn" in word and letter == "CE" and anchor.year is not None:
        first = (anchor.year + 100 * step) // 100 * 100
        return Reading(value, mod=mod, interval=Interval(date(first - 3, 1, 1), date(first + 3, 12, 31), "year"))
    return Reading(value, mod=mod)
