"""Names within a slip or two of a misspelt one.

All the names are kept in memory by length, from the first question on, and compared by edit distance: unlike an index
of their beginnings or of letter triples this also finds slips in the first letter and in short names. Most names are
ruled out before that by the letters that they hold, which a slip can change by two at most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST = 4
"""A shorter name is a slip away from too many others to be guessed at."""


class FuzzyNames:
    """The folded names of the gazetteer, ready to be searched for near misses."""

    def __init__(self, names: Iterable[str]) -> None:
        by_length: dict[int, list[str]] = defaultdict(list)
        for name in names:
            if "(" not in name:
                by_length[len(name)].append(name)
        self._by_length = {
            length: (same, np.array([_letters(name) for name in same], dtype=np.uint64))
            for length, same in by_length.items()
        }

    def closest(self, folded: str, limit: int) -> list[tuple[float, str]]:
        """The names nearest to `folded`, each with its slips: one is let pass up to seven letters, two from eight."""
        if len(folded) < _SHORTEST:
            return []
        slips = 1 if len(folded) < 8 else 2
        near: list[tuple[float, str]] = []
        for length in range(len(folded) - slips, len(folded) + slips + 1):
            found = process.extract(
                folded,
                self._alike(folded, length, slips),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=slips,
                limit=4 * limit,
            )
            near.extend((distance, name) for name, distance, _ in found if distance > 0)
        return sorted(near)[:limit]

    def _alike(self, folded: str, length: int, slips: int) -> list[str]:
        """The names of a length whose letters are those of `folded` but for as many as slips can change."""
        names, letters = self._by_length.get(length, ([], _NOTHING))
        differing: NDArray[np.uint8] = np.bitwise_count(letters ^ np.uint64(_letters(folded)))
        return [names[index] for index in np.flatnonzero(differing <= 2 * slips).tolist()]


_NOTHING = np.array([], dtype=np.uint64)


def _letters(name: str) -> int:
    """Which characters a name holds, one bit for each of sixty-four kinds."""
    mask = 0
    for character in name:
        mask |= 1 << (ord(character) & 63)
    return mask
