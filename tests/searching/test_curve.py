"""What a place brings: the curve by hand and against simulated firms, and what may be said of a result."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fotavtrykk.searching import curve


def firm(rng: np.random.Generator, results: int, spread: float):
    """A firm whose results get 0.3 clicks at place 1 and fewer below, each times a factor of its own with that variance."""
    shown = np.exp(rng.normal(5.5, 1.3, results)).round() + 1
    place = 1 + rng.gamma(1.5, 6, results).round(1)
    rate = 0.3 * place**-1.15 * rng.gamma(1 / spread, spread, results)
    clicks = np.minimum(rng.poisson(shown * rate), shown)
    return [f"q{at}" for at in range(results)], shown, clicks.astype(float), place


def alike(results: int = 30, shown: float = 1000.0):
    """Results of which two stand at each place, with exactly the clicks of 30 per cent over the place."""
    place = np.array([1 + at // 2 for at in range(results)], float)
    return [f"q{at}" for at in range(results)], np.full(results, shown), (shown * 0.3 / place).round(), place


def test_the_curve_is_the_falling_one_nearest_to_what_was_clicked():
    """By hand: 10, 20 and 5 of 100 at places 1, 2 and 3 are pooled to 15, 15 and 5."""
    n, k, p = np.full(3, 100.0), np.array([10.0, 20, 5]), np.array([1.0, 2, 3])
    at, rate = curve._fitted(n, k, p, n)
    assert at.tolist() == [1, 2, 3] and rate == pytest.approx([0.15, 0.15, 0.05])
    made = curve.Curve(at, rate, 0.1)
    assert made.rates(np.array([0.5, 2.5, 9])) == pytest.approx([0.15, 0.1, 0.05])


def test_no_place_is_expected_to_bring_nothing():
    n, k, p = np.full(2, 100.0), np.array([10.0, 0]), np.array([1.0, 2])
    assert curve._fitted(n, k, p, n)[1] == pytest.approx([0.1, 0.5 / 200])


@pytest.mark.parametrize("spread", [0.02, 0.3])
def test_the_interval_holds_what_it_says(spread):
    """Of results drawn from the curve about 95 in a hundred lie in their interval, and the sum is not off."""
    rng, inside, ratio = np.random.default_rng(7), [], []
    for _ in range(12):
        names, shown, clicks, place = firm(rng, 120, spread)
        found = curve.judged(names, shown, clicks, place)[1]
        inside += [one.low <= one.clicks <= one.high for one in found.values()]
        ratio.append(sum(one.expected for one in found.values()) / clicks.sum())
    assert 0.94 <= np.mean(inside) <= 0.985
    assert np.mean(ratio) == pytest.approx(1, abs=0.06)


def test_a_result_does_not_speak_for_itself():
    """However few clicks one has, what is expected of it stays what the others get."""
    names, shown, clicks, place = alike()
    before = curve.judged(names, shown, clicks, place)[1]["q4"]
    clicks[4] = 5
    after = curve.judged(names, shown, clicks, place)[1]["q4"]
    assert (before.state, after.state) == ("within", "under")
    assert after.expected == pytest.approx(100, rel=0.1) and after.high > after.expected > after.low > 5


def test_one_that_is_clicked_more_is_told_too():
    names, shown, clicks, place = alike()
    clicks[20] = 300
    found = curve.judged(names, shown, clicks, place)[1]
    assert [name for name, one in found.items() if one.state != "within"] == ["q20"] and found[
        "q20"
    ].state == "over"


def test_where_no_click_would_be_no_surprise_nothing_is_said():
    names, shown, clicks, place = alike()
    shown[29], clicks[29] = 20, 0
    found = curve.judged(names, shown, clicks, place)[1]["q29"]
    assert found.state == "few" and found.low == 0 and found.expected == pytest.approx(20 * 0.3 / 15, rel=0.3)


def test_rows_of_one_name_are_one_result():
    names, shown, clicks, place = alike(60)
    names = [f"page{at // 3}" for at in range(60)]
    found = curve.judged(names, shown, clicks, place)[1]
    assert len(found) == 20 and all(one.state == "within" for one in found.values())
    assert found["page1"].impressions == 3000 and found["page1"].clicks == clicks[3:6].sum()
    # Its rows at the first place are like nothing that the others have, and so are those of the last at the last.
    assert found["page0"].impressions == 1000 and found["page19"].impressions == 1000


def test_a_result_beyond_all_others_is_held_against_nothing():
    names, shown, clicks, place = alike()
    place[0], place[29] = 0.5, 60
    found = curve.judged(names, shown, clicks, place)[1]
    assert set(names) - set(found) == {"q0", "q29"}


@pytest.mark.parametrize(("results", "shown"), [(19, 1000.0), (40, 3.0), (0, 1.0)])
def test_too_few_results_or_clicks_make_no_curve(results, shown):
    assert curve.judged(*alike(results, shown)) == (None, {})


@given(st.permutations(range(30)), st.lists(st.integers(0, 300), min_size=30, max_size=30))
@settings(max_examples=15, deadline=None)
def test_the_order_of_rows_changes_nothing_and_the_curve_falls(order, clicked):
    names, shown, clicks, place = alike()
    clicks = clicks + np.array(clicked)
    one = curve.judged(names, shown, clicks, place)
    other = curve.judged(
        [names[at] for at in order], *(column[list(order)] for column in (shown, clicks, place))
    )
    assert one[1] == other[1]
    assert (np.diff(one[0].rate) <= 0).all() and all(judged.low <= judged.high for judged in one[1].values())
