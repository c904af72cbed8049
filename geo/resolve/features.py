"""What the ranker knows of a name's options by themselves: the place, how it was found, the words beside the name.

How they lie to the article's other names is geo/resolve/company.py. Which features matter is a table (weights.json),
learnt by benchmarks/train_places.py; the list follows Karimzadeh et al. 2013 and Mordecai 3's ablations.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

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
    "spelling far from its own name",
    "another has it for its own name",
    "division that is governed",
    "town though governed",
    "town that one is in",
    "division that one is in",
    "country that one is in",
    "town behind a word for part of a town",
    "site by its full name",
    "several words as they stand",
    "division or region by several words",
)
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
    "none, a site is offered by its full name",
    "none, several words are offered as they stand",
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
    before: frozenset[str] = frozenset()
    """The words right before any of its mentions, in small letters; `after` those right behind them."""
    after: frozenset[str] = frozenset()
    war: float = 0.0
    """How much the article reads like news of a war, 0 to 1."""
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
    owned = any(o.how == "name" for o in options)
    governed = bool(name.after & GOVERNING or name.before & GOVERNING)
    stayed_in = bool(name.before & _IN)
    within = bool(name.before & _PART_OF_TOWN)
    own_provinces = {province_key(o.place) for o, k in zip(options, kinds, strict=True) if k == "province"} - {""}
    for index, option in enumerate(options):
        place, kind = option.place, kinds[index]
        cue_says = cue_kind(name.lead)
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
            (1 - Indel.normalized_similarity(fold_name(option.name), fold_name(place.name)))
            if option.how != "fuzzy"
            else 0.0,
            option.how != "name" and owned,
            governed and kind in ("province", "district"),
            governed and kind == "city",
            stayed_in and kind == "city",
            stayed_in and kind in ("province", "district"),
            stayed_in and kind == "country",
            within and kind == "city",
            is_full_site(name, option),
            stands_whole(name, option),
            stands_whole(name, option) and kind in ("province", "district", "region", "water"),
        ]
    return rows


def _set(words: str) -> frozenset[str]:
    """The words of a table, blanks between them."""
    return frozenset(words.split())


def is_full_site(name: Name, option: Option) -> bool:
    """Whether several words name a thing built just as the gazetteer has it: "Bagram Airbase", "Rumeilan oil field"."""
    return option.how != "fuzzy" and kind_of(option.place) == "facility" and " " in name.lead.name.strip()


def stands_whole(name: Name, option: Option) -> bool:
    """Whether several words name a place just as the gazetteer has it: "Gaza Strip", "Deir ez-Zor"."""
    return option.variant == "whole" and option.how in ("name", "alternate") and " " in name.lead.name.strip()


GOVERNING = _set(
    """
    governor governors gov gubernatorial legislature legislators lawmakers lawmaker assembly senator senators sen
    statewide state oblast region regional province provincial governorate area areas
    """
)
"""Words beside a name that tell of a division with a government of its own."""

_IN = _set("in at near outside around from to into towards reached entered left")
_PART_OF_TOWN = _set("downtown central outside suburban mayor city town")


def cue_kind(mention: Mention) -> str | None:
    """The kind of place that the word by a name tells of ("district" for "county"), None without one."""
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


def province_key(place: Place) -> str:
    """Country and first-order division in one word; empty where either is unknown."""
    return f"{place.country}.{place.admin1}" if place.country and place.admin1 else ""
