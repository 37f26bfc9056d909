"""From evidence to a verdict: how likely it is that a site answers a question, and what may be said of it.

Two steps, both fitted on labelled pairs of questions and passages (`learning.py`, `fitted.json`). Evidence is weighed into one number for a
passage, z = start + sum of weight x (evidence - mean) / spread. A site's number is that of its best passage; a logistic curve of it gives the
chance that the site answers, another that it answers at least partly. Both curves were fitted on sites that the weights had not seen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

import numpy as np

from fotavtrykk.answers.index import Array

# Of the chance that it is answered, and that it is answered at least partly: what is said of it. Chosen on the labelled pairs so that
# nine of ten "not answered" hold (docs/answers.md).
ANSWERED, PARTLY, NOT = 0.5, 0.6, 0.15
STATES = ("answered", "partly", "not_answered", "cannot_tell")


@dataclass(frozen=True)
class Curve:
    """The chance 1 / (1 + exp(-(at + slope x z)))."""

    at: float
    slope: float

    def chance(self, z: float) -> float:
        """The chance at z."""
        return float(1 / (1 + np.exp(-np.clip(self.at + self.slope * z, -50, 50))))


@dataclass(frozen=True)
class Model:
    """How evidence is weighed; one number for each kind of it, in the order of evidence.LEXICAL (and SEMANTIC)."""

    mean: Sequence[float]
    spread: Sequence[float]
    weights: Sequence[float]
    answered: Curve
    partly: Curve
    start: float = 0.0

    def weigh(self, rows: Array) -> Array:
        """One number for each row of evidence."""
        found: Array = self.start + ((rows - np.asarray(self.mean)) / np.asarray(self.spread)) @ np.asarray(
            self.weights
        )
        return found

    def moved(self, answered: float, partly: float) -> Model:
        """The same with so much added to what the curves take the chances of."""
        one, other = self.answered, self.partly
        return replace(
            self, answered=Curve(one.at + answered, one.slope), partly=Curve(other.at + partly, other.slope)
        )

    def state(self, z: float) -> tuple[str, float, float]:
        """What may be said, and the chances that it is answered, and at least partly."""
        whole = self.answered.chance(z)
        some = max(whole, self.partly.chance(z))
        if whole >= ANSWERED:
            return "answered", whole, some
        if some >= PARTLY:
            return "partly", whole, some
        return ("not_answered" if some <= NOT else "cannot_tell"), whole, some


def told(model: Model) -> dict[str, Sequence[float]]:
    """The model as it is written down."""
    return {
        "mean": [round(float(one), 5) for one in model.mean], "spread": [round(float(one), 5) for one in model.spread],
        "weights": [round(float(one), 5) for one in model.weights],
        "answered": [round(model.answered.at, 5), round(model.answered.slope, 5)],
        "partly": [round(model.partly.at, 5), round(model.partly.slope, 5)],
        "start": [round(model.start, 5)],
    }  # fmt: skip


def read(said: Mapping[str, Sequence[float]]) -> Model:
    """The model out of what `told` wrote."""
    return Model(
        said["mean"],
        said["spread"],
        said["weights"],
        Curve(*said["answered"]),
        Curve(*said["partly"]),
        *said["start"],
    )


@cache
def fitted(name: str = "lexical") -> Model:
    """The model that comes with the program: `lexical`, of words alone, or `semantic`, of words and meaning."""
    return read(_learnt()[name])


def pairs(name: str) -> int:
    """How many labelled pairs that model was learnt from, equal texts once."""
    return int(_learnt()[name]["pairs"][0])


def held(name: str) -> dict[str, tuple[int, int]]:
    """How many of the verdicts held, of how many, on labelled sites that were left out in turn: `partly` where it is at least that."""
    found = [int(one) for one in _learnt()[name]["held"]]
    return dict(
        zip(("answered", "partly", "not_answered"), zip(found[::2], found[1::2], strict=True), strict=True)
    )


def _learnt() -> Mapping[str, Mapping[str, Sequence[float]]]:
    text = (resources.files("fotavtrykk.answers") / "fitted.json").read_text("utf-8")
    learnt: Mapping[str, Mapping[str, Sequence[float]]] = json.loads(text)
    return learnt
