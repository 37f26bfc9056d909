"""R3: how much of what the site is shown for in search no page of it answers.

Formula
    k / n, where n = times shown for queries without the firm's name that ask for an answer and were held against the site's passages, and k = those
    of queries that are not answered (answers/verdict.py). The parts are the same by what else is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "relevant"
NEEDS = ("search_queries",)
UNIT = "share"
MAIN = False
BETTER = "lower"
NOBODYS = True  # what is counted is no customer
PARTS = ("answered", "partly", "cannot_tell")
TEXT = {
    "nb": {
        "name": "Søk som ingen side svarer på",
        "value": "{k} av {n} visninger i søk gjaldt noe ingen side hos dere svarer på.",
        "formula": "Visninger i søk uten firmanavnet som ikke er besvart, delt på visninger i søk uten firmanavnet som er holdt opp mot nettstedet.",
        "blind": "Søk som Google skjuler ordene i, hva den som søkte, egentlig ville, og svar i bilder, videoer og dokumenter.",
        "segment.answered": "Besvart", "segment.partly": "Delvis besvart", "segment.cannot_tell": "Kan ikke avgjøres",
    },
    "en": {
        "name": "Searches that no page answers",
        "value": "{k} of {n} times shown in search were for something that no page of yours answers.",
        "formula": "Times shown in searches without the firm's name that are not answered, divided by times shown in searches without the firm's "
        "name that were held against the site.",
        "blind": "Searches whose words Google hides, what the searcher really wanted, and answers in images, videos and documents.",
        "segment.answered": "Answered", "segment.partly": "Partly answered", "segment.cannot_tell": "Cannot be told",
    },
}  # fmt: skip


def run(search_queries: ibis.Table) -> ibis.Table:
    """Rows all, and one for each other thing that is said; none where no page was read."""
    import ibis

    rows = search_queries.filter(~search_queries.brand, search_queries.answered.notnull())
    sums = rows.agg(n=rows.impressions.sum())
    states = [("all", "not_answered"), *((state, state) for state in PARTS)]
    parts = [
        sums.cross_join(rows.filter(rows.answered == state).agg(k=rows.impressions.sum())).mutate(
            segment=ibis.literal(segment)
        )
        for segment, state in states
    ]
    both = ibis.union(*(part.select("segment", "k", "n") for part in parts))
    both = both.mutate(k=ibis.coalesce(both.k, 0.0)).filter(both.n > 0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
