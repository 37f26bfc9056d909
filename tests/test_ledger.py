"""The ledger's formulas: answers worked out by hand, and what must hold whatever the figures are."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import stats
from fotavtrykk.ledger import even, loss, saving, value

amount = st.floats(1, 1e8)
part = st.floats(0.01, 0.99)
scale = st.floats(0.01, 100)


def test_the_value_of_a_win_by_hand():
    # 0.4 x 100,000 = 40,000; 20,000 x 0.8 / (1.08 - 0.8) = 57,142.86
    found = value.worth(100_000, 0.4, 0.8, 20_000, 0.08)
    assert found.first == 40_000 and found.lifetime == pytest.approx(97_142.857, abs=0.001)
    years = sum(0.8**t * 20_000 / 1.08**t for t in range(1, 400))
    assert found.lifetime == pytest.approx(40_000 + years)
    # a customer who stays is worth this year's margin and all the later ones
    assert value.kept(20_000, 0.8, 0.08) == pytest.approx(20_000 + found.lifetime - 40_000)
    assert value.worth(100_000, 0.4, None, 20_000, 0.08) == value.Worth(40_000, None)


SELLERS = [saving.Position(3, 80_000, 3)]


def test_a_saving_by_hand():
    # 3 x 80,000 x (24 - 3) + 10,000 x 24 - 3 x (50,000 + 100,000) = 5,040,000 + 240,000 - 450,000
    assert saving.saved(SELLERS, 10_000, saving.Terms(50_000, 100_000), 24) == 4_830_000
    assert saving.monthly(SELLERS, 10_000, saving.Terms(50_000)) == 250_000
    # a fifth of the pay falls by a tenth with demand anyway: 98 per cent of 240,000 is saved
    assert saving.monthly(SELLERS, 0, saving.Terms(variable_pay=0.2, market=-0.1)) == pytest.approx(235_200)
    assert saving.monthly(SELLERS, 0, saving.Terms(variable_pay=0.2, market=0.1)) == 240_000
    assert saving.saved(SELLERS, 0, saving.Terms(), 3) == 0


def test_the_quarters_add_up_and_the_cash_comes_later():
    terms = saving.Terms(50_000)
    found = saving.quarters(SELLERS, 10_000, terms, 24)
    assert found[:3] == [(30_000 - 150_000, 30_000), (750_000, 600_000), (750_000, 750_000)]
    for column in (0, 1):
        assert sum(row[column] for row in found) == pytest.approx(saving.saved(SELLERS, 10_000, terms, 24))


def test_a_break_even_by_hand():
    assert even.bite(24, 5) == 19 and even.bite(12, 15) == 0
    level = even.wins(4_830_000, 97_142.857, 19)
    assert level == pytest.approx(2.6169, abs=1e-4)
    assert even.share(level, 15) == pytest.approx(0.17446, abs=1e-5)
    # ln(1 - 0.17446) / ln(1 - 1/3)
    assert even.elasticity(even.share(level, 15), 1 / 3) == pytest.approx(0.47282, abs=1e-4)
    assert even.churn(4_830_000, 250, 20_000 * 19 / 12) == pytest.approx(4_830_000 / (250 * 20_000 * 19 / 12))
    assert even.substitution(level, 8, 0.5, 1) == pytest.approx(1 - 2.6169 / 4, abs=1e-4)


def test_what_has_no_break_even_has_none():
    assert even.wins(0, 100, 10) is None and even.wins(-5, 100, 10) is None and even.wins(5, 100, 0) is None
    assert (
        even.elasticity(1.2, 0.5) is None and even.elasticity(0.5, 1.0) is None and even.share(1, 0) is None
    )
    assert even.churn(100, None, 100) is None and even.churn(100, 100, 0) is None
    assert even.rule_of_thumb(100, 0, 100) is None and even.rule_of_thumb(500_000, 10, 100_000) == 0.5


@given(amount, amount, st.floats(1, 60), scale)
def test_the_break_even_in_wins_does_not_depend_on_the_currency(saved, worth, months, rate):
    one, other = even.wins(saved, worth, months), even.wins(saved * rate, worth * rate, months)
    assert one is not None and other is not None and isclose(one, other)


@given(part, part)
def test_at_the_elasticity_of_the_break_even_just_so_much_is_lost(lost, cut):
    power = even.elasticity(lost, cut)
    assert power is not None and isclose(1 - (1 - cut) ** power, lost, rel_tol=1e-6)


@given(st.integers(0, 500), st.integers(0, 100), st.floats(1, 60), part, part, part)
def test_the_bounds_of_outbound_hold_every_truth(made, others, months, cut, substitution, spread):
    created, touched = loss.rate(made, months), loss.rate(made + others, months)
    low, high = loss.outbound(created, touched, (cut, cut), substitution)
    b = 0.6 + 0.4 * spread
    truth = (1 - substitution * spread) * created.low * (1 - (1 - cut) ** b)
    assert 0 <= low <= truth * (1 + 1e-9) and truth <= high * (1 + 1e-9)


@given(st.integers(1, 500), st.floats(1, 60))
def test_twice_the_data_leaves_the_rate_and_narrows_it(count, months):
    one, two = loss.rate(count, months), loss.rate(2 * count, 2 * months)
    assert two.high - two.low < one.high - one.low and abs(one.mean - two.mean) <= 0.25 / months + 1e-9


def test_nothing_counted_is_not_nothing():
    found = loss.rate(0, 12)
    assert found.mean == 0 and found.low == 0 and 0.1 < found.high < 0.2


@given(part, part, part)
def test_sellers_of_both_kinds_lose_as_many_hours_as_are_cut(cut, one, two):
    hours = (min(one, two), max(one, two))
    out, rest = loss.split(cut, hours)
    assert 0 <= out[0] <= out[1] <= 1 and 0 <= rest[0] <= rest[1] <= 1
    for h, q_out, q_in in ((hours[1], out[0], rest[0]), (hours[0], out[1], rest[1])):
        assert h * q_out + (1 - h) * q_in == pytest.approx(cut)


def test_sellers_without_outbound_hours_lose_inbound_only():
    assert loss.split(0.25, (0.0, 0.0)) == ((1.0, 1.0), (0.25, 0.25))
    assert loss.split(0.25, (1.0, 1.0)) == ((0.25, 0.25), (0.0, 0.0))


def test_a_load_that_was_seen_bounds_the_loss():
    touched = loss.rate(120, 12)
    assert loss.inbound(touched, (0.3, 0.3), 1.0) == (0, 0.3 * touched.high)
    assert (
        loss.inbound(touched, (0.3, 0.3), 0.0) == (0, 0)
        and loss.inbound(touched, (0.3, 0.3), 0.9)[1] == 0.3 * touched.high
    )
    assert loss.marketing(touched, 0.5, 0.2)[1] == pytest.approx(0.1 * touched.high)
    assert loss.marketing(touched, 1.7, 0.2)[1] == pytest.approx(0.2 * touched.high)


@given(part, part, part)
def test_a_belief_is_met_where_it_was_asked(cut, asked, lost):
    assert loss.believed(10, asked, asked, lost) == pytest.approx(10 * lost)
    assert 0 <= loss.believed(10, cut, asked, lost) <= 10
    assert loss.believed(10, 0.5, 1.0, 0.4) == pytest.approx(2) and loss.believed(10, 0.5, 0.5, 1.0) == 10


def test_the_gain_of_knowing_by_hand():
    assert stats.gain_of_knowing(0, 100) == pytest.approx(39.894, abs=0.001)
    assert (
        stats.gain_of_knowing(-100, 100) == stats.gain_of_knowing(100, 100) == pytest.approx(8.332, abs=0.001)
    )
    assert stats.gain_of_knowing(5, 0) == 0 and stats.told_by_test(3, 4) == pytest.approx(1.8)
    assert stats.told_by_test(3, 0) == 3 and stats.told_by_test(0, 0) == 0
    assert stats.poisson_below(2, 3) == pytest.approx(0.42319, abs=1e-5)
