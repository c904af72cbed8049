"""The columns of each vendored table: what the build writes and the index reads."""

from __future__ import annotations

TOWNS = (
    "geonameid",
    "name",
    "lat",
    "lon",
    "feature",
    "country",
    "admin1",
    "admin2",
    "population",
    "alternates",
    "names",
)
"""admin1 and admin2 are GeoNames codes ("13", "1301"); alternates counts all names, of which `names` keeps those in
Latin letters that fold differently."""

DIVISIONS = (
    "geonameid",
    "name",
    "feature",
    "country",
    "admin1",
    "admin2",
    "lat",
    "lon",
    "precision",
    "precision_km",
    "population",
    "alternates",
    "names",
)
"""Provinces (ADM1) and districts (ADM2). precision is "province" where a district's own whereabouts are not known."""

COUNTRIES = (
    "geonameid",
    "code",
    "code3",
    "name",
    "lat",
    "lon",
    "precision_km",
    "population",
    "area_km2",
    "alternates",
    "names",
)

AIRFIELDS = ("icao", "iata", "name", "city", "province", "country", "lat", "lon", "feature")

DEMONYMS = ("word", "countries")
"""word as English papers write it; countries are ISO codes parted by blanks, the likeliest first."""

ABBREVIATIONS = ("name", "place", "kind")
"""name for the place with that country code ("US"), province code ("US.KY") or id ("icao:OAKB"); kind is abbreviation
(matches only as written, in capitals), alternate (matches like any name) or shown (takes the place of its name)."""

CONFLICT_PLACES = (
    "id",
    "name",
    "aliases",
    "feature",
    "country",
    "lat",
    "lon",
    "precision",
    "precision_km",
    "members",
    "fame",
    "geonameid",
    "source",
    "note",
)
"""Hand-made. country may hold several ISO codes parted by blanks. members are province or country codes whose outlines
together make the place's outline ("UA.05 UA.14"), or one of "box: SOUTH WEST NORTH EAST", "shape: LAT LON LAT LON ..."
(an area's corners), "line: LAT LON LAT LON ..." (a river's or a line of control's course), "border: AF-PK". fame weighs
the row against others of the same name as a count of names would. source says where the position comes from: "general
knowledge", "page: ADDRESS" or "package: NAME, ROW"; precision_km how far off it may be."""
