"""Shares of journeys before the first human contact, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "means over won journeys that have the clock; lost ones and those without are left out",
        {
            "journeys": [
                journey("a", before_time=0.5, before_touches=0.2, before_content=1.0),
                journey("b", before_time=0.7, before_touches=0.4),
                journey(
                    "c", "lost", before_time=0.1, before_touches=0.1, before_content=0.1, before_stages=0.1
                ),
                journey("d"),
            ]
        },
        {"all": (1.2, 2, 0.6), "touches": (0.6, 2, 0.3), "content": (1.0, 1, 1.0)},
    ),
    MeasureCase(
        "stages, where a file has them",
        {"journeys": [journey("a", before_stages=0.25)]},
        {"stages": (0.25, 1, 0.25)},
    ),
]
