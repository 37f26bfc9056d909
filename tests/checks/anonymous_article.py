"""Articles that nobody signed, and articles that somebody did."""

from __future__ import annotations

from harness import Case
from smallsites import article, page, paragraphs

OG = (
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-02">'
)
LD = (
    '<script type="application/ld+json">'
    '{"@context":"https://schema.org","@type":"Article","headline":"Balansen","datePublished":"2026-03-02","author":%s}</script>'
)
DATE = '<time datetime="2026-03-02">2. mars 2026</time>'


def site(main: str, head: str = OG, lang: str = "nb", where: str = "/blogg/balanse") -> dict[str, str]:
    front = page(f'<h1>Nordvik</h1>{paragraphs(90, lang)}<a href="{where}">Balansen</a>', lang=lang)
    return {"/": front, where: page(main, title="Slik leser du en balanse", head=head, lang=lang)}


CASES = [
    Case("a date and no name", site(article(300, extra=DATE)), found={"/blogg/balanse"}),
    Case(
        "English, no name",
        site(article(300, lang="en", h1="How piles rot", extra=DATE), lang="en", where="/blog/piles"),
        found={"/blog/piles"},
    ),
    Case(
        "the firm as author",
        site(
            article(300, extra=DATE), head=OG + LD % '{"@type":"Organization","name":"Nordvik Regnskap AS"}'
        ),
        found={"/blogg/balanse"},
    ),
    Case(
        "unsigned, in mark-up that never ends",
        site(f"<article><h1>Slik leser du en balanse<p>{DATE}<p>{paragraphs(300)}"),
        found={"/blogg/balanse"},
    ),
    Case("a byline", site(article(300, extra=f'<p class="byline">Av Kari Nordvik</p>{DATE}'))),
    Case(
        "an author in structured data",
        site(article(300, extra=DATE), head=OG + LD % '{"@type":"Person","name":"Kari Nordvik"}'),
    ),
    Case(
        "rel=author, English",
        site(
            article(
                300, lang="en", extra=f'<p>By <a rel="author" href="/team/ola-holm">Ola Holm</a></p>{DATE}'
            ),
            lang="en",
            where="/blog/piles",
        ),
    ),
    Case(
        "a listing of articles",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(90)}"),
            "/blogg": page(
                "<h1>Blogg</h1>"
                + "".join(
                    f'<article><h2><a href="/blogg/{n}">Innlegg {n}</a></h2><p>Kort om '
                    f"innlegget.</p></article>"
                    for n in range(8)
                ),
                title="Blogg",
            ),
        },
    ),
    Case(
        "a service page has no author",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(90)}"),
            "/tjenester/lonn": page(f"<h1>Lønn</h1>{paragraphs(200)}", title="Lønn"),
        },
    ),
    Case(
        "an article kept out of search",
        site(article(300, extra=DATE), head=OG + '<meta name="robots" content="noindex">'),
    ),
]
