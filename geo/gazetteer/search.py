"""The open gazetteer: names to places, places to their outlines, borders and neighbours.

Reads the index that geo/gazetteer/index.py builds; nothing here writes to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geo.model import Geometry, Place

How = Literal["name", "alternate", "abbreviation", "folded", "fuzzy"]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A place that bears a name: `name` is the gazetteer's own spelling, `alternates` how many names the place has."""

    place: Place
    name: str
    how: How
    alternates: int


class Gazetteer:
    """The place tables, indexed. Safe to read from several threads at once."""

    version: str
    """A short digest of the tables that the index was built from."""

    def __init__(self, path: Path, version: str) -> None:
        self.path = path
        self.version = version

    def lookup(self, name: str, limit: int = 50) -> tuple[NameMatch, ...]:
        """Every place so called, the most prominent first; empty when there is none."""
        raise NotImplementedError

    def knows(self, name: str) -> bool:
        """Whether any place is so called."""
        raise NotImplementedError

    def lookup_fuzzy(self, name: str, limit: int = 10) -> tuple[NameMatch, ...]:
        """Places whose names are within a slip or two of `name`, the closest first."""
        raise NotImplementedError

    def get(self, place_id: str) -> Place | None:
        """The place with that id, None when there is none."""
        raise NotImplementedError

    def country(self, code: str) -> Place | None:
        """The country with that ISO 3166 alpha-2 code, None when there is none."""
        raise NotImplementedError

    def countries(self) -> tuple[Place, ...]:
        """Every country, by code."""
        raise NotImplementedError

    def demonym(self, word: str) -> tuple[str, ...]:
        """ISO codes of the countries whose people or things are so called."""
        raise NotImplementedError

    def neighbours(self, code: str) -> tuple[str, ...]:
        """ISO codes of the countries that share a land border with `code`, in alphabetical order."""
        raise NotImplementedError

    def border(self, a: str, b: str) -> Place | None:
        """The land border between two countries as a line, None when they share none."""
        raise NotImplementedError

    def outline(self, place_id: str) -> Geometry | None:
        """The outline of a country, province or region as a GeoJSON geometry, None when it has none."""
        raise NotImplementedError

    def province_of(self, place: Place) -> Place | None:
        """The first-order division that `place` lies in, itself if it is one."""
        raise NotImplementedError

    def provinces(self, code: str) -> tuple[Place, ...]:
        """The first-order divisions of a country, by name."""
        raise NotImplementedError

    def nearest(self, lat: float, lon: float, limit: int = 1, max_km: float = 100) -> tuple[tuple[Place, float], ...]:
        """The towns and airfields nearest to a point within `max_km`, each with its distance in kilometres."""
        raise NotImplementedError

    def country_at(self, lat: float, lon: float) -> str | None:
        """ISO code of the country whose outline holds the point, None at sea and in no man's land."""
        raise NotImplementedError

    def province_at(self, lat: float, lon: float) -> Place | None:
        """The province whose outline holds the point, None where there is none."""
        raise NotImplementedError

    def towns(self, min_population: int) -> Iterator[Place]:
        """Towns of at least that many people, the largest first."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the index; the gazetteer cannot be asked any more afterwards."""
        raise NotImplementedError
