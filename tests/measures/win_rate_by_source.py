"""The win rate by source, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase("no deal has a source", tables([deal("a", "won"), deal("b", "lost")]), {}),
    MeasureCase("nothing was lost", tables([deal("a", "won", source="Messe")]), {}),
    MeasureCase(
        "each source by itself, and those without one; open deals count for nothing",
        tables(
            [
                deal("a", "won", source="Messe"),
                deal("b", "lost", source="Messe"),
                deal("c", "lost", source="Messe"),
                deal("d", "open", source="Messe"),
                deal("e", "won", source="Anbefaling"),
                deal("f", "lost"),
            ]
        ),
        {"all": (2, 5, 0.4), "Messe": (1, 3, 1 / 3), "Anbefaling": (1, 1, 1), "unknown": (0, 1, 0)},
    ),
]
