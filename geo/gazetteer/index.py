"""The index: the vendored tables turned into one SQLite file in the user's cache folder, once for each state of the tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from geo.gazetteer.search import Gazetteer

Progress = Callable[[float, str], None]


def index_path() -> Path:
    """Where the index of the present tables is kept, whether it exists yet or not."""
    raise NotImplementedError


def open_gazetteer(progress: Progress | None = None) -> Gazetteer:
    """Open the gazetteer, building its index first when it is missing, damaged or older than the tables.

    `progress` is told the share done (0 to 1) and what is being done. Raises GazetteerMissing when a table is not
    there, GazetteerBroken when one is damaged or the cache folder cannot be written to.
    """
    raise NotImplementedError
