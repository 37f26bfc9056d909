"""Pages that begin without a heading, and pages that do not."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def bare(body: str, head: str = "", lang: str = "nb") -> dict[str, str]:
    return {"/": page(body + paragraphs(60, lang), head=head, lang=lang)}


CASES = [
    Case("only a second level", bare("<h2>Lønn</h2>"), found={"/"}),
    Case(
        "a slogan in a box, English", bare('<div class="hero">Quays that last</div>', lang="en"), found={"/"}
    ),
    Case("an empty heading", bare("<h1> </h1>"), found={"/"}),
    Case("a picture alone", bare('<h1><img src="/logo.png" alt=""></h1>'), found={"/"}),
    Case("broken mark-up", {"/": "<html><div><h2>Nordvik<p>Lønn"}, found={"/"}),
    Case("a heading", bare("<h1>Lønn</h1>")),
    Case("two headings, English", bare("<h1></h1><h1>Quays</h1>", lang="en")),
    Case("a heading with mark-up", bare("<h1><span>Lønn</span> i tide</h1>")),
    Case("a page kept out of search", bare("<h2>Takk</h2>", '<meta name="robots" content="noindex">')),
    Case("a page that had to be cut", {"/": "<html>" + "<div>" * 3000}),
]
