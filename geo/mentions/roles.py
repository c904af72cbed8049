"""What part a name plays in its sentence: an actor ("Kabul said"), the dateline, or a place spoken of."""

from __future__ import annotations

from spacy.tokens import Token

from geo.mentions import words
from geo.mentions.scan import Found, Scan
from geo.model import MentionRole, PlaceKind


def _set(words: str) -> frozenset[str]:
    """The words of a table, blanks between them."""
    return frozenset(words.split())


_STATES = _set(
    """
    be have lie border remain see become stretch sit stand contain include experience suffer face share stay host hold
    form comprise join total number
    """
)
"""Verbs whose subject may well be the ground itself: "Syria borders Iraq", "Sudan has seen fighting"."""


def find_role(scan: Scan, found: Found, kind: PlaceKind) -> MentionRole:
    """The role of a name: "dateline", "actor" or "mention"; what happened there is for later stages to say."""
    dateline = scan.article.dateline
    if dateline is not None and dateline.contains(found.span):
        return "dateline"
    if kind == "demonym":
        return "actor"
    if kind not in ("country", "city", "province", "region"):
        return "mention"
    if _owns_organisation(scan, found) or _acts(scan, found, kind):
        return "actor"
    return "mention"


def _owns_organisation(scan: Scan, found: Found) -> bool:
    """ "Tajikistan's border guard", "Aleppo Police", "the US military"."""
    last = found.last
    if not (scan.words[last].possessive or scan.gap(last) == " "):
        return False
    head = _root(scan, found).head
    if scan.words[last].possessive:
        return head.lemma_.lower() in words.ORGANISATIONS or head.lemma_.lower() in _PEOPLE
    following = scan.words[last + 1] if last + 1 < len(scan.words) else None
    return following is not None and (
        following.lower in _PEOPLE or (following.lower in words.ORGANISATIONS and _root(scan, found).dep_ in _MODIFIES)
    )


_MODIFIES = _set("compound nmod amod poss")
_PEOPLE = _set(
    """
    guard guards military troops forces soldiers officials official government president minister ambassador army
    embassy police authorities leader leaders parliament spokesman spokeswoman diplomats diplomat counterpart
    intelligence
    """
)


def _acts(scan: Scan, found: Found, kind: PlaceKind) -> bool:
    """Subject, alone or in a list, of a verb that takes an actor."""
    token = _root(scan, found)
    for _ in range(8):
        if token.dep_ in ("conj", "appos") and token.head.pos_ in ("PROPN", "NOUN"):
            token = token.head
        else:
            break
    if token.dep_ != "nsubj":
        return False
    verb = token.head
    if verb.lower_ in words.SAYING or verb.lemma_ in words.SAYING:
        return True
    return kind == "country" and verb.pos_ == "VERB" and verb.lemma_ not in _STATES


def _root(scan: Scan, found: Found) -> Token:
    return scan.doc[scan.words[found.first].token : scan.words[found.last].token + 1].root
