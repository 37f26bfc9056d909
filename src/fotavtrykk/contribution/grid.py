"""One answer under all definitions: each function's share by every model, window, identity rule and choice of touches, and what moves it.

The specification curve of Simonsohn, Simmons and Nelson (Nature Human Behaviour 4, 2020), of shares instead of effects: every defensible way to
answer is tried, and the range is the answer. Nothing is averaged over definitions, for none of them is more right than another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from fotavtrykk.contribution.gathered import Given
from fotavtrykk.credit import chain, coalitions, counting, weights
from fotavtrykk.credit.paths import Array
from fotavtrykk.credit.result import Credited
from fotavtrykk.stats import SMALLEST

MODELS = ("first", "last", "last_nondirect", "linear", "u_shaped", "time_decay", "markov", "shapley")
WINDOWS = (30, 90, 180)  # days, besides the firm's own
IDENTITIES = ("joined", "crm")
FILTERS = ("all", "answered", "before_contact", "once")
AXES = ("model", "window", "identity", "filter")
MOST_ACCOUNTS = 20_000  # of more the grid looks at about as many, drawn once and for all
_LEAST_WINS = 30  # of a definition that leaves fewer nothing is read


@dataclass(frozen=True)
class Specification:
    """One definition, and each function's share of the wins under it (0 where that is under six wins)."""

    model: str
    window: int
    identity: str
    filter: str
    wins: float
    shares: Mapping[str, float]

    def at(self, axis: str) -> object:
        """What this definition chose on an axis."""
        return getattr(self, axis)


@dataclass(frozen=True)
class Range:
    """One function under all definitions: the least and the most, the default's `share`, the axis that moves it most and by how much on average,
    its ends where that choice is as by default, the places it takes, and
    in how large a part of the definitions it takes the place that it has by default.
    """

    name: str
    low: float
    high: float
    share: float
    moves: str
    by: float
    rest_low: float
    rest_high: float
    best: int
    worst: int
    steady: float
    definitions: int


def tried(given: Given, lookback: int, default: str, unit: str = "function") -> list[Specification]:
    """Each function's share by every definition; the first is the default (all that was joined, the firm's own window, the model `default`)."""
    found = list(_each(given, lookback, unit))
    first = [
        one
        for one in found
        if (one.model, one.window, one.identity, one.filter) == (default, lookback, "joined", "all")
    ]
    return [*first, *(one for one in found if one not in first)]


def _each(given: Given, lookback: int, unit: str) -> Iterator[Specification]:
    windows = [*(days for days in WINDOWS if days < lookback), lookback]
    for window, identity, name in product(windows, IDENTITIES, FILTERS):
        left = narrowed(given, window if window < lookback else None, identity, name)
        if left is None or left.paths.wins < _LEAST_WINS:
            continue
        for model in MODELS:
            if model != "markov" or left.paths.nulls:
                credited = credit(left, model, unit)
                shares = {
                    row.name: row.share if row.credit >= SMALLEST else 0.0
                    for row in credited.rows
                    if (row.unit, row.outcome) == ("function", "won")
                }
                yield Specification(model, window, identity, name, left.paths.wins, shares)


def credit(given: Given, model: str, unit: str, bootstraps: int = 0, seed: int = 1) -> Credited:
    """Credit of one unit by one model; rows of that unit have the unit "function", those of its states "channel"."""
    groups = given.groups(unit)
    if model == "markov":
        return chain.fit(counting.of_paths(given.paths), groups=groups, bootstraps=bootstraps, seed=seed)
    if model == "shapley":
        return coalitions.reached(given.paths, groups=groups, bootstraps=bootstraps, seed=seed)
    return weights.fit(given.paths, model, groups=groups, bootstraps=bootstraps, seed=seed)


def narrowed(given: Given, window: int | None, identity: str, name: str) -> Given | None:
    """The touches that a definition counts; None where there are none. `window` is days before the outcome, None for all."""
    paths = given.paths
    keep = np.ones(len(paths.codes), dtype=bool)
    if window is not None and paths.ages is not None:
        keep &= paths.ages <= window
    if identity == "crm":
        keep &= ~given.web
    if name == "answered":
        keep &= given.answered
    if name == "before_contact":
        keep &= ~_met(given)
    if name == "once":
        keep &= ~_again(given)
    return given.only(keep) if keep.any() and (keep & paths.won[paths.rows]).any() else None


def _met(given: Given) -> Array:
    """Touches from the first human contact on."""
    human = np.cumsum(given.human)
    before = human - given.human
    begun = before[given.paths.offsets[:-1]]
    return np.asarray(human > begun[given.paths.rows])


def _again(given: Given) -> Array:
    """Touches of the same state as the one before them."""
    again = np.zeros(len(given.paths.codes), dtype=bool)
    again[1:] = given.paths.codes[1:] == given.paths.codes[:-1]
    again[given.paths.offsets[:-1]] = False
    return again


def ranges(found: Sequence[Specification]) -> list[Range]:
    """What all definitions say of each function, the default's largest first; `found` as `tried` has it."""
    default = found[0].shares
    out = []
    for name in sorted(default, key=lambda name: (-default[name], name)):
        shares = [one.shares.get(name, 0.0) for one in found]
        ranks = [_rank(one.shares, name) for one in found]
        moved = {axis: _moved(found, axis, name) for axis in AXES}
        axis = max(AXES, key=lambda one: (moved[one], one))
        rest = [one.shares.get(name, 0.0) for one in found if one.at(axis) == found[0].at(axis)]
        out.append(
            Range(
                name, min(shares), max(shares), default[name], axis, moved[axis], min(rest), max(rest), min(ranks), max(ranks),
                sum(rank == ranks[0] for rank in ranks) / len(ranks), len(found),
            )
        )  # fmt: skip
    return out


def _rank(shares: Mapping[str, float], name: str) -> int:
    return 1 + sum(share > shares.get(name, 0.0) for share in shares.values())


def _moved(found: Sequence[Specification], axis: str, name: str) -> float:
    """By how much a choice on an axis moves a share: from the least to the most, with all else alike, on average."""
    others = [one for one in AXES if one != axis]
    alike: dict[tuple[object, ...], list[float]] = {}
    for one in found:
        alike.setdefault(tuple(one.at(other) for other in others), []).append(one.shares.get(name, 0.0))
    spans = [max(shares) - min(shares) for shares in alike.values() if len(shares) > 1]
    return sum(spans) / len(spans) if spans else 0.0
