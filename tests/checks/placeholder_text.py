"""Sites where sample text was left behind, and sites that speak of it, quote it or show code."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def nb(text: str, **more: str) -> dict[str, str]:
    return {"/": page(f"<h1>Nordvik</h1>{paragraphs(60)}{text}", **more)}


def en(text: str, **more: str) -> dict[str, str]:
    return {"/": page(f"<h1>Holm Survey</h1>{paragraphs(60, 'en')}{text}", lang="en", **more)}


def post(text: str) -> str:
    by = '<p class="byline">Av Kari Nordvik, 2. mars 2026</p>'
    main = f"<article><h1>Slik purrer du</h1>{by}{paragraphs(140)}{text}</article>"
    return page(main, title="Slik purrer du", head='<meta property="og:type" content="article">')


CASES = [
    Case(
        "lorem ipsum under a heading",
        nb("<h2>Våre verdier</h2><p>Lorem ipsum dolor sit amet, consectetur.</p>"),
        found={"/"},
    ),
    Case(
        "further on in Cicero",
        nb("<h2>Nyheter</h2><p>Nemo enim ipsam voluptatem quia voluptas sit.</p>"),
        found={"/"},
    ),
    Case(
        "a template mark that was never filled in",
        en("<p>Welcome, {{ customer.first_name }}!</p>"),
        found={"/"},
    ),
    Case("a statement of a template", nb("<p>{% include 'kontakt.html' %}</p>"), found={"/"}),
    Case("a variable of a script", en("<p>You have ${count} surveys.</p>"), found={"/"}),
    Case("an object that nobody spelled out", en("<p>Opening hours: [object Object]</p>"), found={"/"}),
    Case("a sample sentence of the publishing tool", nb("<p>Din tekst her</p>"), found={"/"}),
    Case(
        "a sample sentence in English",
        en("<p>Your content goes here. Edit or remove this text.</p>"),
        found={"/"},
    ),
    Case("a note to oneself", nb("<p>TODO: be Kari om tall for 2025</p>"), found={"/"}),
    Case("a number that was never put in", nb("<p>Telefon: +47 XXX XX XXX</p>"), found={"/"}),
    Case("a form that was to come", nb("<p>[Kontaktskjema kommer]</p>"), found={"/"}),
    Case(
        "lorem in mark-up that never ends",
        {
            "/": "<html lang=nb><title>Nordvik</title><body><main><div><p>Om oss<p><b>Lorem ipsum "
            "dolor sit amet"
        },
        found={"/"},
    ),
    Case(
        "several on one page are one page", nb("<p>Din tekst her</p><p>Din overskrift her</p>"), found={"/"}
    ),
    Case(
        "an object on an article",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(60)}"),
            "/blogg/purring": post("<p>Lest av [object Object]</p>"),
        },
        found={"/blogg/purring"},
    ),
    Case(
        "lorem in an article",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(60)}"),
            "/blogg/purring": post("<p>Lorem ipsum dolor sit amet.</p>"),
        },
        found={"/blogg/purring"},
    ),
    Case(
        "a blank to fill in on a service page", nb("<p>Velkommen til [sett inn firmanavn].</p>"), found={"/"}
    ),
    Case(
        "an article about sample text",
        {
            "/": page(
                f"<article><h1>Hva er lorem ipsum?</h1><p>Lorem ipsum dolor sit amet er "
                f"Cicero i biter.</p>{paragraphs(120)}</article>",
                title="Hva er lorem ipsum?",
            )
        },
    ),
    Case(
        "sample text named in the title alone",
        en("<p>Lorem ipsum dolor sit amet has served since the 1500s.</p>", title="Lorem ipsum: a history"),
    ),
    Case(
        "another word for it",
        nb("<p>Duis aute irure dolor er det tredje vi bruker.</p>", title="Fylltekst i sju varianter"),
    ),
    Case(
        "yet another, English",
        en("<p>Duis aute irure dolor comes third.</p>", title="Placeholder text explained"),
    ),
    Case("a blank that is quoted", nb("<p>På skiltet sto det «[sett inn navn]» i to år.</p>")),
    Case("a quotation", nb("<p>Designeren hadde latt det stå «Lorem ipsum dolor sit amet» på skiltet.</p>")),
    Case(
        "a code sample",
        en("<p>Write the name like this:</p><pre><code>Hello {{ contact.name }}</code></pre>"),
    ),
    Case(
        "words about templates",
        nb("<p>I e-postmalen skriver du {{ fornavn }} som flettefelt der navnet skal stå.</p>"),
    ),
    Case(
        "a lemon and a head of lettuce", nb("<p>Todo-lister: slik holder du orden. Vi har TODOs overalt.</p>")
    ),
    Case(
        "an article that offers a letter with blanks",
        {
            "/": page(f"<h1>Nordvik</h1>{paragraphs(60)}"),
            "/blogg/purring": post("<p>Hei [sett inn navn]! Vi mangler betaling.</p>"),
        },
    ),
    Case("Roman numerals and braces", en("<p>Chapter XX and XXX. Sets are written {a, b}.</p>")),
]
