"""F4: how many searches bring clearly fewer clicks than their place among the results does for the firm.

Formula
    k / n, where n = queries without the firm's name that are shown often enough to tell, and k = those with fewer clicks than the lower end of
    what the firm's own results get at that place (searching/curve.py: an isotonic curve of the firm's own clicks by place, each query judged by
    the curve of the others, 95 %). The parts: those above the upper end, of the same n; and those shown too seldom to tell, of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("search_queries",)
UNIT = "share"
MAIN = False
BETTER = "lower"
NOBODYS = True  # what is counted is no customer
TEXT = {
    "nb": {
        "name": "Søk med færre klikk enn plassen tilsier",
        "value": "{k} av {n} søk gir klart færre klikk enn deres egne resultater ellers får på samme plass.",
        "formula": "Søk uten firmanavnet som gir færre klikk enn nedre grense for det deres resultater får på samme plass (95 %), delt på søk som er "
        "vist ofte nok til å dømme. Kurven er tilpasset deres egne tall.",
        "blind": "Hva annet som står på resultatsiden (annonser, kart, svar øverst), og at plassen er et gjennomsnitt. Høyst to til tre av hundre "
        "søk havner under grensen ved tilfeldigheter alene.",
        "segment.over": "Klart flere klikk enn plassen tilsier",
        "segment.few": "Vist for sjelden til å dømme, av alle søk uten firmanavnet",
    },
    "en": {
        "name": "Searches with fewer clicks than their place brings",
        "value": "{k} of {n} searches bring clearly fewer clicks than your own results otherwise get at the same place.",
        "formula": "Searches without the firm's name that bring fewer clicks than the lower end of what your results get at the same place (95%), "
        "divided by searches shown often enough to tell. The curve is fitted on your own figures.",
        "blind": "What else stands on the page of results (advertisements, maps, answers at the top), and that the place is an average. At most two "
        "or three searches of a hundred fall below by chance alone.",
        "segment.over": "Clearly more clicks than their place brings",
        "segment.few": "Shown too seldom to tell, of all searches without the firm's name",
    },
}


def run(search_queries: ibis.Table) -> ibis.Table:
    """Rows all, over and few; none where no curve could be fitted."""
    return dealings.off_curve(search_queries)
