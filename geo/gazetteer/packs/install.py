"""Installing: a dump file on disk -> a pack that is checked, then put in place; nothing is seen of it before.

The rows go straight from the file into the pack, so that memory stays the same however large the dump is.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from geo.errors import PackCancelled, PackError, PackSourceBroken
from geo.gazetteer.packs.dump import DumpFile, parse_name, parse_place
from geo.gazetteer.packs.features import KEPT_CLASSES, why_left_out
from geo.gazetteer.packs.packfile import AFTER, check_whole, create_pack, save_meta, seal_pack
from geo.gazetteer.packs.rows import NameRow, PlaceRow, arrange_name, arrange_place
from geo.gazetteer.packs.store import (
    Pack,
    list_packs,
    load_pack,
    packs_folder,
    place_pack,
    tidy_name,
    unfinished_folder,
    unwritable,
)

Progress = Callable[[float, str], None]

_BATCH = 5000
_SPACE = {"places": 3.0, "names": 1.5}
"""Bytes needed on disk for each byte of an unpacked dump, while the pack is made. Of a million made-up places in 110 MB
a pack of 143 MB was made; the names lie there twice while they are sorted."""
_STALE_SECONDS = 3600.0
_STEPS = 500_000
"""Steps of the database's machine between two looks at whether to stop."""
_WHOLE = {"allcountries": "all", "alternatenames": "all", "alternatenamesv2": "all"}


class KnownPlaces(Protocol):
    """The gazetteer, as a table of alternate names needs it."""

    def describe_known(self, geonameid: int) -> tuple[str, str, float] | None:
        """Name, feature and prominence of the place with that id, None when there is none."""

    def bears(self, geonameid: int, folded: str) -> bool:
        """Whether the place is found under that folded name already."""


@dataclass
class _Tally:
    """What became of the rows of a dump."""

    rows: int = 0
    places: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    newest: str = ""
    last: int = 0


