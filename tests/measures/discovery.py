"""Clicks counted by hand."""

from __future__ import annotations

from harness import MeasureCase

U = "https://nordvik.example/"


def page(path: str) -> dict[str, object]:
    return {"url": U + path}


def at(path: str, depth: int | None) -> dict[str, object]:
    return {"url": U + path, "depth": depth}


def link(one: str, other: str, internal: bool = True) -> dict[str, object]:
    return {"url": U + one, "target": U + other, "internal": internal}


CASES = [
    MeasureCase("nothing read", {}, {}),
    MeasureCase(
        "three near, one far, one without a way; one links nowhere, one only to itself and away",
        {
            "pages": [page(path) for path in "abcde"],
            "fetches": [at("a", 0), at("b", 3), at("c", 1), at("d", 4), at("e", None)],
            "links": [link("a", "b"), link("b", "a"), link("c", "a"), link("e", "e"), link("e", "x", False)],
        },
        {"all": (3, 5, 0.6), "orphan": (1, 5, 0.2), "dead_end": (2, 5, 0.4)},
    ),
]
