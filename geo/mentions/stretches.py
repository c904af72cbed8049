"""Stretches of text that might be place names: entities of the language model, capitalised runs that the gazetteer
knows, names with a cue word, demonyms, abbreviations. Generous on purpose; geo/mentions/gate.py decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as DocSpan

from geo.mentions import words
from geo.mentions.scan import UNSEEN, Found, Scan, Word
from geo.model import PlaceKind, Span

LONGEST_NAME = 7
"""Words in the longest run that is looked up."""
SHARED = "shared head"
"""Source of the first of two names that share their last words: "North" in "North and South Kivu"."""
_UNSEEN = re.compile(f"[{UNSEEN}]")
_BINDS = re.compile(r"\s|\s?-\s?|['’‘`]")
_NUMERIC = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})


def find_stretches(scan: Scan) -> list[Found]:
    """Every stretch that might be a place name, each once, in text order, the longer first."""
    found: dict[tuple[int, int], Found] = {}
    for each in _from_all(scan):
        key = (each.first, each.last)
        if each.first == each.last and not each.sources & _SURE and _is_no_name(scan, each):
            continue
        before = found.get(key)
        if before is None:
            found[key] = each
        else:
            kind, cue = before.kind or each.kind, before.cue or each.cue
            name = each.name if each.sources & (_SURE | {"demonym"}) else before.name
            found[key] = Found(before.span, name, before.first, before.last, before.sources | each.sources, kind, cue)
    return sorted(found.values(), key=lambda f: (f.span.start, -f.span.end))


_SURE = frozenset({"abbreviation", SHARED})
"""Sources whose name is not the stretch's own words."""


def _from_all(scan: Scan) -> Iterator[Found]:
    for source in (_from_entities, _from_runs, _from_demonyms, _from_abbreviations, _from_shared_heads):
        yield from source(scan)


def _is_no_name(scan: Scan, found: Found) -> bool:
    """A single word that is never a place, or a short word all in capitals that no place has for its abbreviation."""
    word = scan.words[found.first]
    if word.lower in words.NEVER:
        return True
    if not (word.text.isupper() and len(word.text) <= 4) or _shouts(scan, found.first):
        return False
    return all(match.how != "abbreviation" for match in scan.knowledge(found.name).matches)


def _shouts(scan: Scan, index: int) -> bool:
    """Whether the words round a word are in capitals too, as in a headline, or it opens its sentence as a dateline."""
    around = [w.text for w in scan.words[max(0, index - 2) : index + 3] if len(w.text) > 4]
    return scan.token(index).is_sent_start or any(text.isupper() for text in around)


def _make(
    scan: Scan, first: int, last: int, source: str, kind: PlaceKind | None = None, cue: str | None = None
) -> Found:
    span = Span(scan.words[first].start, scan.words[last].end)
    name = _text(scan, first, last)
    return Found(span, name, first, last, frozenset({source}), kind, cue)


def _from_entities(scan: Scan) -> Iterator[Found]:
    for entity in scan.doc.ents:
        if entity.label_ in _NUMERIC:
            continue
        ranged = _trimmed(scan, entity)
        if ranged and ranged[1] - ranged[0] < LONGEST_NAME:
            yield _make(scan, *ranged, entity.label_)


def _trimmed(scan: Scan, entity: DocSpan) -> tuple[int, int] | None:
    """An entity without its article, and without small words at its ends."""
    ranged = scan.word_range(entity.start_char, entity.end_char)
    if ranged is None:
        return None
    first, last = ranged
    while first <= last and (scan.words[first].lower == "the" or not _starts_name(scan, first)):
        first += 1
    while last >= first and not scan.words[last].capital:
        last -= 1
    return (first, last) if first <= last else None


def _starts_name(scan: Scan, index: int) -> bool:
    """A capitalised word, or an Arabic article bound to one by a hyphen: "al-Bab". The article that opens a sentence
    is capitalised anyway."""
    word = scan.words[index]
    if word.text == "The" and scan.token(index).is_sent_start:
        return scan.words[index + 1 : index + 2] != [] and scan.words[index + 1].lower in words.WITH_ARTICLE
    return word.capital or (
        word.lower in words.CONNECTORS
        and scan.gap(index) in ("-", "'", "’")
        and index + 1 < len(scan.words)
        and scan.words[index + 1].capital
    )


def _runs(scan: Scan) -> Iterator[tuple[int, int]]:
    """Longest sequences of capitalised words, small words between them allowed, punctuation not."""
    index, count = 0, len(scan.words)
    while index < count:
        if not _starts_name(scan, index):
            index += 1
            continue
        last, probe = index, index
        while probe + 1 < count and _BINDS.fullmatch(scan.gap(probe)) and not scan.words[probe].possessive:
            probe += 1
            if scan.words[probe].capital:
                last = probe
            elif scan.words[probe].lower not in words.CONNECTORS or probe - last > 3:
                break
        yield index, last
        index = last + 1


def _from_runs(scan: Scan) -> Iterator[Found]:
    for start, end in _runs(scan):
        yield from _known_parts(scan, start, end)
        yield from _spoken_of(scan, start, end)
        yield from _cued_parts(scan, start, end)
        yield from _extended(scan, start, end)


def _known_parts(scan: Scan, start: int, end: int) -> Iterator[Found]:
    for first in range(start, end + 1):
        if not _starts_name(scan, first):
            continue
        for last in range(first, min(end, first + LONGEST_NAME - 1) + 1):
            word = scan.words[last]
            if not word.capital or (first == last and word.lower in words.NEVER and not word.text.isupper()):
                continue
            if first == last and (len(word.text) < 3 or word.text.isdigit()):
                continue
            if scan.gazetteer.knows(_text(scan, first, last)):
                yield _make(scan, first, last, "gazetteer")


