"""A certificate that does not hold is a finding, and the site behind it is read all the same."""

from __future__ import annotations

import asyncio
import socket
import ssl
from datetime import UTC, datetime

import pytest
import trustme

from fetch.crawling import Crawl, crawl, extract, options
from fetch.server import HOST, Server, menu
from fotavtrykk.fetch import ConnectTo, Progress
from fotavtrykk.fetch.crawler import Crawler
from fotavtrykk.warc import scan

AUTHORITY, STRANGER = trustme.CA(), trustme.CA()
PAGES = {"/": menu(*(f"/p{n}" for n in range(9)))} | {f"/p{n}": menu("/") for n in range(9)}
LEAVES = {
    "ok": AUTHORITY.issue_cert(HOST),
    "untrusted": STRANGER.issue_cert(HOST),
    "expired": AUTHORITY.issue_cert(HOST, not_before=datetime(2020, 1, 1, tzinfo=UTC), not_after=datetime(2021, 1, 1, tzinfo=UTC)),
    "wrong_host": AUTHORITY.issue_cert("other.example"),
}  # fmt: skip


class Secure(Server):
    """The test server over TLS, with a certificate of ours."""

    def __init__(self, certificate: str) -> None:
        super().__init__(PAGES)
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        LEAVES[certificate].configure_cert(self.context)

    def get_request(self) -> tuple[socket.socket, object]:
        plain, address = super().get_request()
        return self.context.wrap_socket(plain, server_side=True), address


@pytest.fixture
def ca_file(tmp_path):
    """The one authority that the crawl is told to trust."""
    path = tmp_path / "ca.pem"
    AUTHORITY.cert_pem.write_to_path(str(path))
    return path


def _given(server: Server, ca_file: object) -> dict[str, object]:
    to = (ConnectTo(HOST, 443, "127.0.0.1", server.port),)
    return {"start": f"https://{HOST}/", "ca_file": ca_file, "connect_to": to}


def _host(done: Crawl) -> dict[str, object]:
    return next(dict(row) for row in done.rows("hosts") if row["preferred"])


def test_a_certificate_that_holds_is_said_to(tmp_path, ca_file):
    with Secure("ok") as server:
        done = crawl(server, tmp_path / "c", **_given(server, ca_file))
    assert _host(done)["certificate"] == "ok" and done.outcome.state == "complete"
    assert all(row["secure"] for row in done.rows()) and len(done.rows()) == len(PAGES)


@pytest.mark.parametrize("fault", ["untrusted", "expired", "wrong_host"])
def test_a_bad_certificate_is_told_and_the_site_is_read(tmp_path, ca_file, fault: str):
    with Secure(fault) as server:
        done = crawl(server, tmp_path / "c", **_given(server, ca_file))
    assert _host(done)["certificate"] == fault
    assert [row["state"] for row in done.rows()] == ["read"] * len(PAGES)
    assert not any(row["secure"] for row in done.rows())


def test_a_site_with_a_bad_certificate_is_gone_on_with(tmp_path, ca_file):
    async def begin() -> str:
        stop = asyncio.Event()

        def told(progress: Progress) -> None:
            if progress.pages >= 4:
                stop.set()

        given = options(server.port, **_given(server, ca_file))
        return (await Crawler(given, tmp_path / "c", extract, told, stop).run()).state

    with Secure("expired") as server:
        assert asyncio.run(begin()) == "interrupted"
        done = crawl(server, tmp_path / "c", **_given(server, ca_file))
    assert [row["state"] for row in done.rows()] == ["read"] * len(PAGES)
    assert max(server.hits.values()) == 1 and _host(done)["certificate"] == "expired"
    assert (
        sum(record.role == "certificate" for _, record in scan(tmp_path / "c" / "crawl-00001.warc.gz")) == 1
    )
