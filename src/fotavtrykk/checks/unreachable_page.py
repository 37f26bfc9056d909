"""Addresses of the site that should answer and do not.

What it measures
    Addresses that were asked for and gave no answer or a server error, and addresses that the sitemap
    lists and that answer with an error.

Why a buyer cares
    The firm itself points search engines and readers to a page that is not there.

What it cannot see
    Whether the fault was passing: each address was asked for at most twice, on one day.

Example
    A sitemap that still lists last year's campaign.

Source
    sitemaps.org; Google Search Essentials: sitemaps list pages that answer with 200.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("fetches",)
SEVERITY = "high"
MAY_PASS = (401, 403, 407, 429, 503)
TEXT = {
    "nb": {
        "name": "Adresser som ikke svarer",
        "one": "Én adresse som burde virke, svarer ikke",
        "many": "{n} adresser som burde virke, svarer ikke",
        "item": "Adressen står i nettstedskartet eller er lenket til, men gir ingen side ({quote}).",
        "why": "Firmaet viser selv vei til en side som ikke finnes, både for søkemotorer og for kunder.",
        "todo": "Fjern adressen fra nettstedskartet, send den videre, eller få siden tilbake.",
        "blind": "Om feilen var forbigående: hver adresse ble spurt høyst to ganger, samme dag.",
    },
    "en": {
        "name": "Addresses that do not answer",
        "one": "One address that should work does not answer",
        "many": "{n} addresses that should work do not answer",
        "item": "The address stands in the sitemap or is linked to, but gives no page ({quote}).",
        "why": "The firm itself points both search engines and customers to a page that is not there.",
        "todo": "Take the address out of the sitemap, redirect it, or bring the page back.",
        "blind": "Whether the fault was passing: each address was asked for at most twice, on one day.",
    },
}


def run(fetches: ibis.Table) -> ibis.Table:
    """One row per address that was asked for; found where it gave no answer, or an error it should not."""
    import ibis

    asked = fetches.filter(fetches.state.isin(["read", "redirected", "http_error", "failed"]))
    dead = asked.in_sitemap & (asked.final_status >= 400) & asked.final_status.notin(MAY_PASS)
    broken = (asked.status >= 500) & (asked.status != 503)
    return asked.select(
        subject="url",
        found=(asked.state == "failed") | (dead | broken).fill_null(False),
        quote=ibis.coalesce(ibis.literal("HTTP ") + asked.final_status.cast("string"), asked.reason, ""),
        place="found_on",
        number=asked.final_status.cast("float64"),
    )
