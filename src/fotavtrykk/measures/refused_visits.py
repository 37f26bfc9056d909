"""How much of what happened on the site is left out because the visitors said no to statistics.

Formula
    k / n, where n = events of people (bots left out), and k = those recorded without consent (GA4's analytics_storage = No). They are
    in no visit, journey or other figure (rule R7). The part unset are those that say neither yes nor no; they count like the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fotavtrykk import dealings

if TYPE_CHECKING:
    import ibis

LENS = "journey"
NEEDS = ("events",)
UNIT = "share"
MAIN = False
BETTER = "lower"
TEXT = {
    "nb": {
        "name": "Det som skjer uten samtykke",
        "value": "{k} av {n} hendelser kommer fra besøkende som takket nei til statistikk. De er ikke med i noe tall.",
        "formula": "Hendelser uten samtykke, delt på alle hendelser fra mennesker.",
        "blind": "Hvor mange besøkende de er, og de som hindrer målingen helt. Veien fram til kjøp kan være lengre enn den ser ut til.",
        "segment.unset": "Sier verken ja eller nei",
    },
    "en": {
        "name": "What happens without consent",
        "value": "{k} of {n} events come from visitors who said no to statistics. They are in no figure.",
        "formula": "Events without consent, divided by all events of people.",
        "blind": "How many visitors they are, and those who block the measurement altogether. The way to a purchase may be longer than it looks.",
        "segment.unset": "Say neither yes nor no",
    },
}


def run(events: ibis.Table) -> ibis.Table:
    """Rows all and unset; none where no event says anything of consent."""
    import ibis

    rows = events.filter(events.agent == "human")
    said = ibis.coalesce(rows.consent, "unknown")
    every = rows.mutate(won=dealings.hit(said == "no"), unset=dealings.hit(said == "unknown"))
    told = every.agg(told=(every.unset == 0.0).sum())
    every = every.cross_join(told).filter(lambda t: t.told > 0)
    unset = every.select(won="unset")
    return dealings.whole(every).union(dealings.whole(unset, "unset"))
