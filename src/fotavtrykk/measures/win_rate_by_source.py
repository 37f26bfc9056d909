"""How many of the closed deals were won, by where they came from, in the files' own words.

Formula
    k / n, where n = deals won or lost with a source, and k = those won. The interval is Jeffreys' (stats.py). Deals without a
    source are called unknown. Nothing where no deal was lost, and nothing where no deal has a source.
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
        "name": "Vinnrate etter kilde",
        "value": "{k} av {n} avgjorte salg ble vunnet. Slik fordeler de seg på kildene i filene.",
        "formula": "Vunne salg delt på vunne og tapte salg, for hver kilde slik den står i filene.",
        "blind": "Om kilden er riktig. Den er ofte skrevet av en selger i etterkant. Hva som skjer med salgene om kilden blir borte, sier den "
        "ikke.",
        "segment.unknown": "Kilden er ikke oppgitt",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
    },
    "en": {
        "name": "Win rate by source",
        "value": "{k} of {n} closed deals were won. By the sources in the files they are spread like this.",
        "formula": "Deals won, divided by deals won and lost, for each source as the files have it.",
        "blind": "Whether the source is right. It is often written by a seller afterwards. What would become of the deals without the source "
        "it does not say.",
        "segment.unknown": "No source given",
        "segment.few": "The rest, put together so that no group of under six shows",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per source; none where no deal has one."""
    rows = dealings.closed_deals(deals, ledger)
    sourced = rows.agg(sourced=rows.source.count())
    rows = rows.cross_join(sourced).filter(lambda t: t.sourced > 0)
    return dealings.shares(rows, rows.source.fill_null("unknown"))
