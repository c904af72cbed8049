"""What an article is about, as far as that tells how its names are meant: whether it reads like news of a war."""

from __future__ import annotations

from collections.abc import Iterable


def _set(words: str) -> frozenset[str]:
    """The words of a table, blanks between them."""
    return frozenset(words.split())


WAR_WORDS = _set(
    """
    killed troops soldiers army rebels militants militia insurgents fighters gunmen shelling shelled shells airstrike
    airstrikes strike strikes missile missiles rocket rockets drone drones clashes fighting ceasefire truce siege
    besieged offensive bombardment bombing bomb bombs wounded frontline invasion jihadists junta guerrillas ambush
    artillery refugees displaced peacekeepers hostages curfew insurgency warplanes convoy captured seized recaptured
    attack attacked attacks war battle explosion explosions conflict military civilians patrol
    """
)
"""Words that conflict news is full of; an unknown name there is a place more often than in local news."""

_ONE_IN = 40
"""A text in which every so-manieth word is of war is wholly about it."""


def measure_war(words: Iterable[str]) -> float:
    """How much a text of these words, in small letters, reads like news of a war, from 0 (no word of it) to 1.

    >>> measure_war("the council met on monday".split()), measure_war("rebels shelled the town".split())
    (0.0, 1.0)
    """
    told = [word in WAR_WORDS for word in words]
    return min(1.0, _ONE_IN * sum(told) / len(told)) if told else 0.0
