"""What the figures of benchmarks/places.py are held against: a day's work, what is asked of this project, its peers.

Figures of others are copied from their papers and from measurements of their programs; `None` where none is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the scorer, and what stands beside it. `path` leads to it in what the scorer gives back."""

    corpus: str
    name: str
    path: tuple[str, ...]
    naive: float | None
    floor: float | None
    aim: float | None
    peers: str = ""
    less_is_better: bool = False

    def read(self, figures: Mapping[str, Any]) -> float | None:
        """The figure itself, None where the scorer gives none."""
        found: Any = figures
        for key in self.path:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found if isinstance(found, (int, float)) else None

    def reached(self, value: float, mark: float | None) -> bool:
        """Whether `value` is as good as `mark`."""
        return mark is not None and (value < mark if self.less_is_better else value >= mark)


POOLED = "lgl + geowebnews"
MEASURES: tuple[Measure, ...] = (
    Measure(POOLED, "end_to_end_id", ("end_to_end_id",), 42.5, 63, 76, "staged stack 79.8, with outlet's home 82.3"),
    Measure(POOLED, "found_overlap F1", ("found_overlap", "F1"), 78.0, 84, 90),
    Measure(POOLED, "pin_precision", ("pin_precision",), 65.7, 78, 86),
    Measure("places_lgl", "end_to_end_id", ("end_to_end_id",), None, None, None, "Mordecai 3.5 57.2"),
    Measure("places_lgl", "end_to_end_161km", ("end_to_end_161km",), None, None, None, "Mordecai 3.5 59.0, Yahoo 48.6"),
    Measure("places_lgl", "found_overlap F1", ("found_overlap", "F1"), None, None, None, "Mordecai 3.5 69.3"),
    Measure("places_geowebnews", "end_to_end_id", ("end_to_end_id",), None, None, None, "Mordecai 3.5 60.0"),
    Measure(
        "places_geowebnews",
        "end_to_end_161km",
        ("end_to_end_161km",),
        None,
        None,
        None,
        "Mordecai 62.5, Edinburgh 49.9",
    ),
    Measure("places_geowebnews", "found_overlap F1", ("found_overlap", "F1"), None, None, None, "Mordecai 3.5 74.8"),
    Measure("places_conflict", "end_to_end_161km", ("end_to_end_161km",), 62.8, 80, 90),
    Measure("places_conflict", "precision_161km", ("precision_161km",), 87.9, 92, 96),
    Measure("places_conflict", "pin_precision", ("pin_precision",), 84.4, 86, 91),
    Measure(
        "places_wotr",
        "end_to_end_161km",
        ("end_to_end_161km",),
        None,
        None,
        None,
        "20 voting, spans given 80.9",
    ),
    Measure("places_wotr", "pin_precision", ("pin_precision",), None, None, None),
    Measure("toponyms_conflict", "right", ("right",), 49.1, 88, 96),
    Measure("toponyms_conflict", "wrong_pin", ("wrong_pin",), 5.5, 4, 1, less_is_better=True),
    Measure("places_peer_cases", "passed", ("passed",), 67.1, 84, 95),
    Measure("event_location", "accuracy", ("accuracy",), None, 80, 90),
)
ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "places": ("found_overlap F1", "end_to_end_id", "end_to_end_161km", "precision_161km", "pin_precision"),
    "toponyms": ("right", "wrong_pin"),
    "cases": ("passed", "places"),
    "located": ("accuracy", "right_when_answered"),
}
"""Which figures are shown of a corpus that is named by its file, by how it is scored."""

NOTE = """From raw text by others (exact id / within 161 km / spans F1): Mordecai 3.5 by default 61.3 / 63.5 / 75.0 on
TR-News, 57.2 / 59.0 / 69.3 on LGL, 60.0 / 62.5 / 74.8 on GeoWebNews. Recall within 161 km of the best older tool: LGL
48.6, TR-News 53.6, GeoVirus 62.4, GeoWebNews 49.9. "naive" is the same language model with the most populous entry of
the name: as it was given, and "here" as benchmarks/places.py --naive measures it."""


def find_measures(corpus: str, scored_by: str) -> tuple[Measure, ...]:
    """The measures that are shown of `corpus`, in the order of the table; some of its kind where it has no own."""
    own = tuple(measure for measure in MEASURES if measure.corpus == corpus)
    if own:
        return own
    paths = ((name, (name,) if not name.endswith(" F1") else (name[:-3], "F1")) for name in ELSEWHERE[scored_by])
    return tuple(Measure(corpus, name, path, None, None, None) for name, path in paths)
