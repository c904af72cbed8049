"""The entries of the index: every row of every table as one kind of value, ranked by prominence, with its names.

Reads the tables and knows nothing of how the index is kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from geo.gazetteer import columns
from geo.gazetteer.airnames import air_names
from geo.gazetteer.folding import fold_name
from geo.gazetteer.tables import CONFLICT_TABLES, broken_table, load_rows

NAME, ALTERNATE, ABBREVIATION = range(3)
"""How a name belongs to its place, as kept in the index."""

SEAT_BONUS = {"PPLC": 1.5, "PPLA": 0.5, "PPLG": 0.5, "PPLX": -1.0, "PPLH": -1.5, "PPLQ": -1.5, "PPLW": -1.0}
"""What a seat of government adds to a town's prominence, and a quarter or a ruin takes away, in powers of ten."""
_PEOPLE_PER_KM2 = 4000.0
"""A town's usual density, by which its radius is guessed from its people."""
_LEAST_PROVINCE = 5.5
"""A province counts as one of 300,000 people at least: the towns of poorly counted countries add up to far fewer."""
_LARGE_FEATURES = frozenset({"area", "water", "country", "province", "line"})

NameRow = tuple[str, int, int, str | None]
"""Folded name, rank of the place, kind, and the spelling where it is not the place's own name."""


@dataclass(slots=True)
class Entry:
    """A place as the index keeps it.

    `names` holds its other names parted by bars, `short` those that match only as written, `keys` what else it is kept
    under, folded already, with the kind. `province` is the GeoNames code of its first-order division ("AF.13").
    """

    id: str
    name: str
    lat: float
    lon: float
    feature: str
    country: str | None
    countries: str
    admin1: str | None
    admin2: str | None
    province: str | None
    population: int
    geonameid: int | None
    precision: str
    precision_km: float
    attribution: str
    alternates: int
    prominence: float
    cell: int | None = None
    members: str = ""
    table: str = ""
    """The hand-made table that it stands in."""
    names: str = ""
    short: list[str] = field(default_factory=list)
    keys: list[tuple[str, int]] = field(default_factory=list)


def find_cell(lat: float, lon: float) -> int:
    """Number of the one-degree cell that holds a point, by which towns near a point are found."""
    return (math.floor(lat) + 90) * 360 + math.floor(lon + 180) % 360


def town_radius_km(population: int) -> float:
    """Roughly how far a town of so many people reaches from its middle, 1 to 15 km.

    >>> town_radius_km(0), town_radius_km(50_000), town_radius_km(1_000_000)
    (1.5, 2.0, 8.9)
    """
    if population <= 0:
        return 1.5
    return round(min(max(math.sqrt(population / _PEOPLE_PER_KM2 / math.pi), 1.0), 15.0), 1)


def load_entries(progress: Callable[[float], None]) -> list[Entry]:
    """Every place of every table, the most prominent first; raises GazetteerMissing or GazetteerBroken."""
    countries = list(_load_countries())
    divisions = list(_load_divisions())
    progress(0.2)
    _add_names([*countries, *divisions])
    provinces = {entry.province: entry.name for entry in divisions if entry.feature == "ADM1" and entry.province}
    districts = {f"{entry.province}.{entry.admin2}": entry.name for entry in divisions if entry.feature == "ADM2"}
    for entry in divisions:  # from here on admin1 and admin2 are names, as in the model
        entry.admin1 = provinces.get(entry.province or "")
        entry.admin2 = entry.name if entry.feature == "ADM2" else None
    towns = list(_load_towns(provinces, districts))
    progress(0.8)
    codes = {
        (entry.country, fold_name(name)): entry.province
        for entry in divisions
        if entry.feature == "ADM1"
        for name in (entry.name, *entry.names.split("|"))
    }
    airfields = list(_load_airfields(codes, provinces))
    _add_names([*towns, *airfields], by_id=True)
    gathered = [*countries, *divisions, *towns, *airfields, *_load_conflict_places()]
    gathered.sort(key=lambda entry: (-entry.prominence, entry.id))
    progress(1.0)
    return gathered


