"""Sites whose links say "les mer" and nothing else, and sites whose links only begin like that."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs


def cards(text: str, lang: str = "nb") -> str:
    names = ["Årsoppgjør", "Lønn"] if lang == "nb" else ["Quays", "Bridges"]
    body = "".join(
        f'<h2>{name}</h2>{paragraphs(25, lang)}<a href="/{n}">{text}</a>' for n, name in enumerate(names)
    )
    return page(f"<h1>Nordvik</h1>{body}", lang=lang)


CASES = [
    Case("les mer on every card", {"/": cards("Les mer")}, found=["/", "/"]),
    Case("read more with an arrow", {"/": cards("Read more →", "en")}, found=["/", "/"]),
    Case(
        "klikk her in a sentence",
        {"/": page('<p>Skal du melde flytting, <a href="/flytting">klikk her</a>.</p>')},
        found=["/"],
    ),
    Case(
        "capitals and dots",
        {"/": page('<p>Fristen er 31. mai. <a href="/frist">LES&nbsp;MER...</a></p>')},
        found=["/"],
    ),
    Case(
        "nynorsk",
        {"/": page('<p>Vi har ny adresse. <a href="/adresse">Les meir</a></p>', lang="nn")},
        found=["/"],
    ),
    Case(
        "Swedish and Danish",
        {"/": page('<p><a href="/a">Läs mer</a> <a href="/b">Læs mere</a></p>', lang="sv")},
        found=["/", "/"],
    ),
    Case(
        "a picture whose alternative text is empty talk",
        {"/": page('<a href="/kart"><img src="/pil.png" alt="Les mer"></a>')},
        found=["/"],
    ),
    Case(
        "mark-up that never ends",
        {"/": '<html lang=nb><body><main><p>Ny pris <a href="/pris">her<p>Og <b>mer</main>'},
        found=["/"],
    ),
    Case(
        "the same link twice is one thing",
        {"/": page('<a href="/a">Les mer</a> <a href="/a">Les mer</a>')},
        found=["/"],
    ),
    Case(
        "a label that puts vague words over good ones",
        {"/": page('<a href="/a" aria-label="Les mer">Priser for lønn</a>')},
        found=["/"],
    ),
    Case("les mer om something", {"/": cards("Les mer om årsoppgjør")}),
    Case(
        "words for screen readers alone",
        {"/": page('<a href="/a">Les mer<span class="sr-only"> om årsoppgjør</span></a>')},
    ),
    Case("a label that says more", {"/": page('<a href="/a" aria-label="Les mer om lønn">Les mer</a>')}),
    Case(
        "her as the beginning of a name",
        {
            "/": page(
                '<a href="/her">Her er vi</a> <a href="/heroy">Herøy</a> <a href="/merkostnad">Merkostnad</a>'
            )
        },
    ),
    Case(
        "a button that unfolds a menu", {"/": page('<a href="#">Mer</a> <a href="#meny">More</a>', lang="en")}
    ),
    Case("a link without text is another fault", {"/": page('<a href="/a"><img src="/pil.png" alt=""></a>')}),
    Case("a telephone link", {"/": page('<p>Ring oss <a href="tel:+4751234567">her</a></p>')}),
    Case(
        "clear links in English",
        {
            "/": page(
                '<a href="/quays">Read more about quays</a> <a href="/here-to-stay">Here to stay</a>',
                lang="en",
            )
        },
    ),
]
