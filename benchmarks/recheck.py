"""Rechecks rows of the hand-made place tables, drawn by lot, against positions of another origin.

    python benchmarks/recheck.py            how far today's tables lie from the kept positions, and the sums
    python benchmarks/recheck.py --draw     the rows that the lot draws, one a line, to look up

Every row has its own lot, drawn from SEED and its id alone: rows that come or go later do not change the order of the
others. Two samples are drawn: places with a point, until fifty could be checked, and regions, waters, lines and places
known only roughly, until ten could be. What they were checked against is kept in benchmarks/results/recheck.tsv; rows
for which nothing of another origin was found stay in it as "not found". A check is "weak" where it holds the row
against a neighbour, a rounded figure or a list of unknown care. Needs no network.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geopy.distance import geodesic

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geo.gazetteer import columns, tables  # noqa: E402

SEED = 20261122
RESULTS = Path(__file__).parent / "results" / "recheck.tsv"
SAMPLES: dict[str, tuple[tuple[str, ...], int]] = {
    "point": (("point",), 50),
    "extent": (("area", "line", "water", "near"), 10),
}
"""Of each sample: the precisions of its rows, and how many of them are to be checked."""

RIGHT, TWICE, BEYOND, NOT_FOUND = "right", "within twice", "beyond", "not found"
KEPT_COLUMNS = (
    "sample",
    "id",
    "name",
    "lat",
    "lon",
    "against",
    "check",
    "km_off",
    "stated_km",
    "verdict",
    "note",
)
"""km_off, stated_km and verdict are as they were when the row was drawn; check is full, weak or empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a hand-made table, as far as the recheck needs it."""

    id: str
    name: str
    lat: float
    lon: float
    precision: str
    precision_km: float


@dataclass(frozen=True, slots=True)
class Kept:
    """A drawn row with what it was checked against; `position` is lat, lon, None where nothing was found."""

    sample: str
    id: str
    name: str
    position: tuple[float, float] | None
    against: str
    check: str
    km_off: float | None
    stated_km: float
    verdict: str
    note: str


def load_rows() -> dict[str, Row]:
    """The rows of all hand-made tables by id."""
    names = columns.CONFLICT_PLACES
    found: dict[str, Row] = {}
    for table in tables.CONFLICT_TABLES:
        for values in tables.load_rows(table, names):
            row = dict(zip(names, values, strict=True))
            found[row["id"]] = Row(
                row["id"],
                row["name"],
                float(row["lat"]),
                float(row["lon"]),
                row["precision"],
                float(row["precision_km"] or 0),
            )
    return found


def draw_lot(row_id: str) -> float:
    """The lot of a row, from 0 to 1: the same in every run, whatever other rows there are.

    >>> draw_lot("soumpi") < draw_lot("mindat")
    True
    """
    return random.Random(f"{SEED} {row_id}").random()


def draw_sample(rows: Iterable[Row], sample: str) -> list[Row]:
    """All rows that belong to `sample`, in the order in which the lot draws them."""
    precisions, _ = SAMPLES[sample]
    return sorted((row for row in rows if row.precision in precisions), key=lambda row: draw_lot(row.id))


def load_kept(path: Path = RESULTS) -> Iterator[Kept]:
    """The drawn rows with what they were checked against, in the order of the file."""
    heading, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(heading.split("\t")) != KEPT_COLUMNS:
        sys.exit(f"{path} has other columns than benchmarks/recheck.py knows: draw it anew, or mend its heading.")
    for line in lines:
        kept = dict(zip(KEPT_COLUMNS, line.split("\t"), strict=True))
        yield Kept(
            kept["sample"],
            kept["id"],
            kept["name"],
            (float(kept["lat"]), float(kept["lon"])) if kept["lat"] else None,
            kept["against"],
            kept["check"],
            float(kept["km_off"]) if kept["km_off"] else None,
            float(kept["stated_km"]),
            kept["verdict"],
            kept["note"],
        )


def measure_km(row: Row, kept: Kept) -> float | None:
    """How far `row` lies from the kept position, in km; None where nothing was found to hold it against."""
    return None if kept.position is None else float(geodesic((row.lat, row.lon), kept.position).km)


def judge(km_off: float | None, stated_km: float) -> str:
    """What a distance says of a row with that radius.

    >>> judge(2.0, 2.0), judge(3.9, 2.0), judge(4.1, 2.0), judge(None, 2.0)
    ('right', 'within twice', 'beyond', 'not found')
    """
    if km_off is None:
        return NOT_FOUND
    return RIGHT if km_off <= stated_km else TWICE if km_off <= 2 * stated_km else BEYOND


def print_draw(rows: Sequence[Row]) -> None:
    """Prints twice as many rows of each sample as are to be checked, in the order of the lot."""
    for sample, (_, wanted) in SAMPLES.items():
        for row in draw_sample(rows, sample)[: 2 * wanted]:
            print(f"{sample}\t{row.id}\t{row.name}\t{row.lat}\t{row.lon}\t{row.precision_km:g}")


def print_sample(rows: dict[str, Row], sample: str, kept: Sequence[Kept]) -> None:
    """Prints one sample: each row as the tables have it today, and the sums at the draw and today."""
    print(f"{'':24}{'km off':>8}{'stated':>8}  today         when drawn    check  against")
    today: Counter[str] = Counter()
    for one in kept:
        row = rows.get(one.id)
        if row is None:
            print(f"{one.id[:24]:24}  no longer in the tables")
            continue
        km_off = measure_km(row, one)
        verdict = judge(km_off, row.precision_km)
        today[verdict] += 1
        shown = "-" if km_off is None else f"{km_off:.1f}"
        print(
            f"{one.id[:24]:24}{shown:>8}{row.precision_km:>8g}  {verdict:14}{one.verdict:14}{one.check:7}{one.against}"
        )
    drawn = Counter(one.verdict for one in kept)
    weak = sum(one.check == "weak" for one in kept)
    for when, sums in (("When drawn", drawn), ("Today, what was wrong being put right", today)):
        checked = sum(sums.values()) - sums[NOT_FOUND]
        print(
            f"{when}, {sample}: of {sum(sums.values())} rows drawn {checked} could be checked ({weak} weakly): "
            f"{sums[RIGHT]} within the stated radius, {sums[TWICE]} within twice, {sums[BEYOND]} beyond; "
            f"{sums[NOT_FOUND]} not found."
        )
    print()


def main() -> None:
    """Runs the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", action="store_true", help="print the rows that the lot draws")
    rows = load_rows()
    if parser.parse_args().draw:
        print_draw(list(rows.values()))
        return
    kept = list(load_kept())
    for sample in SAMPLES:
        print_sample(rows, sample, [one for one in kept if one.sample == sample])


if __name__ == "__main__":
    main()
