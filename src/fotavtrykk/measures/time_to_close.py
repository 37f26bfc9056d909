"""How long a deal takes from the day it is created to the day it is won or lost, with open deals counted for as long as they have been.

Formula
    The median of the Kaplan-Meier curve of days from created to closed (Kaplan and Meier 1958; SciPy's ecdf of censored data): of a deal
    that is open it is known that it takes at least as long as it has. The interval is where that of the curve (log-log, 95 %)
    crosses one half; the last day that any deal tells of is the end.
    k = deals closed, n = all deals with a day of creation. Deals created and closed on the same day are
    left out, for they were registered afterwards, and so are settled deals without a closing day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, stats

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("deals", "ledger")
UNIT = "days"
MAIN = False
BETTER = "lower"
MEAN = True  # a part stands or falls alone, by its number of deals
TEXT = {
    "nb": {
        "name": "Tid fra salg opprettes til det er avgjort",
        "value": "Halvparten av {n} salg er avgjort innen {value} dager, når de som er åpne, regnes med så lenge de har vart.",
        "formula": "Medianen i Kaplan–Meier-kurven for dager fra opprettet til avgjort. Åpne salg teller med så lenge de har vart.",
        "blind": "Hvor lenge kunden hadde lett før salget ble opprettet. Salg opprettet og lukket samme dag er ikke med.",
        "segment.inbound": "Innkommende",
        "segment.outbound": "Utgående",
        "segment.existing": "Eksisterende kunder",
        "segment.unknown": "Ukjent retning",
    },
    "en": {
        "name": "Time from a deal's creation to its outcome",
        "value": "Half of {n} deals are settled within {value} days, with open ones counted for as long as they have been.",
        "formula": "The median of the Kaplan–Meier curve of days from created to closed. Open deals count for as long as they have been.",
        "blind": "How long the customer had looked before the deal was created. Deals created and closed on the same day are left out.",
        "segment.inbound": "Inbound",
        "segment.outbound": "Outbound",
        "segment.existing": "Existing customers",
        "segment.unknown": "Direction unknown",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """How many deals lasted how many days, closed or not: `settle` makes the rows of it."""
    import ibis

    rows = dealings.current(deals, "deal", ledger)
    rows = rows.filter(rows.created.notnull(), (rows.outcome == "open") | rows.closed.notnull())
    rows = rows.cross_join(dealings.reach(deals))
    days = ibis.coalesce(rows.closed, rows.today).delta(rows.created, unit="day")
    rows = rows.mutate(days=days, over=rows.outcome != "open").filter(
        (rows.created != rows.closed) | rows.closed.isnull()
    )
    rows = rows.filter(rows.days > 0)
    counted = rows.group_by("direction", "over", "days").agg(n=rows.count())
    return counted.select(
        segment=counted.direction, k=counted.over.cast("float64"), n=counted.n.cast("float64"), value=counted.days.cast("float64"),
        low=ibis.null("float64"), high=ibis.null("float64"),
    )  # fmt: skip


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The median of all deals and of each direction; none where the curve never comes down to one half."""
    parts: dict[str, list[tuple[float, bool, int]]] = {"all": []}
    for row in rows:
        one = (float(str(row["value"])), row["k"] == 1.0, int(float(str(row["n"]))))
        parts["all"].append(one)
        parts.setdefault(str(row["segment"]), []).append(one)
    made: list[dict[str, object]] = []
    for name, lasted in parts.items():
        if median := stats.median_time(lasted):
            value, low, high = median
            closed, every = (float(sum(n for _, over, n in lasted if over or each)) for each in (False, True))
            told: dict[str, object] = {
                "segment": name,
                "k": closed,
                "n": every,
                "value": value,
                "low": low,
                "high": high,
            }
            made.append(told)
    return made
