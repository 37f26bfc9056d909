"""Going on: after an interruption, after an answer that asked to wait, and after the end."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from fetch.crawling import Crawl, crawl, extract, options
from fetch.server import HOST, SITE, Reply, Server, menu, to
from fotavtrykk.errors import UserError
from fotavtrykk.fetch import Limits, Progress
from fotavtrykk.fetch.crawler import Crawler

PAGES = {"/": menu(*(f"/p{n}" for n in range(40)))} | {f"/p{n}": menu("/") for n in range(40)}
BUSY = Reply("later", 503, headers={"Retry-After": "0"})


def _states(done: Crawl) -> list[tuple[object, ...]]:
    return [
        tuple(row[name] for name in ("url", "state", "reason", "status", "depth", "found_on"))
        for row in done.rows()
    ]


def _interrupted(server: Server, folder: Path, after: int, concurrency: int, **changed: object) -> Crawl:
    async def run() -> Crawl:
        stop = asyncio.Event()

        def told(progress: Progress) -> None:
            if progress.pages >= after:
                stop.set()

        given = options(server.port, concurrency=concurrency, **changed)
        return Crawl(await Crawler(given, folder, extract, told, stop).run(), folder)

    return asyncio.run(run())


@pytest.mark.parametrize("concurrency", [1, 3])
def test_an_interrupted_crawl_is_gone_on_with(tmp_path, concurrency: int):
    with Server(PAGES) as server:
        begun = _interrupted(server, tmp_path, 15, concurrency)
        assert begun.outcome.state == "interrupted"
        assert 15 <= len(begun.read()) <= 15 + concurrency
        done = crawl(server, tmp_path, concurrency=concurrency)
    assert done.outcome.state == "complete" and len(done.read()) == 41
    assert set(server.hits.values()) == {1}


def test_a_crawl_that_is_done_asks_for_nothing_again(tmp_path):
    with Server(PAGES) as server:
        first = _states(crawl(server, tmp_path))
        asked = sum(server.hits.values())
        again = crawl(server, tmp_path)
    assert sum(server.hits.values()) == asked == again.outcome.requests - 3  # two other names of the site
    assert _states(again) == first


def _busy_once(path: str, seen: set[str]) -> Reply | str | None:
    if not path.startswith("/b"):
        return None
    seen_before = path in seen
    seen.add(path)
    return menu("/") if seen_before else BUSY


def test_a_busy_page_is_asked_for_once_more(tmp_path):
    seen: set[str] = set()
    with Server(
        {"/": menu("/b1", "/b2", "/full")} | {"/full": BUSY}, other=lambda path: _busy_once(path, seen)
    ) as server:
        done = crawl(server, tmp_path)
        assert done.read() == {"/", "/b1", "/b2"}
        assert done.state("/full") == ("http_error", "http_503")
        assert [server.hits[path] for path in ("/b1", "/b2", "/full")] == [2, 2, 2]
        before = _states(done)
        for path in tmp_path.glob("journal.sqlite*"):
            path.unlink()
        again = crawl(server, tmp_path)
    assert _states(again) == before
    assert server.hits["/b1"] == 2


def test_a_network_that_is_gone_ends_in_words(tmp_path):
    server = Server(PAGES)
    with server:
        pass
    with pytest.raises(UserError) as error:
        crawl(server, tmp_path)
    assert SITE in error.value.en and error.value.nb


def test_a_page_that_hangs_up_twice_is_given_up(tmp_path):
    pages = {"/": menu("/bad", "/good"), "/bad": Reply(raw=b""), "/good": menu()}
    with Server(pages) as server:
        done = crawl(server, tmp_path)
    assert done.read() == {"/", "/good"}
    assert done.state("/bad")[0] == "failed"


RULES = "User-agent: *\nDisallow: /s?x\n"
TRAPS = {
    "/": menu(*(f"/s?x={i}" for i in range(49)), *(f"/s?y={i}" for i in range(20)), "/d1"),
    "/robots.txt": Reply(RULES, kind="text/plain"),
    "/d1": menu("/d2"), "/d2": menu("/d3?a=1", "/d3?a=2"), "/d3?a=1": menu("/d4?a=1"), "/d3?a=2": menu("/d4?a=2"),
}  # fmt: skip


def test_traps_count_the_same_after_an_interruption(tmp_path):
    limits = Limits(seconds=1.0, pages=500, depth=3)
    with Server(TRAPS, other=lambda path: menu() if path.startswith(("/s?", "/d")) else None) as server:
        plain = crawl(server, tmp_path / "plain", limits=limits)
        for after in (1, 3, 9):
            folder = tmp_path / str(after)
            _interrupted(server, folder, after, 1, limits=limits)
            again = crawl(server, folder, limits=limits)
            assert (again.outcome.state, again.outcome.caps) == (plain.outcome.state, plain.outcome.caps)
            assert _states(again) == _states(plain)
    assert plain.outcome.caps == ("cap:depth=2",)


def _stopped_after(seconds: float, server: Server, folder: Path, **changed: object) -> Crawl:
    async def run() -> Crawl:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(seconds, stop.set)
        given = options(server.port, **changed)
        return Crawl(await Crawler(given, folder, extract, lambda _: None, stop).run(), folder)

    return asyncio.run(run())


def test_a_stop_before_the_first_page_asks_for_nothing_more(tmp_path):
    index = "".join(f"<sitemap><loc>{SITE}/kart-{n}.xml</loc></sitemap>" for n in range(40))
    pages = {"/": menu(), "/sitemap.xml": Reply(f"<sitemapindex>{index}</sitemapindex>", kind="text/xml")}
    with Server(pages) as server:
        done = _stopped_after(0.6, server, tmp_path, delay=0.1)
        asked = sum(server.hits.values())
        assert done.outcome.state == "interrupted" and asked < 12
        again = crawl(server, tmp_path)
    assert again.outcome.state == "complete" and again.read() == {"/"}
    assert max(server.hits.values()) == 1


@pytest.mark.parametrize("silent", ["/robots.txt", "/", "/sitemap.xml"])
def test_a_stop_while_the_way_in_hangs_ends_the_crawl(tmp_path, silent: str, monkeypatch):
    monkeypatch.setattr("fotavtrykk.fetch.pace.GRACE", 0.05)
    slow = Reply("x", drip=iter(lambda: b"", b"x"), pause=0.05)
    with Server(PAGES | {silent: slow}) as server:
        done = _stopped_after(0.3, server, tmp_path, limits=Limits(seconds=30.0))
        assert done.outcome.state == "interrupted"
        assert list(done.rows()) is not None and server.hits[silent] == 1
        server.pages[silent] = PAGES.get(silent, Reply("", 404))
        assert crawl(server, tmp_path).outcome.state == "complete"


def test_rules_that_are_a_day_old_are_asked_for_again(tmp_path, monkeypatch):
    with Server(PAGES) as server:
        _interrupted(server, tmp_path, 5, 1)
        monkeypatch.setattr("fotavtrykk.fetch.entry._DAY", timedelta(0))
        server.pages["/robots.txt"] = Reply("User-agent: *\nDisallow: /p3\n", kind="text/plain")
        done = crawl(server, tmp_path)
    assert server.hits["/robots.txt"] == 2
    assert done.state("/p39") == ("refused", "robots") and server.hits["/p39"] == 0
    assert done.state("/p3")[0] == "read"  # read while it was allowed


def test_an_address_is_asked_for_once_whatever_it_is_asked_as(tmp_path):
    bare = SITE.replace("www.", "")
    with Server({"/": menu("/a"), "/a": menu()}) as server:
        server.hosts = {HOST.removeprefix("www."): to(f"{SITE}/")}
        done = crawl(server, tmp_path, start=f"{bare}/")
    assert done.read() == {"/", "/a"}
    assert max(server.hits.values()) == 1 and max(server.foreign.values()) == 1
    assert {row["host"]: row["state"] for row in done.rows("hosts") if row["scheme"] == "http"} == {
        HOST: "ok", HOST.removeprefix("www."): "redirects"}  # fmt: skip


def test_a_capped_crawl_stays_capped(tmp_path):
    with Server(PAGES) as server:
        for _ in range(2):
            done = crawl(server, tmp_path, limits=Limits(seconds=1.0, pages=10))
            assert done.outcome.caps == ("cap:pages=31",) and len(done.read()) == 10
    assert sum(path.startswith("/p") for path in server.hits) == 9
