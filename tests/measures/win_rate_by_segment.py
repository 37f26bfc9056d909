"""Win rates by segment, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "a segment that is filled in only once a deal is won says nothing of winning",
        tables([deal("d1", "won", segment="bygg"), deal("d2", "lost")]),
        {},
    ),
    MeasureCase(
        "deals without a segment, and open ones, are left out",
        tables(
            [
                deal("d1", "won", segment="bygg"),
                deal("d2", "lost", segment="bygg"),
                deal("d3", "lost", segment="mat"),
                deal("d4", "won"),
                deal("d5", "open", segment="mat"),
            ]
        ),
        {"all": (1, 3, 1 / 3), "bygg": (1, 2, 0.5), "mat": (0, 1, 0.0)},
    ),
]
