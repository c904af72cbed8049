"""Mentions that describe a place are drawn from the places that their names were resolved to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from geo import shapes
from geo.model import Candidate, Mention, Place, Resolution
from geo.phrases import Phrase
from geo.resolve.borderlines import resolve_border, resolve_inside, resolve_meeting, resolve_strip
from geo.resolve.candidates import kind_of
from geo.resolve.context import Context, anchor_missing, unplaced
from geo.resolve.countries import find_country
from geo.resolve.features import province_key
from geo.resolve.waters import (
    resolve_along,
    resolve_bank,
    resolve_beyond,
    resolve_coast,
    resolve_off,
    resolve_shore,
)
from geo.resolve.wholes import find_capital, find_whole

__all__ = ["LEAST_SCORE", "Context", "resolve_phrase"]

LEAST_SCORE = 0.3
"""What is less sure than this is not drawn, as a name is not placed."""

SIDE_KM = 30.0
"""How far out of a town "north of it" reaches where no distance is told."""


def resolve_phrase(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """The place that `phrase` describes, or none with the reason why it cannot be drawn."""
    found = _FORMS[phrase.form](mention, phrase, context)
    if found.place is None or found.score >= LEAST_SCORE:
        return found
    rivals = (Candidate(found.place, found.score, found.reason), *found.alternatives)
    return Resolution(mention, None, found.score, f"too unsure to be drawn: {found.reason}", rivals)


# Parts and sides


def _part(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    if phrase.adjacent is not None:
        return _adjacent(mention, phrase, context)
    if phrase.bank in ("upper", "lower"):
        return resolve_along(mention, phrase, context)
    whole = find_whole(mention, phrase, context)
    if isinstance(whole, Resolution):
        return whole
    place, score, reason = _larger(whole, context.anchor(phrase)) if phrase.rule == "part before a name" else whole
    area = shapes.build_part(context.gazetteer, place, phrase.direction or "C", phrase.also, phrase.km or 0.0)
    if area is None:
        return unplaced(mention, f"{place.name} has no outline to take a part of")
    return Resolution(mention, area, round(score * 0.95, 3), reason)


def _larger(whole: tuple[Place, float, str], anchor: Resolution | None) -> tuple[Place, float, str]:
    """ "Northern Gaza" is of the Gaza Strip: a town and land that bears its name with a word more share short forms."""
    place = whole[0]
    for each in anchor.alternatives if anchor and kind_of(place) == "city" else ():
        same = each.place.country == place.country and each.place.name.startswith(place.name + " ")
        if same and kind_of(each.place) in ("province", "region"):
            return each.place, whole[1], f"{each.place.name}, of which it is the short form here"
    return whole


def _side(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "North of X": a part of a country or province, outside of a town, beyond a river."""
    if phrase.adjacent is not None:
        return _adjacent(mention, phrase, context)
    anchor = context.anchor(phrase)
    if anchor is None or anchor.place is None:
        return anchor_missing(mention, anchor)
    if shapes.has_course(anchor.place) or anchor.place.precision == "water":
        return resolve_beyond(mention, phrase, context, anchor)
    if anchor.place.precision == "country" or phrase.direction == "C" or context.gazetteer.outline(anchor.place.id):
        if phrase.km is not None and anchor.place.precision == "country":
            return unplaced(mention, f"{anchor.place.name} is too large to be near to")
        town = _as_point(anchor)
        if town is anchor or town is None or town.place is None:
            return _part(mention, phrase, context)
        anchor = town
    base = anchor.place
    assert base is not None
    place = shapes.build_side(base, phrase.direction or "", phrase.km or SIDE_KM, context.gazetteer)
    if place is None:
        return unplaced(mention, f"{base.name} has no edge to be outside of")
    return Resolution(mention, place, round(anchor.score * 0.9, 3), f"outside {base.name}: {anchor.reason}")


