"""From a file to a checked event, in a real browser."""

from __future__ import annotations

import pytest

from geo.reading import MAX_BYTES
from tests.browser.conftest import ARTICLE, Screen

pytestmark = pytest.mark.browser

SHELLING = "Rebels shelled the city of Goma on Monday, killing at least 12 civilians, the army said."


def open_article(screen: Screen, text: str = ARTICLE, name: str = "goma.txt"):
    screen.open()
    screen.upload((name, text.encode()))
    return screen.wait_for_map()


def test_a_file_becomes_marks_and_a_click_leads_to_the_sentence(screen: Screen) -> None:
    frame = open_article(screen)
    goma = screen.mark_named(frame, "Goma")
    screen.click_mark(frame, goma)
    popup = frame.locator(".leaflet-popup-content")
    popup.wait_for()
    assert SHELLING.removesuffix(".") in popup.inner_text().replace("\n", " ")
    picked = screen.page.locator(".reader .picked")
    picked.first.wait_for()
    assert SHELLING in "".join(picked.all_text_contents())
    card = screen.page.locator('[data-testid="stSidebar"] .card.picked')
    assert "shelled" in card.first.inner_text()
    assert not screen.errors


def test_the_popup_tells_why_the_mark_is_there(screen: Screen) -> None:
    frame = open_article(screen)
    screen.click_mark(frame, screen.mark_named(frame, "Goma"))
    frame.get_by_text("Why here").click()
    why = frame.locator(".why").inner_text()
    assert "Position: -1.6" in why
    assert "GeoNames" in why


def test_a_card_moves_the_map_and_the_article(screen: Screen) -> None:
    frame = open_article(screen)
    bukavu = screen.mark_named(frame, "Bukavu")
    before = frame.evaluate("datelineMap.map.getCenter()")
    screen.page.locator('[data-testid="stSidebar"] .card', has_text="clashed in Bukavu").first.click()
    frame.wait_for_function("(before) => datelineMap.map.getCenter().lat !== before.lat", arg=before)
    where = frame.evaluate("(key) => datelineMap.map.getBounds().contains(datelineMap.drawn.get(key).mark)", bukavu)
    assert where
    assert frame.evaluate("parent.dateline.selection.mark") == bukavu
    assert "clashed" in "".join(screen.page.locator(".reader .picked").all_text_contents())


def test_a_word_of_the_article_selects_its_mark_and_card(screen: Screen) -> None:
    frame = open_article(screen)
    screen.page.locator(".reader .is-place", has_text="Bukavu").first.click()
    assert frame.evaluate("parent.dateline.selection.mark") == screen.mark_named(frame, "Bukavu")
    card = screen.page.locator('[data-testid="stSidebar"] .card.picked')
    assert "Bukavu" in card.first.inner_text()


def test_python_is_told_what_was_picked_and_the_map_is_not_rebuilt(screen: Screen) -> None:
    frame = open_article(screen)
    frame.evaluate("window.stillTheSame = true")
    screen.page.locator('[data-testid="stSidebar"] .card').first.click()
    screen.page.wait_for_timeout(1500)
    assert frame.evaluate("window.stillTheSame") is True
    assert screen.page.locator('[data-testid="stSidebar"] .card.picked').count() == 1


def test_places_only_mentioned_are_a_layer_of_their_own(screen: Screen) -> None:
    frame = open_article(screen)
    quiet = frame.evaluate(
        "[...datelineMap.drawn.values()].find(({ mark }) => !parent.dateline.eventsAt(mark).length).mark.key"
    )
    shown = """(key) => datelineMap.drawn.get(key).layers.every((layer) => datelineMap.map.hasLayer(layer))"""
    assert frame.evaluate(shown, quiet)
    frame.locator(".leaflet-control-layers").hover()
    frame.get_by_text("Places only mentioned").click()
    frame.wait_for_timeout(200)
    assert not frame.evaluate(shown, quiet)


def test_a_country_is_an_outline_and_never_a_pin(screen: Screen) -> None:
    frame = open_article(screen)
    forms = frame.evaluate(
        """[...datelineMap.drawn.values()].filter(({ mark }) => mark.form === "country").map(({ mark, layers }) =>
        [mark.name, layers.length, layers.some((layer) => layer.options && layer.options.look)])"""
    )
    assert forms
    assert all(count > 0 and not pin for _, count, pin in forms), forms


