"""The seam to geocoders, after the analysis: the gazetteer as one of geopy's, and Nominatim for who switches it on.

Distances are `geopy.distance.geodesic` throughout.
"""

from geo.geocoders.gazetteer import GazetteerGeocoder
from geo.geocoders.nominatim import PUBLIC_SERVER, CachedNominatim, build_nominatim
from geo.geocoders.unplaced import Asked, ask_unplaced, locate_unplaced

__all__ = [
    "PUBLIC_SERVER",
    "Asked",
    "CachedNominatim",
    "GazetteerGeocoder",
    "ask_unplaced",
    "build_nominatim",
    "locate_unplaced",
]
