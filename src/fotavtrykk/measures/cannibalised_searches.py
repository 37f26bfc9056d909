"""R4: how many searches show now one of the site's pages and now another, so that the pages take each other's place.

Formula
    k / n, where n = queries without the firm's name that were shown at least 50 times, and k = those for which a second page has at least a fifth
    of the times shown, by turns with the first (searching/sharing.py). The parts: those that show two pages at the same time, and those of which the
    export does not tell whether they do, of the same n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("shared_queries",)
UNIT = "share"
MAIN = False
BETTER = "lower"
NOBODYS = True  # what is counted is no customer
TEXT = {
    "nb": {
        "name": "Søk der sidene konkurrerer med hverandre",
        "value": "I {k} av {n} søk viser Google snart den ene, snart den andre av sidene deres (kannibalisering).",
        "formula": "Søk uten firmanavnet der en side nummer to har minst en femtedel av visningene, på skift med den første, delt på søk som er vist "
        "minst 50 ganger.",
        "blind": "Om de to sidene svarer på ulike ting som samme ord kan bety, eller er samme side på to språk. Da er det ikke noe å rette.",
        "segment.both": "To av sidene vises samtidig",
        "segment.several": "To av sidene vises, på skift eller samtidig: Eksporten sier ikke hva",
    },
    "en": {
        "name": "Searches for which pages compete with each other",
        "value": "In {k} of {n} searches Google shows now one and now another of your pages (cannibalisation).",
        "formula": "Searches without the firm's name for which a second page has at least a fifth of the times shown, by turns with the first, "
        "divided by searches shown at least 50 times.",
        "blind": "Whether the two pages answer different things that the same words may mean, or are one page in two languages. Then there is "
        "nothing to mend.",
        "segment.both": "Two of the pages are shown at the same time",
        "segment.several": "Two of the pages are shown, by turns or at the same time: the export does not tell which",
    },
}


def run(shared_queries: ibis.Table) -> ibis.Table:
    """Rows all, both and several."""
    import ibis

    rows = shared_queries
    states = ("shared", "both", "several")
    sums = rows.agg(
        n=rows.count().cast("float64"), **{state: dealings.hit(rows.state == state).sum() for state in states}
    )
    sums = sums.filter(sums.n > 0)
    blank = ibis.null("float64")
    parts = [
        sums.select(segment=ibis.literal(segment), k=sums[name], n=sums.n)
        for segment, name in zip(("all", *states[1:]), states, strict=True)
    ]
    both = ibis.union(*parts)
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
