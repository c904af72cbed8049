"""What part a name plays in its sentence: an actor ("Kabul said"), where something was said, or a place spoken of.

The roles that later stages build on: "actor" is a government, force or people under the name of its place; "dateline"
is where something was said or written ("KABUL, July 6 -", "told reporters in Geneva", "(Reporting by Ann Doe in
Gaza)"), which is never where the event told of happened; "mention" is every other place. That something happened
there ("event") is for the stage of events to say. Rules are tried in turn, the first that fits names itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from geo.mentions import roles_words as tables
from geo.mentions import words
from geo.mentions.scan import Found, Scan
from geo.model import MentionRole, PlaceKind

_CREDITS = re.compile(tables.CREDITS + r" by\b", re.IGNORECASE)
_HYPHENED = re.compile(r"[-\u2010\u2011\u2013](\w+)")
_MODIFIES = frozenset({"compound", "nmod", "amod", "poss"})
_GOVERNING: tuple[PlaceKind, ...] = ("country", "city", "province", "region")
_REACH = 8


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its sentence, as the rules see it."""

    scan: Scan
    found: Found
    kind: PlaceKind
    root: Token
    """The head of the name itself."""
    top: Token
    """The head of the list, apposition or "town of" that the name stands in; the root where it stands alone."""

    @property
    def rules(self) -> bool:
        """Whether a government goes by this name: a country or its capital."""
        return self.kind == "country" or self.scan.knowledge(self.found.name).standing in ("capital", "country")


@dataclass(frozen=True, slots=True)
class Rule:
    """A reading of a name's part: its name in words, the role that it gives, and when."""

    name: str
    role: MentionRole
    fits: Callable[[Name], bool]
    kinds: tuple[PlaceKind, ...] | None = _GOVERNING


def find_role(scan: Scan, found: Found, kind: PlaceKind) -> MentionRole:
    """The role of a name: "dateline", "actor" or "mention"; what happened there is for later stages to say."""
    return read_role(scan, found, kind)[0]


def read_role(scan: Scan, found: Found, kind: PlaceKind) -> tuple[MentionRole, str]:
    """The role of a name and the name of the rule that gave it."""
    root = scan.doc[scan.words[found.first].token : scan.words[found.last].token + 1].root
    name = Name(scan, found, kind, root, _climb(root))
    for rule in RULES:
        if (rule.kinds is None or kind in rule.kinds) and rule.fits(name):
            return rule.role, rule.name
    return "mention", "a place spoken of"


def _climb(token: Token) -> Token:
    """From a name up its list, its apposition and the "town of" before it."""
    for _ in range(_REACH):
        head = token.head
        if token.dep_ in ("conj", "appos") and head.pos_ in ("PROPN", "NOUN"):
            if _is_party_of_another(token):
                break
            token = head
        elif token.dep_ == "pobj" and head.lower_ == "of" and head.head.lemma_.lower() in tables.GROUND:
            token = head.head
        elif token.dep_ in _MODIFIES and head.lemma_.lower() in tables.GROUND and head.pos_ == "NOUN":
            token = head
        else:
            break
    return token


def _is_party_of_another(token: Token) -> bool:
    """Whether a name joined on has a person for its head: "Jane Doe in Nairobi and Joe Bloggs"."""
    return token.dep_ == "appos" and token.head.ent_type_ == "PERSON"


def _held(name: Name) -> tuple[str, Token] | None:
    """The preposition before a name and the word on which it hangs; None where none is before it."""
    preposition = name.top.head
    if name.top.dep_ != "pobj" or preposition.head.i == preposition.i:
        return None
    holder = preposition.head
    if holder.dep_ in ("prep", "agent") and holder.head.i != holder.i:  # "from near Homs"
        holder = holder.head
    return preposition.lower_, holder


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _chain(token: Token) -> Iterator[Token]:
    """The token and all above it, nearest first."""
    yield token
    yield from token.ancestors


def _verb_above(token: Token) -> Token | None:
    return next((t for t in _chain(token) if t.pos_ in ("VERB", "AUX")), None)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.dep_ == "aux" for c in verb.children)
    )


# --- where something was said or written


def _in_dateline(name: Name) -> bool:
    dateline = name.scan.article.dateline
    return dateline is not None and dateline.contains(name.found.span)


