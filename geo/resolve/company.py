"""What the ranker knows of how a name's options lie to those of the article's other names, as features."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from geo.model import Place
from geo.resolve.candidates import kind_of
from geo.resolve.features import PRIOR, Name, Vector, province_key

CONTEXT = (
    "parent agrees",
    "parent disagrees",
    "country named",
    "country share",
    "no country named",
    "province named",
    "others within 50 km",
    "others within 150 km",
    "others in the province",
    "others in the country",
    "nearest in its sentence",
    "nearest other",
    "others in it",
    "follows the dateline",
    "province of the dateline",
    "people where others agree",
    "people where no other name helps",
    "neighbours in the country",
    "neighbours, none in the country",
    "district named",
    "others in the district",
    "province against the best",
    "country against the best",
    "many names",
    "country of most names",
    "nearest in the sentences around",
    "others in it, near the name",
    "told of war",
    "told of war, people",
    "told of war, fame",
    "countries named in all",
    "country in news of others",
)
FEATURES = PRIOR + CONTEXT


@dataclass
class Field:
    """The options of the names that others are compared with, as arrays: one entry an option, weighted by its prior."""

    owner: NDArray[np.int64]
    lat: Vector
    lon: Vector
    weight: Vector
    country: NDArray[np.object_]
    province: NDArray[np.object_]
    district: NDArray[np.object_]
    place_kind: NDArray[np.object_]


_FIELD_NAMES = 120
_FIELD_OPTIONS = 8


def lay_field(names: Sequence[Name]) -> Field:
    """The likeliest options of the most frequent names, each weighted with its prior probability."""
    order = sorted(range(len(names)), key=lambda i: (-len(names[i].mentions), i))[:_FIELD_NAMES]
    rows: list[tuple[int, Place, float]] = []
    for owner in order:
        name = names[owner]
        best = np.argsort(-name.prior)[:_FIELD_OPTIONS].tolist()
        rows.extend((owner, name.options[i].place, float(name.prior[i])) for i in best if name.prior[i] > 0.01)
    return Field(
        np.array([owner for owner, _, _ in rows], dtype=np.int64),
        np.array([place.lat for _, place, _ in rows]),
        np.array([place.lon for _, place, _ in rows]),
        np.array([weight for _, _, weight in rows]),
        np.array([place.country or "" for _, place, _ in rows], dtype=np.object_),
        np.array([province_key(place) for _, place, _ in rows], dtype=np.object_),
        np.array([district_key(place) for _, place, _ in rows], dtype=np.object_),
        np.array([kind_of(place) for _, place, _ in rows], dtype=np.object_),
    )


def district_key(place: Place) -> str:
    """Province and second-order division in one word; empty where either is unknown."""
    key = province_key(place)
    return f"{key}.{place.admin2}" if key and place.admin2 else ""


def describe_context(index: int, names: Sequence[Name], field_: Field, standing: Mapping[str, float]) -> Vector:
    """The features of CONTEXT for each option of names[index]: an array of options by features.

    `standing` is the share of each country among the countries that the article names (by name or demonym).
    """
    name = names[index]
    if not name.options:
        return np.zeros((0, len(CONTEXT)))
    places = [option.place for option in name.options]
    own = _Options(places)
    others = _leave_out(field_, [i for i, other in enumerate(names) if other.key == name.key])
    around = {number + step for number in name.sentences for step in (-1, 0, 1)}
    nearby = np.array([bool(names[o].sentences & name.sentences) for o in others.owner], dtype=bool)
    beside = np.array([bool(names[o].sentences & around) for o in others.owner], dtype=bool)
    total = max(1, len(set(others.owner.tolist())))
    company = max(1, len(set(others.owner[beside].tolist())))
    count = _Count(others)

    km = _kilometres(own.lat, own.lon, others.lat, others.lon)
    same_country = own.known_country & (own.country[:, None] == others.country)
    same_province = own.known_province & (own.province[:, None] == others.province)
    same_district = own.known_district & (own.district[:, None] == others.district)
    is_country, is_province = own.kind == "country", own.kind == "province"
    point_like = others.place_kind != "country"
    below_province = others.place_kind != "province"
    close = point_like & ~is_country[:, None]

    in_country = count(same_country) / total
    in_province = count(same_province) / total
    within50 = count((km < 50) & close)
    in_it = np.where(is_country, count(same_country & point_like) / total, 0.0)
    in_it = np.where(is_province, count(same_province & below_province) / total, in_it)
    in_it_nearby = np.where(is_province, count(same_province & below_province & beside), 0.0)
    about = count(same_country & beside) / company
    best_country, best_province = count.best(others.country, total), count.best(others.province, total)
    named = np.array([standing.get(place.country or "", 0.0) for place in places])
    people = np.log10(own.population + 1) / 7
    agrees = _agree_with_parents(name, names, places)
    dateline = next((n for n in names if n.in_dateline and n.options and n is not name), None)
    first = dateline.options[int(np.argmax(dateline.prior))].place if dateline else None
    columns = (
        agrees,
        bool(name.parents) & ~agrees,
        named > 0,
        named,
        np.full(len(places), not standing),
        _any(same_province & (others.place_kind == "province") & (others.weight > 0.2)),
        np.log1p(within50),
        np.log1p(count((km < 150) & close)),
        in_province,
        in_country,
        _nearness(km, others.weight, close & nearby),
        _nearness(km, others.weight, close),
        in_it,
        np.array([first is not None and first.country == place.country for place in places]),
        np.array([first is not None and key != "" and province_key(first) == key for key in own.province]),
        people * np.minimum(1.0, within50 + in_province),
        people * (in_country == 0),
        about,
        (company >= 2) & (about < 0.05),
        _any(same_district & (others.place_kind == "district") & (others.weight > 0.1)),
        count(same_district),
        np.array([best_province.get(key, 0.0) for key in own.province]) / max(best_province.values(), default=1.0),
        np.array([best_country.get(key, 0.0) for key in own.country]) / max(best_country.values(), default=1.0),
        np.full(len(places), math.log1p(total) / 4),
        np.full(len(places), max(best_country.values(), default=0.0)),
        _nearness(km, others.weight, close & beside),
        in_it_nearby,
        np.full(len(places), name.war),
        name.war * people,
        name.war * np.array([math.log1p(option.alternates) / 5 for option in name.options]),
        np.full(len(places), math.log1p(len(standing)) / 3),
        is_country * min(1.0, len(standing) / 4),
    )
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


class _Options:
    """What the options of one name are, as arrays."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.lat = np.array([place.lat for place in places])
        self.lon = np.array([place.lon for place in places])
        self.population = np.array([place.population for place in places], dtype=np.float64)
        self.kind = np.array([kind_of(place) for place in places], dtype=np.object_)
        self.country = np.array([place.country or "" for place in places], dtype=np.object_)
        self.province = np.array([province_key(place) for place in places], dtype=np.object_)
        self.district = np.array([district_key(place) for place in places], dtype=np.object_)
        self.known_country = (self.country != "")[:, None]
        self.known_province = (self.province != "")[:, None]
        self.known_district = (self.district != "")[:, None]


