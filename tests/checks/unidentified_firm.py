"""Norwegian sites without a number to look up, and sites that give it in their own way."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def site(foot: str, lang: str = "nb", head: str = "") -> dict[str, str]:
    return {
        "/": page(f"<h1>Nordvik</h1>{paragraphs(120, lang)}", lang=lang, foot=foot, head=head),
        "/om": page(f"<h1>Om oss</h1>{paragraphs(120, lang)}", lang=lang, foot=foot),
    }


CASES = [
    Case("name and telephone alone", site("<p>Nordvik Regnskap AS, tlf. 51 23 45 67</p>"), found={"/"}),
    Case("a number with a slip of the finger", site("<p>Org.nr. 812 345 671</p>"), found={"/"}),
    Case(
        "a Norwegian firm in English with Norwegian pages",
        {
            **site("<p>Holm Survey AS</p>", "en"),
            "/no": page(f"<h1>Holm</h1>{paragraphs(120)}", foot="<p>Holm</p>"),
        },
        found={"/"},
    ),
    Case("a telephone with country code is no number", site("<p>Nordvik AS +47 812 34 567</p>"), found={"/"}),
    Case(
        "nothing, in mark-up that never ends",
        {
            "/": f"<html lang=nb><title>Nordvik</title><body><main><h1>Nordvik<div>"
            f"{paragraphs(120)}<p><b>Nordvik Regnskap AS"
        },
        found={"/"},
    ),
    Case(
        "a Norwegian address in English alone",
        site("<p>Holm Survey AS</p>", "en"),
        origin="https://holm.no",
        found={"/"},
    ),
    Case("a number in the footer", site("<p>Nordvik Regnskap AS, org.nr. 812 345 672</p>")),
    Case("a number with VAT letters", site("<p>NO 812345672 MVA</p>")),
    Case("a number without a word before it", site("<p>Nordvik Regnskap AS · 812 345 672</p>")),
    Case(
        "a number on one page only",
        {**site("<p>Nordvik</p>"), "/kontakt": page("<h1>Kontakt</h1><p>Foretaksregisteret 812.345.672</p>")},
    ),
    Case(
        "a number in structured data alone",
        site(
            "<p>Nordvik</p>",
            head='<script type="application/ld+json">'
            '{"@context":"https://schema.org","@type":"Organization","name":"Nordvik '
            'Regnskap AS","taxID":"812345672"}</script>',
        ),
    ),
    Case("a foreign firm", site("<p>Holm Survey Ltd, Aberdeen</p>", "en"), origin="https://holm.example"),
]
