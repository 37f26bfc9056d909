"""A Norwegian site that does not say which firm is behind it.

What it measures
    Does any page that was read give a valid Norwegian organisation number (nine digits, check digit by
    modulus 11), in its text or in structured data? Examined where the site has the Norwegian top domain
    or pages in Norwegian. One thing is the site.

Why a buyer cares
    With the number anybody can look up the firm, its accounts and its board. Without it a stranger has only
    the firm's own word.

What it cannot see
    Numbers in pictures and files, whether the number belongs to this firm, and foreign registers.

Example
    A site with name, telephone and address in the footer, but no organisation number.

Source
    Ehandelsloven section 8 and foretaksregisterloven section 10-2; check digit as described by
    Brønnøysundregistrene.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fotavtrykk.relations import front
from fotavtrykk.tables import Row

if TYPE_CHECKING:
    import ibis

LENS = "trust"
NEEDS = ("pages", "entities", "spans")
SEVERITY = "high"
TEXT = {
    "nb": {
        "name": "Organisasjonsnummer mangler",
        "one": "Nettstedet oppgir ikke gyldig organisasjonsnummer",
        "many": "{n} nettsteder oppgir ikke gyldig organisasjonsnummer",
        "item": "Ingen av sidene vi leste, oppgir et gyldig organisasjonsnummer.",
        "why": "Med nummeret kan hvem som helst slå opp firmaet, regnskapet og styret. Uten det har en "
        "fremmed bare firmaets eget ord. "
        "Ehandelsloven krever det også.",
        "todo": "Skriv juridisk navn, organisasjonsnummer og adresse i bunnen av alle sider.",
        "blind": "Numre i bilder og vedlegg, om nummeret tilhører dette firmaet, og utenlandske registre.",
    },
    "en": {
        "name": "Missing organisation number",
        "one": "The site gives no valid organisation number",
        "many": "{n} sites give no valid organisation number",
        "item": "None of the pages we read gives a valid Norwegian organisation number.",
        "why": "With the number anybody can look up the firm, its accounts and its board. Without it a "
        "stranger has only your word. "
        "Norwegian e-commerce law demands it too.",
        "todo": "Put legal name, organisation number and address at the foot of every page.",
        "blind": "Numbers in pictures and files, whether the number belongs to this firm, and foreign "
        "registers.",
    },
}
_NINE = re.compile(r"[89](?<![\d+].)\d{2}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{3}(?!\d)")
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)


def scan(page: Row) -> list[tuple[int, int]]:
    """Start and end of each number on a page whose nine digits pass modulus 11."""
    return [match.span() for match in _NINE.finditer(str(page["text"])) if _valid(match.group())]


def _valid(number: str) -> bool:
    digits = [int(char) for char in number if char.isdigit()]
    return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0


def run(pages: ibis.Table, entities: ibis.Table, spans: ibis.Table) -> ibis.Table:
    """One row per Norwegian site; found where no valid organisation number was read."""
    import ibis

    stated = entities.filter(entities.property == "orgnr", entities.valid).agg(stated=entities.url.count())
    seen = spans.agg(seen=spans.url.count())
    tongue = pages.agg(norwegian=ibis.coalesce(pages.lang.isin(["nb", "nn"]).any(), False))
    site = front(pages).cross_join(stated).cross_join(seen).cross_join(tongue)
    site = site.filter(site.norwegian | site.subject.contains(".no/"))
    return site.select(
        "subject",
        found=(site.stated == 0) & (site.seen == 0),
        quote=ibis.null("string"),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
