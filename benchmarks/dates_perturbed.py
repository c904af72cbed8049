"""How well values stand when the same text is written otherwise: no gold is needed, the answers are held against those
on the text as it was.

Upper case, typographers' marks, days before or behind their month, short weekdays and line ends must change nothing;
a publication day a week later must move what hangs on it by a week, and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc

from geo.dates import find_times
from geo.model import Article, TimeExpression

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    "|Sept|Sep|Oct|Nov|Dec"
)
_MONTH_DAY = re.compile(rf"\b({_MONTHS})(\.?) (\d{{1,2}})(?!\d|[-:]|st|nd|rd|th)(?=\W)")
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)\b(?!s)")
_SENTENCE = re.compile(r"(?<=[a-z][.?!]) (?=[A-Z])")
_MARKS = (("``", "\u201c"), ("''", "\u201d"), (" -- ", " \u2014 "), ("'", "\u2019"), (" - ", " \u2013 "))
_ORDINAL = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}

Piece = tuple[int, int, str]
"""A stretch of the text as it was, and what stands there instead."""
Parse = Callable[[str, list[Article]], list[Doc]]


def _shouted(text: str) -> list[Piece]:
    return [(0, len(text), "".join(c.upper() if len(c.upper()) == 1 else c for c in text))]


def _typeset(text: str) -> list[Piece]:
    marks = re.compile("|".join(re.escape(plain) for plain, _ in _MARKS))
    set_as = dict(_MARKS)
    return [(m.start(), m.end(), set_as[m[0]]) for m in marks.finditer(text)]


def _day_month(text: str) -> list[Piece]:
    return [(m.start(), m.end(), f"{m[3]} {m[1]}{m[2]}") for m in _MONTH_DAY.finditer(text)]


def _ordinal_month(text: str) -> list[Piece]:
    found = _MONTH_DAY.finditer(text)
    return [(m.start(), m.end(), f"{m[3]}{_ORDINAL.get(int(m[3]), 'th')} {m[1]}{m[2]}") for m in found]


def _short_weekdays(text: str) -> list[Piece]:
    return [(m.start(), m.end(), f"{m[1]}.") for m in _WEEKDAY.finditer(text)]


def _broken_lines(text: str) -> list[Piece]:
    return [(m.start(), m.end(), "\n") for m in _SENTENCE.finditer(text)]


WRITINGS: dict[str, Callable[[str], list[Piece]]] = {
    "upper case": _shouted,
    "curly quotes and dashes": _typeset,
    '"6 July" for "July 6"': _day_month,
    '"6th July" for "July 6"': _ordinal_month,
    '"Mon." for "Monday"': _short_weekdays,
    "a line for each sentence": _broken_lines,
}


def rewrite(text: str, pieces: Sequence[Piece]) -> tuple[str, Callable[[int], int]]:
    """The text with its pieces put in, and a way back from new offsets to old ones.

    >>> new, back = rewrite("on July 6 they", [(3, 9, "6th July")])
    >>> new, back(new.index("they"))
    ('on 6th July they', 10)
    """
    out: list[str] = []
    old_ends, new_ends, at, length = [0], [0], 0, 0
    for start, end, instead in pieces:
        out += [text[at:start], instead]
        length += start - at + len(instead)
        at = end
        old_ends.append(end)
        new_ends.append(length)

    def back(offset: int) -> int:
        index = bisect_left(new_ends, offset + 1) - 1
        if index + 1 < len(new_ends):  # before or within the next piece
            start, instead = pieces[index][0], pieces[index][2]
            if offset > new_ends[index + 1] - len(instead):
                share = (offset - (new_ends[index + 1] - len(instead))) / len(instead)
                return start + round(share * (pieces[index][1] - start))
        return old_ends[index] + offset - new_ends[index]

    return "".join(out) + text[at:], back


def shift_value(value: str, days: int) -> str:
    """A value with a day or a week, so many days on; others as they are, for no week moves them surely.

    >>> shift_value("2021-12-29TNI", 7), shift_value("2021-W52", 7), shift_value("P3D", 7)
    ('2022-01-05TNI', '2022-W01', 'P3D')
    """
    if found := re.match(r"(\d{4}-\d\d-\d\d)(.*)", value):
        return (date.fromisoformat(found[1]) + timedelta(days=days)).isoformat() + found[2]
    if found := re.match(r"(\d{4})-W(\d\d)(.*)", value):
        year, week, _ = (date.fromisocalendar(int(found[1]), int(found[2]), 1) + timedelta(days=days)).isocalendar()
        return f"{year:04}-W{week:02}{found[3]}"
    return value


def _agreed(before: Sequence[TimeExpression], after: Sequence[tuple[int, int, str]]) -> int:
    """How many expressions have an overlapping one with the same value."""
    starts = [start for start, _, _ in after]
    count = 0
    for time in before:
        index = max(0, bisect_left(starts, time.span.start) - 1)
        near = after[index : index + 3]
        count += any(
            start < time.span.end and time.span.start < end and value == time.value for start, end, value in near
        )
    return count


def print_perturbed(corpus: str, articles: Sequence[Article], parse: Parse) -> None:
    """How much of the answers stands under each writing, and what a week's shift of publication moves.

    `parse` gives the Docs of articles, kept under a name.
    """
    docs = parse(corpus, list(articles))
    as_was = [find_times(article, doc) for article, doc in zip(articles, docs, strict=True)]
    total = sum(len(times) for times in as_was)
    print(f"\n{corpus}: {total} expressions; still there with the same value where the text is written with")
    for name, write in WRITINGS.items():
        agreed = touched = extra = 0
        written = [(number, rewrite(a.text, pieces)) for number, a in enumerate(articles) if (pieces := write(a.text))]
        texts = [replace(articles[number], text=text) for number, (text, _) in written]
        parsed = parse(f"{corpus} {name.replace(chr(34), '')}", texts)
        for (number, (_, back)), article, doc in zip(written, texts, parsed, strict=True):
            times = as_was[number]
            answers = [(back(t.span.start), back(t.span.end), t.value) for t in find_times(article, doc)]
            touched += len(times)
            agreed += _agreed(times, answers)
            extra += max(0, len(answers) - len(times))
        print(f"  {name:28s} {100 * agreed / max(1, touched):5.1f}% of {touched}, {extra} more than before")
    _print_shift(articles, docs, as_was)


def _print_shift(articles: Sequence[Article], docs: Sequence[Doc], as_was: Sequence[Sequence[TimeExpression]]) -> None:
    """What a publication day a week later moves: days and weeks counted from it by a week, nothing else at all."""
    anchored = moved = fixed = stayed = 0
    for article, doc, times in zip(articles, docs, as_was, strict=True):
        if article.published is None:
            continue
        later = find_times(replace(article, published=article.published + timedelta(days=7)), doc)
        after = {(t.span.start, t.span.end): t.value for t in later}
        for time in times:
            value = after.get((time.span.start, time.span.end))
            hangs = time.anchor in ("published", "quote")
            if (
                hangs
                and shift_value(time.value, 7) != time.value
                and not re.search(r"[A-Z][a-z]{2,8}\.? \d", time.text)
            ):
                anchored += 1
                moved += value == shift_value(time.value, 7)
            elif not hangs and time.anchor == "none":
                fixed += 1
                stayed += value == time.value
    print(
        f"  published a week later: {moved} of {anchored} days and weeks counted from it move by a week,"
        f" {stayed} of {fixed} that hang on nothing stay"
    )
