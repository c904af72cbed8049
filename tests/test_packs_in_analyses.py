"""Packs where the reader meets them: in what an article's names are placed by, and on the page that adds them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geo import analyse
from geo.errors import PackCancelled, PackError
from geo.gazetteer import Pack, install_pack, list_packs, remove_pack
from geo.model import Analysis, Article
from geo.view.packs import Installer, current_installer
from geo.view.payload import build_payload
from tests.pack_sample import alternate, place, save_zip

if TYPE_CHECKING:
    from geo.pipeline import Tools

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = Article(
    "KABUL, July 6 (Reuters) - Taliban fighters seized the village of Dostam Kalay in Kunduz province on Monday, "
    "officials said. Two policemen were killed in Tirgaran and shells hit Kunduz. President Ashraf Ghani flew from "
    "Kabul to Paris, and Karim Khan said talks in Aleppo and Donetsk would go on. Russia and the United States "
    "condemned the attack near the city of Mazar-i-Sharif."
)
HAMLETS = ["Kabul", "Paris", "Aleppo", "Kunduz", "Donetsk", "Mazar-e Sharif", "Russia", "Karim Khan", "Ghani", "Monday"]
PACK = [
    place(90000001, "Dostam Kalay", 36.75, 68.95, admin1="24"),
    place(90000002, "Tirgaran", 36.70, 68.80, admin1="24"),
    *(place(90000100 + number, name, 33.0 + number / 10, 66.0) for number, name in enumerate(HAMLETS)),
    *(place(90000200 + number, name, 33.0 + number / 10, 65.0) for number, name in enumerate(HAMLETS)),
    *(place(90000300 + number, name, 33.0 + number / 10, 64.0) for number, name in enumerate(HAMLETS)),
]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return save_zip(tmp_path / "AF.zip", PACK)


@pytest.fixture(autouse=True)
def _no_packs_left() -> Iterator[None]:
    yield
    for left in list_packs():
        remove_pack(left.name)


def placed(analysis: Analysis) -> dict[str, str | None]:
    return {each.mention.text: each.place.id if each.place else None for each in analysis.places}


def test_villages_are_placed_and_the_well_known_stay(tools: Tools, pack: Path) -> None:
    without = analyse(ARTICLE, tools)
    assert "geonames:90000001" not in placed(without).values()
    install_pack(pack)
    analysis = analyse(ARTICLE, tools)
    found = placed(analysis)
    assert found["Dostam Kalay"] == "geonames:90000001"
    assert found["Tirgaran"] == "geonames:90000002"
    before = {text: place_id for text, place_id in placed(without).items() if place_id}
    assert {text: found[text] for text in before} == before
    hamlets = {f"geonames:{number}" for number in range(90000100, 90000400)}
    assert not hamlets & set(found.values())
    assert "+AF@2026-11-01." in analysis.versions.gazetteer and "+" not in without.versions.gazetteer
    record = analysis.to_dict()
    assert {row["resolved"]["from"] for row in record["places"] if row["resolved"]} >= {"pack", "gazetteer"}
    marks = build_payload(analysis)["marks"]
    (mark,) = [mark for mark in marks if mark["key"] == "geonames:90000001"]
    assert "known from a country pack" in mark["precision"] and mark["attribution"] == "GeoNames"
    remove_pack("AF")
    assert placed(analyse(ARTICLE, tools)) == placed(without)


# Installing in a thread of its own


def test_one_installation_at_a_time_which_can_be_stopped() -> None:
    installer, begun = Installer(), threading.Event()

    def install(tell: Callable[[float, str], None], stopped: Callable[[], bool]) -> Pack:
        tell(0.5, "Half")
        begun.set()
        while not stopped():
            time.sleep(0.01)
        raise PackCancelled("The installation was called off.")

    job = installer.start("AF", install)
    assert begun.wait(10) and installer.is_busy() and (job.share, job.words) == (0.5, "Half")
    with pytest.raises(PackError, match="Another pack is being installed"):
        installer.start("SY", install)
    job.stopped.set()
    assert job.done.wait(10) and not installer.is_busy()
    assert job.pack is None and job.problem == "The installation was called off."


def test_an_unforeseen_failure_is_told_as_well() -> None:
    def install(tell: Callable[[float, str], None], stopped: Callable[[], bool]) -> Pack:
        raise ValueError("nobody thought of this")

    job = Installer().start("AF", install)
    assert job.done.wait(10) and "nobody thought of this" in job.problem and job.problem.endswith(".")


# The page


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(ROOT / "pages/gazetteer.py"), default_timeout=120).run()


def words_of(page: AppTest) -> str:
    parts = [*page.markdown, *page.caption, *page.title, *page.error, *page.success, *page.info]
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


def wait(page: AppTest) -> AppTest:
    deadline = time.monotonic() + 60
    while current_installer().is_busy() and time.monotonic() < deadline:
        time.sleep(0.05)
    return page.run()


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def test_the_page_looks_names_up(page: AppTest) -> None:
    assert not page.exception
    assert "Built in:" in words_of(page) and "No pack is installed" in words_of(page)
    page.text_input(key="look-up").set_value("Kunduz").run()
    assert "Kunduz" in page.table[0].value.to_string() and "province" in page.table[0].value.to_string()
    page.text_input(key="look-up").set_value("Qxqxqx").run()
    assert "No place called Qxqxqx" in words_of(page)
    page.text_input(key="look-up").set_value("Damascuss").run()
    assert "spelt nearly so" in words_of(page) and "Damascus" in page.table[0].value.to_string()


def test_a_path_is_installed_checked_and_removed(page: AppTest, pack: Path) -> None:
    page.text_input(key="pack-path").set_value(f' "{pack}" ').run()
    wait(press(page, "pack-take-path"))
    assert not page.exception
    assert "The pack AF is installed and in use: 32 places" in words_of(page)
    page.text_input(key="look-up").set_value("Tirgaran").run()
    assert "GeoNames, pack" in page.table[0].value.to_string()
    press(page, "verify-AF")
    assert "The pack AF is sound" in words_of(page)
    press(page, "remove-AF")
    assert "The pack AF is removed" in words_of(page) and list_packs() == ()


@pytest.mark.parametrize("path", ["", "AF", "/no/such/file.zip", str(ROOT / "README.md")])
def test_a_path_that_leads_nowhere_gives_one_sentence(page: AppTest, path: str) -> None:
    page.text_input(key="pack-path").set_value(path).run()
    wait(press(page, "pack-take-path"))
    assert not page.exception and len(page.error) == 1
    assert list_packs() == ()


def test_the_web_is_asked_only_when_the_button_is_pressed(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GEONAMES", "http://127.0.0.1:9/dump")
    page.selectbox(key="pack-code").select("AF").run()
    assert "127.0.0.1:9/dump/AF.zip" in words_of(page).replace("\u2060", "")
    assert not current_installer().is_busy()
    wait(press(page, "pack-fetch"))
    assert not page.exception
    assert "could not be fetched" in page.error[0].value.replace("\\", "")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def test_a_pack_from_the_web(page: AppTest, pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(pack.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("DATELINE_GEONAMES", f"http://127.0.0.1:{server.server_address[1]}/")
        page.selectbox(key="pack-code").select("AF").run()
        wait(press(page, "pack-fetch"))
        server.shutdown()
    assert not page.exception and not page.error
    assert "The pack AF is installed and in use: 32 places" in words_of(page)
    assert list_packs()[0].source.endswith("/AF.zip")


def test_a_damaged_pack_is_told_and_can_be_removed(page: AppTest, pack: Path) -> None:
    installed = install_pack(pack)
    installed.path.write_bytes(installed.path.read_bytes()[:5000])
    page.run()
    assert "The pack AF is damaged" in words_of(page)
    press(page, "verify-AF")
    assert "damaged" in page.error[0].value
    press(page, "remove-AF")
    assert list_packs() == () and not page.exception


def test_further_names_made_before_a_pack_say_so(page: AppTest, pack: Path, tmp_path: Path) -> None:
    names = save_zip(tmp_path / "n.zip", [alternate(1, 1138958, "en", "Kabulopolis")], "alternateNamesV2.txt")
    page.text_input(key="pack-path").set_value(str(names)).run()
    wait(press(page, "pack-take-path"))
    assert "The pack all-names is installed and in use: 1 further names" in words_of(page)
    install_pack(pack)
    page.run()
    assert "made before the pack AF was" in words_of(page)
