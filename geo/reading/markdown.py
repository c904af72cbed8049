"""Markdown: the text stays as it is written, its front matter is read for title and day and then passed over."""

from __future__ import annotations

import re

from geo.model import DateEvidence, Span
from geo.reading.days import parse_day
from geo.reading.decoding import clean_text, decode_text
from geo.reading.draft import Draft

_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|\Z)", re.S
)
_FIELD = re.compile(r"^(?P<key>[A-Za-z_-]+)[ \t]*[:=][ \t]*(?P<value>[^\n]+)$", re.M)
_HEADING = re.compile(r"^(?:#[ \t]+(?P<atx>[^\n]+?)[ \t]*#*|(?P<setext>[^\n]+)\n=+[ \t]*)$", re.M)
_DAY_KEYS = ("date", "published", "publish_date", "pubdate", "published_at", "date_published", "datepublished")
_SOURCE_KEYS = ("source", "publisher", "site", "outlet", "agency")
_URL_KEYS = ("url", "link", "permalink", "canonical")
_HEADING_WITHIN = 2_000


def read_markdown(data: bytes, name: str) -> Draft:
    """The draft of a Markdown file."""
    text = clean_text(decode_text(data))
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    fields: dict[str, str] = {}
    for match in _FIELD.finditer((front.group("yaml") or front.group("toml") or "") if front else ""):
        fields.setdefault(
            match.group("key").lower().replace("-", "_"), match.group("value").strip().strip("\"'").strip()
        )
    heading = _HEADING.search(text, start, start + _HEADING_WITHIN)
    title = fields.get("title")
    if not title and heading:
        title = heading.group("atx") or heading.group("setext")
    days = tuple(
        DateEvidence(day, "metadata", f"{key}: {fields[key]}")
        for key in _DAY_KEYS
        if key in fields and (day := parse_day(fields[key])) is not None
    )
    return Draft(
        text=text,
        name=name,
        title=title.strip() if title else None,
        source=next((fields[key] for key in _SOURCE_KEYS if fields.get(key)), None),
        url=next((fields[key] for key in _URL_KEYS if fields.get(key, "").startswith(("http://", "https://"))), None),
        metadata_days=days,
        boilerplate=(Span(0, front.end()),) if front else (),
        body_start=start,
    )
