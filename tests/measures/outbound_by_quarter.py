"""Outbound leads by the quarter in which they were made."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import deal, lead, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "only outbound ones, by quarter",
        tables(
            [deal("d1", "won", lead="a")],
            [
                lead("a", "outbound"),
                lead("b", "outbound", created=date(2026, 3, 31)),
                lead("c", "inbound"),
                lead("d", "outbound", created=date(2026, 4, 1)),
                lead("e", "outbound", created=date(2025, 12, 31)),
            ],
        ),
        {"all": (1, 4, 0.25), "2025-Q4": (0, 1, 0.0), "2026-Q1": (1, 2, 0.5), "2026-Q2": (0, 1, 0.0)},
    ),
]
