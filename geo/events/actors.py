"""Who acts in a happening and who suffers: the noun phrases at its subjects and objects, tied to known parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc, Token

from geo.events import syntax
from geo.events.actor_table import ActorRow, lookup_actor
from geo.events.happenings import Happening
from geo.events.phrases import MODIFIERS, counted_noun, describe, lemma, owner_row, phrase_words, word_classes
from geo.events.words import word_list, word_set
from geo.model import Actor, ActorSide, Article, Span

# Which sector the classes of a phrase speak for; the first that fits.
_SECTORS: tuple[tuple[str, str], ...] = (
    ("rebel", "REB"),
    ("police", "COP"),
    ("state", "MIL"),
    ("protester", "CVL"),
    ("igo", "IGO"),
    ("ngo", "NGO"),
    ("government", "GOV"),
    ("civilian", "CVL"),
    ("country", "GOV"),
    ("person", "CVL"),
)
_SECTOR_BY_WORD = {
    **dict.fromkeys(word_list("journalist reporter photographer cameraman editor"), "JRN"),
    **dict.fromkeys(word_list("militia militiaman vigilante paramilitary"), "PAR"),
    **dict.fromkeys(word_list("gunman gunmen assailant attacker bandit"), "UAF"),
    **dict.fromkeys(word_list("gang gangster cartel kidnapper robber"), "CRM"),
    **dict.fromkeys(["refugee", "migrant"], "REF"),
    **dict.fromkeys(word_list("student teacher pupil professor"), "EDU"),
    **dict.fromkeys(word_list("priest imam cleric bishop monk nun jesuit pastor"), "REL"),
    **dict.fromkeys(word_list("doctor nurse medic paramedic"), "MED"),
    **dict.fromkeys(["opposition", "activist"], "OPP"),
    **dict.fromkeys(word_list("judge court magistrate prosecutor"), "JUD"),
    **dict.fromkeys(["lawmaker", "senator", "parliament"], "LEG"),
}

_SITES = word_set(
    "airbase airport airfield airstrip base outpost checkpoint camp headquarters barracks bunker fort port harbour "
    "harbor dam bridge palace refinery depot station stadium road highway border frontier crossing city town village "
    "district province region territory hill junction neighbourhood neighborhood suburb"
)

# Nouns that name what was used rather than who used it.
_INSTRUMENTS = word_set("aircraft artillery explosive grenade gas suicide gun accident")


def find_actors(happening: Happening, article: Article, demonyms: dict[str, str]) -> tuple[Actor, ...]:
    """The parties to a happening, those that act first; `demonyms` gives the country code of a demonym or country."""
    acting: list[Token] = []
    suffering: list[Token] = []
    for trigger in happening.triggers:
        acting += [t for t in syntax.subjects(trigger.token) if t not in acting]
        suffering += [t for t in syntax.objects(trigger.token) if t not in suffering]
        if trigger.frame in ("clash", "meeting", "agreement", "phone", "ceasefire", "visit"):
            suffering += syntax.prepositional_objects(trigger.token, "with", "to", "against", "between")
        elif trigger.frame in ("attack", "fire", "take", "flee_forces"):
            suffering += syntax.prepositional_objects(trigger.token, "on", "at", "against")
    actors: list[Actor] = []
    told = {t.token.i for t in happening.triggers if t.token.pos_ == "NOUN" and t.frame != "protest"}
    seen: set[int] = set()
    for side, heads in (("actor1", acting), ("actor2", suffering)):
        for head in heads:
            if head.i in seen or head.i in told or _in_dateline(head, article):
                continue
            actor = build_actor(head, "actor1" if side == "actor1" else "actor2", article, demonyms)
            if actor is not None:
                seen.add(head.i)
                actors.append(actor)
    if actors and not any(a.side == "actor1" for a in actors) and happening.frames & {"clash", "meeting", "agreement"}:
        # "Fighting between the army and the rebels": the side named first stands first.
        actors[0] = replace(actors[0], side="actor1")
    return tuple(actors)


def _in_dateline(head: Token, article: Article) -> bool:
    """Whether the words stand in the dateline, or the parser joined them to it: "KHARTOUM, Sudan - Fighting"."""
    return article.dateline is not None and article.dateline.overlaps(phrase_span(head))


def build_actor(head: Token, side: ActorSide, article: Article, demonyms: dict[str, str]) -> Actor | None:
    """The party that the noun phrase headed by `head` names; None where it names nobody."""
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    classes = describe(head)
    people = classes & {
        "armed",
        "civilian",
        "person",
        "protester",
        "government",
        "igo",
        "ngo",
        "country",
        "named",
        "mob",
    }
    if not people and head.ent_type_ not in ("ORG", "PERSON", "NORP", "GPE") and not classes & _INSTRUMENTS:
        return None
    means = word_classes(lemma(head)) & _INSTRUMENTS and not word_classes(lemma(head)) & {"person", "state", "rebel"}
    if means and side == "actor1" and any(c.ent_type_ == "NORP" and c.dep_ == "amod" for c in head.children):
        classes |= {"armed", "state"}  # "Russian artillery" acts for those who own it
    elif classes & _INSTRUMENTS and (means or not classes & {"armed", "person", "civilian"}):
        return None
    if (
        classes & {"property"}
        and not classes & {"armed", "person"}
        and lemma(head) not in ("minority", "community", "crowd", "crew")
    ):
        return None
    row = _row_of(head)
    if (row is None and _is_ground(head, classes)) or (side == "actor2" and _is_town(head, demonyms)):
        return None
    noun = counted_noun(head)
    span = phrase_span(head)
    if side == "actor2" and "civilian" in classes and "armed" not in classes:
        side = "civilians"
    return Actor(
        span,
        span.quote(article.text),
        row.name if row is not None else span.quote(article.text),
        side,
        row.id if row is not None else None,
        _sector(noun, classes, row),
        row.country if row is not None and row.country else _country(noun, demonyms),
    )


def _row_of(head: Token) -> ActorRow | None:
    """The known party that the phrase names, by itself, behind "hundreds of" or by whose it is ("their fighters")."""
    noun = counted_noun(head)
    return (
        lookup_actor(phrase_words(head)) or (noun is not head and lookup_actor(phrase_words(noun))) or owner_row(noun)
    )


def _is_ground(head: Token, classes: frozenset[str]) -> bool:
    """Whether the phrase names a base, an airport or another site: where something happens, never who does it."""
    return lemma(head) in _SITES and not classes & {"person", "civilian", "armed"}


def _is_town(head: Token, demonyms: dict[str, str]) -> bool:
    """Whether the phrase is the bare name of a place that is no country: "seized Goma" does something to no party."""
    if head.pos_ != "PROPN" or (head.ent_type_ not in ("GPE", "LOC", "FAC") and "territory" not in describe(head)):
        return False
    return _country(head, demonyms) is None


def _sector(head: Token, classes: frozenset[str], row: ActorRow | None) -> str | None:
    if row is not None:
        return row.sector
    words = [lemma(head), *(lemma(c) for c in head.children if c.dep_ in MODIFIERS)]
    for word in words:
        if word in _SECTOR_BY_WORD:
            return _SECTOR_BY_WORD[word]
    if "named" in classes and not classes & {"armed", "government", "protester", "ngo", "igo", "civilian"}:
        return None  # a name alone does not tell what somebody is
    return next((sector for name, sector in _SECTORS if name in classes), None)


def _country(head: Token, demonyms: dict[str, str]) -> str | None:
    words = phrase_words(head)
    whole = " ".join(w.lower() for w in words if w.lower() != "the")
    if whole in demonyms:
        return demonyms[whole]
    for word in words:
        if word.lower() in demonyms:
            return demonyms[word.lower()]
    return None


def phrase_span(head: Token) -> Span:
    """The characters of the phrase from its first modifier to its head, articles and counts included."""
    doc: Doc = head.doc
    first = min([c.left_edge.i for c in head.children if c.dep_ in MODIFIERS | {"det"} and c.i < head.i] + [head.i])
    last = head.i
    if head.ent_type_:
        while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and doc[last + 1].ent_type_ == head.ent_type_:
            last += 1
    for p in syntax.prepositions(head, "of"):
        for inner in p.children:
            if inner.dep_ == "pobj" and describe(inner) & {"person", "civilian", "armed", "protester"}:
                last = max(last, inner.i)
    return Span(doc[first].idx, doc[last].idx + len(doc[last]))


def names_of(actors: Iterable[Actor]) -> frozenset[str]:
    """By what the parties can be told apart: ids, else the last word of the name, in small letters."""
    return frozenset(a.id or a.name.lower().split()[-1] for a in actors if a.name)


_ABROAD = word_set("foreign international western allied coalition nato multinational")
_ARMED = word_set("MIL REB COP PAR UAF CRM")


def is_from_abroad(actor: Actor) -> bool:
    """Whether the words call a party foreign without naming its country: "the last foreign forces"."""
    return actor.country is None and bool(_ABROAD & set(actor.text.lower().split()))


def is_same_party(one: Actor, two: Actor) -> bool:
    """Whether two phrases of different sentences on one happening name one party: "Afghan soldiers", "the troops"."""
    if one.id and two.id:
        return one.id == two.id
    if one.country and two.country and one.country != two.country:
        return False
    if is_from_abroad(one) != is_from_abroad(two) and (one.country or two.country):
        return False
    if one.name.lower().split()[-1:] == two.name.lower().split()[-1:]:
        return True
    return one.sector == two.sector and one.sector in _ARMED
