"""Write the golden records anew: `python -m tests.golden.regenerate`, then read the diff before committing it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geo.model import Analysis, Event, Resolution, TimeExpression
from geo.pipeline import analyse, load_tools
from geo.reading.examples import list_examples, load_example

FOLDER = Path(__file__).parent


def build_digest(analysis: Analysis) -> dict[str, Any]:
    """The analysis in few words a line, so that a diff can be read: no text, no geometry, no scores."""
    article = analysis.article
    return {
        "title": article.title,
        "source": article.source,
        "published": f"{article.published} ({article.published_from})",
        "dateline": article.dateline.quote(article.text) if article.dateline else None,
        "boilerplate": [part.quote(article.text).strip()[:60] for part in article.boilerplate],
        "places": [_place(each) for each in analysis.places],
        "modes": [f"{each.span.start}-{each.span.end} {each.mode}: {each.reason}" for each in analysis.modes],
        "times": [_time(each) for each in analysis.times],
        "events": [_event(each, analysis) for each in analysis.events],
    }


def _place(each: Resolution) -> str:
    mention, place = each.mention, each.place
    where = f"{place.name} {place.id} [{place.precision}]" if place else f"unplaced: {each.reason}"
    return f"{mention.span.start} {mention.text!r} {mention.kind}/{mention.role} -> {where}"


def _time(each: TimeExpression) -> str:
    days = f"{each.interval.earliest}..{each.interval.latest} [{each.interval.precision}]"
    return f"{each.span.start} {each.text!r} {each.type} {each.value} {days} by {each.rule}"


def _event(each: Event, analysis: Analysis) -> dict[str, Any]:
    text = analysis.article.text
    place = analysis.place_of(each)
    return {
        "what": f"{each.status}, clarity {each.clarity}: {each.category}",
        "codes": f"ACLED {each.sub_event_type}; PLOVER {each.plover} {each.mode}",
        "said": [f"{mention.span.start} {mention.span.quote(text)!r}" for mention in each.mentions],
        "when": f"{each.interval.earliest}..{each.interval.latest} [{each.interval.precision}] {each.time_phrase!r}",
        "where": f"{place.name} [{place.precision}]" if place else None,
        "who": [f"{actor.side}: {actor.name} ({actor.sector})" for actor in each.actors],
        "toll": [f"{toll.effect}: {toll.low}/{toll.best}/{toll.high} {toll.text!r}" for toll in each.toll],
        "said_by": each.said_by.text if each.said_by else None,
    }


def main() -> None:
    """Analyse every example and write its digest."""
    tools = load_tools()
    for example in list_examples():
        digest = build_digest(analyse(load_example(example.key), tools))
        path = FOLDER / f"{example.key}.json"
        path.write_text(json.dumps(digest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(digest['places'])} places, {len(digest['events'])} events")


if __name__ == "__main__":
    main()
