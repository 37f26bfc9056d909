"""No connection to an address that is not public, whoever names it."""

from __future__ import annotations

import asyncio
import socket

import pytest

from fetch.crawling import crawl, options
from fetch.server import SITE, Reply, Server, menu, to
from fotavtrykk.errors import UserError
from fotavtrykk.fetch import ConnectTo
from fotavtrykk.fetch.client import Client, Failed
from fotavtrykk.fetch.guard import Guard, Refused, is_public

PRIVATE = """
10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 192.168.255.1 127.0.0.1 127.1.2.3 169.254.169.254
169.254.0.1 0.0.0.0 0.1.2.3 100.64.0.1 100.127.255.255 192.0.0.8 192.0.2.1 198.18.0.1 198.19.255.255 198.51.100.7
203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
0x7f.1 0x7f000001 0177.0.0.1 2130706433 127.1 127.0.1 0xa9fea9fe 0300.0250.1 017700000001 127.0.0.1.
%31%32%37.0.0.1 ①②⑦.0.0.1 127。0。0。1
[::1] [::] [::ffff:127.0.0.1] [::ffff:10.0.0.1] [::ffff:a9fe:a9fe] [::127.0.0.1] [fe80::1] [febf::1] [fc00::1]
[fd12:3456::1] [fec0::1] [ff02::1] [ff0e::1] [64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b:1::10.0.0.1]
[2002:7f00:1::1] [2002:c0a8:101::1] [2001:0:4136:e378:8000:63bf:3fff:fdd2] [2001:db8::1] [100::1] [4000::1]
""".split()
PUBLIC = "1.1.1.1 8.8.8.8 [2606:4700::1] [2a00:1450:400f::1] [64:ff9b::808:808] [::ffff:8.8.8.8]".split()
SOME = (
    "127.0.0.1",
    "10.0.0.1",
    "169.254.169.254",
    "0x7f.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[64:ff9b::7f00:1]",
)
ODD = ("http://www.site.example:22/", "http://www.site.example:6379/", "http://example.com:8080/")


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_refused_as_written(address: str):
    with pytest.raises(Refused) as refused:
        Guard().check(f"http://{address}/")
    assert refused.value.reason == "address"


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_passes(address: str):
    Guard().check(f"http://{address}/")
    assert is_public(address.strip("[]"))


@pytest.mark.parametrize("address", ["fe80::1%eth0", "2606:4700::1%1", "localhost", ""])
def test_what_is_no_plain_address_is_not_public(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("url", [*ODD, "https://www.site.example:80/", "http://www.site.example:443/"])
def test_other_ports_are_refused(url: str):
    with pytest.raises(Refused) as refused:
        Guard().check(url)
    assert refused.value.reason == "port"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "data:,x", "x"]
)
def test_other_schemes_are_refused(url: str):
    with pytest.raises(Refused) as refused:
        Guard().check(url)
    assert refused.value.reason == "scheme"


def test_permission_is_for_what_it_names_alone():
    guard = Guard([ConnectTo("a.example", 80, "127.0.0.1", 8000)], ["10.0.0.5", "b.example:8080"])
    for url in ("http://a.example/", "http://10.0.0.5/", "http://b.example:8080/"):
        guard.check(url)
    for url in (
        "http://a.example:8000/",
        "http://10.0.0.6/",
        "http://10.0.0.5:8080/",
        "http://b.example:81/",
    ):
        with pytest.raises(Refused):
            guard.check(url)


def _names(monkeypatch, *addresses: str) -> None:
    async def answer(*_: object, **__: object) -> list[object]:
        return [(socket.AF_INET, 1, 6, "", (address, 80)) for address in addresses]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", answer)


@pytest.mark.parametrize("address", [a.strip("[]") for a in PRIVATE if a[0] == "[" or a.count(".") == 3][::4])
def test_a_name_with_one_private_address_is_refused(monkeypatch, connects, tmp_path, address: str):
    _names(monkeypatch, "1.1.1.1", address)
    with pytest.raises(UserError), Server({}) as server:
        crawl(server, tmp_path, connect_to=())
    assert connects == []


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    _names(monkeypatch, "1.1.1.1", "8.8.8.8")
    found = asyncio.run(Guard().resolve("site.example", 80))
    assert [(entry["host"], entry["port"]) for entry in found] == [("1.1.1.1", 80), ("8.8.8.8", 80)]
    assert all(entry["flags"] & socket.AI_NUMERICHOST for entry in found)


def test_a_name_that_turns_private_is_refused(monkeypatch, connects, tmp_path):
    real, turned = Guard.resolve, []

    async def resolve(self: Guard, host: str, port: int = 0, family: int = socket.AF_UNSPEC) -> object:
        if turned:
            self._to.clear()
        return await real(self, host, port, family)

    monkeypatch.setattr(Guard, "resolve", resolve)
    _names(monkeypatch, "10.0.0.7")
    pages = {"/": menu("/a", "/b")}
    with Server(pages, other=lambda path: turned.append(path) if path == "/sitemap.xml" else None) as server:
        done = crawl(server, tmp_path)
        assert set(connects) == {("127.0.0.1", server.port)}
    assert done.state("/a") == done.state("/b") == ("refused", "address")
    assert "10.0.0.7" in str(done.row("/a")["detail"])


@pytest.mark.parametrize("address", SOME)
def test_a_redirect_a_link_and_a_sitemap_lead_to_no_private_address(connects, tmp_path, address: str):
    bad = f"http://{address}/secret"
    listed = f"<urlset><url><loc>{bad}</loc></url><url><loc>{SITE}/listed</loc></url></urlset>"
    pages: dict[str, Reply | str] = {
        "/": menu("/redirect", "/page", bad, f"//{address}/x"),
        "/redirect": to(bad),
        "/page": f'<link rel="canonical" href="{bad}"><meta http-equiv="refresh" content="0;url={bad}">',
        "/listed": menu(),
        "/robots.txt": Reply(
            f"Sitemap: {bad}\nSitemap: /moved.xml\nSitemap: /sitemap.xml\n", kind="text/plain"
        ),
        "/moved.xml": to(bad),
        "/sitemap.xml": Reply(listed, kind="text/xml"),
    }
    with Server(pages) as server:
        done = crawl(server, tmp_path)
        assert set(connects) == {("127.0.0.1", server.port)}
    assert {"/", "/page", "/listed"} <= done.read()
    assert done.row("/redirect")["state"] == "redirected"
    assert not [
        row for row in done.rows() if row["state"] == "read" and "site.example" not in str(row["url"])
    ]


@pytest.mark.parametrize("address", SOME)
def test_robots_on_a_private_address_forbids_the_site(connects, tmp_path, address: str):
    with Server({"/robots.txt": to(f"http://{address}/robots.txt"), "/": menu()}) as server:
        with pytest.raises(UserError) as error:
            crawl(server, tmp_path)
        assert set(connects) == {("127.0.0.1", server.port)}
    assert "--allow-private" in error.value.en
    assert server.hits == {"/robots.txt": 1}


def test_the_client_connects_to_no_private_address(connects):
    async def ask() -> list[str]:
        reasons = []
        async with Client(options(1, connect_to=())) as client:
            for address in PRIVATE:
                with pytest.raises(Failed) as failed:
                    await client.get(f"http://{address}/")
                reasons.append(failed.value.reason)
        return reasons

    assert asyncio.run(ask()) == ["address"] * len(PRIVATE)
    assert connects == []
