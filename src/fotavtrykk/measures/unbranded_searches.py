"""How many of the clicks from search came from people who did not search for the firm by name.

Formula
    k / n, where n = clicks of queries that Search Console names, and k = those of queries without the firm's name (the name of the site
    or of the firm, from fotavtrykk.toml). The part shown is the same share of impressions. Where days are told (bulk export), those
    rows count; else those of the newest export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("searches", "ledger")
UNIT = "share"
MAIN = False
BETTER = "higher"
TEXT = {
    "nb": {
        "name": "Søk uten firmanavnet",
        "value": "{k} av {n} klikk fra søk kom fra noen som søkte etter noe annet enn navnet deres.",
        "formula": "Klikk fra søk uten firmanavnet, delt på alle klikk fra søk som Google oppgir ordene i.",
        "blind": "Er navnet et vanlig ord, regnes for mange søk som søk etter navnet. "
        "Sjeldne søk, som Google skjuler, og om de som klikket, er i målgruppen. Søk etter navnet sier at de kjente dere fra før, "
        "ikke hvordan.",
        "segment.shown": "Av visningene i søk",
    },
    "en": {
        "name": "Searches without the firm's name",
        "value": "{k} of {n} clicks from search came from people who searched for something other than your name.",
        "formula": "Clicks from searches without the firm's name, divided by all clicks from searches whose words Google tells.",
        "blind": "Where the name is a common word, too many searches count as searches for it. "
        "Rare searches, which Google hides, and whether those who clicked are buyers. A search for the name says that they knew you, "
        "not from where.",
        "segment.shown": "Of the times shown in search",
    },
}


def run(searches: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all and shown; none where no query was clicked on, or no name of the firm is known."""
    import ibis

    rows = dealings.queries(searches.filter(searches.brand.notnull()), ledger)
    other = ~rows.brand
    parts = [
        rows.agg(k=rows[name].sum(where=other), n=rows[name].sum()).mutate(segment=ibis.literal(segment))
        for segment, name in (("all", "clicks"), ("shown", "impressions"))
    ]
    both = parts[0].union(parts[1])
    both = both.mutate(k=ibis.coalesce(both.k, 0.0)).filter(both.n > 0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
