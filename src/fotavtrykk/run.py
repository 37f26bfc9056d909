"""The whole order of work, readable on one screen: crawl, parse, check, measure, rank, report."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fotavtrykk import __version__, config, fetch, registry, urls
from fotavtrykk.errors import DONE, INTERRUPTED, UserError
from fotavtrykk.experts import leftout
from fotavtrykk.experts.leaving import Leaver
from fotavtrykk.parse import pool
from fotavtrykk.project import UNFINISHED, Project, folder_for
from fotavtrykk.tables import BROUGHT, LENSES, PARSED, TABLES, Row, Value

if TYPE_CHECKING:
    import ibis

BATCH = 100
PARTS = ("size", "depth")  # why a page's row may hold only a part of it


@dataclass(frozen=True)
class Told:
    """What the caller is told while it lasts: `step` crawl, parse, check or report; counts; the URL at hand."""

    step: str
    done: int = 0
    queued: int = 0
    rate: float = 0.0
    url: str = ""


@dataclass(frozen=True)
class Audited:
    """What an audit gave: how it ended, its reports, and the small tables that the report is made of."""

    run_id: str
    state: str
    folder: Path
    reports: tuple[Path, ...]
    rows: dict[str, list[Row]]
    problem: UserError | None

    @property
    def exit_code(self) -> int:
        """0 done, 130 interrupted, else the code of the problem."""
        if self.state == "interrupted":
            return INTERRUPTED
        return self.problem.exit_code if self.problem else DONE


def audit(
    options: fetch.Options,
    out: Path | None = None,
    own: bool = False,
    tell: Callable[[Told], None] = lambda _: None,
) -> Audited:
    """Crawl `options.start`, measure it and write the report into `out` (./fotavtrykk-<host>).

    An unfinished audit of the same address is gone on with; a finished one is run anew beside the old.
    Raises UserError where nothing can be read or written.
    """
    site = urls.Site.of(options.start)
    if site is None:
        raise _no_address(options.start)
    private = any(
        urls.bare(name.partition(":")[0]) == urls.bare(urls.host(site.start))
        for name in options.allow_private
    )
    project = Project.at(out or folder_for(options.start), site.start, own)
    if options.delay < 1 and not (project.own or private):
        raise _impolite(options.delay)
    left = Leaver(config.read(project.folder / config.NAME).people.exclude)
    with project.writing(), in_words(project):
        run_id = project.begin(options.start)
        try:
            outcome = crawled(project, run_id, options, tell)
        except UserError:
            project.end(run_id, "failed")  # a new try begins anew: what failed may have been mended
            raise
        project.put(
            run_id, {name: _kept(left, rows) for name, rows in fetch.rows(project.crawl(run_id)).items()}
        )
        parsed(project, run_id, outcome.site, project.own or private, left, tell)
        rows = _judge(project, run_id, options, outcome, project.own or private, tell)
        reports = _report(project, run_id, rows, tell)
        project.end(run_id, outcome.state)
        if outcome.state not in UNFINISHED:  # what is gone on with is still needed
            leftout.erased(left, project.crawl(run_id))
        project.stamp()
    return Audited(run_id, outcome.state, project.folder, reports, rows, outcome.problem)


@contextmanager
def in_words(project: Project) -> Iterator[None]:
    """What ends the work between crawl and report, as a sentence: a full disk, Ctrl-C. The run stays unfinished."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UserError(
            en=f"Writing to {project.folder} failed: {reason}. There is no report; what was read before that is kept there. "
            "Make room, and give the same command again: it goes on from where it stopped.",
            nb=f"Skrivingen til {project.folder} feilet: {reason}. Det ble ingen rapport; det som var lest, ligger der. "
            "Rydd plass og gi samme kommando igjen: Den fortsetter der den stanset.",
        ) from error
    except KeyboardInterrupt as error:
        raise UserError(
            en=f"Interrupted. There is no report; what was read is kept in {project.folder}. "
            "The same command goes on from where it stopped.",
            nb=f"Avbrutt. Det ble ingen rapport; det som ble lest, ligger i {project.folder}. "
            "Samme kommando fortsetter der den stanset.",
            exit_code=INTERRUPTED,
        ) from error


