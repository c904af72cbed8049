"""Classes of words that tell how a place is tied to a verb: what holds the place, and what the verb does to it.

Tables alone; geo/events/locate_signs.py reads them. Compiled for this project from general knowledge of English.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Token

from geo.events.phrases import lemma
from geo.events.words import CLASSES, word_set

GROUND = word_set(
    "town city village suburb district province region area state county neighbourhood neighborhood quarter port "
    "governorate capital settlement island valley camp outskirts countryside hamlet community commune municipality "
    "sector territory zone enclave stronghold oblast parish township borough part parts side edge centre center heart "
    "south north east west axis pocket peninsula mountain hill plateau coast border crossing line road highway street "
    "junction"
)
"""Nouns for stretches of ground: "the town of Sake", "the Sake area"."""

SITES = word_set(
    "home house residence office hospital market checkpoint station base mosque church school hotel restaurant "
    "building prison jail airport barracks headquarters square bridge university court park shop "
    "club bar mall compound farm field tunnel tower position point site location defense front-line frontline airbase "
    "apartment"
)
"""Nouns for sites: "her Jaffna home", "positions in Sake"."""

HAPPENINGS = word_set(
    "attack bombing shooting killing war battle offensive operation clash fighting raid strike airstrike massacre "
    "protest demonstration march conflict assault blast explosion siege ambush invasion rally murder talk meeting "
    "summit election coup crisis peace agreement treaty campaign fight incident bombardment shelling gunfight riot"
)
"""Nouns for what happens: "an attack in Sake"."""

ORGANISATIONS = word_set(
    "council group party movement company agency newspaper daily league team front ministry committee commission "
    "organization organisation association bureau bank network news television radio times union brigade division "
    "observatory embassy consulate mission"
)
"""Nouns for organisations: a place before them is part of their name."""

PEOPLE = frozenset[str]().union(
    *(
        CLASSES[name]
        for name in ("state", "police", "government", "rebel", "unnamed_armed", "civilian", "igo", "ngo", "militia")
        if name in CLASSES
    )
)
"""Nouns for people and forces: a place before them is where they are from."""

SOURCES = word_set("according source sources told correspondent reporter spokesman")
"""Words that head the phrase of one who speaks: a place under them is where they sit."""

VERBS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "kill",
        word_set("kill shoot murder die wound injure execute assassinate behead stab slaughter massacre gun hurt"),
    ),
    (
        "take",
        word_set(
            "capture seize enter storm overrun recapture retake liberate occupy invade take control besiege reach "
            "secure raze clear conquer annex recover encircle"
        ),
    ),
    (
        "blast",
        word_set(
            "detonate explode bomb blast blow bombard shell strike hit target raid attack rock pound burn destroy "
            "damage set torch fire drop"
        ),
    ),
    ("crowd", word_set("demonstrate protest march rally gather riot clash")),
    ("patrol", word_set("patrol deploy station guard")),
    ("catch", word_set("arrest detain kidnap abduct hold")),
    ("begin", word_set("launch begin start carry conduct stage continue resume mount plan")),
    (
        "move",
        word_set(
            "flee move travel go return withdraw retreat send advance cross arrive come evacuate rush drive escape push"
        ),
    ),
    (
        "say",
        word_set(
            "say tell report announce claim state add quote confirm accord deny speak warn describe note declare "
            "allege suggest believe think accuse"
        ),
    ),
    ("be", word_set("be have do locate lie situate border face overlook")),
)
"""Classes of verbs, the first that holds the lemma counts; "other" is what none holds."""

PREPOSITIONS = word_set(
    "in at on near inside outside around across along within throughout off over to into from by of between under "
    "toward towards through against with for after since before about during like as via beyond upon onto among amid "
    "behind above despite including where"
)

SUBORDINATORS = word_set("after when while before as because since who which where that and but")
"""Words that open another clause or a further fact between a verb and a place."""


@lru_cache(maxsize=4096)
def _class_of_verb(word: str) -> str:
    return next((name for name, words in VERBS if word in words), "other")


def classify_verb(token: Token) -> str:
    """The class of a verb's (or an event noun's) lemma: "kill", "take" ... or "other"."""
    return _class_of_verb(lemma(token))


def classify_holder(token: Token) -> str:
    """What a place's head word is: "ground", "site", "happening", "people", "organisation", "verb", "thing", or the
    language model's PERSON, ORG, NORP for names."""
    words = {lemma(token), token.lower_}
    if words & GROUND:
        return "ground"
    if words & SITES:
        return "site"
    if words & HAPPENINGS:
        return "happening"
    if words & PEOPLE:
        return "people"
    if words & ORGANISATIONS:
        return "organisation"
    if token.ent_type_ in ("PERSON", "ORG", "NORP"):
        return str(token.ent_type_)
    return "verb" if token.pos_ in ("VERB", "AUX") else "thing"


def name_preposition(token: Token) -> str:
    """The lower-case preposition, "other" where the table does not list it."""
    return token.lower_ if token.lower_ in PREPOSITIONS else "other"
