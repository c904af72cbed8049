"""Mentions that describe a place are drawn from the places that their names were resolved to."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from geo import shapes
from geo.gazetteer import Gazetteer
from geo.model import Candidate, Mention, Place, Resolution, Span
from geo.phrases import Phrase
from geo.resolve.candidates import kind_of
from geo.resolve.countries import Named, country_before, find_border, find_country, weigh_countries
from geo.resolve.features import province_key
from geo.resolve.reasons import name_country


@dataclass(frozen=True, slots=True)
class Context:
    """What is known once every name is placed."""

    gazetteer: Gazetteer
    placed: Mapping[Span, Resolution]
    noted: Sequence[Named]
    order: Sequence[Resolution]
    sentence_of: Callable[[int], int]


def resolve_phrase(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """The place that `phrase` describes, or none with the reason why it cannot be drawn."""
    return _FORMS[phrase.form](mention, phrase, context)


def _unplaced(mention: Mention, reason: str, alternatives: Sequence[Candidate] = ()) -> Resolution:
    return Resolution(mention, None, 0.0, reason, tuple(alternatives))


def _anchor(phrase: Phrase, context: Context, at: int = 0) -> Resolution | None:
    return context.placed.get(phrase.anchors[at]) if at < len(phrase.anchors) else None


def _anchor_missing(mention: Mention, found: Resolution | None) -> Resolution:
    name = found.mention.text if found else mention.text
    return _unplaced(mention, f"described from {name}, which itself could not be placed")


# Borders


def _border(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    anchors = [context.placed.get(span) for span in phrase.anchors]
    places = [a.place for a in anchors if a is not None and a.place is not None]
    if len(places) < len(phrase.anchors):
        return _anchor_missing(mention, next((a for a in anchors if a is None or a.place is None), None))
    if len(places) == 2 and any(kind_of(p) == "province" for p in places) and places[0].country == places[1].country:
        line = shapes.build_border(context.gazetteer, places[0], places[1])
        if line:
            return Resolution(mention, line, 0.9, f"where {places[0].name} and {places[1].name} meet")
    codes = list(dict.fromkeys(p.country for p in places if p.country))
    if phrase.stands_for == "country" and not codes:
        before = country_before(context.noted, mention.span.start, context.sentence_of(mention.span.start))
        codes = [before[0]] if before else []
        if not codes:
            return _unplaced(mention, "no country is named before it that “the country” could point back to")
    if len(codes) >= 2:
        line = find_border(context.gazetteer, codes[0], codes[1])
        names = " and ".join(_country_name(code, context) for code in codes[:2])
        if line:
            return Resolution(mention, line, 0.97, f"the text names both sides: {names}")
        return _unplaced(mention, f"{names} share no land border")
    if phrase.form == "into" or len(codes) == 1:
        return (
            _border_of_one(mention, phrase, context, codes[0]) if codes else _unplaced(mention, "no country is named")
        )
    return _border_from_context(mention, phrase, context)


def _border_of_one(mention: Mention, phrase: Phrase, context: Context, code: str) -> Resolution:
    """One side is named; the other is the neighbour that the text speaks of nearest by."""
    gazetteer = context.gazetteer
    name = _country_name(code, context)
    neighbours = gazetteer.neighbours(code)
    if phrase.direction:
        neighbours = tuple(n for n in neighbours if _lies_towards(gazetteer, code, n, phrase.direction)) or neighbours
    if not neighbours:
        return _unplaced(mention, f"{name} has no land border")
    weights = weigh_countries(context.noted, mention.span.start, context.sentence_of(mention.span.start))
    ranked = sorted(((weights.get(n, 0.0), n) for n in neighbours), key=lambda item: (-item[0], item[1]))
    named = [(weight, other) for weight, other in ranked if weight > 0]
    if not named and len(neighbours) == 1:
        line = find_border(gazetteer, code, neighbours[0])
        if line:
            side = f" to the {shapes.COMPASS[phrase.direction]}" if phrase.direction else ""
            return Resolution(
                mention, line, 0.8, f"{name}'s only land neighbour{side} is {_country_name(neighbours[0], context)}"
            )
    if not named:
        rivals = _border_candidates(gazetteer, [(1 / len(neighbours), code, n) for n in neighbours])
        return _unplaced(mention, f"the text names {name} but none of its {len(neighbours)} neighbours", rivals)
    return _weighed_border(
        mention, context, [(weight, code, other) for weight, other in named], f"{name} is named here"
    )


def _border_from_context(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "The border" alone: the pair of neighbours that the text speaks of nearest by."""
    gazetteer = context.gazetteer
    weights = weigh_countries(context.noted, mention.span.start, context.sentence_of(mention.span.start))
    codes = sorted(weights, key=lambda code: -weights[code])[:10]
    pairs: list[tuple[float, str, str]] = []
    for index, a in enumerate(codes):
        neighbours = gazetteer.neighbours(a)
        pairs.extend((math.sqrt(weights[a] * weights[b]), a, b) for b in codes[index + 1 :] if b in neighbours)
    if phrase.direction:
        pairs = [p for p in pairs if _lies_towards(gazetteer, p[1], p[2], phrase.direction)] or pairs
    if pairs:
        return _weighed_border(mention, context, sorted(pairs, key=lambda p: (-p[0], p[1:])), "")
    before = country_before(context.noted, mention.span.start, context.sentence_of(mention.span.start))
    if before is not None:
        return _border_of_one(mention, phrase, context, before[0])
    return _unplaced(mention, "the text names no two neighbouring countries that this border could lie between")


