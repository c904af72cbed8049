"""The Gazetteer page in a real browser: a pack is uploaded, asked, told of and removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.gazetteer import list_packs, remove_pack
from tests.browser.conftest import INDEX_SECONDS, Screen
from tests.pack_sample import COUNTRY, place, save_zip

pytestmark = pytest.mark.browser

ODD = [*COUNTRY, place(90000300, "Deh <b>bold</b> [link](https://example.org)", 33, 65)]


@pytest.fixture(autouse=True)
def _no_packs_left() -> Iterator[None]:
    yield
    for left in list_packs():
        remove_pack(left.name)


def open_gazetteer_page(screen: Screen) -> Page:
    screen.open()
    if screen.page.viewport_size and screen.page.viewport_size["width"] < 800:
        screen.page.goto(f"{screen.url}/gazetteer")
    else:
        screen.page.get_by_role("link", name="Gazetteer").click()
    screen.page.get_by_text("Built in:").wait_for(timeout=INDEX_SECONDS * 1000)
    return screen.page


def look_up(page: Page, name: str) -> None:
    field = page.get_by_label("Look up a name")
    field.fill(name)
    field.press("Enter")


def upload(screen: Screen, name: str, content: bytes) -> None:
    screen.upload((name, content))


def test_a_pack_is_installed_asked_and_removed(screen: Screen, tmp_path: Path) -> None:
    page = open_gazetteer_page(screen)
    look_up(page, "Sanginabad Kalay")
    expect(page.get_by_text("No place called Sanginabad Kalay")).to_be_visible()
    upload(screen, "AF.zip", save_zip(tmp_path / "AF.zip", ODD).read_bytes())
    expect(page.get_by_text("The pack AF is installed and in use: 12 places")).to_be_visible(timeout=30_000)
    row = page.get_by_role("row", name="Nowabad-e Sangin")
    expect(row).to_be_visible()
    expect(row).to_contain_text("Kabul")
    expect(row).to_contain_text("GeoNames, pack")
    look_up(page, "Deh <b>bold</b> [link](https://example.org)")
    expect(page.get_by_role("row", name="<b>bold</b>")).to_be_visible()
    assert page.locator("table a, table b").count() == 0
    page.get_by_role("button", name="Verify").click()
    expect(page.get_by_text("The pack AF is sound.")).to_be_visible()
    page.get_by_role("button", name="Remove").first.click()
    page.get_by_role("button", name="Remove AF").click()
    expect(page.get_by_text("The pack AF is removed.")).to_be_visible()
    look_up(page, "Sanginabad Kalay")
    expect(page.get_by_text("No place called Sanginabad Kalay")).to_be_visible()
    assert not screen.outside and not screen.errors


def test_a_bad_file_gives_one_sentence(screen: Screen) -> None:
    page = open_gazetteer_page(screen)
    upload(screen, "AF.zip", b"PK\x03\x04 and nothing of a zip")
    expect(page.get_by_text("AF.zip is cut off or no zip file at all")).to_be_visible(timeout=30_000)
    assert not screen.errors


def test_nothing_is_asked_of_the_web_before_it_is_told(screen: Screen) -> None:
    page = open_gazetteer_page(screen)
    page.get_by_role("tab", name="From the web").click()
    page.get_by_label("What", exact=True).click()
    page.get_by_role("option", name="Afghanistan").click()
    expect(page.get_by_text("//download.geonames.org/export/dump/AF.zip")).to_be_visible()
    assert not screen.outside


@pytest.mark.parametrize("name", ["Kabul"])
def test_it_fits_a_telephone(narrow_screen: Screen, name: str) -> None:
    page = open_gazetteer_page(narrow_screen)
    look_up(page, name)
    expect(page.get_by_role("row", name="capital")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
