"""Sessions by channel, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import LEDGER


def total(channel: str, sessions: float | None, month: int = 1, **more: object) -> dict[str, object]:
    days = {"day": date(2026, month, 1), "last_day": date(2026, month, 28)}
    return {"service": "ga4", "channel": channel, "sessions": sessions, "file": "f1", "line": 2} | days | more


def rows(*totals: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    return {"audience": list(totals), "ledger": LEDGER}


CASES = [
    MeasureCase("no rows", rows(), {}),
    MeasureCase("no sessions", rows(total("Direct", None), total("Direct", 0.0)), {}),
    MeasureCase(
        "months are added, a month that comes again counts once, LinkedIn's figures are of another kind",
        rows(
            total("Organic Search", 30), total("Organic Search", 10, 2), total("Organic Search", 50, 1, file="f2"), total("AI Assistant", 5),
            total("Direct", 35), total("LinkedIn", 99, service="linkedin"),
        ),
        {"all": (65, 100, 0.65), "Organic Search": (60, 100, 0.6), "AI Assistant": (5, 100, 0.05), "Direct": (35, 100, 0.35)},
    ),
    MeasureCase("nothing that was sought", rows(total("Direct", 4)), {"all": (0, 4, 0), "Direct": (4, 4, 1)}),
]  # fmt: skip
