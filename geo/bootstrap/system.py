"""The set-up's way to the machine: what it says to the user, and the system's package managers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

MANAGERS = {
    "apt-get": (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends"]),
    "dnf": (None, ["dnf", "install", "-y"]),
    "pacman": (None, ["pacman", "-Sy", "--noconfirm"]),
    "zypper": (None, ["zypper", "--non-interactive", "install"]),
}
"""Package managers by command: how the list of packages is renewed, and how packages are installed."""


def say(text: str) -> None:
    """Tells the user what the set-up is doing, on standard error: standard output is for the command's own results."""
    print(text, file=sys.stderr, flush=True)


def show_progress(text: str) -> None:
    """One line that is written over and over, and wiped by an empty `text`; on a terminal alone."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text[:78]}", end="", file=sys.stderr, flush=True)


def find_manager() -> str | None:
    """The command of this machine's package manager, or None."""
    return next((name for name in MANAGERS if shutil.which(name)), None)


def can_install(manager: str | None) -> bool:
    """Whether `manager` is here and this process has the rights to install with it."""
    return manager is not None and shutil.which(manager) is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install_packages(manager: str, packages: Sequence[str]) -> str | None:
    """Installs `packages` with `manager`; None when it went well, else what went wrong in a few words."""
    update, install = MANAGERS[manager]
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in ([update] if update else []) + [[*install, *packages]]:
        say(f"Running: {' '.join(command)}")
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=settings
        )
        if done.returncode != 0:
            last = done.stdout.strip().splitlines()[-1:]
            return f"{' '.join(command)} failed: {' '.join(last) or done.returncode}"
    return None


def line_to_install(manager: str, packages: Sequence[str]) -> str:
    """The one line that a user without rights can run, or hand to who has them."""
    update, install = MANAGERS[manager]
    steps = ([update] if update else []) + [[*install, *packages]]
    return " && ".join(" ".join(["sudo", *step]) for step in steps)
