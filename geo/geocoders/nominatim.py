"""Nominatim behind a switch: asked only for who wants it, once a second at most, each question once.

Calls go `CachedNominatim -> answers on disk -> pace -> geopy's Nominatim -> transport -> the server`. What goes wrong
on that way is turned into `GeocoderUnavailable` in one place, `_ask`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import AdapterHTTPError, get_retry_after
from geopy.exc import (
    ConfigurationError,
    GeocoderInsufficientPrivileges,
    GeocoderParseError,
    GeocoderQueryError,
    GeocoderQuotaExceeded,
    GeocoderTimedOut,
    GeopyError,
)
from geopy.exc import (
    GeocoderUnavailable as GeopyUnavailable,
)
from geopy.geocoders import Nominatim
from geopy.location import Location

from geo import __version__
from geo.errors import GeocoderUnavailable
from geo.geocoders.answers import Answers
from geo.geocoders.pace import NotNow, find_pace
from geo.geocoders.transport import BoundedAdapter, Redirected

PUBLIC_SERVER = "https://nominatim.openstreetmap.org"
"""The public server; its terms ask for a user agent, one request a second at most and kept answers."""

USER_AGENT = f"dateline/{__version__}"

LIMIT = 5
"""How many answers are asked for: the first is used, the others are offered as alternatives."""

LONGEST_QUERY = 100
"""No place's name is longer; what is, is text of the article and stays here."""

REASONS: tuple[tuple[type[Exception], str], ...] = (
    (Redirected, "sends questions on to another address, which is not followed; if it moved, name its new address"),
    (GeocoderTimedOut, "did not answer in time"),
    (GeocoderQuotaExceeded, "was asked too often; try again later"),
    (GeocoderInsufficientPrivileges, "refused to answer"),
    (GeocoderParseError, "answered something that is not JSON, or far too much"),
    (GeocoderQueryError, "did not accept the question"),
    (GeopyUnavailable, "cannot be reached"),
    (GeopyError, "reported a failure of its own"),
    (Exception, "answered something that cannot be understood"),
)
"""What geopy raises, and how it is told; the first that fits."""

_LEAVE_ALONE = frozenset({403, 429, 503})
"""Statuses with which a server asks to be left alone for a while."""


