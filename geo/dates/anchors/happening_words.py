"""Words for happenings: those that can tell of one and the same, and those that tell of none."""

from __future__ import annotations

_FAMILIES = (
    "kill killing murder assassinate assassination die death slay slaying execute execution",
    "shoot shooting gunfire",
    "bomb bombing blast explode explosion detonate detonation",
    "attack assault raid ambush storm storming",
    "offensive campaign",
    "invade invasion",
    "capture seize seizure take takeover fall overrun",
    "elect election vote voting poll ballot",
    "coup overthrow oust ouster topple depose putsch",
    "withdraw withdrawal pullout retreat pull-out",
    "leave departure depart",
    "ceasefire cease-fire truce armistice",
    "arrest detain detention",
    "abduct abduction kidnap kidnapping",
    "resign resignation",
    "arrive arrival",
    "earthquake quake",
    "crash collide collision",
    "deadline",
    "divide division partition",
    "declare declaration",
    "agree agreement accord deal",
    "demonstrate demonstration protest march rally",
    "flee flight escape",
    "siege besiege",
    "surrender capitulate capitulation",
)

FAMILIES = {word: family.split()[0] for family in _FAMILIES for word in family.split()}
"""The lemma of each word for a happening, and the first word of its family."""

COMING_ABOUT = {"be", "take", "happen", "occur", "come", "follow", "hold", "fall"}
"""Verbs whose subject is the happening: "the vote was on 5 May", "the attack took place on Monday"."""

BEGINNING = {"begin", "start", "erupt", "break", "open", "commence", "launch"}
ENDING = {"end", "conclude", "finish", "lift", "cease", "stop"}
LASTING = {
    "war", "conflict", "siege", "besiege", "occupation", "offensive", "campaign", "fighting", "talk", "negotiation",
    "rebellion", "uprising", "revolt", "revolution", "insurgency", "famine", "blockade", "crisis",
}  # fmt: skip
"""Happenings that last: "before the war" counts from their beginning, "after the war" from their end."""

NO_HAPPENINGS = {
    "say", "tell", "report", "announce", "add", "claim", "confirm", "write", "note", "be", "have", "do", "make", "come",
    "people", "man", "woman", "child", "year", "month", "day", "week", "percent", "government", "army", "group",
    "president", "minister", "soldier", "troop", "police", "city", "town", "village", "country", "happen", "occur",
    "begin", "start", "end",
}  # fmt: skip
"""Lemmas that a date may hang on without telling when a happening of that name was."""