def list_names(entries: list[Entry]) -> Iterator[NameRow]:
    """The rows of the index's table of names for entries in order of rank, kinds of one folded name apart."""
    for rank, entry in enumerate(entries):
        own = fold_name(entry.name)
        seen = {own, ""}
        if own:
            yield own, rank, NAME, None
        for folded, kind in entry.keys:
            if folded not in seen:
                seen.add(folded)
                yield folded, rank, kind, None
        short = list(entry.short)
        for name in entry.names.split("|"):
            if _is_short(name):
                short.append(name)
            elif (folded := fold_name(name)) not in seen:
                seen.add(folded)
                yield folded, rank, ALTERNATE, name
        if short:
            forms: dict[str, list[str]] = {}
            for name in short:
                forms.setdefault(fold_name(name), []).append(name)
            for folded, written in forms.items():
                yield folded, rank, ABBREVIATION, "|".join(dict.fromkeys(written))


def load_demonyms() -> Iterator[tuple[str, str]]:
    """Word in small letters and ISO codes parted by blanks; later rows go before earlier ones."""
    for table in ("demonyms.tsv", "news_demonyms.tsv"):
        for word, codes in load_rows(table, columns.DEMONYMS):
            yield word.casefold(), codes


def _number(table: str, cell: str) -> float:
    try:
        return float(cell)
    except ValueError as error:
        raise broken_table(table, f"{cell!r} is not a number") from error


def _fame(alternates: int) -> float:
    return 0.25 * math.log2(1 + alternates)


def _is_short(name: str) -> bool:
    return len(name) <= 8 and name.isupper() and len(name.replace(".", "")) <= 5


def _load_countries() -> Iterator[Entry]:
    table = "countries.tsv"
    for geonameid, code, _, name, lat, lon, km, population, _, alternates, names in load_rows(table, columns.COUNTRIES):
        people = int(_number(table, population))
        yield Entry(
            id=f"geonames:{geonameid}",
            name=name,
            lat=_number(table, lat),
            lon=_number(table, lon),
            feature="PCLI",
            country=code,
            countries=code,
            admin1=None,
            admin2=None,
            province=None,
            population=people,
            geonameid=int(geonameid),
            precision="country",
            precision_km=_number(table, km),
            attribution="GeoNames",
            alternates=int(alternates),
            prominence=20.0 + math.log10(people + 10),
            names=names,
        )


def _load_divisions() -> Iterator[Entry]:
    table = "divisions.tsv.xz"
    for (
        geonameid,
        name,
        feature,
        country,
        admin1,
        admin2,
        lat,
        lon,
        precision,
        km,
        population,
        alternates,
        names,
    ) in load_rows(table, columns.DIVISIONS):
        people = int(_number(table, population))
        known = max(math.log10(people + 10), _LEAST_PROVINCE) if feature == "ADM1" else math.log10(people + 10)
        size = known + _fame(int(alternates))
        yield Entry(
            id=f"geonames:{geonameid}",
            name=name,
            lat=_number(table, lat),
            lon=_number(table, lon),
            feature=feature,
            country=country,
            countries=country,
            admin1=None,
            admin2=admin2 or None,
            province=f"{country}.{admin1}",
            population=people,
            geonameid=int(geonameid),
            precision=precision,
            precision_km=_number(table, km),
            attribution="GeoNames",
            alternates=int(alternates),
            prominence=size - (1.0 if feature == "ADM1" else 2.5),
            names=names,
        )


