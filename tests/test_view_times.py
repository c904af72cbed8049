"""Times on screen as values: what an event's days, a time expression and a mode are told as."""

from __future__ import annotations

import json
import time as clock
from dataclasses import replace
from datetime import date

import pytest

from geo.dates.anchors.happenings import RULE as HAPPENING
from geo.dates.rules import RULES
from geo.model import (
    Analysis,
    Article,
    Event,
    EventMention,
    Interval,
    ModeStretch,
    Span,
    TimeExpression,
    TimeReading,
    Versions,
)
from geo.view.lists import build_time_table
from geo.view.payload import build_payload
from geo.view.time_rules import RULE_WORDS, describe_rule
from geo.view.times import build_modes, build_times, describe_anchor, describe_reading, describe_time
from geo.view.when import describe_interval, describe_when
from tests.view_sample import TEXT, build_sample

TODAY = date(2021, 7, 6)
NOTHING = Interval(None, None, "unknown")


def days(first: str | None, last: str | None = "same", precision: str = "day") -> Interval:
    start = date.fromisoformat(first) if first else None
    end = start if last == "same" else date.fromisoformat(last) if last else None
    return Interval(start, end, precision)  # type: ignore[arg-type]


def expression(value: str, interval: Interval, kind: str = "DATE", mod: str | None = None, **more) -> TimeExpression:
    made = TimeExpression(Span(0, 4), "then", kind, value, mod, interval, "published", "weekday")  # type: ignore[arg-type]
    return replace(made, **more)


def event(interval: Interval, status: str = "reported", **more) -> Event:
    mention = EventMention(Span(0, 4), Span(0, 4))
    return Event("e", (mention,), "Clash", status, interval, **more)  # type: ignore[arg-type]


def events_of(dated: bool = True) -> dict:
    return {row["id"]: row for row in build_payload(build_sample(dated))["events"]}


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("flight", "Monday 5 July 2021, early morning"),
        ("clash", "Some time between 4 and 5 July 2021"),
        ("leaving", "Some time in the week of 28 June – 4 July 2021"),
        ("talks", "Some time in September 2021"),
        ("nineties", "Some time in 1990–1999"),
        ("ongoing", "Date not told"),
    ],
)
def test_a_date_is_told_no_more_precisely_than_it_is_known(name: str, when: str) -> None:
    assert events_of()[name]["when"] == when


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (days("2021-12-30", "2022-01-02", "days"), "Some time between 30 December 2021 and 2 January 2022"),
        (days("2021-06-01", "2021-08-31", "season"), "Some time between 1 June and 31 August 2021"),
        (days("2021-01-01", "2021-12-31", "year"), "Some time in 2021"),
        (days("2021-06-01", "2021-06-30", "month"), "Some time in June 2021"),
        (days("2021-07-04", None, "unknown"), "Since 4 July 2021"),
        (days(None, "2021-07-05", "unknown"), "By 5 July 2021"),
        (days("9999-12-01", "9999-12-31", "month"), "Some time in December 9999"),
        (NOTHING, None),
    ],
)
def test_spans_in_words(interval: Interval, words: str | None) -> None:
    assert describe_interval(interval) == words


SINCE = expression("2021-01-21", days("2021-01-21"))
SINCE_YEAR = expression("2011", days("2011-01-01", "2011-12-31", "year"))
EVENT_WORDS = [
    ("a day", event(days("2021-07-05"), time_phrase="Monday"), (), "Monday 5 July 2021", "told"),
    (
        "a night runs over into the next day",
        event(days("2021-07-05", "2021-07-06", "time"), time_phrase="Monday night", part_of_day="night"),
        (),
        "The night of 5–6 July 2021",
        "told",
    ),
    (
        "begun on a day, and not over",
        event(days("2021-01-21", "2021-07-06"), time_phrase="21 January", time_index=0),
        (SINCE,),
        "Since 21 January 2021",
        "told",
    ),
    (
        "begun in a year, and not over",
        event(days("2011-01-01", "2021-07-06"), time_phrase="2011", time_index=0),
        (SINCE_YEAR,),
        "Since 2011",
        "told",
    ),
    ("until a day", event(days(None, "2021-07-05"), time_phrase="Monday"), (), "By 5 July 2021", "told"),
    (
        "planned from a day on",
        event(days("2021-08-01", None), "planned", time_phrase="1 August"),
        (),
        "From 1 August 2021 on",
        "told",
    ),
    (
        "what goes on takes all of its days",
        event(days("2021-05-11", "2021-07-06", "days"), "ongoing", time_phrase="recent weeks"),
        (),
        "11 May – 6 July 2021",
        "told",
    ),
    (
        "publication stands in",
        event(days("2021-07-05", "2021-07-06", "days")),
        (),
        "Not told; about 5–6 July 2021",
        "stand-in",
    ),
    (
        "publication stands in for what lies ahead",
        event(days("2021-07-06", None), "planned"),
        (),
        "Not told; after 6 July 2021",
        "stand-in",
    ),
    (
        "publication stands in for what goes on",
        event(days(None, "2021-07-06"), "ongoing"),
        (),
        "Not told; by 6 July 2021",
        "stand-in",
    ),
    (
        "how long it has gone on is told",
        event(days("2018-07-06", "2021-07-06", "year"), "ongoing"),
        (),
        "Since about 2018",
        "told",
    ),
    ("words alone", event(NOTHING, time_phrase="last week"), (), "“last week”", "none"),
    ("nothing", event(NOTHING), (), "Date not told", "none"),
]


