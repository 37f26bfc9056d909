"""How many came to each stage, month by month, where only totals are known.

Formula
    The sum of the counts of a month, direction and stage in funnel totals; of the same month, direction and stage the newest file counts.
    all is the number of months. Totals belong to nobody and are in no journey. A count of one to five is not told, and no sum of counts is,
    so that none can be worked out (rule R2).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, relations, stats
from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("funnel", "ledger")
UNIT = "months"
MAIN = False
BETTER = "higher"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Salgstrakten i summer",
        "value": "Måneder med summer som ikke kan knyttes til noen kunde: {n}. De står ved siden av reisene og er ikke med i dem.",
        "formula": "Summen av antallet for hver måned, retning og trinn.",
        "blind": "Hvem det var, og hvor mange av dem som også står i salgene. Trinnene er filens egne ord.",
        "way.inbound": "Innkommende: {stage}",
        "way.outbound": "Utgående: {stage}",
        "way.existing": "Eksisterende: {stage}",
        "way.unknown": "{stage}",
    },
    "en": {
        "name": "The funnel in totals",
        "value": "Months with totals that can be tied to no customer: {n}. They stand beside the journeys and are in none of them.",
        "formula": "The sum of the counts of each month, direction and stage.",
        "blind": "Who it was, and how many of them are among the deals too. The stages are in the file's own words.",
        "way.inbound": "Inbound: {stage}",
        "way.outbound": "Outbound: {stage}",
        "way.existing": "Existing: {stage}",
        "way.unknown": "{stage}",
    },
}


def run(funnel: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """One row per month (n its number), direction and stage: segment "DIRECTION.STAGE", k the count; `settle` finishes them."""
    import ibis

    rows = dealings.latest(funnel, NATURAL["funnel"], ledger)
    rows = rows.filter(rows.month.notnull(), rows["count"].notnull())
    rows = rows.mutate(
        segment=ibis.coalesce(rows.direction, "unknown") + "." + ibis.coalesce(rows.stage, ""),
        n=(rows.month.year() * 12 + rows.month.month() - 1).cast("float64"),
    )
    sums = rows.group_by("segment", "n").agg(k=rows["count"].sum())
    blank = ibis.null("float64")
    return sums.select("segment", "k", "n", value=sums.k, low=blank, high=blank)


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows all and "YEAR-MONTH DIRECTION.STAGE", those of one to five left out."""
    return relations.by_month(rows, lambda count: not 0 < count < stats.SMALLEST)
