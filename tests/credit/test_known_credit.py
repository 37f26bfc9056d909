"""Figures that others have published, or that two exact programs agree on, to six decimals."""

from __future__ import annotations

import numpy as np
import pytest

from credit.journeysets import credits, made, path_paths, readme
from fotavtrykk.credit import chain, coalitions, counting, weights

NAMES = "alpha beta delta epsilon eta gamma iota kappa lambda mi theta zeta".split()
FIRST = (6308, 2831, 1, 99, 3164, 165, 4606, 74, 902, 2, 1606, 27)
LAST = (8447, 989, 5, 531, 4167, 92, 3355, 230, 1207, 2, 653, 107)
LINEAR = (
    7574.718594, 2083.500145, 1.725, 272.170438, 3539.951157, 121.041639, 3857.096221, 137.964078, 1035.257572, 2.222222, 1022.801394,
    136.55154,
)  # fmt: skip
REMOVAL = (
    0.558399,
    0.264039,
    0.000482,
    0.062639,
    0.349026,
    0.01788,
    0.405835,
    0.028663,
    0.134022,
    0.00018,
    0.20601,
    0.039811,
)
MARKOV_1 = (
    5344.947682, 2527.352167, 4.613618, 599.57065, 3340.847402, 171.145443, 3884.614702, 274.363256, 1282.847223, 1.722425, 1971.91288,
    381.062553,
)  # fmt: skip
MARKOV_1_WITHOUT = (
    5260.069561, 2585.406272, 4.258673, 604.831524, 3347.765891, 176.028054, 3899.246228, 276.651119, 1295.482152, 1.89297, 1938.84609,
    394.521465,
)  # fmt: skip
MARKOV_2 = (
    5617.453854, 2439.648976, 5.159056, 614.373523, 3391.858163, 171.918183, 3810.511044, 266.027054, 1189.472022, 2.073189, 1902.47361,
    374.031325,
)  # fmt: skip
MARKOV_3 = (
    5748.09865, 2405.53404, 5.070844, 623.432061, 3396.070645, 178.482808, 3791.029167, 264.239346, 1150.74002, 2.126775, 1849.812647,
    370.362997,
)  # fmt: skip
SHAPLEY = (
    7627.944048, 1982.739286, 2.292857, 374.677381, 3613.655952, 138.185714, 3505.044048, 159.057143, 987.782143, 2.666667, 1190.963095,
    199.991667,
)  # fmt: skip
ANY = (
    0.542633,
    0.221279,
    0.000455,
    0.057518,
    0.314177,
    0.016578,
    0.348496,
    0.023705,
    0.103816,
    0.000202,
    0.165125,
    0.033005,
)
VALUE = {
    "alpha": 18799.170626, "beta": 9687.809216, "eta": 12991.736667, "iota": 14978.437288, "theta": 7511.048475, "lambda": 5142.720297,
    "epsilon": 2348.653825, "kappa": 1136.092538, "zeta": 1468.703015, "gamma": 719.236746, "delta": 13.918384, "mi": 5.444509,
}  # fmt: skip


def by_name(values):
    return pytest.approx(dict(zip(NAMES, values, strict=True)), abs=6e-7)


def test_the_journeys_are_those_that_the_figures_are_of():
    paths = path_paths()
    assert (paths.wins, paths.nulls) == (19785, 68602) and paths.worth == pytest.approx(74802.971587)
    assert paths.lengths.max() == 89 and len(paths.names) == 12


@pytest.mark.parametrize(("rule", "known"), [("first", FIRST), ("last", LAST), ("linear", LINEAR)])
def test_rules(rule, known):
    assert credits(weights.fit(path_paths(), rule, bootstraps=0)) == by_name(known)


@pytest.mark.parametrize(
    ("order", "nulls", "known"),
    [(1, True, MARKOV_1), (1, False, MARKOV_1_WITHOUT), (2, True, MARKOV_2), (3, True, MARKOV_3)],
    ids=["order 1", "order 1 without nulls", "order 2", "order 3"],
)
def test_the_chain(order, nulls, known):
    found = chain.fit(counting.of_paths(path_paths(nulls), order), bootstraps=0)
    assert credits(found) == by_name(known)
    assert found.rate == pytest.approx(19785 / 88387 if nulls else 1.0, abs=1e-12)