@pytest.mark.parametrize(
    ("one", "times", "words", "kind"), [case[1:] for case in EVENT_WORDS], ids=[case[0] for case in EVENT_WORDS]
)
def test_when_an_event_was(one: Event, times: tuple[TimeExpression, ...], words: str, kind: str) -> None:
    when = describe_when(one, times)
    assert (when.words, when.kind) == (words, kind)


def test_a_day_that_stands_in_is_under_a_heading_of_its_own() -> None:
    stood = describe_when(event(days("2021-07-06")))
    told = describe_when(event(days("2021-07-06"), time_phrase="Tuesday"))
    assert stood.heading != told.heading


MEANINGS = [
    ("2021-07-05", "DATE", None, days("2021-07-05"), "Monday 5 July 2021"),
    ("2021-07-05TMO", "TIME", None, days("2021-07-05", precision="time"), "Monday 5 July 2021, morning"),
    ("2021-07-05TMO", "TIME", "START", days("2021-07-05", precision="time"), "Monday 5 July 2021, early morning"),
    ("2021-07-05", "DATE", "START", days("2021-07-05"), "Monday 5 July 2021, early in the day"),
    ("2021-07-05T17:30", "TIME", None, days("2021-07-05", precision="time"), "Monday 5 July 2021, 17:30"),
    ("2021-07-05TNI", "TIME", None, days("2021-07-05", "2021-07-06", "time"), "The night of 5–6 July 2021"),
    ("2021-W26", "DATE", None, days("2021-06-28", "2021-07-04", "week"), "The week of 28 June – 4 July 2021"),
    ("2021-W26-WE", "DATE", None, days("2021-07-03", "2021-07-04", "days"), "3–4 July 2021"),
    ("2021-07", "DATE", None, days("2021-07-01", "2021-07-31", "month"), "July 2021"),
    ("2021-07", "DATE", "START", days("2021-07-01", "2021-07-13", "days"), "Some time between 1 and 13 July 2021"),
    ("2021-SU", "DATE", None, days("2021-06-01", "2021-08-31", "season"), "1 June – 31 August 2021"),
    ("199", "DATE", None, days("1990-01-01", "1999-12-31", "year"), "1990–1999"),
    ("2014", "DATE", "APPROX", days("2014-01-01", "2014-12-31", "year"), "About 2014"),
    ("2021-XX-XX", "DATE", None, days("2021-06-29", "2021-07-06", "days"), "Some time between 29 June and 6 July 2021"),
    ("2021-07-06", "DATE", None, days("2021-07-06", None), "From 6 July 2021 on"),
    (
        "PXW",
        "DURATION",
        None,
        days("2021-05-11", "2021-07-06", "days"),
        "Some weeks: some time between 11 May and 6 July",
    ),
    ("P3Y", "DURATION", None, NOTHING, "3 years, untold when"),
    ("P1D", "DURATION", "LESS_THAN", NOTHING, "Less than 1 day, untold when"),
    ("PT90M", "DURATION", None, NOTHING, "90 minutes, untold when"),
    ("P2CE", "DURATION", None, NOTHING, "2 centuries, untold when"),
    ("P1Y6M", "DURATION", None, NOTHING, "1 year and 6 months, untold when"),
    ("XXXX-WXX-5", "SET", None, NOTHING, "Every Friday"),
    ("XXXX-WXX-2TNI", "SET", None, NOTHING, "Every Tuesday night"),
    ("XXXX-07", "SET", None, NOTHING, "Every July"),
    ("P1D", "SET", None, NOTHING, "Every day"),
    ("P2W", "SET", None, NOTHING, "Every 2 weeks"),
    ("XXXX-XX-XXTNI", "SET", None, NOTHING, "Again and again"),
    ("PAST_REF", "DATE", None, NOTHING, "Some time in the past"),
    ("BC0490", "DATE", None, NOTHING, "490 before Christ"),
    ("2025-02-XX", "DATE", None, NOTHING, "Unknown: the calendar has no such day"),
    ("XXXX-02-XX", "DATE", None, NOTHING, "Unknown: the calendar has no such day"),
]


