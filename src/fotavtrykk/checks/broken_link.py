"""Links within the site that lead to an error.

What it measures
    Each link from a page of the site to an address of the site, redirects followed: does it end in an
    error (HTTP 4xx or 5xx)? Answers that may pass or ask for a login (401, 403, 407, 429, 503) do not
    count.

Why a buyer cares
    Somebody wanted to know more and met a dead end. It says that nobody looks after the site.

What it cannot see
    Links that a script makes, links to other sites, and addresses that did not answer at all.

Example
    A menu that still names a page that was deleted.

Source
    RFC 9110, section 15.5; the broken-link checks of common audit tools.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("links", "fetches")
BY_PAGE = "links"
SEVERITY = "high"
MAY_PASS = (401, 403, 407, 429, 503)
TEXT = {
    "nb": {
        "name": "Brutte lenker",
        "one": "Én lenke fører til en feilside",
        "many": "{n} lenker fører til feilsider",
        "item": "Lenken «{quote}» fører til {place}, som svarer med feil {number}.",
        "why": "En som ville vite mer, møter en blindvei. Det sier også at ingen følger med på nettstedet.",
        "todo": "Rett adressen i lenken, eller send den gamle adressen videre til siden som har overtatt.",
        "blind": "Lenker som først lages i nettleseren, lenker til andre nettsteder, og adresser som ikke "
        "svarte i det hele tatt.",
    },
    "en": {
        "name": "Broken links",
        "one": "One link leads to an error page",
        "many": "{n} links lead to error pages",
        "item": "The link “{quote}” leads to {place}, which answers with error {number}.",
        "why": "Somebody who wanted to know more meets a dead end. It also says that nobody looks after "
        "the site.",
        "todo": "Mend the address in the link, or redirect the old address to the page that has taken over.",
        "blind": "Links that are only made in the browser, links to other sites, and addresses that did "
        "not answer at all.",
    },
}


def run(links: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """One row per page and address of the site that it links to; found where the way ends in an error."""
    import ibis

    asked = fetches.filter(fetches.final_status.notnull()).select(target="url", status="final_status")
    rows = links.join(asked, "target")
    one = rows.group_by(subject=rows.url, place=rows.target).agg(
        quote=rows.anchor.min(), status=rows.status.min()
    )
    return one.select(
        "subject",
        found=(one.status >= 400) & one.status.notin(MAY_PASS),
        quote=ibis.coalesce(one.quote, ""),
        place="place",
        number=one.status.cast("float64"),
    )
