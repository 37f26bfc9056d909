"""Serves a generated site on loopback over TLS and plain http, for the demo and the tests."""

from __future__ import annotations

import http.server
import json
import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Served:
    """Where a site is served: its host name, the two ports, the authority to trust, and what was asked for."""

    host: str
    port: int
    plain_port: int
    ca: Path
    hits: Counter[str] = field(default_factory=Counter)


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve the site.json of `folder` on 127.0.0.1 until the block ends."""
    import trustme

    site = json.loads((folder / "site.json").read_text("utf-8"))
    host = str(site["host"])
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(host, host.removeprefix("www.")).configure_cert(context)
    hits: Counter[str] = Counter()
    secure = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(site, hits, ""))
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(site, hits, f"https://{host}"))
    servers = (secure, plain)
    for server in servers:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(host, secure.server_port, plain.server_port, folder / "ca.pem", hits)
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


def _handler(site: dict[str, object], hits: Counter[str], elsewhere: str) -> type[http.server.BaseHTTPRequestHandler]:
    answers = site["answers"]
    host = str(site["host"])
    assert isinstance(answers, dict)  # noqa: S101 - written by generate

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # headers and body in one packet: a split answer waits for a delayed acknowledgement

        def do_GET(self) -> None:
            hits[self.path] += 1
            named = (self.headers.get("Host") or "").partition(":")[0]
            if elsewhere or named != host:
                return self._answer(301, {"Location": f"https://{host}{self.path}"}, b"")
            found = answers.get(self.path)
            if found is None:
                return self._answer(404, {"Content-Type": "text/html; charset=utf-8"}, b"<title>404</title><h1>Siden finnes ikke</h1>")
            return self._answer(int(found.get("status", 200)), found.get("headers", {}), str(found.get("body", "")).encode())

        def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()

        def log_message(self, *_: object) -> None:
            """Say nothing: the audit tells what it reads."""

    return Handler
