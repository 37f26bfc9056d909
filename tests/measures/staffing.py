"""Sizes and their changes, worked out by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase


def size(function: str, month: int, fte: float, people: float, listed: bool = False) -> dict[str, object]:
    return {
        "function": function,
        "month": date(2026, month, 1),
        "fte": fte,
        "people": people,
        "listed": listed,
    }


CASES = [
    MeasureCase("no rows", {"sizes": []}, {}),
    MeasureCase(
        "a month like the one before is no change; the smallest time of a function decides",
        {
            "sizes": [
                size("sales", 1, 9, 9), size("sales", 2, 9, 9), size("sales", 3, 8, 8), size("service", 1, 4, 4, True), size("service", 2, 4.5, 4, True),
            ]
        },
        {
            "all": (12.5, 2, 12.5), "2026-01 sales": (9, 0, 9), "2026-03 sales": (8, -1, 8), "2026-01 service": (4, 0, 4),
            "2026-02 service": (4.5, 0.5, 4.5), "listed": (1, 2, 1),
        },
    ),
    MeasureCase(
        "functions too small to be told of are one, with the next smallest where they are under three together",
        {"sizes": [size("boss", 1, 1, 1), size("web", 1, 3, 3), size("web", 2, 2, 2), size("sales", 1, 9, 9), size("boss", 2, 1, 1)]},
        {"all": (12, 1, 12), "2026-01 few": (4, 0, 4), "2026-02 few": (3, -1, 3), "2026-01 sales": (9, 0, 9), "listed": (0, 3, 0)},
    ),
    MeasureCase("nothing of two persons", {"sizes": [size("boss", 1, 2, 2)]}, {}),
]  # fmt: skip
