"""Articles without a date, and articles whose date stands where one must look for it."""

from __future__ import annotations

from harness import Case
from smallsites import article, page, paragraphs

OG = '<meta property="og:type" content="article">'
BY = '<p class="byline">Av Kari Nordvik</p>'


def site(main: str, head: str = OG, lang: str = "nb", where: str = "/blogg/balanse") -> dict[str, str]:
    front = page(f'<h1>Nordvik</h1>{paragraphs(90, lang)}<a href="{where}">Balansen</a>', lang=lang)
    return {"/": front, where: page(main, title="Slik leser du en balanse", head=head, lang=lang)}


CASES = [
    Case("a name and no date", site(article(300, extra=BY)), found={"/blogg/balanse"}),
    Case(
        "English, no date",
        site(
            article(300, lang="en", h1="How piles rot", extra="<p>By Ola Holm</p>"),
            lang="en",
            where="/blog/piles",
        ),
        found={"/blog/piles"},
    ),
    Case(
        "a year in the footer is no date",
        site(article(300, extra=BY + "<p>Nordvik siden 1998</p>")),
        found={"/blogg/balanse"},
    ),
    Case(
        "undated, in mark-up that never ends",
        site(f"<article><h1>Slik leser du en balanse<p>{BY}<p>{paragraphs(300)}"),
        found={"/blogg/balanse"},
    ),
    Case("a date in words", site(article(300, extra=BY + "<p>Publisert 2. mars 2026</p>"))),
    Case(
        "a date in the metadata",
        site(
            article(300, extra=BY),
            head=OG + '<meta property="article:published_time" content="2026-03-02T08:00:00+01:00">',
        ),
    ),
    Case(
        "a date of change alone",
        site(
            article(300, lang="en", extra=BY),
            head=OG
            + (
                '<script type="application/ld+json">'
                '{"@context":"https://schema.org","@type":"BlogPosting","headline":"x","dateModified":"2026-03-02"}</script>'
            ),
            lang="en",
            where="/blog/piles",
        ),
    ),
    Case(
        "a time element", site(article(300, extra=BY + '<time datetime="2026-03-02">for en uke siden</time>'))
    ),
    Case(
        "a service page needs no date",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(90)}"),
            "/tjenester/lonn": page(f"<h1>Lønn</h1>{paragraphs(200)}", title="Lønn"),
        },
    ),
    Case(
        "an article kept out of search",
        site(article(300, extra=BY), head=OG + '<meta name="robots" content="noindex">'),
    ),
]
