"""Pages that give themselves away, and variants that rightly do."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page, paragraphs


def canon(path: str) -> str:
    return f'<link rel="canonical" href="{path}">'


def site(path: str, to: str, lang: str = "nb", more: str = "/") -> dict[str, str]:
    plain = page("<h1>Nordvik</h1>", nav="", foot="")
    return {
        "/": plain,
        more: plain,
        path: page(f"<h1>Lønn</h1>{paragraphs(90, lang)}", head=canon(to), lang=lang, nav="", foot=""),
    }


CASES = [
    Case(
        "a service that says the front page is the original",
        site("/tjenester/lonn", "/"),
        found={"/tjenester/lonn"},
    ),
    Case(
        "a service, English",
        site("/services/quays", "https://nordvik.example/", "en"),
        found={"/services/quays"},
    ),
    Case(
        "another service",
        site("/tjenester/lonn", "/tjenester/moms", more="/tjenester/moms"),
        found={"/tjenester/lonn"},
    ),
    Case(
        "by plain http and www",
        site("/tjenester/lonn", "http://www.nordvik.example/"),
        found={"/tjenester/lonn"},
    ),
    Case(
        "broken mark-up",
        {"/": page("<h1>N</h1>"), "/om-oss": "<link rel=canonical href=/><h1>Om oss<p"},
        found={"/om-oss"},
    ),
    Case("itself", site("/tjenester/lonn", "/tjenester/lonn")),
    Case(
        "the same page with a closing slash",
        site("/tjenester/lonn", "/tjenester/lonn/", more="/tjenester/lonn/"),
    ),
    Case(
        "the same page without it, English",
        site("/services/quays/", "/services/quays", "en", more="/services/quays"),
    ),
    Case("a variant by query", site("/tjenester/lonn?by=moss", "/tjenester/lonn", more="/tjenester/lonn")),
    Case("a list that names its first page", site("/kategorier/moms", "/")),
    Case("an original that is not there is another finding", site("/tjenester/lonn", "/borte")),
    Case("another site", site("/tjenester/lonn", "https://andre.example/lonn")),
    Case("none given", {"/": page("<h1>N</h1>", nav="", foot="")}, examined=0),
    Case(
        "an original that answers with an error", site("/tjenester/lonn", "/borte") | {"/borte": Answer(410)}
    ),
]
