"""Nominatim behind a switch: asked only for who wants it, once a second at most, each question once.

Calls go `CachedNominatim -> answers on disk -> geopy's RateLimiter -> geopy's Nominatim -> the server`. What goes wrong
on that way is turned into `GeocoderUnavailable` in one place, `_ask`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import RequestsAdapter
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
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.location import Location

from geo import __version__
from geo.errors import GeocoderUnavailable
from geo.geocoders.answers import Answers

PUBLIC_SERVER = "https://nominatim.openstreetmap.org"
"""The public server; its terms ask for a user agent, one request a second at most and kept answers."""

USER_AGENT = f"dateline/{__version__}"

LIMIT = 5
"""How many answers are asked for: the first is used, the others are offered as alternatives."""

REASONS: tuple[tuple[type[Exception], str], ...] = (
    (GeocoderTimedOut, "did not answer in time"),
    (GeocoderQuotaExceeded, "was asked too often; try again later"),
    (GeocoderInsufficientPrivileges, "refused to answer"),
    (GeocoderParseError, "answered something that is not JSON"),
    (GeocoderQueryError, "did not accept the question"),
    (GeopyUnavailable, "cannot be reached"),
    (GeopyError, "reported a failure of its own"),
    (Exception, "answered something that cannot be understood"),
)
"""What geopy raises, and how it is told; the first that fits."""


class CachedNominatim:
    """A Nominatim server whose answers are kept on disk."""

    def __init__(self, server: str, limiter: RateLimiter, answers: Answers) -> None:
        self.server = server
        self._limiter = limiter
        self._answers = answers

    def geocode(self, query: str, *, country_codes: Sequence[str] = ()) -> list[Location]:
        """The server's locations for `query`, the best first, within `country_codes` (ISO 3166 alpha-2) if given.

        Nothing but the query and the codes is sent. `Location.raw` is the server's own answer. Raises
        GeocoderUnavailable when the server refuses, is late or answers nonsense, or when answers cannot be kept.
        """
        codes = sorted({code.lower() for code in country_codes})
        question = json.dumps([self.server, query, codes], ensure_ascii=True)
        kept = self._answers.load(question)
        if kept is None:
            locations = self._ask(query, codes)
            self._answers.save(question, [location.raw for location in locations])
            return locations
        return [Location(raw["display_name"], (float(raw["lat"]), float(raw["lon"])), raw) for raw in kept]

    def _ask(self, query: str, codes: list[str]) -> list[Location]:
        """The one edge at which foreign errors become the project's own."""
        try:
            found = self._limiter(
                query, exactly_one=False, limit=LIMIT, country_codes=codes, addressdetails=True, language="en"
            )
            locations = list(found or [])
            for location in locations:
                _check(location)
        except (GeopyError, AttributeError, KeyError, TypeError, ValueError) as error:
            reason = next(words for kind, words in REASONS if isinstance(error, kind))
            raise GeocoderUnavailable(f"The geocoder at {self.server} {reason}.") from error
        return locations


def _check(location: Location) -> None:
    """Raises ValueError, TypeError, KeyError or AttributeError when the answer lacks what a place is made of.

    Without a latitude geopy would take it to be 0.
    """
    raw = location.raw
    if not location.address or not isinstance(raw.get("address", {}), Mapping):
        raise ValueError("a location without a name or address")
    if any(raw[key] is None for key in ("lat", "lon")):
        raise ValueError("a location without a position")
    box = raw.get("boundingbox")
    if box is not None and len([float(side) for side in box]) != 4:
        raise ValueError("a bounding box that is none")


def build_nominatim(
    server: str = PUBLIC_SERVER,
    *,
    user_agent: str = USER_AGENT,
    cache: Path | None = None,
    timeout: float = 10.0,
    min_delay: float = 1.0,
) -> CachedNominatim:
    """The Nominatim at the address `server`; nothing is asked yet.

    All that are built for one server in this process share its one request every `min_delay` seconds. Answers are kept
    in the folder `cache`, by default the user's cache folder. Raises GeocoderUnavailable for what is no address.
    """
    address = server.strip().rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise GeocoderUnavailable(f"{server!r} is not the address of a geocoder, such as {PUBLIC_SERVER}.")
    return CachedNominatim(address, _limiter(address, user_agent, timeout, min_delay), Answers(cache))


@lru_cache(maxsize=32)
def _limiter(address: str, user_agent: str, timeout: float, min_delay: float) -> RateLimiter:
    scheme, _, domain = address.partition("://")
    try:
        # By itself the adapter asks twice more, at once, when an answer is late
        geocoder: Any = Nominatim(
            scheme=scheme,
            domain=domain,
            user_agent=user_agent,
            timeout=timeout,
            adapter_factory=partial(RequestsAdapter, max_retries=0),
        )
    except ConfigurationError as error:
        raise GeocoderUnavailable(f"The geocoder at {address} cannot be asked as {user_agent!r}.") from error
    # No second try: a server that is busy or refuses is not helped by being asked again at once.
    return RateLimiter(
        geocoder.geocode,
        min_delay_seconds=min_delay,
        error_wait_seconds=min_delay,
        max_retries=0,
        swallow_exceptions=False,
    )
