"""What is lost where an effect is known: by hand, and what must hold of any draw."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.effects import form, prior, tells, weights

shares = st.floats(0, 1)
effects = st.floats(0.01, 1.5)


def one(value: float) -> form.Draws:
    return np.array([value])


def test_what_a_cut_of_those_who_make_demand_loses_by_hand():
    # k = 0.4 / 0.8 = 0.5; 0.5 x (1 - 0.75^0.8)
    assert form.made(0.25, one(0.4), one(0.8))[0] == pytest.approx(0.5 * (1 - 0.75**0.8))
    assert form.made(1.0, one(0.4), one(0.8))[0] == pytest.approx(0.5)  # what does not hang on them stays
    assert form.made(1.0, one(1.2), one(0.6))[0] == pytest.approx(1.0)  # never more than all


@given(shares, effects, st.floats(0.3, 1))
def test_the_elasticity_is_that_of_a_small_cut_and_a_deeper_one_loses_no_less(share, elasticity, bend):
    deeper = form.made(min(1.0, share + 0.1), one(elasticity), one(bend))[0]
    assert 0 <= form.made(share, one(elasticity), one(bend))[0] <= deeper + 1e-12 <= 1 + 1e-9
    if elasticity <= bend:
        small = form.made(1e-6, one(elasticity), one(bend))[0] / 1e-6
        assert small == pytest.approx(elasticity, rel=1e-3)


@given(shares, effects, shares)
def test_who_would_have_come_anyway_is_not_lost(share, power, anyway):
    lost = form.sold(share, one(power), anyway)[0]
    assert lost == pytest.approx((1 - anyway) * (1 - (1 - share) ** power), abs=1e-9)


def test_a_loss_builds_up_as_what_was_made_fades():
    # half-life 3, over 3 months: 3 - (1 - 1/2) x 3 / ln 2
    assert form.built_up(3.0, one(3.0))[0] == pytest.approx(3 - 1.5 / np.log(2))
    assert (
        form.built_up(24.0, one(1e-3))[0] == pytest.approx(24, abs=1e-2)
        and form.built_up(0.0, one(3.0))[0] == 0
    )


def test_customers_leave_as_there_are_more_of_them_for_each_head():
    assert form.leaving(0.5, one(1.0), 0.01)[0] == pytest.approx(0.01)  # twice the load, twice the churn
    assert form.leaving(0.5, one(0.0), 0.01)[0] == 0 and form.leaving(1.0, one(4.0), 0.01)[
        0
    ] == pytest.approx(0.99)
    gone, months = form.left_early(12.0, one(0.02))
    assert gone[0] == pytest.approx(1 - 0.98**12)
    assert months[0] == pytest.approx(sum(1 - 0.98 ** (at + 0.5) for at in range(12)), rel=1e-3)
    assert form.left_early(12.0, one(0.0))[1][0] == pytest.approx(0, abs=1e-6)


TOLD = {
    5: (1.83, 0.91, 0.46, 0.30),
    15: (1.22, 0.61, 0.30, 0.20),
    40: (0.95, 0.48, 0.24, 0.16),
    100: (0.83, 0.42, 0.21, 0.14),
}


@pytest.mark.parametrize("events", TOLD)
def test_how_little_a_series_tells(events):
    found = [tells.error(events, 48, spread) for spread in (0.05, 0.1, 0.2, 0.3)]
    assert found == pytest.approx(TOLD[events], abs=0.0051)


def test_what_never_varied_tells_nothing():
    assert tells.error(40, 48, 0.0) is None and tells.detectable(None, 0.5) is None
    assert tells.log_spread([2.0, 2.0, 2.0]) == 0 and tells.log_spread([1.0]) == 0
    assert tells.detectable(0.48, 0.5) == pytest.approx(1 - 0.5 ** (2.487 * 0.48))


def test_the_literature_is_an_elasticity_of_all_sales():
    half = prior.literature("makes", 0.5)
    assert (half.at, half.spread) == (pytest.approx(0.48), pytest.approx(0.3))
    assert prior.literature("calls", 0.5).at == pytest.approx((0.34 - 0.5 * 0.24) / 0.5)
    assert prior.literature("makes", 0.01).at == 0.8
    assert prior.literature("answers", 0.5).law.mean() == pytest.approx(prior.ANSWERING, abs=0.005)
    places = (np.arange(1000) + 0.5) / 1000
    assert (
        half.drawn(places).mean() == pytest.approx(half.law.mean(), abs=1e-3)
        and half.drawn(places).min() >= 0
    )
    assert half.drawn(places).var() == pytest.approx(half.variance, rel=0.01)


def test_what_no_study_speaks_of_is_assumed_to_give_back_about_what_it_costs():
    law = prior.budget(0.9).law
    assert law.mean() / 0.9 == pytest.approx(1.03, abs=0.005)
    assert law.ppf([0.05, 0.95]) / 0.9 == pytest.approx([0.129, 2.182], abs=0.001)
    assert prior.budget(50.0).law.mean() < prior.MOST_CHURN


def test_weights_bring_draws_to_another_prior():
    rng = np.random.default_rng(1)
    draws = rng.normal(0, 1, 4000)
    smooth, k = weights.smoothed(-0.5 * (draws - 0.5) ** 2 + 0.5 * draws**2)
    assert (
        k < 0.5
        and smooth.sum() == pytest.approx(1)
        and (smooth * draws).sum() == pytest.approx(0.5, abs=0.06)
    )
    taken = draws[weights.resampled(smooth, 1024)]
    assert taken.mean() == pytest.approx(0.5, abs=0.06) and taken.std() == pytest.approx(1, abs=0.06)


def test_weights_that_hang_on_a_few_draws_are_not_trusted():
    draws = np.random.default_rng(2).normal(0, 1, 4000)
    assert weights.smoothed(8 * draws)[1] > weights.TRUSTED  # a prior that lies far out
    equal, k = weights.smoothed(np.zeros(500))
    assert k == 0 and equal == pytest.approx(np.full(500, 1 / 500))
    assert list(weights.resampled(np.array([0.5, 0.0, 0.5]), 4)) == [0, 0, 2, 2]


def test_the_tail_is_a_pareto_tail():
    """Draws of a generalised Pareto with a known k (Zhang & Stephens)."""
    from fotavtrykk.effects.weights import _pareto

    places = (np.arange(2000) + 0.5) / 2000
    for k in (0.2, 0.5, 1.0):
        found, scale = _pareto(((1 - places) ** -k - 1) / k)
        assert found == pytest.approx(k, abs=0.06) and scale == pytest.approx(1, abs=0.1)