def _load_towns(provinces: Mapping[str, str], districts: Mapping[str, str]) -> Iterator[Entry]:
    table = "towns.tsv.xz"
    for geonameid, name, lat, lon, feature, country, admin1, admin2, population, alternates, names in load_rows(
        table, columns.TOWNS
    ):
        try:
            north, east, people, known = float(lat), float(lon), int(population), int(alternates)
        except ValueError as error:
            raise broken_table(table, str(error)) from error
        province = f"{country}.{admin1}"
        yield Entry(
            id=f"geonames:{geonameid}",
            name=name,
            lat=north,
            lon=east,
            feature=feature,
            country=country,
            countries=country,
            admin1=provinces.get(province),
            admin2=districts.get(f"{province}.{admin2}") if admin2 else None,
            province=province,
            population=people,
            geonameid=int(geonameid),
            precision="point",
            precision_km=town_radius_km(people),
            attribution="GeoNames",
            alternates=known,
            prominence=math.log10(people + 10) + _fame(known) + SEAT_BONUS.get(feature, 0.0),
            cell=find_cell(north, east),
            names=names,
        )


def _load_airfields(
    codes: Mapping[tuple[str | None, str], str | None], provinces: Mapping[str, str]
) -> Iterator[Entry]:
    table = "airfields.tsv.xz"
    for icao, iata, name, city, subdivision, country, lat, lon, feature in load_rows(table, columns.AIRFIELDS):
        north, east = _number(table, lat), _number(table, lon)
        province = codes.get((country, fold_name(subdivision)))
        own, by_city = air_names(name, city)
        yield Entry(
            id=f"icao:{icao}",
            name=name,
            lat=north,
            lon=east,
            feature=feature,
            country=country,
            countries=country,
            admin1=provinces.get(province or "", subdivision or None),
            admin2=None,
            province=province,
            population=0,
            geonameid=None,
            precision="point",
            precision_km=2.0,
            attribution="airportsdata",
            alternates=1,
            prominence=2.0 + (1.0 if iata else 0.0) + (0.5 if feature == "AIRB" else 0.0),
            cell=find_cell(north, east),
            keys=[*((key, NAME) for key in sorted(own)), *((key, ALTERNATE) for key in sorted(by_city))],
        )


def _load_conflict_places() -> Iterator[Entry]:
    seen: set[str] = set()
    for table in CONFLICT_TABLES:
        for entry in _load_conflict_table(table):
            if entry.id in seen:
                raise broken_table(table, f"{entry.id} stands in these tables twice")
            seen.add(entry.id)
            yield entry


def _load_conflict_table(table: str) -> Iterator[Entry]:
    for key, name, aliases, feature, country, lat, lon, precision, km, members, fame, geonameid, _, _ in load_rows(
        table, columns.CONFLICT_PLACES
    ):
        north, east = _number(table, lat), _number(table, lon)
        codes = country.split()
        spread = precision in _LARGE_FEATURES and len(codes) != 1
        known = int(_number(table, fame))
        yield Entry(
            id=f"dateline:{key}",
            name=name,
            lat=north,
            lon=east,
            feature=feature,
            country=None if spread or not codes else codes[0],
            countries=" ".join(codes),
            admin1=None,
            admin2=None,
            province=None,
            population=0,
            geonameid=int(_number(table, geonameid)) if geonameid else None,
            precision=precision,
            precision_km=_number(table, km),
            attribution="Dateline",
            alternates=known,
            prominence=2.0 + 0.5 * math.log2(1 + known),
            members=members,
            table=table,
            names=aliases,
        )


def _add_names(entries: list[Entry], by_id: bool = False) -> None:
    """Give places their hand-made names: towns and airfields by their ids, countries and provinces by their codes."""
    table = "abbreviations.tsv"
    keyed = {
        entry.id if by_id else (entry.province if entry.feature == "ADM1" else entry.country): entry
        for entry in entries
        if by_id or entry.feature in ("PCLI", "ADM1")
    }
    for name, place, kind in load_rows(table, columns.ABBREVIATIONS):
        if (":" in place) is not by_id:
            continue
        entry = keyed.get(place)
        if entry is None:
            raise broken_table(table, f"there is no place {place!r} for {name!r}")
        if kind == "abbreviation":
            entry.short.append(name)
        elif kind == "alternate":
            entry.names = f"{name}|{entry.names}"
        elif kind == "shown":
            entry.name, entry.names = name, f"{entry.name}|{entry.names}"
        else:
            raise broken_table(table, f"there is no such kind of name: {kind!r}")
