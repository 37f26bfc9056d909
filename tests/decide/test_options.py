"""Options: whole positions and lines, nothing too much, never below a minimum, never what is to be kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.firms import LINES, TEAMS, firm, team
from fotavtrykk.decide import options, proposed
from fotavtrykk.decide.options import Cut, Move, Option
from fotavtrykk.errors import USAGE, UserError


def keys(amount: float, **more: object) -> set[str]:
    facts = firm(**more)
    return {one.key for one in options.found(facts, amount, None, ())}


def test_a_position_is_found_in_every_function():
    assert {"callers=1", "answerers=1", "marketing=1", "service=1"} <= keys(960_000)
    assert "marketing:ads, marketing:agency" not in keys(960_000)  # 780,000 a year
    assert "marketing:ads, marketing:agency" in keys(780_000)


@given(st.floats(1, 14_000_000))
def test_every_option_saves_enough_and_none_can_be_made_smaller(amount):
    facts = firm()
    found = options.found(facts, amount, None, ())
    for one in found:
        assert options.enough(facts, one, amount, None)
        for cut in one.cuts:
            team_ = facts.team(cut.function)
            assert 0 <= cut.positions <= team_.most and set(cut.lines) <= set(team_.lines)
    assert len({one.key for one in found}) == len(found) > 0


def test_what_is_to_be_kept_and_units_of_two_are_not_cut():
    facts = firm((*TEAMS, team("studio", "communication", 2, lines={"tools": 30_000.0})))
    found = options.found(facts, 300_000, None, ("callers",))
    assert "callers" not in {name for one in found for name in one.touched}
    assert [one.key for one in found if one.touched == ("studio",)] == ["studio:tools"]
    assert facts.team("studio").most == 0


def test_the_habit_takes_marketing_first_and_lines_before_positions():
    one = options.habit(firm(), 1_700_000, None, ())
    assert (
        one is not None
        and one.origin == "habit"
        and one.key == "marketing=1, marketing:ads, marketing:agency"
    )
    beyond = options.habit(firm(), 6_000_000, None, ())
    assert beyond is not None and beyond.touched == ("callers", "marketing") and beyond.cuts[0].positions == 4
    assert options.habit(firm((team("callers", "outbound", 6),)), 900_000, None, ()) is None


def test_a_proposal_of_ones_own():
    one = proposed.own(firm(), "callers=2, marketing:ads,Marketing=1", ["callers:answerers=1"])
    assert one == Option(
        (Cut("callers", 2), Cut("marketing", 1, ("ads",))), (Move("callers", "answerers", 1),), "own"
    )
    assert one.key == "callers=2, marketing=1, marketing:ads, callers>answerers=1" and one.positions == 3
    assert proposed.own(firm(), "", []) is None


@pytest.mark.parametrize(
    ("cut", "moves", "words"),
    [
        ("callers", [], "--cut callers"), ("callers=9", [], "at most 5"), ("kallers=1", [], "nearest is callers"),
        ("marketing:fairs", [], "ads, agency"), ("callers:ads", [], "none"), ("", ["callers=1"], "--move callers=1"),
        ("", ["callers:nobody=1"], "nobody"), ("", ["callers:service=0"], "FROM:TO"),
    ],
)  # fmt: skip
def test_what_is_no_proposal_is_said(cut, moves, words):
    with pytest.raises(UserError) as error:
        proposed.own(firm(), cut, moves)
    assert words in error.value.en and error.value.exit_code == USAGE and error.value.nb != error.value.en


@pytest.mark.parametrize(
    ("cut", "moves"),
    [
        ("callers=1", []),
        ("marketing:ads", []),
        ("", ["callers:marketing=1"]),
        ("service=1", ["marketing:callers=1"]),
    ],
)
def test_what_is_to_be_kept_is_neither_cut_nor_moved(cut, moves):
    with pytest.raises(UserError) as error:
        proposed.own(firm(), cut, moves, ("callers", "marketing"))
    assert "--keep" in error.value.en and error.value.exit_code == USAGE and error.value.nb != error.value.en
    assert proposed.own(firm(), cut, moves, ("answerers",)) is not None


def test_cuts_and_moves_together_leave_the_minimum():
    """Six callers, of whom one must stay: five may go in all."""
    assert proposed.own(firm(), "callers=2", ["callers:marketing=3"]) is not None
    with pytest.raises(UserError, match="at most 5"):
        proposed.own(firm(), "callers=3", ["callers:marketing=3"])


def test_more_than_all_cannot_be_saved():
    with pytest.raises(UserError) as error:
        options.found(firm(), 1e9, None, ())
    # 5 + 3 + 4 + 3 positions of 960,000 and the lines
    assert (
        f"{15 * 960_000 + 12 * sum(LINES.values()):,.0f} a year" in error.value.en
        and error.value.exit_code == USAGE
    )


def test_what_must_be_saved_by_a_day_takes_more():
    facts = firm()
    assert "callers=1" in {
        one.key for one in options.found(facts, 240_000, 6, ())
    }  # three months after notice
    assert "callers=1" not in {one.key for one in options.found(facts, 250_000, 6, ())}
