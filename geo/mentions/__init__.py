"""Finding place names: Doc -> mentions, each a span with its kind, role and the evidence; nothing is placed yet.

Stretches that might be names (scan), evidence for and against each (evidence), a learnt gate (gate); describing
phrases come from geo/phrases. Placing them is geo/resolve.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from geo.gazetteer import Gazetteer
from geo.mentions import words
from geo.mentions.evidence import gather_evidence, gather_surroundings
from geo.mentions.gate import choose_stretches, grant_stretch, judge_stretches
from geo.mentions.roles import find_role
from geo.mentions.scan import Found, Scan, scan_words
from geo.mentions.stretches import find_stretches
from geo.model import Article, Mention, PlaceKind, Span
from geo.phrases import NamedSpan, Phrase, find_phrases

__all__ = ["find_mentions"]

_BY_STANDING: dict[str, PlaceKind] = {
    "country": "country",
    "province": "province",
    "capital": "city",
    "city": "city",
    "town": "city",
    "village": "city",
    "region": "region",
    "site": "facility",
}
_BY_FORM: dict[str, PlaceKind] = {"border": "border", "into": "border", "coordinates": "coordinates"}


def find_mentions(
    article: Article, doc: Doc, gazetteer: Gazetteer, weights: Mapping[str, Any] | None = None
) -> tuple[Mention, ...]:
    """Every place that `article` names or describes, in text order; a name within a longer mention follows it.

    Spans are offsets into `article.text` without article ("the") and possessive; `inside` is the index of the longer
    mention in the same tuple. Boilerplate is passed over.
    """
    scan = scan_words(article, doc, gazetteer)
    names = _choose_names(scan, weights)
    mentions = [mention for mention, _ in names]
    named = [NamedSpan(m.span, m.kind) for m in mentions if m.inside is None]
    phrases = [phrase for phrase in find_phrases(article, doc, named) if _stands(scan, phrase, mentions)]
    return _nest([*mentions, *(_describe(article, phrase) for phrase in phrases)])


def _choose_names(scan: Scan, weights: Mapping[str, Any] | None) -> list[tuple[Mention, Found]]:
    stretches = find_stretches(scan)
    around = gather_surroundings(scan, stretches)
    evidence = [gather_evidence(scan, around, found) for found in stretches]
    judged = judge_stretches(scan, stretches, evidence, weights)
    probabilities = [grant_stretch(scan, *each) for each in zip(stretches, evidence, judged, strict=True)]
    chosen = choose_stretches(stretches, probabilities)
    named = [(_name(scan, found, probability), found) for found, probability in chosen]
    inner = [pair for mention, outer in named for pair in _inner_names(scan, mention, outer, stretches)]
    return [*named, *inner]


def _name(scan: Scan, found: Found, probability: float) -> Mention:
    kind = _kind(scan, found)
    cue = _cue(scan, found)
    entity = next((label for label in sorted(found.sources) if label.isupper()), None)
    evidence = [f"probability {probability:.2f}"]
    if entity:
        evidence.append(f"the language model says {entity}")
    if kind != "demonym" and scan.knowledge(found.name).matches:
        evidence.append("the gazetteer knows the name")
    if cue:
        evidence.append(f"the word {cue!r}")
    return Mention(
        span=found.span,
        text=found.span.quote(scan.article.text),
        kind=kind,
        role=find_role(scan, found, kind),
        name=found.name,
        cue=cue,
        evidence=tuple(evidence),
    )


def _kind(scan: Scan, found: Found) -> PlaceKind:
    is_country = scan.knowledge(found.name).standing == "country"
    if "demonym" in found.sources and "abbreviation" not in found.sources and not is_country:
        return "demonym"
    standing = scan.knowledge(found.name).standing
    if found.kind and found.kind != "demonym":
        # "Port Sudan", "Camp Hill": what the gazetteer knows as a town is no port and no camp.
        return _BY_STANDING.get(standing, found.kind) if "leading cue" in found.sources else found.kind
    cue = _cue(scan, found)
    if cue is not None and standing != "country":
        return next((kind for kind, cues in words.CUES.items() if cue in cues), "other")
    if standing in _BY_STANDING:
        return _BY_STANDING[standing]
    by_label: dict[str, PlaceKind] = {"GPE": "city", "LOC": "region", "FAC": "facility"}
    return next((by_label[label] for label in sorted(found.sources) if label in by_label), "other")


def _cue(scan: Scan, found: Found) -> str | None:
    """The cue within a name, right after it ("Kherson oblast") or before it ("the province of Kherson")."""
    if found.cue and found.cue not in words.STREETS:
        return found.cue
    after = found.last + 1
    for index in (after, after + 1):
        if index < len(scan.words) and scan.gap(index - 1) in (" ", "-") and not scan.words[found.last].possessive:
            lower = scan.words[index].lower
            if any(lower in words.CUES[kind] for kind in ("province", "district", "region", "water", "city")):
                # "the Kunduz provincial capital" is a town, "Aleppo city" as well.
                return lower
            if lower in ("and", "or"):
                return _shared_cue(scan, index)
            break
    if found.first >= 2 and scan.words[found.first - 1].lower == "of":
        lower = scan.words[found.first - 2].lower
        if any(lower in cues for cues in words.CUES.values()):
            return lower
    if found.first >= 1 and scan.gap(found.first - 1) == " ":
        lower = scan.words[found.first - 1].lower
        if lower in words.CUES["city"] or lower in ("river", "lake", "mount", "island"):
            return lower
    return None


def _shared_cue(scan: Scan, conjunction: int) -> str | None:
    """A plural cue after the last name of a list: "Homs and Aleppo governorates"."""
    for index in range(conjunction + 1, min(conjunction + 5, len(scan.words))):
        word = scan.words[index]
        lower = word.lower
        if lower.endswith("s") and any(lower in words.CUES[kind] for kind in ("province", "district", "city")):
            return lower
        if not word.capital:
            return None
    return None


def _inner_names(scan: Scan, mention: Mention, outer: Found, stretches: Sequence[Found]) -> list[tuple[Mention, Found]]:
    """Names within a facility's name: "Aleppo University". They tell where it is, not that anything happened there."""
    if mention.kind != "facility" or outer.first == outer.last:
        return []
    known = [
        found
        for found in stretches
        if "gazetteer" in found.sources
        and outer.first <= found.first
        and found.last <= outer.last
        and (found.first, found.last) != (outer.first, outer.last)
        and scan.knowledge(found.name).standing in ("country", "province", "capital", "city")
        and scan.words[found.last].lower not in words.ORGANISATIONS
        and not any(scan.words[found.last].lower in cues for cues in words.CUES.values())
    ]
    if not known or scan.knowledge(mention.name).matches:
        return []
    best = max(known, key=lambda found: (found.last - found.first, found.first))
    inner = replace(_name(scan, best, 1.0), evidence=(f"part of the name {mention.text!r}",))
    return [(replace(inner, role="mention"), best)]


