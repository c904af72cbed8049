"""Phrases that describe somewhere by way of other names: borders, parts, distances, stretches, coordinates.

Text only: which words belong together and which names they lean on. Between finding names and placing them;
geo/mentions makes mentions of the phrases, geo/resolve has geo/shapes draw them once the names are placed.
"""

from geo.phrases.antecedents import Antecedent
from geo.phrases.coordinates import find_coordinates, parse_coordinates
from geo.phrases.find import Phrase, find_phrases
from geo.phrases.masking import NamedSpan
from geo.phrases.quantities import Distance
from geo.phrases.subject import measure_war

__all__ = [
    "Antecedent",
    "Distance",
    "NamedSpan",
    "Phrase",
    "find_coordinates",
    "find_phrases",
    "measure_war",
    "parse_coordinates",
]
