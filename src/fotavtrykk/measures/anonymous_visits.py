"""How many visits belong to nobody that is known.

Formula
    k / n, where n = sessions of people (bots and visitors who said no left out), and k = those that no strong key joins to an
    account. They are in no journey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("sessions", "touches")
UNIT = "share"
MAIN = False
BETTER = "lower"
TEXT = {
    "nb": {
        "name": "Besøk uten kjent firma",
        "value": "{k} av {n} besøk kan ikke knyttes til noe firma.",
        "formula": "Besøk uten kjent konto, delt på alle besøk av mennesker som ikke har takket nei til statistikk.",
        "blind": "Hvem de er. De kan være de samme som de kjente, i en annen nettleser.",
    },
    "en": {
        "name": "Visits without a known company",
        "value": "{k} of {n} visits cannot be tied to any company.",
        "formula": "Visits without a known account, divided by all visits of people who have not said no to statistics.",
        "blind": "Who they are. They may be the same as the known ones, in another browser.",
    },
}


def run(sessions: ibis.Table, touches: ibis.Table) -> ibis.Table:
    """One row, all."""
    known = touches.filter(touches.kind == "visit", touches.origin == "web").select("session").distinct()
    rows = sessions.left_join(known, "session")
    return dealings.whole(rows.mutate(won=dealings.hit(rows.session_right.isnull())))
