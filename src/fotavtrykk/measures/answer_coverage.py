"""How much of what customers ask the site answers, each question weighing as much as it is asked.

Formula
    sum of w p / sum of w over the questions that a passage was sought for: w is the question's share of all that is asked (answers/questions.py), p
    the chance that the site answers it (answers/verdict.py). k is how many of the n questions are called answered.
    The interval is that of the sum, were the answers independent: plus and minus 1.96 times the root of the sum of w^2 p (1 - p). The parts
    are the shares of w by what is said: answered, partly, not answered, cannot tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "relevant"
NEEDS = ("asked", "answers")
UNIT = "share"
MAIN = True
NOBODYS = True  # what is counted is no customer
BETTER = "higher"
TEXT = {
    "nb": {
        "name": "Spørsmål som nettstedet svarer på",
        "value": "Trolig blir {value} av det kundene spør om, besvart på nettstedet. For {k} av {n} spørsmål er svaret tydelig nok til å kalle det "
        "besvart.",
        "formula": "Summen av vekt ganger sannsynligheten for at spørsmålet er besvart, delt på summen av vektene. Vekten er hvor mye det spørres.",
        "blind": "Svar i bilder, videoer og dokumenter, svar med helt andre ord enn spørsmålets, og om svaret er sant.",
        "segment.answered": "Besvart", "segment.partly": "Delvis besvart", "segment.not_answered": "Ikke besvart",
        "segment.cannot_tell": "Kan ikke avgjøres",
    },
    "en": {
        "name": "Questions that the site answers",
        "value": "Probably {value} of what customers ask is answered on the site. For {k} of {n} questions the answer is clear enough to call it "
        "answered.",
        "formula": "The sum of weight times the chance that the question is answered, divided by the sum of the weights. The weight is how much it "
        "is asked.",
        "blind": "Answers in images, videos and documents, answers in quite other words than the question's, and whether the answer is true.",
        "segment.answered": "Answered", "segment.partly": "Partly answered", "segment.not_answered": "Not answered",
        "segment.cannot_tell": "Cannot be told",
    },
}  # fmt: skip


def run(asked: ibis.Table, answers: ibis.Table) -> ibis.Table:
    """Rows all, and one for each thing that is said."""
    import ibis

    rows = answers.join(asked.select("question", "demand"), "question")
    rows = rows.mutate(p=ibis.coalesce(rows.likely, 0.0), said=(rows.state == "answered").cast("float64"))
    told = rows.filter(rows.likely.notnull())
    whole = told.agg(
        k=told.said.sum(), n=told.count().cast("float64"), weight=told.demand.sum(),
        sure=(told.demand * told.p).sum(), unsure=(told.demand * told.demand * told.p * (1 - told.p)).sum(),
    ).filter(lambda t: t.weight > 0)  # fmt: skip
    none, one = ibis.literal(0).cast("float64"), ibis.literal(1).cast("float64")
    spread = ibis.ifelse(whole.unsure < none, none, whole.unsure).sqrt()
    value, far = whole.sure / whole.weight, spread * 1.96 / whole.weight
    every = whole.select(
        "k", "n", segment=ibis.literal("all"), value=value,
        low=ibis.ifelse(value - far < none, none, value - far), high=ibis.ifelse(value + far > one, one, value + far),
    )  # fmt: skip
    sums = rows.agg(n=rows.count().cast("float64"), all=rows.demand.sum())
    parts = rows.group_by("state").agg(k=rows.count().cast("float64"), weight=rows.demand.sum())
    parts = parts.cross_join(sums).filter(lambda t: t["all"] > 0)
    blank = ibis.null("float64")
    parts = parts.select("k", "n", segment="state", value=parts.weight / parts["all"], low=blank, high=blank)
    return every.union(parts).select("segment", "k", "n", "value", "low", "high")