def _spoken_of(scan: Scan, start: int, end: int) -> Iterator[Found]:
    """A run that the text speaks of as of a place, known or not: "the village of X", "X village", "outside X"."""
    if end - start >= 3 or not scan.words[end].capital:
        return
    before = scan.words[start - 1].lower if start and scan.gap(start - 1) == " " else ""
    after = scan.words[end + 1].lower if end + 1 < len(scan.words) and scan.gap(end) == " " else ""
    if before == "of" and start > 1 and _is_settlement(scan.words[start - 2].lower):
        yield _make(scan, start, end, "of a settlement")
    elif _is_settlement(after) and not scan.words[end].possessive:
        yield _make(scan, start, end, "before a settlement")
    elif before in words.PLACE_PREPOSITIONS:
        yield _make(scan, start, end, "after a preposition")


def _is_settlement(lower: str) -> bool:
    return lower in words.CUES["city"] or lower in words.CUES["district"] or lower in words.CUES["province"]


def _text(scan: Scan, first: int, last: int) -> str:
    return _UNSEEN.sub("", re.sub(r"\s+", " ", scan.text[scan.words[first].start : scan.words[last].end]))


def _cue_kind(lower: str) -> PlaceKind | None:
    return next((kind for kind, cues in words.CUES.items() if lower in cues), None)


def _cued_parts(scan: Scan, start: int, end: int) -> Iterator[Found]:
    """Runs that end, or begin, with a capitalised cue: "Bagram Airbase", "Kanawha County", "Lake Chad"."""
    for last in range(start + 1, end + 1):
        lower = scan.words[last].lower
        kind: PlaceKind | None = "facility" if lower in words.STREETS else _cue_kind(lower)
        if kind is None or not scan.words[last].capital:
            continue
        for first in range(max(start, last - 4), last):
            if scan.words[first].capital and scan.words[first].lower not in words.CONNECTORS:
                yield _make(scan, first, last, "street" if lower in words.STREETS else "cue", kind, lower)
    for first in range(start, end):
        lower = scan.words[first].lower
        if lower not in words.LEADING_CUES:
            continue
        for last in range(first + 1, min(end, first + 4) + 1):
            if scan.words[last].capital:
                yield _make(scan, first, last, "leading cue", _cue_kind(lower.rstrip(".")), lower)


def _extended(scan: Scan, start: int, end: int) -> Iterator[Found]:
    """A run and the lower-case words that belong to it: "Jenin refugee camp", "Zaporizhzhia nuclear plant"."""
    last = end
    while last + 1 < len(scan.words) and last - end < 3 and scan.gap(last) == " ":
        last += 1
        lower = scan.words[last].lower
        if lower in words.EXTENDING:
            for first in range(max(start, end - 3), end + 1):
                if _starts_name(scan, first):
                    yield _make(scan, first, last, "extended", _cue_kind(lower), lower)
        elif lower not in words.BEFORE_EXTENDING:
            return


def _from_demonyms(scan: Scan) -> Iterator[Found]:
    for first, word in enumerate(scan.words):
        if not word.capital or len(word.text) < 3:
            continue
        for last in (first + 2, first + 1, first):
            if last < len(scan.words) and scan.words[last].capital and (last == first or scan.gap(first) in (" ", "-")):
                text = _text(scan, first, last)
                if region := words.REGION_DEMONYMS.get(text):
                    yield replace(_make(scan, first, last, "demonym", "demonym"), name=region)
                elif scan.is_demonym(text):
                    yield _make(scan, first, last, "demonym", "demonym")


def _from_abbreviations(scan: Scan) -> Iterator[Found]:
    for index, word in enumerate(scan.words):
        name = words.ABBREVIATIONS.get(word.text)
        if name is None and index and word.text in words.POSTAL and re.fullmatch(r",\s?", scan.gap(index - 1)):
            name = words.POSTAL[word.text]
        if name is not None:
            yield Found(Span(word.start, word.end), name, index, index, frozenset({"abbreviation"}))


def _from_shared_heads(scan: Scan) -> Iterator[Found]:
    """ "North and South Kivu" is North Kivu and South Kivu: the first part alone stands for the whole name."""
    for index, word in enumerate(scan.words):
        if word.lower not in words.PART_WORDS or not word.capital or word.possessive:
            continue
        other = index
        while (step := _next_in_list(scan, other)) is not None and scan.words[step].lower in words.PART_WORDS:
            other = step
        if other == index:
            continue
        for last in (other + 2, other + 1):
            if last >= len(scan.words) or not all(
                scan.words[at].capital and scan.gap(at - 1) == " " for at in range(other + 1, last + 1)
            ):
                continue
            head = _text(scan, other + 1, last)
            if not scan.gazetteer.knows(_text(scan, other, last)):
                continue
            whole = next(
                (n for n in (f"{word.text} {head}", f"{_plain(word)} {head}") if scan.gazetteer.knows(n)), None
            )
            if whole:
                yield Found(Span(word.start, word.end), whole, index, index, frozenset({SHARED}))
                break


def _next_in_list(scan: Scan, index: int) -> int | None:
    """The word after a comma or an "and" after a word, if it bears a capital."""
    step = index + 1
    if scan.gap(index) == " " and step < len(scan.words) and scan.words[step].lower in ("and", "or"):
        step += 1
    elif scan.gap(index) != ", ":
        return None
    return step if step < len(scan.words) and scan.words[step].capital else None


def _plain(word: Word) -> str:
    """ "North" for "Northern"."""
    return word.text.removesuffix("ern")
