"""What parts of a day and clock times mean that stand alone: "that night", "this morning", "at dawn", "5 p.m."."""

from __future__ import annotations

import re

from geo.dates.context import Context
from geo.dates.rule import Meaning
from geo.dates.values import Reading, add_days
from geo.dates.words import PARTS_OF_DAY, parse_weekday


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
    anchor = context.then_day(m.start())
    day = (
        anchor.day.isoformat()
        if anchor.day and (context.mode == "narrative" or m.start() - anchor.at < 600 or anchor is not context.told)
        else "XXXX-XX-XX"
    )
    return Reading(f"{day}T{hhmm}", "TIME", told=False)


def parse_clock(words: str) -> str | None:
    """A time of day as HH:MM.

    >>> parse_clock("5:30pm"), parse_clock("0530 hrs"), parse_clock("noon"), parse_clock("12 a.m.")
    ('17:30', '05:30', '12:00', '00:00')
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


def night_into_day(m: re.Match[str], context: Context) -> Meaning:
    """Overnight into Tuesday, the night from Saturday to Sunday: the night that ends in that day, and the days named."""
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
