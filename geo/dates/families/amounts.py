"""What stretches of time and repetition mean: "three days", "two-week", "the past fortnight", "every Friday"."""

from __future__ import annotations

import re

from geo.dates.context import Context
from geo.dates.families.relative import stretch_days
from geo.dates.families.years import pick_year
from geo.dates.rule import Meaning
from geo.dates.values import Reading, add_days, build_duration, build_told
from geo.dates.words import (
    ADVERB_SETS,
    COUNT_MODS,
    PARTS_OF_DAY,
    parse_count,
    parse_month,
    parse_ordinal,
    parse_unit,
    parse_weekday,
)
from geo.model import Interval


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
        # "The first 24 hours" are those of something else, not of the day of publication.
        None if m["way"].lower() in ("first", "final") else stretch_days(count, letter, anchor.day, back),
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


_HOUR = re.compile(r"\b(?:at|by|until|till|from|since|around|before|after|approximately) \Z")


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
    if unit == "hours" and words.isdigit() and int(words) == 24 and re.match(r" a day\b", after):
        return None  # "open 24 hours a day": always
    if single and re.match(r"[- ](?:day|time|end)\b", after):
        return None
    if single and not m["approx"] and not _STRETCH.search(before):
        return None  # "$5 million a year", "four flights a week": a rate
    if words.isdigit() and len(words) == 4 and letter == "H" and (words[0] == "0" or _HOUR.search(before)):
        return None  # "at 1600 hours": an hour of the day
    mod = _mod(m["approx"])
    if re.search(r"or so$|or more$", m[0].lower()):
        mod = "APPROX" if m[0].lower().endswith("so") else "EQUAL_OR_MORE"
    if mod is None and before.endswith("within "):
        mod = "EQUAL_OR_LESS"
    if "old" in m.groupdict() and m["old"]:
        letter = "Y"
    if words.lower() == "many" and before.endswith("as "):
        return None  # "in as many weeks"
    if words.lower() == "one" and unit == "day" and mod is None and (general := _one_day(m, before, context)):
        return Reading(general, told=False)
    return Reading(
        build_told(words, count, letter), "DURATION", mod, _up_to_weekday(m, count, letter, context), told=False
    )


_WILL = re.compile(r"\b(?:will|would|may|might|could|can|to|hopes?|hoped|hope (?:he|she|it|they)|'ll)(?: \w+)? \Z")


def _one_day(m: re.Match[str], before: str, context: Context) -> str | None:
    """What "one day" points to where it is no stretch: "will one day return", "One day, soldiers came"."""
    if _WILL.search(before) and re.match(r"\s[a-z]", context.text[m.end() : m.end() + 2]):
        return "FUTURE_REF" if context.mode == "news" else "XXXX-XX-XX"
    opens = m["n"] == "One" and re.match(
        r",|\s(?:the|a|an|he|she|they|we|i)\b", context.text[m.end() : m.end() + 6].lower()
    )
    return "PAST_REF" if opens and context.past(m.start(), m.end()) else None


_TO_WEEKDAY = re.compile(
    r" (?:to|until|through|up to|ending|ended|ending on|ended on|before) (?P<weekday>[A-Z][a-z]+day)\b"
)


def _up_to_weekday(m: re.Match[str], count: float | None, letter: str, context: Context) -> Interval | None:
    """The days of "the 48 hours to Monday": up to the last such weekday."""
    until = _TO_WEEKDAY.match(context.text, m.end())
    here = context.published if context.mode == "news" else None
    weekday = parse_weekday(until["weekday"]) if until else None
    if weekday is None or here is None or not m[0].lower().startswith("the "):
        return None
    return stretch_days(count, letter, add_days(here, -((here.isoweekday() - weekday) % 7)), back=True)


def year_ended(m: re.Match[str], context: Context) -> Meaning:
    """The year ended 30 June, the fiscal year to March: a stretch; a quarter is known by the month that ends it."""
    if m["unit"].lower() == "year":
        return Reading(build_duration(1, "Y"), "DURATION", told=False)
    month = parse_month(m["closing"]) if m["closing"] else None
    year = pick_year(month, 0, context, m.start("closing"), m.end("closing")) if month else None
    if month is None or year is None:
        return Reading("XXXX-QX", told=False)
    return Reading(f"{year:04}-Q{(month + 2) // 3}", told=context.quarter is None)


def hyphen_duration(m: re.Match[str], context: Context) -> Meaning:
    """Two-week, 10-hour, day-long, the three-week-old truce; not ages ("8-year-old")."""
    if re.match(r"[- ]olds?\b", context.text[m.end() : m.end() + 6].lower()):
        return None
    several = "several" in m.groupdict() and m["several"]
    count = parse_count(m["n"]) if m["n"] else None if several else 1.0
    return Reading(build_duration(count, parse_unit(m["unit"])), "DURATION", told=False)


def and_a_half(m: re.Match[str], context: Context) -> Meaning:
    """An hour and a half, a year and a half."""
    return Reading(build_told(m["n"], 1.5, parse_unit(m["unit"])), "DURATION", _mod(m["approx"]), told=False)


def to_the_day(m: re.Match[str], context: Context) -> Meaning:
    """Three years to the day after the coup: the stretch; which day closes it is told elsewhere."""
    return Reading(build_duration(parse_count(m["n"]), parse_unit(m["unit"])), "DURATION", told=False)


def dusk_to_dawn(m: re.Match[str], context: Context) -> Meaning:
    """A dusk-to-dawn curfew: each night."""
    return Reading("XXXX-XX-XXT" + ("NI" if m["first"].lower() == "dusk" else "DT"), "SET", told=False)


def years_old(m: re.Match[str], context: Context) -> Meaning:
    """The 10-year-old war, a week-old truce, decades-old: how long a thing has been going on, up to the anchor."""
    count = parse_count(m["n"]) if m["n"] else None if m["several"] else 1.0
    letter = parse_unit(m["unit"])
    return Reading(
        build_duration(count, letter),
        "DURATION",
        None,
        stretch_days(count, letter, context.now().day, True),
        told=False,
    )


def times_a_unit(m: re.Match[str], context: Context) -> Meaning:
    """Twice a week, three times a month, once every two years."""
    count = parse_count(m["n"]) if m["n"] else 1.0
    return Reading(build_duration(count, parse_unit(m["unit"])), "SET", told=False)


def nth_in_a_row(m: re.Match[str], context: Context) -> Meaning:
    """For a third straight day, for the fifth night running: so many days up to the one told, or to publication."""
    number, letter = parse_ordinal(m["nth"]), parse_unit(m["unit"] or m["unit2"])
    if number is None:
        return None
    anchor = context.now()
    return Reading(
        build_duration(number, letter), "DURATION", None, stretch_days(number, letter, anchor.day, True), told=False
    )


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


def weekends(m: re.Match[str], context: Context) -> Meaning:
    """At weekends, on weekends, every weekend."""
    return Reading("XXXX-WXX-WE", "SET", told=False)


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
