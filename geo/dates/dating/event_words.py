"""The words that tell which time an event can claim: verbs and nouns of saying, of planning, and families of one event.

Tables only; `geo.dates.dating.attachment`, `geo.dates.dating.sayings` and `geo.dates.dating.event_time` apply them.
"""

from __future__ import annotations

SAYING = frozenset(
    [
        "say",
        "tell",
        "report",
        "announce",
        "state",
        "add",
        "claim",
        "confirm",
        "acknowledge",
        "write",
        "predict",
        "note",
        "declare",
        "accord",
        "deny",
        "allege",
        "insist",
        "assert",
        "admit",
        "reveal",
        "testify",
        "disclose",
        "recount",
        "stress",
        "concede",
        "reiterate",
        "quote",
        "warn",
        "explain",
        "contend",
    ]
)
"""Verbs whose time is that of a statement: what they tell of happened by then, not then."""

SAYING_FORMS = (
    "said|says|say|told|tells|reported|announced|stated|added|claimed|confirmed|acknowledged|wrote|noted|declared"
    "|tweeted|posted|denied|alleged|insisted|admitted|revealed|disclosed|warned|testified"
)
"""The same verbs as they are spelt beside a time, for where the parse goes wrong."""

STATEMENTS = frozenset(
    [
        "statement",
        "communique",
        "communiqué",
        "post",
        "tweet",
        "video",
        "interview",
        "briefing",
        "conference",
        "release",
        "report",
        "message",
        "letter",
        "editorial",
        "speech",
        "address",
        "announcement",
        "bulletin",
        "broadcast",
        "dispatch",
        "remark",
        "comment",
        "dispatch",
        "update",
    ]
)
"""Nouns that are statements: "Sunday's statement", "a Sunday post", "a letter dated Monday"."""

ISSUING = frozenset(
    [
        "issue",
        "release",
        "publish",
        "post",
        "date",
        "air",
        "broadcast",
        "sign",
        "circulate",
        "distribute",
        "make",
        "upload",
        "share",
    ]
)
"""Verbs that are about a statement being made: "a statement issued Sunday"."""

SPEAKING = frozenset(["speak", "tweet"])
"""Verbs of speaking that govern no clause: "a police chief, speaking on Sunday, said"."""

AHEAD = frozenset(
    [
        "vow",
        "threaten",
        "plan",
        "agree",
        "promise",
        "pledge",
        "intend",
        "prepare",
        "order",
        "urge",
        "ask",
        "want",
        "hope",
        "decide",
        "expect",
        "schedule",
        "propose",
        "offer",
        "refuse",
        "call",
        "demand",
        "aim",
        "seek",
        "set",
        "require",
        "due",
        "likely",
        "ready",
        "warn",
        "try",
    ]
)
"""Words whose infinitive lies ahead of them: "agreed on Sunday to withdraw"."""

LIGHT = frozenset(
    [
        "carry",
        "launch",
        "stage",
        "hold",
        "mount",
        "conduct",
        "commit",
        "make",
        "have",
        "give",
        "suffer",
        "see",
        "witness",
        "lead",
        "wage",
        "fight",
    ]
)
"""Verbs that say no more than their object: the time of "Sunday's raid" is that of "carried out Sunday's raid"."""

DURING = frozenset(["in", "during", "at", "on", "amid", "throughout", "by"])
"""Prepositions through which the time of a noun is the time of its verb: "killed in Thursday's raid"."""

_FAMILIES = (
    "kill murder slay slaying homicide killing assassinate assassination death massacre shooting",
    "explode explosion blast bomb bombing detonate detonation",
    "shell shelling bombard bombardment barrage",
    "capture seize seizure takeover takeover overrun retake recapture",
    "attack assault raid ambush storm offensive onslaught",
    "strike airstrike bomb bombing raid",
    "arrest detain detention",
    "rule ruling decide decision verdict judgment",
    "protest march rally demonstration demonstrate",
    "kidnap abduct abduction kidnapping",
    "crash collide collision",
    "resign resignation",
    "withdraw withdrawal pullout retreat",
    "invade invasion",
)


def _by_word() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, family in enumerate(_FAMILIES):
        for word in family.split():
            found[word] = (*found.get(word, ()), number)
    return found


FAMILIES = _by_word()
"""Words that can tell of one and the same event: each lemma with the numbers of its families."""
EVENT_NOUNS = frozenset(FAMILIES) | frozenset(
    [
        "clash",
        "fighting",
        "battle",
        "war",
        "fight",
        "attack",
        "talk",
        "summit",
        "meeting",
        "election",
        "vote",
        "siege",
        "riot",
        "coup",
        "mutiny",
        "gunfight",
        "firefight",
        "skirmish",
        "incident",
        "operation",
        "crackdown",
        "uprising",
        "violence",
        "unrest",
        "conflict",
        "ceasefire",
        "truce",
        "victory",
        "defeat",
    ]
)
"""Nouns that tell of something that happens, and so have a time of their own."""
