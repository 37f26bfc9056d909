"""Reading the sites that fotavtrykk.toml names as competitors: as politely as any stranger's, and keeping nothing about persons."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from fotavtrykk import competitors, fetch, run, urls
from fotavtrykk.config import NAME
from fotavtrykk.errors import CANNOT_ANSWER, DONE, INTERRUPTED, USAGE, UserError
from fotavtrykk.experts.leaving import Leaver
from fotavtrykk.privacy import impersonal
from fotavtrykk.project import Project
from fotavtrykk.tables import Row

_PAGE = ("url", "type", "title", "lang", "noindex")


def read(
    folder: Path, options: fetch.Options, tell: Callable[[run.Told], None] = lambda _: None
) -> list[Row]:
    """Read the competitors' sites that the project in `folder` names; rows of the table competitors, without figures.

    `options.start` is left aside. A site that cannot be read is told with its reason and hinders no other. An interrupted reading is gone on
    with; a new one replaces the old. Raises UserError where none is named, where it would be impolite, or where nothing can be written.
    """
    project, known = Project.existing(folder)
    if not known.competitors:
        raise _none(folder)
    _polite(known.competitors, options)
    left = Leaver(known.people.exclude)
    rows: list[Row] = []
    with project.writing(), run.in_words(project):
        for site in known.competitors:
            rows.append(_one(project, site, options, left, tell))
            if rows[-1]["state"] == "interrupted":
                break
        for run_id in competitors.older(project, known.competitors):
            project.put(run_id, dict.fromkeys((*competitors.KEPT, "competitors"), ()))
            shutil.rmtree(project.crawl(run_id), ignore_errors=True)
        project.stamp()
    return rows


def code(rows: Sequence[Row]) -> int:
    """The exit code: 0 where any site was read, 130 interrupted, else 3."""
    states = {row["state"] for row in rows}
    if "interrupted" in states:
        return INTERRUPTED
    return DONE if states & set(competitors.READ) else CANNOT_ANSWER


def _one(
    project: Project, site: str, options: fetch.Options, left: Leaver, tell: Callable[[run.Told], None]
) -> Row:
    """Read one site; the run's crawl is needed only until it is parsed, and goes."""
    run_id = project.begin(competitors.start_of(site))
    row: dict[str, object] = {"site": site, "day": datetime.now(UTC).date()}
    try:
        outcome = run.crawled(project, run_id, replace(options, start=site), tell)
    except UserError as error:
        return _ended(project, run_id, "empty", row | _unread(error))
    if outcome.state == "stopped" and outcome.problem is not None:
        raise outcome.problem  # nothing can be written; what was read is gone on with
    if outcome.state == "interrupted":
        project.end(run_id, outcome.state)
        return row | {"state": "interrupted", "reason": "interrupted"}
    if outcome.problem is not None:
        return _ended(project, run_id, outcome.state, row | _unread(outcome.problem))
    run.parsed(project, run_id, outcome.site, False, left, tell, competitors.KEPT, _impersonal)
    counts = {
        name.removeprefix("competitor_"): sum(1 for _ in project.rows(name, run_id))
        for name in competitors.KEPT
    }
    state = "capped" if outcome.state == "capped" else "read"
    return _ended(
        project, run_id, outcome.state, row | counts | {"state": state, "detail": "; ".join(outcome.caps)}
    )


def _ended(project: Project, run_id: str, state: str, row: Mapping[str, object]) -> Row:
    project.put(run_id, {"competitors": [row]})
    project.end(run_id, state)
    shutil.rmtree(project.crawl(run_id), ignore_errors=True)
    return row


def _unread(problem: UserError) -> dict[str, object]:
    reason, _, detail = problem.reason.partition(": ")
    return {"state": "unread", "reason": reason or "other", "detail": detail or None}


def _impersonal(rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """What is kept of a page: what tells it and its passages, without addresses and long numbers; nothing of pages about persons."""
    persons = {row["url"] for row in rows["pages"] if row["type"] == "person"}
    pages, passages = (
        [row for row in rows[name] if row["url"] not in persons] for name in ("pages", "passages")
    )
    told: list[Row] = [{name: row[name] for name in _PAGE} for row in pages]
    said: list[Row] = [
        {**row, **{name: impersonal(str(row[name])) for name in ("text", "foot") if row[name]}}
        for row in passages
    ]
    return dict(zip(competitors.KEPT, (told, said), strict=True))


def _polite(sites: Sequence[str], options: fetch.Options) -> None:
    private = {urls.bare(name.partition(":")[0]) for name in options.allow_private}
    if options.delay < 1 and not all(urls.bare(urls.host(site)) in private for site in sites):
        raise UserError(
            en=f"A delay of {options.delay:g} s is only for your own site: competitors are read with at least 1 s between two requests.",
            nb=f"Et opphold på {options.delay:g} s er bare for ditt eget nettsted: Konkurrenter leses med minst 1 s mellom to forespørsler.",
            exit_code=USAGE,
        )


def _none(folder: Path) -> UserError:
    example = 'sites = ["https://www.konkurrent.no/"]'
    return UserError(
        en=f"{folder / NAME} names no competitors. Write their sites below [competitors], as: {example}",
        nb=f"{folder / NAME} oppgir ingen konkurrenter. Skriv nettstedene deres under [competitors], slik: {example}",
        exit_code=USAGE,
    )
