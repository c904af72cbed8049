"""Counts of people as news gives them -> low, best and high, each None where the words leave it open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.numerals import ONES, TENS

_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}

# The least that a plural of the kind can mean: two dozen, two hundred. "Several" is three at least.
_VAGUE = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
    "several": 3,
    "a few": 2,
    "a couple": 2,
    "a couple of": 2,
    "a dozen or so": 10,
    "a few dozen": 24,
    "a few hundred": 200,
    "a few thousand": 2000,
    "a couple of hundred": 200,
    "a number of": 2,
    "many": 3,
    "multiple": 2,
    "several dozen": 36,
    "several hundred": 300,
    "several thousand": 3000,
    "a handful": 2,
    "some": 2,
}

_ABOVE = r"more than|over|upwards of|in excess of|well over|greater than"
_AT_LEAST = r"at least|no fewer than|no less than|not less than|a minimum of"
_BELOW = r"nearly|almost|close to|just under|approaching"
_UP_TO = r"up to|as many as|a maximum of|no more than|at most"
_FEWER = r"fewer than|less than|under"
_ABOUT = r"about|around|some|approximately|roughly|an estimated|estimated"

_NUMBER = r"\d[\d,. ]*\d|\d|[a-z][a-z -]*?"
_FORMS = (
    (re.compile(rf"(?:between )?({_NUMBER}) (?:and|to|or) ({_NUMBER})$"), "range"),
    (re.compile(rf"({_NUMBER})\s?[-–]\s?({_NUMBER})$"), "range"),
    (re.compile(rf"(?:{_ABOVE}) ({_NUMBER})$"), "above"),
    (re.compile(rf"(?:{_AT_LEAST}) ({_NUMBER})$"), "low"),
    (re.compile(rf"(?:{_BELOW}) ({_NUMBER})$"), "below"),
    (re.compile(rf"(?:{_UP_TO}) ({_NUMBER})$"), "high"),
    (re.compile(rf"(?:{_FEWER}) ({_NUMBER})$"), "fewer"),
    (re.compile(rf"(?:{_ABOUT}) ({_NUMBER})$"), "about"),
    (re.compile(rf"({_NUMBER})$"), "exact"),
)


@dataclass(frozen=True, slots=True)
class Count:
    """A count: no fewer than `low`, most likely `best`, no more than `high`; None where the words leave it open."""

    low: int | None
    best: int | None
    high: int | None


def parse_number(text: str) -> int | None:
    """A whole number in figures or words, None where it is none.

    >>> parse_number("1,600"), parse_number("twenty-three"), parse_number("two dozen"), parse_number("a hundred")
    (1600, 23, 24, 100)
    >>> parse_number("1.2 million"), parse_number("blue")
    (1200000, None)
    """
    words = text.lower().strip()
    match = re.fullmatch(r"(\d{1,3}(?:[, ]\d{3})+|\d+)", words)
    if match:
        return int(re.sub(r"[, ]", "", words))
    match = re.fullmatch(r"(\d+(?:\.\d+)?) (hundred|thousand|million|dozen)", words)
    if match:
        return round(float(match[1]) * {**_SCALES, "dozen": 12}[match[2]])
    total = group = 0
    parts = [p for p in re.split(r"[\s-]+", words) if p not in ("and", "")]
    if not parts:
        return None
    for part in parts:
        if part in ONES:
            group += ONES.index(part)
        elif part in TENS:
            group += TENS[part]
        elif part in ("a", "an") and len(parts) > 1:
            group += 1
        elif part == "dozen":
            group = max(group, 1) * 12
        elif part == "score" and len(parts) == 1:
            group = 20
        elif part == "hundred":
            group = max(group, 1) * 100
        elif part in _SCALES:
            total += max(group, 1) * _SCALES[part]
            group = 0
        elif re.fullmatch(r"\d+", part):
            group += int(part)
        else:
            return None
    return total + group


def parse_count(text: str) -> Count | None:
    """Low, best and high of a counting phrase, None where it counts nothing.

    >>> parse_count("more than 1,000")
    Count(low=1001, best=None, high=None)
    >>> parse_count("at least 20"), parse_count("nearly 1,600")
    (Count(low=20, best=None, high=None), Count(low=None, best=1600, high=1600))
    >>> parse_count("20 to 30"), parse_count("dozens"), parse_count("eight")
    (Count(low=20, best=None, high=30), Count(low=24, best=None, high=None), Count(low=8, best=8, high=8))
    >>> parse_count("several people") is None
    True
    """
    words = re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip()
    words = re.sub(r"^(?:the |another |a further |a total of |an additional |all |other )+", "", words)
    if words in _VAGUE:
        return Count(_VAGUE[words], None, None)
    for form, what in _FORMS:
        match = form.fullmatch(words)
        if match is None:
            continue
        numbers = [parse_number(g) for g in match.groups()]
        if any(n is None for n in numbers):
            vague = _VAGUE.get(match[1]) if what in ("low", "about", "exact") else None
            if vague is not None:
                return Count(vague, None, None)
            continue
        first = numbers[0] or 0
        if what == "range":
            second = numbers[1] or 0
            return Count(first, None, second) if first < second else None
        return {
            "above": Count(first + 1, None, None),
            "low": Count(first, None, None),
            "below": Count(None, first, first),
            "high": Count(None, None, first),
            "fewer": Count(None, None, max(first - 1, 0)),
            "about": Count(None, first, None),
            "exact": Count(first, first, first),
        }[what]
    return None
