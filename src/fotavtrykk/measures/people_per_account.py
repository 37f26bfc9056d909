"""How many persons of the customer were seen in a journey that ended.

Formula
    The mean over closed journeys, with at least one person known, of the different persons in it. The interval is mean +- 1.96 standard
    errors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("journeys",)
UNIT = "people"
MAIN = False
BETTER = "higher"
MEAN = True
TEXT = {
    "nb": {
        "name": "Personer per kjøpsreise",
        "value": "I snitt er {value} personer hos kunden sett i {n} avsluttede reiser.",
        "formula": "Gjennomsnittlig antall forskjellige personer per avsluttet reise der minst én er kjent; det samme "
        "for vunne og tapte.",
        "blind": "Dem som bestemte uten å være i kontakt.",
        "segment.won": "Vunne reiser",
        "segment.lost": "Tapte reiser",
    },
    "en": {
        "name": "People per journey",
        "value": "On average {value} people of the customer were seen in {n} closed journeys.",
        "formula": "Mean number of different persons per closed journey with at least one known; the same for those won "
        "and those lost.",
        "blind": "Those who decided without being in touch.",
        "segment.won": "Journeys won",
        "segment.lost": "Journeys lost",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all, won and lost."""
    import ibis

    rows = journeys.filter(journeys.outcome != "open", journeys.people > 0)
    parts = [(name, rows.filter(rows.outcome == name)) for name in ("won", "lost")]
    means = [dealings.mean(part, part.people, name, share=False) for name, part in [("all", rows), *parts]]
    return ibis.union(*means)
