"""Leads and what became of them, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, lead, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "linked from either side, twice at times; lost and open ones are no hits",
        tables(
            [
                deal("d1", "won", lead="a"),
                deal("d2", "won"),
                deal("d3", "lost", lead="c"),
                deal("d4", "open", lead="d"),
                deal("d5", "won", lead="a"),
                deal("d6", "won", lead="nobody"),
            ],
            [
                lead("a", "inbound", became_deal="d1"),
                lead("b", "inbound", became_deal="d2"),
                lead("c", "outbound"),
                lead("d", "outbound", became_deal="d4"),
                lead("e", "outbound", became_deal="d3"),
            ],
        ),
        {"all": (2, 5, 0.4), "inbound": (2, 2, 1.0), "outbound": (0, 3, 0.0)},
    ),
    MeasureCase(
        "the newest row of a lead and of a deal counts: by the day of change, then by how far the file reaches",
        tables(
            [deal("d1", "won", lead="a", updated=None), deal("d1", "lost", lead="a", file="f2")],
            [lead("a", "inbound"), lead("a", "outbound", file="f2"), lead("b", "inbound")],
        ),
        {"all": (0, 2, 0.0), "inbound": (0, 1, 0.0), "outbound": (0, 1, 0.0)},
    ),
]
