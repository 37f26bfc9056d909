"""How won journeys begin, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "visits and forms count; journeys lost, and those without a visit, do not",
        {
            "journeys": [
                journey("a"),
                journey("b", first_kind="form"),
                journey("c", first_kind="call"),
                journey("d", "lost"),
                journey("e", visits=0, first_kind="call"),
                journey("f", touches=0, visits=0, first_kind=None),
            ]
        },
        {"all": (2, 3, 2 / 3)},
    ),
]
