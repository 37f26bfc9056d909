"""The absorbing chain: the share of wins that is gone where a unit is taken out of all journeys, by one linear solve; exact.

Formula
    credit/chain.py. Removal effects of channels and of functions, normalised to shares. Journeys that were not won say how often each step fails:
    without them removal would lose everything for everybody, and the report refuses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from fotavtrykk.credit import chain, counting, orders, units

if TYPE_CHECKING:
    from fotavtrykk.credit.paths import Paths
    from fotavtrykk.credit.result import Credited

LONGER = "markov_longer"  # the model's name where its order is above 1
_MOST = 20_000  # journeys on which the order is tried
NEEDS = ("journeys", "touches", "deals", "ledger", "identities")
ASSUMES = ("next", "removed", "lost")
TEXT = {
    "nb": {
        "name": "Markovkjede",
        "next": "Hva som skjer videre, avhenger bare av det siste kontaktpunktet (med lengre hukommelse: av de siste).",
        "removed": "Modellen antar at ingen kunder ville funnet en annen vei om en kanal eller funksjon ble borte. Derfor er andelen ikke et mål "
        "på virkning.",
        "lost": "Tapte og åpne reiser er med; uten dem sier kjeden ingenting.",
        "markov": "Markovkjede",
        "markov_longer": "Markovkjede med lengre hukommelse",
    },
    "en": {
        "name": "Markov chain",
        "next": "What happens next depends on the latest touch alone (with a longer memory: on the latest ones).",
        "removed": "The model assumes that no customer would have found another way, were a channel or function gone. So the share does not "
        "measure an effect.",
        "lost": "Journeys that were lost or are open are in it; without them the chain says nothing.",
        "markov": "Markov chain",
        "markov_longer": "Markov chain, longer memory",
    },
}


def credit(paths: Paths, groups: Mapping[str, str], seed: int = 1) -> list[Credited]:
    """Removal effects as shares, of the states of `paths` and of the units that `groups` puts them in; nothing where all journeys were won.

    The chain of order 1; and where a longer memory tells better what journeys do next (credit/orders.py), that of the best order too,
    without intervals: it has many times the states.
    """
    if not paths.nulls:
        return []
    first = chain.fit(counting.of_paths(paths), groups=groups, bootstraps=units.REPORTED, seed=seed)
    best = orders.best(paths.taken(list(range(min(len(paths.count), _MOST)))))
    if best == 1:
        return [first]
    longer = chain.fit(counting.of_paths(paths, best), groups=groups, bootstraps=0, seed=seed)
    return [first, replace(longer, rows=tuple(replace(row, model=LONGER) for row in longer.rows))]
