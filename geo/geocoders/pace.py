"""How often a server may be asked: one question at a time, a pause between two, a long one after it has refused.

One `Pace` for each server and process, whoever asks, so that neither several visitors nor a page that is drawn again
ask more often.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PAUSE_AFTER_REFUSAL = 60.0
"""Seconds for which a server that said "too often" or "no" is left alone, where it does not say for how long."""

LONGEST_PAUSE = 24 * 3600.0
LONGEST_WAIT = 60.0
"""Seconds that a question waits for others at most."""


class NotNow(Exception):
    """Raised when a server must not be asked yet; `seconds` is for how long, 0 where others are in the way."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Pace:
    """Lets one question pass at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next = 0.0
        self._closed_until = 0.0

    @contextmanager
    def take_turn(self, min_delay: float) -> Iterator[None]:
        """Waits until `min_delay` seconds have gone by since the last question began; raises NotNow."""
        self._check()
        if not self._lock.acquire(timeout=LONGEST_WAIT):
            raise NotNow(0.0)
        try:
            self._check()  # it may have refused the question before
            time.sleep(max(0.0, self._next - time.monotonic()))
            self._next = time.monotonic() + min_delay
            yield
        finally:
            self._lock.release()

    def close(self, seconds: float | None) -> None:
        """Lets no question pass for so many seconds, PAUSE_AFTER_REFUSAL where they are None."""
        pause = PAUSE_AFTER_REFUSAL if seconds is None else min(max(seconds, 1.0), LONGEST_PAUSE)
        self._closed_until = time.monotonic() + pause

    def _check(self) -> None:
        left = self._closed_until - time.monotonic()
        if left > 0:
            raise NotNow(left)


_paces: dict[str, Pace] = {}
_paces_lock = threading.Lock()


def find_pace(host: str) -> Pace:
    """The one pace of the server at `host` (name and port)."""
    with _paces_lock:
        return _paces.setdefault(host.lower(), Pace())
