"""From the parsed article, its places and times to its events: sentences drafted, drafts gathered, events built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from geo.events.building import build_event
from geo.events.coreference import Draft, gather_drafts
from geo.events.drafting import DateEvent, draft_sentence
from geo.events.locate import find_token
from geo.events.phrases import GROUND
from geo.model import (
    Article,
    Event,
    Resolution,
    Span,
    TimeExpression,
)


def find_events(
    article: Article,
    doc: Doc,
    places: Sequence[Resolution],
    times: Sequence[TimeExpression],
    date_event: DateEvent,
    statements: bool = False,
) -> tuple[Event, ...]:
    """The events that the article tells of, in the text order of the mention that tells most.

    `doc` is the parsed article, its offsets those of `article.text`; `date_event` dates one trigger, given as offsets
    into the text. What happened once is reported or claimed; what is ongoing, historical, planned, hypothetical or
    denied is an event of that status; summaries of several happenings have clarity 2 and are told as ongoing.
    Accusations, demands, refusals and words of support are left out unless `statements`.
    """
    demonyms = _demonyms(places)
    doc.user_data[GROUND] = frozenset(_grounds(doc, places))
    drafts: list[Draft] = []
    sentences = [s for s in (_without_boilerplate(article, s) for s in doc.sents) if s.text.strip()]
    for order, sentence in enumerate(sentences):
        drafts.extend(draft_sentence(article, doc, sentence, order, places, date_event, times, demonyms, statements))
    events = [build_event(article, group, places) for group in gather_drafts(drafts, places)]
    return tuple(sorted(events, key=lambda e: e.mentions[0].span.start))


# Kinds of places that can change hands.
_GROUNDS = ("city", "district", "province", "facility", "region")


def _grounds(doc: Doc, places: Sequence[Resolution]) -> Iterator[int]:
    """The indices of the tokens that head the names of placed towns and areas."""
    for resolution in places:
        if resolution.place is not None and resolution.mention.kind in _GROUNDS:
            head = find_token(doc, resolution.mention.span)
            if head is not None and head.pos_ == "PROPN":
                yield head.i


def _without_boilerplate(article: Article, sentence: DocSpan) -> DocSpan:
    """The first part of the sentence that is no stretch which stages pass over; empty where there is none."""
    if not article.boilerplate:
        return sentence
    plain = [not article.is_boilerplate(Span(t.idx, t.idx + len(t))) for t in sentence]
    if True not in plain:
        return sentence.doc[sentence.start : sentence.start]
    first = plain.index(True)
    last = plain.index(False, first) if False in plain[first:] else len(plain)
    return sentence.doc[sentence.start + first : sentence.start + last]


def _demonyms(places: Sequence[Resolution]) -> dict[str, str]:
    found: dict[str, str] = {}
    for resolution in places:
        if (
            resolution.place is not None
            and resolution.place.country
            and resolution.mention.kind in ("demonym", "country")
        ):
            name = (resolution.mention.name or resolution.mention.text).lower()
            for word in {name, resolution.mention.text.lower()}:
                found.setdefault(word, resolution.place.country)
    return found
