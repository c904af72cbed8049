"""Packs: further places from GeoNames dump files, installed beside the vendored tables and asked together with them."""

from geo.gazetteer.packs.adding import add_pack
from geo.gazetteer.packs.download import Wanted, choose_server, parse_wanted
from geo.gazetteer.packs.features import KEPT_CLASSES
from geo.gazetteer.packs.install import install_pack
from geo.gazetteer.packs.shelf import Shelf, Shelved, Stamp
from geo.gazetteer.packs.store import Pack, list_packs, packs_folder, remove_pack, verify_pack
from geo.gazetteer.packs.telling import describe_losses, describe_rows, describe_state

__all__ = [
    "KEPT_CLASSES",
    "Pack",
    "Shelf",
    "Shelved",
    "Stamp",
    "Wanted",
    "add_pack",
    "choose_server",
    "describe_losses",
    "describe_rows",
    "describe_state",
    "install_pack",
    "list_packs",
    "packs_folder",
    "parse_wanted",
    "remove_pack",
    "verify_pack",
]
