"""Packs and bad input: dumps that are damaged or none, installed packs that are cut off or of another version."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.errors import PackBroken, PackError, PackSourceBroken
from geo.gazetteer import (
    Gazetteer,
    add_pack,
    install_pack,
    list_packs,
    open_gazetteer,
    packs_folder,
    remove_pack,
    verify_pack,
)
from geo.gazetteer.packs import store
from tests.pack_sample import COUNTRY, place, save_zip

VILLAGE_ID = "geonames:90000001"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of this test's own."""
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture
def gazetteer() -> Iterator[Gazetteer]:
    opened = open_gazetteer()
    yield opened
    opened.close()


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return save_zip(tmp_path / "AF.zip", COUNTRY)


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [match.place.id for match in gazetteer.lookup(name)]


# Files that are wrong


def whole(tmp_path: Path) -> bytes:
    rows = [place(90002000 + number, f"Deh {number}", 30 + number / 1000) for number in range(3000)]
    return save_zip(tmp_path / "whole.zip", rows).read_bytes()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("AF.zip", lambda content, text: content[: len(content) // 2]),
        ("AF.zip", lambda content, text: content[:10_000] + b"\x55" * 64 + content[10_064:]),
        ("AF.zip", lambda content, text: b""),
        ("AF.zip", lambda content, text: b"PK\x03\x04 and nothing of a zip"),
        ("AF.txt", lambda content, text: text[: len(text) // 2]),
        ("AF.txt", lambda content, text: text[:-4]),
        ("AF.txt", lambda content, text: b"<!DOCTYPE html><html><body>Log in</body></html>"),
        ("AF.txt", lambda content, text: b"\x00" * 300_000),
        ("AF.txt", lambda content, text: b"name,lat,lon\nKabul,34.5,69.2\n"),
        ("AF.txt", lambda content, text: text + b"no columns\n" * 5000),
        ("AF.txt", lambda content, text: text + b"x" * 300_000),
        ("AF.txt", lambda content, text: text.decode().encode("utf-16")),
    ],
    ids=["cut zip", "overwritten zip", "empty", "no zip", "cut text", "cut date", "web page", "NULs", "csv", "junk",
         "endless line", "UTF-16"],
)  # fmt: skip
def test_a_bad_dump_is_refused_with_one_sentence_and_the_old_pack_stays(
    tmp_path: Path, gazetteer: Gazetteer, name: str, make, dump: Path
) -> None:
    before = install_pack(dump)
    text = "".join(place(90002000 + number, f"Deh {number}") + "\n" for number in range(3000)).encode()
    path = tmp_path / "bad" / name
    path.parent.mkdir()
    path.write_bytes(make(whole(tmp_path), text))
    with pytest.raises(PackSourceBroken, match=name) as caught:
        install_pack(path)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
    assert list_packs() == (before,) and ids(gazetteer, "Sanginabad Kalay") == [VILLAGE_ID]
    assert list((packs_folder() / "unfinished").iterdir()) == []


@pytest.mark.parametrize("name", ["nothing.zip", "Ruritania", "no/such/AF.txt"])
def test_what_is_neither_file_nor_code_is_said_so(name: str) -> None:
    with pytest.raises(PackError, match="There is no file"):
        add_pack(name)


# Installed packs that are wrong


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def make_other_version(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"format=0001", b"format=0002"))


def make_older(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"format=0001", b"format=0000"))


def make_nonsense(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)


def wipe_the_middle(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\x00" * (len(content) - 8192))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (cut, "damaged"),
        (make_other_version, "newer version"),
        (make_older, "older version"),
        (make_nonsense, "damaged"),
        (wipe_the_middle, "damaged"),
        (lambda path: path.write_bytes(b""), "damaged"),
    ],
)
@pytest.mark.parametrize("opened_before", [True, False])
def test_a_spoilt_pack_is_told_and_disturbs_nothing(
    tmp_path: Path, dump: Path, spoil, words: str, opened_before: bool
) -> None:
    pack = install_pack(dump)
    install_pack(save_zip(tmp_path / "NE.zip", [place(90000200, "Tirkuy", 10, 10, country="NE")], "NE.txt"))
    gazetteer = open_gazetteer()
    if opened_before:
        assert gazetteer.lookup("Tirkuy")
    spoil(pack.path)
    assert ids(gazetteer, "Kabul")[0] == "geonames:1138958"
    assert ids(gazetteer, "Tirkuy") == ["geonames:90000200"], "the other pack is still asked"
    assert ids(gazetteer, "Sanginabad Kalay") in ([], [VILLAGE_ID])
    gazetteer.close()
    with pytest.raises(PackBroken, match=words) as caught:
        verify_pack("AF")
    assert "install it again, or remove it" in str(caught.value)
    if spoil is not wipe_the_middle:  # which only a reading of the whole file can tell
        listed = next(each for each in list_packs() if each.name == "AF")
        assert listed.state == "unusable" and words in listed.problem
        assert "AF@" not in open_gazetteer().version
    assert install_pack(dump).state == "ready" and verify_pack("AF").places == pack.places
    remove_pack("AF")
    assert [each.name for each in list_packs()] == ["NE"]


def test_a_changed_byte_is_found_by_verifying(tmp_path: Path) -> None:
    rows = [place(90002000 + number, f"Deh {number}", 30 + number / 1000) for number in range(2000)]
    pack = install_pack(save_zip(tmp_path / "AF.zip", rows))
    content = bytearray(pack.path.read_bytes())
    at = content.rindex(b"Deh 1999")
    content[at : at + 8] = b"Deh 2999"
    pack.path.write_bytes(bytes(content))
    with pytest.raises(PackBroken, match="digest"):
        verify_pack("AF")


@pytest.mark.parametrize("ask", [verify_pack, remove_pack])
def test_a_pack_that_is_not_there_is_said_so(ask, dump: Path) -> None:
    with pytest.raises(PackError, match="No pack called XX"):
        ask("XX")
    install_pack(dump)
    with pytest.raises(PackError, match="there are: AF"):
        ask("XX")


@pytest.mark.parametrize("name", ["../AF", "a/b", "", ".pack", "x" * 50])
def test_a_pack_s_name_is_no_way_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "finished").write_bytes(b"x")
    with pytest.raises(PackError, match="no name for a pack"):
        store.place_pack(tmp_path / "finished", name, tmp_path)
