"""Pages worth finding that ask not to be found.

What it measures
    Front pages, services, cases, articles, contact pages and pages about people with noindex in the
    page's metadata or in the answer's header.

Why a buyer cares
    The page is there, but search engines leave it out. Those who search for just this never see it.

What it cannot see
    Whether the firm wanted it so, as for a page made for one campaign.

Example
    A service page launched with the test site's noindex.

Source
    Google Search Central: robots meta tag and X-Robots-Tag; Lighthouse: is-crawlable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "critical"
WORTH = ("front", "product", "case", "article", "contact", "person")
TEXT = {
    "nb": {
        "name": "Bedt om å ikke bli funnet",
        "one": "Én viktig side ber søkemotorene om å ikke vise den",
        "many": "{n} viktige sider ber søkemotorene om å ikke vise dem",
        "item": "«{quote}» er merket noindex ({place}).",
        "why": "Siden finnes, men søkemotorene utelater den. De som søker etter akkurat dette, får aldri"
        " se den.",
        "todo": "Fjern noindex fra siden hvis kunder skal kunne finne den.",
        "blind": "Om firmaet ville ha det slik, for eksempel for en kampanjeside.",
    },
    "en": {
        "name": "Asked not to be found",
        "one": "One page worth finding asks search engines not to show it",
        "many": "{n} pages worth finding ask search engines not to show them",
        "item": "“{quote}” is marked noindex ({place}).",
        "why": "The page is there, but search engines leave it out. Those who search for just this never"
        " see it.",
        "todo": "Take noindex off the page if customers are to find it.",
        "blind": "Whether the firm wanted it so, for example for a campaign page.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page of a type worth finding; found where it has noindex."""
    import ibis

    worth = pages.filter(pages.type.isin(WORTH))
    return worth.select(
        subject="url",
        found=worth.noindex.notnull(),
        quote=ibis.coalesce(worth.h1, worth.title, worth.url),
        place="noindex",
        number=ibis.null("float64"),
    )
