"""By which channel journeys open, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey

CASES = [
    MeasureCase("no rows", {"journeys": []}, {}),
    MeasureCase(
        "channels of visits, kinds of other first touches; open and unseen journeys are left out",
        {
            "journeys": [
                journey("a"),
                journey("b", "lost", first_channel="AI Assistant"),
                journey("c", first_channel="Direct"),
                journey("d", first_kind="call", first_channel=None),
                journey("e", "open"),
                journey("f", touches=0),
            ]
        },
        {
            "all": (2, 4, 0.5),
            "Organic Search": (1, 4, 0.25),
            "AI Assistant": (1, 4, 0.25),
            "Direct": (1, 4, 0.25),
            "call": (1, 4, 0.25),
        },
    ),
]
