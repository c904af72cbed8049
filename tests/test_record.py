"""The analysis record: every key that other programs rely on, and quotes that quote."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from geo.batch import analyse_file, parse_triggers
from geo.errors import RecordError
from geo.model import Analysis, Article, Span
from geo.pipeline import Tools, analyse
from geo.reading import read_pasted, with_published

TEXT = (
    "GOMA, Congo: At least 12 civilians were killed when rebels shelled a camp near Goma on Sunday, officials said.\n\n"
    "The army said it would retake Masisi next week."
)

KEYS = {
    "record": "doc_id sha256 text language title source url published published_from published_rivals boilerplate "
    "versions places times events modes",
    "places": "start end text inside kind role resolved score reason alternatives",
    "resolved": "id geonameid name country countries admin1 admin2 feature lat lon precision precision_km geometry "
    "from",
    "modes": "start end mode reason",
    "times": "start end text type value mod earliest latest precision anchor rule alternatives",
    "events": "id mentions start end sentence_start sentence_end event_type sub_event_type category plover mode status "
    "clarity date_earliest date_latest date_precision time_index time_phrase part_of_day time_zone places place_index "
    "place_name place_text country_name admin1_name actors toll said_by score reasons",
}


@pytest.fixture(scope="module")
def analysis(tools: Tools) -> Analysis:
    return analyse(with_published(read_pasted(TEXT), date(2025, 1, 28)), tools)


@pytest.fixture(scope="module")
def record(analysis: Analysis) -> dict[str, Any]:
    return analysis.to_dict()


@pytest.mark.parametrize("part", ["places", "times", "events", "modes"])
def test_keys_of_rows(part: str, record: dict[str, Any]) -> None:
    assert record[part], f"the text has {part}"
    for row in record[part]:
        assert set(row) == set(KEYS[part].split())


def test_keys_of_the_record(record: dict[str, Any]) -> None:
    assert list(record) == KEYS["record"].split()
    resolved = [row["resolved"] for row in record["places"] if row["resolved"]]
    assert resolved
    assert set(resolved[0]) == set(KEYS["resolved"].split())


def test_it_is_json_and_comes_back_the_same(record: dict[str, Any]) -> None:
    assert json.loads(json.dumps(record)) == record


def test_every_offset_quotes_the_text(record: dict[str, Any]) -> None:
    rows = [*record["places"], *record["times"]]
    rows += [row for event in record["events"] for row in (*event["actors"], *event["toll"])]
    rows += [row["said_by"] for row in record["events"] if row["said_by"]]
    assert all(record["text"][row["start"] : row["end"]] == row["text"] for row in rows)
    for event in record["events"]:
        assert event["sentence_start"] <= event["start"] < event["end"] <= event["sentence_end"]


def test_the_same_text_gives_the_same_record(analysis: Analysis, tools: Tools) -> None:
    assert analyse(analysis.article, tools).to_dict() == analysis.to_dict()


def test_an_article_without_text_is_an_analysis_without_findings(tools: Tools) -> None:
    nothing = analyse(Article(" \n "), tools)
    assert (nothing.places, nothing.times, nothing.events) == ((), (), ())


def _lines(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_json_lines_keep_the_text_whole_and_count_failures(tmp_path: Path, tools: Tools) -> None:
    text = "Home  Share\n\nShells fell on Goma.  "
    asked = [{"start": 7, "end": 11}]
    rows = [
        json.dumps({"doc_id": "a", "text": text, "date": "2025-01-28"}),
        "not json",
        json.dumps(["a", "list"]),
        json.dumps({"doc_id": "no text"}),
        json.dumps({"doc_id": "b", "text": "Shells fell on Goma.", "events": [{"start": "x"}]}),
        "",
        json.dumps({"id": "c", "text": "Shells fell on Goma on Monday.", "dct": "2025-01-28", "events": asked}),
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl.gz"
    source.write_text("\n".join(rows), encoding="utf-8")
    outcome = analyse_file(source, target, triggers=True, tools=tools)
    records = _lines(target)
    assert [r["doc_id"] for r in records] == ["a", "line 2", "line 3", "no text", "b", "c"]
    assert records[0]["text"] == text
    assert outcome.done == 2
    assert [f.name for f in outcome.failures] == ["line 2", "line 3", "no text", "b"]
    assert all(r["error"].endswith(".") for r in records[1:5])
    assert records[5]["dated"] == [{"start": 7, "end": 11, "value": "2025-01-27"}]
    place = records[5]["located"][0]["place"]
    assert records[5]["text"][place["start"] : place["end"]] == "Goma"


def test_half_a_character_comes_back_whole(tmp_path: Path, tools: Tools) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(r'{"doc_id": "a", "text": "Shells fell on Goma \ud800 on Monday."}', encoding="utf-8")
    assert analyse_file(source, target, tools=tools).failures == ()
    assert _lines(target)[0]["text"] == "Shells fell on Goma \ud800 on Monday."


def test_a_failing_batch_leaves_what_was_there(tmp_path: Path, tools: Tools) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("kept\n", encoding="utf-8")
    with pytest.raises(OSError):
        analyse_file(tmp_path / "missing.jsonl", target, tools=tools)
    assert target.read_text(encoding="utf-8") == "kept\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_triggers_are_spans() -> None:
    assert parse_triggers("a", {"events": [{"start": 1, "end": 3}]}) == (Span(1, 3),)
    assert parse_triggers("a", {}) == ()
    with pytest.raises(RecordError, match="a"):
        parse_triggers("a", {"events": [{"start": 5, "end": 3}]})
