"""Places of hidden articles' authors, counted by hand; a place that is shared is no first place."""

from __future__ import annotations

from harness import MeasureCase


def tried(place: float, among: int) -> dict[str, object]:
    return {"url": "u", "place": place, "among": among}


CASES = [
    MeasureCase("no rows", {"hidden": []}, {}),
    MeasureCase(
        "four articles",
        {"hidden": [tried(1, 8), tried(1.5, 8), tried(3, 4), tried(7, 8)]},
        {"all": (1, 4, 0.25), "top3": (3, 4, 0.75), "chance": (0.625, 4, 0.15625)},
    ),
]
