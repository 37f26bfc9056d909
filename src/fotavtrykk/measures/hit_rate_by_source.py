"""How many of the leads became customers, by where they came from, in the files' own words.

Formula
    As hit_rate, by source. Leads without a source are called unknown.
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
        "name": "Treffrate etter kilde",
        "value": "{k} av {n} emner ble til et vunnet salg.",
        "formula": "Som treffraten, for hver kilde slik den står i filene.",
        "blind": "Om kilden er riktig. Den er ofte skrevet av en selger i etterkant.",
        "segment.unknown": "Ukjent",
    },
    "en": {
        "segment.few": "The rest, put together so that no group of under six shows",
        "name": "Hit rate by source",
        "value": "{k} of {n} leads became a deal that was won.",
        "formula": "As the hit rate, for each source as the files have it.",
        "blind": "Whether the source is right. It is often written by a seller afterwards.",
        "segment.unknown": "Unknown",
    },
}


def run(inquiries: ibis.Table, deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per source."""
    rows = dealings.leads(inquiries, deals, ledger)
    return dealings.shares(rows, rows.source.fill_null("unknown"))
