"""Web pages: the title and the visible text of the article's part of the page, furniture within it marked.

trafilatura tells which paragraphs are the article; the text itself is taken from the page, so that headings and
paragraphs stay apart and nothing between the title and the last paragraph is lost.
"""

from __future__ import annotations

import re

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from geo.errors import BrokenDocument, EmptyDocument
from geo.model import Span
from geo.reading.decoding import decode_text
from geo.reading.draft import Draft
from geo.reading.headline import strip_site
from geo.reading.html_blocks import HEADINGS, Block, find_blocks, parse_page
from geo.reading.html_metadata import find_page_facts
from geo.reading.prose import ends_like_sentence

_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}charset\s*=\s*[\"']?|\?xml[^>]{0,80}encoding\s*=\s*[\"'])([A-Za-z0-9_-]{2,30})", re.I
)
_LONG = 60
_MUST_COVER = 0.4  # of the page's sentences outside furniture; below it trafilatura missed the article
_MOST_ELEMENTS = 30_000  # more, and trafilatura would take minutes


def read_html(data: bytes, name: str) -> Draft:
    """The draft of a web page. Raises EmptyDocument without visible text, BrokenDocument when it cannot be parsed."""
    declared = _DECLARED.search(data[:4096])
    return draft_html(decode_text(data, declared.group(1).decode("ascii") if declared else None), name)


def draft_html(source: str, name: str) -> Draft:
    """The draft of a web page that is characters already."""
    try:
        tree = parse_page(source)
        blocks = [] if tree is None else find_blocks(tree)
    except (etree.LxmlError, ValueError, RecursionError, MemoryError) as error:
        raise BrokenDocument(name, f"{name} is damaged: its HTML could not be read.") from error
    if tree is None or not any(char.isalnum() for block in blocks for char in block.text):
        raise EmptyDocument(
            name, f"{name} shows no text: if the page is filled in by a script, save it from the browser as text."
        )
    facts = find_page_facts(tree)
    title = strip_site(facts.title, facts.site) if facts.title else None
    main = _find_main(blocks, tree)
    parts = _choose_blocks(blocks, main, title)
    if title and not any(_letters(block.text) == _letters(title) for block, _ in parts[:12]):
        parts.insert(0, (Block(title, "h1", None, False, 0), False))
    text, marked = _join(parts)
    return Draft(
        text=text,
        name=name,
        title=title,
        source=facts.site,
        url=facts.url,
        metadata_days=facts.published,
        updated_days=facts.updated,
        guessed_days=facts.guessed,
        boilerplate=marked,
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _find_main(blocks: list[Block], tree: lxml_html.HtmlElement) -> set[int]:
    """The indexes of the blocks that make up the article."""
    told = [
        index
        for index, block in enumerate(blocks)
        if block.furniture is None and len(block.text) >= _LONG and ends_like_sentence(block.text)
    ]
    main: set[int] = set()
    extracted = _extract_main(tree) if sum(1 for _ in tree.iter()) <= _MOST_ELEMENTS else ""
    if extracted:
        main = {
            index
            for index, block in enumerate(blocks)
            if block.furniture != "caption" and (letters := _letters(block.text)) and letters in extracted
        }
        # Short lines turn up inside longer ones; only what stands near long main blocks counts.
        long = [index for index in main if len(blocks[index].text) >= _LONG]
        main = {index for index in main if long and min(long) - 3 <= index <= max(long) + 3}
    covered = sum(len(blocks[index].text) for index in told if index in main)
    if covered < _MUST_COVER * sum(len(blocks[index].text) for index in told) or not main:
        main |= set(told)
    # A paragraph beside main paragraphs is one of them, whatever trafilatura thought of it.
    parents = {blocks[index].parent for index in main if blocks[index].tag == "p"}
    main |= {
        index
        for index, block in enumerate(blocks)
        if block.tag == "p" and block.parent in parents and block.furniture is None and not block.linked
    }
    if not main:
        main = {index for index, block in enumerate(blocks) if block.furniture is None}
    return main or set(range(len(blocks)))


def _extract_main(tree: lxml_html.HtmlElement) -> str:
    """The letters of what trafilatura takes for the article; empty when it finds none."""
    try:
        found = trafilatura.bare_extraction(
            lxml_html.fromstring(lxml_html.tostring(tree)),
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            with_metadata=False,
        )
    except Exception:  # a third party's parser on any page of the world: without it the page's own structure decides
        return ""
    text = getattr(found, "text", None)
    return _letters(text) if isinstance(text, str) else ""


def _choose_blocks(blocks: list[Block], main: set[int], title: str | None) -> list[tuple[Block, bool]]:
    """The blocks from the title to the article's last paragraph, each with whether it is furniture."""
    first, last = min(main), max(main)
    wanted = _letters(title or "")
    heads = [
        index
        for index, block in enumerate(blocks[: last + 1])
        if (wanted and _letters(block.text) == wanted) or (block.tag == "h1" and block.furniture is None)
    ]
    # Menu words above the title may occur in the article as well: the title is the start wherever it stands above it.
    body = min((index for index in main if len(blocks[index].text) >= _LONG), default=first)
    before = [index for index in heads if index <= body]
    if before:
        exact = [index for index in before if _letters(blocks[index].text) == wanted]
        first = (exact or before)[-1]
    chosen = []
    for index in range(first, last + 1):
        block = blocks[index]
        own = block.furniture is None and (block.tag in HEADINGS or ends_like_sentence(block.text))
        kept = index in main or (index == first and bool(before)) or own
        furniture = block.furniture is not None and (not block.named_furniture or index not in main)
        chosen.append((block, furniture or not kept))
    return chosen


def _join(parts: list[tuple[Block, bool]]) -> tuple[str, tuple[Span, ...]]:
    pieces: list[str] = []
    marked: list[Span] = []
    length = 0
    for block, furniture in parts:
        if pieces:
            pieces.append("\n\n")
            length += 2
        if furniture:
            marked.append(Span(length, length + len(block.text)))
        pieces.append(block.text)
        length += len(block.text)
    return "".join(pieces), tuple(marked)
