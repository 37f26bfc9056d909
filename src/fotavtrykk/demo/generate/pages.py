"""The demo firm's site as it was delivered: good pages, before time and haste have been at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from fotavtrykk.demo.generate import articles, articles_more, articles_people, cases, english, legal, services
from fotavtrykk.demo.generate.layout import Page, address
from fotavtrykk.demo.generate.markup import html, plain
from fotavtrykk.demo.generate.services import Text
from fotavtrykk.demo.generate.world import FIRM, SHORT, Person, World, written

ARTICLES = articles.ARTICLES + articles_more.MORE_ARTICLES + articles_people.PEOPLES_ARTICLES
_BY = {"nb": "Av", "nn": "Av", "en": "By"}
_PUBLISHED = {"nb": "Publisert", "nn": "Publisert", "en": "Published"}


def good(world: World) -> dict[str, Page]:
    """All pages of the main site by path, without a fault."""
    dates = {text.path: world.moved(text.date) for text in (*articles.ARTICLES, *articles_more.MORE_ARTICLES, *articles_more.NEWS, *cases.CASES,
             *english.ENGLISH_ARTICLES, *english.ENGLISH_CASES, *articles_people.PEOPLES_ARTICLES)}  # fmt: skip
    made = [
        *(_plain(text) for text in (*services.SERVICES, *services.PRODUCTS, *legal.ABOUT, *legal.LEGAL)),
        *(_plain(text) for text in (*english.ENGLISH_SERVICES, *english.ENGLISH_LEGAL)),
        *(_case(text, dates[text.path]) for text in (*cases.CASES, *english.ENGLISH_CASES)),
        *(_article(text, world, dates[text.path]) for text in (*ARTICLES, *english.ENGLISH_ARTICLES)),
        *(_article(text, world, dates[text.path], news=True) for text in articles_more.NEWS),
        *(_person(person) for person in world.persons.values() if person.role != "sluttet"),
        *_lists(dates),
        _folk(world),
        _front(),
        _english_front(),
    ]
    pages = {page.path: page for page in made}
    for norwegian, english_path in _PAIRS:
        pages[norwegian].other, pages[english_path].other = english_path, norwegian
    return pages


_PAIRS = (
    ("/", "/en/"),
    ("/tjenester/", "/en/services/"),
    ("/tjenester/kjoleanlegg/", "/en/services/industrial-refrigeration/"),
    ("/tjenester/varmepumper/", "/en/services/heat-pumps/"),
    ("/tjenester/service/", "/en/services/service-agreements/"),
    ("/referanser/fryselager/", "/en/cases/cold-store/"),
    ("/om-oss/", "/en/about/"),
    ("/personvern/", "/en/privacy/"),
)


def _plain(text: Text) -> Page:
    see = {"nb": "Se også", "nn": "Sjå òg", "en": "See also"}[text.lang]
    more = "".join(f'<li><a href="{path}">{name}</a></li>' for path, name in text.links)
    body = f'<p class="ingress">{text.lead}</p>\n{html(text.body)}'
    if more:
        body += f"\n<h2>{see}</h2>\n<ul>{more}</ul>"
    return Page(text.path, f"{text.title} | {SHORT}", plain(text.lead), text.title, body, text.lang)


def _case(text: Text, date: dt.date) -> Page:
    page = _plain(text)
    page.meta = f'<time datetime="{date}">{written(date, text.lang)}</time>'
    page.lastmod = str(date)
    page.body += (
        '\n<p><a href="/en/contact/">Ask us about your own plant</a></p>'
        if text.lang == "en"
        else '\n<p><a href="/kontakt/befaring/">Bestill befaring av ditt eget anlegg</a></p>'
    )
    return page


def _article(text: Text, world: World, date: dt.date, news: bool = False) -> Page:
    page = _plain(text)
    person = world.persons[text.author]
    page.meta = (
        f'{_BY[text.lang]} <a rel="author" href="{person.path}">{person.name}</a>. '
        f'{_PUBLISHED[text.lang]} <time datetime="{date}">{written(date, text.lang)}</time>'
    )
    page.lastmod = str(date)
    page.data.append({
        "@context": "https://schema.org", "@type": "NewsArticle" if news else "Article", "headline": text.title,
        "datePublished": str(date), "author": {"@type": "Person", "name": person.name, "url": address(person.path)},
        "publisher": {"@type": "Organization", "name": FIRM},
    })  # fmt: skip
    page.head = '<meta property="og:type" content="article">'
    return page


def _person(person: Person) -> Page:
    body = (
        f'<p class="ingress">{person.title}</p>\n<p>{person.bio.replace("$first", person.first)}</p>\n'
        f'<p>Direkte: <a href="tel:+47{person.phone.replace(" ", "")}">{person.phone}</a><br>'
        f'E-post: <a href="mailto:{person.email}">{person.email}</a></p>\n'
        f'<p><a href="/om-oss/folk/">Alle ansatte</a></p>'
    )
    data: dict[str, object] = {
        "@context": "https://schema.org", "@type": "Person", "name": person.name, "jobTitle": person.title,
        "worksFor": {"@type": "Organization", "name": FIRM}, "url": address(person.path),
    }  # fmt: skip
    lead = f"{person.name} er {person.title[0].lower()}{person.title[1:]} i {SHORT}."
    return Page(person.path, f"{person.name} | {SHORT}", lead, person.name, body, data=[data])


def _folk(world: World) -> Page:
    cards = "\n".join(
        f'<li><h3><a href="{person.path}">{person.name}</a></h3><p>{person.title}</p>'
        f'<p><a href="tel:+47{person.phone.replace(" ", "")}">{person.phone}</a></p></li>'
        for person in world.persons.values()
        if person.role != "sluttet"
    )
    body = (
        f'<p class="ingress">De som svarer når du ringer.</p>\n<ul class="folk" id="ledelse">\n{cards}\n</ul>'
    )
    return Page(
        "/om-oss/folk/",
        f"Folkene | {SHORT}",
        "Navn, stilling og nummer til alle som svarer.",
        "Folkene",
        body,
    )


def cards(texts: Iterable[Text], heading: str = "h2") -> str:
    """A list of links with their leads."""
    items = "".join(
        f'<li><{heading}><a href="{text.path}">{text.title}</a></{heading}><p>{text.lead}</p></li>\n'
        for text in texts
    )
    return f'<ul class="kort">\n{items}</ul>'


def _lists(dates: dict[str, dt.date]) -> list[Page]:
    def newest(texts: Iterable[Text]) -> list[Text]:
        return sorted(texts, key=lambda text: dates[text.path], reverse=True)

    def page(path: str, name: str, lead: str, body: str, lang: str = "nb") -> Page:
        return Page(path, f"{name} | {SHORT}", lead, name, f'<p class="ingress">{lead}</p>\n{body}', lang)

    news = newest(articles_more.NEWS)
    return [
        page("/tjenester/", "Tjenester", "Fra tegning til vakttelefon.", cards(services.SERVICES)),
        page("/produkter/", "Produkter", "Målere og aggregater til leie.", cards(services.PRODUCTS)),
        page("/referanser/", "Referanser", "Anlegg vi har bygget, og hva de ga.", cards(newest(cases.CASES))),
        page("/fagartikler/", "Fagartikler", "Det vi har lært, skrevet ned.", cards(newest(ARTICLES))),
        page("/nyheter/", "Nyheter", "Smått og stort fra oss.", cards(news[:3]) + _older(2)),
        page("/nyheter/side/2/", "Nyheter, side 2", "Eldre nyheter fra oss.", cards(news[3:])),
        page(
            "/en/services/",
            "Services",
            "From the drawing to the emergency line.",
            cards(english.ENGLISH_SERVICES),
            "en",
        ),
        page(
            "/en/cases/",
            "Cases",
            "Plants that we have built, and what came of them.",
            cards(english.ENGLISH_CASES),
            "en",
        ),
        page(
            "/en/articles/",
            "Articles",
            "What we have learned, written down.",
            cards(english.ENGLISH_ARTICLES),
            "en",
        ),
    ]


def _older(number: int) -> str:
    return f'\n<p><a rel="next" href="/nyheter/side/{number}/">Eldre nyheter</a></p>'


def _organisation() -> dict[str, object]:
    return {
        "@context": "https://schema.org", "@type": "Organization", "name": "$firma", "url": address("/"),
        "telephone": "+47 $telefon", "email": "$epost", "identifier": "$org",
        "address": {"@type": "PostalAddress", "streetAddress": "Kjølehusveien 8", "postalCode": "7037",
                    "addressLocality": "Trondheim", "addressCountry": "NO"},
    }  # fmt: skip


def _front() -> Page:
    body = html("""
