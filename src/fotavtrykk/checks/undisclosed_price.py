"""Pages about a product or service with neither price, nor time, nor a defined scope.

What it measures
    The text of each page about a product or service: is there an amount, "free", a duration or time of
    delivery, or words that bound what is included? A price in structured data or a link to prices counts
    too.

Why a buyer cares
    Before talking to anybody, a buyer wants to know whether it is within reach. Whoever finds no frame at
    all goes on to a supplier who gives one.

What it cannot see
    Prices in pictures and files, and whether the frame given is a useful one. A description of what a
    service is about is not taken for its scope.

Example
    A page "Internkontroll" with four paragraphs of praise and "Ta kontakt for pris".

Source
    Measure S2 of this product: whether price, scope or delivery time is public in any form.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING

from fotavtrykk.relations import has_any, standing
from fotavtrykk.tables import Row
from fotavtrykk.text import lower

if TYPE_CHECKING:
    import ibis

LENS = "friction"
NEEDS = ("pages", "links", "entities", "spans")
SEVERITY = "low"
ENOUGH = 60
TEXT = {
    "nb": {
        "name": "Ingen ramme for pris, tid eller omfang",
        "one": "Én produkt- eller tjenesteside gir ingen ramme for pris, tid eller omfang",
        "many": "{n} produkt- og tjenestesider gir ingen ramme for pris, tid eller omfang",
        "item": "På siden «{quote}» fant vi verken pris, leveringstid eller et avgrenset omfang.",
        "why": "Før kunden snakker med noen, vil han eller hun vite om dette er aktuelt. "
        "Den som ikke finner noen ramme, går videre til en leverandør som gir en.",
        "todo": "Gi en ramme: en fra-pris, et typisk oppdrag med tid og kostnad, eller en liste over hva som "
        "inngår.",
        "blind": "Priser i bilder og vedlegg, og om rammen som er gitt, er til hjelp. "
        "En omtale av tjenesten regnes ikke som et avgrenset omfang.",
    },
    "en": {
        "name": "No frame for price, time or scope",
        "one": "One product or service page gives no frame for price, time or scope",
        "many": "{n} product and service pages give no frame for price, time or scope",
        "item": "On the page “{quote}” we found neither price, delivery time nor a defined scope.",
        "why": "Before talking to anybody, customers want to know whether it is within reach. "
        "Those who find no frame go on to a supplier who gives one.",
        "todo": "Give a frame: a price from, a typical assignment with time and cost, or a list of what is "
        "included.",
        "blind": "Prices in pictures and files, and whether the frame that is given helps. "
        "A description of the service is not taken for a defined scope.",
    },
}
_COUNT = (
    r"(?:\d+|en|én|ein|ett|et|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_UNIT = (
    r"(?:minutt(?:er)?|tim(?:e|er|ar)|(?:virke|arbeids)?dag(?:er|ar)?|uker?|veker?|måned(?:er)?|månad(?:er|ar)?"
    r"|minutes?|hours?|(?:business |working )?days?|weeks?|months?)"
)
_FRAME = re.compile(
    r"[€$£] ?\d"
    r"|\b(?:(?:kr|nok|eur|usd|sek|dkk|gbp)\b\.? ?\d"
    r"|\d+(?: ?,-|,–| ?kr\b| ?nok\b| ?kroner\b| ?eur\b| ?€| ?tusen\b| ?mill)"
    rf"|{_COUNT}(?: ?(?:–|-|til|to|eller|or) ?{_COUNT})?[ -]{_UNIT}\b"
    r"|(?:gratis|kostnadsfri\w*|timepris\w*|fastpris\w*|fast pris|free of charge|for free|free trial"
    r"|hourly rate|fixed price|flat fee"
    r"|leveringstid\w*|delivery time|lead time|turnaround|samme dag|same day|neste dag|next day"
    r"|døgnet rundt"
    r"|dette får (?:du|dere)|hva får (?:du|dere)|kva får de|inngår|inkluderer|inkludert|omfatter"
    r"|leveransen?|leveranser|what you get|what is included|what['’]s included|includes?|included|comprises"
    r"|deliverables?|scope of work)\b)"
)
_PRICES = ("pris", "price", "pricing", "kostnad", "kalkulator", "calculator")


def scan(page: Row) -> list[tuple[int, int]]:
    """Start and end of the first words on an offer's page that give a frame: amount, time, or what is included."""
    match = _FRAME.search(lower(str(page["text"]))) if page["type"] == "product" else None
    return [match.span()] if match else []


def run(pages: ibis.Table, links: ibis.Table, entities: ibis.Table, spans: ibis.Table) -> ibis.Table:
    """One row per page about a product or service with enough text; found where no frame is given."""
    import ibis

    named = ibis.coalesce(links.anchor, "").lower()
    framed = [
        spans.select("url"),
        entities.filter(entities.property == "price").select("url"),
        links.filter(has_any(named, _PRICES)).select("url"),
    ]
    given = reduce(lambda one, other: one.union(other), framed).distinct().select(at="url")
    read = standing(pages)
    read = read.filter(read.type == "product", read.words >= ENOUGH)
    read = read.left_join(given, read.url == given.at)
    return read.select(
        subject=read.url,
        found=read.at.isnull(),
        quote=ibis.coalesce(read.h1, read.title, read.url),
        place=ibis.null("string"),
        number=ibis.null("float64"),
    )
