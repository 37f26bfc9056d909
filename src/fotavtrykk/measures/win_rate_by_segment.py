"""How many of the closed deals were won, by the firm's own segments.

Formula
    k / n, where n = deals won or lost in a segment, and k = those won. The interval is Jeffreys' (stats.py).
    Nothing where no deal was lost: then the losses are not in the files.
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
INTERVAL = True
TEXT = {
    "nb": {
        "name": "Vinnrate etter segment",
        "value": "{k} av {n} avgjorte salg med segment ble vunnet.",
        "formula": "Vunne salg delt på vunne og tapte salg, for hvert segment slik det står i filene.",
        "blind": "Om segmentet ble satt før eller etter at salget var avgjort.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
    },
    "en": {
        "name": "Win rate by segment",
        "value": "{k} of {n} closed deals with a segment were won.",
        "formula": "Deals won, divided by deals won and lost, for each segment as the files have it.",
        "blind": "Whether the segment was set before or after the deal was settled.",
        "segment.few": "The rest, put together so that no group of under six shows",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all (deals with a segment), and one per segment; none where only won deals have one."""
    rows = dealings.closed_deals(deals, ledger)
    rows = dealings.with_losses(rows.filter(rows.segment.notnull()))
    return dealings.shares(rows, rows.segment)
