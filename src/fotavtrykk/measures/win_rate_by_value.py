"""How much of the value of closed deals was won, by who made the first move.

Formula
    Sum of the values of won deals / sum of those of won and lost deals with a value, in the currency that most of them have: sums of
    different currencies are never added. k and n count the deals. The interval is Jeffreys' (stats.py) of a sample as large as the
    values leave of it, (sum of values)^2 / sum of squared values (Kish, Survey Sampling, 1965): one large deal is one deal. Of a
    direction that is too small to tell of, and of what it could be worked out from, nothing is told (rule R2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, stats

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("deals", "ledger")
UNIT = "share"
MAIN = False
BETTER = "higher"
VALUED = True  # the parts make a whole, but their shares do not follow from their counts
TEXT = {
    "nb": {
        "name": "Vinnrate etter verdi",
        "value": "{value} av verdien i {n} avgjorte salg med verdi ble vunnet.",
        "formula": "Summen av vunne salgs verdi, delt på summen av vunne og tapte salgs verdi, i den vanligste valutaen.",
        "blind": "Tapte salg mangler ofte verdi; da ser andelen for høy ut. Ett stort salg kan avgjøre alene.",
        "segment.inbound": "Innkommende",
        "segment.outbound": "Utgående",
        "segment.existing": "Eksisterende kunder",
        "segment.unknown": "Ukjent retning",
    },
    "en": {
        "name": "Win rate by value",
        "value": "{value} of the value of {n} closed deals with a value was won.",
        "formula": "Sum of won deals' value, divided by the sum of won and lost deals' value, in the commonest currency.",
        "blind": "Lost deals often have no value; then the share looks too high. One large deal can decide alone.",
        "segment.inbound": "Inbound",
        "segment.outbound": "Outbound",
        "segment.existing": "Existing customers",
        "segment.unknown": "Direction unknown",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per direction, with the sample size that the values leave as `low` for `settle`; none where only won deals have one."""
    import ibis

    rows = dealings.closed_deals(deals, ledger)
    rows = dealings.with_losses(dealings.in_main_currency(rows.filter(rows.value > 0)))
    rows = rows.mutate(gained=rows.value * rows.won, squared=rows.value * rows.value)
    sums = {
        "k": rows.won.sum(), "n": rows.won.count(), "gained": rows.gained.sum(), "all": rows.value.sum(), "squared": rows.squared.sum()
    }  # fmt: skip
    parts = rows.group_by(segment=rows.direction).agg(**sums)
    every = rows.agg(**sums).mutate(segment=ibis.literal("all"))
    both = parts.union(every.select(parts.columns)).filter(ibis._.n > 0)
    return both.select(
        "segment", "k", n=both.n.cast("float64"), value=both.gained / both["all"], low=both["all"] * both["all"] / both.squared,
        high=ibis.null("float64"),
    )  # fmt: skip


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """The rows with their intervals."""
    made = []
    for row in rows:
        sample = float(str(row["low"]))
        low, high = stats.interval(float(str(row["value"])) * sample, sample)
        made.append({**row, "low": low, "high": high})
    return made
