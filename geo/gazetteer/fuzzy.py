"""Names within a slip or two of a misspelt one.

All the names are kept in memory by length, from the first question on, and compared by edit distance: unlike an index
of their beginnings or of letter triples this also finds slips in the first letter and in short names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 4
"""A shorter name is a slip away from too many others to be guessed at."""


class FuzzyNames:
    """The folded names of the gazetteer, ready to be searched for near misses."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for name in names:
            if "(" not in name:
                self._by_length[len(name)].append(name)

    def closest(self, folded: str, limit: int) -> list[tuple[float, str]]:
        """The names nearest to `folded`, each with its slips: one is let pass up to seven letters, two from eight."""
        if len(folded) < _SHORTEST:
            return []
        slips = 1 if len(folded) < 8 else 2
        near: list[tuple[float, str]] = []
        for length in range(len(folded) - slips, len(folded) + slips + 1):
            found = process.extract(
                folded,
                self._by_length.get(length, []),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=slips,
                limit=4 * limit,
            )
            near.extend((distance, name) for name, distance, _ in found if distance > 0)
        return sorted(near)[:limit]
