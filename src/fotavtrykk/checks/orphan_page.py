"""Pages that no other page links to.

What it measures
    Pages that the sitemap lists, where the whole site was read: does any other page of the site link to
    them?

Why a buyer cares
    A page without a way to it is found by those who know its address only.

What it cannot see
    Links that a script makes, and links from other sites.

Example
    Old landing pages that left the menu but not the sitemap.

Source
    Footprint measure F2; SEOnaut: orphan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = (
    "pages",
    "links",
    "fetches",
    "runs",
)
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Sider ingen lenker til",
        "one": "Én side er det ingen annen side som lenker til",
        "many": "{n} sider er det ingen andre sider som lenker til",
        "item": "«{quote}» står i nettstedskartet, men ingen annen side lenker til den.",
        "why": "En side uten vei til seg blir bare funnet av dem som kjenner adressen.",
        "todo": "Lenk til siden der kunden trenger den, eller fjern den.",
        "blind": "Lenker som først lages i nettleseren, og lenker fra andre nettsteder.",
    },
    "en": {
        "name": "Pages that nothing links to",
        "one": "There is one page that no other page links to",
        "many": "There are {n} pages that no other page links to",
        "item": "“{quote}” stands in the sitemap, but no other page links to it.",
        "why": "A page without a way to it is found by those who know its address only.",
        "todo": "Link to the page where the customer needs it, or take it away.",
        "blind": "Links that are only made in the browser, and links from other sites.",
    },
}


def run(pages: ibis.Table, links: ibis.Table, fetches: ibis.Table, runs: ibis.Table) -> ibis.Table:
    """One row per page that a sitemap lists, in a crawl that was complete; found where no page links to it."""
    import ibis

    moved = fetches.select(target="url", final="final_url")
    hops = links.join(moved, "target").select("url", to="final")
    into = hops.filter(hops.url != hops.to).select(url="to").distinct().mutate(linked=True)
    listed = fetches.filter(fetches.in_sitemap).select("url")
    rows = pages.semi_join(listed, "url").cross_join(runs.filter(runs.state == "complete").select("state"))
    rows = rows.left_join(into, "url")
    return rows.select(
        subject="url",
        found=rows.linked.isnull(),
        quote=ibis.coalesce(rows.h1, rows.title, rows.url),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
