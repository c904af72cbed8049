"""The embedded gazetteer: place names to positions, outlines and borders, without any network."""

from geo.gazetteer.folding import fold_name
from geo.gazetteer.index import index_path, open_gazetteer
from geo.gazetteer.licences import DataLicence, load_licences
from geo.gazetteer.matching import NameMatch
from geo.gazetteer.packs import (
    Pack,
    Wanted,
    add_pack,
    choose_server,
    describe_losses,
    describe_rows,
    describe_state,
    install_pack,
    list_packs,
    packs_folder,
    parse_wanted,
    remove_pack,
    verify_pack,
)
from geo.gazetteer.search import Gazetteer

__all__ = [
    "DataLicence",
    "Gazetteer",
    "NameMatch",
    "Pack",
    "Wanted",
    "add_pack",
    "choose_server",
    "describe_losses",
    "describe_rows",
    "describe_state",
    "fold_name",
    "index_path",
    "install_pack",
    "list_packs",
    "load_licences",
    "open_gazetteer",
    "packs_folder",
    "parse_wanted",
    "remove_pack",
    "verify_pack",
]