def install_pack(
    path: Path,
    *,
    name: str | None = None,
    source: str | None = None,
    known: KnownPlaces | None = None,
    folder: Path | None = None,
    classes: str = KEPT_CLASSES,
    tell: Progress = lambda share, what: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pack:
    """Makes a pack of the dump at `path`, zip or text, and gives it back installed, over an earlier one of its name.

    `name` is what the user calls the file, `source` where it came from, if not from there. A table of alternate names
    needs `known`: it keeps the names of places that the gazetteer has. `tell` hears the share done and what is being
    done. Raises PackSourceBroken for a file that is damaged or no dump, PackError where the folder cannot be written to
    or has too little room, PackCancelled; what was installed before is then still there, and in use.
    """
    folder = folder or packs_folder()
    work = unfinished_folder(folder)
    _clear_stale(work)
    partial = work / f"{os.getpid()}-{time.monotonic_ns()}.partial"
    stage = partial.with_suffix(".stage")
    try:
        with _opened(path, name) as dump:
            _check_room(dump, work)
            tell(0.0, f"Reading {dump.name}")
            with create_pack(partial) as connection:
                connection.set_progress_handler(lambda: int(cancelled()), _STEPS)
                meta, tally = _fill(connection, stage, dump, known, folder, classes, tell, cancelled)
                meta["source"], meta["installed"] = (
                    source or dump.name,
                    datetime.datetime.now().isoformat("T", "minutes"),
                )
                save_meta(connection, meta)
            pack_name = _name_pack(dump, tally)
        seal_pack(partial)
        tell(0.9, "Checking the pack")
        check_whole(partial, lambda share: tell(0.9 + 0.1 * share, "Checking the pack"))
        _stop_if(cancelled)
        placed = place_pack(partial, pack_name, folder)
    except sqlite3.Error as error:
        _stop_if(cancelled)
        raise PackError(
            f"The pack could not be written to {work} ({error}): make room there, or name another folder in the "
            "environment variable DATELINE_DATA."
        ) from error
    except OSError as error:
        raise unwritable(folder, error) from error
    finally:
        for leftover in (partial, stage):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
    tell(1.0, f"The pack {pack_name} is installed")
    return load_pack(placed)


def _opened(path: Path, name: str | None) -> DumpFile:
    try:
        return DumpFile(path, name)
    except OSError as error:
        raise PackError(f"{path} cannot be read ({error.strerror or error}).") from error


def _fill(
    connection: sqlite3.Connection,
    stage: Path,
    dump: DumpFile,
    known: KnownPlaces | None,
    folder: Path,
    classes: str,
    tell: Progress,
    cancelled: Callable[[], bool],
) -> tuple[dict[str, Any], _Tally]:
    """Fills the pack and gives back what is to be noted in it."""
    stage.unlink(missing_ok=True)
    connection.execute("ATTACH DATABASE ? AS stage", (str(stage),))
    connection.executescript(
        "PRAGMA stage.journal_mode = OFF; PRAGMA stage.synchronous = OFF;"
        "CREATE TABLE stage.names (folded TEXT, weight INTEGER, geonameid INTEGER, kind INTEGER, name TEXT);"
    )
    digest = dump.compute_digest()

    def heard(done: int) -> None:
        _stop_if(cancelled)
        tell(min(done / max(dump.size, 1), 1.0) * 0.7, f"Reading {dump.name}")

    tally = _Tally()
    covers: list[str] = []
    connection.execute("BEGIN")
    if dump.kind == "places":
        _fill_places(connection, dump, classes, tally, heard)
    else:
        if known is None:
            raise PackError("A table of alternate names needs the gazetteer whose places it names.")
        covers = [pack.version for pack in list_packs(folder) if pack.state == "ready" and pack.kind == "places"]
        _fill_names(connection, dump, known, tally, heard)
    _judge(dump, tally)
    tell(0.72, "Arranging the names")
    # Sorted once and then written from left to right: names put into their places one by one would take hours.
    connection.execute(
        "INSERT OR IGNORE INTO main.names SELECT * FROM stage.names ORDER BY folded, weight, geonameid, kind"
    )
    tell(0.86, "Arranging the places")
    connection.execute(AFTER)
    connection.execute("COMMIT")
    names = connection.execute("SELECT count(*) FROM main.names").fetchone()[0]
    connection.execute("DETACH DATABASE stage")
    if dump.kind == "names" and not names:
        raise PackSourceBroken(
            f"{dump.name} has no further names for the places that are known: install the packs of the places first."
        )
    meta = {
        "kind": dump.kind,
        "places": tally.places,
        "names": names,
        "rows": tally.rows,
        "day": dump.day or tally.newest,
        "sha256": digest,
        "classes": classes,
        "skipped": dict(tally.skipped.most_common(20)),
        "left_out": dict(tally.left_out.most_common()),
        "covers": covers,
    }
    return meta, tally


def _fill_places(
    connection: sqlite3.Connection, dump: DumpFile, classes: str, tally: _Tally, heard: Callable[[int], None]
) -> None:
    places: list[PlaceRow] = []
    names: list[NameRow] = []
    pending: set[int] = set()

    def flush() -> None:
        connection.executemany(f"INSERT INTO main.places VALUES ({', '.join('?' * 15)})", places)
        connection.executemany("INSERT INTO stage.names VALUES (?, ?, ?, ?, ?)", names)
        for batch in (places, names, pending):
            batch.clear()

    for line in _texts(dump, tally, heard):
        try:
            row = parse_place(line)
        except ValueError as error:
            tally.skipped[str(error)] += 1
            continue
        why = why_left_out(row.feature_class, row.feature, classes)
        if why is not None:
            tally.left_out[why] += 1
            continue
        # Dumps run by id; only where one does not is there need to look for rows that come twice.
        if row.geonameid <= tally.last and (row.geonameid in pending or _has(connection, row.geonameid)):
            tally.skipped["an id that came before"] += 1
            continue
        place, its_names = arrange_place(row)
        if not its_names:
            tally.skipped["a name without a letter"] += 1
            continue
        tally.last = max(tally.last, row.geonameid)
        tally.places += 1
        tally.countries[row.country] += 1
        tally.newest = max(tally.newest, row.modified)
        if row.feature in ("ADM1", "ADM2") and (code := place[8] if row.feature == "ADM2" else place[7]):
            connection.execute("INSERT OR IGNORE INTO main.divisions VALUES (?, ?)", (code, place[1]))
        places.append(place)
        names += its_names
        pending.add(row.geonameid)
        if len(places) >= _BATCH:
            flush()
    flush()


def _fill_names(
    connection: sqlite3.Connection,
    dump: DumpFile,
    known: KnownPlaces,
    tally: _Tally,
    heard: Callable[[int], None],
) -> None:
    names: list[NameRow] = []

    def flush() -> None:
        connection.executemany("INSERT INTO stage.names VALUES (?, ?, ?, ?, ?)", names)
        names.clear()

    for line in _texts(dump, tally, heard):
        try:
            row = parse_name(line)
        except ValueError as error:
            tally.skipped[str(error)] += 1
            continue
        place = (
            known.describe_known(row.geonameid) if row.name and row.language not in ("link", "wkdt", "post") else None
        )
        if place is None or place[1].startswith("PCL"):
            tally.left_out["names of places that are not installed, of countries, and links"] += 1
            continue
        made = arrange_name(row, *place)
        if made is None or known.bears(row.geonameid, made[0]):
            tally.left_out["names that are known already, or that no English text would use"] += 1
            continue
        names.append(made)
        if len(names) >= _BATCH:
            flush()
    flush()


def _texts(dump: DumpFile, tally: _Tally, heard: Callable[[int], None]) -> Iterator[str]:
    """The lines of the dump as text; blank ones and those that are not UTF-8 are passed over, the latter counted."""
    for line in dump.lines(heard):
        if not line:
            continue
        tally.rows += 1
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            tally.skipped["letters that are not UTF-8"] += 1


def _judge(dump: DumpFile, tally: _Tally) -> None:
    """Refuses a dump of which nothing, or less than half, could be read."""
    unread = sum(tally.skipped.values())
    if unread > tally.rows / 2:
        why, count = tally.skipped.most_common(1)[0]
        raise PackSourceBroken(
            f"{dump.name} is no sound GeoNames dump: {unread:,} of its {tally.rows:,} rows cannot be read (most of "
            f"them, {count:,}, for {why})."
        )
    if dump.kind == "places" and not tally.places:
        raise PackSourceBroken(
            f"{dump.name} holds no place of the kinds that are kept, so that there is nothing to install."
        )


def _name_pack(dump: DumpFile, tally: _Tally) -> str:
    """The pack's name: "AF" for AF.txt, "all" for allCountries.txt, "AF-names", "all-names", or the file's own name.

    A file that somebody cut from a country's does not take the name, and so the place, of the country's pack.
    """
    stem = _WHOLE.get(dump.stem.lower(), dump.stem)
    if dump.kind == "names":
        return tidy_name(stem)[:34] + "-names"
    only = next(iter(tally.countries)) if len(tally.countries) == 1 else ""
    return only if only == stem.upper() else tidy_name(stem)


def _has(connection: sqlite3.Connection, geonameid: int) -> bool:
    return connection.execute("SELECT 1 FROM main.places WHERE geonameid = ?", (geonameid,)).fetchone() is not None


def _check_room(dump: DumpFile, work: Path) -> None:
    needed = int(dump.size * _SPACE[dump.kind])
    free = shutil.disk_usage(work).free
    if free < needed:
        raise PackError(
            f"{dump.name} needs about {needed / 2**20:,.0f} MB of room in {work} and there are {free / 2**20:,.0f} MB: "
            "make room there, or name another folder in the environment variable DATELINE_DATA."
        )


def _clear_stale(work: Path) -> None:
    """Deletes what a process that was killed left behind; unfinished downloads stay, to be gone on with."""
    for leftover in (*work.glob("*.partial"), *work.glob("*.stage")):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise PackCancelled("The installation was called off; what was there before is still there.")
