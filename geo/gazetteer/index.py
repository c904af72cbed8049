"""The index: the vendored tables as one SQLite file in the user's cache folder, once for each state of them."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs

from geo.errors import GazetteerBroken
from geo.gazetteer import airnames, entries, folding, outlines, regions, tables
from geo.gazetteer.packs.store import packs_folder
from geo.gazetteer.search import Gazetteer

Progress = Callable[[float, str], None]

_SCHEMA = """
CREATE TABLE places (
    rank INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    feature TEXT NOT NULL, country TEXT, countries TEXT NOT NULL, admin1 TEXT, admin2 TEXT, province TEXT,
    population INTEGER NOT NULL, geonameid INTEGER, precision TEXT NOT NULL, precision_km REAL NOT NULL,
    attribution TEXT NOT NULL, alternates INTEGER NOT NULL, prominence REAL NOT NULL, cell INTEGER);
CREATE TABLE names (folded TEXT NOT NULL, rank INTEGER NOT NULL, kind INTEGER NOT NULL, name TEXT,
    PRIMARY KEY (folded, rank, kind)) WITHOUT ROWID;
CREATE TABLE demonyms (word TEXT PRIMARY KEY, countries TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE outlines (id TEXT PRIMARY KEY, kind TEXT NOT NULL, country TEXT NOT NULL, drawn INTEGER NOT NULL,
    geometry TEXT NOT NULL, screen TEXT) WITHOUT ROWID;
CREATE TABLE borders (a TEXT NOT NULL, b TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, geometry TEXT NOT NULL,
    PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_AFTER = """
CREATE UNIQUE INDEX places_id ON places (id);
CREATE INDEX places_cell ON places (cell) WHERE cell IS NOT NULL;
CREATE INDEX places_country ON places (country) WHERE feature = 'PCLI';
CREATE INDEX places_province ON places (country) WHERE feature = 'ADM1';
CREATE INDEX places_population ON places (population DESC) WHERE feature LIKE 'PPL%';
"""
_MODULES = (entries, folding, airnames, outlines, regions)
"""The modules that say what goes into the index."""
_LOCK_SECONDS = 120.0
_STALE_SECONDS = 300.0
_KEPT_SECONDS = 3600.0


def cache_folder() -> Path:
    """Where the index lives: DATELINE_CACHE when it is set, else the system's place for a user's caches."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("dateline"))


def compute_key() -> str:
    """Digest of everything that the index depends on: the tables and the code that folds and arranges them."""
    code = b"".join(Path(str(module.__file__)).read_bytes() for module in _MODULES)
    return hashlib.sha256(tables.compute_digest().encode() + code + _SCHEMA.encode() + _AFTER.encode()).hexdigest()[:16]


def index_path() -> Path:
    """Where the index of the present tables is kept, whether it exists yet or not; raises GazetteerMissing."""
    return cache_folder() / f"gazetteer-{compute_key()}.sqlite"


def open_gazetteer(progress: Progress | None = None) -> Gazetteer:
    """Open the gazetteer, building its index first when it is missing, damaged or older than the tables.

    `progress` is told the share done (0 to 1) and what is being done. Raises GazetteerMissing when a table is not
    there, GazetteerBroken when one is damaged or the cache folder cannot be written to; an index that an earlier
    state of the tables left behind is not touched in that case.
    """
    path = index_path()
    if not is_whole(path):
        with _hold_lock(path):
            if not is_whole(path):  # another process may have built it while this one waited
                build_index(path, progress or _tell_nobody)
        _drop_older(path)
    return Gazetteer(path, tables.compute_digest()[:12], packs_folder())


def is_whole(path: Path) -> bool:
    """Whether there is an index at `path` that was finished and can be read."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            done = connection.execute("SELECT value FROM meta WHERE key = 'bytes'").fetchone()
            connection.execute("SELECT folded FROM names LIMIT 1").fetchone()
            connection.execute("SELECT id FROM places LIMIT 1").fetchone()
    except sqlite3.Error:
        return False
    return done is not None and int(done[0]) == path.stat().st_size


def build_index(path: Path, progress: Progress) -> None:
    """Turn the tables into an index at `path`, which appears there whole or not at all.

    Raises GazetteerMissing, or GazetteerBroken when a table is damaged or the folder cannot be written to.
    """
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(partial, isolation_level=None)) as connection, _without_collector():
            _fill(connection, progress)
        with contextlib.closing(sqlite3.connect(partial)) as connection:
            _seal(connection, partial)
        partial.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(path.parent, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    progress(1.0, "The place index is ready")


def _fill(connection: sqlite3.Connection, progress: Progress) -> None:
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
    connection.executescript(_SCHEMA)
    progress(0.02, "Reading the place tables")
    gathered = entries.load_entries(lambda share: progress(0.02 + 0.38 * share, "Reading the place tables"))
    progress(0.4, "Reading outlines")
    shapes = {outline.code: outline for outline in outlines.load_outlines()}
    borders = list(outlines.load_borders())
    regions.locate(gathered, shapes, borders)
    progress(0.55, "Arranging the places")
    connection.execute("BEGIN")
    connection.executemany(
        f"INSERT INTO places VALUES ({', '.join('?' * 19)})",
        (_place_row(rank, entry) for rank, entry in enumerate(gathered)),
    )
    progress(0.65, "Arranging the names")
    names = sorted(entries.list_names(gathered), key=lambda row: row[:3])
    progress(0.75, "Arranging the names")
    connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?)", names)
    connection.executemany("INSERT OR REPLACE INTO demonyms VALUES (?, ?)", entries.load_demonyms())
    progress(0.85, "Arranging outlines and borders")
    connection.executemany(
        "INSERT INTO outlines VALUES (?, ?, ?, ?, ?, ?)", regions.list_outlines(gathered, shapes, borders)
    )
    connection.executemany("INSERT INTO borders VALUES (?, ?, ?, ?, ?)", regions.list_borders(borders))
    connection.execute("COMMIT")
    connection.executescript(_AFTER)


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector from walking, over and over, half a million values that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _place_row(rank: int, entry: entries.Entry) -> tuple[object, ...]:
    return (
        rank,
        entry.id,
        entry.name,
        entry.lat,
        entry.lon,
        entry.feature,
        entry.country,
        entry.countries,
        entry.admin1,
        entry.admin2,
        entry.province,
        entry.population,
        entry.geonameid,
        entry.precision,
        entry.precision_km,
        entry.attribution,
        entry.alternates,
        entry.prominence,
        entry.cell,
    )


def _seal(connection: sqlite3.Connection, partial: Path) -> None:
    """Note the finished file's size in it, by which a truncated one is told."""
    connection.execute("INSERT INTO meta VALUES ('bytes', '0000000000')")
    connection.commit()
    connection.execute("UPDATE meta SET value = ? WHERE key = 'bytes'", (f"{partial.stat().st_size:010d}",))
    connection.commit()


@contextlib.contextmanager
def _hold_lock(path: Path) -> Iterator[None]:
    """Let one process build at a time; a lock left by a process that died is taken over after a while."""
    lock = path.with_name("gazetteer.lock")
    deadline = time.monotonic() + _LOCK_SECONDS
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            try:
                os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
                break
            except FileExistsError:
                with contextlib.suppress(FileNotFoundError):
                    if time.time() - lock.stat().st_mtime > _STALE_SECONDS or time.monotonic() > deadline:
                        lock.unlink()
                time.sleep(0.2)
    except OSError as error:
        raise _unwritable(path.parent, error) from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _unwritable(folder: Path, error: Exception) -> GazetteerBroken:
    return GazetteerBroken(
        f"The place index cannot be written to {folder} ({error}): make room there, or name another folder in the "
        "environment variable DATELINE_CACHE."
    )


def _drop_older(path: Path) -> None:
    """Delete the indexes of earlier tables, but none that a program started lately may still be reading."""
    for other in path.parent.glob("gazetteer-*.sqlite"):
        with contextlib.suppress(OSError):
            if other != path and time.time() - other.stat().st_mtime > _KEPT_SECONDS:
                other.unlink()


def _tell_nobody(share: float, what: str) -> None:
    """The progress of those who did not ask for it."""
