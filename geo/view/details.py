"""What is known about the article itself, above the map: shown, and corrected by who reads it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.model import Article
from geo.reading import with_boilerplate, with_source, with_title
from geo.view.markdown import escape_markdown
from geo.view.published import describe_published, draw_published, draw_warnings
from geo.view.session import Desk, OpenArticle
from geo.view.wording import show_text


def draw_heading(opened: OpenArticle) -> None:
    """Title, source and day of publication, with a prompt where the day is unknown."""
    article = opened.article
    st.markdown(f"#### {escape_markdown(article.title or article.name or 'Untitled article')}")
    parts = [escape_markdown(article.source)] if article.source else []
    parts += describe_published(opened)
    if article.boilerplate:
        parts.append("some passages passed over")
    if article.name and article.name != article.title:
        parts.append(escape_markdown(article.name))
    st.caption(" · ".join(parts) or "Source not known")
    if article.notes:
        bullet = "- " if len(article.notes) > 1 else ""
        st.info("\n".join(f"{bullet}{escape_markdown(note)}" for note in article.notes))
    draw_warnings(opened)


def draw_details(desk: Desk, opened: OpenArticle) -> DeltaGenerator:
    """Fields for title, source and day of publication, what else could be the day, and what was passed over.

    Gives back the empty place for what is known only once the article is analysed.
    """
    article = opened.article
    draw_published(desk, opened)
    later = st.container()
    _draw_text(opened, "Title", article.title, with_title)
    _draw_text(opened, "Source", article.source, with_source)
    if opened.original.boilerplate:
        count = len(opened.original.boilerplate)
        passages = "passage that was" if count == 1 else "passages that were"
        st.toggle(
            f"Read the {count} {passages} passed over as well",
            value=not article.boilerplate,
            key=f"boilerplate-{opened.key}",
            on_change=_take_back,
            args=(opened,),
            help="Navigation, share buttons, credits and the like are passed over.",
        )
    st.button("Close this article", key=f"close-{opened.key}", on_click=desk.drop, args=(opened.key,))
    return later


def _take_back(opened: OpenArticle) -> None:
    everything = bool(st.session_state.get(f"boilerplate-{opened.key}"))
    opened.article = with_boilerplate(opened.article, () if everything else opened.original.boilerplate)


def _draw_text(
    opened: OpenArticle, label: str, value: str | None, change: Callable[[Article, str | None], Article]
) -> None:
    # The shown value is part of the key, so that a field never holds what the article has no longer.
    key = f"{label}-{opened.key}-{value}"

    def take() -> None:
        opened.article = change(opened.article, st.session_state.get(key) or None)

    st.text_input(label, value=show_text(value or ""), key=key, on_change=take, placeholder="Not known", max_chars=500)
