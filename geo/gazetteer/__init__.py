"""The embedded gazetteer: place names to positions, outlines and borders, without any network."""

from geo.gazetteer.folding import fold_name
from geo.gazetteer.index import index_path, open_gazetteer
from geo.gazetteer.licences import DataLicence, load_licences
from geo.gazetteer.matching import NameMatch
from geo.gazetteer.search import Gazetteer

__all__ = ["DataLicence", "Gazetteer", "NameMatch", "fold_name", "index_path", "load_licences", "open_gazetteer"]
