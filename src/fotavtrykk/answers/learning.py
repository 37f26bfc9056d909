"""How evidence is weighed, learnt from labelled pairs: 0 does not answer, 1 partly, 2 answers.

A logistic regression whose weights have the sign that they must have (more of the question's words in a passage never speaks against it),
shrunk towards nothing; a partly counts as half. The candidates that nobody judged count a little, as what does not answer. With so few labels
and sites so unlike one another that is worth more than a freer form. The curves from the number to a chance are fitted on questions of sites that
were left out in turn (Platt 1999).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers.evidence import LEXICAL, SEMANTIC
from fotavtrykk.answers.index import Array
from fotavtrykk.answers.verdict import Curve, Model

SHRINK = 30.0
UNREAD = 0.1  # what a pair counts that nobody judged: a candidate that none of the engines had among its best, so that it hardly answers
# 1: speaks for, -1: speaks against, 0: either.
_SIGNS = {"missing": -1, "asks": -1, "length": 0, "aside": -1, "bare": -1}
_ANY = Curve(0.0, 1.0)  # until there is one
Labels = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Pairs:
    """Pairs of questions and passages, one entry each: evidence (pairs x kinds), label, question, site.

    A label of -1 is that of a candidate that nobody judged. `found` are those that the first stage finds, which is all that is seen in use.
    """

    rows: Array
    labels: Labels
    found: Marks
    questions: NDArray[np.str_]
    sites: NDArray[np.str_]

    def of(self, some: Marks) -> Pairs:
        """Some of them."""
        return Pairs(
            self.rows[some], self.labels[some], self.found[some], self.questions[some], self.sites[some]
        )

    def at(self, *sites: str) -> Marks:
        """Which are of these sites."""
        return np.isin(self.sites, sites)


@dataclass(frozen=True)
class Best:
    """For each question: its site, the number of its best candidate, and the best label that any of its passages has."""

    sites: NDArray[np.str_]
    numbers: Array
    labels: Labels
    questions: NDArray[np.str_]

    def of(self, questions: NDArray[np.str_]) -> Best:
        """Some of them."""
        some = np.isin(self.questions, questions)
        return Best(self.sites[some], self.numbers[some], self.labels[some], self.questions[some])


def learnt(pairs: Pairs) -> Model:
    """The model of all pairs, its curves fitted on sites left out in turn."""
    best = left_out(pairs)
    answered, partly = (curve(best.numbers, best.labels >= least) for least in (2, 1))
    return weighed(pairs, answered, partly)


def left_out(pairs: Pairs) -> Best:
    """Each question's best, by the weights that the other sites give."""
    numbers = np.zeros(len(pairs.labels))
    for site in sorted(set(pairs.sites)):
        mine = pairs.at(site)
        numbers[mine] = weighed(pairs.of(~mine)).weigh(pairs.rows[mine])
    return by_question(numbers, pairs)


def by_question(numbers: Array, pairs: Pairs) -> Best:
    """The questions that have a candidate, by the numbers of all pairs."""
    names, first = np.unique(pairs.questions[pairs.found], return_index=True)
    best = np.array([numbers[pairs.found & (pairs.questions == name)].max() for name in names])
    labels = np.array([pairs.labels[pairs.questions == name].max() for name in names])
    return Best(pairs.sites[pairs.found][first], best, labels, names)


def between(best: Best, least: int) -> float:
    """How far sites lie apart: the standard deviation of what a site adds to the number of the curve, by which it is likeliest.

    Each site's addition is drawn from a normal one about 0; the likelihood of its questions is its mean over that (in 41 points).
    """
    true = best.labels >= least
    usual = curve(best.numbers, true)
    z, draws = usual.at + usual.slope * best.numbers, np.linspace(-3, 3, 41)
    mass = np.exp(-(draws**2) / 2) / np.exp(-(draws**2) / 2).sum()

    def told(spread: float) -> float:
        out = 0.0
        for site in sorted(set(best.sites)):
            mine = best.sites == site
            moved = z[mine][:, None] + spread * draws
            each = (true[mine][:, None] * moved - np.logaddexp(0, moved)).sum(axis=0)
            out += float(np.log((np.exp(each - each.max()) * mass).sum()) + each.max())
        return out

    return float(max(np.linspace(0, 2, 81), key=told))


def curve(numbers: Array, true: NDArray[np.bool_]) -> Curve:
    """The logistic curve of the numbers that fits what is true best, its slope not below 0."""
    from scipy.optimize import minimize

    def loss(at: Array) -> float:
        z = at[0] + at[1] * numbers
        return float((np.logaddexp(0, z) - true * z).sum())

    found = minimize(loss, np.array([0.0, 1.0]), bounds=[(None, None), (0.0, None)], method="L-BFGS-B").x
    return Curve(float(found[0]), float(found[1]))


def weighed(pairs: Pairs, answered: Curve = _ANY, partly: Curve = _ANY) -> Model:
    """The weights that all pairs give, with these curves."""
    from scipy.optimize import minimize

    rows = pairs.rows
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.column_stack([np.ones(len(rows)), (rows - mean) / spread])
    true, count = np.maximum(pairs.labels, 0) / 2, np.where(pairs.labels < 0, UNREAD, 1.0)

    def loss(at: Array) -> tuple[float, Array]:
        z = table @ at
        gap = count * (1 / (1 + np.exp(-z)) - true)
        value = (count * (np.logaddexp(0, z) - true * z)).sum() + SHRINK / 2 * (at[1:] ** 2).sum()
        return float(value), table.T @ gap + SHRINK * np.concatenate([[0.0], at[1:]])

    signs = [_SIGNS.get(name, 1) for name in (*LEXICAL, *SEMANTIC)[: rows.shape[1]]]
    bounds = [
        (None, None),
        *((0, None) if sign > 0 else (None, 0) if sign else (None, None) for sign in signs),
    ]
    found = minimize(loss, np.zeros(table.shape[1]), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Model(mean.tolist(), spread.tolist(), found[1:].tolist(), answered, partly, float(found[0]))
