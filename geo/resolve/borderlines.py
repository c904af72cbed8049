"""Phrases about borders: which two sides are meant, where three meet, the ground along one or inside a country."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from geo import shapes
from geo.gazetteer import Gazetteer
from geo.model import Candidate, Mention, Place, Resolution
from geo.phrases import Phrase
from geo.resolve.candidates import kind_of
from geo.resolve.context import Context, anchor_missing, unplaced
from geo.resolve.countries import find_border, find_country

BOTH_NAMED = 0.97
ONLY_NEIGHBOUR = 0.8


def resolve_border(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """The line that a phrase means: both sides named, one of them, or neither."""
    anchors = [context.placed.get(span) for span in phrase.anchors]
    places = [a.place for a in anchors if a is not None and a.place is not None]
    if len(places) < len(phrase.anchors):
        return anchor_missing(mention, next((a for a in anchors if a is None or a.place is None), None))
    places = _read_sides([a for a in anchors if a is not None])
    if (
        len(places) == 1
        and phrase.rule == "border with one"
        and mention.text.lower().startswith(("its", "their", "our"))
    ):
        places = _owner_too(places[0], phrase, context)
    if len(places) == 2 and _has_ground(places, context.gazetteer):
        line = shapes.build_border(context.gazetteer, places[0], places[1])
        if line:
            return Resolution(mention, line, 0.9, f"where {places[0].name} and {places[1].name} meet")
        if places[0].country == places[1].country:
            return unplaced(mention, f"{places[0].name} and {places[1].name} do not touch")
    codes = list(dict.fromkeys(p.country for p in places if p.country))
    if phrase.stands_for == "country" and not codes:
        before = context.before(phrase)
        codes = [before[0]] if before else []
        if not codes:
            return unplaced(mention, "no country is named before it that “the country” could point back to")
    if len(codes) >= 2:
        line = find_border(context.gazetteer, codes[0], codes[1])
        names = " and ".join(context.country_name(code) for code in codes[:2])
        if line:
            return Resolution(mention, line, BOTH_NAMED, f"the text names both sides: {names}")
        return unplaced(mention, f"{names} share no land border")
    if len(places) == 1 and _has_ground(places, context.gazetteer):
        found = _border_of_division(mention, places[0], context)
        if found is not None:
            return found
    if codes:
        return _border_of_one(mention, phrase, context, codes[0])
    if phrase.form == "into" or phrase.anchors:
        return unplaced(mention, "no country is named")
    return _border_from_context(mention, phrase, context)


def resolve_meeting(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """Where three borders meet: those named, or the three neighbours that the text speaks of nearest by."""
    gazetteer = context.gazetteer
    if phrase.anchors:
        anchors = [context.placed.get(span) for span in phrase.anchors]
        codes = [a.place.country for a in anchors if a is not None and a.place is not None and a.place.country]
        if len(codes) < 3:
            return anchor_missing(mention, next((a for a in anchors if a is None or a.place is None), None))
        return _draw_meeting(mention, codes, 0.95, "the text names all three countries", context)
    weights = context.weights(mention.span.start)
    strong = sorted(weights, key=lambda code: -weights[code])[:8]
    for i, a in enumerate(strong):
        near = gazetteer.neighbours(a)
        for j, b in enumerate(strong[i + 1 :], i + 1):
            for c in strong[j + 1 :]:
                if b in near and c in near and c in gazetteer.neighbours(b):
                    said = "the three neighbours that the text speaks of nearest by"
                    return _draw_meeting(mention, [a, b, c], 0.7, said, context)
    return unplaced(mention, "the text names no three countries that meet")


def _draw_meeting(mention: Mention, codes: Sequence[str], score: float, said: str, context: Context) -> Resolution:
    countries = [place for code in codes if (place := find_country(context.gazetteer, code))]
    point = shapes.build_meeting(context.gazetteer, countries)
    if point is None:
        return unplaced(mention, "the borders of the three countries do not meet in one point")
    return Resolution(mention, point, score, said)


def resolve_strip(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """Ground along a border: as deep as the text says, on the side that it names or on both."""
    if phrase.of is None:
        return unplaced(mention, "no border is named")
    inner = mention.text[phrase.of.span.start - phrase.span.start :]
    border = resolve_border(replace(mention, text=inner), phrase.of, context)
    line, side = border.place, context.anchor(phrase)
    code = side.place.country if side is not None and side.place is not None else None
    if line is not None and code is not None and code not in line.countries:
        # "The Pakistani side of the border": the border meant is one of that country.
        border = _border_of_one(mention, phrase, context, code)
        line = border.place
    if line is None:
        return replace(border, mention=mention)
    codes = (code,) if code else line.countries
    sides = [place for each in codes if (place := find_country(context.gazetteer, each))]
    km = phrase.distance.most if phrase.distance else shapes.STRIP_KM
    area = shapes.build_strip(context.gazetteer, line, km, sides)
    if area is None:
        return unplaced(mention, f"no ground along the {line.name} can be drawn")
    return Resolution(mention, area, round(border.score * 0.95, 3), f"along the {line.name}: {border.reason}")


def resolve_inside(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "30 km inside Syria": the ground of a country so far from its border with the neighbour in mind."""
    anchor = context.anchor(phrase)
    if anchor is None or anchor.place is None or not anchor.place.country or phrase.distance is None:
        return anchor_missing(mention, anchor)
    line = _border_of_one(mention, phrase, context, anchor.place.country)
    country = find_country(context.gazetteer, anchor.place.country)
    if line.place is None or country is None:
        return line
    area = shapes.build_strip(context.gazetteer, line.place, phrase.distance.most, [country])
    if area is None:
        return unplaced(mention, f"no ground along the {line.place.name} can be drawn")
    return Resolution(mention, area, round(line.score * 0.9, 3), f"measured from the {line.place.name}: {line.reason}")


