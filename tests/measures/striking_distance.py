"""Times shown by place, added by hand; both ends belong to what is near."""

from __future__ import annotations

from harness import MeasureCase


def query(position: float | None, shown: float, brand: bool | None = False) -> dict[str, object]:
    return {"query": "q", "position": position, "impressions": shown, "brand": brand}


CASES = [
    MeasureCase("no rows", {"search_queries": []}, {}),
    MeasureCase("no name is known", {"search_queries": [query(5, 10, None)]}, {}),
    MeasureCase(
        "places at and beside the ends; the firm's name and what has no place are left out",
        {
            "search_queries": [
                query(3.9, 1), query(4, 2), query(15, 4), query(15.1, 8), query(5, 100, True), query(None, 50),
            ]
        },
        {"all": (6, 15, 0.4), "first": (1, 15, 1 / 15), "beyond": (8, 15, 8 / 15)},
    ),
]  # fmt: skip
