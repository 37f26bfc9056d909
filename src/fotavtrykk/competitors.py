"""The sites that the firm is compared with, as the project holds them: each is a run of its own, told apart from audits by its name.

Only the newest reading of a site counts. What is kept of it is pages and passages, those about persons not among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.project import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fotavtrykk.project import Project
    from fotavtrykk.tables import Row

READ = ("read", "capped")  # states of a site whose passages are compared
KEPT = (
    "competitor_pages",
    "competitor_passages",
)  # apart from those of the firm, which nothing may mix them up with
_MARK = "competitor "


def start_of(site: str) -> str:
    """What the runs that read a competitor's site are called by."""
    return f"{_MARK}{site}"


def last(project: Project, site: str) -> tuple[str, Row]:
    """The newest run that read the site to its end (else the one under way), and its row of the table competitors; an empty id where nobody tried."""
    runs = {run_id: run["state"] for run_id, run in project.runs.items() if run["start"] == start_of(site)}
    if not runs:
        return "", {"site": site, "state": "unread", "reason": "not_read"}
    run_id = max([one for one, state in runs.items() if state not in UNFINISHED] or runs)
    found = next(project.rows("competitors", run_id), None)
    row: Row = found or {"site": site, "state": "interrupted", "reason": "interrupted"}
    return run_id, {name: value for name, value in row.items() if name != "run_id"}


def older(project: Project, sites: Iterable[str]) -> list[str]:
    """Runs whose rows are not needed any longer: of sites that are named no more, and all that were ended but the newest of the others."""
    named = {start_of(site) for site in sites}
    newest = {last(project, site)[0] for site in sites}
    return [
        run_id
        for run_id, run in project.runs.items()
        if run["start"].startswith(_MARK)
        and run_id not in newest
        and not (run["start"] in named and run["state"] in UNFINISHED)
    ]
