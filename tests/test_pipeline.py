"""The stages together: what only shows when one takes what another gave."""

from __future__ import annotations

import json
from datetime import date

import pytest

from geo.export import build_csv, build_geojson
from geo.model import Article
from geo.pipeline import STAGES, Tools, analyse
from geo.reading import read_pasted, with_published
from geo.view.payload import build_payload


def test_a_month_in_the_dateline_is_no_event(tools: Tools) -> None:
    article = read_pasted("GOMA, Congo, March 5, 2025 (Example) - Rebels shelled a camp near Sake on Tuesday.")
    analysis = analyse(article, tools)
    assert article.dateline is not None
    assert [event.sub_event_type for event in analysis.events] == ["Shelling/artillery/missile attack"]


def test_an_hour_keeps_the_day_of_the_sentence_before(tools: Tools) -> None:
    text = "The bridge fell on Monday. Troops who took the town in May 2020 blew it up at 2.50 a.m., he said."
    analysis = analyse(with_published(read_pasted(text), date(2021, 7, 6)), tools)
    (blown,) = [event for event in analysis.events if event.sub_event_type == "Remote explosive/landmine/IED"]
    assert blown.interval.earliest == date(2021, 7, 5)


def test_progress_names_every_stage_in_order(tools: Tools) -> None:
    told: list[tuple[float, str]] = []
    analyse(read_pasted("Shells fell on Goma."), tools, lambda share, stage: told.append((share, stage)))
    assert [stage for _, stage in told] == list(STAGES)
    assert [share for share, _ in told] == sorted(share for share, _ in told)


ODD = {
    "names alone": "Kabul Goma Paris Khartoum Kyiv Aleppo",
    "markup": "<img src=x onerror=alert(1)> shelled ${1+1} in `Goma` on **Monday**; <script>Kabul</script>",
    "right to left": "وقع القصف في كابول \u202eKabul\u202c يوم الاثنين",
    "combining": "She\u0301lls h\u0301it Ka\u0301bul o\u0301n Monday\u0301.",
    "capitals": "REBELS SHELLED GOMA ON MONDAY, KILLING 12 CIVILIANS, OFFICIALS SAID.",
    "figures": "99999999999999999999 killed on 99/99/9999 at 34.5N 69.1E, 30 km south of 1,000",
    "one word a hundred times": "shelled " * 100,
    "lone surrogate": "Shells fell on Goma \ud800 on Monday.",
    "quotes never closed": "“They shelled Goma on Monday, he said, “and “then they fled.",
    "marks alone": "?!.,;:—–…()[]{}",
}


@pytest.mark.parametrize("published", [None, date(2021, 7, 6), date.min, date.max], ids=str)
@pytest.mark.parametrize("name", ODD)
def test_odd_text_breaks_nothing_on_its_way(name: str, published: date | None, tools: Tools) -> None:
    text = ODD[name]
    analysis = analyse(Article(text, published=published), tools)
    record = analysis.to_dict()
    assert json.loads(json.dumps(record)) == record
    assert all(text[row["start"] : row["end"]] == row["text"] for row in (*record["places"], *record["times"]))
    assert build_csv(analysis).count("\n") >= len(analysis.events)
    assert len(json.loads(build_geojson(analysis))["features"]) >= len(analysis.events)
    json.dumps(build_payload(analysis))
