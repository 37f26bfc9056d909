"""Pages counted by hand: what may be shown, and what keeps the others back."""

from __future__ import annotations

from harness import MeasureCase

U = "https://nordvik.example/"


def fetch(path: str, state: str = "read") -> dict[str, object]:
    return {"url": U + path, "state": state}


def google(path: str, allowed: bool = True) -> dict[str, object]:
    return {"url": U + path, "agent": "Googlebot", "allowed": allowed}


def read(path: str, **more: object) -> dict[str, object]:
    return {"url": U + path} | more


CASES = [
    MeasureCase("nothing known", {}, {}),
    MeasureCase(
        "one good page",
        {"fetches": [fetch("")], "robots_access": [google("")], "pages": [read("")]},
        {"all": (1, 1, 1)},
    ),
    MeasureCase(
        "one of each fault, and what does not count",
        {
            "fetches": [
                *(fetch(path) for path in "abcd"),
                fetch("e", "http_error"),
                fetch("f", "refused"),
                fetch("g", "redirected"),
                fetch("h", "skipped"),
            ],
            "robots_access": [
                *(google(path) for path in "abcde"),
                google("f", False),
                {"url": U + "a", "agent": "x", "allowed": False},
            ],
            "pages": [
                read("a"),
                read("b", noindex="meta"),
                read("c", canonical=U + "a"),
                read("d", canonical=U + "d"),
            ],
        },
        {
            "all": (2, 6, 2 / 6),
            "noindex": (1, 6, 1 / 6),
            "canonical": (1, 6, 1 / 6),
            "error": (1, 6, 1 / 6),
            "blocked": (1, 6, 1 / 6),
        },
    ),
]
