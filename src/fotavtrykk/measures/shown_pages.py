"""How many of the site's pages were ever shown in search.

Formula
    k / n, where n = pages that stand for themselves (read, not kept out of search, no copies), and k = those that the search engine's report names.
    The part: pages of the report that answered 404 or 410 when the site was read, of the report's pages of this site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings, relations

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("search_pages", "pages")
UNIT = "share"
MAIN = False
BETTER = "higher"
NOBODYS = True  # what is counted is no customer
TEXT = {
    "nb": {
        "name": "Sider som er vist i søk",
        "value": "{k} av {n} sider har vært vist i søk.",
        "formula": "Sider som står i Search Console, delt på sider på nettstedet som står for seg selv.",
        "blind": "Sider bak de første tusen radene i eksporten fra nettsiden, og sider som er vist før eller etter tiden eksporten gjelder.",
        "segment.gone": "Sider vist i søk som nå svarer 404 eller 410",
    },
    "en": {
        "name": "Pages shown in search",
        "value": "{k} of {n} pages were shown in search.",
        "formula": "Pages that stand in Search Console, divided by pages of the site that stand for themselves.",
        "blind": "Pages beyond the first thousand rows of the export from its page, and pages shown before or after the time that it is of.",
        "segment.gone": "Pages shown in search that now answer 404 or 410",
    },
}


def run(search_pages: ibis.Table, pages: ibis.Table) -> ibis.Table:
    """Rows all and gone."""
    import ibis

    standing, reported = relations.standing(pages).select("url"), search_pages.select(shown="url")
    own = standing.left_join(reported, standing.url == reported.shown)
    whole = own.agg(k=dealings.hit(own.shown.notnull()).sum(), n=own.count().cast("float64"))
    known = search_pages.filter(search_pages.known.notnull())
    gone = known.agg(k=dealings.hit(known.known == "gone").sum(), n=known.count().cast("float64"))
    parts = [part.mutate(segment=ibis.literal(name)) for name, part in (("all", whole), ("gone", gone))]
    both = ibis.union(*(part.select("segment", "k", "n") for part in parts))
    both = both.filter(both.n > 0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