def test_without_a_date_the_app_asks_and_dates_the_events_when_told(screen: Screen) -> None:
    open_article(screen)
    page = screen.page
    assert page.get_by_text("When was it published?").is_visible()
    cards = page.locator('[data-testid="stSidebar"] .list')
    assert "“on Monday”" in cards.inner_text() or "“Monday”" in cards.inner_text()
    page.get_by_test_id("stDateInput").first.get_by_role("spinbutton").first.click()
    page.keyboard.type("20250305", delay=30)
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.get_by_text("published Wednesday 5 March 2025").wait_for()
    page.locator('[data-testid="stSidebar"] h3', has_text="Monday 3 March 2025").wait_for()


def test_files_that_cannot_be_read_leave_one_sentence_each_and_the_others_open(screen: Screen) -> None:
    screen.open()
    screen.upload(
        ("empty.txt", b""),
        ("goma.txt", ARTICLE.encode()),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("broken.docx", b"PK\x03\x04 not a document"),
        ("large.txt", b"a b c d " * (MAX_BYTES // 4)),
    )
    frame = screen.wait_for_map()
    assert screen.mark_named(frame, "Goma")
    alerts = screen.page.get_by_test_id("stAlertContentError")
    assert alerts.count() == 4
    words = alerts.all_inner_texts()
    assert all(name in "".join(words) for name in ("empty.txt", "picture.txt", "broken.docx", "10 MB"))
    assert "Traceback" not in screen.page.content()


def test_several_articles_are_chosen_from_and_each_read_by_itself(screen: Screen) -> None:
    screen.open()
    other = "Troops enter Kharkiv\n\nKHARKIV, Ukraine - Troops attacked Kharkiv on Monday, officials said.\n"
    screen.upload(("goma.txt", ARTICLE.encode()), ("kharkiv.txt", other.encode()))
    frame = screen.wait_for_map()
    assert screen.mark_named(frame, "Goma")
    screen.page.get_by_test_id("stSelectbox").locator("input").click()
    screen.page.get_by_role("option", name="Troops enter Kharkiv").click()
    frame.wait_for_function("[...datelineMap.drawn.values()].some(({ mark }) => mark.words.includes('Kharkiv'))")
    assert not frame.evaluate("[...datelineMap.drawn.values()].some(({ mark }) => mark.name === 'Goma')")


def test_no_request_leaves_for_another_host(screen: Screen) -> None:
    frame = open_article(screen)
    for zoom in (4, 7, 10):
        frame.evaluate("(zoom) => { datelineMap.map.setZoom(zoom); }", zoom)
        screen.page.wait_for_timeout(300)
    screen.page.get_by_role("link", name="Settings").first.click()
    screen.page.get_by_role("heading", name="Settings").wait_for()
    screen.page.get_by_role("link", name="About").first.click()
    screen.page.get_by_role("heading", name="About Dateline").wait_for()
    assert any("basemap/countries.geojson" in address for address in screen.asked)
    assert any("basemap/provinces.json" in address for address in screen.asked)
    assert screen.outside == []
    assert screen.errors == []


def test_going_to_another_page_and_back_keeps_the_article(screen: Screen) -> None:
    open_article(screen)
    screen.page.get_by_role("link", name="About").first.click()
    screen.page.get_by_role("heading", name="About Dateline").wait_for()
    screen.page.get_by_role("link", name="Map").first.click()
    frame = screen.wait_for_map()
    assert screen.mark_named(frame, "Goma")
    assert screen.page.locator('[data-testid="stSidebar"] .card').count() > 0


def test_on_a_telephone_the_timeline_stands_beneath_the_map(narrow_screen: Screen) -> None:
    frame = open_article(narrow_screen)
    card = narrow_screen.page.locator('[data-testid="stMain"] .timeline.narrow .card').first
    card.scroll_into_view_if_needed()
    assert card.is_visible()
    width = narrow_screen.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390
    card.click()
    assert frame.evaluate("Boolean(parent.dateline.selection.event)")


def test_keys_walk_through_the_events(screen: Screen) -> None:
    frame = open_article(screen)
    screen.page.locator('[data-testid="stSidebar"] .list').focus()
    screen.page.keyboard.press("ArrowDown")
    first = frame.evaluate("parent.dateline.selection.event")
    screen.page.keyboard.press("ArrowDown")
    assert first
    assert frame.evaluate("parent.dateline.selection.event") != first