def _weighed_border(
    mention: Mention, context: Context, pairs: Sequence[tuple[float, str, str]], said: str
) -> Resolution:
    gazetteer = context.gazetteer
    total = sum(weight for weight, _, _ in pairs)
    weight, a, b = pairs[0]
    line = find_border(gazetteer, a, b)
    names = f"{_country_name(a, context)} and {_country_name(b, context)}"
    if line is None:
        return _unplaced(mention, f"{names} share no land border")
    score = round(min(0.95, 0.5 + 0.5 * weight / total) * min(1.0, 0.7 + weight), 3)
    if said:
        reason = f"{said}, and {_country_name(b, context)} is the neighbour that the text speaks of nearest by"
    else:
        reason = f"{names} are the neighbouring countries that the text speaks of nearest by"
    rivals = [(w / total, x, y) for w, x, y in pairs[1:6]]
    return Resolution(mention, line, min(score, 0.95), reason, _border_candidates(gazetteer, rivals))


def _border_candidates(gazetteer: Gazetteer, pairs: Sequence[tuple[float, str, str]]) -> tuple[Candidate, ...]:
    lines = ((weight, find_border(gazetteer, a, b)) for weight, a, b in pairs[:5])
    return tuple(
        Candidate(line, round(weight, 3), "another border of the countries named") for weight, line in lines if line
    )


def _lies_towards(gazetteer: Gazetteer, code: str, neighbour: str, direction: str) -> bool:
    """Whether the border with `neighbour` lies on that side of the country."""
    country, line = find_country(gazetteer, code), find_border(gazetteer, code, neighbour)
    if country is None or line is None or direction not in shapes.BEARINGS:
        return False
    east = (line.lon - country.lon) * math.cos(math.radians(country.lat))
    bearing = math.degrees(math.atan2(east, line.lat - country.lat)) % 360
    return abs((bearing - shapes.BEARINGS[direction] + 180) % 360 - 180) <= 60


def _country_name(code: str, context: Context) -> str:
    return name_country(context.gazetteer, code)


# Parts and coasts


def _whole(mention: Mention, phrase: Phrase, context: Context) -> tuple[Place, float, str] | Resolution:
    """What a part is part of: the place named, or what "the country" points back to; else why there is none."""
    anchor = _anchor(phrase, context)
    if phrase.anchors:
        if anchor is None or anchor.place is None:
            return _anchor_missing(mention, anchor)
        if anchor.mention.kind != "demonym" or phrase.form == "coast" or phrase.rule != "part before a name":
            return anchor.place, anchor.score, f"{anchor.mention.text} is named"
    start = mention.span.start
    wanted = phrase.stands_for
    if wanted in ("province", "city", "capital"):
        kinds = {"province": ("province", "region", "district"), "city": ("city", "region")}.get(wanted, ("city",))
        for each in sorted(context.order, key=lambda r: -r.mention.span.start):
            near = context.sentence_of(start) - context.sentence_of(each.mention.span.start)
            if each.place and each.mention.span.end <= start and near <= 4 and kind_of(each.place) in kinds:
                return each.place, each.score * 0.8, f"“the {wanted}” points back to {each.mention.text}"
        if wanted == "city":
            return _unplaced(mention, f"nothing is named before it that “the {wanted}” could point back to")
    before = country_before(context.noted, start, context.sentence_of(start))
    country = find_country(context.gazetteer, before[0]) if before else None
    if before is None or country is None:
        return _unplaced(mention, "no country is named before it that it could be part of")
    return country, before[1], f"{country.name} is the country that the text speaks of here"


