"""Beneath the map: what is not on it and why, the events as a table, and the files to take away."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from geo.export import build_csv, build_geojson
from geo.model import Analysis, Geometry
from geo.view.markdown import escape_markdown

COLUMNS = {
    "when": "When",
    "category": "What",
    "statusText": "Status",
    "where": "Where",
    "actors": "Actors",
    "toll": "People",
    "sentence": "Sentence",
}


def draw_lists(payload: dict[str, Any]) -> None:
    """Names and events that could not be placed or dated, each with the reason, and the table of all events."""
    events = payload["events"]
    placeless = [event for event in events if event["mark"] is None]
    dateless = [event for event in events if event["earliest"] is None and event["latest"] is None]
    names = payload["unplaced"]
    total = len(placeless) + len(names) + (len(dateless) if payload["dated"] else 0)
    with st.expander(f"Not on the map or without a date ({total})"):
        if not total:
            st.caption("Every name was placed, and every event has a place and a date.")
        _draw_list("Events without a place", placeless, lambda event: event["unplaced"])
        if payload["dated"]:
            _draw_list("Events without a date", dateless, lambda event: event["reasons"].get("time") or event["when"])
        if names:
            st.markdown("**Names that could not be placed**")
            st.markdown(
                "\n".join(
                    f"- **{escape_markdown(name['text'])}**: {escape_markdown(name['reason'])} "
                    f"“{escape_markdown(''.join(name['quote']))}”"
                    for name in names
                )
            )
    with st.expander(f"All events as a table ({len(events)})"):
        st.dataframe(build_table(payload), hide_index=True, width="stretch")


def _draw_list(title: str, events: list[dict[str, Any]], reason: Callable[[dict[str, Any]], str]) -> None:
    if not events:
        return
    st.markdown(f"**{title}**")
    st.markdown(
        "\n".join(
            f"- **{escape_markdown(event['category'])}** ({event['statusText'].lower()}): "
            f"{escape_markdown(reason(event))} “{escape_markdown(''.join(event['quotes'][0]))}”"
            for event in events
        )
    )


def build_table(payload: dict[str, Any]) -> pd.DataFrame:
    """The events as a table of texts, one row each, in the timeline's order."""
    rows = [
        {
            **event,
            "where": event["where"] or f"Not placed: {event['unplaced']}",
            "actors": ", ".join(actor["name"] for actor in event["actors"]),
            "toll": "; ".join(event["toll"]),
            "sentence": "".join(event["quotes"][0]),
        }
        for event in payload["events"]
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).rename(columns=COLUMNS)


def name_download(analysis: Analysis) -> str:
    """The stem of the names of files to take away: safe letters of the title, and the text's digest.

    A title without such letters gives "article" in their place.
    """
    words = re.sub(r"[^A-Za-z0-9]+", "-", analysis.article.title or analysis.article.name)[:48].strip("-").lower()
    return f"{words or 'article'}-{analysis.article.sha256[:8]}"


def draw_downloads(analysis: Analysis, outline: Callable[[str], Geometry | None]) -> None:
    """Buttons for the events as CSV and GeoJSON and for the whole analysis record."""
    stem = name_download(analysis)
    st.download_button(
        "Events (CSV)",
        lambda: build_csv(analysis),
        f"{stem}-events.csv",
        "text/csv",
        on_click="ignore",
        width="stretch",
    )
    st.download_button(
        "Events (GeoJSON)",
        lambda: build_geojson(analysis, outline),
        f"{stem}-events.geojson",
        "application/geo+json",
        on_click="ignore",
        width="stretch",
    )
    st.download_button(
        "Analysis record (JSON)",
        lambda: json.dumps(analysis.to_dict(), ensure_ascii=False, indent=1),
        f"{stem}.json",
        "application/json",
        on_click="ignore",
        width="stretch",
    )
