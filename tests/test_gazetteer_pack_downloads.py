"""Fetching dumps: servers that go on, that cannot, that break off, refuse or send something else; no other network."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geo.errors import PackCancelled, PackDownloadFailed, PackError, PackSourceBroken
from geo.gazetteer import add_pack, list_packs, packs_folder
from geo.gazetteer.packs import download
from tests.pack_sample import place, save_zip

ROWS = [place(90002000 + number, f"Deh {number}", 30 + number / 1000) for number in range(20_000)]


@dataclass
class Site:
    """What the server has and how it behaves; `asked` is the Range of every request ("" for none)."""

    files: dict[str, bytes] = field(default_factory=dict)
    tag: str = '"one"'
    modified: str = "Sun, 01 Nov 2026 03:15:00 GMT"
    ranges: bool = True
    break_after: list[int] = field(default_factory=list)
    """Bytes after which the next answers break off, one each."""
    status: list[int] = field(default_factory=list)
    """What the next answers are refused with, one each."""
    kind: str = "application/zip"
    redirect: str = ""
    delay: threading.Event | None = None
    asked: list[str] = field(default_factory=list)
    address: str = ""


class Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        site = self.site
        site.asked.append(self.headers.get("Range", ""))
        if site.delay is not None:
            site.delay.wait(5)
        if site.redirect:
            self.send_response(302)
            self.send_header("Location", site.redirect)
            self.end_headers()
            return
        content = site.files.get(self.path)
        if site.status or content is None:
            self.send_error(site.status.pop(0) if site.status else 404)
            return
        start = 0
        same = self.headers.get("If-Range", site.tag) in (site.tag, site.modified)
        if site.ranges and same and (wanted := self.headers.get("Range")):
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            if start >= len(content):
                self.send_error(416)
                return
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        self.send_header("Content-Type", site.kind)
        self.send_header("Content-Length", str(len(content) - start))
        self.send_header("ETag", site.tag)
        self.send_header("Last-Modified", site.modified)
        self.end_headers()
        end = start + site.break_after.pop(0) if site.break_after else len(content)
        with contextlib.suppress(ConnectionError):  # a client that was called off
            self.wfile.write(content[start:end])
            self.wfile.flush()
        if end < len(content):
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A server with AF.zip, and a data folder of this test's own."""
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(download, "_CHUNK", 4096)
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    site = Site({"/dump/AF.zip": save_zip(tmp_path / "AF.zip", ROWS).read_bytes()})
    handler = type("OneHandler", (Handler,), {"site": site})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http://127.0.0.1:{server.server_address[1]}/dump"
        monkeypatch.setenv("DATELINE_GEONAMES", site.address)
        yield site
        server.shutdown()


def left_over() -> list[str]:
    return sorted(path.name for path in (packs_folder() / "unfinished").iterdir())


def test_a_country_is_fetched_and_installed(site: Site) -> None:
    told: list[tuple[float, str]] = []
    pack = add_pack("af", tell=lambda share, words: told.append((share, words)))
    assert (pack.name, pack.places, pack.source) == ("AF", 20_000, f"{site.address}/AF.zip")
    assert site.asked == [""] and left_over() == []
    shares = [share for share, _ in told]
    assert shares == sorted(shares) and "Fetching AF.zip" in told[0][1]


def test_a_connection_that_breaks_is_gone_on_with(site: Site) -> None:
    site.break_after = [20_000, 30_000]
    assert add_pack("AF").places == 20_000
    assert site.asked == ["", "bytes=20000-", "bytes=50000-"]


def test_a_server_without_ranges_is_asked_for_the_whole(site: Site) -> None:
    site.ranges, site.break_after = False, [20_000]
    assert add_pack("AF").places == 20_000
    assert site.asked == ["", "bytes=20000-"]


def test_what_was_fetched_is_kept_for_the_next_time(site: Site) -> None:
    site.break_after = [10_000, 10_000, 10_000]
    with pytest.raises(PackDownloadFailed, match="goes on from there"):
        add_pack("AF")
    assert left_over() == ["AF.zip.json", "AF.zip.part"] and list_packs() == ()
    site.asked.clear()
    assert add_pack("AF").places == 20_000
    assert site.asked == ["bytes=30000-"] and left_over() == []


