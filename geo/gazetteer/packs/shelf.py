"""The packs as an open gazetteer sees them: asked for names, places and neighbours, noticed as they come and go.

A pack that turns out to be damaged is passed over until its file changes; nothing that is wrong with one disturbs the
others or the vendored tables.
"""

from __future__ import annotations

import math
import sqlite3
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from geo.gazetteer.entries import ABBREVIATION
from geo.gazetteer.packs.packfile import open_pack
from geo.gazetteer.packs.store import Pack, load_pack, look_at, pack_paths, readers
from geo.model import Place, PlacePrecision

Stamp = tuple[int, int] | None
MOST = 200
"""Rows of one name that are read from one pack, the most prominent first: no text can mean more Santa Rosas."""

_BY_NAME = f"SELECT geonameid, kind, name FROM names WHERE folded = ? ORDER BY weight LIMIT {MOST}"
_KNOWN = f"SELECT 1 FROM names WHERE folded = ? AND kind < {ABBREVIATION} LIMIT 1"
_COLUMNS = (
    "p.geonameid, p.name, p.lat, p.lon, p.feature, p.country, p.countries, p.province, "
    "(SELECT name FROM divisions WHERE code = p.province), (SELECT name FROM divisions WHERE code = p.district), "
    "p.population, p.precision, p.precision_km, p.alternates, p.prominence"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a pack: of which place, and how it belongs to it."""

    geonameid: int
    kind: int
    name: str | None


@dataclass(frozen=True, slots=True)
class Shelved:
    """A place of a pack, with what ranks it."""

    place: Place
    province: str | None
    """GeoNames code of its first-order division ("AF.13")."""
    alternates: int
    prominence: float


@dataclass(slots=True)
class _Opened:
    pack: Pack
    identity: tuple[Path, int, int, int]
    connection: sqlite3.Connection


class Shelf:
    """The packs in one folder. Safe to ask from several threads at once."""

    def __init__(self, folder: Path | None, name_province: Callable[[str], str | None] = lambda code: None) -> None:
        """`name_province` gives the vendored name of a province by its code, so that both sides name it alike."""
        self.folder = folder
        self._name_province = name_province
        self._lock = threading.RLock()
        self._opened: list[_Opened] = []
        self._seen: Stamp = None
        self._damaged: set[tuple[Path, int, int, int]] = set()
        readers.add(self)

    def stamp(self) -> Stamp:
        """A value that is another one after every change to the packs, None when there are none."""
        return look_at(self.folder) if self.folder is not None else None

    def is_empty(self) -> bool:
        """Whether there is no pack to ask."""
        return self.stamp() is None or not self._packs()

    def versions(self) -> tuple[str, ...]:
        """The versions of the packs in use, by name."""
        with self._lock:
            return tuple(sorted(opened.pack.version for opened in self._packs()))

    def knows(self, folded: str) -> bool:
        """Whether a pack has the folded name, other than as a short form."""
        return any(self._ask(_KNOWN, folded))

    def find(self, folded: str) -> list[Hit]:
        """The names of all packs that fold to `folded`, each place's once, of each pack the most prominent first."""
        hits: dict[tuple[int, int], Hit] = {}
        for geonameid, kind, name in self._ask(_BY_NAME, folded):
            hits.setdefault((geonameid, kind), Hit(geonameid, kind, name))
        return list(hits.values())

    def get(self, geonameid: int) -> Shelved | None:
        """The place with that GeoNames id, None when no pack has it."""
        rows = self._ask(f"SELECT {_COLUMNS} FROM places p WHERE p.geonameid = ?", geonameid)
        return self._shelved(rows[0]) if rows else None

    def near(self, cells: Iterable[int], lat: float, lon: float, limit: int) -> list[Place]:
        """Towns and airfields of the packs in those cells, roughly the nearest to the point."""
        marks = ",".join(str(cell) for cell in sorted(cells))
        east = "min(abs(p.lon - ?2), 360 - abs(p.lon - ?2))"
        rows = self._ask(
            f"SELECT {_COLUMNS} FROM places p WHERE p.cell IN ({marks}) "
            f"ORDER BY (p.lat - ?1) * (p.lat - ?1) + ?3 * {east} * {east} LIMIT ?4",
            lat,
            lon,
            math.cos(math.radians(lat)) ** 2,
            limit,
        )
        return [self._shelved(row).place for row in rows]

    def release(self) -> None:
        """Closes the packs; they are opened anew when next asked."""
        with self._lock:
            for opened in self._opened:
                opened.connection.close()
            self._opened.clear()
            self._seen = None

    def _packs(self) -> list[_Opened]:
        """The usable packs as they are now: country packs before larger ones, the newer before the older."""
        stamp = self.stamp()
        if stamp != self._seen or stamp is None:
            with self._lock:
                self._open(stamp)
        return self._opened

    def _open(self, stamp: Stamp) -> None:
        kept = {opened.identity: opened for opened in self._opened}
        opened_now: list[_Opened] = []
        for path in pack_paths(self.folder) if self.folder is not None and stamp is not None else []:
            try:
                status = path.stat()
                identity = (path, status.st_ino, status.st_size, status.st_mtime_ns)
                if identity in self._damaged:
                    continue
                if identity not in kept:
                    pack = load_pack(path)
                    if pack.state != "ready":
                        continue
                    kept[identity] = _Opened(pack, identity, open_pack(path))
                opened_now.append(kept[identity])
            except (OSError, sqlite3.Error):  # gone, or not to be read: as if it were not there
                continue
        for opened in self._opened:
            if opened not in opened_now:
                opened.connection.close()
        opened_now.sort(key=lambda opened: (len(opened.pack.name) > 2, opened.pack.name))
        self._opened, self._seen = opened_now, stamp

    def _ask(self, query: str, *values: object) -> list[Any]:
        rows: list[Any] = []
        with self._lock:
            for opened in list(self._packs()):
                try:
                    rows += opened.connection.execute(query, values).fetchall()
                except sqlite3.DatabaseError:
                    # Damaged within: it is told of by `pack list` and `pack verify`, and answers nothing more here.
                    self._damaged.add(opened.identity)
                    self._opened.remove(opened)
                    opened.connection.close()
        return rows

    def _shelved(self, row: Any) -> Shelved:
        province = self._name_province(row[7]) if row[7] else None
        place = Place(
            id=f"geonames:{row[0]}",
            name=row[1],
            lat=row[2],
            lon=row[3],
            feature=row[4],
            country=row[5],
            countries=tuple(row[6].split()),
            admin1=province or row[8],
            admin2=row[9],
            population=row[10],
            geonameid=row[0],
            precision=cast(PlacePrecision, row[11]),
            precision_km=row[12],
            source="pack",
        )
        return Shelved(place, row[7], row[13], row[14])
