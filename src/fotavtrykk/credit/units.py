"""What a bootstrap draws anew: rows of journeys, accounts, or buckets of accounts; and how often each is drawn.

Each unit is drawn a Poisson number of times, mean 1 (Hanley and MacGibbon, Computer Methods and Programs in Biomedicine 83, 2006, and Chamandy
and others, Estimating Uncertainty for Massive Data Streams, 2012: as a multinomial where there are many). A row that stands for m equal journeys is
drawn Poisson(m) / m times, which is exactly what drawing each of them would come to. Where there are too many units they are put into
buckets by md5 or at random, and whole buckets are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5

import numpy as np
from scipy import sparse

from fotavtrykk.credit.paths import Array, Paths

BUCKETS = 1024
MOST_UNITS = 20_000
REPORTED = 400  # replicates for a report, which tells of three units by ten models


@dataclass(frozen=True, eq=False)
class Units:
    """`of` is the unit of each row of paths, `sizes` how many equal journeys a unit stands for: 1 for accounts and buckets.

    `spread` (units x rows, shares of each row) is there where a row's journeys are in more than one bucket; `of` is then not used.
    """

    of: Array
    sizes: Array
    spread: sparse.csr_matrix | None = None


def hashed(accounts: Sequence[str], buckets: int = BUCKETS) -> Array:
    """The bucket of each account: the first eight hexadecimal digits of its md5, modulo `buckets`; the same on every machine and engine."""
    digests = (md5(one.encode(), usedforsecurity=False).digest()[:4] for one in accounts)
    return (np.frombuffer(b"".join(digests), dtype=">u4") % buckets).astype(np.int64)


def of(paths: Paths, seed: int = 0, most: int = MOST_UNITS, buckets: int = BUCKETS) -> Units:
    """The units of these paths: their buckets where told, else the rows, or buckets of them where there are more than `most`."""
    if paths.bucket is not None:
        found, inverse = np.unique(paths.bucket, return_inverse=True)
        return Units(inverse.astype(np.int64), np.ones(len(found)))
    if len(paths.count) <= most:
        return Units(np.arange(len(paths.count)), paths.count)
    rng = np.random.default_rng(seed)
    if paths.count.max() <= 1:
        return Units(rng.integers(buckets, size=len(paths.count)), np.ones(buckets))
    return Units(np.empty(0, dtype=np.int64), np.ones(buckets), _spread(paths.count, buckets, rng))


def _spread(count: Array, buckets: int, rng: np.random.Generator) -> sparse.csr_matrix:
    """Every journey of every row into a bucket of its own choice: large rows by a multinomial draw, small ones journey by journey."""
    large = np.flatnonzero(count >= buckets)
    small = np.flatnonzero(count < buckets)
    drawn = rng.multinomial(count[large].astype(np.int64), np.full(buckets, 1 / buckets))
    rows = np.repeat(small, count[small].astype(np.int64))
    units = np.concatenate([rng.integers(buckets, size=len(rows)), np.tile(np.arange(buckets), len(large))])
    journeys = np.concatenate([np.ones(len(rows)), drawn.ravel().astype(np.float64)])
    rows = np.concatenate([rows, np.repeat(large, buckets)])
    return sparse.csr_matrix((journeys / count[rows], (units, rows)), shape=(buckets, len(count)))


def gathered(units: Units, rows: Array, columns: Array, weights: Array, width: int) -> sparse.csr_matrix:
    """Weights summed by unit and column, (units, width): `rows` is the row of paths that each belongs to."""
    if units.spread is not None:
        whole = sparse.csr_matrix((weights, (rows, columns)), shape=(units.spread.shape[1], width))
        return units.spread @ whole
    height = len(units.sizes)
    if height * width <= 2**22:  # adding up in place is several times faster than sorting, while it has room
        flat = np.bincount((units.of * width)[rows] + columns, weights, height * width)
        return sparse.csr_matrix(flat.reshape(height, width))
    return sparse.csr_matrix((weights, (units.of[rows], columns)), shape=(height, width))


def draws(sizes: Array, bootstraps: int, seed: int, chunk: int = 0) -> Iterator[Array]:
    """How often each unit is drawn, over its size: blocks of (replicates, units), `bootstraps` rows in all; the same for the same seed."""
    rng = np.random.default_rng(seed)
    step = chunk or max(1, 4_000_000 // max(1, len(sizes)))
    for begin in range(0, bootstraps, step):
        yield rng.poisson(sizes, (min(step, bootstraps - begin), len(sizes))) / sizes
