"""The gazetteer's index and tables: built once, rebuilt, refused with a sentence, the same as the manifest says."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from geo.errors import GazetteerBroken, GazetteerMissing
from geo.gazetteer import index as index_module
from geo.gazetteer import load_licences, open_gazetteer, tables

ROOT = Path(__file__).resolve().parent.parent


# The index: built, kept, rebuilt, refused.


@pytest.fixture(scope="module")
def cut_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables cut down to two countries."""
    data = tmp_path_factory.mktemp("cut")
    for name in tables.TABLES:
        if name in tables.CONFLICT_TABLES or name == "abbreviations.tsv":
            lines = [line for line in tables.load_lines(name) if not line.startswith("#")][:1]
        elif name.endswith(".jsonl.xz"):
            wanted = re.compile(r'"(?:code|a)":"(?:AF|TJ)')
            lines = [line for line in tables.load_lines(name) if wanted.search(line)]
        else:
            lines = [
                line
                for number, line in enumerate(row for row in tables.load_lines(name) if not row.startswith("#"))
                if number == 0 or re.search(r"\t(?:AF|TJ)(?:\t|$)", line)
            ]
        tables._save_text(data, name, "\n".join(lines) + "\n")
    return data


@pytest.fixture
def small_tables(cut_tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the cut tables for one test, with a cache folder of its own."""
    data = tmp_path / "data"
    shutil.copytree(cut_tables, data)
    monkeypatch.setattr(tables, "DATA", data)
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    return data


def test_the_index_is_built_once_with_progress(small_tables: Path) -> None:
    told: list[tuple[float, str]] = []
    opened = open_gazetteer(lambda share, what: told.append((share, what)))
    assert opened.lookup("Kabul")[0].place.country == "AF"
    opened.close()
    shares = [share for share, _ in told]
    assert shares == sorted(shares) and shares[-1] == 1.0 and all(what for _, what in told)
    told.clear()
    open_gazetteer(lambda share, what: told.append((share, what))).close()
    assert told == []
    assert [path.suffix for path in (small_tables.parent / "cache").iterdir()] == [".sqlite"]


def test_a_damaged_index_is_rebuilt(small_tables: Path) -> None:
    open_gazetteer().close()
    path = index_module.index_path()
    whole = path.read_bytes()
    for damaged in (b"", b"not a database", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        opened = open_gazetteer()
        assert opened.lookup("Kabul")
        opened.close()


def test_changed_tables_make_a_new_index(small_tables: Path) -> None:
    first = open_gazetteer()
    before = index_module.index_path()
    text = (small_tables / "news_demonyms.tsv").read_text(encoding="utf-8")
    (small_tables / "news_demonyms.tsv").write_text(text + "Kabuli\tAF\n", encoding="utf-8")
    assert index_module.index_path() != before
    second = open_gazetteer()
    assert (first.demonym("Kabuli"), second.demonym("Kabuli")) == ((), ("AF",))
    assert first.version != second.version
    first.close()
    second.close()


@pytest.mark.parametrize("name", ["towns.tsv.xz", "outlines.jsonl.xz", "borders.jsonl.xz", "divisions.tsv.xz"])
def test_a_truncated_table_is_named_and_the_old_index_stays(small_tables: Path, name: str) -> None:
    open_gazetteer().close()
    old = index_module.index_path()
    content = (small_tables / name).read_bytes()
    (small_tables / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(GazetteerBroken, match=re.escape(name)) as caught:
        open_gazetteer()
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
    assert index_module.is_whole(old)
    assert not list(old.parent.glob("*.partial")) and not (old.parent / "gazetteer.lock").exists()
    (small_tables / name).write_bytes(content)
    assert index_module.index_path() == old
    open_gazetteer().close()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("conflict_asia.tsv", "x\tX\t\tRGN\tAF\tnorth\t69\tarea\t5\t\t1\t\tnote\t"),
        ("conflict_asia.tsv", "x\tX\t\tRGN\tAF\t34\t69\tarea\t5\tAF.99\t1\t\tnote\t"),
        ("conflict_asia.tsv", "too\tfew"),
        ("abbreviations.tsv", "X\tZZ\talternate"),
        ("abbreviations.tsv", "X\tAF\tnickname"),
    ],
)
def test_a_wrong_row_made_by_hand_is_named(small_tables: Path, name: str, line: str) -> None:
    with (small_tables / name).open("a", encoding="utf-8") as table:
        table.write(line + "\n")
    with pytest.raises(GazetteerBroken, match=re.escape(name)):
        open_gazetteer()


def test_a_missing_table_is_named(small_tables: Path) -> None:
    (small_tables / "airfields.tsv.xz").unlink()
    with pytest.raises(GazetteerMissing, match=re.escape("airfields.tsv.xz")):
        open_gazetteer()


def test_a_cache_folder_that_cannot_be_written_to_is_named(small_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    occupied = small_tables.parent / "occupied"
    occupied.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("DATELINE_CACHE", str(occupied / "cache"))
    with pytest.raises(GazetteerBroken, match="DATELINE_CACHE"):
        open_gazetteer()


def test_the_lock_of_a_process_that_died_is_taken_over(small_tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = small_tables.parent / "cache" / "gazetteer.lock"
    lock.parent.mkdir()
    lock.touch()
    os.utime(lock, (0, 0))
    open_gazetteer().close()
    assert not lock.exists()


def test_a_closed_gazetteer_says_so(small_tables: Path) -> None:
    opened = open_gazetteer()
    opened.close()
    with pytest.raises(GazetteerBroken, match="closed"):
        opened.countries()


# The tables themselves.


def test_the_tables_are_those_of_the_manifest() -> None:
    manifest = json.loads((tables.DATA / tables.MANIFEST).read_text(encoding="utf-8"))
    assert set(manifest["tables"]) == set(tables.GENERATED_TABLES)
    for name, made in manifest["tables"].items():
        content = (tables.DATA / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (made["sha256"], made["bytes"]), name


def test_there_is_nothing_else_in_the_folder_of_tables_and_it_is_small() -> None:
    files = [path for path in tables.DATA.iterdir() if path.is_file()]
    assert {path.name for path in files} == {*tables.TABLES, tables.MANIFEST}
    assert sum(path.stat().st_size for path in files) < 35_000_000


def test_tables_are_written_the_same_each_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        tables.save_rows(tmp_path / folder, "t.tsv.xz", ("a", "b"), [(1, "é"), (2, "")])
    assert (tmp_path / "one/t.tsv.xz").read_bytes() == (tmp_path / "two/t.tsv.xz").read_bytes()
    with pytest.raises(ValueError, match="does not fit"):
        tables.save_rows(tmp_path, "t.tsv", ("a",), [("tab\there",)])


def test_the_licences_say_what_the_page_about_them_says() -> None:
    text = (ROOT / "LICENCES-DATA.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| ")
    ]
    told = {row[0]: row[1:] for row in rows[1:]}
    listed = {
        row.name: [
            row.licence,
            row.attribution,
            ", ".join(f"`{name}`" for name in row.files),
            ", ".join(row.packages) or "-",
        ]
        for row in load_licences()
    }
    assert told == listed


def test_every_table_has_a_licence_and_every_attribution_is_listed() -> None:
    gazetteer = open_gazetteer()
    covered = {name for row in load_licences() for name in row.files}
    assert covered == set(tables.TABLES)
    names = {row.name for row in load_licences()}
    places = [gazetteer.lookup(name)[0].place for name in ("Kabul", "Bagram Airbase", "Donbas")]
    border = gazetteer.border("AF", "TJ")
    assert border is not None
    assert {place.attribution for place in (*places, border)} <= names


def test_the_packages_of_the_licences_are_those_of_the_build() -> None:
    from geo.gazetteer.build.packages import PACKAGES

    named = {package for row in load_licences() for package in row.packages}
    assert named == {f"{package.name} {package.version}" for package in PACKAGES}
