"""The scripts and styles that the browser runs, put together from their files; none of them ever holds article text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from geo.view.tokens import build_css

FOLDER = Path(__file__).resolve().parent


@cache
def load_scripts(*names: str) -> str:
    """The named files of geo/view/js, one after the other."""
    return "\n".join((FOLDER / "js" / f"{name}.js").read_text("utf-8") for name in names)


@cache
def load_styles(scope: str, *names: str) -> str:
    """The tokens as custom properties of `scope`, followed by the named files of geo/view/css."""
    parts = [f"{scope} {{\n{build_css()}\n}}"]
    parts += [(FOLDER / "css" / f"{name}.css").read_text("utf-8") for name in names]
    return "\n".join(parts)


@cache
def load_page_styles() -> str:
    """What the page around the components adds to Streamlit's theme."""
    return (FOLDER / "css" / "page.css").read_text("utf-8")
