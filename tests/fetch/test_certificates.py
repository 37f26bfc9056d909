"""A certificate that does not hold is a finding, and the site behind it is read all the same.

The keys beside this file are made for these tests alone: good (100 years), expired, and for another host.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from pathlib import Path

import pytest

from fetch.crawling import Crawl, crawl, extract, options
from fetch.server import HOST, Server, menu
from fotavtrykk.fetch import ConnectTo, Progress
from fotavtrykk.fetch.crawler import Crawler
from fotavtrykk.warc import scan

HERE = Path(__file__).with_name("certificates")
PAGES = {"/": menu(*(f"/p{n}" for n in range(9)))} | {f"/p{n}": menu("/") for n in range(9)}
FAULTS = {
    "self_signed": ("good", ""),
    "expired": ("expired", "expired"),
    "wrong_host": ("wrong_host", "wrong_host"),
}


class Secure(Server):
    """The test server over TLS, with a certificate of ours."""

    def __init__(self, certificate: str) -> None:
        super().__init__(PAGES)
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.load_cert_chain(HERE / f"{certificate}.pem")

    def get_request(self) -> tuple[socket.socket, object]:
        plain, address = super().get_request()
        return self.context.wrap_socket(plain, server_side=True), address


def _given(server: Server, trusted: str) -> dict[str, object]:
    return {
        "start": f"https://{HOST}/",
        "ca_file": HERE / f"{trusted}.pem" if trusted else None,
        "connect_to": (ConnectTo(HOST, 443, "127.0.0.1", server.port),),
    }


def _host(done: Crawl) -> dict[str, object]:
    return next(dict(row) for row in done.rows("hosts") if row["preferred"])


def test_a_certificate_that_holds_is_said_to(tmp_path):
    with Secure("good") as server:
        done = crawl(server, tmp_path, **_given(server, "good"))
    assert _host(done)["certificate"] == "ok" and done.outcome.state == "complete"
    assert all(row["secure"] for row in done.rows()) and len(done.rows()) == len(PAGES)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_certificate_is_told_and_the_site_is_read(tmp_path, fault: str):
    certificate, trusted = FAULTS[fault]
    with Secure(certificate) as server:
        done = crawl(server, tmp_path, **_given(server, trusted))
    assert _host(done)["certificate"] == fault
    assert [row["state"] for row in done.rows()] == ["read"] * len(PAGES)
    assert not any(row["secure"] for row in done.rows())


def test_a_site_with_a_bad_certificate_is_gone_on_with(tmp_path):
    async def begin() -> str:
        stop = asyncio.Event()

        def told(progress: Progress) -> None:
            if progress.pages >= 4:
                stop.set()

        given = options(server.port, **_given(server, "expired"))
        return (await Crawler(given, tmp_path, extract, told, stop).run()).state

    with Secure("expired") as server:
        assert asyncio.run(begin()) == "interrupted"
        done = crawl(server, tmp_path, **_given(server, "expired"))
    assert [row["state"] for row in done.rows()] == ["read"] * len(PAGES)
    assert max(server.hits.values()) == 1 and _host(done)["certificate"] == "expired"
    assert sum(record.role == "certificate" for _, record in scan(tmp_path / "crawl-00001.warc.gz")) == 1
