"""The chain held against a solver of its own on random journeys, and relations that must hold whatever the journeys are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from credit.journeysets import credits, made, path_paths, readme, reference
from fotavtrykk.credit import chain, coalitions, counting, units, weights
from fotavtrykk.errors import UserError

ROWS = some.lists(
    some.tuples(some.lists(some.sampled_from("abcde"), min_size=1, max_size=8), some.integers(0, 5), some.integers(0, 5), some.sampled_from((0.0, 0.5, 3.0, 9.25))),
    min_size=1, max_size=12,
).filter(lambda rows: sum(row[1] for row in rows) > 0 and all(row[1] + row[2] for row in rows))  # fmt: skip
GROUPS = {"a": "one", "b": "one", "c": "two"}


def fitted(rows, order=1, **more):
    listed, wins, nulls, values = (list(one) for one in zip(*rows, strict=True))
    worth = [value * (won > 0) for value, won in zip(values, wins, strict=True)]
    return (
        chain.fit(counting.of_paths(made(listed, wins, nulls, value=worth), order), bootstraps=0, **more),
        listed,
        wins,
        nulls,
        worth,
    )


@settings(max_examples=50)
@given(ROWS, some.integers(1, 3))
def test_the_chain_is_what_a_solve_for_each_removal_gives(rows, order):
    found, listed, wins, nulls, worth = fitted(rows, order, groups=GROUPS)
    rate, effects = reference(listed, wins, nulls, order)
    assert found.rate == pytest.approx(rate) == pytest.approx(sum(wins) / (sum(wins) + sum(nulls)))
    assert {name: one for (unit, name), one in found.effects.items() if unit == "channel"} == pytest.approx(
        effects, abs=1e-9
    )
    names = {name for one in listed for name in one}
    sets = {
        of: {name for name in names if GROUPS.get(name, name) == of}
        for of in {GROUPS.get(name, name) for name in names}
    }
    _, grouped = reference(listed, wins, nulls, order, groups=sets)
    assert {name: one for (unit, name), one in found.effects.items() if unit == "function"} == pytest.approx(
        grouped, abs=1e-9
    )
    if sum(worth):
        _, of_value = reference(listed, wins, nulls, order, values=worth)
        whole = sum(of_value.values())
        assert credits(found, outcome="value") == pytest.approx(
            {name: sum(worth) * one / whole for name, one in of_value.items()}, abs=1e-7
        )


@settings(max_examples=30)
@given(ROWS)
def test_relations_that_always_hold(rows):
    found, listed, wins, nulls, worth = fitted(rows)
    effects = {name: one for (_, name), one in found.effects.items()}
    assert sum(credits(found).values()) == pytest.approx(sum(wins))
    collapsed = [[name for at, name in enumerate(one) if not at or one[at - 1] != name] for one in listed]
    again = chain.fit(counting.of_paths(made(collapsed, wins, nulls)), bootstraps=0)
    assert {name: one for (_, name), one in again.effects.items()} == pytest.approx(effects, abs=1e-9), (
        "repeats change nothing"
    )
    twice = chain.fit(counting.of_paths(made(listed * 2, wins * 2, nulls * 2)), bootstraps=0)
    assert [row.share for row in twice.rows] == pytest.approx(
        [row.share for row in found.rows if row.outcome == "won"], abs=1e-9
    )
    turned = {name: chr(ord("z") - ord(name) + ord("a")) for name in "abcde"}
    renamed = chain.fit(
        counting.of_paths(made([[turned[name] for name in one] for one in listed], wins, nulls)), bootstraps=0
    )
    assert {name: one for (_, name), one in renamed.effects.items()} == pytest.approx(
        {turned[name]: one for name, one in effects.items()}, abs=1e-9
    )
    # A window that forgets nothing knows who was there: without a channel those wins are gone that had it, all where it always was.
    whole = chain.fit(counting.of_paths(made(listed, wins, nulls), 8), bootstraps=0)
    had = {
        name: sum(won for one, won in zip(listed, wins, strict=True) if name in one) / sum(wins)
        for name in effects
    }
    assert {name: one for (_, name), one in whole.effects.items()} == pytest.approx(had, abs=1e-9)
    for name in ("first", "last", "linear", "u_shaped", "last_nondirect"):
        assert sum(
            credits(weights.fit(made(listed, wins, nulls), name, bootstraps=0)).values()
        ) == pytest.approx(sum(wins))
    assert sum(
        credits(coalitions.reached(made(listed, wins, nulls), bootstraps=0)).values()
    ) == pytest.approx(sum(wins))
    assert sum(credits(found, outcome="value").values()) == pytest.approx(sum(worth))


def test_where_each_journey_has_one_touch_all_models_agree():
    paths = made([["a"], ["b"], ["c"]], [3, 5, 0], [4, 1, 2])
    known = {"a": 3, "b": 5, "c": 0}
    assert credits(chain.fit(counting.of_paths(paths), bootstraps=0)) == pytest.approx(known)
    assert credits(coalitions.reached(paths, bootstraps=0)) == pytest.approx(known)
    for rule in ("first", "last", "linear", "u_shaped", "last_nondirect"):
        assert credits(weights.fit(paths, rule, bootstraps=0)) == pytest.approx(known), rule


def test_a_removal_effect_is_the_chance_to_come_by_times_the_chance_from_there():
    """RE_k = P(visit k) x_k / P, with both out of plain solves."""
    rate, effects = reference([["a", "b", "a"], ["b"], ["c", "b"]], [2, 1, 0], [1, 3, 2])
    found = chain.fit(
        counting.of_paths(made([["a", "b", "a"], ["b"], ["c", "b"]], [2, 1, 0], [1, 3, 2])), bootstraps=0
    )
    # By hand: b is left 9 times, 3 to a, 1 to a win; a is left 6 times, 3 to b, 2 to a win.
    from_b = (1 / 9 + 3 / 9 * 2 / 6) / (1 - 3 / 9 * 3 / 6)
    visit = 4 / 9 + 2 / 9 + 3 / 9 * 3 / 6
    assert (
        found.effects["channel", "b"] == pytest.approx(visit * from_b / rate) == pytest.approx(effects["b"])
    )


def test_counts_of_somebody_else_give_the_same():
    """An engine counts transitions by bucket; the chain of these is the chain of the journeys, intervals and all."""
    listed, wins, nulls, bucket = (
        [["a", "b"], ["b", "b"], ["c"], ["a", "c", "b"]] * 5,
        [1, 0, 1, 2] * 5,
        [0, 3, 1, 1] * 5,
        list(range(20)),
    )
    ours = counting.of_paths(made(listed, wins, nulls, value=[10 * one for one in wins], bucket=bucket))
    rows = []
    for one, won, lost, at in zip(listed, wins, nulls, bucket, strict=True):
        rows += [
            (before, after, False, won + lost, 0, at)
            for before, after in zip([None, *one], one, strict=False)
        ]
        rows += [(one[-1], None, True, won, 10 * won, at)] * (won > 0) + [
            (one[-1], None, False, lost, 0, at)
        ] * (lost > 0)
    source, target, won, count, value, unit = (list(one) for one in zip(*rows, strict=True))
    theirs = counting.coded(source, target, won, count, value=value, bucket=unit)
    assert (theirs.wins, theirs.nulls, theirs.worth) == (ours.wins, ours.nulls, ours.worth) == (20, 25, 200)
    groups = {"a": "found", "b": "sold", "c": "sold"}
    one, other = (chain.fit(counts, groups=groups, bootstraps=60, seed=4) for counts in (ours, theirs))
    assert [(row.unit, row.outcome, row.name) for row in one.rows] == [
        (row.unit, row.outcome, row.name) for row in other.rows
    ]
    for row, same in zip(one.rows, other.rows, strict=True):
        assert (row.credit, row.share, row.low, row.high) == pytest.approx(
            (same.credit, same.share, same.low, same.high), abs=1e-12
        )
    assert 0 < one.rows[0].low < one.rows[0].share < one.rows[0].high < 1


def test_counts_of_windows_of_two_are_taken_too():
    paths = made([["a", "b"], ["b"]], [1, 0], [0, 1])
    theirs = counting.coded(
        [None, ("a",), ("a", "b"), None, ("b",)],
        [("a",), ("a", "b"), None, ("b",), None],
        [False, False, True, False, False],
        [1] * 5,
    )
    one, other = chain.fit(counting.of_paths(paths, 2), bootstraps=0), chain.fit(theirs)
    assert one.effects == pytest.approx(other.effects) and theirs.order == 2
    assert all(np.isnan(row.low) for row in other.rows), "of one bucket there is nothing to draw anew"


def test_the_same_twice_to_the_last_digit():
    first, second = (chain.fit(counting.of_paths(path_paths()), bootstraps=20, seed=3) for _ in range(2))
    assert first.rows == second.rows
    other = chain.fit(counting.of_paths(path_paths()), bootstraps=20, seed=4)
    assert [row.share for row in other.rows] == [row.share for row in first.rows] and other.rows != first.rows


def test_a_chain_of_won_journeys_alone_says_so():
    found = chain.fit(counting.of_paths(path_paths(False)), bootstraps=0)
    assert [key for key, _ in found.notes] == ["no_nulls"]
    assert not chain.fit(counting.of_paths(readme()), bootstraps=0).notes


@pytest.mark.parametrize(
    ("states", "wins", "words"), [(0, 0, ("No journey was won", "Ingen reise endte med salg")), (4001, 1, ("4001 states", "4001 tilstander"))]
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_both_languages(states, wins, words):
    with pytest.raises(UserError) as told:
        chain.refuse(wins, states)
    assert words[0] in told.value.en and words[1] in told.value.nb and told.value.exit_code == 3


def test_units_that_stand_for_many_journeys_are_drawn_as_each_of_them_would_be():
    """A row of m journeys is drawn Poisson(m) / m times: mean 1, variance 1 / m."""
    drawn = np.concatenate(list(units.draws(np.array([1.0, 4.0, 100.0]), 4000, 1)))
    assert drawn.shape == (4000, 3)
    assert drawn.mean(axis=0) == pytest.approx([1, 1, 1], abs=0.06)
    assert drawn.var(axis=0) == pytest.approx([1, 1 / 4, 1 / 100], rel=0.1)
