"""English number words as values: the one table that dates and tolls both read their figures from."""

from __future__ import annotations

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
ONES: list[str] = _BELOW_TWENTY.split()
"""The words below twenty, each at the index that is its value."""

TENS: dict[str, int] = {
    word: 10 * count
    for count, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
