"""The timeline: a component in the sidebar, and again beneath the map where the sidebar is folded away."""

from __future__ import annotations

import streamlit as st

from geo.view.browser import load_scripts, load_styles

_timeline = st.components.v2.component(
    "dateline_timeline",
    html='<div class="timeline"></div>',
    css=load_styles(":host", "base", "timeline"),
    js=load_scripts("dom", "hub", "timeline"),
)


def draw_timeline(narrow: bool = False) -> None:
    """Draws the events that the reader handed to the page's hub; `narrow` is seen on small screens alone."""
    _timeline(key=f"timeline-{'narrow' if narrow else 'wide'}", data={"narrow": narrow})
