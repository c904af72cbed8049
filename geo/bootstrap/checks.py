"""What `python -m geo test` runs once set up: format, lint, types, then the whole suite, up to the first failure."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from geo.bootstrap import ROOT
from geo.bootstrap.browser import SETTING, find_or_install_browser

STEPS = (
    ("Format", ["ruff", "format", "--check", "."]),
    ("Lint", ["ruff", "check", "."]),
    ("Types", ["mypy"]),
)
"""What is checked before the tests: the heading, and the module with its arguments."""


def run_checks(fast: bool = False, pytest_arguments: Sequence[str] = ()) -> int:
    """The exit code of the first step that fails, 0 when all pass.

    `fast` leaves the browser tests out and needs no browser; `pytest_arguments` are handed on to pytest.
    """
    settings = dict(os.environ)
    if not fast:
        settings[SETTING] = str(find_or_install_browser())
    suite = ["pytest", *(["-m", "not browser"] if fast else []), *pytest_arguments]
    for heading, command in [*STEPS, ("Tests", suite)]:
        print(f"\n== {heading}: {' '.join(command)}", flush=True)
        code = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=settings).returncode
        if code != 0:
            print(f"\n{heading} failed (exit code {code}).", flush=True)
            return code
    return 0


def compile_requirements(upgrade: bool = False) -> int:
    """Compiles both requirement files from pyproject.toml with uv; its exit code, or 1 when uv is not there.

    Pins that still fit stay as they are, unless `upgrade` asks for the newest of everything.
    """
    uv = Path(sys.prefix) / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    program = str(uv) if uv.is_file() else "uv"
    common = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header"
    for rest in ("-o requirements.txt", "--extra test -c requirements.txt -o tests/requirements.txt"):
        command = [program, "pip", "compile", "pyproject.toml", "--quiet", *common.split(), *rest.split()]
        command += ["--upgrade"] if upgrade else []
        print(f"== {' '.join(command[1:])}", flush=True)
        try:
            code = subprocess.run(command, cwd=ROOT).returncode
        except FileNotFoundError:
            print(f"This needs uv: {sys.executable} -m pip install uv, then the same command again.", file=sys.stderr)
            return 1
        if code != 0:
            return code
    return 0
