"""Pages without a title.

What it measures
    Pages that stand for themselves (whole, not kept out of search, no copy of another): have they a
    title?

Why a buyer cares
    The title is the line that a searcher clicks. Without one the search engine makes something up.

What it cannot see
    Titles that a script sets in the browser.

Example
    <title></title>

Source
    Google Search Central: title links; Lighthouse: document-title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import standing

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "high"
TEXT = {
    "nb": {
        "name": "Sider uten tittel",
        "one": "Én side har ingen tittel",
        "many": "{n} sider har ingen tittel",
        "item": "Siden mangler tittel. Overskriften er «{quote}».",
        "why": "Tittelen er linjen folk klikker på i søket. Uten den finner søkemotoren på noe selv.",
        "todo": "Gi hver side en tittel som sier hva den svarer på.",
        "blind": "Titler som først settes i nettleseren.",
    },
    "en": {
        "name": "Pages without a title",
        "one": "One page has no title",
        "many": "{n} pages have no title",
        "item": "The page has no title. Its heading is “{quote}”.",
        "why": "The title is the line that people click in a search. Without one the search engine makes"
        " something up.",
        "todo": "Give every page a title that says what it answers.",
        "blind": "Titles that are only set in the browser.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page that stands for itself; found where it has no title."""
    import ibis

    rows = standing(pages)
    return rows.select(
        subject="url",
        found=rows.title.isnull(),
        quote=ibis.coalesce(rows.h1, ""),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
