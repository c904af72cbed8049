"""The articles that one visitor has open, and what is worked out about them: Streamlit's session, with names."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.errors import DatelineError
from geo.geocoders import PUBLIC_SERVER, Asked, ask_unplaced, build_nominatim
from geo.model import Analysis, Article
from geo.view.markdown import escape_markdown

# The pipeline brings the language library with it, which takes seconds to import: it is imported where it is first
# needed, so that the first screen does not wait for it.
if TYPE_CHECKING:
    from geo.pipeline import Tools

KEPT_ANALYSES = 40
"""How many analyses one visitor's session keeps, so that going back to an article costs nothing."""


@dataclass(slots=True)
class OpenArticle:
    """An article as it was read and as the visitor has it now, with the details that were corrected."""

    key: str
    original: Article
    article: Article


@dataclass(frozen=True, slots=True)
class Jump:
    """Where in the article the reader is to be led: the `key` of highlights of a `kind`; each leading has a number."""

    kind: str
    key: str
    number: int


@dataclass(slots=True)
class Desk:
    """What one visitor has open. `problems` are whole sentences about what could not be opened."""

    articles: dict[str, OpenArticle] = field(default_factory=dict)
    chosen: str | None = None
    problems: list[str] = field(default_factory=list)
    analyses: dict[str, Analysis] = field(default_factory=dict)
    opened: int = 0
    turns: int = 0
    """How often something was opened; fields and popovers that begin anew with it carry the number in their keys."""
    located: dict[str, Asked] = field(default_factory=dict)
    """What an outside geocoder gave, or the sentence why it gave nothing, by analysis and server."""
    jump: Jump | None = None
    """Where the reader was led last from beside the article."""

    def add(self, article: Article) -> OpenArticle:
        """Opens an article and chooses it; the same text is not opened twice."""
        same = next((one for one in self.articles.values() if one.original == article), None)
        if same is None:
            self.opened += 1
            same = OpenArticle(f"article-{self.opened}", article, article)
            self.articles[same.key] = same
        self.chosen = same.key
        return same

    def drop(self, key: str) -> None:
        """Closes an article and chooses another one, if there is one."""
        self.articles.pop(key, None)
        if self.chosen == key:
            self.chosen = next(reversed(self.articles), None)

    def show(self, kind: str, key: str) -> None:
        """Leads the reader to what is highlighted in the article as this."""
        self.jump = Jump(kind, key, self.jump.number + 1 if self.jump else 1)

    def current(self) -> OpenArticle | None:
        """The article that is on screen."""
        return self.articles.get(self.chosen or "")


def current_desk() -> Desk:
    """This visitor's desk, empty at first."""
    desk: Desk = st.session_state.setdefault("desk", Desk())
    return desk


def open_all(desk: Desk, readers: Iterable[Callable[[], Article]]) -> None:
    """Opens what every reader gives; one that fails leaves one sentence and does not touch the others.

    The sentences of the last time are gone with this one.
    """
    desk.problems.clear()
    desk.turns += 1
    first: str | None = None
    for read in readers:
        try:
            opened = desk.add(read())
        except DatelineError as error:
            desk.problems.append(str(error))
        else:
            first = first or opened.key
    desk.chosen = first or desk.chosen


class _Workshop:
    """The tools that all visitors share, made in a thread of their own: a visitor's click cannot break that off."""

    def __init__(self) -> None:
        self.share = 0.0
        self.words = "Starting"
        self.tools: Tools | None = None
        self.failure: DatelineError | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to make the tools unless that is under way or done."""
        with self._lock:
            if self.tools is None and (self._thread is None or not self._thread.is_alive()):
                self.failure = None
                self._thread = threading.Thread(target=self._make, name="dateline-tools", daemon=True)
                self._thread.start()

    def _make(self) -> None:
        try:
            from geo.pipeline import load_tools

            self.tools = load_tools(self._tell)
        except DatelineError as error:
            self.failure = error

    def _tell(self, share: float, words: str) -> None:
        self.share, self.words = share, words

    def is_busy(self) -> bool:
        """Whether the tools are still being made."""
        return self._thread is not None and self._thread.is_alive()


@st.cache_resource(show_spinner=False)
def _workshop() -> _Workshop:
    return _Workshop()


def prepare_tools(slot: DeltaGenerator) -> Tools:
    """The language model and the gazetteer; the first visitor sees a bar in `slot` while they are made.

    Raises LanguageError and GazetteerError.
    """
    workshop = _workshop()
    workshop.start()
    if workshop.tools is None:
        while workshop.is_busy():
            slot.progress(min(1.0, max(0.0, workshop.share)), _starting_words(workshop))
            time.sleep(0.1)
        slot.empty()
    if workshop.tools is None:
        raise workshop.failure or DatelineError("The language model and the gazetteer could not be loaded.")
    return workshop.tools


def _starting_words(workshop: _Workshop) -> str:
    if workshop.share >= 1 or not workshop.share:
        return "Loading the language model"
    return f"First start: {escape_markdown(workshop.words)}"


def name_article(article: Article) -> str:
    """A digest of all that an analysis depends on: equal for articles that give equal analyses."""
    return hashlib.sha256(repr(article).encode("utf-8", "surrogatepass")).hexdigest()


def current_analysis(desk: Desk, opened: OpenArticle, tools: Tools, slot: DeltaGenerator) -> Analysis:
    """The analysis of an open article, made now if it has not been, with a bar in `slot`.

    Raises LanguageError and GazetteerError.
    """
    from geo.pipeline import analyse

    # A pack that was installed or removed meanwhile makes another analysis.
    key = f"{name_article(opened.article)} {tools.gazetteer.version}"
    if key not in desk.analyses:

        def tell(share: float, words: str) -> None:
            slot.progress(share, escape_markdown(words))

        made = analyse(opened.article, tools, tell)
        slot.empty()
        while len(desk.analyses) >= KEPT_ANALYSES:
            desk.analyses.pop(next(iter(desk.analyses)))
        desk.analyses[key] = made
    return desk.analyses[key]


def locate_elsewhere(desk: Desk, analysis: Analysis, slot: DeltaGenerator) -> Analysis:
    """The analysis with its unplaced names asked for on the internet, if the visitor has switched that on.

    The server is asked once for an article. A failure is told in `slot` and remembered, with a button to ask again;
    what was answered before it stays.
    """
    if not st.session_state.get("nominatim_on", False):
        return analysis
    server = str(st.session_state.get("nominatim_server") or PUBLIC_SERVER)
    key = f"{name_article(analysis.article)} {analysis.versions.gazetteer} {server}"
    if key not in desk.located:
        while len(desk.located) >= KEPT_ANALYSES:
            desk.located.pop(next(iter(desk.located)))

        def tell(done: int, of: int, name: str) -> None:
            words = f"Asking {server} for names that the gazetteer lacks, {done + 1} of {of}: {name}"
            slot.progress(done / of, escape_markdown(words))

        try:
            desk.located[key] = ask_unplaced(analysis, build_nominatim(server), tell)
        except DatelineError as error:
            desk.located[key] = Asked(analysis, str(error))
        slot.empty()
    found = desk.located[key]
    if found.failure is not None:
        with slot.container(horizontal=True, vertical_alignment="center"):
            st.warning(escape_markdown(found.failure))
            st.button("Ask again", on_click=_forget, args=(desk, key))
    return found.analysis


def _forget(desk: Desk, key: str) -> None:
    desk.located.pop(key, None)
