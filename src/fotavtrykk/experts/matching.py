"""Which question goes to whom: an assignment under capacity, month by month.

Of the pairs of a question and a person whose passages speak of it, those are chosen whose worth is greatest in sum: worth of the question
(answers/backlog.py) x fit: the share of what it is about that the person's page holds, times the person's number beside that of the best.
Each question goes to one person, each person gets at most so many a month. It is the assignment problem, solved by
scipy.optimize.linear_sum_assignment (Crouse 2016, IEEE Transactions on Aerospace and Electronic Systems 52(4)), with each person standing
as many times as articles fit in the month. What is left over is asked for the next month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from fotavtrykk.answers.index import Array
from fotavtrykk.tables import Row, Value

MONTHS = 6  # planned; a list for longer is no plan


def planned(
    worth: Sequence[float], fits: Sequence[Mapping[int, float]], persons: int, capacity: int
) -> dict[int, tuple[int, int]]:
    """For each question that is planned (by its place) the person and the month, from 1.

    `worth` is by question, `fits` by question the fit (0 to 1) by person, of those who speak of it; `capacity` is articles a person a month.
    """
    values = np.zeros((len(worth), persons))
    for at, mine in enumerate(fits):
        for who, fit in mine.items():
            values[at, who] = worth[at] * fit
    left = [at for at in range(len(worth)) if values[at].any()]
    out: dict[int, tuple[int, int]] = {}
    for month in range(1, MONTHS + 1):
        if not left or capacity < 1:
            break
        out |= {left[at]: (who, month) for at, who in _month(values[left], capacity).items()}
        left = [at for at in left if at not in out]
    return out


def chosen(matches: Iterable[Row]) -> dict[Value, Row]:
    """By question, the row of the table matches of the one who is to answer it in the plan, else of the one for whom most speaks."""
    out: dict[Value, Row] = {}
    for row in sorted(matches, key=lambda one: (one["month"] is None, one["place"] or 0)):
        out.setdefault(row["question"], row)
    return out


def _month(values: Array, capacity: int) -> dict[int, int]:
    from scipy.optimize import linear_sum_assignment

    slots = np.repeat(np.arange(values.shape[1]), min(capacity, values.shape[0]))
    rows, columns = linear_sum_assignment(values[:, slots], maximize=True)
    return {
        int(row): int(slots[column])
        for row, column in zip(rows, columns, strict=True)
        if values[row, slots[column]] > 0
    }
