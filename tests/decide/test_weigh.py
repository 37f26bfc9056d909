"""Verdicts by bounds alone: each where it must come, and never where the bounds leave it open."""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fotavtrykk.decide import weigh
from fotavtrykk.decide.weigh import Side


def side(key: str, saved: float, **lost: tuple[float, float]) -> Side:
    return Side(key, tuple(sorted(lost)), saved, lost)


def test_dominated_whatever_is_true():
    found = weigh.weigh([side("a", 100, f=(0, 20)), side("b", 100, g=(30, 90))], 1)
    assert found.dominated == {"b": "a"} and found.state == "sure" and found.options == ("a",)
    assert found.regrets["a"].most == 0 and found.regrets["b"].most == 90


def test_the_same_function_is_the_same_truth():
    """b cuts twice as much of f: whatever f does, it is not that b's part does well while a's does badly."""
    found = weigh.weigh([side("a", 100, f=(0, 50)), side("b", 100, f=(0, 100))], 1)
    assert (
        found.state == "sure"
        and found.options == ("a",)
        and found.regrets["a"].most == 0
        and not found.dominated
    )


def test_a_deeper_cut_is_not_better_whatever_is_true_because_its_bounds_are_hardly_higher():
    """What the last tenth of a function does is not known: it may be all that the function does."""
    less, more = side("less", 100, f=(0, 90)), side("more", 120, f=(0, 100))
    found = weigh.weigh([less, more], 1)
    assert not found.dominated and found.regrets["more"].most == 80 and found.regrets["less"].most == 20
    assert weigh.weigh([less, side("dearer", 90, f=(0, 100))], 1).dominated == {"dearer": "less"}
    assert weigh.weigh([side("one", 100, f=(0, 90)), side("two", 120, f=(0, 90))], 1).dominated == {
        "one": "two"
    }


def test_two_cuts_with_the_same_bounds_are_not_the_same_cut():
    one, two = side("one", 100, f=(0, 90), g=(0, 5)), side("two", 120, f=(0, 90))
    assert weigh.weigh([one, two], 1).dominated == {"one": "two"}
    apart = [replace(one, cuts={"f": "f=2"}), replace(two, cuts={"f": "f=3"})]
    assert not weigh.weigh(apart, 1).dominated


def test_equal_keep_do_not_cut_and_open():
    assert weigh.weigh([side("a", 100, f=(0, 5)), side("b", 98, g=(0, 5))], 10).state == "equal"
    found = weigh.weigh(
        [side("a", 100, f=(0, 60)), side("b", 100, g=(0, 60)), side("c", 100, h=(90, 95))], 10
    )
    assert (found.state, found.function, found.options) == ("keep", "h", ("a", "b"))
    assert weigh.weigh([side("a", 100, f=(101, 300)), side("b", 90, g=(95, 96))], 10).state == "do_not_cut"
    assert weigh.weigh([side("a", 100, f=(0, 60)), side("b", 100, g=(0, 60))], 10).state == "open"
    # no-effect worlds within tolerance: equal, never "do not cut"
    assert (
        weigh.weigh([side("a", 100, f=(0, 1)), side("b", 95, g=(0, 1)), side("c", 101, h=(0, 1))], 10).state
        == "equal"
    )


def test_one_option_alone_is_sure_only_where_it_pays_whatever_is_true():
    assert weigh.weigh([side("a", 100, f=(0, 99))], 10).state == "sure"
    assert weigh.weigh([side("a", 100, f=(0, 101))], 10).state == "open"


bounds = st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)).map(lambda ends: (min(ends), max(ends)))
sides = st.lists(
    st.builds(lambda saved, lost: (saved, lost), st.floats(1, 1e6), st.dictionaries(st.sampled_from("fgh"), bounds, min_size=1)),
    min_size=2, max_size=5,
).map(lambda many: [Side(str(at), tuple(sorted(lost)), saved, lost) for at, (saved, lost) in enumerate(many)])  # fmt: skip


