"""Sites whose service pages say too little, and sites whose short pages are short by nature."""

from __future__ import annotations

from harness import Case
from smallsites import CONTACT, article, page, paragraphs

ORG = (
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-02">'
)


def service(words: int, lang: str = "nb", extra: str = "") -> str:
    name = "Lønnskjøring" if lang == "nb" else "Quay survey"
    return page(f"<h1>{name}</h1>{paragraphs(words, lang)}{extra}", title=name, lang=lang)


def post(words: int, lang: str = "nb", head: str = ORG) -> str:
    by = '<p class="byline">Av Kari Nordvik, 2. mars 2026</p>'
    return page(article(words, lang=lang, extra=by), title="Slik leser du en balanse", lang=lang, head=head)


FRONT = page(
    f'<h1>Nordvik Regnskap</h1>{paragraphs(90)}<a href="/tjenester/lonn">Lønn</a> <a '
    f'href="/blogg/balanse">Balansen</a>'
)
FRONT_EN = page(
    f'<h1>Holm Survey</h1>{paragraphs(90, "en")}<a href="/services/quays">Quays</a>',
    title="Holm Survey",
    lang="en",
)

CASES = [
    Case(
        "a service in one sentence", {"/": FRONT, "/tjenester/lonn": service(14)}, found={"/tjenester/lonn"}
    ),
    Case(
        "a service in one paragraph, English",
        {"/": FRONT_EN, "/services/quays": service(40, "en")},
        found={"/services/quays"},
    ),
    Case(
        "an article that never gets going", {"/": FRONT, "/blogg/balanse": post(85)}, found={"/blogg/balanse"}
    ),
    Case(
        "a customer case of three lines",
        {
            "/": FRONT,
            "/kunder/kaia": page(
                f"<h1>Slik fikk Kaia Mek oversikt</h1>{paragraphs(65)}", title="Kundehistorie: Kaia Mek"
            ),
        },
        found={"/kunder/kaia"},
    ),
    Case(
        "a short service with tags that never end",
        {
            "/": FRONT,
            "/tjenester/lonn": "<html lang=nb><title>Lønnskjøring</title><body><main><h1>Lønnskjøring<p>Vi "
            "kjører lønn "
            "<b>hver måned<p>for deg som har <i>under ti ansatte</main><footer>Nordvik",
        },
        found={"/tjenester/lonn"},
    ),
    Case(
        "a search box does not make up for text",
        {
            "/": FRONT,
            "/tjenester/lonn": service(
                14,
                extra='<form action="/sok"><input type="search" name="q" aria-label="Søk"><button>'
                "Søk</button></form>",
            ),
        },
        found={"/tjenester/lonn"},
    ),
    Case(
        "five small pictures are no gallery",
        {"/": FRONT, "/tjenester/lonn": service(20, extra='<img src="/a.jpg" alt="">' * 5)},
        found={"/tjenester/lonn"},
    ),
    Case(
        "logos in the footer are no gallery",
        {
            "/": FRONT,
            "/tjenester/lonn": service(14).replace(
                "<footer>", "<footer>" + '<img src="/logo.png" alt="Kunde">' * 8
            ),
        },
        found={"/tjenester/lonn"},
    ),
    Case(
        "a form without fields does not make up for text",
        {
            "/": FRONT,
            "/tjenester/lonn": service(14, extra='<form action="/neste"><button>Neste</button></form>'),
        },
        found={"/tjenester/lonn"},
    ),
    Case("a contact page is short by nature", {"/": FRONT, "/kontakt": CONTACT["nb"]}),
    Case(
        "a person page is short by nature",
        {
            "/": FRONT,
            "/ansatte/kari-nordvik": page(
                "<h1>Kari Nordvik</h1><p>Daglig leder</p><p>Statsautorisert regnskapsfører siden 2004.</p>",
                title="Kari Nordvik – ansatte",
            ),
        },
    ),
    Case(
        "a listing leads on",
        {
            "/": FRONT,
            "/blogg": page(
                "<h1>Blogg</h1>"
                + "".join(
                    f'<article><h2><a href="/blogg/{n}">Innlegg {n}</a></h2></article>' for n in range(8)
                ),
                title="Blogg",
            ),
        },
    ),
    Case("a service of 70 words is enough", {"/": FRONT, "/tjenester/lonn": service(70)}),
    Case("an article of 120 words, English", {"/": FRONT_EN, "/blog/piles": post(120, "en")}),
    Case(
        "a service whose content is the form",
        {
            "/": FRONT,
            "/tjenester/lonn": service(
                20,
                extra='<form method="post"><label>Antall ansatte <input name="antall" '
                'type="number"></label><label>Lønnsperiode <select name="p"><option>'
                "Måned</option></select></label><button>Regn ut</button></form>",
            ),
        },
    ),
    Case(
        "a service that is a gallery",
        {
            "/": FRONT,
            "/tjenester/lonn": service(
                20, extra="".join(f'<img src="/bilder/{n}.jpg" alt="Byggetrinn {n}">' for n in range(8))
            ),
        },
    ),
    Case(
        "a page kept out of search",
        {
            "/": FRONT,
            "/tjenester/lonn": service(14).replace(
                "<meta charset", '<meta name="robots" content="noindex"><meta charset'
            ),
        },
    ),
    Case(
        "a copy that names its original",
        {
            "/": FRONT,
            "/tjenester/lonn": service(14).replace(
                "<meta charset", '<link rel="canonical" href="/tjenester/lonn-og-hr"><meta charset'
            ),
        },
    ),
]
