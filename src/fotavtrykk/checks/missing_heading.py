"""Pages without a main heading.

What it measures
    Pages that stand for themselves: is there an h1 with text?

Why a buyer cares
    The heading tells the reader that this is the right page, and a screen reader begins with it.

What it cannot see
    Headings that are only a picture or only look like headings.

Example
    A front page whose slogan is a <div>.

Source
    WCAG 2.2, 2.4.6; WHATWG HTML, headings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import standing

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Sider uten hovedoverskrift",
        "one": "Én side mangler hovedoverskrift",
        "many": "{n} sider mangler hovedoverskrift",
        "item": "Siden har ingen hovedoverskrift (h1). Tittelen er «{quote}».",
        "why": "Overskriften forteller leseren at hun er på rett side, og skjermlesere begynner med den.",
        "todo": "Gi siden én overskrift på øverste nivå som sier hva den handler om.",
        "blind": "Overskrifter som bare er et bilde, eller som bare ser ut som overskrifter.",
    },
    "en": {
        "name": "Pages without a main heading",
        "one": "One page has no main heading",
        "many": "{n} pages have no main heading",
        "item": "The page has no main heading (h1). Its title is “{quote}”.",
        "why": "The heading tells the reader that she is on the right page, and screen readers begin "
        "with it.",
        "todo": "Give the page one top-level heading that says what it is about.",
        "blind": "Headings that are only a picture, or that only look like headings.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page that stands for itself; found where it has no h1 with text."""
    import ibis

    rows = standing(pages)
    return rows.select(
        subject="url",
        found=rows.h1.isnull(),
        quote=ibis.coalesce(rows.title, ""),
        place=ibis.null("string"),
        number=rows.headings.cast("float64"),
    )
