"""Whose data and programs the screens show and serve, for the About page."""

from __future__ import annotations

DATA = [
    {
        "Data": "Towns, provinces, alternate names",
        "From": "GeoNames (geonames.org)",
        "Licence": "CC BY 4.0",
    },
    {
        "Data": "Country outlines and borders, provinces, disputed areas",
        "From": "Natural Earth (naturalearthdata.com)",
        "Licence": "Public domain",
    },
    {"Data": "Airfields", "From": "airportsdata", "Licence": "MIT"},
    {"Data": "Demonyms", "From": "countryinfo, i18n-nationality", "Licence": "MIT"},
    {
        "Data": "Places asked for online (off by default)",
        "From": "OpenStreetMap contributors, through Nominatim",
        "Licence": "ODbL",
    },
    {
        "Data": "Event types",
        "From": "the names of ACLED's and PLOVER's typologies; no data of theirs",
        "Licence": "-",
    },
]
"""The data sets behind the map, with the attribution that their licences ask for."""

PROGRAMS = [
    {"Program": "Leaflet 1.9.4", "Licence": "BSD-2-Clause"},
    {"Program": "Streamlit 1.67", "Licence": "Apache-2.0"},
    {"Program": "streamlit-folium 0.27", "Licence": "MIT"},
    {"Program": "folium 0.20", "Licence": "MIT"},
]
"""What runs in the browser or draws for it; each licence's text comes with its package or in static/vendor."""
