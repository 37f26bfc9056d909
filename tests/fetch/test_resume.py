"""Going on: after an interruption, after an answer that asked to wait, and after the end."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from fetch.crawling import Crawl, crawl, extract, options
from fetch.server import SITE, Reply, Server, menu
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


def _interrupted(server: Server, folder: Path, after: int, concurrency: int) -> Crawl:
    async def run() -> Crawl:
        stop = asyncio.Event()

        def told(progress: Progress) -> None:
            if progress.pages >= after:
                stop.set()

        given = options(server.port, concurrency=concurrency)
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
    assert sum(server.hits.values()) == asked == again.outcome.requests - 2  # two other names of the site
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


def test_a_capped_crawl_stays_capped(tmp_path):
    with Server(PAGES) as server:
        for _ in range(2):
            done = crawl(server, tmp_path, limits=Limits(seconds=1.0, pages=10))
            assert done.outcome.caps == ("cap:pages=31",) and len(done.read()) == 10
    assert sum(path.startswith("/p") for path in server.hits) == 9
