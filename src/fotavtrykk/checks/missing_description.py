"""Pages worth finding without a description.

What it measures
    Front pages, services, cases, articles, contact pages and pages about people that stand for
    themselves: is there a meta description?

Why a buyer cares
    The description is the firm's own two lines in the search result. Without it the search engine cuts
    something from the page.

What it cannot see
    Whether the search engine uses the description, and whether it is a good one.

Example
    A service page that shows a cookie notice in the search result.

Source
    Google Search Central: snippets; Lighthouse: meta-description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import standing

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "low"
WORTH = ("front", "product", "case", "article", "contact", "person")
TEXT = {
    "nb": {
        "name": "Sider uten beskrivelse",
        "one": "Én viktig side mangler beskrivelse i søket",
        "many": "{n} viktige sider mangler beskrivelse i søket",
        "item": "«{quote}» har ingen beskrivelse (meta description).",
        "why": "Beskrivelsen er firmaets egne to linjer i søkeresultatet. Uten den klipper søkemotoren "
        "noe fra siden.",
        "todo": "Skriv to setninger om hva siden gir svar på.",
        "blind": "Om søkemotoren bruker beskrivelsen, og om den er god.",
    },
    "en": {
        "name": "Pages without a description",
        "one": "One page worth finding has no description in search",
        "many": "{n} pages worth finding have no description in search",
        "item": "“{quote}” has no description (meta description).",
        "why": "The description is the firm's own two lines in the search result. Without it the search "
        "engine cuts something from the page.",
        "todo": "Write two sentences on what the page answers.",
        "blind": "Whether the search engine uses the description, and whether it is a good one.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page of a type worth finding that stands for itself; found where it has no description."""
    import ibis

    rows = standing(pages).filter(pages.type.isin(WORTH))
    return rows.select(
        subject="url",
        found=rows.description.isnull(),
        quote=ibis.coalesce(rows.h1, rows.title, rows.url),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