def _read_sides(anchors: Sequence[Resolution]) -> list[Place]:
    """The places named beside a border, each as something that has one."""
    places = [_as_division(anchor) for anchor in anchors]
    countries = {place.country for place in places if place.precision == "country"}
    for index, (place, anchor) in enumerate(zip(places, anchors, strict=True)):
        if place.precision == "country" or place.country not in countries:
            continue
        # Beside a country stands a country: "the Niger-Nigeria border" is none of Nigeria's Niger State.
        other = next((c.place for c in anchor.alternatives if c.place.precision == "country" and c.score > 0.1), None)
        places[index] = other or place
    return places


def _as_division(anchor: Resolution) -> Place:
    """A name beside a border as something that has one: of a town and a province so called the province."""
    place = anchor.place
    assert place is not None
    if kind_of(place) != "city":
        return place
    for each in anchor.alternatives:
        if each.place.country == place.country and kind_of(each.place) in ("province", "region") and each.score > 0.02:
            return each.place
    return place


def _owner_too(other: Place, phrase: Phrase, context: Context) -> list[Place]:
    """The country that "its" points to beside the other side's, where it is told which that is."""
    if other.precision == "country" or not other.country:
        return [other]
    neighbours = context.gazetteer.neighbours(other.country)
    weights = context.weights(phrase.span.start)
    named = [code for code in neighbours if weights.get(code, 0.0) > 0.3]
    best = max(named, key=lambda code: weights[code], default=None)
    owner = find_country(context.gazetteer, best)
    return [other] if owner is None else [owner, other]


def _has_ground(places: Sequence[Place], gazetteer: Gazetteer) -> bool:
    """Whether one of the places is a province or region with an outline, and all have one."""
    return any(p.precision in ("province", "area") for p in places) and all(
        p.precision in ("province", "area", "country") and gazetteer.outline(p.id) is not None for p in places
    )


