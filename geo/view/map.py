"""The map: a folium map whose one script never changes, drawn by streamlit-folium from files that are served here."""

from __future__ import annotations

import folium
from branca.element import MacroElement
from jinja2 import Template
from streamlit_folium import st_folium

from geo.view.browser import load_scripts, load_styles

VENDOR = "../../app/static/vendor/leaflet"
"""Where Streamlit serves the vendored files, as seen from the map's frame, with and without a base path."""
HEIGHT = 600
KEY = "dateline-map"

_SCRIPTS = ("dom", "labels", "glyphs", "popup", "map")


class OfflineMap(folium.Map):
    """A folium map that asks nobody for its scripts and styles."""

    default_js = [("leaflet", f"{VENDOR}/leaflet.js")]  # noqa: RUF012 - folium's own attribute
    default_css = [("leaflet_css", f"{VENDOR}/leaflet.css")]  # noqa: RUF012 - likewise


class MapScript(MacroElement):
    """Draws what the page's hub hands over. The same text for every article, so the map's frame is never rebuilt."""

    _template = Template(
        "{% macro header(this, kwargs) %}<style>{{ this.style }}</style>{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "(() => { const MAP_NAME = '{{ this._parent.get_name() }}';\n{{ this.source }}\n})();"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "MapScript"
        self.source = load_scripts(*_SCRIPTS)
        self.style = load_styles(":root", "base", "map")


def build_map() -> folium.Map:
    """The map without any mark: marks come from the page's hub, in the browser."""
    made = OfflineMap(
        location=(25, 20),
        zoom_start=2,
        tiles=None,
        prefer_canvas=True,
        max_zoom=17,
        min_zoom=2,
        zoom_snap=0.5,
        world_copy_jump=True,
        attributionControl=True,
    )
    MapScript().add_to(made)
    return made


def draw_map(height: int = HEIGHT) -> None:
    """Puts the map on the page. Its clicks go to the hub; nothing of it makes the page run again."""
    st_folium(build_map(), key=KEY, height=height, use_container_width=True, returned_objects=[])


__all__ = ["HEIGHT", "MapScript", "OfflineMap", "build_map", "draw_map"]
