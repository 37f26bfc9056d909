"""Outcomes by number of outbound calls, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey, touch

CASES = [
    MeasureCase("no rows", {"journeys": [], "touches": []}, {}),
    MeasureCase(
        "six and more are one; answered and not alike; inbound calls and open journeys are left out",
        {
            "journeys": [
                journey("a"),
                journey("b", "lost"),
                journey("c"),
                journey("d", "open"),
                journey("e"),
            ],
            "touches": [
                *(touch("a", "call", "outbound") for _ in range(7)),
                touch("b", "call", "outbound"),
                touch("c", "call", "outbound"),
                touch("c", "call"),
                touch("c", "meeting", "outbound"),
                touch("d", "call", "outbound"),
                touch("e"),
            ],
        },
        {"all": (2, 3, 2 / 3), "1": (1, 2, 0.5), "6": (1, 1, 1.0)},
    ),
]
