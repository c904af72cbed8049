"""The rules of describing phrases in their order: name, form, words without which they cannot apply, expression.

Applied by find.py to text whose names are masked; earlier rules win where two overlap.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from geo.phrases import words
from geo.phrases.masking import BORDER, COAST, COUNTRY, DEMONYM, PLACE, WATER
from geo.phrases.quantities import LENGTH, LENGTH_CUES, either

Form = Literal[
    "border", "into", "tri-border", "strip", "inside", "part", "side", "near", "distance", "between", "halfway",
    "triangle", "bank", "along", "coast", "shore", "off", "coordinates",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of describing a place. The groups a, b, c of `pattern` are names, `span`, if there, is the phrase."""

    name: str
    form: Form
    needs: tuple[str, ...]
    """One of these must stand in a sentence for the rule to be tried; none means always."""
    pattern: re.Pattern[str]


_ANY = f"(?:{COUNTRY}+|{DEMONYM}+|{PLACE}+|{WATER}+)"
_NAME = f"(?:{COUNTRY}+|{PLACE}+|{WATER}+)"
_TOWN = f"(?:{PLACE}+)"
_DIR = either(words.DIRECTIONS)
_FAR = r"(?:(?:far|extreme|remote|rural|deep|mainly|largely|mostly)\s+)*"
_DIRS = rf"{_FAR}(?P<dir>{_DIR})(?:\s+and\s+(?:the\s+)?{_FAR}(?P<also>{_DIR}))?"
_OTHER_DIRS = _DIRS.replace("?P<dir>", "?P<dir2>").replace("?P<also>", "?P<also2>")
_PARTS = either(words.PARTS)
_LINE = r"(?:borders?|frontiers?)\b(?!-)(?!\s+" + either(words.BORDER_USES) + r"\b)(?!'s)"
_SHARED = (
    r"(?:(?:land|common|shared|joint|international|porous|long|volatile|disputed|tense|fortified|de\s+facto|main|"
    r"closed|mountainous|desert|maritime|state|contested|heavily\s+guarded|militari[sz]ed)\s+)*"
)
_KIND = (
    r"(?:cit(?:y|ies)|towns?|villages?|port|settlement|provinces?|regions?|districts?|governorates?|capital|camp|oblast"
    r"|states?|hamlet|stronghold|hub|bastion|suburb|township|island|county|resort|enclave)"
)
_LEAD = (
    rf"(?:the\s+)?(?:(?:{_DIR}|besieged|embattled|strategic|coastal|key|government-held|rebel-held|nearby|occupied|"
    rf"devastated|contested|historic|ancient|frontline|front-line|provincial|regional|major|main|biggest|small)\s+)*"
    rf"(?:{DEMONYM}+\s+|{COUNTRY}+'s\s+)?(?:(?:{_DIR}|border|port|frontline|coastal)\s+)?(?:{_KIND}(?:\s+{_KIND})?"
    r"(?:\s+of)?,?\s+)?(?:the\s+)?"
)
_RIVER = rf"(?:the\s+)?(?:river\s+)?(?P<a>{WATER}+|{PLACE}+(?=\s+river))(?:\s+river)?"
_COUNTRY_WORD = either(words.COUNTRY_WORDS)
_THAT = rf"the\s+(?P<that>{'|'.join(words.COUNTRY_WORDS + words.PROVINCE_WORDS + words.CITY_WORDS)})\b"
_ADJACENT = rf"(?:,?\s+{either(words.ADJACENT)}\s+(?:the\s+)?(?P<adjacent>{_ANY}))"
_S = r"(?:'s|')"
_TO = r"(?:into|(?:over|across)\s+(?:in)?to)"
_OTHER = r"(?:neighbou?ring\s+)?(?:the\s+)?(?:(?:province|region|state)\s+of\s+)?"
_WITH_KIND = rf"(?:\s+{_KIND}\b(?!\s+of\b))?"
_RIM = r"(?P<rim>outskirts|suburbs|edges?|fringes?|countryside|approaches)"
_WAY = (
    r"(?:(?:[a-z]-?\d{1,3}|main|strategic|key|supply|only|vital|coastal|desert|dirt|old|busy|mountain)\s+)*"
    rf"{either(words.WAYS)}\b"
)
_LINKS = (
    r"(?:(?:which|that)\s+)?(?:from|linking|links|linked|link|between|connecting|connects|connected|leading\s+from|running\s+from|"
    r"running\s+between|runs\s+from|stretching\s+from)"
)
_AND = r"(?:to|and|with|towards?)"
_THREE = rf"{_LEAD}(?P<a>{_NAME}){_WITH_KIND},\s+{_LEAD}(?P<b>{_NAME}){_WITH_KIND},?\s+and\s+{_LEAD}(?P<c>{_NAME})"
_TRI = r"(?:tri|three|triple)(?:-|\s)?(?:borders?|frontiers?)"
_AREA = r"(?:\s+(?:area|region|zone|point|district))?"

