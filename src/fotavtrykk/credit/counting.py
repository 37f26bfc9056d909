"""Transitions counted: from state to state, by unit of the bootstrap; out of paths, or as somebody else has counted them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from fotavtrykk.credit import units as drawn
from fotavtrykk.credit.paths import Array, Paths

START, WON, NULL = -1, -1, -2  # a source that is no state; and targets that are none
State = str | Sequence[str]
ROOM = 2**22  # places in a table of units and steps
AT_ONCE = 2**16  # rows


@dataclass(frozen=True, eq=False)
class Counts:
    """Transitions of a chain, each kind once: `source` and `target` (E,) are states, or START, WON and NULL.

    `states` (S, order) has the channels of each state, the latest last, -1 before the first touch. `count` (units x E) is journeys that took
    the transition and `value` (units x E) what those into WON were worth, None where no value is told. `sizes` is as in `units.Units`.
    """

    names: tuple[str, ...]
    states: Array
    source: Array
    target: Array
    count: sparse.csr_matrix
    value: sparse.csr_matrix | None
    sizes: Array

    @property
    def order(self) -> int:
        """How many of the latest touches a state holds."""
        return int(self.states.shape[1])

    @property
    def wins(self) -> float:
        """Journeys won."""
        return float(self.count[:, self.target == WON].sum())

    @property
    def nulls(self) -> float:
        """Journeys not won."""
        return float(self.count[:, self.target == NULL].sum())

    @property
    def worth(self) -> float | None:
        """What the wins were worth together."""
        return None if self.value is None else float(self.value.sum())


def of_paths(paths: Paths, order: int = 1, units: drawn.Units | None = None) -> Counts:
    """The transitions of these paths; a state is the latest `order` touches, and shorter beginnings are states of their own."""
    units = units or drawn.of(paths)
    states, at = windows(paths, order)
    number = len(states)
    space = (number + 1) * (number + 2)
    if units.spread is None and len(units.sizes) * space <= ROOM:
        kinds, count, value = _in_place(paths, at, number, units)
    else:
        kinds, count, value = _sorted(paths, at, number, units)
    source, target = kinds // (number + 2), kinds % (number + 2)
    source = np.where(source == number, START, source)
    target = np.where(target == number, WON, np.where(target == number + 1, NULL, target))
    return Counts(paths.names, states, source, target, count, value, units.sizes)


def _steps(paths: Paths, at: Array, number: int, rows: range) -> tuple[Array, Array]:
    """Every step of these rows as one number, source x (number + 2) + target, and the row it is of; the last len(rows) are the ends.

    As a source START is `number`; as a target WON is `number` and NULL one more.
    """
    width = number + 2
    low, high = paths.offsets[rows.start], paths.offsets[rows.stop]
    here = at[low:high].astype(np.int64)
    first, last = (
        paths.offsets[rows.start : rows.stop] - low,
        paths.offsets[rows.start + 1 : rows.stop + 1] - 1 - low,
    )
    inner = np.ones(len(here), dtype=bool)
    inner[first] = False
    after = np.flatnonzero(inner)
    every = np.arange(rows.start, rows.stop, dtype=np.int32)
    ending = here[last] * width + np.where(paths.won[rows.start : rows.stop], number, number + 1)
    steps = np.concatenate([number * width + here[first], here[after - 1] * width + here[after], ending])
    return steps, np.concatenate([every, paths.rows[low:high][after], every])


Counted = tuple[Array, sparse.csr_matrix, sparse.csr_matrix | None]


def _in_place(paths: Paths, at: Array, number: int, units: drawn.Units) -> Counted:
    """Kinds of steps and their sums by unit, where a table of all that could be has room: some rows at a time, so that they fit a cache."""
    space, height = (number + 1) * (number + 2), len(units.sizes)
    base = units.of * space
    counted: Array = np.zeros(height * space)
    gained: Array = np.zeros(height * space if paths.value is not None else 0)
    ones = bool((paths.count == 1).all())  # counting is twice as fast as adding up
    for begin in range(0, len(paths.count), AT_ONCE):
        rows = range(begin, min(begin + AT_ONCE, len(paths.count)))
        steps, row = _steps(paths, at, number, rows)
        steps += base[row]
        counted += np.bincount(steps, None if ones else paths.count[row], height * space)
        if paths.value is not None:
            gained += np.bincount(steps[-len(rows) :], paths.value[rows.start : rows.stop], height * space)
    counted = counted.reshape(height, space)
    kinds = np.flatnonzero(counted.any(axis=0))
    value = None if paths.value is None else sparse.csr_matrix(gained.reshape(height, space)[:, kinds])
    return kinds, sparse.csr_matrix(counted[:, kinds]), value


def _sorted(paths: Paths, at: Array, number: int, units: drawn.Units) -> Counted:
    """The same where it has not."""
    steps, row = _steps(paths, at, number, range(len(paths.count)))
    kinds, kind = _kinds(steps, (number + 1) * (number + 2))
    count = drawn.gathered(units, row, kind, paths.count[row], len(kinds))
    if paths.value is None:
        return kinds, count, None
    ends = row[-len(paths.count) :]
    return kinds, count, drawn.gathered(units, ends, kind[-len(ends) :], paths.value, len(kinds))


def _kinds(keys: Array, space: int) -> tuple[Array, Array]:
    """The different keys, and which of them each is; by a table where one has room, else by sorting."""
    if space > 2**24:
        kinds, kind = np.unique(keys, return_inverse=True)
        return kinds, kind
    there = np.bincount(keys, minlength=space) > 0
    place = np.cumsum(there) - 1
    return np.flatnonzero(there), place[keys]


def windows(paths: Paths, order: int) -> tuple[Array, Array]:
    """States of `order` touches (S, order), and which of them each touch ends."""
    number = len(paths.names)
    states, at = np.arange(number)[:, None], paths.codes
    for _ in range(order - 1):  # a window is the shorter window that ends at the touch before, and the touch
        before = np.concatenate([[0], at[:-1].astype(np.int64) + 1])
        before[paths.offsets[:-1]] = 0
        kinds, at = _kinds(before * number + paths.codes, (len(states) + 1) * number)
        shorter = np.concatenate([np.full((1, states.shape[1]), -1), states])[kinds // number]
        states = np.concatenate([shorter, kinds[:, None] % number], axis=1)
    return states, at


def coded(
    source: Sequence[State | None], target: Sequence[State | None], won: Sequence[bool], count: Sequence[float], *,
    value: Sequence[float] | None = None, bucket: Sequence[int] | None = None, sizes: Sequence[float] | None = None,
) -> Counts:  # fmt: skip
    """Transitions that somebody else has counted, as an engine has them: one row for each (bucket, source, target).

    A state is a channel, or the sequence of the latest channels. `source` None is the beginning of journeys; `target` None their end, as
    `won` has it, which is not looked at elsewhere. `value` is what the wins of a row were worth. `bucket` is the unit of the bootstrap:
    all rows are one where it is left out, and then no interval can be told. `sizes` is as in `units.Units`, 1 where left out.
    """
    keys = [
        None if one is None else (one,) if isinstance(one, str) else tuple(one) for one in (*source, *target)
    ]
    states = sorted({one for one in keys if one is not None})
    names = sorted({name for one in states for name in one})
    order = max((len(one) for one in states), default=1)
    place, code = {one: at for at, one in enumerate(states)}, {name: at for at, name in enumerate(names)}
    table = np.full((len(states), order), -1, dtype=np.int64)
    for at, one in enumerate(states):
        table[at, order - len(one) :] = [code[name] for name in one]
    begin = np.array([START if one is None else place[one] for one in keys[: len(source)]], dtype=np.int64)
    end = [
        (WON if yes else NULL) if one is None else place[one]
        for one, yes in zip(keys[len(source) :], won, strict=True)
    ]
    pairs, kind = np.unique(np.stack([begin, np.array(end, dtype=np.int64)]), axis=1, return_inverse=True)
    found, unit = np.unique(
        np.zeros(len(begin)) if bucket is None else np.asarray(bucket), return_inverse=True
    )
    shape = (len(found), pairs.shape[1])

    def table_of(weights: Sequence[float]) -> sparse.csr_matrix:
        return sparse.csr_matrix((np.asarray(weights, dtype=np.float64), (unit, kind.ravel())), shape=shape)

    return Counts(
        tuple(names), table, pairs[0], pairs[1], table_of(count), None if value is None else table_of(value),
        np.ones(len(found)) if sizes is None else np.asarray(sizes, dtype=np.float64),
    )  # fmt: skip
