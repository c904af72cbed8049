"""From a name to the places that it might mean: look-ups of the name and its variants, typing slips last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.gazetteer import Gazetteer, NameMatch
from geo.model import Mention, Place, PlaceKind

LIMIT = 40
"""Places looked at for one name; the gazetteer gives the most prominent first."""

_ADMIN = (
    r"(?:county|province|governorate|oblast|state|district|parish|region|prefecture|department|municipality|raion|krai|"
    r"wilayat|canton|territory|republic|division|borough|township)"
)
_ENDS_ADMIN = re.compile(rf"\s+{_ADMIN}$", re.IGNORECASE)
_STARTS_ADMIN = re.compile(rf"^(?:the\s+)?{_ADMIN}\s+of\s+", re.IGNORECASE)
_ENDS_CITY = re.compile(r"\s+(?:city|town|village)$", re.IGNORECASE)
_SAINT = re.compile(r"\bSt\.?\s+(?=\w)")
_FORT = re.compile(r"\bFt\.?\s+(?=\w)")
_MOUNT = re.compile(r"\bMt\.?\s+(?=\w)")
_ENDS_LANDSCAPE = re.compile(
    r"\s+(?:river|valley|mountains|island|islands|peninsula|sea|desert|lake|strip|area)$", re.I
)

_AFFIXES = {
    "oblast": "Oblast",
    "county": "County",
    "province": "Province",
    "governorate": "Governorate",
    "district": "District",
    "parish": "Parish",
    "state": "State",
    "region": "Region",
    "river": "River",
    "valley": "Valley",
    "island": "Island",
    "islands": "Islands",
    "lake": "Lake",
    "city": "City",
    "township": "Township",
}
"""Cues that gazetteers write into the name."""


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name might mean, and how the look-up came by it."""

    place: Place
    name: str
    how: str
    """How the gazetteer matched: name, alternate, abbreviation, folded or fuzzy."""
    variant: str
    """Which form of the name was looked up: whole, with cue, without cue, spelt out or slip."""
    alternates: int


def find_options(mention: Mention, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """The places that `mention` might name, each once, those of the closest form of the name first."""
    seen: dict[str, Option] = {}
    for variant, name in _variants(mention):
        for match in gazetteer.lookup(name, LIMIT):
            seen.setdefault(match.place.id, _option(match, variant))
    if not seen and _may_be_misspelt(mention):
        for match in gazetteer.lookup_fuzzy(mention.name, 6):
            seen.setdefault(match.place.id, _option(match, "slip"))
    return tuple(seen.values())


def _option(match: NameMatch, variant: str) -> Option:
    return Option(match.place, match.name, match.how, variant, match.alternates)


def _variants(mention: Mention) -> list[tuple[str, str]]:
    name = mention.name or mention.text
    variants = [("whole", name)]
    spelt = _MOUNT.sub("Mount ", _FORT.sub("Fort ", _SAINT.sub("Saint ", name)))
    if spelt != name:
        variants.append(("spelt out", spelt))
    cue = (mention.cue or "").lower()
    singular = cue[:-1] if cue.endswith("s") else cue
    if singular in _AFFIXES and not name.lower().endswith(singular):
        variants.append(("with cue", f"{name} {_AFFIXES[singular]}"))
    if mention.kind in ("facility",):
        return variants
    for pattern in (_ENDS_ADMIN, _STARTS_ADMIN, _ENDS_CITY, _ENDS_LANDSCAPE):
        bare = pattern.sub("", name)
        if bare not in (name, ""):
            variants.append(("without cue", bare))
    return variants


def _may_be_misspelt(mention: Mention) -> bool:
    return mention.kind not in ("facility", "demonym", "other") and len(mention.name) >= 6 and mention.name.isascii()


_KINDS: tuple[tuple[str, PlaceKind], ...] = (
    (r"PCL\w*|TERR", "country"),
    (r"ADM1H?", "province"),
    (r"ADM[2-5]H?|ADMD", "district"),
    (r"PPLX|PPL\w*|STLMT", "city"),
    (
        r"AIR\w|MILB|INSM|CSTP|CMP\w*|HSP\w*|DAM|BDG|PS\w*|PRT|ZOO|MSQE|MN\w*|OIL\w|GAS\w|PRN|MFG\w*|BLDG|TMPL|SQR|SCH\w*"
        r"|PRK|CAVE|TNL|UNIV|CH|CMTY|FT|PP\w?|CTR\w*|MUS|MKT|STDM|RSTN\w*|PIPE|PLAT|BRKS|GATE|PAL",
        "facility",
    ),
    (r"STM\w*|SEA|OCN|GULF|STRT|LK\w*|BAY|CHN\w*|CNL\w*|RSV|SD|LGN|HBR|SHOL|COVE|FLLS", "water"),
    (r"BORDER|BDRY", "border"),
)
_COMPILED = tuple((re.compile(pattern), kind) for pattern, kind in _KINDS)


def kind_of(place: Place) -> PlaceKind:
    """What kind of place a gazetteer entry is, by its GeoNames feature code.

    >>> kind_of(Place("1", "Kabul", 34.5, 69.2, "PPLC")), kind_of(Place("2", "Bagram", 34.9, 69.3, "AIRB"))
    ('city', 'facility')
    """
    return next((kind for pattern, kind in _COMPILED if pattern.fullmatch(place.feature)), "region")
