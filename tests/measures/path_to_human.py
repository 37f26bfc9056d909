"""Clicks counted by hand."""

from __future__ import annotations

from harness import MeasureCase

HOME = "https://nordvik.example"


def page(path: str, kind: str = "other", **more: object) -> dict[str, object]:
    return {"url": HOME + path, "type": kind, "truncated": "", **more}


def link(source: str, target: str) -> dict[str, object]:
    return {
        "url": HOME + source,
        "target": HOME + target,
        "internal": True,
        "scheme": "https",
        "href": target,
    }


def site(
    pages: list[dict[str, object]], links: list[dict[str, object]]
) -> dict[str, list[dict[str, object]]]:
    return {"pages": pages, "links": links, "forms": [], "entities": [], "fetches": []}


CASES = [
    MeasureCase("nothing read", site([], []), {}),
    MeasureCase(
        "front page, article and contact page",
        site(
            [page("/", "front"), page("/blogg/a", "article"), page("/kontakt", "contact")],
            [link("/", "/kontakt"), link("/blogg/a", "/")],
        ),
        {"all": (3, 3, 1), "front": (1, 1, 1), "article": (1, 1, 2), "contact": (1, 1, 0)},
    ),
    MeasureCase(
        "without a path counts as five",
        site([page("/a"), page("/b"), page("/kontakt", "contact")], [link("/a", "/kontakt")]),
        {"all": (2, 3, 2), "other": (1, 2, 3), "contact": (1, 1, 0)},
    ),
    MeasureCase(
        "three clicks are too many",
        site(
            [page("/a"), page("/b"), page("/c"), page("/kontakt", "contact")],
            [link("/a", "/b"), link("/b", "/c"), link("/c", "/kontakt")],
        ),
        {"all": (3, 4, 1.5), "other": (2, 3, 2), "contact": (1, 1, 0)},
    ),
    MeasureCase(
        "a page that was cut is left out",
        site([page("/kontakt", "contact"), page("/a", truncated="depth")], []),
        {"all": (1, 1, 0), "contact": (1, 1, 0)},
    ),
]
