"""The running app in a real Chromium: its own caches, no way to any other host, and every request written down."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
INDEX_SECONDS = 120
NOWHERE = "http://127.0.0.1:9"

ARTICLE = """Rebels shell Goma as residents flee

GOMA, Congo - Rebels shelled the city of Goma on Monday, killing at least 12 civilians, the army said.

Soldiers and militia fighters clashed in Bukavu on Tuesday night. Thousands of people fled to Rwanda.

The president of Kenya called for a ceasefire. "We want peace," he said in Nairobi.
"""


@pytest.fixture(scope="session")
def app_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app, started with empty caches and with every proxy leading nowhere."""
    home = tmp_path_factory.mktemp("home")
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_DATA_HOME": str(home / "data"),
        "LOCALAPPDATA": str(home / "data"),
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), NOWHERE),
        "no_proxy": "",
    }
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    command += ["--server.headless=true", "--server.address=127.0.0.1", "--server.fileWatcherType=none"]
    log = home / "log"
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), opener.open(address, timeout=2):
            return
        if server.poll() is not None:
            break
        time.sleep(0.2)
    pytest.fail(f"The app did not start: {log.read_text('utf-8', 'replace')[-2000:]}")


@pytest.fixture(scope="session")
def browser(chromium_path: Path) -> Iterator[Browser]:
    """One Chromium for all tests."""
    switches = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(chromium_path), args=[*switches, "--disable-sync"])
        yield started
        started.close()


@dataclass
class Screen:
    """A page of the app and what went on in it."""

    page: Page
    url: str
    outside: list[str] = field(default_factory=list)
    """Addresses on other hosts that the page asked for."""
    errors: list[str] = field(default_factory=list)
    """Errors of scripts."""
    asked: list[str] = field(default_factory=list)
    """Every address that was asked for."""

    def open(self) -> None:
        """Goes to the app and waits until it can be used."""
        self.page.goto(self.url)
        self.page.get_by_test_id("stFileUploaderDropzoneInput").first.wait_for(state="attached", timeout=60_000)

    def upload(self, *files: tuple[str, bytes]) -> None:
        """Uploads files by name and content."""
        self.page.get_by_test_id("stFileUploaderDropzoneInput").first.set_input_files(
            [{"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in files]
        )

    def wait_for_map(self) -> Frame:
        """The map's frame once it has drawn an article."""
        frame = self.page.frame_locator('iframe[title*="st_folium"]')
        frame.locator("html[data-ready]").wait_for(state="attached", timeout=INDEX_SECONDS * 1000)
        return next(frame for frame in self.page.frames if "streamlit_folium" in frame.url)

    def click_mark(self, frame: Frame, key: str) -> None:
        """Clicks the map where the mark stands."""
        spot = frame.evaluate(
            """(key) => { const { mark, layers } = datelineMap.drawn.get(key);
            const glyph = layers.find((layer) => layer.options && layer.options.look);
            const point = datelineMap.map.latLngToContainerPoint([mark.lat, mark.lon]);
            return [point.x + (glyph ? glyph.options.shift || 0 : 0), point.y]; }""",
            key,
        )
        frame.locator("#map_div").click(position={"x": spot[0], "y": spot[1]})

    def mark_named(self, frame: Frame, name: str) -> str:
        """The key of the mark that bears a name."""
        key = frame.evaluate(
            """(name) => { for (const [key, { mark }] of datelineMap.drawn)
            if (mark.name === name || mark.words.includes(name)) return key; return null; }""",
            name,
        )
        assert key is not None, f"{name} is not on the map"
        return str(key)


@pytest.fixture
def screen(browser: Browser, app_url: str) -> Iterator[Screen]:
    """A fresh visit at the size of a desktop; requests to other hosts are refused and written down."""
    yield from visit(browser, app_url, 1440, 900)


@pytest.fixture
def narrow_screen(browser: Browser, app_url: str) -> Iterator[Screen]:
    """A fresh visit at the size of a telephone."""
    yield from visit(browser, app_url, 390, 844)


def visit(browser: Browser, app_url: str, width: int, height: int) -> Iterator[Screen]:
    """A visit in a context of its own."""
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    screen = Screen(page, app_url)
    host = urlsplit(app_url).netloc

    def guard(route: Route) -> None:
        address = route.request.url
        screen.asked.append(address)
        if urlsplit(address).netloc == host:
            route.continue_()
        else:
            screen.outside.append(address)
            route.abort()

    context.route("**/*", guard)
    page.on("pageerror", lambda error: screen.errors.append(str(error)))
    yield screen
    context.close()
