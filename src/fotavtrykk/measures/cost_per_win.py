"""What a won deal costs in payroll and other spending, by the function that the money goes to.

Formula
    Spending from the first month with a closed deal to the last / deals won in those of these months that have spending, in the currency
    that most rows of spending have. The parts add up to the whole: each function's spending over all wins, whoever made them. k is the
    spending, n the wins. The interval is that of the number of wins as a Poisson count with Jeffreys' prior, Gamma(n + 1/2, 1);
    spending is counted. A function that in any of the months had fewer than three people (people, else full-time equivalents rounded
    down) is put together with others; where there are no others nothing is told (rule R2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, stats
from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("deals", "spend", "ledger")
UNIT = "money"
MAIN = False
BETTER = "lower"
TEXT = {
    "nb": {
        "name": "Kostnad per vunnet salg",
        "value": "Hvert av {n} vunne salg har kostet {value} i lønn og andre kostnader som er ført på funksjonene.",
        "formula": "Kostnadene fra den første måneden med avgjorte salg til den siste, delt på salgene som ble vunnet i måneder med kostnader.",
        "segment.few": "Funksjoner med færre enn tre ansatte, slått sammen",
        "blind": "Hva en krone har skapt: kostnaden er delt på alle salg, også dem funksjonen ikke hadde noe med. Salg som vinnes senere, "
        "bæres av måneder som er kommet med.",
    },
    "en": {
        "name": "Cost per won deal",
        "value": "Each of {n} deals won has cost {value} in payroll and other spending that is booked on the functions.",
        "formula": "Spending from the first month with closed deals to the last, divided by the deals that were won in months with spending.",
        "segment.few": "Functions of fewer than three people, put together",
        "blind": "What a krone created: the cost is spread over all deals, also those that the function had no part in. Deals won later "
        "are borne by months that are in.",
    },
}


def run(deals: ibis.Table, spend: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per function, with the currency and, as `low`, the people it had at its smallest; `settle` finishes them."""
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
    wins = closed.semi_join(paid, "at").agg(n=ibis._.won.sum().cast("float64"))
    parts = paid.group_by(segment="function").agg(k=paid.amount.sum(), currency=paid.currency.max())
    people = _people(paid)
    parts = parts.left_join(people, parts.segment == people.of).drop("of")
    every = paid.agg(k=paid.amount.sum(), currency=paid.currency.max())
    every = every.mutate(segment=ibis.literal("all"), people=ibis.null("float64"))
    both = parts.union(every.select("segment", "k", "currency", "people"))
    rows = both.cross_join(wins).filter(ibis._.n > 0, ibis._.k.notnull())
    return rows.select(
        "segment", "k", "n", "currency", value=rows.k / rows.n, low="people", high=ibis.null("float64")
    )


def _people(paid: ibis.Table) -> ibis.Table:
    """How many people a function with payroll had in the month in which it was smallest: of, people."""
    import ibis

    payroll = paid.filter(paid.kind == "payroll")
    size = ibis.coalesce(payroll.people, payroll.fte.floor().cast("float64"), 0.0)
    months = payroll.mutate(size=size).group_by("function", "at").agg(size=ibis._["size"].sum())
    return months.group_by(of="function").agg(people=ibis._["size"].min())


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The rows with their intervals, functions of too few people put together."""
    whole = [row for row in rows if row["segment"] == "all"]
    parts = [row for row in rows if row["segment"] != "all"]
    staffed = sorted((row for row in parts if row["low"] is not None), key=_size)
    small = [row for row in staffed if _size(row)[0] < stats.SMALLEST_TEAM]
    others = staffed[len(small) :]
    while small and sum(_size(row)[0] for row in small) < stats.SMALLEST_TEAM:
        if not others:
            return []  # what is left of the whole would be the pay of one or two
        small.append(others.pop(0))
    kept = [row for row in parts if row not in small]
    if small:
        k = sum(float(str(row["k"])) for row in small)
        kept.append({**small[0], "segment": "few", "k": k, "value": k / float(str(small[0]["n"]))})
    return [_with_interval(row) for row in (*whole, *kept)]


def _size(row: Mapping[str, object]) -> tuple[float, str]:
    return float(str(row["low"])), str(row["segment"])


def _with_interval(row: Mapping[str, object]) -> dict[str, object]:
    low, high = stats.count_interval(float(str(row["n"])))
    amount = float(str(row["k"]))
    return {**row, "low": amount / high, "high": amount / low}