def _part(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    if phrase.adjacent is not None:
        return _adjacent(mention, phrase, context)
    whole = _whole(mention, phrase, context)
    if isinstance(whole, Resolution):
        return whole
    place, score, reason = whole
    area = shapes.build_part(context.gazetteer, place, phrase.direction or "C")
    if area is None:
        return _unplaced(mention, f"{place.name} has no outline to take a part of")
    return Resolution(mention, area, round(score * 0.95, 3), reason)


def _adjacent(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "Northern areas adjacent to Tajikistan": the part of a country along one neighbour."""
    other = context.placed.get(phrase.adjacent) if phrase.adjacent else None
    if other is None or other.place is None or not other.place.country:
        return _anchor_missing(mention, other)
    neighbour = find_country(context.gazetteer, other.place.country)
    anchor = _anchor(phrase, context)
    whole = anchor.place if anchor and anchor.place and anchor.place.country != other.place.country else None
    reason = f"{whole.name} is named" if whole else ""
    if whole is None:
        weights = weigh_countries(context.noted, mention.span.start, context.sentence_of(mention.span.start))
        touching = [code for code in context.gazetteer.neighbours(other.place.country) if code in weights]
        best = max(touching, key=lambda code: weights[code], default=None)
        whole = find_country(context.gazetteer, best) if best else None
        reason = f"{whole.name} is the neighbour that the text speaks of nearest by" if whole else ""
    if whole is None or neighbour is None:
        return _unplaced(mention, f"no neighbour of {other.mention.text} is named whose part this could be")
    country = find_country(context.gazetteer, whole.country or "")
    area = shapes.build_adjacent(context.gazetteer, country or whole, neighbour, phrase.direction)
    if area is None:
        return _unplaced(mention, f"{whole.name} and {neighbour.name} share no land border")
    return Resolution(mention, area, 0.9, f"{reason}, and {neighbour.name} as what the areas touch")


def _coast(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    whole = _whole(mention, phrase, context)
    if isinstance(whole, Resolution):
        return whole
    place, score, reason = whole
    line = shapes.build_coast(context.gazetteer, place, phrase.direction)
    if line is None:
        return _unplaced(mention, f"no coast of {place.name} can be drawn")
    return Resolution(mention, line, round(score * 0.95, 3), reason)


# Distances and stretches


def _as_point(anchor: Resolution | None) -> Resolution | None:
    """The anchor as something to measure from: of a province and a town of one name, "near Idlib" means the town."""
    if anchor is None or anchor.place is None or anchor.place.precision not in ("province", "district"):
        return anchor
    for each in anchor.alternatives:
        if kind_of(each.place) == "city" and province_key(each.place) == province_key(anchor.place):
            return replace(anchor, place=each.place, reason=f"the town {each.place.name}, as one is near to a town")
    return anchor


def _near(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    anchor = _as_point(_anchor(phrase, context))
    if anchor is None or anchor.place is None:
        return _anchor_missing(mention, anchor)
    place = shapes.build_near(anchor.place, phrase.km or 0.0, context.gazetteer)
    if place is None:
        return _unplaced(mention, f"{anchor.place.name} is too large to be near to")
    return Resolution(mention, place, round(anchor.score * 0.95, 3), f"near {anchor.place.name}: {anchor.reason}")


def _distance(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    anchor = _as_point(_anchor(phrase, context))
    base = anchor.place if anchor else None
    score, reason = (anchor.score, anchor.reason) if anchor else (0.0, "")
    if phrase.stands_for == "capital":
        found = _capital_meant(mention, base, context)
        base, score, reason = (found[0], 0.85, found[1]) if found else (None, 0.0, "")
    if base is None:
        return _anchor_missing(mention, anchor)
    place = shapes.build_distance(base, phrase.km or 0.0, phrase.direction, context.gazetteer)
    if place is None:
        return _unplaced(mention, f"{base.name} has no point to measure from")
    return Resolution(mention, place, round(score * 0.95, 3), f"measured from {base.name}: {reason}")


def _capital_meant(mention: Mention, base: Place | None, context: Context) -> tuple[Place, str] | None:
    code = base.country if base else None
    if code is None:
        before = country_before(context.noted, mention.span.start, context.sentence_of(mention.span.start))
        code = before[0] if before else None
    capital = _capitals(context.gazetteer).get(code or "")
    return (capital, f"the capital of {_country_name(code or '', context)}") if capital else None


@lru_cache(maxsize=2)
def _capitals(gazetteer: Gazetteer) -> Mapping[str, Place]:
    return {place.country: place for place in gazetteer.towns(500) if place.feature == "PPLC" and place.country}


def _between(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    ends = [_as_point(context.placed.get(span)) for span in phrase.anchors]
    places = [end.place for end in ends if end is not None and end.place is not None]
    if len(places) != 2 or len(ends) != 2:
        return _anchor_missing(mention, next((e for e in ends if e is None or e.place is None), None))
    line = shapes.build_between(places[0], places[1])
    if line is None:
        return _unplaced(
            mention, f"{places[0].name} and {places[1].name} are no two points near enough for a line to say where"
        )
    score = min(end.score for end in ends if end is not None)
    return Resolution(
        mention, line, round(score * 0.95, 3), "the straight line between the two places named; the way itself bends"
    )


def _coordinates(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    if phrase.position is None:
        return _unplaced(mention, "no position could be read")
    lat, lon, km = phrase.position
    return Resolution(
        mention, shapes.build_point(lat, lon, km, context.gazetteer), 0.99, "the text gives the coordinates"
    )


_FORMS: Mapping[str, Callable[[Mention, Phrase, Context], Resolution]] = {
    "border": _border,
    "into": _border,
    "part": _part,
    "coast": _coast,
    "near": _near,
    "distance": _distance,
    "between": _between,
    "coordinates": _coordinates,
}
