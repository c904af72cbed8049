"""A rule's match -> why its words are no time after all: names, numbers and things that only look like one.

Reasons are tried in the order of the table; each knows which rules it may gainsay. What a match means when none of them
applies is the rule's own affair.
"""

# ruff: noqa: E501  A reason is one line of a table.

from __future__ import annotations

import re

from geo.dates.context import Context
from geo.dates.refusals.refusal import Refusal
from geo.dates.refusals.words import (
    COUNTED,
    GROUPS,
    LOOSE_SITES,
    MACHINES,
    NAMED,
    NUMBERED,
    NUMBERED_SITES,
    PAPERS,
    RANKS,
    RITES,
    SEASONAL_NAMES,
    SEASONAL_THINGS,
    SITES,
    SMALL_GROUPS,
    STREETS,
)
from geo.dates.words import MONTH_SHORT, MONTHS, SEASONS, WEEKDAYS, parse_month

_DAY = ("day month", "month day", "month spelt day", "spelt day of month", "islamic date", "day range behind month")
_MONTH = ("month",)
_WEEKDAY = ("weekday",)
_SEASON = ("season near",)
_FEAST = ("feast", "islamic date", "islamic month")
_HOUR = ("clock", "part of day", "part before noun")
_YEAR = ("year",)
_STRETCH = ("past units", "open units", "open units of", "the unit", "recent units", "weekend")
_WORDS = (*_MONTH, *_WEEKDAY, *_SEASON, *_FEAST, *_HOUR, "weekend")


