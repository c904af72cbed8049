"""What leaves the program: an analysis as files that other programs read, one file a format."""

from geo.export.csv import build_csv
from geo.export.geojson import build_geojson

__all__ = ["build_csv", "build_geojson"]
