"""Which order a chain should have: the one that tells best what journeys do next that it has not seen.

Formula
    Rows are put into folds at random, whole accounts together; each fold is told by the others. The chance of the next step after a window w of
    k touches is (c(w, next) + a p_(k-1)(next | w without its oldest)) / (c(w) + a), with a = 1 and p_(-1) equal over all that can come next:
    what a long window has not seen falls back on the shorter. The order is the lowest whose log-likelihood a journey is within one standard
    error of the best order's (paired by fold).
Source
    MacKay and Bauman Peto, A Hierarchical Dirichlet Language Model (1995), for the chance; Hastie, Tibshirani, Friedman, The Elements of
    Statistical Learning (2009), 7.10, for the rule of one standard error.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from fotavtrykk.credit import counting
from fotavtrykk.credit.paths import Array, Paths

HIGHEST = 3
FOLDS = 10
BACK = 1.0


def best(paths: Paths, highest: int = HIGHEST, seed: int = 0) -> int:
    """The order, 1 to `highest`."""
    told = likelihoods(paths, highest, seed)
    top = int(told.mean(axis=1).argmax())
    for order in range(top):
        behind = told[top] - told[order]
        if behind.mean() <= behind.std(ddof=1) / np.sqrt(len(behind)):
            return order + 1
    return top + 1


def likelihoods(paths: Paths, highest: int = HIGHEST, seed: int = 0) -> Array:
    """The mean log-likelihood of a journey that was not seen: (orders 1 to `highest`, folds)."""
    fold, folds = _folds(paths, seed)
    steps = _steps(paths, highest)
    row = np.repeat(np.arange(len(paths.count)), paths.lengths + 1)
    weight = paths.count[row]
    journeys = np.bincount(fold, paths.count, folds)
    told = np.zeros((highest, folds))
    for out in range(folds):
        seen = np.where(fold[row] == out, 0.0, weight)
        chance = np.full(len(row), 1 / (len(paths.names) + 2))
        for order, (window, step) in enumerate(steps):
            after, whole = np.bincount(step, seen)[step], np.bincount(window, seen)[window]
            chance = (after + BACK * chance) / (whole + BACK)
            if order:
                told[order - 1, out] = (weight * np.log(chance))[fold[row] == out].sum() / max(
                    journeys[out], 1.0
                )
    return told[:, journeys > 0]


def _folds(paths: Paths, seed: int) -> tuple[Array, int]:
    """The fold of each row, whole accounts together."""
    of = (
        np.arange(len(paths.count))
        if paths.bucket is None
        else np.unique(paths.bucket, return_inverse=True)[1]
    )
    number = int(of.max()) + 1
    folds = min(FOLDS, max(2, number))
    return (np.random.default_rng(seed).permutation(number) % folds)[of], folds


def _steps(paths: Paths, highest: int) -> Sequence[tuple[Array, Array]]:
    """Of each step (row by row, the end included), for windows of 0 to `highest` touches: which window it follows, and which step it is."""
    total = len(paths.codes) + len(paths.count)
    rows = np.arange(len(paths.count))
    inner, begins = np.ones(total, dtype=bool), np.ones(total, dtype=bool)
    inner[paths.offsets[1:] + rows] = False
    begins[paths.offsets[:-1] + rows] = False
    target = np.where(paths.won, len(paths.names), len(paths.names) + 1)
    after = np.empty(total, dtype=np.int64)
    after[inner], after[~inner] = paths.codes, target
    found = []
    for order in range(highest + 1):
        window = np.zeros(total, dtype=np.int64)
        if order:
            window[begins] = counting.windows(paths, order)[1] + 1
        pair = window * (len(paths.names) + 2) + after
        found.append((window, np.unique(pair, return_inverse=True)[1]))
    return found
