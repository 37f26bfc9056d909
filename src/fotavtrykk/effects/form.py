"""The forms of effects: what is lost where a share of a function goes, for each draw of what the function does.

Arguments named `share` are q, the share of the function that goes, from 0 to 1; every result is an array with one number a draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Draws = NDArray[np.float64]
Known = Mapping[str, Draws]  # by name: elasticity, bend, half_life, power, anyway, nothing, hours, strain


@dataclass(frozen=True)
class Effects:
    """Draws of what each function does, all of the same length.

    `won` holds wins a month by direction, as surely as counting has them; `unknown` the share of those of unknown direction that are
    outbound in truth.
    """

    functions: Mapping[str, Known]
    won: Mapping[str, Draws]
    unknown: Draws


def made(share: float, elasticity: Draws, bend: Draws) -> Draws:
    """The share of inquiries lost without the share q of what makes them: k (1 - (1 - q)^c), k = min(1, e / c).

    The effort left is raised to the power c (bend) and weighs k, so that the elasticity at today's effort is e = k c, and removing all of
    it loses at most k.
    """
    most = np.minimum(1.0, elasticity / bend)
    return most * (1 - (1 - share) ** bend)


def sold(share: float | Draws, power: Draws, anyway: Draws | float = 0.0) -> Draws:
    """The share of wins lost without the share q of the hours behind them: (1 - s) (1 - (1 - q)^b); s would have come anyway."""
    left = np.clip(1 - np.asarray(share, dtype=float), 0.0, 1.0)
    return np.asarray((1 - anyway) * (1 - left**power))


def built_up(months: float, half_life: Draws) -> Draws:
    """The months of `months` that a loss weighs as if it bit in full, where what was made fades with a half-life of so many months.

    The integral of 1 - 2^(-t / h) from 0 to `months`.
    """
    rate = np.log(2) / half_life
    return np.asarray(months - (1 - np.exp(-rate * months)) / rate)


def leaving(share: float, elasticity: Draws, churn: float) -> Draws:
    """By how much the monthly share of customers who leave rises where the share q of those who look after them goes.

    churn x ((1 - q)^-eta - 1): churn rises as the customers for each head to the power eta; never more than all who are left.
    """
    left = max(1 - share, 1e-3)
    return np.minimum(churn * (left**-elasticity - 1), 1 - churn)


def left_early(months: float, more: Draws) -> tuple[Draws, Draws]:
    """Of each customer: the share lost over `months` where `more` leave each month, and the months of custom lost within them.

    Lost: 1 - (1 - d)^m. Months lost: m minus the sum of (1 - d)^t over the months t = 1 to m, taken as an integral.
    """
    kept = np.clip(1 - more, 1e-9, 1.0)
    gone = 1 - kept**months
    rate = -np.log(kept)
    with np.errstate(divide="ignore", invalid="ignore"):
        lived = np.where(rate > 1e-12, gone / rate, months)
    return gone, np.maximum(0.0, months - lived)
