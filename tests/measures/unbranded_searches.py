"""Clicks with and without the firm's name, counted by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import LEDGER


def query(
    key: str, clicks: float, shown: float, brand: bool | None = False, **more: object
) -> dict[str, object]:
    return {
        "dimension": "query",
        "key": key,
        "clicks": clicks,
        "impressions": shown,
        "brand": brand,
        "file": "f1",
        "line": 2,
    } | more


def rows(*searches: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    return {"searches": list(searches), "ledger": LEDGER}


CASES = [
    MeasureCase("no rows", rows(), {}),
    MeasureCase("no name is known", rows(query("kulde", 3, 9, None)), {}),
    MeasureCase("nobody clicked", rows(query("kulde", 0, 9)), {"shown": (9, 9, 1)}),
    MeasureCase(
        "queries only; of the same query the export that reaches furthest counts",
        rows(
            query("kulde", 3, 10), query("firma as", 1, 2, True), query("kulde", 6, 20, file="f2"),
            {"dimension": "page", "key": "https://f.no/", "clicks": 50.0, "impressions": 90.0, "file": "f1", "line": 3},
        ),
        {"all": (6, 7, 6 / 7), "shown": (20, 22, 20 / 22)},
    ),
    MeasureCase(
        "where days are told they count alone, and lines of one day are added up",
        rows(
            query("kulde", 90, 900), query("kulde", 1, 3, day=date(2026, 1, 1)), query("kulde", 2, 3, day=date(2026, 1, 1), line=3),
            query("firma", 1, 4, True, day=date(2026, 1, 1)),
        ),
        {"all": (3, 4, 0.75), "shown": (6, 10, 0.6)},
    ),
]  # fmt: skip
