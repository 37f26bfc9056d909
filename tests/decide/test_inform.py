"""What knowing more would be worth: planted differences, a trial by simulation of each test, and nothing where nothing hangs on it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from math import sqrt

import numpy as np
import pytest

from decide.firms import WINS, firm, team
from decide.test_narrow import informed
from fotavtrykk import stats
from fotavtrykk.decide import inform, judge
from fotavtrykk.economy import Economy

ASK = judge.Ask(960_000)
SELLERS = team("sellers", "selling", 8)
MARKETING = team("marketing", "marketing", 5, pay=75_000, lines={"ads": 8_000.0}, reach=0.9)


@cache
def close(substitution: float = 0.9, unknown: float = 36.0, value: float = 400_000.0) -> judge.Judged:
    """Sellers who do both against marketing, where either may be the better to cut."""
    facts = firm(
        (SELLERS, MARKETING),
        wins=WINS | {"unknown": unknown},
        economy=Economy(margin=0.4, substitution_max=substitution),
    )
    return judge.judged(informed(replace(facts, first_order=value, approaches=400.0)), ASK)


def scale(found: judge.Judged) -> inform._Scale:
    return inform._Scale(found, *inform.foremost(found))


def named(found: judge.Judged) -> dict[str, inform.Piece]:
    return {one.name: one for one in inform.pieces(found)}


def test_the_difference_is_that_of_the_verdict_and_what_hangs_on_a_thing_is_found():
    on = scale(close())
    assert on.difference.mean() == pytest.approx(on.middle(on.found.facts), rel=0.02)
    rng = np.random.default_rng(1)
    planted, noise = rng.normal(3, 1, 1024), rng.normal(0, 2, 1024)
    known = replace(on)
    known.__dict__["difference"] = 50 - 4 * planted + noise
    spread, slope = known.hanging(planted)
    assert spread == pytest.approx(4, rel=0.05) and slope == pytest.approx(-4, rel=0.05)
    assert known.hanging(rng.normal(0, 1, 1024)) == (0.0, 0.0)  # no more than chance explains
    assert known.hanging(np.ones(1024)) == (0.0, 0.0)


def simulated(on: inform._Scale, known: np.ndarray, error: float) -> float:
    """The value of an estimate of `known` with that standard error, lived through 4,000 times: the better option by what is then known."""
    rng, gains = np.random.default_rng(2), []
    for truth in rng.choice(known, 4_000):
        seen = rng.normal(truth, error)
        weights = np.exp(-0.5 * ((seen - known) / error) ** 2)
        gains.append(max(0.0, float(weights @ on.difference / weights.sum())))
    return float(np.mean(gains)) - max(0.0, float(on.difference.mean()))


def test_a_hold_out_is_worth_what_living_through_it_brings():
    on, one = scale(close()), named(close())["hold_out"]
    anyway = on.draws("sellers", "anyway")
    error = inform.held_out_error(float(anyway.mean()), on.found.facts.hit_outbound, 1_600)
    assert one.value == pytest.approx(simulated(on, anyway, error), rel=0.25)
    assert one.accounts == 1_600 and one.after[0] > one.before[0]


def test_the_error_of_a_hold_out_is_that_of_many_of_them():
    rng = np.random.default_rng(3)
    alone = rng.binomial(480, 0.3 * 0.06, 20_000) / 480
    called = rng.binomial(1_120, 0.06, 20_000) / 1_120
    assert inform.held_out_error(0.3, 0.06, 1_600) == pytest.approx(np.std(alone / called), rel=0.08)


def test_labels_and_hours_are_worth_what_hangs_on_them():
    on, known = scale(close()), named(close())
    effects = on.found.facts.effects["literature"]
    for name, draws in (("labels", effects.unknown), ("hours", effects.functions["sellers"]["hours"])):
        exact = simulated(on, draws, float(np.std(draws)) / 10)
        assert (
            known[name].value == pytest.approx(exact, rel=0.15) if name in known else exact < 0.01 * ASK.save
        )
    assert known["labels"].accounts == 36
    assert all(one.after[1] <= one.before[1] + 1e-9 for one in known.values())


def test_more_unknown_wins_make_labels_worth_more_and_none_nothing():
    values = [named(close(unknown=n))["labels"].value for n in (24.0, 60.0, 120.0)]
    assert values == sorted(values) and "labels" not in named(close(unknown=0.0))


def test_where_one_option_is_far_ahead_nothing_is_worth_finding_out():
    assert not inform.pieces(close(value=20_000.0))


def test_nobody_is_asked_to_test_what_the_firm_has_said_is_nothing():
    assert "hold_out" not in named(close(substitution=0.0))


def test_a_test_is_worth_no_more_than_knowing_all():
    on = scale(close())
    most = stats.gain_of_knowing(on.middle(on.found.facts), float(np.std(on.difference)))
    assert all(one.value <= most for one in inform.pieces(close())) and sqrt(most) > 0
