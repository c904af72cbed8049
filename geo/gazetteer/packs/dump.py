"""GeoNames dump files as they come, zipped or plain: file -> lines -> rows, and a sentence for what is none of theirs.

The format is that of readme.txt beside the files (https://download.geonames.org/export/dump/): UTF-8, no heading,
columns parted by tabs; nineteen for places, ten for alternate names (version 2; eight in version 1).
"""

from __future__ import annotations

import datetime
import hashlib
import math
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from geo.errors import PackSourceBroken

Kind = Literal["places", "names"]
PLACE_COLUMNS = 19
NAME_COLUMNS = 10
LONGEST_NAME = 200
"""Characters of a name at most, as GeoNames' own table has them."""

_CHUNK = 1 << 20
_LONGEST_LINE = 1 << 18
_NOT_DATA = frozenset({"readme.txt", "iso-languagecodes.txt"})
_WHOLE_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class DumpPlace:
    """One row of the main table; `alternates` are parted by commas, the codes are GeoNames' own."""

    geonameid: int
    name: str
    ascii_name: str
    alternates: str
    lat: float
    lon: float
    feature_class: str
    feature: str
    country: str
    others: str
    """cc2: codes of further countries, parted by commas."""
    admin1: str
    admin2: str
    population: int
    modified: str


@dataclass(frozen=True, slots=True)
class DumpName:
    """One row of the table of alternate names."""

    geonameid: int
    language: str
    name: str
    is_colloquial: bool


def parse_place(line: str) -> DumpPlace:
    """The place in a line of the main table; raises ValueError with a few words on what is wrong with the line."""
    cells = line.split("\t")
    if len(cells) != PLACE_COLUMNS:
        raise ValueError(f"{len(cells)} columns in place of {PLACE_COLUMNS}")
    if "\x00" in line:
        raise ValueError("NUL bytes in it")
    lat, lon = _number(cells[4], "latitude"), _number(cells[5], "longitude")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("a position that is not on Earth")
    if lat == 0 and lon == 0:
        raise ValueError("no position (0, 0)")
    name = " ".join(cells[1].split())
    if not name:
        raise ValueError("no name")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"a name of more than {LONGEST_NAME} characters")
    if cells[8] and not _COUNTRY.fullmatch(cells[8]):
        raise ValueError("a country code that is none")
    if not cells[7] and cells[6] != "P":
        raise ValueError("no feature code")
    return DumpPlace(
        geonameid=_identifier(cells[0]),
        name=name,
        ascii_name=cells[2],
        alternates=cells[3],
        lat=lat,
        lon=lon,
        feature_class=cells[6],
        feature=cells[7] or "PPL",
        country=cells[8],
        others=cells[9],
        admin1=cells[10],
        admin2=cells[11],
        population=_people(cells[14]),
        modified=cells[18] if _WHOLE_DATE.fullmatch(cells[18]) else "",
    )


def parse_name(line: str) -> DumpName:
    """The name in a line of the table of alternate names; raises ValueError with a few words on what is wrong.

    >>> parse_name("1\\t1138958\\ten\\tCabul\\t\\t\\t\\t\\t\\t").name
    'Cabul'
    """
    cells = line.split("\t")
    if not 4 <= len(cells) <= NAME_COLUMNS:
        raise ValueError(f"{len(cells)} columns in place of {NAME_COLUMNS}")
    if "\x00" in line:
        raise ValueError("NUL bytes in it")
    colloquial = len(cells) > 6 and cells[6] == "1"
    return DumpName(_identifier(cells[1]), cells[2], " ".join(cells[3].split()), colloquial)


def _identifier(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) < 16 and int(cell) > 0):
        raise ValueError("a number that is no GeoNames id")
    return int(cell)


def _number(cell: str, what: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"a {what} that is no number") from None
    if not math.isfinite(value):
        raise ValueError(f"a {what} that is no number")
    return value


def _people(cell: str) -> int:
    """How many people; 0, which is GeoNames' own word for not known, where the cell is empty or below it."""
    if not cell:
        return 0
    try:
        return max(int(cell), 0)
    except ValueError:
        raise ValueError("a population that is no number") from None


