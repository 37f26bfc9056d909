"""Questions weighed by how much they are asked: those that somebody's page speaks of, by hand."""

from __future__ import annotations

from harness import MeasureCase


def asked(question: str, demand: float) -> dict[str, object]:
    return {"question": question, "demand": demand}


def match(question: str, expert: str | None) -> dict[str, object]:
    return {"question": question, "expert": expert}


CASES = [
    MeasureCase("no rows", {"asked": [], "matches": []}, {}),
    MeasureCase(
        "two persons for one question count once; a search for the firm has no row and no weight",
        {
            "asked": [asked("a", 0.5), asked("b", 0.25), asked("c", 0.25), asked("brand", 0.9)],
            "matches": [match("a", "x"), match("a", "y"), match("b", None), match("c", "y")],
        },
        {"all": (2, 3, 0.75)},
    ),
    MeasureCase("nobody speaks of anything", {"asked": [asked("a", 1.0)], "matches": [match("a", None)]}, {"all": (0, 1, 0.0)}),
]  # fmt: skip
