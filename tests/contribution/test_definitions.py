"""One answer under all definitions: each axis by hand, what moves a share most where that was planted, and what the ranges say."""

from __future__ import annotations

import pytest

from contribution.givens import Touch, call, given, lists, lost, visit, won
from fotavtrykk.contribution import grid
from fotavtrykk.contribution.grid import Specification

DIRECT = visit("Direct", 0, function="none")
MADE = given([
    won(visit(day=0), visit(day=10), call(20, human=False), call(35), visit("Direct", 38, function="none")),
    lost(call(0, human=False), call(1, human=False)),
    won(call(5, direction="inbound")),
])  # fmt: skip


def states(*more: object) -> list[list[str]]:
    left = grid.narrowed(MADE, *more)
    assert left is not None
    return [[state.split("\t")[0] for state in one] for one in lists(left)]


@pytest.mark.parametrize(
    ("definition", "left"),
    [
        ((None, "joined", "all"), [["Organic Search"] * 2 + ["kind:call"] * 2 + ["Direct"], ["kind:call"] * 2, ["kind:call"]]),
        # journeys take 40 days: touches on the 10th day and later are within 30
        ((30, "joined", "all"), [["Organic Search", "kind:call", "kind:call", "Direct"]]),
        ((None, "crm", "all"), [["kind:call"] * 2, ["kind:call"] * 2, ["kind:call"]]),
        # calls that nobody answered are no contact; what came in is
        ((None, "joined", "answered"), [["Organic Search"] * 2 + ["kind:call", "Direct"], ["kind:call"]]),
        # the first contact is where it ends, and is not counted
        ((None, "joined", "before_contact"), [["Organic Search"] * 2 + ["kind:call"], ["kind:call"] * 2]),
        # the third journey begins with what the second ends with, and is another
        ((None, "joined", "once"), [["Organic Search", "kind:call", "Direct"], ["kind:call"], ["kind:call"]]),
    ],
)  # fmt: skip
def test_each_choice_by_hand(definition, left):
    assert states(*definition) == left


def test_nothing_is_left_where_no_win_has_such_a_touch():
    only = given([won(visit()), lost(call(0, human=False))])
    assert grid.narrowed(only, None, "crm", "all") is None
    assert grid.narrowed(only, 10, "joined", "all") is None


def test_all_definitions_are_tried_and_the_default_is_the_first():
    made = given([won(visit(), call(20)) for _ in range(40)] + [lost(call()) for _ in range(40)])
    found = grid.tried(made, 90, "markov")
    assert (found[0].model, found[0].window, found[0].identity, found[0].filter) == (
        "markov",
        90,
        "joined",
        "all",
    )
    assert len({(one.model, one.window, one.identity, one.filter) for one in found}) == len(found)
    assert {one.window for one in found} == {30, 90} and {one.model for one in found} == set(grid.MODELS)
    by = {(one.model, one.window, one.identity, one.filter): one for one in found}
    assert by["first", 90, "joined", "all"].shares == {"marketing": 1.0, "sales": 0.0}
    assert by["last", 90, "joined", "all"].shares["sales"] == 1.0
    assert by["linear", 90, "joined", "all"].shares == {"marketing": 0.5, "sales": 0.5}
    assert by["linear", 90, "crm", "all"].shares == {"sales": 1.0, "marketing": 0.0}
    # visits are 40 days old, and calls 20
    assert by["linear", 30, "joined", "all"].shares == {"sales": 1.0, "marketing": 0.0}


def test_a_window_that_leaves_few_wins_is_not_read():
    made = given(
        [won(visit(), call(20)) for _ in range(29)] + [won(visit()) for _ in range(10)] + [lost(call())] * 3
    )
    found = grid.tried(made, 40, "markov")
    assert {one.window for one in found} == {40} and {one.wins for one in found} == {39}


def test_without_lost_journeys_there_is_no_chain():
    found = grid.tried(given([won(visit(), call(9))] * 40), 540, "linear")
    assert found[0].model == "linear" and {one.model for one in found} == set(grid.MODELS) - {"markov"}


def test_fewer_than_six_wins_count_as_none():
    made = given([won(visit())] * 40 + [won(Touch("Email", "studio"))] * 5)
    assert grid.tried(made, 540, "linear")[0].shares == {"marketing": 40 / 45, "studio": 0.0}


def planted(axis: str) -> list[Specification]:
    """Shares of a that hang on one axis alone, a little on the model, and of b the rest."""
    found = []
    for model, low in (("markov", 0.5), ("first", 0.52)):
        for window, identity, name in (
            (540, "joined", "all"),
            (30, "joined", "all"),
            (540, "crm", "all"),
            (30, "crm", "all"),
            (540, "joined", "once"),
        ):
            values = {
                "model": model != "markov",
                "window": window != 540,
                "identity": identity != "joined",
                "filter": name != "all",
            }
            share = low + 0.3 * values[axis]
            found.append(Specification(model, window, identity, name, 100, {"a": share, "b": 1 - share}))
    return found


@pytest.mark.parametrize("axis", ["model", "window", "identity", "filter"])
def test_what_moves_it_most_is_found(axis):
    for one in grid.ranges(planted(axis)):
        assert one.moves == axis and one.by == pytest.approx(0.32 if axis == "model" else 0.3)


def test_ranges_ranks_and_the_rest_by_hand():
    one, two = grid.ranges(planted("window"))
    assert (one.name, one.low, one.high, one.share) == ("a", 0.5, pytest.approx(0.82), 0.5)
    # with the window as by default only the model moves it
    assert (one.rest_low, one.rest_high) == (0.5, pytest.approx(0.52))
    assert (two.rest_low, two.rest_high) == (pytest.approx(0.48), 0.5)
    # by default both are first; b falls behind where a has more than half
    assert (one.best, one.worst, two.best, two.worst) == (1, 1, 1, 2)
    assert (one.steady, two.steady, one.definitions) == (1.0, 3 / 10, 10)


def test_a_function_that_a_definition_does_not_see_has_none_there():
    found = [
        Specification("linear", 540, "joined", "all", 100, {"a": 0.6, "b": 0.4}),
        Specification("linear", 540, "crm", "all", 90, {"a": 1.0}),
    ]
    assert [(one.name, one.low, one.high, one.moves, one.by) for one in grid.ranges(found)] == [
        ("a", 0.6, 1.0, "identity", 0.4), ("b", 0.0, 0.4, "identity", 0.4),
    ]  # fmt: skip
