"""Random numbers by the million that are the same on every machine: raw bits, products and tables, never a logarithm."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
_BITS, _SCALE = np.uint64(11), 2.0**-53


class Draws:
    """A stream of random numbers of its own for each seed and `part`, so that what is drawn elsewhere does not change with it."""

    def __init__(self, seed: int, part: int) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, part]))

    def unit(self, size: int) -> Floats:
        """Numbers from 0 up to but not 1."""
        raw = np.atleast_1d(np.asarray(self._bits.random_raw(size), dtype=np.uint64))
        return (raw >> _BITS).astype(np.float64) * _SCALE

    def below(self, high: int | Ints, size: int) -> Ints:
        """Whole numbers from 0 up to but not `high`."""
        return np.asarray(self.unit(size) * high, dtype=np.int64)

    def chance(self, share: float | Floats, size: int) -> Bools:
        """True in this share."""
        return np.asarray(self.unit(size) < share)

    def pick(self, weights: Sequence[float] | Floats, size: int) -> Ints:
        """Places of `weights`, each as often as it weighs."""
        steps = np.cumsum(np.asarray(weights, dtype=np.float64))
        places = np.searchsorted(steps, self.unit(size) * steps[-1], side="right")
        return np.asarray(np.minimum(places, len(steps) - 1), dtype=np.int64)

    def among(self, values: Sequence[int], size: int) -> Ints:
        """Some of `values`, each as often as the next."""
        return np.asarray(values, dtype=np.int64)[self.below(len(values), size)]


def spread(counts: Ints) -> tuple[Ints, Ints]:
    """For groups of these sizes the group of each member and its place in it, from 0."""
    group = np.repeat(np.arange(len(counts)), counts)
    return group, np.arange(len(group)) - np.repeat(np.cumsum(counts) - counts, counts)


def running(values: Ints, counts: Ints) -> Ints:
    """The running sum within groups of these sizes."""
    total = np.cumsum(values)
    starts = (np.cumsum(counts) - counts)[counts > 0]
    return np.asarray(total - np.repeat(total[starts] - values[starts], counts[counts > 0]))


def least(values: Ints, group: Ints, groups: int, otherwise: int) -> Ints:
    """The least value of each group; `otherwise` for a group without any."""
    found = np.full(groups, otherwise, dtype=np.int64)
    np.minimum.at(found, group, values)
    return found