def test_removal_effects_and_values_of_the_chain():
    found = chain.fit(counting.of_paths(path_paths()), bootstraps=0)
    assert {name: one for (_, name), one in found.effects.items()} == by_name(REMOVAL)
    assert credits(found, outcome="value") == pytest.approx(VALUE, abs=6e-7)
    assert sum(VALUE.values()) == pytest.approx(74802.971587)


def test_shapley():
    assert credits(coalitions.reached(path_paths(), bootstraps=0)) == by_name(SHAPLEY)


def test_where_a_channel_was_at_all():
    """The removal effect of a window that never forgets is the share of wins that had the channel: the chain comes near it with its order."""
    paths = path_paths()
    seen = np.zeros((len(paths.count), len(paths.names)), dtype=bool)
    seen[paths.rows, paths.codes] = True
    share = (seen & paths.won[:, None]).T @ paths.count / paths.wins
    assert dict(zip(paths.names, share, strict=True)) == by_name(ANY)
    off = [
        sum(abs(one - share[paths.names.index(name)]) for (_, name), one in chain.fit(counting.of_paths(paths, order), bootstraps=0).effects.items())
        for order in (1, 2, 3)
    ]  # fmt: skip
    assert off == sorted(off, reverse=True)


def test_three_channels_by_hand():
    paths = made([["C1", "C2", "C3"], ["C1"], ["C2", "C3"]], [1, 0, 0], [0, 1, 1])
    found = chain.fit(counting.of_paths(paths), bootstraps=0)
    assert found.rate == pytest.approx(1 / 3)
    assert list(found.effects.values()) == pytest.approx([0.5, 1, 1])
    assert [row.share for row in found.rows] == pytest.approx([0.2, 0.4, 0.4])


def test_two_channels_by_hand():
    paths = made([["ga"], ["mail"], ["ga", "mail"]], [2, 1, 1], [1, 0, 0])
    found = chain.fit(counting.of_paths(paths), bootstraps=0)
    assert found.rate == pytest.approx(0.8)
    assert list(found.effects.values()) == pytest.approx([0.75, 0.5])
    assert credits(found) == pytest.approx({"ga": 2.4, "mail": 1.6})


def test_ten_journeys():
    found = chain.fit(counting.of_paths(readme()), bootstraps=0)
    assert found.rate == pytest.approx(0.7)
    effects = {name: one for (_, name), one in found.effects.items()}
    known = {"Email": 0.657143, "Social": 0.558442, "Search": 0.321429, "Direct": 0.142857}
    assert effects == pytest.approx(known, abs=6e-7)
    known = {"Email": 0.391187, "Social": 0.332431, "Search": 0.191341, "Direct": 0.085041}
    assert {row.name: row.share for row in found.rows} == pytest.approx(known, abs=6e-7)


def test_ten_journeys_by_shapley():
    known = {"Social": 2.666667, "Email": 2.166667, "Search": 1.166667, "Direct": 1}
    assert credits(coalitions.reached(readme(), bootstraps=0)) == pytest.approx(known, abs=6e-7)


def test_the_example_of_zhao_and_others():
    paths = made([["A"], ["B"], ["B", "A", "B"]], [4, 2, 6], [0, 0, 0])
    assert credits(coalitions.reached(paths, bootstraps=0)) == pytest.approx({"A": 7, "B": 5})


def test_hockeystacks_example_that_whoever_picks_the_touches_picks_the_answer():
    every = made([list("abcdefgh")], [1], [0], value=[100_000])
    kept = made([list("ceh")], [1], [0], value=[100_000])
    assert set(credits(weights.fit(every, "linear", bootstraps=0), outcome="value").values()) == {12_500}
    assert list(
        credits(weights.fit(kept, "linear", bootstraps=0), outcome="value").values()
    ) == pytest.approx([100_000 / 3] * 3)
