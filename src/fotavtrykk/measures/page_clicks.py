"""F4: how many pages get clearly fewer clicks from search than their places among the results do for the firm.

Formula
    k / n, where n = pages that are shown often enough for queries without the firm's name to tell, and k = those with fewer clicks than the
    lower end of what the firm's pages get at the same places (searching/curve.py: the sum over the page's queries, each page judged by the
    curve of the others, 95 %). The parts: those above the upper end, of the same n; and those shown too seldom to tell, of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "found"
NEEDS = ("search_pages",)
UNIT = "share"
MAIN = False
BETTER = "lower"
NOBODYS = True  # what is counted is no customer
TEXT = {
    "nb": {
        "name": "Sider med færre klikk enn plassene tilsier",
        "value": "{k} av {n} sider får klart færre klikk fra søk enn sidene deres ellers får på samme plasser.",
        "formula": "Sider som får færre klikk enn nedre grense for det sidene deres får på samme plasser (95 %), delt på sider som er vist ofte nok "
        "til å dømme. Bare søk uten firmanavnet teller.",
        "blind": "Hva annet som står på resultatsiden, og søk som Google skjuler ordene i. Høyst to til tre av hundre sider havner under grensen ved "
        "tilfeldigheter alene.",
        "segment.over": "Klart flere klikk enn plassene tilsier",
        "segment.few": "Vist for sjelden til å dømme, av alle sider med kjente søk",
    },
    "en": {
        "name": "Pages with fewer clicks than their places bring",
        "value": "{k} of {n} pages get clearly fewer clicks from search than your pages otherwise get at the same places.",
        "formula": "Pages with fewer clicks than the lower end of what your pages get at the same places (95%), divided by pages shown often enough "
        "to tell. Only searches without the firm's name count.",
        "blind": "What else stands on the page of results, and searches whose words Google hides. At most two or three pages of a hundred fall below "
        "by chance alone.",
        "segment.over": "Clearly more clicks than their places bring",
        "segment.few": "Shown too seldom to tell, of all pages with known searches",
    },
}


def run(search_pages: ibis.Table) -> ibis.Table:
    """Rows all, over and few; none where no curve could be fitted."""
    return dealings.off_curve(search_pages)
