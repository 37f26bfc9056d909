"""Totals by month, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import LEDGER


def total(
    month: int, stage: str, count: float | None, direction: str | None = "outbound", file: str = "f1"
) -> dict[str, object]:
    return {
        "month": date(2026, month, 1),
        "direction": direction,
        "stage": stage,
        "count": count,
        "file": file,
        "line": 2,
    }


CASES = [
    MeasureCase("no rows", {"funnel": [], "ledger": LEDGER}, {}),
    MeasureCase(
        "the newest file counts; one to five are not told, and no sum is; a month without a count is none",
        {
            "ledger": LEDGER,
            "funnel": [
                total(1, "Calls", 420), total(1, "Calls", 400, file="f2"), total(1, "Won", 5), total(2, "Won", 6), total(2, "Calls", 0),
                total(2, "Won", 7, None), total(3, "Calls", None),
            ],
        },
        {
            "all": (2, 2, 2), "2026-01 outbound.Calls": (400, None, 400), "2026-02 outbound.Won": (6, None, 6),
            "2026-02 outbound.Calls": (0, None, 0), "2026-02 unknown.Won": (7, None, 7),
        },
    ),
]  # fmt: skip
