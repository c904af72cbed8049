"""What a user asks to be installed, a path or a word for a file of the server, on its way to a pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from geo.errors import PackError, PackSourceBroken
from geo.gazetteer.packs.download import fetch_dump, forget_dump, parse_wanted
from geo.gazetteer.packs.features import CLASSES, KEPT_CLASSES
from geo.gazetteer.packs.install import KnownPlaces, Progress, install_pack
from geo.gazetteer.packs.store import Pack, packs_folder, unfinished_folder


def add_pack(
    what: str,
    *,
    known: KnownPlaces | None = None,
    folder: Path | None = None,
    server: str | None = None,
    classes: str = KEPT_CLASSES,
    tell: Progress = lambda share, what: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Pack:
    """Installs a pack from `what`: the path of a dump, or a word for one that is fetched ("AF", "all", "names").

    A file of that name goes before the word. `known` is needed for tables of alternate names. A downloaded dump is
    deleted once its pack stands, or when it proves damaged. Raises the errors of `fetch_dump` and `install_pack`, and
    PackError for what is neither.
    """
    folder = folder or packs_folder()
    chosen = parse_classes(classes)
    path = Path(what).expanduser()
    if path.is_file():
        return install_pack(path, known=known, folder=folder, classes=chosen, tell=tell, cancelled=cancelled)
    wanted = parse_wanted(what, server)
    if wanted is None:
        raise PackError(
            f"There is no file {what}; to have one fetched, name a country by its code (AF), or allCountries, "
            "alternateNamesV2, or AF-names for the other names of one country's places."
        )
    work = unfinished_folder(folder)
    fetched = fetch_dump(wanted, work, lambda share, words: tell(0.5 * share, words), cancelled)
    try:
        pack = install_pack(
            fetched,
            name=Path(wanted.file).name,
            source=wanted.address,
            known=known,
            folder=folder,
            classes=chosen,
            tell=lambda share, words: tell(0.5 + 0.5 * share, words),
            cancelled=cancelled,
        )
    except PackSourceBroken:
        forget_dump(fetched)
        raise
    forget_dump(fetched)
    return pack


def parse_classes(text: str) -> str:
    """Feature classes as letters in their usual order; raises PackError for a letter that is none.

    >>> parse_classes("pa"), parse_classes("A, P")
    ('AP', 'AP')
    """
    letters = set(text.upper().replace(",", "").replace(" ", ""))
    if not letters or letters - set(CLASSES):
        known = ", ".join(f"{letter} ({words})" for letter, words in CLASSES.items())
        raise PackError(f"{text!r} are no feature classes; there are: {known}.")
    return "".join(letter for letter in CLASSES if letter in letters)
