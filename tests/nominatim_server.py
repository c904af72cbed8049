"""A stand-in for a Nominatim server on this machine: answers what a test tells it to, and remembers the questions."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

VILLAGE = {
    "osm_type": "node",
    "osm_id": 42,
    "lat": "36.50",
    "lon": "68.90",
    "name": "Dand-e Ghori",
    "display_name": "Dand-e Ghori, Baghlan, Afghanistan",
    "class": "place",
    "type": "village",
    "addresstype": "village",
    "boundingbox": ["36.49", "36.51", "68.89", "68.91"],
    "address": {"state": "Baghlan", "country": "Afghanistan", "country_code": "af"},
}


@dataclass
class Server:
    """What the server answers, and what it was asked."""

    address: str = ""
    status: int = 200
    body: bytes = b"[]"
    delay: float = 0.0
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    promised: int | None = None
    """The length that it announces, where that is not the body's."""
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    sent: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    def answer(self, value: Any) -> None:
        """From now on answers `value`."""
        self.body = json.dumps(value).encode()


@contextlib.contextmanager
def run_server() -> Iterator[Server]:
    """A server that runs until the end of the block."""
    state, lock = Server(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with lock:
                state.times.append(time.monotonic())
                state.asked.append(parse_qs(urlsplit(self.path).query))
                state.sent.append(dict(self.headers))
                state.at_once += 1
                state.most_at_once = max(state.most_at_once, state.at_once)
            time.sleep(state.delay)
            with lock:
                state.at_once -= 1
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # who asked did not wait
                self.send_response(state.status)
                self.send_header("Content-Length", str(state.promised or len(state.body)))
                for name, value in state.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                if not state.drip:
                    self.wfile.write(state.body)
                for byte in state.body if state.drip else b"":
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(state.drip)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing: the test looks at what was asked."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    listener.block_on_close = False
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    state.address = f"http://127.0.0.1:{listener.server_port}/nominatim"
    try:
        yield state
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()
