"""The article with its highlights: a component that also carries what map and timeline draw, and tells Python."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import streamlit as st

from geo.view.browser import load_scripts, load_styles
from geo.view.session import Jump

_reader = st.components.v2.component(
    "dateline_reader",
    html='<div class="reader"></div>',
    css=load_styles(":host", "base", "reader"),
    js=load_scripts("dom", "hub", "note", "reader"),
)


def draw_reader(payload: dict[str, Any], height: int, jump: Jump | None = None) -> None:
    """Draws the article of `payload` (see geo/view/payload.py) and hands the payload to the other views.

    `height` is in pixels; the text scrolls within it, to where `jump` leads.

    What the user picks, wherever, is kept as `st.session_state["picked"]`: {"event": id or None, "mark": key or None}.
    """
    result = _reader(
        key="reader",
        data={**payload, "height": height, "jump": asdict(jump) if jump else None},
        default={"picked": None},
        on_picked_change=lambda: None,
    )
    st.session_state["picked"] = result.picked
