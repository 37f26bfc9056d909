"""Persons in journeys, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "journeys without a known person say nothing",
        {
            "journeys": [
                journey("a", people=3),
                journey("b", people=1),
                journey("c", "lost", people=1),
                journey("d"),
                journey("e", "open", people=9),
            ]
        },
        {"all": (5, 3, 5 / 3), "won": (4, 2, 2.0), "lost": (1, 1, 1.0)},
    ),
]
