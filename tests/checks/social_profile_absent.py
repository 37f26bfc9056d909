"""Sites that lead to no profile of the firm, and sites that lead to one in passing."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def site(body: str = "", lang: str = "nb", foot: str = "<p>Nordvik</p>", head: str = "") -> dict[str, str]:
    return {
        "/": page(f"<h1>Nordvik</h1>{paragraphs(80, lang)}{body}", lang=lang, foot=foot, head=head),
        "/om": page(f"<h1>Om oss</h1>{paragraphs(80, lang)}", lang=lang, foot=foot),
    }


CASES = [
    Case("no links at all", site(), found={"/"}),
    Case("no links at all, English", site(lang="en"), found={"/"}),
    Case(
        "buttons that share the page",
        site(
            '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Del</a> <a '
            'href="https://www.linkedin.com/shareArticle?mini=true">Del</a> <a '
            'href="https://x.com/intent/tweet?text=x">Del</a>'
        ),
        found={"/"},
    ),
    Case(
        "only a person's own profile",
        site('<a href="https://www.linkedin.com/in/kari-nordvik">Kari på LinkedIn</a>'),
        found={"/"},
    ),
    Case(
        "a film is no profile, in mark-up that never ends",
        {
            "/": "<html lang=nb><title>Nordvik</title><body><main><h1>Nordvik<p>Vi fører "
            'regnskap<p><a href="https://www.youtube.com/watch?v=abc">Se filmen'
        },
        found={"/"},
    ),
    Case(
        "an author's own page in the data",
        site(
            head='<script type="application/ld+json">'
            '{"@context":"https://schema.org","@type":"Person","name":"Kari '
            'Nordvik","url":"https://x.com/kari"}</script>'
        ),
        found={"/"},
    ),
    Case(
        "a company page in the footer",
        site(foot='<a href="https://www.linkedin.com/company/nordvik/">LinkedIn</a>'),
    ),
    Case(
        "icons without words, English",
        site(lang="en", foot='<a href="https://facebook.com/holmsurvey"><img src="/f.svg" alt=""></a>'),
    ),
    Case(
        "structured data alone",
        site(
            head='<script type="application/ld+json">'
            '{"@context":"https://schema.org","@type":"Organization","name":"Nordvik '
            'Regnskap AS","sameAs":["https://www.instagram.com/nordvik"]}</script>'
        ),
    ),
    Case(
        "a channel on an inner page",
        {**site(), "/om": page('<h1>Om oss</h1><a href="https://www.youtube.com/@nordvik">Filmene våre</a>')},
    ),
    Case("the network with one letter", site('<a href="https://x.com/nordvik">Følg oss</a>')),
]
