"""Links whose words do not tell where they lead.

What it measures
    The whole accessible text of each link, held against the empty phrases of Norwegian (bokmål and
    nynorsk), English, Swedish and Danish: "les mer", "klikk her", "her", "read more". One thing is one
    text with one address on one page. A link with more words than the phrase is never named.

Why a buyer cares
    Whoever skims a page, listens to it or asks an assistant about it meets the links without the
    sentences around them. "Les mer" six times over is no choice.

What it cannot see
    Whether a longer text is a good one, and whether the sentence around the link tells enough.
    Links without any text are another fault and are never named.

Example
    Six services on the front page, each with the link "Les mer".

Source
    WCAG 2.2, success criteria 2.4.4 and 2.4.9; Lighthouse's audit link-text, whose list of phrases has
    neither Norwegian nor Danish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("links",)
BY_PAGE = "links"
SEVERITY = "low"
_NO = (
    "her", "klikk her", "trykk her", "les mer", "les mer her", "lese mer", "les meir", "les meir her",
    "lesa meir", "se mer", "se mer her", "sjå meir", "mer", "meir", "mer info", "meir info",
    "mer informasjon", "meir informasjon", "finn ut mer", "finn ut meir", "lær mer", "lær meir",
    "få vite mer", "denne lenken", "denne siden", "denne lenka", "denne sida", "denne", "dette", "gå hit",
    "lenke", "lenkje", "link", "les videre", "les vidare", "les hele saken", "les heile saka",
    "les artikkelen",
)  # fmt: skip
_EN = (
    "here", "click here", "click", "click this", "this", "this link", "this page", "link", "read more",
    "read more here", "more", "more info", "more information", "learn more", "learn more here",
    "find out more", "see more", "view more", "continue reading", "right here", "go here", "tap here",
    "discover more", "details", "more details",
)  # fmt: skip
_SV_DA = (
    "här", "klicka här", "tryck här", "läs mer", "läs mer här", "läs vidare", "mer information", "se mer",
    "klik her", "læs mere", "læs mere her", "se mere", "mere", "mere info", "mere information", "läs mera",
    "mera",
)  # fmt: skip
VAGUE = tuple(sorted({*_NO, *_EN, *_SV_DA}))
_MARKS = ".…:!>»›→↗⟶|–-+[]()«“”\"'"
TEXT = {
    "nb": {
        "name": "Lenker som ikke sier hvor de fører",
        "one": "Én lenketekst sier ikke hvor lenken fører",
        "many": "{n} lenketekster sier ikke hvor lenken fører",
        "item": "Lenken «{quote}» fører til {place}, men teksten sier det ikke.",
        "why": "Den som skumleser siden eller får den lest opp, ser lenkene uten setningene rundt. "
        "«Les mer» seks ganger på rad gir ingenting å velge mellom, og søkemotoren får heller ingen hjelp.",
        "todo": "Skriv hva leseren finner bak lenken: «Les mer om internkontroll» i stedet for «Les mer».",
        "blind": "Om en lengre lenketekst er god, og om setningen rundt lenken forklarer nok. "
        "Lenker helt uten tekst er ikke med.",
    },
    "en": {
        "name": "Links that do not say where they lead",
        "one": "One link text does not say where the link leads",
        "many": "{n} link texts do not say where the link leads",
        "item": "The link “{quote}” leads to {place}, but its text does not say so.",
        "why": "People who skim a page or have it read aloud meet the links without the sentences around "
        "them. "
        "“Read more” six times in a row offers no choice, and gives the search engine no help either.",
        "todo": "Write what the reader will find: “Read more about internal control” instead of “Read more”.",
        "blind": "Whether a longer link text is a good one, and whether the sentence around the link "
        "explains enough. "
        "Links without any text are not included.",
    },
}


def run(links: ibis.Table) -> ibis.Table:
    """One row per page, link text and address on the web; found where the text is an empty phrase."""
    import ibis

    # A link to the page itself opens a menu or unfolds a text: its words need not name a place.
    web = links.filter(links.target != links.url)
    web = web.select("url", "target", name=ibis.coalesce(web.name, web.anchor, ""))
    # Most names stand on many pages: each is taken apart once.
    names = web.select("name").distinct()
    words = names.name.lower()
    for mark in _MARKS:
        words = words.replace(mark, " ")
    words = " " + words.replace("\u00a0", " ") + " "
    words = words.replace("  ", " ").replace("  ", " ")
    web = web.join(names.mutate(words=words), "name")
    one = web.group_by(subject=web.url, place=web.target, words=web.words).agg(quote=web.name.min())
    return one.select(
        "subject",
        found=one.words.isin([f" {words} " for words in VAGUE]),
        quote="quote",
        place="place",
        number=ibis.null("float64"),
    )
