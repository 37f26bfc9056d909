"""The crawl itself: find the site, obey its rules, read its pages breadth-first, forget nothing."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from fotavtrykk import __version__, urls, warc
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.fetch import Extract, Options, Outcome, Progress
from fotavtrykk.fetch.client import AGENT, Client, Failed, user_agent
from fotavtrykk.fetch.entry import Entry, html
from fotavtrykk.fetch.frontier import Frontier
from fotavtrykk.fetch.journal import WARC, Journal
from fotavtrykk.fetch.pace import GRACE, Pace, Stopped
from fotavtrykk.urls import Site


class Crawler:
    """One crawl of one site into one folder; `run` it once."""

    def __init__(
        self,
        options: Options,
        folder: Path,
        extract: Extract,
        progress: Callable[[Progress], None],
        stop: asyncio.Event,
        opener: Callable[[Path], Journal] = Journal,
    ) -> None:
        self._options, self._folder, self._extract = options, folder, extract
        self._progress, self._stop, self._open = progress, stop, opener
        self._busy: set[int] = set()
        self._kept: dict[str, list[int]] = {}
        self._changed = asyncio.Event()
        self._pace = Pace(options.delay, stop)
        self._read = self._answered = self._queued = 0

    async def run(self) -> Outcome:
        """Crawl to the end, a cap, an interruption or a full disk. Raises UserError where the start fails."""
        site = Site.of(self._options.start)
        assert site is not None
        durable = True
        journal: Journal | None = None
        try:
            journal = self._journal = self._open(self._folder)
            return await self._crawl(site)
        except (OSError, sqlite3.Error) as error:
            durable = False
            problem = _disk(self._folder, error)
            return Outcome("stopped", site, (), journal.requests if journal else 0, problem)
        finally:
            if journal is not None:
                with suppress(OSError, sqlite3.Error):
                    journal.close(durable)

    async def _crawl(self, site: Site) -> Outcome:
        journal = self._journal
        if journal.empty:
            journal.write(
                warc.opening(f"{AGENT}/{__version__}", user_agent(self._options.contact), self._options.start)
            )
        pages = [
            (offset, record.url) for offset, record in journal.unseen() if not self._adopt(offset, record)
        ]
        async with Client(self._options) as self._client:
            entry = Entry(self._options, journal, self._client, self._pace)
            try:
                self._site, problem = await entry.find(site)
                if problem is not None:
                    return Outcome("empty", self._site, (), journal.requests, problem)
                self._frontier = Frontier(self._options.limits, journal, self._site, entry.robots)
                await self._seed(entry)
            except Stopped:
                return Outcome("interrupted", site.moved(journal.meta("origin")), (), journal.requests)
            for offset, key in pages:
                if not await self._replay(offset):  # known once the page that links to it has been read again
                    self._kept.setdefault(key, []).append(offset)
            self._read = sum(html(str(kind)) for (kind,) in journal.select(
                "select coalesce(content_type, '') from urls where state = 'read'"))  # fmt: skip
            self._answered = journal.count("requested_at is not null")
            self._began, self._before = time.monotonic(), self._read
            await self._work()
        return self._outcome()

    def _adopt(self, offset: int, record: warc.Record) -> bool:
        """Put a record that the journal had lost back in its place; False for a page, which needs its links."""
        if record.role == "page":
            return False
        self._journal.control(record.role, record.url, offset)
        return True

    async def _seed(self, entry: Entry) -> None:
        journal = self._journal
        first = self._frontier.admit(entry.landing, "start", 0, None)
        offset = journal.meta("start_offset")
        if offset and journal.count(f"id = {first} and state = 'waiting'"):
            await self._replay(int(offset), entry.landing)
        if not journal.meta("seeded"):
            journal.unlist()
            async for sitemap, read in entry.sitemaps():
                journal.listed(sitemap, self._frontier.from_sitemap(read.pages), read.problem)
            journal.remember("seeded", "1")

    async def _replay(self, offset: int, url: str | None = None) -> bool:
        """Take an answer that the WARC holds; False where its URL does not wait for one."""
        record = warc.read(self._folder / WARC, offset)
        key = self._site.key(url or record.url)
        id_ = self._journal.id(key) if key else None
        if id_ is None or not self._journal.count(f"id = {id_} and state = 'waiting'"):
            return False
        await self._take(id_, record, offset)
        return True

    async def _work(self) -> None:
        workers = [asyncio.create_task(self._worker()) for _ in range(max(1, self._options.concurrency))]
        every = asyncio.gather(*workers)
        stopping = asyncio.create_task(self._stop.wait())
        waiting: set[asyncio.Future[object]] = {every, stopping}  # type: ignore[arg-type]  # Future is invariant
        try:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if self._stop.is_set():
                await asyncio.wait(workers, timeout=GRACE)
        finally:
            stopping.cancel()
            for task in workers:
                task.cancel()
            results = await asyncio.gather(*workers, return_exceptions=True)
            with suppress(BaseException):
                await every
        for result in results:
            if isinstance(result, BaseException) and not isinstance(result, asyncio.CancelledError):
                raise result

    async def _worker(self) -> None:
        while not self._stop.is_set() and not self._cap():
            job = self._journal.waiting(self._busy)
            if job is None:
                if not self._busy:
                    break
                self._changed.clear()
                await self._changed.wait()
                continue
            self._busy.add(job[0])
            try:
                await self._page(job[0], job[1])
            finally:
                self._busy.discard(job[0])
                self._changed.set()
            self._report(job[1])
        self._changed.set()

    def _cap(self) -> str:
        """The cap that was reached, counting what is under way; empty where there is room."""
        limits, busy = self._options.limits, len(self._busy)
        if self._read + busy >= limits.pages:
            return "cap:pages"
        return "cap:requests" if self._answered + busy >= limits.requests else ""

    async def _page(self, id_: int, url: str) -> None:
        if kept := self._kept.get(url):
            await self._replay(kept.pop(0))
            return
        if not self._frontier.permits(id_, url) or not await self._pace.turn():
            return
        if not self._journal.ask(url):
            self._journal.put(
                id_, state="failed", reason="given_up", detail="it was asked for twice and never answered"
            )
            return
        try:
            answer = await self._client.get(url)
        except Failed as error:
            record = warc.Record(
                url,
                0,
                (),
                f"{error.reason}: {error.detail}".encode(),
                "",
                datetime.now(UTC).replace(tzinfo=None),
                0.0,
            )
            offset = self._journal.write(warc.pack(record, b""))
        else:
            record = answer.record
            offset = self._journal.write(warc.pack(record, answer.wire, answer.reason))
        await self._take(id_, record, offset)
        self._journal.flush()

    async def _take(self, id_: int, record: warc.Record, offset: int) -> None:
        """Settle an answer, unless it asks to come again. A defect of ours costs one page, not the crawl."""
        if record.status in (429, 503) and self._postpone(id_, record):
            return
        try:
            await self._settle(id_, record, offset)
        except (OSError, sqlite3.Error):
            raise
        except Exception as error:
            detail = f"{type(error).__name__}: {error}"[:200]
            self._journal.put(id_, state="failed", reason="defect", detail=detail)

    def _postpone(self, id_: int, record: warc.Record) -> bool:
        """Ask once more after what Retry-After says; False where this was the second answer."""
        if self._journal.count(f"id = {id_} and reason = 'retry'"):
            return False
        after = record.header("retry-after")
        self._pace.rest(float(after) if after.isascii() and after.isdigit() else 5.0)
        self._journal.put(id_, reason="retry", rank=2)
        return True

    async def _settle(self, id_: int, record: warc.Record, offset: int) -> None:
        """Make a URL done: its answer, and what it links to."""
        kind = record.header("content-type").partition(";")[0].strip().lower()
        location = record.header("location")
        target = urls.normalise(location, record.url) if location and 300 <= record.status < 400 else None
        state, reason, detail = _state(record, target)
        self._journal.put(
            id_, state=state, reason=reason, detail=detail, status=record.status or None, location=target,
            content_type=kind, x_robots_tag=record.header("x-robots-tag") or None,
            last_modified=record.header("last-modified") or None, requested_at=record.requested_at.isoformat(),
            seconds=record.seconds, wire_bytes=record.wire_bytes, bytes=len(record.body),
            truncated=record.truncated, secure=int(record.secure), warc=WARC, offset=offset,
        )  # fmt: skip
        self._answered += 1
        if target is not None:
            self._frontier.redirect(id_, target)
        elif state == "read" and html(kind):
            found = await self._extract(record.body, record.url, record.header("content-type"))
            self._frontier.links(id_, found)
            self._read += 1

    def _report(self, url: str) -> None:
        passed = max(time.monotonic() - self._began, 0.001)
        if self._read % 10 == 0:
            self._queued = self._journal.count("state = 'waiting'")
        self._progress(Progress(self._read, self._queued, (self._read - self._before) / passed, url))

    def _outcome(self) -> Outcome:
        journal = self._journal
        state = "complete"
        left = journal.count("state = 'waiting'")
        caps = [f"{name}={n}" for name, n in journal.select(
            "select reason, count(*) from urls where reason like 'cap:%' group by reason order by reason")]  # fmt: skip
        caps += [f"{name}={n}" for name, n in journal.select(
            "select key, value from meta where key like 'cap:%' order by key")]  # fmt: skip
        if self._stop.is_set():
            state = "interrupted"
        elif left:
            ended = self._cap()
            journal.remember("ended_by", ended)
            caps.append(f"{ended}={left}")
        if caps and state == "complete":
            state = "capped"
        problem = None
        if not self._read and state != "interrupted":
            state, problem = "empty", _nothing(self._site)
        return Outcome(state, self._site, tuple(caps), journal.requests, problem)


def _state(record: warc.Record, target: str | None) -> tuple[str, str | None, str | None]:
    if not record.status:
        reason, _, detail = record.body.decode("utf-8", "replace").partition(": ")
        return ("refused" if reason in ("address", "port", "scheme") else "failed"), reason, detail
    if target is not None:
        return "redirected", None, None
    if 200 <= record.status < 300:
        return "read", None, None
    return "http_error", f"http_{record.status}", None


def _disk(folder: Path, error: Exception) -> UserError:
    words = getattr(error, "strerror", None) or str(error)
    return UserError(
        en=f"Writing to {folder} failed: {words}. What was read is kept; make room and run the same command again.",
        nb=f"Skriving til {folder} feilet: {words}. Det som er lest, er tatt vare på; "
        "rydd plass og kjør samme kommando igjen.",
    )


def _nothing(site: Site) -> UserError:
    return UserError(
        en=f"No page of {site.start} could be read. The report says why for each address that was tried.",
        nb=f"Ingen side på {site.start} kunne leses. Rapporten sier hvorfor for hver adresse som ble prøvd.",
        exit_code=CANNOT_ANSWER,
        reason="empty",
    )
