"""Two sites before the same question: which answers it better, and how sure that is.

A site answers a question, answers it partly, or does not: chances a, p - a and 1 - p, where a and p are the chances that it is answered and
that it is at least partly (verdict.py). The firm wins where it answers to a higher degree, loses where the other does, and ties where the
degrees are the same. With the errors on the two sites taken as independent,

    win  = a (1 - a') + (p - a)(1 - p')        loss = a' (1 - a) + (p' - a')(1 - p)        tie = 1 - win - loss

One of them is said where its chance is at least CLEAR, else that it cannot be told; so too where one of the sites could not be judged at all.
A question that is hard to judge on one site is often hard on the other, which makes ties somewhat likelier than this has them.

A site's answer share is sum of w a / sum of w over the questions that both sites have chances for, w being how much is asked. Its interval
takes the questions as a sample of those that are asked, and each as answered or not: plus and minus Student's t times the root of
n / (n - 1) sum of w^2 ((a - share)^2 + a (1 - a)) / (sum of w)^2 (the ratio estimator, Cochran 1977, 6.3). That of the difference is made of the
differences question by question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from fotavtrykk import stats
from fotavtrykk.answers.index import Array
from fotavtrykk.tables import Row, Value

CLEAR = 0.6
OUTCOMES = ("win", "tie", "loss")
ANSWERS = ("answered", "partly")
_THEIRS = ("question", "site", "state", "reason", "likely", "partly", "by", "url", "heading", "quote", "words", "passage")  # fmt: skip


def degrees(answer: Row) -> tuple[float, float] | None:
    """The chances that it is answered, and at least partly; None where nothing can be told whatever they are."""
    if answer["reason"] is not None or answer["likely"] is None or answer["partly"] is None:
        return None
    return float(str(answer["likely"])), float(str(answer["partly"]))


def chances(own: tuple[float, float], theirs: tuple[float, float]) -> dict[str, float]:
    """The chances of win, tie and loss."""
    (a, p), (b, q) = own, theirs
    win = a * (1 - b) + (p - a) * (1 - q)
    loss = b * (1 - a) + (q - b) * (1 - p)
    return {"win": win, "tie": max(0.0, 1 - win - loss), "loss": loss}


def rows(own: Sequence[Row], theirs: Mapping[str, Sequence[Row]]) -> list[Row]:
    """Rows of the table comparisons, without run_id: `own` are the firm's rows of answers, `theirs` those of each other site."""
    mine = {row["question"]: row for row in own}
    out = [_row(mine[row["question"]], row) for some in theirs.values() for row in some]
    by: dict[Value, list[Row]] = {}
    for row in out:
        by.setdefault(row["question"], []).append(row)
    gaps = {question: gap(mine[question], some) for question, some in by.items()}
    return [{**row, "gap": gaps[row["question"]]} for row in out]


def _row(own: Row, answer: Row) -> Row:
    one, other = degrees(own), degrees(answer)
    found: dict[str, Value] = dict.fromkeys(OUTCOMES)
    outcome = "cannot_tell"
    if one is not None and other is not None:
        known = chances(one, other)
        most = max(OUTCOMES, key=lambda name: known[name])
        outcome = most if known[most] >= CLEAR else outcome
        found |= known
    return {**{name: answer[name] for name in _THEIRS}, "outcome": outcome, **found}


def gap(own: Row, theirs: Sequence[Row]) -> str | None:
    """Whether somebody else answers a question better (contestable), or nobody at all answers it (white_space)."""
    if any(row["outcome"] == "loss" and row["state"] in ANSWERS for row in theirs):
        return "contestable"
    nobody = own["state"] == "not_answered" and all(row["state"] == "not_answered" for row in theirs)
    return "white_space" if nobody else None


def figures(asked: Sequence[Row], own: Sequence[Row], theirs: Sequence[Row]) -> Row:
    """What a row of the table competitors says of one site: shares, their difference, and counts; `theirs` are its rows of comparisons."""
    weight = {row["question"]: float(str(row["demand"])) for row in asked}
    ours = {row["question"]: row for row in own}
    pairs = [(degrees(ours[row["question"]]), degrees(row), row) for row in theirs]
    told = [(one, other, row) for one, other, row in pairs if one and other]
    counts = {name: sum(row["outcome"] == name for row in theirs) for name in (*OUTCOMES, "cannot_tell")}
    w = np.array([weight[row["question"]] for _, _, row in told])
    a, b = np.array([own_[0] for own_, _, _ in told]), np.array([other[0] for _, other, _ in told])
    spread = a * (1 - a), b * (1 - b)
    named = {"own": (a, spread[0]), "share": (b, spread[1]), "ahead": (a - b, spread[0] + spread[1])}
    out: dict[str, Value] = {"n": len(told)}
    for name, (values, unsure) in named.items():
        value, low, high = mean(w, values, unsure, -1.0 if name == "ahead" else 0.0)
        ends = ("low", "high") if name == "share" else (f"{name}_low", f"{name}_high")
        out |= {name: value, **dict(zip(ends, (low, high), strict=True))}
    sums = {name: sum(float(str(row[name])) for _, _, row in told) for name in OUTCOMES}
    return out | {
        "wins": counts["win"], "ties": counts["tie"], "losses": counts["loss"], "untold": counts["cannot_tell"],
        "expected_wins": sums["win"], "expected_ties": sums["tie"], "expected_losses": sums["loss"],
    }  # fmt: skip


def mean(w: Array, values: Array, unsure: Array, least: float = 0.0) -> tuple[float | None, float | None, float | None]:  # fmt: skip
    """The weighted mean of values whose own variances are `unsure`, and the ends of its 95 % interval within `least` and 1."""
    whole, n = float(w.sum()), len(w)
    if not whole:
        return None, None, None
    value = float((w * values).sum() / whole)
    if n == 1:
        return value, None, None
    variance = n / (n - 1) * float((w**2 * ((values - value) ** 2 + unsure)).sum()) / whole**2
    far = stats.student(n - 1) * float(np.sqrt(variance))
    return value, max(least, value - far), min(1.0, value + far)


def best(comparisons: Sequence[Row]) -> dict[Value, Row]:
    """By question, the competitor who answers it, or partly: the likeliest; questions that no one answers are not among them."""
    out: dict[Value, Row] = {}
    for row in comparisons:
        known = out.get(row["question"])
        if row["state"] in ANSWERS and (known is None or _order(row) < _order(known)):
            out[row["question"]] = row
    return out


def _order(row: Row) -> tuple[int, float, str]:
    return ANSWERS.index(str(row["state"])), -float(str(row["likely"])), str(row["site"])
