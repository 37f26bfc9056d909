"""How much of the value of closed deals was won, by who made the first move.

Formula
    Sum of the values of won deals / sum of those of won and lost deals with a value, in the currency that most of them have: sums of
    different currencies are never added. k and n count the deals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("deals", "ledger")
UNIT = "share"
MAIN = False
BETTER = "higher"
TEXT = {
    "nb": {
        "name": "Vinnrate etter verdi",
        "value": "{value} av verdien i {n} avgjorte salg med verdi ble vunnet.",
        "formula": "Summen av vunne salgs verdi, delt på summen av vunne og tapte salgs verdi, i den vanligste valutaen.",
        "blind": "Tapte salg mangler ofte verdi; da ser andelen for høy ut. Ett stort salg kan avgjøre alene.",
        "segment.inbound": "Innkommende",
        "segment.outbound": "Utgående",
        "segment.existing": "Eksisterende kunder",
        "segment.unknown": "Ukjent retning",
    },
    "en": {
        "name": "Win rate by value",
        "value": "{value} of the value of {n} closed deals with a value was won.",
        "formula": "Sum of won deals' value, divided by the sum of won and lost deals' value, in the commonest currency.",
        "blind": "Lost deals often have no value; then the share looks too high. One large deal can decide alone.",
        "segment.inbound": "Inbound",
        "segment.outbound": "Outbound",
        "segment.existing": "Existing customers",
        "segment.unknown": "Direction unknown",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per direction."""
    import ibis

    rows = dealings.closed_deals(deals, ledger)
    rows = dealings.in_main_currency(rows.filter(rows.value > 0))
    rows = rows.mutate(gained=rows.value * rows.won)
    parts = rows.group_by(segment=rows.direction).agg(
        k=rows.won.sum(), n=rows.won.count(), gained=rows.gained.sum(), all=rows.value.sum()
    )
    every = rows.agg(k=rows.won.sum(), n=rows.won.count(), gained=rows.gained.sum(), all=rows.value.sum())
    both = parts.union(
        every.select(segment=ibis.literal("all"), k="k", n="n", gained="gained", all="all")
    ).filter(ibis._.n > 0)
    blank = ibis.null("float64")
    n = both.n.cast("float64")
    return both.select("segment", k=both.k, n=n, value=both.gained / both["all"], low=blank, high=blank)
