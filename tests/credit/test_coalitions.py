"""Shapley's value against its definition, sum by sum over all orders, and where it is not defined."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from credit.journeysets import credits, made
from fotavtrykk.credit import coalitions
from fotavtrykk.errors import UserError

ROWS = some.lists(
    some.tuples(some.lists(some.sampled_from("abcd"), min_size=1, max_size=5), some.integers(0, 4), some.integers(0, 4)), min_size=1, max_size=8
)  # fmt: skip
ALONE = [(["a"], 1, 2), (["b"], 0, 3), (["c"], 2, 2), (["d"], 1, 4)]


def by_definition(names, worth):
    """The mean over all orders of what each adds when it joins those before it."""
    found = dict.fromkeys(names, 0.0)
    orders = list(permutations(names))
    for order in orders:
        for at, name in enumerate(order):
            found[name] += (worth(set(order[: at + 1])) - worth(set(order[:at]))) / len(orders)
    return found


@settings(max_examples=25)
@given(ROWS)
def test_both_forms_are_shapleys_value(rows):
    rows = [*ALONE, *rows]
    paths = made(*zip(*rows, strict=True))

    def won(within):
        return sum(won for path, won, _ in rows if set(path) <= within)

    def rate(within):
        return (
            won(within) / every
            if (every := sum(won + lost for path, won, lost in rows if set(path) <= within))
            else 0.0
        )

    assert credits(coalitions.reached(paths, bootstraps=0)) == pytest.approx(by_definition("abcd", won))
    found = coalitions.counterfactual(paths, bootstraps=0)
    of_rate = by_definition("abcd", rate)
    assert found.rate == pytest.approx(rate(set("abcd"))) == pytest.approx(sum(of_rate.values()))
    assert credits(found) == pytest.approx(
        {name: one / found.rate * paths.wins for name, one in of_rate.items()}, abs=1e-9
    )


def test_the_two_forms_differ_where_journeys_without_a_win_do():
    paths = made([["good"], ["bad"], ["good", "bad"]], [10, 10, 0], [10, 90, 0])
    assert credits(coalitions.reached(paths, bootstraps=0)) == {"good": 10, "bad": 10}
    found = credits(coalitions.counterfactual(paths, bootstraps=0))
    # By hand: rates 1/2 and 1/10 alone and 1/6 of all, so 17/60 and -7/60 of 1/6.
    assert found == pytest.approx({"good": 34, "bad": -14})


def test_a_negative_part_is_told():
    paths = made([["a"], ["b"], ["a", "b"]], [5, 0, 0], [5, 10, 10])
    found = coalitions.counterfactual(paths, bootstraps=0)
    assert credits(found)["b"] < 0 and found.notes == (("negative", {"names": ["b"]}),)
    assert sum(credits(found).values()) == pytest.approx(5)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (([["a"], ["a", "b"]], [1, 1], [1, 1]), ("b never stands alone", "b står aldri alene")),
        (([["a"], ["b"]], [1, 1], [0, 0]), ("all journeys were won", "alle reisene endte med salg")),
        (([[f"{at:02d}"] for at in range(17)], [1] * 17, [1] * 17), ("17 channels", "17 kanaler")),
    ],
    ids=["never alone", "no nulls", "too many"],
)
def test_where_it_is_not_defined_it_says_why(rows, words):
    with pytest.raises(UserError) as told:
        coalitions.counterfactual(made(*rows))
    assert words[0] in told.value.en and words[1] in told.value.nb and told.value.exit_code == 3


def test_sixteen_channels_are_exact():
    listed = [[f"{at:02d}"] for at in range(16)] + [[f"{at:02d}" for at in range(16)]]
    found = coalitions.counterfactual(made(listed, [1] * 17, [3] * 17), bootstraps=0)
    assert list(credits(found).values()) == pytest.approx([17 / 16] * 16)


def test_functions_are_sums_of_their_channels():
    paths = made(*zip(*ALONE, (["a", "b"], 3, 1), strict=True))
    for fit in (coalitions.reached, coalitions.counterfactual):
        found = fit(paths, groups={"a": "one", "b": "one"}, bootstraps=0)
        parts = credits(found)
        assert credits(found, "function") == pytest.approx(
            {"one": parts["a"] + parts["b"], "c": parts["c"], "d": parts["d"]}
        )


def test_intervals_of_both_hold_the_estimate():
    paths = made(
        *zip(*[(path, 20 * won, 20 * lost) for path, won, lost in (*ALONE, (["a", "c"], 5, 1))], strict=True)
    )
    for fit in (coalitions.reached, coalitions.counterfactual):
        found = fit(paths, bootstraps=200, seed=2)
        assert all(row.low <= row.share <= row.high for row in found.rows)
        assert any(row.low < row.share < row.high for row in found.rows) and found.bootstraps == 200
        assert np.isfinite([row.low for row in found.rows]).all()
