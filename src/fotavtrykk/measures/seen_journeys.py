"""How many of the closed journeys anything is known of before the outcome.

Formula
    k / n, where n = journeys that ended with a deal won or lost, and k = those with at least one touch; the parts are the same for
    visits, of all and of those won. The rest is what every other figure on journeys is silent about.
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
TEXT = {
    "nb": {
        "name": "Avsluttede reiser som er sett",
        "value": "For {k} av {n} avsluttede reiser er det registrert minst ett kontaktpunkt.",
        "formula": "Reiser med minst ett kontaktpunkt, delt på alle reiser som endte med et vunnet eller tapt salg.",
        "blind": "Hvor mye av en reise som er sett, når noe er sett.",
        "segment.visits": "Med minst ett besøk på nettstedet",
        "segment.won": "Vunne reiser med minst ett besøk",
    },
    "en": {
        "name": "Closed journeys that were seen",
        "value": "Of {k} of {n} closed journeys at least one touch is recorded.",
        "formula": "Journeys with at least one touch, divided by all journeys that ended with a deal won or lost.",
        "blind": "How much of a journey was seen, where something was.",
        "segment.visits": "With at least one visit to the website",
        "segment.won": "Journeys won with at least one visit",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all (any touch), visits, and won (visits, of those won)."""
    import ibis

    rows = journeys.filter(journeys.outcome != "open")
    seen = dealings.whole(rows.mutate(won=dealings.hit(rows.touches > 0)))
    visits = dealings.whole(rows.mutate(won=dealings.hit(rows.visits > 0)), "visits")
    won = rows.filter(rows.outcome == "won")
    won = dealings.whole(won.mutate(won=dealings.hit(won.visits > 0)), "won")
    return ibis.union(seen, visits, won)
