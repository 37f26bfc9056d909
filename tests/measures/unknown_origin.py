"""Won deals of which nobody knows who made the first move."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "of the won ones alone",
        tables(
            [
                deal("a", "won", "inbound"),
                deal("b", "won"),
                deal("c", "lost"),
                deal("d", "won", "existing"),
                deal("e", "open"),
            ]
        ),
        {"all": (1, 3, 1 / 3)},
    ),
]