def crawled(
    project: Project, run_id: str, options: fetch.Options, tell: Callable[[Told], None]
) -> fetch.Outcome:
    """Crawl `options.start` into the run's folder. Raises UserError where the start cannot be read at all."""
    pool.preload(["fotavtrykk.parse.jobs"])
    from fotavtrykk.parse import jobs

    worker = pool.Worker(jobs.links, pool.Bounds(cpu=5, wall=20, memory=512 << 20, jobs=5000))

    one_at_a_time = asyncio.Lock()  # a worker has one pipe

    async def extract(body: bytes, url: str, content_type: str) -> list[tuple[str, str]]:
        async with one_at_a_time:
            found = await asyncio.to_thread(worker.call, (body, url, content_type))
        return [] if isinstance(found, pool.Failure) else found

    def progress(now: fetch.Progress) -> None:
        tell(Told("crawl", now.pages, now.queued, now.rate, now.url))

    async def crawl() -> fetch.Outcome:
        stop = asyncio.Event()
        with suppress(NotImplementedError, ValueError, RuntimeError):  # Windows; not the main thread
            loop = asyncio.get_running_loop()

            def halt() -> None:
                stop.set()
                loop.remove_signal_handler(
                    signal.SIGINT
                )  # a second Ctrl-C does not wait for what is under way

            loop.add_signal_handler(signal.SIGINT, halt)
        return await fetch.crawl(options, project.crawl(run_id), extract, progress, stop)

    try:
        return asyncio.run(crawl())
    finally:
        worker.end()


def _kept(left: Leaver, rows: Iterable[Row]) -> Iterable[Row]:
    return left.rows(list(rows), leftout.ADDRESSES) if left else rows


def parsed(
    project: Project,
    run_id: str,
    site: urls.Site,
    people: bool,
    left: Leaver,
    tell: Callable[[Told], None],
    tables: Sequence[str] = PARSED,
    keep: Callable[[dict[str, list[Row]]], dict[str, list[Row]]] = lambda rows: rows,
) -> None:
    """Parse the records that no earlier attempt parsed, and commit their rows batch by batch.

    `keep` says what is kept of a page's rows, and in which `tables`; the first of these is that of the pages.
    """
    from fotavtrykk import parse
    from fotavtrykk.parse import jobs

    folder, pages = project.crawl(run_id), tables[0]
    known = project.values(pages, "url", run_id)
    todo = (
        (str(folder), key, file, offset, site, people)
        for key, file, offset in fetch.records(folder)
        if key not in known and not left.names(key)
    )
    if project.parts(pages, run_id) is None:
        project.append(run_id, {name: [] for name in tables})
    batch: dict[str, list[Row]] = {name: [] for name in tables}
    done = len(known)
    for job, result in pool.work(jobs.page, todo, workers=2):
        rows = parse.broken(job[1], result.reason) if isinstance(result, pool.Failure) else result
        rows = keep(leftout.parsed(left, rows))
        for name in tables:
            batch[name].extend(rows[name])
        done += 1
        if len(batch[pages]) >= BATCH:
            project.append(run_id, batch)
            batch = {name: [] for name in tables}
        tell(Told("parse", done, url=job[1]))
    if batch[pages]:
        project.append(run_id, batch)


def _judge(
    project: Project,
    run_id: str,
    options: fetch.Options,
    outcome: fetch.Outcome,
    own: bool,
    tell: Callable[[Told], None],
) -> dict[str, list[Row]]:
    """Run checks and measures, rank the changes, commit the rows; the small tables, for the report."""
    import pyarrow as pa

    from fotavtrykk import engine as engines
    from fotavtrykk import priorities, relations

    with engines.opened(lambda name: project.parts(name, run_id)) as engine:
        project.put(run_id, {"runs": [_run(project, run_id, options, outcome, own, engine)]})
        tell(Told("check"))
        project.put(run_id, {"spans": registry.spans(engine)})
        check_runs, found = [], []
        for number, id_ in enumerate(registry.shelf("checks")):
            tell(Told("check", number, url=id_))
            row, findings = registry.check(engine, id_)
            check_runs.append(row)
            found.append(findings)
        lenses = [
            id_ for id_, module in registry.shelf("measures").items()
            if module.LENS in LENSES and not set(BROUGHT) & set(module.NEEDS)
        ]  # fmt: skip
        measures = [row for id_ in lenses for row in registry.measure(engine, id_)]
        everything = pa.concat_tables(found)
        pages, links, forms, entities, fetches, sitemaps = map(
            engine.table, ("pages", "links", "forms", "entities", "fetches", "sitemaps")
        )
        assert pages is not None and links is not None and forms is not None
        assert entities is not None and fetches is not None and sitemaps is not None
        clicks = relations.clicks(pages, links, forms, entities, fetches)
        way = engine.tried(clicks.to_pyarrow)
        types = pages.select("url", "type").to_pyarrow()
        unread = engine.tried(_unread(fetches, pages, links, sitemaps).order_by("url").to_pyarrow)
    # The engine and its memory are gone before the rows of the report are made.
    ranked = priorities.rank(
        engines.each(everything.select(["check", "subject"])),
        check_runs,
        engines.each(types),
        {str(row["url"]): row["clicks"] for row in engines.each(way)},  # type: ignore[misc]  # int or None by contract
    )
    made = {"check_runs": check_runs, "measures": measures, "priorities": ranked}
    project.put(run_id, {"findings": everything, "unread": unread, **made})
    return {name: list(project.rows(name, run_id)) for name in _REPORTED}


