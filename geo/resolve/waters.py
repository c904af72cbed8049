"""Phrases about waters: banks and courses of rivers, what lies beyond one, shores, coasts and the sea before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo import shapes
from geo.model import Mention, Place, Resolution
from geo.phrases import Phrase
from geo.resolve.context import Context, anchor_missing, unplaced
from geo.resolve.wholes import find_whole


def resolve_bank(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "The left bank of the Dnipro": the ground along it, in the country that the text speaks of."""
    anchor = _as_water(context.anchor(phrase), context)
    if anchor is None or anchor.place is None:
        return anchor_missing(mention, anchor)
    river = anchor.place
    place = shapes.build_bank(context.gazetteer, river, phrase.bank or "", _lands(river, mention, context))
    if place is None:
        return _as_it_is(mention, anchor, f"no course of {river.name} is known to draw a bank of")
    return Resolution(mention, place, round(anchor.score * 0.9, 3), _course_reason(river))


def resolve_along(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "Along the Nile", "the upper Nile": the river's course within the countries that the text speaks of."""
    anchor = _as_water(context.anchor(phrase), context)
    if anchor is None or anchor.place is None:
        return anchor_missing(mention, anchor)
    river = anchor.place
    reach = phrase.bank if phrase.bank in ("upper", "lower") else None
    place = shapes.build_course(context.gazetteer, river, _lands(river, mention, context), reach)
    if place is None:
        return _as_it_is(mention, anchor, f"no course of {river.name} is known")
    return Resolution(mention, place, round(anchor.score * 0.95, 3), _course_reason(river))


def resolve_beyond(mention: Mention, phrase: Phrase, context: Context, anchor: Resolution) -> Resolution:
    """ "East of the Euphrates": all ground on that side of the river, in the one country most in mind."""
    river = anchor.place
    if river is None:
        return anchor_missing(mention, anchor)
    lands = _lands(river, mention, context)[:1]
    place = shapes.build_beyond(context.gazetteer, river, phrase.direction or "", lands)
    if place is None:
        return unplaced(mention, f"no course of {river.name} is known to tell one side of it from the other")
    reason = f"what lies in {lands[0].name} on that side of the river; {_course_reason(river)}"
    return Resolution(mention, place, round(anchor.score * 0.9, 3), reason)


def resolve_shore(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """The shores of a lake or sea; of a water without outline, the water itself."""
    anchor = context.anchor(phrase)
    if anchor is None or anchor.place is None:
        return anchor_missing(mention, anchor)
    place = shapes.build_shore(context.gazetteer, anchor.place, phrase.direction)
    if place is None:
        return _as_it_is(mention, anchor, f"{anchor.place.name} has no outline to draw a shore of")
    return Resolution(
        mention, place, round(anchor.score * 0.9, 3), f"within 10 km of the outline of {anchor.place.name}"
    )


def resolve_coast(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """The coast of a country or province, of it that on one side or along one sea."""
    whole = find_whole(mention, phrase, context)
    if isinstance(whole, Resolution):
        return whole
    place, score, reason = whole
    beside = context.placed.get(phrase.sea) if phrase.sea else None
    sea = beside.place if beside else None
    line = shapes.build_coast(context.gazetteer, place, phrase.direction, sea)
    if line is None:
        return unplaced(mention, f"no coast of {place.name} can be drawn")
    return Resolution(mention, line, round(score * 0.95, 3), reason)


def resolve_off(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """The sea off a coast or a town."""
    if phrase.of is not None:
        coast = resolve_coast(mention, phrase.of, context)
        base, score, reason = coast.place, coast.score, coast.reason
        if base is None:
            return coast
    else:
        anchor = context.anchor(phrase)
        if anchor is None or anchor.place is None:
            return anchor_missing(mention, anchor)
        base, score, reason = anchor.place, anchor.score, anchor.reason
    km = (phrase.distance.least, phrase.distance.most) if phrase.distance else None
    place = shapes.build_off(context.gazetteer, base, km)
    if place is None:
        return unplaced(mention, f"no sea off {base.name} can be drawn")
    return Resolution(mention, place, round(score * 0.9, 3), f"the sea before {base.name}: {reason}")


def _lands(river: Place, mention: Mention, context: Context) -> Sequence[Place]:
    """The countries on a river that the text speaks of; all of them where it speaks of none."""
    codes = shapes.list_lands(context.gazetteer, river)
    return context.countries_in_mind(codes, mention.span.start)


def _as_water(anchor: Resolution | None, context: Context) -> Resolution | None:
    """A name that has a bank as a water: the Dnipro of "the left bank of the Dnipro" is the river, not the town."""
    if anchor is None or (anchor.place is not None and anchor.place.precision == "water"):
        return anchor
    name = anchor.mention.name or anchor.mention.text
    for form in (name, f"{name} River"):
        for match in context.gazetteer.lookup(form, 10):
            if match.place.precision == "water":
                reason = f"{match.place.name}, as only a water has banks and sides"
                return replace(anchor, place=match.place, score=max(0.85, anchor.score), reason=reason)
    return anchor


def _as_it_is(mention: Mention, anchor: Resolution, reason: str) -> Resolution:
    """The water itself, as the gazetteer has it, where no nearer geometry is honest; None of what is no water."""
    if anchor.place is None or anchor.place.precision != "water":
        return unplaced(mention, reason)
    return Resolution(mention, anchor.place, round(anchor.score * 0.8, 3), f"{reason}: drawn as the water itself")


def _course_reason(river: Place) -> str:
    return f"{river.name}, by a coarse course"
