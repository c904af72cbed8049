"""What is known about packs in words for the user, alike on the command line and on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from geo.gazetteer.packs.store import Pack


def describe_rows(pack: Pack) -> str:
    """How much a pack holds.

    >>> from pathlib import Path
    >>> describe_rows(Pack("AF", Path("AF.pack"), "ready", places=1, names=2500))
    '1 place under 2,500 names'
    """
    if pack.kind == "names":
        return f"{pack.names:,} further names"
    places = "1 place" if pack.places == 1 else f"{pack.places:,} places"
    return f"{places} under {pack.names:,} names"


def describe_losses(pack: Pack) -> str:
    """What of the dump is not in the pack, and why; empty when all of it is."""
    parts = []
    if pack.skipped:
        reasons = ", ".join(f"{count:,} with {why}" for why, count in pack.skipped.items())
        parts.append(f"skipped because they cannot be read: {reasons}")
    if pack.left_out:
        kinds = ", ".join(f"{count:,} {what}" for what, count in pack.left_out.items())
        parts.append(f"left out on purpose: {kinds}")
    return "; ".join(parts)


def describe_state(pack: Pack, packs: Sequence[Pack]) -> str:
    """Whether a pack of `packs` is in use: "in use", or what is the matter, in a whole sentence."""
    if pack.state != "ready":
        return pack.problem
    if pack.kind == "names":
        places = [other for other in packs if other.state == "ready" and other.kind == "places"]
        missing = ", ".join(other.name for other in places if other.version not in pack.covers)
        if missing:
            return f"In use, but made before the pack {missing} was: install it again to have its names as well."
    return "in use"
