"""A crawl of the test server, with what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fetch.server import HOST, SITE, Server
from fotavtrykk import fetch
from fotavtrykk.fetch import ConnectTo, Limits, Options, Outcome
from fotavtrykk.fetch.crawler import Crawler
from fotavtrykk.fetch.journal import Journal
from fotavtrykk.parse import links
from fotavtrykk.tables import Row

LIMITS = Limits(seconds=1.0)


@dataclass(frozen=True)
class Crawl:
    """How a crawl ended, and its rows."""

    outcome: Outcome
    folder: Path

    def rows(self, table: str = "fetches") -> list[Row]:
        return list(fetch.rows(self.folder)[table])

    def row(self, path: str) -> Row:
        return next(row for row in self.rows() if row["url"] == SITE + path)

    def state(self, path: str) -> tuple[object, object]:
        row = self.row(path)
        return row["state"], row["reason"]

    def read(self) -> set[str]:
        return {str(row["url"]).removeprefix(SITE) for row in self.rows() if row["state"] == "read"}


async def extract(body: bytes, url: str, content_type: str) -> list[tuple[str, str]]:
    """The links of a page, without a worker."""
    return links(body, url, content_type)


def options(port: int, **changed: object) -> Options:
    """Options that lead the site's names to the test server and leave no look-up to the network."""
    names = [(host, usual) for host in (HOST, HOST.removeprefix("www.")) for usual in (80, 443)]
    plain = Options(
        start=f"{SITE}/",
        delay=0.0,
        limits=LIMITS,
        connect_to=tuple(ConnectTo(host, usual, "127.0.0.1", port) for host, usual in names),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]


def crawl(
    server: Server, folder: Path, opener: Callable[[Path], Journal] = Journal, **changed: object
) -> Crawl:
    """Crawl the server's site into `folder`."""

    async def run() -> Outcome:
        given = options(server.port, **changed)
        return await Crawler(given, folder, extract, lambda _: None, asyncio.Event(), opener).run()

    return Crawl(asyncio.run(run()), folder)
