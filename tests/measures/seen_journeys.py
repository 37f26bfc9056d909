"""How many journeys were seen at all, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "open ones are not counted",
        {
            "journeys": [
                journey("a"),
                journey("b", "lost", visits=0),
                journey("c", "lost", touches=0, visits=0),
                journey("d", "open"),
            ]
        },
        {"all": (2, 3, 2 / 3), "visits": (1, 3, 1 / 3), "won": (1, 1, 1.0)},
    ),
]
