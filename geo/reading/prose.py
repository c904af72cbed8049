"""Whether a line is a sentence or only words: told by its end and its length, in time linear in the line."""

from __future__ import annotations

import re

_CLOSERS = " \t\u00a0\"”’'»)]"
_STOPS = ".!?…"
_WORD = re.compile(r"\S+")


def ends_like_sentence(line: str) -> bool:
    """Whether the line ends in a full stop, question or exclamation mark, closing quotation marks aside.

    >>> ends_like_sentence('“We left.”'), ends_like_sentence("Soldiers flee")
    (True, False)
    """
    return line[-40:].rstrip(_CLOSERS)[-1:] in tuple(_STOPS)


def is_sentence(line: str, words: int = 7) -> bool:
    """Whether the line ends like a sentence and has at least so many words.

    >>> is_sentence("The army said that it had left the town."), is_sentence("It left.")
    (True, False)
    """
    if not ends_like_sentence(line):
        return False
    return sum(1 for _, _ in zip(range(words), _WORD.finditer(line), strict=False)) == words
