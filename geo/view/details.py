"""What is known about the article itself, above the map: shown, and corrected by who reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from geo.model import Article
from geo.reading import with_boilerplate, with_published, with_source, with_title
from geo.view.markdown import escape_markdown
from geo.view.session import Desk, OpenArticle
from geo.view.wording import describe_day, show_text

ORIGINS = {
    "given": "entered by hand",
    "metadata": "from the document’s metadata",
    "mail": "from the mail’s header",
    "url": "from its address",
    "dateline": "from the dateline",
    "text": "from the text",
    "none": "not known",
}
EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)


def draw_heading(opened: OpenArticle) -> None:
    """Title, source and day of publication, with a prompt where the day is unknown."""
    article = opened.article
    st.markdown(f"#### {escape_markdown(article.title or article.name or 'Untitled article')}")
    parts = [escape_markdown(article.source)] if article.source else []
    if article.published:
        origin = escape_markdown(ORIGINS[article.published_from])
        parts.append(f"published {describe_day(article.published, weekday=True)} ({origin})")
    if article.boilerplate:
        parts.append("some passages passed over")
    if article.name and article.name != article.title:
        parts.append(escape_markdown(article.name))
    st.caption(" · ".join(parts) or "Source not known")
    for note in article.notes:
        st.info(escape_markdown(note))
    if article.published and article.published > date.today():
        st.warning(f"{describe_day(article.published)} lies in the future: please check the publication date.")
    if article.published is None:
        ask, field = st.columns([3, 2], vertical_alignment="center")
        ask.warning(
            "The publication date is not known, so “Monday” or “last week” have no date. When was it published?"
        )
        with field:
            _draw_date(opened, "asked")


def draw_details(desk: Desk, opened: OpenArticle) -> None:
    """Fields for title, source and day of publication, what else could be the day, and what was passed over."""
    article = opened.article
    _draw_text(opened, "Title", article.title, with_title)
    _draw_text(opened, "Source", article.source, with_source)
    _draw_date(opened, "details")
    rivals = [rival for rival in article.published_rivals if rival.day != article.published]
    if rivals:
        st.caption("Other days that it could be")
        for number, rival in enumerate(rivals):
            quote = f" “{escape_markdown(rival.quote)}”" if rival.quote else ""
            st.button(
                f"{describe_day(rival.day)} – {escape_markdown(ORIGINS[rival.origin])}{quote}",
                key=f"rival-{opened.key}-{number}",
                on_click=_set,
                args=(opened, with_published(article, rival.day)),
            )
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


def _set(opened: OpenArticle, article: Article) -> None:
    opened.article = article


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


def _draw_date(opened: OpenArticle, place: str) -> None:
    day = opened.article.published
    key = f"published-{place}-{opened.key}-{day}"

    def take() -> None:
        opened.article = with_published(opened.article, st.session_state.get(key))

    st.date_input(
        "Published",
        value=day,
        min_value=min(EARLIEST, day or EARLIEST),
        max_value=max(LATEST, day or LATEST),
        key=key,
        on_change=take,
        format="YYYY-MM-DD",
    )
