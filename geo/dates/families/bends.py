"""Words around a date that change it: "early September", "the night of 5 July", "5 p.m. on Friday"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geo.dates.families.daytime import is_after, parse_clock
from geo.dates.rule import build_pattern
from geo.dates.values import Reading, interval_of
from geo.dates.words import DATE_MODS, PARTS_OF_DAY, alternatives
from geo.model import Interval

_EDGES = r"(?:the )?(?P<edge>" + alternatives(w for w in DATE_MODS if w != "mid") + r")(?: on)? (?:the )?"
_PARTS = (
    r"(?:the )?(?:(?P<how>early|late) )?(?:in |on )?(?:the )?(?:(?P<how2>early|late) )?"
    r"(?P<part><pod:>)(?: hours)?,?(?: of| on)?,? (?:the )?"
)
_ABOUT = r"(?:(?P<near>about|around|approximately|roughly) )?"
_LEFT = re.compile(
    r"(?:(?<=\W)|^)(?:"
    + "|".join(
        build_pattern(p, open_start=True).pattern.removesuffix(r"(?!\w)")
        for p in (
            _EDGES,
            r"(?P<mid>mid[- ]|early-|late-)",
            _PARTS,
            rf"(?:at )?{_ABOUT}<clock>,?(?: \(?<zone:>\)?)?,?(?: on| of)? ",
        )
    )
    + r")\Z",
    re.IGNORECASE,
)
_RIGHT = build_pattern(
    r"(?:'s|,)? (?:(?P<how>early|late) )?(?:(?:in|at) (?:the )?(?:(?P<how2>early|late) )?)?"
    rf"(?P<part><pod:>)(?: hours)?(?!-)|,? (?:at )?{_ABOUT}<clock>(?: \(?<zone:>\)?)?",
    open_start=True,
)
_ON_AND_AFTER = re.compile(r" (?:or later|and beyond|onwards?)\b", re.IGNORECASE)
_REACH = 36


@dataclass(frozen=True, slots=True)
class Bend:
    """How far the words around a date reach, and what they say: mod, part of day."""

    start: int
    end: int
    mod: str | None = None
    part: str | None = None


def find_bend(text: str, start: int, end: int) -> Bend:
    """What stands around text[start:end]; the span alone where nothing does."""
    mod = part = None
    left = _LEFT.search(text, max(0, start - _REACH), start) if text[start - 1 : start] in " -\n" else None
    right = _RIGHT.match(text, end)
    first, last = start, end
    if left is not None and (start - len(left[0]) == 0 or not text[left.start() - 1].isalnum()):
        first = left.start() + len(left[0]) - len(left[0].lstrip())
        if left["edge"]:
            mod = DATE_MODS[re.sub(r"\s+", " ", left["edge"].lower())]
        elif left["mid"]:
            mod = {"m": "MID", "e": "START", "l": "END"}[left["mid"][0].lower()]
        elif left["part"]:
            part, mod = PARTS_OF_DAY[left["part"].lower()], _how(left["how"] or left["how2"])
        elif left["clock"]:
            part, mod = parse_clock(left["clock"]), _about(left["near"])
        if part == "24:00" and is_after(text, left.start("part" if left["part"] else "clock")):
            part = "00:00"  # "after midnight on Sunday": the midnight that Sunday begins with
    if right is not None and part is None:
        last = right.end()
        if right["part"]:
            part, mod = PARTS_OF_DAY[right["part"].lower()], _how(right["how"] or right["how2"]) or mod
        else:
            part, mod = parse_clock(right["clock"]), _about(right["near"]) or mod
    elif mod is None and (beyond := _ON_AND_AFTER.match(text, end)):
        mod, last = "ON_OR_AFTER", beyond.end()
    return Bend(first, last, mod, part)


def _about(word: str | None) -> str | None:
    return "APPROX" if word else None


def _how(word: str | None) -> str | None:
    return {"early": "START", "late": "END"}.get((word or "").lower())


def apply_bend(reading: Reading, bend: Bend) -> Reading | None:
    """The reading with the words around it taken in, None where they do not fit it (a part of day of a month)."""
    value, kind, mod = reading.value, reading.type, reading.mod or bend.mod
    if (
        kind not in ("DATE", "TIME")
        or value.endswith("_REF")
        or (bend.part and ("T" in value or not re.match(r"[\dX]{4}-([\dX]{2}-[\dX]{2}|WXX-\d)$", value)))
    ):
        return None
    if bend.part:
        value, kind = f"{value}T{bend.part}", "TIME"
    if mod == "ON_OR_AFTER":
        begun = interval_of(value)
        return Reading(value, kind, mod, Interval(begun.earliest, None, begun.precision), reading.alternatives)
    interval = reading.interval if reading.interval and not bend.mod and not bend.part else interval_of(value, mod)
    return Reading(value, kind, mod, interval, reading.alternatives, reading.told)
