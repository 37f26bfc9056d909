"""What the firm's page on LinkedIn got, month by month.

Formula
    The sums over a month's days of impressions, clicks, page views and followers in LinkedIn's page analytics; of the same day the newest
    export that has the figure counts. all is the number of months. LinkedIn counts daily visitors, which cannot be added up to those of a
    month, so that they are not told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from fotavtrykk import dealings, relations
from fotavtrykk.tables import NATURAL

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("audience", "ledger")
UNIT = "months"
MAIN = False
BETTER = "higher"
NOBODYS = True
TEXT = {
    "nb": {
        "name": "Siden på LinkedIn",
        "value": "Måneder med LinkedIns egne tall: {n}.",
        "formula": "Summen over månedens dager av visninger, klikk, sidevisninger og følgere.",
        "blind": "Hvem de var, og om noen av dem kjøpte. Den første og den siste måneden kan mangle dager. Følgere er nye den dagen, slik LinkedIns "
        "eksport er forstått; det er ikke prøvd mot en ny eksport.",
        "of.impressions": "Visninger",
        "of.clicks": "Klikk",
        "of.page_views": "Sidevisninger",
        "of.followers": "Nye følgere",
    },
    "en": {
        "name": "The page on LinkedIn",
        "value": "Months with LinkedIn's own figures: {n}.",
        "formula": "The sums over the days of a month of impressions, clicks, page views and followers.",
        "blind": "Who they were, and whether any of them bought. The first and the last month may lack days. Followers are new ones of the day, as "
        "LinkedIn's export is understood; it was not tried against a recent export.",
        "of.impressions": "Impressions",
        "of.clicks": "Clicks",
        "of.page_views": "Page views",
        "of.followers": "New followers",
    },
}
_FIGURES = ("impressions", "clicks", "page_views", "followers")


def run(audience: ibis.Table, ledger: ibis.Table) -> ibis.Table:
    """One row per month (n its number) and figure: segment the figure, k its sum; `settle` finishes them."""
    import ibis

    page = audience.filter(audience.service == "linkedin", audience.day.notnull())
    blank, parts = ibis.null("float64"), []
    for name in _FIGURES:  # exports tell of the same days, each of something else
        rows = dealings.latest(page.filter(page[name].notnull()), NATURAL["audience"], ledger)
        rows = rows.mutate(n=(rows.day.year() * 12 + rows.day.month() - 1).cast("float64"))
        parts.append(rows.group_by("n").agg(k=rows[name].sum()).mutate(segment=ibis.literal(name)))
    every = ibis.union(*parts)
    return every.select("segment", "k", "n", value=every.k, low=blank, high=blank)


def settle(rows: Sequence[Mapping[str, object]]) -> list[dict[str, object]]:
    """Rows all and "YEAR-MONTH FIGURE"."""
    return relations.by_month(rows)
