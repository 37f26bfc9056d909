"""Outbound calls, warm and cold, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "only journeys that ended and that the firm called into",
        {
            "journeys": [
                journey("a", called=True, warm=True),
                journey("b", "lost", called=True, warm=True),
                journey("c", called=True, warm=False),
                journey("d", "lost", called=True, warm=False),
                journey("e", "lost", called=True, warm=False),
                journey("f"),
                journey("g", "open", called=True, warm=True),
            ]
        },
        {"all": (2, 5, 0.4), "warm": (1, 2, 0.5), "cold": (1, 3, 1 / 3)},
    ),
]
