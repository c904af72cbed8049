"""Packs on the screen: one installation at a time in a thread of its own, and places and packs as rows to show."""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import streamlit as st

from geo.errors import DatelineError, PackError
from geo.gazetteer import Gazetteer, NameMatch, Pack, add_pack, install_pack, open_gazetteer, packs_folder
from geo.view.wording import describe_precision, show_text

Tell = Callable[[float, str], None]
Install = Callable[[Tell, Callable[[], bool]], Pack]

FEATURE_WORDS: tuple[tuple[str, str], ...] = (
    ("PCL", "country"),
    ("ADM1", "province"),
    ("ADM", "district"),
    ("PPLC", "capital"),
    ("PPLX", "part of a town"),
    ("PPLH", "former settlement"),
    ("PPLQ", "abandoned settlement"),
    ("PPL", "town or village"),
    ("STLMT", "settlement"),
    ("AIR", "airfield"),
    ("HSP", "hospital"),
    ("MIL", "military site"),
    ("CMP", "camp"),
    ("DAM", "dam"),
    ("BDG", "bridge"),
    ("CSTP", "crossing"),
    ("STM", "river"),
    ("LK", "lake"),
    ("SEA", "sea"),
    ("MT", "mountain"),
    ("HLL", "hill"),
    ("PASS", "pass"),
    ("VAL", "valley"),
    ("ISL", "island"),
    ("RGN", "region"),
)
"""Beginnings of GeoNames codes in words, the first that fits; of the rest the code is shown."""
_SOURCES = {"gazetteer": "built-in tables", "pack": "pack"}


@dataclass
class Job:
    """One installation: how far it is, and in the end its pack or the sentence why there is none."""

    label: str
    share: float = 0.0
    words: str = "Starting"
    pack: Pack | None = None
    problem: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)
    done: threading.Event = field(default_factory=threading.Event)

    def tell(self, share: float, words: str) -> None:
        """Notes how far it is."""
        self.share, self.words = share, words


class Installer:
    """Installs packs for all visitors, one at a time; a visitor's click cannot break an installation off by chance."""

    def __init__(self) -> None:
        self.job: Job | None = None
        self._lock = threading.Lock()

    def is_busy(self) -> bool:
        """Whether an installation is under way."""
        return self.job is not None and not self.job.done.is_set()

    def start(self, label: str, install: Install) -> Job:
        """Begins an installation in a thread of its own. Raises PackError while another is under way."""
        with self._lock:
            if self.is_busy():
                raise PackError("Another pack is being installed: wait for it, or stop it first.")
            self.job = job = Job(label)
        threading.Thread(target=self._work, args=(job, install), name="dateline-pack", daemon=True).start()
        return job

    def _work(self, job: Job, install: Install) -> None:
        try:
            job.pack = install(job.tell, job.stopped.is_set)
        except DatelineError as error:
            job.problem = str(error)
        except Exception as error:
            # The thread's end is nobody else's to notice: what nobody thought of is told as well.
            job.problem = f"{job.label} could not be installed ({type(error).__name__}: {error})."
        finally:
            job.done.set()


@st.cache_resource(show_spinner=False)
def current_installer() -> Installer:
    """The one installer of this process."""
    return Installer()


@st.cache_resource(show_spinner="Opening the gazetteer; its tables are indexed at the first start")
def shared_gazetteer() -> Gazetteer:
    """The gazetteer for looking up, without the language model. Raises GazetteerError."""
    return open_gazetteer()


@st.cache_data(show_spinner=False)
def count_tables(version: str) -> Mapping[str, int]:
    """How many places of each kind the tables of that version hold."""
    return shared_gazetteer().count()


def install_from(what: str, gazetteer: Gazetteer) -> Install:
    """The installation of a path on this machine, or of a word for a file of the server."""
    return lambda tell, stopped: add_pack(what, known=gazetteer, tell=tell, cancelled=stopped)


def install_upload(name: str, content: IO[bytes], gazetteer: Gazetteer) -> Install:
    """The installation of an uploaded file, which is written to disk first; raises PackError when it cannot be."""
    folder = packs_folder() / "unfinished"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"upload-{threading.get_ident()}.partial"
        with path.open("wb") as file:
            shutil.copyfileobj(content, file)
    except OSError as error:
        raise PackError(
            f"{name} cannot be written to {folder} ({error.strerror or error}): make room there."
        ) from error

    def install(tell: Tell, stopped: Callable[[], bool]) -> Pack:
        try:
            return install_pack(path, name=Path(name).name, known=gazetteer, tell=tell, cancelled=stopped)
        finally:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    return install


def describe_feature(feature: str) -> str:
    """A GeoNames code in words.

    >>> describe_feature("PPLA2"), describe_feature("TMPL")
    ('town or village', 'TMPL')
    """
    return next((words for start, words in FEATURE_WORDS if feature.startswith(start)), feature)


def build_rows(matches: tuple[NameMatch, ...], country_names: Mapping[str, str]) -> list[dict[str, str]]:
    """What a name might mean, as rows to show; texts as they are, for whoever draws them to make safe."""
    rows = []
    for match in matches:
        place = match.place
        also = f" (as {match.name})" if match.name != place.name else ""
        people = f", {place.population:,} people" if place.population else ""
        lat = f"{abs(place.lat):.4f}° {'N' if place.lat >= 0 else 'S'}"
        lon = f"{abs(place.lon):.4f}° {'E' if place.lon >= 0 else 'W'}"
        source = _SOURCES.get(place.source, place.source)
        rows.append(
            {
                "Name": show_text(place.name + also),
                "What": describe_feature(place.feature) + people,
                "Country": country_names.get(place.country or "", " ".join(place.countries) or "none"),
                "Province": show_text(place.admin1 or "–"),
                "Position": f"{lat}, {lon}; {describe_precision(place).removesuffix(', known from a country pack')}",
                "From": f"{place.attribution}, {source}",
            }
        )
    return rows
