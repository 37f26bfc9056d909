"""What data say of persons, counted by hand; one of whom only a byline tells is not asked for more."""

from __future__ import annotations

from harness import MeasureCase


def person(data: str | None, status: str = "shown") -> dict[str, object]:
    return {"expert": "e", "data": data, "status": status}


NAMES = ("id", "url", "same_as", "title", "knows_about", "works_for", "profile_page")
CASES = [
    MeasureCase("no rows", {"experts": []}, {}),
    MeasureCase("only authors", {"experts": [person("url", "author")]}, {}),
    MeasureCase(
        "two shown, one by nothing",
        {"experts": [person("id;url;title"), person(None, "staff"), person("same_as", "author")]},
        {"all": (3, 14, 3 / 14)} | {name: (float(name in ("id", "url", "title")), 2, (name in ("id", "url", "title")) / 2) for name in NAMES},
    ),
]  # fmt: skip
