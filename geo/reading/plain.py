"""Plain text and pasted text: decoded, newlines and control characters settled, otherwise left as it is."""

from __future__ import annotations

from geo.reading.decoding import clean_text, decode_text
from geo.reading.draft import Draft


def read_plain(data: bytes, name: str) -> Draft:
    """The draft of a text file."""
    return draft_plain(decode_text(data), name)


def draft_plain(text: str, name: str) -> Draft:
    """The draft of text that is characters already: pasted, or decoded before."""
    return Draft(text=clean_text(text), name=name)
