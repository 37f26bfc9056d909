"""The fewest people who together show half of the visible competence (P4): what is lost where one or two leave.

Formula
    The smallest m so that the m greatest shares of all pieces of evidence sum to at least a half. k is m, n the persons of whom anything is
    shown. It is counted, not sampled, so it has no interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "people"
NEEDS = ("experts",)
UNIT = "items"
MAIN = False
BETTER = "higher"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Færrest personer bak halvparten",
        "value": "Halvparten av kompetansen som vises, hviler på {k} av {n} personer.",
        "formula": "Det minste antallet personer som til sammen har minst halvparten av alt som viser kompetanse.",
        "blind": "Hva folk kan som nettstedet ikke viser, og hvem som ellers kunne ha skrevet.",
    },
    "en": {
        "name": "Fewest people behind one half",
        "value": "Half of the competence shown rests on {k} of {n} persons.",
        "formula": "The smallest number of persons who together have at least half of all that shows competence.",
        "blind": "What people master that the site does not show, and who else could have written.",
    },
}  # fmt: skip


def run(experts: ibis.Table) -> ibis.Table:
    """One row, all; none where nobody shows anything."""
    import ibis

    seen = experts.filter(experts.share > 0).select("expert", "share")
    other = seen.view()
    before = seen.join(
        other,
        [(other.share > seen.share) | ((other.share == seen.share) & (other.expert < seen.expert))],
        how="left",
    )
    ahead = before.group_by("expert").agg(sum=ibis.coalesce(before.share_right.sum(), 0))
    whole = ahead.agg(
        k=(ahead["sum"] < 0.5 - 1e-9).sum().cast("float64"), n=ahead.count().cast("float64")
    ).filter(lambda t: t.n > 0)
    blank = ibis.null("float64")
    return whole.select("k", "n", segment=ibis.literal("all"), value=whole.k, low=blank, high=blank).select(
        "segment", "k", "n", "value", "low", "high"
    )
