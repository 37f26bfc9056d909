"""How the number of calls goes with the outcome, of journeys that the firm called into.

Formula
    k / n, where n = closed journeys with that many outbound calls, and k = those that were won. It is the final number of calls, not the
    chance of a yes at the next one: who says yes is not called again. The interval is Jeffreys' (stats.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("touches", "journeys")
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
TEXT = {
    "nb": {
        "name": "Treffrate etter antall utgående oppringninger",
        "value": "{k} av {n} avsluttede reiser med utgående oppringning ble vunnet.",
        "formula": "Vunne reiser delt på avsluttede reiser, etter hvor mange utgående oppringninger det ble.",
        "blind": "Sjansen ved neste oppringning: den som har sagt ja, blir ikke oppringt igjen.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "segment.1": "1 oppringning",
        "segment.2": "2 oppringninger",
        "segment.3": "3 oppringninger",
        "segment.4": "4 oppringninger",
        "segment.5": "5 oppringninger",
        "segment.6": "6 oppringninger eller flere",
    },
    "en": {
        "name": "Hit rate by number of outbound calls",
        "value": "{k} of {n} closed journeys with an outbound call were won.",
        "formula": "Journeys won divided by journeys closed, by how many outbound calls there were in the end.",
        "blind": "The chance at the next call: who has said yes is not called again.",
        "segment.few": "The rest, put together so that no group of under six shows",
        "segment.1": "1 call",
        "segment.2": "2 calls",
        "segment.3": "3 calls",
        "segment.4": "4 calls",
        "segment.5": "5 calls",
        "segment.6": "6 calls or more",
    },
}


def run(touches: ibis.Table, journeys: ibis.Table) -> ibis.Table:
    """Rows all, and one per number of calls, 6 for more."""
    import ibis

    calls = touches.filter(touches.kind == "call", touches.direction == "outbound", touches.journey.notnull())
    counted = calls.group_by("journey").agg(calls=calls.count())
    rows = journeys.filter(journeys.outcome != "open").inner_join(counted, "journey")
    rows = rows.mutate(won=dealings.hit(rows.outcome == "won"))
    return dealings.shares(rows, ibis.ifelse(rows.calls > 5, 6, rows.calls).cast("string"))
