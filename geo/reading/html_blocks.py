"""The visible paragraphs of a web page in reading order, each with what its surroundings tell about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from geo.reading.decoding import clean_text

# Never shown as text, or not part of what is read.
_HIDDEN_LISTED = """
    head script style noscript template svg math iframe object embed canvas audio video button input select
    option textarea datalist meter progress map area link meta title base frameset frame dialog
"""
_HIDDEN = frozenset(_HIDDEN_LISTED.split())
_BLOCKS_LISTED = """
    address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1
    h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead
    tr ul caption
"""
_BLOCKS = frozenset(_BLOCKS_LISTED.split())
# Elements that may begin or end in the middle of a word.
_WITHIN_WORDS = frozenset({"sup", "sub", "b", "i", "em", "strong", "u", "small", "mark", "font", "abbr", "wbr"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FURNITURE_TAGS = {
    "nav": "navigation",
    "aside": "aside",
    "footer": "footer",
    "figcaption": "caption",
    "menu": "navigation",
}
_FURNITURE_ROLES = {
    "navigation": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "search",
}
_FURNITURE_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("share buttons", re.compile(r"(?:^|[\s_-])(?:share|sharing|social|addtoany|addthis)(?:$|[\s_-])", re.I)),
    ("related", re.compile(r"(?:^|[\s_-])(?:related|recommended|read-?more|most-read|trending)(?:$|[\s_-])", re.I)),
    ("newsletter", re.compile(r"newsletter|subscribe|subscription|sign-?up|paywall", re.I)),
    ("advertisement", re.compile(r"(?:^|[\s_-])(?:ads?|advert(?:isement)?|sponsor(?:ed)?|promo)(?:$|[\s_-])", re.I)),
    ("cookie notice", re.compile(r"cookie|consent|gdpr", re.I)),
    ("navigation", re.compile(r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|skip-?link|pagination)(?:$|[\s_-])", re.I)),
    ("caption", re.compile(r"(?:^|[\s_-])(?:caption|caption-text|credit)(?:$|[\s_-])", re.I)),
    ("comments", re.compile(r"(?:^|[\s_-])(?:comments?|disqus)(?:$|[\s_-])", re.I)),
    ("tags", re.compile(r"(?:^|[\s_-])(?:tags?|topics?|keywords)(?:-list|-links|s)?(?:$|[\s_-])", re.I)),
)  # fmt: skip
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Control characters cannot stand in a parsed page, so they are free as marks.
_BREAK, _SEAM = "\x00", "\x01"
_BLANK = " \t\n\r\f\u00a0" + _SEAM
_GLUED = re.compile(rf"(?<=[a-zà-ÿ0-9.)]){_SEAM}+(?=[A-Z0-9])")
"""Where two elements meet without a space, as buttons and bylines do: FacebookTweet."""
_SPACES = re.compile(r"[ \t\n\r\f\u00a0]+")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or item of a page. `furniture` names what surrounds it, None for nothing special."""

    text: str
    tag: str
    furniture: str | None
    named_furniture: bool
    """Whether only a class or id says so, which is weaker than an element such as nav."""
    parent: int
    """A number that blocks with the same parent element share."""
    linked: bool = False
    """Whether it is nothing but a link."""


def parse_page(source: str) -> lxml_html.HtmlElement | None:
    """The page's tree, None when there is nothing in it. No network, no entities from outside."""
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree: lxml_html.HtmlElement = lxml_html.document_fromstring(
            source.encode("utf-8", "replace"), parser=parser, ensure_head_body=False
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return tree


def find_blocks(tree: lxml_html.HtmlElement) -> list[Block]:
    """The blocks of a page, in order. Iterative: pages may be nested arbitrarily deep."""
    blocks: list[Block] = []
    pieces: list[str] = []
    owner: list[etree._Element] = [tree]
    # Of each open element: the furniture that it or an ancestor is, whether only by name, whether it is preformatted.
    state: list[tuple[str | None, bool, bool]] = [(None, False, False)]

    def flush() -> None:
        text = _settle("".join(pieces))
        pieces.clear()
        if text:
            element = owner[-1]
            kind, named, _ = state[-1]
            parent = element.getparent()
            shared = id(element) if parent is None else id(parent)
            blocks.append(Block(text, str(element.tag), kind, named, shared, _is_link(element, text)))

    # Keep every element alive while ids are compared.
    alive = list(tree.iter())
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if not tag or tag in _HIDDEN or _is_hidden(element):
                walker.skip_subtree()
                state.append(state[-1])
                continue
            if tag in _BLOCKS:
                flush()
                owner.append(element)
            state.append(_surroundings(element, tag, state[-1]))
            if tag == "br":
                if _ends_with_break(pieces):
                    flush()
                else:
                    pieces.append(_BREAK)
            elif tag not in _BLOCKS and tag not in _WITHIN_WORDS:
                pieces.append(_SEAM)
            if element.text:
                pieces.append(element.text.replace("\n", _BREAK) if state[-1][2] else element.text)
        else:
            hidden = not tag or tag in _HIDDEN or _is_hidden(element)
            if not hidden and tag in _BLOCKS:
                flush()
                owner.pop()
            elif not hidden and tag != "br" and tag not in _WITHIN_WORDS:
                pieces.append(_SEAM)
            state.pop()
            if element.tail and element is not tree:
                pieces.append(element.tail.replace("\n", _BREAK) if state[-1][2] else element.tail)
    flush()
    del alive
    return blocks


def _settle(text: str) -> str:
    """Runs of white space as one space, line breaks that the page asks for as newlines."""
    text = _GLUED.sub(" ", text).replace(_SEAM, "")
    lines = [_SPACES.sub(" ", line).strip() for line in text.split(_BREAK)]
    return clean_text("\n".join(line for line in lines if line))


def _is_link(element: etree._Element, text: str) -> bool:
    """Whether one link holds all of the element's text."""
    link = next(element.iter("a"), None)
    return link is not None and _settle("".join(link.itertext())) == text


def _ends_with_break(pieces: list[str]) -> bool:
    """Whether the last thing before here was a line break: two in a row end a paragraph."""
    last = next((piece for piece in reversed(pieces) if piece.strip(_BLANK)), "")
    return last == _BREAK


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _NOT_SHOWN.search(style) is not None


def _surroundings(
    element: etree._Element, tag: str, outer: tuple[str | None, bool, bool]
) -> tuple[str | None, bool, bool]:
    preformatted = outer[2] or tag == "pre"
    if outer[0] is not None and not outer[1]:
        return outer[0], False, preformatted
    kind = _FURNITURE_TAGS.get(tag) or _FURNITURE_ROLES.get(element.get("role", ""))
    if tag == "header" and not _holds_heading(element):
        kind = "header"
    if kind is not None:
        return kind, False, preformatted
    if outer[0] is None and tag not in ("html", "body", "main", "article"):
        names = f"{element.get('class', '')} {element.get('id', '')}".strip()
        if names:
            for name, pattern in _FURNITURE_NAMES:
                if pattern.search(names):
                    return name, True, preformatted
    return outer[0], outer[1], preformatted


def _holds_heading(element: etree._Element) -> bool:
    return element.find(".//h1") is not None or any(
        parent.tag in ("article", "main") for parent in element.iterancestors()
    )