@given(sides, st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_no_truth_within_the_bounds_belies_the_verdict(found, at):
    tolerance = 1e5
    verdict = weigh.weigh(found, tolerance)
    point = dict(zip("fgh", at, strict=True))
    nets = {one.key: one.at(point) for one in found}
    best = max(nets.values())
    for one in found:
        assert best - nets[one.key] <= verdict.regrets[one.key].most + 1e-6
    for worse, better in verdict.dominated.items():
        assert nets[better] > nets[worse] - 1e-6
    if verdict.state in ("sure", "equal"):
        assert all(best - nets[key] <= tolerance + 1e-6 for key in verdict.options)
    if verdict.state == "keep":
        assert all(
            best - nets[one.key] > tolerance - 1e-6 for one in found if verdict.function in one.touched
        )
    if verdict.state == "do_not_cut":
        assert best < 1e-6


@given(sides, st.randoms(use_true_random=False))
def test_the_order_of_options_is_nothing(found, chance):
    mixed = list(found)
    chance.shuffle(mixed)
    one, other = weigh.weigh(found, 1e5), weigh.weigh(mixed, 1e5)
    assert (one.state, one.function, one.dominated.keys()) == (
        other.state,
        other.function,
        other.dominated.keys(),
    )
    for key, regret in one.regrets.items():
        assert regret.expected == pytest.approx(other.regrets[key].expected)


@given(sides, st.floats(0.01, 100))
def test_the_currency_is_nothing(found, rate):
    dear = [
        Side(
            one.key,
            one.touched,
            one.saved * rate,
            {name: (low * rate, high * rate) for name, (low, high) in one.lost.items()},
        )
        for one in found
    ]
    one, other = weigh.weigh(found, 1e5), weigh.weigh(dear, 1e5 * rate)
    for key, regret in one.regrets.items():
        assert regret.expected * rate == pytest.approx(other.regrets[key].expected, abs=1e-3)


def test_the_points_fill_the_cube():
    points = weigh.halton(3)
    assert len(points) == 3
    assert all(len(one) == weigh.POINTS and abs(one.mean() - 0.5) < 0.01 for one in points)


def drawn(key, saved, **lost):
    """A side of which everything is drawn: by function the draws, spread evenly over POINTS, as (value, share of the draws)."""
    draws = {
        name: np.repeat([value for value, _ in parts], [round(share * weigh.POINTS) for _, share in parts])
        for name, parts in lost.items()
    }
    ends = dict.fromkeys(lost, (0.0, 1000000.0))
    return Side(key, tuple(sorted(lost)), saved, ends, {}, draws)


def test_what_is_probable_enough_is_said_apart_from_what_the_bounds_settle():
    a, b = drawn("a", 100.0, f=[(0.0, 1.0)]), drawn("b", 100.0, g=[(500.0, 0.96875), (0.0, 0.03125)])
    verdict = weigh.weigh([a, b], 10)
    assert verdict.state == "open" and verdict.likely == ("sure", ("a",), "")
    less = drawn("b", 100.0, g=[(500.0, 0.9375), (0.0, 0.0625)])
    assert weigh.weigh([a, less], 10).likely[0] == "sure"  # a is never regretted, however seldom b is good
    split = drawn("a", 100.0, f=[(0.0, 0.5), (50.0, 0.5)]), drawn("b", 100.0, g=[(50.0, 0.5), (0.0, 0.5)])
    assert weigh.weigh(split, 10).likely[0] == "open"
    assert weigh.weigh(split, 50).likely == ("equal", ("a", "b"), "")
    assert weigh.weigh([drawn("a", 10.0, f=[(20.0, 1.0)]), drawn("b", 10.0, g=[(11.0, 1.0)])], 1).likely == (
        "do_not_cut",
        (),
        "",
    )
    one, two, three = (
        drawn("a", 100.0, f=[(60.0, 0.5), (0.0, 0.5)]),
        drawn("b", 100.0, g=[(0.0, 0.5), (60.0, 0.5)]),
        drawn("c", 100.0, h=[(300.0, 1.0)]),
    )
    assert weigh.weigh([one, two, three], 10).likely == ("keep", ("a", "b"), "h")


TOUCHED = {"a": ("f",), "b": ("g",), "c": ("h",)}


def told(*bases: weigh.Holds, bounds: weigh.Holds | None = None) -> weigh.Said:
    """What is said where these bases hold these verdicts, and the bounds theirs."""
    every = functools.reduce(weigh.Holds.and_also, bases)
    return weigh.said((bounds or weigh.Holds()).or_else(every), TOUCHED, {"a": 3.0, "b": 2.0, "c": 1.0})


def test_each_verdict_is_asked_of_every_basis_by_itself():
    equal = weigh.Holds(equal=True, sure={"a": 0.96, "b": 0.97, "c": 1.0})
    sure = weigh.Holds(sure={"a": 0.99})
    keep = weigh.Holds(keep=frozenset("gh"))
    assert told(equal, equal) == ("equal", ("a", "b", "c"), "")
    assert told(equal, sure) == (
        "sure",
        ("a",),
        "",
    )  # where all are equal, the one that another basis names is as good
    assert told(sure, replace(keep, sure={"a": 0.95})) == ("sure", ("a",), "")
    assert told(sure, weigh.Holds(sure={"b": 1.0}))[0] == "open"  # they name different ones
    assert told(replace(sure, keep=frozenset("h")), keep) == ("keep", ("a", "b"), "h")
    lost = weigh.Holds(do_not_cut=True, sure={"a": 1.0}, keep=frozenset("h"))
    assert told(lost, lost)[0] == "do_not_cut"
    assert told(lost, sure)[0] == "open"  # the least bad where all lose is no option to choose
    assert told(lost, keep) == ("keep", ("a", "b"), "h")


def test_of_several_sure_options_the_surest_is_named_and_of_equals_the_one_of_least_regret():
    both = weigh.Holds(sure={"a": 0.96, "b": 0.99})
    assert told(both, weigh.Holds(sure={"a": 0.97, "b": 0.95})) == ("sure", ("a",), "")
    assert told(weigh.Holds(sure={"a": 1.0, "b": 1.0})) == ("sure", ("b",), "")


def test_what_holds_by_bounds_needs_no_other_basis():
    by = weigh.Holds(sure={"c": -1.0})
    said = told(weigh.Holds(sure={"a": 1.0}), bounds=by)
    assert said == ("sure", ("c",), "") and by.has(said)
    assert told(weigh.Holds(), bounds=weigh.Holds(keep=frozenset("f"))) == ("keep", ("b", "c"), "f")
    # the order decides, not the basis: what is sure says more than what is kept
    said = told(weigh.Holds(sure={"a": 1.0}), bounds=weigh.Holds(keep=frozenset("g")))
    assert said == ("sure", ("a",), "") and not weigh.Holds(keep=frozenset("g")).has(said)


def test_one_option_alone_is_likely_where_it_most_probably_pays():
    assert weigh.weigh([drawn("a", 100.0, f=[(0.0, 0.96875), (200.0, 0.03125)])], 10).likely[0] == "sure"
    assert weigh.weigh([drawn("a", 100.0, f=[(0.0, 0.9375), (200.0, 0.0625)])], 10).likely[0] == "open"


def test_the_figures_of_an_option_are_those_of_its_draws():
    regret = weigh.weigh(
        [drawn("a", 100.0, f=[(0.0, 0.5), (40.0, 0.5)]), drawn("b", 90.0, g=[(0.0, 1.0)])], 5
    ).regrets
    assert regret["a"].expected == pytest.approx(15) and regret["b"].expected == pytest.approx(5)
    assert regret["a"].small == pytest.approx(0.5) and regret["a"].net == (60, pytest.approx(80, abs=21), 100)


@given(st.floats(0, 1), st.floats(-100, 100), st.floats(0, 500))
def test_what_is_held_most_likely_counts_as_the_top_of_a_triangle(top, low, width):
    held = Side("a", ("f",), 1000.0, {"f": (low, low + width)}, peaks={"f": top})
    nets = held.along(weigh.points([held]))
    assert held.middle == pytest.approx(1000 - (low + width * (1 + top) / 3))
    assert nets.mean() == pytest.approx(held.middle, abs=0.01 * width + 1e-6)
    assert nets.min() >= 1000 - low - width - 1e-6 and nets.max() <= 1000 - low + 1e-6
    below = float((nets >= 1000 - low - top * width).mean())  # of a triangle so much lies below its top
    assert width < 1e-3 or below == pytest.approx(top, abs=0.02)


def test_an_option_that_surely_loses_is_never_the_one_to_choose():
    """Where another might just pay, not all lose; the less bad one is still no choice."""
    bad, worse = side("a", -100_000, f=(0, 50_000)), side("b", 10_000, g=(0, 3_000_000))
    found = weigh.weigh([bad, worse], 200_000)
    assert found.state == "open" and "a" not in found.certain.sure
    likely = weigh.weigh(
        [drawn("a", -100.0, f=[(0.0, 1.0)]), drawn("b", 10.0, g=[(0.0, 0.01), (900.0, 0.99)])], 200
    )
    assert likely.likely[0] != "sure" or likely.likely[1] != ("a",)


def test_of_two_cuts_that_take_different_things_neither_is_the_deeper():
    """A position and the ads are not parts of one another: the dearer bound of one is no promise that it loses more."""
    person = Side("p", ("m",), 90, {"m": (0.0, 100.0)}, {"m": "m=1"}, taken={"m": (1, frozenset())})
    ads = Side("a", ("m",), 100, {"m": (0.0, 90.0)}, {"m": "m:ads"}, taken={"m": (0, frozenset({"ads"}))})
    both = Side(
        "b", ("m",), 95, {"m": (0.0, 150.0)}, {"m": "m=1, m:ads"}, taken={"m": (1, frozenset({"ads"}))}
    )
    assert not weigh.weigh([person, ads], 1).dominated
    assert weigh.weigh([ads, both], 1).dominated == {"b": "a"}  # both takes all that ads does, and saves less


def test_what_stands_aside_is_no_rival():
    short = side("s", 10, f=(0, 0))
    found = weigh.weigh([side("a", 100, g=(90, 120)), side("b", 100, h=(95, 130)), short], 1, aside={"s"})
    plain = weigh.weigh([side("a", 100, g=(90, 120)), side("b", 100, h=(95, 130))], 1)
    assert found.least_expected == plain.least_expected and found.regrets["a"] == plain.regrets["a"]
    assert found.regrets["s"].expected >= 0 and found.certain == plain.certain
