"""The words that dates are made of: tables from word to number, and the fragments that the rules' patterns are built of.

Nothing here decides anything; `geo.dates.rules` puts the fragments together.
"""

# ruff: noqa: E501  Tables of words keep to one line a family.

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from geo.numerals import ONES, TENS

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
MONTH_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAY_SHORT = {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
# Before a name that is also a season, a month or a day.
TITLES = {
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Dr",
    "Dr.",
    "General",
    "Gen.",
    "President",
    "Senator",
    "Sen.",
    "Secretary",
}
# Lower-case spellings that are ordinary English words far more often than dates.
NEVER_LOWER = {"may", "march", "august", "mar", "sat", "sun", "wed", "mon", "dec", "oct"}

ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]
ORDINALS += ["fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]

# How many, where the text leaves it open: an X in TIMEX3.
OPEN_COUNTS = (
    "several", "many", "a few", "few", "some", "numerous", "countless", "a number of", "various", "multiple",
    "dozens of", "hundreds of", "scores of", "a handful of", "quite a few",
)  # fmt: skip
CLOSED_COUNTS = {
    "a": 1, "an": 1, "a single": 1, "another": 1, "a couple of": 2, "a couple": 2, "couple of": 2, "a pair of": 2,
    "half a dozen": 6, "a dozen": 12, "half a": 0.5, "half an": 0.5, "a full": 1, "a whole": 1, "an entire": 1, "an additional": 1,
    "every other": 2,
}  # fmt: skip

# Unit word -> the letter of TIMEX3, and whether it stands behind the T of a duration.
UNITS = {
    "second": "S", "minute": "m", "hour": "H", "day": "D", "night": "N", "week": "W", "fortnight": "F", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "weekend": "WE", "min": "m", "hr": "H",
    "centurie": "CE", "semester": "H6", "yr": "Y", "millennium": "L", "summer": "SU", "winter": "WI",
}  # fmt: skip

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

# Part of day -> TIMEX3's two letters.
PARTS_OF_DAY = {
    "morning": "MO", "dawn": "DA", "daybreak": "DA", "sunrise": "DA", "forenoon": "MO", "midday": "12:00",
    "noon": "12:00", "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI",
    "nighttime": "NI", "night-time": "NI", "midnight": "24:00", "daytime": "DT", "predawn": "DA", "pre-dawn": "DA", "lunchtime": "MI",
    "overnight": "NI", "first light": "DA", "last light": "EV", "sundown": "EV", "sunup": "DA", "twilight": "EV", "midmorning": "MO",
    "midafternoon": "AF", "mid-morning": "MO", "mid-afternoon": "AF", "lunch time": "MI",
}  # fmt: skip

# Word before a date -> TIMEX3's mod.
DATE_MODS = {
    "early": "START", "the beginning of": "START", "beginning of": "START", "the start of": "START", "start of": "START",
    "the opening of": "START", "the onset of": "START", "early in": "START", "earlier in": "START", "earlier": "START",
    "the first days of": "START", "the early part of": "START", "the dawn of": "START", "the early days of": "START", "the early hours of": "START", "early hours of": "START", "the small hours of": "START", "the wee hours of": "START", "wee hours of": "START", "the first hours of": "START", "the late hours of": "END",
    "late": "END", "the end of": "END", "end of": "END", "late in": "END", "later in": "END", "later": "END",
    "the close of": "END", "the latter part of": "END", "the last days of": "END", "the final days of": "END", "the late part of": "END",
    "the closing days of": "END", "end": "END", "mid": "MID", "the middle of": "MID", "middle of": "MID", "the midst of": "MID",
    "about": "APPROX", "around": "APPROX", "circa": "APPROX", "ca.": "APPROX", "c.": "APPROX", "approximately": "APPROX",
    "roughly": "APPROX", "some time in": "APPROX", "sometime in": "APPROX", "on or about": "APPROX", "on or around": "APPROX",
}  # fmt: skip

# Word before a count of units -> TIMEX3's mod.
COUNT_MODS = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "some": "APPROX", "an estimated": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "close to": "LESS_THAN", "less than": "LESS_THAN", "under": "LESS_THAN",
    "fewer than": "LESS_THAN", "just under": "LESS_THAN", "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN",
    "well over": "MORE_THAN", "above": "MORE_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "no fewer than": "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS", "only": None, "just": None, "barely": None, "a mere": None,
    "exactly": None, "a little more than": "MORE_THAN", "a little over": "MORE_THAN", "slightly more than": "MORE_THAN",
    "little more than": "MORE_THAN",
}  # fmt: skip

