"""Military grid references and UTM coordinates as latitude and longitude; the arithmetic behind coordinates.py."""

from __future__ import annotations

import math

BANDS = "CDEFGHJKLMNPQRSTUVWX"
_COLUMNS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_ROWS = "ABCDEFGHJKLMNPQRSTUV"


def read_mgrs(zone: int, band: str, square: str, east: str, north: str) -> tuple[float, float, float] | None:
    """Latitude, longitude of the middle of a grid square (NGA's standard, WGS 84) and its size in kilometres.

    None where no such square exists in that zone and band.

    >>> read_mgrs(42, "S", "WD", "1234", "2345")
    (34.55275, 69.13456, 0.01)
    """
    if len(east) != len(north) or not 1 <= len(east) <= 5 or not 1 <= zone <= 60:
        return None
    column = _COLUMNS.index(square[0]) - (zone - 1) % 3 * 8
    if not 0 <= column < 8:
        return None
    size = 10 ** (5 - len(east))
    easting = (column + 1) * 100_000 + int(east) * size + size / 2
    row = (_ROWS.index(square[1]) - (5 if zone % 2 == 0 else 0)) % 20
    northing = row * 100_000 + int(north) * size + size / 2
    south = -80 + 8 * BANDS.index(band)
    false_north = 0 if south >= 0 else 10_000_000
    # Rows repeat every 2,000 km: take the one that falls into the latitude band.
    for cycle in range(-5, 10):
        lat, lon = _unproject(zone, easting, northing + cycle * 2_000_000 - false_north)
        if south - 0.1 <= lat <= south + (12.1 if band == "X" else 8.1):
            return round(lat, 5), round(lon, 5), max(0.01, size / 1000)
    return None


def read_utm(zone: int, letter: str, easting: float, northing: float) -> tuple[float, float, float] | None:
    """Latitude, longitude and 0.01 km for UTM metres; `letter` is a latitude band, or N or S for the hemisphere.

    None where the metres lie outside the zone, or in another band than the letter says.

    >>> read_utm(37, "U", 412345, 5467890)
    (49.35742, 37.79291, 0.01)
    """
    if not 1 <= zone <= 60 or not 100_000 <= easting <= 900_000 or not 0 <= northing <= 10_000_000:
        return None
    if letter == "N":
        return _rounded(_unproject(zone, easting, northing))
    south = -80 + 8 * BANDS.index(letter)
    lat, lon = _unproject(zone, easting, northing if south >= 0 else northing - 10_000_000)
    if south - 0.1 <= lat <= south + (12.1 if letter == "X" else 8.1):
        return _rounded((lat, lon))
    # S is a band of the northern hemisphere, and in many texts the southern one.
    return _rounded(_unproject(zone, easting, northing - 10_000_000)) if letter == "S" else None


def _rounded(position: tuple[float, float]) -> tuple[float, float, float] | None:
    lat, lon = position
    return (round(lat, 5), round(lon, 5), 0.01) if -80.5 <= lat <= 84.5 else None


def _unproject(zone: int, easting: float, northing: float) -> tuple[float, float]:
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
