"""How many clicks a place among the results brings: a falling curve fitted on the firm's own searches, and who stands off it.

The curve is the isotonic regression of clicks per impression on the mean position (Barlow and others, Statistical Inference under Order
Restrictions, 1972; scipy.optimize.isotonic_regression): the falling steps nearest to what was clicked, and no vendor's table. Rows weigh by
n / (1 + t n f), the inverse of the variance of a share whose clicks are gamma-Poisson: n impressions, f the curve, t the spread.

What a result is expected to get comes from a curve that has not seen it: results are dealt into FOLDS parts, and each is judged by the curve of
the others. Results at one place differ by title, intent and what else the page of results shows, so that clicks vary more than chance alone
makes them: K ~ negative binomial with mean E and variance E + t E^2, t by maximum likelihood over all results. The interval is that of K: what a
result like the others of the firm gets at the same place. Of a hundred results like that, chance alone puts at most two or three below it and as
many above, so that how many are there is to be held against CHANCE of all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

LEAST_RESULTS, LEAST_CLICKS = 20, 100  # fewer tell no curve
FOLDS = 20
LEVEL = 0.95
CHANCE = (1 - LEVEL) / 2  # of results like the others, so much lies below the interval, and as much above
STATES = ("under", "over", "within", "few")
_HALF = 0.5
_SPREADS = (1e-4, 4.0)
_ROUNDS = 2


@dataclass(frozen=True)
class Curve:
    """Clicks per impression at the positions `at`, which rise, straight lines between them and level beyond; `spread` is t."""

    at: Array
    rate: Array
    spread: float

    def rates(self, position: Array) -> Array:
        """Clicks per impression at each position."""
        return np.asarray(np.interp(position, self.at, self.rate))

    def interval(self, expected: Array) -> tuple[Array, Array]:
        """The clicks between which a result with so many expected lies, at LEVEL."""
        from scipy.stats import nbinom

        size = 1 / self.spread
        chance = size / (size + expected)
        return nbinom.ppf(CHANCE, size, chance), nbinom.ppf(1 - CHANCE, size, chance)


@dataclass(frozen=True)
class Judged:
    """One result: its impressions and clicks, the clicks expected of it and their interval, and what may be said.

    `state` is under, over or within the interval, or few: it begins at 0, so that not even a result without a click would tell.
    """

    impressions: float
    clicks: float
    expected: float
    low: float
    high: float
    state: str


def judged(
    names: Sequence[str], impressions: Sequence[float], clicks: Sequence[float], positions: Sequence[float]
) -> tuple[Curve | None, dict[str, Judged]]:
    """The curve of all rows, and each result by name; rows of one name are one result. No curve and nothing where there are too few.

    One row for each place of a result: impressions above 0, clicks, mean position from 1. The order of rows changes nothing. Rows before the
    first or beyond the last place of all others are held against nothing, and a result that has no others is left out.
    """
    known = sorted(set(names), key=_dealt)
    number = {name: at for at, name in enumerate(known)}
    columns = (impressions, clicks, positions)
    order = sorted(range(len(names)), key=lambda at: (number[names[at]], *(column[at] for column in columns)))
    of = np.array([number[names[at]] for at in order], dtype=np.int64)
    n, k, p = (np.array([float(column[at]) for at in order]) for column in columns)
    if len(known) < LEAST_RESULTS or k.sum() < LEAST_CLICKS:
        return None, {}
    weights = n
    for _ in range(_ROUNDS):  # of the second fit the weights rest on the first
        rates = np.interp(p, *_fitted(n, k, p, weights))
        weights = n / (1 + _spread(_sums(of, k), _sums(of, n * rates)) * n * rates)
    unseen = _unseen(of, n, k, p, weights)
    held = ~np.isnan(unseen)
    total, got, expected = (_sums(of[held], column[held]) for column in (n, k, n * unseen))
    some = np.flatnonzero(total)
    total, got, expected = total[some], got[some], expected[some]
    curve = Curve(*_fitted(n, k, p, weights), _spread(got, expected))
    low, high = curve.interval(expected)
    states = _states(got, low, high, expected)
    figures = zip(*(column.tolist() for column in (total, got, expected, low, high)), states, strict=True)
    return curve, {known[at]: Judged(*one) for at, one in zip(some.tolist(), figures, strict=True)}


def _sums(of: NDArray[np.int64], values: Array) -> Array:
    """The sum of the values of each number in `of`."""
    return np.asarray(np.bincount(of, values), dtype=np.float64)


def _dealt(name: str) -> str:
    return hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()


def _fitted(n: Array, k: Array, p: Array, weights: Array) -> tuple[Array, Array]:
    """Positions and the rates there; rows at one position are one. Never quite 0: of so many impressions half a click is not seen."""
    from scipy.optimize import isotonic_regression

    at, of = np.unique(p, return_inverse=True)
    weight = _sums(of, weights)
    rate = _sums(of, weights * k / n) / weight
    fitted = isotonic_regression(rate, weights=weight, increasing=False).x
    return at, np.maximum(fitted, _HALF / n.sum())


def _unseen(of: NDArray[np.int64], n: Array, k: Array, p: Array, weights: Array) -> Array:
    """The rate of each row by a curve without its result and the others dealt into the same part; not a number beyond its ends."""
    fold = of % min(FOLDS, int(of.max()) + 1)
    out = np.empty(len(n))
    for one in range(int(fold.max()) + 1):
        mine = fold == one
        rest = ~mine
        at, rate = _fitted(n[rest], k[rest], p[rest], weights[rest])
        out[mine] = np.interp(p[mine], at, rate, left=np.nan, right=np.nan)
    return out


def _spread(got: Array, expected: Array) -> float:
    """The spread t by maximum likelihood: results with clicks `got`, where `expected` were."""
    from scipy.optimize import minimize_scalar
    from scipy.special import gammaln

    def loss(log: float) -> float:
        size = np.exp(-log)
        told = gammaln(got + size) - gammaln(size) + size * np.log(size / (size + expected))
        return float(-(told + got * np.log(expected / (size + expected))).sum())

    found = minimize_scalar(loss, bounds=tuple(np.log(_SPREADS)), method="bounded")
    return float(np.exp(found.x))


def _states(got: Array, low: Array, high: Array, expected: Array) -> list[str]:
    few = (low == 0) & (got <= expected)
    off = np.where(got < low, "under", np.where(got > high, "over", "within"))
    return [str(one) for one in np.where(few, "few", off)]
