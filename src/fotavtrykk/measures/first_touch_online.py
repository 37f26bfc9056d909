"""How many won journeys begin with a visit, of those in which a visit was seen at all.

Formula
    k / n, where n = won journeys with at least one visit, and k = those whose first touch is a visit or a form on the web. Of the
    others nobody knows: they may have come without consent, or not at all.
    The interval is Jeffreys' (stats.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("journeys",)
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
TEXT = {
    "nb": {
        "name": "Vunne reiser som begynte på nettet",
        "value": "{k} av {n} vunne reiser der minst ett besøk er sett, begynte med et besøk.",
        "formula": "Vunne reiser der det første kjente kontaktpunktet er et besøk eller et skjema, delt på vunne reiser "
        "med minst ett sett besøk.",
        "blind": "Hva som skjedde før det første som er registrert. Et tips eller en annonse på trykk kan ha kommet "
        "først.",
    },
    "en": {
        "name": "Won journeys that began online",
        "value": "{k} of {n} won journeys in which a visit was seen began with one.",
        "formula": "Won journeys whose first known touch is a visit or a form, divided by won journeys with at least one "
        "visit seen.",
        "blind": "What happened before the first thing recorded. A recommendation or an advertisement in print may "
        "have come first.",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """One row, all."""
    rows = journeys.filter(journeys.outcome == "won", journeys.visits > 0)
    rows = rows.mutate(won=dealings.hit(rows.first_kind.isin(["visit", "form"])))
    return dealings.whole(rows)
