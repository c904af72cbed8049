"""The columns of the vendored tables of zones: what the build writes and the look-up reads."""

from __future__ import annotations

COUNTRIES = ("country", "zones")
"""ISO code; IANA names parted by blanks, the one of most townspeople first."""

PROVINCES = ("country", "admin1", "geonameid", "zones", "rare", "names")
"""Only of countries of several zones. admin1 is GeoNames's code; zones that its towns keep, the most common first; rare
are those of a corner of it, not found elsewhere (Broken Hill in New South Wales); names parted by bars."""

TOWNS = ("country", "zone", "lat", "lon")
"""Of countries of several zones: towns from which the nearest tells the zone of a place."""

ZONE_TABLES = ("countries.tsv", "provinces.tsv", "towns.tsv.xz")

MANIFEST = "manifest.json"
