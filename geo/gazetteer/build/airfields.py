"""The table of airfields and air bases."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ICAO = re.compile(r"[A-Z]{4}")
_MILITARY = re.compile(
    r"\b(?:air ?base|air force|afb|aaf|army|naval|navy|marine corps|raf|military|royal .* air|joint base)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Airfield:
    """A landing place with an ICAO code; feature AIRB for an air base, AIRP for any other airport."""

    icao: str
    iata: str
    name: str
    city: str
    province: str
    country: str
    lat: float
    lon: float
    feature: str


def load_airfields(listed: Path) -> list[Airfield]:
    """All airfields by ICAO code, from airportsdata's airports.csv.

    Fields that have only a made-up code with digits in it (private strips, most of them) are left out.
    """
    return sorted(_read_airfields(listed), key=lambda airfield: airfield.icao)


def _read_airfields(listed: Path) -> Iterator[Airfield]:
    with listed.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            name = " ".join(row["name"].split())
            if not _ICAO.fullmatch(row["icao"]) or not name:
                continue
            yield Airfield(
                icao=row["icao"],
                iata=row["iata"],
                name=name,
                city=" ".join(row["city"].split()),
                province=" ".join(row["subd"].split()),
                country=row["country"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                feature="AIRB" if _MILITARY.search(name) else "AIRP",
            )
