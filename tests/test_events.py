"""The events layer: tables of sentences, and what several sentences together tell of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from geo.events import find_events, locate_trigger
from geo.events.actor_table import load_actors, lookup_actor
from geo.events.happenings import PATTERNS
from geo.events.taxonomy import KINDS
from geo.events.type_rules import RULES
from geo.language import load_language, parse_article
from geo.model import Article, Event, Interval, Mention, Place, PlaceKind, Resolution, Span
from tests.event_sentences import (
    ACLED_CLASSES,
    ACTORS,
    NO_EVENT,
    OUTSIDE_ACLED,
    STATUSES,
    TOLLS,
)

PUBLISHED = date(2021, 7, 6)
PUBLICATION_DAY = Interval(PUBLISHED, PUBLISHED, "day")
TOLD = ("reported", "claimed", "ongoing")


@dataclass(frozen=True, slots=True)
class StandInTime:
    """A time layer that knows the publication day and nothing else."""

    index: int | None = None
    interval: Interval = PUBLICATION_DAY
    phrase: str | None = None
    part_of_day: str | None = None
    reason: str = "no time is told"


def code(
    text: str, *places: tuple[str, PlaceKind], countries: tuple[tuple[str, str], ...] = ()
) -> tuple[Article, tuple[Resolution, ...], tuple[Event, ...]]:
    """The events of a text in which the named places stand; every occurrence is a mention."""
    article = Article(text=text, published=PUBLISHED)
    doc = parse_article(article, load_language())
    found = []
    for name, kind in places:
        start = text.find(name)
        while start >= 0:
            place = Place(f"test:{name}", name, 0.0, 0.0, "PPL", country=dict(countries).get(name))
            if kind == "country":
                place = replace(place, precision="country")
            found.append(
                Resolution(Mention(Span(start, start + len(name)), name, kind), place, 1.0, "named by the test")
            )
            start = text.find(name, start + 1)
    found.sort(key=lambda r: r.mention.span.start)
    return article, tuple(found), find_events(article, doc, found, (), lambda span: StandInTime())


def told(events: tuple[Event, ...]) -> list[Event]:
    return [e for e in events if e.status in TOLD]


# The classes of ACLED's code book, a few sentences each. Known failures stand in MISSED.
MISSED: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        pytest.param(kind, s, marks=[pytest.mark.xfail(reason="known failure")] if s in MISSED else [])
        for kind, rows in ACLED_CLASSES.items()
        for s in rows
    ],
)
def test_acled_code_book_classes(expected: str, sentence: str) -> None:
    _, _, events = code(sentence)
    coded = [e.sub_event_type for e in told(events) if e.sub_event_type]
    assert coded[:1] == [expected]


@pytest.mark.parametrize(("sentence", "category", "plover", "mode"), OUTSIDE_ACLED)
def test_what_readers_expect_outside_acled(sentence: str, category: str, plover: str | None, mode: str | None) -> None:
    _, _, events = code(sentence)
    assert events
    assert (events[0].event_type, events[0].category) == (None, category)
    assert (events[0].plover, events[0].mode) == (plover, mode)


@pytest.mark.parametrize(("table", "sentence"), [(t, s) for t, rows in NO_EVENT.items() for s in rows])
def test_no_event(table: str, sentence: str) -> None:
    _, _, events = code(sentence)
    assert [e.category for e in events] == []


@pytest.mark.parametrize(("table", "sentence", "status"), [(t, *row) for t, rows in STATUSES.items() for row in rows])
def test_negation_modality_and_attribution(table: str, sentence: str, status: str) -> None:
    _, _, events = code(sentence)
    assert [e.status for e in events][:1] == [status]


@pytest.mark.parametrize(("sentence", "expected"), TOLLS)
def test_tolls(sentence: str, expected: tuple[tuple[str, int | None, int | None, int | None], ...]) -> None:
    article, _, events = code(sentence)
    tolls = [t for e in events for t in e.toll]
    assert tuple((t.effect, t.low, t.best, t.high) for t in tolls) == expected
    assert all(t.span.quote(article.text) == t.text for t in tolls)


def test_a_subset_is_part_of_its_toll() -> None:
    _, _, events = code("The blast killed nine people, including two children.")
    (event,) = events
    assert [(t.best, t.subset_of) for t in event.toll] == [(9, None), (2, 0)]


def test_a_running_total_is_cumulative() -> None:
    _, _, events = code("In total, nearly 1,600 soldiers have crossed the border.")
    (event,) = events
    assert event.clarity == 2
    assert event.toll[0].cumulative
    assert event.status == "ongoing"


@pytest.mark.parametrize(("sentence", "expected"), ACTORS)
def test_actors(sentence: str, expected: tuple[tuple[str, str, str], ...]) -> None:
    article, _, events = code(sentence)
    actors = [(a.text, a.side, a.sector) for e in events for a in e.actors]
    for actor in expected:
        assert actor in actors
    assert all(a.span.quote(article.text) == a.text for e in events for a in e.actors)


# --- one event a happening

CROSSING = """More than 900 soldiers flee to Ruritania after clashes with rebels

