"""How many of the outbound leads became customers, quarter by quarter.

Formula
    As hit_rate, for the leads that the firm itself went after, by the quarter in which they were made. Young quarters look
    worse than they are, because their deals are still open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = (
    "inquiries",
    "deals",
    "ledger",
)
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
TEXT = {
    "nb": {
        "segment.few": "Kvartaler med for få salg, slått sammen",
        "name": "Treffrate for utgående salg, kvartal for kvartal",
        "value": "{k} av {n} utgående emner ble til et vunnet salg.",
        "formula": "Som treffraten, for emner firmaet selv tok kontakt med, etter kvartalet de ble opprettet.",
        "blind": "Salg som ennå ikke er avgjort. De siste kvartalene ser derfor dårligere ut enn de er.",
    },
    "en": {
        "segment.few": "Quarters with too few deals, put together",
        "name": "Hit rate of outbound selling, quarter by quarter",
        "value": "{k} of {n} outbound leads became a deal that was won.",
        "formula": "As the hit rate, for leads that the firm itself went after, by the quarter in which they were made.",
        "blind": "Deals that are not settled yet. The last quarters look worse than they are for that reason.",
    },
}


def run(inquiries: ibis.Table, deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per quarter."""
    rows = dealings.leads(inquiries, deals, ledger)
    rows = rows.filter(rows.direction == "outbound")
    quarter = rows.created.year().cast("string") + "-Q" + rows.created.quarter().cast("string")
    return dealings.shares(rows, quarter)
