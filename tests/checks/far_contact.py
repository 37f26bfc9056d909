"""Sites where a reader is left without a way to a person, and sites where the way is short."""

from __future__ import annotations

from harness import Case
from smallsites import CONTACT, page, paragraphs


def bare(links: str = "", text: str = "", lang: str = "nb") -> str:
    return page(f"<h1>Nordvik</h1>{paragraphs(80, lang)}{text}{links}", nav="", foot="", lang=lang)


def a(*paths: str) -> str:
    return "".join(f'<a href="{path}">Videre til {path[1:]}</a>' for path in paths)


CASES = [
    Case(
        "an old campaign page that leads nowhere",
        {"/": bare(a("/kontakt", "/kampanje")), "/kontakt": CONTACT["nb"], "/kampanje": bare()},
        found={"/kampanje"},
    ),
    Case(
        "three clicks away",
        {
            "/": bare(a("/kontakt", "/a")),
            "/a": bare(a("/b")),
            "/b": bare(a("/c")),
            "/c": bare(a("/kontakt")),
            "/kontakt": CONTACT["nb"],
        },
        found={"/a"},
    ),
    Case(
        "a site without any way, English",
        {"/": bare(a("/about"), lang="en"), "/about": bare(a("/"), lang="en")},
        found={"/", "/about"},
    ),
    Case(
        "sharing by mail is no way to a person",
        {"/": bare('<a href="mailto:?subject=Les%20dette">Del på e-post</a>')},
        found={"/"},
    ),
    Case(
        "a search form is no way to a person",
        {"/": bare(text='<form action="/sok"><input type="search" name="q" aria-label="Søk"></form>')},
        found={"/"},
    ),
    Case(
        "no way, in mark-up that never ends",
        {
            "/": "<html lang=nb><body><main><h1>Nordvik<p><b>Vi fører regnskap<div><a href=/om>Om oss",
            "/om": bare(),
        },
        found={"/", "/om"},
    ),
    Case("a page that had to be cut is not judged", {"/": bare(text="<div>" * 5000 + "Dypt nede")}),
    Case("two clicks", {"/": bare(a("/a")), "/a": bare(a("/kontakt")), "/kontakt": CONTACT["nb"]}),
    Case(
        "a number in the footer",
        {
            "/": page(
                f"<h1>Nordvik</h1>{paragraphs(60)}", nav="", foot='<a href="tel:+4751234567">51 23 45 67</a>'
            )
        },
    ),
    Case(
        "a number in plain text, English",
        {
            "/": page(
                f"<h1>Holm Survey</h1>{paragraphs(60, 'en')}<p>Call us: +47 22 12 34 56</p>",
                nav="",
                foot="",
                lang="en",
            )
        },
    ),
    Case("an address to write to", {"/": bare('<a href="mailto:post@nordvik.example">Skriv til oss</a>')}),
    Case(
        "a contact form on the page",
        {
            "/": bare(
                text='<form method="post" action="/send"><label>Navn <input name="navn"></label>'
                '<label>E-post <input type="email" name="epost"></label><label>Melding '
                '<textarea name="melding"></textarea></label><button>Send melding</button>'
                "</form>"
            )
        },
    ),
]
