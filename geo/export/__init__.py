"""What leaves the program: an analysis as files that other programs read, one file a format."""

from geo.export.csv import build_csv
from geo.export.geojson import build_geojson
from geo.export.times import build_times_csv

__all__ = ["build_csv", "build_geojson", "build_times_csv"]