PRESENT_WORDS = (
    "now", "right now", "just now", "currently", "at present", "at the moment", "nowadays", "these days", "presently", "at this time",
    "for the time being", "for now", "at this moment", "this moment", "to date", "as we speak", "at this stage", "present-day",
)  # fmt: skip
PAST_WORDS = (
    "recently", "more recently", "most recently", "very recently", "only recently", "lately",
    "the recent past", "the distant past", "of late", "long ago", "some time ago", "a while ago", "a long time ago", "the other day",
    "not long ago", "a short time ago", "a while back", "in former times",
)  # fmt: skip
FUTURE_WORDS = (
    "the future", "the near future", "the foreseeable future", "the immediate future", "the not-too-distant future", "in future",
    "soon", "shortly", "the short term", "the near term", "the long term", "the coming future", "as soon as possible", "someday",
    "before long", "one day soon",
)  # fmt: skip
ADVERB_SETS = {
    "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "hourly": "PT1H", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip

# What stands behind a count of four digits, and before a number that is a name: neither is a year.
COUNTED_BEHIND = (
    "percent", "per cent", "km", "kg", "mm", "hp", "m", "metres", "meters", "miles", "feet", "troops", "people", "soldiers", "men",
    "dollars", "euros", "pounds", "tons", "tonnes", "points", "gmt", "hours", "hrs", "utc", "local time", "block",
)  # fmt: skip
NUMBERED_BEFORE = (
    "no", "no.", "resolution", "flight", "page", "boeing", "room", "unit", "brigade", "battalion", "division", "regiment", "version",
    "order", "chapter", "hill", "clause", "type", "model", "mirage", "camp", "point", "law", "act", "protocol", "grid", "block", "ward", "apartment", "square", "number", "channel", "gate", "highway", "route", "section", "article", "than", "nearly",
    "almost", "least", "of around", "of about", "about", "over", "some", "approximately", "to around", "total of", "rs", "rs.", "us", "usd",
)  # fmt: skip
# Plural nouns that a year stands before, not a count: "the party's 2019 elections", "2011 protests".
DATED_PLURALS = {
    "result", "earning", "election", "protest", "riot", "uprising", "talk", "reform", "event", "sanction", "accord", "agreement",
    "report", "figure", "estimate", "sale", "profit", "attack", "bombing", "clash", "polls", "budget", "plan", "floods", "game",
    "olympics", "hearing", "negotiation", "massacre", "killing", "demonstration", "offensive", "airstrike", "strike",
}  # fmt: skip
YEAR_CUES = (
    "in", "since", "by", "until", "till", "during", "from", "of", "the", "early", "late", "mid", "and", "to", "year", *SEASONS,
)  # fmt: skip
MONTH_CUES = (
    "in", "by", "since", "until", "till", "of", "last", "this", "next", "early", "late", "mid", "through", "from", "to", "before",
    "after", "during", "between", "each", "every", "and", "for",
)  # fmt: skip

FUTURE_CUES = {
    "deadline", "due", "scheduled", "planned", "plan", "plans", "upcoming", "expected", "slated", "forthcoming",
    "tentatively", "payable", "effective", "await", "awaits", "awaiting",
}  # fmt: skip


def alternatives(words: Iterable[object]) -> str:
    """A pattern for any of `words`, the longest that fits; common beginnings are written once, which halves the search.

    >>> alternatives(["at least", "at most", "about", "at"])
    'a(?:bout|t(?: (?:least|most))?)'
    """
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for sign in str(word):
            branch = branch.setdefault("[- ]" if sign == "-" else sign if sign == " " else re.escape(sign), {})
        branch[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    """The pattern of a tree of words, letter by letter; a word that ends where others go on makes the rest optional."""
    ends = [sign + _branches(below) for sign, below in sorted(tree.items()) if sign]
    if not ends:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(ends)})?"
    return ends[0] if len(ends) == 1 else f"(?:{'|'.join(ends)})"