@pytest.mark.parametrize(("value", "kind", "mod", "interval", "words"), MEANINGS)
def test_what_a_time_means(value: str, kind: str, mod: str | None, interval: Interval, words: str) -> None:
    assert describe_time(expression(value, interval, kind, mod), TODAY).startswith(words)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("XXXX-WXX-1", "A Monday, unknown of which week: no publication date"),
        ("XXXX-07-05", "5 July, unknown of which year: no publication date"),
        ("XXXX-07", "July, unknown of which year: no publication date"),
        ("XXXX-XX-XX", "Unknown: no publication date"),
        ("XXXX-02-99", "99 February, unknown of which year: no publication date"),
        ("XXXX-77", "Unknown: no publication date"),
        ("", "Unknown: no publication date"),
    ],
)
def test_what_is_known_of_a_day_without_a_publication_date(value: str, words: str) -> None:
    assert describe_time(expression(value, NOTHING, anchor="none"), None) == words


@pytest.mark.parametrize(
    ("time", "published", "words"),
    [
        (expression("2021-07-05", days("2021-07-05")), TODAY, "Publication, 6 July 2021"),
        (expression("2021-07-05", days("2021-07-05"), anchor="told"), TODAY, "The date told before it"),
        (expression("2021-07-05", days("2021-07-05"), anchor="quote"), TODAY, "When it was said, in a quotation"),
        (expression("2021-07-05", days("2021-07-05"), anchor="none"), None, "Nothing: it is complete in itself"),
        (expression("P3D", NOTHING, "DURATION", anchor="none"), None, "Nothing: it tells how long, not when"),
        (expression("P1D", NOTHING, "SET", anchor="none"), None, "Nothing: it tells how often, not when"),
        (expression("XXXX-WXX-1", NOTHING, anchor="none"), None, "Unknown: no publication date"),
        (expression("XXXX-XX", NOTHING, anchor="none"), TODAY, "Nothing that is known"),
    ],
)
def test_what_a_time_counts_from(time: TimeExpression, published: date | None, words: str) -> None:
    assert describe_anchor(time, published) == words


def test_another_reading_says_what_would_make_it_so() -> None:
    other = TimeReading("2021-05-07", days("2021-05-07"), "written month first")
    assert describe_reading(other) == "Friday 7 May 2021, written month first"
    assert describe_reading(TimeReading("XXXX-05-07", NOTHING, "if so")) == "XXXX-05-07, if so"


def test_rules_are_told_in_words_of_their_own_and_a_new_one_by_its_name() -> None:
    names = {rule.name for rule in RULES}
    assert len(names & set(RULE_WORDS)) >= 0.8 * len(names), sorted(names - set(RULE_WORDS))
    assert set(RULE_WORDS) - names - {HAPPENING} == set(), "words for a rule that is gone"
    assert describe_rule("moon phase") == "Read by the rule “moon phase”."
    assert all(describe_rule(name).endswith(".") for name in names)


def test_a_day_that_is_meant_and_not_known_is_marked_and_lengths_are_not() -> None:
    sample = build_sample()
    times = (
        expression("XXXX-WXX-1", NOTHING, anchor="none"),
        expression("P3D", NOTHING, "DURATION", span=Span(5, 9)),
        expression("P1D", NOTHING, "SET", span=Span(10, 14)),
        expression("PRESENT_REF", NOTHING, span=Span(15, 18)),
    )
    rows = build_times(replace(sample, times=times, events=()))
    assert [row["missing"] for row in rows] == [True, False, False, False]


def test_a_time_knows_the_events_that_it_dates() -> None:
    rows = build_payload(build_sample())["times"]
    assert rows[0]["events"] == ["flight"]
    assert rows[1]["events"] == ["leaving"]
    assert "".join(rows[1]["quote"]).count("Last week") == 1