More than 900 Freedonian soldiers have fled to Ruritania after clashing with rebels.

The troops retreated over the border to save their lives, a border guard said.

The latest group of soldiers sought refuge early on Monday, after fighting with militants during the night."""


def test_headline_lead_and_body_are_one_event() -> None:
    article, places, events = code(CROSSING, ("Ruritania", "country"), ("the border", "border"))
    flights = [e for e in events if e.category == "Flight of forces"]
    assert len(flights) == 1
    (flight,) = flights
    words = {m.span.quote(article.text) for m in flight.mentions}
    assert words == {"flee", "fled", "retreated", "sought"}
    assert flight.status == "reported"
    assert [(t.low, t.best) for t in flight.toll] == [(901, None)]
    assert flight.place_index is not None
    assert places[flight.place_index].mention.text == "the border"


def test_the_fighting_before_is_an_event_of_its_own_and_has_no_place() -> None:
    _, _, events = code(CROSSING, ("Ruritania", "country"), ("the border", "border"))
    clashes = [e for e in events if e.sub_event_type == "Armed clash"]
    assert len(clashes) == 1
    assert clashes[0].place_index is None
    assert "no place" in clashes[0].reasons["place"]


LEAVING = """Malian soldiers flee across the border into Niger

The vast majority of foreign forces in Mali have left ahead of a June deadline.

Last month, French troops vacated Gao Airbase without telling anybody."""


def test_those_who_flee_are_not_those_who_leave() -> None:
    _, _, events = code(
        LEAVING,
        ("Niger", "country"),
        ("Mali", "country"),
        ("French", "demonym"),
        ("Malian", "demonym"),
        countries=(("Niger", "NE"), ("Mali", "ML"), ("French", "FR"), ("Malian", "ML")),
    )
    told_of = {e.mentions[0].span.quote(LEAVING): (e.category, e.mode, len(e.mentions)) for e in events}
    assert told_of["flee"] == ("Flight of forces", None, 1)
    assert told_of["left"] == ("Withdrawal", "withdraw", 1)
    assert told_of["vacated"] == ("Withdrawal", "withdraw", 1)


COMING_IN = """Hundreds of Malian troops flee into Niger

Several hundred Malian soldiers have fled across the border into Niger, officials said.

The 412 servicemen entered Niger's Tillaberi region on Friday after clashing with rebels."""


def test_those_who_come_in_are_those_who_fled() -> None:
    _, places, events = code(
        COMING_IN,
        ("Niger", "country"),
        ("Tillaberi", "province"),
        ("the border into Niger", "border"),
        ("Malian", "demonym"),
        countries=(("Niger", "NE"), ("Tillaberi", "NE"), ("the border into Niger", "NE"), ("Malian", "ML")),
    )
    (flight,) = [e for e in events if e.category == "Flight of forces"]
    assert {m.span.quote(COMING_IN) for m in flight.mentions} == {"flee", "fled", "entered"}
    assert [(t.low, t.best, t.high) for t in flight.toll] == [(412, 412, 412)]
    assert [a.country for a in flight.actors if a.side == "actor1"] == ["ML"]
    assert flight.place_index is not None
    assert places[flight.place_index].mention.kind == "border"


def test_forces_that_enter_without_having_fled_are_no_flight() -> None:
    _, _, events = code("Two hundred soldiers entered Chad on Friday.", ("Chad", "country"))
    assert [e.category for e in events if e.category == "Flight of forces"] == []


def test_a_total_of_several_such_happenings_is_a_summary() -> None:
    _, _, events = code(
        "It was the fourth such crossing in a week, and brought the total since May to nearly 700 soldiers."
    )
    (event,) = events
    assert (event.clarity, event.status) == (2, "ongoing")
    assert [(t.effect, t.best, t.high, t.cumulative) for t in event.toll] == [("fled", 700, 700, True)]


