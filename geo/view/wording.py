"""Values of an analysis in words for the reader: when, where, how many, and in what standing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from geo.model import Event, EventStatus, Interval, Place, Span, Toll, TollEffect

STATUS_LABELS: Mapping[EventStatus, str] = {
    "reported": "Reported",
    "claimed": "Claimed",
    "ongoing": "Ongoing",
    "historical": "Background",
    "planned": "Planned",
    "hypothetical": "Hypothetical",
    "denied": "Denied",
}
STATUS_HINTS: Mapping[EventStatus, str] = {
    "reported": "The article reports that it happened.",
    "claimed": "Somebody says that it happened; the article does not say so itself.",
    "ongoing": "It goes on over a time, without a day of its own.",
    "historical": "It happened before the story that is told, and is mentioned as background.",
    "planned": "It is to happen after the article.",
    "hypothetical": "It might happen.",
    "denied": "The article says that it did not happen, or that somebody denies it.",
}
EFFECT_LABELS: Mapping[TollEffect, str] = {
    "killed": "Killed",
    "wounded": "Wounded",
    "captured": "Captured",
    "missing": "Missing",
    "displaced": "Displaced",
    "fled": "Fled",
    "other": "Number",
}
OWN_LIST = "Dateline"
"""The attribution of the hand-made tables, whose positions are only as exact as they say."""

PRECISION_LABELS: Mapping[str, str] = {
    "point": "exact place",
    "near": "near this place",
    "district": "somewhere in this district",
    "province": "somewhere in this province",
    "country": "known only to the country",
    "line": "along this line",
    "area": "somewhere in this area",
    "water": "on this water",
}
# Direction marks that other text can be reordered with; what they would do is shown as a sign instead.
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff]")

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-z])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.$"
)


def show_text(text: str) -> str:
    """`text` with invisible direction and control characters made visible as a replacement sign.

    >>> show_text("a\\u202eb")
    'a\ufffdb'
    """
    return CONTROLS.sub("\ufffd", text)


def describe_day(day: date, weekday: bool = False, year: bool = True) -> str:
    """A day in words.

    >>> describe_day(date(2021, 7, 5), weekday=True)
    'Monday 5 July 2021'
    """
    words = f"{day:%A} " if weekday else ""
    words += f"{day.day} {day:%B}"
    return f"{words} {day.year}" if year else words


def _describe_span(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{describe_day(first)} – {describe_day(last)}"
    if first.month != last.month:
        return f"{describe_day(first, year=False)} – {describe_day(last)}"
    return f"{first.day}–{describe_day(last)}"


def describe_interval(interval: Interval) -> str | None:
    """When something was, no more precisely than is known; None where nothing is.

    >>> describe_interval(Interval(date(2021, 6, 28), date(2021, 7, 4), "week"))
    'Week of 28 June – 4 July 2021'
    >>> describe_interval(Interval(date(2021, 9, 1), date(2021, 9, 30), "month"))
    'September 2021'
    >>> describe_interval(Interval(None, date(2021, 7, 5), "unknown"))
    'By 5 July 2021'
    """
    first, last = interval.earliest, interval.latest
    if first is None and last is None:
        return None
    if first is None or last is None:
        known = first or last
        assert known is not None
        return f"{'Since' if first else 'By'} {describe_day(known)}"
    if first == last:
        return describe_day(first, weekday=True)
    if interval.precision == "week":
        return f"Week of {_describe_span(first, last)}"
    if interval.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return _describe_span(first, last)


def describe_when(event: Event) -> str:
    """When an event was: its days, else the words of the text, else that the text does not tell.

    The part of the day is added where one is told.
    """
    words = describe_interval(event.interval)
    if words is None:
        return f"“{show_text(event.time_phrase)}”" if event.time_phrase else "Date not told"
    if event.part_of_day:
        words += f", {show_text(event.part_of_day)}"
    return words


def describe_place(place: Place, countries: Mapping[str, str]) -> str:
    """A place with its province and country, as far as they add anything.

    >>> describe_place(Place("1", "Bagram", 34.9, 69.3, "PPL", "AF", admin1="Parwan"), {"AF": "Afghanistan"})
    'Bagram, Parwan, Afghanistan'
    """
    parts = [place.name]
    if place.admin1 and not place.admin1.isdigit() and place.admin1 != place.name and place.precision != "country":
        parts.append(place.admin1)
    country = countries.get(place.country or "", "")
    if country and country not in place.name:
        parts.append(country)
    return show_text(", ".join(parts))


def describe_precision(place: Place) -> str:
    """How exactly the place is known, with its radius where it is a matter of kilometres, and whether by a pack.

    >>> describe_precision(Place("1", "Deh", 34.9, 69.3, "PPL", "AF", source="pack"))
    'exact place, known from a country pack'
    >>> describe_precision(Place("2", "Torkham", 34.1, 71.1, "CSTP", "AF", precision_km=0.5, attribution="Dateline"))
    'within about 0.5 km'
    """
    words = PRECISION_LABELS[place.precision]
    if place.precision in ("point", "near") and (place.precision_km >= 2 or place.attribution == OWN_LIST):
        words = f"within about {place.precision_km:{'.0f' if place.precision_km >= 2 else 'g'}} km"
    return f"{words}, known from a country pack" if place.source == "pack" else words


def describe_toll(toll: Toll) -> str:
    """One count of people in the text's own words, with what limits it.

    >>> describe_toll(Toll("killed", Span(0, 6), "twelve", 12, 12, 12, who="soldiers"))
    'Killed: twelve soldiers'
    """
    words = show_text(toll.text)
    if toll.who and toll.who.casefold() not in toll.text.casefold():
        words += f" {show_text(toll.who)}"
    notes = []
    if toll.cumulative:
        notes.append("total so far")
    if toll.subset_of is not None:
        notes.append("part of the figure above")
    if toll.said_by:
        notes.append(f"according to {show_text(toll.said_by.text)}")
    return f"{EFFECT_LABELS[toll.effect]}: {words}" + (f" ({'; '.join(notes)})" if notes else "")


def find_sentence(text: str, span: Span) -> Span:
    """The sentence round `span`, for showing where a place is mentioned; a line's end always ends one.

    >>> text = "It began. Kabul fell, they say. Then"
    >>> find_sentence(text, Span(10, 15)).quote(text)
    'Kabul fell, they say.'
    """
    opening = text.rfind("\n", 0, span.start) + 1
    closing = text.find("\n", span.end)
    closing = len(text) if closing < 0 else closing
    start, end = opening, closing
    for match in _SENTENCE_END.finditer(text, opening, closing):
        if _ABBREVIATION.search(text, opening, match.start() + 1):
            continue
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end - 1:
            end = match.end()
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
