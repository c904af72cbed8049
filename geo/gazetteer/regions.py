"""Places and outlines brought together for the index: whose outline is whose, and in which province a place lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely import STRtree
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geo.gazetteer.entries import Entry
from geo.gazetteer.outlines import Border, Outline, simplify_for_screen, unite_members, write_geojson
from geo.gazetteer.tables import broken_table

OutlineRow = tuple[str, str, str, bool, str, str | None]
"""Place id, kind, country code, whether drawn, the outline, and a simpler one for the screen where it needs one."""


def locate(entries: list[Entry], outlines: Mapping[str, Outline], borders: Sequence[Border]) -> None:
    """Say in which provinces hand-made points and airfields lie, and put hand-made lines onto their borders."""
    middles = {f"border: {border.a}-{border.b}": (border.lat, border.lon) for border in borders}
    shapes = [outline for outline in outlines.values() if outline.kind == "province"]
    tree = STRtree([outline.shape for outline in shapes])
    names = {entry.province: entry.name for entry in entries if entry.feature == "ADM1"}
    for entry in entries:
        entry.lat, entry.lon = middles.get(entry.members, (entry.lat, entry.lon))
        if entry.province or not entry.id.startswith(("dateline:", "icao:")):
            continue
        if entry.precision not in ("point", "near", "district"):
            continue
        for hit in sorted(int(hit) for hit in tree.query(Point(entry.lon, entry.lat), predicate="intersects")):
            code = shapes[hit].code
            if code.partition(".")[0] in entry.countries.split():
                entry.province, entry.admin1 = code, names.get(code)
                break


def list_outlines(
    entries: list[Entry], outlines: Mapping[str, Outline], borders: Sequence[Border]
) -> Iterator[OutlineRow]:
    """The outlines of countries, provinces and hand-made regions under the ids of their places.

    Raises GazetteerBroken when a hand-made region has a member that has no outline.
    """
    shapes = {code: outline.shape for code, outline in outlines.items()}
    shapes.update({f"border:{border.a}-{border.b}": border.line for border in borders})
    for entry in entries:
        code = {"PCLI": entry.country, "ADM1": entry.province}.get(entry.feature)
        outline = outlines.get(code or "")
        if outline is not None:
            yield _make_row(entry, outline.kind, outline.drawn, outline.shape)
        elif entry.members:
            try:
                united = unite_members(entry.members, shapes)
            except (KeyError, ValueError, shapely.errors.ShapelyError) as error:
                raise broken_table(entry.table, f"{entry.id} has members without outline: {error}") from error
            yield _make_row(entry, "region", True, united)


def _make_row(entry: Entry, kind: str, drawn: bool, whole: BaseGeometry) -> OutlineRow:
    screen = simplify_for_screen(whole)
    simpler = write_geojson(screen) if screen is not whole else None
    if kind == "region" and simpler:  # regions are only ever drawn: no need to keep them finer than that
        return entry.id, kind, entry.country or "", drawn, simpler, None
    return entry.id, kind, entry.country or "", drawn, write_geojson(whole), simpler


def list_borders(borders: Sequence[Border]) -> Iterator[tuple[str, str, float, float, str]]:
    """The land borders, each with the codes of its countries and a point on it."""
    for border in borders:
        yield border.a, border.b, border.lat, border.lon, write_geojson(border.line)
