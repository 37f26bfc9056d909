"""Pages without a way to them, and pages with one."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page


def front(*paths: str, lang: str = "nb") -> str:
    links = "".join(f'<a href="{path}">Videre</a>' for path in paths)
    return page(f"<h1>Nordvik</h1>{links}", nav="", foot="", lang=lang)


LEAF = page('<h1>Kampanje</h1><a href="/kampanje">Denne siden</a>', nav="", foot="")
LEAF_EN = page("<h1>Campaign</h1>", nav="", foot="", lang="en")
STATE = "https://nordvik.example/"

CASES = [
    Case(
        "a campaign that left the menu",
        {"/": front(), "/kampanje": LEAF},
        found={"/", "/kampanje"},
        sitemap=("/", "/kampanje"),
    ),
    Case(
        "a campaign, English",
        {"/": front("/", lang="en"), "/campaign": LEAF_EN},
        found={"/campaign"},
        sitemap=("/campaign",),
    ),
    Case(
        "linked to only from itself",
        {"/": front("/"), "/kampanje": LEAF},
        found={"/kampanje"},
        sitemap=("/kampanje",),
    ),
    Case(
        "linked to by another site's address",
        {"/": front("https://andre.example/kampanje"), "/kampanje": LEAF},
        found={"/kampanje"},
        sitemap=("/kampanje",),
    ),
    Case(
        "broken mark-up",
        {"/": "<p><h1>Nordvik<div", "/kampanje": LEAF},
        found={"/kampanje"},
        sitemap=("/kampanje",),
    ),
    Case("linked to", {"/": front("/kampanje"), "/kampanje": LEAF}, sitemap=("/kampanje",)),
    Case(
        "linked to, English",
        {"/": front("/campaign", lang="en"), "/campaign": LEAF_EN},
        sitemap=("/campaign",),
    ),
    Case(
        "linked to by its old address",
        {"/": front("/gammel"), "/gammel": Answer(301, headers={"location": "/kampanje"}), "/kampanje": LEAF},
        sitemap=("/kampanje",),
    ),
    Case("not in the sitemap", {"/": front(), "/kampanje": LEAF}),
    Case(
        "a crawl that was cut cannot tell",
        {"/": front(), "/kampanje": LEAF},
        rows={"runs": [{"site": STATE, "state": "capped"}]},
        sitemap=("/kampanje",),
    ),
]