@pytest.mark.parametrize(
    ("sentence", "status", "expected"),
    [
        ("The rebels have stopped attacking the convoys.", "historical", (None, PUBLISHED)),
        ("The rebels may attack the capital.", "hypothetical", (None, None)),
        ("The army plans to attack the base.", "planned", (PUBLISHED, None)),
        ("The army did not attack the village.", "denied", (None, PUBLISHED)),
        ("Rebels continue to shell the town.", "ongoing", (None, PUBLISHED)),
        ("Rebels shelled the town.", "reported", (PUBLISHED, PUBLISHED)),
    ],
)
def test_no_day_stands_in_for_what_did_not_happen_then(
    sentence: str, status: str, expected: tuple[date | None, date | None]
) -> None:
    _, _, events = code(sentence)
    assert [(e.status, (e.interval.earliest, e.interval.latest)) for e in events] == [(status, expected)]


def test_a_base_is_where_and_not_who() -> None:
    _, places, events = code("American troops vacated Balad Airbase.", ("Balad Airbase", "facility"))
    (event,) = events
    assert [a.text for a in event.actors] == ["American troops"]
    assert event.place_index is not None
    assert places[event.place_index].mention.text == "Balad Airbase"


def test_a_country_that_is_fled_is_where_from() -> None:
    _, places, events = code("Thousands of villagers flee Burundi", ("Burundi", "country"))
    (event,) = events
    assert [(places[p.index].mention.text, p.role) for p in event.places] == [("Burundi", "from")]
    assert "Burundi" not in [a.text for a in event.actors]


def test_people_hurt_in_the_next_sentence_were_hurt_by_it() -> None:
    _, _, events = code("Rebel artillery shelled a ferry on Tuesday.\n\nTwo police officers were wounded.")
    (event,) = events
    assert event.category == "Shelling"
    assert [(t.effect, t.best) for t in event.toll] == [("wounded", 2)]


def test_two_towns_taken_are_two_events() -> None:
    _, _, events = code(
        "The army captured Wikro on Monday.\n\nThe army captured Adwa too.", ("Wikro", "city"), ("Adwa", "city")
    )
    assert [e.category for e in events] == ["Territory regained"] * 2


def test_countries_whose_embassies_are_struck_are_not_where() -> None:
    _, places, events = code(
        "In Kinshasa, protesters attacked the embassies of France and Belgium.",
        ("Kinshasa", "city"),
        ("France", "country"),
        ("Belgium", "country"),
        countries=(("Kinshasa", "CD"), ("France", "FR"), ("Belgium", "BE")),
    )
    assert {places[p.index].mention.text for e in events for p in e.places} <= {"Kinshasa"}


def test_two_attacks_in_one_sentence_are_two_events() -> None:
    _, places, events = code(
        "A car bomb exploded in Kabul, and gunmen stormed a hotel in Herat.", ("Kabul", "city"), ("Herat", "city")
    )
    where = {e.sub_event_type: places[e.place_index].mention.text for e in events if e.place_index is not None}
    assert where == {"Remote explosive/landmine/IED": "Kabul", "Attack": "Herat"}


def test_the_attack_told_again_is_the_same_event() -> None:
    _, _, events = code(
        "A suicide bomber killed eight people at a mosque in Kano on Friday.\n\nThe attack wounded 30 others.",
        ("Kano", "city"),
    )
    (event,) = events
    assert len(event.mentions) == 2
    assert [(t.effect, t.best) for t in event.toll] == [("killed", 8), ("wounded", 30)]


def test_another_attack_is_another_event() -> None:
    _, _, events = code(
        "Gunmen killed eight people in Kano on Friday.\n\nIn another attack, gunmen killed three people in Bauchi.",
        ("Kano", "city"),
        ("Bauchi", "city"),
    )
    assert len(events) == 2


def test_conflicting_figures_are_all_kept() -> None:
    _, _, events = code(
        "An airstrike on Douma killed 20 people, doctors said.\n\nThe strike on Douma killed 35 people, rebels said.",
        ("Douma", "city"),
    )
    (event,) = events
    assert sorted(t.best or 0 for t in event.toll) == [20, 35]
    assert {t.said_by.text for t in event.toll if t.said_by} == {"doctors", "rebels"}


def test_who_said_it_is_named() -> None:
    article, _, events = code("Rebels attacked the town on Monday, the governor said.")
    said_by = events[0].said_by
    assert said_by is not None
    assert said_by.text == said_by.span.quote(article.text) == "the governor"


# --- places

