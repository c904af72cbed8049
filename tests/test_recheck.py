"""The recheck of the hand-made places: what is kept of it is whole, and what it found right or put right stays so.

The crossings are held, all of them, against the border lines of Natural Earth, which their positions do not come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest
from geopy.distance import geodesic
from shapely.geometry import Point, shape
from shapely.ops import nearest_points

from benchmarks import recheck
from geo.gazetteer import Gazetteer, columns, open_gazetteer, tables

KEPT = list(recheck.load_kept())
FOUND = [kept for kept in KEPT if kept.position is not None]
ROWS = recheck.load_rows()


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.mark.parametrize(("sample", "wanted"), [("point", 50), ("extent", 10)])
def test_each_sample_holds_as_many_checked_rows_as_it_is_to(sample: str, wanted: int) -> None:
    assert sum(kept.sample == sample for kept in FOUND) >= wanted


def test_every_row_is_kept_once_and_is_in_the_tables() -> None:
    assert max(Counter(kept.id for kept in KEPT).values()) == 1
    assert [kept.id for kept in KEPT if kept.id not in ROWS] == []


@pytest.mark.parametrize("sample", recheck.SAMPLES)
def test_the_kept_rows_stand_in_the_order_of_the_lot_and_none_is_left_out(sample: str) -> None:
    kept = [kept.id for kept in KEPT if kept.sample == sample]
    assert kept == sorted(kept, key=recheck.draw_lot)
    # Rows that came later may lie between: as many as the tables have grown by a tenth.
    passed = [row.id for row in recheck.draw_sample(ROWS.values(), sample) if row.id not in kept]
    between = [row_id for row_id in passed if recheck.draw_lot(row_id) < recheck.draw_lot(kept[-1])]
    assert len(between) <= len(kept) // 10, between


def test_the_kept_verdicts_follow_from_the_kept_distances() -> None:
    assert [kept.id for kept in KEPT if kept.verdict != recheck.judge(kept.km_off, kept.stated_km)] == []


def test_a_row_that_was_checked_says_against_what_and_how_well() -> None:
    for kept in KEPT:
        if kept.position is None:
            assert (kept.against, kept.check, kept.verdict) == ("", "", recheck.NOT_FOUND), kept.id
        else:
            assert kept.against and kept.check in ("full", "weak"), kept.id


@pytest.mark.parametrize("kept", FOUND, ids=lambda kept: kept.id)
def test_what_was_right_or_put_right_lies_within_its_radius(kept: recheck.Kept) -> None:
    row = ROWS[kept.id]
    assert kept.position is not None
    assert geodesic((row.lat, row.lon), kept.position).km <= row.precision_km + 0.05


# Named after a place that lies off the line, or on a line of their own.
OFF_THE_BORDER = {
    "guerguerat": "the post lies at the end of the road, before the strip that nobody holds",
    "islam-qala": "the town, from which the crossing has its name",
    "quneitra-crossing": "on the line of 1974, not on the border",
    "crimean-bridge": "over the strait that the border does not follow",
}
BORDERS_ROUGH_KM = 2
"""The drawn borders are generalised: 0.6 km off on average."""


def _crossings() -> list[dict[str, str]]:
    rows = (
        dict(zip(columns.CONFLICT_PLACES, row, strict=True))
        for table in tables.CONFLICT_TABLES
        for row in tables.load_rows(table, columns.CONFLICT_PLACES)
    )
    return [
        row
        for row in rows
        if row["feature"] in ("CSTP", "BDG") and row["precision"] == "point" and " " in row["country"]
    ]


def _km_to_border(gazetteer: Gazetteer, row: dict[str, str]) -> float | None:
    here = Point(float(row["lon"]), float(row["lat"]))
    distances = []
    for first, second in combinations(row["country"].split(), 2):
        border = gazetteer.border(first, second)
        line = border and (border.geometry or gazetteer.outline(border.id))
        if line:
            nearest = nearest_points(shape(dict(line)), here)[0]
            distances.append(geodesic((here.y, here.x), (nearest.y, nearest.x)).km)
    return min(distances, default=None)


def test_crossings_of_two_countries_lie_on_the_border_between_them(gazetteer: Gazetteer) -> None:
    off = {}
    measured = 0
    for row in _crossings():
        distance = _km_to_border(gazetteer, row)
        measured += distance is not None
        if distance is not None and distance > float(row["precision_km"]) + BORDERS_ROUGH_KM:
            off[row["id"]] = round(distance, 1)
    assert measured > 150
    assert set(off) <= set(OFF_THE_BORDER), off