_AT_BORDER, _AT_COAST = ("border", "frontier"), ("coast", "shore")
_NORTH = ("north", "south", "east", "west", "cent", "middle")

_TABLE: tuple[tuple[str, Form, tuple[str, ...], str], ...] = (
    # Borders
    (
        "where three borders meet",
        "tri-border",
        _AT_BORDER,
        rf"(?:the\s+)?(?:{_TRI}{_AREA}\s+(?:of|between|shared\s+by|linking|where)\s+|where\s+the\s+(?:borders|frontiers)\s+of\s+|"
        rf"(?:meeting\s+point|junction|confluence)\s+of\s+the\s+(?:borders|frontiers)\s+of\s+)(?P<a>{_ANY}),\s+(?P<b>{_ANY}),?"
        rf"\s+and\s+(?:the\s+)?(?P<c>{_ANY})(?:\s+(?:meet|converge|intersect|come\s+together|join))?",
    ),
    (
        "border of three",
        "tri-border",
        _AT_BORDER,
        rf"(?:the\s+)?(?P<a>{_ANY})\s?[-–/]\s?(?P<b>{_ANY})\s?[-–/]\s?(?P<c>{_ANY})\s+(?:{_TRI}|{_LINE}){_AREA}",
    ),
    (
        "three borders alone",
        "tri-border",
        _AT_BORDER,
        rf"the\s+(?:so-called\s+)?{_TRI}(?:\s+(?:area|region|zone|point))",
    ),
    (
        "border from one into another",
        "border",
        _AT_BORDER,
        rf"the\s+{_SHARED}{_LINE}\s+from\s+(?:the\s+)?(?P<a>{_ANY})\s+(?:in)?to\s+{_OTHER}(?P<b>{_ANY})",
    ),
    (
        "border into one from another",
        "border",
        _AT_BORDER,
        rf"(?P<span>the\s+{_SHARED}{_LINE}\s+(?:in)?to\s+{_OTHER}(?P<a>{_ANY}))\s+from\s+{_OTHER}(?P<b>{_ANY})",
    ),
    (
        "border between two",
        "border",
        _AT_BORDER,
        rf"(?:the\s+)?{_SHARED}{_LINE}\s+(?:area\s+|region\s+|line\s+)?between\s+{_OTHER}(?P<a>{_ANY}){_WITH_KIND}\s+and\s+{_OTHER}(?P<b>{_ANY}){_WITH_KIND}",
    ),
    (
        "border of one with another",
        "border",
        _AT_BORDER,
        rf"(?:the\s+)?(?P<a>{_ANY})(?:\s+{_KIND})?{_S}?\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_LINE}\s+(?:area\s+|region\s+)?with\s+{_OTHER}(?P<b>{_ANY}){_WITH_KIND}",
    ),
    (
        "border with one",
        "border",
        _AT_BORDER,
        rf"(?:(?:the|its|their|a|his|our)\s+)?(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_LINE}\s+(?:area\s+|region\s+)?(?:with|to|of|into)\s+{_OTHER}(?P<a>{_ANY}){_WITH_KIND}",
    ),
    (
        "border of a pair",
        "border",
        _AT_BORDER,
        rf"(?:the\s+)?(?P<a>{_ANY})\s?[-/–]\s?(?P<b>{_ANY})\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_LINE}",
    ),
    ("border of two named", "border", _AT_BORDER, rf"the\s+(?P<a>{_ANY})\s+and\s+(?P<b>{_ANY})\s+{_SHARED}{_LINE}"),
    (
        "border of one",
        "border",
        _AT_BORDER,
        rf"(?:(?:the|its)\s+)?(?:(?P<dir>{_DIR})\s+)?(?P<a>{_ANY})(?:\s+{_KIND})?{_S}?\s+(?:(?P<dir2>{_DIR})\s+)?{_SHARED}{_LINE}",
    ),
    (
        "border of the country",
        "border",
        _AT_BORDER,
        rf"the\s+{_COUNTRY_WORD}'s\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_LINE}",
    ),
    (
        "fire across a border",
        "border",
        ("cross-border", "crossborder"),
        rf"cross-?border\s+(?:[a-z]+\s+){{1,3}}(?:from|with|into)\s+{_OTHER}(?P<a>{COUNTRY}+|{PLACE}+)",
    ),
    ("the border", "border", _AT_BORDER, rf"(?:the|its|their|our|his|that)\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_LINE}"),
    (
        "crossed from one into another",
        "border",
        ("cross", "fled", "flee", "slip", "spill", "infiltrat"),
        rf"(?:cross(?:ed|es|ing|ings)?|fled|flee|fleeing|slip(?:ped|ping)?|spill(?:ed|ing)?|infiltrat(?:ed|ing|ion))\s+"
        rf"(?:\w+ly\s+|back\s+|on\s+foot\s+|over\s+|by\s+boat\s+)?(?P<span>from\s+(?:the\s+)?(?P<a>{COUNTRY}+)\s+(?:over\s+|across\s+)?(?:in)?to\s+{_OTHER}(?P<b>{COUNTRY}+))",
    ),
    (
        "crossed into",
        "into",
        ("cross", "spill", "stray", "incursion", "raid", "infiltrat"),
        rf"(?:cross(?:ed|es|ing|ings)?|spill(?:ed|ing)?|stray(?:ed|ing)?|incursions?|raids?|infiltrat(?:ed|ing|ion))\s+"
        rf"(?:\w+ly\s+|back\s+|en\s+masse\s+)?(?P<span>{_TO}\s+(?:neighbou?ring\s+|nearby\s+)?(?:the\s+)?(?P<a>{COUNTRY}+))",
    ),
    # Distances
    (
        "distance and bearing",
        "distance",
        LENGTH_CUES,
        rf"{LENGTH}\s+(?:away\s+)?(?:to\s+the\s+)?(?:due\s+|further\s+)?(?P<dir>{_DIR})\s+(?:of|from)\s+{_LEAD}(?P<a>{_NAME})(?!{_S}\s+[a-z]*\s*{_LINE})",
    ),
    (
        "distance and bearing of the capital",
        "distance",
        LENGTH_CUES,
        rf"{LENGTH}\s+(?:to\s+the\s+)?(?:due\s+)?(?P<dir>{_DIR})\s+(?:of|from)\s+the\s+(?:(?P<a>{_ANY}){_S}?\s+)?(?P<that>capital|city|town)\b(?!\s+(?:of\s+)?{_NAME})",
    ),
    (
        "distance upstream",
        "distance",
        ("stream", "upriver", "downriver"),
        rf"{LENGTH}\s+(?:upstream|downstream|upriver|downriver)\s+(?:of|from)\s+{_LEAD}(?P<a>{_TOWN})",
    ),
    (
        "distance inside a country",
        "inside",
        LENGTH_CUES,
        rf"{LENGTH}\s+(?:deep\s+)?(?:inside|into|within)\s+(?:the\s+)?(?P<a>{COUNTRY}+|{DEMONYM}+(?=\s+(?:territory|soil)))(?:\s+(?:territory|soil))?(?!{_S})",
    ),
    (
        "distance from",
        "distance",
        LENGTH_CUES,
        rf"{LENGTH}\s+(?:away\s+)?(?:from|outside|off|beyond|of)\s+(?:the\s+(?:cent(?:re|er)|outskirts|edge)\s+of\s+)?"
        rf"{_LEAD}(?P<a>{_NAME})(?!{_S})(?!\s+(?:side\s+of|{_LINE}|(?:{_DIR}\s+)?coast|{_TRI}))(?!\s?[-/–]\s?{_ANY}\s+{_LINE})",
    ),
    (
        "distance from the capital",
        "distance",
        LENGTH_CUES,
        rf"{LENGTH}\s+(?:away\s+)?(?:from|outside|of)\s+the\s+(?:(?P<a>{_ANY}){_S}?\s+)?(?P<that>capital|city|town)\b(?!\s+(?:of\s+)?{_NAME})",
    ),
    # From one place to another
    (
        "triangle of three",
        "triangle",
        ("triangle",),
        rf"(?:the\s+)?triangle\s+(?:formed\s+by|between|of|linking|made\s+up\s+of)\s+{_THREE}",
    ),
    (
        "halfway between",
        "halfway",
        ("halfway", "half-way", "midway", "mid-way", "half way"),
        rf"(?:half[-\s]?way|mid-?way)\s+(?:between|from|along\s+the\s+(?:\w+\s+)?(?:road|highway)\s+(?:between|from))\s+{_LEAD}(?P<a>{_NAME})\s+(?:and|to)\s+{_LEAD}(?P<b>{_NAME})",
    ),
    (
        "way from one to another",
        "between",
        ("from", "link", "between", "connect"),
        rf"(?:the\s+)?{_WAY}\s+{_LINKS}\s+{_LEAD}(?P<a>{_NAME})\s+(?:(?:city|town)\s+)?{_AND}\s+{_LEAD}(?P<b>{_NAME})",
    ),
    (
        "way of a pair",
        "between",
        words.WAYS,
        rf"(?:the\s+)?(?P<a>{_TOWN})\s?(?:-|–|to)\s?(?P<b>{_TOWN})\s+(?:(?:main|supply|coastal|desert|international)\s+)?{either(words.WAYS)}\b",
    ),
    (
        "between two places",
        "between",
        ("between",),
        rf"\b{either(words.BETWEEN_CUES)}\b[^.;:!?{COUNTRY}{DEMONYM}{PLACE}{WATER}]{{0,40}}?\s(?P<span>between\s+(?:the\s+)?"
        rf"(?:{_KIND}\s+(?:of\s+)?)?(?P<a>{_TOWN})\s+and\s+(?:the\s+)?(?P<b>{_TOWN}))(?!{_S})",
    ),
    # Rivers, lakes and coasts
    (
        "bank of a river",
        "bank",
        ("bank", "side of"),
        rf"(?:the\s+)?(?P<bank>{_DIR}|left|right)(?:[-\s]hand)?\s+(?:(?:river\s*)?banks?|side)\s+of\s+{_RIVER}",
    ),
    (
        "bank, a river's",
        "bank",
        ("bank",),
        rf"(?:the\s+)?(?P<a>{WATER}+)(?:\s+river)?{_S}?\s+(?P<bank>{_DIR}|left|right)(?:[-\s]hand)?\s+(?:river\s*)?banks?\b",
    ),
    ("banks of a river", "along", ("bank",), rf"(?:the\s+)?(?:river\s*)?banks\s+of\s+{_RIVER}"),
    (
        "along a river",
        "along",
        ("along", "across", "astride"),
        rf"(?:along|across|astride)\s+(?!the\s+banks?){_RIVER}(?!{_S})(?!\s+(?:{_DIR}\s+)?(?:coast|shore|border|frontier|bank))",
    ),
    (
        "shore of a water",
        "shore",
        ("shore", "coast", "banks"),
        rf"(?:the\s+)?(?:(?P<dir>{_DIR})\s+)?(?:shores?|shorelines?|banks|coasts?)\s+of\s+(?:the\s+)?(?P<a>{WATER}+)",
    ),
    (
        "shore, a water's",
        "shore",
        ("shore",),
        rf"(?:the\s+)?(?P<a>{WATER}+){_S}?\s+(?:(?P<dir>{_DIR})\s+)?(?:shores?|shorelines?)\b",
    ),
    (
        "coast of",
        "coast",
        _AT_COAST,
        rf"(?:the\s+)?(?:(?P<dir>{_DIR})\s+)?(?:(?P<b>{WATER}+)\s+)?(?:coasts?|coastlines?|shores?)\s+of\s+(?:the\s+)?(?P<a>{COUNTRY}+|{PLACE}+)",
    ),
    (
        "coast, a possessor's",
        "coast",
        _AT_COAST,
        rf"(?:the\s+)?(?P<a>{COUNTRY}+|{PLACE}+|{DEMONYM}+){_S}?\s+(?:(?P<dir>{_DIR})\s+)?(?:(?!mediterranean|atlantic|pacific|caribbean|baltic|aegean)[a-z]+\s+)?(?:(?P<b>{WATER}+)\s+)?(?:coast|coastline|shores)\b(?!\s+guards?)(?!guard)",
    ),
    (
        "coast along a sea",
        "coast",
        ("coast",),
        rf"the\s+(?:(?P<dir>{_DIR})\s+)?(?P<b>{WATER}+)\s+(?:coast|coastline)\b(?!\s+guards?)",
    ),
    (
        "off a place",
        "off",
        ("off",),
        rf"(?P<span>(?:in\s+(?:the\s+)?(?:\w+\s+)?(?:waters|seas?)\s+)?(?<!took\s)(?<!cut\s)(?<!set\s)off\s+(?:the\s+)?(?:{_KIND}\s+of\s+)?(?P<a>{_NAME}))(?!{_S})(?!\s+(?:coast|shore|side))",
    ),
    # Parts and sides
    (
        "part of a possessor",
        "part",
        _NORTH,
        rf"(?:the\s+)?(?P<a>{_ANY}){_S}\s+(?P<span>{_FAR}(?P<dir>{_DIR})(?:\s+(?:\w+\s+)?{_PARTS}){_ADJACENT})",
    ),
    (
        "the so-many of a place it names",
        "part",
        _NORTH,
        rf"(?P<none>(?:the\s+)?{_FAR}{_DIR}\s+(?:\w+\s+)?{either(words.NAMING_PARTS)}\s+of\s+(?:the\s+)?(?:{PLACE}+|{WATER}+))",
    ),
    (
        "part of a named place",
        "part",
        _NORTH,
        rf"(?:the\s+{_DIRS}(?:\s+{_RIM})?|{_OTHER_DIRS}\s+(?:\w+\s+)?{_PARTS})"
        rf"(?:\s+(?:\w+\s+)?{_PARTS})?\s+of\s+(?:the\s+)?(?:{_KIND}\s+(?:of\s+)?)?(?P<a>{_NAME}){_WITH_KIND}{_ADJACENT}?",
    ),
    (
        "side of a named place",
        "side",
        _NORTH,
        rf"(?P<just>(?:just|immediately|right|directly)\s+)?(?:to\s+the\s+)?(?<!\w)(?P<dir>{_DIR})\s+of\s+{_LEAD}(?P<a>{_NAME})(?:\s+river\b)?{_ADJACENT}?",
    ),
    (
        "part of what was named",
        "part",
        _NORTH,
        rf"(?:the\s+)?{_DIRS}(?:\s+(?:\w+\s+)?{_PARTS})?\s+of\s+{_THAT}{_ADJACENT}?",
    ),
    (
        "part, a possessor's",
        "part",
        _NORTH,
        rf"(?:the\s+)?(?P<a>{_NAME}){_S}\s+{_DIRS}\b(?:\s+(?:\w+\s+)?{_PARTS}\b|(?!\s+\w)|(?=\s+(?:on|in|since|over|after|as|for|and|where|has|have|is|was|were|fled|by|to)\b))",
    ),
    (
        "part of the country's",
        "part",
        _NORTH,
        rf"{_THAT}'s\s+{_DIRS}\b(?:\s+(?:\w+\s+)?{_PARTS}\b{_ADJACENT}?|(?!\s+[\w{COUNTRY}{DEMONYM}{PLACE}])|(?=\s+(?:on|in|since|over|after|as|for|and|where|has|have|is|was|were)\b))",
    ),
    (
        "part before a name",
        "part",
        _NORTH,
        rf"{_FAR}(?<!\w)(?P<dir>{_DIR})\s+(?:and\s+(?P<also>{_DIR})\s+)?(?P<a>{_NAME})(?!{_S}\s+{_LINE})(?!\s+{_LINE}){_ADJACENT}?",
    ),
    (
        "inner or upper part",
        "part",
        ("inner", "downtown", "upper", "lower"),
        rf"(?:(?P<core>inner|downtown)\s+(?P<a>{_TOWN})|the\s+(?P<reach>upper|lower)\s+(?P<b>{WATER}+))",
    ),
    (
        "parts adjacent to a neighbour",
        "part",
        words.ADJACENT,
        rf"(?:the\s+)?(?:(?P<dir>{_DIR})\s+)?{_PARTS}{_ADJACENT}",
    ),
    (
        "part alone",
        "part",
        _NORTH,
        rf"\b(?:in|to|from|across|throughout|of)\s+(?P<span>the\s+{_DIRS})\b"
        r"(?=\s*(?:[.,;)]|$|(?:on|in|since|over|after|as|and|where|during|have|has|had|was|were)\b))",
    ),
    # Nearness
    (
        "near",
        "near",
        ("near", "outside", "close", "far from", "gates", "outskirts", "edge", "fringe", "periphery", "suburb",
         "vicinity", "environs", "country", "hinterland", "around", "adjacent", "next", "approach", "overlooking",
         "hills", "mountains", "greater"),
        rf"\b(?P<near>{either(words.NEAR_WORDS)})\s+(?!the\s+{_LINE}){_LEAD}(?P<a>{PLACE}+|{WATER}+)(?!{_S}?\s+(?:[a-z]+\s+)?{_LINE})(?!\s?[-/]\s?{_ANY}\s+{_LINE})",
    ),
)  # fmt: skip