def _stands(scan: Scan, phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    """Whether a phrase describes a place: "Northeast Georgia" does not in "Northeast Georgia Medical Center", and what
    lies near a street that no gazetteer knows lies nowhere that could be drawn."""
    ranged = scan.word_range(phrase.span.start, phrase.span.end)
    if ranged and phrase.form == "part" and scan.gap(ranged[1]) == " ":
        following = scan.words[ranged[1] + 1]
        if following.capital and not any(m.span.start == following.start for m in mentions):
            return False
    leant_on = [m for m in mentions if m.span in phrase.anchors]
    return not leant_on or any(m.kind != "facility" or scan.knowledge(m.name).matches for m in leant_on)


def _describe(article: Article, phrase: Phrase) -> Mention:
    text = phrase.span.quote(article.text)
    return Mention(phrase.span, text, _BY_FORM.get(phrase.form, "relative"), name=text, evidence=(phrase.rule,))


def _nest(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """In text order, the longer first, each with the index of the smallest mention that it lies in."""
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
    nested: list[Mention] = []
    open_: list[tuple[int, Span]] = []
    for index, mention in enumerate(ordered):
        while open_ and open_[-1][1].end <= mention.span.start:
            open_.pop()
        inside = next((i for i, span in reversed(open_) if span.contains(mention.span)), None)
        nested.append(replace(mention, inside=inside))
        open_.append((index, mention.span))
    return tuple(nested)
