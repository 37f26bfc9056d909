"""Who had read a page before the outcome: fills the table page_reads of a run, in which no cell stands for one to five accounts.

A page in the journeys of accounts that were won is credited, not proven to have won them: those who buy read more than those who do not, of
every page. So both outcomes are told, and no krone is put on either.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from fotavtrykk import engine as engines
from fotavtrykk import stats, touches

if TYPE_CHECKING:
    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.tables import Row, Value

NEEDS = ("touches", "sessions", "events", "journeys", "pages")
OUTCOMES = ("won", "lost")


def fill(project: Project, run_id: str, engine: Engine) -> None:
    """Fill the table page_reads of a run, one row for each page that was read by the audit and each outcome; none without visits or audit."""
    given = [engine.table(name) for name in NEEDS]
    if any(table is None for table in given):
        return
    found, sessions, events, journeys, pages = (table for table in given if table is not None)
    every = touches.pages_read(found, sessions, events, journeys)
    grouped = every.group_by("outcome", "url").agg(
        accounts=every.account.nunique(),
        wins=every.journey.nunique(),
        early=every.account.nunique(where=every.early),
    )
    counts = engine.tried(lambda: engines.rows(grouped))
    urls = [str(row["url"]) for row in engines.rows(pages.select("url").distinct())]
    project.put(run_id, {"page_reads": list(rows(counts, sorted(urls)))})


def rows(counts: Iterable[Row], urls: Iterable[str]) -> Iterator[Row]:
    """Rows of the table, without run_id. `counts`: outcome, url (null: all journeys), accounts, wins, early."""
    known = {(row["outcome"], row["url"]): row for row in counts}
    told = [
        (outcome, whole)
        for outcome in OUTCOMES
        if (whole := _count(known.get((outcome, None)), "accounts")) >= stats.SMALLEST
    ]
    for url in urls:
        for outcome, whole in told:
            yield {"url": url, "outcome": outcome, "n": whole, **_figures(known.get((outcome, url)), whole)}


def _figures(row: Row | None, whole: float) -> dict[str, Value]:
    accounts, early = _count(row, "accounts"), _count(row, "early")
    none: dict[str, Value] = dict.fromkeys(("accounts", "wins", "share", "low", "high", "early"))
    if not tellable(accounts, whole):
        return none
    low, high = stats.interval(accounts, whole)
    return {
        "accounts": accounts, "wins": _count(row, "wins"), "share": accounts / whole, "low": low, "high": high,
        "early": early if tellable(early, accounts) else None,
    }  # fmt: skip


def tellable(k: float, n: float) -> bool:
    """True where neither k of n accounts nor the rest, which is known by difference, are one to five (rule R2)."""
    return all(part == 0 or part >= stats.SMALLEST for part in (k, n - k))


def _count(row: Mapping[str, Value] | None, name: str) -> float:
    value = row[name] if row else 0
    return float(value) if isinstance(value, (int, float)) else 0.0