def _any(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _person(match: re.Match[str], context: Context) -> bool:
    """Whether the parse binds the word to the capital word behind it, as a first name is bound ("Sunday Adeyemi")."""
    token = context.clauses.token_at(match.start())
    if token is None or token.idx + len(token) != match.end() or token.i + 1 >= len(token.doc):
        return False
    behind = token.nbor()
    return (
        behind.tag_ == "NNP"
        and behind.is_title
        and behind.text not in RITES
        and token.tag_ == "NNP"
        and (
            token.ent_type_ == "PERSON"
            or (token.dep_ == "compound" and token.head.i - token.i in ((1,) if parse_month(match[0]) else (1, 2)))
        )
        and token.head.tag_ == "NNP"
        and token.head.dep_ in ("nsubj", "nsubjpass", "conj", "appos", "ROOT", "dobj")
    )


_CAPITAL = r"(?:[A-Z][\w'-]{1,20} )"
_ON = re.compile(
    r"\b(?:on|in|since|by|until|till|from|to|of|after|before|during|between|and|through|last|next|this|early|late|mid|every"
    r"|each|for|said|says|told|dated|the night)[ -](?:the )?\Z",
    re.IGNORECASE,
)
_ON_STREET = re.compile(r"\b(?:Avenue|Avenida|Street|Calle|Rue|Plaza|Square|Place) (?:of |de |del |du )?(?:the )?\Z")
_ON_A_DAY = re.compile(r"\b(?:on|since|by|until|till|from|after|before|during|between|and|dated) \Z", re.IGNORECASE)
# What a hyphen joins to a year that is one: "mid-1984", "March-1984".
_JOINED = re.compile(
    rf"(?:\b(?:mid|pre|post|early|late|non|since|anti|pro|circa|{'|'.join([*MONTHS, *SEASONS])})|\b[12]\d{{3}}|{'|'.join(MONTH_SHORT)})-\Z",
    re.I,
)
_THINGS = "|".join(rf"{word}(?:'s)? {_any(things)}(?:s|es)?\b" for word, things in SEASONAL_THINGS.items())
_SMALL_THINGS = re.compile(rf"(?:the )?(?:{_THINGS})", re.IGNORECASE)
# A capital word that is no surname: another time, or what a season or a feast is the time of ("the Spring Offensive").
_TIME_WORD = (
    r"(?!(?:Offensive|Campaign|Uprising|Conference|Accords?|Agreements?|Congress|Parliament|"
    + "|".join([w.capitalize() for w in (*MONTHS, *WEEKDAYS, *SEASONS, "morning", "evening")])
    + r")\b)"
)


def _free(match: re.Match[str], context: Context) -> bool:
    """Whether no preposition stands before the day that would make a time of it; "by the 17 February" still names."""
    article = match[0][:4].lower() == "the "
    return article or _ON_A_DAY.search(context.text, max(0, match.start() - 24), match.start()) is None


def _thing(match: re.Match[str], context: Context) -> bool:
    """Whether the season or feast and the noun behind it name a kind of thing ("winter coats", "Easter eggs")."""
    return _SMALL_THINGS.match(context.text, match.start(), match.end() + 24) is not None


REFUSALS = (
    Refusal("people called after a day", _DAY + _MONTH, after=re.compile(rf" {_CAPITAL}{{0,2}}{_any(GROUPS)}s?\b"), beside=_free),
    Refusal("people called after a day", _DAY, inside=re.compile(r"the ", re.I), after=re.compile(rf" {_any(SMALL_GROUPS)}s?\b")),
    Refusal("people called after a feast or an hour", _FEAST + _WEEKDAY + _SEASON + ("weekend",), after=re.compile(rf" {_CAPITAL}?{_any(GROUPS)}\b(?<!Uprising)(?<!Revolution)"), unless=_ON),
    Refusal("people called after a feast or an hour", _FEAST + _WEEKDAY, after=re.compile(r" gang\b")),
    Refusal("a place called after a day", _DAY, after=re.compile(rf" {_CAPITAL}{{0,2}}{_any(SITES)}\b")),
    Refusal("a place called after a day", _DAY + _WEEKDAY + _MONTH, after=re.compile(rf" {_CAPITAL}{{0,2}}{_any(LOOSE_SITES)}\b"), beside=_free),
    Refusal("a place called after a day", ("foreign month",), before=_ON_STREET),
    Refusal("a place called after a day", _DAY, before=_ON_STREET),
    Refusal("the rest of such a name", _MONTH, before=re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?\Z"), after=re.compile(rf" {_CAPITAL}{{0,2}}{_any(GROUPS + SITES + LOOSE_SITES)}s?\b| {_any(SMALL_GROUPS)}s?\b")),
    Refusal("a paper", _WEEKDAY, after=re.compile(rf" {_any(PAPERS)}\b(?!')")),
    Refusal("a paper", _WEEKDAY, after=re.compile(r" Bloody\b")),
    Refusal("a day with a name", _WEEKDAY, before=re.compile(r"\b(?:Bloody|BLOODY) \Z")),
    Refusal("a person", _WORDS, inside=re.compile(r"[A-Z][a-z]+\Z"), before=re.compile(rf"\b{_any(RANKS)}\.? (?:[A-Z][a-z]+ )?\Z"), unless=re.compile(r"\b(?:on|in) \Z"), beside=lambda m, c: c.text[m.end() : m.end() + 2][1:2].isupper() or m[0].lower() in (*SEASONS, "noon", "midnight")),
    Refusal("a person", _WORDS, inside=re.compile(r"[A-Z][a-z]+\Z"), after=re.compile(rf" {_TIME_WORD}[A-Z][a-z]"), unless=_ON, beside=_person),
    Refusal("a name with an hour in it", ("clock",), inside=re.compile(r"(?:Noon|Midnight|Midday)\b"), before=re.compile(r"\b[A-Z]\w+ \Z")),
    Refusal("a name with an hour in it", ("clock",), before=re.compile(r"\bhigh[ -]\Z", re.I), inside=re.compile(r"noon", re.I), after=re.compile(r"[ -][a-z]")),
    Refusal("a name given to a deed or a ship", _WORDS, inside=re.compile(r"(?:the )?[A-Z][a-z]+"), before=re.compile(rf"\b{_any(NAMED)} {_CAPITAL}{{0,2}}\Z")),
    Refusal("a name with a season in it", _SEASON + _FEAST, inside=re.compile(r"(?:[Tt]he )?[A-Z][a-z]+"), after=re.compile(rf" {_CAPITAL}?{_any(SEASONAL_NAMES)}\b")),
    Refusal("a name with a season in it", _SEASON, inside=re.compile(r"(?:[Tt]he )?[A-Z][a-z]+\Z"), before=re.compile(r"\b(?:and|&) \Z"), after=re.compile(r", (?:a|an|the) ")),
    Refusal("a thing of a season or feast", _SEASON + _FEAST + _WEEKDAY, beside=_thing),
    Refusal("a name with a unit in it", _STRETCH, inside=re.compile(r"(?:the )?(?:[A-Z][a-z]+ )?(?:Day|Night|Week|Weekend|Hour|Year|Month)s?\Z"), before=re.compile(r"\w \Z"), unless=re.compile(r"[.!?\"\d] \Z")),
    Refusal("a name with a unit in it", ("open units of",), inside=re.compile(r"[A-Z][a-z]+\Z"), after=re.compile(r" of [A-Z]"), unless=re.compile(r"\d \Z")),
    Refusal("a saying", ("present",), inside=re.compile(r"now\Z", re.I), after=re.compile(r" or never\b")),
    Refusal("a count", _YEAR, after=re.compile(rf"[ -]?(?:strong|odd)\b| (?:(?:to|or|and) [12]\d{{3}} )?(?:{_CAPITAL}|[a-z]{{3,12}} )?{_any(COUNTED)}\b"), unless=re.compile(r"\b(?:in|since|by|until|till|from|during|before|after|between|the|early|late|mid|year|and|end of|start of|summer of|spring of|autumn of|winter of|fall of)[ -]\Z", re.I)),
    Refusal("a count", _YEAR, before=re.compile(r"\bOf [12]\d{3} \w+, \Z")),
    Refusal("a price", _YEAR, after=re.compile(r" (?:against|to|per|for) (?:the|a|one) (?:US |U\.S\. )?(?:dollar|euro|pound|barrel|ounce|ton)")),
    Refusal("one of a series", _YEAR, before=re.compile(rf"(?<![a-z]){_any(NUMBERED)}s? (?:(?:no\.? ?|number |#)?|(?:[A-Z]?\d{{2,4}}(?:,? (?:and|or) |, | to (?:[a-z]{{3,10}} )?)){{1,6}})\Z|\bH\.R\. \Z", re.I), unless=re.compile(r"\b(?:in|since|by|until|from) \Z", re.I)),
    Refusal("one of a series", _YEAR, after=re.compile(rf" {_any(NUMBERED_SITES)}\b")),
    Refusal("one of a series", _YEAR, before=re.compile(r"\bH\.R\.\Z")),
    Refusal("a house number", _YEAR, after=re.compile(rf"(?: [NSEW]\.?)?(?: [A-Z][\w.']{{0,20}}){{1,3}} {_any(STREETS)}\b"), unless=re.compile(r"\b(?:in|since|the|a|an|of|from|until|by|during|for) \Z", re.I)),
    Refusal("a house number", _YEAR, after=re.compile(r" (?:[NSEW]\.|[NSEW]) [A-Z]")),
    Refusal("an hour in four figures", _YEAR, before=re.compile(r"\bat (?:about |around |approximately )?\Z|\bbetween \Z|\bfrom \Z|\babout \Z", re.I), inside=re.compile(r"(?:about |around )?(?:1\d|2[0-3])[0-5]\d\Z", re.I), after=re.compile(r" (?:on \d|(?:to|and|until) 0\d{3}\b|GMT|hours)", re.I)),
    Refusal("the time of a race", ("clock",), after=re.compile(r" seconds?\b")),
    Refusal("a part, not a stretch", ("hyphen duration",), inside=re.compile(r"(?:one|three|a)-quarter", re.I)),
    Refusal("the moon's quarter", ("quarter",), before=re.compile(r"\bmoon\b[^.]{0,30}\Z", re.I)),
    Refusal("a name with a season in it", _SEASON, inside=re.compile(r"[A-Z][a-z]+\Z"), before=re.compile(r"\b[A-Z]\w+ of \Z")),
    Refusal("a joke", _MONTH, after=re.compile(r" Fools?\b")),
    Refusal("a town", _FEAST, before=re.compile(r"\b(?:town|village|city|camp|district|suburb|area)s? (?:of )?\Z")),
    Refusal("a saying", ("future",), inside=re.compile(r"(?:soon|shortly)\Z", re.I), after=re.compile(r" (?:after|before|as)\b", re.I)),
    Refusal("a model", _YEAR, before=re.compile(r"\b[A-Z]\w* \Z"), after=re.compile(rf" {_any(MACHINES)}s?\b"), unless=re.compile(r"\b(?:In|Since|By|Until|From|The|A|An|During|Of) \Z")),
    Refusal("a model", _YEAR, before=re.compile(r"\b[A-Z]{1,3}-\d{1,3}[A-Z]? \Z")),
    Refusal("an hour in four figures", _YEAR, before=re.compile(r"\b0\d{3} (?:and|to|until) \Z", re.I)),
    Refusal("an age", ("decade",), before=re.compile(r"\b(?:his|her|their|my|your|our) (?:(?:mid|early|late)[- ])?\Z", re.I)),
    Refusal("a temperature", ("decade",), before=re.compile(r"\b(?:temperature|high|low|degree|mercury|thermometer)s?\b[^.]{0,24}\Z", re.I)),
    Refusal("a code", _YEAR, before=re.compile(r"[A-Za-z0-9]-\Z"), unless=_JOINED),
    Refusal("a telephone number", _YEAR, before=re.compile(r"(?:\+\d[\d ]*|\b\d{3,4}) \Z")),
    Refusal("coordinates", ("numeric date",), after=re.compile(r"\s?(?:north|south|east|west|[NSEW]\b|degrees|\u00b0)")),
    Refusal("a version", ("numeric date", "year"), before=re.compile(r"\b(?:version|release|v\.?|build|firmware|section|clause) ?\Z", re.I)),
    Refusal("a scale", ("clock",), after=re.compile(r"[ ,]\d{3}\b"), before=re.compile(r"\b(?:scale|ratio|odds) (?:of|at) \Z")),
)  # fmt: skip

_BY_RULE: dict[str, tuple[Refusal, ...]] = {
    name: tuple(each for each in REFUSALS if name in each.rules)
    for name in {rule for each in REFUSALS for rule in each.rules}
}


def find_refusal(rule: str, match: re.Match[str], context: Context) -> str | None:
    """The first reason why what the rule of this name has matched is no time, None where there is none."""
    for refusal in _BY_RULE.get(rule, ()):
        if refusal.holds(match, context):
            return refusal.name
    return None
