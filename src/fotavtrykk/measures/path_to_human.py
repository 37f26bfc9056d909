"""Clicks from a page to somebody who can answer (X1).

Formula
    c(p) = the fewest clicks along the site's own links from page p to a place where a person can be
    reached: a contact page, a page with an e-mail or telephone link or number, or with a contact form. c(p)
    = 0 where p is such a place itself. A page without a path of at most 4 clicks counts as 5. value = the
    sum of c(p) over the pages, divided by n; k = pages from which it takes at most 2 clicks; n = pages.
    Redirects on the way are followed and cost no click.

Segments
    all, and each type of page.

Source
    Breadth-first search (shortest path in a graph whose links all cost one click).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import MAX_CLICKS, clicks

if TYPE_CHECKING:
    import ibis

LENS = "friction"
NEEDS = ("pages", "links", "forms", "entities", "fetches")
UNIT = "clicks"
MAIN = True
BETTER = "lower"
NEAR = 2
TEXT = {
    "nb": {
        "name": "Klikk til et menneske",
        "value": "Fra en side er det i snitt {value} klikk til noen kunden kan snakke med. "
        "Fra {k} av {n} sider er det høyst to.",
        "formula": "Færrest klikk fra hver side til kontaktside, telefonnummer, e-postadresse eller "
        "kontaktskjema, "
        "i snitt over sidene. Sider uten en vei på høyst fire klikk teller som fem.",
        "blind": "Chattevinduer og skjemaer som først tegnes i nettleseren.",
        "segment.all": "Alle sider",
        "segment.front": "Forsider",
        "segment.article": "Artikler",
        "segment.case": "Kundehistorier",
        "segment.product": "Produkter og tjenester",
        "segment.person": "Personsider",
        "segment.contact": "Kontaktsider",
        "segment.legal": "Vilkår og personvern",
        "segment.listing": "Oversikter",
        "segment.other": "Andre sider",
    },
    "en": {
        "name": "Clicks to a human being",
        "value": "From a page it takes {value} clicks on average to somebody the customer can talk to. "
        "From {k} of {n} pages it takes two at most.",
        "formula": "The fewest clicks from each page to a contact page, telephone number, e-mail address or "
        "contact form, "
        "averaged over the pages. Pages without a path of at most four clicks count as five.",
        "blind": "Chat windows and forms that are only drawn in the browser.",
        "segment.all": "All pages",
        "segment.front": "Front pages",
        "segment.article": "Articles",
        "segment.case": "Customer cases",
        "segment.product": "Products and services",
        "segment.person": "Pages about persons",
        "segment.contact": "Contact pages",
        "segment.legal": "Terms and privacy",
        "segment.listing": "Overviews",
        "segment.other": "Other pages",
    },
}


def run(
    pages: ibis.Table, links: ibis.Table, forms: ibis.Table, entities: ibis.Table, fetches: ibis.Table
) -> ibis.Table:
    """Rows all and one per page type: k pages within two clicks of n, value mean clicks; a census."""
    import ibis

    way = clicks(pages, links, forms, entities, fetches)
    read = pages.filter(ibis.coalesce(pages.truncated, "") == "").select("url", "type").join(way, "url")
    read = read.select("type", steps=ibis.coalesce(read.clicks, MAX_CLICKS + 1))
    parts = read.mutate(segment=ibis.literal("all")).union(read.mutate(segment=read.type))
    one = parts.group_by("segment").agg(
        k=(parts.steps <= NEAR).sum().cast("float64"),
        n=parts.count().cast("float64"),
        total=parts.steps.sum().cast("float64"),
    )
    blank = ibis.null("float64")
    return one.select("segment", "k", "n", value=one.total / one.n, low=blank, high=blank)
