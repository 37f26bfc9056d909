"""Visits that belong to nobody that is known, counted by hand."""

from __future__ import annotations

from datetime import datetime

from harness import MeasureCase
from journeyrows import touch

CASES = [
    MeasureCase("no rows", {"events": [], "touches": []}, {}),
    MeasureCase(
        "half an hour parts visits; bots and those who said no are left out",
        {
            "events": [
                {
                    "visitor": who,
                    "time": datetime(2026, 1, 1, hour, minute),
                    "agent": agent,
                    "consent": consent,
                    "file": "f",
                    "line": line,
                }
                for line, (who, hour, minute, agent, consent) in enumerate(
                    [
                        ("v1", 10, 0, "human", "yes"),
                        ("v1", 10, 30, "human", "yes"),
                        ("v1", 11, 1, "human", "yes"),
                        ("v2", 10, 0, "human", "unknown"),
                        ("v3", 10, 0, "bot", "unknown"),
                        ("v4", 10, 0, "human", "no"),
                    ]
                )
            ],
            "touches": [touch("a", session="v1.1"), touch("b", "form", session="v2.1")],
        },
        {"all": (2, 3, 2 / 3)},
    ),
]