def _names(full: list[str], short: dict[str, int]) -> str:
    """Names as news spells them: capitalised, in capitals, and small where that is no ordinary word."""
    found = []
    for name in full:
        found += [name.capitalize(), name.upper()] + ([] if name in NEVER_LOWER else [name])
    for name in sorted(short, key=len, reverse=True):
        found += [rf"{name.capitalize()}\b\.?", rf"{name.upper()}\b\.?"]
    return "(?-i:" + "|".join(found) + r")(?![A-Za-z])"


_WORD_NUMBER = (
    rf"(?:(?:{alternatives(TENS)})(?:[- ](?:{alternatives(ONES[1:10])}))?|{alternatives(ONES[1:])}"
    rf")(?:[- ](?:hundred|thousand))?|(?:a |one )?(?:hundred|thousand)"
)
_COUNT = (
    rf"(?:\d{{1,4}}(?:,\d{{3}})*(?:\.\d+)?(?: 1/2| ?½)?|(?:{_WORD_NUMBER})(?: and (?:a )?half)?"
    rf"|{alternatives([*OPEN_COUNTS, *CLOSED_COUNTS])})"
)

# Short weekdays in a sentence: with their point, or behind a word that only a day fits; Sun, Sat, Wed and Mon are names
# and words as well.
_PROSE_WEEKDAY = (
    r"(?-i:(?:Tues?|Weds?|Thu(?:rs?)?|Fri|TUES?|WEDS?|THU(?:RS?)?|FRI)\."
    r"|(?<!the )(?<!The )(?<!THE )(?<!of )(?<!in )(?:Mon|Sat|Sun|MON|SAT|SUN)\."
    r"|(?:(?<=\bon )|(?<=\bOn )|(?<=\bON )|(?<=\blast )|(?<=\bnext )|(?<=\bsince )|(?<=\buntil )|(?<=\bby ))"
    r"(?:(?:Tues?|Weds?|Thu(?:rs?)?|Fri)(?!\.?\w|-| [A-Z])|(?:TUES?|THU(?:RS?)?|FRI)(?![\w-])"
    r"|(?:Mon|Sat|Sun|MON|SAT|SUN)(?=[,;:)]| (?:night|morning|evening|afternoon|NIGHT|MORNING|EVENING|AFTERNOON)\b)))"
)

