"""Sites that ask for names without saying what becomes of them, and sites that say it somewhere."""

from __future__ import annotations

from harness import Answer, Case
from smallsites import page, paragraphs

FORM = (
    '<form method="post" action="/send"><label>Navn <input name="navn"></label><label>E-post '
    '<input type="email" name="epost"></label><label>Melding <textarea name="melding"></textarea>'
    "</label><button>Send melding</button></form>"
)
FORM_EN = (
    FORM.replace("Navn", "Name")
    .replace("E-post", "E-mail")
    .replace("Melding", "Message")
    .replace("Send melding", "Send message")
)
NEWS = (
    '<form method="post" action="/nyhetsbrev"><label>E-post <input type="email" name="epost">'
    "</label><button>Meld meg på nyhetsbrevet</button></form>"
)
SEARCH = '<form action="/sok"><input type="search" name="q" aria-label="Søk"><button>Søk</button></form>'


def site(contact: str, lang: str = "nb", foot: str = "<p>Nordvik</p>", front: str = "") -> dict[str, str]:
    return {
        "/": page(f"<h1>Nordvik</h1>{paragraphs(80, lang)}{front}", lang=lang, foot=foot),
        "/kontakt": page(f"<h1>Kontakt</h1>{contact}", lang=lang, foot=foot, title="Kontakt"),
    }


CASES = [
    Case("a contact form and no policy", site(FORM), found={"/"}),
    Case("a contact form and no policy, English", site(FORM_EN, "en"), found={"/"}),
    Case("a newsletter and no policy", site("<p>Ring oss.</p>", front=NEWS), found={"/"}),
    Case(
        "terms of sale are no privacy policy",
        site(FORM, foot='<a href="/vilkar">Salgsvilkår</a>'),
        found={"/"},
    ),
    Case(
        "a link to a policy that is gone",
        site(FORM, foot='<a href="/personvern">Personvern</a>'),
        found={"/"},
    ),
    Case("a form that never ends", site(f"<div><p>{FORM.replace('</form>', '')}"), found={"/"}),
    Case(
        "a link in the footer",
        site(FORM, foot='<a href="/personvern">Personvern</a>') | {"/personvern": page("<h1>Om deg</h1>")},
    ),
    Case(
        "a link that only its address gives away",
        site(FORM, foot='<a href="/docs/personvernerklaering.pdf">Slik behandler vi dataene dine</a>')
        | {"/docs/personvernerklaering.pdf": Answer(200, "", {"content-type": "application/pdf"})},
    ),
    Case(
        "a policy at another site, English",
        site(FORM_EN, "en", foot='<a href="https://group.example/privacy">How we treat your data</a>'),
    ),
    Case("a policy that a button opens", site(FORM + "<button>Les personvernerklæringen vår</button>")),
    Case("no form, nothing to explain", site('<p>Ring <a href="tel:+4751234567">51 23 45 67</a></p>')),
    Case("a search form asks for nothing personal", site(SEARCH)),
]
