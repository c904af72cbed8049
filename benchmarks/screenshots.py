"""Makes the pictures of every screen: light, dark and narrow; `static/readme/main.png` is the README's.

Run as `python -m benchmarks.screenshots [FOLDER]`; without a folder only the picture for the README is made.
"""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from geo.bootstrap.browser import find_or_install_browser

ROOT = Path(__file__).resolve().parents[1]
MAIN = ROOT / "static" / "readme" / "main.png"
EXAMPLE = 0
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


@contextlib.contextmanager
def run_app() -> Iterator[str]:
    """The address of the app while it runs on a free port."""
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            for _ in range(300):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
                    break
                time.sleep(0.2)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def open_page(browser: Browser, url: str, width: int, height: int, theme: str) -> Page:
    """The front page at a size and in a theme."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url)
    page.locator('[class*="st-key-example-"] button').first.wait_for(timeout=120_000)
    page.wait_for_timeout(1500)
    return page


def open_example(page: Page, number: int) -> None:
    """Opens an example and waits for its map."""
    page.locator('[class*="st-key-example-"] button').nth(number).click()
    frame = page.frame_locator('iframe[title*="st_folium"]')
    frame.locator("html[data-ready]").wait_for(state="attached", timeout=120_000)
    page.wait_for_timeout(2500)


def pick_event(page: Page) -> None:
    """Selects the first event that stands at a point, with its popup open."""
    frame = next(frame for frame in page.frames if "streamlit_folium" in frame.url)
    frame.evaluate(
        """() => { for (const { mark, layers } of datelineMap.drawn.values()) {
        const glyph = layers.find((layer) => layer.options && layer.options.look && layer.options.look.event);
        if (!glyph || mark.form !== "point") continue;
        glyph.fire("click", { latlng: L.latLng(mark.lat, mark.lon) }); return; } }"""
    )
    page.wait_for_timeout(1200)


def main() -> None:
    """Makes the README's picture, and with a folder named those of all screens."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    MAIN.parent.mkdir(parents=True, exist_ok=True)
    chromium = find_or_install_browser()
    with run_app() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=list(SWITCHES))
        page = open_page(browser, url, 1440, 900, "light")
        open_example(page, EXAMPLE)
        pick_event(page)
        page.screenshot(path=MAIN)
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            for theme in ("light", "dark"):
                for name, width, height in (("wide", 1440, 900), ("narrow", 390, 844)):
                    save_screens(browser, url, folder, f"{theme}-{name}", width, height, theme)
        browser.close()


def save_screens(browser: Browser, url: str, folder: Path, name: str, width: int, height: int, theme: str) -> None:
    """The front page, every example, gazetteer, settings and about."""
    page = open_page(browser, url, width, height, theme)
    page.screenshot(path=folder / f"{name}-start.png")
    count = page.locator('[class*="st-key-example-"] button').count()
    page.context.close()
    for number in range(count):
        page = open_page(browser, url, width, height, theme)
        open_example(page, number)
        page.screenshot(path=folder / f"{name}-example{number}.png", full_page=True)
        pick_event(page)
        page.screenshot(path=folder / f"{name}-example{number}-picked.png")
        page.context.close()
    for screen in ("gazetteer", "settings", "about"):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if theme == "dark" else "light"
        )
        page = context.new_page()
        page.goto(f"{url}/{screen}")
        page.get_by_role("heading").first.wait_for(timeout=30_000)
        page.wait_for_timeout(800)
        page.screenshot(path=folder / f"{name}-{screen}.png")
        context.close()


if __name__ == "__main__":
    main()
