"""Which credits are not told because they would tell of one to five customers (rule R2), by themselves or by what is told put together.

Formula
    What is credited to states (channel, function and direction) adds up: a cell is a name of a unit and the states that it holds, and rows of
    the matrix M are the cells that are told, and the whole. What can be worked out of them is in the space of its rows. Nothing of it may be
    a set of states with more than none and fewer than six wins. Such a set has only states of fewer than six, so that all of them are found
    among the rows of the space that are 0 at every other state: in reduced form a set is 0 or 1 at each pivot. While one is found, the
    smallest cell that it is worked out of is not told either, a function only where nothing else is.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import numpy as np

from fotavtrykk.credit.paths import Array
from fotavtrykk.stats import SMALLEST

Cell = tuple[str, str]  # unit and name
KEPT = "function"  # the unit that is hidden last: it is what is asked for
_NEAR = 1e-6  # of a win, or of a coefficient: what floats add up to beside a number is that number
_MOST = 12  # pivots that are tried, 2^12 sets; where there are more, the smallest cell goes untried


def cells(groups: Mapping[str, Mapping[str, str]]) -> dict[Cell, frozenset[str]]:
    """The states of each name; `groups` is unit -> state -> name."""
    found: dict[Cell, set[str]] = {}
    for unit, of in groups.items():
        for state, name in of.items():
            found.setdefault((unit, name), set()).add(state)
    return {cell: frozenset(states) for cell, states in found.items()}


def hidden(credits: Mapping[str, float], of: Mapping[Cell, frozenset[str]]) -> set[Cell]:
    """The cells that are not told. `credits` is wins by state, `of` the states of each cell."""
    # That a state has none tells of nobody.
    states = sorted(state for state, wins in credits.items() if wins > _NEAR)
    value = np.array([credits[state] for state in states])
    if value.sum() < SMALLEST - _NEAR:
        return set(of)
    held = {cell: np.array([state in inside for state in states], float) for cell, inside in of.items()}
    sums = {cell: float(row @ value) for cell, row in held.items()}
    told = sorted(
        (cell for cell in of if not _small(sums[cell])), key=lambda cell: (cell[0] == KEPT, sums[cell], cell)
    )
    while told:
        rows = np.array([*(held[cell] for cell in told), np.ones(len(states))])
        used = _leak(rows, value)
        if used is None:
            break
        told.remove(next(cell for cell, yes in zip(told, used, strict=False) if yes and sums[cell] > _NEAR))
    return set(of) - set(told)


def _small(wins: float) -> bool:
    return _NEAR < wins < SMALLEST - _NEAR


def _leak(rows: Array, value: Array) -> Array | None:
    """Which of `rows` (told cells by states) a set of one to five wins can be worked out of; None where no such set can."""
    few = value < SMALLEST - _NEAR
    free = _null(rows[:, ~few].T)
    space, made = _reduced(free @ rows[:, few], free)
    if len(space) > _MOST:
        return np.asarray(np.abs(made).max(axis=0) > _NEAR)
    for chosen in product((0.0, 1.0), repeat=len(space)):
        found = np.asarray(chosen) @ space
        whole = np.abs(found - np.round(found)).max(initial=0.0) < _NEAR
        if (
            whole
            and found.min(initial=0.0) > -_NEAR
            and found.max(initial=0.0) < 1 + _NEAR
            and _small(float(found @ value[few]))
        ):
            return np.asarray(np.abs(np.asarray(chosen) @ made) > _NEAR)
    return None


def _null(matrix: Array) -> Array:
    """Rows that span what `matrix` takes to 0."""
    _, sizes, right = np.linalg.svd(matrix, full_matrices=True)
    return right[int((sizes > _NEAR).sum()) :]


def _reduced(space: Array, made: Array) -> tuple[Array, Array]:
    """The reduced row echelon form of `space` without empty rows, and of `made` by the same steps."""
    both = np.hstack([space, made])
    at = 0
    for column in range(space.shape[1]):
        if at == len(both):
            break
        pivot = at + int(np.abs(both[at:, column]).argmax())
        if abs(both[pivot, column]) < _NEAR:
            continue
        both[[at, pivot]] = both[[pivot, at]]
        both[at] /= both[at, column]
        others = np.arange(len(both)) != at
        both[others] -= np.outer(both[others, column], both[at])
        at += 1
    return both[:at, : space.shape[1]], both[:at, space.shape[1] :]