class CachedNominatim:
    """A Nominatim server whose answers are kept on disk."""

    def __init__(self, server: str, geocoder: Any, min_delay: float, answers: Answers) -> None:
        self.server = server
        self._geocoder = geocoder
        self._min_delay = min_delay
        self._pace = find_pace(urlsplit(server).netloc)
        self._answers = answers

    def geocode(self, query: str, *, country_codes: Sequence[str] = ()) -> list[Location]:
        """The server's locations for `query`, the best first, within `country_codes` (ISO 3166 alpha-2) if given.

        Nothing but the query and the codes is sent. `Location.raw` is the server's own answer, of which names, numbers
        and the box are checked. Raises GeocoderUnavailable when the server refuses, is late or answers nonsense, when
        it asked to be left alone for a while, when answers cannot be kept, or when `query` is too long for a name.
        """
        query = " ".join(query.split())
        if not query or len(query) > LONGEST_QUERY:
            raise GeocoderUnavailable(f"The geocoder at {self.server} is not asked for what is no name of a place.")
        codes = sorted({code.lower() for code in country_codes})
        question = json.dumps([self.server, query, codes], ensure_ascii=True)
        kept = _read_kept(self._answers.load(question))
        if kept is not None:
            return kept
        locations = self._ask(query, codes)
        self._answers.save(question, [location.raw for location in locations])
        return locations

    def _ask(self, query: str, codes: list[str]) -> list[Location]:
        """The one edge at which foreign errors become the project's own."""
        try:
            with self._pace.take_turn(self._min_delay):
                try:
                    found = self._geocoder.geocode(
                        query, exactly_one=False, limit=LIMIT, country_codes=codes, addressdetails=True, language="en"
                    )
                except GeopyError as error:
                    self._heed_refusal(error)
                    raise
            locations = list(found or [])[:LIMIT]
            for location in locations:
                _check(location)
        except NotNow as error:
            raise GeocoderUnavailable(self._explain_pause(error.seconds)) from error
        except (GeopyError, ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
            reason = next(words for kind, words in REASONS if isinstance(error, kind))
            raise GeocoderUnavailable(f"The geocoder at {self.server} {reason}.") from error
        return locations

    def _heed_refusal(self, error: GeopyError) -> None:
        refusal = error.__cause__
        if isinstance(refusal, AdapterHTTPError) and refusal.status_code in _LEAVE_ALONE:
            self._pace.close(get_retry_after(refusal.headers))

    def _explain_pause(self, seconds: float) -> str:
        if not seconds:
            return f"The geocoder at {self.server} is busy with other questions; try again later."
        wait = f"{math.ceil(seconds)} seconds" if seconds < 120 else f"{math.ceil(seconds / 60)} minutes"
        return f"The geocoder at {self.server} asked to be left alone; it can be asked again in {wait}."


def _read_kept(raws: list[dict[str, Any]] | None) -> list[Location] | None:
    """The locations of a kept answer; None where there is none, or none that can be understood."""
    if raws is None:
        return None
    try:
        locations = [Location(raw["display_name"], (float(raw["lat"]), float(raw["lon"])), raw) for raw in raws]
        for location in locations:
            _check(location)
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
        return None  # what somebody else wrote there is asked for again
    return locations


def _check(location: Location) -> None:
    """Raises ValueError, TypeError, KeyError or AttributeError when the answer lacks what a place is made of.

    Without a latitude geopy would take it to be 0, and a longitude beyond 180 it would turn round the Earth.
    """
    raw = location.raw
    if not isinstance(location.address, str) or not location.address.strip():
        raise ValueError("a location without a name")
    if not isinstance(raw.get("address", {}), Mapping):
        raise ValueError("a location whose address is none")
    _check_degrees(raw["lat"], 90)
    _check_degrees(raw["lon"], 180)
    box = raw.get("boundingbox")
    if box is None:
        return
    if not isinstance(box, Sequence) or isinstance(box, str) or len(box) != 4:
        raise ValueError("a bounding box that is none")
    for side, most in zip(box, (90, 90, 180, 180), strict=True):
        _check_degrees(side, most)
    if float(box[0]) > float(box[1]):
        raise ValueError("a bounding box upside down")


def _check_degrees(value: Any, most: float) -> None:
    if isinstance(value, bool) or not isinstance(value, str | int | float) or not abs(float(value)) <= most:
        raise ValueError(f"{value!r} is no number of degrees up to {most}")


def build_nominatim(
    server: str = PUBLIC_SERVER,
    *,
    user_agent: str = USER_AGENT,
    cache: Path | None = None,
    timeout: float = 10.0,
    min_delay: float = 1.0,
) -> CachedNominatim:
    """The Nominatim at the address `server`; nothing is asked yet.

    All that are built for one host in this process share its one question every `min_delay` seconds, which is never
    less than one for the public server; an answer must be whole within `timeout` seconds. Answers are kept in the
    folder `cache`, by default the user's cache folder. Raises GeocoderUnavailable for what is no address.
    """
    address = server.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) and not parts.username
    except ValueError:
        usable = None
    if not usable or parts.query or parts.fragment or any(letter.isspace() for letter in address):
        raise GeocoderUnavailable(
            f"{hide_login(server)!r} is not the address of a geocoder, such as {PUBLIC_SERVER}; it must hold no login."
        )
    if parts.hostname == urlsplit(PUBLIC_SERVER).hostname:
        min_delay = max(min_delay, 1.0)
    scheme, _, domain = address.partition("://")
    try:
        geocoder = Nominatim(
            scheme=scheme, domain=domain, user_agent=user_agent, timeout=timeout, adapter_factory=BoundedAdapter
        )
    except ConfigurationError as error:
        raise GeocoderUnavailable(f"The geocoder at {address} cannot be asked as {user_agent!r}.") from error
    return CachedNominatim(address, geocoder, min_delay, Answers(cache))


def hide_login(address: str) -> str:
    """An address as it may be shown: without the name and password that it may hold.

    >>> hide_login("https://me:secret@example.org/search"), hide_login("nominatim")
    ('https://...@example.org/search', 'nominatim')
    """
    scheme, mark, rest = address.partition("://")
    login, at, host = rest.partition("@")
    return f"{scheme}{mark}...@{host}" if mark and at and "/" not in login else address
