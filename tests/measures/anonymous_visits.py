"""Visits that belong to nobody that is known, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import touch

CASES = [
    MeasureCase("no rows", {"sessions": [], "touches": []}, {}),
    MeasureCase(
        "a form is no visit of its own",
        {
            "sessions": [{"session": name} for name in ("v1.1", "v1.2", "v2.1")],
            "touches": [
                touch("a", session="v1.1"),
                touch("b", "form", session="v2.1"),
                touch("a", "call", session=None),
            ],
        },
        {"all": (2, 3, 2 / 3)},
    ),
]
