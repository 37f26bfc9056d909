"""Different pages with one and the same title.

What it measures
    Pages that stand for themselves, in the same language, lists apart, with exactly the same title.

Why a buyer cares
    In a search the pages look alike, and nobody can tell which one has the answer.

What it cannot see
    Titles that are nearly alike.

Example
    "Nyheter | Firma" on every news article.

Source
    Google Search Central: title links; common audit tools.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk.relations import standing

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("pages",)
SEVERITY = "low"
TEXT = {
    "nb": {
        "name": "Like titler",
        "one": "Én side deler tittel med en annen",
        "many": "{n} sider deler tittel med en annen",
        "item": "Tittelen «{quote}» står på {number} sider, blant dem {place}.",
        "why": "I søket ser sidene like ut, og ingen kan se hvilken som har svaret.",
        "todo": "Gi hver side sin egen tittel.",
        "blind": "Titler som er nesten like.",
    },
    "en": {
        "name": "Equal titles",
        "one": "One page shares its title with another",
        "many": "{n} pages share their title with another",
        "item": "The title “{quote}” stands on {number} pages, among them {place}.",
        "why": "In a search the pages look alike, and nobody can tell which one has the answer.",
        "todo": "Give every page a title of its own.",
        "blind": "Titles that are nearly alike.",
    },
}


def run(pages: ibis.Table) -> ibis.Table:
    """One row per page with a title, lists apart; found where another page of its language has the same."""
    import ibis

    every = standing(pages).mutate(tongue=ibis._.lang_declared.fill_null(""))
    rows = every.filter(every.type != "listing")
    groups = every.group_by("title", "tongue").agg(
        size=every.url.nunique(), first=every.url.min(), last=every.url.max()
    )
    plain = rows.group_by("title", "tongue").agg(plain=rows.url.nunique())
    groups = groups.join(plain, ["title", "tongue"])
    both = rows.join(groups, ["title", "tongue"])
    return both.select(
        subject="url",
        found=both.plain > 1,
        quote="title",
        place=ibis.ifelse(both.url == both.first, both.last, both.first),
        number=both.size.cast("float64"),
    )
