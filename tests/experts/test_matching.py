"""The assignment under capacity, against every way there is on small cases."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from fotavtrykk.experts import matching


def test_the_worthiest_goes_to_the_fittest_and_the_next_to_another():
    fits = [{0: 0.9, 1: 0.8}, {0: 0.9}, {}]
    assert matching.planned([1.0, 0.9, 5.0], fits, 2, 1) == {0: (1, 1), 1: (0, 1)}
    assert matching.planned([1.0, 0.1, 5.0], [{0: 0.9}, {0: 0.9}, {}], 2, 1) == {0: (0, 1), 1: (0, 2)}


def test_without_capacity_persons_or_fit_nothing_is_planned():
    assert (
        matching.planned([1.0], [{0: 1.0}], 1, 0)
        == matching.planned([], [], 3, 1)
        == matching.planned([1.0], [{}], 0, 1)
        == {}
    )


def test_what_does_not_fit_in_the_months_planned_is_left():
    plan = matching.planned([1.0] * 20, [{0: 0.5}] * 20, 1, 2)
    assert len(plan) == 2 * matching.MONTHS and max(month for _, month in plan.values()) == matching.MONTHS


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.floats(0.01, 1), st.dictionaries(st.integers(0, 1), st.floats(0.01, 1))),
        min_size=1,
        max_size=4,
    ),
    st.integers(1, 2),
)
def test_no_way_gives_more_in_the_first_month(asked, capacity):
    worth, fits = [one for one, _ in asked], [fit for _, fit in asked]
    plan = matching.planned(worth, fits, 2, capacity)
    first = {at: who for at, (who, month) in plan.items() if month == 1}
    assert all(list(first.values()).count(who) <= capacity for who in (0, 1))
    ours = sum(worth[at] * fits[at][who] for at, who in first.items())
    best = max(
        sum(worth[at] * fits[at].get(who, 0.0) for at, who in enumerate(way) if who is not None)
        for way in product((None, 0, 1), repeat=len(asked))
        if all(way.count(who) <= capacity for who in (0, 1))
    )
    assert abs(ours - best) < 1e-9
