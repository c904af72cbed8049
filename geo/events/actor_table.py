"""The table of armed groups, state forces and other parties to conflicts, and the look-up of a phrase in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class ActorRow:
    """A party known by name: its stable id, full name, PLOVER sector, ISO 3166 alpha-2 country and other names."""

    id: str
    name: str
    sector: str
    country: str | None
    aliases: tuple[str, ...]
    origin: str


def _pieces(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, those of "Al-Shabaab" apart; all but abbreviations in small letters, so that "fact" is not FACT."""
    parts = " ".join(words).replace("’", "'").replace("-", " ").split()
    return tuple(part if part.isupper() and len(part) <= _ABBREVIATION else part.lower() for part in parts)


_ABBREVIATION = 6


@lru_cache(maxsize=1)
def load_actors() -> tuple[dict[tuple[str, ...], ActorRow], int]:
    """The rows under the words of each of their names, and the length of the longest name in words."""
    table: dict[tuple[str, ...], ActorRow] = {}
    text = resources.files("geo.events").joinpath("data/actors.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        identifier, name, aliases, sector, country, origin = line.split("\t")
        others = tuple(alias for alias in aliases.split(";") if alias)
        row = ActorRow(identifier, name, sector, country or None, others, origin)
        for alias in (name, *others):
            table.setdefault(_pieces((alias,)), row)
    return table, max(map(len, table))


def lookup_actor(words: tuple[str, ...]) -> ActorRow | None:
    """The party that a phrase names, longest name first and last in the phrase first; None where it names none.

    >>> lookup_actor(("the", "Taliban", "fighters")).sector
    'REB'
    >>> lookup_actor(("three", "villagers")) is None
    True
    """
    table, longest = load_actors()
    parts = _pieces(words)
    for length in range(min(longest, len(parts)), 0, -1):
        for start in range(len(parts) - length, -1, -1):
            row = table.get(parts[start : start + length])
            if row is not None:
                return row
    return None
