"""Intervals and probabilities of shares. Beta posteriors with Jeffreys' prior (1/2, 1/2).

Source: Brown, Cai, DasGupta: Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001), where
Jeffreys' interval is recommended for small n. The quantiles are SciPy's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import erfc, exp, pi, sqrt

_PRIOR = _HALF = 0.5


def interval(k: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """The central interval of a share of k in n; the ends are 0 and 1 where k is 0 and n (Brown and others, 3.1)."""
    from scipy.special import (
        betaincinv,
    )  # what scipy.stats.beta.ppf asks too, forty times as fast for one share

    tail = (1 - level) / 2
    a, b = k + _PRIOR, n - k + _PRIOR
    low = 0.0 if k == 0 else float(betaincinv(a, b, tail))
    high = 1.0 if k == n else float(betaincinv(a, b, 1 - tail))
    return low, high


def count_interval(n: float, level: float = 0.95) -> tuple[float, float]:
    """The central interval of the mean behind a count of n: Gamma(n + 1/2, 1), Jeffreys' for a Poisson count (Brown and others, 2003)."""
    from scipy.special import gammaincinv

    tail = (1 - level) / 2
    return float(gammaincinv(n + _HALF, tail)), float(gammaincinv(n + _HALF, 1 - tail))


def student(free: float, level: float = 0.95) -> float:
    """How many standard errors to either side of a mean hold the level, by Student's t with `free` degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(free, (1 + level) / 2))


def greater(k: float, n: float, other_k: float, other_n: float) -> float:
    """P(the share behind k in n is greater than that behind other_k in other_n), to about six decimals."""
    from scipy.integrate import quad
    from scipy.stats import beta

    one = beta(k + _PRIOR, n - k + _PRIOR)
    two = beta(other_k + _PRIOR, other_n - other_k + _PRIOR)
    middle = sorted((float(one.mean()), float(two.mean())))
    value, _ = quad(lambda x: one.pdf(x) * two.cdf(x), 0, 1, points=middle, limit=200)
    return min(max(float(value), 0.0), 1.0)


SMALLEST_TEAM = 3  # people: a function of fewer is put together with others (rule R2)
SMALLEST = 6  # accounts: nothing is told of fewer, also not by difference (rule R2)


def telling(k: float, n: float) -> bool:
    """True where a share of k in n tells of nobody: no customers at all, or as many as may be told of."""
    return n >= SMALLEST and (k == 0 or k >= SMALLEST)


def put_together(parts: Sequence[tuple[str, float, float]]) -> list[tuple[str, float, float]]:
    """Parts (name, k, n) that together make a whole, with those too small to tell of put together as "few".

    Where "few" is too small itself, the next smallest part joins it, or else it could be worked out from the whole.
    """
    good = sorted(
        (part for part in parts if telling(part[1], part[2])), key=lambda part: (part[1], part[2], part[0])
    )
    small = [part for part in parts if not telling(part[1], part[2])]
    while small and good and not telling(sum(k for _, k, _ in small), sum(n for _, _, n in small)):
        small.append(good.pop(0))
    k, n = sum(k for _, k, _ in small), sum(n for _, _, n in small)
    kept = {name for name, _, _ in good}
    return [part for part in parts if part[0] in kept] + ([("few", k, n)] if small and telling(k, n) else [])


def put_spread(parts: Sequence[tuple[str, float, float]], few: str) -> list[tuple[str, float, float]]:
    """Parts (name, k, n) of one whole of n, with those of too few put together as `few`; no part where even that is too small.

    Where the rest is too small itself, the next smallest part joins it, or else it could be worked out from the whole.
    """
    if not parts or parts[0][2] < SMALLEST:
        return []
    good = sorted((part for part in parts if part[1] >= SMALLEST), key=lambda part: (part[1], part[0]))
    rest = sum(k for _, k, _ in parts) - sum(k for _, k, _ in good)
    while 0 < rest < SMALLEST and good:
        rest += good.pop(0)[1]
    kept = {name for name, _, _ in good}
    return [part for part in parts if part[0] in kept] + (
        [(few, rest, parts[0][2])] if rest >= SMALLEST else []
    )


def put_years(sizes: Mapping[str, float]) -> list[list[str]]:
    """The years (or other periods, by name) in order, those of too few put together with the next, the last with the one before."""
    groups: list[list[str]] = []
    for year in sorted(sizes):
        if groups and sum(sizes[one] for one in groups[-1]) < SMALLEST:
            groups[-1].append(year)
        else:
            groups.append([year])
    if len(groups) > 1 and sum(sizes[one] for one in groups[-1]) < SMALLEST:
        last = groups.pop()
        groups[-1].extend(last)
    return groups


def median_time(lasted: Sequence[tuple[float, bool, int]]) -> tuple[float, float, float | None] | None:
    """The median time to an event: (median, low, high) at 95 %, None where under half have had it; high None where it is unknown.

    `lasted` is (time, whether the event ended it, how many). Kaplan-Meier's curve by scipy.stats.ecdf of right-censored data, the
    ends where its log-log interval crosses one half (Brookmeyer and Crowley, Biometrics 38, 1982).
    """
    import warnings

    from scipy.stats import CensoredData, ecdf

    over = [time for time, ended, n in lasted if ended for _ in range(n)]
    still = [time for time, ended, n in lasted if not ended for _ in range(n)]
    if not over:
        return None
    with (
        warnings.catch_warnings()
    ):  # where the curve is 0 or 1 its interval is not defined, which is as it should be
        warnings.simplefilter("ignore")
        curve = ecdf(CensoredData(uncensored=over, right=still)).sf
        ends = curve.confidence_interval(0.95, method="log-log")
    median, low, high = (_crossing(one.quantiles, one.probabilities) for one in (curve, ends.low, ends.high))
    return None if median is None else (median, median if low is None else min(low, median), high)


def _crossing(times: Sequence[float], shares: Sequence[float]) -> float | None:
    """The first time at which a falling step curve is at or below one half."""
    return next((float(time) for time, share in zip(times, shares, strict=True) if share <= _HALF), None)


def slope(shares: Sequence[tuple[float, float]]) -> tuple[float, float, float] | None:
    """The change of a share from one period to the next: (estimate, low, high) at 95 %; None below three periods.

    `shares` are (k, n) period by period; each weighs by the inverse of its binomial variance, taken at the share of all
    periods together, so that a period without a hit weighs too (weighted least squares, Gauss-Markov).
    """
    used = [(at, k, n) for at, (k, n) in enumerate(shares) if n > 0]
    total, hits = sum(n for _, _, n in used), sum(k for _, k, _ in used)
    if len(used) < 3 or not 0 < hits < total:
        return None
    spread = hits / total * (1 - hits / total)
    middle = sum(at * n for at, _, n in used) / total
    weight = sum(n * (at - middle) ** 2 for at, _, n in used)
    estimate = sum((at - middle) * k for at, k, _ in used) / weight
    half = 1.959964 * sqrt(spread / weight)
    return estimate, estimate - half, estimate + half


def poisson_below(count: int, mean: float) -> float:
    """P(a Poisson count with this mean is at most `count`)."""
    from scipy.stats import poisson

    return float(poisson.cdf(count, mean))


def poisson_above(count: int, mean: float) -> float:
    """P(a Poisson count with this mean is at least `count`)."""
    from scipy.stats import poisson

    return float(poisson.sf(count - 1, mean))


def gain_of_knowing(middle: float, spread: float) -> float:
    """The expected value of perfect information on a difference D ~ N(d, s2): s phi(d/s) - |d| Phi(-|d|/s).

    Source: Raiffa and Schlaifer, Applied Statistical Decision Theory (1961), the unit normal loss integral.
    """
    if spread <= 0:
        return 0.0
    z = abs(middle) / spread
    return spread * exp(-z * z / 2) / sqrt(2 * pi) - abs(middle) * erfc(z / sqrt(2)) / 2


def told_by_test(spread: float, error: float) -> float:
    """What a test with standard error `error` would move the mean of a difference with this spread: s2 / sqrt(s2 + t2)."""
    return 0.0 if spread <= 0 else spread * spread / sqrt(spread * spread + error * error)


def root(of: Callable[[float], float], low: float, high: float) -> float:
    """Where `of`, which has different signs at `low` and `high`, is 0 (Brent 1973), to a millionth."""
    from scipy.optimize import brentq

    return float(brentq(of, low, high, xtol=1e-6))
