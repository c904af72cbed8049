"""The whole story on one page: how an article becomes an analysis, stage by stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from geo import __version__
from geo.dates import date_event, find_modes, find_times
from geo.events import find_events, locate_trigger
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.language import describe_language, load_language, parse_article
from geo.mentions import find_mentions
from geo.model import Analysis, Article, Event, Resolution, Span, TimeExpression, Versions
from geo.record import RECORD_VERSION, build_record
from geo.resolve import resolve_mentions
from geo.zones import mark_time_zones

STAGES = ("Reading the sentences", "Finding places", "Placing them", "Finding dates", "Coding events")


@dataclass(frozen=True, slots=True)
class Tools:
    """What the stages need besides the article: loaded once, used for every article."""

    nlp: Language
    gazetteer: Gazetteer


def load_tools(progress: Callable[[float, str], None] | None = None, model: str | None = None) -> Tools:
    """The language pipeline and the gazetteer, whose index is built now if it is not there yet.

    `progress` is told the share done (0 to 1) and what is being done. Raises LanguageError and GazetteerError.
    """
    gazetteer = open_gazetteer(progress)
    return Tools(load_language(model), gazetteer)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the stages before the events gave."""

    doc: Doc
    places: tuple[Resolution, ...]
    times: tuple[TimeExpression, ...]


def analyse(
    article: Article, tools: Tools | None = None, progress: Callable[[float, str], None] | None = None
) -> Analysis:
    """All that is found in `article`: places, times and events, each with its span, score and reason.

    `tools` come from `load_tools`; without them they are loaded now. `progress` is told the share done (0 to 1) and
    the name of the stage that begins. Raises LanguageError and GazetteerError; what the text leaves open is a value.
    """
    tools = tools or load_tools()
    read = _read(article, tools, progress)
    _tell(progress, 4)
    events = find_events(
        article,
        read.doc,
        read.places,
        read.times,
        lambda trigger: date_event(article, read.doc, read.times, trigger),
    )
    places = mark_event_places(read.places, events)
    events = mark_time_zones(events, places, read.times, article.text)
    versions = Versions(RECORD_VERSION, __version__, describe_language(tools.nlp), tools.gazetteer.version)
    return Analysis(
        article,
        places,
        read.times,
        events,
        versions,
        find_modes(article, read.doc),
        _country_names(places, tools.gazetteer),
    )


def _read(article: Article, tools: Tools, progress: Callable[[float, str], None] | None = None) -> _Read:
    _tell(progress, 0)
    doc = parse_article(article, tools.nlp)
    _tell(progress, 1)
    mentions = find_mentions(article, doc, tools.gazetteer)
    _tell(progress, 2)
    places = resolve_mentions(article, doc, mentions, tools.gazetteer)
    _tell(progress, 3)
    return _Read(doc, places, find_times(article, doc, rank_countries(places)))


def rank_countries(places: Sequence[Resolution]) -> tuple[str, ...]:
    """ISO codes of the countries that the places of an article lie in, the most named first."""
    named = Counter(each.place.country for each in places if each.place and each.place.country)
    return tuple(code for code, _ in named.most_common())


def _tell(progress: Callable[[float, str], None] | None, stage: int) -> None:
    if progress is not None:
        progress(stage / len(STAGES), STAGES[stage])


def mark_event_places(places: Sequence[Resolution], events: Sequence[Event]) -> tuple[Resolution, ...]:
    """The same resolutions, those at which something happened with the role "event"."""
    happened = {place.index for event in events for place in event.places}
    return tuple(
        replace(place, mention=replace(place.mention, role="event"))
        if index in happened and place.mention.role == "mention"
        else place
        for index, place in enumerate(places)
    )


def _country_names(places: Sequence[Resolution], gazetteer: Gazetteer) -> Mapping[str, str]:
    codes = {code for each in places if each.place for code in (each.place.country, *each.place.countries) if code}
    found = {code: gazetteer.country(code) for code in sorted(codes)}
    return {code: place.name for code, place in found.items() if place}


def answer_triggers(article: Article, triggers: Sequence[Span], tools: Tools) -> Mapping[str, list[dict[str, Any]]]:
    """When and where the verbs at `triggers` happened, one by one.

    `dated` holds `{start, end, value}` with the day as YYYY-MM-DD or None, `located` holds `{start, end, place}` with
    the offsets of the place's mention or None; both in the order of `triggers`.
    """
    read = _read(article, tools)
    dated, located = [], []
    for trigger in triggers:
        at = {"start": trigger.start, "end": trigger.end}
        dated.append({**at, "value": date_event(article, read.doc, read.times, trigger).value})
        index = locate_trigger(read.doc, read.places, trigger)
        span = read.places[index].mention.span if index is not None else None
        located.append({**at, "place": {"start": span.start, "end": span.end} if span else None})
    return {"dated": dated, "located": located}


def analyse_to_record(
    article: Article, tools: Tools, doc_id: str | None = None, triggers: Sequence[Span] | None = None
) -> dict[str, Any]:
    """The analysis record of `article`, with the answers for `triggers` where they were asked for."""
    record = build_record(analyse(article, tools), doc_id)
    return record if triggers is None else {**record, **answer_triggers(article, triggers, tools)}
