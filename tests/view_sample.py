"""A hand-made analysis with every kind of place, time and status, for the tests of what is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geo.model import (
    Actor,
    Analysis,
    Article,
    Attribution,
    Candidate,
    Event,
    EventMention,
    EventPlace,
    Interval,
    Mention,
    ModeStretch,
    Place,
    Resolution,
    Span,
    TimeExpression,
    Toll,
    Versions,
)

TEXT = """Share this story | Subscribe

Soldiers cross the border as northern districts fall

KABUL, July 6 - More than 1,000 Afghan soldiers crossed the Tajik border early on Monday morning, \
officials in Tajikistan said.
They had fought the Taliban during the night. An official claimed that the Taliban shelled a checkpoint near Kunduz on \
Sunday, killing at least 12 policemen.
Fighting goes on in Badakhshan province. Last week the United States left Bagram Airbase.
The talks in Doha are to resume in September. The president denied that Mazar-i-Sharif had been attacked.
In the 1990s the Taliban took Kabul. If the army collapses, Qala-e-Shaken could be shelled next.
The presidents spoke by telephone on Sunday. Protesters marched in Kunduz on Saturday against the fighting.
"""


def _span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def _sentence(words: str) -> Span:
    start = TEXT.index(words)
    line = TEXT.rindex("\n", 0, start) + 1
    begin = max(line, TEXT.rfind(". ", line, start) + 2)
    end = TEXT.index(".", start + len(words))
    while TEXT[end + 1] not in " \n":
        end = TEXT.index(".", end + 1)
    return Span(begin, end + 1)


BORDER = {
    "type": "LineString",
    "coordinates": [[67.8, 37.2], [68.3, 37.1], [68.9, 37.3], [69.5, 37.6], [70.2, 37.9], [70.8, 38.5], [71.3, 38.2]],
}
BADAKHSHAN = {
    "type": "Polygon",
    "coordinates": [
        [[70.0, 36.0], [70.9, 35.6], [71.6, 36.4], [71.4, 37.9], [70.9, 38.4], [70.2, 37.8], [69.9, 37.0], [70.0, 36.0]]
    ],
}
PLACES = {
    "kabul": Place("gn-1138958", "Kabul", 34.528, 69.172, "PPLC", "AF", ("AF",), "Kabul", population=4_434_550),
    "border": Place(
        "border-AF-TJ",
        "Afghanistan–Tajikistan border",
        37.5,
        69.6,
        "BORDER",
        None,
        ("AF", "TJ"),
        precision="line",
        precision_km=0,
        geometry=BORDER,
        source="text",
        attribution="Natural Earth",
    ),
    "AF": Place("gn-1149361", "Afghanistan", 33.8, 66.0, "PCLI", "AF", ("AF",), precision="country", precision_km=0),
    "TJ": Place("gn-1220409", "Tajikistan", 38.6, 71.0, "PCLI", "TJ", ("TJ",), precision="country", precision_km=0),
    "US": Place("gn-6252001", "United States", 39.8, -98.6, "PCLI", "US", ("US",), precision="country", precision_km=0),
    "kunduz": Place(
        "gn-1135690", "Kunduz", 36.729, 68.857, "PPLA", "AF", ("AF",), "Kunduz", precision="near", precision_km=20
    ),
    "kunduz-town": Place("gn-1135689", "Kunduz", 36.729, 68.857, "PPLA", "AF", ("AF",), "Kunduz"),
    "badakhshan": Place(
        "gn-1148107",
        "Badakhshan",
        36.9,
        70.8,
        "ADM1",
        "AF",
        ("AF",),
        "Badakhshan",
        precision="province",
        precision_km=0,
        geometry=BADAKHSHAN,
    ),
    "bagram": Place("air-OAIX", "Bagram Airfield", 34.946, 69.265, "AIRB", "AF", ("AF",), "Parwan"),
    "doha": Place("gn-290030", "Doha", 25.286, 51.533, "PPLC", "QA", ("QA",), "Doha"),
    "mazar": Place("gn-1133616", "Mazār-e Sharīf", 36.709, 67.111, "PPLA", "AF", ("AF",), "Balkh"),
}

# mention: words, after which words, key of the place, kind, role, reason
_MENTIONS = [
    ("KABUL", "", "kabul", "city", "dateline", "The dateline, where the report was written: the capital."),
    ("Afghan", "1,000", "AF", "demonym", "actor", "Demonym of Afghanistan."),
    (
        "Tajik border",
        "",
        "border",
        "border",
        "event",
        "The border of Tajikistan with Afghanistan, the story's country.",
    ),
    ("Tajikistan", "officials in", "TJ", "country", "mention", "The country of this name."),
    ("Kunduz", "near", "kunduz", "city", "event", "The largest place of this name, in the story's country."),
    ("Badakhshan province", "", "badakhshan", "province", "event", "The word “province” beside it; in Afghanistan."),
    ("United States", "", "US", "country", "actor", "The country of this name."),
    ("Bagram Airbase", "", "bagram", "facility", "event", "The airfield of this name."),
    ("Doha", "", "doha", "city", "event", "The capital of Qatar, by population."),
    ("Mazar-i-Sharif", "", "mazar", "city", "event", "Another spelling of Mazār-e Sharīf."),
    ("Kabul", "took", "AF", "country", "event", "Known only to the country here."),
    ("Qala-e-Shaken", "", None, "city", "event", "No place of this name or a similar one is in the gazetteer."),
    ("Kunduz", "marched in", "kunduz-town", "city", "event", "The largest place of this name."),
]
_INDEX = {(words, after): number for number, (words, after, *_) in enumerate(_MENTIONS)}


def _day(day: date, phrase: str = "") -> Interval:
    return Interval(day, day, "day")


def _resolutions() -> tuple[Resolution, ...]:
    made = []
    for words, after, key, kind, role, reason in _MENTIONS:
        span = _span(words, after)
        mention = Mention(span, words, kind, role)  # type: ignore[arg-type]
        place = PLACES[key] if key else None
        others = (Candidate(PLACES["kabul"], 0.2, "A larger place not far away."),) if key == "kunduz" else ()
        made.append(Resolution(mention, place, 0.9 if place else 0.0, reason, others))
    return tuple(made)


def _event(
    name: str,
    trigger: str,
    category: str,
    status: str,
    interval: Interval,
    mention: tuple[str, str] | None,
    event_type: str | None = None,
    **more: object,
) -> Event:
    index = _INDEX[mention] if mention else None
    return Event(
        id=name,
        mentions=(EventMention(_span(trigger), _sentence(trigger)),),
        category=category,
        status=status,  # type: ignore[arg-type]
        interval=interval,
        event_type=event_type,
        places=(EventPlace(index, "at"),) if index is not None else (),
        place_index=index,
        score=0.8,
        **more,  # type: ignore[arg-type]
    )


UNKNOWN = Interval(None, None, "unknown")


def _events() -> tuple[Event, ...]:
    soldiers = _span("Afghan soldiers")
    return (
        _event(
            "flight",
            "crossed",
            "Flight",
            "reported",
            _day(date(2021, 7, 5)),
            ("Tajik border", ""),
            "Strategic developments",
            sub_event_type="Change to group/activity",
            time_index=0,
            time_phrase="early on Monday morning",
            part_of_day="early morning",
            time_zone="Asia/Kabul",
            toll=(Toll("fled", _span("More than 1,000"), "More than 1,000", 1001, None, None, who="Afghan soldiers"),),
            actors=(Actor(soldiers, "Afghan soldiers", "Military Forces of Afghanistan", "actor1", sector="MIL"),),
            said_by=Attribution(_span("officials in Tajikistan"), "officials in Tajikistan"),
            reasons={"place": "Crossed: the border is the nearest place.", "time": "The phrase hangs on the verb."},
        ),
        _event(
            "clash",
            "fought",
            "Armed clash",
            "reported",
            Interval(date(2021, 7, 4), date(2021, 7, 5), "days"),
            None,
            "Battles",
            time_phrase="during the night",
            actors=(Actor(_span("Taliban", "fought"), "the Taliban", "Taliban", "actor2", sector="REB"),),
            reasons={"place": "The sentence names no place."},
        ),
        _event(
            "shelling",
            "shelled a",
            "Shelling",
            "claimed",
            _day(date(2021, 7, 4)),
            ("Kunduz", "near"),
            "Explosions/Remote violence",
            sub_event_type="Shelling/artillery/missile attack",
            time_phrase="on Sunday",
            toll=(Toll("killed", _span("at least 12"), "at least 12", 12, None, None, who="policemen"),),
            said_by=Attribution(_span("An official"), "An official"),
        ),
        _event("ongoing", "Fighting goes", "Armed clash", "ongoing", UNKNOWN, ("Badakhshan province", ""), "Battles"),
        _event(
            "leaving",
            "left",
            "Withdrawal",
            "reported",
            Interval(date(2021, 6, 28), date(2021, 7, 4), "week"),
            ("Bagram Airbase", ""),
            "Strategic developments",
            sub_event_type="Non-violent transfer of territory",
            time_index=1,
            time_phrase="Last week",
        ),
        _event(
            "talks",
            "resume",
            "Diplomacy",
            "planned",
            Interval(date(2021, 9, 1), date(2021, 9, 30), "month"),
            ("Doha", ""),
            time_phrase="in September",
        ),
        _event("denied", "attacked", "Attack", "denied", UNKNOWN, ("Mazar-i-Sharif", ""), "Violence against civilians"),
        _event(
            "nineties",
            "took",
            "Armed clash",
            "historical",
            Interval(date(1990, 1, 1), date(1999, 12, 31), "year"),
            ("Kabul", "took"),
            "Battles",
            time_phrase="In the 1990s",
        ),
        _event("if", "shelled next", "Shelling", "hypothetical", UNKNOWN, ("Qala-e-Shaken", ""), "Battles"),
        _event("call", "spoke", "Diplomacy", "reported", _day(date(2021, 7, 4)), None, time_phrase="on Sunday"),
        _event(
            "march",
            "marched",
            "Protest",
            "reported",
            _day(date(2021, 7, 3)),
            ("Kunduz", "marched in"),
            "Protests",
            sub_event_type="Peaceful protest",
            time_phrase="on Saturday",
        ),
    )


def build_sample(dated: bool = True) -> Analysis:
    """The analysis; without `dated` the publication date is unknown and every event's days with it."""
    title = _span("Soldiers cross the border as northern districts fall")
    article = Article(
        text=TEXT,
        name="border.txt",
        title=title.quote(TEXT),
        title_span=title,
        source="Example Wire",
        published=date(2021, 7, 6) if dated else None,
        published_from="given" if dated else "none",
        dateline=_span("KABUL, July 6"),
        boilerplate=(_span("Share this story | Subscribe"),),
    )
    events = _events()
    if not dated:
        events = tuple(replace(event, interval=UNKNOWN) for event in events)
    times = (
        TimeExpression(
            _span("early on Monday morning"),
            "early on Monday morning",
            "TIME",
            "2021-07-05TMO",
            "START",
            _day(date(2021, 7, 5)) if dated else UNKNOWN,
            "published",
            "weekday",
        ),
        TimeExpression(
            _span("Last week"),
            "Last week",
            "DATE",
            "2021-W26",
            None,
            Interval(date(2021, 6, 28), date(2021, 7, 4), "week") if dated else UNKNOWN,
            "published",
            "near unit",
        ),
    )
    names = {"AF": "Afghanistan", "TJ": "Tajikistan", "US": "United States", "QA": "Qatar"}
    modes = (ModeStretch(Span(0, len(TEXT)), "news", "Its weekdays count from publication."),)
    versions = Versions("1", "0", "none", "none")
    return Analysis(article, _resolutions(), times, events, versions, modes, country_names=names)
