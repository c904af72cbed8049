"""Analysis -> analysis in which places that the gazetteer did not know were asked for elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from geopy.distance import geodesic
from geopy.location import Location
from rapidfuzz import fuzz

from geo.errors import GeocoderUnavailable
from geo.gazetteer import fold_name
from geo.geocoders.osm_kinds import is_meant, settle_kind
from geo.model import Analysis, Candidate, Event, Mention, Place, PlaceKind, Resolution
from geo.zones import mark_time_zones

ATTRIBUTION = "OpenStreetMap contributors (ODbL) via Nominatim"

ASKED_KINDS: frozenset[PlaceKind] = frozenset({"province", "district", "city", "facility", "water", "region", "other"})
"""Kinds of mention that are a name somebody else may know; what the text describes, and countries, are not."""

MOST_ASKED = 40
"""How many names of one article are asked for, those that it repeats first: at one a second it is a wait as it is."""

LONGEST_NAME = 80

SCORE_ALONE, SCORE_FIRST, SCORE_OTHER, SCORE_RIVAL = 0.5, 0.4, 0.3, 0.2
"""Of the only answer so called, the first of several, one that is called otherwise, and a runner-up. Set by hand, and
low: no more is known than that a name fits, the article's other places were not weighed."""

_ALIKE = 80.0
_LONGEST_WORDS = 160

Told = Callable[[int, int, str], None]


class OutsideGeocoder(Protocol):
    """What is asked: `CachedNominatim`, or anything that answers alike."""

    def geocode(self, query: str, *, country_codes: Sequence[str] = ()) -> list[Location]:
        """Locations for a name within countries, the best first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An analysis with what was answered, and the sentence why the asking ended early, if it did."""

    analysis: Analysis
    failure: str | None = None


def locate_unplaced(analysis: Analysis, geocoder: OutsideGeocoder, tell: Told | None = None) -> Analysis:
    """What `ask_unplaced` makes of `analysis`, all or nothing: raises GeocoderUnavailable at the first failure."""
    asked = ask_unplaced(analysis, geocoder, tell)
    if asked.failure is not None:
        raise GeocoderUnavailable(asked.failure)
    return asked.analysis


def ask_unplaced(analysis: Analysis, geocoder: OutsideGeocoder, tell: Told | None = None) -> Asked:
    """`analysis` with its unresolved mentions placed as `geocoder` answers, within the countries of the article.

    Only the names of mentions that the gazetteer could not place are asked for, each name once, MOST_ASKED at most,
    and none where the article names no country. Such places carry the source "nominatim" and OpenStreetMap's
    attribution. An event without a place takes the first of its own that is now known. The first failure ends the
    asking, so that a server in trouble is left in peace; what was answered until then stays. `tell` is told how many
    names were asked for, of how many, and the next one; what it raises ends the asking too.
    """
    countries = find_countries(analysis)
    wanted = find_names(analysis) if countries else []
    answers: dict[str, list[Location]] = {}
    failure = None
    for number, name in enumerate(wanted[:MOST_ASKED]):
        if tell is not None:
            tell(number, min(len(wanted), MOST_ASKED), name)
        try:
            answers[name] = geocoder.geocode(name, country_codes=countries)
        except GeocoderUnavailable as error:
            failure = str(error)
            break
    names = dict(analysis.country_names)
    located = tuple(_settle(each, answers, countries, names) for each in analysis.places)
    drawn = tuple(_with_place(event, located) for event in analysis.events)
    events = mark_time_zones(drawn, located, analysis.times, analysis.article.text)
    return Asked(replace(analysis, places=located, events=events, country_names=names), failure)


def find_names(analysis: Analysis) -> list[str]:
    """The names that may be asked for, those that the article repeats first, then in its order."""
    counts = Counter(name for each in analysis.places if (name := _name_to_ask(each)) is not None)
    return [name for name, _ in counts.most_common()]


def find_countries(analysis: Analysis) -> tuple[str, ...]:
    """The ISO codes of all countries that the article's placed mentions lie in, sorted."""
    found: set[str] = set()
    for resolution in analysis.places:
        if resolution.place is not None:
            found.update(resolution.place.countries or ())
            found.update([resolution.place.country] if resolution.place.country else ())
    return tuple(sorted(found))


def _name_to_ask(resolution: Resolution) -> str | None:
    """The name of a mention that somebody else may know, None for others: markup, addresses, stretches of text."""
    mention = resolution.mention
    if resolution.place is not None or mention.kind not in ASKED_KINDS:
        return None
    name = " ".join((mention.name or mention.text).split())
    plain = all(letter.isprintable() and letter not in '@<>{}[]\\/=|"' for letter in name)
    return name if plain and len(name) <= LONGEST_NAME and sum(map(str.isalpha, name)) >= 2 else None


