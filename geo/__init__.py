"""Dateline without its screens: from an article to places, times and events that can be checked.

    import geo
    analysis = geo.analyse(geo.read_path("article.pdf"))
    record = analysis.to_dict()

Names are imported when they are first asked for, so that `python -m geo run` starts on a bare Python.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geo.pipeline import analyse as analyse
    from geo.reading import read_document as read_document
    from geo.reading import read_pasted as read_pasted
    from geo.reading import read_path as read_path

__version__ = "0.1.0"

_HOMES = {
    "analyse": "geo.pipeline",
    "read_document": "geo.reading",
    "read_pasted": "geo.reading",
    "read_path": "geo.reading",
}
__all__ = ["__version__", "analyse", "read_document", "read_pasted", "read_path"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'geo' has no attribute {name!r}")
