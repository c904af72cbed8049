"""A rule: a name, a pattern written with the fragments of `geo.dates.words`, and what its match means.

In a pattern a space stands for white space (one line end at most), <month> for a named group with that fragment, <month:m2>
for one under another name, and <month:> for one without a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from geo.dates.context import Context
from geo.dates.values import Reading
from geo.dates.words import FRAGMENTS

Parts = tuple[tuple[str, Reading], ...]
"""Several expressions in one match: the group that each covers, and its reading."""
Meaning = Reading | Parts | None
"""None: these words are no time after all."""
Resolve = Callable[[re.Match[str], Context], Meaning]

WHITE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"
_MACRO = re.compile(r"(?<!\?P)<(\w+)(?::(\w*))?>")
_SPACE = re.compile(r"(\[[^\]]*\]|\(\?<[=!][^)]*\))|( )")


def build_pattern(template: str, open_start: bool = False) -> re.Pattern[str]:
    """The compiled pattern of a rule's template; `open_start` lets it begin within a word.

    >>> build_pattern("<day> <month>").search("on 5\\nJuly").group("day", "month")
    ('5', 'July')
    """

    def fragment(found: re.Match[str]) -> str:
        name, group = found[1], found[2]
        body = FRAGMENTS[name]
        return f"(?:{body})" if group == "" else f"(?P<{group or name}>{body})"

    def white(found: re.Match[str]) -> str:
        return WHITE if found[2] else found[1].replace(" ", r"\s")

    template = _SPACE.sub(white, _MACRO.sub(fragment, template))
    start = "" if open_start else r"(?<![\w$£€#@])(?<!\d[.,:/-])"
    return re.compile(start + "(?:" + template + r")(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which text tells a time. `bends` lets words around it ("early", "morning") change the value."""

    name: str
    template: str
    resolve: Resolve
    bends: bool = True
    pattern: re.Pattern[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", build_pattern(self.template))
