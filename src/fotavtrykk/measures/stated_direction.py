"""Whether the first move that the CRM states is the one that the first touch shows: stated beside tracked, never merged.

Formula
    k / n, where n = closed journeys whose deals state a direction (inbound, outbound, existing) and whose first touch has one, and k =
    those in which the two are the same. The parts are the cells of the matrix, stated.tracked, each as a share of n. The interval is
    Jeffreys' (stats.py). Cells of fewer than six are put together, those that agree and those that differ each for themselves, for k and
    n tell how many of each there are.
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
INTERVAL = SPREAD = True
TEXT = {
    "nb": {
        "name": "Hvem som tok det første skrittet: oppgitt mot målt",
        "value": "I {k} av {n} avsluttede reiser sier CRM og det første sporet det samme om hvem som tok det første skrittet.",
        "formula": "Avsluttede reiser der retningen i CRM er den samme som i det første kontaktpunktet, delt på dem der begge er kjent.",
        "blind": "Hvem som har rett. Det første sporet er det første som ble registrert, og selgere husker ofte det siste.",
        "segment.few.agree": "Resten av dem som er enige, slått sammen så ingen gruppe på under seks vises",
        "segment.few.differ": "Resten av dem som er uenige, slått sammen så ingen gruppe på under seks vises",
        "segment.inbound.inbound": "CRM sier kunden, første spor sier kunden",
        "segment.inbound.outbound": "CRM sier kunden, første spor sier dere",
        "segment.inbound.existing": "CRM sier kunden, første spor sier eksisterende kunde",
        "segment.outbound.inbound": "CRM sier dere, første spor sier kunden",
        "segment.outbound.outbound": "CRM sier dere, første spor sier dere",
        "segment.outbound.existing": "CRM sier dere, første spor sier eksisterende kunde",
        "segment.existing.inbound": "CRM sier eksisterende kunde, første spor sier kunden",
        "segment.existing.outbound": "CRM sier eksisterende kunde, første spor sier dere",
        "segment.existing.existing": "CRM sier eksisterende kunde, første spor sier eksisterende kunde",
    },
    "en": {
        "name": "Who made the first move: stated against tracked",
        "value": "In {k} of {n} closed journeys the CRM and the first touch say the same of who made the first move.",
        "formula": "Closed journeys in which the direction in the CRM is that of the first touch, divided by those in which both are known.",
        "blind": "Which of them is right. The first touch is the first that was recorded, and sellers often remember the last.",
        "segment.few.agree": "The rest of those that agree, put together so that no group of under six shows",
        "segment.few.differ": "The rest of those that differ, put together so that no group of under six shows",
        "segment.inbound.inbound": "The CRM says the customer, the first touch the customer",
        "segment.inbound.outbound": "The CRM says the customer, the first touch you",
        "segment.inbound.existing": "The CRM says the customer, the first touch an existing customer",
        "segment.outbound.inbound": "The CRM says you, the first touch the customer",
        "segment.outbound.outbound": "The CRM says you, the first touch you",
        "segment.outbound.existing": "The CRM says you, the first touch an existing customer",
        "segment.existing.inbound": "The CRM says an existing customer, the first touch the customer",
        "segment.existing.outbound": "The CRM says an existing customer, the first touch you",
        "segment.existing.existing": "The CRM says an existing customer, the first touch an existing customer",
    },
}


def sum_of(segment: str) -> str:
    """The sum that a cell belongs to and that is told of too: agree or differ."""
    stated, _, tracked = segment.partition(".")
    return "agree" if stated == tracked else "differ"


def run(touches: ibis.Table, journeys: ibis.Table) -> ibis.Table:
    """Rows all, and one per pair of stated and tracked direction."""
    import ibis

    first = touches.filter(touches.touch_no == 0).select("journey", tracked="direction")
    rows = journeys.filter(journeys.outcome != "open").inner_join(first, "journey")
    rows = rows.filter(rows.direction != "unknown", ibis.coalesce(rows.tracked, "unknown") != "unknown")
    rows = rows.mutate(won=dealings.hit(rows.direction == rows.tracked))
    return dealings.whole(rows).union(dealings.distribution(rows, rows.direction + "." + rows.tracked))
