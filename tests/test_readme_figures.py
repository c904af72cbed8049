"""The figures that README.md gives for places and dates are those that the benchmarks last kept."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
KEPT: dict[str, Any] = json.loads((ROOT / "benchmarks" / "results" / "places.json").read_text(encoding="utf-8"))
KEPT_DATES: dict[str, Any] = json.loads((ROOT / "benchmarks" / "results" / "dates.json").read_text(encoding="utf-8"))

# Corpus and path of the figure, in the order of the README's table.
ROWS = [
    ("lgl + geowebnews", "end_to_end_id"),
    ("lgl + geowebnews", "found_overlap F1"),
    ("lgl + geowebnews", "pin_precision"),
    ("places_conflict", "end_to_end_161km"),
    ("places_conflict", "precision_161km"),
    ("toponyms_conflict", "right"),
    ("toponyms_conflict", "wrong_pin"),
    ("places_peer_cases", "passed"),
    ("event_location", "accuracy"),
]


def figure(corpus: str, of: str, path: str) -> float:
    found: Any = KEPT[corpus][of]
    for key in path.split():
        found = found[key]
    return float(found)


def section() -> str:
    return README[README.index("## How well places are found and placed") : README.index("## How well times are read")]


def test_the_table_has_as_many_rows() -> None:
    assert len(re.findall(r"\| ([\d.]+) \| ([\d.]+) \|$", section(), re.M)) == len(ROWS)


@pytest.mark.parametrize(("row", "kept"), list(enumerate(ROWS)), ids=[" ".join(kept) for kept in ROWS])
def test_figure(row: int, kept: tuple[str, str]) -> None:
    ours, naive = re.findall(r"\| ([\d.]+) \| ([\d.]+) \|$", section(), re.M)[row]
    assert (float(ours), float(naive)) == (figure(kept[0], "figures", kept[1]), figure(kept[0], "naive", kept[1]))


def test_the_figures_set_against_the_peers() -> None:
    told = re.search(r"Dateline has\s+([\d.]+) and ([\d.]+)\.", section())
    assert told is not None
    corpora = ("places_lgl", "places_geowebnews")
    assert [float(f) for f in told.groups()] == [figure(corpus, "figures", "end_to_end_id") for corpus in corpora]


def test_the_recheck_of_rows_drawn_by_lot() -> None:
    rows = [line.split("\t") for line in (ROOT / "benchmarks/results/recheck.tsv").read_text("utf-8").splitlines()[1:]]
    points = [row for row in rows if row[0] == "point"]
    verdicts = [row[9] for row in points]
    checked = len(points) - verdicts.count("not found")
    counts = (len(points), checked, verdicts.count("right"), verdicts.count("within twice"), verdicts.count("beyond"))
    told = re.search(
        r"Of (\d+) hand-made places drawn by lot, (\d+) .*?: (\d+) lay within the stated radius, (\d+) within twice, "
        r"(\d+) beyond",
        " ".join(section().split()),
    )
    assert told is not None and tuple(map(int, told.groups())) == counts


# Corpus and path of the figure, in the order of the README's table of dates.
DATES = [
    ("dates_timebank", "value F1"),
    ("dates_timebank", "day F1"),
    ("dates_aquaint", "value F1"),
    ("dates_aquaint", "day F1"),
    ("dates_wikiwars", "value F1"),
    ("dates_wikiwars", "day F1"),
    ("event_dates", "accuracy"),
    ("dated_second", "value F1"),
    ("dated_second", "day F1"),
]


def test_the_table_of_dates() -> None:
    table = README[README.index("## How well times are read") : README.index("## The analysis record")]
    told = [float(ours) for ours in re.findall(r"\| ([\d.]+) \| (?:[\d.]+|-) \|$", table, re.M)]
    kept = []
    for corpus, path in DATES:
        found: Any = KEPT_DATES[corpus]["figures"]
        for key in path.split():
            found = found[key]
        kept.append(float(found))
    assert told == kept
