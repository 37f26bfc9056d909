"""What the user has said of answers: which of it still holds, and how far the site's chances are moved by it.

Who reads a passage and judges knows; so a verdict of the user's stands instead of the chance. It holds while what was read is there:
"answered" while the passage stands on the site, the others while it is the passage that most speaks for an answer.

Together they tell as well how this site differs from those that the curves were learnt from. What is added to a curve, d, is the one that is
likeliest: d is drawn from a normal distribution about 0 with the spread SPREAD, so that few verdicts move it little; it is found where
sum of (true - chance(z + d)) = d / SPREAD^2. That the user judges first what is least certain does no harm:
chances are held against the truth where they are, whatever the choice was made by, as long as it was not made by the truth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from fotavtrykk.answers.index import Array
from fotavtrykk.answers.verdict import Curve, Model
from fotavtrykk.tables import Row

# Between sites. The five of the labelled pairs lie less apart (benchmarks/answers.py), but five tell little of how far another may.
SPREAD = 0.5
VERDICTS = ("answered", "partly", "not_answered")


@dataclass(frozen=True)
class Verdict:
    """What the user said of a question, of which passage (by `answering.sha`; empty where none was shown), and on which day."""

    said: str
    passage: str
    day: date

    def holds(self, best: str, standing: Iterable[str]) -> bool:
        """Whether it still does, where `best` is the passage that most speaks for an answer and `standing` are all of the site."""
        return self.passage in standing if self.said == "answered" and self.passage else self.passage == best


def latest(rows: Iterable[Row]) -> dict[str, Verdict]:
    """The newest verdict on each question, by its text folded; `rows` are those of the table reviews."""
    found: dict[str, tuple[tuple[str, str, int], Verdict]] = {}
    for row in rows:
        if row["verdict"] is not None:
            text, when = (
                folded(str(row["question"])),
                (str(row["time"]), str(row["file"]), int(str(row["line"]))),
            )
            day = row["local_date"]
            assert isinstance(day, date)
            one = Verdict(str(row["verdict"]), str(row["passage"] or ""), day)
            if text not in found or when > found[text][0]:
                found[text] = (when, one)
    return {text: one for text, (_, one) in found.items()}


def folded(text: str) -> str:
    """A question so that the same one is the same, whatever its case and blanks."""
    return " ".join(text.casefold().split())


def of(question: Row, verdicts: Mapping[str, Verdict]) -> Verdict | None:
    """The verdict on a question, by any of its wordings; the one that is shown counts first."""
    wordings = [str(question["text"]), *str(question["others"] or "").split(" | ")]
    return next((verdicts[text] for text in map(folded, wordings) if text in verdicts), None)


def moved(model: Model, judged: Sequence[tuple[float, str]]) -> Model:
    """The model for this site: `judged` are the numbers of questions of which the user said what is so, and what."""
    numbers = np.array([z for z, _ in judged])
    said = np.array([VERDICTS.index(one) for _, one in judged])
    answered, partly = (
        _addition(curve, numbers, said <= worst) for curve, worst in ((model.answered, 0), (model.partly, 1))
    )
    return model.moved(answered, partly)


def _addition(curve: Curve, numbers: Array, true: NDArray[np.bool_]) -> float:
    from scipy.optimize import brentq

    if not len(numbers):
        return 0.0
    z = curve.at + curve.slope * numbers

    def slope(d: float) -> float:
        return float((true - 1 / (1 + np.exp(-(z + d)))).sum() - d / SPREAD**2)

    most = len(numbers) * SPREAD**2 + 1  # beyond this the second term is the larger one, whatever the first
    return float(brentq(slope, -most, most))
