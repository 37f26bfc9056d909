"""Pages that robots.txt keeps from Google.

What it measures
    Addresses of the site that pages link to or the sitemap lists, without a query: may Googlebot read
    them by robots.txt?

Why a buyer cares
    What a search engine may not read it can hardly show, and assistants that build on the same index do
    not know it either.

What it cannot see
    Blocks by other means than robots.txt, and whether the firm wanted it so.

Example
    Disallow: /tjenester/ left behind by a developer.

Source
    RFC 9309; Google Search Essentials; Lighthouse: is-crawlable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = (
    "fetches",
    "robots_access",
)
SEVERITY = "critical"
TEXT = {
    "nb": {
        "name": "Stengt for Google",
        "one": "Én side er stengt for Google i robots.txt",
        "many": "{n} sider er stengt for Google i robots.txt",
        "item": "Regelen «{quote}» i robots.txt hindrer Google i å lese siden.",
        "why": "Det en søkemotor ikke får lese, kan den knapt vise frem. KI-assistenter som bygger på "
        "samme indeks, kjenner det heller ikke.",
        "todo": "Fjern regelen fra robots.txt, eller ta siden ut av menyen og nettstedskartet hvis det "
        "var meningen.",
        "blind": "Sperrer på andre måter enn robots.txt, og om firmaet ville ha det slik.",
    },
    "en": {
        "name": "Closed to Google",
        "one": "One page is closed to Google by robots.txt",
        "many": "{n} pages are closed to Google by robots.txt",
        "item": "The rule “{quote}” in robots.txt keeps Google from reading the page.",
        "why": "What a search engine may not read it can hardly show. Assistants that build on the same "
        "index do not know it either.",
        "todo": "Take the rule out of robots.txt, or take the page out of the menu and the sitemap if it "
        "was meant so.",
        "blind": "Blocks by other means than robots.txt, and whether the firm wanted it so.",
    },
}


def run(fetches: ibis.Table, robots_access: ibis.Table) -> ibis.Table:
    """One row per known address without a query; found where Googlebot may not read it."""
    import ibis

    google = robots_access.filter(robots_access.agent == "Googlebot").select("url", "allowed", "rule")
    known = fetches.filter(fetches.state != "skipped", ~fetches.url.contains("?")).join(google, "url")
    return known.select(
        subject="url", found=~known.allowed, quote="rule", place="found_on", number=ibis.null("float64")
    )
