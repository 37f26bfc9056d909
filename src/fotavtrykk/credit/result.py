"""The one shape of all results of attribution: rows of credit, with intervals out of the replicates of a bootstrap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from fotavtrykk.credit.paths import Array

KIND = "credited"
LEVEL = 0.95
LEAST_REPLICATES = 20  # where fewer are drawn, no interval can be read out of them
LEAST_WINS = 6  # of fewer a bootstrap tells nothing: it would draw the same few again and seem sure


@dataclass(frozen=True)
class Row:
    """What one channel or function is credited with, of one outcome.

    `credit` is in wins or in the currency of the values, `share` its part of all, `low` and `high` the ends of the 95 % interval of the
    share. `kind` is always "credited".
    """

    model: str
    unit: str
    name: str
    outcome: str
    credit: float
    share: float
    low: float
    high: float
    kind: str = KIND


@dataclass(frozen=True)
class Credited:
    """Rows of one model, and what they rest on.

    `rate` is the share of journeys won as the model has it, None where it has none; `effects` the removal effects by unit and name;
    `notes` what must be known to read them: (key, numbers and names), worded by whoever shows them.
    """

    model: str
    rows: tuple[Row, ...]
    wins: float
    nulls: float
    worth: float | None
    bootstraps: int
    rate: float | None = None
    order: int | None = None
    effects: Mapping[tuple[str, str], float] = field(default_factory=dict)
    notes: tuple[tuple[str, Mapping[str, object]], ...] = ()


@dataclass(frozen=True, eq=False)
class Estimate:
    """Shares of one outcome among `names` of one unit: (names,), and (replicates, names) of the bootstrap, NaN where a replicate has no win."""

    unit: str
    outcome: str
    names: Sequence[str]
    share: Array
    replicates: Array


def shares(credit: Array) -> Array:
    """Each row over its sum; NaN where the sum is 0."""
    total = credit.sum(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(total != 0, credit / total, np.nan)


def rows(model: str, estimates: Sequence[Estimate], totals: Mapping[str, float]) -> tuple[Row, ...]:
    """Rows of all estimates; `totals` is what is shared out by outcome, and always holds "won"."""
    made: list[Row] = []
    for one in estimates:
        low, high = ends(one.share, one.replicates, totals["won"])
        made += [
            Row(model, one.unit, name, one.outcome, float(share * totals[one.outcome]), float(share), float(below), float(above))
            for name, share, below, above in zip(one.names, one.share, low, high, strict=True)
        ]  # fmt: skip
    return tuple(made)


def ends(share: Array, replicates: Array, wins: float) -> tuple[Array, Array]:
    """The percentile interval of each share, widened to hold the estimate.

    NaN where too few replicates were drawn to tell; 0 to 1 where there are too few wins, or too few replicates hold one.
    """
    if len(replicates) < LEAST_REPLICATES:
        return np.full(len(share), np.nan), np.full(len(share), np.nan)
    held = replicates[~np.isnan(replicates).any(axis=1)]
    if wins < LEAST_WINS or len(held) < LEAST_REPLICATES:
        return np.minimum(share, 0.0), np.maximum(share, 1.0)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(held, [tail, 1 - tail], axis=0)
    return np.minimum(low, share), np.maximum(high, share)


def grouped(names: Sequence[str], groups: Mapping[str, str]) -> tuple[list[str], Array]:
    """The functions of these channels, in order of name, and which of them each channel is of; a channel that has none stands for itself."""
    of = [groups.get(name, name) for name in names]
    found = sorted(set(of))
    place = {name: at for at, name in enumerate(found)}
    return found, np.array([place[one] for one in of], dtype=np.int64)
