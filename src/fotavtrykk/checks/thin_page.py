"""Pages with too little text for what they are.

What it measures
    Words of the main text on articles, cases and pages about products or services, held against a
    floor for that type of page. Front, contact, legal, listing and person pages are short by nature
    and are not examined; nor are pages kept out of search, copies of another page, or pages whose
    content is a form or a gallery.

Why a buyer cares
    A buyer who lands on a page about a service wants an answer. A page of a few lines gives none, and
    a search engine or an assistant has nothing to quote.

What it cannot see
    Text that a script adds in the browser, text inside pictures and films, and whether few words are
    enough: a short answer can be a good one.

Example
    A page "Internkontroll" in the list of services with one sentence of 14 words.

Source
    The floors are half of what common audit tools warn of (SEOnaut: 200 words, LibreCrawl: 300), so
    that only pages without substance are named; the exceptions by page type answer a known false
    alarm of such tools (squirrelscan 0.0.145).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import standing

if TYPE_CHECKING:
    import ibis

LENS = "relevant"
NEEDS = ("pages", "forms", "images")
SEVERITY = "low"
FLOORS = {"article": 100, "case": 80, "product": 60}
GALLERY = 6
TEXT = {
    "nb": {
        "name": "Tynne sider",
        "one": "Én side sier for lite om temaet sitt",
        "many": "{n} sider sier for lite om temaet sitt",
        "item": "Hovedteksten på siden «{quote}» er på bare {number} ord.",
        "why": "Den som leter etter en leverandør, vil ha svar. En side på noen få linjer svarer ikke, "
        "og søkemotorer og KI-assistenter finner lite å vise frem.",
        "todo": "Skriv det en kunde lurer på: hva dere gjør, for hvem, hvordan det foregår og hva det fører "
        "til. "
        "Har siden ingen egen oppgave, slå den sammen med en annen.",
        "blind": "Tekst som først kommer frem i nettleseren, og innhold i bilder og film. "
        "Kontrollen vet heller ikke om et kort svar er godt nok.",
    },
    "en": {
        "name": "Thin pages",
        "one": "One page says too little about its subject",
        "many": "{n} pages say too little about their subject",
        "item": "The main text of the page “{quote}” is only {number} words.",
        "why": "Someone looking for a supplier wants an answer. A page of a few lines gives none, "
        "and search engines and AI assistants find little to show.",
        "todo": "Write what a customer wonders about: what you do, for whom, how it is done and what comes "
        "of it. "
        "If the page has no job of its own, merge it into another.",
        "blind": "Text that only appears in the browser, and what pictures and films say. "
        "Nor can the check tell whether a short answer is good enough.",
    },
}


def run(pages: ibis.Table, forms: ibis.Table, images: ibis.Table) -> ibis.Table:
    """One row per article, case or product page; found where its main text is below the type's floor."""
    import ibis

    asking = forms.filter(forms.control.notnull(), ~forms.purpose.isin(["search", "newsletter"]))
    shown = images.filter(images.place == "main").group_by("url").agg(shown=ibis._.count())
    galleries = shown.filter(shown.shown >= GALLERY)
    read = standing(pages).anti_join(asking, "url").anti_join(galleries, "url")
    read = ibis.union(*(read.filter(read.type == kind).mutate(floor=words) for kind, words in FLOORS.items()))
    return read.select(
        subject=read.url,
        found=read.words < read.floor,
        quote=ibis.coalesce(read.h1, read.title, read.url),
        place=ibis.null("string"),
        number=read.words.cast("float64"),
    )
