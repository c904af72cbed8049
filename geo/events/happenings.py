"""Triggers of a sentence gathered into happenings: the words that tell of one and the same thing, strongest first."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from geo.events import syntax
from geo.events.lexicon_strategic import STATEMENT_ROWS, STRATEGIC_ROWS
from geo.events.lexicon_violence import VIOLENCE
from geo.events.patterns import Trigger, build_patterns, match
from geo.events.words import word_set

PATTERNS = build_patterns((*VIOLENCE, *STRATEGIC_ROWS, *STATEMENT_ROWS))

# Frames that name the effect of something rather than the thing: they attach to what caused them.
EFFECTS = word_set("kill wound torture destroy")
VIOLENT = word_set(
    "air shelling bomb suicide grenade chemical fire attack clash kill wound torture shot_down planted destroy"
)
PROTESTING = word_set("protest strike hunger_strike disperse riot")
TERRITORIAL = word_set("gains take take_back clear handover")
MOVING = word_set("withdraw flee_forces surrender deploy base mobilize flee_civilians displaced")

# Which frames may tell of one happening together.
_TOGETHER: tuple[frozenset[str], ...] = (
    VIOLENT,
    PROTESTING | {"fire", "kill", "wound", "torture", "arrest", "attack", "clash", "destroy"},
    frozenset({"take", "take_back", "withdraw"}),
    TERRITORIAL | {"clash", "attack", "kill"},
    MOVING | {"handover"},
    frozenset({"weapons", "arrest"}),
    word_set("agreement ceasefire release meeting phone visit"),
    frozenset({"meeting", "phone", "visit"}),
    frozenset({"abduct", "kill"}),
    frozenset({"flee_civilians", "displaced"}),
    word_set("rape attack torture abduct"),
    frozenset({"weapons", "shot_down"}),
)

# How much a frame tells: the trigger of the highest one stands for the happening.
RANK: dict[str, int] = {
    name: rank
    for rank, names in enumerate(
        (
            "demand rejection support criticism accusation threat",
            "wound torture destroy planted",
            "kill",
            "fire",
            "attack disperse clear",
            "clash riot protest",
            "bomb shot_down strike hunger_strike",
            "shelling take take_back",
            "air grenade handover",
            "suicide chemical rape abduct",
        )
    )
    for name in names.split()
}

_PARTICIPANTS = word_set("protester protesters protestors demonstrator demonstrators bomber bombers rioters")
_TIME_BREAKS = word_set("after before since following until")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing told by one sentence: its triggers, that which tells most first."""

    triggers: tuple[Trigger, ...]
    sentence: DocSpan

    @property
    def main(self) -> Trigger:
        """The trigger that stands for the happening."""
        return self.triggers[0]

    @property
    def frames(self) -> frozenset[str]:
        """All frames that its triggers open."""
        return frozenset(t.frame for t in self.triggers)


def find_triggers(sentence: DocSpan) -> list[Trigger]:
    """The triggers of a sentence in text order; words that only lend their subject to another trigger are left out."""
    found: list[Trigger] = []
    for token in sentence:
        trigger = match(token, PATTERNS)
        if trigger is not None and trigger.frame != "none":
            found.append(trigger)
    return found


def _separated(a: Token, b: Token) -> bool:
    """Whether a word of time stands between the two in the tree: "fled after clashing" tells of two things."""
    up_a = [a, *syntax.ancestors(a)]
    up_b = [b, *syntax.ancestors(b)]
    common = next((t for t in up_a if t in up_b), None)
    if common is None:
        return True
    path = list(up_a[: up_a.index(common)]) + list(up_b[: up_b.index(common)])
    for token in path:
        if token.dep_ in ("prep", "mark") and token.lower_ in _TIME_BREAKS:
            return True
        if token.dep_ == "advcl" and any(
            c.dep_ in ("mark", "advmod") and c.lower_ in _TIME_BREAKS for c in token.children
        ):
            return True
    return False


