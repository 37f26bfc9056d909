"""How much of the journeys that were won was over before the first human contact, by four clocks.

Formula
    The mean over won journeys with at least one visit and one human contact of: time, (first human contact - first touch) / (end of
    the day of the outcome - first touch); touches, touches before it / all; content, pages read before it / all; stages, the
    deal's stages entered before it / all. The interval is mean +- (1.96 standard errors + |mean - mean were three touches in ten
    lost|), cut at 0 and 1: touches go missing, and it says how much hangs on that. Of time it is the greatest move of three: were any
    touches lost, human contacts alone, or all but those, for these two move it opposite ways. A human contact is two-way: a call that
    was answered, a meeting that was held, a message that was replied to (journeys.py).
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
MEAN = True
TEXT = {
    "nb": {
        "name": "Andel av kjøpsreisen før første menneskelige kontakt",
        "value": "I snitt lå {value} av reisens tid før den første samtalen eller det første møtet, regnet på {n} "
        "vunne reiser der begge deler er sett.",
        "formula": "Gjennomsnitt over vunne reiser av tiden før første menneskelige kontakt, delt på hele reisens tid; "
        "og det samme for kontaktpunkter, leste sider og salgsfaser. Intervallet er utvidet med det som ville "
        "endret seg om tre av ti kontaktpunkter var tapt.",
        "blind": "Det som aldri ble registrert: lesing uten samtykke, råd fra en kollega, møter som ikke står i CRM. "
        "Reiser uten et eneste sett besøk er ikke med.",
        "segment.touches": "Målt i kontaktpunkter",
        "segment.content": "Målt i leste sider",
        "segment.stages": "Målt i salgsfaser",
    },
    "en": {
        "name": "Share of the journey before the first human contact",
        "value": "On average {value} of the journey's time lay before the first call or meeting, over {n} won journeys "
        "in which both were seen.",
        "formula": "Mean over won journeys of the time before the first human contact, divided by the journey's whole "
        "time; and the same for touches, pages read and stages of the deal. The interval is widened by what "
        "would change if three touches in ten were lost.",
        "blind": "What was never recorded: reading without consent, a colleague's advice, meetings that are not in the "
        "CRM. Journeys without a single visit seen are left out.",
        "segment.touches": "By touches",
        "segment.content": "By pages read",
        "segment.stages": "By stages of the deal",
    },
}


def run(journeys: ibis.Table) -> ibis.Table:
    """Rows all (time), and one per other clock that the data have."""
    import ibis

    rows = journeys.filter(journeys.outcome == "won")
    clocks = {
        "all": "before_time",
        "touches": "before_touches",
        "content": "before_content",
        "stages": "before_stages",
    }
    thinned = {
        "all": (rows.thinned_time, rows.thinned_contact, rows.thinned_begin),
        "touches": (rows.thinned_touches,),
        "content": (rows.thinned_content,),
    }
    means = [
        dealings.mean(rows, rows[column], name, without=thinned.get(name, ()))
        for name, column in clocks.items()
    ]
    return ibis.union(*means)
