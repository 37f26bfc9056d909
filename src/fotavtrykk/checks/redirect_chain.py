"""Links within the site that are sent on more than once.

What it measures
    Each link from a page of the site to an address of the site: is it redirected twice or more, or in a
    circle?

Why a buyer cares
    Every detour takes time on a telephone, and search engines give up on long ones.

What it cannot see
    Redirects that a script makes, and redirects on other sites.

Example
    /om to /om-oss to /om-oss/.

Source
    RFC 9309 and Google follow a limited number of redirects; Lighthouse: redirects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("links", "fetches")
BY_PAGE = "links"
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Omveier",
        "one": "Én lenke går via flere videresendinger",
        "many": "{n} lenker går via flere videresendinger",
        "item": "Lenken «{quote}» til {place} sendes videre {number} ganger.",
        "why": "Hver omvei koster tid på mobilen, og søkemotorer gir opp de lange.",
        "todo": "La lenken peke rett på siden den ender på.",
        "blind": "Videresendinger som et skript gjør, og videresendinger på andre nettsteder.",
    },
    "en": {
        "name": "Detours",
        "one": "One link goes by several redirects",
        "many": "{n} links go by several redirects",
        "item": "The link “{quote}” to {place} is redirected {number} times.",
        "why": "Every detour takes time on a phone, and search engines give up on long ones.",
        "todo": "Let the link point straight to the page where it ends.",
        "blind": "Redirects that a script makes, and redirects on other sites.",
    },
}


def run(links: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """One row per page and address of the site that it links to; found where two redirects or a circle follow."""
    circle = (fetches.final_url == fetches.url) & (fetches.hops > 0)
    asked = fetches.select("hops", target="url", circle=circle)
    rows = links.join(asked, "target")
    one = rows.group_by(subject=rows.url, place=rows.target).agg(
        quote=rows.anchor.min(), hops=rows.hops.max(), circle=rows.circle.any()
    )
    return one.select(
        "subject",
        found=(one.hops >= 2) | one.circle,
        quote="quote",
        place="place",
        number=one.hops.cast("float64"),
    )
