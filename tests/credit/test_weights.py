"""Rules by place and time: parts by hand, key points that coincide or are unknown, and what a rule needs to be told."""

from __future__ import annotations

import numpy as np
import pytest

from credit.journeysets import credits, made
from fotavtrykk.credit import weights
from fotavtrykk.errors import UserError


def parts(rule, path, **more):
    """What each place of one won journey gets: every touch has a name of its own."""
    names = [f"{at}" for at in range(path)] if isinstance(path, int) else path
    fit = {name: more.pop(name) for name in ("half_life",) if name in more}
    paths = made([names], [1], [0], **{name: one if name == "ages" else [one] for name, one in more.items()})
    return [round(credits(weights.fit(paths, rule, bootstraps=0, **fit))[name], 9) for name in names]


@pytest.mark.parametrize(
    ("rule", "touches", "known"),
    [
        ("first", 3, [1, 0, 0]),
        ("last", 3, [0, 0, 1]),
        ("linear", 4, [0.25] * 4),
        ("u_shaped", 1, [1]),
        ("u_shaped", 2, [0.5, 0.5]),
        ("u_shaped", 4, [0.4, 0.1, 0.1, 0.4]),
    ],
)
def test_by_place(rule, touches, known):
    assert parts(rule, touches) == pytest.approx(known)


@pytest.mark.parametrize(
    ("rule", "lead", "deal", "known"),
    [
        ("u_shaped", 2, 4, [0.4, 0.2 / 3, 0.4, 0.2 / 3, 0.2 / 3]),
        ("w_shaped", 1, 3, [0.3, 0.3, 0.05, 0.3, 0.05]),
        ("w_shaped", 0, 4, [0.6, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.3]),
        ("full_path", 1, 3, [0.225, 0.225, 0.1, 0.225, 0.225]),
        ("full_path", 4, 4, [0.225, 0.1 / 3, 0.1 / 3, 0.1 / 3, 0.675]),
        ("w_shaped", 2, -1, [0.3 / 0.7, 0.1 / 3 / 0.7, 0.3 / 0.7, 0.1 / 3 / 0.7, 0.1 / 3 / 0.7]),
        ("full_path", -1, 9, [0.225 / 0.55, *([0.1 / 3 / 0.55] * 3), 0.225 / 0.55]),
    ],
)
def test_by_key_points(rule, lead, deal, known):
    assert parts(rule, 5, lead=lead, deal=deal) == pytest.approx(known)


def test_with_nothing_but_key_points_the_rest_is_scaled_up():
    assert parts("w_shaped", 3, lead=1, deal=2) == pytest.approx([1 / 3] * 3)
    assert parts("full_path", 1, lead=0, deal=0) == [1]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        (["Ads", "Direct"], [1, 0]),
        (["Ads", "E-post", "(direct)"], [0, 1, 0]),
        (["direct", " DIREKTE "], [0, 1]),
    ],
)
def test_the_last_that_is_not_direct(path, known):
    assert parts("last_nondirect", path) == known


def test_time_decay_halves_by_the_half_life():
    assert parts("time_decay", 3, ages=[14.0, 7.0, 0.0]) == pytest.approx([1 / 7, 2 / 7, 4 / 7])
    assert parts("time_decay", 2, ages=[30.0, 0.0], half_life=30.0) == pytest.approx([1 / 3, 2 / 3])
    assert parts("time_decay", 2, ages=[90_007.0, 90_000.0]) == pytest.approx([1 / 3, 2 / 3]), (
        "an old journey, too"
    )


def test_a_repeat_is_an_interaction_of_its_own():
    assert credits(weights.fit(made([["a", "b", "a"]], [1], [0]), "linear", bootstraps=0)) == pytest.approx(
        {"a": 2 / 3, "b": 1 / 3}
    )


def test_values_and_functions_go_the_same_way():
    paths = made([["a", "b"], ["c"]], [1, 2], [5, 0], value=[100, 30])
    found = weights.fit(paths, "first", groups={"a": "F", "c": "F"}, bootstraps=0)
    assert credits(found) == {"a": 1, "b": 0, "c": 2} and credits(found, outcome="value") == {
        "a": 100,
        "b": 0,
        "c": 30,
    }
    assert credits(found, "function") == {"F": 3, "b": 0} and credits(found, "function", "value") == {
        "F": 130,
        "b": 0,
    }
    assert {row.kind for row in found.rows} == {"credited"}


@pytest.mark.parametrize(
    ("rule", "words"), [("w_shaped", "lead"), ("full_path", "lead"), ("time_decay", "when each touch was")]
)
def test_a_rule_says_what_it_needs(rule, words):
    with pytest.raises(UserError) as told:
        weights.fit(made([["a"]], [1], [0]), rule)
    assert (
        rule in told.value.en
        and rule in told.value.nb
        and words in told.value.en
        and told.value.exit_code == 3
    )


def test_rules_are_the_ones_that_are_announced():
    from fotavtrykk import attribution

    assert tuple(weights.RULES) == attribution.RULES
    assert np.isclose(weights.HALF_LIFE, 7)
