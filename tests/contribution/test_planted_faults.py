"""Where the data are wrong: each fault by hand, none where its size is none, and the same each time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from contribution.givens import call, given, lists, lost, visit, won
from fotavtrykk.contribution import grid, shaken

RNG = np.random.default_rng
MADE = given(
    [won(visit(visitor=at), call(9)) for at in range(40)] + [lost(call()) for _ in range(30)] + [lost(visit(visitor=40 + at)) for at in range(30)]
)  # fmt: skip


@pytest.mark.parametrize("fault", ["_lost", "_cut", "_split", "_wrong"])
def test_a_fault_of_no_size_changes_nothing(fault):
    left = getattr(shaken, fault)(MADE, 0.0, RNG(1))
    assert lists(left) == lists(MADE) and left.paths.won.tolist() == MADE.paths.won.tolist()


def test_all_touches_are_lost_where_all_are():
    assert lists(shaken._lost(MADE, 1.0, RNG(1))) == []
    found = shaken._told(MADE, [shaken._lost(MADE, 1.0, RNG(1))], "lost", 1.0, "markov", "function")
    assert list(found) == []


def test_a_browser_cut_off_takes_all_its_visits_and_no_call():
    left = shaken._cut(MADE, 1.0, RNG(1))
    assert {state for one in lists(left) for state in one} == {"kind:call\tsales\toutbound"}
    assert len(left.paths.count) == 70 and left.paths.wins == 40
    some = shaken._cut(
        given([won(visit(visitor=7), visit("Email", 1, 7), visit("Direct", 2, 8))] * 9), 0.5, RNG(3)
    )
    assert all(len(one) in (1, 2, 3) and (("Organic" in one[0]) == (len(one) > 1)) for one in lists(some))


def test_a_browser_split_off_is_an_open_journey_of_its_own():
    left = shaken._split(MADE, 1.0, RNG(1))
    wins = [one for one, won_ in zip(lists(left), left.paths.won, strict=True) if won_]
    assert wins == [["kind:call\tsales\toutbound"]] * 40
    assert len(left.paths.count) == 70 + 70 and not left.closed[70:].any()
    # all that is known of touches goes with them
    assert len(left.own) == len(left.visitor) == len(left.paths.codes) == 140 and len(left.days) == 140
    assert left.only(left.visitor >= 0).paths.wins == 0


def test_directions_are_turned_and_others_are_left():
    turned = shaken._wrong(MADE, 1.0, RNG(1))
    names = {state for one in lists(turned) for state in one}
    assert names == {"Organic Search\tmarketing\toutbound", "kind:call\tsales\tinbound"}
    unknown = MADE.named("direction", {"inbound": "unknown"})
    assert lists(shaken._wrong(unknown, 1.0, RNG(1)))[0][0] == "Organic Search\tmarketing\tunknown"


def test_channels_of_a_function_become_one():
    made = given([won(visit("Organic Search"), visit("Email", 1), call(2))] * 6)
    assert lists(shaken._coarse(made))[0] == ["any\tmarketing\tinbound"] * 2 + ["any\tsales\toutbound"]


def test_accounts_are_drawn_anew_whole_and_browsers_with_them():
    twice = replace(MADE, paths=replace(MADE.paths, bucket=np.arange(100) // 2))
    again = shaken._drawn(twice, 0.0, RNG(1))
    counts = again.paths.count.reshape(-1, 2)
    assert (counts[:, 0] == counts[:, 1]).all() and len(np.unique(counts)) > 2
    assert counts.mean() == pytest.approx(1, abs=0.4) and lists(again) == lists(twice)
    assert (
        shaken._drawn(replace(MADE, paths=replace(MADE.paths, bucket=None)), 0.0, RNG(1)).paths.count.sum()
        > 0
    )


@pytest.fixture(scope="module")
def found() -> list[shaken.Shaken]:
    return shaken.shaken(MADE, "markov")


def test_all_faults_are_told_of_all_names(found):
    sizes = {(one.fault, one.size) for one in found}
    assert sizes == {
        ("lost", 0.1), ("lost", 0.3), ("split", 0.2), ("cut", 0.1), ("cut", 0.25), ("merged", 1.0), ("drawn", 0.1), ("wrong", 0.05), ("wrong", 0.1),
        ("wrong", 0.25),
    }  # fmt: skip
    assert {one.unit for one in found if one.fault == "wrong"} == {"direction"}
    assert {one.name for one in found} == {"marketing", "sales", "inbound", "outbound"}
    shares = {
        row.name: row.share for row in grid.credit(MADE, "markov", "function").rows if row.unit == "function"
    }
    for one in found:
        assert one.low <= one.share <= one.high and (one.unit != "function" or one.before == shares[one.name])
    # one channel each: put together they are what they were
    assert all(one.share == pytest.approx(one.before) for one in found if one.fault == "merged")


def test_it_is_the_same_each_time_and_another_with_another_seed(monkeypatch):
    monkeypatch.setattr(shaken, "DRAWS", 2)
    monkeypatch.setattr(shaken, "REPLICATES", 2)
    one, again, other = (shaken.shaken(MADE, "markov", seed) for seed in (1, 1, 2))
    assert one == again and one != other


def test_lost_browsers_take_from_whoever_is_seen_online_and_the_interval_is_the_widest(found):
    cut = {one.size: one for one in found if (one.fault, one.name) == ("cut", "marketing")}
    assert cut[0.25].share < cut[0.1].share < cut[0.1].before
    (drawn,) = (one for one in found if (one.fault, one.name) == ("drawn", "marketing"))
    assert drawn.high - drawn.low > cut[0.1].high - cut[0.1].low
