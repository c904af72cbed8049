"""Every noun of the project as a frozen value: what the stages take in, hand on and give back.

The way of the data is `bytes -> Article -> Doc -> mentions, times -> resolutions -> events -> Analysis`.
Offsets are Python string offsets into `Article.text`; positions are always latitude, longitude in degrees (GeoJSON
geometries alone keep their own longitude, latitude order); distances are kilometres; days are calendar days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Geometry = Mapping[str, Any]
"""A GeoJSON geometry. Never changed once made."""

PublishedFrom = Literal["given", "metadata", "mail", "url", "dateline", "text", "none"]
PlaceKind = Literal[
    "country",
    "province",
    "district",
    "city",
    "facility",
    "water",
    "region",
    "border",
    "relative",
    "coordinates",
    "demonym",
    "other",
]
MentionRole = Literal["event", "actor", "dateline", "mention"]
PlacePrecision = Literal["point", "near", "district", "province", "country", "line", "area", "water"]
PlaceSource = Literal["gazetteer", "pack", "nominatim", "text", "hand"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimePrecision = Literal["time", "day", "days", "week", "month", "season", "year", "unknown"]
TimeAnchor = Literal["published", "told", "quote", "none"]
TextMode = Literal["news", "narrative"]
EventStatus = Literal["reported", "claimed", "ongoing", "historical", "planned", "hypothetical", "denied"]
EventPlaceRole = Literal["at", "from", "to", "near"]
ActorSide = Literal["actor1", "actor2", "civilians"]
TollEffect = Literal["killed", "wounded", "captured", "missing", "displaced", "fled", "other"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}-{self.end}")

    def quote(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the source file that the reader knows by a name: a page of a PDF, a part of a mail."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One place that says, or hints, when the article was published."""

    day: date
    origin: PublishedFrom
    quote: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read: its whole text, and what is known about it.

    `boilerplate` marks navigation, share buttons and credits, which stages pass over; `dateline` covers an opening
    such as "KABUL, July 6 (Reuters) -"; `title_span` is where the title stands in the text, if it does.
    """

    text: str
    name: str = ""
    title: str | None = None
    title_span: Span | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"
    published: date | None = None
    published_from: PublishedFrom = "none"
    published_rivals: tuple[DateEvidence, ...] = ()
    dateline: Span | None = None
    boilerplate: tuple[Span, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader should know about how the file was read ("3 pages have no text"), in whole sentences."""

    @property
    def sha256(self) -> str:
        """Hex digest of the text: the name under which an article's corrections are kept."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def is_boilerplate(self, span: Span) -> bool:
        """Whether any of `span` lies in a stretch that stages pass over."""
        return any(part.overlaps(span) for part in self.boilerplate)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on Earth: an entry of a gazetteer, or a geometry that the text describes.

    `lat`, `lon` is a representative point, `precision_km` how far the true place may lie from it (0 for an area or line
    that has its own geometry). `country` is the ISO 3166 alpha-2 code; `countries` lists all that it touches.
    """

    id: str
    name: str
    lat: float
    lon: float
    feature: str
    """GeoNames feature code (PPL, PPLC, ADM1, PCLI, AIRB ...); BORDER, PART, NEAR, BETWEEN for geometries from text."""
    country: str | None = None
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    geonameid: int | None = None
    precision: PlacePrecision = "point"
    precision_km: float = 1.0
    geometry: Geometry | None = field(default=None, compare=False, repr=False)
    source: PlaceSource = "gazetteer"
    attribution: str = "GeoNames"
    """Which data set the position comes from; its licence is listed in LICENCES-DATA.md under this name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a place, before anybody decided which place."""

    span: Span
    text: str
    kind: PlaceKind
    role: MentionRole = "mention"
    inside: int | None = None
    """Index, in the article's list of mentions, of the longer mention that this one is part of."""
    name: str = ""
    """What to look up: `text` without possessive and article, abbreviations written out."""
    cue: str | None = None
    """A neighbouring word that tells what kind of place it is: "province", "airbase", "river"."""
    evidence: tuple[str, ...] = ()
    """Why this was taken for a place, in a few words each."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a mention might mean."""

    place: Place
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention and the place chosen for it, or None with the reason why none was."""

    mention: Mention
    place: Place | None
    score: float
    reason: str
    alternatives: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Interval:
    """The days within which something lies, first and last included; None where that end is open or unknown."""

    earliest: date | None
    latest: date | None
    precision: TimePrecision


@dataclass(frozen=True, slots=True)
class TimeReading:
    """Another way to read a time expression."""

    value: str
    interval: Interval
    reason: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of text that tells a time, with its TIMEX3 value and the rule that read it."""

    span: Span
    text: str
    type: TimeType
    value: str
    mod: str | None
    interval: Interval
    anchor: TimeAnchor
    rule: str
    alternatives: tuple[TimeReading, ...] = ()


