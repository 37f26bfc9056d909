"""What makes credit misleading, counted by hand: who came first, who had met, and journeys that had time to have touches."""

from __future__ import annotations

from contribution.givens import Journey, Touch, call, given, lost, visit, won
from fotavtrykk.contribution.guards import guards


def told(journeys: list[Journey], unit: str = "function"):
    return {one.name: one for one in guards(given(journeys), unit)}


def test_who_was_there_before_a_function_by_its_first_touch():
    warm = [won(visit("Direct", function="none"), call(5), visit("Direct", 6, function="none"), call(7))] * 7
    cold = [won(call(0), visit(day=3))] * 8
    asked = [won(call(0, direction="inbound"), call(4))] * 6
    found = told([*warm, *cold, *asked, lost(visit(), call(3))])
    sales = found["sales"]
    # of 21 wins with sales seven began with the customer; where it called in, sales itself was the first
    assert (sales.wins, sales.own, sales.met) == (21, 7, 0)
    # the visits of the cold came after a call, and the call after the first visit of the warm does not count
    assert (found["marketing"].wins, found["marketing"].own, found["marketing"].met) == (8, 0, 8)
    assert (found["none"].wins, found["none"].own, found["none"].met) == (7, 0, 0)


def test_too_few_to_tell_of_are_not_told_and_neither_are_the_others():
    journeys = [won(visit("Direct", function="none"), call(5))] * 5 + [won(call())] * 9
    assert told(journeys)["sales"].own is None
    assert told(journeys[:5] + [won(call())] * 4)["sales"].own is None
    nearly = [won(visit("Direct", function="none"), call(5))] * 9 + [won(call())] * 5
    assert told(nearly)["sales"].own is None


def at_landmark(won_early: int, lost_early: int, won_other: int, lost_other: int) -> list[Journey]:
    early, other = (call(30),), (visit("Direct", function="none"), call(31))
    first = (visit("Direct", function="none"), *early)
    return (
        [won(*first)] * won_early + [lost(*first)] * lost_early + [won(*other)] * won_other + [lost(*other)] * lost_other
    )  # fmt: skip


def test_those_touched_within_thirty_days_against_those_who_were_not():
    found = told(at_landmark(9, 8, 7, 20))["sales"]
    assert (found.early, found.others) == ((9, 17), (7, 27))


def test_settled_journeys_alone_that_lasted_longer():
    more = [won(call(), days=30.0)] * 9 + [lost(call(), closed=False)] * 50 + [lost(call(), days=3.0)] * 9
    found = told([*at_landmark(9, 8, 7, 20), *more])["sales"]
    assert (found.early, found.others) == ((9, 17), (7, 27))


def test_where_one_side_is_too_small_neither_is_told():
    """Both have the same sum for every function, so that the small one could be worked out."""
    for counts in ((9, 8, 3, 20), (9, 8, 7, 4), (3, 8, 9, 20)):
        found = told(at_landmark(*counts))["sales"]
        assert found.early is None and found.others is None
    # as could those who were won before
    found = told([*at_landmark(9, 8, 7, 20), *[won(call(), days=3.0)] * 4])["sales"]
    assert found.early is None and found.others is None


def test_channels_have_guards_of_their_own():
    found = told([won(Touch("Direct", "none"), Touch("Email", "none", day=2))] * 8, "channel")
    assert (found["Email"].own, found["Direct"].own) == (8, 0)
