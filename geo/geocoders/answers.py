"""What an outside geocoder answered, kept in the user's cache folder so that no question is asked twice."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import platformdirs

from geo.errors import GeocoderUnavailable

KEPT_FOR = timedelta(days=180)
"""After that a question is asked again: maps change."""

SETTING = "DATELINE_CACHE"
"""The environment variable that names another cache folder."""


def cache_folder() -> Path:
    """The user's cache folder, or the one that DATELINE_CACHE names; it need not exist."""
    named = os.environ.get(SETTING, "").strip()
    return Path(named) if named else Path(platformdirs.user_cache_dir("dateline"))


class Answers:
    """Questions and their answers in one SQLite file; several processes may use it at once."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or cache_folder()) / "geocoder-answers.sqlite"

    def load(self, question: str) -> list[dict[str, Any]] | None:
        """The kept answer, which may be empty; None when the question was never asked or the answer is old or spoilt.

        Raises GeocoderUnavailable when the folder cannot be used.
        """
        oldest = (datetime.now(UTC) - KEPT_FOR).isoformat()
        with self._open() as base:
            row = base.execute(
                "SELECT answer FROM answers WHERE question = ? AND asked > ?", (question, oldest)
            ).fetchone()
        try:
            answer = json.loads(row[0]) if row else None
        except (TypeError, ValueError):
            return None
        return answer if isinstance(answer, list) else None

    def save(self, question: str, answer: list[dict[str, Any]]) -> None:
        """Keeps `answer`, in place of an older one, and drops those that are too old to be given.

        Raises GeocoderUnavailable when the folder cannot be used.
        """
        now = datetime.now(UTC)
        with self._open() as base, base:
            base.execute("DELETE FROM answers WHERE asked <= ?", ((now - KEPT_FOR).isoformat(),))
            base.execute(
                "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (question, json.dumps(answer), now.isoformat())
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """The open file; a damaged one is begun anew, since all it holds can be asked again."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                base = self._connect()
            except sqlite3.OperationalError as error:
                if "no such column" not in str(error):  # a table of another make
                    raise
                self.path.unlink()
                base = self._connect()
            except sqlite3.DatabaseError:
                self.path.unlink()
                base = self._connect()
            with closing(base):
                yield base
        except (OSError, sqlite3.Error) as error:
            raise GeocoderUnavailable(
                f"The geocoder is not asked, because its answers cannot be kept in {self.path} ({error})."
            ) from error

    def _connect(self) -> sqlite3.Connection:
        base = sqlite3.connect(self.path, timeout=10)
        try:
            base.execute("CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, answer TEXT, asked TEXT)")
            # A file that was cut off is told by reading it, not by opening it.
            if base.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("damaged")
            base.execute("SELECT question, answer, asked FROM answers LIMIT 1").fetchone()
        except sqlite3.Error:
            base.close()
            raise
        return base
