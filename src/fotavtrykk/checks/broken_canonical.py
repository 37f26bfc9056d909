"""Pages that name an original that is no page.

What it measures
    Pages whose canonical address answers with an error or is redirected, and pages that name several.

Why a buyer cares
    Search engines cannot follow the hint and choose for themselves, perhaps the wrong page.

What it cannot see
    Canonical addresses on other sites, which are not read.

Example
    A canonical address that still has http:// or a page's old name.

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
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Ødelagt henvisning til original",
        "one": "Én side oppgir en original som ikke er noen side",
        "many": "{n} sider oppgir en original som ikke er noen side",
        "item": "Siden oppgir {place} som original, men den adressen gir feil, er flyttet eller er én av "
        "flere.",
        "why": "Søkemotorene kan ikke følge henvisningen og velger selv, kanskje feil side.",
        "todo": "La den kanoniske adressen være sidens egen, slik den lyder i dag.",
        "blind": "Kanoniske adresser på andre nettsteder; de leses ikke.",
    },
    "en": {
        "name": "Broken reference to the original",
        "one": "One page names an original that is no page",
        "many": "{n} pages name an original that is no page",
        "item": "The page names {place} as the original, but that address gives an error, has moved or is"
        " one of several.",
        "why": "Search engines cannot follow the hint and choose for themselves, perhaps the wrong page.",
        "todo": "Let the canonical address be the page's own, as it is today.",
        "blind": "Canonical addresses on other sites; they are not read.",
    },
}


def run(pages: ibis.Table, fetches: ibis.Table) -> ibis.Table:
    """One row per page with a canonical address; found where it is an error, redirected, or not the only one."""
    import ibis

    asked = fetches.select(canonical="url", status="final_status", hops="hops")
    rows = pages.filter(pages.canonical.notnull()).left_join(asked, "canonical")
    gone = rows.status.fill_null(200) >= 400
    return rows.select(
        subject="url",
        found=gone | (rows.hops.fill_null(0) > 0) | (rows.canonicals > 1),
        quote=ibis.null("string"),
        place="canonical",
        number=rows.status.cast("float64"),
    )
