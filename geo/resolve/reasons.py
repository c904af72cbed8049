"""Why a place was chosen, or none, in words that a reader can check against the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.gazetteer import Gazetteer
from geo.model import Place
from geo.resolve.candidates import Option, kind_of
from geo.resolve.company import Field
from geo.resolve.countries import find_country
from geo.resolve.features import Name, Vector, province_key

_KIND_WORDS = {
    "country": "country",
    "province": "province",
    "district": "district",
    "city": "town",
    "facility": "site",
    "water": "water",
    "region": "region",
}


def explain_choice(
    name: Name, chosen: int, ranked: Vector, names: Sequence[Name], field: Field, gazetteer: Gazetteer
) -> str:
    """One sentence: how many were to choose from, and what spoke for the one chosen."""
    option = name.options[chosen]
    place, count = option.place, len(name.options)
    where = _where(place, gazetteer)
    kind = _KIND_WORDS.get(kind_of(place), "place")
    start = f"the only {place.name}{where}" if count == 1 else f"{kind} {place.name}{where}, one of {count} so called"
    facts = [
        *_origin(option),
        *_spelling(option),
        *_parents(name, place, names),
        *_company(name, place, names, field, gazetteer),
    ]
    people = [o.place.population for o in name.options]
    if count > 1 and place.population and place.population == max(people):
        facts.append("the most populous of them")
    if count > 1 and option.alternates == max(o.alternates for o in name.options) and not facts:
        facts.append("the best known of them")
    return start + ("; " + "; ".join(facts) if facts else "")


def explain_option(option: Option, gazetteer: Gazetteer) -> str:
    """A few words on a runner-up."""
    people = f", {option.place.population:,} people" if option.place.population else ""
    pack = ", known from a country pack" if option.place.source == "pack" else ""
    kind = _KIND_WORDS.get(kind_of(option.place), "place")
    return f"{kind} of that name{_where(option.place, gazetteer)}{people}{pack}"


def explain_none(name: Name) -> str:
    """Why a name was not placed."""
    if not name.options:
        return f"no place called {name.lead.name} is in the gazetteer"
    if all(option.how == "fuzzy" for option in name.options):
        return f"nothing in the gazetteer is called {name.lead.name}; the nearest spelling is {name.options[0].name}"
    if len(name.options) == 1:
        return f"the one {name.lead.name} that is known is not likely to be meant"
    return (
        f"{len(name.options)} places called {name.lead.name} are known, and nothing in the text speaks for any of them"
    )


def _where(place: Place, gazetteer: Gazetteer) -> str:
    if not place.country or kind_of(place) == "country":
        return ""
    province = place.admin1 if kind_of(place) != "province" else None
    parts = [part for part in (province, name_country(gazetteer, place.country)) if part]
    return " in " + ", ".join(parts)


def name_country(gazetteer: Gazetteer, code: str) -> str:
    """The country's name, its code where the gazetteer has none."""
    country = find_country(gazetteer, code)
    return country.name if country else code


def _origin(option: Option) -> list[str]:
    return ["known from a country pack"] if option.place.source == "pack" else []


def _spelling(option: Option) -> list[str]:
    if option.how == "fuzzy":
        return [f"the nearest spelling is {option.name}"]
    if option.how == "abbreviation":
        return ["by its abbreviation"]
    return []


def _parents(name: Name, place: Place, names: Sequence[Name]) -> list[str]:
    said = [names[p].lead.text for p in name.parents]
    holds = any(
        o.place.country == place.country
        and (kind_of(o.place) == "country" or province_key(o.place) == province_key(place))
        for p in name.parents
        for o in names[p].options
    )
    return [f"the text says it is in {said[0]}"] if said and holds else []


def _company(name: Name, place: Place, names: Sequence[Name], field: Field, gazetteer: Gazetteer) -> list[str]:
    """How many of the article's other names lie in the same country."""
    if not place.country or kind_of(place) == "country":
        return []
    index = next(i for i, other in enumerate(names) if other is name)
    there = (field.country == place.country) & (field.owner != index) & (field.weight > 0.5)
    count = len(np.unique(field.owner[there]))
    if not count:
        return []
    words = "1 other name of the text lies" if count == 1 else f"{count} other names of the text lie"
    return [f"{words} in {name_country(gazetteer, place.country)}"]
