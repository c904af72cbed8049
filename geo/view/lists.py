"""Beneath the map: what is not on it and why, events and times as tables, and the files to take away."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from geo.export import build_csv, build_geojson, build_times_csv
from geo.model import Analysis, Geometry
from geo.view.markdown import escape_markdown
from geo.view.session import Desk

COLUMNS = {
    "when": "When",
    "phrase": "Told as",
    "dateReason": "Why this date",
    "category": "What",
    "statusText": "Status",
    "where": "Where",
    "actors": "Actors",
    "toll": "People",
    "sentence": "Sentence",
}

TIME_COLUMNS = {
    "text": "Time in the text",
    "means": "Meaning",
    "value": "TIMEX3 value",
    "earliest": "First day",
    "latest": "Last day",
    "anchor": "What it counts from",
    "rule": "Rule",
    "other": "Other readings",
    "sentence": "In the text",
}
SHOWN = ("All", "With days", "Without days")
"""Which times the table can be narrowed to."""


def draw_lists(desk: Desk, payload: dict[str, Any]) -> None:
    """Names and events that could not be placed or dated, each with the reason, and tables of all events and times."""
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
    if payload["times"]:
        with st.expander(f"All times as a table ({len(payload['times'])})"):
            _draw_times(desk, payload)


def _draw_times(desk: Desk, payload: dict[str, Any]) -> None:
    words_field, shown_field = st.columns([3, 2], vertical_alignment="bottom")
    words = words_field.text_input("Only times with these words", placeholder="Monday, 2021, publication …")
    shown = shown_field.segmented_control("Show", SHOWN, default=SHOWN[0])
    table = build_time_table(payload, words, shown or SHOWN[0])
    if table.empty:
        st.caption("No time is like this.")
        return
    key = f"times-{payload['digest']}-{words}-{shown}"
    numbers = list(table.index)

    def lead() -> None:
        for row in st.session_state[key]["selection"]["rows"]:
            desk.show("time", str(numbers[row]))

    st.dataframe(
        table, hide_index=True, width="stretch", key=key, on_select=lead, selection_mode="single-row", height="auto"
    )
    st.caption("Choose a row to be led to its words in the article.")


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
            "dateReason": event["reasons"].get("time"),
            "actors": ", ".join(actor["name"] for actor in event["actors"]),
            "toll": "; ".join(event["toll"]),
            "sentence": "".join(event["quotes"][0]),
        }
        for event in payload["events"]
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).rename(columns=COLUMNS)


def build_time_table(payload: dict[str, Any], words: str = "", shown: str = SHOWN[0]) -> pd.DataFrame:
    """The times as a table of texts in text order, indexed by their number in the payload.

    `words` keeps the rows in which all of them stand, in whatever case; `shown` is one of `SHOWN`.
    """
    wanted = words.casefold().split()
    rows = {}
    for number, time in enumerate(payload["times"]):
        if shown != SHOWN[0] and time["known"] != (shown == SHOWN[1]):
            continue
        row = {**time, "other": "; ".join(time["others"]), "sentence": "".join(time["quote"])}
        cells = " ".join(str(row[column] or "") for column in TIME_COLUMNS if column != "sentence").casefold()
        if all(word in cells for word in wanted):
            rows[number] = row
    table = pd.DataFrame.from_dict(rows, orient="index", columns=None if rows else list(TIME_COLUMNS))
    return table[list(TIME_COLUMNS)].rename(columns=TIME_COLUMNS)


def name_download(analysis: Analysis) -> str:
    """The stem of the names of files to take away: safe letters of the title, and the text's digest.

    A title without such letters gives "article" in their place.
    """
    words = re.sub(r"[^A-Za-z0-9]+", "-", analysis.article.title or analysis.article.name)[:48].strip("-").lower()
    return f"{words or 'article'}-{analysis.article.sha256[:8]}"


def draw_downloads(analysis: Analysis, outline: Callable[[str], Geometry | None]) -> None:
    """Buttons for the events as CSV and GeoJSON, the times as CSV, and the whole analysis record."""
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
        "Times (CSV)",
        lambda: build_times_csv(analysis),
        f"{stem}-times.csv",
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
