"""Clicks on the firm's name, on other searches and on hidden ones, added by hand."""

from __future__ import annotations

from datetime import date

from harness import MeasureCase
from leadrows import LEDGER

DAY = date(2026, 1, 1)


def row(dimension: str, clicks: float, brand: bool | None = None, **more: object) -> dict[str, object]:
    return {
        "dimension": dimension,
        "key": None,
        "clicks": clicks,
        "impressions": 9.0,
        "brand": brand,
        "file": "f1",
        "line": 2,
    } | more


def rows(*searches: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    return {"searches": list(searches), "ledger": LEDGER}


NAMED = (row("query", 6, True, key="firma"), row("query", 4, False, key="kulde"))
TOLD = {"all": (6, 10, 0.6)}
CASES = [
    MeasureCase("no rows", rows(), {}),
    MeasureCase("no name is known", rows(row("query", 6, key="kulde"), row("day", 9, day=DAY)), {}),
    MeasureCase("no file tells all clicks", rows(*NAMED), TOLD),
    MeasureCase(
        "the chart of the same export tells all; that of another does not count",
        rows(*NAMED, row("day", 12, day=DAY), row("day", 8, day=date(2026, 1, 2)), row("day", 70, day=DAY, file="f2")),
        TOLD | {"hidden": (10, 20, 0.5), "most": (16, 20, 0.8), "least": (6, 20, 0.3)},
    ),
    MeasureCase(
        "a chart that tells less than its queries hides nothing",
        rows(*NAMED, row("day", 3, day=DAY)),
        TOLD | {"hidden": (0, 10, 0), "most": (6, 10, 0.6), "least": (6, 10, 0.6)},
    ),
    MeasureCase(
        "a bulk export tells the hidden ones themselves, and counts before a chart",
        rows(*(one | {"day": DAY} for one in NAMED), row("hidden", 30, day=DAY), *NAMED, row("day", 500, day=DAY)),
        TOLD | {"hidden": (30, 40, 0.75), "most": (36, 40, 0.9), "least": (6, 40, 0.15)},
    ),
    MeasureCase(
        "queries with their pages stand in where there are no queries alone",
        rows(*(one | {"dimension": "pair", "page": "https://f.no/"} for one in NAMED)), TOLD,
    ),
]  # fmt: skip
