"""Queries by how many pages stand for them, counted by hand."""

from __future__ import annotations

from harness import MeasureCase

CASES = [
    MeasureCase("no rows", {"shared_queries": []}, {}),
    MeasureCase(
        "one shared, one with both, one that is not known, two single",
        {
            "shared_queries": [
                {"query": "q", "state": state} for state in ("shared", "both", "several", "single", "single")
            ]
        },
        {"all": (1, 5, 0.2), "both": (1, 5, 0.2), "several": (1, 5, 0.2)},
    ),
]
