"""Articles that do not say when they were written.

What it measures
    Articles that stand for themselves: is there a date of publication or change, in the text, in
    structured data or in the page's metadata?

Why a buyer cares
    Rules, prices and technology change. Without a date a reader cannot tell whether advice still holds,
    and search engines and assistants prefer what they can date.

What it cannot see
    Dates that a script adds in the browser, and dates written only in a picture.

Example
    "Nye regler for moms", without a year anywhere.

Source
    Google's guidance on Article structured data (datePublished, dateModified).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import articles

if TYPE_CHECKING:
    import ibis

LENS = "relevant"
NEEDS = ("pages",)
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Artikler uten dato",
        "one": "Én artikkel sier ikke når den er skrevet",
        "many": "{n} artikler sier ikke når de er skrevet",
        "item": "Artikkelen «{quote}» har ingen dato.",
        "why": "Regler, priser og teknologi endrer seg. Uten dato vet ikke leseren om rådet fortsatt "
        "gjelder, "
        "og søkemotorer og KI-assistenter velger heller noe de kan tidfeste.",
        "todo": "Vis datoen for publisering eller siste gjennomgang øverst i artikkelen.",
        "blind": "Datoer som først vises i nettleseren, eller som bare står i et bilde.",
    },
    "en": {
        "name": "Articles without a date",
        "one": "One article does not say when it was written",
        "many": "{n} articles do not say when they were written",
        "item": "The article “{quote}” has no date.",
        "why": "Rules, prices and technology change. Without a date the reader cannot tell whether the "
        "advice still holds, "
        "and search engines and AI assistants prefer what they can date.",
        "todo": "Show the date of publication or last review at the top of the article.",
        "blind": "Dates that only appear in the browser, or that only stand in a picture.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per article; found where it states neither a date of publication nor one of change."""
    import ibis

    read = articles(pages)
    return read.select(
        subject=read.url,
        found=ibis.coalesce(
            read.published.cast("string"), read.modified.cast("string"), read.date_text
        ).isnull(),
        quote=ibis.coalesce(read.h1, read.title, read.url),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
