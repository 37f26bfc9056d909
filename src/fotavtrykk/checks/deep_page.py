"""Pages worth finding that lie deep in the site.

What it measures
    Services, cases and contact pages, redirects not counted: how many clicks from the front page, along
    the shortest way? Found where it takes more than three. Pages below the front page of a part of the site
    (/en/) are counted from there: the clicks to it are taken off.

Why a buyer cares
    What lies deep is read by few, and search engines take it as less important.

What it cannot see
    Short cuts through a site search, and menus that a script draws.

Example
    A service that is only reached through a three-year-old news article.

Source
    Footprint measure F2: three clicks; SEOnaut warns above four.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = (
    "pages",
    "fetches",
)
SEVERITY = "low"
WORTH = ("product", "case", "contact")
NEAR = 3
TEXT = {
    "nb": {
        "name": "Dypt gjemte sider",
        "one": "Én viktig side ligger mer enn tre klikk fra forsiden",
        "many": "{n} viktige sider ligger mer enn tre klikk fra forsiden",
        "item": "Det tar {number} klikk fra forsiden å komme til «{quote}».",
        "why": "Det som ligger dypt, blir lest av få, og søkemotorene regner det som mindre viktig.",
        "todo": "Lenk til siden fra menyen eller fra en side kundene ofte leser.",
        "blind": "Snarveier gjennom nettstedets eget søk, og menyer som først tegnes i nettleseren.",
    },
    "en": {
        "name": "Deeply hidden pages",
        "one": "One page worth finding lies more than three clicks from the front page",
        "many": "{n} pages worth finding lie more than three clicks from the front page",
        "item": "It takes {number} clicks from the front page to get to “{quote}”.",
        "why": "What lies deep is read by few, and search engines take it as less important.",
        "todo": "Link to the page from the menu or from a page that customers often read.",
        "blind": "Short cuts through the site's own search, and menus that are only drawn in the browser.",
    },
}


def run(pages: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """One row per service, case and contact page with a way of links to it; found where it is over three clicks."""
    import ibis

    ways = fetches.filter(fetches.depth.notnull()).select("url", "depth")
    placed = pages.join(ways, "url")
    worth = placed.filter(placed.type.isin(WORTH))
    # Who reads English begins at the front page of the English part; at least the difference is what lies behind it.
    fronts = placed.filter(placed.type == "front").select(home="url", start="depth")
    below = (
        worth.inner_join(fronts, worth.url.startswith(fronts.home))
        .group_by("url")
        .agg(start=ibis._.start.max())
    )
    rows = worth.left_join(below, "url").drop("url_right")
    return rows.select(
        subject="url",
        found=rows.depth - ibis.coalesce(rows.start, 0) > NEAR,
        quote=ibis.coalesce(rows.h1, rows.title, rows.url),
        place=ibis.null("string"),
        number=rows.depth.cast("float64"),
    )
