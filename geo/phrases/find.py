"""Patterns that find describing phrases round names already found; the rules are an ordered list, the first hit wins.

Every name is masked by a letter for its sort (country, demonym, other place), character for character, so that the
rules are plain regular expressions over the words between names, and every offset stays an offset into the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from geo.model import Article, PlaceKind, Span
from geo.phrases import words
from geo.phrases.coordinates import find_coordinates

Form = Literal["border", "into", "part", "near", "distance", "between", "coast", "coordinates"]

COUNTRY, DEMONYM, PLACE = "\ue001", "\ue002", "\ue003"


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name in the text and what sort of place it names, as far as known before it is placed."""

    span: Span
    kind: PlaceKind


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that describes a place: its form, the names it leans on, and its figures.

    `anchors` are the spans of names, in text order; `stands_for` is what a word like "the country" points back to
    where no name is given; `adjacent` is the name of the neighbour that a part touches.
    """

    span: Span
    form: Form
    rule: str
    anchors: tuple[Span, ...] = ()
    stands_for: Literal["country", "province", "city", "capital", "border"] | None = None
    direction: str | None = None
    km: float | None = None
    adjacent: Span | None = None
    position: tuple[float, float, float] | None = None


def _either(names: Sequence[str] | frozenset[str] | dict[str, str] | dict[str, float]) -> str:
    """A regular expression for any of `names`, the longest first; blanks match any white space."""
    return "(?:" + "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(names, key=len, reverse=True)) + ")"


_ANY = f"(?:{COUNTRY}+|{DEMONYM}+|{PLACE}+)"
_NAME = f"(?:{COUNTRY}+|{PLACE}+)"
_DIR = _either(words.DIRECTIONS)
_PARTS = _either(words.PARTS)
_BORDER = r"(?:borders?|frontiers?)\b(?!-)(?!\s+" + _either(words.BORDER_USES) + r"\b)(?!'s)"
_SHARED = r"(?:(?:land|common|shared|joint|international|porous|long|volatile|disputed|de\s+facto|main)\s+)*"
_KIND = (
    r"(?:cit(?:y|ies)|towns?|villages?|port|settlement|province|region|district|governorate|capital|camp|oblast|state)"
)
_LEAD = (
    rf"(?:the\s+)?(?:(?:{_DIR}|besieged|embattled|strategic|coastal|key|southern|government-held|rebel-held|nearby)\s+)?"
    rf"(?:{DEMONYM}+\s+|{COUNTRY}+'s\s+)?(?:{_DIR}\s+)?(?:{_KIND}(?:\s+{_KIND})?(?:\s+of)?,?\s+)?(?:the\s+)?"
)
_COUNTRY_WORD = rf"(?:{'|'.join(words.COUNTRY_WORDS)})"
_THAT = rf"the\s+(?P<that>{'|'.join(words.COUNTRY_WORDS + words.PROVINCE_WORDS + words.CITY_WORDS)})\b"
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + _either(words.NUMBERS) + ")"
_DISTANCE = rf"(?P<number>{_NUMBER})[\s-]?(?P<unit>{_either(words.UNITS_KM)})\b(?:\s*\([^)]{{1,25}}\))?"
_ADJACENT = rf"(?:,?\s+{_either(words.ADJACENT)}\s+(?:the\s+)?(?P<adjacent>{_ANY}))"
_APOSTROPHE = r"(?:'s|')"
_TO = r"(?:into|(?:over|across)\s+(?:in)?to)"

RULES: tuple[tuple[str, Form, str], ...] = (
    (
        "border between two",
        "border",
        rf"(?:the\s+)?{_SHARED}{_BORDER}\s+(?:area\s+|region\s+)?between\s+(?:the\s+)?(?P<a>{_ANY})\s+and\s+(?:the\s+)?(?P<b>{_ANY})",
    ),
    (
        "border of one with another",
        "border",
        rf"(?:the\s+)?(?P<a>{_ANY}){_APOSTROPHE}?\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_BORDER}\s+(?:area\s+|region\s+)?with\s+(?:neighbou?ring\s+)?(?:the\s+)?(?P<b>{_ANY})",
    ),
    (
        "border with one",
        "border",
        rf"(?:(?:the|its|their|a|his|our)\s+)?(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_BORDER}\s+(?:area\s+|region\s+)?(?:with|to|of|into)\s+(?:neighbou?ring\s+)?(?:the\s+)?(?P<a>{_ANY})",
    ),
    (
        "border of a pair",
        "border",
        rf"(?:the\s+)?(?P<a>{_ANY})\s?[-/]\s?(?P<b>{_ANY})\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_BORDER}",
    ),
    ("border of two named", "border", rf"the\s+(?P<a>{_ANY})\s+and\s+(?P<b>{_ANY})\s+{_SHARED}{_BORDER}"),
    (
        "border of one",
        "border",
        rf"(?:(?:the|its)\s+)?(?:(?P<dir>{_DIR})\s+)?(?P<a>{_ANY}){_APOSTROPHE}?\s+(?:(?P<dir2>{_DIR})\s+)?{_SHARED}{_BORDER}",
    ),
    ("border of the country", "border", rf"the\s+{_COUNTRY_WORD}'s\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_BORDER}"),
    ("the border", "border", rf"(?:the|its|their|our|his|that)\s+(?:(?P<dir>{_DIR})\s+)?{_SHARED}{_BORDER}"),
    (
        "crossed into",
        "into",
        rf"(?:cross(?:ed|es|ing|ings)?|spill(?:ed|ing)?|stray(?:ed|ing)?|incursions?|raids?|infiltrat(?:ed|ing|ion))\s+(?:\w+ly\s+|illegally\s+|back\s+|en\s+masse\s+)?(?P<span>{_TO}\s+(?:neighbou?ring\s+|nearby\s+)?(?:the\s+)?(?P<a>{COUNTRY}+))",
    ),
    (
        "distance and bearing",
        "distance",
        rf"{_DISTANCE}\s+(?:to\s+the\s+)?(?:due\s+)?(?P<dir>{_DIR})\s+of\s+{_LEAD}(?P<a>{_NAME})",
    ),
    (
        "distance and bearing of the capital",
        "distance",
        rf"{_DISTANCE}\s+(?:to\s+the\s+)?(?:due\s+)?(?P<dir>{_DIR})\s+of\s+the\s+(?:(?P<a>{_ANY}){_APOSTROPHE}?\s+)?(?P<that>capital)\b",
    ),
    (
        "distance from",
        "distance",
        rf"{_DISTANCE}\s+(?:away\s+)?(?:from|outside|off|beyond|of)\s+{_LEAD}(?P<a>{_NAME})(?!{_APOSTROPHE})(?!\s+{_BORDER})",
    ),
    (
        "distance from the capital",
        "distance",
        rf"{_DISTANCE}\s+(?:away\s+)?(?:from|outside)\s+the\s+(?:(?P<a>{_ANY}){_APOSTROPHE}?\s+)?(?P<that>capital)\b",
    ),
    (
        "way from one to another",
        "between",
        rf"(?:the\s+)?(?:main\s+|strategic\s+|key\s+|supply\s+)?{_either(words.WAYS)}\s+(?:(?:which|that)\s+)?(?:from|linking|links|link|between|connecting|connects|leading\s+from|running\s+from)\s+{_LEAD}(?P<a>{_NAME})\s+(?:to|and|with)\s+{_LEAD}(?P<b>{_NAME})",
    ),
    (
        "way of a pair",
        "between",
        rf"(?:the\s+)?(?P<a>{PLACE}+)\s?(?:-|to)\s?(?P<b>{PLACE}+)\s+(?:main\s+|supply\s+)?{_either(words.WAYS)}\b",
    ),
    (
        "between two places",
        "between",
        rf"\b{_either(words.BETWEEN_CUES)}\b[^.;:!?{COUNTRY}{DEMONYM}{PLACE}]{{0,40}}?\s(?P<span>between\s+(?:the\s+)?(?:{_KIND}\s+(?:of\s+)?)?(?P<a>{PLACE}+)\s+and\s+(?:the\s+)?(?P<b>{PLACE}+))(?!{_APOSTROPHE})",
    ),
    (
        "part of a possessor",
        "part",
        rf"(?:the\s+)?(?P<a>{_ANY}){_APOSTROPHE}\s+(?P<span>(?:far\s+|remote\s+|rural\s+)*(?P<dir>{_DIR})(?:\s+(?:\w+\s+)?{_PARTS}){_ADJACENT})",
    ),
    (
        "part of a named place",
        "part",
        rf"(?:the\s+)?(?:far\s+)?(?P<dir>{_DIR})(?:\s+(?:\w+\s+)?{_PARTS})?\s+of\s+(?:the\s+)?(?:{_KIND}\s+(?:of\s+)?)?(?P<a>{_NAME}){_ADJACENT}?",
    ),
    (
        "part of what was named",
        "part",
        rf"(?:the\s+)?(?:far\s+)?(?P<dir>{_DIR})(?:\s+(?:\w+\s+)?{_PARTS})?\s+of\s+{_THAT}{_ADJACENT}?",
    ),
    (
        "part, a possessor's",
        "part",
        rf"(?:the\s+)?(?P<a>{_NAME}){_APOSTROPHE}\s+(?:far\s+|remote\s+|rural\s+)*(?P<dir>{_DIR})\b(?:\s+(?:\w+\s+)?{_PARTS}\b|(?!\s+\w))",
    ),
    (
        "part of the country's",
        "part",
        rf"{_THAT}'s\s+(?:far\s+|remote\s+|rural\s+)*(?P<dir>{_DIR})\b(?:\s+(?:\w+\s+)?{_PARTS}\b{_ADJACENT}?|(?!\s+[\w{COUNTRY}{DEMONYM}{PLACE}])|(?=\s+(?:on|in|since|over|after|as|for|and|where)\b))",
    ),
    (
        "part before a name",
        "part",
        rf"(?:far\s+)?(?<!\w)(?P<dir>{_DIR})\s+(?P<a>{_NAME})(?!{_APOSTROPHE}\s+{_BORDER})(?!\s+{_BORDER}){_ADJACENT}?",
    ),
    ("parts adjacent to a neighbour", "part", rf"(?:the\s+)?(?:(?P<dir>{_DIR})\s+)?{_PARTS}{_ADJACENT}"),
    (
        "part alone",
        "part",
        r"\b(?:in|to|from|across|throughout|of)\s+(?P<span>the\s+(?:far\s+)?(?P<dir>"
        + _DIR
        + r"))\b(?=\s*(?:[.,;)]|$|(?:on|in|since|over|after|as|and|where|during|have|has|had|was|were)\b))",
    ),
    (
        "coast of",
        "coast",
        rf"(?:the\s+)?(?:(?P<dir>{_DIR})\s+)?(?:coast|coastline|shores?)\s+of\s+(?:the\s+)?(?P<a>{_NAME})",
    ),
    (
        "coast, a possessor's",
        "coast",
        rf"(?:the\s+)?(?P<a>{_ANY}){_APOSTROPHE}?\s+(?:(?P<dir>{_DIR})\s+)?(?:[a-z]+\s+)?(?:coast|coastline|shores)\b(?!\s+guards?)(?!guard)",
    ),
    (
        "near",
        "near",
        rf"\b(?P<near>{_either(words.NEAR_WORDS)})\s+(?!the\s+{_BORDER}){_LEAD}(?P<a>{PLACE}+)(?!{_APOSTROPHE}?\s+(?:[a-z]+\s+)?{_BORDER})(?!\s?[-/]\s?{_ANY}\s+{_BORDER})",
    ),
)
"""The rules: name, form, expression. Earlier ones win where two overlap. The group `span`, if there, is the phrase."""

_COMPILED = tuple((name, form, re.compile(pattern)) for name, form, pattern in RULES)


def find_phrases(article: Article, doc: Doc, names: Sequence[NamedSpan]) -> tuple[Phrase, ...]:
    """Every describing phrase of `article`, in text order, none overlapping another.

    `names` are the names found before, `Phrase.anchors` are spans of those; offsets are into `article.text`.
    """
    masked = mask_names(doc.text, names)
    found: list[Phrase] = [
        Phrase(span, "coordinates", "coordinates", position=position)
        for span, position in find_coordinates(article.text)
        if not article.is_boilerplate(span)
    ]
    for name, form, pattern in _COMPILED:
        for sentence in doc.sents:
            for phrase in _match(masked, sentence.start_char, sentence.end_char, name, form, pattern):
                if article.is_boilerplate(phrase.span) or any(phrase.span.overlaps(p.span) for p in found):
                    continue
                found.append(phrase)
    return tuple(sorted(found, key=lambda phrase: phrase.span))


def mask_names(text: str, names: Sequence[NamedSpan]) -> str:
    """`text` in lower case with each name replaced by as many letters of its sort; a name within a name is left out.

    >>> mask_names("Fighting near Kunduz", [NamedSpan(Span(14, 20), "city")]).replace(PLACE, "P")
    'fighting near PPPPPP'
    """
    letters = [c.lower() if len(c.lower()) == 1 else c for c in text]
    end = 0
    for name in sorted(names, key=lambda n: (n.span.start, -n.span.end)):
        if name.span.start < end:
            continue
        sort = {"country": COUNTRY, "demonym": DEMONYM}.get(name.kind, PLACE)
        letters[name.span.start : name.span.end] = sort * (name.span.end - name.span.start)
        end = name.span.end
    return "".join(letters)


def _match(masked: str, start: int, end: int, rule: str, form: Form, pattern: re.Pattern[str]) -> Iterator[Phrase]:
    for match in pattern.finditer(masked, start, end):
        groups = match.groupdict()
        whole = match.span("span") if groups.get("span") else match.span()
        anchors = tuple(Span(*match.span(key)) for key in ("a", "b") if groups.get(key))
        direction = groups.get("dir") or groups.get("dir2")
        yield Phrase(
            Span(*whole),
            form,
            rule,
            tuple(sorted(anchors)),
            _stands_for(groups.get("that"), rule),
            words.DIRECTIONS[re.sub(r"\s+", " ", direction)] if direction else None,
            _kilometres(groups),
            Span(*match.span("adjacent")) if groups.get("adjacent") else None,
        )


def _stands_for(that: str | None, rule: str) -> Literal["country", "province", "city", "capital", "border"] | None:
    if that == "capital":
        return "capital"
    if that in words.PROVINCE_WORDS:
        return "province"
    if that in words.CITY_WORDS:
        return "city"
    if that in words.COUNTRY_WORDS or rule in ("border of the country", "part alone", "parts adjacent to a neighbour"):
        return "country"
    return "border" if rule == "the border" else None


def _kilometres(groups: dict[str, str | None]) -> float | None:
    if near := groups.get("near"):
        return words.NEAR_WORDS[re.sub(r"\s+", " ", near)]
    number, unit = groups.get("number"), groups.get("unit")
    if number is None or unit is None:
        return None
    plain = re.sub(r"\s+", " ", number)
    value = words.NUMBERS[plain] if plain in words.NUMBERS else float(plain.replace(",", ""))
    return value * words.UNITS_KM[re.sub(r"\s+", " ", unit)]
