"""Effort that follows demand is flagged, effort that does not is not; whatever the units, and never of too few months."""

from __future__ import annotations

import numpy as np
import pytest

from decide.firms import firm
from decide.test_page import made, shown
from fotavtrykk.decide import lagged
from fotavtrykk.decide.facts import Learnt, Reason
from fotavtrykk.decide.series import Series


def world(seed: int, follow: float, months: int = 60) -> tuple[np.ndarray, np.ndarray]:
    """The logarithm of effort and of inquiries: shocks that last, and effort that answers them four months later, or hires by itself."""
    draw = np.random.default_rng(seed)
    shocks = draw.normal(0, 0.12, months + 20)
    demand = np.zeros(months + 20)
    for at in range(1, months + 20):
        demand[at] = 0.85 * demand[at - 1] + shocks[at]
    steps = np.cumsum(draw.choice([-0.15, 0.0, 0.15], months + 20, p=[0.04, 0.92, 0.04]))
    effort = np.array(
        [steps[at] + follow * demand[max(0, at - 4) : at].mean() if at else 0.0 for at in range(months + 20)]
    )
    asked = draw.poisson(np.exp(3.5 + demand[20:]))
    return effort[20:], np.log(asked + 0.5)


def flagged(follow: float) -> float:
    return float(np.mean([lagged.follows(*world(seed, follow)) is not None for seed in range(60)]))


def test_effort_that_follows_demand_is_flagged_and_effort_that_does_not_seldom():
    assert flagged(0.0) <= 0.2  # by chance one in ten, give or take two standard errors
    assert flagged(1.5) >= 0.6


def test_units_are_nothing():
    effort, asked = world(3, 1.5)
    found = lagged.follows(effort, asked)
    assert found is not None and 0 < found <= 1
    assert lagged.follows(effort + 2, asked) == pytest.approx(found)
    assert lagged.follows(3 * effort, 0.5 * asked + 1) == pytest.approx(found)


def test_a_function_that_never_changed_follows_nothing():
    assert lagged.follows(np.zeros(40), world(1, 0)[1][:40]) is None


def series(months: int) -> Series:
    effort, asked = world(3, 1.5, 60)
    some = tuple(np.exp(effort[:months]))
    counts = tuple(np.exp(asked[:months]) - 0.5)
    zeros = (0.0,) * months
    return Series(
        24000, counts, zeros, zeros, zeros, zeros, {"marketing": some, "sales": (1.0,) * months}, 0, 0.0
    )


def test_it_is_told_of_the_function_and_not_of_too_few_months():
    teams = firm().teams
    assert [(one.code, one.function) for one in lagged.reasons(series(60), teams)] == [
        ("follows", "marketing")
    ]
    assert lagged.reasons(series(20), teams) == [] and lagged.reasons(None, teams) == []


@pytest.mark.parametrize(
    ("lang", "words", "mean", "turns"),
    [
        ("nb", "vokste etter måneder med mange henvendelser", 0.9, "for høyt eller mer"),
        ("en", "grew after months with many inquiries", 0.9, "too high or more"),
        ("en", "grew after months with many inquiries", 0.001, "does not turn that"),
    ],
)
def test_how_strong_the_bias_must_be_to_turn_is_said(lang, words, mean, turns):
    told = Learnt("marketing", "makes", (0.1, 0.3, 0.6), (0.1, mean, 1.0), (0.1, mean, 1.2), 0.4, 0.5, 0.2)
    page = shown(made(firm(learnt=(told,), reasons=(Reason("follows", "marketing", 0.6),))), lang)
    assert words in page and turns in page
    without = shown(made(firm(reasons=(Reason("follows", "marketing", 0.6),))), lang)
    assert words in without and turns not in without
