"""The way to an outside geocoder and back: one question, one answer of bounded size in bounded time, nothing followed.

geopy's own adapter over requests, held tighter: a server may be slow, hostile or mistaken, and what it says is not
trusted before it is read. What goes wrong is raised in geopy's own errors.
"""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Mapping
from http.cookiejar import DefaultCookiePolicy
from typing import Any, NoReturn

import requests
import urllib3
from geopy.adapters import AdapterHTTPError, RequestsAdapter
from geopy.exc import GeocoderParseError, GeocoderServiceError, GeocoderTimedOut, GeocoderUnavailable, GeopyError

MOST_BYTES = 1_000_000
"""An honest answer has some ten thousand."""

_PIECE = 65_536


class Redirected(GeocoderServiceError):  # type: ignore[misc]  # geopy has no types
    """Raised when a server sends the question on to another address: the user has agreed to one server alone."""


class BoundedAdapter(RequestsAdapter):  # type: ignore[misc]
    """Fetches JSON; follows no redirect, keeps no cookie, unpacks nothing, and gives up in time."""

    def __init__(self, *, proxies: Any, ssl_context: Any) -> None:
        # By itself the adapter asks twice more, at once, when an answer is late.
        super().__init__(proxies=proxies, ssl_context=ssl_context, max_retries=0)
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """The parsed answer. Raises geopy's errors, AdapterHTTPError for a refusal."""
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError("not JSON") from error

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """The answer's text, whole within `timeout` seconds. Raises what `get_json` raises."""
        deadline = time.monotonic() + timeout
        asked = {**headers, "Accept-Encoding": "identity"}
        try:
            return _within(timeout, lambda: self._fetch(url, timeout, deadline, asked))
        except (GeopyError, AdapterHTTPError):  # some of them are errors of the system too
            raise
        except (requests.Timeout, urllib3.exceptions.TimeoutError) as error:
            raise GeocoderTimedOut("late") from error
        except requests.ConnectionError as error:
            raise GeocoderUnavailable("no connection") from error
        except (urllib3.exceptions.HTTPError, UnicodeDecodeError) as error:
            raise GeocoderParseError("broken off, or no text") from error
        except (requests.RequestException, OSError) as error:
            raise GeocoderServiceError("failed on the way") from error

    def _fetch(self, url: str, timeout: float, deadline: float, headers: Mapping[str, str]) -> str:
        with self.session.get(url, timeout=timeout, headers=headers, stream=True, allow_redirects=False) as response:
            if 300 <= response.status_code < 400:
                raise Redirected(response.headers.get("Location", ""))
            if response.status_code >= 400:  # what it has to say is not read
                raise AdapterHTTPError(
                    f"status {response.status_code}",
                    status_code=response.status_code,
                    headers=response.headers,
                    text="",
                )
            body = bytearray()
            while piece := response.raw.read1(_PIECE, decode_content=False):
                body += piece
                if len(body) > MOST_BYTES:
                    raise GeocoderParseError("too long")
                if time.monotonic() > deadline:
                    raise GeocoderTimedOut("late")
            return body.decode("utf-8")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _within(seconds: float, work: Callable[[], str]) -> str:
    """What `work` gives back or raises; GeocoderTimedOut after `seconds`.

    A socket's own limits are for each step: neither the look-up of a host nor a server that sends a letter a second
    would ever reach them.
    """
    done: queue.SimpleQueue[tuple[str, Exception | None]] = queue.SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except Exception as error:  # handed to who waits, whatever it is
            done.put(("", error))

    threading.Thread(target=run, name="dateline-geocoder", daemon=True).start()
    try:
        text, error = done.get(timeout=seconds)
    except queue.Empty as empty:
        raise GeocoderTimedOut("late") from empty
    if error is not None:
        raise error
    return text
