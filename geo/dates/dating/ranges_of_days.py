"""Two time expressions that are the ends of one stretch, for the event that they date: "between Friday and Sunday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.model import Interval, TimeExpression

_BETWEEN = re.compile(r"\b(?P<word>between|from) \Z", re.IGNORECASE)
_JOINS = {
    "between": re.compile(r" and (?:on )?"),
    "from": re.compile(r" (?:to|until|till|through) |-|\u2013"),
    "": re.compile(r" and (?:on )?"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from one expression to the next, and the words of both."""

    interval: Interval
    first: str
    last: str


def find_stretches_of_days(text: str, times: Sequence[TimeExpression]) -> dict[int, Stretch]:
    """The stretches of a text by the index of either of their two expressions.

    "on Thursday and Friday" is one as well where the second day is the next one.
    """
    found: dict[int, Stretch] = {}
    for index in range(len(times) - 1):
        one, two = times[index], times[index + 1]
        begins, ends = one.interval.earliest, two.interval.latest
        if one.type != "DATE" or two.type != "DATE" or index in found or begins is None or ends is None:
            continue
        if begins >= ends or two.interval.earliest is None or two.span.start - one.span.end > 10:
            continue
        lead = _BETWEEN.search(text[max(0, one.span.start - 9) : one.span.start])
        word = lead["word"].lower() if lead else ""
        if not _JOINS[word].fullmatch(text, one.span.end, two.span.start):
            continue
        if not word and not (one.interval.precision == two.interval.precision == "day" and (ends - begins).days == 1):
            continue
        stretch = Stretch(Interval(begins, ends, "days"), one.text, two.text)
        found[index] = found[index + 1] = stretch
    return found
