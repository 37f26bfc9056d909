"""Addresses that the site itself points to, dead and alive."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page, paragraphs

FRONT = page(f"<h1>Nordvik</h1>{paragraphs(60)}", nav="", foot="")
FRONT_EN = page(f'<h1>Holm</h1>{paragraphs(60, "en")}<a href="/quays">Quays</a>', nav="", foot="", lang="en")
LINK = page('<h1>Nordvik</h1><a href="/lonn">Lønn</a>', nav="", foot="")

CASES = [
    Case(
        "a sitemap with last year's campaign", {"/": FRONT}, found={"/kampanje"}, sitemap=("/", "/kampanje")
    ),
    Case("a page that breaks", {"/": LINK, "/lonn": Answer(500)}, found={"/lonn"}),
    Case("no answer, English", {"/": FRONT_EN, "/quays": Answer(failed="timeout")}, found={"/quays"}),
    Case(
        "a sitemap that names a page that moved into nothing",
        {"/": FRONT, "/a": Answer(301, headers={"location": "/b"})},
        found={"/a"},
        sitemap=("/a",),
    ),
    Case(
        "broken mark-up around a link to a broken page",
        {"/": "<p><a href=/lonn>Lønn<div", "/lonn": Answer(502)},
        found={"/lonn"},
    ),
    Case("a link to a missing page is another finding", {"/": LINK}),
    Case("all is there", {"/": LINK, "/lonn": FRONT}, sitemap=("/", "/lonn")),
    Case("a login in the sitemap", {"/": FRONT, "/kunde": Answer(401)}, sitemap=("/kunde",)),
    Case("overloaded just now, English", {"/": FRONT_EN, "/quays": Answer(503)}, sitemap=("/quays",)),
    Case(
        "a redirect in the sitemap that ends well",
        {"/": FRONT, "/a": Answer(301, headers={"location": "/"})},
        sitemap=("/a",),
    ),
    Case("closed by robots.txt", {"/": LINK}, robots="User-agent: *\nDisallow: /lonn", examined=1),
]
