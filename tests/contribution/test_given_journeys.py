"""Journeys with touches taken out, names changed and accounts drawn: as a version that goes touch by touch has it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from contribution.givens import Journey, Touch, call, given, lists, lost, visit, won
from fotavtrykk.contribution.gathered import UNITS

TOUCH = st.builds(
    Touch, st.sampled_from(["Direct", "Email", "kind:call"]), st.sampled_from(["sales", "none"]), st.sampled_from(["inbound", "outbound"]),
    st.integers(0, 30).map(float), st.booleans(), st.booleans(), st.integers(-1, 3),
)  # fmt: skip


@st.composite
def journeys(draw):
    touches = tuple(draw(st.lists(TOUCH, min_size=1, max_size=5)))
    mark = st.integers(-1, len(touches) - 1)
    return Journey(
        touches,
        draw(st.booleans()),
        40.0,
        draw(st.booleans()),
        1.0,
        draw(mark),
        draw(mark),
        draw(st.integers(0, 4)),
    )


def test_touches_are_taken_out_by_hand():
    made = given(
        [
            won(visit(), call(1), visit("Email", 2), lead=1, deal=2, value=9.0),
            lost(call()),
            won(visit("Email", 3), lead=0, value=2.0),
        ]
    )
    left = made.only(np.array([False, True, True, False, True]))
    assert lists(left) == [
        ["kind:call\tsales\toutbound", "Email\tmarketing\tinbound"],
        ["Email\tmarketing\tinbound"],
    ]
    assert left.paths.lead.tolist() == [0, 0] and left.paths.deal.tolist() == [1, -1]
    assert left.paths.value.tolist() == [9, 2] and left.paths.won.tolist() == [True, True]
    without = made.only(np.array([True, False, True, True, True]))
    assert without.paths.lead.tolist() == [-1, -1, 0] and without.paths.deal.tolist() == [1, -1, -1]


@settings(max_examples=60, deadline=None)
@drawn(st.lists(journeys(), min_size=1, max_size=6), st.data())
def test_touches_are_taken_out_as_one_by_one(every, data):
    made = given(every)
    keep = [[data.draw(st.booleans()) for _ in one.touches] for one in every]
    left = made.only(np.array([yes for one in keep for yes in one]))
    expected = []
    for one, yes in zip(every, keep, strict=True):
        kept = [at for at, there in enumerate(yes) if there]
        if kept:
            lead, deal = (kept.index(mark) if mark in kept else -1 for mark in (one.lead, one.deal))
            expected.append(replace(one, touches=tuple(one.touches[at] for at in kept), lead=lead, deal=deal))
    assert lists(left) == [[touch.state for touch in one.touches] for one in expected]
    touches = [touch for one in expected for touch in one.touches]
    for name in ("own", "human", "web", "answered", "visitor"):
        assert getattr(left, name).tolist() == [getattr(touch, name) for touch in touches]
    for name in ("won", "lead", "deal", "value"):
        assert getattr(left.paths, name).tolist() == [getattr(one, name) for one in expected]
    assert left.paths.ages.tolist() == [40.0 - touch.day for touch in touches]
    assert left.closed.tolist() == [one.closed for one in expected] and len(left.days) == len(expected)


@settings(max_examples=40, deadline=None)
@drawn(st.lists(journeys(), min_size=1, max_size=6), st.sampled_from(UNITS))
def test_names_change_and_wins_without_are_counted_as_one_by_one(every, unit):
    made = given(every)
    changed = made.named(unit, {"Direct": "x", "sales": "x", "inbound": "x", "outbound": "x"})
    at = UNITS.index(unit)
    names = {"Direct": "x", "sales": "x", "inbound": "x", "outbound": "x"}
    expected = [
        ["\t".join(names.get(part, part) if place == at else part for place, part in enumerate(touch.state.split("\t"))) for touch in one.touches]
        for one in every
    ]  # fmt: skip
    assert lists(changed) == expected
    groups = changed.groups(unit)
    without = sum(
        one.won and all(groups[state] != "x" for state in states)
        for one, states in zip(every, expected, strict=True)
    )
    assert changed.wins_without([groups[name] == "x" for name in changed.paths.names]) == without


def test_a_sample_is_of_whole_accounts_and_always_the_same():
    made = given([won(visit(), account=at // 3) for at in range(300)])
    less = made.sampled(40)
    counts = np.bincount(less.paths.bucket, minlength=100)
    assert set(counts.tolist()) == {0, 3} and (counts == 3).sum() == 40
    assert np.array_equal(less.paths.bucket, made.sampled(40).paths.bucket)
    assert made.sampled(100) is made


@pytest.mark.parametrize("keep", [True, False])
def test_all_or_nothing_is_kept(keep):
    made = given([won(visit(), call(1)), lost(call())])
    left = made.only(np.full(3, keep))
    assert lists(left) == (lists(made) if keep else []) and left.paths.wins == keep
