"""What a won deal costs in payroll and other spending, by the function that the money goes to.

Formula
    Spending of the months that have both spending and closed deals / deals won in those months, in the currency that most rows of
    spending have. The parts add up to the whole: each function's spending over all wins, whoever made them. k is the spending, n the
    wins. The interval is that of the number of wins as a Poisson count with Jeffreys' prior, Gamma(n + 1/2, 1); spending is counted.
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
        "formula": "Kostnadene i måneder som har både kostnader og avgjorte salg, delt på salgene som ble vunnet i de samme månedene.",
        "blind": "Hva en krone har skapt: kostnaden er delt på alle salg, også dem funksjonen ikke hadde noe med. Salg som vinnes senere, "
        "bæres av måneder som er kommet med.",
    },
    "en": {
        "name": "Cost per won deal",
        "value": "Each of {n} deals won has cost {value} in payroll and other spending that is booked on the functions.",
        "formula": "Spending in months that have both spending and closed deals, divided by the deals that were won in those months.",
        "blind": "What a krone created: the cost is spread over all deals, also those that the function had no part in. Deals won later "
        "are borne by months that are in.",
    },
}


def run(deals: ibis.Table, spend: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per function, with the currency; `settle` adds the intervals."""
    import ibis

    closed = dealings.current(deals, "deal", ledger)
    closed = closed.filter(closed.outcome.isin(["won", "lost"]), closed.closed.notnull())
    closed = closed.mutate(
        at=closed.closed.year() * 12 + closed.closed.month(), won=(closed.outcome == "won").cast("int64")
    )
    paid = dealings.latest(spend, NATURAL["spend"], ledger).filter(ibis._.amount.notnull())
    paid = dealings.in_main_currency(paid)
    paid = paid.mutate(at=paid.month.year() * 12 + paid.month.month())
    months = closed.group_by(both="at").agg(won=closed.won.sum())
    seen = paid.select(paid_at="at").distinct()
    wins = months.inner_join(seen, months.both == seen.paid_at)
    wins = wins.agg(n=wins.won.sum().cast("float64"))
    paid = paid.inner_join(months, paid["at"] == months.both)
    parts = paid.group_by("function").agg(k=paid.amount.sum(), currency=paid.currency.max())
    every = paid.agg(k=paid.amount.sum(), currency=paid.currency.max())
    both = parts.select(segment="function", k="k", currency="currency").union(
        every.select(segment=ibis.literal("all"), k="k", currency="currency")
    )
    rows = both.cross_join(wins).filter(ibis._.n > 0, ibis._.k.notnull())
    blank = ibis.null("float64")
    return rows.select("segment", "k", "n", "currency", value=rows.k / rows.n, low=blank, high=blank)


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The rows with their intervals."""
    made = []
    for row in rows:
        low, high = stats.count_interval(float(str(row["n"])))
        amount = float(str(row["k"]))
        made.append({**row, "low": amount / high, "high": amount / low})
    return made
