"""What a web page says about itself in meta elements, JSON-LD and links: title, site, address, days."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime

from htmldate import find_date
from lxml import html as lxml_html

from geo.model import DateEvidence
from geo.reading.days import parse_day
from geo.reading.decoding import clean_text

# Names of meta elements, best first.
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date.published",
    "publication_date", "publish-date", "publish_date", "publishdate", "pubdate", "published_date", "published-date",
    "article.published", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date",
    "originalpublicationdate", "article_date_original", "date", "created", "article:published",
)  # fmt: skip
_UPDATED_META = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod",
    "article.updated", "revised", "updated_time",
)  # fmt: skip
_TITLE_META = ("og:title", "twitter:title", "headline", "dc.title", "citation_title", "parsely-title")
_SITE_META = ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_publisher", "cre")
_URL_META = ("og:url", "twitter:url", "parsely-link")
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage", re.I)
_JSON_DAYS = ("datePublished", "dateCreated", "dateModified")
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://|/\*)\s*<!\[CDATA\[(?:\s*\*/)?)|;?\s*(?:-->|(?://|/\*)\s*\]\]>(?:\s*\*/)?)\s*$"
)
"""What old programs put around a script's text."""
_UNKNOWN_DAY = date(1970, 1, 1)
_NOT_ITS_OWN = re.compile(r"comment|related|sidebar|recommend|footer|teaser|disqus|trending|most-read", re.I)
"""Classes of parts of a page that tell of other articles or of readers' words."""
_MAX_JSON = 500_000
_MAX_NODES = 5_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says about itself: `published` and `updated` hold the days it names, the best evidence first.

    `guessed` is a day found in the markup of a page that names none.
    """

    title: str | None
    site: str | None
    url: str | None
    published: tuple[DateEvidence, ...]
    updated: tuple[DateEvidence, ...]
    guessed: tuple[DateEvidence, ...]


def find_page_facts(tree: lxml_html.HtmlElement) -> PageFacts:
    """The page's own word on its title, site, address and days; nothing is fetched."""
    meta = _read_meta(tree)
    linked = list(_read_linked_data(tree))
    articles = [node for node in linked if _ARTICLE_TYPES.search(str(node.get("@type", "")))]
    title = next((meta[key] for key in _TITLE_META if key in meta), None)
    title = title or _first_string(articles, "headline") or _element_text(tree, "h1") or _element_text(tree, "title")
    site = next((meta[key] for key in _SITE_META if key in meta), None) or _publisher(articles)
    url = next(
        (meta[key] for key in _URL_META if meta.get(key, "").startswith(("http://", "https://"))), None
    ) or _canonical(tree)
    published: list[DateEvidence] = []
    updated: list[DateEvidence] = []
    for node in _own_nodes(articles):
        for key, days in (("datePublished", published), ("dateCreated", updated), ("dateModified", updated)):
            if isinstance(value := node.get(key), str):
                _add_day(days, key, value)
    for keys, days in ((_PUBLISHED_META, published), (_UPDATED_META, updated)):
        for key in keys:
            if key in meta:
                _add_day(days, key, meta[key])
    for element in tree.iter("time", "span", "abbr", "p", "div"):
        if said := _said_here(element):
            _add_day(published, "page", said)
    guess = _guess_day(tree) if not published else None
    guessed = () if guess is None else (guess,)
    return PageFacts(_tidy(title), _tidy(site), url, tuple(published), tuple(updated), guessed)


