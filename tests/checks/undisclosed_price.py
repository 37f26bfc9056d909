"""Services without any frame, and services that give one in their own way."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def site(
    extra: str = "", lang: str = "nb", words: int = 110, head: str = "", nav: str | None = None
) -> dict[str, str]:
    name, where = ("Lønnskjøring", "/tjenester/lonn") if lang == "nb" else ("Quay survey", "/services/quays")
    front = page(f'<h1>Nordvik</h1>{paragraphs(90, lang)}<a href="{where}">{name}</a>', lang=lang)
    return {
        "/": front,
        where: page(
            f"<h1>{name}</h1>{paragraphs(words, lang)}{extra}", title=name, lang=lang, head=head, nav=nav
        ),
    }


CASES = [
    Case("praise and nothing else", site(), found={"/tjenester/lonn"}),
    Case("praise and nothing else, English", site(lang="en"), found={"/services/quays"}),
    Case("ask us for a price", site("<p>Ta kontakt for pris.</p>"), found={"/tjenester/lonn"}),
    Case(
        "years of experience are no delivery time",
        site("<p>We have 30 years of experience.</p>", "en"),
        found={"/services/quays"},
    ),
    Case(
        "praise in mark-up that never ends",
        {
            **site(),
            "/tjenester/lonn": f"<html lang=nb><title>Lønnskjøring</title><body><main><h1>Lønnskjøring<div>"
            f"{paragraphs(110)}<p><b>Ta kontakt",
        },
        found={"/tjenester/lonn"},
    ),
    Case(
        "data without a price",
        site(
            head='<script type="application/ld+json">'
            '{"@context":"https://schema.org","@type":"Product","name":"Lønn"}</script>'
        ),
        found={"/tjenester/lonn"},
    ),
    Case("a price from", site("<p>Fra kr 990 per måned.</p>")),
    Case("a price the Norwegian way", site("<p>Oppstart koster 4 500,- for de fleste.</p>")),
    Case("a price, English", site("<p>A survey of one quay starts at €8,000.</p>", "en")),
    Case("a time", site("<p>Du er i gang etter to uker.</p>")),
    Case("what is included", site("<h2>Dette får du</h2><ul><li>Lønnsslipper</li><li>A-melding</li></ul>")),
    Case("free of charge", site("<p>Første samtale er gratis.</p>")),
    Case("a link to the prices", site(nav='<a href="/">Hjem</a> <a href="/priser">Priser</a>')),
    Case(
        "a price in structured data",
        site(
            head='<script type="application/ld+json">'
            '{"@context":"https://schema.org","@type":"Product","name":"Lønn","offers":{"@type":"Offer","price":"990","priceCurrency":"NOK"}}</script>'
        ),
    ),
    Case("too thin to judge", site(words=30)),
    Case("a page kept out of search", site(head='<meta name="robots" content="noindex">')),
    Case(
        "an article sells nothing",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(90)}"),
            "/om-oss": page(f"<h1>Om oss</h1>{paragraphs(150)}", title="Om oss"),
        },
    ),
]
