"""What an event can be: the kinds that patterns lead to, with ACLED's names and PLOVER's event and mode for each.

ACLED's event and sub-event types are those of its 2019 typology, PLOVER's events and modes those of its manual, draft
0.8. A kind outside ACLED has no event type, and its category says what it is instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal[
    "violence", "territory", "movement", "protest", "custody", "weapons", "politics", "talks", "statement", "relief"
]
"""Kinds that can be told of one happening belong to one family; events of different families are never merged."""

BATTLES = "Battles"
REMOTE = "Explosions/Remote violence"
CIVILIANS = "Violence against civilians"
PROTESTS = "Protests"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. `rank` orders kinds of a family by how much they tell: the higher wins when two are merged."""

    key: str
    event_type: str | None
    sub_event_type: str | None
    plover: str | None
    mode: str | None
    category: str
    family: Family
    rank: int


def _kinds(*rows: tuple[str, str | None, str | None, str | None, str | None, str, Family, int]) -> dict[str, Kind]:
    return {row[0]: Kind(*row) for row in rows}


CHANGE = "Change to group/activity"
KINDS: dict[str, Kind] = _kinds(
    # key, ACLED event type, ACLED sub-event type, PLOVER event, PLOVER mode, category, family, rank
    ("clash", BATTLES, "Armed clash", "ASSAULT", "firearms", "Armed clash", "violence", 50),
    ("regained", BATTLES, "Government regains territory", "COERCE", "seize", "Territory regained", "territory", 60),
    (
        "overtaken",
        BATTLES,
        "Non-state actor overtakes territory",
        "COERCE",
        "seize",
        "Territory taken",
        "territory",
        60,
    ),
    ("air", REMOTE, "Air/drone strike", "ASSAULT", "aerial", "Air strike", "violence", 80),
    ("drone", REMOTE, "Air/drone strike", "ASSAULT", "drone", "Drone strike", "violence", 81),
    ("shelling", REMOTE, "Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", "Shelling", "violence", 80),
    ("bomb", REMOTE, "Remote explosive/landmine/IED", "ASSAULT", "explosives", "Bomb or mine", "violence", 80),
    ("suicide", REMOTE, "Suicide bomb", "ASSAULT", "suicide-attack", "Suicide bomb", "violence", 90),
    ("grenade", REMOTE, "Grenade", "ASSAULT", "explosives", "Grenade", "violence", 85),
    ("chemical", REMOTE, "Chemical weapon", "ASSAULT", "unconventional", "Chemical weapon", "violence", 95),
    ("attack", CIVILIANS, "Attack", "ASSAULT", "firearms", "Attack on civilians", "violence", 40),
    ("abduction", CIVILIANS, "Abduction/forced disappearance", "ASSAULT", "abduct", "Abduction", "custody", 70),
    ("sexual", CIVILIANS, "Sexual violence", "ASSAULT", "sexual", "Sexual violence", "violence", 75),
    ("protest", PROTESTS, "Peaceful protest", "PROTEST", "demo", "Protest", "protest", 30),
    ("strike", PROTESTS, "Peaceful protest", "PROTEST", "strike", "Strike", "protest", 31),
    ("hunger_strike", PROTESTS, "Peaceful protest", "PROTEST", "hunger", "Hunger strike", "protest", 32),
    ("intervention", PROTESTS, "Protest with intervention", "PROTEST", "demo", "Protest broken up", "protest", 60),
    (
        "excessive_force",
        PROTESTS,
        "Excessive force against protesters",
        "ASSAULT",
        "crowd-control",
        "Force against protesters",
        "protest",
        70,
    ),
    ("riot", RIOTS, "Violent demonstration", "PROTEST", "riot", "Violent demonstration", "protest", 55),
    ("mob", RIOTS, "Mob violence", "ASSAULT", "primitive", "Mob violence", "violence", 60),
    ("agreement", STRATEGIC, "Agreement", "AGREE", None, "Agreement", "politics", 50),
    ("ceasefire", STRATEGIC, "Agreement", "RETREAT", "ceasefire", "Ceasefire", "politics", 55),
    ("surrender", STRATEGIC, "Agreement", "RETREAT", "disarm", "Surrender", "movement", 60),
    ("release", STRATEGIC, "Agreement", "RETREAT", "release", "Release or exchange of prisoners", "custody", 60),
    ("arrest", STRATEGIC, "Arrests", "COERCE", "arrest", "Arrests", "custody", 50),
    ("flight_forces", STRATEGIC, CHANGE, "RETREAT", None, "Flight of forces", "movement", 55),
    ("withdrawal", STRATEGIC, CHANGE, "RETREAT", "withdraw", "Withdrawal", "movement", 50),
    ("deployment", STRATEGIC, CHANGE, "MOBILIZE", "troops", "Deployment", "movement", 50),
    ("mobilization", None, None, "MOBILIZE", "troops", "Mobilisation", "movement", 51),
    ("group_change", STRATEGIC, CHANGE, None, None, "Change to a group", "politics", 40),
    ("blockade", STRATEGIC, "Other", "COERCE", "restrict", "Roads or access cut", "movement", 45),
    ("weapons", STRATEGIC, "Disrupted weapons use", "COERCE", "seize", "Weapons seized or disarmed", "weapons", 60),
    ("interception", STRATEGIC, "Disrupted weapons use", "COERCE", None, "Weapon intercepted", "weapons", 65),
    ("base", STRATEGIC, "Headquarters or base established", "MOBILIZE", "troops", "Base set up", "movement", 60),
    (
        "destruction",
        STRATEGIC,
        "Looting/property destruction",
        "ASSAULT",
        "destroy",
        "Looting or destruction",
        "violence",
        35,
    ),
    (
        "handover",
        STRATEGIC,
        "Non-violent transfer of territory",
        "RETREAT",
        "withdraw",
        "Territory handed over",
        "territory",
        65,
    ),
    ("mass_grave", STRATEGIC, "Other", None, None, "Mass grave found", "relief", 40),
    ("displacement", None, None, None, None, "Displacement", "relief", 50),
    ("flight", None, None, None, None, "Flight", "relief", 50),
    ("meeting", None, None, "CONSULT", "multilateral", "Diplomacy", "talks", 40),
    ("visit", None, None, "CONSULT", "visit", "Diplomacy", "talks", 45),
    ("phone", None, None, "CONSULT", "phone", "Diplomacy", "talks", 45),
    ("aid", None, None, "AID", None, "Aid", "relief", 40),
    ("threat", None, None, "THREATEN", "violence", "Threat", "statement", 30),
    ("sanctions", None, None, "SANCTION", "discontinue", "Sanctions", "politics", 45),
    ("expulsion", None, None, "SANCTION", "expel", "Expulsion", "politics", 45),
    ("accusation", None, None, "ACCUSE", "allege", "Accusation", "statement", 20),
    ("criticism", None, None, "ACCUSE", "disapprove", "Criticism", "statement", 20),
    ("demand", None, None, "REQUEST", "change", "Demand", "statement", 20),
    ("rejection", None, None, "REJECT", "yield", "Rejection", "statement", 20),
    ("support", None, None, "SUPPORT", None, "Support", "statement", 20),
    ("cooperation", None, None, "COOPERATE", None, "Cooperation", "politics", 30),
    ("resignation", None, None, "RETREAT", "resign", "Resignation", "politics", 40),
)
