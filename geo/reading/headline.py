"""An article's title: the one that the file names, or the headline at the top of its text."""

from __future__ import annotations

import re
from typing import NamedTuple

from geo.model import Span
from geo.reading.dateline import Dateline

_MAX_HEADLINE = 220
_MAX_RUN_ON = 140  # a headline directly above its text, with no blank line between
_LONG_LINE = 140
_MAX_LINES = 3
_FEW_WORDS = 3  # "Sudan conflict" above a longer headline is a kicker
_SENTENCE_END = re.compile(r"(?<![A-Z])\.[\"”’']?$|[;,:]$")
_MARKS = " \t\u00a0#*_="
_BYLINE = re.compile(r"(?:by|from|photo|image|source|file photo)\b[: ]", re.I)
_SITE_TAIL = re.compile(r"\s+(?:[|–—·»]|-(?= ))\s*([^|–—·»]{2,40})$")
_SEARCHED = 3_000


class Headline(NamedTuple):
    """A title and where it stands in the text."""

    title: str
    span: Span


def find_headline(text: str, skip: tuple[Span, ...], dateline: Dateline | None) -> Headline | None:
    """The headline at the top of `text`: short lines without a final full stop, over more text; None without one.

    Lines in `skip` (boilerplate) are passed over; the dateline ends the search.

    >>> find_headline("Soldiers flee over the border\\n\\nKABUL: The army said.", (), None).title
    'Soldiers flee over the border'
    """
    found: list[Headline] = []
    for block in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text[:_SEARCHED]):
        span = Span(block.start(), block.end())
        if dateline is not None and span.end > dateline.span.start:
            headline = _first_line(text, span, dateline, skip)
            if headline is not None:
                found.append(headline)
            break
        if any(part.overlaps(span) for part in skip) and not _free_lines(text, span, skip):
            continue
        headline = _whole_block(text, span, skip) or _first_line(text, span, None, skip)
        if headline is None:
            break
        found.append(headline)
        if len(headline.title.split()) > _FEW_WORDS:
            break
    found = [one for one in found if text[one.span.end :].strip()]
    return max(found, key=lambda one: len(one.title.split()) > _FEW_WORDS, default=None)


def find_title_span(text: str, title: str) -> Span | None:
    """Where `title` stands near the top of `text` as a line of its own, spaces aside; None where it does not."""
    words = title.split()
    if not words:
        return None
    pattern = r"(?m)^[ \t\u00a0#*_]*(" + r"\s+".join(re.escape(word) for word in words) + r")[ \t\u00a0#*_]*$"
    match = re.search(pattern, text[:_SEARCHED])
    return None if match is None else Span(match.start(1), match.end(1))


def strip_site(title: str, site: str | None = None) -> str:
    """A page's title without the name of the site at its end.

    >>> strip_site("Dam breached in Ukraine | Example News", "Example News")
    'Dam breached in Ukraine'
    """
    title = " ".join(title.split())
    tail = _SITE_TAIL.search(title)
    if tail and site and _letters(tail.group(1)) in (_letters(site), _letters("the" + site)):
        return title[: tail.start()]
    return title


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _free_lines(text: str, span: Span, skip: tuple[Span, ...]) -> list[Span]:
    """The lines of a block that do not lie in `skip`."""
    lines = [
        Span(span.start + line.start(), span.start + line.end()) for line in re.finditer(r"[^\n]+", span.quote(text))
    ]
    return [line for line in lines if not any(part.overlaps(line) for part in skip)]


def _whole_block(text: str, span: Span, skip: tuple[Span, ...]) -> Headline | None:
    lines = _free_lines(text, span, skip)
    if not lines or len(lines) > _MAX_LINES:
        return None
    return _build(text, Span(lines[0].start, lines[-1].end), _MAX_HEADLINE)


def _first_line(text: str, span: Span, dateline: Dateline | None, skip: tuple[Span, ...]) -> Headline | None:
    """The block's first line, when the text proper begins right below it."""
    lines = _free_lines(text, span, skip)
    if len(lines) < 2:
        return None
    below = lines[1].quote(text)
    if dateline is not None:
        above = [line for line in lines if line.end <= dateline.span.start]
        return (
            _build(text, Span(above[0].start, above[-1].end), _MAX_HEADLINE) if 0 < len(above) <= _MAX_LINES else None
        )
    return _build(text, lines[0], _MAX_RUN_ON) if len(below) >= _LONG_LINE else None


def _build(text: str, span: Span, longest: int) -> Headline | None:
    quote = span.quote(text)
    start = span.start + len(quote) - len(quote.lstrip(_MARKS))
    end = span.end - (len(quote) - len(quote.rstrip(_MARKS)))
    if start >= end:
        return None
    title = " ".join(text[start:end].split())
    if len(title) > longest or _SENTENCE_END.search(title) or _BYLINE.match(title):
        return None
    if sum(char.isalpha() for char in title) < 4 or title[0].islower() or len(title.split()) < 2:
        return None
    return Headline(title, Span(start, end))
