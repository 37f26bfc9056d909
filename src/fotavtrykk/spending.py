"""What functions cost while deals were closed, and which of them may be told of by themselves (rule R2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import floor
from typing import TYPE_CHECKING

from fotavtrykk import dealings, stats
from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis

Part = Mapping[str, object]


def paid_and_closed(
    deals: ibis.Table, spend: ibis.Table, ledger: ibis.Table
) -> tuple[ibis.Table, ibis.Table]:
    """Spending from the first month with a closed deal to the last, in the currency that most rows have; and the deals that were closed in
    months with spending, with won (0 or 1). Both have `at`, the number of the month.
    """
    import ibis

    closed = dealings.current(deals, "deal", ledger)
    closed = closed.filter(closed.outcome.isin(["won", "lost"]), closed.closed.notnull())
    closed = closed.mutate(
        at=closed.closed.year() * 12 + closed.closed.month(), won=(closed.outcome == "won").cast("int64")
    )
    paid = dealings.latest(spend, NATURAL["spend"], ledger).filter(ibis._.amount.notnull())
    paid = dealings.in_main_currency(paid)
    paid = paid.mutate(at=paid.month.year() * 12 + paid.month.month())
    span = closed.agg(first=closed["at"].min(), last=closed["at"].max())
    paid = paid.cross_join(span)
    paid = paid.filter(paid["at"] >= paid["first"], paid["at"] <= paid["last"])
    return paid, closed.semi_join(paid, "at")


def by_function(paid: ibis.Table) -> ibis.Table:
    """One row per function: k (its spending), pay (the payroll in it), currency, people (at its smallest; null without payroll)."""
    import ibis

    payroll = paid.filter(paid.kind == "payroll")
    size = ibis.coalesce(payroll.people, payroll.fte.floor().cast("float64"), 0.0)
    months = payroll.mutate(size=size).group_by("function", "at").agg(size=ibis._["size"].sum())
    people = months.group_by(of="function").agg(people=ibis._["size"].min())
    pay = ibis.coalesce(paid.amount.sum(where=paid.kind == "payroll"), 0.0)
    parts = paid.group_by("function").agg(k=paid.amount.sum(), pay=pay, currency=paid.currency.max())
    return parts.left_join(people, parts.function == people.of).drop("of")


def whole(paid: ibis.Table, closed: ibis.Table) -> ibis.Table:
    """One row: k (all spending), currency, n (deals won); none where nothing was won or spent."""
    import ibis

    every = paid.agg(k=paid.amount.sum(), currency=paid.currency.max())
    wins = closed.agg(n=closed.won.sum().cast("float64"))
    return every.cross_join(wins).filter(ibis._.n > 0, ibis._.k.notnull())


def payroll(spend: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """How large functions were by payroll: function, month, fte, people (full-time equivalents rounded down where no file says)."""
    import ibis

    paid = dealings.latest(spend, NATURAL["spend"], ledger)
    paid = paid.filter(paid.kind == "payroll", paid.fte.notnull(), paid.month.notnull())
    paid = paid.mutate(size=ibis.coalesce(paid.people, paid.fte.floor().cast("float64")))
    return paid.group_by("function", "month").agg(fte=paid.fte.sum(), people=paid["size"].sum())


def changes(staff_changes: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """The changes of functions' sizes by the list of them: function, day, change."""
    rows = dealings.latest(staff_changes, NATURAL["staff_changes"], ledger)
    return rows.filter(rows.day.notnull(), rows.change.notnull()).select("function", "day", "change")


def sizes(paid: Sequence[Part], listed: Sequence[Part], functions: Sequence[Part]) -> list[dict[str, object]]:
    """The rows of the table sizes: how large each function was, by month.

    `paid` has function, month, fte and people of payroll; `listed` function, day and change; `functions` function and fte, today's. A
    function that payroll does not know had today's size less the changes that came later; one of no known size has no row.
    """
    rows = [{**row, "listed": False} for row in paid]
    known, today = {row["function"] for row in paid}, {row["function"]: row["fte"] for row in functions}
    for name in sorted({str(row["function"]) for row in listed} - known):
        if today.get(name) is None:
            continue
        mine = sorted(
            (_day(row["day"]), float(str(row["change"]))) for row in listed if row["function"] == name
        )
        level = float(str(today[name])) - sum(change for _, change in mine)
        levels = {(mine[0][0].replace(day=1) - timedelta(days=1)).replace(day=1): level}
        for day, change in mine:
            level += change
            levels[day.replace(day=1)] = level
        rows += [
            {
                "function": name,
                "month": month,
                "fte": fte,
                "people": float(max(floor(fte), 0)),
                "listed": True,
            }
            for month, fte in levels.items()
        ]
    return rows


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


def merged(spend: ibis.Table, ledger: ibis.Table, names: Mapping[str, str]) -> ibis.Table:
    """Spending as it stands, with functions that are merged under one name (rule R2); `names` says which, by what the files call them.

    What was in several files is then as if it had been in one, for rows of one file add up.
    """
    import ibis

    paid = dealings.latest(spend, NATURAL["spend"], ledger)
    paid = paid.mutate(function=paid.function.substitute(dict(names)))
    one = ibis.window(group_by=list(NATURAL["spend"]))
    return paid.mutate(file=paid.file.max().over(one)).select(spend.columns)


def budgets(parts: Sequence[Part]) -> list[Part]:
    """Functions (segment, k, as `low` their people and as `high` the payroll in k) with no pay that is of fewer than three people in all.

    Those of fewer than three people are told of together; where they are still fewer than three their pay is left out, and only their budget
    stays. It must not hide in a sum with larger functions either: what these cost is told elsewhere (rule R2). Nothing where no other has payroll.
    """
    small = [row for row in parts if row["low"] is not None and _size(row)[0] < stats.SMALLEST_TEAM]
    if not small or sum(_size(row)[0] for row in small) >= stats.SMALLEST_TEAM:
        return list(parts)
    others = [row for row in parts if row not in small]
    if all(row["low"] is None for row in others):
        return []
    bare = [{**row, "k": _amount(row["k"]) - _amount(row["high"]), "low": None, "high": 0.0} for row in small]
    return others + [row for row in bare if _amount(row["k"])]


def together(parts: Sequence[Part]) -> list[list[Part]] | None:
    """Functions (segment, and as `low` their people) as they may be told of: alone, or put together until they are three people or more.

    None where what is left of the whole would be the pay of one or two. A function without payroll is a budget and stands alone.
    """
    staffed = sorted((row for row in parts if row["low"] is not None), key=_size)
    small = [row for row in staffed if _size(row)[0] < stats.SMALLEST_TEAM]
    others = staffed[len(small) :]
    while small and sum(_size(row)[0] for row in small) < stats.SMALLEST_TEAM:
        if not others:
            return None
        small.append(others.pop(0))
    return [[row] for row in parts if row not in small] + ([small] if small else [])


def _amount(value: object) -> float:
    return float(str(value or 0))


def _size(row: Part) -> tuple[float, str]:
    return float(str(row["low"])), str(row["segment"])
