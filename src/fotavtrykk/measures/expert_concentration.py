"""On how many people the visible competence really rests: the effective number of experts (P4).

Formula
    exp(H), H = - sum of p ln p (Hill's number of order 1; Hill 1973, Ecology 54): p is each person's share of all pieces of evidence (passages
    written, profile text, talks, certificates, mentions). Ten persons who show the same give 10; one who shows almost all gives nearly 1. k is
    the effective number too, n the persons of whom anything is shown. It is counted, not sampled, so it has no interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "people"
NEEDS = ("experts",)
UNIT = "people"
MAIN = False
BETTER = "higher"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Virkelig antall synlige fagfolk",
        "value": "Det som vises av kompetanse, er så ujevnt fordelt på {n} personer at det svarer til {value} som viste like mye hver.",
        "formula": "e opphøyd i entropien av hver persons andel av alt som viser kompetanse (avsnitt, profil, foredrag, sertifikater, omtale).",
        "blind": "Hva folk kan som nettstedet ikke viser. Mye skrevet er ikke det samme som mye kunnskap.",
    },
    "en": {
        "name": "Effective number of visible experts",
        "value": "The competence shown is so unevenly spread over {n} persons that it equals {value} who each showed as much.",
        "formula": "e to the power of the entropy of each person's share of all that shows competence (passages, profile, talks, certificates, "
        "mentions).",
        "blind": "What people master that the site does not show. Much written is not the same as much known.",
    },
}  # fmt: skip


def run(experts: ibis.Table) -> ibis.Table:
    """One row, all; none where nobody shows anything."""
    import ibis

    seen = experts.filter(experts.share > 0)
    whole = seen.agg(n=seen.count().cast("float64"), entropy=(seen.share * seen.share.ln()).sum()).filter(
        lambda t: t.n > 0
    )
    blank, number = ibis.null("float64"), (-whole.entropy).exp()
    return whole.select(
        "n", segment=ibis.literal("all"), k=number, value=number, low=blank, high=blank
    ).select("segment", "k", "n", "value", "low", "high")
