"""Stretches of text that might be place names: entities of the language model, capitalised runs that the gazetteer
knows, names with a cue word, demonyms, abbreviations. Generous on purpose; geo/mentions/gate.py decides.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from geo.gazetteer import Gazetteer, NameMatch
from geo.mentions import words
from geo.model import Article, PlaceKind, Span

LONGEST_NAME = 7
"""Words in the longest run that is looked up."""

_ABBREVIATION = "|".join(re.escape(a) for a in sorted(words.ABBREVIATIONS, key=len, reverse=True) if "." in a)
_WORD = re.compile(
    rf"(?:{_ABBREVIATION})|(?:[A-Z]\.){{2,}}|(?:St|Ste|Mt|Ft|Pt)\.(?=\s[A-Z])"
    r"|[^\W_]+(?:['’‘ʻʼ`][^\W_]+)*"
)
_POSSESSIVE = re.compile(r"['’‘`][sS]$")
_BINDS = re.compile(r"\s|\s?-\s?|['’‘`]")
_NUMERIC = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word by letters alone ("U.S.-backed" is two); `token` is the spaCy token that it begins in."""

    start: int
    end: int
    text: str
    token: int
    capital: bool
    possessive: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the gazetteer says about a name, in brief."""

    matches: tuple[NameMatch, ...]
    standing: str
    """The most prominent thing so called: country, capital, province, region, city, town, site, village, other."""
    population: int = 0
    alternates: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that might be a place name; `first`, `last` are indices into the list of words, both included."""

    span: Span
    name: str
    first: int
    last: int
    sources: frozenset[str]
    kind: PlaceKind | None = None
    cue: str | None = None


@dataclass
class Scan:
    """The words of an article and what the gazetteer says about stretches of them; made once an article."""

    article: Article
    doc: Doc
    gazetteer: Gazetteer
    text: str
    words: list[Word] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _known: dict[str, Knowledge] = field(default_factory=dict)
    _demonyms: dict[str, bool] = field(default_factory=dict)

    def knowledge(self, name: str) -> Knowledge:
        """What the gazetteer says about `name`, asked once."""
        found = self._known.get(name)
        if found is None:
            matches = self.gazetteer.lookup(name, 12) if self.gazetteer.knows(name) else ()
            found = self._known[name] = _weigh(matches)
        return found

    def is_demonym(self, name: str) -> bool:
        """Whether the gazetteer has `name` as a demonym, asked once."""
        if name not in self._demonyms:
            self._demonyms[name] = bool(self.gazetteer.demonym(name))
        return self._demonyms[name]

    def word_range(self, start: int, end: int) -> tuple[int, int] | None:
        """Indices of the first and last word that lie within text[start:end], None when there is none."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1) - 1
        return (first, last) if first <= last else None

    def token(self, index: int) -> Token:
        """The spaCy token in which a word begins."""
        return self.doc[self.words[index].token]

    def gap(self, index: int) -> str:
        """The characters between a word and the one after it."""
        if index + 1 >= len(self.words):
            return ""
        return self.text[self.words[index].end : self.words[index + 1].start]


def scan_words(article: Article, doc: Doc, gazetteer: Gazetteer) -> Scan:
    """The words of `article` outside its boilerplate, in order."""
    text = doc.text
    scan = Scan(article, doc, gazetteer, text)
    token_starts = [token.idx for token in doc]
    for match in _WORD.finditer(text):
        start, end = match.span()
        bare = _POSSESSIVE.sub("", match.group())
        possessive = len(bare) < end - start
        end = start + len(bare)
        if not bare or article.is_boilerplate(Span(start, end)):
            continue
        capital = bare[0].isupper() or (bare[0].isdigit() and any(c.isupper() for c in bare))
        token = max(0, bisect_right(token_starts, start) - 1)
        scan.words.append(Word(start, end, bare, token, capital, possessive))
    scan._starts.extend(word.start for word in scan.words)
    return scan


def _weigh(matches: tuple[NameMatch, ...]) -> Knowledge:
    if not matches:
        return Knowledge((), "none")
    exact = [m for m in matches if m.how != "fuzzy"]
    standing, population, alternates = "other", 0, 0
    order = ("country", "capital", "province", "region", "city", "town", "site", "village", "other")
    best = len(order) - 1
    for match in exact:
        place = match.place
        population = max(population, place.population)
        alternates = max(alternates, match.alternates)
        best = min(best, order.index(_standing(match)))
        standing = order[best]
    return Knowledge(matches, standing, population, alternates)


_SITES = frozenset(
    {
        "AIRB",
        "AIRP",
        "AIRF",
        "AIRH",
        "MILB",
        "CSTP",
        "CMPRF",
        "PSN",
        "PSH",
        "DAM",
        "HSP",
        "OILR",
        "OILF",
        "GASF",
        "BDG",
        "PRN",
        "MFG",
        "BLDG",
        "TMPL",
        "SQR",
        "PRT",
        "MSQE",
        "SCH",
        "PRK",
        "CAVE",
        "TNL",
        "INSM",
    }
)
"""GeoNames feature codes of things built, as against land and water."""


def _standing(match: NameMatch) -> str:
    place = match.place
    if place.feature.startswith("PCL"):
        return "country"
    if place.feature == "ADM1":
        return "province"
    if place.feature == "PPLC":
        return "capital"
    if place.feature in _SITES:
        return "site"
    if place.feature.startswith("PPL"):
        return "city" if place.population >= 100_000 else "town" if place.population >= 10_000 else "village"
    return "other" if place.feature.startswith("ADM") else "region"


def find_stretches(scan: Scan) -> list[Found]:
    """Every stretch that might be a place name, each once, in text order, the longer first."""
    found: dict[tuple[int, int], Found] = {}
    for each in (*_from_entities(scan), *_from_runs(scan), *_from_demonyms(scan), *_from_abbreviations(scan)):
        key = (each.first, each.last)
        if each.first == each.last and "abbreviation" not in each.sources and _is_no_name(scan, each):
            continue
        before = found.get(key)
        if before is None:
            found[key] = each
        else:
            kind, cue = before.kind or each.kind, before.cue or each.cue
            name = each.name if each.sources & {"abbreviation", "demonym"} else before.name
            found[key] = Found(before.span, name, before.first, before.last, before.sources | each.sources, kind, cue)
    return sorted(found.values(), key=lambda f: (f.span.start, -f.span.end))


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
    name = re.sub(r"\s+", " ", span.quote(scan.article.text))
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
    """A capitalised word, or an Arabic article bound to one by a hyphen: "al-Bab"."""
    word = scan.words[index]
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


def _text(scan: Scan, first: int, last: int) -> str:
    return re.sub(r"\s+", " ", scan.article.text[scan.words[first].start : scan.words[last].end])


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
