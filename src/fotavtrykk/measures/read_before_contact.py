"""What is read before the first contact, by the first page of each visit.

Formula
    k / n, where n = visits of won journeys before the first call or meeting whose first page the last audit knows, and k = those
    that begin on an article, a case or a page about a person; the parts are each type of page over the same n. The interval is
    Jeffreys' (stats.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings
from fotavtrykk.touches import read

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("touches", "journeys", "pages")
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
SPREAD = True  # the parts are parts of one whole
TEXT = {
    "nb": {
        "name": "Hva som leses før første kontakt",
        "value": "{k} av {n} besøk før den første samtalen eller det første møtet begynte på en fagartikkel, en "
        "referanse eller en side om folk.",
        "formula": "Besøk i vunne reiser etter sidetypen de begynte på, delt på alle slike besøk.",
        "blind": "Hva som ble lest videre i besøket, og alt som ble lest uten samtykke.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "segment.front": "Forsiden",
        "segment.article": "Fagartikler og nyheter",
        "segment.case": "Referanser",
        "segment.product": "Produkter og tjenester",
        "segment.person": "Sider om folk",
        "segment.contact": "Kontaktsider",
        "segment.legal": "Juridiske sider",
        "segment.listing": "Oversikter",
        "segment.other": "Andre sider",
    },
    "en": {
        "name": "What is read before the first contact",
        "value": "{k} of {n} visits before the first call or meeting began on an article, a case or a page about a "
        "person.",
        "formula": "Visits of won journeys by the type of page on which they began, divided by all such visits.",
        "blind": "What was read further on in the visit, and all that was read without consent.",
        "segment.few": "The rest, put together so that no group of under six shows",
        "segment.front": "The front page",
        "segment.article": "Articles and news",
        "segment.case": "Cases",
        "segment.product": "Products and services",
        "segment.person": "Pages about people",
        "segment.contact": "Contact pages",
        "segment.legal": "Legal pages",
        "segment.listing": "Lists",
        "segment.other": "Other pages",
    },
}


def run(touches: ibis.Table, journeys: ibis.Table, pages: ibis.Table) -> ibis.Table:
    """Rows all (articles, cases and people), and one per type of page."""
    rows = read(touches, journeys, pages, early=True)
    return dealings.whole(rows).union(dealings.distribution(rows, rows.type))
