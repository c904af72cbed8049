"""The words of an article and what the gazetteer knows of them: made once, read by all that find names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from geo.gazetteer import Gazetteer, NameMatch
from geo.mentions import words
from geo.model import Article, PlaceKind, Span

_ABBREVIATION = "|".join(re.escape(a) for a in sorted(words.ABBREVIATIONS, key=len, reverse=True) if "." in a)
UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Soft hyphens, joiners and blanks without width: a name with one in it is the name without."""
_MARKS = rf"[\u0300-\u036f{UNSEEN}]"
_LETTERS = rf"[^\W_](?:[^\W_]|{_MARKS}{{1,4}}(?=[^\W_])|[\u0300-\u036f])*"
_WORD = re.compile(
    rf"(?:{_ABBREVIATION})|(?:[A-Z]\.){{2,}}|(?:St|Ste|Mt|Ft|Pt)\.(?=\s[A-Z])"
    rf"|{_LETTERS}(?:['’‘ʻʼ`]{_LETTERS})*"
)
_MACHINE = re.compile(
    r"(?:https?://|www\.)\S{1,500}|(?<![\w/])[~.]{0,2}(?:/[\w.~-]{1,60}){2,9}|~/\S{1,200}|\b[a-z]:\\\S{1,200}"
    r"|(?<![\w-])[.#@]?[\w-]{1,40}(?:\s?>\s?[.#]?[\w-]{1,40}|\s[\w-]{1,40})?\s?\{[^{}]{0,300}\}"
    r"|(?<!\w)@\w{1,40}|</?[a-z][^<>\n]{0,300}>|&[a-z]{1,10};|(?<!\w)[^\W_]{0,40}_\w{1,40}"
    r"|(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{1,60}"
    r"|(?<![\w/-])[\w/-]{1,60}\.(?:com|org|net|html?|php|pdf|docx?|xlsx?|csv|jpe?g|png|json|xml|txt|py|js)\b",
    re.IGNORECASE,
)
"""Addresses, paths, handles, tags, styles and identifiers: what stands in them names no place. A hashtag may."""
_POSSESSIVE = re.compile(r"['’‘`][sS]$")


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
    machine = [match.span() for match in _MACHINE.finditer(text)]
    ends = [end for _, end in machine]
    for match in _WORD.finditer(text):
        start, end = match.span()
        bare = _POSSESSIVE.sub("", match.group())
        possessive = len(bare) < end - start
        end = start + len(bare)
        if not bare or article.is_boilerplate(Span(start, end)):
            continue
        within = bisect_right(ends, start)
        if within < len(machine) and machine[within][0] <= start:
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
