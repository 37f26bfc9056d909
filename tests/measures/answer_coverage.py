"""Questions weighed by how much they are asked, their chances added up by hand."""

from __future__ import annotations

from harness import MeasureCase


def asked(question: str, demand: float) -> dict[str, object]:
    return {"question": question, "demand": demand}


def answer(question: str, state: str, likely: float | None) -> dict[str, object]:
    return {"question": question, "state": state, "likely": likely}


CASES = [
    MeasureCase("no rows", {"asked": [], "answers": []}, {}),
    MeasureCase(
        "chances by weight; one in another language has a weight among the parts alone",
        {
            "asked": [asked("a", 0.5), asked("b", 0.25), asked("c", 0.25), asked("brand", 0.9)],
            "answers": [answer("a", "answered", 0.8), answer("b", "not_answered", 0.2), answer("c", "cannot_tell", None)],
        },
        {"all": (1, 2, (0.5 * 0.8 + 0.25 * 0.2) / 0.75), "answered": (1, 3, 0.5), "not_answered": (1, 3, 0.25), "cannot_tell": (1, 3, 0.25)},
    ),
    MeasureCase(
        "questions are no customers: few that are answered are told all the same",
        {
            "asked": [asked(str(n), 0.1) for n in range(10)],
            "answers": [answer(str(n), "answered" if n < 2 else "cannot_tell", 0.6 if n < 2 else 0.1) for n in range(10)],
        },
        {"all": (2, 10, 0.2), "answered": (2, 10, 0.2), "cannot_tell": (8, 10, 0.8)},
    ),
]  # fmt: skip