PLACED = (
    # text, places, trigger, the place at which it happened
    ("Gunmen killed three people in Jos on Monday.", ("Jos",), "killed", "Jos"),
    ("The army captured Palmyra from fighters who came from Raqqa.", ("Palmyra", "Raqqa"), "captured", "Palmyra"),
    ("Rebels near Goma said that the army shelled Sake.", ("Goma", "Sake"), "shelled", "Sake"),
    ("A bomb went off in Kabul while the president was in Paris.", ("Kabul", "Paris"), "went", "Kabul"),
    ("Soldiers fled to Bukavu after rebels stormed Goma.", ("Bukavu", "Goma"), "stormed", "Goma"),
    ("The shelling of Donetsk killed four people.", ("Donetsk",), "shelling", "Donetsk"),
)


@pytest.mark.parametrize(("text", "names", "trigger", "expected"), PLACED)
def test_where_a_verb_happened(text: str, names: tuple[str, ...], trigger: str, expected: str) -> None:
    places = [
        Resolution(Mention(Span(text.find(n), text.find(n) + len(n)), n, "city"), None, 0.0, "named by the test")
        for n in names
    ]
    doc = parse_article(Article(text=text), load_language())
    start = text.find(trigger)
    index = locate_trigger(doc, places, Span(start, start + len(trigger)))
    assert index is not None
    assert names[index] == expected


def test_no_place_in_the_sentence_is_no_place() -> None:
    text = "Gunmen killed three people. The president was in Paris."
    doc = parse_article(Article(text=text), load_language())
    places = [Resolution(Mention(Span(49, 54), "Paris", "city"), None, 0.0, "named by the test")]
    assert text[49:54] == "Paris"
    assert locate_trigger(doc, places, Span(7, 13)) is None


# --- bad input


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Contents",
        "1. 2. 3.",
        "A | B | C\n1 | 2 | 3",
        "“No,” he said. “Never.”",
        "attack attack attack attack",
    ],
    ids=["empty", "blank", "one word", "numbers", "table", "quotations", "a word again and again"],
)
def test_bad_input_gives_few_events_or_none(text: str) -> None:
    _, _, events = code(text)
    assert len(events) <= 1


def test_the_same_sentence_many_times_is_one_event() -> None:
    _, _, events = code("\n\n".join(["A car bomb exploded in Kabul on Monday."] * 12), ("Kabul", "city"))
    assert len(events) == 1


def test_boilerplate_tells_of_nothing() -> None:
    text = "Rebels attacked the town.\n\nRead more: Gunmen kill ten in Jos"
    article = Article(text=text, published=PUBLISHED, boilerplate=(Span(27, len(text)),))
    doc = parse_article(article, load_language())
    events = find_events(article, doc, (), (), lambda span: StandInTime())
    assert [m.span.quote(text) for e in events for m in e.mentions] == ["attacked"]


def test_ids_are_stable_and_differ() -> None:
    text = "A car bomb exploded in Kabul. Police arrested two men in Herat."
    first, second = code(text)[2], code(text)[2]
    assert [e.id for e in first] == [e.id for e in second]
    assert len({e.id for e in first}) == len(first) == 2


# --- the tables themselves


def test_rules_lead_to_kinds_that_exist() -> None:
    assert {kind for _, _, kind in RULES if kind is not None} <= set(KINDS)


def test_every_acled_sub_event_type_can_be_reached() -> None:
    reached = {KINDS[kind].sub_event_type for _, _, kind in RULES if kind is not None}
    assert len({r for r in reached if r is not None}) == 25


def test_every_frame_of_the_patterns_is_read_by_a_rule() -> None:
    frames = {pattern.frame for rows in PATTERNS.values() for pattern in rows} - {"none"}
    needs = " ".join(needs for _, needs, _ in RULES)
    assert {frame for frame in frames if f"frame:{frame}" not in needs} == set()


def test_actor_table_rows_are_whole() -> None:
    lines = (
        (Path(__file__).parent.parent / "geo" / "events" / "data" / "actors.tsv")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert all(len(row) == 6 for row in rows)
    assert len({row[0] for row in rows}) == len(rows) > 300
    table, _ = load_actors()
    assert len(table) > len(rows)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Taliban fighters", "Taliban"),
        ("ISIS militants", "Islamic State"),
        ("in fact", None),
        ("al-Shabaab", "Al-Shabaab"),
    ],
)
def test_aliases(phrase: str, expected: str | None) -> None:
    row = lookup_actor(tuple(phrase.split()))
    assert (row.name if row else None) == expected
