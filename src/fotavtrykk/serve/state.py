"""How far a project has come: what was imported, what is missing, what was measured and weighed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fotavtrykk.config import Config
from fotavtrykk.project import Project
from fotavtrykk.serve import asked
from fotavtrykk.tables import Row

# By code: the table that holds it, and the template that it may be filled in on.
_TABLES = {
    "deals": ("deals", "deals"), "costs": ("spend", "headcount"), "leads": ("inquiries", "leads"), "activities": ("activities", "activities"),
    "customers": ("customers", "customers"),
}  # fmt: skip
_NEEDED = ("deals", "costs", "margin")


@dataclass(frozen=True)
class Missing:
    """Something that is not there yet: whether nothing can be weighed without it, and the template or page on which it is given."""

    code: str
    needed: bool
    template: str = ""
    page: str = ""


@dataclass(frozen=True)
class State:
    """The front page's figures: the files as the ledger has them, what is missing, the newest run and decision, and their reports.

    A decision that was weighed with a run has the one report of both.
    """

    files: Sequence[Row]
    missing: Sequence[Missing]
    run: str = ""
    run_at: datetime | None = None
    decision: str = ""
    decision_at: datetime | None = None
    stale: bool = False
    reports: Sequence[tuple[str, str]] = ()


def of(project: Project, known: Config) -> State:
    """The state of a project as it stands on disk."""
    files = sorted(project.rows("ledger", ""), key=lambda row: (str(row["name"]), str(row["sheet"] or "")))
    run, decision = _newest(project, "run"), _newest(project, "decide")
    told = [
        (id_, name)
        for id_, name in ((run, "report"), (decision, "report.decision"))
        if id_ and project.reports(id_).is_dir()
    ]
    measured = _measured(project, run if (run, "report") in told else decision)
    stale = bool(run) and measured != {(row["file"], row["sheet"]) for row in files}
    return State(
        files,
        _missing(project, known),
        run,
        _began(project, run),
        decision,
        _began(project, decision),
        stale,
        told,
    )


def _measured(project: Project, run_id: str) -> set[tuple[object, object]]:
    """The files that a run measured, as its report lists them; times of files tell nothing once a project was copied."""
    try:
        found = json.loads((project.reports(run_id) / "findings.json").read_bytes())
        return {(row["file"], row["sheet"]) for row in found["ledger"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()  # then measuring again is right


def _newest(project: Project, start: str) -> str:
    runs = [id_ for id_, run in project.runs.items() if run["start"] == start and run["state"] == "complete"]
    return max(runs, default="")


def _began(project: Project, run_id: str) -> datetime | None:
    return datetime.fromisoformat(project.runs[run_id]["started_at"]).replace(tzinfo=None) if run_id else None


def _missing(project: Project, known: Config) -> list[Missing]:
    out = [
        Missing(code, code in _NEEDED, template=template)
        for code, (table, template) in _TABLES.items() if not any(project.parts(table, "") or ())
    ]  # fmt: skip
    names = asked.functions(project, known)
    if known.economy.margin is None:
        out.append(Missing("margin", True, page="answers"))
    kinds = [bool((one := known.functions.get(name)) and one.size.kind) for name in names]
    if names and not all(kinds):
        out.append(Missing("kinds", not any(kinds), page="answers"))
    if known.economy.substitution_max == 1:
        out.append(Missing("substitution", False, page="answers"))
    if names and not any(project.parts("beliefs", "") or ()):
        out.append(Missing("beliefs", False, page="beliefs"))
    return sorted(out, key=lambda one: not one.needed)


def report(folder: Path, run_id: str, name: str) -> Path | None:
    """A file of a run's report; None where the project has no such run, or the run no such file."""
    project, _ = Project.existing(folder)
    path = project.reports(run_id) / name
    return path if run_id in project.runs and path.is_file() else None
