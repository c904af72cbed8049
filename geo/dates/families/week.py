"""What days of the week and weekends mean: "Friday", "next Monday", "Tuesday of last week", "a week on Sunday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from geo.dates.context import Context, Told
from geo.dates.families.beside import is_same_day, weekday_reading
from geo.dates.rule import Meaning
from geo.dates.values import Reading, add_days, build_week, interval_of
from geo.dates.words import parse_weekday
from geo.model import TimeReading


def bare_weekday(m: re.Match[str], context: Context) -> Meaning:
    """A weekday: in news the publication day where it fits, else the last before it, or the next in a future clause."""
    weekday = parse_weekday(m["fullweekday"])
    token = context.clauses.token_at(m.start("fullweekday"))
    a_name = token is not None and (token.ent_type_ == "PERSON" or (token.is_sent_start and token.dep_ == "compound"))
    the = re.search(r"\bthe \Z", context.text[max(0, m.start() - 4) : m.start()], re.IGNORECASE)
    if (a_name or the) and re.match(r" [A-Z][a-z]", context.text[m.end() : m.end() + 3]):
        return None  # "Friday Osei", "the Sunday Times"
    if is_same_day(context, m.start()):
        return weekday_reading(context)
    which = re.sub(r"\s+", " ", (m["which"] or "").lower().strip())
    if which == "that" and context.told.day is not None and weekday is not None:
        context.used = "told"
        near = add_days(context.told.day, (weekday - context.told.day.isoweekday() + 3) % 7 - 3)
        return Reading(near.isoformat()) if near else None
    told = which in ("the previous", "the preceding", "the following")
    anchor = context.then(m.start()) if told else context.now(m.start())
    if weekday is None:
        return None
    if anchor.day is None:
        return Reading(f"XXXX-WXX-{weekday}", told=False)
    here = anchor.day
    back, ahead = (here.isoweekday() - weekday) % 7, (weekday - here.isoweekday()) % 7
    if context.mode == "narrative":
        step = ahead
    elif which in ("last", "this last", "the previous", "the preceding", "this past", "past"):
        step = -(back or 7)
    elif which in ("next", "the following", "the coming", "coming", "this coming", "the next"):
        step = ahead or 7
    elif which == "this":
        step = -back if context.past(m.start(), m.end()) else ahead
    elif which == "that":
        step = -back
    elif (first := _range_start(m.start(), context)) is not None:
        step = (first - here).days + ((weekday - first.isoweekday()) % 7 or 7)
    elif context.future(m.start("fullweekday"), m.end("fullweekday")):
        # What was planned and called off may have lain ahead still: the nearer of the two days.
        step = -back if back <= ahead and context.clauses.dropped(m.start("fullweekday")) else ahead
    else:
        step = -back
    day = add_days(here, step)
    if day is None:
        return None
    other = add_days(day, 7) if which == "next" and context.mode == "news" else None
    if other is None or here.isocalendar()[:2] != day.isocalendar()[:2]:
        return Reading(day.isoformat())
    weeks = f"if {other.strftime('%A')} of the week after is meant"
    return Reading(
        day.isoformat(), alternatives=(TimeReading(other.isoformat(), interval_of(other.isoformat()), weeks),)
    )


_FROM = re.compile(
    r"\b[Ff]rom (?:early |late )?(?P<weekday>[A-Z][a-z]{2,5}day)(?: (?:morning|afternoon|evening|night))?"
    r" (?:until|to|till|through) (?:early |late )?\Z"
)


def _range_start(at: int, context: Context) -> date | None:
    """The day told right before that a range to the weekday at the offset begins with: "from Friday until Sunday"."""
    begun = _FROM.search(context.text, max(0, at - 56), at)
    told = context.told.day
    if begun is None or told is None or at - context.told.at > 56:
        return None
    return told if parse_weekday(begun["weekday"]) == told.isoweekday() else None


def weekday_and_week(m: re.Match[str], context: Context) -> Meaning:
    """Friday week, a week on Monday, a fortnight from Tuesday: a week or two behind the next such day."""
    weekday = parse_weekday(m["fullweekday"] or m["wd"])
    weeks = 2 if re.search("two|fortnight", (m["many"] or m["after"]).lower()) else 1
    here = context.now().day
    if weekday is None or here is None:
        return Reading(f"XXXX-WXX-{weekday}", told=False)
    day = add_days(here, (weekday - here.isoweekday()) % 7 + 7 * weeks)
    return Reading(day.isoformat()) if day else None


def weekday_of_week(m: re.Match[str], context: Context) -> Meaning:
    """Monday last week, Friday of next week."""
    anchor = context.now()
    weekday = parse_weekday(m["fullweekday"])
    step = {"last": -1, "this": 0, "next": 1}[m["which"].lower()]
    if anchor.day is None or weekday is None:
        return Reading(f"XXXX-WXX-{weekday}", told=False)
    day = anchor.day + timedelta(days=7 * step + weekday - anchor.day.isoweekday())
    return Reading(day.isoformat())


def weekend_near(anchor: Told, step: int, m: re.Match[str], context: Context) -> Meaning:
    """The weekend so many weeks from the anchor's; this week's own is told of early in the week only as one to come."""
    if anchor.day is None:
        return Reading("XXXX-WXX-WE", told=False)
    week = anchor.day + timedelta(days=7 * step)
    if step == 0 and anchor.day.isoweekday() < 5 and not context.future(m.start(), m.end()):
        week -= timedelta(days=7)
    return Reading(build_week(week) + "-WE")


def the_weekend(m: re.Match[str], context: Context) -> Meaning:
    """The weekend: the last one in news, or the next where the clause looks ahead."""
    anchor = context.now()
    if anchor.day is None:
        return Reading("XXXX-WXX-WE", told=False)
    day = anchor.day
    ahead = context.future(m.start(), m.end()) or day.isoweekday() >= 6
    return Reading(build_week(day if ahead else day - timedelta(days=7)) + "-WE")
