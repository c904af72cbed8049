"""Coordinates written in the text, in any of the notations that reports use, as latitude and longitude.

Letters, marks or labels make a pair of numbers a position; bare decimals need many digits or words that say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from geo.model import Span
from geo.phrases.grid import read_mgrs, read_utm

Position = tuple[float, float, float]
"""Latitude, longitude in degrees, and the uncertainty in kilometres that the digits leave."""

_DEGREE = r"\s*(?:°|º|˚|∘|deg(?:rees?|\.)?|d(?=\s?\d))\s*"
_MINUTE = r"\s*(?:'(?!')|′(?!′)|’(?!’)|‘|´|`|ʹ|min(?:utes?|\.)?|m(?=\s?\d))\s*"
_SECOND = r"\s*(?:\"|″|”|“|''|′′|’’|´´|ʺ|sec(?:onds?|\.)?|s(?![a-z]))\s*"
_NUMBER = r"\d{1,3}(?:\.\d+)?"
_SMALL = r"\d{1,2}(?:\.\d+)?"
_MARKED = rf"{_NUMBER}{_DEGREE}(?:{_SMALL}{_MINUTE}(?:{_SMALL}(?:{_SECOND})?)?)?"
_PARTED = r"\d{1,3}(?:[-:]\d{1,2}){1,2}(?:\.\d+)?|\d{1,3}\s\d{1,2}(?:\s\d{1,2})?(?:\.\d+)?(?=\s?[NSEW])"
_COMPACT = r"\d{6,7}(?=[NSEW])|\d{4,5}(?=[NSEW]\b)"
_ANGLE = rf"(?:{_MARKED}|{_PARTED}|{_COMPACT}|{_NUMBER})"
_HEMISPHERE = r"(?:[NSEW]\b\.?|[Nn]orth\b|[Ss]outh\b|[Ee]ast\b|[Ww]est\b)"
_NAMED = r"(?:\s*(?:latitude|longitude|lat\.?|long?\.?)(?![a-z]))?"
_BETWEEN = r"\s*(?:,|;|/|–|-|and\b|by\b|x\b)?\s*"

_LETTERED = re.compile(
    rf"(?<![\w.,°-])(?P<one>{_ANGLE})\s?(?P<h1>{_HEMISPHERE}){_NAMED}{_BETWEEN}(?P<two>{_ANGLE})\s?(?P<h2>{_HEMISPHERE}){_NAMED}"
)
_LED = re.compile(
    rf"(?<!\w)(?P<h1>[NSEW])\s?(?P<one>{_MARKED}|{_NUMBER}){_BETWEEN}(?P<h2>[NSEW])\s?(?P<two>{_MARKED}|{_NUMBER})(?!\w)"
)
_SIGNED = rf"[-+−–]?(?:{_MARKED}|{_NUMBER})"
_LABEL = r"(?:\s*(?:of|is|:|=))*\s*"
_LAT = rf"(?i:lat(?:itude)?)\b\.?{_LABEL}(?P<one>{_SIGNED})\s?(?P<h1>{_HEMISPHERE})?"
_LON = rf"(?i:lon(?:g(?:itude)?)?|lng)\b\.?{_LABEL}(?P<two>{_SIGNED})\s?(?P<h2>{_HEMISPHERE})?"
_LABELLED = re.compile(rf"(?<!\w){_LAT}{_BETWEEN}{_LON}")
_LABELLED_SWAPPED = re.compile(rf"(?<!\w){_LON}{_BETWEEN}{_LAT}")
_DECIMAL = re.compile(
    r"(?<![\w.$€£,])(?P<one>[-+−]?\d{1,2}\.\d{1,8})(?P<d1>\s*°)?\s*[,;/]?\s+?(?P<two>[-+−]?\d{1,3}\.\d{1,8})(?P<d2>\s*°)?"
    r"(?![\w%]|\.\d|\s*%)"
    r"|(?<![\w.$€£,])(?P<one_>[-+−]?\d{1,2}\.\d{3,8})\s*[,;/]\s*(?P<two_>[-+−]?\d{1,3}\.\d{3,8})(?![\w%]|\.\d|\s*%)"
)
_MGRS = re.compile(
    r"(?<!\w)(?P<zone>[1-9]|0[1-9]|[1-5]\d|60)\s?(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])\s?"
    r"(?:(?P<east>\d{1,5})\s(?P<north>\d{1,5})|(?P<both>\d{4,10}))(?!\w)"
)
_UTM = re.compile(
    r"(?<!\w)(?P<zone>[1-9]|0[1-9]|[1-5]\d|60)\s?(?P<band>[C-HJ-NP-X])[\s,:]+(?P<east>\d{6})(?:\.\d+)?\s?(?:m?\s?E)?[\s,;]+"
    r"(?P<north>\d{6,7})(?:\.\d+)?(?:\s?m?\s?N)?(?!\w)"
)

_TELLS = re.compile(
    r"coordinates?|\blat\b|latitude|\bgps\b|geo-?locat|geotag|position(?:ed)?\b|located|\bmgrs\b|\butm\b|grid|waypoint|"
    r"\bmap(?:ped)?\b|pinpoint",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:\b(?:at|near|around|to|from)|[(@:\[])\s*$", re.IGNORECASE)
_NO_PLACE = re.compile(
    r"(?:\bversion|\bscor\w+|\bpoints?|\bpercent|\bshares?|\bprices?|\bindex|\brates?|\bclosed|\btrad\w+|\bfigures?|\bvalues?|"
    r"\bratios?|\bbetween|\bp\s*=|[$€£¥])[^.;]{0,25}$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\s*(?:percent|per\s+cent|%|million|billion|points?|km\b|kilomet|miles?|kg\b|tons?|tonnes|seconds?|euros?|dollars?|"
    r"shares|metres|meters|and\s+[-+]?\d+\.\d|[,;]\s*[-+]?\d+\.\d)",
    re.IGNORECASE,
)
_REACH = 60
"""Characters before a pair within which words may say that it is a position."""


def parse_coordinates(text: str) -> Position | None:
    """Latitude, longitude in degrees and the uncertainty in kilometres that the digits leave, None if not coordinates.

    >>> parse_coordinates("34.528, 69.178")
    (34.528, 69.178, 0.1)
    >>> [round(value, 3) for value in parse_coordinates("34°31'N 69°11'E")]
    [34.517, 69.183, 1.9]
    >>> parse_coordinates("69°11'E, 34°31'N")[:2] == parse_coordinates("34°31'N 69°11'E")[:2]
    True
    >>> [round(value, 2) for value in parse_coordinates("42S WD 1234 2345")]
    [34.55, 69.13, 0.01]
    >>> parse_coordinates("95.1234, 200.1234") is None
    True
    """
    found = next(iter(_coordinates(text.strip(), whole=True)), None)
    return found[1] if found and found[0] == Span(0, len(text.strip())) else None


def find_coordinates(text: str) -> tuple[tuple[Span, Position], ...]:
    """Every pair of coordinates in `text`: its span, and latitude, longitude, uncertainty in kilometres."""
    return tuple(_coordinates(text))


def _coordinates(text: str, whole: bool = False) -> Iterator[tuple[Span, Position]]:
    """Coordinates by each reader in turn; with `whole` the text is known to be nothing else, and needs no evidence."""
    taken: list[Span] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.start() + len(match.group().rstrip()))
            value = read(match, whole)
            if value and not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span, value


def _read_lettered(match: re.Match[str], whole: bool) -> Position | None:
    one, two = match["one"], match["two"]
    first, second = match["h1"][0].upper(), match["h2"][0].upper()
    if (first in "NS") == (second in "NS"):
        return None
    # "10 N 20 E" without mark or decimals is as often a house and a street.
    exact = any(not re.fullmatch(r"\d{1,3}", angle.strip()) for angle in (one, two))
    if not (exact or whole or _is_told(match)):
        return None
    if first in "NS":
        return _pair(one, first, two, second)
    return _pair(two, second, one, first)


def _read_labelled(match: re.Match[str], whole: bool) -> Position | None:
    return _pair(match["one"], (match["h1"] or "N")[0].upper(), match["two"], (match["h2"] or "E")[0].upper())


def _read_decimal(match: re.Match[str], whole: bool) -> Position | None:
    one, two = match["one"] or match["one_"], match["two"] or match["two_"]
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    digits = min(len(number.partition(".")[2]) for number in (one, two))
    if not whole:
        if _AMOUNT.match(match.string, match.end()):
            return None
        told = _is_told(match)
        if not told and _NO_PLACE.search(before):
            return None
        marked = bool(match["d1"] and match["d2"])
        small = all(abs(_angle(number)[0]) < 1 for number in (one, two))
        many = digits >= 4 and not small
        if not (told or marked or many or (digits == 3 and not small and _AT.search(before))):
            return None
    elif digits < 3 and not (match["d1"] and match["d2"]):
        return None
    return _pair(one, "N", two, "E")


def _read_mgrs(match: re.Match[str], whole: bool) -> Position | None:
    east, north = match["east"], match["north"]
    if match["both"]:
        half, odd = divmod(len(match["both"]), 2)
        # Without blanks and with few digits it is as often the number of a part or a file.
        if odd or (half < 4 and not whole and not _is_told(match)):
            return None
        east, north = match["both"][:half], match["both"][half:]
    elif len(east) < 2 and not _is_told(match):
        return None
    return read_mgrs(int(match["zone"]), match["band"], match["square"], east, north)


def _read_utm(match: re.Match[str], whole: bool) -> Position | None:
    return read_utm(int(match["zone"]), match["band"], float(match["east"]), float(match["north"]))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], Position | None]], ...] = (
    (_LABELLED, _read_labelled),
    (_LABELLED_SWAPPED, _read_labelled),
    (_LETTERED, _read_lettered),
    (_LED, _read_lettered),
    (_UTM, _read_utm),
    (_MGRS, _read_mgrs),
    (_DECIMAL, _read_decimal),
)


def _is_told(match: re.Match[str]) -> bool:
    """Whether the words before say that this is a position."""
    return bool(_TELLS.search(match.string, max(0, match.start() - _REACH), match.start()))


def _pair(lat_text: str, north: str, lon_text: str, east: str) -> Position | None:
    if north not in "NS" or east not in "EW":
        return None
    lat, lat_km = _angle(lat_text)
    lon, lon_km = _angle(lon_text, longitude=True)
    lat, lon = -lat if north == "S" else lat, -lon if east == "W" else lon
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        return None
    return round(lat, 6), round(lon, 6), max(lat_km, lon_km)


def _angle(text: str, longitude: bool = False) -> tuple[float, float]:
    """Degrees, and what one unit of the last digit given is in kilometres; no number at all where minutes pass 59."""
    text = text.strip().replace("−", "-").replace("–", "-")
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if len(numbers) == 1 and re.fullmatch(r"\d{4,7}", numbers[0]):
        # Military notation: degrees, minutes and seconds run together.
        wide = 3 if longitude else 2
        rest = numbers[0][wide:]
        numbers = [numbers[0][:wide], *(rest[i : i + 2] for i in range(0, len(rest), 2))]
        if any(len(number) != 2 for number in numbers[1:]):
            return float("nan"), 0.0
    if any(float(number) >= 60 for number in numbers[1:]):
        return float("nan"), 0.0
    value = sum(float(number) / 60**power for power, number in enumerate(numbers))
    decimals = len(numbers[-1].partition(".")[2])
    unit = 111.2 / 60 ** (len(numbers) - 1) / 10**decimals
    return (-value if text.startswith("-") else value), max(0.01, round(unit, 1))
