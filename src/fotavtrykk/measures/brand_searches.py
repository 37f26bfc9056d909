"""How many of the clicks from search came from people who searched for the firm by name, and how much that leaves unsaid.

Formula
    k / n, where n = clicks of queries whose words Google tells, and k = those of queries with the firm's name. The parts are of all clicks: hidden =
    all clicks less those told of; most and least = the share of the name, were all of the hidden searches for it, or none. All clicks are
    the sum of the days of the same export (Performance, Export: the chart's table), or told and hidden together in a bulk export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("searches", "ledger")
UNIT = "share"
MAIN = False
BETTER = "lower"
NOBODYS = True  # what is counted is no customer
TEXT = {
    "nb": {
        "name": "Søk på firmanavnet, og det Google skjuler",
        "value": "{k} av {n} klikk fra søk som Google oppgir ordene i, var søk på navnet deres.",
        "formula": "Klikk fra søk med firmanavnet, delt på klikk fra søk som Google oppgir ordene i. Det skjulte er alle klikk minus dem.",
        "blind": "Hva de skjulte søkene gjaldt: Google oppgir ikke ordene i sjeldne søk, og eksporten fra nettsiden slutter etter tusen rader. Er "
        "navnet et vanlig ord, regnes for mange søk som søk etter navnet.",
        "segment.hidden": "Av alle klikk: fra søk som Google skjuler ordene i",
        "segment.most": "Søk på navnet av alle klikk, var alle de skjulte det",
        "segment.least": "Søk på navnet av alle klikk, var ingen av de skjulte det",
    },
    "en": {
        "name": "Searches for the firm's name, and what Google hides",
        "value": "{k} of {n} clicks from searches whose words Google tells were searches for your name.",
        "formula": "Clicks from searches with the firm's name, divided by clicks from searches whose words Google tells. What is hidden is all "
        "clicks less those.",
        "blind": "What the hidden searches were for: Google does not tell the words of rare searches, and the export from its page ends after a "
        "thousand rows. Where the name is a common word, too many searches count as searches for it.",
        "segment.hidden": "Of all clicks: from searches whose words Google hides",
        "segment.most": "Searches for the name of all clicks, were all of the hidden that",
        "segment.least": "Searches for the name of all clicks, were none of the hidden that",
    },
}


def run(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Row all; hidden, most and least where the same export tells all clicks. None where no name of the firm is known."""
    import ibis

    named = dealings.queries(searches.filter(searches.brand.notnull()), ledger)
    whole = named.agg(k=named.clicks.sum(where=named.brand), n=named.clicks.sum())
    sums = dealings.with_hidden(searches, ledger)
    hidden = ibis.greatest(sums.clicks - sums.told, 0.0)
    sums = sums.mutate(hidden=hidden, most=sums.named + hidden, least=sums.named, all=sums.told + hidden)
    parts = [whole.select(segment=ibis.literal("all"), k=ibis.coalesce(whole.k, 0.0), n=whole.n)]
    parts += [
        sums.select(segment=ibis.literal(name), k=sums[name], n=sums["all"])
        for name in ("hidden", "most", "least")
    ]
    both = ibis.union(*parts)
    both = both.filter(both.n > 0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
