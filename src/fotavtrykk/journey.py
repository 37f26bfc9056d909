"""`fotavtrykk run`: everything that the project has data for, from the files that were imported to the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fotavtrykk import (
    __version__,
    asking,
    claims,
    crediting,
    dealings,
    identity,
    journeys,
    knowhow,
    readers,
    registry,
    report,
    sought,
    spending,
    touches,
)
from fotavtrykk import engine as engines
from fotavtrykk.economy import DIRECTIONS
from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.experts.leaving import Leaver
from fotavtrykk.project import Project
from fotavtrykk.tables import BROUGHT, CONTRIBUTION, JOURNEY, NATURAL, PARSED, Row, Value

if TYPE_CHECKING:
    import ibis
    import pyarrow as pa

    from fotavtrykk.config import Config
    from fotavtrykk.engine import Engine

_KEYS = {name: keys[0] for name, keys in NATURAL.items() if len(keys) == 1}
_AUDITED = ("runs", "hosts", "check_runs", "findings", "measures", "priorities", "unread")
_TRAVELLED = (
    "deals",
    "inquiries",
    "accounts",
    "contacts",
    "activities",
    "stages",
    "events",
    "ledger",
    "pages",
    "kept_journeys",
)
_BATCH = 100_000
_EVENTS = ("ga4_events", "server_log", "touches")
_REPORTED = ("runs", "ledger", "measures", "claims", "conflicts", *CONTRIBUTION)


class Weighed(Protocol):
    """A decision that was weighed on what was measured: its reports, which hold what was measured too, and its rows."""

    @property
    def reports(self) -> tuple[Path, ...]:
        """The reports."""

    @property
    def rows(self) -> dict[str, list[Row]]:
        """The rows, with the claims judged anew."""


Weigh = Callable[["Project", "Config"], Weighed]


@dataclass(frozen=True)
class Ran:
    """What a run gave: its reports, and the small tables that they are made of; the decision, or the `problem` why it could not be weighed.

    Neither where fotavtrykk.toml says no amount to save.
    """

    run_id: str
    folder: Path
    reports: tuple[Path, ...]
    rows: dict[str, list[Row]]
    decision: Weighed | None = None
    problem: UserError | None = None


def run(folder: Path, tell: Callable[[str], None] = lambda _: None, weigh: Weigh | None = None) -> Ran:
    """Measure what was imported and write the report. Raises UserError where nothing was imported.

    Where fotavtrykk.toml has an amount to save, `weigh` weighs the decision anew and writes the one report. `tell` hears which part
    begins: journeys, measures, decision, report.
    """
    project, known = Project.existing(folder)
    with project.writing():
        if not project.imported():
            raise UserError(
                en=f"Nothing was imported into {folder}, so there is nothing to run. Begin with: fotavtrykk import FILES",
                nb=f"Ingenting er importert til {folder}, så det er ingenting å kjøre. Begynn med: fotavtrykk import FILER",
                exit_code=CANNOT_ANSWER,
            )
        run_id = project.begin("run")
        began = datetime.now(UTC).replace(tzinfo=None)
        audit = _last_audit(project)

        def parts(name: str) -> list[Path] | None:
            return project.parts(name, audit if name in PARSED and audit else run_id)

        tell("journeys")
        with engines.opened(parts) as engine:
            _merge(engine, known)
            travel(project, engine, run_id, known)
            functions = _functions(engine, known)
            project.put(run_id, {"functions": functions, "sizes": _sizes(engine, known, functions)})
            readers.fill(project, run_id, engine)
            crediting.fill(project, run_id, engine, known)
        people = _ask(project, parts, run_id, known, audit, tell)
        tell("measures")
        with engines.opened(parts) as engine:
            _merge(engine, known)
            measured = [
                row for id_, module in registry.shelf("measures").items() if module.LENS == JOURNEY or _brought(engine, module.NEEDS)
                for row in registry.measure(engine, id_)
            ]  # fmt: skip
            disputed = [table for name in _KEYS if (table := _conflicts(engine, name)) is not None]
        own: dict[str, Value] = {
            "command": "run", "start_url": known.site, "site": known.site or known.name, "own": True, "started_at": began,
            "ended_at": datetime.now(UTC).replace(tzinfo=None), "state": "complete", "caps": "", "version": __version__,
        }  # fmt: skip
        project.put(
            run_id,
            {
                "runs": [own],
                "measures": registry.told(measured),
                "claims": claims.judge(measured),
                "conflicts": _joined(disputed),
            },
        )
        rows: dict[str, list[Row]] = {name: list(project.rows(name, run_id)) for name in _REPORTED}
        for name in _AUDITED if audit else ():
            rows[name] = [*project.rows(name, audit), *rows.get(name, ())]
        rows |= asking.told(project, run_id) | sought.told_of(project, run_id) | knowhow.told(project, run_id)
        rows = knowhow.without(rows, known.people)
        decision, problem = _weighed(project, known, run_id, weigh, tell)
        if decision is not None and not people:
            return Ran(run_id, folder, decision.reports, rows | decision.rows, decision)
        tell("report")
        written = report.write(rows, project.reports(run_id))
        project.end(run_id, "complete")
        project.stamp()
    if (
        decision is not None
    ):  # two reports: what is told of persons never stands beside what may be cut (rule R4)
        return Ran(run_id, folder, (*decision.reports, *written), rows | decision.rows, decision)
    return Ran(run_id, folder, tuple(written), rows, problem=problem)


def _ask(
    project: Project,
    parts: engines.Parts,
    run_id: str,
    known: Config,
    audit: str,
    tell: Callable[[str], None],
) -> bool:
    """Hold what customers ask and search for against the firm's own site; whether it was asked who could answer it."""
    with engines.opened(parts) as engine:
        if any(engine.table(name) is not None for name in ("questions", "searches")):
            tell("questions")
        asking.fill(project, run_id, engine, known)
        sought.fill(project, run_id, engine, known.site, audit)
        knowhow.strike(project, run_id, known.people)
        return knowhow.fill(project, run_id, engine, known.people, known.site, datetime.now(UTC).date())


