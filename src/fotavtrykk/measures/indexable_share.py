"""F1: the share of the site's pages that a search engine may show.

Formula
    k / n, where n = the HTML pages that links or sitemaps name (redirects apart), and k = those that answer
    with 200, that robots.txt lets Googlebot read, that have no noindex (meta or X-Robots-Tag), and whose
    canonical address, if any, is their own. The parts that are missing are the segments; a page counts in
    the first that fits: error, blocked, noindex, canonical. Source: Google Search Essentials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages", "fetches", "robots_access")
UNIT = "share"
MAIN = True
BETTER = "higher"
TEXT = {
    "nb": {
        "name": "Sider søkemotorene kan vise",
        "value": "{k} av {n} sider kan vises i søk.",
        "formula": "Sider som svarer, som robots.txt lar Google lese, som ikke er merket noindex, og som ikke oppgir en "
        "annen side som original, delt på alle sider som lenker og nettstedskart nevner.",
        "blind": "Om søkemotorene faktisk har tatt siden med. Det vet bare Search Console.",
        "segment.error": "Svarer med feil eller ikke i det hele tatt",
        "segment.blocked": "Stengt i robots.txt",
        "segment.noindex": "Merket noindex",
        "segment.canonical": "Oppgir en annen side som original",
    },
    "en": {
        "name": "Pages that search engines may show",
        "value": "{k} of {n} pages can be shown in search.",
        "formula": "Pages that answer, that robots.txt lets Google read, that are not marked noindex and that do not name "
        "another page as the original, divided by all pages that links and sitemaps name.",
        "blind": "Whether search engines have really taken the page in. Only Search Console knows that.",
        "segment.error": "Answers with an error or not at all",
        "segment.blocked": "Closed by robots.txt",
        "segment.noindex": "Marked noindex",
        "segment.canonical": "Names another page as the original",
    },
}


def run(pages: ibis.Table, fetches: ibis.Table, robots_access: ibis.Table) -> ibis.Table:
    """Rows all, and one per reason that at least one page has; a census."""
    import ibis

    google = robots_access.filter(robots_access.agent == "Googlebot").select("url", "allowed")
    known = fetches.filter(fetches.state.isin(["read", "http_error", "failed", "refused"]))
    known = known.select("url").left_join(google, "url").select("url", "allowed")
    read = pages.select("url", "noindex", "canonical", read=True)
    rows = known.left_join(read, "url")
    reason = ibis.cases(
        (~rows.allowed.fill_null(True), "blocked"),
        (rows.read.isnull(), "error"),
        (rows.noindex.notnull(), "noindex"),
        (rows.canonical.notnull() & (rows.canonical != rows.url), "canonical"),
        else_="all",
    )
    parts = rows.select(segment=reason)
    one = parts.group_by("segment").agg(k=parts.count().cast("float64"))
    whole = parts.agg(n=parts.count().cast("float64"), good=(parts.segment == "all").sum().cast("float64"))
    blank = ibis.null("float64")
    both = one.filter(one.segment != "all").cross_join(whole).select("segment", "k", "n")
    every = whole.filter(whole.n > 0).select(segment=ibis.literal("all"), k=whole.good, n=whole.n)
    rows = every.union(both)
    return rows.select("segment", "k", "n", value=rows.k / rows.n, low=blank, high=blank)
