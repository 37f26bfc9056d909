"""What is known of an effect before looking: the literature, and how wide "own data alone" is. Truncated normals, all of them.

Advertising: 0.24 in the long run (Sethuraman, Tellis & Briesch 2011, Journal of Marketing Research 48(3)); personal selling: 0.34
(Albers, Mantrala & Sridhar 2010, Journal of Marketing Research 47(5)). Both are elasticities of a firm's whole sales, so they are divided by
the share of the wins that the function can touch. The studies are old, selected, mostly of consumer goods, and of spend rather than
payroll: between them lies a standard deviation of at least 0.15, and to apply them here is a leap. Answering inquiries is a part of
personal selling, from nothing up to about one.

Of service and account management no study is known to us. What is assumed of them is what the firm itself has said by paying for them:
that what they keep is worth about what they cost. Where a function is run so that its last krone just pays, the elasticity of what it
makes is its cost divided by the margin that it touches (Dorfman & Steiner 1954, American Economic Review 44(5)); firms do not run them so
exactly, so the assumption reaches from a tenth to more than twice of it.

That a function does nothing at all here lies in none of these. Studies are made of what somebody thought worth studying, and a firm's calls may
reach those alone who would have come anyway; so one time in ten it is taken to do nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import stats

ADVERTISING, SELLING, BETWEEN = 0.24, 0.34, 0.15
ANSWERING = 0.24  # the mean of a normal around 0 with the deviation 0.3, cut off at 0
MOST = 1.5  # no elasticity of inquiries or wins is above this
MOST_CHURN = 4.0
NOTHING = 0.1  # so likely a function does nothing here, before the months are read
PAYING, LOOSELY = (
    0.8,
    0.8,
)  # of the elasticity at which a function just pays: mean and deviation of a normal that is cut off at 0
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Prior:
    """An effect before looking: a normal with mean `at` and standard deviation `spread`, cut off at 0 and at `most`."""

    at: float
    spread: float
    most: float = MOST

    @cached_property
    def law(self) -> stats.rv_continuous:
        """The distribution."""
        low, high = -self.at / self.spread, (self.most - self.at) / self.spread
        return stats.truncnorm(low, high, loc=self.at, scale=self.spread)

    def drawn(self, places: Array) -> Array:
        """Its quantiles at `places` between 0 and 1."""
        return np.asarray(self.law.ppf(places), dtype=float)

    def logs(self, values: Array) -> Array:
        """The logarithm of its density."""
        return np.asarray(self.law.logpdf(values), dtype=float)

    @property
    def variance(self) -> float:
        """Its variance, the ends cut off."""
        return float(self.law.var())


def literature(kind: str, part: float) -> Prior:
    """What others found of a function that makes (`makes`), calls (`calls`) or answers (`answers`).

    `part` is the share of all wins that it can touch. What studies found of personal selling is about those who call and those who answer:
    0.34 = part x calling + (1 - part) x answering, with the mean of what is assumed of answering.
    """
    part = min(max(part, 0.05), 1.0)
    if kind == "makes":
        return Prior(min(ADVERTISING / part, 0.8), max(0.25, BETWEEN / part))
    if kind == "calls":
        rest = (SELLING - (1 - part) * ANSWERING) / part
        return Prior(min(max(rest, 0.1), 0.8), max(0.25, BETWEEN / part))
    return Prior(0.0, 0.3)


def budget(even: float) -> Prior:
    """What is assumed of a function that no study speaks of: that it makes about what it costs, which it does at the elasticity `even`.

    The mean is 1.0 times that, nine tenths lie between 0.1 and 2.2 times. Where even is beyond what is possible, it is the most possible.
    """
    even = min(max(even, 1e-3), MOST_CHURN)
    return Prior(PAYING * even, LOOSELY * even, MOST_CHURN)


def own(kind: str) -> Prior:
    """So wide that only the firm's own months speak."""
    return Prior(0.5, 2.0, MOST_CHURN) if kind == "keeps" else Prior(0.5, 1.0)


def still_nothing(before: Array, after: Array) -> float:
    """How likely it is that a function does nothing once the months were read, out of draws of its effect where it does something.

    The odds change by the density at 0 after over that before (Dickey 1971, Annals of Mathematical Statistics 42), here the shares of draws below
    the lowest twentieth of those before.
    """
    near = np.quantile(before, 0.05)
    odds = NOTHING / (1 - NOTHING) * float((after <= near).mean()) / float((before <= near).mean())
    return odds / (1 + odds)


NAMES: Mapping[str, str] = {
    "makes": "elasticity",
    "calls": "power",
    "answers": "strain",
    "keeps": "elasticity",
}