def _unread(fetches: ibis.Table, pages: ibis.Table, links: ibis.Table, sitemaps: ibis.Table) -> ibis.Table:
    """What was not read, what was read only in part or not understood, and what was linked to and never heard of.

    The last stands behind links that the crawl could not take from a page in time, and the parser could.
    """
    import ibis

    columns = [name for name in TABLES["unread"].names() if name != "run_id"]
    asked = fetches.filter(fetches.state.notin(["read", "redirected"]) | (fetches.reason == "redirects"))
    cut = pages.filter(ibis.coalesce(pages.truncated, "") != "")
    whole = cut.truncated.isin(PARTS)
    cut = cut.select(
        url="url",
        state=ibis.ifelse(whole, "partial", "failed"),
        reason=ibis.ifelse(whole, "part:" + cut.truncated, "parse"),
        detail="truncated",
        found_on=ibis.null("string"),
    )
    lost = links.filter(links.internal).anti_join(fetches.select(target="url"), "target")
    lost = lost.group_by(url=lost.target).agg(found_on=lost.url.min())
    lost = lost.mutate(
        state=ibis.literal("waiting"), reason=ibis.literal("links"), detail=ibis.null("string")
    )
    faulty = sitemaps.filter(sitemaps.problem.notnull()).select(
        url="sitemap",
        state=ibis.literal("failed"),
        reason=ibis.literal("sitemap"),
        detail="problem",
        found_on=ibis.null("string"),
    )
    return asked.select(*columns).union(cut, lost.select(*columns), faulty)


_REPORTED = ("runs", "hosts", "check_runs", "findings", "measures", "priorities", "unread")


def _run(
    project: Project, run_id: str, options: fetch.Options, outcome: fetch.Outcome, own: bool, engine: object
) -> dict[str, Value]:
    from fotavtrykk.engine import Engine

    assert isinstance(engine, Engine)
    fetches, pages = engine.table("fetches"), engine.table("pages")
    assert fetches is not None and pages is not None
    known = fetches.filter(fetches.state.notin(["skipped", "redirected"])).count().to_pyarrow().as_py()
    return {
        "command": "audit",
        "start_url": options.start,
        "site": outcome.site.start,
        "own": own,
        "started_at": datetime.fromisoformat(project.runs[run_id]["started_at"]).replace(tzinfo=None),
        "ended_at": datetime.now(UTC).replace(tzinfo=None),
        "state": outcome.state,
        "caps": "; ".join(outcome.caps),
        "pages_read": pages.count().to_pyarrow().as_py(),
        "pages_known": known,
        "requests": outcome.requests,
        "version": __version__,
    }


def _report(
    project: Project, run_id: str, rows: dict[str, list[Row]], tell: Callable[[Told], None]
) -> tuple[Path, ...]:
    from fotavtrykk import report

    tell(Told("report"))
    return tuple(report.write(rows, project.reports(run_id)))


def _no_address(text: str) -> UserError:
    return UserError(
        en=f"“{text}” is not a web address. Write it in full, for example https://www.firm.com/.",
        nb=f"«{text}» er ingen nettadresse. Skriv den helt ut, for eksempel https://www.firma.no/.",
        exit_code=2,
    )


def _impolite(delay: float) -> UserError:
    return UserError(
        en=f"A delay of {delay:g} s is only for your own site: add --own, or let the delay be at least 1 s.",
        nb=f"Et opphold på {delay:g} s er bare for ditt eget nettsted: legg til --own, eller la det være minst 1 s.",
        exit_code=2,
    )