def _in_credits(name: Name) -> bool:
    """ "(Reporting by Ann Doe in Gaza; editing by John Roe in London)"."""
    text = name.scan.text
    line = text.rfind("\n", 0, name.found.span.start) + 1
    opened = text.rfind("(", line, name.found.span.start)
    return any(_CREDITS.match(text, start) is not None for start in (line, opened) if start >= 0)


def _by_voice(name: Name) -> bool:
    """ "by phone from Khartoum", "by video link from Moscow"."""
    held = _held(name)
    if held is None or held[0] not in tables.AT_HOME:
        return False
    word, holder = held
    if _lemma(holder) in tables.CHANNELS:
        return True
    before = name.scan.doc[max(name.top.head.i - 1, 0)]
    return _lemma(before) in tables.CHANNELS and (word == "from" or holder.pos_ == "VERB")


def _of_speech(name: Name) -> bool:
    """ "Speaking from Berlin", "said in Kyiv that", "reporting from Kramatorsk"; "was reported from Sirte" is none."""
    held = _held(name)
    if held is None or held[0] not in tables.AT_HOME:
        return False
    word, verb = held
    if verb.pos_ != "VERB" or _lemma(verb) not in tables.SPEAKING or _is_passive(verb):
        return False
    if _lemma(verb) in ("report", "write"):
        return word == "from"
    return True


def _to_an_audience(name: Name) -> bool:
    """ "told reporters in Geneva", "addressing parliament in Kampala"."""
    held = _held(name)
    if held is None or held[0] not in tables.AT_HOME or _lemma(held[1]) not in tables.AUDIENCES:
        return False
    told = held[1]
    verb = told.head if told.dep_ in ("dobj", "dative") else told.head.head if told.dep_ == "pobj" else None
    return verb is not None and _lemma(verb) in tables.SPEAKING


def _of_an_utterance(name: Name) -> bool:
    """ "at a news conference in Ankara, the minister said", "a statement issued in Cairo", "made the remarks in"."""
    held = _held(name)
    if held is None or held[0] not in tables.AT_HOME:
        return False
    holder = held[1]
    if _is_utterance(holder):
        verb = _verb_above(holder)
        return verb is not None and (
            _lemma(verb) in tables.SPEAKING | tables.ISSUING
            or _lemma(verb) in tables.POLITICAL_ACTS
            or verb.lower_ in words.SAYING
        )
    if _lemma(holder) in tables.ISSUING:
        around = [holder.head, *(c for c in holder.children if c.dep_ in ("dobj", "nsubjpass"))]
        return any(_is_utterance(t) and t.pos_ == "NOUN" for t in around)
    return False


def _is_utterance(token: Token) -> bool:
    if _lemma(token) == "conference":
        return any(c.lower_ in tables.BEFORE_CONFERENCE for c in token.children)
    return _lemma(token) in tables.UTTERANCES


def _of_a_witness(name: Name) -> bool:
    """ "a reporter in Donetsk heard", "according to a source in Damascus", "Joe Bloggs in Islamabad says"."""
    held = _held(name)
    if held is None or held[0] not in ("in", "at", "from"):
        return False
    who = held[1]
    if _lemma(who) in tables.WITNESSES:
        if any(t.lower_ == "according" for t in who.ancestors):
            return True
        return who.dep_ == "nsubj" and not _is_passive(who.head)
    if who.pos_ != "PROPN" or who.dep_ != "nsubj" or _lemma(who.head) not in tables.SPEAKING:
        return False
    return who.ent_type_ == "PERSON" or any(c.dep_ == "poss" and c.ent_type_ == "ORG" for c in who.children)


# --- who acts


def _is_demonym(name: Name) -> bool:
    return name.kind == "demonym"


def _backs(name: Name) -> bool:
    """ "U.S.-led", "Moscow-backed"; "Kunduz-based" and "Aleppo-born" tell of no power."""
    match = _HYPHENED.match(name.scan.text, name.found.span.end)
    return match is not None and match.group(1).lower() in tables.BACKED


def _owns(name: Name) -> bool:
    """ "Tajikistan's border guard", "Damascus's allies", "Tel Aviv's stance"."""
    if not name.scan.words[name.found.last].possessive:
        return False
    return _lemma(name.root.head) in (words.ORGANISATIONS | tables.OWNED) - tables.SITES


