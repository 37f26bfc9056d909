"""How many of the leads became customers, by who made the first move.

Formula
    k / n, where n = the leads of the files, and k = those from which a deal was won (the deal names the lead, or the lead
    the deal). Leads that are still open count as not won yet. The interval is Jeffreys' (stats.py).
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
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "name": "Treffrate: emner som ble kunder",
        "value": "{k} av {n} emner ble til et vunnet salg.",
        "formula": "Emner med et vunnet salg, delt på alle emner i filene, også de som fremdeles er åpne.",
        "blind": "Salg som aldri ble knyttet til emnet de kom fra, og emner som aldri ble registrert.",
        "segment.inbound": "Innkommende",
        "segment.outbound": "Utgående",
        "segment.existing": "Eksisterende kunder",
        "segment.unknown": "Ukjent retning",
    },
    "en": {
        "segment.few": "The rest, put together so that no group of under six shows",
        "name": "Hit rate: leads that became customers",
        "value": "{k} of {n} leads became a deal that was won.",
        "formula": "Leads with a deal that was won, divided by all leads of the files, those still open included.",
        "blind": "Deals that were never linked to the lead they came from, and leads that were never registered.",
        "segment.inbound": "Inbound",
        "segment.outbound": "Outbound",
        "segment.existing": "Existing customers",
        "segment.unknown": "Direction unknown",
    },
}


def run(inquiries: ibis.Table, deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per direction."""
    rows = dealings.leads(inquiries, deals, ledger)
    return dealings.shares(rows, rows.direction)
