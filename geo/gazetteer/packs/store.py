"""The packs in the user's data folder: which there are, in what state, checked, put in place and removed."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import sqlite3
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

import platformdirs

from geo.errors import PackBroken, PackError
from geo.gazetteer.packs.dump import Kind
from geo.gazetteer.packs.packfile import check_seal, check_whole, load_meta, open_pack

PackState = Literal["ready", "unusable"]
SUFFIX = ".pack"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Pack:
    """An installed pack. One that is not "ready" says why in `problem`, a whole sentence, and is not used."""

    name: str
    path: Path
    state: PackState
    problem: str = ""
    size: int = 0
    """Bytes on disk."""
    kind: Kind = "places"
    places: int = 0
    names: int = 0
    day: str = ""
    """The day of the dump, YYYY-MM-DD."""
    source: str = ""
    """The file's name or web address that it was made from."""
    sha256: str = ""
    """Hex digest of that file."""
    installed: str = ""
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Why rows of the dump could not be read, and how many."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """What was left out on purpose, and how many rows."""
    covers: tuple[str, ...] = ()
    """Of a pack of names: the versions of the packs of places whose names are in it."""

    @property
    def version(self) -> str:
        """Name, day and digest of the source in brief: "AF@2026-11-01.3f2a9c"."""
        return f"{self.name}@{self.day or 'unknown'}.{self.sha256[:6]}"


class Reader(Protocol):
    """Whatever holds packs open."""

    def release(self) -> None:
        """Closes the packs; they are opened anew when next asked."""


readers: weakref.WeakSet[Any] = weakref.WeakSet()
"""Whoever in this process has packs open: they let go before a file is replaced, as some systems demand."""
_changes = itertools.count(1)
_last_change = 0


def packs_folder() -> Path:
    """Where packs are kept: in DATELINE_DATA when it is set, else in the system's place for a user's data."""
    chosen = os.environ.get("DATELINE_DATA")
    return (Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("dateline"))) / "packs"


def unfinished_folder(folder: Path) -> Path:
    """Where downloads and packs lie until they are whole; made when it is not there. Raises PackError."""
    work = folder / "unfinished"
    try:
        work.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    return work


def look_at(folder: Path) -> tuple[int, int] | None:
    """A value that changes whenever a pack comes or goes, None where there never was one; costs microseconds."""
    try:
        return os.stat(folder).st_mtime_ns, _last_change  # noqa: PTH116  # half the time of Path.stat
    except OSError:
        return None


def pack_paths(folder: Path) -> list[Path]:
    """The files of the packs in `folder`, by name."""
    return sorted(folder.glob(f"*{SUFFIX}"))


def list_packs(folder: Path | None = None) -> tuple[Pack, ...]:
    """Every installed pack by name, damaged ones and those of another version included, each with its state."""
    return tuple(load_pack(path) for path in pack_paths(folder or packs_folder()))


def load_pack(path: Path) -> Pack:
    """The pack in the file at `path`, as far as can be told without reading it all."""
    try:
        check_seal(path)
        with contextlib.closing(open_pack(path)) as connection:
            meta = load_meta(connection)
            connection.execute("SELECT geonameid FROM places LIMIT 1").fetchone()
            connection.execute("SELECT folded FROM names LIMIT 1").fetchone()
        return Pack(
            name=path.stem,
            path=path,
            state="ready",
            size=path.stat().st_size,
            kind=meta["kind"],
            places=meta["places"],
            names=meta["names"],
            day=meta["day"],
            source=meta["source"],
            sha256=meta["sha256"],
            installed=meta["installed"],
            skipped=meta["skipped"],
            left_out=meta["left_out"],
            covers=tuple(meta["covers"]),
        )
    except PackBroken as error:
        problem = str(error)
    except (OSError, sqlite3.Error, KeyError, ValueError) as error:
        problem = f"The pack {path.stem} is damaged ({error}) and not used: install it again, or remove it."
    size = path.stat().st_size if path.exists() else 0
    return Pack(path.stem, path, "unusable", problem, size)


def find_pack(name: str, folder: Path | None = None) -> Pack:
    """The installed pack of that name, whatever its state; small letters will do. Raises PackError for none."""
    packs = list_packs(folder)
    found = next((pack for pack in packs if pack.name == name), None)
    found = found or next((pack for pack in packs if pack.name.casefold() == name.casefold()), None)
    if found is None:
        known = ", ".join(pack.name for pack in packs)
        raise PackError(f"No pack called {name} is installed ({f'there are: {known}' if known else 'there is none'}).")
    return found


def verify_pack(name: str, folder: Path | None = None, tell: Callable[[float], None] = lambda share: None) -> Pack:
    """Reads a whole pack and gives it back when it is sound; raises PackBroken, PackError when there is none."""
    pack = find_pack(name, folder)
    check_whole(pack.path, tell)
    return pack


def remove_pack(name: str, folder: Path | None = None) -> Pack:
    """Deletes a pack and gives back what it was; open gazetteers do without it at once. Raises PackError."""
    pack = find_pack(name, folder)
    _let_go()
    try:
        pack.path.unlink()
    except OSError as error:
        raise PackError(
            f"The pack {pack.name} cannot be removed ({error.strerror or error}): close other programs that use it, "
            "and try again."
        ) from error
    note_change()
    return pack


def place_pack(finished: Path, name: str, folder: Path) -> Path:
    """Moves a finished pack to its place, in one step, over an earlier one of that name. Raises PackError."""
    if not _NAME.fullmatch(name):
        raise PackError(f"{name!r} is no name for a pack: letters, digits, - and _ only.")
    path = folder / f"{name}{SUFFIX}"
    _let_go()
    try:
        with finished.open("r+b") as file:
            os.fsync(file.fileno())
        finished.replace(path)
        os.utime(folder)  # a folder's own time may be too coarse to tell two changes apart
    except OSError as error:
        raise unwritable(folder, error) from error
    note_change()
    return path


def note_change() -> None:
    """Tells the gazetteers of this process that packs have changed."""
    global _last_change
    _last_change = next(_changes)


def tidy_name(text: str) -> str:
    """`text` as the name of a pack.

    >>> tidy_name("my villages (new).final"), tidy_name("???")
    ('my-villages-new-final', 'places')
    """
    return re.sub(r"[^A-Za-z0-9_]+", "-", text).strip("-_")[:40] or "places"


def unwritable(folder: Path, error: OSError) -> PackError:
    """The error for a folder that cannot be written to."""
    return PackError(
        f"Packs cannot be written to {folder} ({error.strerror or error}): make room there, or name another folder in "
        "the environment variable DATELINE_DATA."
    )


def _let_go() -> None:
    for reader in list(readers):
        reader.release()
