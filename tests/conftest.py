"""Shared by all tests: the browser that the test command found."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from geo.bootstrap.browser import SETTING, find_installed_browser

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The browser of `python -m geo test`; when pytest is run by hand, an installed one."""
    named = os.environ.get(SETTING)
    found = Path(named) if named else find_installed_browser()
    if found is None:
        pytest.fail("No Chrome or Chromium is installed; python -m geo test gets one, -m 'not browser' does without.")
    return found