def _brought(engine: Engine, needs: Sequence[str]) -> bool:
    """Whether a measure of a lens rests on the firm's own files, and they were brought."""
    mine = set(BROUGHT) & set(needs)
    return bool(mine) and all(engine.table(name) is not None for name in mine)


def _weighed(
    project: Project, known: Config, run_id: str, weigh: Weigh | None, tell: Callable[[str], None]
) -> tuple[Weighed | None, UserError | None]:
    """The decision on what was measured in the run, where an amount to save is set; or why it cannot be weighed."""
    if weigh is None or known.economy.save is None:
        return None, None
    tell("decision")
    project.end(run_id, "complete")  # a decision rests on complete runs alone
    try:
        return weigh(project, known), None
    except UserError as error:
        return None, error


def _last_audit(project: Project) -> str:
    """The newest run that read a website and checked it; empty where there is none."""
    audits = [
        run_id
        for run_id, run in project.runs.items()
        if run["start"] != "run" and project.parts("check_runs", run_id)
    ]
    return max(audits, default="")


def travel(project: Project, engine: Engine, run_id: str, known: Config) -> None:
    """Who is the same, what they did, and how each journey went: the tables identities, touches and journeys."""
    given = {name: table for name in _TRAVELLED if (table := engine.table(name)) is not None}
    if "events" in given:
        given["events"] = left_events(given["events"], Leaver(known.people.exclude))
        sources = (
            given["ledger"].filter(given["ledger"].source.isin(_EVENTS)).select("source", "file").distinct()
        )
        if len(engines.rows(sources)) > 1:
            given["events"] = dealings.once(given["events"], given["ledger"])
        given["sessions"] = _filled(
            project, engine, run_id, "sessions", touches.sessions(given["events"]), "events"
        )
    rows = identity.resolved(*map(engines.rows, identity.links(given)))
    project.put(run_id, {"identities": rows})
    identities = engine.table("identities")
    assert identities is not None
    every = touches.made(given, identities, known.functions)
    ends = journeys.outcomes(given.get("deals"), given["ledger"], identities, given.get("inquiries"))
    placed = journeys.placed(every, ends, known.lookback_days)
    placed = _filled(project, engine, run_id, "touches", placed, "sessions", "activities")
    staged = None
    if {"stages", "deals"} <= set(given):
        staged = journeys.staged(given["stages"], given["deals"], given["ledger"], identities)
    made = journeys.made(placed, ends, staged)
    if "kept_journeys" in given:
        made = journeys.kept(made, given["kept_journeys"])
    _filled(project, engine, run_id, "journeys", made, "touches")