class _Count:
    """Counts the names of a field that likely lie somewhere: each by its weights there, at most one."""

    def __init__(self, field_: Field) -> None:
        owners = sorted(set(field_.owner.tolist()))
        self._belongs = (field_.owner[:, None] == np.array(owners, dtype=np.int64)).astype(np.float64)
        self._weight = field_.weight

    def __call__(self, there: NDArray[np.bool_]) -> Vector:
        """For each row of `there` (options by entries of the field) the count of names."""
        sums = (there * self._weight) @ self._belongs
        return np.asarray(np.minimum(sums, 1.0).sum(axis=-1))

    def best(self, codes: NDArray[np.object_], total: float) -> dict[str, float]:
        """For each country or province code the share of names that likely lie there; none is below a millionth."""
        known = sorted(set(codes.tolist()) - {""})
        counts = self(np.array(known, dtype=np.object_)[:, None] == codes) if known else np.zeros(0)
        return {code: max(1e-6, float(n) / total) for code, n in zip(known, counts, strict=True)}


def _leave_out(field_: Field, owners: Sequence[int]) -> Field:
    """The field without the options of some names.

    A namesake with another parent says nothing: its likeliest reading is this very place.
    """
    kept = ~np.isin(field_.owner, owners)
    return Field(**{each.name: getattr(field_, each.name)[kept] for each in fields(Field)})


def _agree_with_parents(name: Name, names: Sequence[Name], places: Sequence[Place]) -> NDArray[np.bool_]:
    """Which places lie in what the text says that the name lies in."""
    parents = [option.place for parent in name.parents for option in names[parent].options]
    return np.array([any(_lies_in(place, parent) for parent in parents) for place in places], dtype=bool)


def _lies_in(place: Place, parent: Place) -> bool:
    if place.id == parent.id or not place.country or place.country != parent.country:
        return False
    kind = kind_of(parent)
    if kind == "country":
        return True
    if kind == "province":
        return province_key(place) == province_key(parent) and kind_of(place) != "province"
    if kind == "district":
        return province_key(place) == province_key(parent) and (
            place.admin2 == parent.admin2 if place.admin2 and parent.admin2 else True
        )
    if kind != "city":
        return False
    here, there = np.array([[place.lat], [place.lon]]), np.array([[parent.lat], [parent.lon]])
    return float(_kilometres(here[0], here[1], there[0], there[1])[0, 0]) < 60


def _any(there: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.asarray(there.any(axis=1))


def _nearness(km: Vector, weight: Vector, chosen: NDArray[np.bool_]) -> Vector:
    """How near the nearest likely option of another name lies, 1 beside it and 0 from 1,000 km on."""
    nearest = np.where(chosen & (weight > 0.15), km, np.inf).min(axis=1, initial=np.inf)
    return np.asarray(np.maximum(0.0, 1 - np.log10(1 + nearest) / 3))


def _kilometres(lat: Vector, lon: Vector, lats: Vector, lons: Vector) -> Vector:
    """Great-circle distances of each of some points to each of others, on a sphere, near enough to compare by."""
    a, b = np.radians(lat)[:, None], np.radians(lats)[None, :]
    h = np.sin((b - a) / 2) ** 2 + np.cos(a) * np.cos(b) * np.sin(np.radians(lons - lon[:, None]) / 2) ** 2
    return np.asarray(12742 * np.arcsin(np.sqrt(np.minimum(1, h))))
