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

import numpy as np

from fotavtrykk.credit import counting, units
from fotavtrykk.credit.chain import MOST_STATES
from fotavtrykk.credit.paths import Array, Paths

HIGHEST = 3
FOLDS = 10
BACK = 1.0


def best(paths: Paths, highest: int = HIGHEST, seed: int = 0) -> int:
    """The order, 1 to `highest`, among those that can be solved for."""
    while highest > 1 and len(counting.windows(paths, highest)[0]) > MOST_STATES:
        highest -= 1
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
    counts = counting.of_paths(paths, highest, units.Units(fold, np.ones(folds)))
    chains = [_windows(counts, order) for order in range(highest + 1)]
    by_fold = counts.count.toarray()
    every = by_fold.sum(axis=0)
    journeys = np.bincount(fold, paths.count, folds)
    told = np.zeros((highest, folds))
    for out in range(folds):
        seen = every - by_fold[out]
        chance = np.full(len(every), 1 / (len(paths.names) + 2))
        for order, (window, step) in enumerate(chains):
            after, whole = np.bincount(step, seen)[step], np.bincount(window, seen)[window]
            chance = (after + BACK * chance) / (whole + BACK)
            if order:
                told[order - 1, out] = by_fold[out] @ np.log(chance) / max(journeys[out], 1.0)
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


def _windows(counts: counting.Counts, order: int) -> tuple[Array, Array]:
    """Of each kind of step: which window of `order` touches it follows, and which step from that window it is."""
    latest = np.concatenate(
        [counts.states, np.full((1, counts.order), -2)]
    )  # the last row is the beginning, START
    follows = np.zeros(len(counts.source), dtype=np.int64)
    if order:
        windows = np.unique(latest[:, counts.order - order :], axis=0, return_inverse=True)[1]
        follows = windows.ravel()[counts.source].astype(np.int64)
    step = np.where(counts.target >= 0, counts.states[counts.target, -1], counts.target) - counting.NULL
    return follows, np.unique(follows * (len(counts.names) + 2) + step, return_inverse=True)[1]
