"""Pages from which it takes more than two clicks to reach a person.

What it measures
    For each page the fewest clicks along the site's own links to a place where a person can be reached: a
    contact page, an e-mail or telephone link or number, or a contact form. Found where it takes more than
    two, or where no path of four clicks was found.

Why a buyer cares
    The question comes while reading. Each click on the way to somebody who can answer loses some of
    those who wanted to ask.

What it cannot see
    Chat windows and buttons that a script draws, and numbers that only stand in a picture.

Example
    An old campaign page without menu or footer.

Source
    Measure X1 of this product (see path_to_human): shortest path, breadth-first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import clicks

if TYPE_CHECKING:
    import ibis

LENS = "friction"
NEEDS = ("pages", "links", "forms", "entities", "fetches")
SEVERITY = "high"
NEAR = 2
TEXT = {
    "nb": {
        "name": "Langt til kontakt",
        "one": "Fra én side er det langt til noen kunden kan snakke med",
        "many": "Fra {n} sider er det langt til noen kunden kan snakke med",
        "item": "Fra «{quote}» er det mer enn to klikk til kontaktside, telefonnummer, e-postadresse eller "
        "kontaktskjema.",
        "why": "Spørsmålet dukker opp mens kunden leser. For hvert ekstra klikk frem til en som kan svare, "
        "gir noen opp.",
        "todo": "Sett telefonnummer, e-postadresse eller en lenke til kontaktsiden i toppen eller bunnen av "
        "alle sider.",
        "blind": "Chattevinduer og knapper som først tegnes i nettleseren, og telefonnumre som bare står i "
        "et bilde.",
    },
    "en": {
        "name": "Far from contact",
        "one": "From one page it is far to anybody the customer can talk to",
        "many": "From {n} pages it is far to anybody the customer can talk to",
        "item": "From “{quote}” it takes more than two clicks to a contact page, telephone number, e-mail "
        "address or contact form.",
        "why": "The question comes while the customer is reading. With each extra click to somebody who can "
        "answer, some give up.",
        "todo": "Put a telephone number, an e-mail address or a link to the contact page at the top or "
        "bottom of every page.",
        "blind": "Chat windows and buttons that are only drawn in the browser, and numbers that only stand "
        "in a picture.",
    },
}


def run(
    pages: ibis.Table, links: ibis.Table, forms: ibis.Table, entities: ibis.Table, fetches: ibis.Table
) -> ibis.Table:
    """One row per page that was parsed whole; found where contact is more than `NEAR` clicks away."""
    import ibis

    way = clicks(pages, links, forms, entities, fetches)
    read = pages.filter(ibis.coalesce(pages.truncated, "") == "").join(way, "url")
    return read.select(
        subject=read.url,
        found=read.clicks.isnull() | (read.clicks > NEAR),
        quote=ibis.coalesce(read.h1, read.title, read.url),
        place=ibis.null("string"),
        number=read.clicks.cast("float64"),
    )
