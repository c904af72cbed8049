"""What stands between quotation marks, so that its words for time can count from the day on which it was said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_QUOTE = re.compile("[\u201c\u201d\"]|``|''|\n\\s*\n")


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Stretches between quotation marks in text order, as offsets; none runs over the end of its paragraph.

    >>> find_quotes('She said: "We leave." He did not.')
    [(11, 20)]
    """
    spans, opened = [], None
    for mark in _QUOTE.finditer(text):
        if mark[0].isspace():
            opened = None
        elif opened is None and mark[0] in ('"', "\u201c", "``"):
            opened = mark.end()
        elif opened is not None and mark[0] in ('"', "\u201d", "''"):
            spans.append((opened, mark.start()))
            opened = None
    return spans


def quote_at(quotes: Sequence[tuple[int, int]], offset: int) -> int | None:
    """The index of the quotation in which an offset stands, None outside all of them."""
    index = bisect_right(quotes, offset, key=lambda quote: quote[0]) - 1
    return index if index >= 0 and offset < quotes[index][1] else None
