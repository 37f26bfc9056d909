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
        "people": 4.0,
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
    MeasureCase(
        "a month without closed deals between two that have some costs what it costs",
        tables([deal("a", "won", closed=JAN), deal("b", "won", closed=MAR)])
        | {"spend": [paid(month, "sales", 100.0) for month in (JAN, FEB, MAR)]},
        {"all": (300, 2, 150), "sales": (300, 2, 150)},
    ),
    MeasureCase(
        "one person's pay is left out, for what the others cost is told elsewhere; budgets stand alone, also that person's",
        tables(DEALS)
        | {
            "spend": [
                paid(JAN, "boss", 90.0, people=1.0), paid(JAN, "sales", 300.0, people=9.0), paid(JAN, "service", 100.0, people=3.0),
                paid(JAN, "fairs", 7.0, kind="fairs", people=None), paid(JAN, "boss", 5.0, kind="travel", people=None),
            ]
        },
        {"all": (412, 1, 412), "sales": (300, 1, 300), "service": (100, 1, 100), "fairs": (7, 1, 7), "boss": (5, 1, 5)},
    ),
    MeasureCase(
        "people that are not known are full-time equivalents rounded down, or nobody; the smallest month counts",
        tables(DEALS)
        | {
            "spend": [
                paid(JAN, "a", 1.0, people=None, fte=2.9), paid(JAN, "b", 2.0, people=None), paid(JAN, "c", 4.0), paid(FEB, "c", 4.0, people=1.0),
                paid(JAN, "d", 8.0, people=None, fte=3.0),
            ]
        },
        {"all": (19, 2, 9.5), "few": (11, 2, 5.5), "d": (8, 2, 4)},
    ),
    MeasureCase(
        "nothing where all that is paid is the pay of two",
        tables(DEALS) | {"spend": [paid(JAN, "boss", 90.0, people=2.0), paid(JAN, "fairs", 7.0, kind="fairs", people=None)]},
        {},
    ),
]  # fmt: skip
