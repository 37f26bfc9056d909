"""F2: the share of the site's pages that are within three clicks of the front page.

Formula
    k / n, where n = the HTML pages read and k = those whose shortest way of links from the front page has at
    most three clicks (redirects cost none). Segments: orphan = pages without any such way, dead_end = pages
    without a link to another page of the site; each divided by n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages", "links", "fetches")
UNIT = "share"
MAIN = False
BETTER = "higher"
NEAR = 3
TEXT = {
    "nb": {
        "name": "Sider nær forsiden",
        "value": "{k} av {n} sider ligger høyst tre klikk fra forsiden.",
        "formula": "Sider med høyst tre klikk fra forsiden langs nettstedets egne lenker, delt på alle sider som ble lest.",
        "blind": "Menyer og lenker som først tegnes i nettleseren.",
        "segment.orphan": "Ingen vei av lenker fra forsiden",
        "segment.dead_end": "Ingen lenke videre",
    },
    "en": {
        "name": "Pages near the front page",
        "value": "{k} of {n} pages lie within three clicks of the front page.",
        "formula": "Pages within three clicks of the front page along the site's own links, divided by all pages read.",
        "blind": "Menus and links that are only drawn in the browser.",
        "segment.orphan": "No way of links from the front page",
        "segment.dead_end": "No link onwards",
    },
}


def run(pages: ibis.Table, links: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """Rows all, orphan and dead_end where a page was read; a census."""
    import ibis

    onwards = (
        links.filter(links.internal, links.target != links.url).select("url").distinct().mutate(onwards=True)
    )
    rows = pages.select("url").join(fetches.select("url", "depth"), "url").left_join(onwards, "url")
    counts = rows.agg(
        n=rows.count().cast("float64"),
        near=(rows.depth <= NEAR).sum().cast("float64"),
        orphan=rows.depth.isnull().sum().cast("float64"),
        dead_end=rows.onwards.isnull().sum().cast("float64"),
    )
    counts = counts.filter(counts.n > 0)
    parts = [
        counts.select(segment=ibis.literal(name), k=ibis.coalesce(counts[column], 0.0), n=counts.n)
        for name, column in (("all", "near"), ("orphan", "orphan"), ("dead_end", "dead_end"))
    ]
    both = parts[0].union(parts[1]).union(parts[2])
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
