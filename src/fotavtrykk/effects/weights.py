"""Takes draws from one prior to another: importance weights, smoothed, with the number that says whether they can be trusted.

Pareto smoothed importance sampling (Vehtari, Simpson, Gelman, Yao & Gabry, Journal of Machine Learning Research 25, 2024); the tail is
fitted by the estimator of Zhang & Stephens (Technometrics 51, 2009). A k over 0.7 says that the draws must be made anew.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

TRUSTED = 0.7
Array = NDArray[np.float64]


def smoothed(logs: Array) -> tuple[Array, float]:
    """Weights that add up to one from their logarithms (up to a constant), and k of their tail."""
    raw = np.exp(logs - logs.max())
    tail = int(min(0.2 * len(raw), 3 * np.sqrt(len(raw))))
    order = np.argsort(raw, kind="stable")
    cut = raw[order[-tail - 1]]
    over = raw[order[-tail:]] - cut
    if tail < 5 or over[-1] <= 1e-12:  # equal weights: nothing to smooth
        return raw / raw.sum(), 0.0
    k, scale = _pareto(np.maximum(over, 1e-300))
    places = (np.arange(tail) + 0.5) / tail
    fitted = -np.log1p(-places) if abs(k) < 1e-9 else np.expm1(-k * np.log1p(-places)) / k
    raw = raw.copy()
    raw[order[-tail:]] = np.minimum(cut + scale * fitted, 1.0)
    return raw / raw.sum(), float(k)


def _pareto(over: Array) -> tuple[float, float]:
    """K and scale of a generalised Pareto distribution, with the weak prior on k that the smoothing uses; `over` is sorted, above 0."""
    count = len(over)
    grid = 30 + int(np.sqrt(count))
    quarter = over[int(count / 4 + 0.5) - 1]
    at = 1 / over[-1] + (1 - np.sqrt(grid / (np.arange(1, grid + 1) - 0.5))) / (3 * quarter)
    ks = np.log1p(-at[:, None] * over[None, :]).mean(axis=1)
    fit = count * (np.log(-at / ks) - ks - 1)
    share = np.exp(fit - np.logaddexp.reduce(fit))
    best = float((at * share).sum() / share.sum())
    k = float(np.log1p(-best * over).mean())
    scale = -k / best
    return (count * k + 5) / (count + 10), scale


def resampled(weights: Array, count: int) -> NDArray[np.int64]:
    """Which draws to take, `count` of them, each as often as its weight says; evenly spaced, so the same weights give the same draws."""
    return np.searchsorted(np.cumsum(weights), (np.arange(count) + 0.5) / count * (1 - 1e-12)).astype(
        np.int64
    )