def _border_of_division(mention: Mention, place: Place, context: Context) -> Resolution | None:
    """ "The border with Dnipropetrovsk region": its line with the province, or the country, that the text speaks of."""
    gazetteer = context.gazetteer
    sentence = context.sentence_of(mention.span.start)
    others: dict[str, tuple[float, Place]] = {}
    for each in context.around_it(mention.span.start, 3):
        away = abs(sentence - context.sentence_of(each.mention.span.start))
        if each.place is None or not each.place.country:
            continue
        if each.place.country == place.country:
            other = each.place if kind_of(each.place) == "province" else gazetteer.province_of(each.place)
        else:
            other = find_country(gazetteer, each.place.country)
        if other is not None and other.id != place.id:
            weight = each.score * 0.6**away
            if weight > others.get(other.id, (0.0, other))[0]:
                others[other.id] = (weight, other)
    for weight, other in sorted(others.values(), key=lambda pair: (-pair[0], pair[1].id))[:6]:
        line = shapes.build_border(gazetteer, other, place)
        if line is not None:
            reason = f"{place.name} is named, and {other.name} is what touches it of the places named near by"
            return Resolution(mention, line, round(min(0.85, weight), 3), reason)
    return None


def _border_of_one(mention: Mention, phrase: Phrase, context: Context, code: str) -> Resolution:
    """One side is named; the other is the neighbour that the text speaks of nearest by."""
    gazetteer = context.gazetteer
    name = context.country_name(code)
    neighbours = gazetteer.neighbours(code)
    if phrase.direction:
        # "Its southern border with Guatemala" lies to the south of whoever owns it, not of Guatemala.
        of_other = phrase.rule == "border with one"
        sides = [(n, code) if of_other else (code, n) for n in neighbours]
        pairs = zip(neighbours, sides, strict=True)
        neighbours = tuple(n for n, s in pairs if _lies_towards(gazetteer, *s, phrase.direction)) or neighbours
    if not neighbours:
        return unplaced(mention, f"{name} has no land border")
    weights = context.weights(mention.span.start)
    ranked = sorted(((weights.get(n, 0.0), n) for n in neighbours), key=lambda item: (-item[0], item[1]))
    named = [(weight, other) for weight, other in ranked if weight > 0]
    if not named and len(neighbours) == 1:
        line = find_border(gazetteer, code, neighbours[0])
        if line:
            side = f" to the {shapes.COMPASS[phrase.direction]}" if phrase.direction else ""
            return Resolution(
                mention,
                line,
                ONLY_NEIGHBOUR,
                f"{name}'s only land neighbour{side} is {context.country_name(neighbours[0])}",
            )
    if not named:
        rivals = _border_candidates(gazetteer, [(1 / len(neighbours), code, n) for n in neighbours])
        return unplaced(mention, f"the text names {name} but none of its {len(neighbours)} neighbours", rivals)
    return _weighed_border(
        mention, context, [(weight, code, other) for weight, other in named], f"{name} is named here"
    )


def _border_from_context(mention: Mention, phrase: Phrase, context: Context) -> Resolution:
    """ "The border" alone: the pair of neighbours that the text speaks of nearest by."""
    gazetteer = context.gazetteer
    weights = context.weights(mention.span.start)
    codes = sorted(weights, key=lambda code: -weights[code])[:10]
    pairs: list[tuple[float, str, str]] = []
    for index, a in enumerate(codes):
        neighbours = gazetteer.neighbours(a)
        pairs.extend((math.sqrt(weights[a] * weights[b]), a, b) for b in codes[index + 1 :] if b in neighbours)
    if phrase.direction:
        pairs = [p for p in pairs if _lies_towards(gazetteer, p[1], p[2], phrase.direction)] or pairs
    if pairs:
        return _weighed_border(mention, context, sorted(pairs, key=lambda p: (-p[0], p[1:])), "")
    before = context.before(phrase)
    if before is not None:
        return _border_of_one(mention, phrase, context, before[0])
    return unplaced(mention, "the text names no two neighbouring countries that this border could lie between")


def _weighed_border(
    mention: Mention, context: Context, pairs: Sequence[tuple[float, str, str]], said: str
) -> Resolution:
    gazetteer = context.gazetteer
    total = sum(weight for weight, _, _ in pairs)
    weight, a, b = pairs[0]
    line = find_border(gazetteer, a, b)
    names = f"{context.country_name(a)} and {context.country_name(b)}"
    if line is None:
        return unplaced(mention, f"{names} share no land border")
    score = round(min(0.95, 0.5 + 0.5 * weight / total) * min(1.0, 0.7 + weight), 3)
    if said:
        reason = f"{said}, and {context.country_name(b)} is the neighbour that the text speaks of nearest by"
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
