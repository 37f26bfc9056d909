"""Closed deals, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase("without a lost deal there is no rate", tables([deal("a", "won"), deal("b", "open")]), {}),
    MeasureCase(
        "won of won and lost; open ones are not settled",
        tables(
            [
                deal("a", "won", "inbound"),
                deal("b", "lost", "inbound"),
                deal("c", "lost", "outbound"),
                deal("d", "open", "outbound"),
            ]
        ),
        {"all": (1, 3, 1 / 3), "inbound": (1, 2, 0.5), "outbound": (0, 1, 0.0)},
    ),
]
