"""Whatever a site sends, the crawl ends within its bounds and reads the honest pages beside the bad ones."""

from __future__ import annotations

import gzip
import resource
import time
from collections.abc import Iterator

import pytest

from fetch.crawling import LIMITS, crawl, extract
from fetch.server import SITE, Reply, Server, menu, to
from fotavtrykk.fetch import Limits, sitemaps

HONEST = {f"/side-{n}": f"<title>{n}</title>{'ord ' * 50}" for n in range(30)}
MEGA = 1 << 20
SMALL = Limits(seconds=1.0, body=MEGA)


def _forever(piece: bytes) -> Iterator[bytes]:
    while True:
        yield piece


def _site(*bad: str) -> dict[str, Reply | str]:
    """A front page that links to the bad pages first and then to thirty honest ones."""
    return {"/": menu(*bad, *HONEST), **HONEST}


GZIP = {"Content-Encoding": "gzip"}
BAD: dict[str, Reply] = {
    "/bomb": Reply(gzip.compress(b"a" * (256 * MEGA), 6), headers=GZIP),
    "/endless": Reply("x", drip=_forever(b"y" * 65536)),
    "/chunks": Reply(
        raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"10000\r\n" + b"z" * 65536
    ),
    "/torn": Reply(gzip.compress(b"a" * 5000)[:-9], headers=GZIP),
    "/two": Reply(gzip.compress(b"a" * 5000) + gzip.compress(b"b" * 5000) + b"junk", headers=GZIP),
    "/members": Reply(gzip.compress(b"") * 5000, headers=GZIP),
    "/no-gzip": Reply("plain", headers=GZIP),
    "/long": Reply("a" * (MEGA * 2)),
    "/short": Reply("a", headers={"Content-Length": "99"}),
}
CUT = {"/bomb": "length", "/endless": "length", "/chunks": "length", "/no-gzip": "length", "/long": "length",
       "/torn": "length", "/members": "length", "/two": ""}  # fmt: skip


def test_bodies_are_cut_and_the_other_pages_read(tmp_path):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Server(_site(*BAD) | BAD) as server:
        done = crawl(server, tmp_path, limits=SMALL)
    assert set(HONEST) <= done.read()
    rows = {path: done.row(path) for path in BAD}
    assert {path: rows[path]["truncated"] for path in CUT} == CUT
    assert rows["/two"]["bytes"] == 10_000
    assert max(int(str(row["bytes"] or 0)) for row in rows.values()) <= MEGA
    assert max(int(str(row["wire_bytes"] or 0)) for row in rows.values()) <= 2 * MEGA
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 512 * 1024


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd", "gzip, br", "gzip, gzip"])
def test_a_page_in_a_coding_that_was_not_asked_for_is_a_failure_that_is_told(tmp_path, coding: str):
    packed = {"/packed": Reply(b"\x8b\x00\x80", headers={"Content-Encoding": coding})}
    with Server(_site("/packed") | packed) as server:
        done = crawl(server, tmp_path)
    assert done.state("/packed") == ("failed", "encoding")
    assert set(HONEST) <= done.read()


@pytest.mark.parametrize("word", ["identity", "utf-8", "none", ""])
def test_a_word_that_is_no_coding_changes_nothing(tmp_path, word: str):
    with Server({"/": Reply(menu("/a"), headers={"Content-Encoding": word}), "/a": menu()}) as server:
        assert crawl(server, tmp_path).read() == {"/", "/a"}


@pytest.mark.parametrize("after", ["\u00b2", "9" * 400, "-1", "1e9", "soon", ""])
def test_a_strange_retry_after_is_passed_over(tmp_path, after: str, monkeypatch):
    monkeypatch.setattr("fotavtrykk.fetch.pace.PATIENCE", 0.05)
    busy = {"/busy": Reply("later", 503, headers={"Retry-After": after.encode().decode("latin-1")})}
    with Server(_site("/busy") | busy) as server:
        done = crawl(server, tmp_path)
    assert done.state("/busy") == ("http_error", "http_503")
    assert set(HONEST) <= done.read()


