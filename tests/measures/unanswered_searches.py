"""Times shown by what is said of the query, added by hand."""

from __future__ import annotations

from harness import MeasureCase


def query(answered: str | None, shown: float, brand: bool | None = False) -> dict[str, object]:
    return {"query": "q", "answered": answered, "impressions": shown, "brand": brand}


CASES = [
    MeasureCase("no rows", {"search_queries": []}, {}),
    MeasureCase("no page was read", {"search_queries": [query(None, 10)]}, {}),
    MeasureCase(
        "one of each; the firm's name, and what seeks a way, are left out",
        {
            "search_queries": [
                query("not_answered", 10), query("answered", 20), query("partly", 30), query("cannot_tell", 40), query(None, 7),
                query("not_answered", 99, True),
            ]
        },
        {"all": (10, 100, 0.1), "answered": (20, 100, 0.2), "partly": (30, 100, 0.3), "cannot_tell": (40, 100, 0.4)},
    ),
]  # fmt: skip
