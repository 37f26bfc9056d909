"""Hits by source, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from leadrows import deal, lead, tables

CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase(
        "by source, those without one apart",
        tables(
            [deal("d1", "won", lead="a"), deal("d2", "won", lead="c")],
            [lead("a", source="Messe"), lead("b", source="Messe"), lead("c"), lead("d", source="messe")],
        ),
        {"all": (2, 4, 0.5), "Messe": (1, 2, 0.5), "messe": (0, 1, 0.0), "unknown": (1, 1, 1.0)},
    ),
]