def _adjacent(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "Northern areas adjacent to Tajikistan": the part of a country along one neighbour."""
    other = context.placed.get(phrase.adjacent) if phrase.adjacent else None
    if other is None or other.place is None or not other.place.country:
        return anchor_missing(mention, other)
    neighbour = find_country(context.gazetteer, other.place.country)
    anchor = context.anchor(phrase)
    whole = anchor.place if anchor and anchor.place and anchor.place.country != other.place.country else None
    reason = f"{whole.name} is named" if whole else ""
    if whole is None:
        weights = context.weights(mention.span.start)
        touching = [code for code in context.gazetteer.neighbours(other.place.country) if code in weights]
        best = max(touching, key=lambda code: weights[code], default=None)
        whole = find_country(context.gazetteer, best) if best else None
        reason = f"{whole.name} is the neighbour that the text speaks of nearest by" if whole else ""
    if whole is None or neighbour is None:
        return unplaced(mention, f"no neighbour of {other.mention.text} is named whose part this could be")
    country = find_country(context.gazetteer, whole.country or "")
    area = shapes.build_adjacent(context.gazetteer, country or whole, neighbour, phrase.direction)
    if area is None:
        return unplaced(mention, f"{whole.name} and {neighbour.name} share no land border")
    return Resolution(mention, area, 0.9, f"{reason}, and {neighbour.name} as what the areas touch")


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
    anchor = _as_point(context.anchor(phrase))
    if anchor is None or anchor.place is None:
        return anchor_missing(mention, anchor)
    place = shapes.build_near(anchor.place, phrase.km or 0.0, context.gazetteer)
    if place is None:
        return unplaced(mention, f"{anchor.place.name} is too large to be near to")
    return Resolution(mention, place, round(anchor.score * 0.95, 3), f"near {anchor.place.name}: {anchor.reason}")


def _distance(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    anchor = _as_point(context.anchor(phrase))
    base: Place | None = anchor.place if anchor else None
    score, reason = (anchor.score, anchor.reason) if anchor else (0.0, "")
    if phrase.stands_for == "capital":
        found = find_capital(phrase, base, context)
        base, reason, score = found if found else (None, "", 0.0)
    elif phrase.stands_for is not None:
        whole = find_whole(mention, phrase, context)
        if isinstance(whole, Resolution):
            return whole
        base, score, reason = whole
    if base is None or phrase.distance is None:
        return anchor_missing(mention, anchor)
    told = phrase.distance
    place = shapes.build_distance(base, told.km, phrase.direction, context.gazetteer, (told.least, told.most))
    if place is None:
        return unplaced(mention, f"{base.name} has no point to measure from")
    return Resolution(mention, place, round(score * 0.95, 3), f"measured from {base.name}: {reason}")


def _ends(mention: Mention, phrase: Phrase, context: Context, wanted: int) -> list[Resolution] | Resolution:
    """The names that a stretch leans on, as points; a resolution without place where one of them has none."""
    found = [_as_point(context.placed.get(span)) for span in phrase.anchors]
    ends = [end for end in found if end is not None and end.place is not None]
    if len(ends) != wanted or len(found) != wanted:
        return anchor_missing(mention, next((e for e in found if e is None or e.place is None), None))
    return ends


def _between(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    ends = _ends(mention, phrase, context, 2)
    if isinstance(ends, Resolution):
        return ends
    a, b = (end.place for end in ends if end.place is not None)
    halfway = phrase.form == "halfway"
    line = shapes.build_halfway(a, b) if halfway else shapes.build_between(a, b)
    if line is None:
        return unplaced(mention, f"{a.name} and {b.name} are no two points near enough for a line to say where")
    reason = "the straight line between the two places named; the way itself bends"
    if halfway:
        reason = "the middle of the straight line between the two places named"
    return Resolution(mention, line, round(min(end.score for end in ends) * 0.95, 3), reason)


def _triangle(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    ends = _ends(mention, phrase, context, 3)
    if isinstance(ends, Resolution):
        return ends
    area = shapes.build_triangle([end.place for end in ends if end.place is not None])
    if area is None:
        return unplaced(mention, "the three places named span no ground that would say where")
    score = min(end.score for end in ends)
    return Resolution(mention, area, round(score * 0.95, 3), "the ground between the three places named")


def _coordinates(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    if phrase.position is None:
        return unplaced(mention, "no position could be read")
    lat, lon, km = phrase.position
    return Resolution(
        mention, shapes.build_point(lat, lon, km, context.gazetteer), 0.99, "the text gives the coordinates"
    )


_FORMS: Mapping[str, Callable[[Mention, Phrase, Context], Resolution]] = {
    "border": resolve_border,
    "into": resolve_border,
    "tri-border": resolve_meeting,
    "strip": resolve_strip,
    "inside": resolve_inside,
    "part": _part,
    "side": _side,
    "near": _near,
    "distance": _distance,
    "between": _between,
    "halfway": _between,
    "triangle": _triangle,
    "bank": resolve_bank,
    "along": resolve_along,
    "shore": resolve_shore,
    "coast": resolve_coast,
    "off": resolve_off,
    "coordinates": _coordinates,
}
