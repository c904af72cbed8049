"""The file of a pack: one SQLite database with a seal by which a damaged one, or one of another format, is told.

The seal is a line of fixed length in the first table, written over in place once the file is finished: format,
bytes, and the SHA-256 of the whole file with the seal's own figures as noughts.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.errors import PackBroken

FORMAT = 1
"""Raised whenever what a pack holds, or how names are folded into it, changes."""

SCHEMA = """
CREATE TABLE places (
    geonameid INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, feature TEXT NOT NULL,
    country TEXT, countries TEXT NOT NULL, province TEXT, district TEXT, population INTEGER NOT NULL,
    precision TEXT NOT NULL, precision_km REAL NOT NULL, alternates INTEGER NOT NULL, prominence REAL NOT NULL,
    cell INTEGER);
CREATE TABLE names (folded TEXT NOT NULL, weight INTEGER NOT NULL, geonameid INTEGER NOT NULL, kind INTEGER NOT NULL,
    name TEXT, PRIMARY KEY (folded, weight, geonameid, kind)) WITHOUT ROWID;
CREATE TABLE divisions (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
AFTER = "CREATE INDEX places_cell ON places (cell) WHERE cell IS NOT NULL;"

_SEAL = "dateline-pack format={:04d} bytes={:014d} sha256={}"
_SEALED = re.compile(rb"dateline-pack format=(\d{4}) bytes=(\d{14}) sha256=([0-9a-f]{64})")
_SEAL_WITHIN = 1 << 16
"""The first table's only row stands on the second page of the file."""
_BLANK = _SEAL.format(0, 0, "0" * 64).encode()


@dataclass(frozen=True, slots=True)
class Seal:
    """What a pack's file says of itself, and at which byte."""

    format: int
    size: int
    sha256: str
    at: int


@contextlib.contextmanager
def create_pack(path: Path) -> Iterator[sqlite3.Connection]:
    """A new pack at `path`, empty, open for writing; sealed by `seal_pack` when closed. Raises OSError, sqlite3.Error.

    Nothing is written safely here: the file counts only once it is sealed, checked and moved into place.
    """
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;")
        connection.executescript("CREATE TABLE seal (line TEXT NOT NULL);")
        connection.execute("INSERT INTO seal VALUES (?)", (_BLANK.decode(),))
        connection.executescript(SCHEMA)
        yield connection


def seal_pack(path: Path) -> None:
    """Writes the seal into a finished pack."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        at = file.read(_SEAL_WITHIN).index(_BLANK)
        file.seek(0)
        line = _SEAL.format(FORMAT, size, hashlib.file_digest(file, "sha256").hexdigest()).encode()
        file.seek(at)
        file.write(line)


def load_seal(path: Path) -> Seal | None:
    """The seal of the file at `path`, None when it has none: then it is no pack, or its beginning is damaged."""
    with path.open("rb") as file:
        found = _SEALED.search(file.read(_SEAL_WITHIN))
    return Seal(int(found[1]), int(found[2]), found[3].decode(), found.start()) if found else None


def check_seal(path: Path) -> Seal:
    """The seal of the pack at `path`; raises PackBroken when the file is cut off, no pack, or of another format."""
    name = path.stem
    try:
        seal = load_seal(path)
        size = path.stat().st_size
    except OSError as error:
        raise PackBroken(f"The pack {name} cannot be read ({error.strerror or error}).") from error
    if seal is None:
        raise PackBroken(f"The pack {name} is damaged and not used: install it again, or remove it.")
    if seal.format != FORMAT:
        older = "an older" if seal.format < FORMAT else "a newer"
        raise PackBroken(
            f"The pack {name} was made by {older} version of the program (format {seal.format}, this one reads "
            f"{FORMAT}) and is not used: install it again, or remove it."
        )
    if seal.size != size:
        raise PackBroken(
            f"The pack {name} is damaged ({size:,} bytes in place of {seal.size:,}) and not used: install it again, or "
            "remove it."
        )
    return seal


def check_whole(path: Path, tell: Callable[[float], None] = lambda share: None) -> None:
    """Reads all of the pack at `path` and holds it against its seal and its own counts; raises PackBroken."""
    seal = check_seal(path)
    digest = _digest_but_seal(path, seal, lambda share: tell(0.5 * share))
    if digest != seal.sha256:
        raise PackBroken(
            f"The pack {path.stem} is damaged (its digest is not the one that was noted when it was made) and not "
            "used: install it again, or remove it."
        )
    try:
        with contextlib.closing(open_pack(path)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            tell(0.8)
            meta = load_meta(connection)
            counts = [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("places", "names")
            ]
    except (sqlite3.Error, ValueError) as error:
        raise _broken(path, str(error)) from error
    if sound != "ok":
        raise _broken(path, str(sound))
    if counts != [meta.get("places"), meta.get("names")]:
        raise _broken(path, "it does not hold as many rows as it should")
    tell(1.0)


def open_pack(path: Path) -> sqlite3.Connection:
    """A connection that can only read; to be used by one thread at a time. Raises sqlite3.Error."""
    # Not mapped into memory: a file cut off while it is open is an error to a read, but the end of a process to a map.
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def save_meta(connection: sqlite3.Connection, meta: Mapping[str, Any]) -> None:
    """Keeps what is known about a pack in it, each value as JSON."""
    rows = [(key, json.dumps(value, ensure_ascii=False)) for key, value in sorted(meta.items())]
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)


def load_meta(connection: sqlite3.Connection) -> dict[str, Any]:
    """What `save_meta` kept; raises sqlite3.Error, ValueError."""
    return {key: json.loads(value) for key, value in connection.execute("SELECT key, value FROM meta")}


def _digest_but_seal(path: Path, seal: Seal, tell: Callable[[float], None]) -> str:
    digest, done = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 22):
            if not done:
                chunk = chunk[: seal.at] + _BLANK + chunk[seal.at + len(_BLANK) :]
            digest.update(chunk)
            done += len(chunk)
            tell(done / seal.size)
    return digest.hexdigest()


def _broken(path: Path, why: str) -> PackBroken:
    return PackBroken(f"The pack {path.stem} is damaged ({why}) and not used: install it again, or remove it.")
