"""Serves the demo's sites on loopback over TLS and plain http, for the demo and the tests.

Bound to 127.0.0.1 on ports that the system chooses. All hosts of site.json answer on the same two ports, told
apart by the Host header; the certificate is made at the start by an authority that nobody else knows.
"""

from __future__ import annotations

import http.server
import json
import mimetypes
import ssl
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, unquote, urlsplit

_TYPES = {".html": "text/html; charset=utf-8", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True)
class Served:
    """Where the sites are served: the main host, all hosts, both ports, the authority to trust.

    `hits` counts requests by "host/path".
    """

    host: str
    hosts: tuple[str, ...]
    port: int
    plain_port: int
    ca: Path
    hits: Counter[str] = field(default_factory=Counter)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve what `generate` wrote into `folder` until the block ends."""
    site = json.loads((folder / "site.json").read_text("utf-8"))
    names = {alias: host for host, own in site["hosts"].items() for alias in (host, *own["aliases"])}
    hits: Counter[str] = Counter()
    with ExitStack() as stack:
        own = Path(stack.enter_context(TemporaryDirectory(prefix="fotavtrykk-demo-")))
        context, ca = _certificate(own, list(names))
        handler = {"folder": folder, "site": site["hosts"], "names": names, "hits": hits}
        secure, plain = (
            _Server(("127.0.0.1", 0), type("Handler", (_Handler,), handler | {"tls": tls}))
            for tls in (True, False)
        )
        secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
        for server in (secure, plain):
            stack.callback(server.server_close)
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
            stack.callback(server.shutdown)
        yield Served(site["main"], tuple(names), secure.server_port, plain.server_port, ca, hits)


def _certificate(folder: Path, names: list[str]) -> tuple[ssl.SSLContext, Path]:
    import trustme

    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context, folder / "ca.pem"


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away or does not trust the certificate is no fault of the server."""
        if not isinstance(sys.exception(), OSError):
            traceback.print_exc()


class _Handler(http.server.BaseHTTPRequestHandler):
    """One connection; the class attributes are filled in by `serve`."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # headers and body in one packet: a split answer waits for a delayed acknowledgement
    timeout = 60
    folder: Path
    site: Mapping[str, Mapping[str, object]]
    names: Mapping[str, str]
    hits: Counter[str]
    tls: bool

    def do_GET(self) -> None:
        named = (self.headers.get("Host") or "").partition(":")[0].lower()
        host = self.names.get(named, "")
        path = unquote(urlsplit(self.path).path)
        self.hits[named + path] += 1
        if not host:
            return self._answer(421, {}, b"")
        plain = self.site[host]["plain"]
        if self.tls and plain == "only":
            return self._hang_up()
        if not self.tls and plain == "https":
            return self._answer(301, {"Location": f"https://{named}{self.path}"}, b"")
        if named != host:
            return self._answer(
                301, {"Location": f"{'https' if self.tls else 'http'}://{host}{self.path}"}, b""
            )
        return self._page(host, path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _page(self, host: str, path: str) -> None:
        routes = self.site[host]["routes"]
        route = routes.get(path, {}) if isinstance(routes, Mapping) else {}
        time.sleep(route.get("wait", 0))
        if route.get("drop"):
            return self._hang_up()
        if "location" in route:
            return self._answer(int(route["status"]), {"Location": quote(route["location"], safe="/:%")}, b"")
        if int(route.get("status", 200)) != 200:
            return self._missing(host, int(route["status"]))
        file = (self.folder / host / path.lstrip("/")).resolve()
        if not file.is_relative_to((self.folder / host).resolve()):
            return self._missing(host, 404)
        if (file / "index.html").is_file():
            if not path.endswith("/"):
                return self._answer(301, {"Location": quote(path + "/")}, b"")
            file = file / "index.html"
        if not file.is_file():
            return self._missing(host, 404)
        return self._answer(200, {"Content-Type": _kind(file), **route.get("headers", {})}, file.read_bytes())

    def _missing(self, host: str, status: int) -> None:
        file = self.folder / host / "404.html"
        body = file.read_bytes() if file.is_file() else b"<!doctype html><title>404</title><h1>404</h1>"
        self._answer(status, {"Content-Type": _TYPES[".html"]}, body)

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def _hang_up(self) -> None:
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing: the audit tells what it reads."""


def _kind(file: Path) -> str:
    return _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