def test_a_part_of_the_day_is_told_by_the_clocks_of_its_place() -> None:
    def words(zone: str, day: date | None) -> str:
        return f"{zone}, UTC+4:30" if day == date(2021, 7, 5) else zone

    sample = build_sample()
    rows = {row["id"]: row for row in build_payload(sample, zone_words=words)["events"]}
    assert rows["flight"]["zone"] == "local time (Asia/Kabul, UTC+4:30)"
    assert rows["leaving"]["zone"] is None
    own = replace(sample, events=tuple(replace(one, part_of_day="14:30 GMT") for one in sample.events))
    assert {row["zone"] for row in build_payload(own, zone_words=words)["events"]} == {None}


NEWS = ModeStretch(Span(0, 20), "news", "weekdays")
TALE = ModeStretch(Span(20, 40), "narrative", "years")


def test_modes_are_told_once_for_neighbours_that_count_alike() -> None:
    text = "a" * 60
    again = ModeStretch(Span(40, 50), "narrative", "more years")
    rows = build_modes((NEWS, TALE, again), text, TODAY)
    assert [row["words"] for row in rows] == [
        "Dates count from publication, 6 July 2021",
        "Dates count from the last date told",
    ]
    assert build_modes((NEWS,), text, None)[0]["words"] == "Dates count from publication, which is not known"
    assert build_modes((), "", TODAY) == []


def test_where_dates_begin_to_count_from_something_else_stands_above_its_paragraph() -> None:
    sample = build_sample()
    at = TEXT.index("In the 1990s")
    stretches = (ModeStretch(Span(0, at), "news", "weekdays"), ModeStretch(Span(at, len(TEXT)), "narrative", "years"))
    heads = [line["heads"] for line in build_payload(replace(sample, modes=stretches))["paragraphs"]]
    changed = next(n for n, above in enumerate(heads) if n and above)
    assert heads[changed][0]["mode"] == "narrative"
    assert sum(map(len, heads)) == 2
    lines = [line for line in TEXT.split("\n") if line.strip()]
    assert "In the 1990s" in lines[changed]
    # A text whose dates all hang alike is not interrupted.
    assert not any(line["heads"] for line in build_payload(sample)["paragraphs"])


def test_a_tale_of_what_is_long_past_is_not_an_empty_timeline() -> None:
    sample = build_sample()
    assert build_payload(sample)["shown"] == ["reported", "claimed"]
    past = tuple(replace(one, status="historical") for one in sample.events[:3])
    assert build_payload(replace(sample, events=past))["shown"] == ["historical"]
    assert build_payload(replace(sample, events=()))["shown"] == ["reported", "claimed"]


def test_a_stretch_is_named_by_whole_words_of_its_first_line() -> None:
    def opening(text: str) -> str:
        return build_modes((ModeStretch(Span(0, len(text)), "news", "why"),), text, None)[0]["opening"]

    assert opening("\nThe siege\nIn 1998") == "The siege"
    assert opening("word " * 20) == ("word " * 9).strip()
    assert opening("x" * 60) == "x" * 48


def test_the_table_of_times_is_narrowed_by_words_and_by_what_is_known() -> None:
    payload = build_payload(build_sample())
    assert list(build_time_table(payload)["Time in the text"]) == ["early on Monday morning", "Last week"]
    assert list(build_time_table(payload, "last W26").index) == [1]
    assert list(build_time_table(payload, shown="With days").index) == [0, 1]
    assert build_time_table(payload, shown="Without days").empty
    undated = build_payload(build_sample(False))
    assert list(build_time_table(undated, shown="Without days").index) == [0, 1]


def test_ten_thousand_dates_in_a_row_are_drawn_in_time_that_grows_with_their_number() -> None:
    def seconds(count: int) -> float:
        text = "5 July 2021, " * count
        times = tuple(
            expression("2021-07-05", days("2021-07-05"), span=Span(13 * n, 13 * n + 11), text="5 July 2021")
            for n in range(count)
        )
        analysis = Analysis(Article(text), (), times, (), Versions("1", "0", "m", "g"))
        begun = clock.process_time()
        json.dumps(build_payload(analysis))
        return clock.process_time() - begun

    seconds(100)
    assert seconds(10_000) < 60 * max(seconds(1_000), 0.02)
    assert seconds(10_000) < 10
