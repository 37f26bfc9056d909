"""What a won deal costs in payroll and other spending, by the function that the money goes to.

Formula
    Spending from the first month with a closed deal to the last / deals won in those of these months that have spending, in the currency
    that most rows of spending have. The parts add up to the whole: each function's spending over all wins, whoever made them. k is the
    spending, n the wins. The interval is that of the number of wins as a Poisson count with Jeffreys' prior, Gamma(n + 1/2, 1);
    spending is counted. Functions that in any of the months had fewer than three people (people, else full-time equivalents rounded
    down) are put together; where they are fewer than three even so, their payroll is left out of them and of the whole (rule R2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import spending, stats

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
        "formula": "Kostnadene fra den første måneden med avgjorte salg til den siste, delt på salgene som ble vunnet i måneder med kostnader. "
        "Lønn til funksjoner som til sammen har færre enn tre ansatte, er ikke med.",
        "segment.few": "Funksjoner med færre enn tre ansatte, slått sammen",
        "blind": "Hva en krone har skapt: kostnaden er delt på alle salg, også dem funksjonen ikke hadde noe med. Salg som vinnes senere, "
        "bæres av måneder som er kommet med.",
    },
    "en": {
        "name": "Cost per won deal",
        "value": "Each of {n} deals won has cost {value} in payroll and other spending that is booked on the functions.",
        "formula": "Spending from the first month with closed deals to the last, divided by the deals that were won in months with spending. "
        "Pay of functions that together have fewer than three people is left out.",
        "segment.few": "Functions of fewer than three people, put together",
        "blind": "What a krone created: the cost is spread over all deals, also those that the function had no part in. Deals won later "
        "are borne by months that are in.",
    },
}


def run(deals: ibis.Table, spend: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per function, with the currency and, as `low` and `high`, its people at the fewest and its pay; `settle` finishes them."""
    import ibis

    paid, closed = spending.paid_and_closed(deals, spend, ledger)
    every = spending.whole(paid, closed)
    parts = spending.by_function(paid).cross_join(every.select("n"))
    blank = ibis.null("float64")
    rows = parts.select("k", "pay", "n", "currency", "people", segment="function").union(
        every.select("k", "n", "currency", pay=blank, people=blank, segment=ibis.literal("all")).select(
            "k", "pay", "n", "currency", "people", "segment"
        )
    )
    return rows.select("segment", "k", "n", "currency", value=rows.k / rows.n, low="people", high="pay")


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The rows with their intervals, functions of too few people put together or without their pay."""
    parts = spending.budgets([row for row in rows if row["segment"] != "all"])
    groups = spending.together(parts) if parts else None
    if groups is None:
        return []
    whole = {**parts[0], "segment": "all", "k": sum(float(str(row["k"])) for row in parts)}
    return [_told([whole]), *(_told(group) for group in groups)]


def _told(group: Sequence[Mapping[str, object]]) -> dict[str, object]:
    amount, n = sum(float(str(row["k"])) for row in group), float(str(group[0]["n"]))
    low, high = stats.count_interval(n)
    name = group[0]["segment"] if len(group) == 1 else "few"
    return {
        **group[0],
        "segment": name,
        "k": amount,
        "value": amount / n,
        "low": amount / high,
        "high": amount / low,
    }
