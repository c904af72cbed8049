"""The example articles: read like any upload, dated as their files say, built files equal to what the script builds."""

import datetime
import runpy
import sys
from pathlib import Path

import pytest

from geo.reading import list_examples, load_example

FOLDER = Path(__file__).parents[1] / "static" / "examples"

# key, day of publication, where it is from, words that the title holds, the dateline
READ = [
    ("sudan", datetime.date(2023, 4, 16), "text", "Sudan's capital", "KHARTOUM, Sudan –"),
    ("ukraine", datetime.date(2023, 6, 7), "metadata", "Kakhovka dam", "KYIV, Ukraine —"),
    ("congo", datetime.date(2025, 1, 28), "dateline", "Goma", "GOMA, Democratic Republic of Congo, 28 January 2025 –"),
    ("ethiopia", None, "none", "Mekelle", "ADDIS ABABA –"),
]


@pytest.mark.parametrize(("key", "day", "origin", "title", "dateline"), READ)
def test_examples_are_read_like_uploads(
    key: str, day: datetime.date | None, origin: str, title: str, dateline: str
) -> None:
    article = load_example(key)
    assert (article.published, article.published_from) == (day, origin)
    assert article.title is not None and title in article.title
    assert article.title_span is not None and article.title_span.quote(article.text) == article.title
    assert article.dateline is not None and article.dateline.quote(article.text) == dateline
    assert article.language == "en" and article.notes == ()
    words = len(article.text.split())
    assert 350 <= words <= 650


def test_examples_are_of_four_kinds_and_conflicts() -> None:
    examples = list_examples()
    assert {example.path.suffix for example in examples} == {".txt", ".html", ".pdf", ".docx"}
    assert len({example.conflict for example in examples}) == len({example.key for example in examples}) == 4
    assert [example.key for example in examples if not example.dated] == ["ethiopia"]
    assert all(example.path.is_file() for example in examples)


def test_only_furniture_of_the_examples_is_marked() -> None:
    marked = {key: [span.quote(load_example(key).text) for span in load_example(key).boilerplate] for key, *_ in READ}
    assert marked["ethiopia"] == []
    assert marked["congo"] == ["Dateline Examples", "Page 1 of 2", "Dateline Examples", "Page 2 of 2"]
    assert marked["sudan"] == [
        "Home | World | Africa | Middle East | Opinion | Video",
        "Published: Sunday, 16 April 2023",
        "File photo: A bridge over the Blue Nile in Khartoum. (Photo: Dateline examples)",
        "Share on Facebook",
        "Sign up for our newsletter",
    ]
    assert marked["ukraine"] == [
        "By Dateline staff",
        "Published 7 June 2023, updated 8 June 2023",
        "Share on Facebook Share on Telegram",
        "The reservoir above the dam in an earlier year. (Photo: Dateline examples)",
        "Read more: How the front line has moved since last autumn",
    ]


def test_pdf_and_word_hold_every_word_of_their_sources() -> None:
    for key, source in (("congo", "congo_goma.source.txt"), ("ethiopia", "ethiopia_mekelle.source.txt")):
        paragraphs = (FOLDER / source).read_text(encoding="utf-8").strip().removeprefix("# ").split("\n\n")
        read = load_example(key).text.split("\n\n")
        assert [paragraph for paragraph in read if paragraph in paragraphs] == paragraphs


def test_weekdays_of_the_examples_fall_on_the_days_of_their_events() -> None:
    saturday, tuesday, monday = 5, 1, 0
    assert datetime.date(2023, 4, 15).weekday() == saturday  # fighting begins in Khartoum
    assert datetime.date(2023, 6, 6).weekday() == tuesday  # the dam gives way
    assert datetime.date(2025, 1, 27).weekday() == monday  # rebels enter Goma
    assert datetime.date(2020, 11, 28).weekday() == saturday  # Mekelle


@pytest.mark.parametrize("name", ["congo_goma.pdf", "ethiopia_mekelle.docx"])
def test_built_files_are_what_the_script_builds(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(FOLDER))
    monkeypatch.delitem(sys.modules, "writers", raising=False)
    built = runpy.run_path(str(FOLDER / "build_examples.py"))["BUILT"]
    assert built[name]() == Path(FOLDER / name).read_bytes()


def test_an_unknown_example_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_example("nowhere")