@dataclass(frozen=True, slots=True)
class ModeStretch:
    """A stretch of the text whose dates hang alike: on publication ("news") or on the last date told ("narrative")."""

    span: Span
    mode: TextMode
    reason: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who the text names as the source of a statement."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts or suffers in an event, as the text names them."""

    span: Span
    text: str
    name: str
    side: ActorSide
    id: str | None = None
    sector: str | None = None
    """PLOVER's actor sectors: GOV, MIL, REB, PAR, COP, CVL, JRN, IGO, NGO ..."""
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people: how many, what befell them, who they were and who says so.

    `low`, `best`, `high` are None where the text leaves that end open ("more than 1,000": 1001, None, None is never
    guessed at). `subset_of` is the index of the toll of the same event that this one is part of, and so never added to.
    """

    effect: TollEffect
    span: Span
    text: str
    low: int | None
    best: int | None
    high: int | None
    who: str | None = None
    side: ActorSide | None = None
    cumulative: bool = False
    subset_of: int | None = None
    said_by: Attribution | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place in the text that tells of an event: the trigger word and its sentence."""

    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event: the index into the analysis's places, and what part it plays."""

    index: int
    role: EventPlaceRole


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, will happen, might happen or is denied, and every sentence that says so.

    `mentions[0]` is the mention that tells most. `event_type` and `sub_event_type` are ACLED's names, None outside it.
    """

    id: str
    mentions: tuple[EventMention, ...]
    category: str
    """What the reader sees: "Armed clash", "Flight", "Diplomacy" ..."""
    status: EventStatus
    interval: Interval
    event_type: str | None = None
    sub_event_type: str | None = None
    plover: str | None = None
    mode: str | None = None
    clarity: Literal[1, 2] = 1
    time_index: int | None = None
    time_phrase: str | None = None
    part_of_day: str | None = None
    time_zone: str | None = None
    """IANA name of the zone in which the event's day and hours are meant: that of its place, None where unknown."""
    places: tuple[EventPlace, ...] = ()
    place_index: int | None = None
    place_text: str | None = None
    actors: tuple[Actor, ...] = ()
    toll: tuple[Toll, ...] = ()
    said_by: Attribution | None = None
    score: float = 0.0
    reasons: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Why, in words: the keys are type, status, place, time and actors."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What made an analysis, so that it can be made again."""

    record: str
    program: str
    model: str
    gazetteer: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one article."""

    article: Article
    places: tuple[Resolution, ...]
    times: tuple[TimeExpression, ...]
    events: tuple[Event, ...]
    versions: Versions
    modes: tuple[ModeStretch, ...] = ()
    """What the dates of each stretch count from, in text order; together they cover the text."""
    country_names: Mapping[str, str] = field(default_factory=dict, compare=False)
    """English short names by ISO code, of every country that a place of this article lies in or touches."""

    def place_of(self, event: Event) -> Place | None:
        """The place to draw the event at, or None where the text names none that could be placed."""
        return None if event.place_index is None else self.places[event.place_index].place

    def to_dict(self) -> dict[str, Any]:
        """The analysis record: plain values, ready for JSON (see geo/record.py for the keys)."""
        from geo.record import build_record  # here, because the record is made of these very values

        return build_record(self)
