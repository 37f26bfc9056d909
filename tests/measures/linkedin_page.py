"""LinkedIn's figures by month, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import LEDGER


def day(
    month: int, number: int, file: str = "f1", service: str = "linkedin", **more: object
) -> dict[str, object]:
    at = date(2026, month, number)
    return {
        "service": service,
        "channel": "LinkedIn",
        "day": at,
        "last_day": at,
        "file": file,
        "line": 2,
    } | more


CASES = [
    MeasureCase("no rows", {"audience": [], "ledger": LEDGER}, {}),
    MeasureCase(
        "exports of different figures about the same days all count; of the same figure the newest does; GA4 is another service",
        {
            "ledger": LEDGER,
            "audience": [
                day(1, 5, impressions=100.0, clicks=4.0), day(1, 6, impressions=50.0), day(1, 5, "f2", followers=3.0),
                day(1, 6, "f2", impressions=60.0), day(2, 1, impressions=7.0), day(1, 5, service="ga4", impressions=900.0),
            ],
        },
        {
            "all": (2, 2, 2), "2026-01 impressions": (160, None, 160), "2026-01 clicks": (4, None, 4), "2026-01 followers": (3, None, 3),
            "2026-02 impressions": (7, None, 7),
        },
    ),
]  # fmt: skip
