"""From a happening to its kind: the facts that hold of it, and the ordered rules that read them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from geo.events import syntax
from geo.events.happenings import VIOLENT, Happening
from geo.events.phrases import MODIFIERS, describe, lemma, word_classes
from geo.events.taxonomy import KINDS, Kind
from geo.events.words import word_set

MEANS = ("aircraft", "artillery", "explosive", "grenade", "gas", "suicide", "gun")
LABELS = word_set(
    "state police government rebel unnamed_armed armed civilian person protester mob aircraft country territory "
    "base property rioter igo artillery explosive road militia named"
)


@dataclass(frozen=True, slots=True)
class Typing:
    """The kind given to a happening and the rule that gave it, in words."""

    kind: Kind
    rule: str


Rule = tuple[str, str, str | None]

# Each rule: its name, the facts it needs (all; `|` parts alternatives, `!` forbids), the kind or None for "no event".
RULES: tuple[Rule, ...] = (
    ("a mass grave", "frame:mass_grave", "mass_grave"),
    ("an explosion in industry", "frame:bomb industry !bomb-words !armed-words !agent:person", None),
    (
        "an accident, a disaster or an illness",
        "violent accident !agent:armed !means:explosive !means:gun !armed-words",
        None,
    ),
    ("sport", "sport !armed-words !frame:protest", None),
    ("business or show business", "violent business !armed-words", None),
    ("sexual violence", "frame:rape", "sexual"),
    (
        "taken away by force, by the police or in an arrest",
        "frame:abduct agent:police !agent:rebel frame:arrest",
        "arrest",
    ),
    ("taken away by force", "frame:abduct", "abduction"),
    ("a shooting down", "frame:shot_down !frame:kill", "interception"),
    ("a shooting down of an aircraft with people", "frame:shot_down", "shelling"),
    ("a riot", "frame:riot !frame:fire", "riot"),
    (
        "a protest put down with excessive force",
        "protest-words excessive frame:disperse|frame:wound|frame:kill|frame:attack|frame:torture",
        "excessive_force",
    ),
    (
        "tear gas or batons against a protest, people hurt or killed by live fire",
        "protest-words agent:police|agent:state frame:kill|frame:fire !tear-only",
        "excessive_force",
    ),
    (
        "live fire on protesters",
        "frame:kill|frame:fire|frame:attack target:protester agent:police|agent:state",
        "excessive_force",
    ),
    (
        "live fire on protesters, shooter not told",
        "frame:fire|frame:disperse protest-words live-fire",
        "excessive_force",
    ),
    (
        "people hurt as a protest was broken up",
        "frame:disperse frame:wound|frame:kill protest-words",
        "excessive_force",
    ),
    ("a riot", "frame:riot", "riot"),
    ("protesters and police clash", "protest-words frame:clash target:protester|agent:protester", "riot"),
    ("protesters set fire, loot or throw", "agent:protester frame:destroy|frame:attack", "riot"),
    ("a protest turned violent", "frame:protest violent-protest", "riot"),
    ("a protest broken up", "frame:disperse protest-words", "intervention"),
    ("arrests at a protest", "frame:protest|protest-words frame:arrest", "intervention"),
    (
        "police against a protest",
        "frame:torture|frame:attack|frame:wound target:protester agent:police|agent:state",
        "excessive_force",
    ),
    ("tear gas", "frame:disperse", "intervention"),
    ("a mob", "violent agent:mob !agent:armed !frame:protest", "mob"),
    ("a lynching", "violent lynching", "mob"),
    ("chemical weapons", "frame:chemical", "chemical"),
    ("poison gas as the means", "violent means:gas", "chemical"),
    ("a suicide attack", "frame:suicide", "suicide"),
    ("a suicide attack by the words around", "violent means:suicide !frame:kill-self", "suicide"),
    ("grenades", "frame:grenade", "grenade"),
    ("grenades as the means", "violent means:grenade !means:artillery !frame:clash", "grenade"),
    ("from the air", "frame:air", "air"),
    (
        "from the air by the means",
        "frame:attack|frame:kill|frame:wound|frame:bomb|frame:shelling|frame:fire means:aircraft",
        "air",
    ),
    ("territory handed over", "frame:handover", "handover"),
    ("ground taken without a fight", "frame:take|frame:take_back peaceful", "handover"),
    (
        "the state takes ground back",
        "frame:take_back agent1:state|agent1:police|agent1:government|agent1:country",
        "regained",
    ),
    ("non-state forces take ground", "frame:take|frame:take_back|frame:clear agent1:rebel", "overtaken"),
    (
        "the state takes ground",
        "frame:take|frame:clear agent1:state|agent1:police|agent1:government|agent1:country",
        "regained",
    ),
    ("ground gained", "frame:gains agent:state|agent:country", "regained"),
    ("ground gained", "frame:gains", "overtaken"),
    ("ground lost to non-state forces", "frame:take to:rebel", "overtaken"),
    ("ground retaken, nobody named", "frame:take_back|frame:clear", "regained"),
    ("ground taken, nobody named", "frame:take from:rebel", "regained"),
    ("ground taken, nobody named", "frame:take armed-words", "overtaken"),
    ("shells, rockets or missiles", "frame:shelling", "shelling"),
    (
        "rockets or missiles as the means",
        "frame:attack|frame:fire|frame:kill|frame:wound means:artillery !frame:clash",
        "shelling",
    ),
    ("a bomb or mine", "frame:bomb", "bomb"),
    (
        "a bomb or mine as the means",
        "frame:kill|frame:wound|frame:attack|frame:destroy means:explosive !frame:clash !means:gun",
        "bomb",
    ),
    ("a bomb found before it went off", "frame:planted defused", "weapons"),
    ("a bomb planted", "frame:planted", "bomb"),
    ("two armed sides", "frame:clash !agent:protester", "clash"),
    (
        "armed forces struck by armed men",
        "frame:attack|frame:fire|frame:kill|frame:wound target:armed !target:civilian !frame:execution",
        "clash",
    ),
    ("a military position struck", "frame:attack|frame:fire target:base", "clash"),
    ("an advance of one armed side", "frame:attack advance", "clash"),
    ("property attacked", "frame:attack target:property !target:person !target:armed !agent:armed", "destruction"),
    ("property destroyed", "frame:destroy !frame:kill !frame:attack", "destruction"),
    ("people attacked", "frame:attack|frame:fire|frame:kill|frame:torture supported", "attack"),
    ("people hurt", "frame:wound armed-words", "attack"),
    ("an arrest with weapons", "frame:weapons", "weapons"),
    ("surrender", "frame:surrender", "surrender"),
    ("armed forces flee", "frame:flee_forces", "flight_forces"),
    ("reservists called up", "frame:mobilize", "mobilization"),
    ("a base set up", "frame:base", "base"),
    ("forces withdraw", "frame:withdraw", "withdrawal"),
    ("forces move in", "frame:deploy", "deployment"),
    ("a group changes", "frame:group_change", "group_change"),
    ("roads or supplies cut", "frame:blockade", "blockade"),
    ("a mass grave", "frame:mass_grave", "mass_grave"),
    ("a strike", "frame:strike", "strike"),
    ("a hunger strike", "frame:hunger_strike", "hunger_strike"),
    ("a protest", "frame:protest", "protest"),
    ("prisoners freed", "frame:release", "release"),
    ("an arrest", "frame:arrest", "arrest"),
    ("a ceasefire", "frame:ceasefire", "ceasefire"),
    ("an agreement", "frame:agreement", "agreement"),
    ("sanctions", "frame:sanctions", "sanctions"),
    ("an expulsion", "frame:expulsion", "expulsion"),
    ("a resignation", "frame:resignation", "resignation"),
    ("a call by phone", "frame:phone", "phone"),
    ("a visit", "frame:visit", "visit"),
    ("talks", "frame:meeting", "meeting"),
    ("people made to leave", "frame:displaced", "displacement"),
    ("forces that fled come in", "frame:entry", "flight_forces"),
    ("civilians flee", "frame:flee_civilians", "flight"),
    ("aid", "frame:aid", "aid"),
    ("a threat", "frame:threat", "threat"),
    ("an accusation", "frame:accusation", "accusation"),
    ("criticism", "frame:criticism", "criticism"),
    ("a demand", "frame:demand", "demand"),
    ("a refusal", "frame:rejection", "rejection"),
    ("support", "frame:support", "support"),
)

_INDUSTRY = word_set(
    "plant factory warehouse industrial chemical gas tank cylinder refinery fuel boiler solvent container "
    "pipeline stove"
)
_BOMBS = word_set("bomb ied mine landmine explosive device bomber car-bomb vest detonate plant_")
_PEACEFUL = word_set("withdraw withdrawal unopposed resistance vacate desert abandon peacefully pullout retreat")
_EXCESSIVE = word_set("excessive brutal brutally violently crackdown suppress brutality")
_SUPPORT = frozenset(
    f"{side}:{label}"
    for side in ("agent", "target")
    for label in (
        "armed",
        "person",
        "civilian",
        "country",
        "territory",
        "property",
        "base",
        "protester",
        "government",
        "igo",
    )
) | frozenset(f"means:{m}" for m in MEANS)
_LIVE = word_set("live bullet gunfire ammunition shot round")
_ARMED_WORDS = word_set("rebel state unnamed_armed explosive artillery grenade suicide gun police")
_MILD = word_set("tear rubber water pepper baton teargas")


def find_facts(happening: Happening) -> frozenset[str]:
    """What holds of a happening, as the words that RULES ask for."""
    facts: set[str] = {f"frame:{frame}" for frame in happening.frames}
    violent = bool(happening.frames & VIOLENT)
    if violent:
        facts.add("violent")
    agents: list[Token] = []
    first_agents = syntax.subjects(happening.main.token)[:1]
    targets: list[Token] = []
    for trigger in happening.triggers:
        subjects, objects = syntax.subjects(trigger.token), syntax.objects(trigger.token)
        if trigger.frame == "clash":
            objects = [*objects, *syntax.prepositional_objects(trigger.token, "with", "between", "against", "on")]
        if trigger.frame in ("fire", "attack", "kill"):
            objects = [*objects, *syntax.prepositional_objects(trigger.token, "on", "at", "against")]
        agents += subjects
        targets += objects
        if trigger.frame == "take":
            for p in syntax.prepositional_objects(trigger.token, "to"):
                facts |= {f"to:{x}" for x in describe(p) & LABELS}
            for p in syntax.prepositional_objects(trigger.token, "from"):
                facts |= {f"from:{x}" for x in describe(p) & LABELS}
    for token in agents:
        facts |= {f"agent:{x}" for x in describe(token) & LABELS}
    for token in first_agents or agents[:1]:
        facts |= {f"agent1:{x}" for x in describe(token) & LABELS}
    for token in targets:
        facts |= {f"target:{x}" for x in describe(token) & LABELS}
    words = _scope(happening)
    lemmas = {lemma(t) for t in words}
    classes = {c for t in words for c in word_classes(lemma(t))}
    facts |= {f"means:{m}" for m in MEANS if m in classes and m not in ("gas", "aircraft")}
    if any(
        "aircraft" in describe(t)
        for t in (
            *agents,
            *(p for t in happening.triggers for p in syntax.prepositional_objects(t.token, "by", "from")),
        )
    ):
        facts.add("means:aircraft")
    if any("gas" in describe(t) for t in words if t.pos_ in ("NOUN", "PROPN")):
        facts.add("means:gas")
    sentence = {lemma(t) for t in happening.sentence}
    if any("accident" in word_classes(w) for w in sentence) and not any(
        word_classes(w) & _ARMED_WORDS for w in sentence
    ):
        facts.add("accident")
    if sentence & _INDUSTRY:
        facts.add("industry")
    if sentence & _BOMBS:
        facts.add("bomb-words")
    if sentence & _PEACEFUL:
        facts.add("peaceful")
    if sentence & _EXCESSIVE:
        facts.add("excessive")
    if classes & {"accident"}:
        facts.add("accident")
    if len({w for w in sentence if "sport" in word_classes(w)}) >= 2:
        facts.add("sport")
    if len({w for w in sentence if "business" in word_classes(w)}) >= 2:
        facts.add("business")
    if classes & _ARMED_WORDS:
        facts.add("armed-words")
    if any("protester" in word_classes(w) for w in sentence) and sentence & {
        "protest",
        "protester",
        "demonstrator",
        "demonstration",
        "rally",
        "march",
        "sit-in",
        "protestor",
        "marcher",
        "crowd",
        "chain",
        "procession",
    }:
        facts.add("protest-words")
    if lemmas & _LIVE and not lemmas & {"rubber"}:
        facts.add("live-fire")
    if sentence & _MILD and not sentence & {"live", "kill", "dead", "shoot"}:
        facts.add("tear-only")
    if sentence & {"lynch", "lynching", "mob"}:
        facts.add("lynching")
    if sentence & {"violent", "molotov", "torch", "loot", "petrol", "stone", "barricade", "rampage", "vandalize"} and (
        "peaceful" not in sentence
    ):
        facts.add("violent-protest")
    if len(happening.frames) > 1 or facts & _SUPPORT or any(t.ent_type_ in ("GPE", "LOC", "FAC") for t in words):
        facts.add("supported")
    if any(t.token.dep_ == "dobj" and lemma(t.token.head) == "deny" for t in happening.triggers):
        facts.add("supported")
    if any(t.token.lemma_ in ("advance", "push", "invade") for t in happening.triggers):
        facts.add("advance")
    if sentence & {"defuse", "disarm", "deactivate"}:
        facts.add("defused")
    return frozenset(facts)


def _scope(happening: Happening) -> list[Token]:
    """The words in which the means of a happening are looked for: the clauses of its triggers."""
    out: dict[int, Token] = {}
    for trigger in happening.triggers:
        for token in syntax.clause(trigger.token):
            out[token.i] = token
        for head in (*syntax.subjects(trigger.token), *syntax.objects(trigger.token)):
            for token in (head, *(c for c in head.children if c.dep_ in MODIFIERS)):
                out[token.i] = token
        for token in trigger.token.subtree:
            if trigger.token.pos_ in ("NOUN", "PROPN"):
                out[token.i] = token
    return [out[i] for i in sorted(out)]


def _met(need: str, facts: frozenset[str]) -> bool:
    if need.startswith("!"):
        return need[1:] not in facts
    return any(part in facts for part in need.split("|"))


def decide_kind(facts: frozenset[str]) -> Typing | None:
    """The kind that the first fitting rule gives; None where no rule fits or the rule says that it is no event.

    >>> decide_kind(frozenset({"frame:air", "violent"})).kind.sub_event_type
    'Air/drone strike'
    """
    for name, needs, kind in RULES:
        if all(_met(need, facts) for need in needs.split()):
            return None if kind is None else Typing(KINDS[kind], name)
    return None
