"""Firms that give two numbers for one thing, and firms that really have two."""

from __future__ import annotations

import json

from harness import Case
from smallsites import page, paragraphs


def ld(**facts: str) -> str:
    thing = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Nordvik Regnskap AS",
        **facts,
    }
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def tel(number: str) -> str:
    return f'<a href="tel:+47{number.replace(" ", "")}">{number}</a>'


def site(front: str, other: str, head: str = "", lang: str = "nb", body: str = "") -> dict[str, str]:
    return {
        "/": page(f"<h1>Nordvik</h1>{paragraphs(80, lang)}{body}", lang=lang, foot=front, head=head),
        "/om-oss": page(f"<h1>Om oss</h1>{paragraphs(80, lang)}", lang=lang, foot=other, title="Om oss"),
    }


def contact(body: str, foot: str = "") -> str:
    return page(f"<h1>Kontakt oss</h1>{body}", title="Kontakt oss", foot=foot)


CASES = [
    Case("an old footer with an old number", site(tel("51 23 45 67"), tel("51 23 45 76")), found={"/"}),
    Case(
        "structured data with another number, English",
        site(tel("51 23 45 67"), tel("51 23 45 67"), ld(telephone="+47 51 23 45 76"), "en"),
        found={"/"},
    ),
    Case("two organisation numbers", site("Org.nr. 812 345 672", "Org.nr. 812 345 680"), found={"/"}),
    Case(
        "a slip of the finger in one footer",
        site("Org.nr. 812 345 672", "Org.nr. 812 345 627"),
        found={"/om-oss"},
    ),
    Case(
        "the contact page disagrees with the front page",
        {**site("", "", body=tel("51 23 45 67")), "/kontakt": contact(tel("51 23 45 76"))},
        found={"/"},
    ),
    Case(
        "two footers in mark-up that never ends",
        {
            "/": f"<html lang=nb><title>Nordvik</title><body><main><h1>Nordvik<p>"
            f"{paragraphs(60)}</main><footer><p>{tel('51 23 45 67')}<p><b>Nordvik",
            "/om-oss": site("", tel("51 23 45 76"))["/om-oss"],
        },
        found={"/"},
    ),
    Case(
        "one number in two ways of writing",
        site(tel("51 23 45 67"), "Tlf. +47 512 34 567", ld(telephone="+4751234567")),
    ),
    Case(
        "two offices side by side",
        site(
            f"Stavanger {tel('51 23 45 67')} Bergen {tel('55 12 34 56')}", f"Stavanger {tel('51 23 45 67')}"
        ),
    ),
    Case(
        "three offices, one on each page, English",
        {
            **site(tel("51 23 45 67"), tel("55 12 34 56"), lang="en"),
            "/oslo": page("<h1>Oslo</h1>", foot=tel("22 12 34 56"), lang="en"),
        },
    ),
    Case(
        "direct numbers of two persons",
        {
            **site(tel("51 23 45 67"), tel("51 23 45 67")),
            "/kontakt": contact(
                f"<h2>Kari Nordvik</h2><p>Daglig leder</p>{tel('90 12 34 56')}<h2>Ola "
                f"Holm</h2><p>Rådgiver</p>{tel('90 65 43 21')}",
                tel("51 23 45 67"),
            ),
        },
    ),
    Case(
        "the firm and its parent in one footer",
        site(
            "Nordvik AS, org.nr. 812 345 672. Nordvik Holding AS, org.nr. 812 345 680", "Org.nr. 812 345 672"
        ),
    ),
    Case(
        "the same number in the data and in the text",
        site("Org.nr. 812 345 672", "Org.nr. NO 812 345 672 MVA", ld(taxID="812345672")),
    ),
    Case(
        "a customer's number in an article",
        {
            **site(tel("51 23 45 67"), tel("51 23 45 67")),
            "/blogg/kaia": page(
                f"<article><h1>Kaia Mek</h1>{paragraphs(150)}<p>Ring Kaia på "
                f"{tel('55 12 34 56')}</p></article>",
                foot="",
                title="Kaia Mek",
            ),
        },
    ),
]
