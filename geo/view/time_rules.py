"""What each rule of the date layer does, in plain words for the reader, by the name that it gives itself."""

from __future__ import annotations

from collections.abc import Mapping

_FULL = "A day, month and year are named."
_NO_YEAR = "A day and month without a year: the nearest year to what it counts from that fits the verb’s tense."
_SPAN = "A stretch of the calendar, read whole."
_FIGURES = "A date in figures: the other dates and where the article is from tell which is the day, which the month."
_SIGNAL = "Day, hour and month as military logs write them."
_NUMBERED_WEEK = "A week by its number in the year."
_EVENT = "Counts from a happening that the text dates; where it dates none, no day is known."
_STRETCH = "So much time up to the day it counts from, or from that day on."
_LENGTH = "How long something took; it does not tell when."
_REPEATED = "Something that comes again; no single day is meant."
_NEXT_TO_TOLD = "Counts from the date that the text told last."

RULE_WORDS: Mapping[str, str] = {
    # days and months by name or in figures
    "iso date": "Year, month and day in figures.",
    "iso date with slashes": "Year, month and day in figures.",
    "numeric date": _FIGURES,
    "month day year": _FULL,
    "day month year": _FULL,
    "day month short year": _FULL,
    "spelt day of month and year": _FULL,
    "solar hijri date": "A date of the Solar Hijri calendar of Iran and Afghanistan.",
    "islamic month": "A month or day of the Islamic calendar, which may begin a day off by sight of the moon.",
    "feast": "A feast or fixed day, in the year named or the one that fits best.",
    "day of history": "A day that is known by its figures, such as that of the attacks of 2001.",
    "day month year run together": _FULL,
    "day month year with slashes": _FULL,
    "month day year with dashes": _FULL,
    "year month day": _FULL,
    "day with a point": _FULL,
    "roman month": "A date with its month as a Roman number.",
    "year first in figures": "Year, month and day in figures.",
    "numeric date with spaces": _FIGURES,
    "foreign month": "A date with its month in another language.",
    "date-time group": _SIGNAL,
    "week of year": _NUMBERED_WEEK,
    "week of this year": _NUMBERED_WEEK,
    "week figure": _NUMBERED_WEEK,
    "day of this month": "A day of this, the last or the next month, as letters count.",
    "weekday and day": "The nearest day of that number that is that weekday.",
    # other calendars
    "islamic date": "A date of the Islamic calendar, which may lie a day off by sight of the moon.",
    "solar hijri month": "A month or day of the Solar Hijri calendar of Iran and Afghanistan.",
    "ethiopian date": "A date of the Ethiopian calendar.",
    "jewish date": "A date of the Jewish calendar.",
    "year of another era": "A year counted in another era.",
    "year with its other": "The same year in two calendars.",
    "sabbath": "The last Sabbath, or the next where the clause looks ahead.",
    "month day": _NO_YEAR,
    "day month": _NO_YEAR,
    "month spelt day": _NO_YEAR,
    "spelt day of month": _NO_YEAR,
    "day alone": "A day of the month alone: its month is the one told or counted from.",
    "day and relative year": "A day and month of a year that is named by its place: this, last, the same.",
    "month and relative year": "A month of a year that is named by its place: this, last, the same.",
    "month year": "A month of a named year, read whole.",
    "month": "A month without a year: the nearest one that fits the verb’s tense.",
    "relative month": "A month named by its place: last, this, next.",
    "month of spelt year": "A month or season of a year in words.",
    # ranges
    "day range before month": "From one day to another of the same month.",
    "day range behind month": "From one day to another of the same month.",
    "range from month to month": "From one month to another; the first shares the year of the second.",
    "year range": "From one year to another.",
    "before christ range": "From one year to another before Christ.",
    # years and longer
    "year": "A year, read whole.",
    "spelt year": "A year in words, read whole.",
    "before christ": "A year or century before Christ.",
    "decade": "Ten years, read whole.",
    "century": "A hundred years, read whole.",
    "season of year": "A season of a named year, read as three months.",
    "season near": "A season: the nearest one that fits.",
    "quarter": _SPAN,
    "quarter figure": _SPAN,
    "possessive quarter": _SPAN,
    "the quarter": _SPAN,
    "year quarter": _SPAN,
    "half": _SPAN,
    "part of period": "The first or last part of a stretch of the calendar.",
    # counted from a day
    "near day": "Counts in days from the day it is said: today, yesterday, tomorrow, last night.",
    "weekday": "A weekday: that day itself or the last one before it, the next one where the clause looks ahead.",
    "weekday of week": "A weekday of the last, this or the next week.",
    "weekend": "Saturday and Sunday of the last weekend, or of the next where the clause looks ahead.",
    "near unit": "The week, month or year that was last, is now, or comes next.",
    "within unit": "The early or late part of a week, month or year.",
    "edge of unit": "The beginning, middle or end of a week, month or year.",
    "year end": "The end of the year or month.",
    "ago": "Counts back, as coarsely as its unit: “two weeks ago” is a week, no day.",
    "in so long": "Counts ahead, as coarsely as its unit.",
    "later or earlier": _NEXT_TO_TOLD,
    "day before": _NEXT_TO_TOLD,
    "day following": _NEXT_TO_TOLD,
    "unit from then": _NEXT_TO_TOLD,
    "part of then": "A part of the day that the text told last, or of the one beside it.",
    "part of today": "A part of the day it is said on.",
    "part of day": "A part of the day that the text told last.",
    "clock": "An hour of the day that the text told last, else of the day it counts from.",
    "weekday last": "The last such weekday before the day it counts from.",
    "weekday and a week": "A week or two behind the next such weekday.",
    "night into day": "The night that ends in that day, and so both days.",
    "ago to the day": "Counts back to that very day.",
    "open ago": "An unknown number of weeks, months or years back: a wide span, no day.",
    "open later": "An unknown number of days or weeks behind the date told last.",
    "day around event": _EVENT,
    "nth day of it": _EVENT,
    "to the day": _EVENT,
    "small hours": "The hours after midnight of the day that the text told last, else of the day it counts from.",
    "part of part": "An early, middle or late part of the day that the text told last, else of the day it counts from.",
    "part before noun": "A part of the day that its sentence tells.",
    "the unit": "The week, month or year that the day it counts from lies in.",
    "year that ended": "A year of accounts, up to the day on which it ended.",
    "fiscal year": "A year of accounts, by the year that names it.",
    # stretches, lengths, repetition
    "years old": "How long a thing has been going on, up to the day it counts from.",
    "nth in a row": "So many days up to the one told, or to the day it counts from.",
    "past units": _STRETCH,
    "each of the past": _STRETCH,
    "recent units": "An unknown number of weeks, months or years up to the day it counts from: a wide span, no day.",
    "units ahead": "An unknown number of weeks, months or years from the day it counts from: a wide span, no day.",
    "duration": _LENGTH,
    "hyphen duration": _LENGTH,
    "long unit": _LENGTH,
    "open units": _LENGTH,
    "open units of": _LENGTH,
    "unit and a half": _LENGTH,
    "count range": _LENGTH,
    "every": _REPEATED,
    "parts of two weekdays": _REPEATED,
    "times a unit": _REPEATED,
    "dusk to dawn": _REPEATED,
    "weekends": _REPEATED,
    "weekdays": _REPEATED,
    "weekday parts": _REPEATED,
    "adverb of repetition": _REPEATED,
    # at large
    "present": "The present at large; no day is meant.",
    "past": "The past at large; no day is meant.",
    "future": "What is to come, at large; no day is meant.",
}


def describe_rule(name: str) -> str:
    """What the rule of this name does, in a sentence; a rule that has no words here is told by its name.

    >>> describe_rule("year"), describe_rule("moon phase")
    ('A year, read whole.', 'Read by the rule “moon phase”.')
    """
    return RULE_WORDS.get(name) or f"Read by the rule “{name}”."