def _settle(
    before: Resolution, answers: Mapping[str, list[Location]], countries: Sequence[str], names: dict[str, str]
) -> Resolution:
    """The resolution with the answer to its name, as it was where none was asked for."""
    name = _name_to_ask(before)
    if name is None or name not in answers:
        return before
    places: dict[str, tuple[Place, Location]] = {}
    for location in answers[name]:
        place = build_place(location)
        # The server was asked to stay within the countries, and may not have done so.
        if place.country in countries and is_meant(before.mention.kind, location.raw, place.feature):
            places.setdefault(place.id, (place, location))
            _name_country(place, location.raw, names)
    within = ", ".join(names.get(code, code) for code in countries)
    if not places:
        reason = f"{before.reason}; OpenStreetMap, asked for it, has none that fits within {within}"
        return replace(before, reason=reason)
    ordered = sorted(places.values(), key=lambda two: not _is_alike(name, two[0]))
    first, *rivals = (
        _explain(before.mention, name, each, rank, len(ordered), within) for rank, each in enumerate(ordered)
    )
    return Resolution(before.mention, first.place, first.score, first.reason, (*rivals, *before.alternatives))


def _explain(
    mention: Mention, name: str, answer: tuple[Place, Location], rank: int, count: int, within: str
) -> Candidate:
    place, location = answer
    alike = _is_alike(name, place)
    score = SCORE_RIVAL if rank else SCORE_OTHER if not alike else SCORE_ALONE if count == 1 else SCORE_FIRST
    so_called = "" if alike else f", which it knows as {name} too"
    of = "the only answer" if count == 1 else f"answer {rank + 1} of {count}"
    reason = (
        f"not in the gazetteer; OpenStreetMap has “{_trim(location.address)}”{so_called}: {of} within {within}, "
        "the article's other places not weighed"
    )
    return Candidate(place, score, reason)


def _is_alike(name: str, place: Place) -> bool:
    one, other = fold_name(name), fold_name(place.name)
    return bool(one and other) and (fuzz.ratio(one, other) >= _ALIKE or fuzz.token_set_ratio(one, other) >= 99)


def build_place(location: Location) -> Place:
    """The place that one of Nominatim's answers tells of; how far its bounding box reaches is its precision.

    What should be a word and is none, or is no code of a country, is left out.
    """
    raw: Mapping[str, Any] = location.raw
    address: Mapping[str, Any] = raw.get("address") or {}
    code = _word(address.get("country_code")) or ""
    country = code.upper() if len(code) == 2 and code.isascii() and code.isalpha() else None
    radius = _radius_km(location, raw.get("boundingbox"))
    feature, precision = settle_kind(raw, radius)
    return Place(
        id=_build_id(location),
        name=_word(raw.get("name")) or _trim(location.address.split(",")[0]),
        lat=location.latitude,
        lon=location.longitude,
        feature=feature,
        country=country,
        countries=(country,) if country else (),
        admin1=_first_word(address, "state", "province", "region"),
        admin2=_first_word(address, "county", "district"),
        precision=precision,
        precision_km=radius,
        source="nominatim",
        attribution=ATTRIBUTION,
    )


def _build_id(location: Location) -> str:
    raw = location.raw
    if isinstance(raw.get("osm_id"), int) and raw.get("osm_type") in ("node", "way", "relation"):
        return f"osm:{raw['osm_type']}/{raw['osm_id']}"
    return f"osm:{location.latitude:.5f},{location.longitude:.5f}"


def _first_word(address: Mapping[str, Any], *keys: str) -> str | None:
    return next((word for key in keys if (word := _word(address.get(key)))), None)


def _word(value: Any) -> str | None:
    return _trim(value) or None if isinstance(value, str) else None


def _trim(words: str) -> str:
    plain = " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
    return plain if len(plain) <= _LONGEST_WORDS else f"{plain[:_LONGEST_WORDS]}..."


def _radius_km(location: Location, box: Any) -> float:
    """How far the corners and sides of Nominatim's `[south, north, west, east]` lie; 1 km at least, and without one."""
    if not isinstance(box, Sequence) or len(box) != 4:
        return 1.0
    south, north, west, east = (float(side) for side in box)
    middle = (west + east) / 2
    edge = [(lat, lon) for lat in (south, north) for lon in (west, middle, east)]
    here = (location.latitude, location.longitude)
    return max(1.0, round(max(float(geodesic(here, point).km) for point in edge), 1))


def _name_country(place: Place, raw: Mapping[str, Any], names: dict[str, str]) -> None:
    country = _word((raw.get("address") or {}).get("country"))
    if place.country and country:
        names.setdefault(place.country, country)


def _with_place(event: Event, places: Sequence[Resolution]) -> Event:
    if event.place_index is not None:
        return event
    for role in ("at", "near", "to", "from"):
        for each in event.places:
            if each.role == role and places[each.index].place is not None:
                return replace(event, place_index=each.index)
    return event
