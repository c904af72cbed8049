"""The open gazetteer: names to places, places to their outlines, borders and neighbours.

Reads the index that geo/gazetteer/index.py builds and the packs of geo/gazetteer/packs; nothing here writes to them.
"""

from __future__ import annotations

import json
import math
import sqlite3
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from geopy.distance import geodesic

from geo.errors import GazetteerBroken
from geo.gazetteer.airnames import air_key
from geo.gazetteer.entries import ABBREVIATION, find_cell
from geo.gazetteer.folding import fold_name
from geo.gazetteer.fuzzy import FuzzyNames
from geo.gazetteer.matching import NameMatch, match_kind, strip_division
from geo.gazetteer.outlines import Outlines
from geo.gazetteer.packs.joining import Found, drop_doubles
from geo.gazetteer.packs.shelf import Shelf, Shelved, Stamp
from geo.model import Geometry, Place, PlacePrecision

_PLACE_COLUMNS = (
    "p.rank, p.id, p.name, p.lat, p.lon, p.feature, p.country, p.countries, p.admin1, p.admin2, p.population, "
    "p.geonameid, p.precision, p.precision_km, p.attribution, p.alternates, p.prominence"
)
_BY_NAME = (
    f"SELECT {_PLACE_COLUMNS}, n.kind, n.name FROM names n JOIN places p ON p.rank = n.rank "
    "WHERE n.folded = ? ORDER BY n.rank"
)
_BY_ID = f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.id = ?"
_PENALTIES = {"name": 0.0, "alternate": 1.2, "abbreviation": 0.0, "folded": 1.2, "fuzzy": 0.0}
"""How much less prominent a place counts under another than its own name."""
_FOLDED_COUNTRY_PENALTY = 18.0
"""Salvador is a town in Brazil before it is El Salvador without its article."""
_KM_PER_DEGREE = 110.5


