"""The sentence that README.md follows through the stages comes out as it says there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from geo.model import Analysis, Article, Event
from geo.pipeline import Tools, analyse

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def analysis(tools: Tools) -> Analysis:
    story = README[README.index("## One sentence followed through") :]
    sentence = " ".join(re.findall(r"^> (.+)$", story, re.M))
    opening = re.search(r'begins with "([^"]+)"', story)
    assert sentence and opening
    text = f"{opening.group(1)}\n\n{sentence}\n"
    return analyse(Article(text, published=date(2021, 7, 6), published_from="given"), tools)


@pytest.fixture(scope="module")
def crossing(analysis: Analysis) -> Event:
    found = [event for event in analysis.events if event.plover == "RETREAT"]
    assert len(found) == 1
    return found[0]


def test_place(analysis: Analysis, crossing: Event) -> None:
    place = analysis.place_of(crossing)
    assert place is not None
    assert (place.precision, place.countries) == ("line", ("AF", "TJ"))
    assert place.geometry is not None and crossing.place_text == "the border with Tajikistan"


def test_time(analysis: Analysis, crossing: Event) -> None:
    assert (crossing.interval.earliest, crossing.interval.latest) == (date(2021, 7, 5), date(2021, 7, 5))
    assert crossing.time_index is not None
    time = analysis.times[crossing.time_index]
    assert (time.text, time.value) == ("early on Monday morning", "2021-07-05TMO")


def test_event(crossing: Event) -> None:
    assert crossing.sub_event_type == "Change to group/activity"
    toll = crossing.toll[0]
    assert (toll.effect, toll.low, toll.high) == ("fled", 1001, None)
    assert toll.said_by is not None and toll.said_by.text == "the governor's office"
