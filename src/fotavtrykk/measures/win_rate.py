"""How many of the deals that were closed were won, by who made the first move.

Formula
    k / n, where n = deals won or lost, and k = those won. The interval is Jeffreys' (stats.py).
    Nothing where no deal was lost: then the losses are not in the files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = (
    "deals",
    "ledger",
)
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
TEXT = {
    "nb": {
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "name": "Vinnrate: avgjorte salg som ble vunnet",
        "value": "{k} av {n} avgjorte salg ble vunnet.",
        "formula": "Vunne salg delt på vunne og tapte salg.",
        "blind": "Tapte salg som aldri ble lukket. Blir de stående åpne, ser vinnraten for høy ut.",
        "segment.inbound": "Innkommende",
        "segment.outbound": "Utgående",
        "segment.existing": "Eksisterende kunder",
        "segment.unknown": "Ukjent retning",
    },
    "en": {
        "segment.few": "The rest, put together so that no group of under six shows",
        "name": "Win rate: closed deals that were won",
        "value": "{k} of {n} closed deals were won.",
        "formula": "Deals won, divided by deals won and lost.",
        "blind": "Lost deals that were never closed. While they stand open, the win rate looks too high.",
        "segment.inbound": "Inbound",
        "segment.outbound": "Outbound",
        "segment.existing": "Existing customers",
        "segment.unknown": "Direction unknown",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per direction."""
    rows = dealings.closed_deals(deals, ledger)
    return dealings.shares(rows, rows.direction)
