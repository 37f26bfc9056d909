"""Where the visits come from, by GA4's own totals.

Formula
    k / n, where n = sessions in GA4's totals, and k = those from search, social media and AI assistants. The parts are the channels, as
    shares of n, in the report's own words. Of the same channel and period the newest export counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("audience", "ledger")
UNIT = "share"
MAIN = False
BETTER = "higher"
SOUGHT = ("Organic Search", "Paid Search", "Organic Social", "Paid Social", "AI Assistant")
TEXT = {
    "nb": {
        "name": "Besøk etter kanal, etter GA4s summer",
        "value": "{k} av {n} økter kom fra søk, sosiale medier eller KI-assistenter.",
        "formula": "Økter fra søk, sosiale medier og KI-assistenter, delt på alle økter i GA4s summer.",
        "blind": "Hvem de var, og om noen av dem kjøpte: Summer kan ikke knyttes til kunder. De som takket nei, mangler.",
    },
    "en": {
        "name": "Visits by channel, by GA4's totals",
        "value": "{k} of {n} sessions came from search, social media or AI assistants.",
        "formula": "Sessions from search, social media and AI assistants, divided by all sessions in GA4's totals.",
        "blind": "Who they were, and whether any of them bought: totals cannot be tied to customers. Those who said no are missing.",
    },
}


def run(audience: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """Rows all and one per channel; none where there are no sessions."""
    import ibis

    rows = audience.filter(audience.service == "ga4", audience.sessions.notnull())
    rows = dealings.latest(rows, NATURAL["audience"], ledger)
    whole = rows.agg(n=rows.sessions.sum(), k=rows.sessions.sum(where=rows.channel.isin(SOUGHT)))
    parts = rows.group_by(segment=rows.channel).agg(k=rows.sessions.sum()).cross_join(whole.select("n"))
    every = whole.select(segment=ibis.literal("all"), k=ibis.coalesce(whole.k, 0.0), n="n")
    both = every.union(parts.select("segment", "k", "n")).filter(ibis._.n > 0)
    blank = ibis.null("float64")
    return both.select("segment", "k", "n", value=both.k / both.n, low=blank, high=blank)
