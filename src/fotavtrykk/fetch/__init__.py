"""The only client of the network: robots, politeness, limits, guard, WARC, journal.

This module holds the words that callers use; what does the work is imported when it is asked for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from fotavtrykk.errors import UserError
from fotavtrykk.tables import Row
from fotavtrykk.urls import Site

Extract = Callable[[bytes, str, str], Awaitable[list[tuple[str, str]]]]


@dataclass(frozen=True)
class Limits:
    """The bounds of a crawl: pages, clicks, bytes of a body decoded and on the wire, seconds a request, redirects."""

    pages: int = 2000
    depth: int = 20
    body: int = 10 << 20
    seconds: float = 30.0
    redirects: int = 5
    robots: int = 1 << 20
    sitemaps: int = 50

    @property
    def requests(self) -> int:
        """The most addresses that are asked for: pages, and what turns out to be none."""
        return 3 * self.pages + 100


@dataclass(frozen=True)
class ConnectTo:
    """curl's --connect-to: for HOST:PORT, connect to ADDRESS:TO_PORT, which is thereby permitted."""

    host: str
    port: int
    address: str
    to_port: int


@dataclass(frozen=True)
class Options:
    """What to crawl and how: see the options of `fotavtrykk audit`."""

    start: str
    delay: float = 1.0
    concurrency: int = 1
    limits: Limits = field(default_factory=Limits)
    ca_file: Path | None = None
    connect_to: tuple[ConnectTo, ...] = ()
    allow_private: tuple[str, ...] = ()
    contact: str = ""


@dataclass(frozen=True)
class Progress:
    """Where a crawl is: pages read, URLs waiting, pages a second, the URL at hand."""

    pages: int
    queued: int
    rate: float
    url: str


@dataclass(frozen=True)
class Outcome:
    """How a crawl ended: complete, capped, interrupted, stopped (disk) or empty (nothing could be read)."""

    state: str
    site: Site
    caps: tuple[str, ...]
    requests: int
    problem: UserError | None = None


async def crawl(
    options: Options,
    folder: Path,
    extract: Extract,
    progress: Callable[[Progress], None],
    stop: asyncio.Event,
) -> Outcome:
    """Crawl a site into `folder`; an unfinished crawl there is gone on with.

    `extract` is given body, URL and content type of a page and gives the addresses on it, each with "link"
    or "canonical". Raises UserError where the start cannot be read at all.
    """
    from fotavtrykk.fetch.crawler import Crawler

    return await Crawler(options, folder, extract, progress, stop).run()


def rows(folder: Path) -> dict[str, Iterator[Row]]:
    """Rows of fetches, hosts, robots_access and sitemaps of a crawl."""
    from fotavtrykk.fetch import export

    return export.rows(folder)


def records(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Key, WARC file and offset of every HTML page that was read with status 200."""
    from fotavtrykk.fetch import export

    return export.records(folder)
