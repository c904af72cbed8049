"""Datelines ("KABUL, July 6 (Reuters) -") and bylines with a place, found at the openings of an article's paragraphs.

The place of a dateline is where the report was filed, its day when; both are evidence, neither is an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geo.model import Span
from geo.reading.agencies import AGENCIES
from geo.reading.days import build_day
from geo.reading.months import ALL_MONTHS, ANY_MONTH, MONTH, MONTHS, OF, ORDINAL, WEEKDAY


@dataclass(frozen=True, slots=True)
class DatelineDay:
    """The day that a dateline names; the year is None where it is left out.

    `unsure` says that it stands in figures whose order is not known; the day is taken to come first.
    """

    year: int | None
    month: int
    day: int
    unsure: bool = False

    def to_date(self) -> date | None:
        """The calendar day, or None without a year (or when there is no such day)."""
        return None if self.year is None else build_day(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Dateline:
    """An opening that says where, when or for whom a report was filed. Spans are offsets into the text searched."""

    span: Span
    places: tuple[Span, ...]
    day: DatelineDay | None
    agency: str | None
    rule: str


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİŁŃŅŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
_JOINER = r"(?:[ \u00a0]|-)"
_SMALL = r"(?:of|de|del|la|las|los|el|al|da|do|dos|du|des|and|the|on|upon|near|in)"
_CAPS_WORD = rf"(?:[{_UPPER}][{_UPPER}0-9'’‘ʻ`.]*)"
_CAPS_PLACE = rf"{_CAPS_WORD}(?:{_JOINER}(?:{_CAPS_WORD}|{_SMALL}(?={_JOINER}))){{0,4}}"
_TITLE_WORD = rf"(?:(?:[{_UPPER}][^\W\d_]{{0,3}}\.)+|Calif\.|[{_UPPER}](?:[^\W\d_]|['’‘ʻ`])*)"
_TITLE_PLACE = (
    rf"(?:(?:al|el|ad|ar|as|at|an|ash)-)?{_TITLE_WORD}(?:{_JOINER}(?:{_TITLE_WORD}|{_SMALL}(?={_JOINER}))){{0,4}}"
)
_MONTH_AHEAD = r"(?!no date\b|(?:" + "|".join(MONTHS) + r")\b\.?[ ,]+\d)"
_PART = r"(?:(?:the|northern|southern|eastern|western|central)[ ])?"
_REGION = (
    rf"(?:,[ \u00a0]+(?i:{_MONTH_AHEAD}){_PART}(?:{_TITLE_PLACE}|{_CAPS_PLACE})"
    rf"|[ ]\((?:{_TITLE_PLACE}|{_CAPS_PLACE})\)(?=,))"
)
_CAPS_LIST = (
    rf"(?P<caps>{_CAPS_PLACE}(?:[ ]?/[ ]?{_CAPS_PLACE}|[ ]and[ ]{_CAPS_PLACE}){{0,3}})(?P<capsregion>{_REGION}{{0,2}})"
)
_ANY_LIST = rf"(?P<any>{_TITLE_PLACE}(?:[ ]?/[ ]?{_TITLE_PLACE}){{0,3}})(?P<anyregion>{_REGION}{{0,2}})"
_YEAR = r"(?:,?" + OF + r"[ ]+(?P<{0}>(?:1[6-9]|20)\d\d|\d\d(?=[ ]*(?:\(|-|—|–))))?"
_FIGURES = (
    r"(?P<yc>(?:19|20)\d\d)-(?P<mc>\d{1,2})-(?P<dc>\d{1,2})(?!\d)"
    r"|(?P<dd>\d{1,2})(?P<mark>[./])(?P<md>\d{1,2})[./](?P<yd>(?:19|20)\d\d)(?!\d)"
)
_DAY = (
    WEEKDAY
    + r"(?:"
    + _FIGURES
    + r"|(?P<da>\d{1,2})"
    + ORDINAL
    + OF
    + "[ ]+"
    + ANY_MONTH.format("ma")
    + _YEAR.format("ya")
    + "|"
    + MONTH.format("mb")
    + r"[ ]+(?P<db>\d{1,2})(?:st|nd|rd|th)?"
    + _YEAR.format("yb")
    + ")"
)
_DATE = rf"(?i:(?:,[ ]*(?:(?:le|el|den|am)[ ])?|[ ]+|[ ]*/[ ]*){_DAY})"
_AGENCY = (
    r"(?:[ ]*\((?P<agency>[^()\n]{2,60})\)"
    r"|\.?[ ]*-?/(?P<slashed>[A-Z-]{2,15}|[A-Z][A-Za-z ]{0,30}(?:Group|[Nn]ewswire|Press|Agency(?:\([A-Z]+\))?))/\.?"
    r"|,[ ](?P<commaed>[A-Z]{2,10})(?=[ ]*[—–-])"
    r"|[ ]*\|[ ]*(?P<barred>[A-Z]{2,10})\b)"
)
_DASH = r"(?:[ ]*\n(?=--)|[ ]*)(?:--+|[—–―]|-(?=\s|$)|_(?=\s|$)|\ufffd(?=[ ]))"
_SEPARATOR = rf"(?:{_DASH}|[ ]*:(?=\s|$)|[ ]*\|(?=[ ]))"
_TAGS = r"(?:\s*\[[A-Z0-9][A-Z0-9 ,.'’\n/&-]{1,90}\]){0,5}"
_NO_DAY = r"(?P<undated>,?[ ]*(?i:no date),?)"

# Tried in this order at each opening; a rule that needs more than its pattern has its check in `_accept`.
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("date first", rf"(?i:{_DAY})[ ]*\((?P<any>{_CAPS_PLACE})\)(?P<anyregion>){_SEPARATOR}{_TAGS}"),
        ("date and agency", rf"(?i:{_DAY})[ ]*\((?P<agency>[^()\n]{{2,40}})\){_DASH}{_TAGS}"),
        ("date in brackets", rf"(?:{_CAPS_LIST}|{_ANY_LIST})[ ]?\((?i:{_DAY})\){_SEPARATOR}{_TAGS}"),
        (
            "place, then date",
            rf"(?:{_CAPS_LIST}|{_ANY_LIST}){_DASH}[ ]*(?i:{_DAY})(?:{_AGENCY})?{_SEPARATOR}{_TAGS}",
        ),
        (
            "date alone",
            rf"[\[(]?(?i:{_DAY})[\])]?(?:(?:{_SEPARATOR}[ ]*|,[ ])(?P<any>{_TITLE_PLACE})(?P<anyregion>))?"
            rf"(?:{_SEPARATOR}|(?<=[\])])(?=[ ][A-Z“]))",
        ),
        ("place and date in brackets", rf"\((?:{_CAPS_LIST}|{_ANY_LIST}){_DATE}\){_SEPARATOR}{_TAGS}"),
        (
            "agency, then date",
            rf"(?:(?:{_CAPS_LIST}|{_ANY_LIST})[ ])?\((?P<agency>[^()\n]{{2,40}})\){_DASH}[ ]*"
            rf"(?i:{_DAY})(?:{_DASH})?{_TAGS}",
        ),
        (
            "place and agency",
            rf"(?:{_CAPS_LIST}|{_ANY_LIST})(?:{_DATE}|{_NO_DAY})?{_AGENCY}(?P<sep>{_SEPARATOR})?{_TAGS}",
        ),
        (
            "place and date",
            rf"(?:{_CAPS_LIST}|{_ANY_LIST})(?:{_DATE}|{_NO_DAY})(?:{_SEPARATOR}{_TAGS}|\.?[ ]*(?=\n|$))",
        ),
        ("place in capitals", rf"{_CAPS_LIST}{_SEPARATOR}{_TAGS}"),
        ("place and region", rf"{_ANY_LIST}{_DASH}"),
        ("agency alone", rf"\((?P<agency>[^()\n]{{2,40}})\){_DASH}"),
    )
)
_NAME = rf"{_TITLE_WORD}(?:{_JOINER}{_TITLE_WORD}){{0,4}}"
_BYLINE = re.compile(
    rf"[Bb][Yy][ ]+(?:{_NAME})(?:(?:,[ ]|,?[ ]and[ ]){_NAME}){{0,4}},?[ ]in[ ](?P<place>{_NAME})"
    rf"(?:,[ ]{_NAME})?(?:(?:,[ ]|,?[ ]and[ ]){_NAME}[ ]in[ ](?P<second>{_NAME}))?[ ]*(?=\n|$)"
)

# What stands before a colon or a dash at the head of a paragraph and is no place.
_LABELS_LISTED = """
    breaking update updated exclusive watch read listen live video photos photo image note warning analysis
    opinion editorial comment explainer factbox timeline timelines profile interview review correction
    corrections clarification background summary key highlights related source sources file subject to from date
    sent cc re contact contacts media press about question answer q a fact claim verdict story report text title
    headline byline author published posted copyright caption credit advertisement ad faq alert developing just
    flash urgent bulletin quote quotes also on in at by as after before since when while for with from between
    near it he she they we i this that there rebels soldiers troops militants fighters protesters police
    officials residents civilians witnesses survivors monday tuesday wednesday thursday friday saturday sunday
    today yesterday meanwhile however but and or the january february march april june july august september
    october november december
    printed accessed retrieved downloaded born died founded valid event incident deadline due posted
