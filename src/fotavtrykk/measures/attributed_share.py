"""Share of the articles that name a person as author (P1).

Formula
    value = k / n, where n = articles that stand for themselves (parsed whole, not kept out of search, no
    copy of another page) and k = those of them that name at least one person as author, in a byline or in
    structured data. The firm's own name does not count.

Segments
    all, and each language of the articles. A page whose language was not recognised counts in "all" alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import articles

if TYPE_CHECKING:
    import ibis

LENS = "people"
NEEDS = ("pages",)
UNIT = "share"
MAIN = True
BETTER = "higher"
TEXT = {
    "nb": {
        "name": "Artikler med navngitt forfatter",
        "value": "{k} av {n} artikler nevner en person som forfatter.",
        "formula": "Artikler som navngir minst én person som forfatter, delt på alle artikler.",
        "blind": "Navn som først vises i nettleseren, og kompetanse som ikke står i artikler.",
        "segment.all": "Alle artikler",
        "segment.nb": "Bokmål",
        "segment.nn": "Nynorsk",
        "segment.en": "Engelsk",
        "segment.sv": "Svensk",
        "segment.da": "Dansk",
        "segment.de": "Tysk",
        "segment.other": "Andre språk",
    },
    "en": {
        "name": "Articles with a named author",
        "value": "{k} of {n} articles name a person as their author.",
        "formula": "Articles that name at least one person as author, divided by all articles.",
        "blind": "Names that only appear in the browser, and competence that is not in articles.",
        "segment.all": "All articles",
        "segment.nb": "Bokmål",
        "segment.nn": "Nynorsk",
        "segment.en": "English",
        "segment.sv": "Swedish",
        "segment.da": "Danish",
        "segment.de": "German",
        "segment.other": "Other languages",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """Rows all and one per language: k attributed articles of n; a census, without interval."""
    import ibis

    read = articles(pages)
    parts = read.mutate(segment=ibis.literal("all")).union(
        read.filter(read.lang.notnull()).mutate(segment=read.lang)
    )
    one = parts.group_by("segment").agg(
        k=(parts.bylines > 0).fill_null(False).sum().cast("float64"), n=parts.count().cast("float64")
    )
    blank = ibis.null("float64")
    return one.select("segment", "k", "n", value=one.k / one.n, low=blank, high=blank)
