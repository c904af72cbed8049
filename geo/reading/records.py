"""One line of an input file for `python -m geo analyse`: its text is left whole to the character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from geo.errors import RecordError
from geo.model import Article
from geo.reading.days import parse_day
from geo.reading.draft import Draft, build_article
from geo.reading.limits import MAX_CHARS

_ID_KEYS = ("doc_id", "id", "toponym")
_DAY_KEYS = ("date", "dct", "published")
_PARTIAL_DAY = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}")


def read_record(row: Mapping[str, object]) -> Article:
    """The article of a record `{doc_id|id|toponym, text, date|dct?, title?, source?, url?}`.

    Nothing in the text is changed and nothing is marked as boilerplate; the dateline is found, and the day of
    publication is the record's own ("given") or else what the text tells. Raises RecordError, naming the record.

    >>> read_record({"id": 7, "text": "KABUL: It rained.", "date": "2021-07-06"}).published.isoformat()
    '2021-07-06'
    """
    if not isinstance(row, Mapping):
        raise RecordError(f"A record must be an object with a text, not {_describe(row)}.")
    name = _find_name(row)
    text = row.get("text")
    if not isinstance(text, str):
        raise RecordError(f"The record {name} has no text: the key text must hold a string, not {_describe(text)}.")
    if not any(char.isalnum() for char in text):
        raise RecordError(f"The record {name} has an empty text.")
    if len(text) > MAX_CHARS:
        raise RecordError(f"The record {name} holds {len(text):,} characters; at most {MAX_CHARS:,} are read.")
    day = _find_day(row, name)
    strings = {
        key: value.strip() or None for key in ("title", "source", "url") if isinstance(value := row.get(key), str)
    }
    url = strings.get("url")
    draft = Draft(
        text=text,
        name=name,
        title=strings.get("title"),
        source=strings.get("source"),
        url=url if url and url.startswith(("http://", "https://")) else None,
        find_furniture=False,
    )
    return build_article(draft, given=day)


def _find_name(row: Mapping[str, object]) -> str:
    for key in _ID_KEYS:
        value = row.get(key)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    raise RecordError(f"A record needs a name under one of the keys {', '.join(_ID_KEYS)}.")


def _find_day(row: Mapping[str, object], name: str) -> date | None:
    for key in _DAY_KEYS:
        value = row.get(key)
        if value is None or value == "":
            continue
        if isinstance(value, str):
            whole = parse_day(value)
            if whole is not None:
                return whole
            if _PARTIAL_DAY.fullmatch(value.strip()):
                return None  # a year, a month, or a day whose year is not known: the day is unknown
            raise RecordError(
                f"The record {name} has a {key} that is no day: write it as 2021-07-06, not {value[:40]!r}."
            )
        raise RecordError(
            f"The record {name} has a {key} that is no day: write it as 2021-07-06, not {_describe(value)}."
        )
    return None


def _describe(value: object) -> str:
    kinds = {
        type(None): "nothing",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return kinds.get(type(value), "something else")
