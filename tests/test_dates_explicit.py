"""Dates written out, in every common order and habit; dates that do not exist; and whatever else a text may hold."""

# ruff: noqa: E501  Tables of cases keep to one line a case.

from __future__ import annotations

import random
import re
import time
from datetime import date
from itertools import pairwise

import pytest
from spacy.tokens import Doc

from geo.dates import find_times
from geo.dates.calendars.calendar_rules import CALENDARS
from geo.dates.calendars.ethiopian import MONTH_NAMES as ETHIOPIAN
from geo.dates.calendars.feast_names import FEAST_NAMES
from geo.dates.calendars.islamic import MONTH_NAMES as ISLAMIC
from geo.dates.calendars.naming import expand_spellings
from geo.dates.calendars.solar import MONTH_NAMES as SOLAR
from geo.dates.families.orders import FOREIGN_MONTHS
from geo.dates.order_rules import ORDERS
from geo.dates.values import interval_of
from geo.dates.words import DATE_MODS, MONTHS, ORDINALS, PARTS_OF_DAY, PAST_WORDS, SEASONS, UNITS, WEEKDAYS
from geo.language import load_language, parse_article
from geo.model import Article, Interval, TimeExpression

PUBLISHED = date(2021, 7, 6)
VALUE = re.compile(
    r"(?:BC)?[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[\dX]))?|[QH][\dX]|SP|SU|FA|WI))?"
    r"(?:T(?:MO|MI|AF|EV|NI|DA|DT|XX|[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?))?$"
    r"|P(?:T?[\dX.]+[A-Z]{1,2})+(?:[\dX.]+[A-Z]{1,2})*(?:T[\dX.]+[A-Z])?$|(?:PRESENT|PAST|FUTURE)_REF$"
)


def read(text: str, published: date | None = PUBLISHED, countries: tuple[str, ...] = ()) -> tuple[TimeExpression, ...]:
    article = Article(text=text, published=published)
    return find_times(article, parse_article(article, load_language()), countries)


def days(interval: Interval) -> str:
    return "/".join(day.isoformat() if day else "" for day in (interval.earliest, interval.latest))


# All of them mean 5 July 2021.
SPELLINGS = [
    "5 July 2021", "05 July 2021", "5th July 2021", "5th July, 2021", "the 5th of July 2021", "the 5th of July, 2021", "July 5, 2021", "July 5 2021", "July 5th, 2021",
    "July 05, 2021", "JULY 5, 2021", "5 JULY 2021", "Jul. 5, 2021", "Jul 5, 2021", "5 Jul 2021", "5-Jul-2021", "05-Jul-2021", "5-July-2021", "Jul-05-2021", "July-5-2021",
    "05/Jul/2021", "05.Jul.2021", "5JUL21", "05JUL2021", "5 Jul 21", "05 JUL 21", "5 July '21", "2021-07-05", "2021/07/05", "2021.07.05", "2021.7.5", "2021-7-5", "2021/7/5",
    "2021 July 5", "2021-Jul-05", "2021, July 5", "5. July 2021", "5.VII.2021", "5. VII. 2021", "5/VII/2021", "5 VII 2021", "05.07.2021", "5.7.2021",
    "Monday 5 July 2021", "Monday, July 5, 2021", "Mon, 5 Jul 2021", "Mon. July 5, 2021", "Monday, 5th July 2021", "Monday the 5th of July, 2021",
    "the fifth of July 2021", "the fifth day of July 2021", "July the 5th, 2021", "5 of July of 2021", "5 July, 2021",
    "5 juillet 2021", "5 de julio de 2021", "5 de julho de 2021", "5. Juli 2021", "5 luglio 2021", "5 juli 2021", "5 Temmuz 2021", "5 Juli 2021", "5 lipca 2021", "5 июля 2021", "5 липня 2021",
]  # fmt: skip


@pytest.mark.parametrize("spelt", SPELLINGS)
def test_every_habit_of_writing_a_day(spelt: str) -> None:
    times = read(f"The order was signed on {spelt}.", date(2022, 3, 1))
    assert [(one.value, days(one.interval)) for one in times] == [("2021-07-05", "2021-07-05/2021-07-05")]
    assert spelt in times[0].text or times[0].text in spelt


