"""Pages read by crawlers of assistants, counted by hand."""

from __future__ import annotations

from harness import MeasureCase


def view(
    url: str | None,
    agent: str = "human",
    label: str | None = None,
    name: str = "page_view",
    status: int | None = 200,
) -> dict[str, object]:
    return {"url": url, "agent": agent, "vendor_label": label, "name": name, "status": status}


CASES = [
    MeasureCase("no rows", {"events": []}, {}),
    MeasureCase(
        "each page once; pictures, and events without a status, are none",
        {
            "events": [
                view("a"), view("b"), view("c", "bot", "Googlebot"), view("a", "ai", "GPTBot"), view("a", "ai", "GPTBot"), view("b", "ai", "ClaudeBot"),
                view("a", "ai", "ClaudeBot"), view("x.png", "ai", "GPTBot", "request"), view("d", status=None), view(None),
            ]
        },
        {"all": (2, 3, 2 / 3), "GPTBot": (1, 3, 1 / 3), "ClaudeBot": (2, 3, 2 / 3)},
    ),
]  # fmt: skip
