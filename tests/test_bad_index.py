"""A gazetteer index that is cut off, of another make, garbage or gone: rebuilt or refused with a sentence."""

from __future__ import annotations

import multiprocessing
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from test_gazetteer_index import cut_tables, small_tables  # noqa: F401  # fixtures

from geo.errors import GazetteerError
from geo.gazetteer import Gazetteer, open_gazetteer
from geo.gazetteer import index as index_module


def cut_in_the_middle(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_off_a_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def fill_with_garbage(path: Path) -> None:
    path.write_bytes(b"\x5a" * path.stat().st_size)


def replace_by_another_database(path: Path) -> None:
    path.unlink()
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE places (id TEXT)")
    base.commit()
    base.close()


def forget_that_it_was_finished(path: Path) -> None:
    base = sqlite3.connect(path)
    base.execute("DELETE FROM meta WHERE key = 'bytes'")
    base.commit()
    base.close()


def delete(path: Path) -> None:
    path.unlink()


SPOILING = [
    cut_in_the_middle,
    cut_off_a_byte,
    empty,
    fill_with_garbage,
    replace_by_another_database,
    forget_that_it_was_finished,
    delete,
]


@pytest.mark.parametrize("spoil", SPOILING, ids=lambda spoil: spoil.__name__)
def test_a_spoilt_index_is_made_anew(small_tables: Path, spoil: Callable[[Path], None]) -> None:  # noqa: F811
    first = open_gazetteer()
    path = first.path
    first.close()
    spoil(path)
    again = open_gazetteer()
    assert again.path == path
    assert [match.place.country for match in again.lookup("Kabul")][:1] == ["AF"]
    again.close()


def test_an_index_of_another_make_is_left_alone_and_not_read(small_tables: Path) -> None:  # noqa: F811
    other = index_module.cache_folder() / "gazetteer-0123456789abcdef.sqlite"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"of another version")
    opened = open_gazetteer()
    assert opened.path != other and opened.lookup("Kabul")
    opened.close()
    assert other.read_bytes() == b"of another version", "a program that runs may still read it"


@pytest.mark.parametrize("spoil", [cut_in_the_middle, fill_with_garbage], ids=lambda spoil: spoil.__name__)
def test_an_index_spoilt_while_it_is_read_gives_no_other_places(
    small_tables: Path,  # noqa: F811
    spoil: Callable[[Path], None],
) -> None:
    opened = open_gazetteer()
    right = {name: opened.lookup(name)[:1] for name in ("Kabul", "Herat", "Dushanbe", "Kunduz", "Khost")}
    opened.close()
    reader = Gazetteer(opened.path, "the same")
    assert reader.lookup("Kabul")[:1] == right["Kabul"]
    spoil(reader.path)
    told = 0
    for name in ("Herat", "Dushanbe", "Kunduz", "Khost"):
        try:
            assert reader.lookup(name)[:1] in (right[name], ())
        except GazetteerError as error:
            told += 1
            assert str(error).endswith(".") and len(str(error)) > 30
    reader.close()
    assert told


def test_an_index_deleted_while_it_is_read_still_answers_or_says_so(small_tables: Path) -> None:  # noqa: F811
    opened = open_gazetteer()
    kabul = opened.lookup("Kabul")
    opened.path.unlink()
    failures: list[Exception] = []

    def read_elsewhere() -> None:
        try:
            assert opened.lookup("Herat")
        except Exception as error:  # looked at below
            failures.append(error)

    thread = threading.Thread(target=read_elsewhere)
    thread.start()
    thread.join()
    assert all(isinstance(error, GazetteerError) for error in failures)
    assert opened.lookup("Kabul") == kabul
    opened.close()
    again = open_gazetteer()
    assert again.lookup("Kabul") == kabul
    again.close()


def test_a_folder_that_cannot_be_written_to_leaves_the_index_that_is_there(
    small_tables: Path,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_gazetteer().close()
    monkeypatch.setattr(index_module, "build_index", lambda *_: pytest.fail("built again"))
    monkeypatch.setattr(index_module, "_hold_lock", lambda *_: pytest.fail("wrote a lock"))
    opened = open_gazetteer()
    assert opened.lookup("Kabul")
    opened.close()


def _open_and_ask(answers: multiprocessing.Queue[str]) -> None:
    try:
        opened = open_gazetteer()
        answers.put(opened.lookup("Kabul")[0].place.id)
    except Exception as error:  # told to the test
        answers.put(repr(error))


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="needs processes that inherit the folder"
)
def test_two_processes_build_at_once(small_tables: Path) -> None:  # noqa: F811
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    processes = [context.Process(target=_open_and_ask, args=(answers,)) for _ in range(3)]
    for process in processes:
        process.start()
    told = {answers.get(timeout=120) for _ in processes}
    for process in processes:
        process.join()
    assert len(told) == 1 and next(iter(told)).startswith("geonames:")
    left = sorted(path.name for path in index_module.cache_folder().iterdir())
    assert len(left) == 1 and left[0].endswith(".sqlite"), "no lock and nothing half-made stays behind"


def test_a_half_made_index_is_not_taken_for_one(small_tables: Path) -> None:  # noqa: F811
    opened = open_gazetteer()
    opened.close()
    shutil.copy(opened.path, opened.path.with_name(f"{opened.path.name}.99999.partial"))
    opened.path.unlink()
    again = open_gazetteer()
    assert again.path == opened.path and again.lookup("Kabul")
    again.close()
