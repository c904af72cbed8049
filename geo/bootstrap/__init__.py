"""Sets the project up before anything else of it runs: an environment of its own, packages, a browser for the tests.

Everything in here, and `geo/__main__.py`, imports the standard library alone and can be parsed by older Pythons than
the project needs, so that a bare machine gets a clear sentence instead of a traceback.
"""

from __future__ import annotations

from pathlib import Path

from geo.errors import DatelineError

ROOT = Path(__file__).resolve().parents[2]
"""The folder of the repository."""


class SetupError(DatelineError):
    """Raised when the machine lacks something that the set-up cannot get by itself; the message says what to run."""
