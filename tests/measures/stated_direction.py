"""Stated beside tracked, counted by hand."""

from __future__ import annotations

from harness import MeasureCase


def journey(name: str, outcome: str, stated: str) -> dict[str, object]:
    return {"journey": name, "outcome": outcome, "direction": stated}


def touch(name: str, number: int, tracked: str | None) -> dict[str, object]:
    return {"journey": name, "touch_no": number, "direction": tracked}


CASES = [
    MeasureCase("no rows", {"touches": [], "journeys": []}, {}),
    MeasureCase(
        "first touches of closed journeys; what one of the two does not know is left out",
        {
            "journeys": [
                journey("a", "won", "inbound"), journey("b", "lost", "outbound"), journey("c", "won", "inbound"),
                journey("d", "won", "unknown"), journey("e", "open", "inbound"), journey("f", "lost", "inbound"), journey("g", "won", "inbound"),
            ],
            "touches": [
                touch("a", 0, "inbound"), touch("a", 1, "outbound"), touch("b", 0, "inbound"), touch("c", 0, "inbound"),
                touch("d", 0, "inbound"), touch("e", 0, "inbound"), touch("f", 0, None),
            ],
        },
        {"all": (2, 3, 2 / 3), "inbound.inbound": (2, 3, 2 / 3), "outbound.inbound": (1, 3, 1 / 3)},
    ),
]  # fmt: skip
