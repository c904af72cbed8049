"""Values of an analysis in words for the reader: where, how many, and in what standing; `when` has the days."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.model import EventStatus, Place, Span, Toll, TollEffect

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
