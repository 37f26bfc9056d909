"""The value of deals won and lost, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "a value that only won deals have says nothing of winning",
        tables([deal("d1", "won", value=300.0), deal("d2", "lost"), deal("d3", "lost", value=0.0)]),
        {},
    ),
    MeasureCase(
        "the commonest currency alone; deals without a value are left out",
        tables(
            [
                deal("d1", "won", "inbound", value=300.0, currency="NOK"),
                deal("d2", "lost", "inbound", value=100.0, currency="NOK"),
                deal("d3", "lost", "outbound", value=100.0, currency="NOK"),
                deal("d4", "won", "outbound", value=9e9, currency="EUR"),
                deal("d5", "won", "outbound"),
                deal("d6", "open", "outbound", value=5.0, currency="NOK"),
            ]
        ),
        {"all": (1, 3, 0.6), "inbound": (1, 2, 0.75), "outbound": (0, 1, 0.0)},
    ),
]