def left_events(events: ibis.Table, left: Leaver) -> ibis.Table:
    """The events without the addresses of pages about those who are left out; the visits themselves stay."""
    import ibis

    low = events.url.lower()
    told = [low.contains(slug) for slug in left.slugs()]
    return (
        events
        if not told
        else events.mutate(url=ibis.ifelse(reduce(or_, told), ibis.null("string"), events.url))
    )


def _merge(engine: Engine, known: Config) -> None:
    """From here on functions that fotavtrykk.toml merges are one in what was spent: nothing measured tells them apart (rule R2)."""
    spend, ledger = engine.table("spend"), engine.table("ledger")
    if spend is None or ledger is None:
        return
    said = [str(row["function"]) for row in engines.rows(spend.select("function").distinct())]
    names = {one: known.told(one) for one in said if known.told(one) != one}
    if names:
        engine.hold("spend", engine.tried(spending.merged(spend, ledger, names).to_pyarrow))


def _functions(engine: Engine, known: Config) -> list[Row]:
    """The rows of the table functions: what the files call them, with the direction of their kind and their size in fotavtrykk.toml."""
    tables = [table for name in ("spend", "staff_changes") if (table := engine.table(name)) is not None]
    said = {
        known.told(str(row["function"]))
        for table in tables
        for row in engines.rows(table.select("function").distinct())
    }
    sizes = {one: known.functions[name].size for one in said if (name := known.function_of(one)) is not None}
    return [
        {
            "function": one,
            "direction": DIRECTIONS.get(size.kind if size else "", "unknown"),
            "fte": size.fte if size else None,
        }
        for one in sorted(said)
        for size in (sizes.get(one),)
    ]


def _sizes(engine: Engine, known: Config, functions: Sequence[Row]) -> Sequence[Row]:
    """The rows of the table sizes. Where payroll and the list of changes call a function by two names, payroll's counts."""
    spend, listed, ledger = (engine.table(name) for name in ("spend", "staff_changes", "ledger"))
    assert ledger is not None
    paid = [] if spend is None else engines.rows(spending.payroll(spend, ledger))
    names = {known.function_of(str(row["function"])) or row["function"]: row["function"] for row in paid}
    changes = [] if listed is None else engines.rows(spending.changes(listed, ledger))
    changes = [
        row
        | {"function": names.get(known.function_of(str(row["function"])), known.told(str(row["function"])))}
        for row in changes
    ]
    return spending.sizes(paid, changes, functions)


def _filled(
    project: Project, engine: Engine, run_id: str, name: str, rows: ibis.Table, *sorted_: str
) -> ibis.Table:
    """The table `name` of the run, filled with the rows of an expression as they come out of the engine.

    `sorted_` names the tables whose rows are sorted for it.
    """
    size = engine.size(*sorted_)
    engine.tried(lambda: project.stream(run_id, name, rows.to_pyarrow_batches(chunk_size=_BATCH)), size)
    filled = engine.table(name)
    assert filled is not None
    return filled


def _conflicts(engine: Engine, name: str) -> pa.Table | None:
    """What several files say of the same thing, and differently."""
    rows, ledger = engine.table(name), engine.table("ledger")
    if rows is None or ledger is None:
        return None
    columns = tuple(
        column for column in rows.columns if column not in ("run_id", _KEYS[name], "file", "line")
    )
    import ibis

    found = dealings.conflicts(rows, _KEYS[name], ledger, columns).mutate(table=ibis.literal(name))
    return engine.tried(found.order_by(found.columns).to_pyarrow)


def _joined(tables: list[pa.Table]) -> pa.Table | list[Row]:
    import pyarrow as pa

    return pa.concat_tables(tables) if tables else []
