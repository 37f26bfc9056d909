"""How many of the closed deals carry a fault that CRMs are known for, and that bends every figure made of them.

Formula
    k / n, where n = deals won or lost, and k = those with at least one fault of their own: created and closed on the same
    day (both days known), won without a value, or without a source. The parts have denominators of their own: same_day
    (deals with both days), no_value (won), no_source (closed), and two that are about all deals at once: one_day, the share of
    closed deals that were closed on the busiest day, and one_value, the share of won deals with the commonest value.
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
BETTER = "lower"
TEXT = {
    "nb": {
        "name": "Salg med feil som er vanlige i CRM-systemer",
        "value": "{k} av {n} avgjorte salg mangler noe eller ble registrert i etterkant.",
        "formula": "Avgjorte salg som er opprettet og lukket samme dag, vunnet uten verdi eller uten kilde, delt på alle avgjorte salg.",
        "blind": "Feil som ser riktige ut: en listepris i stedet for den virkelige, eller en kilde skrevet etter hukommelsen.",
        "segment.same_day": "Opprettet og lukket samme dag",
        "segment.no_value": "Vunnet uten verdi",
        "segment.no_source": "Uten kilde",
        "segment.one_day": "Lukket på den ene travleste dagen",
        "segment.one_value": "Vunnet med den vanligste verdien (listepris?)",
    },
    "en": {
        "name": "Deals with faults that are common in CRMs",
        "value": "{k} of {n} closed deals lack something or were registered afterwards.",
        "formula": "Closed deals that were created and closed on the same day, won without a value, or without a source, divided by all "
        "closed deals.",
        "blind": "Faults that look right: a list price in place of the real one, or a source written from memory.",
        "segment.same_day": "Created and closed on the same day",
        "segment.no_value": "Won without a value",
        "segment.no_source": "Without a source",
        "segment.one_day": "Closed on the one busiest day",
        "segment.one_value": "Won at the commonest value (list price?)",
    },
}


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per fault that any deal could have."""
    import ibis

    rows = dealings.current(deals, "deal", ledger)
    rows = rows.filter(rows.outcome.isin(["won", "lost"]))
    rows = rows.select(
        "closed",
        "value",
        won=rows.outcome == "won",
        dated=rows.created.notnull() & rows.closed.notnull(),
        same_day=ibis.coalesce(rows.created == rows.closed, False),
        no_value=(rows.outcome == "won") & (ibis.coalesce(rows.value, 0.0) == 0.0),
        no_source=rows.source.isnull(),
    )
    won = rows.filter(rows.won)
    valued = won.filter(ibis.coalesce(won.value, 0.0) > 0.0)
    settled = rows.filter(rows.closed.notnull())
    parts = [
        ("all", rows, rows.same_day | rows.no_value | rows.no_source),
        ("same_day", (dated := rows.filter(rows.dated)), dated.same_day),
        ("no_value", won, won.no_value),
        ("no_source", rows, rows.no_source),
    ]
    counted = [
        table.agg(k=hit.cast("int64").sum().cast("float64"), n=table.count().cast("float64")).mutate(
            segment=ibis.literal(name)
        )
        for name, table, hit in parts
    ]
    for name, table, column in (("one_day", settled, "closed"), ("one_value", valued, "value")):
        groups = table.group_by(column).agg(size=table.count())
        most = groups.agg(k=groups["size"].max().cast("float64"), n=groups["size"].sum().cast("float64"))
        counted.append(most.mutate(segment=ibis.literal(name)))
    both = ibis.union(*(part.select("segment", "k", "n") for part in counted))
    both = both.filter(ibis.coalesce(both.n, 0.0) > 0.0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
