"""Rows of a dump as rows of a pack: a place with its division codes, and the names under which it is found."""

from __future__ import annotations

from collections.abc import Iterator

from geo.gazetteer.airnames import air_names
from geo.gazetteer.build.names import select_names, shown_name
from geo.gazetteer.entries import ABBREVIATION, ALTERNATE, NAME, find_cell
from geo.gazetteer.folding import fold_name
from geo.gazetteer.packs.dump import LONGEST_NAME, DumpName, DumpPlace
from geo.gazetteer.packs.features import find_extent, find_prominence, is_stood_in

PlaceRow = tuple[
    int, str, float, float, str, str | None, str, str | None, str | None, int, str, float, int, float, int | None
]
"""As the pack's table of places: geonameid, name, lat, lon, feature, country, countries, province code, district code,
population, precision, precision_km, alternates, prominence, cell."""

NameRow = tuple[str, int, int, int, str | None]
"""As the pack's table of names: folded, weight, geonameid, kind, spelling where it is not the place's own name."""

_NO_LANGUAGES = frozenset({"link", "wkdt", "post", "iata", "faac", "tcid", "unlc", "phon", "piny"})
"""What the table of alternate names holds besides names. iata and faac codes of airports are left out because in news
three capitals are a force or a party more often than an airport; the four letters of icao are kept."""


def find_weight(prominence: float) -> int:
    """The order in which a name's places are read: the most prominent first.

    >>> find_weight(1.0), find_weight(6.24)
    (-10, -62)
    """
    return -round(10 * prominence)


def arrange_place(row: DumpPlace) -> tuple[PlaceRow, list[NameRow]]:
    """A row of the main table as the pack keeps it, with its names; without any when its name is none that can be
    looked up, such as "---"."""
    shown = shown_name(row.name)
    listed = row.alternates.split(",") if row.alternates else []
    known = len(set(listed) - {row.name, shown, ""})
    province = f"{row.country}.{row.admin1}" if row.country and row.admin1 not in ("", "00") else None
    district = f"{province}.{row.admin2}" if province and row.admin2 else None
    precision, km = find_extent(row.feature_class, row.feature, row.population)
    prominence = find_prominence(row.feature_class, row.feature, row.population, known)
    codes = [code for code in dict.fromkeys((row.country, *row.others.split(","))) if len(code) == 2 and code.isalpha()]
    place: PlaceRow = (
        row.geonameid,
        shown,
        row.lat,
        row.lon,
        row.feature,
        row.country or None,
        " ".join(codes),
        province,
        district,
        row.population,
        precision,
        km,
        known,
        prominence,
        find_cell(row.lat, row.lon) if is_stood_in(row.feature_class, row.feature) else None,
    )
    return place, list(_names(row, shown, listed, find_weight(prominence)))


def _names(row: DumpPlace, shown: str, listed: list[str], weight: int) -> Iterator[NameRow]:
    own = fold_name(shown)
    if not own:
        return
    yield own, weight, row.geonameid, NAME, None
    seen = {own}
    for name in select_names(shown, [row.ascii_name, *listed]):
        if len(name) <= LONGEST_NAME and (folded := fold_name(name)) not in seen:
            seen.add(folded)
            yield folded, weight, row.geonameid, ALTERNATE, name
    if row.feature.startswith("AIR"):
        keys, _ = air_names(shown, "")
        for key in sorted(keys):
            yield key, weight, row.geonameid, NAME, None


def arrange_name(row: DumpName, own: str, feature: str, prominence: float) -> NameRow | None:
    """A row of the table of alternate names as the pack keeps it, None when no English text would use the name.

    `own` is the shown name of its place, `feature` and `prominence` the place's.

    >>> arrange_name(DumpName(1138958, "de", "Cabul", False), "Kabul", "PPLC", 9.0)
    ('cabul', -90, 1138958, 1, 'Cabul')
    >>> arrange_name(DumpName(1138958, "link", "https://en.wikipedia.org/wiki/Kabul", False), "Kabul", "PPLC", 9.0)
    """
    if row.language in _NO_LANGUAGES or row.is_colloquial or not row.name or len(row.name) > LONGEST_NAME:
        return None
    weight = find_weight(prominence)
    if row.language in ("icao", "abbr"):
        is_code = row.name.isupper() and row.name.isascii() and 3 <= len(row.name.replace(".", "")) <= 5
        if not is_code or (row.language == "icao" and not feature.startswith("AIR")):
            return None
        return fold_name(row.name), weight, row.geonameid, ABBREVIATION, row.name
    chosen = select_names(own, [row.name])
    return (fold_name(chosen[0]), weight, row.geonameid, ALTERNATE, chosen[0]) if chosen else None
