"""What a format's reader found in a file, and how it becomes an Article: the one place where all formats meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from geo.errors import DocumentTooLarge, EmptyDocument
from geo.model import Article, DateEvidence, Section, Span
from geo.reading.boilerplate import find_boilerplate, merge_spans
from geo.reading.dateline import Dateline, find_dateline
from geo.reading.doubts import doubt_dateline, find_doubts
from geo.reading.headline import find_headline, find_title_span, strip_site
from geo.reading.limits import MAX_CHARS
from geo.reading.published import FILE_PROPERTY, Clues, find_published
from geo.reading.quoting import DAY_NOTE
from geo.reading.spoken import describe_language, find_language


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format's reader understood it. `text` is final: every offset counts in it.

    `title` is what the file itself names as its title, `title_hint` a weaker guess that only counts when the text has
    no headline. `body_start` is where the report begins, after headers that the reader put above it.
    """

    text: str
    name: str
    title: str | None = None
    title_hint: str | None = None
    source: str | None = None
    url: str | None = None
    mail_days: tuple[DateEvidence, ...] = ()
    metadata_days: tuple[DateEvidence, ...] = ()
    updated_days: tuple[DateEvidence, ...] = ()
    guessed_days: tuple[DateEvidence, ...] = ()
    property_days: tuple[DateEvidence, ...] = ()
    hint_days: tuple[DateEvidence, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    body_start: int = 0
    find_furniture: bool = True


def build_article(draft: Draft, given: date | None = None, today: date | None = None) -> Article:
    """The article: dateline, title, boilerplate, language and day of publication found in and around the draft's text.

    A `given` day of publication stands above all evidence, which is kept as its rivals.
    Raises EmptyDocument without any letter or figure, DocumentTooLarge over the limit of characters.
    """
    check_text(draft.text, draft.name)
    text = draft.text
    dateline = _find_free_dateline(draft)
    spans = draft.boilerplate
    if draft.find_furniture:
        spans = merge_spans((*spans, *(part.span for part in find_boilerplate(text, dateline))))
    title, title_span = _find_title(draft, spans, dateline)
    if title_span is not None:
        spans = tuple(span for span in spans if not span.overlaps(title_span))
    clues = Clues(
        text=text,
        url=draft.url,
        dateline=dateline,
        mail=draft.mail_days,
        metadata=draft.metadata_days,
        properties=draft.property_days,
        hints=draft.hint_days,
        updated=draft.updated_days,
        guessed=draft.guessed_days,
        name=draft.name,
        given=given,
    )
    published = find_published(clues, today)
    language = find_language("\n".join(_unmarked(text, spans)))
    notes = list(draft.notes)
    notes.extend(published.notes)
    foreign = describe_language(language)
    if foreign is not None:
        notes.append(foreign)
    article = Article(
        text=text,
        name=draft.name,
        title=title,
        title_span=title_span,
        source=draft.source or (dateline.agency if dateline is not None else None),
        url=draft.url,
        language=language,
        published=published.day,
        published_from=published.origin,
        published_rivals=published.rivals,
        dateline=None if dateline is None else dateline.span,
        boilerplate=spans,
        sections=draft.sections,
        notes=tuple(notes),
    )
    return article if given is None else _with_given(article, given, published.best)


def _with_given(article: Article, day: date, best: DateEvidence | None) -> Article:
    """The article with the day that came with it; what was found in it, and where, is kept as its rivals."""
    found = (*([best] if best is not None else []), *article.published_rivals)
    dated = with_published(article, day)
    filed = next((one for one in found if one.origin == "dateline"), None)
    doubt = doubt_dateline(filed.quote, filed.day, day) if filed is not None else None
    return replace(
        dated,
        published_rivals=tuple(one for one in found if one.day != day),
        notes=dated.notes + (() if doubt is None else (doubt.note,)),
    )


def check_text(text: str, name: str) -> None:
    """Raises EmptyDocument when `text` has no letter or figure, DocumentTooLarge when it is too long."""
    if len(text) > MAX_CHARS:
        raise DocumentTooLarge(
            name, f"{name} holds {len(text):,} characters; at most {MAX_CHARS:,} are read, so please split it."
        )
    if not any(char.isalnum() for char in text):
        raise EmptyDocument(name, f"{name} holds no text.")


def with_published(article: Article, day: date | None) -> Article:
    """The article with the reader's own day of publication; None says that it is unknown. Other evidence stays.

    Notes on the day that was read go; what the text says against the new one is told in their place.
    """
    rivals = tuple(one for one in article.published_rivals if one.day != day)
    if article.published is not None and article.published != day and article.published_from != "given":
        known = DateEvidence(article.published, article.published_from, f"{article.published:%Y-%m-%d}")
        rivals = (known, *(one for one in rivals if one.day != article.published))
    kept = tuple(note for note in article.notes if not note.startswith(DAY_NOTE))
    doubts = () if day is None else tuple(doubt.note for doubt in find_doubts(article.text, day))
    return replace(
        article,
        published=day,
        published_from="none" if day is None else "given",
        published_rivals=rivals,
        notes=kept + doubts,
    )


def with_title(article: Article, title: str | None) -> Article:
    """The article under the reader's own title, which is looked for in the text; None or blank takes it away."""
    title = " ".join(title.split()) if title else None
    return replace(article, title=title or None, title_span=find_title_span(article.text, title) if title else None)


def with_source(article: Article, source: str | None) -> Article:
    """The article with the reader's own word on who published it; None or blank takes it away."""
    return replace(article, source=(source or "").strip() or None)


def with_boilerplate(article: Article, spans: tuple[Span, ...]) -> Article:
    """The article with these stretches passed over and no others. Raises ValueError for a span outside the text."""
    if any(span.end > len(article.text) for span in spans):
        raise ValueError("a boilerplate span ends after the text")
    return replace(article, boilerplate=merge_spans(spans))


def _find_free_dateline(draft: Draft) -> Dateline | None:
    """The first dateline outside what the format's reader marked as furniture."""
    start = draft.body_start
    while True:
        dateline = find_dateline(draft.text, start)
        if dateline is None:
            return None
        inside = [span for span in draft.boilerplate if span.overlaps(dateline.span)]
        if not inside:
            return dateline
        start = max(span.end for span in inside)


def _find_title(draft: Draft, spans: tuple[Span, ...], dateline: Dateline | None) -> tuple[str | None, Span | None]:
    if draft.title:
        for title in (draft.title, strip_site(draft.title, draft.source)):
            span = find_title_span(draft.text, title)
            if span is not None:
                return " ".join(title.split()), span
        return strip_site(draft.title, draft.source), None
    if draft.find_furniture:
        found = find_headline(draft.text, spans, dateline)
        if found is not None:
            return found.title, found.span
    return draft.title_hint, None


def _unmarked(text: str, spans: tuple[Span, ...]) -> list[str]:
    parts, position = [], 0
    for span in spans:
        parts.append(text[position : span.start])
        position = span.end
    parts.append(text[position:])
    return parts


__all__ = [
    "FILE_PROPERTY",
    "Draft",
    "build_article",
    "check_text",
    "with_boilerplate",
    "with_published",
    "with_source",
    "with_title",
]
