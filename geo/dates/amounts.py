"""What stretches of time and repetition mean: "three days", "two-week", "the past fortnight", "every Friday"."""

from __future__ import annotations

import re

from geo.dates.context import Context
from geo.dates.relative import stretch_days
from geo.dates.rule import Meaning
from geo.dates.values import Reading, build_duration
from geo.dates.words import (
    ADVERB_SETS,
    COUNT_MODS,
    PARTS_OF_DAY,
    parse_count,
    parse_month,
    parse_unit,
    parse_weekday,
)
from geo.dates.years import pick_year


def _mod(words: str | None) -> str | None:
    return COUNT_MODS.get(re.sub(r"\s+", " ", (words or "").lower()))


def past_units(m: re.Match[str], context: Context) -> Meaning:
    """The past three days, the last few weeks, the next two years: a duration up to, or from, the anchor."""
    count = parse_count(m["n"]) if m["n"] else None if m["unit"].lower().endswith("s") else 1.0
    letter = parse_unit(m["unit"])
    back = m["way"].lower() not in ("next", "coming", "following", "ensuing")
    anchor = (
        context.then(m.start())
        if m["way"].lower() in ("following", "ensuing", "preceding", "previous")
        else context.now()
    )
    return Reading(
        build_duration(count, letter),
        "DURATION",
        _mod(m["approx"]),
        stretch_days(count, letter, anchor.day, back),
        told=False,
    )


def recent_units(m: re.Match[str], context: Context) -> Meaning:
    """Recent weeks, coming months, the weeks ahead."""
    letter = parse_unit(m["unit"])
    back = re.search("recent|past|previous|last", m[0].lower()) is not None
    anchor = context.now()
    return Reading(
        build_duration(None, letter), "DURATION", None, stretch_days(None, letter, anchor.day, back), told=False
    )


_STRETCH = re.compile(
    r"(?:\b(?:for|in|within|than|about|nearly|almost|after|over|under|of|lasted|took|takes?|last|spent|spend|is|was|only|"
    r"just|least|half|every)\s|^|[.,;(]\s?)\Z"
)


def duration(m: re.Match[str], context: Context) -> Meaning:
    """So many units."""
    words, unit = m["n"], m["unit"].lower()
    letter = parse_unit(unit)
    count = parse_count(words)
    before = context.text[max(0, m.start() - 12) : m.start()].lower()
    if unit.startswith(("second", "min")) and words.lower() in ("a", "an", "another"):
        return None
    single = words.lower() in ("a", "an")
    if unit == "second" and single:
        return None
    after = context.text[m.end() : m.end() + 12].lower()
    if m["unit"][0].isupper() and not m[0].isupper():
        return None  # "60 Minutes"
    token = context.clauses.token_at(m.start("unit"))
    if single and token is not None and token.dep_ == "compound" and not re.match(r"[.,;:!?]", after):
        return None  # "a day labourer"
    if letter == "Q" or (words.isdigit() and len(words) == 4 and not unit.endswith("s")):
        return None
    if re.match(r"[- ]old\b", after):
        return None
    if single and re.match(r"[- ](?:day|time|end)\b", after):
        return None
    if single and not m["approx"] and not _STRETCH.search(before):
        return None  # "$5 million a year", "four flights a week": a rate
    mod = _mod(m["approx"])
    if re.search(r"or so$|or more$", m[0].lower()):
        mod = "APPROX" if m[0].lower().endswith("so") else "EQUAL_OR_MORE"
    if mod is None and before.endswith("within "):
        mod = "EQUAL_OR_LESS"
    if "old" in m.groupdict() and m["old"]:
        letter = "Y"
    return Reading(build_duration(count, letter), "DURATION", mod, told=False)


def year_ended(m: re.Match[str], context: Context) -> Meaning:
    """The year ended 30 June, the fiscal year to March: a stretch that the date behind it closes; a quarter by its month."""
    if m["unit"].lower() == "year":
        return Reading(build_duration(1, "Y"), "DURATION", told=False)
    month = parse_month(m["closing"]) if m["closing"] else None
    year = pick_year(month, 0, context, m.start("closing"), m.end("closing")) if month else None
    if month is None or year is None:
        return Reading("XXXX-QX", told=False)
    return Reading(f"{year:04}-Q{(month + 2) // 3}", told=context.quarter is None)


def hyphen_duration(m: re.Match[str], context: Context) -> Meaning:
    """Two-week, 10-hour, day-long; not ages ("8-year-old")."""
    if re.match(r"[- ]olds?\b", context.text[m.end() : m.end() + 6].lower()):
        return None
    several = "several" in m.groupdict() and m["several"]
    count = parse_count(m["n"]) if m["n"] else None if several else 1.0
    return Reading(build_duration(count, parse_unit(m["unit"])), "DURATION", told=False)


def count_range(m: re.Match[str], context: Context) -> Meaning:
    """Two to three weeks, 12 to 18 months, weeks or months."""
    low = parse_count(m["low"] or m["low2"])
    return Reading(build_duration(low, parse_unit(m["unit"])), "DURATION", "EQUAL_OR_MORE", told=False)


def open_units(m: re.Match[str], context: Context) -> Meaning:
    """For weeks, years of war, months-long: a duration of unknown length."""
    return Reading(build_duration(None, parse_unit(m["unit"])), "DURATION", told=False)


def every(m: re.Match[str], context: Context) -> Meaning:
    """Every Friday, each July, every day, every two weeks, per month."""
    if m["fullweekday"]:
        part = f"T{PARTS_OF_DAY[m['pod'].lower()]}" if m["pod"] else ""
        return Reading(f"XXXX-WXX-{parse_weekday(m['fullweekday'])}{part}", "SET", told=False)
    if m["month"]:
        return Reading(f"XXXX-{parse_month(m['month']):02}", "SET", told=False)
    if m["pod2"]:
        return Reading(f"XXXX-XX-XXT{PARTS_OF_DAY[m['pod2'].lower()]}", "SET", told=False)
    if m["season"]:
        return Reading(
            "XXXX-" + {"sp": "SP", "su": "SU", "wi": "WI"}.get(m["season"].lower()[:2], "FA"), "SET", told=False
        )
    count = parse_count(m["n"]) if m["n"] else 1.0
    return Reading(build_duration(count, parse_unit(m["unit"])), "SET", told=False)


def weekdays(m: re.Match[str], context: Context) -> Meaning:
    """Fridays, Tuesday nights: each of them."""
    number = parse_weekday(m["fullweekday"].rstrip("s"))
    part = f"T{PARTS_OF_DAY[m['part'].lower().rstrip('s')]}" if m["part"] else ""
    return Reading(f"XXXX-WXX-{number}{part}", "SET", told=False)


def weekday_parts(m: re.Match[str], context: Context) -> Meaning:
    """Friday and Saturday nights: each of both."""
    part = PARTS_OF_DAY[m["part"].lower().rstrip("s")]
    return tuple(
        (group, Reading(f"XXXX-WXX-{parse_weekday(m[name])}T{part}", "SET", told=False))
        for group, name in (("one", "first"), ("two", "second"))
    )


def adverb(m: re.Match[str], context: Context) -> Meaning:
    """Daily, weekly, annually; not in a newspaper's name."""
    token = context.clauses.token_at(m.start())
    if (token is not None and token.pos_ in ("NOUN", "PROPN")) or re.match(
        r" [A-Z]", context.text[m.end() : m.end() + 2]
    ):
        return None
    if m[0][0].isupper() and context.text[m.end() : m.end() + 2][1:2].isupper():
        return None
    return Reading(ADVERB_SETS[m[0].lower()], "SET", told=False)
