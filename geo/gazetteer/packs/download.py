"""Fetching a dump from GeoNames' server, or a mirror: only when asked to, and gone on with where it broke off.

What was fetched lies in a .part file beside a note of which file that was the beginning of; a server that has another
file by now, or cannot go on in the middle, is asked for the whole.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urljoin, urlsplit

from geo.errors import PackCancelled, PackDownloadFailed, PackError

Progress = Callable[[float, str], None]

SERVER = "https://download.geonames.org/export/dump/"
"""GeoNames' own; DATELINE_GEONAMES names a mirror."""
TIMEOUT_SECONDS = 30.0
_TRIES = 3
_CHUNK = 1 << 18
_AGENT = "Dateline (place packs)"
_LOCK_SECONDS = 120.0
"""A lock that has not been touched for so long was left by a process that is no more."""
_SPARE = 50 * 2**20

_WHOLE_WORLD = {"all": "allCountries", "allcountries": "allCountries"}
_ALL_NAMES = frozenset({"names", "alternatenamesv2"})
_CODE = re.compile(r"[A-Za-z]{2}")
_CODE_NAMES = re.compile(r"(?:alternatenames/)?([A-Za-z]{2})(?:-names)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file of the server: what it is called there, and its whole address."""

    file: str
    address: str


def parse_wanted(text: str, server: str | None = None) -> Wanted | None:
    """Which file a user's word stands for, None when it is no such word. Raises PackError for a server that is none.

    "AF" is a country, "all" or "allCountries" the world, "AF-names" and "names" (or alternateNamesV2) alternate names.

    >>> [parse_wanted(word).file for word in ("af", "allCountries", "AF-names", "alternateNamesV2")]
    ['AF.zip', 'allCountries.zip', 'alternatenames/AF.zip', 'alternateNamesV2.zip']
    >>> parse_wanted("AF.zip")
    """
    word = text.strip()
    if word.casefold() in _WHOLE_WORLD:
        file = f"{_WHOLE_WORLD[word.casefold()]}.zip"
    elif word.casefold() in _ALL_NAMES:
        file = "alternateNamesV2.zip"
    elif _CODE.fullmatch(word):
        file = f"{word.upper()}.zip"
    elif found := _CODE_NAMES.fullmatch(word):
        file = f"alternatenames/{found[1].upper()}.zip"
    else:
        return None
    return Wanted(file, urljoin(choose_server(server), file))


def choose_server(server: str | None = None) -> str:
    """The address of the server's folder, with a stroke at its end; raises PackError when it is none of the web."""
    chosen = (server or os.environ.get("DATELINE_GEONAMES") or SERVER).strip()
    if urlsplit(chosen).scheme not in ("http", "https") or not urlsplit(chosen).netloc:
        raise PackError(f"{chosen} is no address of a server: it begins with https:// or http://.")
    return chosen.rstrip("/") + "/"


def fetch_dump(
    wanted: Wanted,
    work: Path,
    tell: Progress = lambda share, what: None,
    cancelled: Callable[[], bool] = lambda: False,
    timeout: float = TIMEOUT_SECONDS,
) -> Path:
    """Fetches the file into the folder `work` and gives back where it lies; goes on with an unfinished one.

    It stays there until `forget_dump`, so that what fails afterwards need not fetch it again. A connection that breaks
    is taken up again at once, twice. Raises PackDownloadFailed when the server cannot be reached, has no such file or
    sends something else, PackCancelled, and PackError without room or while another process fetches the same; what was
    fetched stays, for the next time.
    """
    part = work / (wanted.file.replace("/", "-") + ".part")
    with _hold(part):
        for attempt in range(1, _TRIES + 1):
            try:
                return _fetch(wanted, part, tell, cancelled, timeout)
            except _Broken as broken:
                if attempt == _TRIES:
                    raise _failed(wanted, part, broken.why) from broken
                tell(0.0, f"{broken.why}; asking again")
                time.sleep(0.2 * attempt)
    raise AssertionError("the last attempt returns or raises")


class _Broken(Exception):
    """The connection broke; asking again may help."""

    def __init__(self, why: str) -> None:
        self.why = why


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows no way out of the web, and none from a safe address to an open one."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        scheme = urlsplit(newurl).scheme
        if scheme not in ("http", "https") or (urlsplit(req.full_url).scheme == "https" and scheme != "https"):
            raise urllib.error.URLError(f"it points to {newurl}, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetch(wanted: Wanted, part: Path, tell: Progress, cancelled: Callable[[], bool], timeout: float) -> Path:
    note = part.with_suffix(".json")
    start, validator, whole = _begun(part, note, wanted.address)
    answer = _ask(wanted, part, start, validator, whole, timeout)
    if answer is None:
        return part
    with answer:
        start = _where_it_goes_on(answer, start)
        total = _total(answer, start)
        _check_type(wanted, answer)
        _check_room(wanted, part, (total or start) - start)
        kept = {"address": wanted.address, "validator": _validator(answer), "total": total}
        note.write_text(json.dumps(kept), encoding="utf-8")
        done = _save(answer, part, start, total, wanted, tell, cancelled)
    if total is not None and done != total:
        raise _Broken(f"the connection broke off after {done:,} of {total:,} bytes")
    with part.open("rb") as file:
        magic = file.read(4)
    if not magic.startswith(b"PK"):
        forget_dump(part)
        raise PackDownloadFailed(f"{wanted.address} did not send a zip file: check the address, or try again later.")
    return part


def forget_dump(part: Path) -> None:
    """Deletes what was fetched."""
    part.unlink(missing_ok=True)
    part.with_suffix(".json").unlink(missing_ok=True)


def _begun(part: Path, note: Path, address: str) -> tuple[int, str, bool]:
    """How much of the file is there, what tells whether the server still has the same one, and whether it is all."""
    try:
        kept = json.loads(note.read_text(encoding="utf-8"))
        size = part.stat().st_size
        if kept["address"] == address and kept["validator"] and size > 0:
            return size, str(kept["validator"]), size == kept["total"]
    except (OSError, ValueError, KeyError, TypeError):  # nothing begun, or half a note: then all of it is asked for
        pass
    return 0, "", False


def _ask(wanted: Wanted, part: Path, start: int, validator: str, whole: bool, timeout: float) -> Any:
    """The server's answer; None when it says that nothing follows what is `whole` here already."""
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "identity"}
    if start:
        headers |= {"Range": f"bytes={start}-", "If-Range": validator}
    opener = urllib.request.build_opener(_WebOnly)
    try:
        return opener.open(urllib.request.Request(wanted.address, headers=headers), timeout=timeout)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == 416 and whole:
            return None
        if error.code == 416:  # the beginning that is here is no beginning of what is there
            forget_dump(part)
            raise _Broken("the server has a file of another size") from error
        if error.code == 404:
            raise PackDownloadFailed(f"{wanted.address} is not there (the server says 404): check the code.") from error
        if error.code >= 500 or error.code == 429:
            raise _Broken(f"the server answers {error.code}") from error
        raise PackDownloadFailed(f"{wanted.address} is refused (the server says {error.code}).") from error
    except (OSError, http.client.HTTPException) as error:
        raise _Broken(f"the server cannot be reached ({_reason(error)})") from error


def _where_it_goes_on(answer: Any, start: int) -> int:
    """The byte at which the answer begins: `start` only where the server says that it goes on from there."""
    if answer.status != 206:
        return 0
    found = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    if found is None or int(found[1]) != start:
        raise _Broken("the server sends another part of the file than was asked for")
    return start


def _total(answer: Any, start: int) -> int | None:
    length = answer.headers.get("Content-Length", "")
    return start + int(length) if length.isdigit() else None


def _validator(answer: Any) -> str:
    """What tells this file from a later one in its place; a weak tag cannot, by the rules of HTTP."""
    tag = answer.headers.get("ETag", "")
    return str(tag if tag and not tag.startswith("W/") else answer.headers.get("Last-Modified", ""))


def _check_type(wanted: Wanted, answer: Any) -> None:
    if answer.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        raise PackDownloadFailed(
            f"{wanted.address} sent a web page and no dump: check the address, and whether the network asks to log in."
        )


def _check_room(wanted: Wanted, part: Path, needed: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if free < needed + _SPARE:
        raise PackError(
            f"{wanted.file} has {needed / 2**20:,.0f} MB and there are {free / 2**20:,.0f} MB of room in "
            f"{part.parent}: make room there, or name another folder in the environment variable DATELINE_DATA."
        )


def _save(
    answer: IO[bytes],
    part: Path,
    start: int,
    total: int | None,
    wanted: Wanted,
    tell: Progress,
    cancelled: Callable[[], bool],
) -> int:
    done = start
    with part.open("r+b" if start else "wb") as file:
        file.seek(start)
        while True:
            if cancelled():
                raise PackCancelled(f"The download was called off; the next one of {wanted.file} goes on from here.")
            try:
                chunk = answer.read(_CHUNK)
            except (OSError, http.client.HTTPException) as error:
                raise _Broken(f"the connection broke off after {done:,} bytes ({_reason(error)})") from error
            if not chunk:
                break
            file.write(chunk)
            done += len(chunk)
            of = f" of {total / 2**20:,.1f}" if total else ""
            tell(done / total if total else 0.0, f"Fetching {wanted.file}: {done / 2**20:,.1f}{of} MB")
        file.truncate(done)
    return done


def _reason(error: BaseException) -> str:
    inner = getattr(error, "reason", None)
    return str(inner or error) or type(error).__name__


def _failed(wanted: Wanted, part: Path, why: str) -> PackDownloadFailed:
    kept = part.stat().st_size if part.exists() else 0
    rest = (
        f"{kept / 2**20:,.1f} MB of it are kept: try again, and it goes on from there." if kept else "Try again later."
    )
    return PackDownloadFailed(f"{wanted.address} could not be fetched: {why}. {rest}")


@contextlib.contextmanager
def _hold(part: Path) -> Iterator[None]:
    """Lets one process fetch a file at a time."""
    lock = part.with_suffix(".lock")
    try:
        if time.time() - max(lock.stat().st_mtime, _touched(part)) > _LOCK_SECONDS:
            lock.unlink()
    except FileNotFoundError:
        pass
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError as error:
        raise PackError(
            f"{part.stem} is being fetched by another window or command: wait for it, or try again in two minutes."
        ) from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _touched(part: Path) -> float:
    return part.stat().st_mtime if part.exists() else 0.0
