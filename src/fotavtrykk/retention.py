"""What is old enough to go: events of the web before a day, with the visits made of them. Nothing goes by itself (rule R8).

Journeys that are closed keep their figures: they are put by as the last run told them, and count in every later run. Panels by month,
deals, calls and costs stay as they are. A tombstone keeps the day, so that an older export brings nothing back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from fotavtrykk.errors import CANNOT_ANSWER, UserError
from fotavtrykk.project import Project
from fotavtrykk.tables import TABLES

if TYPE_CHECKING:
    import pyarrow as pa

MONTHS = 14  # proposed: a year and two months, so that the same season can be held against the last
_PARTITION = "purged"
_OLD = ("events", "sessions", "touches", "questions")
_DAYS = {"questions": "day"}  # of searches on the site; what files of questions tell has none, and stays


@dataclass(frozen=True)
class Purged:
    """What goes, or went: rows by table before the day, and how many closed journeys keep their figures."""

    before: date
    rows: Mapping[str, int]
    journeys: int
    done: bool


def limit(today: date, months: int = MONTHS) -> date:
    """The first day of the month that lies `months` before the month of `today`."""
    at = today.year * 12 + today.month - 1 - months
    return date(at // 12, at % 12 + 1, 1)


def proposed(project: Project, before: date) -> Purged:
    """What a purge would take away; changes nothing."""
    rows = {name: sum(_old(part, name, before) for part in project.tables(name)) for name in _OLD}
    return Purged(
        before, {name: n for name, n in rows.items() if n}, len(_closed(project, before)), done=False
    )


def purge(project: Project, before: date, today: date) -> Purged:
    """Put by the figures of closed journeys, then take away what is older. Raises UserError where nothing was run yet."""
    closed = _closed(project, before)
    project.put(_PARTITION, {"kept_journeys": closed})
    rows = {name: project.keep(name, partial(_young, name, before)) for name in _OLD}
    left = {visitor for part in project.tables("events") for visitor in part.column("visitor").to_pylist()}
    rows["identities"] = project.keep("identities", lambda part: part.filter(_still_known(part, left)))
    project.append(
        "forgotten",
        {"tombstones": [{"kind": "events", "id": before.isoformat(), "day": today, "file": "", "line": 0}]},
    )
    project.stamp()
    return Purged(before, {name: n for name, n in rows.items() if n}, len(closed), done=True)


def _closed(project: Project, before: date) -> list[dict[str, object]]:
    """The journeys of the last run that ended before the day or began before it, and are closed."""
    ran = [
        run_id for run_id, run in project.runs.items() if run["start"] == "run" and run["state"] == "complete"
    ]
    if not ran:
        raise UserError(
            en="Nothing was run yet, so the figures of closed journeys could not be kept. Give fotavtrykk run first.",
            nb="Ingenting er kjørt ennå, så tallene for avsluttede reiser kan ikke tas vare på. Kjør fotavtrykk run først.",
            exit_code=CANNOT_ANSWER,
        )
    names = [name for name in TABLES["journeys"].names() if name != "run_id"]
    return [
        {name: row[name] for name in names} for row in project.rows("journeys", max(ran))
        if row["outcome"] != "open" and row["began"] is not None and str(row["began"])[:10] < before.isoformat()
    ]  # fmt: skip


def _old(part: pa.Table, name: str, before: date) -> int:
    import pyarrow.compute as pc

    return int(pc.sum(_is_old(part, name, before)).as_py() or 0)


def _young(name: str, before: date, part: pa.Table) -> pa.Table:
    import pyarrow.compute as pc

    return part.filter(pc.invert(_is_old(part, name, before)))


def _is_old(part: pa.Table, name: str, before: date) -> pa.ChunkedArray:
    """True for rows of the web before the day; calls and meetings are touches too and stay."""
    import pyarrow as pa
    import pyarrow.compute as pc

    day = part.column(_DAYS.get(name, "local_date"))
    old = pc.fill_null(pc.less(day, pa.scalar(before)), False)
    return (
        pc.and_(old, pc.fill_null(pc.equal(part.column("origin"), "web"), False))
        if name == "touches"
        else old
    )


def _still_known(part: pa.Table, visitors: set[object]) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    known = pc.is_in(
        part.column("id"), pa.array([str(one) for one in visitors if one is not None], pa.string())
    )
    return pc.or_(known, pc.not_equal(part.column("kind"), "visitor"))
