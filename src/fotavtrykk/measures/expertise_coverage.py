"""How much of what customers ask somebody's visible competence speaks of, each question weighing as much as it is asked (P2).

Formula
    sum of w s / sum of w over the questions (searches for the firm or for a way to something left out): w is the question's share of all
    that is asked, s is 1 where a passage that shows a named person holds enough of the question's telling words (experts/finding.py), else 0.
    k of n are the questions themselves. The interval is Wilson's for a share of so many questions as the weights are worth,
    (sum of w)^2 / sum of w^2 (Kish's effective sample size): the questions are a sample of what is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "people"
NEEDS = ("asked", "matches")
UNIT = "share"
MAIN = False
BETTER = "higher"
NOBODYS = True
Z = 1.96
TEXT = {
    "nb": {
        "name": "Spørsmål som noens synlige kompetanse berører",
        "value": "For {k} av {n} spørsmål viser nettstedet en navngitt person med noe om emnet. Det er {value} av det kundene spør om.",
        "formula": "Summen av vekten av spørsmål som minst én persons tekst, profil, foredrag eller sertifikat berører, delt på summen av vektene.",
        "blind": "Kompetanse som ikke står på nettstedet, og om den som har skrevet, faktisk kan svare.",
    },
    "en": {
        "name": "Questions that somebody's visible competence touches",
        "value": "For {k} of {n} questions the site shows a named person with something on the subject. That is {value} of what customers ask.",
        "formula": "The sum of the weight of questions that at least one person's text, profile, talk or certificate touches, divided by the sum of "
        "the weights.",
        "blind": "Competence that is not on the site, and whether whoever wrote can really answer.",
    },
}  # fmt: skip


def run(asked: ibis.Table, matches: ibis.Table) -> ibis.Table:
    """One row, all."""
    import ibis

    rows = matches.group_by("question").agg(spoken=matches.expert.notnull().cast("float64").max())
    rows = rows.join(asked.select("question", "demand"), "question")
    sums = rows.agg(
        k=rows.spoken.sum(), n=rows.count().cast("float64"), weight=rows.demand.sum(), square=(rows.demand * rows.demand).sum(),
        touched=(rows.demand * rows.spoken).sum(),
    ).filter(lambda t: t.weight > 0)  # fmt: skip
    share, size = sums.touched / sums.weight, sums.weight * sums.weight / sums.square
    zero, one = ibis.literal(0).cast("float64"), ibis.literal(1).cast("float64")
    middle = (share + Z * Z / (2 * size)) / (1 + Z * Z / size)
    inside = share * (1 - share) / size + Z * Z / (4 * size * size)
    far = Z * ibis.ifelse(inside < zero, zero, inside).sqrt() / (1 + Z * Z / size)
    return sums.select(
        "k", "n", segment=ibis.literal("all"), value=share,
        low=ibis.ifelse(middle - far < zero, zero, middle - far), high=ibis.ifelse(middle + far > one, one, middle + far),
    ).select("segment", "k", "n", "value", "low", "high")  # fmt: skip