"""
_LABELS = frozenset(_LABELS_LISTED.split())
_REPORTS_LISTED = """
    assessment briefing bulletin digest newsletter report review sitrep statement summary update
"""
_NO_LAST_WORDS = frozenset([*_REPORTS_LISTED.split(), "of", "on", "in", "near", "the", "and", "upon"])
"""What a report's head or a sentence may end in before its day, and no place does."""
_DAY_OPENS = {
    "date alone": re.compile(rf"^[ \t]*[\[(]?(?i:{_DAY})", re.M),
    "date in brackets": re.compile(rf"\((?i:{_DAY})\){_SEPARATOR}"),
    "place, then date": re.compile(rf"^[^\n]{{1,40}}{_DASH}[ ]*(?i:{_DAY})", re.M),
}
"""By rule, what opens with a day: of several, each is an entry of a chronicle, and none tells of the whole."""
_LINES_SEARCHED = 25
_CHARS_SEARCHED = 4_000
_SENTENCES_SEARCHED = 300  # a headline run into the report: "... dies at 74. CHARLESTON, W.Va. -- Emilie ..."
_AFTER_SENTENCE = re.compile(r"[.!?][\"”’']?[ ]+(?=[A-Z])")
_LONG_PARAGRAPH = 80


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The first dateline at a paragraph's opening from `start` on, else a byline with a place, else None.

    >>> text = "KABUL, Afghanistan: More than 1,000 soldiers have fled."
    >>> line = find_dateline(text)
    >>> line.span.quote(text), [place.quote(text) for place in line.places]
    ('KABUL, Afghanistan:', ['KABUL'])
    >>> find_dateline("SAN SALVADOR, 3 JAN 90 -- [REPORT] THE BATTALION").day.to_date().isoformat()
    '1990-01-03'
    >>> find_dateline("Analysis: what the deal means") is None
    True
    """
    openings = list(_find_openings(text, start))
    for opening, at_line_start in openings:
        found = _match_dateline(text, opening, at_line_start)
        if found is not None:
            return found
    for opening, at_line_start in openings:
        match = _BYLINE.match(text, opening) if at_line_start else None
        if match is not None:
            spans = tuple(Span(*match.span(group)) for group in ("place", "second") if match.group(group))
            return Dateline(Span(match.start(), match.end()), spans, None, None, "byline")
    return None


def _find_openings(text: str, start: int) -> Iterator[tuple[int, bool]]:
    """Where a dateline may begin: (offset, whether a line begins there)."""
    position, lines = start, 0
    while position < min(len(text), start + _CHARS_SEARCHED) and lines < _LINES_SEARCHED:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if line.strip():
            lines += 1
            yield position + len(line) - len(line.lstrip(" \t\u00a0>*#_")), True
            if position - start < _SENTENCES_SEARCHED:
                for match in _AFTER_SENTENCE.finditer(text, position, min(end, start + _SENTENCES_SEARCHED)):
                    yield match.end(), False
        position = end + 1


def _match_dateline(text: str, opening: int, at_line_start: bool) -> Dateline | None:
    for name, pattern in _RULES:
        match = pattern.match(text, opening)
        if match is None or not _accept(name, match, text, at_line_start):
            continue
        groups = match.groupdict()
        end = match.end() - len(match.group()) + len(match.group().rstrip())
        group = "caps" if groups.get("caps") else "any"
        agency = _agency(groups)
        return Dateline(
            span=Span(opening, end),
            places=_split_places(match, group) if groups.get(group) else (),
            day=_matched_day(groups),
            agency=AGENCIES.get(agency.strip().lower(), agency.strip()) if agency else None,
            rule=name,
        )
    return None


def _accept(rule: str, match: re.Match[str], text: str, at_line_start: bool) -> bool:
    """Whether what the pattern matched is a dateline and not a label, a headline or a sentence."""
    groups = match.groupdict()
    place = groups.get("caps") or groups.get("any") or ""
    words = re.split(r"[\s/-]+", place.lower().strip("."))
    if place and (words[0] in _LABELS or words[-1] in _NO_LAST_WORDS or sum(letter.isalpha() for letter in place) < 2):
        return False
    agency = _agency(groups)
    known = agency is not None and any(part.strip().lower() in AGENCIES for part in re.split(r"[/,&]| and ", agency))
    dated = any(groups.get(f"d{which}") for which in "abcd") or bool(groups.get("undated"))
    after = text[match.end() : match.end() + 60]
    lower_follows = any(letter.islower() for letter in after)
    if rule in ("agency alone", "agency, then date", "date and agency"):
        return known and at_line_start
    if rule in _DAY_OPENS:
        whole = any(groups.get(f"y{which}") for which in "abcd")
        alone = len(_DAY_OPENS[rule].findall(text, 0, _CHARS_SEARCHED)) == 1
        line_end = text.find("\n", match.end())
        long = (len(text) if line_end < 0 else line_end) - match.end() >= _LONG_PARAGRAPH // 2
        return at_line_start and whole and alone and long and len(words) <= 4 and "of" not in words
    if rule == "place and agency":
        separated = bool(groups.get("sep")) or bool(groups.get("slashed"))
        if not separated:
            return known and (bool(groups.get("caps")) or dated)
        return known or dated or (bool(groups.get("caps")) and lower_follows and at_line_start)
    if rule == "place in capitals":
        return lower_follows and len(place) > 2 and (at_line_start or bool(groups.get("capsregion")))
    if rule == "place and region":
        if not at_line_start or not re.match(r"\s*[A-Z“\"]", after):
            return False
        line_end = text.find("\n", match.end())
        paragraph = (len(text) if line_end < 0 else line_end) - match.end()
        return paragraph >= _LONG_PARAGRAPH and (bool(groups.get("anyregion")) or len(words) <= 3)
    return at_line_start or (rule == "place and date" and bool(groups.get("caps")))


def _agency(groups: dict[str, str | None]) -> str | None:
    return next((found for kind in ("agency", "slashed", "barred", "commaed") if (found := groups.get(kind))), None)


def _split_places(match: re.Match[str], group: str) -> tuple[Span, ...]:
    start = match.start(group)
    parts = re.finditer(r"(?:(?!\s?/\s?|\sand\s).)+", match.group(group), re.S)
    return tuple(Span(start + part.start(), start + part.end()) for part in parts)


def _matched_day(groups: dict[str, str | None]) -> DatelineDay | None:
    for suffix in "abcd":
        month, day, year = (groups.get(part + suffix) for part in "mdy")
        if not month or not day:
            continue
        number = None if year is None else int(year)
        if number is not None and number < 100:
            # Two figures: this century up to next year, the last one otherwise.
            number += 2000 if number <= date.today().year % 100 + 1 else 1900
        which, of_month = ALL_MONTHS.get(month.lower()) or int(month), int(day)
        unsure = suffix == "d" and groups.get("mark") == "/" and which <= 12 and of_month <= 12
        if build_day(number or 2000, which, of_month) is None:
            # With the day first there is no such day: the month may stand first, if figures are all that is told.
            if suffix != "d" or build_day(number or 2000, of_month, which) is None:
                return None
            which, of_month = of_month, which
        return DatelineDay(number, which, of_month, unsure and which != of_month)
    return None
