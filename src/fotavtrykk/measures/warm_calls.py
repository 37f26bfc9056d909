"""Whether an outbound call works better where the customer had come first.

Formula
    k / n, where n = closed journeys in which the firm called on its own initiative, and k = those that were won; warm where the
    account had a touch of its own before the first such call, cold where none was seen. The interval is Jeffreys' (stats.py).
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
        "name": "Utgående oppringninger: varme og kalde",
        "value": "{k} av {n} avsluttede reiser med utgående oppringning ble vunnet.",
        "formula": "Vunne reiser delt på avsluttede reiser der firmaet ringte på eget initiativ, for dem som hadde vært "
        "innom selv før den første oppringningen, og for dem som ikke er sett.",
        "blind": "Om selgerne ringte dem de visste var interesserte. Besøk uten samtykke gjør at noen varme står som "
        "kalde.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "segment.warm": "Hadde vært innom selv først",
        "segment.cold": "Ikke sett før oppringningen",
    },
    "en": {
        "name": "Outbound calls, warm and cold",
        "value": "{k} of {n} closed journeys with an outbound call were won.",
        "formula": "Won journeys divided by closed journeys in which the firm called on its own initiative, for those "
        "that had come by themselves before the first call, and for those not seen.",
        "blind": "Whether sellers called those whom they knew to be interested. Visits without consent make some warm "
        "ones count as cold.",
        "segment.few": "The rest, put together so that no group of under six shows",
        "segment.warm": "Had come by themselves first",
        "segment.cold": "Not seen before the call",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all, warm and cold."""
    import ibis

    rows = journeys.filter(journeys.outcome != "open", journeys.called)
    rows = rows.mutate(won=dealings.hit(rows.outcome == "won"))
    return dealings.shares(rows, ibis.ifelse(rows.warm, "warm", "cold"))
