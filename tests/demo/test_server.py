"""The demo's server: TLS that holds, answers as site.json says, one connection for many requests."""

from __future__ import annotations

import http.client
import json
import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from fotavtrykk.demo.server import Served, serve

HOST = "www.rimtun.example"


class Via(http.client.HTTPSConnection):
    """A connection to the demo's port that asks for `host` and checks its certificate."""

    def __init__(self, served: Served, host: str = HOST) -> None:
        self.context = ssl.create_default_context(cafile=str(served.ca))
        self.name = host
        super().__init__("127.0.0.1", served.port, context=self.context, timeout=20)

    def connect(self) -> None:
        raw = socket.create_connection((self.host, self.port), timeout=20)
        self.sock = self.context.wrap_socket(raw, server_hostname=self.name)

    def ask(self, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        self.request(method, path, headers={"Host": self.name})
        answer = self.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.fixture
def secure(served: Served) -> Iterator[Via]:
    connection = Via(served)
    yield connection
    connection.close()


def plain(served: Served, host: str, path: str) -> tuple[int, str | None]:
    connection = http.client.HTTPConnection("127.0.0.1", served.plain_port, timeout=20)
    connection.request("GET", path, headers={"Host": host})
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.getheader("Location")


def test_pages_over_a_certificate_that_holds(secure: Via) -> None:
    status, headers, body = secure.ask("/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "Kulde og varme" in body.decode()


def test_the_certificate_is_of_the_demo_hosts_only(served: Served) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        Via(served, "www.annet.example").ask("/")
    with pytest.raises(ssl.SSLCertVerificationError):
        raw = socket.create_connection(("127.0.0.1", served.port), timeout=20)
        ssl.create_default_context().wrap_socket(raw, server_hostname=HOST)


def test_one_connection_serves_many_requests(secure: Via) -> None:
    secure.ask("/tjenester/")
    first = secure.sock
    assert secure.ask("/priser/")[0] == secure.ask("/en/")[0] == 200
    assert secure.sock is first


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/priser", 301, "/priser/"),
        ("/jobb/", 301, "/ledige-stillinger/"),
        ("/kundesider/", 302, "https://puls.rimtun.example/"),
        ("/fagartikler/varmepumpe-i-n%C3%A6ringsbygg", 301, "/fagartikler/varmepumpe-i-n%C3%A6ringsbygg/"),
        ("/finnes/ikke/", 404, None),
        ("/../../etc/passwd", 404, None),
        ("/%2e%2e/truth.json", 404, None),
        ("/produkter/puls-mini/", 410, None),
        ("/kalkulator/", 500, None),
        ("/robots.txt", 200, None),
        ("/sitemap.xml?x=1", 200, None),
    ],
)
def test_answers_are_those_of_the_site(secure: Via, path: str, status: int, location: str | None) -> None:
    got, headers, _ = secure.ask(path)
    assert (got, headers.get("location")) == (status, location)


def test_headers_of_a_route(secure: Via) -> None:
    assert secure.ask("/fagartikler/stoy-fra-kondensatorer/")[1]["x-robots-tag"] == "noindex"
    assert "x-robots-tag" not in secure.ask("/fagartikler/avriming/")[1]


def test_head_has_the_length_and_no_body(secure: Via) -> None:
    whole = secure.ask("/")[2]
    status, headers, body = secure.ask("/", "HEAD")
    assert (status, int(headers["content-length"]), body) == (200, len(whole), b"")


def test_a_dropped_connection_gives_no_answer(secure: Via) -> None:
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError, ssl.SSLError)):
        secure.ask("/nyheter/arkiv/")


def test_http_leads_to_https_and_the_bare_host_to_www(served: Served) -> None:
    assert plain(served, HOST, "/priser/?a=1") == (301, f"https://{HOST}/priser/?a=1")
    bare = Via(served, "rimtun.example")
    assert bare.ask("/priser/")[1]["location"] == f"https://{HOST}/priser/"
    bare.close()


def test_some_small_sites_have_no_good_https(served: Served) -> None:
    assert plain(served, "www.seljevik.example", "/") == (200, None)
    assert plain(served, "www.stillhav.example", "/") == (200, None)
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError, ssl.SSLError)):
        Via(served, "www.stillhav.example").ask("/")


def test_an_unknown_host_is_refused(served: Served) -> None:
    assert plain(served, "www.annet.example", "/") == (421, None)


def test_requests_are_counted_and_the_ports_end_with_the_block(tmp_path: Path) -> None:
    host = {"aliases": [], "plain": "same", "routes": {}}
    (tmp_path / "liten.example").mkdir()
    (tmp_path / "liten.example" / "index.html").write_text("<title>Liten</title>", "utf-8")
    (tmp_path / "site.json").write_text(
        json.dumps({"main": "liten.example", "hosts": {"liten.example": host}})
    )
    with serve(tmp_path) as served:
        assert served.hosts == ("liten.example",)
        for _ in range(3):
            assert plain(served, "liten.example", "/")[0] == 200
        assert served.hits["liten.example/"] == 3
        assert served.ca.is_file()
    assert not served.ca.exists()
    for port in (served.port, served.plain_port):
        with pytest.raises(ConnectionError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
