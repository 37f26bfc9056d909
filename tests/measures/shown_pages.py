"""Pages of the site and of the report, matched by hand."""

from __future__ import annotations

from harness import MeasureCase

U = "https://nordvik.example/"


def read(path: str, **more: object) -> dict[str, object]:
    return {"url": U + path, "truncated": "", "signature": path} | more


CASES = [
    MeasureCase("nothing", {"search_pages": [], "pages": []}, {}),
    MeasureCase(
        "no audit knows the report's pages, none was read", {"search_pages": [{"url": U, "known": None}], "pages": []}, {}
    ),
    MeasureCase(
        "two of three that stand for themselves; one of three known is gone",
        {
            "search_pages": [
                {"url": U + "a", "known": "read"}, {"url": U + "b", "known": "read"}, {"url": U + "gone", "known": "gone"},
                {"url": "https://shop.nordvik.example/", "known": None},
            ],
            "pages": [read("a"), read("b"), read("c"), read("copy", canonical=U + "a"), read("hidden", noindex="meta")],
        },
        {"all": (2, 3, 2 / 3), "gone": (1, 3, 1 / 3)},
    ),
]  # fmt: skip
