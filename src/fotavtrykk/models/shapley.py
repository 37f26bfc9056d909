"""Shapley's value of the wins that a set of units reaches by itself (Zhao's form): each win is shared equally among its different channels.

Formula
    credit/coalitions.py. The counterfactual form, of hit rates, needs every channel alone in some journey; it is in `fotavtrykk.attribution`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from fotavtrykk.credit import coalitions, units

if TYPE_CHECKING:
    from fotavtrykk.credit.paths import Paths
    from fotavtrykk.credit.result import Credited

NEEDS = ("journeys", "touches", "deals", "ledger", "identities")
ASSUMES = ("once", "won")
TEXT = {
    "nb": {
        "name": "Shapley (Zhaos form)",
        "once": "Hvor ofte og når en kanal var med, teller ikke; bare at den var med.",
        "won": "Bare vunne reiser teller; det som ikke førte fram, ser den ikke.",
        "shapley": "Shapley",
    },
    "en": {
        "name": "Shapley (Zhao's form)",
        "once": "How often and when a channel was there does not count; only that it was.",
        "won": "Only won journeys count; what led nowhere it does not see.",
        "shapley": "Shapley",
    },
}


def credit(paths: Paths, groups: Mapping[str, str], seed: int = 1) -> list[Credited]:
    """Shares of the wins, of the states of `paths` and of the units that `groups` puts them in."""
    return [coalitions.reached(paths, groups=groups, bootstraps=units.REPORTED, seed=seed)]
