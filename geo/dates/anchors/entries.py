"""Dates at the head of paragraphs: the entries of a chronology, of a diary, of letters, of a log of days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geo.dates.anchors.evidence import Evidence
from geo.dates.rule import build_pattern
from geo.model import Span

_DAY = (
    r"(?:<weekday:>,? )?(?:the )?"
    r"(?:<day:>(?: of)? <month:>|<month:> (?:the )?<day:>|[12]\d{3}-\d\d-\d\d)(?:,? <year:>)?"
)
_END = r"(?: ?:| ?[\u2013\u2014]| -|\.)(?= )|(?: ?:)? ?(?=\n|$)"
_HEAD = build_pattern(
    rf"(?P<day>{_DAY}|<fullweekday:>(?: (?:morning|afternoon|evening|night))?)(?={_END})"
    rf"|(?P<coarse>(?:<month:>,? )?<year:>)(?={_END})"
)
_LETTER_HEAD = build_pattern(r"(?P<day><day:> <month:>,? <year:>|<month:> <day:>,? <year:>)\.?(?=\s*$)")
_BULLET = re.compile(r"[\s*\u2022>#\u2013-]{0,6}")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")
_SALUTATION = re.compile(r"\s*(?:my )?(?:own )?(?:dear|beloved)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A run of paragraphs, `first` to before `last`, under the date at `head`.

    `own_day`: written on that day, as diaries and day logs are, so that "yesterday" is the day before it.
    """

    first: int
    last: int
    head: Span
    own_day: bool


def find_entries(text: str, starts: Sequence[int], evidence: Sequence[Evidence]) -> list[Entry]:
    """The entries of a text in order; `starts` are the first offsets of its paragraphs, `evidence` what these tell.

    A single dated paragraph is no list; a single dated line is a letter's where the text behind it says "I" and "we".
    """
    heads: list[tuple[int, Span, bool]] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        skipped = _BULLET.match(text, start, end)
        begin = skipped.end() if skipped else start
        line_end = text.find("\n", begin, end)
        line_end = end if line_end < 0 else line_end
        if (head := _HEAD.match(text, begin, min(end, begin + 60))) is not None:
            heads.append((index, Span(*head.span()), head["day"] is not None))
        elif line_end - begin < 90 and (letter := _LETTER_HEAD.search(text, begin, line_end)) is not None:
            follows = starts[index + 1] if index + 1 < len(starts) else line_end
            if _SALUTATION.match(text, follows):
                heads.append((index, Span(*letter.span("day")), True))
    days = [n for n, head in enumerate(heads) if head[2]]
    spoken = sum(_spoken(text, starts, evidence, heads, number) for number in days)
    own_days = len(days) > 0 and 2 * spoken >= len(days)
    if len(heads) < 2 and not (own_days and len(days) == 1 and _lettered(text, heads[0][1])):
        return []
    return [
        Entry(index, heads[n + 1][0] if n + 1 < len(heads) else len(starts), head, own_days and is_day)
        for n, (index, head, is_day) in enumerate(heads)
    ]


def _spoken(
    text: str, starts: Sequence[int], evidence: Sequence[Evidence], heads: Sequence[tuple[int, Span, bool]], number: int
) -> bool:
    """Whether an entry is told by one who was there on the day: "we", "yesterday", "officials said"."""
    first, last = heads[number][0], heads[number + 1][0] if number + 1 < len(heads) else len(starts)
    end = starts[last] if last < len(starts) else len(text)
    # A weekday at the head is among the words that count from publication, but tells nothing here.
    words = -int(_is_weekday(text, heads[number][1]))
    for each in evidence[first:last]:
        words += each.counts.get("day word", 0) + each.counts.get("speech", 0)
    return words > 0 or _FIRST_PERSON.search(text, heads[number][1].end, end) is not None


def _is_weekday(text: str, head: Span) -> bool:
    words = head.quote(text)
    return words.split()[0].lower().rstrip(",").endswith("day") and not re.search(r"\d", words)


def _lettered(text: str, head: Span) -> bool:
    """Whether a salutation stands behind the date, as in a letter."""
    return _SALUTATION.match(text[head.end : head.end + 40].lstrip(" .\n")) is not None
