"""Noun phrases described: the words of one, and the classes that its head and modifiers bear."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from geo.events.actor_table import ActorRow, lookup_actor
from geo.events.words import CLASSES, word_set

_BY_WORD: dict[str, frozenset[str]] = {}
for _name, _words in CLASSES.items():
    for _word in _words:
        _BY_WORD[_word] = _BY_WORD.get(_word, frozenset()) | {_name}

MODIFIERS = word_set("compound amod nmod poss nummod")

# What a group's sector makes of a phrase that names it.
SECTOR_CLASSES: dict[str, frozenset[str]] = {
    "MIL": frozenset({"state"}),
    "COP": frozenset({"police"}),
    "GOV": frozenset({"government"}),
    "REB": frozenset({"rebel"}),
    "PAR": frozenset({"rebel", "militia"}),
    "CRM": frozenset({"rebel", "criminal"}),
    "UAF": frozenset({"rebel"}),
    "CVL": frozenset({"civilian"}),
    "IGO": frozenset({"igo"}),
    "NGO": frozenset({"ngo"}),
}

# Heads that take their nature from the word before them: "rebel forces", "opposition fighters".
NEUTRAL_HEADS = word_set(
    "force forces troop troops group member unit fighter soldier leader commander element faction movement "
    "coalition personnel men alliance convoy position official spokesman army"
)


# Heads that only count or gather what stands behind their "of": "hundreds of soldiers", "a group of men".
QUANTITY_HEADS = word_set(
    "number hundred thousand dozen score group crowd majority lot ten million pair couple series part wave total stash "
    "cache batch quantity variety"
)

_POISONS = word_set("poison poisonous toxic mustard chlorine nerve sarin chemical")

_RANKS = word_set("general brigadier captain major admiral colonel lieutenant sergeant corporal private commander")

# Plurals that the lemmatizer gets wrong.
_LEMMAS = {"bases": "base", "caches": "cache", "clashes": "clash", "raped": "rape", "rap": "rape", "staged": "stage"}

# The same for verbs: as nouns the words are lemmas themselves.
_VERB_LEMMAS = {"bombing": "bomb", "shelling": "shell", "shooting": "shoot", "killing": "kill", "looting": "loot"}

# Words that the tokenizer takes apart at the hyphen.
_COMPOUNDS = word_set("sit-in air-strike shoot-out cease-fire car-bomb fighter-jet gun-battle walk-out suicide-bomber")


def singular(word: str) -> str:
    """A lower-case noun without its plural ending, for words that the tagger took for names.

    >>> singular("Airstrikes"), singular("Blasts"), singular("Clashes"), singular("Ceasefires")
    ('airstrike', 'blast', 'clash', 'ceasefire')
    """
    word = word.lower()
    if word in _BY_WORD:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def lemma(token: Token) -> str:
    """The lower-case lemma; that of a noun which was taken for a name has its plural ending taken off."""
    if token.i > 1 and token.nbor(-1).text == "-" and f"{token.nbor(-2).lower_}-{singular(token.lower_)}" in _COMPOUNDS:
        return f"{token.nbor(-2).lower_}-{singular(token.lower_)}"
    if token.pos_ == "PROPN":
        return singular(token.lower_)
    if token.pos_ == "VERB" and token.lower_ in _VERB_LEMMAS:
        return _VERB_LEMMAS[token.lower_]
    return _LEMMAS.get(token.lower_) or token.lemma_.lower()


@lru_cache(maxsize=4096)
def word_classes(word: str) -> frozenset[str]:
    """The classes of one lemma."""
    return _BY_WORD.get(word, frozenset())


def counted_noun(head: Token) -> Token:
    """The noun behind "hundreds of", "the latest group of"; `head` itself where it counts nothing."""
    if lemma(head) in QUANTITY_HEADS or head.pos_ == "NUM":
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj"), head)
    return head


GROUND = "geo.events.ground"
"""Key of a parsed article's `user_data`: the indices of the tokens that head the names of placed towns and areas."""


