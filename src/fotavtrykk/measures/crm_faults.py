"""How many of the closed deals carry a fault that CRMs are known for, and that bends every figure made of them.

Formula
    k / n, where n = deals won or lost, and k = those with at least one fault of their own: created and closed on the same day, closed
    before they were created (both days known), won without a value, or without a source. The parts have denominators of their own:
    same_day and backdated (deals with both days), no_value (won), no_source (closed), own_words (closed ones with a source that no rule
    turns into a direction), mixed (won ones of accounts that had bought before, booked as new business and not as existing; of won
    ones whose account and kind are known), stale (open ones registered over a year before the last day that a deal tells of; of open
    ones), and three that are about all deals at once: one_day, the share of closed deals that were closed on the busiest day,
    one_value, the share of won deals with the commonest value, and top_six, the share of the won value that the six largest accounts
    bring (six, for nothing is told of a single one: rule R2).
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
        "formula": "Avgjorte salg som er opprettet og lukket samme dag eller i feil rekkefølge, vunnet uten verdi eller uten kilde, delt på "
        "alle avgjorte salg.",
        "blind": "Feil som ser riktige ut: en listepris i stedet for den virkelige, eller en kilde skrevet etter hukommelsen.",
        "segment.same_day": "Opprettet og lukket samme dag",
        "segment.backdated": "Lukket før det ble opprettet",
        "segment.no_value": "Vunnet uten verdi",
        "segment.no_source": "Uten kilde",
        "segment.one_day": "Lukket på den ene travleste dagen",
        "segment.one_value": "Vunnet med den vanligste verdien (listepris?)",
        "segment.own_words": "Med en kilde som ikke sier hvem som tok det første skrittet",
        "segment.mixed": "Vunnet hos kunder som hadde kjøpt før, men ført som nysalg",
        "segment.stale": "Åpne salg registrert for over et år siden (tapt, men aldri lukket?)",
        "segment.top_six": "Verdi fra de seks største kundene (rammeavtaler?)",
    },
    "en": {
        "name": "Deals with faults that are common in CRMs",
        "value": "{k} of {n} closed deals lack something or were registered afterwards.",
        "formula": "Closed deals that were created and closed on the same day or in the wrong order, won without a value, or without a "
        "source, divided by all closed deals.",
        "blind": "Faults that look right: a list price in place of the real one, or a source written from memory.",
        "segment.same_day": "Created and closed on the same day",
        "segment.backdated": "Closed before it was created",
        "segment.no_value": "Won without a value",
        "segment.no_source": "Without a source",
        "segment.one_day": "Closed on the one busiest day",
        "segment.one_value": "Won at the commonest value (list price?)",
        "segment.own_words": "With a source that does not say who made the first move",
        "segment.mixed": "Won at customers who had bought before, but booked as new business",
        "segment.stale": "Open deals registered over a year ago (lost, but never closed?)",
        "segment.top_six": "Value from the six largest customers (frame agreements?)",
    },
}


_YEAR, _TOP = 365, 6


def run(deals: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all, and one per fault that any deal could have."""
    import ibis

    every = dealings.current(deals, "deal", ledger)
    rows = every.filter(every.outcome.isin(["won", "lost"]))
    rows = rows.mutate(
        win=rows.outcome == "won",
        dated=rows.created.notnull() & rows.closed.notnull(),
        same_day=ibis.coalesce(rows.created == rows.closed, False),
        backdated=ibis.coalesce(rows.created > rows.closed, False),
        no_value=(rows.outcome == "won") & (ibis.coalesce(rows.value, 0.0) == 0.0),
        no_source=rows.source.isnull(),
        own_words=rows.source.notnull() & (ibis.coalesce(rows.direction, "unknown") == "unknown"),
    )
    won = rows.filter(rows.win)
    known = _after_another(won)
    dated = rows.filter(rows.dated)
    pending = every.filter(every.outcome == "open", every.created.notnull()).cross_join(dealings.reach(deals))
    parts = [
        ("all", rows, rows.same_day | rows.backdated | rows.no_value | rows.no_source),
        ("same_day", dated, dated.same_day),
        ("backdated", dated, dated.backdated),
        ("no_value", won, won.no_value),
        ("no_source", rows, rows.no_source),
        ("own_words", rows, rows.own_words),
        ("mixed", known, known.again),
        ("stale", pending, pending.today.delta(pending.created, unit="day") > _YEAR),
    ]
    counted = [
        table.agg(k=hit.cast("int64").sum().cast("float64"), n=table.count().cast("float64")).mutate(
            segment=ibis.literal(name)
        )
        for name, table, hit in parts
    ]
    settled = rows.filter(rows.closed.notnull())
    valued = won.filter(ibis.coalesce(won.value, 0.0) > 0.0)
    for name, table, column in (("one_day", settled, "closed"), ("one_value", valued, "value")):
        groups = table.group_by(column).agg(size=table.count())
        most = groups.agg(k=groups["size"].max().cast("float64"), n=groups["size"].sum().cast("float64"))
        counted.append(most.mutate(segment=ibis.literal(name)))
    both = ibis.union(*(part.select("segment", "k", "n") for part in counted))
    both = both.filter(ibis.coalesce(both.n, 0.0) > 0.0)
    blank = ibis.null("float64")
    shares = both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
    return shares.union(_largest(dealings.in_main_currency(valued)))


def _after_another(won: ibis.Table) -> ibis.Table:
    """The won deals of known accounts and kinds, with `again`: booked as new business, though the account had won deals closed before."""
    import ibis

    who = ibis.coalesce(won.account, won.domain, won.orgnr)
    known = won.mutate(who=who).filter(who.notnull(), won.closed.notnull(), won.kind.notnull())
    first = known.closed.min().over(ibis.window(group_by="who"))
    marked = (known.kind != "new") | (ibis.coalesce(known.direction, "unknown") == "existing")
    return known.mutate(again=(known.closed > first) & ~marked)


def _largest(valued: ibis.Table) -> ibis.Table:
    """One row top_six: how many accounts (k, at most six, of n), and their share of the value; none where there are fewer."""
    import ibis

    who = ibis.coalesce(valued.account, valued.domain, valued.orgnr, valued.deal)
    sums = valued.group_by(who=who).agg(worth=valued.value.sum())
    order = ibis.window(order_by=[ibis.desc("worth"), "who"])
    ranked = sums.mutate(top=ibis.row_number().over(order) < _TOP)
    whole = ranked.agg(
        k=ranked.top.cast("float64").sum(), n=ranked.count().cast("float64"),
        value=ranked.worth.sum(where=ranked.top) / ranked.worth.sum(),
    )  # fmt: skip
    blank = ibis.null("float64")
    whole = whole.filter(ibis.coalesce(whole.n, 0.0) >= _TOP)
    return whole.select("k", "n", "value", segment=ibis.literal("top_six"), low=blank, high=blank).select(
        "segment", "k", "n", "value", "low", "high"
    )