class DumpFile:
    """An opened dump: what it holds, how much of it there is, and its lines. Close it when done."""

    stem: str
    """The name that the data bear in the dump: "AF", "allCountries", "alternateNamesV2"."""
    kind: Kind
    size: int
    """Bytes, unpacked."""
    day: str
    """The day on which the zip was made, as YYYY-MM-DD; empty for plain text."""

    def __init__(self, path: Path, name: str | None = None) -> None:
        """Opens the file at `path`, called `name` to the user. Raises PackSourceBroken, and OSError for none."""
        self.path = path
        self.name = name or path.name
        self._archive: zipfile.ZipFile | None = None
        with path.open("rb") as file:
            start = file.read(4)
        if not start:
            raise PackSourceBroken(f"{self.name} is empty: copy or download it again.")
        if start.startswith(b"PK"):
            self._open_zip()
        else:
            self.stem, self.size, self.day = Path(self.name).stem, path.stat().st_size, ""
        try:
            with self._stream() as stream:
                self.kind = self._tell_kind(self._read(stream))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        if self._archive is not None:
            self._archive.close()

    def __enter__(self) -> DumpFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def compute_digest(self) -> str:
        """Hex SHA-256 of the file as it lies on disk."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def lines(self, tell: Callable[[int], None] = lambda done: None) -> Iterator[bytes]:
        """The lines, without their ends and a byte-order mark; `tell` hears how many bytes were read.

        Raises PackSourceBroken when the file is cut off, or damaged by the zip's own checksum.
        """
        rest, done = b"", 0
        with self._stream() as stream:
            while chunk := self._read(stream):
                if not done:
                    chunk = chunk.removeprefix(b"\xef\xbb\xbf")
                done += len(chunk)
                *whole, rest = (rest + chunk).split(b"\n")
                if len(rest) > _LONGEST_LINE:
                    raise PackSourceBroken(f"{self.name} is no GeoNames dump: it has a line without an end.")
                for line in whole:
                    yield line.removesuffix(b"\r")
                tell(done)
        if rest.strip(b"\r\n\x1a "):
            if not self._is_whole_line(rest):
                raise PackSourceBroken(
                    f"{self.name} ends in the middle of a line, so that it was cut off: copy or download it again."
                )
            yield rest.removesuffix(b"\r")

    def _is_whole_line(self, rest: bytes) -> bool:
        cells = rest.decode("utf-8", "replace").removesuffix("\r").split("\t")
        if self.kind == "places":
            return len(cells) == PLACE_COLUMNS and _WHOLE_DATE.fullmatch(cells[-1]) is not None
        return len(cells) == NAME_COLUMNS

    def _open_zip(self) -> None:
        try:
            self._archive = zipfile.ZipFile(self.path)
            members = [
                member
                for member in self._archive.infolist()
                if member.filename.lower().endswith(".txt") and Path(member.filename).name.lower() not in _NOT_DATA
            ]
        except zipfile.BadZipFile as error:
            raise PackSourceBroken(
                f"{self.name} is cut off or no zip file at all ({error}): copy or download it again."
            ) from error
        if not members:
            self.close()
            raise PackSourceBroken(
                f"{self.name} holds no table of places: choose a file such as AF.zip, allCountries.zip or "
                "alternateNamesV2.zip."
            )
        self._member = max(members, key=lambda member: member.file_size)
        self.stem, self.size = Path(self._member.filename).stem, self._member.file_size
        try:
            self.day = datetime.date(*self._member.date_time[:3]).isoformat()
        except ValueError:  # a zip may be made without a day
            self.day = ""

    def _stream(self) -> IO[bytes]:
        if self._archive is None:
            return self.path.open("rb")
        try:
            return self._archive.open(self._member)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
            raise PackSourceBroken(f"{self.name} cannot be unpacked ({error}): copy or download it again.") from error

    def _read(self, stream: IO[bytes]) -> bytes:
        try:
            return stream.read(_CHUNK)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise PackSourceBroken(
                f"{self.name} is damaged ({str(error) or 'it ends too early'}): copy or download it again."
            ) from error

    def _tell_kind(self, start: bytes) -> Kind:
        lines = start.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()[:50]
        counts = {"places": 0, "names": 0}
        for line in lines:
            cells = line.split("\t")
            if len(cells) == PLACE_COLUMNS and cells[0].isdigit():
                counts["places"] += 1
            elif 4 <= len(cells) <= NAME_COLUMNS and cells[0].isdigit() and cells[1].isdigit():
                counts["names"] += 1
        if counts["places"] > len(lines) // 2:
            return "places"
        if counts["names"] > len(lines) // 2:
            return "names"
        what = " (it is a web page)" if start.lstrip()[:1] == b"<" else ""
        raise PackSourceBroken(
            f"{self.name} is no GeoNames dump{what}: it needs {PLACE_COLUMNS} columns parted by tabs, as in AF.txt, or "
            f"{NAME_COLUMNS}, as in alternateNamesV2.txt."
        )
