"""Can the author be told by what is written? Each article in turn as if it were not there (hidden authorship).

Formula
    k = articles whose author comes first among all persons when the article's heading is asked for and the article itself is hidden; n = articles
    whose author something else shows too. Jeffreys' interval. A guess would be right once in as many times as there are persons. It says how
    far the names of "who could answer" may be trusted on this site.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

    from fotavtrykk.tables import Row

LENS = "people"
NEEDS = ("hidden",)
UNIT = "share"
MAIN = False
BETTER = "higher"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Prøven: blir forfatteren funnet?",
        "value": "Hver artikkel er skjult i tur og orden, og forfatteren kom først for {k} av {n}. Så langt kan navnene under stoles på.",
        "formula": "Artikler der forfatteren kommer først når artikkelen selv er skjult og bare overskriften er kjent, delt på alle som kan prøves.",
        "blind": "At flere kan det samme: Den som kommer først i stedet for forfatteren, kan være et like godt svar.",
        "segment.top3": "Blant de tre første",
        "segment.chance": "Ved å gjette",
    },
    "en": {
        "name": "The test: is the author found?",
        "value": "Each article was hidden in turn, and the author came first for {k} of {n}. So far the names below can be trusted.",
        "formula": "Articles whose author comes first when the article itself is hidden and only its heading is known, divided by all that can be "
        "tried.",
        "blind": "That several master the same: whoever comes first in the author's place may be as good an answer.",
        "segment.top3": "Among the first three",
        "segment.chance": "By guessing",
    },
}  # fmt: skip


def run(hidden: ibis.Table) -> ibis.Table:
    """Rows all, top3 and chance."""
    import ibis

    n = hidden.count().cast("float64")
    parts = {
        "all": (hidden.place <= 1).cast("float64").sum(),
        "top3": (hidden.place <= 3).cast("float64").sum(),
        "chance": (1 / hidden.among.nullif(0).cast("float64")).sum(),
    }
    rows = ibis.union(*(hidden.agg(k=k, n=n).mutate(segment=ibis.literal(name)) for name, k in parts.items()))
    rows = rows.filter(rows.n > 0)
    blank = ibis.null("float64")
    return rows.select("segment", "k", "n", value=rows.k / rows.n, low=blank, high=blank)


def settle(rows: Sequence[Row]) -> list[Row]:
    """The rows with their intervals; a guess is no count, and has none."""
    from fotavtrykk import stats

    ends = {
        str(row["segment"]): stats.interval(float(str(row["k"])), float(str(row["n"])))
        for row in rows
        if row["segment"] != "chance"
    }
    return [
        {**row, **dict(zip(("low", "high"), ends[str(row["segment"])], strict=True))}
        if row["segment"] in ends
        else row
        for row in rows
    ]
