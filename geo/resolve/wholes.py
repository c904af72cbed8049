"""What a part is part of: the place that the phrase names, or what "the country" and "the province" point back to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from geo.gazetteer import Gazetteer
from geo.model import Mention, Place, Resolution
from geo.phrases import Phrase
from geo.resolve.candidates import kind_of
from geo.resolve.context import Context, anchor_missing, unplaced
from geo.resolve.countries import find_country

_KINDS = {"province": ("province", "region", "district"), "city": ("city",)}
_PROVINCE_WORDS = frozenset({"province", "region", "oblast", "governorate", "state"})
_BACK = 4
"""Sentences back beyond which "the province" and "the city" point to nothing."""


def find_whole(mention: Mention, phrase: Phrase, context: Context) -> tuple[Place, float, str] | Resolution:
    """The place of which a part is meant, its score and why; a resolution without place where there is none."""
    anchor = context.anchor(phrase)
    if phrase.stands_for == "capital":
        base = anchor.place if anchor else None
        found = find_capital(phrase, base, context)
        return (
            (found[0], found[2], found[1]) if found else unplaced(mention, "no country is named whose capital this is")
        )
    if phrase.anchors:
        if anchor is None or anchor.place is None:
            return anchor_missing(mention, anchor)
        place = _read_kind(anchor, mention, phrase)
        return place, anchor.score, f"{anchor.mention.text} is named"
    wanted = phrase.stands_for
    if wanted in _KINDS:
        found_back = _point_back(wanted, phrase, context)
        if found_back is not None:
            return found_back
        if wanted == "city":
            return unplaced(mention, "nothing is named before it that “the city” could point back to")
    before = context.before(phrase)
    country = find_country(context.gazetteer, before[0]) if before else None
    if before is None or country is None:
        return unplaced(mention, "no country is named before it that it could be part of")
    return country, before[1], f"{country.name} is the country that the text speaks of here"


def _read_kind(anchor: Resolution, mention: Mention, phrase: Phrase) -> Place:
    """The anchor's place; of a town and a province so called the province where the phrase goes on with that word."""
    place = anchor.place
    assert place is not None
    after = mention.text[phrase.anchors[0].end - phrase.span.start :].split()
    if kind_of(place) == "city" and after and after[0].lower() in _PROVINCE_WORDS:
        for each in anchor.alternatives:
            if each.place.country == place.country and kind_of(each.place) == "province":
                return each.place
    return place


def find_capital(phrase: Phrase, base: Place | None, context: Context) -> tuple[Place, str, float] | None:
    """The capital that "the capital" means: of the country named with it, else of the one pointed back to."""
    code, score = (base.country, 0.9) if base else (None, 0.0)
    if code is None:
        before = context.before(phrase)
        code, score = before if before else (None, 0.0)
    if code is None:
        # "North of the capital in Libya": the same sentence may name the country after it.
        after = context.weights(phrase.span.start)
        code = max(after, key=lambda each: after[each], default=None)
        score = 0.6 if code else 0.0
    capital = _capitals(context.gazetteer).get(code or "")
    return (capital, f"the capital of {context.country_name(code or '')}", score) if capital else None


@lru_cache(maxsize=2)
def _capitals(gazetteer: Gazetteer) -> Mapping[str, Place]:
    return {place.country: place for place in gazetteer.towns(500) if place.feature == "PPLC" and place.country}


def _point_back(wanted: str, phrase: Phrase, context: Context) -> tuple[Place, float, str] | None:
    """The last place of that sort named before a phrase; a town's own province, where only towns are named."""
    start = phrase.span.start
    before = [
        each
        for each in context.before_it(start, _BACK)
        if each.place is not None and each.mention.span.end <= start and each.mention.role != "dateline"
    ]
    for each in before:
        if each.place is not None and kind_of(each.place) in _KINDS[wanted]:
            return each.place, each.score * 0.8, f"“the {wanted}” points back to {each.mention.text}"
    if wanted == "province":
        for each in before:
            if each.place is None or kind_of(each.place) != "city":
                continue
            province = context.gazetteer.province_of(each.place)
            if province is not None:
                return province, each.score * 0.7, f"“the province” is that of {each.mention.text}"
    return None