def describe(head: Token) -> frozenset[str]:
    """The classes of the noun phrase headed by `head`: those of its head, its modifiers and of a group it names.

    Armed sides exclude each other: "rebel forces" are rebels, "Afghan forces" are state forces.
    """
    own = word_classes(lemma(head))
    out = set(own)
    modifiers = [c for c in head.children if c.dep_ in MODIFIERS]
    for child in list(modifiers):
        modifiers.extend(c for c in child.children if c.dep_ in MODIFIERS)
    for child in modifiers:
        out |= word_classes(lemma(child)) - {"civilian", "person", "property", "protester"}
        out |= word_classes(lemma(child)) & {"protester"} if child.dep_ != "poss" else set()
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of" and lemma(head) in NEUTRAL_HEADS | QUANTITY_HEADS:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    out |= describe(inner)
    counted = lemma(head) in ("thousand", "hundred", "dozen", "score", "other") and head.pos_ == "NOUN"
    if counted and counted_noun(head) is head:
        out.add("person")
    if head.i in head.doc.user_data.get(GROUND, ()):
        out.add("territory")
    elif head.pos_ == "PROPN" and any(
        c.dep_ == "appos" and "territory" in word_classes(lemma(c)) for c in head.children
    ):
        out.add("territory")  # "Minova, a town on the lake"
    row = lookup_actor(phrase_words(head)) or owner_row(head)
    if row is not None:
        classes = SECTOR_CLASSES.get(row.sector, frozenset())
        if classes:
            out |= classes
    if any(c.tag_ == "NNP" and c.lower_ in _RANKS for c in modifiers):
        out |= {"state", "person"}
    if head.ent_type_ == "GPE" and head.pos_ == "PROPN":
        out.add("country")
    if head.ent_type_ == "PERSON":
        out |= {"person", "named"}
    if "rebel" in out and "state" in out:
        strong = {lemma(c) for c in modifiers} | ({lemma(head)} - NEUTRAL_HEADS)
        rebel = any("rebel" in word_classes(w) for w in strong) or (
            row is not None and row.sector in ("REB", "PAR", "UAF")
        )
        out.discard("state" if rebel else "rebel")
    if {"rebel", "state", "police"} & out:
        out.add("armed")
        if not {"civilian", "person"} & word_classes(lemma(head)) - {"person"}:
            out.discard("civilian")
    if lemma(head) in ("gas", "agent", "weapon", "substance") and any(lemma(c) in _POISONS for c in modifiers):
        out.add("gas")
    return frozenset(out)


def owner_row(head: Token) -> ActorRow | None:
    """The party behind "his forces", "their fighters": that of the subject which governs the phrase's clause."""
    if lemma(head) not in NEUTRAL_HEADS or not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children):
        return None
    above = head
    while above.head.i != above.i:
        above = above.head
        for child in above.children:
            if child.dep_ == "nsubj" and child.i < head.i and child.pos_ in ("NOUN", "PROPN"):
                names = [child, *(t for c in child.children if c.dep_ == "appos" for t in c.subtree)]
                rows = (lookup_actor(phrase_words(t)) for t in names if t.pos_ in ("NOUN", "PROPN"))
                return next((row for row in rows if row is not None), None)
    return None


def phrase_words(head: Token) -> tuple[str, ...]:
    """The words of the phrase around `head`, from its leftmost modifier to the head and its compounds."""
    left = min([c.left_edge.i for c in head.children if c.dep_ in MODIFIERS and c.i < head.i] + [head.i])
    right = head.i
    doc = head.doc
    if head.ent_iob_ != "O" and head.ent_type_ in ("ORG", "PERSON", "NORP", "GPE"):
        while right + 1 < len(doc) and doc[right + 1].ent_iob_ == "I":
            right += 1
        while left > 0 and doc[left].ent_iob_ == "I":
            left -= 1
    return tuple(doc[i].text for i in range(left, right + 1) if not doc[i].is_space)
