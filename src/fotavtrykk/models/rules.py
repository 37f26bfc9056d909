"""Rules: credit by place and time, as HubSpot documents it. They estimate nothing: they are agreements on who gets what.

Formula
    credit/weights.py: first, last, last_nondirect, linear, u_shaped, w_shaped, full_path, time_decay. Each win shares out 1, or its value.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fotavtrykk.credit import units, weights

if TYPE_CHECKING:
    from fotavtrykk.credit.paths import Paths
    from fotavtrykk.credit.result import Credited

NEEDS = ("journeys", "touches", "deals", "ledger", "identities")
ASSUMES = ("agreed", "seen")
TEXT = {
    "nb": {
        "name": "Regler",
        "agreed": "En regel er en avtale om fordeling; den anslår ingenting, og ingen av dem er riktigere enn de andre.",
        "seen": "Bare kontaktpunkter som er sett, kan få noe.",
        "first": "Første",
        "last": "Siste",
        "last_nondirect": "Siste som ikke er direkte",
        "linear": "Likt til alle",
        "u_shaped": "U: første og henvendelse",
        "w_shaped": "W: første, henvendelse og tilbud",
        "full_path": "Hele veien: fire punkter",
        "time_decay": "Mest til de siste dagene",
    },
    "en": {
        "name": "Rules",
        "agreed": "A rule is an agreement on sharing; it estimates nothing, and none of them is more right than the others.",
        "seen": "Only touches that were seen can get anything.",
        "first": "First",
        "last": "Last",
        "last_nondirect": "Last that is not direct",
        "linear": "Equally to all",
        "u_shaped": "U: first and lead",
        "w_shaped": "W: first, lead and deal",
        "full_path": "Full path: four points",
        "time_decay": "Most to the last days",
    },
}


def credit(paths: Paths, groups: Mapping[str, str], seed: int = 1) -> list[Credited]:
    """Credit by each rule, of the states of `paths` and of the units that `groups` (state -> unit) puts them in. Needs a win."""
    return [
        weights.fit(paths, rule, groups=groups, bootstraps=units.REPORTED, seed=seed)
        for rule in weights.RULES
    ]
