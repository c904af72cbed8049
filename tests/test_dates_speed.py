"""The date layer's time grows with the text and with nothing else, whatever the text: four times the letters may take
eight times as long, which leaves a busy machine its room and still catches what grows with the square.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from geo.dates import EventDater, find_modes, find_times
from geo.model import Article, Span

LETTERS = 4_000
TIMES_LONGER = 4
RATIO = 8
RUNS = 3
FLOOR_SECONDS = 0.02
"""What is faster than this cannot be told from the clock's own grain."""

VOCAB = spacy.blank("en").vocab

HOSTILE = {
    "days in a row": "3 May 2001, 4 June 2002, 5 July 2003, ",
    "digits": "20210706",
    "figures between slashes": "5/7/2021/",
    "figures and dots": "12.05.",
    "figures and hyphens": "2021-07-",
    "quotation marks": '" \u201c \u201d `` ',
    "decades": "'90s ",
    "one word": "the ",
    "a modifier of dates": "early ",
    "modifiers of counts": "about at least more than ",
    "months": "January February March April May June July August September October November December ",
    "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday ",
    "single letters": "a b c ",
    "blanks": "   \t",
    "empty lines": "\n\n \n",
    "numbers in words": "twenty-one hundred and two thousand ",
    "parts of day without end": "of the night of the ",
    "numbers with and": "5 and 6 and ",
    "clock times": "10:30 a.m. ",
    "units": "days weeks months years ",
    "times ago": "two days ago ",
    "unbroken letters": "abcdefghij",
    "entries of a diary": "5 May 1993\nNothing came yesterday.\n\n",
    "one paragraph": "Troops left on Monday. They had come in May 2015, two weeks later, at about 9 p.m. on July 2. ",
}


def build_text(piece: str, letters: int) -> str:
    return (piece * (letters // len(piece) + 1))[:letters]


def build_doc(text: str) -> Doc:
    """A Doc of plain tokens with a sentence each thirty: patterns and anchors need no parse to be slow."""
    found = [(m[1] or " ", bool(m[2])) for m in re.finditer(r"([^ ]+)( ?)| ", text)]
    words, spaces = [word for word, _ in found], [space for _, space in found]
    starts: list[bool | int | None] = [index % 30 == 0 for index in range(len(words))]
    return Doc(VOCAB, words=words, spaces=spaces, sent_starts=starts)


def read_all(article: Article, doc: Doc) -> None:
    """Modes, times, and the days of one event in twelve words."""
    find_modes(article, doc)
    dater = EventDater(article, doc, find_times(article, doc))
    for token in doc:
        if token.i % 12 == 5:
            dater.date(Span(token.idx, token.idx + len(token)))


def least_seconds(action: Callable[[int], None]) -> float:
    taken = []
    for run in range(RUNS):
        began = time.process_time()
        action(run)
        taken.append(time.process_time() - began)
    return min(taken)


def grows_too_fast(piece: str, letters: int) -> tuple[float, float] | None:
    """The seconds of the short and the long text where their ratio is beyond bounds; None where it is within."""
    seconds = []
    for length in (letters, TIMES_LONGER * letters):
        text = build_text(piece, length)
        article, doc = Article(text, published=date(2021, 7, 6)), build_doc(text)

        def action(run: int, article: Article = article, doc: Doc = doc) -> None:
            read_all(replace(article, name=f"run {run}"), doc)  # what was found in one article is kept for a while

        seconds.append(least_seconds(action))
    short, long = seconds
    return (short, long) if long > FLOOR_SECONDS and long > RATIO * short else None


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_text_alone(piece: str) -> None:
    first = grows_too_fast(piece, LETTERS)
    # A busy machine may spoil one measurement; what grows with the square does so again, and more at twice the length.
    assert first is None or grows_too_fast(piece, 2 * LETTERS) is None


def test_growth_with_the_square_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(article: Article, doc: Doc) -> None:
        for _ in range(len(article.text) // 100):
            sum(range(len(article.text)))

    monkeypatch.setitem(globals(), "read_all", slow)
    assert grows_too_fast("a b c ", 4_000) is not None
