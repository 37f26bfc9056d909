"""Bounds: the share of wins that a function was seen in, at least and at most; what counting can say of what it created.

Formula
    Over the journeys that were won: k = those in which a touch of the function was seen; unseen = those in which it was not, and in
    which no visit was recorded at all, so that nobody can say. share = k / n; low = k / n, high = (k + unseen) / n. Four outcomes:
    touched (anywhere), first (the first touch), before_contact (before the first human contact), and touched_inbound (anywhere, over the
    journeys in which the customer made the first move). Whose touch is the first that was seen may not have been the first where no visit
    was recorded: those are not in the low of first. Of fewer than six wins nothing is told.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

NEEDS = ("journeys", "touches")
ASSUMES = ("seen", "unseen", "rules")
TEXT = {
    "nb": {
        "name": "Grenser ved telling",
        "seen": "Et salg kan bare skyldes en funksjon som var med på reisen, enten den ble sett eller ikke.",
        "unseen": "Var ingen besøk registrert, kan enhver funksjon ha vært med.",
        "rules": "Hvilke kontaktpunkter som er hvilken funksjons, følger reglene i fotavtrykk.toml.",
    },
    "en": {
        "name": "Bounds by counting",
        "seen": "A win can only be owed to a function that took part in its journey, seen or not.",
        "unseen": "Where no visit was recorded, any function may have been there.",
        "rules": "Which touches are which function's follows the rules in fotavtrykk.toml.",
    },
}
_INBOUND = ("inbound", "unknown")


def fit(tables: Mapping[str, ibis.Table], seed: int) -> ibis.Table:
    """Rows of contributions, kind bounded: name (function), outcome, credit (k), n, share, low, high. Counting needs no `seed`."""
    import ibis

    del seed
    won = tables["journeys"].filter(tables["journeys"].outcome == "won")
    won = won.select("journey", "direction", "first_human", blind=(won.visits == 0).cast("int64"))
    found = tables["touches"].filter(tables["touches"].function.notnull())
    joined = found.select("journey", "function", "touch_no", "time").inner_join(won, "journey")
    early = joined.first_human.isnull() | (joined.time < joined.first_human)
    seen = joined.mutate(early=early.cast("int64"), opens=(joined.touch_no == 0).cast("int64"))
    seen = seen.group_by("function", "journey", "direction", "blind").agg(
        early=seen.early.max(), opens=seen.opens.max()
    )
    inbound = won.filter(won.direction.isin(_INBOUND))
    parts = [
        _bounded(seen, won, "touched"),
        _bounded(seen.filter(seen.opens == 1), won, "first", sure=False),
        _bounded(seen.filter(seen.early == 1), won, "before_contact"),
        _bounded(seen.filter(seen.direction.isin(_INBOUND)), inbound, "touched_inbound"),
    ]
    return ibis.union(*parts)


def _bounded(seen: ibis.Table, won: ibis.Table, outcome: str, sure: bool = True) -> ibis.Table:
    """The rows of an outcome; `sure` where what was seen in a journey without visits stands whatever was not seen."""
    import ibis

    every = won.agg(n=won.count().cast("float64"), blind_of_all=won.blind.sum().cast("float64"))
    parts = seen.group_by("function").agg(
        k=seen.count().cast("float64"), blind_seen=seen.blind.sum().cast("float64")
    )
    rows = parts.cross_join(every).filter(ibis._.n > 0)
    least = rows.k if sure else rows.k - rows.blind_seen
    return rows.select(
        model=ibis.literal("bounds"), unit=ibis.literal("function"), name="function", outcome=ibis.literal(outcome), credit="k", n="n",
        share=rows.k / rows.n, low=least / rows.n, high=(rows.k + rows.blind_of_all - rows.blind_seen) / rows.n,
        kind=ibis.literal("bounded"),
    )  # fmt: skip
