"""Finds a Chrome or Chromium for the browser tests, or gets one, and says which it took and why.

In turn: the one that DATELINE_CHROMIUM names, one that is installed, Playwright's own download, the system's package
manager where this process has the rights. Each is started once before it is trusted: a stub that only points to another
package, or a browser whose libraries are missing, is passed over.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from geo.bootstrap import SetupError
from geo.bootstrap.system import can_install, find_manager, install_packages, line_to_install, say

SETTING = "DATELINE_CHROMIUM"
"""The environment variable that carries the path of the browser to the tests."""

COMMANDS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
"""What a browser is called on the search path."""

MACOS_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "~/Applications/Chromium.app/Contents/MacOS/Chromium",
)
WINDOWS_PLACES = (
    "%PROGRAMFILES%\\Google\\Chrome\\Application\\chrome.exe",
    "%PROGRAMFILES(X86)%\\Google\\Chrome\\Application\\chrome.exe",
    "%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe",
    "%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe",
)
"""Where installers put a browser without putting it on the search path."""

PACKAGE = "chromium"
"""The browser's name in the systems' package managers."""

DRIVER_PACKAGES = {"apt-get": "libatomic1", "dnf": "libatomic", "pacman": "gcc-libs", "zypper": "libatomic1"}
"""What Playwright's own driver needs besides Python, and a bare system lacks: GCC's library of atomic operations."""


def find_or_install_browser() -> Path:
    """The path of a browser that starts; raises `SetupError`, with the one line to run, when none is to be had.

    Playwright, which drives it, is made to start as well.
    """
    _prepare_driver()
    named = os.environ.get(SETTING, "").strip()
    if named:
        problem = try_browser(Path(named))
        if problem:
            raise SetupError(f"{SETTING} names {named} as the browser, but {problem}.")
        say(f"Browser: {named}, as {SETTING} says.")
        return Path(named)
    found = find_installed_browser()
    if found is not None:
        say(f"Browser: {found}, already installed.")
        return found
    say("No Chrome or Chromium is installed; asking Playwright to download its own ...")
    found, problem = _download_browser()
    if found is not None:
        say(f"Browser: {found}, downloaded by Playwright.")
        return found
    say(f"That did not work: {problem}.")
    return _install_browser()


def find_installed_browser() -> Path | None:
    """The path of an installed browser that starts, or None."""
    for path in _candidates():
        problem = try_browser(path)
        if problem is None:
            return path
        say(f"Passing over {path}: {problem}.")
    return None


def try_browser(path: Path) -> str | None:
    """Starts the browser at `path` once without a window; None when it answers, else what is wrong in a few words."""
    if not path.is_file():
        return "there is no such file"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [str(path), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic"]
        command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
        command += [f"--user-data-dir={profile}", "--dump-dom", "data:text/html,<p>dateline</p>"]
        try:
            answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        except OSError as error:
            return f"it cannot be run ({error.strerror})"
        except subprocess.TimeoutExpired:
            return "it did not answer within a minute"
    if b"<p>dateline</p>" in answer.stdout:
        return None
    lines = answer.stderr.decode("utf-8", "replace").strip().splitlines()
    return f"it does not start ({lines[-1][:200] if lines else 'without a word'})"


def _prepare_driver() -> None:
    """Leaves Playwright's driver able to start; without the rights `SetupError` with the line to run."""
    command = [sys.executable, "-m", "playwright", "--version"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode == 0:
        return
    problem = (done.stderr.strip().splitlines() or ["without a word"])[-1]
    manager = find_manager()
    if manager is None:
        raise SetupError(f"Playwright, which drives the browser tests, does not start on this machine: {problem}")
    package = DRIVER_PACKAGES[manager]
    if can_install(manager):
        say(f"Playwright does not start yet ({problem}).")
        failure = install_packages(manager, [package])
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode == 0:
            return
        problem = failure or problem
    packages = [package] if find_installed_browser() else [package, PACKAGE]
    raise SetupError(
        f"Playwright, which drives the browser tests, does not start ({problem}). Please run this line, then the same "
        f"command again (--fast leaves the browser tests out):\n    {line_to_install(manager, packages)}"
    )


def _candidates() -> list[Path]:
    """Where a browser may be on this machine, in the order in which they are tried."""
    found = [Path(path) for path in (shutil.which(command) for command in COMMANDS) if path]
    places = {"darwin": MACOS_PLACES, "win32": WINDOWS_PLACES}.get(sys.platform, ())
    found += [Path(os.path.expandvars(place)).expanduser() for place in places]
    own = _playwright_browser()
    return [path for path in [*found, *([own] if own else [])] if path.is_file()]


def _playwright_browser() -> Path | None:
    """Where Playwright keeps, or would keep, its own browser; None without Playwright."""
    question = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, text=True, timeout=120)
    return Path(answer.stdout.strip()) if answer.returncode == 0 and answer.stdout.strip() else None


def _download_browser() -> tuple[Path | None, str]:
    """Playwright's own browser, freshly downloaded, or None and why not."""
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=900)
    except subprocess.TimeoutExpired:
        return None, "the download took more than a quarter of an hour"
    if done.returncode != 0:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if "rror" in line]
        return None, f"playwright install chromium failed ({lines[0].strip()[:200] if lines else done.returncode})"
    path = _playwright_browser()
    if path is None:
        return None, "Playwright does not say where its browser is"
    problem = try_browser(path)
    return (None, problem) if problem else (path, "")


def _install_browser() -> Path:
    """A browser from the system's package manager; without the rights `SetupError` with the line to run."""
    manager = find_manager()
    if manager is None:
        raise SetupError(
            "The browser tests need Chrome or Chromium, and none could be got: install either, or name its path in "
            f"{SETTING}, and run the same command again (--fast leaves the browser tests out)."
        )
    if can_install(manager):
        problem = install_packages(manager, [PACKAGE])
        found = find_installed_browser() if problem is None else None
        if found is not None:
            say(f"Browser: {found}, installed with {manager}.")
            return found
        say(f"That did not work: {problem or 'the installed browser does not start'}.")
    raise SetupError(
        "The browser tests need Chrome or Chromium, and none could be got. Please run this line, then the same command "
        f"again (--fast leaves the browser tests out):\n    {line_to_install(manager, [PACKAGE])}"
    )
