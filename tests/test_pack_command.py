"""`python -m geo pack`: what it says, on which stream, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.__main__ import build_parser
from geo.gazetteer import list_packs
from tests.pack_sample import COUNTRY, place, save_zip


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("DATELINE_GEONAMES", "http://127.0.0.1:9/dump")


def run(*words: str) -> int:
    options = build_parser().parse_args(["pack", *words])
    return int(options.command(options))


def test_a_pack_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = save_zip(tmp_path / "AF.zip", [*COUNTRY, place(5, "Nowhere", "north"), place(6, "Farm", kind="S.FRM")])
    assert run("list") == 0
    assert "No pack is installed in" in capsys.readouterr().out
    assert run("add", str(dump)) == 0
    said = capsys.readouterr()
    assert "The pack AF is installed and in use: 11 places" in said.out and "in place of" not in said.out
    assert "1 with a latitude that is no number" in said.err and "1 farms" in said.err
    assert run("add", str(dump), "--classes", "P") == 0
    assert "6 places" in (said := capsys.readouterr()).out and "in place of that of 2026-11-01" in said.out
    assert run("list") == 0
    assert "AF: 6 places" in (listed := capsys.readouterr().out) and "in use" in listed
    assert run("verify") == 0 and run("verify", "af") == 0
    assert capsys.readouterr().out.count("The pack AF is sound") == 2
    assert run("remove", "AF") == 0
    assert list_packs() == ()


def test_one_that_fails_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dump = save_zip(tmp_path / "AF.zip", COUNTRY)
    (tmp_path / "cut.zip").write_bytes(dump.read_bytes()[:300])
    assert run("add", str(tmp_path / "cut.zip"), "nothing.zip", str(dump)) == 1
    said = capsys.readouterr()
    assert [line.split()[0] for line in said.err.splitlines()] == ["cut.zip", "There"]
    assert "The pack AF is installed" in said.out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["add"], 2, "Say which"),
        (["remove"], 2, "Say which"),
        (["remove", "AF"], 1, "No pack called AF"),
        (["verify", "AF"], 1, "No pack called AF"),
        (["add", "AF"], 1, "http://127.0.0.1:9/dump/AF.zip could not be fetched"),
        (["add", "AF", "--classes", "Q"], 1, "feature classes"),
    ],
)
def test_what_cannot_be_done_is_told_with_an_exit_code(
    words: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == code
    assert told in capsys.readouterr().err


def test_a_spoilt_pack_is_listed_with_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("add", str(save_zip(tmp_path / "AF.zip", COUNTRY)))
    path = list_packs()[0].path
    path.write_bytes(path.read_bytes()[:6000])
    assert run("list") == 0 and run("verify") == 1
    said = capsys.readouterr()
    assert "install it again, or remove it" in said.out and "install it again, or remove it" in said.err
