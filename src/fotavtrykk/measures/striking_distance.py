"""F4: how much of what the site is shown for stands within striking distance: near the first places, and not on them.

Formula
    k / n, where n = times shown for queries without the firm's name, and k = those of queries whose mean place is 4 to 15. The parts are
    those before the fourth place and those beyond the fifteenth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("search_queries",)
UNIT = "share"
MAIN = False
BETTER = "higher"
NOBODYS = True  # what is counted is no customer
NEAR = (4, 15)
TEXT = {
    "nb": {
        "name": "Søk innen rekkevidde",
        "value": "{k} av {n} visninger i søk uten firmanavnet var på plass 4 til 15: synlig, men sjelden klikket på.",
        "formula": "Visninger i søk der gjennomsnittsplassen er fra 4 til 15, delt på alle visninger i søk uten firmanavnet.",
        "blind": "At plassen er et gjennomsnitt, at den er ulik for ulike folk, og søk som Google skjuler ordene i.",
        "segment.first": "Foran plass 4",
        "segment.beyond": "Bak plass 15",
    },
    "en": {
        "name": "Searches within striking distance",
        "value": "{k} of {n} times shown in searches without the firm's name were at places 4 to 15: in sight, and seldom clicked.",
        "formula": "Times shown in searches whose mean place is 4 to 15, divided by all times shown in searches without the firm's name.",
        "blind": "That the place is an average, that it differs between people, and searches whose words Google hides.",
        "segment.first": "Before place 4",
        "segment.beyond": "Beyond place 15",
    },
}


def run(search_queries: ibis.Table) -> ibis.Table:
    """Rows all, first and beyond, by times shown; none where no name of the firm is known, or no place."""
    import ibis

    first, last = NEAR
    rows = search_queries.filter(~search_queries.brand, search_queries.position.notnull())
    place, shown = rows.position, rows.impressions
    sums = rows.agg(
        n=shown.sum(), near=shown.sum(where=(place >= first) & (place <= last)), first=shown.sum(where=place < first),
        beyond=shown.sum(where=place > last),
    )  # fmt: skip
    sums = sums.filter(sums.n > 0)
    blank = ibis.null("float64")
    parts = [
        sums.select(segment=ibis.literal(segment), k=ibis.coalesce(sums[name], 0.0), n=sums.n)
        for segment, name in (("all", "near"), ("first", "first"), ("beyond", "beyond"))
    ]
    both = ibis.union(*parts)
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
