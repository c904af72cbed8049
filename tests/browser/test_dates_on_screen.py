"""Dates in a real browser: notes beside times, and a corrected publication date that dates everything anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Screen

pytestmark = pytest.mark.browser

FILLER = "\n\n".join(
    f"Residents of district {number} said that the roads were closed and that shops had little to sell." * 3
    for number in range(1, 9)
)
ARTICLE = f"""Rebels shell Goma as residents flee

Published 7 March 2025, updated 11 March 2025

GOMA, Congo - Rebels shelled the city of Goma early on Monday, killing at least 12 civilians, the army said.

{FILLER}

Soldiers and militia fighters clashed in Bukavu on Wednesday night.

The ministry wrote a letter on 5/3/2025. In recent weeks the rebels have taken several towns.

Protesters marched in Kisangani with candles.
"""
SIDE = '[data-testid="stSidebar"]'


def open_article(screen: Screen, text: str = ARTICLE) -> None:
    screen.open()
    screen.upload(("goma.txt", text.encode()))
    screen.wait_for_map()


def time_named(screen: Screen, words: str) -> Locator:
    return screen.page.locator(".reader .is-time", has_text=words).first


def headings(screen: Screen) -> list[str]:
    return screen.page.locator(f"{SIDE} .day h3").all_inner_texts()


def set_date(screen: Screen, figures: str) -> None:
    """Types a date into the field among the details and goes on, which is when it is taken."""
    field = screen.page.get_by_test_id("stDateInput").first
    field.get_by_role("spinbutton").first.click()
    screen.page.keyboard.type(figures, delay=30)
    screen.page.get_by_text("What tells the day").click()


def test_a_time_tells_what_it_means_under_pointer_and_keyboard(screen: Screen) -> None:
    open_article(screen)
    note = screen.page.locator(".reader .note")
    expect(note).to_be_hidden()
    time_named(screen, "Monday").hover()
    expect(note).to_be_visible()
    words = note.inner_text()
    assert "Monday 3 March 2025" in words
    assert "early on Monday" in words
    assert "Publication, 7 March 2025" in words
    assert "2025-03-03" in words
    assert "A weekday" in words
    screen.page.locator(".reader p.title").hover()
    expect(note).to_be_hidden()
    # The same by keyboard: from the words before it, Tab leads to it, and Escape closes the note.
    figures = time_named(screen, "5/3/2025")
    figures.focus()
    screen.page.keyboard.press("Shift+Tab")
    screen.page.keyboard.press("Tab")
    expect(figures).to_be_focused()
    expect(note).to_be_visible()
    assert figures.get_attribute("aria-describedby") == note.get_attribute("id")
    assert "Saturday 3 May 2025" in note.inner_text()
    screen.page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(figures).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(note).to_be_visible()
    assert not screen.errors


def test_a_rival_date_is_shown_in_the_text_and_taken_and_the_timeline_moves(screen: Screen) -> None:
    open_article(screen)
    page = screen.page
    assert "Monday 3 March 2025" in headings(screen)
    page.get_by_role("button", name="Details").click()
    page.get_by_role("button", name="Show in the text").nth(1).click()
    shown = page.locator(".reader .shown")
    expect(shown).to_have_text("11 March 2025")
    # The popover, which would cover the text, is gone.
    expect(page.get_by_role("button", name="Remove the date")).to_be_hidden()
    page.get_by_role("button", name="Details").click()
    page.get_by_role("button", name="Use 11 March 2025 (from the text)").click()
    page.locator(f"{SIDE} h3", has_text="Monday 10 March 2025").wait_for()
    assert "Monday 3 March 2025" not in headings(screen)
    expect(page.get_by_text("read as 7 March 2025 (from the text)")).to_be_visible()
    assert not screen.errors


def test_a_corrected_date_keeps_the_readers_place_and_selection(screen: Screen) -> None:
    open_article(screen)
    page = screen.page
    page.locator(f"{SIDE} .card", has_text="clashed in Bukavu").first.click()
    page.wait_for_timeout(600)
    place = page.evaluate("document.querySelector('.stApp') && window.dateline.selection.event")
    body = page.locator(".reader .body")
    top = body.evaluate("(body) => body.scrollTop")
    assert place
    assert top > 100
    page.get_by_role("button", name="Details").click()
    set_date(screen, "20250410")
    page.locator(f"{SIDE} h3", has_text="Monday 7 April 2025").wait_for()
    assert page.evaluate("window.dateline.selection.event") == place
    assert abs(body.evaluate("(body) => body.scrollTop") - top) < 2
    assert page.locator(f"{SIDE} .card.picked").count() == 1
    assert not screen.errors


def test_without_a_date_the_timeline_keeps_words_and_order_and_the_date_is_one_click_away(screen: Screen) -> None:
    open_article(screen)
    page = screen.page
    page.get_by_role("button", name="Details").click()
    page.get_by_role("button", name="Remove the date").click()
    page.get_by_text("When was it published?").wait_for()
    page.keyboard.press("Escape")
    group = page.locator(f"{SIDE} .day-none")
    group.locator("h3", has_text="Date not told, in the order of the text").wait_for()
    cards = group.locator(".card").all_inner_texts()
    assert [card for card in cards if "early on Monday" in card]
    assert "Monday, unknown of which week" in note_of(screen, "early on Monday")
    page.get_by_role("button", name="Use 7 March 2025 (from the text)").first.click()
    page.locator(f"{SIDE} h3", has_text="Monday 3 March 2025").wait_for()
    assert not screen.errors


def note_of(screen: Screen, words: str) -> str:
    time_named(screen, words).click()
    note = screen.page.locator(".reader .note")
    expect(note).to_be_visible()
    return note.inner_text()


def test_a_day_that_stands_in_looks_so_and_says_why_and_a_night_whose_it_is(screen: Screen) -> None:
    open_article(screen)
    card = screen.page.locator(f"{SIDE} .day-stand-in .card", has_text="marched in Kisangani").first
    card.wait_for()
    assert "Day not told" in card.inner_text()
    expect(card.locator(".why")).to_be_hidden()
    card.click()
    expect(card.locator(".why")).to_be_visible()
    assert "Why this date" in card.locator(".why").inner_text()
    # A night that is told is meant by the clocks of its place.
    night = screen.page.locator(f"{SIDE} .card", has_text="clashed in Bukavu").first
    assert "local time (Africa/Lubumbashi, UTC+2)" in night.inner_text()


def test_a_row_of_the_table_of_times_leads_to_its_words(screen: Screen) -> None:
    open_article(screen)
    page = screen.page
    page.get_by_text("All times as a table").click()
    page.get_by_label("Only times with these words").fill("recent weeks")
    page.keyboard.press("Enter")
    page.wait_for_timeout(1200)
    grid = page.get_by_test_id("stDataFrame").last
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + 16, box["y"] + 52)
    expect(page.locator(".reader .shown")).to_have_text("recent weeks")
    expect(page.locator(".reader .note")).to_contain_text("Some weeks")
    assert not screen.errors


def test_on_a_telephone_a_note_stays_on_the_screen(narrow_screen: Screen) -> None:
    open_article(narrow_screen)
    page = narrow_screen.page
    for words in ("Monday", "5/3/2025"):
        time_named(narrow_screen, words).click()
        note = page.locator(".reader .note")
        expect(note).to_be_visible()
        box = note.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


TALE = """The war of the hills

