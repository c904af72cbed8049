"""The table of provinces and districts: names and codes from one list, positions from outlines and member towns.

The list of names has no positions. A province's is a point inside its outline; a district's the middle of its towns
weighted by people, or the town it is named after; a district of which neither is known is put at its province, and its
precision says so.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.gazetteer.build.names import select_names, shown_name
from geo.gazetteer.build.towns import Town
from geo.gazetteer.folding import fold_name

_KM_PER_DEGREE = 111.2
SHOWN_NAMES = {
    703883: "Crimea",
}
"""Where English papers write another name than the list."""

_ADJECTIVE_TYPES = frozenset({"oblast", "voblasc", "voblast", "oblysy"})
_TYPE_WORDS = frozenset(
    {
        "oblast",
        "oblysy",
        "province",
        "state",
        "region",
        "governorate",
        "district",
        "county",
        "department",
        "prefecture",
        "municipality",
        "raion",
        "rayon",
        "city",
        "municipio",
        "distrito",
    }
)
"""Words after a division's name that only say what kind of division it is."""


@dataclass(frozen=True, slots=True)
class Division:
    """A province (ADM1) or district (ADM2); admin1 and admin2 are GeoNames codes, admin2 empty for a province."""

    geonameid: int
    name: str
    feature: str
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    precision: str
    precision_km: float
    population: int
    alternates: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """A point and how far from it most of the whole lies."""

    lat: float
    lon: float
    radius_km: float


def load_divisions(
    subdivisions: Path, towns: Sequence[Town], outlined: Mapping[str, tuple[Extent, tuple[str, ...]]]
) -> list[Division]:
    """All provinces and districts that have a GeoNames code and id, by id.

    `outlined` gives the extents of the provinces that have an outline, and the names it goes by, by code ("AF.13").
    """
    members: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        members[f"{town.country}.{town.admin1}"].append(town)
        if town.admin2:
            members[f"{town.country}.{town.admin1}.{town.admin2}"].append(town)
    found = {}
    for line in subdivisions.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) < 6 or not cells[2] or not cells[3]:
            continue
        country, admin1, admin2 = [*cells[2].split("."), ""][:3]
        bare = Division(
            geonameid=int(cells[3]),
            name=cells[0],
            feature="ADM2" if admin2 else "ADM1",
            country=country,
            admin1=admin1,
            admin2=admin2,
            lat=0.0,
            lon=0.0,
            precision="",
            precision_km=0.0,
            population=0,
            alternates=len(cells[5].split("|")) if cells[5] else 0,
            names=tuple(cells[5].split("|")) if cells[5] else (),
        )
        found[cells[2]] = bare
    provinces = {
        code: _place_province(division, members[code], outlined.get(code, (None, ())))
        for code, division in found.items()
        if not division.admin2
    }
    placed = [province for province in provinces.values() if province.precision]
    for code, division in found.items():
        if division.admin2:
            parent = f"{division.country}.{division.admin1}"
            district = _place_district(division, members[code], members[parent], provinces.get(parent))
            if district.precision:
                placed.append(district)
    return sorted((_tidy_names(division) for division in placed), key=lambda division: division.geonameid)


def measure_extent(towns: Iterable[Town]) -> Extent | None:
    """The middle of `towns` weighted by their people, and the distance within which nine in ten of them lie."""
    members = list(towns)
    if not members:
        return None
    weights = [max(town.population, 200) for town in members]
    total = sum(weights)
    origin = members[0].lon  # longitudes are taken from one of the towns, lest the date line tear the mean apart
    lat = sum(weight * town.lat for weight, town in zip(weights, members, strict=True)) / total
    turn = sum(weight * ((town.lon - origin + 180) % 360 - 180) for weight, town in zip(weights, members, strict=True))
    lon = (origin + turn / total + 180) % 360 - 180
    away = sorted(_rough_km(lat, lon, town.lat, town.lon) for town in members)
    return Extent(round(lat, 4), round(lon, 4), round(away[int(0.9 * (len(away) - 1))], 1))


def _place_province(division: Division, towns: list[Town], outlined: tuple[Extent | None, tuple[str, ...]]) -> Division:
    extent = outlined[0] or measure_extent(towns)
    if extent is None:
        return division
    return replace(
        division,
        names=(*division.names, *outlined[1]),
        lat=extent.lat,
        lon=extent.lon,
        precision="province",
        precision_km=max(extent.radius_km, 5.0),
        population=sum(town.population for town in towns if town.feature != "PPLX"),
    )


def _place_district(division: Division, towns: list[Town], around: list[Town], province: Division | None) -> Division:
    extent = measure_extent(towns)
    if extent is not None:
        people = sum(town.population for town in towns if town.feature != "PPLX")
        radius = max(extent.radius_km, 10.0)
        return replace(
            division, lat=extent.lat, lon=extent.lon, precision="district", precision_km=radius, population=people
        )
    wanted = {fold_name(strip_type(name)) for name in (division.name, *division.names)}
    namesakes = [town for town in around if fold_name(town.name) in wanted]
    if namesakes:
        seat = max(namesakes, key=lambda town: (town.population, -town.geonameid))
        return replace(division, lat=seat.lat, lon=seat.lon, precision="district", precision_km=20.0)
    if province is not None and province.precision:
        return replace(
            division,
            lat=province.lat,
            lon=province.lon,
            precision="province",
            precision_km=province.precision_km,
        )
    return division


def strip_type(name: str) -> str:
    """`name` without a closing word for the kind of division.

    >>> strip_type("Farsi District"), strip_type("Donetsk Oblast"), strip_type("District")
    ('Farsi', 'Donetsk', 'District')
    """
    head, _, last = name.rpartition(" ")
    return head if head and fold_name(last) in _TYPE_WORDS else name


def _tidy_names(division: Division) -> Division:
    """The division under the name that English papers would use, with its bare names among the others."""
    names = [division.name, *division.names]
    shown = division.name
    if fold_name(shown.rpartition(" ")[2]) in _ADJECTIVE_TYPES:
        # "Donetska oblast" is the adjective; "Donetsk Oblast" is what is written.
        shown = next((name for name in names if name.endswith((" Oblast", " Province", " Region"))), shown)
    shown = SHOWN_NAMES.get(division.geonameid, shown)
    shown = shown_name(shown)
    bare = [strip_type(name) for name in names]
    return replace(division, name=shown, names=tuple(select_names(shown, [*names, *bare])))


def _rough_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Kilometres between two points not far apart, good to a few per cent: only for radii of extents."""
    east = ((lon_b - lon_a + 180) % 360 - 180) * math.cos(math.radians((lat_a + lat_b) / 2))
    return _KM_PER_DEGREE * math.hypot(lat_b - lat_a, east)