def test_a_page_whose_answer_cannot_be_handled_is_a_failure_and_the_others_are_read(tmp_path, monkeypatch):
    async def fails(body: bytes, url: str, content_type: str) -> list[tuple[str, str]]:
        if url.endswith("/side-3"):
            raise RuntimeError("a defect")
        return await extract(body, url, content_type)

    monkeypatch.setattr("fetch.crawling.extract", fails)
    with Server(_site()) as server:
        done = crawl(server, tmp_path)
    assert done.state("/side-3") == ("failed", "defect")
    assert "a defect" in str(done.row("/side-3")["detail"])
    assert done.outcome.state == "complete" and len(done.read()) == len(HONEST)


def test_a_slow_page_is_cut_by_time(tmp_path):
    slow = {
        "/slow": Reply("begin", drip=_forever(b"."), pause=0.05),
        "/mute": Reply("", drip=_forever(b""), pause=0.05),
    }
    late = {"/head": Reply(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n")}
    limits = Limits(seconds=0.4)
    with Server(_site(*slow, *late) | slow | late) as server:
        done = crawl(server, tmp_path, limits=limits, concurrency=4)
    assert set(HONEST) <= done.read()
    assert [done.row(path)["truncated"] for path in slow] == ["time", "time"]
    assert int(str(done.row("/slow")["bytes"])) >= 5


BROKEN = [
    b"", b"\r\n", b"\x00" * 100, b"HTTP/9.9 200 OK\r\n\r\n", b"HTTP/1.1 99999 OK\r\n\r\n", b"HTTP/1.1 200",
    b"ICY 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n", b"<html>no head</html>",
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello", b"HTTP/1.1 -1 OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nhello\r\n0\r\n\r\n", b"HTTP/1.1 101 Up\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 50_000 + b"\r\n",
    b"HTTP/1.1 302 Go\r\nLocation: http://[bad\r\n\r\n", b"HTTP/1.1 302 Go\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Type: \xff\xfe;;=\r\nSet-Cookie: a=\x01\r\n\r\nx",
    b"HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx",
    b"HTTP/1.1 302 Go\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 301 Go\r\nLocation: /a\xe6\xf8\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 404 Ikke p\xc3\xa5 lager\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 404 p\xe5 \xff\r\nContent-Length: 0\r\n\r\n",
    b"HTTP/1.1 301 Go\r\nLocation: /p\xc3\xa5\r\nContent-Length: 0\r\n\r\n",
]  # fmt: skip


def test_malformed_answers_stop_nothing(tmp_path):
    bad = {f"/bad-{n}": Reply(raw=raw) for n, raw in enumerate(BROKEN)}
    with Server(_site(*bad) | bad) as server:
        done = crawl(server, tmp_path, concurrency=4)
    assert set(HONEST) <= done.read()
    assert done.outcome.state == "complete"
    assert {done.state(path)[0] for path in bad} <= {"failed", "read", "redirected", "http_error"}
    assert "/p%C3%A5" in server.hits
    assert max(server.hits.values()) <= 2  # the client tries a connection that was hung up once more


def test_redirects_end(tmp_path):
    bad = {f"/r{n}": to(f"/r{n + 1}") for n in range(40)} | {
        "/loop": to("/pool"),
        "/pool": to("/loop"),
        "/self": to("/self"),
    }
    bad |= {
        "/spider": to("/spider?n=1"),
        "/fall": to("/landing"),
        "/landing": Reply("landed"),
        "/out": to("https://other.example/"),
    }
    pages = _site("/r0", "/loop", "/self", "/spider", "/fall", "/out") | bad
    with Server(pages, other=lambda path: to(path + "1")) as server:
        done = crawl(server, tmp_path)
    assert set(HONEST) <= done.read()
    assert sum(path[2:].isdigit() for path in server.hits) == 6  # the first and five redirects
    assert done.row("/r0")["final_status"] is None and done.row("/r5")["final_status"] is None
    assert done.state("/r5") == ("redirected", "redirects")
    assert sum(path.startswith("/spider") for path in server.hits) <= 7
    assert done.row("/fall")["final_status"] == 200 and done.row("/fall")["hops"] == 1
    assert done.row("/loop")["final_status"] is None
    assert max(server.hits.values()) == 1


def test_the_cap_on_pages_is_exact(tmp_path):
    with Server(_site()) as server:
        done = crawl(server, tmp_path, limits=Limits(seconds=1.0, pages=10))
    assert len(done.read()) == 10
    assert done.outcome.state == "capped" and done.outcome.caps == ("cap:pages=21",)
    assert sum(row["reason"] == "cap:pages" for row in done.rows()) == 21


@pytest.mark.parametrize("status", [203, 404, 302])
def test_an_endless_site_that_is_no_page_ends_by_a_cap(tmp_path, status: int):
    def other(path: str) -> Reply | None:
        if path.endswith((".txt", ".xml")):
            return None
        if status == 302:
            return to(path + "-a")
        return Reply(menu(path + "-a", path + "-b"), status)

    limits = Limits(seconds=1.0, pages=10)
    front = menu(*(f"/x{n}" for n in range(600)))
    with Server({"/": front}, other=other) as server:
        done = crawl(server, tmp_path, limits=limits)
    assert done.outcome.state == "capped"
    name = "cap:pages" if status == 203 else "cap:requests"
    assert {cap.partition("=")[0] for cap in done.outcome.caps} & {name, "cap:known"} >= {name}
    assert sum(server.hits.values()) <= limits.requests + 5
    assert {row["reason"] for row in done.rows() if row["state"] == "waiting"} == {name}


def test_a_cap_on_requests_stays_after_an_end(tmp_path):
    front = menu(*(f"/x{n}" for n in range(600)))
    with Server({"/": front}) as server:
        for _ in range(2):
            done = crawl(server, tmp_path, limits=Limits(seconds=1.0, pages=10))
            assert done.outcome.caps == (f"cap:known={500}", "cap:requests=370")


def _sitemap(*locations: str, kind: str = "urlset") -> Reply:
    entry = {"urlset": "url", "sitemapindex": "sitemap"}[kind]
    text = "".join(f"<{entry}><loc>{SITE}{to}</loc></{entry}>" for to in locations)
    return Reply(f"<{kind}>{text}</{kind}>", kind="text/xml")


def test_sitemaps_without_end_are_capped_and_the_cap_is_named(tmp_path):
    index = _sitemap(*(f"/kart-{n}.xml" for n in range(300)), kind="sitemapindex")
    with Server({"/": menu(), "/sitemap.xml": index}) as server:
        done = crawl(server, tmp_path)
    assert sum(path.endswith(".xml") for path in server.hits) == 50
    assert done.outcome.state == "capped" and done.outcome.caps == ("cap:sitemaps=251",)
    problems = [row for row in done.rows("sitemaps") if row.get("problem")]
    assert len(problems) == 49 and {row["problem"] for row in problems} == {"HTTP 404"}


def test_more_addresses_than_are_kept_are_said(tmp_path):
    listed = _sitemap(*(f"/s{n}" for n in range(1500)))
    with Server({"/": menu(), "/sitemap.xml": listed}, other=lambda path: menu()) as server:
        done = crawl(server, tmp_path, limits=Limits(seconds=1.0, pages=20))
    assert done.outcome.state == "capped"
    assert done.outcome.caps == ("cap:known=1000", "cap:pages=980")


BAD_SITEMAPS = {
    "doctype": (b'<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', "document type"),
    "torn": (b"<urlset><url><loc>" + SITE.encode() + b"/a</loc></url><url", ""),
    "empty": (b"<urlset/>", "nothing"),
    "gzip": (gzip.compress(b"<urlset/>" * 999)[:-12], "gzip"),
    "bomb": (gzip.compress(b" " * (90 * MEGA)), "gzip"),
    "text": (b"nothing here\n" * 10, "nothing"),
    "long": (b"<urlset><url><loc>" + b"x&#10;" * 400_000 + b"</loc></url></urlset>", "nothing"),
    "many": (b"<urlset>" + b"<url><loc>/a</loc></url>" * 60_000 + b"</urlset>", "50000"),
}


@pytest.mark.parametrize("kind", BAD_SITEMAPS)
def test_a_bad_sitemap_is_told_and_stops_nothing(tmp_path, kind: str):
    body, said = BAD_SITEMAPS[kind]
    pages = {
        "/robots.txt": Reply(f"Sitemap: {SITE}/kart.xml\n", kind="text/plain"),
        "/kart.xml": Reply(body, kind="text/xml"),
    }
    with Server(_site() | pages) as server:
        done = crawl(server, tmp_path)
    assert set(HONEST) <= done.read()
    (problem,) = [row["problem"] for row in done.rows("sitemaps") if row.get("problem")]
    assert said in str(problem)


def test_a_long_address_in_a_sitemap_is_read_in_linear_time():
    def seconds(lines: int) -> float:
        body = b"<urlset><url><loc>" + b"x\n" * lines + b"</loc></url></urlset>"
        began = time.process_time()
        sitemaps.parse(body)
        return time.process_time() - began

    small = max(min(seconds(100_000) for _ in range(3)), 0.001)
    assert min(seconds(800_000) for _ in range(3)) < 24 * small  # eight times as much; the square would be 64


def test_no_sitemap_at_the_usual_place_is_no_fault(tmp_path):
    for pages in ({}, {"/sitemap.xml": "<!doctype html><title>Ikke funnet</title>"}):
        with Server({"/": menu()} | pages) as server:
            assert not crawl(server, tmp_path / str(len(pages))).rows("sitemaps")


def _trap(kind: str, path: str) -> str | None:
    n = path.count("x") + 1
    return {
        "calendar": menu(*(f"/kalender/{year}/{month:02}" for year in range(2000, 2030) for month in range(1, 13))),
        "session": menu(*(f"/side-1?PHPSESSID={n}{i}x{path[-9:]}" for i in range(10))),
        "repeats": menu(path.rstrip("/") + "/igjen/igjen"),
        "query": menu(*(f"/liste?farge={i}&sort={len(path)}{i}" for i in range(60))),
        "depth": menu(f"/dyp-{path[5:]}x"),
        "length": menu("/" + "l" * 2100, path + "a" * 400),
    }[kind] if not path.endswith((".txt", ".xml")) else None  # fmt: skip


@pytest.mark.parametrize("kind", ["calendar", "session", "repeats", "query", "depth", "length"])
def test_a_trap_ends_by_a_cap_with_its_name(tmp_path, kind: str):
    limits = Limits(seconds=LIMITS.seconds, pages=400)
    with Server(_site("/felle"), other=lambda path: _trap(kind, path)) as server:
        done = crawl(server, tmp_path, limits=limits)
    assert set(HONEST) <= done.read()
    assert done.outcome.state == "capped"
    assert f"cap:{kind}" in {cap.partition("=")[0] for cap in done.outcome.caps}
    assert len(server.hits) < 200
    assert max(server.hits.values()) == 1


def test_an_endless_site_of_plain_pages_ends_at_the_cap_with_every_honest_page_read(tmp_path):
    pages = _site("/vei")
    with Server(pages, other=lambda path: menu(path + "-a", path + "-b")) as server:
        done = crawl(server, tmp_path, limits=Limits(seconds=1.0, pages=120))
    assert set(HONEST) <= done.read()
    assert done.outcome.caps[0].startswith("cap:")
    assert len(done.read()) == 120
