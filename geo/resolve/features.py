"""The features that the ranker weighs: the place itself, how it was found, the words beside the name, and how it lies
to what the article's other names might mean. Which of them matter is a table (weights.json), learnt by
benchmarks/train_places.py; the list follows Karimzadeh et al. 2013 and Mordecai 3's ablations.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from geo.gazetteer import fold_name
from geo.model import Mention, Place
from geo.resolve.candidates import Option, kind_of

PRIOR = (
    "people",
    "no people known",
    "fame",
    "own name",
    "alternate name",
    "abbreviation",
    "folded",
    "slip",
    "with cue",
    "without cue",
    "country",
    "province",
    "district",
    "small division",
    "capital",
    "seat of a province",
    "town",
    "part of a town",
    "facility",
    "water",
    "region",
    "most people",
    "people against the most",
    "fame against the most",
    "most famous",
    "only one",
    "kind agrees",
    "kind disagrees",
    "cue agrees",
    "cue disagrees",
    "rank",
    "full name agrees",
    "country while another reads town",
    "town of the dateline",
    "capital that acts",
    "town with a parent",
    "province with a town of its name",
    "town with a province of its name",
    "division named like the capital",
    "capital with a division of its name",
    "people of a town",
    "people of a division",
    "fame of a town",
    "best known town",
    "largest town",
    "division with a town of its name",
    "province by its cue",
    "town against a cue for a division",
    "first in the gazetteer",
    "place in the gazetteer's order",
)
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
)
FEATURES = PRIOR + CONTEXT
NONE = (
    "none",
    "none, facility",
    "none, other",
    "none, few names",
    "none, only a slip",
    "none, fame",
    "none, many",
    "none, a capital among them",
    "none, a large town among them",
    "none, none in a country named",
    "none, none in a country of others",
    "none, none in a country of its neighbours",
    "none, a capital is offered",
)
Vector = NDArray[np.float64]


@dataclass
class Name:
    """All mentions of an article that share a name and whatever parent the text gives it, and what they might mean."""

    mentions: list[int]
    lead: Mention
    options: tuple[Option, ...]
    key: str = ""
    """The folded name: the same for all names that are spelt alike."""
    parents: list[int] = field(default_factory=list)
    """Indices of names that follow this one after a comma: "Paris, Texas"."""
    sentences: frozenset[int] = frozenset()
    in_dateline: bool = False
    prior: Vector = field(default_factory=lambda: np.zeros(0))


def describe_options(name: Name) -> Vector:
    """The features of PRIOR for each option of `name`: an array of options by features."""
    options = name.options
    rows = np.zeros((len(options), len(PRIOR)))
    if not options:
        return rows
    most = max(o.place.population for o in options)
    famous = max(o.alternates for o in options)
    kinds = [kind_of(o.place) for o in options]
    by_people = sorted(range(len(options)), key=lambda i: -options[i].place.population)
    ranks = {index: rank for rank, index in enumerate(by_people)}
    text = fold_name(name.lead.name)
    town_provinces = {province_key(o.place) for o, k in zip(options, kinds, strict=True) if k == "city"} - {""}
    capitals = {o.place.country for o in options if o.place.feature == "PPLC"}
    divided = {o.place.country for o, k in zip(options, kinds, strict=True) if k == "province"}
    best_known = max((o.alternates for o, k in zip(options, kinds, strict=True) if k == "city"), default=0)
    largest = max((o.place.population for o, k in zip(options, kinds, strict=True) if k == "city"), default=0)
    own_provinces = {province_key(o.place) for o, k in zip(options, kinds, strict=True) if k == "province"} - {""}
    for index, option in enumerate(options):
        place, kind = option.place, kinds[index]
        cue_says = _cue_kind(name.lead)
        towns = any(k == "city" for k in kinds)
        rows[index] = [
            math.log10(place.population + 1) / 7,
            place.population == 0,
            math.log1p(option.alternates) / 5,
            option.how == "name",
            option.how == "alternate",
            option.how == "abbreviation",
            option.how == "folded",
            option.how == "fuzzy",
            option.variant == "with cue",
            option.variant == "without cue",
            kind == "country",
            kind == "province",
            place.feature == "ADM2",
            kind == "district" and place.feature != "ADM2",
            place.feature == "PPLC",
            place.feature == "PPLA",
            kind == "city",
            place.feature == "PPLX",
            kind == "facility",
            kind == "water",
            kind == "region",
            place.population == most and most > 0,
            (math.log10(place.population + 1) - math.log10(most + 1)) / 3,
            (math.log1p(option.alternates) - math.log1p(famous)) / 3,
            option.alternates == famous,
            len(options) == 1,
            kind == name.lead.kind,
            kind != name.lead.kind and name.lead.kind not in ("other", "region"),
            cue_says == kind,
            cue_says is not None and cue_says != kind,
            math.log1p(ranks[index]) / 3,
            fold_name(option.name) == text,
            kind == "country" and towns,
            kind == "city" and name.in_dateline,
            place.feature == "PPLC" and name.lead.role == "actor",
            kind == "city" and bool(name.parents),
            kind == "province" and province_key(place) in town_provinces,
            kind == "city" and province_key(place) in own_provinces,
            kind in ("province", "district") and cue_says is None and place.country in capitals,
            place.feature == "PPLC" and place.country in divided,
            kind == "city" and math.log10(place.population + 1) / 7,
            kind in ("province", "district") and math.log10(place.population + 1) / 7,
            kind == "city" and math.log1p(option.alternates) / 5,
            kind == "city" and option.alternates == best_known,
            kind == "city" and place.population == largest > 0,
            kind == "district" and cue_says is None and province_key(place) in town_provinces,
            kind == "province" and cue_says == "province",
            kind == "city" and cue_says in ("province", "district"),
            index == 0,
            math.log1p(index) / 3,
        ]
    return rows


def _cue_kind(mention: Mention) -> str | None:
    cue = (mention.cue or "").lower()
    singular = cue[:-1] if cue.endswith("s") else cue
    return _CUE_KINDS.get(singular)


_CUE_KINDS: Mapping[str, str] = {
    **dict.fromkeys(
        ["province", "governorate", "oblast", "wilayat", "prefecture", "state", "region", "krai"], "province"
    ),
    **dict.fromkeys(["district", "county", "parish", "raion", "municipality", "township", "borough"], "district"),
    **dict.fromkeys(["city", "town", "village", "hamlet", "suburb", "capital"], "city"),
    **dict.fromkeys(
        [
            "airbase",
            "base",
            "airport",
            "airfield",
            "camp",
            "hospital",
            "dam",
            "bridge",
            "crossing",
            "plant",
            "university",
        ],
        "facility",
    ),
    **dict.fromkeys(["river", "sea", "lake", "gulf", "strait", "bay", "ocean"], "water"),
    **dict.fromkeys(
        ["island", "islands", "valley", "mountain", "mountains", "peninsula", "desert", "corridor"], "region"
    ),
}


@dataclass
class Field:
    """The options of the names that others are compared with, as arrays: one entry an option, weighted by its prior."""

    owner: NDArray[np.int64]
    lat: Vector
    lon: Vector
    weight: Vector
    country: NDArray[np.object_]
    province: NDArray[np.object_]
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
        np.array([kind_of(place) for _, place, _ in rows], dtype=np.object_),
    )


def province_key(place: Place) -> str:
    """Country and first-order division in one word; empty where either is unknown."""
    return f"{place.country}.{place.admin1}" if place.country and place.admin1 else ""


def describe_context(index: int, names: Sequence[Name], field_: Field, standing: Mapping[str, float]) -> Vector:
    """The features of CONTEXT for each option of names[index]: an array of options by features.

    `standing` is the share of each country among the countries that the article names (by name or demonym).
    """
    name = names[index]
    rows = np.zeros((len(name.options), len(CONTEXT)))
    if not name.options:
        return rows
    parent_places = [[o.place for o in names[p].options] for p in name.parents]
    # A namesake with another parent says nothing: its likeliest reading is this very place.
    namesakes = [i for i, other in enumerate(names) if other.key == name.key]
    others = ~np.isin(field_.owner, namesakes)
    owners, weight = field_.owner[others], field_.weight[others]
    dateline = next((n for n in names if n.in_dateline and n.options and n is not name), None)
    first = dateline.options[int(np.argmax(dateline.prior))].place if dateline else None
    total = max(1, len(set(owners.tolist())))
    nearby = np.array([bool(names[o].sentences & name.sentences) for o in owners], dtype=bool)
    around = {number + step for number in name.sentences for step in (-1, 0, 1)}
    beside = np.array([bool(names[o].sentences & around) for o in owners], dtype=bool)
    company = max(1, len(set(owners[beside].tolist())))
    point_like = ~np.isin(field_.place_kind[others], ["country"])
    country, province = field_.country[others], field_.province[others]
    for row, option in enumerate(name.options):
        place = option.place
        km = _kilometres(place.lat, place.lon, field_.lat[others], field_.lon[others])
        kind = kind_of(place)
        close = point_like if kind != "country" else np.zeros_like(point_like)
        agrees = any(_lies_in(place, p) for places in parent_places for p in places)
        key = province_key(place)
        same_country = _by_owner(owners, weight * (country == place.country), total) if place.country else 0.0
        same_province = _by_owner(owners, weight * (province == key), total) if key else 0.0
        within50 = _by_owner(owners, weight * (km < 50) * close, 1)
        in_it = 0.0
        if kind == "country":
            in_it = _by_owner(owners, weight * (country == place.country) * point_like, total)
        elif kind == "province":
            in_it = _by_owner(owners, weight * (province == key) * (field_.place_kind[others] != "province"), total)
        people = math.log10(place.population + 1) / 7
        named = standing.get(place.country or "", 0.0)
        rows[row] = [
            agrees,
            bool(parent_places) and not agrees,
            named > 0,
            named,
            not standing,
            bool(key) and bool(np.any((province == key) & (field_.place_kind[others] == "province") & (weight > 0.2))),
            math.log1p(within50),
            math.log1p(_by_owner(owners, weight * (km < 150) * close, 1)),
            same_province,
            same_country,
            _nearness(km, weight, close & nearby),
            _nearness(km, weight, close),
            in_it,
            first is not None and first.country == place.country,
            first is not None and bool(key) and province_key(first) == key,
            people * min(1.0, within50 + same_province),
            people * (same_country == 0),
            about := _by_owner(owners, weight * beside * (country == place.country), company) if place.country else 0.0,
            company >= 2 and about < 0.05,
        ]
    return rows


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
    near = float(_kilometres(place.lat, place.lon, np.array([parent.lat]), np.array([parent.lon]))[0]) < 60
    return kind == "city" and near


def _by_owner(owners: NDArray[np.int64], values: Vector, total: float) -> float:
    """The sum over names of each name's own sum, at most one each, divided by `total`."""
    if not len(owners):
        return 0.0
    sums = np.bincount(owners, weights=values)
    return float(np.minimum(sums, 1.0).sum()) / total


def _nearness(km: Vector, weight: Vector, chosen: NDArray[np.bool_]) -> float:
    """How near the nearest likely option of another name lies, 1 beside it and 0 from 1,000 km on."""
    likely = chosen & (weight > 0.15)
    if not likely.any():
        return 0.0
    nearest = float(km[likely].min())
    return max(0.0, 1 - math.log10(1 + nearest) / 3)


def _kilometres(lat: float, lon: float, lats: Vector, lons: Vector) -> Vector:
    """Great-circle distances on a sphere, which is near enough to compare candidates by."""
    a, b = math.radians(lat), np.radians(lats)
    h = np.sin((b - a) / 2) ** 2 + math.cos(a) * np.cos(b) * np.sin(np.radians(lons - lon) / 2) ** 2
    return np.asarray(12742 * np.arcsin(np.sqrt(np.minimum(1, h))))