def _linked(a: Trigger, b: Trigger) -> bool:
    if not any(a.frame in group and b.frame in group for group in _TOGETHER):
        return False
    if "deadline" in (a.token.lower_, b.token.lower_):
        return False
    frames = {a.frame, b.frame}
    if "withdraw" in frames and frames & {"take", "take_back"}:
        return True
    # "The retreat is the third time that they have fled."
    if frames <= MOVING and any(t.head.lemma_ == "be" and t.dep_ == "nsubj" for t in (a.token, b.token)):
        return True
    # "Killed after police opened fire": what follows "after" is the cause, not an earlier event.
    hurt = next((t for t in (a, b) if t.frame in ("kill", "wound") and syntax.is_passive(t.token)), None)
    if hurt is None and abs(a.token.i - b.token.i) > 1 and _separated(a.token, b.token):
        return False
    if EFFECTS & {a.frame, b.frame} or {a.frame, b.frame} & {"fire", "disperse"}:
        return True
    # Two means or two clashes are one only where one is told by way of the other: subject, object, "in", participle.
    up_a, up_b = [a.token, *syntax.ancestors(a.token)], [b.token, *syntax.ancestors(b.token)]
    if b.token in up_a or a.token in up_b:
        lower, upper = (a.token, b.token) if b.token in up_a else (b.token, a.token)
        chain = [lower, *syntax.ancestors(lower)]
        steps = chain[: chain.index(upper)]
        return not any(
            t.dep_ in ("conj", "parataxis") and t.pos_ in ("VERB", "NOUN") and t is not steps[0] for t in steps
        ) and not (
            steps[-1].dep_ == "conj"
            and steps[-1].pos_ == "VERB"
            and bool([c for c in steps[-1].children if c.dep_ in syntax.SUBJECTS | syntax.PASSIVE_SUBJECTS])
        )
    return False


def _agreed(triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without those that only say what was agreed on: "agreed to withdraw all troops"."""
    agreeing = {t.token.i for t in triggers if t.token.lemma_ == "agree"}
    out = []
    for trigger in triggers:
        chain = [trigger.token, *syntax.ancestors(trigger.token)]
        content = any(
            lower.dep_ in ("xcomp", "ccomp") and upper.i in agreeing for lower, upper in itertools.pairwise(chain)
        )
        if not content:
            out.append(trigger)
    return out


def gather(triggers: Sequence[Trigger], sentence: DocSpan) -> list[Happening]:
    """The happenings of a sentence, in the order of their main triggers."""
    groups: list[list[Trigger]] = []
    triggers = _agreed(triggers)
    strong = [t for t in triggers if t.frame not in EFFECTS]
    weak = [t for t in triggers if t.frame in EFFECTS]
    for trigger in strong:
        home = next((g for g in groups if any(_linked(trigger, other) for other in g)), None)
        if home is None:
            groups.append([trigger])
        else:
            home.append(trigger)
    for trigger in sorted(weak, key=lambda t: RANK.get(t.frame, 5), reverse=True):
        near = sorted(groups, key=lambda g: min(_distance(trigger.token, o.token) for o in g))
        home = next((g for g in near if any(_linked(trigger, other) for other in g)), None)
        if home is None:
            groups.append([trigger])
        else:
            home.append(trigger)
    out = []
    for group in groups:
        ordered = sorted(group, key=lambda t: (_is_participant(t), -RANK.get(t.frame, 5), t.token.i))
        out.append(Happening(tuple(ordered), sentence))
    return sorted(out, key=lambda h: h.main.token.i)


def _is_participant(trigger: Trigger) -> bool:
    """Whether the word names those who take part rather than what they do: "protesters"."""
    return trigger.token.lower_ in _PARTICIPANTS


def _distance(a: Token, b: Token) -> int:
    up_a, up_b = [a, *syntax.ancestors(a)], [b, *syntax.ancestors(b)]
    common = next((t for t in up_a if t in up_b), None)
    return 99 if common is None else up_a.index(common) + up_b.index(common)
