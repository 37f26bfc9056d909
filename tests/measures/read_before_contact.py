"""What visits of won journeys begin on, before the first human contact, counted by hand."""

from __future__ import annotations

from harness import MeasureCase
from journeyrows import journey, touch

MET = 1012  # the touches are numbered by day and hour
PAGES = [{"url": "a", "type": "article"}, {"url": "p", "type": "product"}]


def visit(name: str, url: str | None, day: int, hour: int = 9) -> dict[str, object]:
    return touch(name, url=url, touch_no=day * 100 + hour)


CASES = [
    MeasureCase("no rows", {"touches": [], "journeys": [], "pages": []}, {}),
    MeasureCase(
        "only won journeys in which somebody was met, and pages that are known",
        {
            "journeys": [journey("w", human_no=MET), journey("l", "lost", human_no=MET), journey("x")],
            "touches": [
                visit("w", "a", 1), visit("w", "a", 2), visit("w", "p", 3), visit("w", "?", 4), visit("w", None, 5), visit("l", "a", 1),
                visit("x", "a", 1), visit("w", "a", 10, 12), visit("w", "p", 11), visit("w", "p", 12), touch("w", "call", url="a", touch_no=MET),
            ],
            "pages": PAGES,
        },
        {"all": (2, 3, 2 / 3), "article": (2, 3, 2 / 3), "product": (1, 3, 1 / 3)},
    ),
]  # fmt: skip