# Text, publication, countries, value, days.
PHRASES = [
    ("The signal of 051430ZJUL21 was read.", "2022-03-01", "", "2021-07-05T14:30", "2021-07-05/2021-07-05"),
    ("The signal of 051430Z JUL 21 was read.", "2022-03-01", "", "2021-07-05T14:30", "2021-07-05/2021-07-05"),
    ("Yours of the 12th ult. has come.", "2021-07-06", "", "2021-06-12", "2021-06-12/2021-06-12"),
    ("Yours of the 2nd instant has come.", "2021-07-06", "", "2021-07-02", "2021-07-02/2021-07-02"),
    ("They will meet on the 9th proximo.", "2021-07-06", "", "2021-08-09", "2021-08-09/2021-08-09"),
    ("It happened on Friday the 13th.", "2021-09-20", "", "2021-08-13", "2021-08-13/2021-08-13"),
    ("Cases peaked in week 27 of 2021.", "2021-09-20", "", "2021-W27", "2021-07-05/2021-07-11"),
    ("Cases peaked in epidemiological week 27.", "2021-09-20", "", "2021-W27", "2021-07-05/2021-07-11"),
    ("Cases peaked in 2021-W27.", "2021-09-20", "", "2021-W27", "2021-07-05/2021-07-11"),
    ("The plotters met on 15 Temmuz.", "2021-09-20", "TR", "2021-07-15", "2021-07-15/2021-07-15"),
    ("It happened on 1er août 2020.", "2021-09-20", "", "2020-08-01", "2020-08-01/2020-08-01"),
    ("It happened on 29 February.", "2021-09-20", "", "2020-02-29", "2020-02-29/2020-02-29"),
    ("It happened on 5/3/2021.", "2021-07-06", "AF", "2021-03-05", "2021-03-05/2021-03-05"),
    ("It happened on 5/3/2021.", "2021-07-06", "US", "2021-05-03", "2021-05-03/2021-05-03"),
    ("It happened on 5/3/2021.", "2021-07-06", "PH", "2021-05-03", "2021-05-03/2021-05-03"),
    ("It happened on 5/3/2021.", "2021-07-06", "CA", "2021-03-05", "2021-03-05/2021-05-03"),
    ("It happened on 5/3/2021.", "2021-07-06", "", "2021-03-05", "2021-03-05/2021-05-03"),
    ("It happened on 5.3.2021.", "2021-07-06", "", "2021-03-05", "2021-03-05/2021-03-05"),
    ("It happened on 12/7/2021.", "2021-07-20", "", "2021-07-12", "2021-07-12/2021-07-12"),
    ("It happened on 12/7/2021.", "2021-07-20", "US", "2021-07-12", "2021-07-12/2021-07-12"),
    ("It happened on 25/3/2021.", "2021-07-20", "US", "2021-03-25", "2021-03-25/2021-03-25"),
    ("It happened on 3/25/2021.", "2021-07-20", "AF", "2021-03-25", "2021-03-25/2021-03-25"),
    ("It happened on 4/4/2021.", "2021-07-20", "", "2021-04-04", "2021-04-04/2021-04-04"),
    ("It happened on 5 / 3 / 2021.", "2021-07-20", "KE", "2021-03-05", "2021-03-05/2021-05-03"),
    ("It happened on 5-3-2021.", "2021-07-20", "ML", "2021-03-05", "2021-03-05/2021-03-05"),
    ("It happened on 05/03/21.", "2021-07-20", "SD", "2021-03-05", "2021-03-05/2021-03-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "countries", "value", "span"), PHRASES)
def test_dates_in_rarer_orders(text: str, published: str, countries: str, value: str, span: str) -> None:
    times = read(text, date.fromisoformat(published), tuple(countries.split()))
    assert [(one.value, days(one.interval)) for one in times] == [(value, span)]


def test_an_open_date_in_figures_has_both_readings() -> None:
    (only,) = read("It happened on 5/3/2021.")
    assert [(one.value, one.reason) for one in only.alternatives] == [
        ("2021-03-05", "written day first"),
        ("2021-05-03", "written month first"),
    ]
    (only,) = read("It happened on 5/3/2021.", countries=("US",))
    assert [(one.value, one.reason) for one in only.alternatives] == [
        ("2021-03-05", "written day first, against the habit in US")
    ]
    times = read("It happened on 5/3/2021, or on 25/3/2021.", countries=("US",))
    assert [(one.value, one.alternatives) for one in times] == [("2021-03-05", ()), ("2021-03-25", ())]


NO_DAYS = [
    "30 February", "February 30", "31 June", "June 31", "the 45th of July", "July 45", "31 April 2021", "29 February 2021", "February 29, 2021", "2021-02-30", "2021-13-01", "2021-00-10",
    "13/13/2021", "00/00/2021", "45/7/2021", "31.6.2021", "0 July 2021", "00 July 2021", "32 July", "31.VI.2021", "31 juin 2021", "31JUN21", "40 Ramadan 1442", "32 Saratan 1400",
    "31 Mizan 1400", "31 Tikimt 2013 E.C.", "31 Tishrei 5784", "week 60 of 2021", "99 March 2021", "2021/02/31", "2021.2.31",
]  # fmt: skip


@pytest.mark.parametrize("spelt", NO_DAYS)
def test_a_day_that_does_not_exist_is_never_shifted(spelt: str) -> None:
    for one in read(f"It fell on {spelt} at the border.", countries=("ET",)):
        assert (one.interval.precision != "day" and "X" in one.value) or one.value in ("2021", "1442", "1400"), one


NOTHING = ["0000", "year 0", "99999", "25:61", "99/99/9999", "00/00/0000", "1.1.1.1.1", "12/12/12/12", "5//7//2021", "2021-2022-2023-2024", "٠٥", "²⁰²¹", "⑤ July"]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("published", [None, date.min, PUBLISHED, date.max], ids=["undated", "first", "today", "last"])
def test_what_is_no_date_breaks_nothing(text: str, published: date | None) -> None:
    hold_together(f"It was {text} there.", read(f"It was {text} there.", published))


WORDS = [
    *MONTHS, *WEEKDAYS, *ORDINALS, *PARTS_OF_DAY, *SEASONS, *UNITS, *DATE_MODS, *PAST_WORDS, "the", "of", "on", "in", "last", "next", "this", "past", "ago", "later", "two", "1,000", "half",
    "before", "after", "between", "and", "from", "to", "until", "since", "year", "days", "5", "13", "31", "99", "0", "00", "2021", "1442", "1400", "5784", "2564", "0001", "9999", "10000",
    "5/7/2021", "13/13/2021", "2021-07-05", "5.VII.2021", "5JUL21", "W27", "25:61", "14:30", "9/11", "7/7", "BC", "AD", "AH", "SH", "E.C.", "BE", "GMT", "p.m.", "century", "1990s",
    "attacks", "coup", "eve", "week", "month", "second day of", "holy month of", "-", "/", ",", ".", "(", ")", "\n", "\n\n", '"', "'s", "XII", "°", "é", "–", "\u00a0", "\u202e", "\U0001f4a5",
]  # fmt: skip
NAMES = [
    spelling
    for table in (FEAST_NAMES, ISLAMIC, SOLAR, ETHIOPIAN, FOREIGN_MONTHS)
    for listed in table.values()
    for template in listed.split(", ")[:3]
    for spelling in expand_spellings(template)[:2]
]
ANCHORS = [None, date.min, date(1, 3, 1), date(622, 7, 16), date(1900, 1, 1), date(2024, 2, 29), PUBLISHED, date(9999, 1, 1), date.max]  # fmt: skip


def hold_together(text: str, times: tuple[TimeExpression, ...]) -> None:
    """What holds of all times, whatever the text."""
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    for one in times:
        assert one.text == one.span.quote(text) and one.text.strip()
        assert VALUE.match(one.value), one
        first, last = one.interval.earliest, one.interval.latest
        assert first is None or last is None or first <= last, one
        value = interval_of(one.value)
        if first and last and value.earliest and value.latest and one.mod is None:
            assert first <= value.latest and value.earliest <= last, one
        if one.interval.precision == "day" and one.type == "DATE":
            assert first == last, one
        for other in one.alternatives:
            assert other.reason and VALUE.match(other.value), one


@pytest.mark.parametrize("seed", range(120))
def test_words_of_the_tables_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    words = [chance.choice(chance.choice((WORDS, WORDS, NAMES))) for _ in range(160)]
    text = "".join(
        (word.capitalize() if chance.random() < 0.4 else word) + chance.choice(("", " ", " ", " ", " ", "-"))
        for word in words
    )
    countries = tuple(chance.sample(("AF", "IR", "ET", "US", "UA", "RU", "IL", "PK", "MM", "XX", ""), 2))
    hold_together(text, read(text, chance.choice(ANCHORS), countries))


@pytest.mark.parametrize("published", [None, date.min, date.max, date(621, 1, 1), date(8999, 12, 31)])
def test_every_feast_at_the_calendars_ends(published: date | None) -> None:
    names = [name.title() for name in NAMES[::4]]
    text = ". ".join(
        f"It was {name}, and {name} 0999, {name} 9999, 5 {name}, 12 {name} 1442, 30 {name} 1700" for name in names
    )
    hold_together(text, read(text, published, ("IR", "ET")))


LONG = {
    "digits": "7" * 100_000, "slashes": "/" * 500_000, "figures and slashes": "5/7/" * 50_000, "points": "5." * 50_000, "dashes": "2021-" * 30_000, "months": "July " * 20_000, "the": "the " * 50_000,
    "feast": "Eid-" * 30_000, "moon": "the holy month of " * 8_000, "spaces": "5" + " " * 200_000 + "July", "of": "5 of " * 20_000, "ends": "the end of the " * 8_000,
    "first day of": "the first day of " * 8_000, "letters": "Ramada" * 30_000, "roman": "5.VII." * 20_000, "apostrophes": "Sha'" * 30_000, "lines": "5\n" * 50_000,
    "era": "1442 " * 20_000, "brackets": "1400 (" * 20_000, "days": "the second day of Eid, " * 4_000,
}  # fmt: skip
RULES = [*CALENDARS, *ORDERS]


@pytest.mark.parametrize("name", LONG)
def test_rules_take_time_in_proportion_to_the_text(name: str) -> None:
    """Each rule's pattern on twice the text takes about twice the time, and never long."""
    text = LONG[name]
    for rule in RULES:
        taken = []
        for part in (text[: len(text) // 2], text):
            begun = time.process_time()
            for _ in rule.pattern.finditer(part):
                pass
            taken.append(time.process_time() - begun)
        assert taken[1] < 0.25 + 4 * taken[0] and taken[1] < 5, (rule.name, taken)


def split_by_hand(text: str) -> Doc:
    """A text as tokens, without a parse: the parser's own time is no matter here."""
    found = [(word[1], bool(word[2])) for word in re.finditer(r"(\S{1,1000}|\s)( ?)", text)]
    doc = Doc(load_language().vocab, words=[word for word, _ in found], spaces=[space for _, space in found])
    assert doc.text == text
    return doc


@pytest.mark.parametrize(
    "name", ["digits", "slashes", "figures and slashes", "months", "spaces", "lines", "of", "moon"]
)
def test_the_layer_takes_time_in_proportion_to_the_text(name: str) -> None:
    taken = []
    for text in (LONG[name][: len(LONG[name]) // 2], LONG[name]):
        article, doc = Article(text=text, published=PUBLISHED), split_by_hand(text)
        begun = time.process_time()
        hold_together(text, find_times(article, doc))
        taken.append(time.process_time() - begun)
    assert taken[1] < 0.5 + 4 * taken[0] and taken[1] < 10, taken


def test_ten_thousand_dates_in_a_row() -> None:
    text = "5 July 2021, " * 10_000
    begun = time.process_time()
    times = find_times(Article(text=text, published=PUBLISHED), split_by_hand(text))
    assert len(times) == 10_000 and {one.value for one in times} == {"2021-07-05"}
    assert time.process_time() - begun < 20


# What stands in the text in full hangs on nothing, however it is written.
@pytest.mark.parametrize(
    "text",
    [
        "The town fell on 20 March 2025.",
        "The town fell on March 20, 2025.",
        "The town fell on Monday, 5 July 2021.",
        "The town fell on 5JUL21.",
        "The town fell on 5 juillet 2021.",
        "The town fell on 2021-07-05.",
        "The town fell on 25/6/2021.",
        "The town fell in March 2011.",
        "The town fell on 16 May 2009, after a siege.",
    ],
)
def test_a_date_told_in_full_counts_from_nothing(text: str) -> None:
    (found,) = read(text)
    assert found.anchor == "none"
