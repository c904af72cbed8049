"""What parts of a day and clock times mean that stand alone: "that night", "this morning", "at dawn", "5 p.m."."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from geo.dates.context import Context
from geo.dates.families.years import full_year, pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, add_days, build_day, interval_of
from geo.dates.words import MONTHS, PARTS_OF_DAY, parse_month, parse_weekday
from geo.model import TimeExpression
from geo.numerals import ONES


def part_of_then(m: re.Match[str], context: Context) -> Meaning:
    """That night, the same evening, the next morning, the previous night: from the date told last."""
    which = re.sub(r"\s+", " ", m["which"].lower())
    anchor = context.then(m.start())
    part = PARTS_OF_DAY[m["pod"].lower()]
    step = 1 if re.search(r"next|following", which) else -1 if re.search(r"previous|preceding|before", which) else 0
    day = add_days(anchor.day, step) if anchor.day else None
    if day is None:
        return Reading(f"XXXX-XX-XXT{part}", "TIME", told=False)
    return Reading(f"{day.isoformat()}T{part}", "TIME")


def part_of_today(m: re.Match[str], context: Context) -> Meaning:
    """This morning, this evening; in a narrative the last day told."""
    anchor = context.now()
    part = PARTS_OF_DAY[m["pod"].lower()]
    day = anchor.day.isoformat() if anchor.day else "XXXX-XX-XX"
    return Reading(f"{day}T{part}", "TIME", told=anchor.day is not None)


_HALF = re.compile(r"\s?(?:-|to|and|until)\s?\d{1,2}(?::\d\d)?\s?([ap]\.?m)\b", re.IGNORECASE)


def clock(m: re.Match[str], context: Context) -> Meaning:
    """5 p.m., 19:00, midnight: on the day told last, or the day of publication."""
    words = m["clock"]
    if not re.search(r"m\b|[a-z]{3}", words.lower()) and (half := _HALF.match(context.text, m.end())):
        words = f"{words} {half[1]}"  # "7:30 to 9:30 p.m."
    hhmm = parse_clock(words)
    if hhmm is None or (
        re.fullmatch(r"noon|midnight|midday", m["clock"].lower())
        and re.match(r"-", context.text[m.end() : m.end() + 1])
    ):
        return None
    if hhmm == "24:00" and is_after(context.text, m.start()):
        hhmm = "00:00"
    if _daily(m, context):
        return Reading(f"XXXX-XX-XXT{hhmm}", "TIME", told=False)
    if context.mode == "news" and m.start() in _line_heads(context.text):
        # The hour at the head of a live blog's entry: of the day last set over the entries, else of publication.
        headed = context.heading or context.published
        context.used = "told" if context.heading else "published" if headed else "none"
        return Reading(f"{headed.isoformat() if headed else 'XXXX-XX-XX'}T{hhmm}", "TIME", told=headed is not None)
    anchor = context.then_day(m.start())
    day = (
        anchor.day.isoformat()
        if anchor.day and (context.mode == "narrative" or m.start() - anchor.at < 600 or anchor is not context.told)
        else "XXXX-XX-XX"
    )
    return Reading(f"{day}T{hhmm}", "TIME", told=False)


_LINE_HEAD = re.compile(
    r"^[ \t*\u2022>-]{0,6}(?P<hour>\d{1,2}[:.]\d\d(?: ?[ap]\.?m\b\.?)?(?: ?\(?[A-Z]{2,4}\b)?)(?=[\s:\u2013\u2014)-]|$)",
    re.MULTILINE,
)


@lru_cache(maxsize=4)
def _line_heads(text: str) -> frozenset[int]:
    """Where hours stand at the heads of lines, as in a live blog; a single one makes no such list."""
    heads = frozenset(found.start("hour") for found in _LINE_HEAD.finditer(text))
    return heads if len(heads) > 1 else frozenset()


_AFTER = re.compile(r"\b(?:after|past) \Z", re.IGNORECASE)


def is_after(text: str, at: int) -> bool:
    """Whether the words at the offset stand behind "after": "after midnight" is the day that midnight begins."""
    return _AFTER.search(text, max(0, at - 6), at) is not None


_HOUR = r"\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?"
_UP_TO = r" ?(?:-|to|until|and|till) ?"
_OPENS = re.compile(
    r"\b(?:opens?|opening hours|hours|curfew|closed|daily|nightly|every (?:day|night|evening)"
    r"|operates?|operating|runs?|visiting|office)"
    rf"(?: (?:is|are|was|were|only|daily)){{0,3}}(?: from| between|:)? (?:{_HOUR}{_UP_TO})?\Z",
    re.IGNORECASE,
)
_EACH_DAY = re.compile(
    rf"(?:{_UP_TO}(?:{_HOUR}|noon|midnight))?,? (?:daily|nightly|every|each|on weekdays|on \w{{3,6}}days|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: to|-| through)|seven days)\b",
    re.IGNORECASE,
)


def _daily(m: re.Match[str], context: Context) -> bool:
    """Whether the hour is that of each day: "open from 9 to 5", "curfew from 8 p.m. to 5 a.m. every night"."""
    opens = _OPENS.search(context.text, max(0, m.start() - 60), m.start()) is not None
    return opens or _EACH_DAY.match(context.text, m.end()) is not None


def parse_clock(words: str) -> str | None:
    """A time of day as HH:MM.

    >>> parse_clock("5:30pm"), parse_clock("0530 hrs"), parse_clock("noon"), parse_clock("12 a.m.")
    ('17:30', '05:30', '12:00', '00:00')
    >>> parse_clock("two in the morning"), parse_clock("3 o'clock in the afternoon"), parse_clock("0300Z")
    ('02:00', '15:00', '03:00')
    """
    words = words.lower().strip()
    if words in ("noon", "midday", "midnight"):
        return "24:00" if words == "midnight" else "12:00"
    digits = re.match(r"(\d{1,2})(?:[:.]?(\d\d))?", words)
    spelt = re.match(r"[a-z]+", words)
    if digits is None and (spelt is None or spelt[0] not in ONES):
        return None
    hour, minute = (int(digits[1]), int(digits[2] or 0)) if digits else (ONES.index(words.split()[0]), 0)
    if re.search(r"p\.?m\b|afternoon|evening", words) and hour < 12:
        hour += 12
    if re.search(r"at night", words) and 6 <= hour <= 12:
        hour = (hour + 12) % 24
    if re.search(r"a\.?m\b|morning", words) and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def night_into_day(m: re.Match[str], context: Context) -> Meaning:
    """Overnight into Tuesday, the night from Saturday to Sunday: the night that ends in that day, and both days."""
    weekday = parse_weekday(m["to"])
    here = context.now().day
    if here is None or weekday is None:
        return (
            ("one", Reading("XXXX-XX-XXTNI", "TIME", told=False)),
            ("three", Reading(f"XXXX-WXX-{weekday}", told=False)),
        )
    future = context.future(m.start("to"), m.end("to"))
    step = (weekday - here.isoweekday()) % 7 if future else -((here.isoweekday() - weekday) % 7)
    day = add_days(here, step)
    eve = add_days(day, -1) if day else None
    if day is None or eve is None:
        return None
    night: list[tuple[str, Reading]] = [("one", Reading(f"{eve.isoformat()}TNI", "TIME"))]
    if m["two"]:
        same = parse_weekday(m["from"]) == eve.isoweekday()
        night.append(("two", Reading(eve.isoformat() if same else f"XXXX-WXX-{parse_weekday(m['from'])}", told=same)))
    return (*night, ("three", Reading(day.isoformat())))


_MONTHS = "|".join(month.title() for month in MONTHS)
_ELSEWHERE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last night|"
    rf"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.? \d{{1,2}}"
    rf"|\d (?:{_MONTHS}))\b"
)


def part_before_noun(m: re.Match[str], context: Context) -> Meaning:
    """A pre-dawn raid, the dawn attack: of the day told before in the sentence; unknown where a day follows in it."""
    part = PARTS_OF_DAY[m["pod"].lower()]
    sentence_end = context.text.find(". ", m.end(), m.end() + 200)
    rest = context.text[m.end() : sentence_end if sentence_end > 0 else m.end() + 200]
    anchor = context.then_day(m.start())
    told_here = context.used == "told" and anchor.at >= context.clauses.sentence_start(m.start())
    if anchor.day is None or (not told_here and _ELSEWHERE.search(rest)):
        return Reading(f"XXXX-XX-XXT{part}", "TIME", told=False)
    return Reading(f"{anchor.day.isoformat()}T{part}", "TIME", told=False)


def small_hours(m: re.Match[str], context: Context) -> Meaning:
    """The early hours, the small hours of the morning: of the day told last, else of publication."""
    anchor = context.then_day(m.start())
    day = anchor.day.isoformat() if anchor.day else "XXXX-XX-XX"
    return Reading(f"{day}TMO", "TIME", "START", told=False)


def part_of_part(m: re.Match[str], context: Context) -> Meaning:
    """Mid-afternoon, early evening, late morning: of the day told last, else of publication."""
    anchor = context.then_day(m.start())
    day = anchor.day.isoformat() if anchor.day else "XXXX-XX-XX"
    mod = {"m": "MID", "e": "START", "l": "END"}[m["how"][0].lower()]
    return Reading(f"{day}T{PARTS_OF_DAY[m['pod'].lower()]}", "TIME", mod, told=False)


def date_time_group(m: re.Match[str], context: Context) -> Meaning:
    """061430ZJUL21, 0330Z 5 Jul: day, hour and month of military logs; the month of publication where none is told."""
    hhmm = parse_clock(m["hm"])
    month = parse_month(m["mon"]) if m["mon"] else None
    anchor = context.year()
    if hhmm is None:
        return None
    year = full_year(m["y"], anchor.year) if m["y"] else None
    if month is None:
        year, month = anchor.year, anchor.month
    elif year is None:
        year = pick_year(month, int(m["d"]), context, m.start(), m.end())
    if year is None or month is None:
        return Reading(f"XXXX-{month:02}-{m['d']}T{hhmm}" if month else f"XXXX-XX-{m['d']}T{hhmm}", "TIME", told=False)
    day = build_day(year, month, int(m["d"]))
    return Reading(f"{day}T{hhmm}", "TIME") if day else None


def bare_part(m: re.Match[str], context: Context) -> Meaning:
    """During the night, overnight, at dawn: of the day told last. A night told after a morning is the one before it."""
    word = m["pod"].lower()
    anchor = context.then_day(m.start())
    part = PARTS_OF_DAY[word]
    day = anchor.day
    if day is None:
        return Reading(f"XXXX-XX-XXT{part}", "TIME", told=False)
    if part == "NI" and (
        (context.told.part in ("MO", "DA") and m.start() - context.told.at < 250)
        or (word == "overnight" and context.mode == "news")
    ):
        day = add_days(day, -1) or day
    return Reading(f"{day.isoformat()}T{part}", "TIME", told=False)


_HOUR_VALUE = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX)-(?:\d\d|XX)T(\d\d:\d\d)")
_UNTIL = r"(?: ?(?:\u2013|-) ?| (?:to|and|until|till) )"
_THEN_DAY = re.compile(
    r"(?: \([^()\n]{1,24}\))?(?: local time| local)?,?(?: early| late)?(?: on)?(?: the (?:\w+ )?of)? "
)
_THEN_HOUR = re.compile(_UNTIL)


def share_days(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """The times with each hour on the day that stands right behind it: "from 4 p.m. to 7 p.m. on Sunday".

    An hour later in the day than the one that a range ends with keeps the day that it had: it may be the day before.
    """
    for index in range(len(times) - 2, -1, -1):
        hour, behind = times[index], times[index + 1]
        found = _HOUR_VALUE.fullmatch(hour.value)
        if found is None or not re.match(r"\d{4}-\d\d-\d\d", behind.value) or behind.span.start - hour.span.end > 40:
            continue
        between = text[hour.span.end : behind.span.start]
        until = behind.value[11:16] if behind.type == "TIME" else ""
        if until and _HOUR_VALUE.fullmatch(behind.value):
            fits = _THEN_HOUR.fullmatch(between) is not None and found[1] <= until
        else:
            fits = _THEN_DAY.fullmatch(between) is not None
        if fits:
            # "At 2 a.m. last night" is the day that the night ends in.
            early = behind.value.endswith("TNI") and found[1] < "06:00"
            day = add_days(date.fromisoformat(behind.value[:10]), int(early))
            value = f"{day.isoformat() if day else behind.value[:10]}T{found[1]}"
            times[index] = replace(hour, value=value, interval=interval_of(value), anchor=behind.anchor)
    return times
