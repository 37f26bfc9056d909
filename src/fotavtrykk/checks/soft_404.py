"""Pages that say that they do not exist, and answer as if they did.

What it measures
    Short pages that answer with status 200 while their title or first heading says that the page was not
    found.

Why a buyer cares
    Search engines keep the empty page, and a customer who follows a link gets an apology without a way
    on.

What it cannot see
    Error pages that only show a picture, or that send everybody to the front page.

Example
    A page with the heading "Siden finnes ikke" and status 200.

Source
    Google Search Central: soft 404 errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import has_any

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "high"
SHORT = 120
PHRASES = (
    "404", "siden finnes ikke", "ble ikke funnet", "fant ikke siden", "finner ikke siden", "sida finst ikkje",
    "fann ikkje sida", "page not found", "page does not exist", "page doesn't exist", "can't find the page",
    "sidan hittades inte", "sidan finns inte", "siden blev ikke fundet", "siden findes ikke",
)  # fmt: skip
TEXT = {
    "nb": {
        "name": "Feilsider som later som de finnes",
        "one": "Én side sier at den ikke finnes, men svarer som en vanlig side",
        "many": "{n} sider sier at de ikke finnes, men svarer som vanlige sider",
        "item": "Siden har overskriften «{quote}», men svarer som om den finnes.",
        "why": "Søkemotorer beholder den tomme siden, og kunden får en unnskyldning i stedet for svar.",
        "todo": "La serveren svare 404 på adresser som ikke finnes, og 301 på sider som er flyttet.",
        "blind": "Feilsider som bare er et bilde, og adresser som alle sendes til forsiden.",
    },
    "en": {
        "name": "Error pages that pretend to exist",
        "one": "One page says that it does not exist but answers like an ordinary page",
        "many": "{n} pages say that they do not exist but answer like ordinary pages",
        "item": "The page has the heading “{quote}” but answers as if it existed.",
        "why": "Search engines keep the empty page, and the customer gets an apology instead of an answer.",
        "todo": "Let the server answer 404 for addresses that do not exist, and 301 for pages that have "
        "moved.",
        "blind": "Error pages that are only a picture, and addresses that are all sent to the front page.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page that was parsed whole; found where a short page says that it was not found."""
    import ibis

    read = pages.filter(pages.truncated.fill_null("") == "")
    said = (ibis.coalesce(read.h1, "") + " | " + ibis.coalesce(read.title, "")).lower()
    return read.select(
        subject="url",
        found=has_any(said, PHRASES) & (read.words < SHORT),
        quote=ibis.coalesce(read.h1, read.title),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