Published 7 March 2025

KISANGANI, Congo - Residents marked the siege on Thursday with candles, officials said. A survivor said on Wednesday \
that the city had not forgotten. The governor said yesterday that a museum would open next month.

In August 1998 the rebels took Goma. Two weeks later they seized Kisangani. In May 1999 the allies fell out. On 5 June \
2000 heavy fighting broke out in the city. The next day shells hit the cathedral. Four days later the shelling killed \
12 civilians. By 11 June the troops had left. In July 2001 the commanders met in Lusaka. A month later they signed.

In November 1964 paratroopers landed. In 1965 a general seized power. In 1996 the war began. In May 1997 the capital \
fell. The next month the army was dissolved. In October 2004 the army returned to Kisangani. In 2006 the country voted.
"""


def test_where_a_tale_begins_its_dates_say_that_they_count_otherwise(screen: Screen) -> None:
    open_article(screen, TALE)
    heads = screen.page.locator(".reader .mode")
    expect(heads).to_have_count(2)
    expect(heads.first).to_contain_text("Dates count from publication, 7 March 2025")
    second = heads.nth(1)
    expect(second).to_contain_text("Dates count from the last date told")
    expect(second.locator("div")).to_be_hidden()
    second.locator("summary").focus()
    screen.page.keyboard.press("Enter")
    expect(second.locator("div")).to_be_visible()
    assert "The date told before it" in note_of(screen, "Two weeks later")


def test_every_control_has_a_name_and_shows_its_focus_and_a_zoomed_page_keeps_its_width(screen: Screen) -> None:
    open_article(screen)
    for control in screen.page.locator(".reader [role=button], .timeline button, .timeline [role=option]").all():
        assert (control.inner_text() or control.get_attribute("aria-label") or "").strip()
    time_named(screen, "Monday").focus()
    screen.page.keyboard.press("Shift+Tab")
    screen.page.keyboard.press("Tab")
    outline = time_named(screen, "Monday").evaluate("(word) => getComputedStyle(word).outlineStyle")
    assert outline == "solid"
    # The same page at twice the size, which leaves half the pixels.
    screen.page.set_viewport_size({"width": 720, "height": 450})
    screen.page.wait_for_timeout(500)
    assert screen.page.evaluate("document.documentElement.scrollWidth") <= 720
    time_named(screen, "Monday").click()
    box = screen.page.locator(".reader .note").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 720
