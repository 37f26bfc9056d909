"""How many journeys with visits had read a page that shows a named expert, by how they ended.

Formula
    k / n, where n = closed journeys with at least one visit, and k = those in which a page about a person, or an article with a byline,
    was read. Pages and bylines are those of the last audit. The interval is Jeffreys' (stats.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("journeys",)
UNIT = "share"
MAIN = False
BETTER = "higher"
INTERVAL = True
TEXT = {
    "nb": {
        "name": "Reiser innom navngitte fagfolk",
        "value": "{k} av {n} avsluttede reiser med besøk var innom en side med en navngitt fagperson.",
        "formula": "Avsluttede reiser der en personside eller en artikkel med forfatter ble lest, delt på avsluttede "
        "reiser med besøk; for vunne og for tapte.",
        "blind": "At lange reiser rekker innom flere sider. En forskjell viser ikke at fagfolkene avgjorde kjøpet.",
        "segment.few": "Resten, slått sammen så ingen gruppe på under seks vises",
        "segment.won": "Vunne reiser",
        "segment.lost": "Tapte reiser",
    },
    "en": {
        "name": "Journeys by way of a named expert",
        "value": "{k} of {n} closed journeys with visits came by a page with a named expert.",
        "formula": "Closed journeys in which a page about a person or an article with an author was read, divided by "
        "closed journeys with visits; for those won and those lost.",
        "blind": "That long journeys come by more pages. A difference does not show that the experts decided the "
        "purchase.",
        "segment.few": "The rest, put together so that no group of under six shows",
        "segment.won": "Journeys won",
        "segment.lost": "Journeys lost",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all, won and lost."""
    rows = journeys.filter(journeys.outcome != "open", journeys.visits > 0, journeys.expert.notnull())
    return dealings.shares(rows.mutate(won=dealings.hit(rows.expert)), rows.outcome)
