"""How many of the deals that were won nobody can say the origin of.

Formula
    k / n, where n = deals won, and k = those whose direction is unknown.
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
BETTER = "lower"
INTERVAL = False
TEXT = {
    "nb": {
        "name": "Vunne salg uten kjent opphav",
        "value": "For {k} av {n} vunne salg er det ukjent hvem som tok det første steget.",
        "formula": "Vunne salg med ukjent retning, delt på alle vunne salg.",
        "blind": "Om opphavet er riktig der det står noe. Det ukjente kan merkes på en ettermiddag: fotavtrykk review deals.",
    },
    "en": {
        "name": "Won deals without a known origin",
        "value": "Of {n} deals won, it is unknown for {k} who made the first move.",
        "formula": "Won deals of unknown direction, divided by all won deals.",
        "blind": "Whether the origin is right where there is one. The unknown can be labelled in an afternoon: fotavtrykk review deals.",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """One row, all."""
    import ibis

    rows = dealings.current(deals, "deal", ledger)
    rows = rows.filter(rows.outcome == "won")
    rows = rows.mutate(won=dealings.hit(rows.direction == "unknown"))
    return dealings.shares(rows, ibis.literal("all")).distinct()
