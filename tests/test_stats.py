"""Intervals against published figures, and what may be told of few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk import stats


def test_intervals_are_jeffreys():
    # Brown, Cai, DasGupta (2001), table 5: n = 10 and x = 0 to 3.
    assert stats.interval(0, 10) == pytest.approx((0, 0.217), abs=5e-4)
    assert stats.interval(1, 10) == pytest.approx((0.011, 0.381), abs=5e-4)
    assert stats.interval(3, 10) == pytest.approx((0.093, 0.606), abs=5e-4)
    assert stats.interval(10, 10) == pytest.approx((1 - 0.217, 1), abs=5e-4)


def test_the_probability_that_one_share_is_greater():
    assert stats.greater(5, 10, 5, 10) == pytest.approx(0.5, abs=1e-4)
    assert stats.greater(90, 100, 10, 100) == pytest.approx(1, abs=1e-6)
    assert stats.greater(271, 2296, 75, 1350) > 0.999  # two real origins of leads, far apart


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 400), st.integers(0, 400))
def test_one_of_two_is_the_greater(k: int, other: int, rest: int, other_rest: int):
    n, other_n = k + rest + 1, other + other_rest + 1
    assert stats.greater(k, n, other, other_n) + stats.greater(other, other_n, k, n) == pytest.approx(
        1, abs=1e-4
    )


def test_the_slope_of_shares():
    value, low, high = stats.slope([(30, 100), (20, 100), (10, 100)]) or (0, 0, 0)
    assert value == pytest.approx(-0.1) and low < value < high < 0
    flat = stats.slope([(20, 100), (21, 100), (20, 100), (19, 100)])
    assert flat is not None and flat[1] < 0 < flat[2]
    assert stats.slope([(1, 10), (2, 10)]) is None and stats.slope([(0, 10)] * 5) is None


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 30)), max_size=6))
def test_nobody_can_work_out_a_part_too_small_to_tell_of(found: list[tuple[int, int]]):
    parts = [(f"p{at}", float(k), float(k + rest)) for at, (k, rest) in enumerate(found) if k + rest]
    told = stats.put_together(parts)
    assert all(stats.telling(k, n) for _, k, n in told)
    names = {name for name, _, _ in told}
    hidden = [part for part in parts if part[0] not in names]
    if (
        hidden and names
    ):  # what all minus the told leaves may itself be told, or nothing is told but the whole
        k, n = sum(k for _, k, _ in hidden), sum(n for _, _, n in hidden)
        assert stats.telling(k, n) or names == {"few"}


def test_large_parts_stand_as_they_are():
    parts = [("a", 10.0, 20.0), ("b", 0.0, 9.0), ("c", 2.0, 50.0), ("d", 5.0, 6.0)]
    assert stats.put_together(parts) == [("a", 10.0, 20.0), ("b", 0.0, 9.0), ("few", 7.0, 56.0)]
    assert stats.put_together([("a", 10.0, 20.0), ("c", 2.0, 50.0)]) == [("few", 12.0, 70.0)]


def test_the_median_time_of_the_freireich_trial():
    """Remission under 6-MP (Freireich and others, Blood 21, 1963): Kaplan-Meier's median is 23 weeks."""
    over, still = (6, 6, 6, 7, 10, 13, 16, 22, 23), (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
    found = stats.median_time(
        [*((float(time), True, 1) for time in over), *((float(time), False, 1) for time in still)]
    )
    assert found is not None and found[0] == 23 and found[1] < 23 and found[2] is None
    assert stats.median_time([(1.0, True, 1), (5.0, False, 3)]) is None
    assert stats.median_time([(1.0, False, 3)]) is None
    assert stats.median_time([(2.0, True, 50), (3.0, True, 50)]) == (2.0, 2.0, None)


def test_years_of_too_few_join_the_next_and_the_last_the_one_before():
    assert stats.put_years({"2018": 839.0, "2017": 3.0}) == [["2017", "2018"]]
    assert stats.put_years({"2017": 8.0, "2018": 2.0, "2019": 3.0, "2020": 9.0, "2021": 1.0}) == [
        ["2017"],
        ["2018", "2019", "2020", "2021"],
    ]
    assert stats.put_years({"2017": 2.0}) == [["2017"]] and stats.put_years({}) == []


def test_students_t_is_that_of_the_tables():
    assert stats.student(10, 0.95) == pytest.approx(2.2281, abs=1e-4) and stats.student(
        2, 0.9
    ) == pytest.approx(2.9200, abs=1e-4)
    assert stats.student(1e6, 0.95) == pytest.approx(1.96, abs=1e-3)
