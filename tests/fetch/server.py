"""A small web site on the loopback that can misbehave in every way a test asks for."""

from __future__ import annotations

import re
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

HOST = "www.site.example"
SITE = f"http://{HOST}"


@dataclass(frozen=True)
class Reply:
    """What a path answers. `raw` is sent instead of everything else; `drip` comes piece by piece after it."""

    body: bytes | str = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    drip: Iterable[bytes] | None = None
    pause: float = 0.0

    def head(self) -> bytes:
        lines = {"Content-Type": self.kind, "Connection": "close"} | dict(self.headers)
        if self.drip is None:
            lines.setdefault("Content-Length", str(len(self.content())))
        text = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"HTTP/1.1 {self.status} X\r\n{text}\r\n".encode("latin-1")

    def content(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


Pages = Mapping[str, Reply | str]
Other = Callable[[str], Reply | str | None]


def to(location: str, status: int = 302) -> Reply:
    """A redirect."""
    return Reply(status=status, headers={"Location": location})


def menu(*targets: str) -> str:
    """A page that links to each of `targets`."""
    return "<!doctype html><title>t</title>" + "".join(f'<a href="{to}">x</a> ' for to in targets)


class Server(socketserver.ThreadingTCPServer):
    """Answers `hosts` by name, then `pages` by path with query, then `other`, else 404; counts what each was asked for."""

    daemon_threads, allow_reuse_address, block_on_close, request_queue_size = True, True, False, 64

    def __init__(self, pages: Pages, other: Other = lambda _: None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages, self.other = dict(pages), other
        self.hits: Counter[str] = Counter()
        self.hosts: dict[str, Reply] = {}
        self.foreign: Counter[str] = Counter()
        self.guard = threading.Lock()
        self.begun: list[tuple[float, str]] = []
        self.open = True

    def __enter__(self) -> Server:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.open = False
        self.shutdown()
        self.server_close()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is no error."""

    def answer(self, host: str, path: str) -> Reply:
        with self.guard:
            (self.hits if host == HOST else self.foreign)[path if host == HOST else host + path] += 1
            self.begun.append((time.monotonic(), path))
        if host in self.hosts and path != "/robots.txt":
            return self.hosts[host]
        found = self.pages.get(path)
        found = self.other(path) if found is None else found
        if found is None:
            return Reply("nothing", 404)
        return Reply(found) if isinstance(found, str) else found


class _Handler(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        with suppress(OSError):
            first = re.fullmatch(rb"(GET) (\S+) HTTP/1.1\r\n", self.rfile.readline(65537))
            host = b""
            while first and (line := self.rfile.readline(65537)).strip():
                name, _, value = line.partition(b":")
                host = value.strip() if name.lower() == b"host" else host
            if first:
                self._send(self.server.answer(host.decode("latin-1"), first[2].decode("latin-1")))

    def _send(self, reply: Reply) -> None:
        if reply.raw is not None:
            self.wfile.write(reply.raw)
            return
        self.wfile.write(reply.head() + reply.content())
        for piece in reply.drip or ():
            if not self.server.open:
                return
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(reply.pause)
