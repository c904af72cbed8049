"""Analysis -> CSV, one row for each time expression: its words, TIMEX3 value, days, and what made them."""

from __future__ import annotations

import csv
import io
from bisect import bisect_right

from geo.export.csv import BYTE_ORDER_MARK, guard_cell
from geo.export.rows import Row
from geo.model import Analysis

TIME_COLUMNS: tuple[str, ...] = (
    "start",
    "end",
    "text",
    "type",
    "value",
    "mod",
    "date_earliest",
    "date_latest",
    "date_precision",
    "anchor",
    "rule",
    "mode",
    "other_values",
    "other_reasons",
    "title",
    "source",
    "url",
    "published",
    "published_from",
)
"""The columns, in order. Offsets count in the article's text; `mode` is what dates there count from."""


def build_time_rows(analysis: Analysis) -> list[Row]:
    """One row for each time expression in text order, with exactly the keys of `TIME_COLUMNS`; None where unknown."""
    article = analysis.article
    starts = [stretch.span.start for stretch in analysis.modes]
    rows: list[Row] = []
    for time in analysis.times:
        stretch = bisect_right(starts, time.span.start) - 1
        rows.append(
            {
                "start": time.span.start,
                "end": time.span.end,
                "text": time.text,
                "type": time.type,
                "value": time.value,
                "mod": time.mod,
                "date_earliest": time.interval.earliest.isoformat() if time.interval.earliest else None,
                "date_latest": time.interval.latest.isoformat() if time.interval.latest else None,
                "date_precision": time.interval.precision,
                "anchor": time.anchor,
                "rule": time.rule,
                "mode": analysis.modes[stretch].mode if stretch >= 0 else None,
                "other_values": "; ".join(other.value for other in time.alternatives) or None,
                "other_reasons": "; ".join(other.reason for other in time.alternatives) or None,
                "title": article.title or article.name or None,
                "source": article.source,
                "url": article.url,
                "published": article.published.isoformat() if article.published else None,
                "published_from": article.published_from,
            }
        )
    return rows


def build_times_csv(analysis: Analysis) -> str:
    """The time expressions as CSV (RFC 4180, to be written as UTF-8), guarded as `build_csv` guards the events."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(TIME_COLUMNS)
    for row in build_time_rows(analysis):
        writer.writerow([guard_cell(row[column]) for column in TIME_COLUMNS])
    return BYTE_ORDER_MARK + out.getvalue()