RULES = tuple(Rule(name, form, needs, re.compile(pattern)) for name, form, needs, pattern in _TABLE)
"""The rules of the first round, over names; earlier ones win where two overlap."""

_ZONE = (
    r"(?:(?:deep|wide|long|broad)\s+)?(?:\w+\s+)?"
    r"(?:strip|zone|belt|buffer|buffer\s+zone|area|band|stretch|swathe|corridor)"
)
_ALONG = r"(?:along|on|at|inside|near|of|by|across|from)"

_SECOND: tuple[tuple[str, Form, tuple[str, ...], str], ...] = (
    (
        "within a distance of a border",
        "strip",
        (BORDER,),
        rf"(?:within|inside)\s+{LENGTH}\s+(?:of|from)\s+(?P<of>{BORDER}+)",
    ),
    (
        "distance from a border",
        "strip",
        (BORDER,),
        rf"{LENGTH}\s+(?:away\s+)?(?:from|of|off|inside|across|beyond|over)\s+(?P<of>{BORDER}+)",
    ),
    (
        "strip along a border",
        "strip",
        (BORDER,),
        rf"(?:(?:a|the|an)\s+)?(?:{LENGTH}[-\s]+{_ZONE}|(?:demilitari[sz]ed|security|safe|buffer|no-go|exclusion)\s+(?:zone|strip|belt|buffer)s?)\s+(?:\w+\s+)?{_ALONG}\s+(?P<of>{BORDER}+)",
    ),
    (
        "one side of a border",
        "strip",
        (BORDER,),
        rf"(?:the\s+)?(?P<a>{_ANY}){_S}?\s+side\s+of\s+(?P<of>{BORDER}+)",
    ),
    (
        "distance off a coast",
        "off",
        (COAST,),
        rf"{LENGTH}\s+(?:out\s+)?(?:off|from|{_DIR}\s+of)\s+(?P<of>{COAST}+)",
    ),
    ("off a coast", "off", (COAST,), rf"(?:in\s+(?:the\s+)?(?:\w+\s+)?(?:waters|seas?)\s+)?off\s+(?P<of>{COAST}+)"),
)

SECOND_RULES = tuple(Rule(name, form, needs, re.compile(pattern)) for name, form, needs, pattern in _SECOND)
"""The rules of the second round, over borders and coasts that the first has found: the group `of` is one of them."""
