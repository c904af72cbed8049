"""The vendored tables of zones read back: which zones a country has, which a province keeps, which town keeps which."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.errors import GazetteerBroken, GazetteerMissing
from geo.gazetteer import fold_name
from geo.zones.columns import COUNTRIES, PROVINCES, TOWNS

DATA = Path(__file__).parent / "data"
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Towns:
    """The towns of one country: where they lie in degrees, and what zone each keeps."""

    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    zones: tuple[str, ...]

    def measure(self, lat: float, lon: float) -> NDArray[np.float64]:
        """How far each town is from a point, in kilometres; on a plane, which is enough to tell the nearest."""
        east = (self.lon - lon + 180) % 360 - 180
        return np.asarray(np.hypot(self.lat - lat, east * cos(radians(lat))) * _KM_A_DEGREE)


class ProvinceZones(NamedTuple):
    """The zones of a province, the most common first, and those that only a corner of it keeps."""

    common: tuple[str, ...]
    rare: tuple[str, ...]


@cache
def load_country_zones() -> Mapping[str, tuple[str, ...]]:
    """IANA names by ISO code, that of most townspeople first; raises GazetteerMissing or GazetteerBroken."""
    return {code: tuple(zones.split()) for code, zones in _rows("countries.tsv", COUNTRIES)}


@cache
def load_province_zones() -> Mapping[tuple[str, str], ProvinceZones]:
    """The zones that a province's towns keep, by ISO code and folded name.

    Only of countries with several zones; a name that two of a country's provinces share, and that keep other zones, is
    left out. Raises GazetteerMissing or GazetteerBroken.
    """
    found: dict[tuple[str, str], ProvinceZones] = {}
    shared = set()
    for country, _, _, zones, rare, names in _rows("provinces.tsv", PROVINCES):
        for name in names.split("|"):
            key, kept = (country, fold_name(name)), ProvinceZones(tuple(zones.split()), tuple(rare.split()))
            if found.setdefault(key, kept) != kept:
                shared.add(key)
    return {key: kept for key, kept in found.items() if key not in shared}


@cache
def load_towns() -> Mapping[str, Towns]:
    """The towns by ISO code, of countries with several zones; raises GazetteerMissing or GazetteerBroken."""
    rows: dict[str, list[list[str]]] = {}
    for row in _rows("towns.tsv.xz", TOWNS):
        rows.setdefault(row[0], []).append(row)
    return {
        country: Towns(
            np.array([float(row[2]) for row in towns]),
            np.array([float(row[3]) for row in towns]),
            tuple(row[1] for row in towns),
        )
        for country, towns in rows.items()
    }


def _rows(name: str, columns: Sequence[str]) -> Iterator[list[str]]:
    path = DATA / name
    if not path.is_file():
        raise GazetteerMissing(
            f"The table of zones {name} is missing from {DATA}: fetch the project again, or make it anew with "
            "python -m geo.zones.build."
        )
    try:
        packed = path.read_bytes()
        text = (lzma.decompress(packed) if name.endswith(".xz") else packed).decode("utf-8")
        rows = [line.split("\t") for line in text.splitlines()]
        if rows[0] != list(columns) or any(len(row) != len(columns) for row in rows):
            raise ValueError("its columns are not as they should be")
    except (lzma.LZMAError, EOFError, ValueError, IndexError) as error:
        raise GazetteerBroken(
            f"The table of zones {name} is damaged ({error}): fetch the project again, or make it anew with "
            "python -m geo.zones.build."
        ) from error
    return iter(rows[1:])
