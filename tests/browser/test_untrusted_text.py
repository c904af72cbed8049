"""Text of others runs nothing and breaks nothing, wherever it is shown."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Screen

pytestmark = pytest.mark.browser

RUN = "window.top.broken=1;parent.broken=1;window.broken=1"
TITLE = (
    f'Rebels <img src=x onerror="{RUN}"> shell ${{1+1}} Goma :red[hot] $x^2$ [link](javascript:alert(1)) '
    "https://evil.example/a www.evil.example me@evil.example \u202egnp.exe"
)
HOSTILE = f"""{TITLE}

GOMA, Congo, March 3 - Rebels <img src=x onerror="{RUN}"> shelled Goma on Monday, killing 12 \
<script>{RUN}</script> people ${{1+1}} **bold** `code`, "<svg/onload={RUN}>" said the army.

Fighters \u202e clashed \u2066 in Bukavu <b onmouseover="{RUN}">on Tuesday</b>. {{{{ 7*7 }}}} {{% raw %}} </style>

The dateline <img src=x onerror="{RUN}"> City of Qqxzzy-<img src=x onerror="{RUN}"> was attacked on Sunday.
"""
NAME = f'a<img src=x onerror="{RUN.replace("/", "")}">**b** ${{1+1}} \u202etxt.txt'


def assert_nothing_ran(screen: Screen) -> None:
    for frame in screen.page.frames:
        assert frame.evaluate("window.broken === undefined && window.top.broken === undefined")
    assert screen.outside == []
    assert not [address for address in screen.asked if address.endswith("/x")]
    assert screen.errors == []


def test_markup_in_an_article_is_shown_as_text(screen: Screen) -> None:
    screen.open()
    screen.upload((NAME, HOSTILE.encode()))
    frame = screen.wait_for_map()
    page = screen.page
    cards = page.locator('[data-testid="stSidebar"] .card')
    cards.first.wait_for()
    for number in range(cards.count()):
        cards.nth(number).click()
    for key in frame.evaluate("[...datelineMap.drawn.keys()]"):
        frame.evaluate(
            """(key) => { const { mark, layers } = datelineMap.drawn.get(key);
            if (layers.length) layers[layers.length - 1].fire("click", { latlng: L.latLng(mark.lat, mark.lon) }); }""",
            key,
        )
        assert (
            frame.locator(
                ".leaflet-popup-content img, .leaflet-popup-content script, .leaflet-popup-content svg[onload]"
            ).count()
            == 0
        )
    page.get_by_text("Not on the map or without a date").click()
    page.get_by_text("All events as a table").click()
    page.wait_for_timeout(800)
    page.get_by_role("button", name="Details").click()
    page.wait_for_timeout(500)
    text = page.locator(".reader").inner_text()
    assert "<img src=x onerror=" in text
    assert "${1+1}" in text
    assert "**bold**" in text
    assert "\u202e" not in page.locator("body").inner_text()
    heading = page.get_by_role("heading", level=4).first.inner_text()
    assert "<img src=x" in heading
    assert "${1+1}" in heading
    assert ":red[hot]" in heading
    assert "[link](javascript:alert(1))" in heading
    assert page.locator(".stMain a[href*='evil.example']").count() == 0
    assert page.locator("main a[href^='javascript'], .stMain img[src='x']").count() == 0
    assert_nothing_ran(screen)


def test_a_hostile_name_of_a_file_that_cannot_be_read_is_shown_as_text(screen: Screen) -> None:
    screen.open()
    screen.upload((NAME, b""))
    alert = screen.page.get_by_test_id("stAlertContentError")
    alert.wait_for()
    words = alert.inner_text()
    assert "<img src=x onerror=" in words
    assert "**b**" in words
    assert "\u202e" not in words
    assert_nothing_ran(screen)
