"""The one look: colours for light and dark, shapes, spacing and type, for Streamlit's theme, map, timeline and reader.

The event colours keep apart under the common kinds of colour blindness (after Okabe and Ito 2008, darkened or lightened
for contrast), and every colour has a shape of its own, so that colour never tells anything alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Tone:
    """One colour in both themes."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Family:
    """How events of one type are drawn: `event_type` is ACLED's name, None for all that ACLED does not code."""

    key: str
    event_type: str | None
    label: str
    tone: Tone
    shape: str


FAMILIES = (
    Family("battles", "Battles", "Battles", Tone("#c43d0f", "#ff8252"), "diamond"),
    Family("remote", "Explosions/Remote violence", "Explosions, remote violence", Tone("#c07a00", "#f2b134"), "star"),
    Family(
        "civilians", "Violence against civilians", "Violence against civilians", Tone("#a3226d", "#f08cc4"), "square"
    ),
    Family("riots", "Riots", "Riots", Tone("#7a5c3e", "#cfae8a"), "caret"),
    Family("protests", "Protests", "Protests", Tone("#0f83b8", "#6cc5f2"), "triangle"),
    Family("strategic", "Strategic developments", "Strategic developments", Tone("#00795f", "#45cfa8"), "hexagon"),
    Family("other", None, "Diplomacy and other", Tone("#3d55b8", "#97abff"), "circle"),
)

SHAPES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "diamond": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "star": (
        (0, -1.3),
        (0.36, -0.5),
        (1.13, -0.65),
        (0.62, 0),
        (1.13, 0.65),
        (0.36, 0.5),
        (0, 1.3),
        (-0.36, 0.5),
        (-1.13, 0.65),
        (-0.62, 0),
        (-1.13, -0.65),
        (-0.36, -0.5),
    ),
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "triangle": ((0, -1.1), (1.1, 0.85), (-1.1, 0.85)),
    "caret": ((0, 1.1), (1.1, -0.85), (-1.1, -0.85)),
    "hexagon": ((0, -1.08), (0.94, -0.54), (0.94, 0.54), (0, 1.08), (-0.94, 0.54), (-0.94, -0.54)),
    "circle": (),
}
"""Corners of each shape round 0, 0, y downwards, for a radius of 1; no corners stand for a circle."""

COLOURS: Mapping[str, Tone] = {
    # Streamlit's own
    "primary": Tone("#1f5fae", "#7fb2f5"),
    "background": Tone("#ffffff", "#14181d"),
    "panel": Tone("#f4f6f8", "#1b2027"),
    "text": Tone("#1c2733", "#e4e9ef"),
    "line": Tone("#d9dfe5", "#343c46"),
    # cards and article
    "muted": Tone("#5a6774", "#9aa7b4"),
    "card": Tone("#ffffff", "#20262e"),
    "picked": Tone("#fff3c9", "#443b1a"),
    "picked-edge": Tone("#b98900", "#e8c04a"),
    "place": Tone("#0b6e8f", "#76cfe8"),
    "place-ground": Tone("#e3f2f7", "#17333d"),
    "time": Tone("#7a4b9c", "#cda6ea"),
    "time-ground": Tone("#f3ebf8", "#33263e"),
    "actor": Tone("#4b5b2f", "#b9cf8f"),
    "toll": Tone("#a12b2b", "#ff9d94"),
    "toll-ground": Tone("#fbe9e7", "#452422"),
    "warning": Tone("#8a5a00", "#f0c060"),
    # map
    "sea": Tone("#d5e3ec", "#12181f"),
    "land": Tone("#f7f5f0", "#232a32"),
    "border": Tone("#9a9490", "#5d6a77"),
    "province": Tone("#cdc7c0", "#3a444f"),
    "disputed": Tone("#b9a58a", "#6b6250"),
    "label": Tone("#4a525a", "#b4bfca"),
    "label-country": Tone("#8b837c", "#7f8c99"),
    "label-halo": Tone("#ffffff", "#12181f"),
    "quiet": Tone("#5b6b7a", "#93a4b5"),
    "mark-edge": Tone("#ffffff", "#0d1115"),
}

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif"
SIZES: Mapping[str, str] = {
    "text": "0.9375rem",
    "small": "0.8125rem",
    "tiny": "0.72rem",
    "space": "0.5rem",
    "radius": "0.45rem",
}


def family_of(event_type: str | None) -> Family:
    """The family that draws ACLED's `event_type`; unknown types and None are drawn as "other".

    >>> family_of("Battles").key, family_of(None).key
    ('battles', 'other')
    """
    return next((family for family in FAMILIES if family.event_type == event_type), FAMILIES[-1])


def build_css() -> str:
    """All tokens as CSS custom properties `--dl-...`; the theme is chosen by the element's `color-scheme`."""
    tones = {**COLOURS, **{f"family-{family.key}": family.tone for family in FAMILIES}}
    lines = [f"--dl-{name}: light-dark({tone.light}, {tone.dark});" for name, tone in tones.items()]
    lines += [f"--dl-size-{name}: {value};" for name, value in SIZES.items()]
    lines.append(f"--dl-font: {FONT};")
    return "\n".join(lines)


def build_tokens() -> dict[str, Any]:
    """All tokens as plain values for scripts that draw on canvas: colours by theme, families, shapes."""
    return {
        theme: {name: getattr(tone, theme) for name, tone in COLOURS.items()}
        | {f"family-{family.key}": getattr(family.tone, theme) for family in FAMILIES}
        for theme in ("light", "dark")
    } | {
        "families": [{"key": family.key, "label": family.label, "shape": family.shape} for family in FAMILIES],
        "shapes": {name: [list(corner) for corner in corners] for name, corners in SHAPES.items()},
        "font": FONT,
    }
