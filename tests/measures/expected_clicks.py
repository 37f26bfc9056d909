"""Queries by state, counted by hand: those that tell make the whole, those shown too seldom a part of all."""

from __future__ import annotations

from harness import MeasureCase


def query(state: str | None, **more: object) -> dict[str, object]:
    return {"query": "q", "state": state, "brand": False} | more


CASES = [
    MeasureCase("no rows", {"search_queries": []}, {}),
    MeasureCase("no curve", {"search_queries": [query(None), query(None, brand=True)]}, {}),
    MeasureCase("too few alone", {"search_queries": [query("few")]}, {"few": (1, 1, 1)}),
    MeasureCase(
        "one of each, and the firm's name, which is held against nothing",
        {"search_queries": [query(state) for state in ("under", "over", "within", "within", "few", None)]},
        {"all": (1, 4, 0.25), "over": (1, 4, 0.25), "few": (1, 5, 0.2)},
    ),
]
