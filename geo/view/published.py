"""The day of publication on screen: what tells it, in whose words, and how who reads the article corrects it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from geo.model import Article, DateEvidence, Span
from geo.reading import with_published
from geo.view.markdown import escape_markdown
from geo.view.session import Desk, OpenArticle
from geo.view.when import describe_day

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
_HEAD, _TAIL = 3000, 2000
"""Characters at the top and at the end of a text where a line may tell its day of publication."""
_FORMS = ("{d} {B} {Y}", "{B} {d}, {Y}", "{B} {d} {Y}", "{d} {b} {Y}", "{b} {d}, {Y}", "{Y}-{m}-{D}", "{D}/{m}/{Y}")


def list_evidence(original: Article) -> tuple[DateEvidence, ...]:
    """What tells when an article, as it was read, was published: first what was believed, then the rivals."""
    rivals = tuple(rival for rival in original.published_rivals if rival.day != original.published)
    if original.published is None:
        return rivals
    span = None
    if original.published_from == "dateline":
        span = original.dateline
    elif original.published_from == "text":
        span = find_day(original.text, original.published)
    quote = _line_round(original.text, span) if span else ""
    return (DateEvidence(original.published, original.published_from, quote, span), *rivals)


def find_day(text: str, day: date) -> Span | None:
    """Where a day is first written out near the top or the end of a text, None where it is not.

    >>> find_day("Published 7 March 2025", date(2025, 3, 7))
    Span(start=10, end=22)
    """
    parts = {"d": day.day, "D": f"{day:%d}", "m": f"{day:%m}", "B": f"{day:%B}", "b": f"{day:%b}", "Y": day.year}
    for first, last in ((0, _HEAD), (max(0, len(text) - _TAIL), len(text))):
        found = [(text.find(words, first, last), words) for words in (form.format(**parts) for form in _FORMS)]
        starts = [(at, words) for at, words in found if at >= 0]
        if starts:
            at, words = min(starts)
            return Span(at, at + len(words))
    return None


def _line_round(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : len(text) if end < 0 else end].strip()[:160]


def evidence_spans(original: Article) -> list[Span]:
    """Where the text tells its day of publication, in the order of `list_evidence`, less what is outside the text."""
    return [one.span for one in list_evidence(original) if one.span is not None]


def describe_published(opened: OpenArticle) -> list[str]:
    """The day of publication and where it is from, in Markdown; what else it was read as or could be."""
    article, original = opened.article, opened.original
    if article.published is None:
        return []
    parts = [f"published {describe_day(article.published, weekday=True)} ({ORIGINS[article.published_from]})"]
    read = original.published
    if read is not None and read != article.published:
        parts.append(f"read as {describe_day(read)} ({ORIGINS[original.published_from]})")
    others = dict.fromkeys(one.day for one in list_evidence(original) if one.day not in (article.published, read))
    if others:
        days = " or ".join(describe_day(day) for day in list(others)[:2])
        parts.append(f"could also be {days}: see Details")
    return parts


def draw_warnings(opened: OpenArticle) -> None:
    """What is doubtful about the day of publication, and a field for it where it is not known."""
    published = opened.article.published
    if published is None:
        with st.container(border=True, key=f"asked-{opened.key}"):
            ask, field = st.columns([3, 2], vertical_alignment="center")
            ask.markdown(
                "**When was it published?** The date is not known, so “Monday” or “last week” have no day. "
                "The timeline keeps the order and the words of the text."
            )
            with field:
                _draw_field(opened, "asked")
            with st.container(horizontal=True, gap="small"):
                _draw_takers(opened, "asked", list_evidence(opened.original))
    elif published > date.today():
        st.warning(f"{describe_day(published)} lies in the future: please check the publication date.")


def draw_published(desk: Desk, opened: OpenArticle) -> None:
    """The field for the day of publication, a way to take it away, and all that tells it with its quotes."""
    _draw_field(opened, "details")
    if opened.article.published is not None:
        st.button(
            "Remove the date",
            key=f"undate-{opened.key}",
            on_click=_set,
            args=(opened, None),
            help="The timeline then keeps the order and the words of the text.",
        )
    evidence = list_evidence(opened.original)
    if not evidence:
        st.caption("Nothing in the document tells its day.")
        return
    st.caption("What tells the day")
    spans = evidence_spans(opened.original)
    for number, one in enumerate(evidence):
        quote = f" “{escape_markdown(one.quote)}”" if one.quote else ""
        used = " · **in use**" if one.day == opened.article.published else ""
        st.markdown(f"**{describe_day(one.day)}** – {ORIGINS[one.origin]}{quote}{used}")
        with st.container(horizontal=True, gap="small"):
            if not used:
                _draw_takers(opened, f"details-{number}", (one,))
            if one.span is not None:
                st.button(
                    "Show in the text",
                    key=f"show-{opened.key}-{number}",
                    on_click=desk.show,
                    args=("evidence", str(spans.index(one.span))),
                )


def draw_modes(modes: list[dict[str, Any]]) -> None:
    """What the article's dates count from, stretch by stretch, each with its reason (see geo/view/times.py)."""
    if not modes:
        return
    st.caption("What dates count from")
    for mode in modes:
        where = f"From “{escape_markdown(mode['opening'])} …” on: " if len(modes) > 1 else ""
        st.markdown(f"{where}**{mode['words']}**  \n{escape_markdown(mode['reason'])}")


def _draw_takers(opened: OpenArticle, place: str, evidence: tuple[DateEvidence, ...]) -> None:
    """A button for each day that could be the one."""
    days = {one.day: one for one in reversed(evidence)}
    for number, one in enumerate([one for one in evidence if days[one.day] is one][:3]):
        st.button(
            f"Use {describe_day(one.day)} ({ORIGINS[one.origin]})",
            key=f"take-{place}-{opened.key}-{number}",
            on_click=_set,
            args=(opened, one.day),
        )


def _draw_field(opened: OpenArticle, place: str) -> None:
    day = opened.article.published
    # The shown day is part of the key, so that the field never holds what the article has no longer.
    key = f"published-{place}-{opened.key}-{day}"
    st.date_input(
        "Published",
        value=day,
        min_value=min(EARLIEST, day or EARLIEST),
        max_value=max(LATEST, day or LATEST),
        key=key,
        on_change=_take,
        args=(opened, key),
        format="YYYY-MM-DD",
    )


def _take(opened: OpenArticle, key: str) -> None:
    _set(opened, st.session_state.get(key))


def _set(opened: OpenArticle, day: date | None) -> None:
    original = opened.original
    made = with_published(opened.article, day)
    if day is not None and day == original.published:
        # Back to the day that was read: where it is from is known again, and what was noted on it.
        made = replace(
            made,
            published_from=original.published_from,
            published_rivals=original.published_rivals,
            notes=original.notes,
        )
    opened.article = made
