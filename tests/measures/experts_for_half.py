"""The fewest who have half between them, by hand; equal shares are told apart."""

from __future__ import annotations

from harness import MeasureCase


def persons(*shares: float) -> dict[str, list[dict[str, object]]]:
    return {"experts": [{"expert": f"p{at}", "share": share} for at, share in enumerate(shares)]}


CASES = [
    MeasureCase("no rows", persons(), {}),
    MeasureCase("one has exactly half", persons(0.25, 0.5, 0.25), {"all": (1, 3, 1)}),
    MeasureCase("one has a little less", persons(0.2, 0.49, 0.31), {"all": (2, 3, 2)}),
    MeasureCase("five alike", persons(0.2, 0.2, 0.2, 0.2, 0.2), {"all": (3, 5, 3)}),
    MeasureCase("who shows nothing is not counted", persons(0.6, 0.4, 0.0), {"all": (1, 2, 1)}),
]
