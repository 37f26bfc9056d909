"""Who had read a page before the outcome: fills the table page_reads of a run, in which no cell stands for one to five accounts.

A page in the journeys of accounts that were won is credited, not proven to have won them: those who buy read more than those who do not, of
every page. So both outcomes are told, and no krone is put on either. What a page is credited with is a share of the value of the won journeys in
which pages were read: the value of each shared equally among these (Zhao's form of Shapley's value), with an interval by drawing accounts anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from fotavtrykk import engine as engines
from fotavtrykk import stats, touches
from fotavtrykk.credit import coalitions, paths

if TYPE_CHECKING:
    import ibis

    from fotavtrykk.engine import Engine
    from fotavtrykk.project import Project
    from fotavtrykk.tables import Row, Value

NEEDS = ("touches", "sessions", "events", "journeys", "pages")
OUTCOMES = ("won", "lost")
LEAST_WINS = 30  # of fewer journeys an interval by resampling is too narrow to be trusted


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
    credit = credited(engine.tried(lambda: engines.rows(_valued(every, journeys))))
    urls = [str(row["url"]) for row in engines.rows(pages.select("url").distinct())]
    project.put(run_id, {"page_reads": list(rows(counts, sorted(urls), credit))})


def _valued(every: ibis.Table, journeys: ibis.Table) -> ibis.Table:
    """Pages that were read in won journeys with a value: journey, account, url, value, currency."""
    worth = journeys.filter(journeys.value > 0).select("journey", "value", "currency")
    read = (
        every.filter(every.outcome == "won", every.url.notnull())
        .select("journey", "account", "url")
        .distinct()
    )
    return read.inner_join(worth, "journey").order_by("journey", "url")


def credited(read: Iterable[Row]) -> dict[str, tuple[float, float, float]]:
    """The share of the value that each page is credited with, and the ends of its 95 % interval. `read`: journey, account, url, value, currency.

    Of values in several currencies those in the one of most journeys count; under LEAST_WINS journeys nothing is told.
    """
    pages: dict[str, list[str]] = {}
    of: dict[str, Row] = {}
    for row in read:
        pages.setdefault(str(row["journey"]), []).append(str(row["url"]))
        of[str(row["journey"])] = row
    said = [str(row["currency"]) for row in of.values()]
    main = max(sorted(set(said)), key=said.count, default="")
    kept = [name for name in sorted(pages) if str(of[name]["currency"]) == main]
    if len(kept) < LEAST_WINS:
        return {}
    accounts = {name: at for at, name in enumerate(sorted({str(of[one]["account"]) for one in kept}))}
    found = coalitions.reached(
        paths.of_lists(
            [sorted(set(pages[name])) for name in kept], [1] * len(kept), [0] * len(kept),
            value=np.array([float(str(of[name]["value"])) for name in kept]),
            bucket=np.array([accounts[str(of[name]["account"])] for name in kept]),
        ),
        seed=1,
    )  # fmt: skip
    return {row.name: (row.share, row.low, row.high) for row in found.rows if row.outcome == "value"}


def rows(
    counts: Iterable[Row], urls: Iterable[str], credit: Mapping[str, tuple[float, float, float]]
) -> Iterator[Row]:
    """Rows of the table, without run_id. `counts`: outcome, url (null: all journeys), accounts, wins, early; `credit` as in `credited`."""
    known = {(row["outcome"], row["url"]): row for row in counts}
    told = [
        (outcome, whole)
        for outcome in OUTCOMES
        if (whole := _count(known.get((outcome, None)), "accounts")) >= stats.SMALLEST
    ]
    for url in urls:
        for outcome, whole in told:
            figures = _figures(known.get((outcome, url)), whole)
            shared = credit.get(url) if outcome == "won" and figures["accounts"] else None
            value = dict(zip(("value", "value_low", "value_high"), shared or (None,) * 3, strict=True))
            yield {"url": url, "outcome": outcome, "n": whole, **figures, **value}


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
