"""The same news written otherwise has the same times: capitals, typographers' marks, the order of day and month, short
weekdays and line ends change nothing; a publication day a week later moves what counts from it by a week, no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from geo.dates import find_times
from geo.language import load_language, parse_article
from geo.model import Article

PUBLISHED = date(2014, 11, 19)

# Each was published on Wednesday 19 November 2014; the values are those of its time expressions in order.
REPORTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "wire, Libya": (
        "Shells hit the port of Benghazi on Tuesday night, a medic said. Fighting there began on October 15.",
        ("2014-11-18TNI", "2014-10-15"),
    ),
    "wire, Philippines": (
        "Two soldiers died near Jolo on Monday. The band had freed a hostage on October 17, a month ago.",
        ("2014-11-17", "2014-10-17", "2014-10"),
    ),
    "web news, Mexico": (
        "Police found a second grave yesterday. The students vanished on September 26 in Iguala.",
        ("2014-11-18", "2014-09-26"),
    ),
    "background, Georgia": (
        "The five days of war ended on August 12, 2008. Talks will resume on Friday.",
        ("P5D", "2008-08-12", "2014-11-21"),
    ),
    "situation report, Chad": (
        "Some 3,000 people crossed the lake last week. The next convoy leaves on November 24.",
        ("2014-W46", "2014-11-24"),
    ),
    "situation report, Yemen": (
        "The 16-hour truce of November 17 failed. Shells hit the harbour of Mocha, and on Friday it closes.",
        ("PT16H", "2014-11-17", "2014-11-21"),
    ),
    "letter, Donbas": (
        "We have had no light since Sunday. The shelling of November 11 broke the last line.",
        ("2014-11-16", "2014-11-11"),
    ),
}

MONTH_DAY = re.compile(r"\b(August|September|October|November) (\d{1,2})\b")
WEEKDAY = re.compile(r"\b(Mon|Tues|Fri|Sun)day\b")


def typeset(text: str) -> str:
    return text.replace("'", "\u2019").replace(" on ", "\u00a0on ").replace("crossed", "\u201ccrossed\u201d")


REWRITINGS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "curly marks and hard blanks": typeset,
    "day before month": lambda text: MONTH_DAY.sub(r"\2 \1", text),
    "ordinal before month": lambda text: MONTH_DAY.sub(r"\2th \1", text).replace("2008th", "2008"),
    "the day of the month": lambda text: MONTH_DAY.sub(r"the \2th of \1", text),
    "ordinal behind month": lambda text: MONTH_DAY.sub(r"\1 \2th", text),
    "short months": lambda text: MONTH_DAY.sub(lambda m: f"{m[1][:3]}. {m[2]}", text),
    "a line for each sentence": lambda text: text.replace(". ", ".\n"),
    "a paragraph for each sentence": lambda text: text.replace(". ", ".\n\n"),
    "line ends within": lambda text: text.replace(" on ", " on\n"),
    "doubled blanks": lambda text: text.replace(" ", "  "),
}


def values(text: str, published: date = PUBLISHED) -> tuple[str, ...]:
    article = Article(text, published=published)
    return tuple(time.value for time in find_times(article, parse_article(article, load_language())))


def cases() -> list[object]:
    return [
        pytest.param(report, rewriting, id=f"{name}: {way}")
        for name, report in REPORTS.items()
        for way, rewriting in REWRITINGS.items()
    ]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS.keys())
def test_as_it_was_written(report: tuple[str, tuple[str, ...]]) -> None:
    assert values(report[0]) == report[1]


@pytest.mark.parametrize(("report", "rewriting"), cases())
def test_written_otherwise(report: tuple[str, tuple[str, ...]], rewriting: Callable[[str], str]) -> None:
    assert values(rewriting(report[0])) == report[1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rebels took the bridge on Mon., a monitor in Bambari said.", "2014-11-17"),
        ("Police in Lima fired on the march on Tues. and withdrew.", "2014-11-18"),
        ("The envoy left Sanaa Fri. without a word.", "2014-11-14"),
        ("Shells fell on Kadugli last Sat. morning.", "2014-11-15TMO"),
        ("The militia of Ituri gave up two posts on Thu, the army said.", "2014-11-13"),
        ("A drone hit the depot at Saky on Sun night.", "2014-11-16TNI"),
        ("TROOPS ENTERED THE PORT OF BUENAVENTURA ON TUE AND FOUND IT EMPTY.", "2014-11-18"),
    ],
)
def test_short_weekdays_in_prose(text: str, value: str) -> None:
    assert values(text) == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "Her brother writes for the Sun.",
        "The rebels of Mon and Karen States signed the paper.",
        "A letter on Sun Tzu was found on the body.",
        "They sat. Then the shelling began.",
        "The convoy came from a village in Mon.",
        "Villagers relied on Sat Nam, a healer.",
        "He was wed. She fled.",
    ],
)
def test_no_short_weekdays(text: str) -> None:
    assert values(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GUERRILLAS AMBUSHED A DAILY SUPPLY CONVOY NEAR AYACUCHO YESTERDAY.", ("P1D", "2014-11-18")),
        ("SAN SALVADOR, 17 NOV 14 -- A 48-HOUR CURFEW BEGAN LAST NIGHT.", ("2014-11-17", "PT48H", "2014-11-18TNI")),
        ("THE CEASEFIRE OF CHRISTMAS 2013 LASTED A WEEK IN SOUTH SUDAN.", ("2013-12-25", "P1W")),
        ("REBELS MAY LEAVE THE CAMP AT BUNIA SOON, MONUSCO SAID.", ("FUTURE_REF",)),
        ("AT THE MOMENT NOBODY HOLDS THE BRIDGE OVER THE ATRATO.", ("PRESENT_REF",)),
        ("THE PERSIAN FLEET WAS BURNT THERE IN 480 BC, THE GUIDE SAID.", ("BC0480",)),
    ],
)
def test_capitals_throughout(text: str, expected: tuple[str, ...]) -> None:
    assert values(text) == expected


# Marked: [what counts from publication as a day or week, and so moves with it], (what stays).
MOVING = (
    "Gunmen fired on a bus near Garissa on [Tuesday].",
    "The truce in Bangui held [yesterday], and envoys return [tomorrow].",
    "Troops who came in (May 1999) left Dili [last Monday].",
    "The blockade of (June 5, 1967) was recalled in the Knesset [two days ago].",
    "Rebels took Goma [last week]; they had held it (in 2012) for (eleven days).",
    "The court in Arusha will rule on [Friday] on the killings of (7 April 1994).",
    "Aid reached Aleppo [on Sunday night], (four years) into the war.",
)


@pytest.mark.parametrize("marked", MOVING)
@pytest.mark.parametrize("weeks", [1, 2, -3])
def test_a_publication_day_so_many_weeks_off(marked: str, weeks: int) -> None:
    plain = re.sub(r"[\[\]()]", "", marked)
    article, later = Article(plain, published=PUBLISHED), PUBLISHED + timedelta(weeks=weeks)
    doc = parse_article(article, load_language())
    before, after = find_times(article, doc), find_times(Article(plain, published=later), doc)
    assert [(t.span, t.text, t.mod, t.rule) for t in before] == [(t.span, t.text, t.mod, t.rule) for t in after]
    moving = re.findall(r"\[(?:on )?([^\]]+)\]", marked)
    staying = re.findall(r"\((?:in )?([^)]+)\)", marked)
    assert {t.text for t in before} == {*moving, *staying}
    for old, new in zip(before, after, strict=True):
        first, last = old.interval.earliest, old.interval.latest
        if old.text in moving:
            assert first is not None and last is not None
            assert new.interval.earliest == first + timedelta(weeks=weeks)
            assert new.interval.latest == last + timedelta(weeks=weeks)
            assert new.value != old.value
        else:
            assert (new.value, new.interval) == (old.value, old.interval)