def _names_force(name: Name) -> bool:
    """ "Aleppo Police", "the US military", "a US soldier"."""
    last = name.found.last
    if name.scan.words[last].possessive or name.scan.gap(last) != " " or last + 1 >= len(name.scan.words):
        return False
    following = name.scan.words[last + 1]
    token = name.scan.token(last + 1)
    if tables.SITES & {following.lower, _lemma(name.root.head)}:
        return False
    if following.lower in tables.MANNED or _lemma(token) in tables.MANNED:
        return True
    return following.lower in words.ORGANISATIONS and name.root.dep_ in _MODIFIES


def _has_office(name: Name) -> bool:
    """ "the government of Ethiopia", "the mayor of Mariupol", "a spokesman for Kyiv"."""
    held = _held(name)
    if held is None or held[0] not in ("of", "for"):
        return False
    return _lemma(held[1]) in tables.OFFICES and (held[0] == "of" or _lemma(held[1]).startswith("spokes"))


def _stands_behind(name: Name) -> bool:
    """ "backed by Tehran", "an airstrike by Israel"."""
    held = _held(name)
    if held is None or held[0] != "by" or not name.rules:
        return False
    holder = held[1]
    if holder.pos_ == "VERB":
        return name.kind == "country" or _lemma(holder) in tables.BACKING
    return _lemma(holder) in tables.DEEDS | tables.PRESSURES | tables.DEALINGS


def _deals(name: Name) -> bool:
    """ "talks between Washington and Beijing", "pressure from Washington", "sanctions against Russia"."""
    held = _held(name)
    if held is None or not name.rules:
        return False
    word, holder = held
    if word in ("between", "with"):
        return _lemma(holder) in tables.DEALINGS or (
            holder.pos_ == "VERB"
            and (
                _lemma(holder) in tables.POLITICAL_ACTS
                or any(_lemma(c) in tables.DEALINGS for c in holder.children if c.dep_ == "dobj")
            )
        )
    if word in ("from", "on", "against", "for", "to"):
        return _lemma(holder) in tables.PRESSURES
    return False


def _is_source(name: Name) -> bool:
    """ "according to Moscow"."""
    to = name.top.head
    return name.rules and name.top.dep_ == "pobj" and to.lower_ == "to" and to.head.lower_ == "according"


def _is_addressed(name: Name) -> bool:
    """ "accused Kyiv", "told Afghanistan to stop"."""
    if not name.rules or name.top.dep_ not in ("dobj", "dative", "nsubj", "nsubjpass"):
        return False
    verb = name.top.head
    if name.top.dep_ == "nsubj":  # "urged Tehran to stop": the parser makes it the subject of what it is to do
        if verb.dep_ not in ("ccomp", "xcomp") or name.top.i < verb.head.i:
            return False
        verb = verb.head
    return verb.pos_ == "VERB" and _lemma(verb) in tables.ADDRESSING


def _acts(name: Name) -> bool:
    """Subject, alone or in a list, of a verb that takes an actor."""
    if name.top.dep_ != "nsubj":
        return False
    verb = name.top.head
    if verb.lower_ in words.SAYING or verb.lemma_ in words.SAYING:
        return True
    if name.kind == "country":
        return verb.pos_ == "VERB" and _lemma(verb) not in tables.STATES
    return name.rules and verb.pos_ == "VERB" and _lemma(verb) in tables.POLITICAL_ACTS


RULES: tuple[Rule, ...] = (
    Rule("in the dateline", "dateline", _in_dateline, None),
    Rule("in the credits", "dateline", _in_credits, None),
    Rule("a demonym", "actor", _is_demonym, None),
    Rule("said by phone from there", "dateline", _by_voice, None),
    Rule("said to an audience there", "dateline", _to_an_audience, None),
    Rule("said there", "dateline", _of_speech, None),
    Rule("a speech or statement made there", "dateline", _of_an_utterance, None),
    Rule("a reporter or source there", "dateline", _of_a_witness, None),
    Rule("a power behind a hyphen", "actor", _backs),
    Rule("owner of what powers have", "actor", _owns),
    Rule("name of a force or office", "actor", _names_force),
    Rule("holder of an office", "actor", _has_office),
    Rule("who stands behind it", "actor", _stands_behind),
    Rule("source of a statement", "actor", _is_source),
    Rule("party to dealings", "actor", _deals),
    Rule("spoken to or accused", "actor", _is_addressed),
    Rule("subject of an act", "actor", _acts),
)
"""The readings of a name's part, tried in turn; the kinds are those of which a rule can tell."""