<p class="ingress">Vi bygger, følger opp og reparerer kjøleanlegg og varmepumper i yrkesbygg i Midt-Norge og på Vestlandet.</p>

Et kjøleanlegg og en varmepumpe er samme maskin. Den som kan begge deler, kan sørge for at varmen fra kjøledisken,
isen eller serveren kommer til nytte i stedet for å blåses ut over taket. Det har vi gjort siden 1987.

## Det vi gjør
""")
    body += (
        "\n"
        + cards(services.SERVICES[:6], "h3")
        + "\n<h2>Kunder forteller</h2>\n"
        + cards(cases.CASES[:3], "h3")
    )
    body += "\n<h2>Fra fagfolkene våre</h2>\n" + cards(ARTICLES[:3], "h3")
    body += '\n<p><a class="knapp" href="/kontakt/befaring/">Bestill befaring</a></p>'
    return Page("/", f"{SHORT}: kulde og varme for yrkesbygg", "Kjøleanlegg, varmepumper, service og "
                "energioppfølging for yrkesbygg i Trondheim, Bergen og omegn.", "Kulde og varme som henger sammen",
                body, data=[_organisation()])  # fmt: skip


def _english_front() -> Page:
    body = html("""
<p class="ingress">We build, monitor and repair refrigeration plants and heat pumps in commercial buildings.</p>

A refrigeration plant and a heat pump are the same machine. Those who master both can see to it that the heat from the
display case, the ice or the server is put to use instead of being blown out over the roof.
""")
    body += (
        "\n"
        + cards(english.ENGLISH_SERVICES)
        + "\n<h2>Recent work</h2>\n"
        + cards(english.ENGLISH_CASES, "h3")
    )
    return Page("/en/", f"{SHORT}: refrigeration and heat for commercial buildings", "Refrigeration, heat pumps and "
                "service for commercial buildings in Norway.", "Cold and heat belong together", body, "en")  # fmt: skip
