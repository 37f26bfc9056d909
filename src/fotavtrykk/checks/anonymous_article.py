"""Articles that name no person as their author.

What it measures
    Articles that stand for themselves: is a person named as author, in a byline or in structured data?
    The firm's own name does not count as an author.

Why a buyer cares
    Advice is weighed by who gives it. A name with a title shows competence, and tells whom to call.

What it cannot see
    Authors whom a script adds in the browser, and names that only stand in a picture.

Example
    "Slik velger du revisor", 900 words, without a name.

Source
    Google's guidance on Article structured data (author with name and url).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import articles

if TYPE_CHECKING:
    import ibis

LENS = "people"
NEEDS = ("pages",)
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Artikler uten navngitt forfatter",
        "one": "Én artikkel nevner ingen person som forfatter",
        "many": "{n} artikler nevner ingen person som forfatter",
        "item": "Artikkelen «{quote}» er ikke signert av noen person.",
        "why": "Et råd veier mer når leseren ser hvem som gir det. Et navn med tittel viser fagkunnskapen "
        "dere har, "
        "og hvem det er verdt å ringe.",
        "todo": "Sett navn, tittel og lenke til en personside på fagartiklene.",
        "blind": "Navn som først vises i nettleseren, eller som bare står i et bilde.",
    },
    "en": {
        "name": "Articles without a named person as author",
        "one": "One article names no person as its author",
        "many": "{n} articles name no person as their author",
        "item": "The article “{quote}” is signed by no person.",
        "why": "Advice weighs more when the reader sees who gives it. A name with a title shows the "
        "competence you have, "
        "and who is worth calling.",
        "todo": "Put a name, a title and a link to a page about the person on the articles.",
        "blind": "Names that only appear in the browser, or that only stand in a picture.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per article; found where no person is named as its author."""
    import ibis

    read = articles(pages)
    return read.select(
        subject=read.url,
        found=(read.bylines == 0).fill_null(False),
        quote=ibis.coalesce(read.h1, read.title, read.url),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
