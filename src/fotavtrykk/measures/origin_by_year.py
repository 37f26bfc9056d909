"""Who made the first move in the deals that were won, year by year, with the unknown as large as it is.

Formula
    k / n, where n = deals won in a year (by the day they were closed), and k = those of a direction; all is the share of unknown
    direction over all years. The interval is Jeffreys' (stats.py).
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
BETTER = "lower"
INTERVAL = True
SPREAD = True  # the parts of a year are parts of one whole
TEXT = {
    "nb": {
        "name": "Opphavet til vunne salg, år for år",
        "value": "Av {n} vunne salg er opphavet ukjent for {k}.",
        "formula": "Vunne salg etter retning og året de ble vunnet, delt på alle vunne salg det året.",
        "blind": "Om retningen er riktig der den står. En selger som skriver kilden i etterkant, husker gjerne seg "
        "selv.",
        "segment.few": "resten",
        "segment.inbound": "innkommende",
        "segment.outbound": "utgående",
        "segment.existing": "eksisterende kunder",
        "segment.unknown": "ukjent",
    },
    "en": {
        "name": "The origin of deals won, year by year",
        "value": "Of {n} deals won the origin of {k} is unknown.",
        "formula": "Deals won by direction and the year in which they were won, divided by all deals won that year.",
        "blind": "Whether the direction is right where there is one. A seller who writes the source afterwards easily "
        "remembers himself.",
        "segment.few": "the rest",
        "segment.inbound": "inbound",
        "segment.outbound": "outbound",
        "segment.existing": "existing customers",
        "segment.unknown": "unknown",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all (unknown), and one per year and direction."""
    rows = dealings.current(deals, "deal", ledger)
    rows = rows.filter(rows.outcome == "won", rows.closed.notnull())
    every = dealings.whole(rows.mutate(won=dealings.hit(rows.direction == "unknown")))
    year = rows.closed.year().cast("string")
    return every.union(dealings.distribution(rows, year + " " + rows.direction, year))