def test_a_file_that_has_changed_meanwhile_is_begun_anew(site: Site, tmp_path: Path) -> None:
    site.break_after = [10_000, 10_000, 10_000]
    with pytest.raises(PackDownloadFailed):
        add_pack("AF")
    site.tag, site.modified = '"two"', "Mon, 02 Nov 2026 03:15:00 GMT"
    site.files["/dump/AF.zip"] = save_zip(tmp_path / "new.zip", ROWS[:1000]).read_bytes()
    assert add_pack("AF").places == 1000


def test_a_weak_tag_is_not_trusted(site: Site) -> None:
    site.tag, site.break_after = 'W/"one"', [10_000]
    assert add_pack("AF").places == 20_000
    assert site.asked == ["", "bytes=10000-"], "the day of change tells the file instead"


def test_calling_off_keeps_what_was_fetched(site: Site) -> None:
    heard: list[float] = []
    with pytest.raises(PackCancelled, match="goes on from here"):
        add_pack("AF", tell=lambda share, words: heard.append(share), cancelled=lambda: len(heard) > 3)
    assert left_over() == ["AF.zip.json", "AF.zip.part"]
    assert add_pack("AF").places == 20_000
    assert site.asked[-1].startswith("bytes=")


def test_a_dump_that_was_fetched_but_not_installed_is_not_fetched_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    words: list[str] = []
    with pytest.raises(PackCancelled):
        add_pack(
            "AF",
            tell=lambda share, said: words.append(said),
            cancelled=lambda: any("Reading" in said for said in words),
        )
    assert left_over() == ["AF.zip.json", "AF.zip.part"]
    size = len(site.files["/dump/AF.zip"])
    assert add_pack("AF").places == 20_000
    assert site.asked == ["", f"bytes={size}-"], "the server only says that nothing is missing"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"files": {}}, "404"),
        ({"kind": "text/html"}, "web page"),
        ({"files": {"/dump/AF.zip": b"Sorry, come back later"}}, "did not send a zip file"),
        ({"status": [403]}, "refused"),
        ({"status": [503, 503, 503]}, "503"),
        ({"redirect": "file:///etc/passwd"}, "not followed|could not be fetched|refused"),
        ({"redirect": "ftp://127.0.0.1/AF.zip"}, "not followed"),
    ],
)
def test_what_the_server_does_wrong_is_told_in_a_sentence(site: Site, change: dict[str, object], words: str) -> None:
    for name, value in change.items():
        setattr(site, name, value)
    with pytest.raises(PackDownloadFailed, match=words) as caught:
        add_pack("AF")
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value) and site.address in str(caught.value)
    assert list_packs() == () and left_over() == []


def test_a_server_that_answers_once_it_has_recovered(site: Site) -> None:
    site.status = [503, 500]
    assert add_pack("AF").places == 20_000


def test_a_damaged_zip_is_not_kept(site: Site) -> None:
    content = site.files["/dump/AF.zip"]
    site.files["/dump/AF.zip"] = content[:20_000] + b"\x55" * 64 + content[20_064:]
    with pytest.raises(PackSourceBroken, match=r"AF\.zip"):
        add_pack("AF")
    assert left_over() == [] and list_packs() == ()


def test_a_server_that_does_not_answer(site: Site, tmp_path: Path) -> None:
    site.delay = threading.Event()
    wanted = download.parse_wanted("AF")
    assert wanted is not None
    with pytest.raises(PackDownloadFailed, match="could not be fetched"):
        download.fetch_dump(wanted, tmp_path, timeout=0.1)
    site.delay.set()


def test_two_at_once_do_not_write_into_one_file(site: Site, tmp_path: Path) -> None:
    wanted = download.parse_wanted("AF")
    assert wanted is not None
    with download._hold(tmp_path / "AF.zip.part"), pytest.raises(PackError, match="another window or command"):
        download.fetch_dump(wanted, tmp_path)


def test_no_room_is_told_before_anything_is_fetched(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "_SPARE", 10**18)
    with pytest.raises(PackError, match="room"):
        add_pack("AF")


@pytest.mark.parametrize("server", ["file:///srv/dump/", "ftp://example.org/", "download.geonames.org", "https://"])
def test_only_the_web_is_asked(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_GEONAMES", server)
    with pytest.raises(PackError, match="no address of a server"):
        add_pack("AF")
