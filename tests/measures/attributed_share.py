"""Articles counted by hand: signed, unsigned, and not counted."""

from __future__ import annotations

from harness import MeasureCase


def article(path: str, bylines: int, **more: object) -> dict[str, object]:
    return {
        "url": f"https://nordvik.example{path}",
        "type": "article",
        "bylines": bylines,
        "truncated": "",
        **more,
    }


CASES = [
    MeasureCase("no articles", {"pages": [article("/", 0, type="front")]}, {}),
    MeasureCase(
        "one of three, by language",
        {
            "pages": [
                article("/a", 1, lang="nb"),
                article("/b", 0, lang="nb"),
                article("/c", 0, lang=None),
                article("/d", 2, type="case", lang="nb"),
                article("/e", 1, lang="nb", noindex="meta"),
            ]
        },
        {"all": (1, 3, 1 / 3), "nb": (1, 2, 0.5)},
    ),
    MeasureCase("all signed", {"pages": [article("/a", 3, lang="en")]}, {"all": (1, 1, 1), "en": (1, 1, 1)}),
]
