"""Whether a function grew after demand had grown: then the months may credit it with demand that made it grow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.decide import series as months
from fotavtrykk.decide.facts import Reason, Team
from fotavtrykk.decide.series import Series

LOOKED = 6  # months looked back on: within them a firm answers demand by hiring or spending
CHANCE = 0.1  # one shift in ten may do as well
Array = NDArray[np.float64]


def reasons(series: Series | None, teams: Sequence[Team]) -> list[Reason]:
    """Functions whose effort followed inquiries, with how closely (a correlation). At this number of months silence is no reassurance."""
    if series is None or series.months < months.LEAST_MONTHS:
        return []
    asked = np.log(np.asarray(series.inquiries, dtype=float) + 0.5)
    out = []
    for team in teams:
        if series.spread(team.name) < months.LEAST_SPREAD:
            continue
        found = follows(np.log(np.asarray(series.effort[team.name], dtype=float)), asked)
        if found is not None:
            out.append(Reason("follows", team.name, found))
    return out


def follows(effort: Array, demand: Array) -> float | None:
    """The partial correlation of effort with the demand of the LOOKED months before, the effort of LOOKED months ago and trends taken off.

    As Granger has it (Econometrica 37(3), 1969): does past demand tell more of effort than past effort does? None where it is not above what
    CHANCE of the shifts of demand in a circle reach, which keep how slowly both change.
    """
    count = len(effort)
    at = np.arange(count - LOOKED)
    base = np.column_stack([np.ones(len(at)), at, effort[: count - LOOKED]])
    now = _bare(effort[LOOKED:], base)
    if now.std() < 1e-9:
        return None
    found = _partial(now, demand, base)
    shifts = [_partial(now, np.roll(demand, by), base) for by in range(LOOKED, count - LOOKED + 1)]
    return found if found > 0 and float(np.mean([one >= found for one in shifts])) <= CHANCE else None


def _partial(now: Array, demand: Array, base: Array) -> float:
    """How what is left of effort goes with what is left of the mean demand of the LOOKED months before."""
    before = np.convolve(demand, np.ones(LOOKED) / LOOKED, "valid")[: len(now)]
    left = _bare(before, base)
    return float(np.corrcoef(left, now)[0, 1]) if left.std() > 1e-9 else 0.0


def _bare(values: Array, base: Array) -> Array:
    """What is left of values once what `base` tells of them is taken off."""
    return np.asarray(values - base @ np.linalg.lstsq(base, values, rcond=None)[0])
