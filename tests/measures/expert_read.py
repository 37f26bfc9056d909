"""Journeys by way of a named expert, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "only closed journeys with visits of which an audit can tell",
        {
            "journeys": [
                journey("a", expert=True),
                journey("b", expert=False),
                journey("c", "lost", expert=False),
                journey("d", expert=None),
                journey("e", "open", expert=True),
                journey("f", expert=True, visits=0),
            ]
        },
        {"all": (1, 3, 1 / 3), "won": (1, 2, 0.5), "lost": (0, 1, 0.0)},
    ),
]
