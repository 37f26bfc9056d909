"""A small invented firm with persons, as pages of a site and as the rows that the parser makes of them."""

from __future__ import annotations

from datetime import date
from functools import cache

from fotavtrykk.experts.finding import Finder
from fotavtrykk.experts.found import Found, found
from fotavtrykk.experts.texts import shelf
from harness import Case, Rows, tables
from smallsites import page

TODAY = date(2026, 11, 26)
SUBJECTS = {
    "kari-hansen": ("Kari Hansen", "Regnskapsfører", ("merverdiavgift", "Avgiften på varer fra utlandet regnes av tollverdien. Merverdiavgift skal føres i den terminen varen kom.")),
    "ole-dahl": ("Ole Dahl", "Lønnsrådgiver", ("lønn", "Feriepenger regnes av fjorårets lønn. Lønnsslippen skal vise trekk, pensjon og opptjente feriepenger.")),
    "liv-moe": ("Liv Moe", "Revisor", ("revisjon", "Revisor spør etter bilag og styreprotokoll. Internkontrollen prøves før revisjonen begynner.")),
}  # fmt: skip
BOX = "<p>{name} har vært hos oss i tolv år og svarer gjerne på spørsmål om faget sitt.</p>"


def article(slug: str, number: int, byline: str = "", text: str = "") -> str:
    """An article by somebody on the own subject."""
    name, _, (subject, said) = SUBJECTS[slug]
    words = f"{said.split('. ')[number % 2]}. {text} Dette er råd nummer {number} om {subject} til bedrifter som vil ha orden i sakene før året er omme."
    by = byline or f'Av <a rel="author" href="/folk/{slug}/">{name}</a>.'
    main = f'<h1>Råd {number} om {subject} for små bedrifter</h1><p>{by} Publisert <time datetime="2026-0{number}-03">3. mars 2026</time></p>'
    filler = (
        "Vi går gjennom tallene sammen med daglig leder hver måned, slik at ingen blir overrasket når året er omme og fristen nærmer seg. "
        * 2
    )
    return page(
        f"{main}<p>{words}</p><p>{filler.replace('tallene', subject)}</p>{BOX.format(name=name)}",
        title=f"Råd {number} om {subject}",
        head='<meta property="og:type" content="article">',
    )


def profile(slug: str, text: str = "", name: str = "") -> str:
    """A page about somebody."""
    shown, title, (subject, _) = SUBJECTS[slug]
    name = name or shown
    first = name.split()[0]
    bio = f"{first} har arbeidet med {subject} siden 2009 og holder foredrag om {subject} på fagskolen hver høst. {first} er sertifisert av foreningen."
    data = f'<script type="application/ld+json">{{"@context":"https://schema.org","@type":"ProfilePage","mainEntity":{{"@type":"Person","@id":"#{slug}","name":"{name}","jobTitle":"{title}","knowsAbout":["{subject}"],"worksFor":{{"@type":"Organization","name":"Nordvik Regnskap AS"}}}}}}</script>'
    return page(
        f"<h1>{name}</h1><p>{title}</p><p>{bio} {text}</p>{BOX.format(name=name)}",
        title=f"{name} | Nordvik",
        head=data,
    )


def firm() -> dict[str, str]:
    """Three persons, each with a page and two articles, and one page without anybody."""
    pages = {
        "/": page(
            "<h1>Nordvik Regnskap</h1><p>Vi fører regnskap for små bedrifter på Sørvestlandet og har gjort det lenge.</p>"
        )
    }
    for slug in SUBJECTS:
        pages |= {f"/folk/{slug}/": profile(slug)} | {
            f"/artikler/{slug}-{number}/": article(slug, number) for number in (1, 2)
        }
    links = " ".join(f'<a href="{path}">{path}</a>' for path in pages)
    pages["/"] = pages["/"].replace("</h1>", f"</h1><p>{links}</p>", 1)
    return pages


@cache
def rows() -> Rows:
    """The tables of the firm."""
    return tables(Case("firm", firm()))


def seen(made: Rows, staff: list[dict[str, object]] | None = None) -> Found:
    """The persons of these tables."""
    return found(made["pages"], made["entities"], made["links"], staff or [])


def finder(made: Rows) -> Finder:
    """Whoever could answer, by these tables."""
    persons = seen(made).persons
    return Finder(persons, shelf(persons, made["pages"], made["passages"], "https://nordvik.example"), TODAY)