FRAGMENTS = {
    "month": _names(MONTHS, MONTH_SHORT),
    "fullmonth": "(?-i:" + "|".join([m.capitalize() for m in MONTHS] + [m for m in MONTHS if m not in NEVER_LOWER]) + r")(?![A-Za-z])",
    "weekday": _names(WEEKDAYS, WEEKDAY_SHORT),
    "fullweekday": rf"(?:(?-i:{'|'.join([d.capitalize() for d in WEEKDAYS] + [d.upper() for d in WEEKDAYS] + WEEKDAYS)})(?![A-Za-z])|{_PROSE_WEEKDAY})",
    "day": r"\d{1,2}(?:st|nd|rd|th)?(?!\d)",
    "ordday": r"\d{1,2}(?:st|nd|rd|th)",
    "ordinal": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})",
    "year": r"[12]\d{3}(?!\d)",
    "n": _COUNT,
    "approx": alternatives(COUNT_MODS),
    "unit": r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|yrs?|decades?|centur(?:y|ies)|millennium)(?![A-Za-z])",
    "bigunit": r"(?:hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))(?![A-Za-z])",
    "units": r"(?:seconds|minutes|hours|days|nights|weeks|fortnights|months|quarters|years|decades|centuries)(?![A-Za-z])",
    "oneunit": r"(?:day|week|fortnight|month|quarter|year|decade|century)(?![A-Za-z])",
    "season": r"(?:spring|summer|autumn|fall|winter)(?![A-Za-z])",
    "pod": alternatives(PARTS_OF_DAY),
    "clock": r"(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?(?: ?[ap](?:\.m\b\.?|m\b))|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?: ?(?:hours|hrs|h|(?-i:Z))\b| in the (?:morning|afternoon|evening)\b| at night\b)?|(?:[01]?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'clock(?: (?:in the (?:morning|afternoon|evening)|at night))?| in the (?:morning|afternoon|evening)\b)|[0-2]\d[0-5]\d ?(?:hours|hrs|h\b|GMT|UTC|(?-i:AE[SD]T|AFT|IST|CES?T|EES?T|MSK|EAT|CAT|WAT|PKT|NPT|AST|BST|EST|EDT|PST|PDT|SGT|HKT|ICT|JST|KST)\b|local time|(?-i:Z)\b|Zulu)|(?:[01]?\d|2[0-3])\.[0-5]\d(?= (?:(?-i:GMT|BST|UTC|CET|CEST|EET|IST|EAT)\b|hrs|hours))|(?:[01]\d|2[0-3])[0-5]\d ?(?-i:[A-IK-Z]|IST|PKT|EAT|CAT|WAT|SAST)(?= (?:on )?(?:\d|\Z))|(?:(?<=\bat )(?<!ook at )(?<!king at )(?<!ked at )(?<!back at )|(?<=\bat about )|(?<=\bat around )|(?<=\bat approximately ))(?:[01]\d|2[0-3])[0-5]\d(?= on | today| yesterday| tonight| last | this | by | when | a | an | the | our | \(|[.,;)](?!\d))|(?:[01]\d|2[0-3])[0-5]\d(?= \(\d{4} (?:GMT|UTC|local))|(?:(?<=\bbetween )|(?<=\bfrom ))0\d[0-5]\d(?= (?:and|to|until) [012]\d{3}\b)|(?:(?<=\b0\d\d\d and )|(?<=\b0\d\d\d to ))(?:[01]\d|2[0-3])[0-5]\d|noon|midnight|midday)",
    "zone": r"(?:(?-i:GMT|UTC|[ECMP][SD]?T|[A-Z]{1,3}ST|CES?T|EES?T|MSK|EAT|CAT|WAT|AFT|PKT|NPT|WI[BT]|SGT|HKT|ICT|AMT|[A-Z]{2}DT)\b|local time)",
}  # fmt: skip


def parse_month(word: str) -> int | None:
    """The month that a word names: 1 to 12, None if it names none.

    >>> parse_month("Sept."), parse_month("March")
    (9, 3)
    """
    word = word.strip(". ").lower()
    return MONTHS.index(word) + 1 if word in MONTHS else MONTH_SHORT.get(word)


def parse_weekday(word: str) -> int | None:
    """The ISO number of a weekday's name, Monday being 1.

    >>> parse_weekday("Sunday")
    7
    """
    word = word.strip(". ").lower()
    return WEEKDAYS.index(word) + 1 if word in WEEKDAYS else WEEKDAY_SHORT.get(word)


@lru_cache(maxsize=4096)
def parse_count(words: str) -> float | None:
    """How many: a number, or None for an open count such as "several".

    >>> parse_count("twenty-four"), parse_count("a couple of"), parse_count("two and a half"), parse_count("a few")
    (24.0, 2.0, 2.5, None)
    """
    words = re.sub(r"[\s-]+", " ", words.lower()).strip()
    if words in CLOSED_COUNTS:
        return float(CLOSED_COUNTS[words])
    half = 0.5 if re.search(r"(and (a )?half|1/2|½)$", words) else 0.0
    words = re.sub(r" ?(and (a )?half|1/2|½)$", "", words)
    digits = words.replace(",", "")
    if re.fullmatch(r"\d+(\.\d+)?", digits):
        return float(digits) + half
    total = 0.0
    for word in words.split():
        if word in ONES:
            total += ONES.index(word)
        elif word in TENS:
            total += TENS[word]
        elif word in ("hundred", "thousand"):
            total = (total or 1) * (100 if word == "hundred" else 1000)
        elif word != "a":
            return None
    return total + half if total else None


def parse_ordinal(word: str) -> int | None:
    """The number of an ordinal.

    >>> parse_ordinal("third"), parse_ordinal("21st")
    (3, 21)
    """
    word = word.lower().strip()
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else None


def parse_unit(word: str) -> str:
    """The letter of a unit: "months" -> "M"; minutes are "m", nights "N", fortnights "F"."""
    word = word.lower()
    return UNITS.get(word) or UNITS.get(word.rstrip("s")) or UNITS[re.sub("ies$", "ie", word)]
