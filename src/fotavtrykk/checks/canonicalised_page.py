"""Pages that name another page as the original.

What it measures
    Pages, lists apart, whose canonical address is another page that can be read. Variants by query or
    closing slash do not count.

Why a buyer cares
    Search engines leave the page out and show the other one, although the two may say different things.

What it cannot see
    Whether the two pages really say the same.

Example
    All articles naming the front page as the original because of one line in the template.

Source
    RFC 6596; Google Search Central: canonical URLs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = (
    "pages",
    "fetches",
)
SEVERITY = "high"
TEXT = {
    "nb": {
        "name": "Oppgir en annen side som original",
        "one": "Én side oppgir en annen side som original",
        "many": "{n} sider oppgir en annen side som original",
        "item": "Siden sier at {place} er originalen.",
        "why": "Søkemotorene utelater siden og viser den andre, også når de to sier forskjellige ting.",
        "todo": "La siden oppgi sin egen adresse som kanonisk, med mindre de to er like.",
        "blind": "Om de to sidene faktisk sier det samme.",
    },
    "en": {
        "name": "Names another page as the original",
        "one": "One page names another page as the original",
        "many": "{n} pages name another page as the original",
        "item": "The page says that {place} is the original.",
        "why": "Search engines leave the page out and show the other one, even where the two say "
        "different things.",
        "todo": "Let the page name its own address as canonical, unless the two are alike.",
        "blind": "Whether the two pages really say the same.",
    },
}


def run(pages: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """One row per page with a canonical address, lists apart; found where that is another page that can be read."""
    import ibis

    whole = fetches.filter(fetches.state == "read").select(canonical="url")
    own = pages.filter(pages.type != "listing", pages.canonical.notnull())
    other = own.semi_join(whole, "canonical").select("url", other=True)
    rows = own.left_join(other, "url")
    query = rows.url.find("?")
    bare = ibis.ifelse(query < 0, rows.url, rows.url.substr(0, query))
    same = (rows.canonical == bare) | (rows.canonical + "/" == bare) | (rows.canonical == bare + "/")
    return rows.select(
        subject="url",
        found=rows.other.fill_null(False) & ~same,
        quote=ibis.coalesce(rows.h1, rows.title),
        place="canonical",
        number=ibis.null("float64"),
    )
