"""The origin of deals won by year, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import deal, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "by the year in which they were closed",
        tables(
            [
                deal("d1", "won", "inbound", closed=date(2025, 1, 1)),
                deal("d2", "won", closed=date(2025, 12, 31)),
                deal("d3", "won", "outbound", closed=date(2026, 1, 1)),
                deal("d4", "lost", "inbound", closed=date(2025, 1, 1)),
                deal("d5", "won", "inbound"),
            ]
        ),
        {
            "all": (1, 3, 1 / 3),
            "2025 inbound": (1, 2, 0.5),
            "2025 unknown": (1, 2, 0.5),
            "2026 outbound": (1, 1, 1.0),
        },
    ),
]
