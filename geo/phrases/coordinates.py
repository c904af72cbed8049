"""Coordinates written in the text, in any of the notations that reports use, as latitude and longitude."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from geo.model import Span

_DEGREE = r"\s*(?:°|º|deg\.?|degrees)\s*"
_MINUTE = r"\s*(?:'|′|’|min\.?|minutes)\s*"
_SECOND = r"\s*(?:\"|″|”|''|sec\.?|seconds)\s*"
_ANGLE = rf"\d{{1,3}}(?:\.\d+)?(?:{_DEGREE}(?:\d{{1,2}}(?:\.\d+)?{_MINUTE}(?:\d{{1,2}}(?:\.\d+)?{_SECOND})?)?)?"
_BETWEEN = r"\s*(?:,|;|/|and|by)?\s*"

_LETTERED = re.compile(
    rf"(?<![\w.])(?P<lat>{_ANGLE})\s?(?P<ns>[NS]|north|south|North|South)\b\.?{_BETWEEN}"
    rf"(?P<lon>{_ANGLE})\s?(?P<ew>[EW]|east|west|East|West)\b"
)
_LED = re.compile(rf"(?<!\w)(?P<ns>[NS])\s?(?P<lat>{_ANGLE}){_BETWEEN}(?P<ew>[EW])\s?(?P<lon>{_ANGLE})(?!\w)")
_DECIMAL = re.compile(
    r"(?<![\w.$€£])(?P<lat>[-+−]?\d{1,2}\.\d{3,8})(?:\s*°)?\s*[,;]\s*(?P<lon>[-+−]?\d{1,3}\.\d{3,8})(?:\s*°)?(?![\w%.]\d?)"
)
_MGRS = re.compile(
    r"(?<!\w)(?P<zone>[1-9]|[1-5]\d|60)(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])\s?"
    r"(?P<east>\d{2,5})\s?(?P<north>\d{2,5})(?!\w)"
)


def parse_coordinates(text: str) -> tuple[float, float, float] | None:
    """Latitude, longitude in degrees and the uncertainty in kilometres that the digits leave, None if not coordinates.

    >>> parse_coordinates("34.528, 69.178")
    (34.528, 69.178, 0.1)
    >>> [round(value, 3) for value in parse_coordinates("34°31'N 69°11'E")]
    [34.517, 69.183, 1.9]
    >>> [round(value, 2) for value in parse_coordinates("42S WD 1234 2345")]
    [34.55, 69.13, 0.01]
    >>> parse_coordinates("95.1234, 200.1234") is None
    True
    """
    found = next(iter(_coordinates(text)), None)
    return found[1] if found and found[0] == Span(0, len(text.strip())) else None


def find_coordinates(text: str) -> tuple[tuple[Span, tuple[float, float, float]], ...]:
    """Every pair of coordinates in `text`: its span, and latitude, longitude, uncertainty in kilometres."""
    return tuple(_coordinates(text))


def _coordinates(text: str) -> Iterator[tuple[Span, tuple[float, float, float]]]:
    taken: list[Span] = []
    for pattern in (_LETTERED, _LED, _DECIMAL, _MGRS):
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            value = _mgrs(match) if pattern is _MGRS else _pair(match)
            if value and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span, value


def _pair(match: re.Match[str]) -> tuple[float, float, float] | None:
    groups = match.groupdict()
    lat, lat_km = _angle(groups["lat"])
    lon, lon_km = _angle(groups["lon"])
    if (groups.get("ns") or "N")[0].upper() == "S":
        lat = -lat
    if (groups.get("ew") or "E")[0].upper() == "W":
        lon = -lon
    if abs(lat) > 90 or abs(lon) > 180:
        return None
    return round(lat, 6), round(lon, 6), max(lat_km, lon_km)


def _angle(text: str) -> tuple[float, float]:
    """Degrees, and what one unit of the last digit given is in kilometres."""
    text = text.replace("−", "-")
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    value = sum(float(number) / 60**power for power, number in enumerate(numbers))
    decimals = len(numbers[-1].partition(".")[2])
    unit = 111.2 / 60 ** (len(numbers) - 1) / 10**decimals
    return (-value if text.startswith("-") else value), max(0.01, round(unit, 1))


def _mgrs(match: re.Match[str]) -> tuple[float, float, float] | None:
    """Military grid reference to the middle of its square (NGA's standard, WGS 84)."""
    east, north = match["east"], match["north"]
    if len(east) != len(north):
        return None
    zone, band = int(match["zone"]), match["band"]
    column, row = match["square"][0], match["square"][1]
    column_index = "ABCDEFGHJKLMNPQRSTUVWXYZ".index(column) - (zone - 1) % 3 * 8
    if not 0 <= column_index < 8:
        return None
    size = 10 ** (5 - len(east))
    easting = (column_index + 1) * 100_000 + int(east) * size + size / 2
    row_index = ("ABCDEFGHJKLMNPQRSTUV".index(row) - (5 if zone % 2 == 0 else 0)) % 20
    northing = row_index * 100_000 + int(north) * size + size / 2
    band_south = -80 + 8 * "CDEFGHJKLMNPQRSTUVWX".index(band)
    false_north = 0 if band_south >= 0 else 10_000_000
    # Rows repeat every 2,000 km: take the one that falls into the latitude band.
    for cycle in range(-5, 10):
        lat, lon = _utm(zone, easting, northing + cycle * 2_000_000 - false_north)
        if band_south - 0.1 <= lat <= band_south + (12.1 if band == "X" else 8.1):
            return round(lat, 5), round(lon, 5), max(0.01, size / 1000)
    return None


def _utm(zone: int, easting: float, northing: float) -> tuple[float, float]:
    """UTM metres (northing from the equator, negative south of it) to degrees, by Krüger's series to order 3."""
    flattening = 1 / 298.257223563
    n = flattening / (2 - flattening)
    radius = 6_378_137 / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    xi, eta = northing / (0.9996 * radius), (easting - 500_000) / (0.9996 * radius)
    beta = (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)
    xi_ = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in enumerate(beta, 1))
    eta_ = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in enumerate(beta, 1))
    chi = math.asin(math.sin(xi_) / math.cosh(eta_))
    delta = (2 * n - 2 * n**2 / 3 - 2 * n**3, 7 * n**2 / 3 - 8 * n**3 / 5, 56 * n**3 / 15)
    lat = chi + sum(d * math.sin(2 * j * chi) for j, d in enumerate(delta, 1))
    lon = math.atan2(math.sinh(eta_), math.cos(xi_))
    return math.degrees(lat), math.degrees(lon) + zone * 6 - 183
