"""Pages by state, counted by hand."""

from __future__ import annotations

from harness import MeasureCase

CASES = [
    MeasureCase("no rows", {"search_pages": []}, {}),
    MeasureCase("pages without their queries", {"search_pages": [{"url": "a", "state": None}]}, {}),
    MeasureCase(
        "two under, one within, one too seldom",
        {"search_pages": [{"url": url, "state": state} for url, state in zip("abcd", ("under", "under", "within", "few"), strict=True)]},
        {"all": (2, 3, 2 / 3), "over": (0, 3, 0), "few": (1, 4, 0.25)},
    ),
]  # fmt: skip
