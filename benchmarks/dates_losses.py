"""Why a time expression of a corpus was lost, in what way gold contradicts itself, and losses in context: the part of
benchmarks/dates.py that looks behind the scorer's figures.

Spans are aligned, and values compared, by the scorer's own functions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from geo.dates.values import interval_of

CLASSES = {
    "missed": "gold has an expression where none was found",
    "stray": "an expression was found where gold has none",
    "form": "the same time, annotated in another form (P1E for P10Y, 1998-XX for 1998)",
    "type": "a length for a point of time, a repetition for a length, or the like",
    "reference": "past, present or future at large for a date that can be told, or the other way round",
    "part of day": "the right day, with another part of it or without one",
    "left open": "parts are X that gold fills in",
    "filled in": "parts are filled in that gold leaves X",
    "coarser": "the right time, told less finely than in gold",
    "finer": "the right time, told more finely than in gold",
    "direction": "behind publication where gold lies ahead, or the other way round",
    "next door": "one unit off: the day, week, month or year beside gold's",
    "anchor": "the right kind of time, counted from elsewhere",
    "length": "a length of time with another count or unit",
    "span": "another stretch of words was read, and so another value",
    "other": "none of these",
}
"""Every way to lose an expression, in words; `classify` says which holds."""

_NUMBERS = {"DE": 10, "E": 10, "CE": 100, "C": 100, "ML": 1000}


@dataclass(frozen=True, slots=True)
class Loss:
    """One expression that was lost: its name, class, the rule that read it ("-" for none), and both readings."""

    id: str
    kind: str
    rule: str
    document: int
    start: int
    end: int
    gold: str
    answer: str


def canonical(value: str) -> str:
    """A TIMEX3 value without the habits of annotators: one spelling for what means the same.

    >>> canonical("P1DE"), canonical("1998-XX-XX"), canonical("2000-W2"), canonical("P12M"), canonical("19XX")
    ('P10Y', '1998', '2000-W02', 'P1Y', '19')
    """
    value = value.strip().upper().rstrip(".")
    if length := re.fullmatch(r"P([\d.]+)(DE|E|CE|C|ML)", value):
        value = f"P{float(length[1]) * _NUMBERS[length[2]]:g}Y"
    if value.startswith("P") and (hours := re.fullmatch(r"PT(\d+)H", value)) and int(hours[1]) % 24 == 0:
        value = f"P{int(hours[1]) // 24}D"
    if days := re.fullmatch(r"P(\d+)D", value):
        value = f"P{int(days[1]) // 7}W" if int(days[1]) % 7 == 0 else value
    if months := re.fullmatch(r"P(\d+)M", value):
        value = f"P{int(months[1]) // 12}Y" if int(months[1]) % 12 == 0 else value
    if quarters := re.fullmatch(r"P(\d+)Q", value):
        value = f"P{int(quarters[1]) * 3}M"
    value = re.sub(r"^P(?:XX|XC|XE|XDE|XCE)$", "PXY", value)
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"^(\d{4})-(\d\d)-XX$", r"\1-\2", value)
    value = re.sub(r"^(\d{4})-(?:XX(?:-XX)?|WXX|QX)$", r"\1", value)
    value = re.sub(r"^(\d{2,3})X{1,2}$", r"\1", value)
    value = re.sub(r"T(?:24:00|24)$", "T24", re.sub(r"T(\d\d)$", r"T\1:00", value))
    return value.replace("TDA", "TMO").replace("TDT", "").removesuffix("TXX")


def _overlaps(first: str, second: str) -> int:
    """1 where the first value's days lie wholly around the second's, -1 where within, 0 where neither."""
    a, b = interval_of(first), interval_of(second)
    if a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return 0
    if a.earliest <= b.earliest and b.latest <= a.latest:
        return 1
    return -1 if b.earliest <= a.earliest and a.latest <= b.latest else 0


def _shape(value: str) -> str:
    """How a value is built: "9999-99-99", "9999-W99", "9999-SE"; parts of the day stay out."""
    return re.sub(r"\d", "9", re.sub(r"-(SP|SU|FA|WI)$", "-SE", value.split("T")[0]))


def _steps(first: str, second: str) -> int | None:
    """How many units of their own lie between two values of one shape; None where they cannot be counted."""
    a, b = interval_of(first).earliest, interval_of(second).earliest
    if a is None or b is None:
        return None
    shape = _shape(first)
    if shape == "9999-99-99":
        days = (a - b).days
        return days // 7 if days % 7 == 0 else days
    if shape == "9999-W99":
        return (a - b).days // 7
    if shape == "9999-99":
        months = (a.year - b.year) * 12 + a.month - b.month
        return months // 12 if months % 12 == 0 else months
    return a.year - b.year


def classify(gold: Mapping[str, Any], answer: Mapping[str, Any], published: date | None) -> str:
    """Which of CLASSES the loss is: `gold` and `answer` overlap and have different values.

    Both have start, end, type and value.
    """
    mine, theirs = canonical(str(answer["value"])), canonical(str(gold["value"]))
    if mine == theirs:
        return "form"
    same_span = (gold["start"], gold["end"]) == (answer["start"], answer["end"])
    if mine.startswith("P") != theirs.startswith("P") or mine.endswith("_REF") != theirs.endswith("_REF"):
        if mine.endswith("_REF") or theirs.endswith("_REF"):
            return "reference"
        return "type" if same_span else "span"
    if mine.endswith("_REF"):
        return "other"
    if mine.startswith("P"):
        return "length" if same_span else "span"
    if mine.split("T")[0] == theirs.split("T")[0]:
        return "part of day"
    if "X" in mine and "X" not in theirs:
        return "left open"
    if "X" in theirs and "X" not in mine:
        return "filled in"
    around = _overlaps(mine, theirs)
    if not same_span and (around or _shape(mine) != _shape(theirs)):
        return "span"
    if around:
        return "coarser" if around > 0 else "finer"
    if _shape(mine) == _shape(theirs):
        return _point(mine, theirs, published)
    return "anchor" if re.match(r"\d{4}", mine) and re.match(r"\d{4}", theirs) else "other"


def _point(mine: str, theirs: str, published: date | None) -> str:
    """Two points of one shape that differ: by direction, by one unit, or by what they were counted from."""
    a, b = interval_of(mine).earliest, interval_of(theirs).earliest
    if a is None or b is None:
        return "other"
    if published is not None and (a > published) != (b > published):
        return "direction"
    steps = _steps(mine, theirs)
    return "next door" if steps is not None and abs(steps) == 1 else "anchor"


def find_losses(
    scorer: ModuleType,
    documents: Sequence[Mapping[str, Any]],
    records: Sequence[Mapping[str, Any]],
    published: Sequence[date | None],
    names: Sequence[str],
) -> Iterator[tuple[Loss, str]]:
    """Every gold expression that was not given its value and every one that is none in gold, with gold's type.

    `names[i]` stands for document i; a loss's id is made of it and the place in the text by the caller's `item_id`.
    """
    for number, (document, record, day) in enumerate(zip(documents, records, published, strict=True)):
        gold = [t for t in document["timexes"] if t.get("nested_in") is None]
        pairs = scorer.pair(gold, record["times"])
        for index, timex in enumerate(gold):
            answer = record["times"][pairs[index]] if index in pairs else None
            if not timex["value"]:
                continue
            if answer is None:
                kind, rule, value = "missed", "-", "-"
            elif scorer.norm_value(timex["value"]) != scorer.norm_value(answer["value"]):
                kind, rule, value = classify(timex, answer, day), answer["rule"], answer["value"]
            else:
                continue
            name = f"{names[number]} {timex['start']}"
            yield (
                Loss(name, kind, rule, number, timex["start"], timex["end"], timex["value"], value),
                str(timex["type"]),
            )
        for index, answer in enumerate(record["times"]):
            if index not in pairs.values():
                yield (
                    Loss(
                        f"{names[number]} {-answer['start'] - 1}",
                        "stray",
                        answer["rule"],
                        number,
                        answer["start"],
                        answer["end"],
                        "-",
                        answer["value"],
                    ),
                    "-",
                )


def show(loss: Loss, text: str, published: date | None, name: str) -> str:
    """One loss in its words, for the terminal alone."""
    before = text[max(0, loss.start - 110) : loss.start].replace("\n", " ")
    behind = text[loss.end : loss.end + 70].replace("\n", " ")
    day = published.strftime("%a %Y-%m-%d") if published else "no day"
    return (
        f"{loss.kind} [{loss.rule}] gold {loss.gold}, answer {loss.answer}; published {day}; {name}\n"
        f"    {before}[[{text[loss.start : loss.end]}]]{behind}"
    )


_PHRASE = (
    (re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b"), "weekday"),
    (
        re.compile(
            r"\b(january|february|march|april|may|june|july|august|september|october|november|december"
            r"|jan\.|feb\.|mar\.|apr\.|aug\.|sept\.|oct\.|nov\.|dec\.)"
        ),
        "month",
    ),
    (re.compile(r"\b[12]\d{3}\b"), "year"),
    (re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b"), "number"),
)


def _kin(text: str) -> str:
    """A phrase with its weekday, month, year and numbers made one each: phrases of a kin should be annotated alike."""
    words = " ".join(text.lower().replace("-", " ").split())
    for pattern, name in _PHRASE:
        words = pattern.sub(name, words)
    return words.removeprefix("the ").strip(" .,")


def _annotated(timex: Mapping[str, Any]) -> str:
    """How gold annotates: type and shape of the value, with numbers made one."""
    value = str(timex["value"]).upper()
    value = re.sub(r"\d+", "9", value) if value.startswith("P") else _shape(value) + "T" * ("T" in value[4:])
    return f"{timex['type']} {value}"


def measure_ceiling(documents: Sequence[Mapping[str, Any]]) -> tuple[int, int, list[tuple[str, dict[str, int]]]]:
    """How many expressions belong to a kin of phrases, how many of those gold annotates unlike its kin's commonest way,
    and the kins that are split most, each with its ways.

    This is where no rule can be right in every case by the phrase alone, and so an upper bound of what is annotators'
    whim: some kins differ with good reason.

    >>> gold = [{"text": f"{day} night", "type": "DATE", "value": value}
    ...     for day, value in (("Friday", "2021-07-02"), ("Friday", "2021-07-09TNI"), ("Monday", "2021-07-05TNI"))]
    >>> measure_ceiling([{"timexes": gold}])[:2]
    (3, 1)
    """
    kins: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for document in documents:
        for timex in document["timexes"]:
            if timex.get("nested_in") is None and timex["value"]:
                kins[_kin(timex["text"])][_annotated(timex)] += 1
    shared = {kin: dict(ways) for kin, ways in kins.items() if sum(ways.values()) > 1}
    total = sum(sum(ways.values()) for ways in shared.values())
    unlike = {kin: sum(ways.values()) - max(ways.values()) for kin, ways in shared.items()}
    worst = sorted((kin for kin in unlike if unlike[kin]), key=lambda kin: (-unlike[kin], kin))
    return total, sum(unlike.values()), [(kin, shared[kin]) for kin in worst]