class Gazetteer:
    """The place tables, indexed, and the packs. Safe to read from several threads at once.

    A pack that is installed or removed meanwhile counts from the next question on. Where the tables and a pack have the
    same place, the tables' is the one given; the pack only adds names to it.
    """

    def __init__(self, path: Path, tables_version: str, packs: Path | None = None) -> None:
        """Opens the index at `path`; `packs` is the folder of the packs, None to do without any."""
        self.path = path
        self.tables_version = tables_version
        self._packs = Shelf(packs, self._name_province)
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._closed = False
        self._fuzzy: FuzzyNames | None = None
        self._outlines: Outlines | None = None
        # Caches belong to the one gazetteer and go with it.
        self._lookup_cached = lru_cache(maxsize=8192)(self._look_up)
        self._knows_cached = lru_cache(maxsize=65536)(self._is_known)
        self._get_cached = lru_cache(maxsize=8192)(self._fetch)
        self._name_province_cached = lru_cache(maxsize=8192)(self._fetch_province_name)

    @property
    def version(self) -> str:
        """What the answers depend on: a digest of the tables, and the packs in use ("a93885+AF@2026-11-01.3f2a9c")."""
        return "+".join((self.tables_version, *self._packs.versions()))

    def lookup(self, name: str, limit: int = 50) -> tuple[NameMatch, ...]:
        """Every place so called, the most prominent first; empty when there is none.

        Case, marks, hyphens, apostrophes and articles do not matter, but short forms match only as they are written:
        "US" and "U.S." are the country, "us" is not. A name that ends in a word for airfield finds airfields alone,
        one that ends in a word for province or district, and is not itself a name, finds those alone.
        """
        return self._lookup_cached(name, self._packs.stamp())[:limit]

    def knows(self, name: str) -> bool:
        """Whether `lookup` would find any place so called."""
        return self._knows_cached(name, self._packs.stamp())

    def lookup_fuzzy(self, name: str, limit: int = 10) -> tuple[NameMatch, ...]:
        """Places whose names are within a slip or two of `name`, the closest first, then the most prominent.

        The packs are not asked: among millions of names nearly every word is a slip away from one.
        """
        with self._lock:
            if self._fuzzy is None:
                self._fuzzy = FuzzyNames(row[0] for row in self._rows("SELECT DISTINCT folded FROM names"))
        near: dict[str, tuple[float, float, NameMatch]] = {}
        for slips, folded in self._fuzzy.closest(fold_name(name), 4 * limit):
            for row in self._rows(_BY_NAME + " LIMIT 5", folded):
                match = NameMatch(_place(row), row[18] or row[2], "fuzzy", row[15])
                if row[17] != ABBREVIATION:
                    near.setdefault(row[1], (slips, -row[16], match))
        ordered = sorted(near.values(), key=lambda three: (*three[:2], three[2].place.id))
        return tuple(match for _, _, match in ordered[:limit])

    def get(self, place_id: str) -> Place | None:
        """The place with that id ("geonames:1138958", "icao:OAIX", "border:AF-TJ"), None when there is none."""
        if place_id.startswith("border:"):
            a, _, b = place_id.removeprefix("border:").partition("-")
            return self.border(a, b)
        return self._get_cached(place_id) or self._get_shelved(place_id)

    def country(self, code: str) -> Place | None:
        """The country with that ISO 3166 alpha-2 code, None when there is none."""
        rows = self._rows(f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.feature = 'PCLI' AND p.country = ?", code)
        return _place(rows[0]) if rows else None

    def countries(self) -> tuple[Place, ...]:
        """Every country, by code."""
        found = self._rows(f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.feature = 'PCLI' ORDER BY p.country")
        return tuple(_place(row) for row in found)

    def demonym(self, word: str) -> tuple[str, ...]:
        """ISO codes of the countries whose people or things are so called, the likeliest first; plurals are known."""
        folded = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
        for form in (folded, folded.removesuffix("s"), folded.removesuffix("es")):
            rows = self._rows("SELECT countries FROM demonyms WHERE word = ?", form)
            if rows:
                return tuple(rows[0][0].split())
        return ()

    def neighbours(self, code: str) -> tuple[str, ...]:
        """ISO codes of the countries that share a land border with `code`, in alphabetical order."""
        rows = self._rows("SELECT b FROM borders WHERE a = ? UNION SELECT a FROM borders WHERE b = ?", code, code)
        return tuple(sorted(row[0] for row in rows))

    def border(self, a: str, b: str) -> Place | None:
        """The land border between two countries as a line, its point halfway along it; None when they share none."""
        a, b = sorted((a, b))
        rows = self._rows("SELECT lat, lon, geometry FROM borders WHERE a = ? AND b = ?", a, b)
        names = [country.name for country in map(self.country, (a, b)) if country]
        if not rows or len(names) != 2:
            return None
        lat, lon, geometry = rows[0]
        return Place(
            id=f"border:{a}-{b}",
            name=f"{names[0]}–{names[1]} border",
            lat=lat,
            lon=lon,
            feature="BORDER",
            countries=(a, b),
            precision="line",
            precision_km=0.0,
            geometry=json.loads(geometry),
            attribution="Natural Earth",
        )

    def outline(self, place_id: str) -> Geometry | None:
        """The outline of a country, province or region as a GeoJSON geometry, None when it has none."""
        rows = self._rows("SELECT coalesce(screen, geometry) FROM outlines WHERE id = ?", place_id)
        return cast(Geometry, json.loads(rows[0][0])) if rows else None

    def is_drawn(self, place_id: str) -> bool:
        """Whether a place's outline follows no survey but was drawn round the towns that bear its code."""
        rows = self._rows("SELECT drawn FROM outlines WHERE id = ?", place_id)
        return bool(rows and rows[0][0])

    def province_of(self, place: Place) -> Place | None:
        """The first-order division that `place` lies in, itself if it is one."""
        rows = self._rows(
            f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.feature = 'ADM1' AND p.country = ? "
            "AND p.province = (SELECT province FROM places WHERE id = ?)",
            place.country,
            place.id,
        )
        if not rows and place.source == "pack" and (shelved := self._shelved(place.id)) and shelved.province:
            rows = self._rows(
                f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.feature = 'ADM1' AND p.country = ? AND p.province = ?",
                place.country,
                shelved.province,
            )
        if rows:
            return _place(rows[0])
        if place.precision in ("country", "line", "area", "water"):
            return None
        return self.province_at(place.lat, place.lon)

    def provinces(self, code: str) -> tuple[Place, ...]:
        """The first-order divisions of a country, by name."""
        rows = self._rows(
            f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.feature = 'ADM1' AND p.country = ? ORDER BY p.name, p.id",
            code,
        )
        return tuple(_place(row) for row in rows)

    def nearest(self, lat: float, lon: float, limit: int = 1, max_km: float = 100) -> tuple[tuple[Place, float], ...]:
        """The towns and airfields nearest to a point within `max_km`, each with its distance in kilometres."""
        high = max_km / _KM_PER_DEGREE
        shrink = max(math.cos(math.radians(min(abs(lat) + high, 89.9))), 0.002)
        wide = min(high / shrink, 180.0)
        cells = {
            find_cell(row, lon - wide + column)
            for row in range(math.floor(max(lat - high, -90)), math.floor(min(lat + high, 89.9)) + 1)
            for column in range(math.ceil(2 * wide) + 2)
        }
        marks = ",".join(str(cell) for cell in sorted(cells))
        most = 3 * limit + 10
        rows = self._rows(
            f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.cell IN ({marks}) "
            "ORDER BY (p.lat - ?1) * (p.lat - ?1) + ?3 * min(abs(p.lon - ?2), 360 - abs(p.lon - ?2)) "
            "* min(abs(p.lon - ?2), 360 - abs(p.lon - ?2)) LIMIT ?4",
            lat,
            lon,
            math.cos(math.radians(lat)) ** 2,
            most,
        )
        places = {place.id: place for place in self._packs.near(cells, lat, lon, most)} if self.has_packs() else {}
        places |= {place.id: place for place in map(_place, rows)}
        measured = sorted(
            ((place, geodesic((lat, lon), (place.lat, place.lon)).km) for place in places.values()),
            key=lambda pair: (pair[1], pair[0].id),
        )
        return tuple((place, km) for place, km in measured[:limit] if km <= max_km)

    def country_at(self, lat: float, lon: float) -> str | None:
        """ISO code of the country whose outline holds the point, None at sea and in no man's land."""
        found = self._load_outlines().find("country", lat, lon)
        return found[1] if found else None

    def province_at(self, lat: float, lon: float) -> Place | None:
        """The province whose outline holds the point, None where there is none."""
        found = self._load_outlines().find("province", lat, lon)
        return self.get(found[0]) if found else None

    def towns(self, min_population: int) -> Iterator[Place]:
        """Towns of the vendored tables of at least that many people, the largest first."""
        rows = self._rows(
            f"SELECT {_PLACE_COLUMNS} FROM places p WHERE p.feature LIKE 'PPL%' AND p.population >= ? "
            "ORDER BY p.population DESC, p.id",
            min_population,
        )
        return (_place(row) for row in rows)

    def has_packs(self) -> bool:
        """Whether any pack is in use."""
        return not self._packs.is_empty()

    def count(self) -> dict[str, int]:
        """How many places of each kind the vendored tables have, and, under "names", how many names."""
        kinds = (
            "CASE WHEN id LIKE 'dateline:%' THEN 'places of conflicts' WHEN feature = 'PCLI' THEN 'countries' "
            "WHEN feature = 'ADM1' THEN 'provinces' WHEN feature = 'ADM2' THEN 'districts' "
            "WHEN feature LIKE 'PPL%' THEN 'towns' WHEN feature LIKE 'AIR%' THEN 'airfields' ELSE 'others' END"
        )
        counts = dict(self._rows(f"SELECT {kinds}, count(*) FROM places GROUP BY 1"))
        return counts | {"names": self._rows("SELECT count(*) FROM names")[0][0]}

    def describe_known(self, geonameid: int) -> tuple[str, str, float] | None:
        """Name, feature and prominence of the place with that GeoNames id, in tables or packs, None for none."""
        rows = self._rows("SELECT name, feature, prominence FROM places WHERE id = ?", f"geonames:{geonameid}")
        if rows:
            return cast(tuple[str, str, float], rows[0])
        shelved = self._packs.get(geonameid)
        return (shelved.place.name, shelved.place.feature, shelved.prominence) if shelved else None

    def bears(self, geonameid: int, folded: str) -> bool:
        """Whether the place with that GeoNames id is found under that folded name."""
        query = "SELECT 1 FROM names WHERE folded = ? AND rank = (SELECT rank FROM places WHERE id = ?)"
        if self._rows(query, folded, f"geonames:{geonameid}"):
            return True
        return any(hit.geonameid == geonameid for hit in self._packs.find(folded))

    def close(self) -> None:
        """Let go of the index; the gazetteer cannot be asked any more afterwards."""
        self._packs.release()
        with self._lock:
            self._closed = True
            for connection in self._open:
                connection.close()
            self._open.clear()

    def _look_up(self, name: str, stamp: Stamp) -> tuple[NameMatch, ...]:
        folded = fold_name(name)
        key = air_key(folded)
        rows = self._rows(_BY_NAME, folded)
        if key is not None:
            rows += self._rows(_BY_NAME, key)
        found: dict[str, Found] = {}
        for row in rows:
            matched = match_kind(name, row[17], row[2], row[18])
            if matched is not None and row[1] not in found:
                how, spelling = matched
                match = NameMatch(_place(row), spelling, how, row[15])
                found[row[1]] = Found(_penalty(match) - row[16], row[0], match)
        if stamp is not None and self.has_packs():
            self._add_from_packs(name, [folded] if key is None else [folded, key], found)
        if not found:
            return self._look_up_division(folded, stamp)
        return tuple(each.match for each in sorted(found.values(), key=lambda each: each[:2]))

    def _add_from_packs(self, name: str, keys: list[str], found: dict[str, Found]) -> None:
        """Adds what the packs have under a name: places of their own, and further names of the tables' places."""
        added: dict[str, Found] = {}
        for hit in (hit for key in keys for hit in self._packs.find(key)):
            place_id = f"geonames:{hit.geonameid}"
            if place_id in found or place_id in added:
                continue
            rows = self._rows(_BY_ID, place_id)
            shelved = None if rows else self._packs.get(hit.geonameid)
            if not rows and shelved is None:
                continue  # a further name of a place whose pack is gone
            place = shelved.place if shelved else _place(rows[0])
            matched = match_kind(name, hit.kind, place.name, hit.name)
            if matched is None:
                continue
            match = NameMatch(place, matched[1], matched[0], shelved.alternates if shelved else rows[0][15])
            prominence = shelved.prominence if shelved else rows[0][16]
            added[place_id] = Found(_penalty(match) - prominence, hit.geonameid if shelved else rows[0][0], match)
        found |= drop_doubles(added, found)

    def _look_up_division(self, folded: str, stamp: Stamp) -> tuple[NameMatch, ...]:
        stem, features = strip_division(folded)
        if not features:
            return ()
        matches = self._lookup_cached(stem, stamp)
        return tuple(match for match in matches if match.place.feature in features)

    def _is_known(self, name: str, stamp: Stamp) -> bool:
        folded = fold_name(name)
        kinds = self._rows("SELECT min(kind) FROM names WHERE folded = ?", folded)
        if kinds[0][0] is not None and kinds[0][0] < ABBREVIATION:
            return True
        return bool(self._lookup_cached(name, stamp))

    def _fetch(self, place_id: str) -> Place | None:
        rows = self._rows(_BY_ID, place_id)
        return _place(rows[0]) if rows else None

    def _get_shelved(self, place_id: str) -> Place | None:
        shelved = self._shelved(place_id)
        return shelved.place if shelved else None

    def _shelved(self, place_id: str) -> Shelved | None:
        number = place_id.removeprefix("geonames:")
        is_one = number != place_id and number.isascii() and number.isdigit() and len(number) < 16
        return self._packs.get(int(number)) if is_one and self.has_packs() else None

    def _name_province(self, code: str) -> str | None:
        return self._name_province_cached(code)

    def _fetch_province_name(self, code: str) -> str | None:
        query = "SELECT name FROM places WHERE feature = 'ADM1' AND country = ? AND province = ?"
        rows = self._rows(query, code.partition(".")[0], code)
        return str(rows[0][0]) if rows else None

    def _load_outlines(self) -> Outlines:
        with self._lock:
            if self._outlines is None:
                self._outlines = Outlines(self._rows("SELECT id, kind, country, geometry FROM outlines"))
            return self._outlines

    def _rows(self, query: str, *values: object) -> list[Any]:
        connection = getattr(self._local, "connection", None)
        try:
            if connection is None:
                connection = self._connect()
            return connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise GazetteerBroken(
                f"The place index {self.path} cannot be read ({error}): start the program again to have it rebuilt."
            ) from error

    def _connect(self) -> sqlite3.Connection:
        if self._closed:
            raise GazetteerBroken("The place index was closed and cannot be asked any more.")
        connection = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        connection.execute("PRAGMA mmap_size = 268435456")
        self._open.append(connection)
        self._local.connection = connection
        return connection


def _penalty(match: NameMatch) -> float:
    if match.how == "folded" and match.place.feature == "PCLI":
        return _FOLDED_COUNTRY_PENALTY
    return _PENALTIES[match.how]


def _place(row: Any) -> Place:
    return Place(
        id=row[1],
        name=row[2],
        lat=row[3],
        lon=row[4],
        feature=row[5],
        country=row[6],
        countries=tuple(row[7].split()),
        admin1=row[8],
        admin2=row[9],
        population=row[10],
        geonameid=row[11],
        precision=cast(PlacePrecision, row[12]),
        precision_km=row[13],
        attribution=row[14],
    )
