"""Patterns that find describing phrases round names already found: an ordered list of rules, the first hit wins.

Sentence by sentence: the rules over names (rules.py), then those that lean on a border or coast just found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from geo.model import Article, Span
from geo.phrases import words
from geo.phrases.antecedents import Antecedent, find_antecedents
from geo.phrases.coordinates import find_coordinates
from geo.phrases.masking import BORDER, COAST, NamedSpan, mask_names, mask_spans
from geo.phrases.quantities import Distance, read_distance
from geo.phrases.rules import RULES, SECOND_RULES, Form, Rule

StandsFor = Literal["country", "province", "city", "capital", "border"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that describes a place: its form, the names it leans on, and its figures.

    `anchors` are the spans of names, in the order of the rule's groups; `stands_for` is what a word like "the country"
    points back to where no name is given, `antecedents` the names before that it could point to; `adjacent` is the
    name of the neighbour that a part touches; `of` the border or coast that a distance is taken from; `bank` a river's
    side ("left", "right" or a compass point) or reach ("upper", "lower").
    """

    span: Span
    form: Form
    rule: str
    anchors: tuple[Span, ...] = ()
    stands_for: StandsFor | None = None
    direction: str | None = None
    also: str | None = None
    distance: Distance | None = None
    km: float | None = None
    bank: str | None = None
    adjacent: Span | None = None
    sea: Span | None = None
    of: Phrase | None = None
    antecedents: tuple[Antecedent, ...] = ()
    position: tuple[float, float, float] | None = None


def find_phrases(article: Article, doc: Doc, names: Sequence[NamedSpan]) -> tuple[Phrase, ...]:
    """Every describing phrase of `article`, in text order, none overlapping another.

    `names` are the names found before, `Phrase.anchors` are spans of those; offsets are into `article.text`.
    """
    masked = mask_names(doc.text, names)
    coordinates = [
        Phrase(span, "coordinates", "coordinates", position=position)
        for span, position in find_coordinates(article.text)
        if not article.is_boilerplate(span)
    ]
    found = list(coordinates)
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        words_of = masked[start:end]
        taken = [p.span for p in coordinates if p.span.start < end and p.span.end > start]
        here = list(_apply(RULES, masked, words_of, start, end, taken))
        here = list(_join(masked, here, start, end))
        found.extend(p for p in here if not article.is_boilerplate(p.span))
    pointing = {p.span for p in found if p.stands_for is not None or p.form == "border"}
    if pointing:
        heard = find_antecedents(doc, names, sorted(pointing))
        found = [replace(p, antecedents=heard[p.span]) if p.span in pointing else p for p in found]
    return tuple(sorted(found, key=lambda phrase: phrase.span))


def _apply(
    rules: Sequence[Rule], masked: str, words_of: str, start: int, end: int, taken: Sequence[Span]
) -> Iterator[Phrase]:
    spans = list(taken)
    for rule in rules:
        if rule.needs and not any(need in words_of for need in rule.needs):
            continue
        for match in rule.pattern.finditer(masked, start, end):
            span = _span(match)
            if span is None or any(span.overlaps(other) for other in spans):
                continue
            spans.append(span)
            phrase = _read(match, span, rule, masked, words_of)
            if phrase is not None:
                yield phrase


def _join(masked: str, found: list[Phrase], start: int, end: int) -> Iterator[Phrase]:
    """Phrases with those that a distance or a side is taken from put inside them."""
    lines = {p.span: p for p in found if p.form == "border"}
    coasts = {p.span: p for p in found if p.form == "coast"}
    if not lines and not coasts:
        yield from found
        return
    again = mask_spans(
        masked[start:end],
        [(Span(s.start - start, s.end - start), BORDER) for s in lines]
        + [(Span(s.start - start, s.end - start), COAST) for s in coasts],
    )
    outer: list[Phrase] = []
    for rule in SECOND_RULES:
        if not any(need in again for need in rule.needs):
            continue
        for match in rule.pattern.finditer(again):
            span = Span(match.start() + start, match.end() + start)
            inner = Span(match.start("of") + start, match.end("of") + start)
            of = lines.get(inner) or coasts.get(inner)
            if of is None or any(span.overlaps(p.span) for p in outer):
                continue
            groups = match.groupdict()
            anchors = (Span(match.start("a") + start, match.end("a") + start),) if groups.get("a") else ()
            distance = read_distance(groups, again[max(0, match.start() - 20) : match.start()])
            if distance and rule.name == "within a distance of a border":
                distance = Distance(distance.most, 0.0, distance.most)
            outer.append(Phrase(span, rule.form, rule.name, anchors, distance=distance, of=of))
    yield from outer
    yield from (p for p in found if not any(p.span.overlaps(o.span) for o in outer))


def _span(match: re.Match[str]) -> Span | None:
    groups = match.groupdict()
    return Span(*(match.span("span") if groups.get("span") else match.span()))


def _read(match: re.Match[str], span: Span, rule: Rule, masked: str, words_of: str) -> Phrase | None:
    """The phrase of a match; None where the rule only keeps later ones off these words, or what it needs is missing."""
    groups = match.groupdict()
    if groups.get("none") or (rule.name == "off a place" and not any(cue in words_of for cue in words.SEA_CUES)):
        return None
    anchors = tuple(Span(*match.span(key)) for key in ("a", "b", "c") if groups.get(key))
    sea = None
    if rule.form == "coast" and groups.get("b"):
        sea, anchors = anchors[-1], anchors[:-1]
    near = groups.get("near")
    direction = _point(groups.get("dir") or groups.get("dir2"))
    if groups.get("core"):
        direction = "C"
    bank = groups.get("bank")
    return Phrase(
        span,
        rule.form,
        rule.name,
        anchors,
        _stands_for(groups.get("that"), rule.name),
        direction,
        _point(groups.get("also") or groups.get("also2")),
        read_distance(groups, masked[max(0, span.start - 20) : span.start]),
        words.NEAR_WORDS[_plain(near)] if near else _KM_OF["just" if groups.get("just") else groups.get("rim")],
        bank if bank in ("left", "right") else _point(bank) or groups.get("reach"),
        Span(*match.span("adjacent")) if groups.get("adjacent") else None,
        sea,
    )


_KM_OF: Mapping[str | None, float | None] = defaultdict(
    lambda: None,
    {"just": 8.0, "outskirts": 6.0, "suburbs": 8.0, "countryside": 20.0, "approaches": 12.0, "edge": 3.0, "edges": 3.0,
     "fringe": 5.0, "fringes": 5.0},
)  # fmt: skip
"""How far beyond a town's own ground "just north of" and its "southern outskirts" reach."""


def _plain(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase)


def _point(word: str | None) -> str | None:
    return words.DIRECTIONS[_plain(word)] if word else None


_WITHOUT_A_NAME: Mapping[str, StandsFor] = {
    "border of the country": "country",
    "part alone": "country",
    "parts adjacent to a neighbour": "country",
    "coast along a sea": "country",
    "the border": "border",
}


def _stands_for(that: str | None, rule: str) -> StandsFor | None:
    if that == "capital":
        return "capital"
    if that in words.PROVINCE_WORDS:
        return "province"
    if that in words.CITY_WORDS:
        return "city"
    return "country" if that in words.COUNTRY_WORDS else _WITHOUT_A_NAME.get(rule)
