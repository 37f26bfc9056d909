"""How long deals take, counted by hand."""

from __future__ import annotations

from datetime import date, timedelta

from harness import MeasureCase
from leadrows import Row, deal, tables

FIRST = date(2026, 1, 1)


def lasting(key: str, days: int, outcome: str = "won", direction: str = "inbound") -> Row:
    """A deal that was closed after so many days, or is still open."""
    closed = None if outcome == "open" else FIRST + timedelta(days=days)
    return deal(key, outcome, direction, created=FIRST, closed=closed)


CASES = [
    MeasureCase("no rows", tables([]), {}),
    MeasureCase("nothing closed yet", tables([lasting("a", 0, "open"), lasting("b", 0, "open")]), {}),
    MeasureCase(
        "won and lost alike; those registered on the day they were closed, and those without a day, are left out",
        tables(
            [
                lasting("a", 10),
                lasting("b", 20, "lost"),
                lasting("c", 30, direction="outbound"),
                lasting("d", 0),
                deal("e", "won", "inbound"),
            ]
        ),
        {"all": (3, 3, 20), "inbound": (2, 2, 10), "outbound": (1, 1, 30)},
    ),
    MeasureCase(
        "one that is open has lasted until the last day that a deal tells of, 1 April: of two of three the end is known",
        tables([lasting("a", 10), lasting("b", 0, "open"), lasting("c", 90)]),
        {"all": (2, 3, 90), "inbound": (2, 3, 90)},
    ),
    MeasureCase(
        "settled ones without a closing day tell nothing of it, however far other files reach",
        tables(
            [
                deal("a", "won", created=FIRST),
                deal("b", "lost", created=FIRST),
                deal("c", "won", created=FIRST),
            ]
        ),
        {},
    ),
]
