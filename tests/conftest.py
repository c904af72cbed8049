"""Shared by all tests: the browser that the test command found, and the loaded model and gazetteer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.bootstrap.browser import SETTING, find_installed_browser

if TYPE_CHECKING:
    from geo.pipeline import Tools


@pytest.fixture(scope="session", autouse=True)
def _packs_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keeps the packs that whoever runs the tests has installed out of them."""
    os.environ["DATELINE_DATA"] = str(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser of `python -m geo test`; when pytest is run by hand, an installed one."""
    named = os.environ.get(SETTING)
    found = Path(named) if named else find_installed_browser()
    if found is None:
        pytest.fail("No Chrome or Chromium is installed; python -m geo test gets one, -m 'not browser' does without.")
    return found


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The language pipeline and the embedded gazetteer, loaded once for all tests that need the real ones."""
    from geo.pipeline import load_tools  # here, because most tests do without spaCy

    return load_tools()