def _read_meta(tree: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (element.get(attribute) or "").strip().lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _read_linked_data(tree: lxml_html.HtmlElement) -> Iterator[dict[str, object]]:
    """Every JSON object within the page's JSON-LD, outer ones first."""
    for element in tree.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json" or not element.text:
            continue
        try:
            data = json.loads(_WRAPPING.sub("", element.text[:_MAX_JSON]), strict=False)
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common, and says nothing
        queue: list[object] = [data]
        for _ in range(_MAX_NODES):
            if not queue:
                break
            node = queue.pop(0)
            if isinstance(node, dict):
                yield node
                queue.extend(value for value in node.values() if isinstance(value, (dict, list)))
            elif isinstance(node, list):
                queue.extend(node[:_MAX_NODES])


def _first_string(nodes: list[dict[str, object]], key: str) -> str | None:
    return next((value for node in nodes if isinstance(value := node.get(key), str) and value.strip()), None)


def _publisher(nodes: list[dict[str, object]]) -> str | None:
    for node in nodes:
        publisher = node.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and name.strip():
            return name
    return None


def _canonical(tree: lxml_html.HtmlElement) -> str | None:
    for element in tree.iter("link"):
        href = (element.get("href") or "").strip()
        if (element.get("rel") or "").lower() == "canonical" and href.startswith(("http://", "https://")):
            return href
    return None


def _element_text(tree: lxml_html.HtmlElement, tag: str) -> str | None:
    for element in tree.iter(tag):
        text = " ".join("".join(element.itertext()).split())
        if text:
            return text
    return None


def _said_here(element: lxml_html.HtmlElement) -> str | None:
    """The day that an element of the page gives as that of publication, in the ways of microdata, RDFa and hAtom."""
    said = "datePublished" in (element.get("itemprop"), element.get("property")) or element.get("pubdate") is not None
    dated = "published" in (element.get("class") or "").split() and element.tag in ("abbr", "time")
    if not said and not dated:
        return None
    value = element.get("datetime") or element.get("content") or element.get("title")
    return value if isinstance(value, str) else None


def _own_nodes(articles: list[dict[str, object]]) -> list[dict[str, object]]:
    """The JSON-LD objects that tell of this article: the first with a day, and others of its headline or of none."""
    dated = [node for node in articles if any(isinstance(node.get(key), str) for key in _JSON_DAYS)]
    headline = dated[0].get("headline") if dated else None
    return dated[:1] + [node for node in dated[1:] if node.get("headline") in (None, headline)]


def parse_stamp(value: str) -> date | None:
    """The day of a time stamp as written: in words or figures, or in seconds or thousandths since 1970 (UTC).

    The first day of 1970 is what programs write that do not know the day, and is none.

    >>> parse_stamp("2021-07-06T23:30:00Z").isoformat(), parse_stamp("1625581800").isoformat()
    ('2021-07-06', '2021-07-06')
    >>> parse_stamp("1970-01-01T00:00:00Z")
    """
    seconds = _SECONDS.fullmatch(value.strip())
    if seconds is not None:
        return datetime.fromtimestamp(int(seconds[1]), UTC).date()
    day = parse_day(value.strip())
    return None if day == _UNKNOWN_DAY else day


def _add_day(days: list[DateEvidence], key: str, value: str) -> None:
    day = parse_stamp(value)
    if day is not None:
        days.append(DateEvidence(day, "metadata", f"{key}: {value.strip()[:80]}"))


def _guess_day(tree: lxml_html.HtmlElement) -> DateEvidence | None:
    """htmldate's finding in the page's markup, comments and links to other articles left out.

    It is given a tree, for a string might be taken for an address.
    """
    own = deepcopy(tree)
    for element in list(own.iter()):
        named = f"{element.get('class') or ''} {element.get('id') or ''}" if isinstance(element.tag, str) else ""
        if (
            _NOT_ITS_OWN.search(named)
            and element.getparent() is not None
            and element.tag not in ("body", "main", "article")
        ):
            element.drop_tree()
    try:
        found = find_date(own, extensive_search=False, original_date=True, max_date=date.today().isoformat())
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None  # htmldate gives up on odd markup; then it is no evidence
    day = parse_stamp(found) if found else None
    return None if day is None else DateEvidence(day, "metadata", f"page markup: {found}")


def _tidy(text: str | None) -> str | None:
    return (" ".join(clean_text(text).split())[:500] or None) if text else None
