"""How many different pages the crawlers of AI assistants read, as the server log saw it.

Formula
    k / n, where n = different pages that anybody was answered with, and k = those that a crawler of an assistant was; the parts are
    each crawler, by the name that it gives itself (agents.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("events",)
UNIT = "share"
MAIN = False
BETTER = "higher"
TEXT = {
    "nb": {
        "name": "Sider som KI-assistenters roboter har lest",
        "value": "{k} av {n} sider i serverloggen er lest av en robot for en KI-assistent.",
        "formula": "Ulike sider som en KI-assistents robot fikk, delt på ulike sider som noen fikk.",
        "blind": "Roboter som gir seg ut for å være noe annet, og assistenter som bruker en søkemotors indeks.",
    },
    "en": {
        "name": "Pages that crawlers of AI assistants read",
        "value": "{k} of {n} pages in the server log were read by a crawler of an AI assistant.",
        "formula": "Different pages that a crawler of an assistant was given, divided by different pages that anybody "
        "was given.",
        "blind": "Crawlers that pass for something else, and assistants that use a search engine's index.",
    },
}


def run(events: ibis.Table) -> ibis.Table:
    """Rows all, and one per crawler."""
    import ibis

    pages = events.filter(events.status.notnull(), events.name == "page_view", events.url.notnull())
    ai = pages.filter(pages.agent == "ai")
    n = pages.agg(n=pages.url.nunique())
    every = ai.agg(k=ai.url.nunique()).mutate(segment=ibis.literal("all"))
    parts = ai.group_by(segment=ai.vendor_label).agg(k=ai.url.nunique()).select("k", "segment")
    both = every.select("k", "segment").union(parts).cross_join(n).filter(ibis._.n > 0)
    blank = ibis.null("float64")
    k, n_ = both.k.cast("float64"), both.n.cast("float64")
    return both.select("segment", k=k, n=n_, value=k / n_, low=blank, high=blank)
