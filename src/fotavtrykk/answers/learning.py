"""How evidence is weighed, learnt from labelled pairs: 0 does not answer, 1 partly, 2 answers.

A logistic regression whose weights have the sign that they must have (more of the question's words in a passage never speaks against it),
shrunk towards nothing; a partly counts as half. With so few labels and sites so unlike one another that is worth more than a freer form.
The curves from the number to a chance are fitted on questions of sites that were left out in turn (Platt 1999).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers.evidence import LEXICAL, SEMANTIC
from fotavtrykk.answers.index import Array
from fotavtrykk.answers.verdict import Curve, Model

SHRINK = 30.0
# 1: speaks for, -1: speaks against, 0: either.
_SIGNS = {"missing": -1, "asks": -1, "length": 0, "aside": -1}
_ANY = Curve(0.0, 1.0)  # until there is one
Labels = NDArray[np.int64]


def learnt(rows: Array, labels: Labels, questions: Sequence[str], sites: Sequence[str]) -> Model:
    """The model of all pairs, its curves fitted on sites left out in turn. Shapes: pairs x kinds of evidence, and one each for a pair."""
    numbers = left_out(rows, labels, sites)
    _, best, most = by_question(numbers, labels, questions)
    answered, partly = (curve(best, most >= least) for least in (2, 1))
    return _weights(rows, labels, answered, partly)


def left_out(rows: Array, labels: Labels, sites: Sequence[str]) -> Array:
    """Each pair's number by the weights that the other sites give."""
    where = np.asarray(sites)
    out = np.zeros(len(rows))
    for site in sorted(set(sites)):
        mine = where == site
        out[mine] = _weights(rows[~mine], labels[~mine]).weigh(rows[mine])
    return out


def by_question(numbers: Array, labels: Labels, questions: Sequence[str]) -> tuple[list[str], Array, Labels]:
    """The questions, the number of each one's best passage, and the best label that any of its passages has."""
    which = np.asarray(questions)
    names = sorted(set(questions))
    best = np.array([numbers[which == name].max() for name in names])
    return names, best, np.array([labels[which == name].max() for name in names])


def curve(numbers: Array, true: NDArray[np.bool_]) -> Curve:
    """The logistic curve of the numbers that fits what is true best, its slope not below 0."""
    from scipy.optimize import minimize

    def loss(at: Array) -> float:
        z = at[0] + at[1] * numbers
        return float((np.logaddexp(0, z) - true * z).sum())

    found = minimize(loss, np.array([0.0, 1.0]), bounds=[(None, None), (0.0, None)], method="L-BFGS-B").x
    return Curve(float(found[0]), float(found[1]))


def _weights(rows: Array, labels: Labels, answered: Curve = _ANY, partly: Curve = _ANY) -> Model:
    from scipy.optimize import minimize

    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    true = labels / 2

    def loss(at: Array) -> tuple[float, Array]:
        z = table @ at
        gap = 1 / (1 + np.exp(-z)) - true
        value = (np.logaddexp(0, z) - true * z).sum() + SHRINK / 2 * (at[1:] ** 2).sum()
        return float(value), table.T @ gap + SHRINK * np.concatenate([[0.0], at[1:]])

    signs = [_SIGNS.get(name, 1) for name in (*LEXICAL, *SEMANTIC)[: rows.shape[1]]]
    bounds = [
        (None, None),
        *((0, None) if sign > 0 else (None, 0) if sign else (None, None) for sign in signs),
    ]
    found = minimize(loss, np.zeros(table.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Model(mean.tolist(), spread.tolist(), found[1:].tolist(), answered, partly)
