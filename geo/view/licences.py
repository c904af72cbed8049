"""What the screens show and serve beyond the gazetteer's own data, for the About page."""

from __future__ import annotations

OTHER_DATA = (
    {
        "Data": "Natural Earth, on the map",
        "Licence": "Public domain",
        "Attribution": "Borders as recognised, disputed areas: made with Natural Earth (naturalearthdata.com)",
    },
    {
        "Data": "OpenStreetMap, where it is switched on",
        "Licence": "ODbL",
        "Attribution": "Places and online map: OpenStreetMap contributors (openstreetmap.org/copyright)",
    },
    {
        "Data": "Time zones",
        "Licence": "Public domain; CC BY 4.0",
        "Attribution": "IANA time zone database; which province keeps which zone: GeoNames (geonames.org)",
    },
    {
        "Data": "Islamic months",
        "Licence": "MIT",
        "Attribution": "Umm al-Qura calendar, first days of months as in hijridate (Mohammed Alshehri)",
    },
    {
        "Data": "Event types",
        "Licence": "none needed",
        "Attribution": "The names of the typologies of ACLED and PLOVER; no data of theirs",
    },
)
"""Data that is shown besides what the gazetteer was made of."""

PROGRAMS = (
    {"Program": "Leaflet 1.9.4", "Licence": "BSD-2-Clause", "Copyright": "Volodymyr Agafonkin, CloudMade"},
    {"Program": "Streamlit", "Licence": "Apache-2.0", "Copyright": "Snowflake Inc."},
    {"Program": "streamlit-folium", "Licence": "MIT", "Copyright": "Randy Zwitch"},
    {"Program": "folium", "Licence": "MIT", "Copyright": "Rob Story"},
)
"""What runs in the browser or draws for it; each licence's text comes with its package or in static/vendor."""

READERS = (
    {"Program": "en_core_web_md 3.7.1, the language model", "Licence": "MIT", "Copyright": "Explosion"},
    {"Program": "spaCy", "Licence": "MIT", "Copyright": "Explosion"},
    {"Program": "geopy", "Licence": "MIT", "Copyright": "geopy contributors"},
    {"Program": "Shapely", "Licence": "BSD-3-Clause", "Copyright": "Sean C. Gillies and contributors"},
    {"Program": "pypdf", "Licence": "BSD-3-Clause", "Copyright": "Mathieu Fenniak and contributors"},
    {"Program": "python-docx", "Licence": "MIT", "Copyright": "Steve Canny"},
    {"Program": "charset-normalizer", "Licence": "MIT", "Copyright": "Ahmed R. Tahri"},
    {"Program": "lxml", "Licence": "BSD-3-Clause", "Copyright": "lxml project"},
)
"""What reads the articles; each licence's text comes with its package."""
