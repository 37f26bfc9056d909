"""Spending over wins, worked out by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import deal, tables

JAN, FEB, MAR = (date(2026, month, 1) for month in (1, 2, 3))


def paid(month: date, function: str, amount: float | None, **more: object) -> dict[str, object]:
    return {
        "month": month,
        "function": function,
        "kind": "payroll",
        "amount": amount,
        "currency": "NOK",
        "file": "f1",
        "line": 2,
    } | more


DEALS = [
    deal("a", "won", closed=date(2026, 1, 5)), deal("b", "won", closed=date(2026, 2, 28)), deal("c", "lost", closed=date(2026, 2, 1)),
    deal("d", "won", closed=date(2026, 3, 9)), deal("e", "open", created=JAN),
]  # fmt: skip
CASES = [
    MeasureCase("no spending", tables(DEALS) | {"spend": []}, {}),
    MeasureCase("no wins", tables([deal("c", "lost", closed=JAN)]) | {"spend": [paid(JAN, "sales", 100.0)]}, {}),
    MeasureCase(
        "months with both count, March has no spending; another currency and an empty amount are left out",
        tables(DEALS)
        | {
            "spend": [
                paid(JAN, "sales", 300.0), paid(FEB, "sales", 100.0), paid(FEB, "marketing", 50.0, kind="ads"),
                paid(FEB, "marketing", 9e9, kind="fairs", currency="EUR"), paid(FEB, "service", None), paid(date(2025, 12, 1), "sales", 7.0),
            ]
        },
        {"all": (450, 2, 225), "sales": (400, 2, 200), "marketing": (50, 2, 25)},
    ),
]  # fmt: skip
